//! Credentials: what a caller proves its identity with, and which operations accept it.

mod basic;
mod exchange;
mod given;
mod grant;
mod kind;
mod part;
mod proof;
mod token;

use std::fmt;
use std::sync::Arc;

use http::header::{ACCEPT, AUTHORIZATION, CONTENT_LENGTH, CONTENT_TYPE};
use http::{HeaderMap, HeaderName, HeaderValue};

pub use exchange::Exchange;
pub(crate) use exchange::exchange;
pub(crate) use given::Given;
pub use grant::Grant;
pub use kind::{Companion, CredentialKind, Placement};
pub(crate) use proof::Proof;
pub use token::{Token, TokenProvider};

use crate::Error;
use part::{Part, is_cookie_name, is_cookie_value};
use token::{Source, Tokens};

/// What a caller proves its identity with: headers, a parameter of the query or a cookie, and
/// the names of the security schemes of the API that they satisfy.
///
/// Its values are never shown: not by `Debug`, not in an error. A certificate is none of them:
/// for mutual TLS, give [`http_client`](crate::ClientBuilder::http_client) your own HTTP client
/// with the certificate.
///
/// ```
/// use seamstress_runtime::Credential;
///
/// let key = Credential::bearer(&["api_key"], "s3cret")?;
/// assert!(!format!("{key:?}").contains("s3cret"));
/// assert!(Credential::bearer(&["api_key"], "line\nbreak").is_err());
/// # Ok::<(), seamstress_runtime::Error>(())
/// ```
#[derive(Clone)]
pub struct Credential {
    /// What the builder of a generated client calls it.
    name: Option<&'static str>,
    schemes: &'static [&'static str],
    parts: Vec<Part>,
    /// Where it is a token that is obtained.
    tokens: Option<Arc<Tokens>>,
    /// The client's headers and its own, where it is nothing but headers: most calls send these,
    /// and copy them in one go.
    headers: Option<HeaderMap>,
}

impl Credential {
    /// `authorization: Bearer <token>` (RFC 6750, section 2.1).
    ///
    /// # Errors
    ///
    /// Of [`ErrorKind::Configuration`](crate::ErrorKind::Configuration), where the token is empty or cannot stand in a header.
    pub fn bearer(schemes: &'static [&'static str], token: &str) -> Result<Self, Error> {
        if token.trim().is_empty() {
            return Err(unusable(schemes, "it is empty"));
        }
        let value = secret(schemes, &format!("Bearer {token}"))?;
        Ok(Self::new(schemes, vec![Part::Header(AUTHORIZATION, value)]))
    }

    /// `authorization: Basic …`, a user and a password (RFC 7617).
    ///
    /// # Errors
    ///
    /// Of [`ErrorKind::Configuration`](crate::ErrorKind::Configuration), where the user has a
    /// colon, or one of them a control character.
    pub fn basic(
        schemes: &'static [&'static str],
        user: &str,
        password: &str,
    ) -> Result<Self, Error> {
        let value = basic::basic(user, password).map_err(|reason| unusable(schemes, reason))?;
        Ok(Self::new(schemes, vec![Part::Header(AUTHORIZATION, value)]))
    }

    /// A header of the API's own: `x-api-key: <value>`.
    ///
    /// # Errors
    ///
    /// Of [`ErrorKind::Configuration`](crate::ErrorKind::Configuration), where name or value cannot stand in a header.
    pub fn header(
        schemes: &'static [&'static str],
        name: &str,
        value: &str,
    ) -> Result<Self, Error> {
        Self::new(schemes, Vec::new()).and_header(name, value)
    }

    /// A parameter of the query: `?key=<value>`. Servers and proxies log addresses: prefer any
    /// other way that the API has.
    ///
    /// # Errors
    ///
    /// Of [`ErrorKind::Configuration`](crate::ErrorKind::Configuration), where the value is empty.
    pub fn query(schemes: &'static [&'static str], name: &str, value: &str) -> Result<Self, Error> {
        if value.is_empty() {
            return Err(unusable(schemes, "it is empty"));
        }
        let part = Part::Query(name.to_owned(), value.to_owned());
        Ok(Self::new(schemes, vec![part]))
    }

    /// A cookie: `cookie: name=<value>` (RFC 6265, section 4.2), beside those that a call has.
    ///
    /// # Errors
    ///
    /// Of [`ErrorKind::Configuration`](crate::ErrorKind::Configuration), where name or value
    /// cannot stand in a cookie.
    pub fn cookie(
        schemes: &'static [&'static str],
        name: &str,
        value: &str,
    ) -> Result<Self, Error> {
        if !is_cookie_name(name) {
            return Err(unusable(schemes, "its cookie has an impossible name"));
        }
        if value.is_empty() || !is_cookie_value(value) {
            return Err(unusable(schemes, NO_COOKIE));
        }
        let part = Part::Cookie(name.to_owned(), value.to_owned());
        Ok(Self::new(schemes, vec![part]))
    }

    /// `authorization: Bearer <token>`, with the token that `provider` gives.
    #[must_use]
    pub fn tokens(schemes: &'static [&'static str], provider: impl TokenProvider) -> Self {
        Self::obtained(schemes, Source::Provider(Arc::new(provider)))
    }

    fn obtained(schemes: &'static [&'static str], source: Source) -> Self {
        Self {
            tokens: Some(Arc::new(Tokens::new(source))),
            ..Self::new(schemes, Vec::new())
        }
    }

    fn new(schemes: &'static [&'static str], parts: Vec<Part>) -> Self {
        Self {
            name: None,
            schemes,
            parts,
            tokens: None,
            headers: None,
        }
    }

    /// The same credential with one more header, for APIs that want several together.
    ///
    /// # Errors
    ///
    /// Of [`ErrorKind::Configuration`](crate::ErrorKind::Configuration), where name or value cannot stand in a header.
    pub fn and_header(mut self, name: &str, value: &str) -> Result<Self, Error> {
        let header = HeaderName::try_from(name)
            .map_err(|_| unusable(self.schemes, "its header has an impossible name"))?;
        let value = secret(self.schemes, value)?;
        self.parts.push(Part::Header(header, value));
        Ok(self)
    }

    /// The security schemes that it satisfies.
    #[must_use]
    pub fn schemes(&self) -> &'static [&'static str] {
        self.schemes
    }

    /// The same credential of a client whose requests have these headers.
    pub(crate) fn among(mut self, headers: &HeaderMap) -> Self {
        self.headers = self.together(headers);
        self
    }

    /// `headers` and its own, in the place of those of their names.
    fn together(&self, headers: &HeaderMap) -> Option<HeaderMap> {
        if self.tokens.is_some() {
            return None;
        }
        let mut together = headers.clone();
        for part in &self.parts {
            match part {
                // Operations have others in their place, and these would stay.
                Part::Header(ACCEPT | CONTENT_LENGTH | CONTENT_TYPE, _) => return None,
                Part::Header(name, value) => together.insert(name, value.clone()),
                Part::Query(..) | Part::Cookie(..) => return None,
            };
        }
        Some(together)
    }

    /// What the caller calls it, or else the security schemes that it satisfies.
    fn called(&self) -> String {
        match self.name {
            Some(name) => format!("`{name}`"),
            None => self.schemes.join(", "),
        }
    }
}

impl fmt::Debug for Credential {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Credential")
            .field("schemes", &self.schemes)
            .finish_non_exhaustive()
    }
}

/// What is wrong with a value that no cookie can carry.
const NO_COOKIE: &str = "it has characters that no cookie can carry";

fn secret(schemes: &[&str], value: &str) -> Result<HeaderValue, Error> {
    let mut value = HeaderValue::try_from(value)
        .map_err(|_| unusable(schemes, "it has characters that no header can carry"))?;
    value.set_sensitive(true);
    Ok(value)
}

fn unusable(schemes: &[&str], reason: &str) -> Error {
    Error::configuration(format!(
        "the credential for {} cannot be used: {reason}",
        schemes.join(", ")
    ))
}
