//! Where two JSON documents differ, that should be one.

use serde_json::Value;

use crate::json::{CorrectionKind, Report};

/// Adds to `lost` where `written` differs from `original`, which both stand at `path`: the order
/// of members and the spelling of numbers aside, and what the report says was corrected.
pub(super) fn compare(
    path: &str,
    original: &Value,
    written: &Value,
    report: &Report,
    lost: &mut Vec<String>,
) {
    match (original, written) {
        (Value::Object(original), Value::Object(written)) => {
            for (name, value) in original {
                let path = member(path, name);
                match written.get(name) {
                    Some(written) => compare(&path, value, written, report, lost),
                    None => lost.push(format!("`{path}` is not written")),
                }
            }
            let added = written.keys().filter(|name| !original.contains_key(*name));
            for path in added.map(|name| member(path, name)) {
                if !is_missing(&path, report) {
                    lost.push(format!("`{path}` is written and was not there"));
                }
            }
        }
        (Value::Array(original), Value::Array(written)) if original.len() == written.len() => {
            for (index, (original, written)) in original.iter().zip(written).enumerate() {
                compare(&format!("{path}[{index}]"), original, written, report, lost);
            }
        }
        // What was left out is in the report, and the others no longer stand where they stood.
        (Value::Array(_), Value::Array(_)) if has_rejected(path, report) => {}
        _ if same(original, written) || is_missing(path, report) => {}
        _ => lost.push(format!(
            "`{path}` was {original} and is written as {written}"
        )),
    }
}

fn same(original: &Value, written: &Value) -> bool {
    match (original, written) {
        (Value::Number(original), Value::Number(written)) => {
            // Beyond 2^53, several integers are one float.
            let has_float = original.is_f64() || written.is_f64();
            original == written || has_float && nearly(original.as_f64(), written.as_f64())
        }
        _ => original == written,
    }
}

/// Whether two floats are one, but for the last digit: `serde_json`, by which the original is
/// read, gets that wrong for some numbers.
fn nearly(original: Option<f64>, written: Option<f64>) -> bool {
    let (Some(original), Some(written)) = (original, written) else {
        return false;
    };
    (original - written).abs() <= 2.0 * f64::EPSILON * original.abs()
}

/// Whether the report says that the value at `path` was absent, so that a stand-in is written.
fn is_missing(path: &str, report: &Report) -> bool {
    let mut corrections = report.corrections.iter();
    corrections
        .any(|correction| correction.path == path && correction.kind == CorrectionKind::Missing)
}

fn has_rejected(list: &str, report: &Report) -> bool {
    let mut rejected = report.rejected.iter();
    rejected.any(|element| {
        let index = element.path.strip_prefix(list);
        index.is_some_and(|index| index.starts_with('['))
    })
}

/// The path of a member, as reports write it.
fn member(path: &str, name: &str) -> String {
    let mut path = path.to_owned();
    crate::json::append_member(&mut path, name);
    path
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn lost(original: Value, written: Value) -> Vec<String> {
        let mut lost = Vec::new();
        compare("x", &original, &written, &Report::default(), &mut lost);
        lost
    }

    #[test]
    fn spelling_and_order_do_not_count() {
        let original = json!({"a": 3.0, "b": [1, {"c": null}], "d": 1.200_000_000_000_000_2e26});
        let written = json!({"b": [1.0, {"c": null}], "d": 1.2e26, "a": 3});
        assert!(lost(original, written).is_empty());
    }

    #[test]
    fn every_difference_is_found() {
        for (original, written, expected) in [
            (json!({"a": 1}), json!({}), "`x.a` is not written"),
            (
                json!({}),
                json!({"a": null}),
                "`x.a` is written and was not there",
            ),
            (
                json!([1]),
                json!([1, 2]),
                "`x` was [1] and is written as [1,2]",
            ),
            (
                json!(["a"]),
                json!(["b"]),
                "`x[0]` was \"a\" and is written as \"b\"",
            ),
            (
                json!(null),
                json!(""),
                "`x` was null and is written as \"\"",
            ),
            (
                json!(1.5),
                json!(1.500_000_1),
                "`x` was 1.5 and is written as 1.5000001",
            ),
            (json!(1), json!("1"), "`x` was 1 and is written as \"1\""),
            (
                json!(9_007_199_254_740_993_u64),
                json!(9_007_199_254_740_995_u64),
                "`x` was 9007199254740993 and is written as 9007199254740995",
            ),
        ] {
            assert_eq!(lost(original, written), [expected]);
        }
    }
}
