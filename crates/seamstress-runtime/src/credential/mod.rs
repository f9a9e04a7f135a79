//! Credentials: what a caller proves its identity with, and which operations accept it.

mod exchange;
mod given;
mod kind;

use std::fmt;

use http::header::AUTHORIZATION;
use http::{HeaderMap, HeaderName, HeaderValue};

pub use exchange::Exchange;
pub(crate) use exchange::exchange;
pub(crate) use given::Given;
pub use kind::{Companion, CredentialKind, Placement};

use crate::client::Shared;
use crate::{Error, ErrorKind, Operation};

/// What a caller proves its identity with: headers, and the names of the security schemes
/// of the API that they satisfy.
///
/// Its values are never shown: not by `Debug`, not in an error.
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
    headers: Vec<(HeaderName, HeaderValue)>,
}

impl Credential {
    /// `authorization: Bearer <token>` (RFC 6750, section 2.1).
    ///
    /// # Errors
    ///
    /// Of [`ErrorKind::Configuration`], where the token is empty or cannot stand in a header.
    pub fn bearer(schemes: &'static [&'static str], token: &str) -> Result<Self, Error> {
        if token.trim().is_empty() {
            return Err(unusable(schemes, "it is empty"));
        }
        let value = secret(schemes, &format!("Bearer {token}"))?;
        Ok(Self {
            name: None,
            schemes,
            headers: vec![(AUTHORIZATION, value)],
        })
    }

    /// A header of the API's own: `x-api-key: <value>`.
    ///
    /// # Errors
    ///
    /// Of [`ErrorKind::Configuration`], where name or value cannot stand in a header.
    pub fn header(
        schemes: &'static [&'static str],
        name: &str,
        value: &str,
    ) -> Result<Self, Error> {
        let none = Self {
            name: None,
            schemes,
            headers: Vec::new(),
        };
        none.and_header(name, value)
    }

    /// The same credential with one more header, for APIs that want several together.
    ///
    /// # Errors
    ///
    /// Of [`ErrorKind::Configuration`], where name or value cannot stand in a header.
    pub fn and_header(mut self, name: &str, value: &str) -> Result<Self, Error> {
        let header = HeaderName::try_from(name)
            .map_err(|_| unusable(self.schemes, "its header has an impossible name"))?;
        self.headers.push((header, secret(self.schemes, value)?));
        Ok(self)
    }

    /// The security schemes that it satisfies.
    #[must_use]
    pub fn schemes(&self) -> &'static [&'static str] {
        self.schemes
    }

    fn suits(&self, security: &[&str]) -> bool {
        intersects(self.schemes, security)
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

/// Adds to `headers` the first of the client's credentials that `operation` accepts.
///
/// # Errors
///
/// Of [`ErrorKind::Credential`], where there is none: the server would refuse the call, and
/// says less clearly why.
pub(crate) fn authenticate(
    operation: &Operation,
    client: &Shared,
    headers: &mut HeaderMap,
) -> Result<(), Error> {
    if operation.security.is_empty() {
        return Ok(());
    }
    let mut credentials = client.credentials.iter();
    let Some(credential) = credentials.find(|known| known.suits(operation.security)) else {
        return match operation.anonymous {
            true => Ok(()),
            false => Err(refused(operation, client)),
        };
    };
    for (name, value) in &credential.headers {
        headers.insert(name.clone(), value.clone());
    }
    Ok(())
}

/// The error of an operation that accepts none of the client's credentials. Both are called as
/// the builder of the client calls them, where it knows them.
fn refused(operation: &Operation, client: &Shared) -> Error {
    let kinds = client.settings.credentials;
    let accepted = kinds
        .iter()
        .filter(|kind| intersects(kind.schemes, operation.security));
    let mut accepted: Vec<String> = accepted.map(|kind| kind.to_string()).collect();
    if accepted.is_empty() {
        accepted.extend(operation.security.iter().map(ToString::to_string));
    }
    let has = client.credentials.iter().map(Credential::called);
    let has = has.collect::<Vec<_>>().join(", ");
    let has = if has.is_empty() { "none" } else { &has };
    let accepted = accepted.join(", ");
    Error::new(
        ErrorKind::Credential,
        format!("it accepts the credentials {accepted}; this client has {has}"),
    )
}

fn intersects(some: &[&str], others: &[&str]) -> bool {
    some.iter().any(|scheme| others.contains(scheme))
}

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
