//! Relative addresses (RFC 3986, section 5).

/// The whole address that `reference` means where `base` is; nothing where `base` is relative itself.
/// References have no query here: no address of a server has one.
pub(super) fn resolve(base: &str, reference: &str) -> Option<String> {
    if has_scheme(reference) {
        return Some(reference.to_owned());
    }
    let host = base.find("://").filter(|_| has_scheme(base))? + 3;
    if reference.starts_with("//") {
        return Some(format!("{}{reference}", &base[..host - 2]));
    }
    let origin = base[host..].find('/').map_or(base.len(), |at| host + at);
    let (origin, path) = base.split_at(origin);
    let merged = match reference.starts_with('/') {
        true => reference.to_owned(),
        false => {
            let folder = path.rfind('/').map_or("/", |at| &path[..=at]);
            format!("{folder}{reference}")
        }
    };
    Some(format!("{origin}{}", without_dots(&merged)))
}

/// A path without steps that mean the same place or the one above (section 5.2.4).
fn without_dots(path: &str) -> String {
    let mut steps: Vec<&str> = Vec::new();
    let mut all = path.split('/').skip(1).peekable();
    while let Some(step) = all.next() {
        let is_last = all.peek().is_none();
        match step {
            "." | ".." => {
                if step == ".." {
                    steps.pop();
                }
                if is_last {
                    steps.push("");
                }
            }
            other => steps.push(other),
        }
    }
    format!("/{}", steps.join("/"))
}

/// Whether `text` begins with a scheme (section 3.1).
fn has_scheme(text: &str) -> bool {
    let (scheme, _) = text.split_once(':').unwrap_or_default();
    scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::resolve;

    #[test]
    fn references_mean_what_the_rfc_says() {
        for (reference, expected) in [
            ("https://b.example/x", "https://b.example/x"),
            ("//b.example/x", "https://b.example/x"),
            ("/x", "https://a.example/x"),
            ("/", "https://a.example/"),
            ("x", "https://a.example/one/x"),
            ("x/", "https://a.example/one/x/"),
            ("./x", "https://a.example/one/x"),
            ("../x", "https://a.example/x"),
            ("../../../x", "https://a.example/x"),
            ("..", "https://a.example/"),
            (".", "https://a.example/one/"),
            ("/x/./y/../z", "https://a.example/x/z"),
        ] {
            let whole = resolve("https://a.example/one/two", reference);
            assert_eq!(whole.as_deref(), Some(expected), "{reference}");
        }
        let whole = resolve("https://a.example", "x");
        assert_eq!(whole.as_deref(), Some("https://a.example/x"));
        assert_eq!(resolve("/v1", "/x"), None);
        assert_eq!(resolve("", ""), None);
    }
}
