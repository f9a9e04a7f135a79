//! How a client is made.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::{HeaderMap, HeaderName, HeaderValue};

use super::{BaseUrl, Client, Shared};
use crate::transport::{Limits, Transport};
use crate::{Clock, Credential, Error, Settings};

/// The time for one attempt, unless the caller gives another.
const TIMEOUT: Duration = Duration::from_secs(30);

/// The largest body of an answer, unless the caller gives another: 64 MiB.
const MAX_RESPONSE_BYTES: u64 = 64 * 1024 * 1024;

/// Makes a [`Client`]. What is wrong with what it is given, [`build`](Self::build) tells.
#[must_use]
pub struct ClientBuilder {
    settings: &'static Settings,
    base_url: Option<String>,
    headers: Vec<(String, String)>,
    credentials: Vec<Credential>,
    transport: Option<Arc<dyn Transport>>,
    clock: Option<Arc<dyn Clock>>,
    limits: Limits,
    strict: bool,
}

impl ClientBuilder {
    pub(super) fn new(settings: &'static Settings) -> Self {
        Self {
            settings,
            base_url: None,
            headers: Vec::new(),
            credentials: Vec::new(),
            transport: None,
            clock: None,
            limits: Limits {
                timeout: TIMEOUT,
                max_response_bytes: MAX_RESPONSE_BYTES,
            },
            strict: false,
        }
    }

    /// The address in front of every path, instead of the API's own.
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.base_url = Some(url.into());
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

    /// Whether an answer that had to be corrected (a required member is absent, an element
    /// of a list is unreadable) is an error. By default it is not: the corrections are listed
    /// beside the value.
    pub fn strict(mut self, strict: bool) -> Self {
        self.strict = strict;
        self
    }

    /// What does the input and output, instead of `reqwest`.
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

    /// The client.
    ///
    /// # Errors
    ///
    /// Of [`ErrorKind::Configuration`](crate::ErrorKind::Configuration), where the base URL or a
    /// header cannot be used, a limit is zero, or there is nothing to do the input and output.
    pub fn build(self) -> Result<Client, Error> {
        let base_url = self.base_url.as_deref().unwrap_or(self.settings.base_url);
        let base_url = BaseUrl::parse(base_url)?;
        if self.limits.timeout.is_zero() || self.limits.max_response_bytes == 0 {
            let message = "a timeout or a limit of zero would fail every call";
            return Err(Error::configuration(message));
        }
        // Later ones replace earlier ones of the same name.
        let first = [
            ("accept", "application/json"),
            ("user-agent", self.settings.user_agent),
        ];
        let given = self.headers.iter().map(|(name, value)| (&**name, &**value));
        let identity = self.settings.headers.iter().copied();
        let headers = header_map(first.into_iter().chain(given).chain(identity))?;
        Ok(Client(Arc::new(Shared {
            settings: self.settings,
            base_url,
            headers,
            credentials: self.credentials,
            transport: self.transport.map_or_else(default_transport, Ok)?,
            clock: self.clock.map_or_else(default_clock, Ok)?,
            limits: self.limits,
            strict: self.strict,
        })))
    }
}

/// Headers as a map; of two of one name, the later one counts. A value may be a secret, such
/// as a proxy's, and is not repeated in the error.
fn header_map<'a>(given: impl Iterator<Item = (&'a str, &'a str)>) -> Result<HeaderMap, Error> {
    let mut headers = HeaderMap::new();
    for (name, value) in given {
        let header = HeaderName::try_from(name)
            .ok()
            .zip(HeaderValue::try_from(value).ok());
        let Some((name, mut value)) = header else {
            let message = format!("the header {name:?} cannot be sent as it is");
            return Err(Error::configuration(message));
        };
        value.set_sensitive(true);
        headers.insert(name, value);
    }
    Ok(headers)
}

#[cfg(feature = "reqwest")]
fn default_transport() -> Result<Arc<dyn Transport>, Error> {
    Ok(Arc::new(crate::ReqwestTransport::new()?))
}

#[cfg(not(feature = "reqwest"))]
fn default_transport() -> Result<Arc<dyn Transport>, Error> {
    Err(Error::configuration(
        "without the feature `reqwest`, a client needs a transport of the caller's",
    ))
}

#[cfg(feature = "reqwest")]
fn default_clock() -> Result<Arc<dyn Clock>, Error> {
    Ok(Arc::new(crate::TokioClock::default()))
}

#[cfg(not(feature = "reqwest"))]
fn default_clock() -> Result<Arc<dyn Clock>, Error> {
    Err(Error::configuration(
        "without the feature `reqwest`, a client needs a clock of the caller's",
    ))
}

/// Header values and credentials are left out.
impl fmt::Debug for ClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientBuilder")
            .field("credentials", &self.credentials)
            .field("limits", &self.limits)
            .finish_non_exhaustive()
    }
}
