//! Servers: the addresses that requests go to (OpenAPI 3.0.4, section 4.8.5).

mod template;

use serde_json::Value;

use super::grammar::METHODS;
use super::uri::resolve;
use template::server_address;

/// The address of a server, without a slash at the end: with the defaults of its variables, and
/// seen from `base` where it is relative. The specification has it relative to where the document
/// is served; nobody knows that, and the document's own server is at home there.
///
/// # Errors
///
/// Why no request can go there.
fn server_url(server: &Value, base: Option<&str>) -> Result<String, String> {
    let Some(url) = text(server, "url").filter(|url| !url.trim().is_empty()) else {
        return Err("the server has no address".to_owned());
    };
    let address = filled(server, url).map_err(|name| {
        format!(
            "the address `{url}` has `{{{name}}}`, and no variable with a default says what that is"
        )
    })?;
    let whole = base.and_then(|base| resolve(base, &address));
    let whole = whole.unwrap_or_else(|| address.clone());
    if !is_callable(&whole) {
        return Err(format!(
            "`{address}` is no address that a client can call by itself"
        ));
    }
    Ok(whole.trim_end_matches('/').to_owned())
}

/// The same for the server of an operation or a path item, which is seen from the document's `base`,
/// or from the `configured` one where the document does not say where it is at home.
///
/// # Errors
///
/// As [`server_url`] seen from `base`.
pub(crate) fn own_server_url(
    server: &Value,
    base: Option<&str>,
    configured: Option<&str>,
) -> Result<String, String> {
    server_url(server, base).or_else(|why| server_url(server, configured).map_err(|_| why))
}

/// Where requests go unless the caller says otherwise: the first server of the document `root`, with
/// the defaults of its variables. Where no request can go there, it is the server that more than half
/// of all operations have of their own, and else the address as it is written, for the caller to be
/// told.
pub(crate) fn base_url(root: &Value) -> Option<String> {
    let first = servers(root).first();
    if first.is_none_or(|server| server_url(server, None).is_err())
        && let Some(usual) = usual(root)
    {
        return Some(usual);
    }
    let url = text(first?, "url")?;
    Some(filled(first?, url).unwrap_or_else(|_| url.to_owned()))
}

/// The server that more than half of all operations have of their own.
fn usual(root: &Value) -> Option<String> {
    let paths = root.get("paths").and_then(Value::as_object)?;
    let mut known: Vec<(String, usize)> = Vec::new();
    let mut all = 0;
    for item in paths.values() {
        for operation in METHODS.iter().filter_map(|method| item.get(*method)) {
            all += 1;
            let server = servers(operation).first().or(servers(item).first());
            let Some(Ok(url)) = server.map(|server| server_url(server, None)) else {
                continue;
            };
            match known.iter_mut().find(|(other, _)| *other == url) {
                Some((_, count)) => *count += 1,
                None => known.push((url, 1)),
            }
        }
    }
    let usual = known.into_iter().find(|(_, count)| count * 2 > all);
    usual.map(|(url, _)| url)
}

/// The servers that a node names itself.
fn servers(node: &Value) -> &[Value] {
    let servers = node.get("servers").and_then(Value::as_array);
    servers.map(Vec::as_slice).unwrap_or_default()
}

fn filled<'u>(server: &Value, url: &'u str) -> Result<String, &'u str> {
    let variables = server.get("variables");
    server_address(url, |name| text(variables?.get(name)?, "default"))
}

fn text<'v>(node: &'v Value, key: &str) -> Option<&'v str> {
    node.get(key).and_then(Value::as_str)
}

/// Whether requests can go below an address: one of the web, without user, query and fragment.
fn is_callable(address: &str) -> bool {
    let of_web = ["http://", "https://"].iter().find_map(|scheme| {
        let start = address.get(..scheme.len())?;
        start
            .eq_ignore_ascii_case(scheme)
            .then(|| &address[scheme.len()..])
    });
    of_web.is_some_and(|rest| {
        let host = rest.split('/').next().unwrap_or_default();
        let is_printable = |byte: u8| byte.is_ascii_graphic() && !b"\"<>\\^`{|}?#".contains(&byte);
        !host.is_empty() && !host.contains('@') && rest.bytes().all(is_printable)
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn addresses_are_whole_and_callable() {
        let base = Some("https://a.example/v1");
        for (url, base, expected) in [
            ("https://b.example/", base, Some("https://b.example")),
            ("HTTP://b.example", None, Some("HTTP://b.example")),
            ("/v2/", base, Some("https://a.example/v2")),
            ("//b.example", base, Some("https://b.example")),
            ("https://{x}.example", None, Some("https://eu.example")),
            ("/v2", None, None),
            ("/v2", Some("/v1"), None),
            ("https://{y}.example", base, None),
            ("https://{x", base, None),
            ("wss://b.example", base, None),
            ("https://", base, None),
            ("https:///x", base, None),
            ("https://user@b.example", base, None),
            ("https://b.example?x=1", base, None),
            ("https://b.example/a b", base, None),
            ("https://b\u{fc}cher.example", base, None),
            (" ", base, None),
        ] {
            let server = json!({"url": url, "variables": {"x": {"default": "eu"}}});
            let address = server_url(&server, base).ok();
            assert_eq!(address.as_deref(), expected, "{url}");
        }
        assert!(server_url(&json!({}), base).is_err());
    }

    #[test]
    fn what_is_configured_is_the_base_where_the_document_has_none() {
        let server = json!({"url": "media"});
        let [base, configured] = [Some("https://a.example/"), Some("https://b.example/")];
        for (base, configured, expected) in [
            (base, configured, Ok("https://a.example/media".to_owned())),
            (
                Some("/v1"),
                configured,
                Ok("https://b.example/media".to_owned()),
            ),
            (None, configured, Ok("https://b.example/media".to_owned())),
            (base, None, Ok("https://a.example/media".to_owned())),
            (Some("/v1"), None, server_url(&server, None)),
        ] {
            assert_eq!(own_server_url(&server, base, configured), expected);
        }
    }

    #[test]
    fn what_most_operations_have_is_the_server_of_a_document_without_one() {
        let own = |url: &str| json!({"servers": [{"url": url}]});
        let all = |first: serde_json::Value| {
            json!({
                "servers": first,
                "paths": {
                    "/a": {"get": own("https://a.example/"), "post": own("https://b.example")},
                    "/c": {"servers": [{"url": "https://a.example"}], "get": {}, "summary": "c"},
                },
            })
        };
        for (first, expected) in [
            (json!([]), Some("https://a.example")),
            (json!([{"url": "//a.example"}]), Some("https://a.example")),
            (
                json!([{"url": "https://c.example/"}]),
                Some("https://c.example/"),
            ),
        ] {
            assert_eq!(base_url(&all(first)).as_deref(), expected);
        }
        let mut even = all(json!([{"url": "/v1"}]));
        even["paths"]["/d"] = json!({"get": {}});
        assert_eq!(base_url(&even).as_deref(), Some("/v1"));
        assert_eq!(base_url(&json!({})), None);
        assert_eq!(base_url(&json!({"servers": [7], "paths": 7})), None);
    }
}
