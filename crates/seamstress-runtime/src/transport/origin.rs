//! Requests of `reqwest`, whose origin is parsed once.

use std::sync::{Arc, OnceLock};

use bytes::Bytes;
use http::Uri;
use reqwest::Url;

use super::TransportError;
use super::over_reqwest::from_reqwest;

/// Makes requests for `reqwest`, which wants another kind of address than `http` has.
///
/// To parse one takes as long as all else that this crate does for a call, most of it for the
/// host, and a client talks to one host: its origin is kept, and only path and query are parsed.
#[derive(Clone, Debug, Default)]
pub(super) struct Origins(Arc<OnceLock<Origin>>);

#[derive(Debug)]
struct Origin {
    /// Scheme and authority, as they stand in the addresses.
    uri: (String, String),
    url: Url,
}

impl Origins {
    /// The request, as `reqwest` wants it.
    pub(super) fn request(
        &self,
        request: http::Request<Bytes>,
    ) -> Result<reqwest::Request, TransportError> {
        if let Some(url) = self.0.get().and_then(|known| known.url(request.uri())) {
            let (head, body) = request.into_parts();
            let mut request = reqwest::Request::new(head.method, url);
            *request.headers_mut() = head.headers;
            *request.version_mut() = head.version;
            *request.body_mut() = Some(body.into());
            return Ok(request);
        }
        let uri = parts(request.uri())
            .map(|(scheme, authority)| (scheme.to_owned(), authority.to_owned()));
        let request = reqwest::Request::try_from(request).map_err(from_reqwest)?;
        if let Some(uri) = uri {
            let url = request.url().clone();
            self.0.get_or_init(|| Origin { uri, url });
        }
        Ok(request)
    }
}

impl Origin {
    /// `uri`, if it is of this origin.
    fn url(&self, uri: &Uri) -> Option<Url> {
        let (scheme, authority) = parts(uri)?;
        if (scheme, authority) != (&self.uri.0, &self.uri.1) {
            return None;
        }
        let mut url = self.url.clone();
        url.set_path(uri.path());
        url.set_query(uri.query());
        Some(url)
    }
}

fn parts(uri: &Uri) -> Option<(&str, &str)> {
    Some((uri.scheme_str()?, uri.authority()?.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_the_same_whether_its_origin_is_known_or_not() {
        let addresses = [
            "http://127.0.0.1:8080/",
            "http://127.0.0.1:8080/a/b?c=d&e",
            "http://127.0.0.1:8080/a%20b/%2e%2e/c?x=%3F&y='+[]",
            "http://127.0.0.1:8080/a/../b/./c",
            "http://127.0.0.1:8080?",
            "http://127.0.0.1:8080",
            "http://user:word@127.0.0.1:8080/a",
            "https://127.0.0.1:8080/a",
            "http://EXAMPLE.com:80/a//b/?",
            "http://example.com/a;b=c,d'e",
        ];
        let request = |address: &str| {
            let mut request = http::Request::new(Bytes::from_static(b"body"));
            *request.uri_mut() = Uri::try_from(address).unwrap();
            request.headers_mut().insert("a", "b".parse().unwrap());
            request
        };
        for first in addresses {
            let origins = Origins::default();
            origins.request(request(first)).unwrap();
            for address in addresses {
                let made = origins.request(request(address)).unwrap();
                let plain = reqwest::Request::try_from(request(address)).unwrap();
                assert_eq!(made.url(), plain.url(), "after {first}");
                assert_eq!(made.headers(), plain.headers());
                assert_eq!(made.version(), plain.version());
                let bytes = |request: &reqwest::Request| {
                    let body = request.body().and_then(|body| body.as_bytes());
                    body.map(<[u8]>::to_vec)
                };
                assert_eq!(bytes(&made), bytes(&plain));
            }
        }
    }
}
