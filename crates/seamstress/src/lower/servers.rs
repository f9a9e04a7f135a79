//! Servers of single operations (OpenAPI 3.0.4, section 4.8.10: they override those of the path, which
//! override those of the document).

use super::context::Lowering;
use super::node::Node;
use crate::document::own_server_url;

const HELP: &str = "its calls go to the base URL; write a whole address, and give each variable a \
                    default";

impl<'d> Lowering<'d> {
    /// The address of the server that an operation has of its own, or its path item, where that is
    /// another one than the document's.
    pub(super) fn own_server(&mut self, item: &Node<'d>, operation: &Node<'d>) -> Option<String> {
        let mut servers = [operation, item].into_iter();
        let server = servers.find_map(|node| node.elements("servers").into_iter().next())?;
        let base = self.base_url.as_deref();
        let configured = self.config.client.base_url.as_deref();
        match own_server_url(server.value, base, configured) {
            Ok(url) => Some(url).filter(|url| base.map(plain) != Some(url)),
            Err(why) => {
                self.warn(&server.pointer, "unusable-server", why, Some(HELP));
                None
            }
        }
    }
}

fn plain(address: &str) -> &str {
    address.trim_end_matches('/')
}
