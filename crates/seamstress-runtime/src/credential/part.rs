//! What a credential adds to a request: a header, a parameter of the query, a cookie.

use http::header::COOKIE;
use http::uri::PathAndQuery;
use http::{HeaderMap, HeaderName, HeaderValue, Request, Uri};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use crate::{Error, ErrorKind};

/// All but the unreserved characters of RFC 3986, section 2.3.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// What a credential adds to a request.
#[derive(Clone)]
pub(super) enum Part {
    Header(HeaderName, HeaderValue),
    Query(String, String),
    Cookie(String, String),
}

impl Part {
    /// Adds it to `request`, in the place of anything else of its name.
    ///
    /// # Errors
    ///
    /// Of [`ErrorKind::Request`], where the address would be too long. It is not shown.
    pub(super) fn add<B>(&self, request: &mut Request<B>) -> Result<(), Error> {
        match self {
            Self::Header(name, value) => {
                request.headers_mut().insert(name.clone(), value.clone());
            }
            Self::Query(name, value) => {
                *request.uri_mut() = with_parameter(request.uri(), name, value)?;
            }
            Self::Cookie(name, value) => add_cookie(request.headers_mut(), name, value)?,
        }
        Ok(())
    }
}

/// Whether `text` can be the value of a cookie as it is (RFC 6265, section 4.1.1).
pub(super) fn is_cookie_value(text: &str) -> bool {
    let is_octet = |byte: u8| byte.is_ascii_graphic() && !b"\",;\\".contains(&byte);
    text.bytes().all(is_octet)
}

/// Whether `text` can be the name of a cookie: a token (RFC 9110, section 5.6.2).
pub(super) fn is_cookie_name(text: &str) -> bool {
    HeaderName::try_from(text).is_ok()
}

/// `uri` with one more parameter.
fn with_parameter(uri: &Uri, name: &str, value: &str) -> Result<Uri, Error> {
    let is_other = |pair: &&str| {
        let known = pair.split('=').next().unwrap_or_default();
        !pair.is_empty() && percent_decode_str(known).decode_utf8_lossy() != name
    };
    let others = uri.query().unwrap_or_default().split('&').filter(is_other);
    let own = format!(
        "{}={}",
        utf8_percent_encode(name, ENCODED),
        utf8_percent_encode(value, ENCODED)
    );
    let query: Vec<&str> = others.chain([own.as_str()]).collect();
    let target = format!("{}?{}", uri.path(), query.join("&"));
    let mut parts = uri.clone().into_parts();
    // What is wrong with it is not told: it would show the secret.
    let long = || Error::new(ErrorKind::Request, "the address is too long with its key");
    parts.path_and_query = Some(PathAndQuery::try_from(target).map_err(|_| long())?);
    Uri::from_parts(parts).map_err(|_| long())
}

/// Adds a cookie to those that the request has: there may be one such header only (RFC 6265,
/// section 5.4).
fn add_cookie(headers: &mut HeaderMap, name: &str, value: &str) -> Result<(), Error> {
    let mut cookies = Vec::new();
    for known in headers.get_all(COOKIE) {
        let pairs = known.as_bytes().split(|byte| *byte == b';');
        let pairs = pairs.map(<[u8]>::trim_ascii);
        let is_own = |pair: &[u8]| pair.split(|byte| *byte == b'=').next() == Some(name.as_bytes());
        cookies.extend(pairs.filter(|pair| !pair.is_empty() && !is_own(pair)));
    }
    let own = format!("{name}={value}");
    cookies.push(own.as_bytes());
    let mut header = HeaderValue::from_bytes(&cookies.join(&b"; "[..]))
        .map_err(|_| Error::new(ErrorKind::Request, "the cookies cannot be sent as they are"))?;
    header.set_sensitive(true);
    headers.insert(COOKIE, header);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(target: &str, cookies: &[&str]) -> Request<()> {
        let mut request = Request::new(());
        *request.uri_mut() = target.parse().unwrap();
        for cookie in cookies {
            let value = HeaderValue::try_from(*cookie).unwrap();
            request.headers_mut().append(COOKIE, value);
        }
        request
    }

    #[test]
    fn a_parameter_joins_the_query_in_the_place_of_its_like() {
        for (target, expected) in [
            ("http://h/a", "http://h/a?api%20key=a%26b%3D%2B"),
            (
                "http://h/a?x=1&x=2",
                "http://h/a?x=1&x=2&api%20key=a%26b%3D%2B",
            ),
            (
                "http://h/a?api%20key=old&x=1",
                "http://h/a?x=1&api%20key=a%26b%3D%2B",
            ),
            ("http://h", "http://h/?api%20key=a%26b%3D%2B"),
        ] {
            let mut request = request(target, &[]);
            let part = Part::Query("api key".to_owned(), "a&b=+".to_owned());
            part.add(&mut request).unwrap();
            assert_eq!(request.uri().to_string(), expected);
        }
    }

    #[test]
    fn cookies_share_one_header() {
        for (cookies, expected) in [
            (&[][..], "sid=1"),
            (&["a=b"], "a=b; sid=1"),
            (&["a=b; sid=0; c=d"], "a=b; c=d; sid=1"),
            (&["a=b", "sid=0", "sidx=2"], "a=b; sidx=2; sid=1"),
        ] {
            let mut request = request("http://h/", cookies);
            let part = Part::Cookie("sid".to_owned(), "1".to_owned());
            part.add(&mut request).unwrap();
            let all: Vec<_> = request.headers().get_all(COOKIE).iter().collect();
            assert_eq!(all, [expected]);
        }
    }

    #[test]
    fn only_cookie_octets_are_values() {
        assert!(is_cookie_value("aZ09!#$%&'()*+-./:<=>?@[]^_`{|}~"));
        for bad in ["a b", "a;b", "a,b", "a\"b", "a\\b", "a\nb", "\u{e4}"] {
            assert!(!is_cookie_value(bad), "{bad:?}");
        }
        assert!(is_cookie_name("SESSION_id") && !is_cookie_name("a b") && !is_cookie_name("a=b"));
    }
}
