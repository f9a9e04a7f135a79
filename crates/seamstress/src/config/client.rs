//! `[client]`: the entry type, and what it sends with every request.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::credentials::{CredentialConfig, ExchangeConfig, RestrictedConfig};
use super::value::{HeaderName, RustName, Template};

/// `[client]`: the entry type, and what it sends with every request.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
#[non_exhaustive]
pub struct ClientConfig {
    /// The name of the entry type; by default the document's title in camel case.
    pub name: Option<RustName>,
    /// The address in front of every path; by default the document's first server.
    pub base_url: Option<String>,
    /// The `user-agent` header; `{name}` and `{version}` are those of the package.
    pub user_agent: Template,
    /// Headers of every request; `{name}` and `{version}` are those of the package.
    pub headers: BTreeMap<HeaderName, Template>,
    /// The response header that carries the id of a request, for error messages.
    pub request_id_header: Option<HeaderName>,
    /// `[client.environment]`: variables of the environment, besides those of credentials.
    pub environment: EnvironmentConfig,
    /// `[[client.credentials]]`: the ways to authenticate, in order of
    /// preference; by default one per security scheme of the document.
    pub credentials: Vec<CredentialConfig>,
    /// Whether a client uses one credential only, so that to give it several is a mistake. By
    /// default, each operation gets the first that it accepts.
    pub exclusive_credentials: bool,
    /// `[[client.exchange]]`: credentials that are obtained by a call with another one.
    pub exchange: Vec<ExchangeConfig>,
    /// `[[client.restricted]]`: further entry types, with less to offer.
    pub restricted: Vec<RestrictedConfig>,
    /// `[client.query]`: how structured values are written in a query.
    pub query: QueryConfig,
    /// `[client.error]`: where the parts of an error body are; by default it is
    /// kept as JSON.
    pub error: Option<ErrorConfig>,
}

/// `[client.environment]`: variables of the environment that `from_env` reads.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
#[non_exhaustive]
pub struct EnvironmentConfig {
    /// Variables that overrule the base URL; the first that is set wins.
    pub base_url: Vec<String>,
    /// Variables that did so once: they are read after the others, and logged as deprecated.
    pub deprecated_base_url: Vec<String>,
}

/// `[client.query]`: how structured values are written in a query.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
#[non_exhaustive]
pub struct QueryConfig {
    /// How lists and objects are written where the document does not say.
    pub style: QueryStyle,
    /// A parameter that is added, with the value `true`, to every query that is
    /// not empty, so that the server reads it by the same rules.
    pub strict_marker: Option<String>,
}

/// How lists and objects are written in a query.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum QueryStyle {
    /// As the parameter's own `style` and `explode` say, with the defaults of the
    /// specification (OpenAPI 3.0, Parameter Object, Style Values).
    #[default]
    Document,
    /// Members of objects by dotted names (`a.b=1`), lists by repetition
    /// (`a=1&a=2`), an empty list and null as an empty value (`a=`).
    Dotted,
}

/// `[client.error]`: where the parts of an error body are.
///
/// Each is the name of a member; those besides `object` are looked for inside it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
#[non_exhaustive]
pub struct ErrorConfig {
    /// The member of the body that holds the error; without it, the body itself.
    pub object: Option<String>,
    /// Which error it is, for programs.
    pub kind: Option<String>,
    /// What went wrong, for people.
    pub message: Option<String>,
    /// What is wrong with which field.
    pub validation: Option<String>,
    /// The member of the validation errors of a field that lists the messages, beside those of
    /// the fields inside it.
    pub validation_messages: Option<String>,
    /// The id of the request.
    pub request_id: Option<String>,
}
