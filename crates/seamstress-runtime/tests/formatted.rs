//! Texts of a format: kept as they are, whatever they are.

#![allow(
    clippy::unwrap_used,
    reason = "the helpers of a test fail as a test does"
)]

use proptest::prelude::*;
use seamstress_runtime::json::{self, CorrectionKind, Json};
use seamstress_runtime::{Base64, CalendarDate, IsoDuration, TimeOfDay};

/// Reads a text, writes it back, and says whether it is of the format.
fn is_of_format<T: Json + Default>(text: &str) -> bool {
    let body = serde_json::to_vec(text).unwrap();
    let (value, report) = json::from_slice::<T>(&body).unwrap();
    assert_eq!(json::to_value(&value), text, "the text is kept");
    match report.corrections.as_slice() {
        [] => true,
        [one] => {
            assert_eq!(one.kind, CorrectionKind::InvalidFormat);
            false
        }
        more => unreachable!("{more:?}"),
    }
}

#[test]
fn texts_are_kept_and_judged() {
    for (text, date, time, duration, base64) in [
        ("2026-02-28", true, false, false, true),
        ("2026-02-30", false, false, false, true),
        ("2026-02", false, false, false, true),
        ("20260228", false, false, false, true),
        ("2026-02-28T10:00:00Z", false, false, false, false),
        ("10:20:30Z", false, true, false, false),
        ("10:20:30.125+02:00", false, true, false, false),
        ("10:20", false, true, false, false),
        ("25:00:00", false, false, false, false),
        ("P1Y2M3DT4H5M6S", false, false, true, true),
        ("PT0S", false, false, true, true),
        ("3.5s", false, false, false, false),
        ("c2VhbQ==", false, false, false, true),
        ("c2VhbQ", false, false, false, true),
        ("_-8", false, false, false, true),
        ("c2VhbQ=", false, false, false, false),
        ("=", false, false, false, false),
        ("", false, false, false, true),
    ] {
        assert_eq!(is_of_format::<CalendarDate>(text), date, "{text}");
        assert_eq!(is_of_format::<TimeOfDay>(text), time, "{text}");
        assert_eq!(is_of_format::<IsoDuration>(text), duration, "{text}");
        assert_eq!(is_of_format::<Base64>(text), base64, "{text}");
    }
    assert!(json::from_slice::<CalendarDate>(b"1").is_err());
}

proptest! {
    #[test]
    fn bytes_come_back(bytes: Vec<u8>) {
        prop_assert_eq!(Base64::from(bytes.clone()).decode(), Some(bytes));
    }

    #[test]
    fn any_text_is_kept(text: String) {
        is_of_format::<CalendarDate>(&text);
        is_of_format::<TimeOfDay>(&text);
        is_of_format::<IsoDuration>(&text);
        is_of_format::<Base64>(&text);
    }
}
