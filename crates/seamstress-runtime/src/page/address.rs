//! Addresses of next pages, which servers give.
//!
//! They are followed with the client's credentials, and so never to another origin.

use http::header::LINK;
use http::{HeaderMap, Uri};
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use super::Paging;
use crate::{Call, ErrorKind};

/// What servers leave in addresses that no address may hold.
const STRAY: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'<')
    .add(b'>')
    .add(b'\\')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// What a call asked for: which page, and where.
#[derive(Debug, Default)]
pub(crate) struct Asked {
    /// The value of the parameter that asks for a page.
    pub(super) place: Option<String>,
    /// Scheme, host and port, and the path.
    origin: String,
    path: String,
}

impl Asked {
    pub(crate) fn of(call: &Call, paging: &Paging) -> Self {
        let mut asked = Self {
            place: call
                .parameter(paging.parameter)
                .and_then(super::pages::text),
            ..Self::default()
        };
        if paging.next.is_address() {
            let origin = call.origin();
            let address = crate::request::address(call).unwrap_or_default();
            let path = address.strip_prefix(origin).unwrap_or_default();
            let end = path.find('?').unwrap_or(path.len());
            asked.path = path.get(..end).unwrap_or_default().to_owned();
            origin.clone_into(&mut asked.origin);
        }
        asked
    }

    /// The whole address that `reference` means (RFC 3986, section 5), at the same origin.
    pub(super) fn follow(&self, reference: &str) -> Result<String, (ErrorKind, &'static str)> {
        const FOREIGN: (ErrorKind, &str) = (
            ErrorKind::ForeignPage,
            "the next page is said to be at another origin, where the credentials do not go",
        );
        const BAD: (ErrorKind, &str) = (
            ErrorKind::Decode,
            "the address of the next page cannot be read",
        );
        let text = reference.trim();
        let text = text.split('#').next().unwrap_or_default();
        let text = utf8_percent_encode(text, STRAY).to_string();
        let scheme_end = self.origin.find("//").unwrap_or_default();
        let whole = if text.starts_with("//") {
            format!(
                "{}{text}",
                self.origin.get(..scheme_end).unwrap_or_default()
            )
        } else if text.starts_with('/') {
            return Ok(format!("{}{text}", self.origin));
        } else if text.starts_with('?') {
            return Ok(format!("{}{}{text}", self.origin, self.path));
        } else if has_scheme(&text) {
            text
        } else {
            let folder = self.path.rfind('/').map_or(0, |at| at + 1);
            let folder = self.path.get(..folder).unwrap_or_default();
            let slash = if folder.is_empty() { "/" } else { "" };
            return Ok(format!("{}{slash}{folder}{text}", self.origin));
        };
        let uri: Uri = whole.parse().map_err(|_| BAD)?;
        let own: Uri = self.origin.parse().map_err(|_| BAD)?;
        if origin(&uri).is_none() || origin(&uri) != origin(&own) {
            return Err(FOREIGN);
        }
        let target = uri.path_and_query().map_or("/", |target| target.as_str());
        Ok(format!("{}{target}", self.origin))
    }
}

/// Whether `text` begins with a scheme (RFC 3986, section 3.1).
fn has_scheme(text: &str) -> bool {
    let (scheme, _) = text.split_once(':').unwrap_or_default();
    scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
}

/// Scheme, host and port (RFC 6454, section 4); nothing where there is a user besides.
fn origin(uri: &Uri) -> Option<(String, String, u16)> {
    let scheme = uri.scheme_str()?.to_ascii_lowercase();
    let authority = uri.authority()?;
    let usual = match scheme.as_str() {
        "https" => 443,
        "http" => 80,
        _ => return None,
    };
    let host = authority.host().to_ascii_lowercase();
    let port = authority.port_u16().unwrap_or(usual);
    (!authority.as_str().contains('@')).then_some((scheme, host, port))
}

/// The target of the first link of the relation `next` (RFC 8288, section 3). One with an
/// `anchor` is about something else.
pub(super) fn next_link(headers: &HeaderMap) -> Option<String> {
    let values = headers.get_all(LINK).iter();
    values
        .filter_map(|value| value.to_str().ok())
        .find_map(next_of)
}

fn next_of(header: &str) -> Option<String> {
    let mut rest = header;
    while let Some((_, from_target)) = rest.split_once('<') {
        let (target, after) = from_target.split_once('>')?;
        let (parameters, others) = parameters(after);
        rest = others;
        let named = |name: &str| parameters.iter().find(|(known, _)| known == name);
        let is_next = named("rel").is_some_and(|(_, relations)| {
            let mut relations = relations.split_ascii_whitespace();
            relations.any(|relation| relation.eq_ignore_ascii_case("next"))
        });
        if is_next && named("anchor").is_none() {
            return Some(target.to_owned());
        }
    }
    None
}

/// The parameters of a link, and what comes after them: `; rel="next"; title="…", <…>`.
fn parameters(text: &str) -> (Vec<(String, String)>, &str) {
    let mut parameters = Vec::new();
    let mut rest = text.trim_start();
    while let Some(after) = rest.strip_prefix(';') {
        let end = after.find([';', ',', '=']).unwrap_or(after.len());
        let (name, after) = after.split_at(end);
        let (value, after) = match after.strip_prefix('=') {
            Some(value) => parameter_value(value.trim_start()),
            None => (String::new(), after),
        };
        parameters.push((name.trim().to_ascii_lowercase(), value));
        rest = after.trim_start();
    }
    (parameters, rest)
}

/// A value, quoted or not, and what comes after it.
fn parameter_value(text: &str) -> (String, &str) {
    let Some(quoted) = text.strip_prefix('"') else {
        let end = text.find([';', ',']).unwrap_or(text.len());
        let (value, rest) = text.split_at(end);
        return (value.trim().to_owned(), rest);
    };
    let mut value = String::new();
    let mut letters = quoted.char_indices();
    while let Some((at, letter)) = letters.next() {
        match letter {
            '"' => return (value, quoted.get(at + 1..).unwrap_or_default()),
            '\\' => value.extend(letters.next().map(|(_, escaped)| escaped)),
            letter => value.push(letter),
        }
    }
    (value, "")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked() -> Asked {
        Asked {
            place: None,
            origin: "https://api.example.com:8443".to_owned(),
            path: "/v1/books".to_owned(),
        }
    }

    #[test]
    fn addresses_at_the_same_origin_are_followed() {
        for (reference, expected) in [
            (
                "https://api.example.com:8443/v1/books?page=2",
                "/v1/books?page=2",
            ),
            ("HTTPS://API.example.com:8443/x#top", "/x"),
            ("//api.example.com:8443/v2", "/v2"),
            ("/v1/books?after=a b", "/v1/books?after=a%20b"),
            ("?page=2", "/v1/books?page=2"),
            ("books?page=2", "/v1/books?page=2"),
            (" /x?filter={a|b} ", "/x?filter=%7Ba%7Cb%7D"),
            (
                "/x?next=https://other.example/",
                "/x?next=https://other.example/",
            ),
        ] {
            let whole = format!("https://api.example.com:8443{expected}");
            assert_eq!(asked().follow(reference), Ok(whole), "{reference}");
        }
    }

    #[test]
    fn addresses_at_other_origins_are_refused() {
        for reference in [
            "https://api.example.com/v1",
            "http://api.example.com:8443/v1",
            "https://api.example.com:8443@evil.example/",
            "https://user:pw@api.example.com:8443/",
            "https://evil.example:8443/",
            "https://api.example.com.evil.example:8443/",
            "//evil.example/v1",
            "file:///etc/passwd",
            "javascript:alert(1)",
        ] {
            let (kind, _) = asked().follow(reference).unwrap_err();
            let refusals = [ErrorKind::ForeignPage, ErrorKind::Decode];
            assert!(refusals.contains(&kind), "{reference}: {kind:?}");
        }
    }

    #[test]
    fn the_link_to_the_next_page_is_found_among_others() {
        for (header, expected) in [
            ("<https://a/?p=2>; rel=\"next\"", Some("https://a/?p=2")),
            ("<?p=1>; rel=prev, <?p=3>; rel=next", Some("?p=3")),
            (
                "<?p=1>;rel=\"first prev\",<?p=3>;title=\"a, <b>; rel=next\";rel=\"last NEXT\"",
                Some("?p=3"),
            ),
            ("</x>; title=\"a \\\"quoted\\\" one\"; rel=next", Some("/x")),
            ("</x>; REL = next", Some("/x")),
            ("</x>; rel=\"nextish\"", None),
            ("</x>; rel=next; anchor=\"#other\"", None),
            ("</x>; rel=\"prev", None),
            ("</x", None),
            ("", None),
        ] {
            let mut headers = HeaderMap::new();
            headers.append(LINK, "</self>; rel=self".parse().unwrap());
            headers.append(LINK, header.parse().unwrap());
            assert_eq!(next_link(&headers).as_deref(), expected, "{header}");
        }
    }
}
