//! Limits: what a schema says of the range of its values, in words.
//!
//! Limits are documented and not enforced: servers loosen them from release to release, and a
//! client that enforces yesterday's breaks.

use super::node::Node;

/// `text`, and below it the limits and the default of the schema at `node`, where it has any.
pub(super) fn documented(text: Option<String>, node: &Node<'_>) -> Option<String> {
    let limits = [length(node), range(node), items(node), form(node)];
    let limits: Vec<String> = limits.into_iter().flatten().collect();
    let limits = (!limits.is_empty()).then(|| format!("Limits: {}.", limits.join("; ")));
    let default = node
        .get("default")
        .filter(|default| !default.value.is_null());
    let default = default.map(|default| format!("Default: {}.", code(&default.value.to_string())));
    let facts: Vec<String> = limits.into_iter().chain(default).collect();
    let facts = (!facts.is_empty()).then(|| facts.join(" "));
    let parts: Vec<String> = text.into_iter().chain(facts).collect();
    (!parts.is_empty()).then(|| parts.join("\n\n"))
}

fn length(node: &Node<'_>) -> Option<String> {
    between(
        node.integer("minLength"),
        node.integer("maxLength"),
        "character",
    )
}

fn items(node: &Node<'_>) -> Option<String> {
    let count = between(node.integer("minItems"), node.integer("maxItems"), "item");
    let different = node.flag("uniqueItems").then(|| "all different".to_owned());
    let parts: Vec<String> = [count, different].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

fn between(least: Option<i64>, most: Option<i64>, thing: &str) -> Option<String> {
    let things = |count: i64| {
        if count == 1 {
            thing.to_owned()
        } else {
            format!("{thing}s")
        }
    };
    Some(match (least.filter(|least| *least > 0), most) {
        (Some(least), Some(most)) if least == most => format!("{least} {}", things(least)),
        (Some(least), Some(most)) => format!("{least} to {most} {}", things(most)),
        (Some(least), None) => format!("at least {least} {}", things(least)),
        (None, Some(most)) => format!("at most {most} {}", things(most)),
        (None, None) => return None,
    })
}

/// The range of a number; the exclusive bounds are flags (OpenAPI 3.0.3, section 4.7.24).
fn range(node: &Node<'_>) -> Option<String> {
    let bound = |key: &str, exclusive: &str, plain: &str, strict: &str| {
        let value = node.get(key)?.value.as_number()?;
        // The type of the value says so already.
        if key == "minimum" && node.text("type") == Some("integer") && value.as_i64() == Some(0) {
            return None;
        }
        let word = if node.flag(exclusive) { strict } else { plain };
        Some(format!("{word} {value}"))
    };
    let parts = [
        bound("minimum", "exclusiveMinimum", "at least", "more than"),
        bound("maximum", "exclusiveMaximum", "at most", "less than"),
        bound("multipleOf", "", "a multiple of", ""),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

fn form(node: &Node<'_>) -> Option<String> {
    Some(format!("matches {}", code(node.text("pattern")?)))
}

/// A code span, also of text with backticks (CommonMark 0.31, section 6.1).
fn code(text: &str) -> String {
    let text = text.replace(|c: char| c.is_control(), " ");
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let space = if longest > 0 { " " } else { "" };
    format!("{fence}{space}{text}{space}{fence}")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::document::Pointer;

    #[test]
    fn limits_in_words() {
        for (schema, words) in [
            (json!({}), None),
            (
                json!({ "minLength": 4, "maxLength": 8 }),
                Some("Limits: 4 to 8 characters."),
            ),
            (
                json!({ "maxLength": 1, "minLength": 0 }),
                Some("Limits: at most 1 character."),
            ),
            (
                json!({ "minItems": 2, "maxItems": 2 }),
                Some("Limits: 2 items."),
            ),
            (
                json!({ "minItems": 1, "uniqueItems": true }),
                Some("Limits: at least 1 item, all different."),
            ),
            (
                json!({ "minimum": 0.5, "exclusiveMinimum": true, "maximum": 3 }),
                Some("Limits: more than 0.5, at most 3."),
            ),
            (
                json!({ "multipleOf": 2, "default": 4 }),
                Some("Limits: a multiple of 2. Default: `4`."),
            ),
            (
                json!({ "pattern": "^`a``$" }),
                Some("Limits: matches ``` ^`a``$ ```."),
            ),
            (json!({ "default": "a\nb" }), Some("Default: `\"a\\nb\"`.")),
            (json!({ "default": null, "minimum": "x" }), None),
            (json!({ "type": "integer", "minimum": 0 }), None),
        ] {
            let node = Node {
                pointer: Pointer::root(),
                value: &schema,
            };
            assert_eq!(documented(None, &node).as_deref(), words, "{schema}");
        }
        let schema = json!({ "maximum": 3 });
        let node = Node {
            pointer: Pointer::root(),
            value: &schema,
        };
        let text = documented(Some("How many.".to_owned()), &node);
        assert_eq!(text.as_deref(), Some("How many.\n\nLimits: at most 3."));
    }
}
