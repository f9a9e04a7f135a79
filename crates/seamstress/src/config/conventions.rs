//! `[operations]`, `[waiting]` and `[names]`: the conventions of an API.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::lock::LockSetting;
use super::rename::{NewName, Renamed};
use crate::lock::Lock;

/// `[operations]`: which operations become methods, and what they return.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
#[non_exhaustive]
pub struct OperationsConfig {
    /// For APIs whose paths are the names of procedures, where all HTTP methods
    /// of a path do the same: the first of these that a path has is the one that
    /// is called, and the last step of the path is its name. Where one of them is idempotent
    /// (RFC 9110, section 9.2.2), so is the one that is called, by whichever method: a read
    /// that goes by POST is tried again as any other.
    ///
    /// Empty by default, as REST has it: every method of a path is an operation
    /// of its own, named after what the method does to such a path
    /// (`GET /customers/{id}` is `customers().get(id)`), or as its
    /// `operationId` has it.
    pub preference: Vec<Method>,
    /// The extension of an operation that names the member of the response
    /// that is its result; by default the one member that holds a payload.
    pub response_key: Option<String>,
    /// The extension that marks what is left out, unless
    /// [`DocumentConfig::undocumented`](super::DocumentConfig::undocumented) is set.
    pub undocumented: Option<String>,
    /// The extension that holds the reason of a deprecation.
    pub deprecated: Option<String>,
}

/// An HTTP method, spelt in small letters as in a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Method {
    /// `GET`
    Get,
    /// `PUT`
    Put,
    /// `POST`
    Post,
    /// `DELETE`
    Delete,
    /// `OPTIONS`
    Options,
    /// `HEAD`
    Head,
    /// `PATCH`
    Patch,
    /// `TRACE`
    Trace,
}

impl Method {
    /// Its key in a path item of a document.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Get => "get",
            Self::Put => "put",
            Self::Post => "post",
            Self::Delete => "delete",
            Self::Options => "options",
            Self::Head => "head",
            Self::Patch => "patch",
            Self::Trace => "trace",
        }
    }
}

/// `[waiting]`: how long-running actions are awaited.
///
/// An operation whose response carries the action's schema can be awaited: the
/// action is read again until its status is no longer the pending one.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[non_exhaustive]
pub struct WaitingConfig {
    /// The component schema of an action.
    pub schema: String,
    /// Its property that says how far it is.
    pub status: String,
    /// The status of an action that still runs; there may be several.
    #[serde(deserialize_with = "super::value::one_or_many")]
    pub pending: Vec<String>,
    /// The status of an action that did what it should; there may be several.
    #[serde(deserialize_with = "super::value::one_or_many")]
    pub success: Vec<String>,
    /// The status of an action that failed; there may be several.
    #[serde(deserialize_with = "super::value::one_or_many")]
    pub error: Vec<String>,
    /// The path of the operation that reads an action.
    pub poll: String,
    /// The property of an action, and the parameter of that operation, that identifies it.
    pub id: String,
}

/// `[names]`: names that overrule the generator's own.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
#[non_exhaustive]
pub struct NamesConfig {
    /// The JSON pointer of a schema = the Rust name of its type; or the JSON pointer or the
    /// `operationId` of an operation = the way to it: `customers.cards.list` for
    /// `client.customers().cards().list()`, or `list` for a new name where it is.
    ///
    /// A pointer that leads to nothing in the document is reported by the
    /// generator: the name would otherwise be lost with the next release of
    /// the document, in silence.
    pub rename: BTreeMap<Renamed, NewName>,
    /// The file that remembers names, so that what the document adds renames nothing that was
    /// there; relative to the configuration file there, resolved here. By default it stands beside
    /// the configuration, `seamstress.lock` beside `seamstress.toml`; `false` is to have none.
    pub lock: LockSetting,
    /// The names that it has: those of the last run.
    #[serde(skip)]
    pub locked: Lock,
}
