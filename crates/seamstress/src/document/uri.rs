//! Addresses that are relative to others (RFC 3986, section 5).
//!
//! Servers are relative to the document's, references between files to the file that they stand in.
//! Nothing is spelled anew on the way, as libraries for addresses of the web do: what an author
//! wrote is what is compared with the configuration, shown in complaints and emitted.

/// The address that `reference` means where `base` is (section 5.2.2); nothing where that takes a
/// base and this is none with folders, as it is relative itself, or such as `urn:a:b`.
pub(super) fn resolve(base: &str, reference: &str) -> Option<String> {
    let reference = Parts::of(reference);
    if let Some(scheme) = reference.scheme {
        return Some(reference.behind(scheme));
    }
    let base = Parts::of(base);
    let (scheme, authority) = (base.scheme?, base.authority?);
    if reference.authority.is_some() {
        return Some(reference.behind(scheme));
    }
    let merged;
    let (path, query) = match reference.path {
        "" => (base.path, reference.query.or(base.query)),
        path if path.starts_with('/') => (path, reference.query),
        path => {
            // A base without a path is the root (section 5.2.3).
            let folder = base.path.rfind('/').map_or("/", |at| &base.path[..=at]);
            merged = format!("{folder}{path}");
            (merged.as_str(), reference.query)
        }
    };
    let whole = Parts {
        scheme: None,
        authority: Some(authority),
        path,
        query,
        fragment: reference.fragment,
    };
    Some(whole.behind(scheme))
}

/// The scheme that an absolute address begins with (section 3.1).
pub(super) fn scheme(text: &str) -> Option<&str> {
    let (scheme, _) = text.split_once(':')?;
    let is_scheme = scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte));
    is_scheme.then_some(scheme)
}

/// The path without its last step.
pub(super) fn folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// What an address consists of (section 3).
struct Parts<'t> {
    scheme: Option<&'t str>,
    /// What stands behind `//`: host and port.
    authority: Option<&'t str>,
    path: &'t str,
    query: Option<&'t str>,
    fragment: Option<&'t str>,
}

impl<'t> Parts<'t> {
    fn of(text: &'t str) -> Self {
        let (rest, fragment) = cut(text, '#');
        let (rest, query) = cut(rest, '?');
        let scheme = scheme(rest);
        let rest = scheme.map_or(rest, |scheme| &rest[scheme.len() + 1..]);
        let (authority, path) = match rest.strip_prefix("//") {
            Some(rest) => {
                let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
                (Some(authority), path)
            }
            None => (None, rest),
        };
        Self {
            scheme,
            authority,
            path,
            query,
            fragment,
        }
    }

    /// All but the scheme, behind `scheme` (section 5.3).
    fn behind(&self, scheme: &str) -> String {
        let part = |sign: &str, part: Option<&str>| {
            part.map_or_else(String::new, |part| format!("{sign}{part}"))
        };
        format!(
            "{scheme}:{}{}{}{}",
            part("//", self.authority),
            without_dots(self.path),
            part("?", self.query),
            part("#", self.fragment)
        )
    }
}

/// What is before a sign, and what is behind it if it is there.
fn cut(text: &str, sign: char) -> (&str, Option<&str>) {
    match text.split_once(sign) {
        Some((before, after)) => (before, Some(after)),
        None => (text, None),
    }
}

/// A path without steps that mean the same place or the one above (section 5.2.4). What does not
/// begin with a slash has no places.
fn without_dots(path: &str) -> String {
    let Some(path) = path.strip_prefix('/') else {
        return path.to_owned();
    };
    let mut steps: Vec<&str> = Vec::new();
    for step in path.split('/') {
        match step {
            "." => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    if matches!(path.rsplit('/').next(), Some("." | "..")) {
        // Such a step means a folder.
        steps.push("");
    }
    format!("/{}", steps.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The examples of the RFC, sections 5.4.1 and 5.4.2.
    #[test]
    fn references_mean_what_the_rfc_says() {
        for (reference, expected) in [
            ("g:h", "g:h"),
            ("g", "http://a/b/c/g"),
            ("./g", "http://a/b/c/g"),
            ("g/", "http://a/b/c/g/"),
            ("/g", "http://a/g"),
            ("//g", "http://g"),
            ("?y", "http://a/b/c/d;p?y"),
            ("g?y", "http://a/b/c/g?y"),
            ("#s", "http://a/b/c/d;p?q#s"),
            ("g#s", "http://a/b/c/g#s"),
            ("g?y#s", "http://a/b/c/g?y#s"),
            (";x", "http://a/b/c/;x"),
            ("g;x", "http://a/b/c/g;x"),
            ("g;x?y#s", "http://a/b/c/g;x?y#s"),
            ("", "http://a/b/c/d;p?q"),
            (".", "http://a/b/c/"),
            ("./", "http://a/b/c/"),
            ("..", "http://a/b/"),
            ("../", "http://a/b/"),
            ("../g", "http://a/b/g"),
            ("../..", "http://a/"),
            ("../../", "http://a/"),
            ("../../g", "http://a/g"),
            ("../../../g", "http://a/g"),
            ("../../../../g", "http://a/g"),
            ("/./g", "http://a/g"),
            ("/../g", "http://a/g"),
            ("g.", "http://a/b/c/g."),
            (".g", "http://a/b/c/.g"),
            ("g..", "http://a/b/c/g.."),
            ("..g", "http://a/b/c/..g"),
            ("./../g", "http://a/b/g"),
            ("./g/.", "http://a/b/c/g/"),
            ("g/./h", "http://a/b/c/g/h"),
            ("g/../h", "http://a/b/c/h"),
            ("g;x=1/./y", "http://a/b/c/g;x=1/y"),
            ("g;x=1/../y", "http://a/b/c/y"),
            ("g?y/./x", "http://a/b/c/g?y/./x"),
            ("g?y/../x", "http://a/b/c/g?y/../x"),
            ("g#s/./x", "http://a/b/c/g#s/./x"),
            ("g#s/../x", "http://a/b/c/g#s/../x"),
            ("http:g", "http:g"),
        ] {
            let whole = resolve("http://a/b/c/d;p?q", reference);
            assert_eq!(whole.as_deref(), Some(expected), "{reference}");
        }
    }

    #[test]
    fn bases_are_whole_and_have_folders() {
        for (base, reference, expected) in [
            ("https://a.example", "x", Some("https://a.example/x")),
            ("https://a.example", "", Some("https://a.example")),
            ("https://a.example?y", "x", Some("https://a.example/x")),
            (
                "https://a.example//b/c",
                "x",
                Some("https://a.example//b/x"),
            ),
            ("https://a.example/b/#c", "x", Some("https://a.example/b/x")),
            ("file:///a/b", "x", Some("file:///a/x")),
            (
                "/v1",
                "https://a.example/x/../y",
                Some("https://a.example/y"),
            ),
            ("/v1", "/x", None),
            ("//a.example", "/x", None),
            ("urn:a:b", "c", None),
            ("1a://b", "c", None),
            ("", "", None),
        ] {
            let whole = resolve(base, reference);
            assert_eq!(whole.as_deref(), expected, "{base} {reference}");
        }
    }
}
