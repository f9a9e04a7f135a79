//! What is deprecated without a word what to use.

use serde_json::Value;

use super::rules::{Rules, text};
use crate::document::Kind;

/// Words of texts that say what is to be done. The rule must not annoy who wrote anything at all.
const WORDS: [&str; 16] = [
    "instead",
    "replac",
    "supersed",
    "prefer",
    "favor",
    "favour",
    "migrat",
    "switch",
    "moved",
    "renamed",
    "use ",
    "using ",
    "see ",
    "no longer",
    "no effect",
    "ignored",
];

pub(super) fn check(rules: &mut Rules<'_>) {
    let reason = rules.config.operations.deprecated.as_deref();
    for part in rules.parts().iter() {
        let what = match part.kind {
            Kind::Operation => "the operation",
            Kind::Parameter => "the parameter",
            Kind::Header => "the header",
            Kind::Schema | Kind::SchemaOrFlag => "the schema",
            _ => continue,
        };
        if part.value.get("deprecated") != Some(&Value::Bool(true)) {
            continue;
        }
        let has_reason = |(name, value): (&str, &Value)| {
            let is_reason = reason == Some(name)
                || name.starts_with("x-") && name.contains("deprecat") && !name.contains("date");
            is_reason && value.as_str().is_some_and(|text| !text.trim().is_empty())
        };
        let own = part.value.as_object().into_iter().flatten();
        let mut own = own.map(|(name, value)| (name.as_str(), value));
        let texts = ["description", "summary"].map(|key| text(part.value, key));
        let schema = part
            .value
            .get("schema")
            .and_then(|schema| text(schema, "description"));
        let says = texts.into_iter().chain([schema]).flatten().any(|text| {
            let text = text.to_lowercase();
            WORDS.iter().any(|word| text.contains(word))
        });
        if !says && !own.any(has_reason) {
            let message = format!("{what} is deprecated without a word what to use");
            let help = match reason {
                Some(key) => format!("say it in `{key}`, or in the description"),
                None => "say in the description what to use instead".to_owned(),
            };
            rules.warn("unexplained-deprecation", &part.pointer, message, help);
        }
    }
}
