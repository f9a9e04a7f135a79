//! What a generated client knows about one way to authenticate.

use std::fmt;

use super::Grant;

/// What a generated client knows about one way to authenticate: a static per way.
///
/// ```
/// use seamstress_runtime::{Companion, CredentialKind, Placement};
///
/// static TOKEN: CredentialKind = CredentialKind {
///     name: "access_token",
///     schemes: &["token_with_team"],
///     prefix: Some("tok_"),
///     variable: Some("EXAMPLE_TOKEN"),
///     companion: Some(Companion {
///         name: "team_id",
///         header: "x-team",
///         variable: Some("EXAMPLE_TEAM_ID"),
///     }),
///     ..CredentialKind::DEFAULT
/// };
/// assert_eq!(TOKEN.to_string(), "`access_token` (EXAMPLE_TOKEN) with `team_id` (EXAMPLE_TEAM_ID)");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CredentialKind {
    /// What the builder of the client calls it: `api_key`.
    pub name: &'static str,
    /// The names of the security schemes of the API that it satisfies.
    pub schemes: &'static [&'static str],
    /// Where it is sent.
    pub placement: Placement,
    /// How a token is obtained for it, where it is not sent itself.
    pub grant: Option<&'static Grant>,
    /// Headers that carry it besides, as it is.
    pub also: &'static [&'static str],
    /// What its values begin with. Of several kinds, a value is of the one with the longest
    /// prefix that it has; a kind without a prefix takes any value.
    pub prefix: Option<&'static str>,
    /// The variable of the environment that holds it.
    pub variable: Option<&'static str>,
    /// The variable that holds the name that goes with it: of a user or of a client.
    pub user_variable: Option<&'static str>,
    /// What has to go with it.
    pub companion: Option<Companion>,
}

impl CredentialKind {
    /// A bearer token, to be filled in.
    pub const DEFAULT: Self = Self {
        name: "",
        schemes: &[],
        placement: Placement::Bearer,
        grant: None,
        also: &[],
        prefix: None,
        variable: None,
        user_variable: None,
        companion: None,
    };

    /// The variables of the environment that have to be set for it: `USER with PASSWORD`.
    pub(super) fn variables(&self) -> Option<String> {
        let variable = self.variable?;
        let mut text = match self.user_variable {
            Some(user) => format!("{user} with {variable}"),
            None => variable.to_owned(),
        };
        if let Some(companion) = self.companion.and_then(|companion| companion.variable) {
            text = format!("{text} with {companion}");
        }
        Some(text)
    }
}

/// As a caller knows it: `api_key` (EXAMPLE_API_KEY).
impl fmt::Display for CredentialKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.user_variable, self.variable) {
            (Some(user), Some(variable)) => write!(f, "`{}` ({user}, {variable})", self.name)?,
            (_, variable) => called(f, self.name, variable)?,
        }
        if let Some(companion) = &self.companion {
            write!(f, " with {companion}")?;
        }
        Ok(())
    }
}

/// Where a credential is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Placement {
    /// In `authorization: Bearer …` (RFC 6750, section 2.1).
    Bearer,
    /// As user and password in `authorization: Basic …` (RFC 7617).
    Basic,
    /// In a header of the API's own. It is the whole value of the header.
    Header(&'static str),
    /// In the query.
    Query(&'static str),
    /// In a cookie (RFC 6265, section 4.2).
    Cookie(&'static str),
}

/// A value that has to go with a credential and is no secret, such as the name of a workspace.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Companion {
    /// What the builder of the client calls it: `workspace_id`.
    pub name: &'static str,
    /// The header that it is sent in.
    pub header: &'static str,
    /// The variable of the environment that holds it.
    pub variable: Option<&'static str>,
}

impl fmt::Display for Companion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        called(f, self.name, self.variable)
    }
}

fn called(f: &mut fmt::Formatter<'_>, name: &str, variable: Option<&str>) -> fmt::Result {
    write!(f, "`{name}`")?;
    match variable {
        Some(variable) => write!(f, " ({variable})"),
        None => Ok(()),
    }
}
