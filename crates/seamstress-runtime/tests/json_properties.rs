//! Reading any answer and writing it back gives the same JSON, but for what the
//! report says.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod json_types;

use std::collections::BTreeMap;

use json_types::*;
use proptest::prelude::*;
use seamstress_runtime::json::{self, CorrectionKind, Json, Report};
use serde_json::Value;

/// JSON that has little to do with what is expected.
fn noise() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (-5..5_i64).prop_map(Value::from),
        (-5.0..5.0).prop_map(Value::from),
        word(),
    ];
    leaf.prop_recursive(3, 16, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map("[a-d_]{1,3}", inner, 0..4)
                .prop_map(|map| map.into_iter().collect()),
        ]
    })
}

/// Text: known values, tags, times, and others.
fn word() -> BoxedStrategy<Value> {
    let known = prop::sample::select(vec![
        "",
        "set",
        "ongoing",
        "device_offline",
        "conflicting_external_modification",
        "pending",
        "success",
        "error",
        "LOCK_DOOR",
        "SYNC_ACCESS_CODES",
        "cat",
        "dog",
        "2025-06-16T16:54:17.946283Z",
        "2025-06-16 16:54:17",
    ]);
    prop_oneof![
        known.prop_map(Value::from),
        "[a-z\"\\\\é\u{1}]{0,4}".prop_map(Value::from)
    ]
    .boxed()
}

/// An object with these members, each of them expected, surprising or absent,
/// and with others.
fn object(members: Vec<(&'static str, BoxedStrategy<Value>)>) -> BoxedStrategy<Value> {
    let mut fields = Vec::new();
    for (name, expected) in members {
        let value = prop_oneof![
            6 => expected.prop_map(Some),
            1 => Just(Some(Value::Null)),
            1 => noise().prop_map(Some),
            1 => Just(None),
        ];
        fields.push(value.prop_map(move |value| value.map(|value| (name.to_owned(), value))));
    }
    let others = prop::collection::btree_map("[a-d_]{1,3}", noise(), 0..3);
    (fields, others)
        .prop_map(|(fields, others)| {
            others
                .into_iter()
                .chain(fields.into_iter().flatten())
                .collect()
        })
        .boxed()
}

fn list(item: BoxedStrategy<Value>) -> BoxedStrategy<Value> {
    let item = prop_oneof![8 => item, 1 => noise()];
    prop::collection::vec(item, 0..4)
        .prop_map(Value::from)
        .boxed()
}

fn boolean() -> BoxedStrategy<Value> {
    any::<bool>().prop_map(Value::from).boxed()
}

fn number() -> BoxedStrategy<Value> {
    prop_oneof![
        (-9..9_i64).prop_map(Value::from),
        (-9.0..9.0).prop_map(Value::from)
    ]
    .boxed()
}

fn error() -> BoxedStrategy<Value> {
    let modified = object(vec![("field", word()), ("from", word()), ("to", word())]);
    object(vec![
        ("message", word()),
        ("created_at", word()),
        ("error_code", word()),
        ("change_type", word()),
        ("modified_fields", list(modified)),
    ])
}

fn access_code() -> BoxedStrategy<Value> {
    let appearance = object(vec![
        ("name", word()),
        ("width", number()),
        ("floor", number()),
    ]);
    object(vec![
        ("access_code_id", word()),
        ("device_id", word()),
        ("name", word()),
        ("code", word()),
        ("created_at", word()),
        ("ends_at", word()),
        ("is_managed", boolean()),
        ("status", word()),
        ("errors", list(error())),
        ("type", word()),
        ("appearance", appearance),
        (
            "custom_metadata",
            object(vec![("a", word()), ("b", boolean())]),
        ),
    ])
}

fn attempt() -> BoxedStrategy<Value> {
    object(vec![
        ("action_attempt_id", word()),
        ("action_type", word()),
        ("status", word()),
        (
            "result",
            object(vec![("was_confirmed_by_device", boolean())]),
        ),
        ("error", object(vec![("type", word()), ("message", word())])),
    ])
}

fn pet() -> BoxedStrategy<Value> {
    let cat = object(vec![("pet_type", word()), ("lives", number())]);
    object(vec![
        ("pet_type", word()),
        ("lives", number()),
        ("friends", list(cat)),
    ])
}

fn odd() -> BoxedStrategy<Value> {
    let level = object(vec![("level", number())]);
    object(vec![
        ("is_managed", boolean()),
        ("result", noise().boxed()),
        ("level", level),
        ("by", word()),
        ("more", number()),
    ])
}

/// What the report excuses, by path.
struct Excuses<'a> {
    report: &'a Report,
}

impl Excuses<'_> {
    fn is_missing(&self, path: &str) -> bool {
        let mut corrections = self.report.corrections.iter();
        corrections.any(|c| c.path == path && c.kind == CorrectionKind::Missing)
    }

    fn is_rejected(&self, path: &str) -> bool {
        self.report
            .rejected
            .iter()
            .any(|rejected| rejected.path == path)
    }

    fn check(&self, path: &str, sent: &Value, written: &Value) -> Result<(), String> {
        match (sent, written) {
            (Value::Array(sent), Value::Array(written)) => {
                let kept = sent
                    .iter()
                    .enumerate()
                    .map(|(at, item)| (format!("{path}[{at}]"), item));
                let kept: Vec<_> = kept.filter(|(path, _)| !self.is_rejected(path)).collect();
                if kept.len() != written.len() {
                    return Err(format!("{path}: {} of {} kept", written.len(), kept.len()));
                }
                kept.iter()
                    .zip(written)
                    .try_for_each(|((path, sent), written)| self.check(path, sent, written))
            }
            (Value::Object(sent), Value::Object(written)) => {
                let inside = |name: &str| {
                    if path.is_empty() {
                        name.to_owned()
                    } else {
                        format!("{path}.{name}")
                    }
                };
                for name in written.keys().filter(|name| !sent.contains_key(*name)) {
                    if !self.is_missing(&inside(name)) {
                        return Err(format!("{} was made up", inside(name)));
                    }
                }
                for (name, value) in sent
                    .iter()
                    .filter(|(name, _)| !self.is_rejected(&inside(name)))
                {
                    let written = written
                        .get(name)
                        .ok_or_else(|| format!("{} was lost", inside(name)))?;
                    self.check(&inside(name), value, written)?;
                }
                Ok(())
            }
            (Value::Number(sent), Value::Number(written)) if sent.as_f64() == written.as_f64() => {
                Ok(())
            }
            _ if sent == written => Ok(()),
            _ => Err(format!("{path}: {sent} became {written}")),
        }
    }
}

fn check<T: Json + Default + PartialEq + std::fmt::Debug>(
    sent: &Value,
) -> Result<(), TestCaseError> {
    let Ok((value, report)) = json::from_slice::<T>(sent.to_string().as_bytes()) else {
        prop_assert!(false, "not read: {}", sent);
        return Ok(());
    };
    let written = json::to_value(&value);
    if let Err(difference) = (Excuses { report: &report }).check("", sent, &written) {
        prop_assert!(
            false,
            "{}\nsent: {}\nwritten: {}\n{:?}",
            difference,
            sent,
            written,
            report
        );
    }
    // What was written reads as the same value, and is then stable.
    let (again, _) = json::from_slice::<T>(&json::to_vec(&value)).unwrap();
    prop_assert_eq!(json::to_value(&again), written);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn access_codes_survive(body in access_code()) {
        check::<AccessCode>(&body)?;
    }

    #[test]
    fn attempts_survive(body in attempt()) {
        check::<ActionAttempt>(&body)?;
    }

    #[test]
    fn pets_survive(body in pet()) {
        check::<Pet>(&body)?;
    }

    #[test]
    fn odd_objects_survive(body in odd()) {
        check::<Odd>(&body)?;
    }

    #[test]
    fn unions_survive(body in noise()) {
        check::<Mixed>(&body)?;
        check::<CustomMetadataValue>(&body)?;
    }

    #[test]
    fn lists_and_maps_survive(body in list(access_code()), map in object(vec![("a", attempt())])) {
        check::<Vec<AccessCode>>(&body)?;
        check::<BTreeMap<String, ActionAttempt>>(&map)?;
    }

    /// Expected: a damaged document MUST be read or refused, and never panic.
    #[test]
    fn damage_does_no_harm(
        body in access_code(),
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
    ) {
        let mut body = body.to_string().into_bytes();
        for (index, byte) in damage {
            let at = index.index(body.len());
            body[at] = b"{}[]\":,\\u0e-+.tfn \n"[usize::from(byte) % 19];
        }
        if let Ok((code, _)) = json::from_slice::<AccessCode>(&body) {
            let _ = json::to_value(&code);
        }
        let _ = json::member_from_slice::<Vec<AccessCodeError>>(&body, "errors");
    }
}
