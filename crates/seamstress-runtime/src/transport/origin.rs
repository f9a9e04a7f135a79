//! Requests of `reqwest`, whose origin is parsed once.

use std::fmt;
use std::sync::{Arc, OnceLock};

use bytes::Bytes;
use http::{Request, Uri};
use reqwest::Url;

use super::TransportError;
use super::over_reqwest::from_reqwest;

/// How many origins are kept: the API's, that of its tokens, and more for operations with a server of
/// their own and for clients that share the transport. Those that come after them are parsed for each
/// request.
const KEPT: usize = 16;

/// A path as long as most paths and queries are.
const ROOM: &str = match str::from_utf8(&[b'-'; 128]) {
    Ok(room) => room,
    Err(_) => "",
};

/// Makes requests for `reqwest`, which wants another kind of address than `http` has.
///
/// To parse one takes as long as all else that this crate does for a call, most of it for the
/// host, and a client talks to few hosts: their origins are kept, and only path and query are
/// parsed. They are never exchanged, so that no call has to wait for another one's lock.
#[derive(Clone, Default)]
pub(super) struct Origins(Arc<[OnceLock<Origin>; KEPT]>);

struct Origin {
    /// Scheme and authority, as they stand in the addresses.
    uri: (String, String),
    /// Without path and query, which may hold secrets of the call that came first. Its path is
    /// [`ROOM`]: copies have as much memory as they are long, and so need not grow with theirs.
    url: Url,
}

impl Origins {
    /// The request, as `reqwest` wants it.
    pub(super) fn request(
        &self,
        request: Request<Bytes>,
    ) -> Result<reqwest::Request, TransportError> {
        let whole = |request| reqwest::Request::try_from(request).map_err(from_reqwest);
        // A hook may have added extensions, which `reqwest` takes with a whole request only.
        if !request.extensions().is_empty() {
            return whole(request);
        }
        if let Some(url) = self.url(request.uri()) {
            let (head, body) = request.into_parts();
            let mut request = reqwest::Request::new(head.method, url);
            *request.headers_mut() = head.headers;
            *request.version_mut() = head.version;
            *request.body_mut() = Some(body.into());
            return Ok(request);
        }
        let uri = parts(request.uri());
        let uri = uri.map(|(scheme, authority)| (scheme.to_owned(), authority.to_owned()));
        let request = whole(request)?;
        if let Some(uri) = uri {
            self.keep(uri, request.url().clone());
        }
        Ok(request)
    }

    /// `uri`, if its origin is known.
    fn url(&self, uri: &Uri) -> Option<Url> {
        self.0.iter().find_map(|place| place.get()?.url(uri))
    }

    /// Keeps the origin of `url`, if there is room.
    fn keep(&self, uri: (String, String), mut url: Url) {
        url.set_path(ROOM);
        url.set_query(None);
        let mut origin = Origin { uri, url };
        for place in &*self.0 {
            match place.set(origin) {
                Ok(()) => return,
                Err(another) => origin = another,
            }
            if place.get().is_some_and(|known| known.uri == origin.uri) {
                return;
            }
        }
    }
}

/// Addresses are left out, as everywhere.
impl fmt::Debug for Origins {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Origins").finish_non_exhaustive()
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

    fn request(address: &str) -> Request<Bytes> {
        let mut request = Request::new(Bytes::from_static(b"body"));
        *request.uri_mut() = Uri::try_from(address).unwrap();
        request.headers_mut().insert("a", "b".parse().unwrap());
        request
    }

    fn knows(origins: &Origins, address: &str) -> bool {
        origins.url(&Uri::try_from(address).unwrap()).is_some()
    }

    /// As where tokens are obtained before the first call.
    #[test]
    fn an_origin_is_kept_that_comes_after_another_one() {
        let origins = Origins::default();
        for host in 1..=KEPT + 1 {
            let address = format!("https://host{host}.example.com/a");
            assert!(!knows(&origins, &address));
            for _ in 0..2 {
                origins.request(request(&address)).unwrap();
                assert_eq!(knows(&origins, &address), host <= KEPT, "{address}");
            }
            assert!(knows(&origins, "https://host1.example.com/b?c"));
        }
    }

    #[test]
    fn of_an_address_only_the_origin_is_kept() {
        let origins = Origins::default();
        origins
            .request(request("https://api.example.com/a/b?c=d"))
            .unwrap();
        let known = origins.0[0].get().unwrap();
        assert_eq!(
            known.url.as_str(),
            format!("https://api.example.com/{ROOM}")
        );
        assert_eq!(format!("{origins:?}"), "Origins { .. }");
    }

    #[test]
    fn extensions_go_along() {
        #[derive(Clone, Debug, PartialEq)]
        struct Mark(u8);

        let origins = Origins::default();
        for number in 0..3 {
            let mut marked = request("https://api.example.com/a");
            marked.extensions_mut().insert(Mark(number));
            let made = origins.request(marked).unwrap();
            let made = Request::<reqwest::Body>::try_from(made).unwrap();
            assert_eq!(made.extensions().get(), Some(&Mark(number)));
            origins
                .request(request("https://api.example.com/b"))
                .unwrap();
        }
    }

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
            "http://example.com//other.example/a",
            "http://example.com/\\other.example/a",
            "http://example.com/a://b?c:d",
        ];
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
