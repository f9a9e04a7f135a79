//! `[[client.credentials]]` and its kin: the ways to authenticate.

use serde::Deserialize;

use super::value::{HeaderName, RustName};

/// `[[client.credentials]]`: one way to authenticate.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[non_exhaustive]
pub struct CredentialConfig {
    /// What the client calls it, in snake case: `api_key` becomes a method of the builder, and
    /// `from_api_key` a constructor.
    pub name: RustName,
    /// The security schemes of the document that it satisfies:
    /// `components.securitySchemes.*`. How it is sent is read from the first of them.
    #[serde(alias = "scheme", deserialize_with = "super::value::one_or_many")]
    pub schemes: Vec<String>,
    /// Headers that carry it as well, as it is.
    #[serde(default, deserialize_with = "super::value::one_or_many")]
    pub also_headers: Vec<HeaderName>,
    /// What all values begin with, by which one that is given in the place of another is
    /// noticed before anything is sent. Of several kinds, a value is of the one with the longest
    /// prefix that it has.
    pub prefix: Option<String>,
    /// The variable of the environment that holds it.
    pub environment: Option<String>,
    /// The variable that holds the name that goes with it: the user of a password, the id of a
    /// client.
    pub user_environment: Option<String>,
    /// `[client.credentials.grant]`: for a scheme of OAuth 2.0, makes it the id and the secret of
    /// a client, for which tokens are obtained; without it, it is a token that the caller has.
    pub grant: Option<GrantConfig>,
    /// What has to go with it.
    pub companion: Option<CompanionConfig>,
    /// What it is, for the documentation of the client.
    pub description: Option<String>,
}

/// `[client.credentials.grant]`: how tokens are obtained (RFC 6749, section 4.4).
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
#[non_exhaustive]
pub struct GrantConfig {
    /// The token endpoint; by default the one of the scheme's flow `clientCredentials`.
    pub token_url: Option<String>,
    /// The scopes that are asked for; by default none, so that the server gives what the client
    /// is registered for, and those of the document where it insists on some. Callers can name
    /// others.
    pub scopes: Vec<String>,
    /// Whether id and secret go in the body, for servers that do not take them as Basic
    /// authentication.
    pub secret_in_body: bool,
}

/// `[client.credentials.companion]`: a value that has to go with a credential and is no secret.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[non_exhaustive]
pub struct CompanionConfig {
    /// What the client calls it, in snake case: `workspace_id`.
    pub name: RustName,
    /// The header that it is sent in.
    pub header: HeaderName,
    /// The variable of the environment that holds it.
    pub environment: Option<String>,
}

/// `[[client.restricted]]`: a further entry type, for credentials that only some operations
/// accept. It offers those operations and no others.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[non_exhaustive]
pub struct RestrictedConfig {
    /// The name of the entry type.
    pub name: RustName,
    /// What it is for, for the documentation.
    pub description: Option<String>,
    /// `[[client.restricted.credentials]]`: its ways to authenticate.
    pub credentials: Vec<CredentialConfig>,
}

/// `[[client.exchange]]`: a credential that is obtained by a call with another one.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[non_exhaustive]
pub struct ExchangeConfig {
    /// The name of the credential that the caller has. The client gets a constructor
    /// `from_{name}` that makes the call.
    pub from: RustName,
    /// The name of the credential that the call gives.
    pub to: RustName,
    /// The path of the operation that gives it.
    pub path: String,
    /// The parameters of that operation that the caller has to give, all of them text.
    #[serde(default)]
    pub arguments: Vec<String>,
    /// The member of its value that is the new credential.
    pub token: String,
    /// What this is, for the documentation of the client.
    pub description: Option<String>,
}
