//! The one header that all cookies of a request share (RFC 6265, section 5.4).

use http::header::{COOKIE, Entry};
use http::{HeaderMap, HeaderValue};
use serde_json::Value;

use super::escape::Escaping;
use super::expand::expand;
use super::parts::refused;
use super::style::{ParameterStyle, Place};
use crate::Error;

/// Adds `cookies` to those that `headers` have.
///
/// # Errors
///
/// Of [`ErrorKind::Request`](crate::ErrorKind::Request), where a value has no form.
pub(super) fn append(
    headers: &mut HeaderMap,
    cookies: &[(&'static str, Value)],
    styles: &[ParameterStyle],
) -> Result<(), Error> {
    for (name, value) in cookies {
        let style = ParameterStyle::of(styles, Place::Cookie, name);
        let escaping = match style.reserved {
            true => Escaping::Cookie,
            false => Escaping::Unreserved,
        };
        let Some(pairs) = expand(&style, name, value, escaping)? else {
            continue;
        };
        if !add_pairs(headers, &pairs) {
            return Err(refused(name, "has characters that no cookie can hold"));
        }
    }
    Ok(())
}

/// Adds pairs such as `a=1; b=2` to the header `cookie`, and says whether they can stand in it.
pub(crate) fn add_pairs(headers: &mut HeaderMap, pairs: &str) -> bool {
    let mut bytes = match headers.entry(COOKIE) {
        Entry::Occupied(entry) => {
            // RFC 6265 allows one header only: more of them become one here.
            let values: Vec<_> = entry.iter().map(HeaderValue::as_bytes).collect();
            values.join(&b"; "[..])
        }
        Entry::Vacant(_) => Vec::new(),
    };
    if !bytes.is_empty() {
        bytes.extend(b"; ");
    }
    bytes.extend(pairs.bytes());
    let Ok(mut value) = HeaderValue::from_bytes(&bytes) else {
        return false;
    };
    value.set_sensitive(true);
    headers.insert(COOKIE, value);
    true
}
