//! Credentials: what a caller proves its identity with, and which operations accept it.

use std::fmt;

use http::header::AUTHORIZATION;
use http::{HeaderMap, HeaderName, HeaderValue};

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

    fn suits(&self, operation: &Operation) -> bool {
        self.schemes
            .iter()
            .any(|scheme| operation.security.contains(scheme))
    }
}

impl fmt::Debug for Credential {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Credential")
            .field("schemes", &self.schemes)
            .finish_non_exhaustive()
    }
}

/// Adds to `headers` the first of `credentials` that `operation` accepts.
///
/// # Errors
///
/// Of [`ErrorKind::Credential`], where there is none: the server would refuse the call, and
/// says less clearly why.
pub(crate) fn authenticate(
    operation: &Operation,
    credentials: &[Credential],
    headers: &mut HeaderMap,
) -> Result<(), Error> {
    if operation.security.is_empty() {
        return Ok(());
    }
    let Some(credential) = credentials.iter().find(|known| known.suits(operation)) else {
        return Err(refused(operation, credentials));
    };
    for (name, value) in &credential.headers {
        headers.insert(name.clone(), value.clone());
    }
    Ok(())
}

fn refused(operation: &Operation, credentials: &[Credential]) -> Error {
    let known: Vec<&str> = credentials
        .iter()
        .flat_map(|credential| credential.schemes)
        .copied()
        .collect();
    let has = match known.as_slice() {
        [] => "none".to_owned(),
        _ => known.join(", "),
    };
    let accepted = operation.security.join(", ");
    Error::new(
        ErrorKind::Credential,
        format!("it accepts the credentials {accepted}; this client has {has}"),
    )
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
