//! Tokens for a client's own name and secret (RFC 6749, section 4.4), and their renewal.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use bytes::Bytes;
use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, USER_AGENT};
use http::{HeaderValue, Request, Response, StatusCode, Uri};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::Value;

use super::Token;
use super::basic::basic;
use crate::client::Shared;
use crate::json;
use crate::retry::{Outcome, is_transient, pause};
use crate::transport::Limits;
use crate::{Error, ErrorKind, trace};

/// How a client obtains tokens for its name and secret: OAuth 2.0, client credentials.
///
/// ```
/// use seamstress_runtime::{CredentialKind, Grant};
///
/// static CLIENT_CREDENTIALS: CredentialKind = CredentialKind {
///     name: "client_credentials",
///     schemes: &["oauth"],
///     grant: Some(&Grant { token_url: "https://example.com/token", ..Grant::DEFAULT }),
///     ..CredentialKind::DEFAULT
/// };
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grant {
    /// The token endpoint (RFC 6749, section 3.2); a path counts from the base URL's origin.
    pub token_url: &'static str,
    /// Where tokens are renewed, if not there.
    pub refresh_url: Option<&'static str>,
    /// The scopes that are asked for, unless the caller names others; with none, the server
    /// gives what the client is registered for (RFC 6749, section 3.3).
    pub scopes: &'static [&'static str],
    /// All scopes that the API has. They are asked for where no others are named and the server
    /// insists on some.
    pub documented: &'static [&'static str],
    /// Whether name and secret go in the body, for servers that do not take them as Basic
    /// authentication (RFC 6749, section 2.3.1).
    pub secret_in_body: bool,
}

impl Grant {
    /// A grant without a token endpoint, which must be filled in.
    pub const DEFAULT: Self = Self {
        token_url: "",
        refresh_url: None,
        scopes: &[],
        documented: &[],
        secret_in_body: false,
    };
}

/// A [`Grant`] with what the caller gave for it.
pub(super) struct GrantSource {
    pub(super) grant: &'static Grant,
    pub(super) token_url: Option<String>,
    pub(super) scopes: Option<Vec<String>>,
    pub(super) client_id: String,
    pub(super) client_secret: String,
    /// The token for the next renewal, where the server gave one.
    pub(super) refresh: Mutex<Option<String>>,
}

/// `application/x-www-form-urlencoded` (WHATWG URL, section 5.2); a space is `%20`, which is
/// read as `+` is.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'*')
    .remove(b'-')
    .remove(b'.')
    .remove(b'_');

impl GrantSource {
    /// A new token: by the refresh token where there is one (RFC 6749, section 6), and else, or
    /// where that is not accepted any more, by name and secret.
    pub(super) async fn token(&self, client: &Shared, end: Duration) -> Result<Token, Error> {
        let refresh = self.refresh_token().take();
        if let Some(refresh) = refresh {
            let url = self.grant.refresh_url.or(self.token_url.as_deref());
            let form = [
                ("grant_type", "refresh_token"),
                ("refresh_token", refresh.as_str()),
            ];
            match self.ask(client, end, url, &form).await {
                Ok(token) => {
                    // The server may give a new one, and then the old one may be void.
                    self.refresh_token().get_or_insert(refresh);
                    return Ok(token);
                }
                Err(refused) if refused.error.kind() == ErrorKind::Credential => {}
                Err(refused) => {
                    *self.refresh_token() = Some(refresh);
                    return Err(refused.error);
                }
            }
        }
        let scopes = match &self.scopes {
            Some(scopes) => scopes.join(" "),
            None => self.grant.scopes.join(" "),
        };
        let given = match self.for_secret(client, end, &scopes).await {
            // A server without default scopes refuses a request that names none (section 3.3).
            Err(refused)
                if scopes.is_empty()
                    && self.scopes.is_none()
                    && !self.grant.documented.is_empty()
                    && refused.code == Some("invalid_scope") =>
            {
                let scopes = self.grant.documented.join(" ");
                self.for_secret(client, end, &scopes).await
            }
            given => given,
        };
        given.map_err(|refused| refused.error)
    }

    /// A token for name and secret (RFC 6749, section 4.4.2).
    async fn for_secret(
        &self,
        client: &Shared,
        end: Duration,
        scopes: &str,
    ) -> Result<Token, Refused> {
        let form = [("grant_type", "client_credentials"), ("scope", scopes)];
        let form = if scopes.is_empty() { &form[..1] } else { &form };
        self.ask(client, end, self.token_url.as_deref(), form).await
    }

    /// Asks the token endpoint, again where that is transient, until the deadline `end`.
    async fn ask(
        &self,
        client: &Shared,
        end: Duration,
        url: Option<&str>,
        form: &[(&str, &str)],
    ) -> Result<Token, Refused> {
        let mut number = 1;
        loop {
            let request = self.request(client, url, form)?;
            let left = end.saturating_sub(client.clock.now());
            let limits = Limits {
                timeout: client.limits.timeout.min(left),
                max_response_bytes: client.limits.max_response_bytes.min(MAX_BYTES),
            };
            let outcome = client.transport.execute(request, limits).await;
            let pause = pause(&client.retry, number, &outcome, &*client.clock);
            let is_late = client.clock.now().saturating_add(pause) >= end;
            let is_last = number >= client.retry.max_attempts || !is_transient(&outcome);
            if is_last || is_late || !client.budget.take() {
                return self.read(outcome);
            }
            client.clock.sleep(pause).await;
            number += 1;
        }
    }

    fn request(
        &self,
        client: &Shared,
        url: Option<&str>,
        form: &[(&str, &str)],
    ) -> Result<Request<Bytes>, Error> {
        let encode = |text: &str| utf8_percent_encode(text, ENCODED).to_string();
        let (id, secret) = (encode(&self.client_id), encode(&self.client_secret));
        let pairs = form.iter();
        let mut body: Vec<String> = pairs
            .map(|(name, value)| format!("{name}={}", encode(value)))
            .collect();
        let mut request = Request::new(Bytes::new());
        *request.method_mut() = http::Method::POST;
        *request.uri_mut() = token_url(client, url.unwrap_or(self.grant.token_url))?;
        let headers = request.headers_mut();
        if self.grant.secret_in_body {
            body.push(format!("client_id={id}"));
            body.push(format!("client_secret={secret}"));
        } else {
            // Encoded twice over, as the specification has it.
            let basic = basic(&id, &secret).map_err(Error::configuration)?;
            headers.insert(AUTHORIZATION, basic);
        }
        headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
        let form = HeaderValue::from_static("application/x-www-form-urlencoded");
        headers.insert(CONTENT_TYPE, form);
        if let Some(agent) = client.headers.get(USER_AGENT) {
            headers.insert(USER_AGENT, agent.clone());
        }
        *request.body_mut() = Bytes::from(body.join("&"));
        Ok(request)
    }

    /// Reads what the token endpoint answered (RFC 6749, sections 5.1 and 5.2). None of it is
    /// repeated in an error, but for the codes of the specification: it may be a token.
    fn read(&self, outcome: Outcome) -> Result<Token, Refused> {
        let answer = outcome.map_err(Error::from_transport)?;
        let (status, body) = (answer.status(), json::from_slice::<Value>(answer.body()));
        let body = body.map(|(body, _)| body).unwrap_or_default();
        let text = |name: &str| body.get(name).and_then(Value::as_str);
        if !status.is_success() {
            return Err(refused(&answer, text("error")));
        }
        let Some(secret) = text("access_token").filter(|token| !token.is_empty()) else {
            let reason = "the answer of the token endpoint has no `access_token`";
            let error = Error::new(ErrorKind::Credential, reason);
            return Err(error.with_answer(status, None).into());
        };
        if text("token_type").is_some_and(|kind| !kind.eq_ignore_ascii_case("bearer")) {
            let reason = "the token endpoint gave a token that is no bearer token";
            let error = Error::new(ErrorKind::Credential, reason);
            return Err(error.with_answer(status, None).into());
        }
        if let Some(refresh) = text("refresh_token") {
            *self.refresh_token() = Some(refresh.to_owned());
        }
        trace::token_obtained();
        let token = Token::new(secret);
        Ok(match lifetime(body.get("expires_in")) {
            Some(lifetime) => token.expires_in(lifetime),
            None => token,
        })
    }

    fn refresh_token(&self) -> std::sync::MutexGuard<'_, Option<String>> {
        self.refresh.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The largest answer of a token endpoint that is read: 1 MiB.
const MAX_BYTES: u64 = 1024 * 1024;

/// Seconds, as a number or, against the specification and all the same often, as text.
fn lifetime(value: Option<&Value>) -> Option<Duration> {
    let seconds = match value? {
        Value::Number(number) => number.as_f64()?,
        Value::String(text) => text.trim().parse().ok()?,
        _ => return None,
    };
    Duration::try_from_secs_f64(seconds.max(0.0)).ok()
}

/// Why there is no token, and which code of the specification the server gave for that.
struct Refused {
    error: Error,
    code: Option<&'static str>,
}

impl From<Error> for Refused {
    fn from(error: Error) -> Self {
        Self { error, code: None }
    }
}

fn refused(answer: &Response<Bytes>, code: Option<&str>) -> Refused {
    const CODES: [&str; 6] = [
        "invalid_client",
        "invalid_grant",
        "invalid_request",
        "invalid_scope",
        "unauthorized_client",
        "unsupported_grant_type",
    ];
    let status: StatusCode = answer.status();
    let code = CODES.into_iter().find(|known| code == Some(*known));
    let said = code.map(|code| format!(": {code}")).unwrap_or_default();
    let kind = match status.is_server_error() {
        true => ErrorKind::Transport,
        false => ErrorKind::Credential,
    };
    let message = format!("the token endpoint answered {status}{said}");
    let error = Error::new(kind, message).with_answer(status, None);
    Refused { error, code }
}

/// The address of the token endpoint. It is not repeated in an error.
fn token_url(client: &Shared, url: &str) -> Result<Uri, Error> {
    let bad = || Error::configuration("the token endpoint has no usable address");
    let whole = match url.starts_with('/') && !url.starts_with("//") {
        true => format!("{}{url}", client.base_url.origin()),
        false => url.to_owned(),
    };
    let uri: Uri = whole.parse().map_err(|_| bad())?;
    let is_web = matches!(uri.scheme_str(), Some("http" | "https"));
    let has_user = uri.authority().is_some_and(|a| a.as_str().contains('@'));
    match is_web && !has_user && !url.contains('#') {
        true => Ok(uri),
        false => Err(bad()),
    }
}
