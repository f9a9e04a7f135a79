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
    /// How a token is obtained for it, where it is the name and secret of a client.
    pub grant: Option<Grant>,
    /// Whether callers may obtain it in a way of their own, again and again, while the client is
    /// in use.
    pub is_token: bool,
    /// Headers that carry it as well.
    pub also_headers: Vec<String>,
    /// What all values begin with.
    pub prefix: Option<String>,
    /// The variable of the environment that holds it.
    pub variable: Option<String>,
    /// The variable that holds the name that goes with it: of a user or of a client.
    pub user_variable: Option<String>,
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
    /// As a user and a password (RFC 7617).
    Basic,
    /// In a header of its own.
    Header(String),
    /// In the query.
    Query(String),
    /// In a cookie.
    Cookie(String),
}

/// How tokens are obtained for the name and the secret of a client (RFC 6749, section 4.4).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    /// The address that gives tokens.
    pub token_url: String,
    /// The address that renews them, if not that one.
    pub refresh_url: Option<String>,
    /// What the tokens shall allow, unless callers say otherwise.
    pub scopes: Vec<String>,
    /// All scopes that there are.
    pub documented: Vec<String>,
    /// Whether name and secret go in the body.
    pub secret_in_body: bool,
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
