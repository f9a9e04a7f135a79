//! Unions without a tag: which alternative is taken, and that none loses anything.

#![allow(
    clippy::unwrap_used,
    reason = "the helpers of a test fail as a test does"
)]

use seamstress_runtime::json::{self, Extra, Unknown, UnknownNumber};
use serde_json::{Value, json};

#[derive(Clone, Debug, Default, PartialEq)]
struct Narrow {
    id: String,
    tags: Option<Vec<String>>,
    extra: Extra,
}

#[derive(Clone, Debug, Default, PartialEq)]
struct Wide {
    id: String,
    tags: Option<Vec<Tag>>,
    inner: Option<Box<Either>>,
    extra: Extra,
}

#[derive(Clone, Debug, Default, PartialEq)]
struct Tag {
    key: String,
    extra: Extra,
}

#[derive(Clone, Debug, PartialEq)]
enum Either {
    Narrow(Narrow),
    Wide(Wide),
    Level(Level),
    Words(Vec<String>),
    Numbers(Vec<f64>),
    Unknown(Unknown),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Level {
    Low,
    High,
    Unknown(UnknownNumber<i64>),
}

seamstress_runtime::object! {
    Narrow { "id" => id: required, "tags" => tags: optional, }
}
seamstress_runtime::object! {
    Wide { "id" => id: required, "tags" => tags: optional, "inner" => inner: optional, }
}
seamstress_runtime::object! {
    Tag { "key" => key: required, }
}
seamstress_runtime::union! {
    Either {
        object("id") => Narrow,
        object("id") => Wide,
        integer => Level,
        array => Words,
        array => Numbers,
    }
}
seamstress_runtime::open_number! {
    Level(i64) { -1 => Low, 7 => High, }
}

fn read(value: &Value) -> (Either, json::Report) {
    json::from_slice(value.to_string().as_bytes()).unwrap()
}

#[test]
fn the_alternative_that_fits_best_is_taken() {
    for (value, name) in [
        (json!({ "id": "a" }), "Narrow"),
        (json!({ "id": "a", "tags": ["x"] }), "Narrow"),
        // As `Narrow`, the tags would be rejected.
        (json!({ "id": "a", "tags": [{ "key": "x" }] }), "Wide"),
        // As `Narrow`, a member would be unknown.
        (json!({ "id": "a", "inner": { "id": "b" } }), "Wide"),
        // Unknown to all: the first.
        (json!({ "id": "a", "new": 1 }), "Narrow"),
        (
            json!({ "id": "a", "new": 1, "tags": [{ "key": "x" }] }),
            "Wide",
        ),
        (json!(7), "Level"),
        (json!(8), "Level"),
        (json!(["a"]), "Words"),
        (json!([1.5, 2]), "Numbers"),
        (json!([]), "Words"),
        (json!({ "name": "a" }), "Unknown"),
        (json!(true), "Unknown"),
    ] {
        let (either, report) = read(&value);
        let debug = format!("{either:?}");
        assert!(debug.starts_with(&format!("{name}(")), "{value}: {debug}");
        assert!(report.rejected.is_empty(), "{value}: {report:?}");
        assert!(report.corrections.is_empty(), "{value}: {report:?}");
        assert_eq!(json::to_value(&either), value);
    }
}

#[test]
fn what_no_alternative_fits_is_mended_once() {
    let (either, report) = read(&json!({ "id": 1, "tags": [1, {}] }));
    assert!(matches!(either, Either::Narrow(_)), "{either:?}");
    // What was noted while others were tried is forgotten.
    assert_eq!(report.corrections.len(), 1, "{report:?}");
    assert_eq!(report.rejected.len(), 2, "{report:?}");
}

#[test]
fn unions_inside_each_other_take_no_time() {
    let mut value = json!({ "id": 1 });
    for _ in 0..60 {
        value = json!({ "id": 1, "inner": value, "new": [] });
    }
    let start = std::time::Instant::now();
    let (either, _) = read(&value);
    assert!(start.elapsed().as_secs() < 5);
    assert_ne!(either, Either::default());
}

#[test]
fn numbers_out_of_a_list_are_open() {
    assert_eq!(Level::from(7), Level::High);
    assert_eq!(Level::VALUES, [-1, 7]);
    for (number, known) in [(-1, true), (7, true), (8, false), (0, false)] {
        let (level, report) = json::from_slice::<Level>(number.to_string().as_bytes()).unwrap();
        assert_eq!(level.get(), number);
        assert_eq!(level.to_string(), number.to_string());
        assert_eq!(!matches!(level, Level::Unknown(_)), known);
        assert_eq!(report.unknown, usize::from(!known));
        assert_eq!(json::to_vec(&level), number.to_string().as_bytes());
    }
    assert_eq!(Level::default().get(), 0);
    assert!(json::from_slice::<Level>(b"\"7\"").is_err());
}

#[test]
fn integers_of_128_bits_lose_nothing() {
    for text in [
        "0",
        "-170141183460469231731687303715884105728",
        "18446744073709551616",
    ] {
        let (number, report) = json::from_slice::<i128>(text.as_bytes()).unwrap();
        assert_eq!(number.to_string(), text);
        assert!(report.is_empty());
        assert_eq!(json::to_vec(&number), text.as_bytes());
    }
    assert!(json::from_slice::<i128>(b"1e40").is_err());
}
