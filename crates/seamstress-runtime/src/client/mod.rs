//! A client: what all calls to one API share.

mod base_url;
mod builder;
mod servers;

use std::fmt;
use std::sync::Arc;

use http::{HeaderMap, HeaderName};

pub(crate) use base_url::{BaseUrl, origin};
pub use builder::ClientBuilder;
use servers::Servers;

use crate::retry::Budget;
use crate::transport::{Limits, Transport};
use crate::{Clock, Credential, Hook, Operation, RetryOptions, Settings, WaitOptions};

/// What all calls to one API share: its address, credentials, limits and transport.
///
/// Cheap to clone: clones share everything, the pool of connections too.
#[derive(Clone)]
pub struct Client(pub(crate) Arc<Shared>);

pub(crate) struct Shared {
    pub(crate) settings: &'static Settings,
    pub(crate) base_url: BaseUrl,
    servers: Servers,
    /// The headers of every request.
    pub(crate) headers: HeaderMap,
    /// Of [`Settings::request_id_header`], read once.
    pub(crate) request_id_header: Option<HeaderName>,
    pub(crate) credentials: Vec<Credential>,
    pub(crate) transport: Arc<dyn Transport>,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) limits: Limits,
    pub(crate) retry: RetryOptions,
    pub(crate) budget: Budget,
    pub(crate) hooks: Vec<Arc<dyn Hook>>,
    pub(crate) wait: WaitOptions,
    pub(crate) strict: bool,
}

impl Client {
    /// Starts a client of the API that `settings` describe.
    pub fn builder(settings: &'static Settings) -> ClientBuilder {
        ClientBuilder::new(settings)
    }

    /// The address in front of every path, but for operations with a server of their own.
    #[must_use]
    pub fn base_url(&self) -> &str {
        self.0.base_url.as_str()
    }

    /// The address in front of the path of `operation`.
    pub(crate) fn server(&self, operation: &Operation) -> &str {
        self.0.servers.of(operation, &self.0.base_url)
    }
}

/// Header values and credentials are left out.
impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("base_url", &self.base_url())
            .field("credentials", &self.0.credentials)
            .field("limits", &self.0.limits)
            .field("retry", &self.0.retry)
            .field("budget", &self.0.budget)
            .field("hooks", &self.0.hooks.len())
            .field("transport", &self.0.transport)
            .finish_non_exhaustive()
    }
}
