//! How a client is made.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue};

use super::{BaseUrl, Client, Servers, Shared};
use crate::credential::{Given, exchange};
use crate::retry::Budget;
use crate::send::Sending;
use crate::transport::{Limits, Transport};
use crate::{
    Clock, Credential, CredentialKind, Error, Exchange, Hook, RetryOptions, Settings,
    TokenProvider, WaitOptions, trace,
};

/// The time for one attempt, unless the caller gives another.
const TIMEOUT: Duration = Duration::from_secs(30);

/// The largest body of an answer, unless the caller gives another: 64 MiB.
const MAX_RESPONSE_BYTES: u64 = 64 * 1024 * 1024;

/// The retries that all calls have between them, unless the caller says otherwise.
const RETRY_BUDGET: u32 = 100;

/// Makes a [`Client`]. What is wrong with what it is given, [`build`](Self::build) tells.
#[derive(Clone)]
#[must_use = "a builder does nothing until it is built"]
pub struct ClientBuilder {
    settings: &'static Settings,
    base_url: Option<String>,
    servers: Vec<(String, String)>,
    headers: Vec<(String, String)>,
    credentials: Vec<Credential>,
    given: Given,
    transport: Option<Arc<dyn Transport>>,
    clock: Option<Arc<dyn Clock>>,
    limits: Limits,
    retry: RetryOptions,
    retry_budget: u32,
    hooks: Vec<Arc<dyn Hook>>,
    wait: WaitOptions,
    strict: bool,
}

impl ClientBuilder {
    pub(super) fn new(settings: &'static Settings) -> Self {
        Self {
            settings,
            base_url: None,
            servers: Vec::new(),
            headers: Vec::new(),
            credentials: Vec::new(),
            given: Given::default(),
            transport: None,
            clock: None,
            limits: Limits {
                timeout: TIMEOUT,
                max_response_bytes: MAX_RESPONSE_BYTES,
            },
            retry: RetryOptions::default(),
            retry_budget: RETRY_BUDGET,
            hooks: Vec::new(),
            wait: WaitOptions::default(),
            strict: false,
        }
    }

    /// The address in front of every path, instead of the API's own. Operations with a server of
    /// their own go there too, as a fake server or a proxy is meant for all: see
    /// [`server`](Self::server).
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.base_url = Some(url.into());
        self
    }

    /// The address for operations that have a server of their own, instead of that one: `of` is one
    /// of [`Settings::servers`]. Credentials and headers go there as to the base URL.
    pub fn server(mut self, of: impl Into<String>, url: impl Into<String>) -> Self {
        self.servers.push((of.into(), url.into()));
        self
    }

    /// A header of every request. Given twice, the last counts. It cannot replace those by
    /// which the client identifies itself to the API, nor those of a credential.
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// A credential. Given several, each operation gets the first that it accepts.
    pub fn credential(mut self, credential: Credential) -> Self {
        self.credentials.push(credential);
        self
    }

    /// A secret of one of the kinds that the API has. What is wrong with it,
    /// [`build`](Self::build) tells: it begins as one of another kind does, something that has
    /// to go with it is missing, or it is one too many.
    pub fn secret(mut self, kind: &'static CredentialKind, value: impl Into<String>) -> Self {
        self.given.secret(kind, value.into());
        self
    }

    /// A name and a secret of one of the kinds that the API has: of a user, or of a client that
    /// obtains tokens for them (see [`Grant`](crate::Grant)).
    pub fn pair(
        mut self,
        kind: &'static CredentialKind,
        user: impl Into<String>,
        secret: impl Into<String>,
    ) -> Self {
        self.given.pair(kind, user.into(), secret.into());
        self
    }

    /// What gives the tokens of one of the kinds that the API has.
    pub fn tokens(mut self, kind: &'static CredentialKind, provider: impl TokenProvider) -> Self {
        self.given.tokens(kind, Arc::new(provider));
        self
    }

    /// The scopes that tokens of `kind` are asked for (RFC 6749, section 3.3), instead of those
    /// that the API's settings name.
    pub fn scopes<S: Into<String>>(
        mut self,
        kind: &'static CredentialKind,
        scopes: impl IntoIterator<Item = S>,
    ) -> Self {
        let scopes = scopes.into_iter().map(Into::into).collect();
        self.given.scopes(kind, scopes);
        self
    }

    /// Where tokens of `kind` are asked for, instead of where the API's settings say.
    pub fn token_url(mut self, kind: &'static CredentialKind, url: impl Into<String>) -> Self {
        self.given.token_url(kind, url.into());
        self
    }

    /// What has to go with a secret: see [`Companion`](crate::Companion).
    pub fn companion(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.given.companion(name, value.into());
        self
    }

    /// Takes credentials and base URL from the environment, by the variables that the API's
    /// settings name. `variable` looks one up; an empty one counts as not set. From then on, to
    /// have no credential is an error of [`build`](Self::build).
    ///
    /// ```no_run
    /// # use seamstress_runtime::{Client, Error, Settings};
    /// # static SETTINGS: Settings = Settings::DEFAULT;
    /// # fn example() -> Result<(), Error> {
    /// let builder = Client::builder(&SETTINGS);
    /// let client = builder.environment(|name| std::env::var(name).ok()).build()?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn environment(mut self, variable: impl Fn(&str) -> Option<String>) -> Self {
        let set = |name: &str| variable(name).filter(|value| !value.is_empty());
        self.given.environment(self.settings, &set);
        let variables = self.settings.base_url_variables;
        let current = variables.iter().find_map(|name| set(name));
        let old = self.settings.deprecated_base_url_variables;
        let old = old.iter().find_map(|name| Some((*name, set(name)?)));
        if let Some((name, _)) = &old {
            trace::deprecated_variable(name, variables.first().copied());
        }
        if let Some(url) = current.or_else(|| old.map(|(_, url)| url)) {
            self.base_url = Some(url);
        }
        self
    }

    /// The time for one attempt, to the last byte of the answer; 30 seconds by default.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.limits.timeout = timeout;
        self
    }

    /// The largest body of an answer, after decompression; 64 MiB by default.
    pub fn max_response_bytes(mut self, bytes: u64) -> Self {
        self.limits.max_response_bytes = bytes;
        self
    }

    /// How often and how long calls are tried again. A call may have options of its own.
    pub fn retry(mut self, options: RetryOptions) -> Self {
        self.retry = options;
        self
    }

    /// How many retries all calls have between them while no call succeeds; 100 by default.
    /// Each one takes one from it, and each answer gives a fifth of one back. So a dead server
    /// is not stormed, and one that fails now and then is always asked again.
    pub fn retry_budget(mut self, retries: u32) -> Self {
        self.retry_budget = retries;
        self
    }

    /// A hook around every attempt. Given several, they are asked in this order before a
    /// request goes out, and in the opposite order when its answer has come.
    pub fn hook(mut self, hook: impl Hook) -> Self {
        self.hooks.push(Arc::new(hook));
        self
    }

    /// How often and how long `wait()` looks at long-running actions.
    pub fn wait_options(mut self, options: WaitOptions) -> Self {
        self.wait = options;
        self
    }

    /// Whether an answer that had to be corrected (a required member is absent, an element
    /// of a list is unreadable) is an error. By default it is not: the corrections are listed
    /// beside the value.
    pub fn strict(mut self, strict: bool) -> Self {
        self.strict = strict;
        self
    }

    /// What does the input and output, instead of [`HyperTransport`](crate::HyperTransport).
    pub fn transport(mut self, transport: impl Transport) -> Self {
        self.transport = Some(Arc::new(transport));
        self
    }

    /// The caller's own `reqwest` client, with its pool, proxies and certificates. It should
    /// follow no redirects: see [`ReqwestTransport::with_client`](crate::ReqwestTransport::with_client).
    #[cfg(feature = "reqwest")]
    pub fn http_client(self, client: reqwest::Client) -> Self {
        self.transport(crate::ReqwestTransport::with_client(client))
    }

    /// What tells the time and waits, instead of the tokio runtime.
    pub fn clock(mut self, clock: impl Clock) -> Self {
        self.clock = Some(Arc::new(clock));
        self
    }

    /// The same, with a transport in any case, which all clients that are built of it share.
    pub(crate) fn with_transport(mut self) -> Result<Self, Error> {
        if self.transport.is_none() {
            self.transport = Some(default_transport()?);
        }
        Ok(self)
    }

    /// A client with a credential that is obtained by a call: see [`Exchange`]. The other
    /// settings hold for that call too.
    pub fn exchange(
        self,
        by: &'static Exchange,
        secret: impl Into<String>,
        arguments: Vec<(&'static str, String)>,
    ) -> Sending<Client> {
        let secret = secret.into();
        Sending::new(exchange(self, by, secret, arguments))
    }

    /// The client.
    ///
    /// # Errors
    ///
    /// Of [`ErrorKind::Configuration`](crate::ErrorKind::Configuration), where the base URL, a
    /// header or a credential cannot be used, a limit is zero, or there is nothing to do the
    /// input and output.
    pub fn build(mut self) -> Result<Client, Error> {
        let base_url = self.base_url.as_deref().unwrap_or(self.settings.base_url);
        let base_url = BaseUrl::parse(base_url)?;
        let servers = Servers::new(self.settings, &base_url, &self.servers)?;
        if self.limits.timeout.is_zero() || self.limits.max_response_bytes == 0 {
            let message = "a timeout or a limit of zero would fail every call";
            return Err(Error::configuration(message));
        }
        self.retry.check()?;
        self.wait.check()?;
        let given = self.given.credentials(self.settings, &self.credentials)?;
        self.credentials.extend(given);
        let headers = self.header_map()?;
        let credentials = self.credentials.into_iter();
        let credentials = credentials.map(|known| known.among(&headers)).collect();
        let request_id = self.settings.request_id_header;
        Ok(Client(Arc::new(Shared {
            // What is no name is the name of no header.
            request_id_header: request_id.and_then(|name| HeaderName::try_from(name).ok()),
            settings: self.settings,
            base_url,
            servers,
            headers,
            credentials,
            transport: self.transport.map_or_else(default_transport, Ok)?,
            clock: self.clock.map_or_else(default_clock, Ok)?,
            limits: self.limits,
            retry: self.retry,
            budget: Budget::new(self.retry_budget),
            hooks: self.hooks,
            wait: self.wait,
            strict: self.strict,
        })))
    }

    /// The headers of every request; of two of one name, the later one counts.
    fn header_map(&self) -> Result<HeaderMap, Error> {
        let accept = lasting("accept", "application/json");
        let agent = lasting("user-agent", self.settings.user_agent);
        let given = self.headers.iter().map(|(name, value)| header(name, value));
        let identity = self.settings.headers.iter();
        let identity = identity.map(|(name, value)| lasting(name, value));
        let mut headers = HeaderMap::new();
        for header in [accept, agent].into_iter().chain(given).chain(identity) {
            let (name, mut value) = header?;
            value.set_sensitive(true);
            headers.insert(name, value);
        }
        Ok(headers)
    }
}

/// A header of the caller's. Its value may be a secret, such as a proxy's, and is not repeated in
/// the error.
fn header(name: &str, value: &str) -> Result<(HeaderName, HeaderValue), Error> {
    let header = HeaderName::try_from(name).ok();
    let header = header.zip(HeaderValue::try_from(value).ok());
    header
        .ok_or_else(|| Error::configuration(format!("the header {name:?} cannot be sent as it is")))
}

/// A header whose texts last as long as the program. Copies of it count no references, which
/// processors that send at the same time would have to take from one another.
fn lasting(name: &'static str, value: &'static str) -> Result<(HeaderName, HeaderValue), Error> {
    let (read, copied) = header(name, value)?;
    let name = match read.as_str() == name {
        true => HeaderName::from_static(name),
        // In other letters: `from_static` would panic.
        false => read,
    };
    let value = HeaderValue::from_maybe_shared(Bytes::from_static(value.as_bytes()));
    Ok((name, value.unwrap_or(copied)))
}

#[cfg(feature = "hyper")]
fn default_transport() -> Result<Arc<dyn Transport>, Error> {
    Ok(Arc::new(crate::HyperTransport::new()?))
}

#[cfg(not(feature = "hyper"))]
fn default_transport() -> Result<Arc<dyn Transport>, Error> {
    Err(Error::configuration(
        "without the feature `hyper`, a client needs a transport of the caller's",
    ))
}

#[cfg(feature = "tokio")]
fn default_clock() -> Result<Arc<dyn Clock>, Error> {
    Ok(Arc::new(crate::TokioClock::default()))
}

#[cfg(not(feature = "tokio"))]
fn default_clock() -> Result<Arc<dyn Clock>, Error> {
    Err(Error::configuration(
        "without the feature `tokio`, a client needs a clock of the caller's",
    ))
}

/// Header values and credentials are left out.
impl fmt::Debug for ClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientBuilder")
            .field("credentials", &self.credentials)
            .field("given", &self.given)
            .field("limits", &self.limits)
            .finish_non_exhaustive()
    }
}
