//! Dates and times: what is read is what is written.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use std::collections::HashSet;

use jiff::Timestamp;
use jiff::tz::Offset;
use proptest::prelude::*;
use seamstress_runtime::DateTime;
use seamstress_runtime::json::{self, CorrectionKind};

fn at(text: &str) -> DateTime {
    text.parse().unwrap()
}

#[test]
fn small() {
    assert!(size_of::<DateTime>() <= 32);
    assert!(size_of::<Option<DateTime>>() <= 32);
}

#[test]
fn valid_texts_keep_their_spelling() {
    for (text, instant) in [
        ("2025-06-16T16:54:17.946283Z", "2025-06-16T16:54:17.946283Z"),
        ("2025-06-16T16:54:17Z", "2025-06-16T16:54:17Z"),
        ("2025-06-16T16:54:17.000Z", "2025-06-16T16:54:17Z"),
        (
            "2025-06-16T16:54:17.123456789+05:30",
            "2025-06-16T11:24:17.123456789Z",
        ),
        ("2025-06-16T00:00:00-00:30", "2025-06-16T00:30:00Z"),
        ("2025-06-16T16:54:17+00:00", "2025-06-16T16:54:17Z"),
        ("2025-06-16T16:54:17-00:00", "2025-06-16T16:54:17Z"),
        ("2025-06-16t16:54:17z", "2025-06-16T16:54:17Z"),
        ("2025-06-16 16:54:17Z", "2025-06-16T16:54:17Z"),
        (
            "2025-06-16T16:54:17.12345678901234567890Z",
            "2025-06-16T16:54:17.123456789Z",
        ),
        ("1990-12-31T23:59:60Z", "1990-12-31T23:59:59Z"),
        ("1937-01-01T12:00:27.87+00:20", "1937-01-01T11:40:27.87Z"),
        ("0000-01-01T00:00:00Z", "0000-01-01T00:00:00Z"),
        ("2024-02-29T23:59:59.9Z", "2024-02-29T23:59:59.9Z"),
        ("1969-12-31T23:59:59.25Z", "1969-12-31T23:59:59.25Z"),
    ] {
        let value = at(text);
        assert!(value.is_valid(), "{text}");
        assert_eq!(value.to_string(), text);
        assert_eq!(
            value.timestamp(),
            instant.parse::<Timestamp>().unwrap(),
            "{text}"
        );
        let body = format!("\"{text}\"");
        let (read, report) = json::from_slice::<DateTime>(body.as_bytes()).unwrap();
        assert!(report.is_empty());
        assert_eq!(json::to_vec(&read), body.as_bytes());
    }
    assert_eq!(
        at("2025-06-16T16:54:17+05:30").offset(),
        Offset::from_seconds(19_800).unwrap()
    );
}

#[test]
fn invalid_texts_are_kept() {
    for text in [
        "",
        "soon",
        "2025-06-16",
        "2025-06-16T16:54:17",
        "2025-06-16T16:54Z",
        "2025-02-29T00:00:00Z",
        "2025-13-01T00:00:00Z",
        "2025-06-16T24:00:00Z",
        "2025-06-16T16:60:00Z",
        "2025-06-16T16:54:61Z",
        "2025-06-16T16:54:17.Z",
        "2025-06-16T16:54:17+24:00",
        "2025-06-16T16:54:17+01:60",
        "2025-06-16T16:54:17+0100",
        "2025-06-16T16:54:17ZZ",
        "+2025-06-16T16:54:17Z",
        "2025-06-16T16:54:17é",
        "9999-12-31T23:59:59-23:59",
    ] {
        let value = at(text);
        assert!(!value.is_valid(), "{text}");
        assert_eq!(
            (value.to_string().as_str(), value.timestamp()),
            (text, Timestamp::UNIX_EPOCH)
        );
        let body = serde_json::to_vec(text).unwrap();
        let (read, report) = json::from_slice::<DateTime>(&body).unwrap();
        assert_eq!(report.corrections[0].kind, CorrectionKind::InvalidDateTime);
        assert_eq!(json::to_vec(&read), body);
        assert_eq!(serde_json::to_vec(&read).unwrap(), body);
    }
}

#[test]
fn compared_by_instant() {
    assert_eq!(
        at("2025-06-16T10:00:00Z"),
        at("2025-06-16T12:00:00.000+02:00")
    );
    assert!(at("2025-06-16T10:00:00Z") < at("2025-06-16T10:00:00.001-00:00"));
    assert!(at("1969-12-31T23:59:59.1Z") < at("1969-12-31T23:59:59.9Z"));
    assert_ne!(at("soon"), at("later"));
    assert_ne!(at("soon"), DateTime::default());
    let set: HashSet<_> = ["2025-06-16T10:00:00Z", "2025-06-16T12:00:00+02:00", "soon"]
        .map(at)
        .into();
    assert_eq!(set.len(), 2);
}

#[test]
fn made_from_jiff() {
    for text in [
        "2025-06-16T16:54:17Z",
        "2025-06-16T16:54:17.5Z",
        "1969-12-31T23:59:59.25Z",
    ] {
        let timestamp: Timestamp = text.parse().unwrap();
        let value = DateTime::from(timestamp);
        assert_eq!(value.timestamp(), timestamp);
        assert_eq!(at(&value.to_string()), value);
    }
    let zoned = "2025-06-16T16:54:17.123+02:00[+02:00]"
        .parse::<jiff::Zoned>()
        .unwrap();
    assert_eq!(
        DateTime::from(&zoned).to_string(),
        "2025-06-16T16:54:17.123+02:00"
    );
    assert_eq!(DateTime::from(zoned.clone()).timestamp(), zoned.timestamp());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn likely_texts_survive(text in "[012][0-9]{3}-[01][0-9]-[0-3][0-9][Tt ][0-2][0-9]:[0-5][0-9]:[0-6][0-9](\\.[0-9]{1,12})?(Z|z|[+-][012][0-9]:[0-6][0-9])") {
        let value = at(&text);
        prop_assert_eq!(value.to_string(), text.clone());
        // Where jiff reads the text too, the instants agree (it has no more than nine digits).
        if let (true, Ok(timestamp)) = (value.is_valid(), text.parse::<Timestamp>()) {
            prop_assert_eq!(value.timestamp(), timestamp);
        }
    }

    #[test]
    fn any_text_survives(text in any::<String>()) {
        prop_assert_eq!(at(&text).to_string(), text);
    }

    #[test]
    fn any_instant_survives(second in -377_705_023_201..253_402_207_200_i64, nanosecond in 0..1_000_000_000_i32) {
        let timestamp = Timestamp::new(second, nanosecond).unwrap();
        prop_assert_eq!(DateTime::from(timestamp).timestamp(), timestamp);
    }
}
