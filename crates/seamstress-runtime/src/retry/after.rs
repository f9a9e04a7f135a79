//! `Retry-After`: how long a server asks to be left alone.

use std::time::Duration;

use http::HeaderMap;
use http::header::{DATE, RETRY_AFTER};
use jiff::Timestamp;
use jiff::fmt::rfc2822::DateTimeParser;

/// The pause that `headers` ask for (RFC 9110, section 10.2.3): seconds, or a date. `None`
/// where they ask for none, or what they say cannot be read.
///
/// A date is compared with the answer's own `Date`, as the clocks of servers and clients differ;
/// without one, with `now`. A date that has passed asks for no pause.
pub(crate) fn retry_after(headers: &HeaderMap, now: Timestamp) -> Option<Duration> {
    let text = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
        // More digits than a number holds ask for longer than anyone will wait.
        return Some(Duration::from_secs(text.parse().unwrap_or(u64::MAX)));
    }
    let until = http_date(text)?;
    let from = headers.get(DATE).and_then(|date| date.to_str().ok());
    let from = from.and_then(http_date).unwrap_or(now);
    Some(Duration::try_from(until.duration_since(from)).unwrap_or_default())
}

/// An IMF-fixdate, which is a date of RFC 5322 (RFC 9110, section 5.6.7). The two obsolete
/// forms are not read: no server has been seen to send them here.
fn http_date(text: &str) -> Option<Timestamp> {
    DateTimeParser::new().parse_timestamp(text).ok()
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    fn read(after: &'static str, date: Option<&'static str>) -> Option<u64> {
        let mut headers = HeaderMap::new();
        headers.insert(RETRY_AFTER, HeaderValue::from_static(after));
        if let Some(date) = date {
            headers.insert(DATE, HeaderValue::from_static(date));
        }
        let now = "2026-11-22T10:00:00Z".parse().unwrap();
        retry_after(&headers, now).map(|pause| pause.as_secs())
    }

    #[test]
    fn seconds() {
        for (text, expected) in [
            ("0", Some(0)),
            ("120", Some(120)),
            (" 7 ", Some(7)),
            ("99999999999999999999999", Some(u64::MAX)),
            ("-1", None),
            ("1.5", None),
            ("", None),
            ("soon", None),
        ] {
            assert_eq!(read(text, None), expected, "{text:?}");
        }
    }

    #[test]
    fn dates() {
        let ten = "Sun, 22 Nov 2026 10:00:30 GMT";
        assert_eq!(read(ten, None), Some(30));
        assert_eq!(read("Sun, 22 Nov 2026 09:00:00 GMT", None), Some(0));
        // The server's clock is a minute slow: its own date counts.
        assert_eq!(read(ten, Some("Sun, 22 Nov 2026 09:59:00 GMT")), Some(90));
        assert_eq!(read(ten, Some("yesterday")), Some(30));
        assert_eq!(read("Sun, 32 Nov 2026 10:00:00 GMT", None), None);
    }

    #[test]
    fn no_header() {
        assert_eq!(retry_after(&HeaderMap::new(), Timestamp::now()), None);
    }
}
