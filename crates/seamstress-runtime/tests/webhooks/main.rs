//! Deliveries of webhooks: which are trusted, and what becomes of them.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

mod events;
mod forgeries;
mod genuine;
mod headers;
mod secrets;

use std::fmt::Debug;

use seamstress_runtime::http::{HeaderMap, HeaderName, HeaderValue};
use seamstress_runtime::jiff::Timestamp;
use seamstress_runtime::{WebhookError, WebhookErrorKind, WebhookVerifier};
use standardwebhooks::Webhook;

/// The vector that the library of the specification tests itself with.
const SECRET: &str = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
const ID: &str = "msg_27UH4WbU6Z5A5EzD8u03UvzRbpk";
const SECOND: i64 = 1_649_367_553;
const TIMESTAMP: &str = "1649367553";
const BODY: &[u8] = br#"{"email":"test@example.com","username":"test_user"}"#;
const SIGNATURE: &str = "v1,tZ1I4/hDygAJgO5TYxiSd6Sd0kDW6hPenDe+bTa3Kkw=";

/// The secret of another endpoint.
const OTHER: &str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

fn time(second: i64) -> Timestamp {
    Timestamp::from_second(second).unwrap()
}

/// Knows the secret, at the time of the vector.
fn verifier() -> WebhookVerifier {
    WebhookVerifier::new(SECRET).unwrap().at(time(SECOND))
}

/// The signature as the library of the specification makes it.
fn sign(secret: &str, body: &[u8]) -> String {
    Webhook::new(secret)
        .unwrap()
        .sign(ID, SECOND, body)
        .unwrap()
}

fn header_map(pairs: &[(&str, &str)]) -> HeaderMap {
    let pair = |(name, text): &(&str, &str)| {
        let name: HeaderName = name.parse().unwrap();
        (name, HeaderValue::from_str(text).unwrap())
    };
    // Not collected: that would keep the last of several.
    let mut map = HeaderMap::new();
    for (name, value) in pairs.iter().map(pair) {
        map.append(name, value);
    }
    map
}

#[track_caller]
fn check_kind<T: Debug>(result: Result<T, WebhookError>, kind: WebhookErrorKind) {
    let error = result.unwrap_err();
    assert_eq!(error.kind(), kind, "{error}");
    assert_eq!(error.is_unreadable(), kind == WebhookErrorKind::Unreadable);
    assert_ne!(error.is_forged(), error.is_unreadable());
    assert_eq!(error.to_string().lines().count(), 1);
}
