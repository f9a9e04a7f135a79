//! What a generated client knows about its API: data that the runtime acts upon.

use crate::request::QueryStyle;
use crate::{CredentialKind, ErrorBody};

/// What a generated client knows about its API.
///
/// ```
/// use seamstress_runtime::{QueryStyle, Settings};
///
/// static SETTINGS: Settings = Settings {
///     base_url: "https://api.example.com",
///     user_agent: "example-client/1.0.0",
///     query_style: QueryStyle::Dotted { marker: None },
///     ..Settings::DEFAULT
/// };
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// The address in front of every path, unless the caller gives another.
    pub base_url: &'static str,
    /// The addresses of operations that have a server of their own, each once: see
    /// [`Operation::server`](crate::Operation::server).
    pub servers: &'static [&'static str],
    /// The `user-agent` header, unless the caller gives another.
    pub user_agent: &'static str,
    /// Headers of every request. The caller cannot replace them: they say what sent it.
    pub headers: &'static [(&'static str, &'static str)],
    /// The ways to authenticate, in order of preference.
    pub credentials: &'static [&'static CredentialKind],
    /// Whether a client uses one of them only, so that to give several is a mistake.
    pub exclusive_credentials: bool,
    /// Variables of the environment that hold the base URL; the first that is set counts.
    pub base_url_variables: &'static [&'static str],
    /// The same, for variables that should no longer be used: they come last, and are logged.
    pub deprecated_base_url_variables: &'static [&'static str],
    /// How values are written in a query.
    pub query_style: QueryStyle,
    /// The longest query in bytes; a longer one goes by [`Operation::twin_post`](crate::Operation)
    /// where there is one. Many servers and proxies refuse request lines of 8 KiB and more.
    pub max_query_bytes: usize,
    /// Where the parts of an error body stand.
    pub error_body: &'static ErrorBody,
    /// The header of an answer that carries the id of the request.
    pub request_id_header: Option<&'static str>,
}

impl Settings {
    /// Settings of an API that nothing is known about; its base URL must be filled in.
    pub const DEFAULT: Self = Self {
        base_url: "",
        servers: &[],
        user_agent: concat!("seamstress-runtime/", env!("CARGO_PKG_VERSION")),
        headers: &[],
        credentials: &[],
        exclusive_credentials: false,
        base_url_variables: &[],
        deprecated_base_url_variables: &[],
        query_style: QueryStyle::Form,
        max_query_bytes: 4000,
        error_body: &ErrorBody::NONE,
        request_id_header: None,
    };
}
