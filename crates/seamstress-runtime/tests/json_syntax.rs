//! What is JSON and what is not: RFC 8259, and agreement with `serde_json`.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use proptest::prelude::*;
use seamstress_runtime::json::{self, CorrectionKind, Json, ReadErrorKind, Reader, Writer};
use serde_json::{Value, json};

/// Reads by skipping: the other path through the tokens.
#[derive(Default)]
struct Skipped(String);

impl Json for Skipped {
    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), json::ReadError> {
        self.0 = reader.skip()?.to_owned();
        Ok(())
    }

    fn write(&self, writer: &mut Writer) {
        writer.string(&self.0);
    }
}

fn accepts(text: &[u8]) -> bool {
    let read = json::from_slice::<Value>(text).is_ok();
    let skipped = json::from_slice::<Skipped>(text).is_ok();
    assert_eq!(
        read,
        skipped,
        "reading and skipping differ: {}",
        String::from_utf8_lossy(text)
    );
    read
}

#[test]
fn accepted_as_by_serde_json() {
    for text in [
        "null",
        " true\n",
        "\t[ ]\r\n",
        "{ }",
        "[1 , 2]",
        r#"{"a":1, "b":[{}]}"#,
        "0",
        "-0",
        "1e5",
        "1E+05",
        "0.0e-0",
        "123456789012345678901234567890",
        r#""\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00""#,
        "\"\u{7f}é😀\"",
        r#"{"":0}"#,
        r#""\u0000""#,
    ] {
        assert!(accepts(text.as_bytes()), "{text}");
        let value = json::from_slice::<Value>(text.as_bytes()).unwrap().0;
        assert_eq!(
            value,
            serde_json::from_str::<Value>(text).unwrap(),
            "{text}"
        );
    }
}

#[test]
fn refused_as_by_serde_json() {
    for text in [
        "",
        " ",
        "nul",
        "nulll",
        "tru",
        "True",
        "[",
        "[1",
        "[1,",
        "[1,]",
        "[,1]",
        "[1 2]",
        "{",
        r#"{"a"#,
        r#"{"a""#,
        r#"{"a":"#,
        r#"{"a":1"#,
        r#"{"a":1,"#,
        r#"{"a":1,}"#,
        r#"{a:1}"#,
        r#"{"a" 1}"#,
        "{1:1}",
        r#"{,"a":1}"#,
        "]",
        "}",
        "[}",
        "{]",
        "1 2",
        "null null",
        "01",
        "-",
        "+1",
        ".5",
        "1.",
        "1.e1",
        "1e",
        "1e+",
        "-a",
        "0x1",
        "NaN",
        "Infinity",
        "'a'",
        r#"""#,
        r#""a"#,
        r#""\"#,
        r#""\x""#,
        r#""\u12""#,
        r#""\u12g4""#,
        r#""\u+123""#,
        "\"\n\"",
        "\"\u{0}\"",
        "// c\n1",
        "1 // c",
        "\u{a0}1",
        "[1]]",
    ] {
        assert!(!accepts(text.as_bytes()), "{text}");
        assert!(serde_json::from_str::<Value>(text).is_err(), "{text}");
        let error = json::from_slice::<Value>(text.as_bytes()).unwrap_err();
        assert_eq!(error.kind(), ReadErrorKind::Syntax, "{text}");
        assert!(error.offset() <= text.len());
    }
}

#[test]
fn bytes_that_are_no_text_are_refused() {
    for body in [
        b"\"\xff\"".as_slice(),
        b"\"\xc3\"",
        b"\"\xed\xa0\x80\"",
        b"\xf8",
    ] {
        let error = json::from_slice::<Value>(body).unwrap_err();
        assert_eq!(
            (error.kind(), error.expected()),
            (ReadErrorKind::Syntax, "UTF-8")
        );
    }
    let error = json::from_slice::<Value>(b"[\n\"ab\xff\"]").unwrap_err();
    assert_eq!(
        (error.offset(), error.line(), error.found()),
        (5, 2, "byte 0xff")
    );
}

#[test]
fn byte_order_mark_is_passed_over() {
    assert_eq!(
        json::from_slice::<Value>("\u{feff}[1]".as_bytes())
            .unwrap()
            .0,
        json!([1])
    );
    assert!(json::from_slice::<Value>("[\u{feff}1]".as_bytes()).is_err());
}

/// Expected: deep documents MUST NOT overflow the stack, read or skipped.
#[test]
fn depth_is_limited() {
    for (open, close) in [("[", "]"), (r#"{"a":"#, "}")] {
        let nested = |depth: usize| format!("{}1{}", open.repeat(depth), close.repeat(depth));
        assert!(accepts(nested(127).as_bytes()));
        assert!(!accepts(nested(128).as_bytes()));
        assert!(serde_json::from_str::<Value>(&nested(127)).is_ok());
        assert!(serde_json::from_str::<Value>(&nested(128)).is_err());
        assert!(!accepts(nested(100_000).as_bytes()));
        assert!(!accepts(open.repeat(100_000).as_bytes()));
    }
    let error = json::from_slice::<Value>("[".repeat(200).as_bytes()).unwrap_err();
    assert_eq!(error.kind(), ReadErrorKind::Syntax);
}

#[test]
fn half_of_a_surrogate_pair_is_replaced_and_recorded() {
    for (text, expected, lossy) in [
        (r#""\ud83d""#, "\u{fffd}", true),
        (r#""a\ude00b""#, "a\u{fffd}b", true),
        (r#""\ud83d\n""#, "\u{fffd}\n", true),
        (r#""\ud83d\ud83d\ude00""#, "\u{fffd}😀", true),
        (r#""\ud83dx""#, "\u{fffd}x", true),
        (r#""\ufffd""#, "\u{fffd}", false),
        (r#""\uD83D\uDE00""#, "😀", false),
    ] {
        let (value, report) = json::from_slice::<String>(text.as_bytes()).unwrap();
        assert_eq!(value, expected, "{text}");
        let kinds: Vec<_> = report
            .corrections
            .iter()
            .map(|correction| correction.kind)
            .collect();
        assert_eq!(kinds == [CorrectionKind::LoneSurrogate], lossy, "{text}");
        assert_eq!(report.is_empty(), !lossy);
    }
}

#[test]
fn integers() {
    fn read<T: Json + Default>(text: &str) -> Option<T> {
        json::from_slice(text.as_bytes())
            .ok()
            .map(|(value, _)| value)
    }
    assert_eq!(read("3"), Some(3_i32));
    assert_eq!(read("3.0"), Some(3_i32));
    assert_eq!(read("-3e2"), Some(-300_i32));
    assert_eq!(read("-0"), Some(0_i64));
    assert_eq!(read("2147483647"), Some(i32::MAX));
    assert_eq!(read::<i32>("2147483648"), None);
    assert_eq!(read("9223372036854775807"), Some(i64::MAX));
    assert_eq!(read("-9223372036854775808"), Some(i64::MIN));
    assert_eq!(read("9007199254740993.0"), Some(9_007_199_254_740_993_i64));
    assert_eq!(read::<i64>("9223372036854775808"), None);
    assert_eq!(read("18446744073709551615"), Some(u64::MAX));
    assert_eq!(read("4294967295"), Some(u32::MAX));
    assert_eq!(read::<u32>("-1"), None);
    assert_eq!(read::<i64>("3.5"), None);
    assert_eq!(read::<i64>("1e999"), None);
    assert_eq!(read::<i64>("\"3\""), None);
    assert_eq!(read("1e-7"), Some(1e-7_f64));
    assert_eq!(read::<f64>("1e999"), None);
}

#[test]
fn floats_are_written_shortest() {
    for (value, text) in [
        (3.0, "3"),
        (-0.0, "-0.0"),
        (0.1, "0.1"),
        (1e300, "1e300"),
        (1.5e-9, "1.5e-9"),
        (f64::NAN, "null"),
        (f64::INFINITY, "null"),
        (9_007_199_254_740_993.0, "9007199254740992.0"),
    ] {
        assert_eq!(String::from_utf8(json::to_vec(&value)).unwrap(), text);
    }
}

#[test]
fn errors_say_where() {
    let error = json::from_slice::<Value>(b"{\"a\": [\n1, {\"b c\": tru}]}").unwrap_err();
    assert_eq!(
        (error.path(), error.line(), error.offset()),
        (r#"a[1]["b c"]"#, 2, 19)
    );
    assert_eq!(
        error.to_string(),
        r#"invalid JSON: expected a JSON value, found `tru}]}` at `a[1]["b c"]` (line 2, byte 19)"#
    );
    let error = json::from_slice::<Vec<String>>(b"{}").unwrap_err();
    assert_eq!(
        error.to_string(),
        "unexpected JSON: expected a list, found {} (line 1, byte 0)"
    );
    let long = format!("\"{}\"", "é".repeat(500));
    let error = json::from_slice::<bool>(long.as_bytes()).unwrap_err();
    assert_eq!(error.found().chars().count(), 121);
}

/// Any JSON, of moderate size.
fn any_json() -> impl Strategy<Value = Value> {
    let number = prop_oneof![
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        (-1000..1000_i64).prop_map(Value::from),
    ];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        number,
        any::<String>().prop_map(Value::from),
        "[ -~\u{0}-\u{1f}]{0,24}".prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 64, 8, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..8).prop_map(Value::from),
            prop::collection::btree_map("[a-c\"\\\\é]{0,4}", inner, 0..8)
                .prop_map(|members| members.into_iter().collect()),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn values_survive(value in any_json()) {
        let (read, report) = json::from_slice::<Value>(value.to_string().as_bytes()).unwrap();
        prop_assert_eq!(&read, &value);
        prop_assert!(report.is_empty());
        // Written by us, read by `serde_json`; its floats may be off in the last place.
        let written = json::to_vec(&value);
        prop_assert_eq!(&json::from_slice::<Value>(&written).unwrap().0, &value);
        prop_assert!(serde_json::from_slice::<Value>(&written).is_ok());
        let pretty = serde_json::to_vec_pretty(&value).unwrap();
        prop_assert_eq!(json::from_slice::<Value>(&pretty).unwrap().0, value);
    }

    #[test]
    fn damaged_documents_are_judged_as_by_serde_json(
        value in any_json(),
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0..4_u8), 1..4),
    ) {
        let mut body = value.to_string().into_bytes();
        for (index, byte, how) in damage {
            let at = index.index(body.len());
            match how {
                0 => { body.remove(at); }
                1 => body.insert(at, byte),
                2 => body[at] = b"{}[]\":,\\u0e-+.tfn \n"[usize::from(byte) % 19],
                _ => body.truncate(at + 1),
            }
            if body.is_empty() {
                body.push(b'0');
            }
        }
        let ours = json::from_slice::<Value>(&body);
        let theirs = serde_json::from_slice::<Value>(&body);
        let tolerated = ours.as_ref().is_ok_and(|(_, report)| {
            report.corrections.iter().any(|correction| correction.kind == CorrectionKind::LoneSurrogate)
        });
        prop_assert_eq!(ours.is_ok(), theirs.is_ok() || tolerated, "{}", String::from_utf8_lossy(&body));
    }

    #[test]
    fn arbitrary_bytes_do_no_harm(body in prop::collection::vec(any::<u8>(), 0..64)) {
        let ours = json::from_slice::<Value>(&body).is_ok();
        prop_assert_eq!(ours, serde_json::from_slice::<Value>(&body).is_ok());
    }
}
