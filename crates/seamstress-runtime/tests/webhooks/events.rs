//! Genuine deliveries, read.

use std::error::Error as _;

use seamstress_runtime::json::{self, CorrectionKind, Extra, ReadError, Value};
use seamstress_runtime::{WebhookErrorKind, WebhookEvent};

use super::{ID, SECOND, SECRET, TIMESTAMP};
use super::{WebhookError, check_kind, header_map, sign, time, verifier};

#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
struct Event {
    event_type: String,
    count: i64,
    names: Vec<String>,
    extra: Extra,
}

seamstress_runtime::object! {
    Event {
        "event_type" => event_type: required,
        "count" => count: required,
        "names" => names: required,
    }
}

/// Reads what the sender has signed.
fn read(body: &[u8]) -> Result<WebhookEvent<Event>, WebhookError> {
    verifier().read_parts(ID, TIMESTAMP, &signed(body), body)
}

/// The signature of a body that may be no text, which the library of the specification refuses.
fn signed(body: &[u8]) -> String {
    match std::str::from_utf8(body) {
        Ok(_) => sign(SECRET, body),
        Err(_) => NO_TEXT_SIGNATURE.to_owned(),
    }
}

const NO_TEXT: &[u8] = b"{\"event_type\":\"\xff\"}";
const NO_TEXT_SIGNATURE: &str = "v1,RPajWIO0RLN3G7SrwMZMFdlGX6TZetSmoLAz1Jv/vVM=";

#[test]
fn an_event_and_its_delivery() {
    let body = br#"{"event_type":"lock.locked","count":2,"names":["a"]}"#;
    let event = read(body).unwrap();
    assert_eq!(event.value.event_type, "lock.locked");
    assert_eq!(
        (event.value.count, &*event.value.names),
        (2, &["a".to_owned()][..])
    );
    assert_eq!((event.id(), event.timestamp()), (ID, time(SECOND)));
    assert_eq!(event.delivery().id(), ID);
    assert!(event.corrections().is_empty() && event.rejected().is_empty());
    assert_eq!(event.into_value().count, 2);

    let headers = header_map(&[
        ("svix-id", ID),
        ("svix-timestamp", TIMESTAMP),
        ("svix-signature", &sign(SECRET, body)),
    ]);
    let event = verifier().read::<Event>(&headers, body).unwrap();
    assert_eq!(event.value.event_type, "lock.locked");
    check_kind(
        verifier().read::<Event>(&headers, b"{}"),
        WebhookErrorKind::InvalidSignature,
    );
}

/// As in answers: what is not known is kept, and what is wrong is mended and said.
#[test]
fn what_is_not_as_expected_is_kept_and_told() {
    let body = br#"{"event_type":"new.kind","count":"two","names":["a",1],"more":[1.50]}"#;
    let event = read(body).unwrap();
    assert_eq!(
        event.value.extra.get("more").map(Value::is_array),
        Some(true)
    );
    let [correction] = event.corrections() else {
        panic!("{:?}", event.corrections());
    };
    assert_eq!(correction.path, "count");
    assert_eq!(correction.kind, CorrectionKind::Unreadable);
    assert_eq!(event.rejected()[0].path, "names[1]");
    let written = String::from_utf8(json::to_vec(&event.value)).unwrap();
    assert!(written.contains(r#""count":"two""#), "{written}");

    let empty = read(b"{}").unwrap();
    assert_eq!(empty.value, Event::default());
    assert_eq!(empty.corrections().len(), 3);
}

#[test]
fn genuine_and_unreadable() {
    let deep = "[".repeat(100_000);
    let bodies: [(&[u8], &str); 8] = [
        (b"", "byte 0"),
        (b"not JSON", "byte 0"),
        (b"[]", "expected an object"),
        (b"null", "expected an object"),
        (b"{\"event_type\":\"a\",}", "byte 18"),
        (b"{} {}", "byte 3"),
        (deep.as_bytes(), "at most 127 containers"),
        (NO_TEXT, "byte 1"),
    ];
    for (body, expected) in bodies {
        let error = read(body).unwrap_err();
        assert!(error.to_string().contains(expected), "{error}");
        assert!(error.to_string().contains(ID), "{error}");
        let delivery = error.delivery().unwrap();
        assert_eq!((delivery.id(), delivery.timestamp()), (ID, time(SECOND)));
        let source = error.source().unwrap().downcast_ref::<ReadError>().unwrap();
        assert_eq!(source.offset(), error.read_error().unwrap().offset());
        check_kind(Err::<(), _>(error), WebhookErrorKind::Unreadable);
        // The same body from somebody else is a forgery like any other.
        let forged = verifier().read_parts::<Event>(ID, TIMESTAMP, "v1,", body);
        let forged = forged.unwrap_err();
        assert!(forged.delivery().is_none() && forged.read_error().is_none());
        assert!(forged.is_forged() && forged.source().is_none());
    }
}

/// Neither a body nor an id can flood a log, or forge a line of one.
#[test]
fn messages_stay_short() {
    let body = format!("\"{}\\n\r\n{}\"", "secret ".repeat(10), "x".repeat(100_000));
    let id = format!("msg\n{}", "y".repeat(100_000));
    let webhook = standardwebhooks::Webhook::new(SECRET).unwrap();
    let signature = webhook.sign(&id, SECOND, body.as_bytes()).unwrap();
    let error = verifier()
        .read_parts::<Event>(&id, TIMESTAMP, &signature, body.as_bytes())
        .unwrap_err();
    assert!(error.is_unreadable());
    assert!(error.to_string().chars().count() < 700, "{error}");
    check_kind(Err::<(), _>(error), WebhookErrorKind::Unreadable);
}
