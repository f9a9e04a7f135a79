//! The configuration file, `seamstress.toml`: all that is particular to one API.
//!
//! Only `[package]` and `[document]` must be there; every other section has
//! defaults that suit any API, and a convention that an API does not follow
//! (pages, long-running actions, an error body) is switched off by leaving its
//! section out. A key that is not known here is an error, never ignored: a
//! misspelt setting would otherwise do nothing, in silence.
//!
//! ```
//! use seamstress::config::Config;
//!
//! let config = Config::from_text("client/seamstress.toml", r#"
//!     [package]
//!     name = "pets"
//!     version = "1.2.0"
//!     output = "../generated/pets"
//!
//!     [document]
//!     path = "openapi.yaml"
//!
//!     [client]
//!     headers = { "x-sdk-version" = "{version}" }
//! "#)?;
//! assert_eq!(config.document.path, std::path::Path::new("client/openapi.yaml"));
//! assert_eq!(config.headers()["x-sdk-version"], "1.2.0");
//! # Ok::<(), seamstress::diagnostic::Diagnostics>(())
//! ```

mod client;
mod conventions;
mod credentials;
mod lock;
mod minimal;
mod pagination;
mod read;
mod rename;
mod tests;
mod value;
mod webhooks;

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::Deserialize;

use crate::document::Reach;

pub use client::{ClientConfig, EnvironmentConfig, ErrorConfig, QueryConfig, QueryStyle};
pub use conventions::{Method, NamesConfig, OperationsConfig, WaitingConfig};
pub use credentials::{
    CompanionConfig, CredentialConfig, ExchangeConfig, GrantConfig, RestrictedConfig,
};
pub use lock::LockSetting;
pub use pagination::{OperationPaging, PaginationConfig, PagingStyle};
pub use rename::{NewName, Renamed};
pub use tests::TestsConfig;
pub use value::{EmittedPath, HeaderName, PackageName, RustName, Template, Version};
pub use webhooks::WebhooksConfig;

/// All settings of one generated crate.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[non_exhaustive]
pub struct Config {
    /// `[package]`: the emitted crate.
    pub package: PackageConfig,
    /// `[document]`: what it is generated from.
    pub document: DocumentConfig,
    /// `[client]`: the entry type, and what it sends with every request.
    #[serde(default)]
    pub client: ClientConfig,
    /// `[operations]`: which operations become methods, and what they return.
    #[serde(default)]
    pub operations: OperationsConfig,
    /// `[pagination]`: how lists are paged; without it, that is inferred.
    pub pagination: Option<PaginationConfig>,
    /// `[waiting]`: how long-running actions are awaited; without it, none is.
    pub waiting: Option<WaitingConfig>,
    /// `[webhooks]`: how events that the server sends are read; without it, none is.
    pub webhooks: Option<WebhooksConfig>,
    /// `[tests]`: tests that the emitted crate carries.
    #[serde(default)]
    pub tests: TestsConfig,
    /// `[names]`: names that overrule the generator's own.
    #[serde(default)]
    pub names: NamesConfig,
}

impl Config {
    /// The headers of every request, with their placeholders filled in.
    pub fn headers(&self) -> BTreeMap<&str, String> {
        let headers = self.client.headers.iter();
        headers
            .map(|(name, value)| (name.as_str(), value.fill(&self.package)))
            .collect()
    }

    /// The `user-agent` of every request: the configured one, or `{name}/{version}`.
    pub fn user_agent(&self) -> String {
        self.client.user_agent.fill(&self.package)
    }
}

/// `[package]`: the emitted crate.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[non_exhaustive]
pub struct PackageConfig {
    /// The name of the crate: letters, digits, `-` and `_`.
    pub name: PackageName,
    /// Its version, as Semantic Versioning has it.
    pub version: Version,
    /// Where it is written; relative to the configuration file there, resolved here.
    pub output: PathBuf,
    /// One sentence for the registry; by default the document's title.
    pub description: Option<String>,
    /// An SPDX expression.
    pub license: Option<String>,
    /// The address of its repository.
    pub repository: Option<String>,
    /// The address of its home page.
    pub homepage: Option<String>,
    /// Keywords for the registry.
    #[serde(default)]
    pub keywords: Vec<String>,
    /// Categories of the registry.
    #[serde(default)]
    pub categories: Vec<String>,
    /// The oldest Rust that it supports; by default the one that the runtime needs.
    pub rust_version: Option<String>,
    /// Where the runtime is found, relative to the *emitted crate*; by default
    /// it comes from the registry.
    pub runtime_path: Option<String>,
    /// Hand-written files that are copied into the crate, such as examples and
    /// tests: emitted path = source path. The source is relative to the
    /// configuration file there, resolved here.
    #[serde(default)]
    pub files: BTreeMap<EmittedPath, PathBuf>,
}

/// `[document]`: what the crate is generated from.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[non_exhaustive]
pub struct DocumentConfig {
    /// The OpenAPI document; relative to the configuration file there, resolved here.
    pub path: PathBuf,
    /// OpenAPI Overlays, applied in this order; resolved likewise.
    #[serde(default)]
    pub overlays: Vec<PathBuf>,
    /// The folder that references of the document into other files do not leave; by default the
    /// one that it is in. Resolved likewise.
    pub root: Option<PathBuf>,
    /// Copies of what references of the document name on the web, from where nothing is ever
    /// fetched: an address, or the beginning of addresses, = a file or a folder. Resolved
    /// likewise.
    #[serde(default)]
    pub remote: BTreeMap<String, PathBuf>,
    /// Whether what is marked as undocumented (see
    /// [`OperationsConfig::undocumented`]) is generated all the same.
    #[serde(default)]
    pub undocumented: bool,
    /// The command that generates the crate, named in the header of every emitted file.
    #[serde(default = "default_command")]
    pub command: String,
}

impl DocumentConfig {
    /// How far references of the document reach.
    pub fn reach(&self) -> Reach {
        Reach {
            root: self.root.clone(),
            remote: self.remote.clone(),
        }
    }
}

fn default_command() -> String {
    "seamstress generate".to_owned()
}
