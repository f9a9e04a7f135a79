//! An answer whose value stands under another name than the operation says.
//!
//! APIs rename the member of an answer that holds the value (Seam's `magic_link` became
//! `customer_portal`), and a client from before has no use for its new name. What is taken in its
//! place must leave no doubt, as a wrong value is worse than an error.

use std::borrow::Cow;

use serde_json::Value;

use crate::json::{self, Correction, CorrectionKind, Json, Reader, Report};

/// Reads into `value` the member of `body` that stands in for its member `key`, and reports that as
/// a correction. There is one only where
///
/// - `key` itself is absent;
/// - one single other member is an object with content, the API's own error (`error`) aside;
/// - `value` is of a type that must have members, and this object has all of them and nothing that
///   would have to be corrected.
///
/// Where it gives nothing, `value` may have been changed.
pub(super) fn read_renamed(
    body: &[u8],
    key: &str,
    error: Option<&str>,
    value: &mut dyn Json,
) -> Option<Report> {
    let needs_members = |value: Value| value.as_object().is_some_and(|object| !object.is_empty());
    if !needs_members(json::to_value(value)) {
        return None;
    }
    let (answer, _) = json::from_slice::<Value>(body).ok()?;
    let answer = answer
        .as_object()
        .filter(|answer| !answer.contains_key(key))?;
    let is_candidate = |(name, value): &(&String, &Value)| {
        let content = value.as_object().is_some_and(|object| !object.is_empty());
        content && Some(name.as_str()) != error
    };
    let mut candidates = answer.iter().filter(is_candidate);
    let (name, candidate) = candidates.next().filter(|_| candidates.next().is_none())?;
    let text = json::to_vec(candidate);
    let mut reader = Reader::new(&text).ok()?;
    value.read(&mut reader).ok()?;
    let mut report = reader.finish().ok().filter(Report::is_empty)?;
    report.corrections.push(Correction {
        path: key.to_owned(),
        kind: CorrectionKind::Renamed,
        expected: Cow::Borrowed("this member"),
        found: name.clone(),
    });
    Some(report)
}
