//! Where the calls of an operation go.

use super::BaseUrl;
use crate::{Error, Operation, Settings};

/// The servers of single operations, as a client calls them.
pub(crate) struct Servers {
    /// Whether the base URL is another one than the API's own: that of a fake server, or of a proxy.
    /// No call goes around it then, unless the caller says so.
    is_moved: bool,
    /// What the caller gave in the place of one of them.
    given: Vec<(&'static str, BaseUrl)>,
}

impl Servers {
    /// Those of `settings`, with what the caller gave: addresses of the API, and others for them.
    ///
    /// # Errors
    ///
    /// Of [`ErrorKind::Configuration`](crate::ErrorKind::Configuration), where the API has no such
    /// address, or none can be called by what is given for it. What is given is not repeated.
    pub(super) fn new(
        settings: &Settings,
        base_url: &BaseUrl,
        given: &[(String, String)],
    ) -> Result<Self, Error> {
        let own = BaseUrl::parse(settings.base_url);
        let is_moved = own.map_or(true, |own| own.as_str() != base_url.as_str());
        let one = |(of, url): &(String, String)| {
            let mut known = settings.servers.iter();
            let Some(of) = known.find(|known| plain(known) == plain(of)) else {
                let all = settings.servers.join(", ");
                let message = format!(
                    "no operation has a server at the address that another was given for; there are: {all}"
                );
                return Err(Error::configuration(message));
            };
            let url = BaseUrl::parse_as("the address given for a server", url)?;
            Ok((*of, url))
        };
        Ok(Self {
            is_moved,
            given: given.iter().map(one).collect::<Result<_, _>>()?,
        })
    }

    /// The address in front of the path of `operation`: its own, unless the client is at another
    /// server than the API's, or was given one for it; else `base_url`.
    pub(super) fn of<'a>(&'a self, operation: &Operation, base_url: &'a BaseUrl) -> &'a str {
        let Some(own) = operation.server else {
            return base_url.as_str();
        };
        // The last that was given counts.
        let mut given = self.given.iter().rev();
        match given.find(|(known, _)| plain(known) == plain(own)) {
            Some((_, url)) => url.as_str(),
            None if self.is_moved => base_url.as_str(),
            None => plain(own),
        }
    }
}

fn plain(address: &str) -> &str {
    address.trim_end_matches('/')
}
