//! Ways to authenticate.

use super::OperationId;

/// One way to authenticate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credential {
    /// What callers call it: `api_key`.
    pub name: String,
    /// The security schemes that it satisfies.
    pub schemes: Vec<String>,
    /// Where it is sent.
    pub placement: Placement,
    /// Headers that carry it as well.
    pub also_headers: Vec<String>,
    /// What all values begin with.
    pub prefix: Option<String>,
    /// The variable of the environment that holds it.
    pub variable: Option<String>,
    /// What has to go with it.
    pub companion: Option<Companion>,
    /// What it is.
    pub docs: Option<String>,
}

/// Where a credential is sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Placement {
    /// As a bearer token (RFC 6750, section 2.1).
    Bearer,
    /// In a header of its own.
    Header(String),
}

/// A value that has to go with a credential and is no secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Companion {
    /// What callers call it: `workspace_id`.
    pub name: String,
    /// The header that it is sent in.
    pub header: String,
    /// The variable of the environment that holds it.
    pub variable: Option<String>,
}

/// A credential that is obtained by a call with another one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exchange {
    /// The place of the one that callers have in [`Api::credentials`](super::Api::credentials).
    pub from: usize,
    /// The place of the one that the call gives.
    pub to: usize,
    /// The operation that gives it.
    pub operation: OperationId,
    /// The parameters that callers have to give, all of them text.
    pub arguments: Vec<String>,
    /// The member of the value that is the credential.
    pub token: String,
    /// What this is.
    pub docs: Option<String>,
}

/// A client for credentials that only some operations accept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RestrictedClient {
    /// Its name.
    pub name: String,
    /// What it is for.
    pub docs: Option<String>,
    /// Its ways to authenticate.
    pub credentials: Vec<Credential>,
}
