//! A request as a fake transport saw it.

use std::fmt;

use bytes::Bytes;
use http::{HeaderMap, Method, Uri};
use percent_encoding::percent_decode_str;
use serde_json::Value;

use super::part::{RecordedPart, parts};
use crate::Limits;

/// A request as a [`FakeTransport`](super::FakeTransport) saw it.
#[derive(Clone)]
pub struct RecordedRequest {
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
    limits: Limits,
}

impl RecordedRequest {
    pub(super) fn new(request: http::Request<Bytes>, limits: Limits) -> Self {
        let (parts, body) = request.into_parts();
        Self {
            method: parts.method,
            uri: parts.uri,
            headers: parts.headers,
            body,
            limits,
        }
    }

    /// The method.
    #[must_use]
    pub fn method(&self) -> &Method {
        &self.method
    }

    /// The whole address.
    #[must_use]
    pub fn uri(&self) -> &Uri {
        &self.uri
    }

    /// The path, encoded as it was sent.
    #[must_use]
    pub fn path(&self) -> &str {
        self.uri.path()
    }

    /// Method, path and query, as a request line has them: `GET /devices/list?limit=5`.
    #[must_use]
    pub fn line(&self) -> String {
        let target = self
            .uri
            .path_and_query()
            .map_or("/", |target| target.as_str());
        format!("{} {target}", self.method)
    }

    /// The parameters of the query in their order, decoded.
    #[must_use]
    pub fn query(&self) -> Vec<(String, String)> {
        form(self.uri.query().unwrap_or_default())
    }

    /// The cookies in their order, decoded; secret ones too.
    #[must_use]
    pub fn cookies(&self) -> Vec<(String, String)> {
        let decode = |text: &str| percent_decode_str(text).decode_utf8_lossy().into_owned();
        pairs(self.header("cookie").unwrap_or_default(), "; ", decode)
    }

    /// The headers. Secret ones are marked as sensitive: `Debug` does not show them.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// A header as text, secret or not.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// The body.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        &self.body
    }

    /// The body as JSON; null where there is none, or it is something else.
    #[must_use]
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_default()
    }

    /// The fields of a body that is a form (`application/x-www-form-urlencoded`) in their order,
    /// decoded; none where it is something else.
    #[must_use]
    pub fn form(&self) -> Vec<(String, String)> {
        let is_form = self.header("content-type") == Some("application/x-www-form-urlencoded");
        let text = std::str::from_utf8(&self.body).ok().filter(|_| is_form);
        form(text.unwrap_or_default())
    }

    /// The parts of a body that has parts (`multipart/form-data`) in their order; none where it is
    /// something else.
    #[must_use]
    pub fn parts(&self) -> Vec<RecordedPart> {
        parts(self.header("content-type").unwrap_or_default(), &self.body)
    }

    /// What the exchange was allowed to cost.
    #[must_use]
    pub fn limits(&self) -> Limits {
        self.limits
    }
}

/// The pairs of a form or a query (WHATWG URL, section 5.1).
fn form(text: &str) -> Vec<(String, String)> {
    let decode = |text: &str| {
        let text = text.replace('+', " ");
        percent_decode_str(&text).decode_utf8_lossy().into_owned()
    };
    pairs(text, "&", decode)
}

fn pairs(text: &str, separator: &str, decode: impl Fn(&str) -> String) -> Vec<(String, String)> {
    let pairs = text.split(separator).filter(|pair| !pair.is_empty());
    let pair = |pair: &str| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        (decode(name), decode(value))
    };
    pairs.map(pair).collect()
}

/// Query and body are left out: they may hold secrets, such as a key.
impl fmt::Debug for RecordedRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RecordedRequest")
            .field("method", &self.method)
            .field("path", &self.path())
            .field("headers", &self.headers)
            .field("body_bytes", &self.body.len())
            .field("limits", &self.limits)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn recorded(media: &str, body: &'static str) -> RecordedRequest {
        let request = http::Request::get("https://example.com/a?b=c+d&e=%26")
            .header("content-type", media)
            .header("cookie", "a=b%20c; d=e=f")
            .body(Bytes::from_static(body.as_bytes()));
        let limits = Limits {
            timeout: std::time::Duration::ZERO,
            max_response_bytes: 0,
        };
        RecordedRequest::new(request.unwrap(), limits)
    }

    fn owned(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        let pairs = pairs.iter();
        pairs
            .map(|(a, b)| ((*a).to_owned(), (*b).to_owned()))
            .collect()
    }

    #[test]
    fn pairs_are_decoded() {
        let request = recorded(
            "application/x-www-form-urlencoded",
            "a=1&a=x+y&b%5B%5D=%2B&c",
        );
        assert_eq!(request.query(), owned(&[("b", "c d"), ("e", "&")]));
        assert_eq!(request.cookies(), owned(&[("a", "b c"), ("d", "e=f")]));
        let form = owned(&[("a", "1"), ("a", "x y"), ("b[]", "+"), ("c", "")]);
        assert_eq!(request.form(), form);
        assert_eq!(recorded("text/plain", "a=1").form(), []);
        assert_eq!(request.parts(), []);
    }
}
