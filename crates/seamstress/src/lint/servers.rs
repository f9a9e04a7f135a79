//! Servers: whether a client can call one as it is written.

use serde_json::Value;

use super::rules::{Rules, elements, text};
use crate::document::{Kind, Pointer, server_address};

const HELP: &str = "write a whole address, such as `https://api.example.com`, or set `base-url` \
                    under `[client]`";

/// Servers of the whole document, of path items and of operations (OpenAPI 3.0.4, section 4.8.5).
pub(super) fn check(rules: &mut Rules<'_>) {
    let root = rules.document.root();
    // What is configured goes before.
    if rules.config.client.base_url.is_none() {
        if elements(root, "servers").is_empty() && !rules.operations().is_empty() {
            let message = "the document does not say where the API is";
            rules.warn("unusable-server", &Pointer::root(), message, HELP);
        }
        of(rules, &Pointer::root(), root);
    }
    for part in rules.parts().iter() {
        if matches!(part.kind, Kind::PathItem | Kind::Operation) {
            of(rules, &part.pointer, part.value);
        }
    }
}

fn of(rules: &mut Rules<'_>, at: &Pointer, node: &Value) {
    let at = at.child("servers");
    for (index, server) in elements(node, "servers").iter().enumerate() {
        if let Some(why) = fault(server) {
            rules.warn("unusable-server", &at.index(index), why, HELP);
        }
    }
}

/// Why no request can go to a server.
fn fault(server: &Value) -> Option<String> {
    let Some(url) = text(server, "url").filter(|url| !url.trim().is_empty()) else {
        return Some("the server has no address".to_owned());
    };
    let variables = server.get("variables");
    let default_of = |name: &str| text(variables?.get(name)?, "default");
    let address = match server_address(url, default_of) {
        Ok(address) => address,
        Err(name) => {
            return Some(format!(
                "the address `{url}` has `{{{name}}}`, and no variable with a default says what that is"
            ));
        }
    };
    let is_web = ["http://", "https://"].iter().any(|scheme| {
        let start = address.get(..scheme.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(scheme))
            && address.len() > scheme.len()
    });
    (!is_web).then(|| format!("`{address}` is no address that a client can call by itself"))
}
