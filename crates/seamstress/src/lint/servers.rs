//! Servers: whether a client can call one as it is written.

use serde_json::Value;

use super::rules::{Rules, elements};
use crate::document::{Kind, Pointer, base_url, own_server_url};

const HELP: &str = "write a whole address, such as `https://api.example.com`, or set `base-url` \
                    under `[client]`";
const HELP_OWN: &str = "write a whole address, such as `https://media.example.com`";

/// Servers of the whole document, of path items and of operations (OpenAPI 3.0.4, section 4.8.5).
pub(super) fn check(rules: &mut Rules<'_>) {
    let root = rules.document.root();
    let base = base_url(root);
    // What is configured goes before.
    if rules.config.client.base_url.is_none() {
        if base.is_none() && elements(root, "servers").is_empty() && !rules.operations().is_empty()
        {
            let message = "the document does not say where the API is";
            rules.warn("unusable-server", &Pointer::root(), message, HELP);
        }
        of(rules, &Pointer::root(), root, None, HELP);
    }
    for part in rules.parts().iter() {
        if matches!(part.kind, Kind::PathItem | Kind::Operation) {
            of(rules, &part.pointer, part.value, base.as_deref(), HELP_OWN);
        }
    }
}

fn of(rules: &mut Rules<'_>, at: &Pointer, node: &Value, base: Option<&str>, help: &str) {
    let at = at.child("servers");
    for (index, server) in elements(node, "servers").iter().enumerate() {
        let configured = rules.config.client.base_url.as_deref();
        if let Err(why) = own_server_url(server, base, configured) {
            rules.warn("unusable-server", &at.index(index), why, help);
        }
    }
}
