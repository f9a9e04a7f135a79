//! Why a judge does not see what the diff calls a break.

use seamstress::diff::{Change, Delta, ItemKind};
use serde_json::Value;

use super::cover::Break;

/// Why `cargo-semver-checks` does not find a break; nothing where it should have.
///
/// It reads what rustdoc knows of two crates, and its lints compare types nowhere, as its own
/// documentation says.
pub(super) fn of_semver_checks(one: &Break) -> Option<&'static str> {
    const TYPES: &str = "no lint compares types";
    match (one.delta, one.kind) {
        (Delta::Type, ItemKind::Field) => Some("no lint compares the types of fields"),
        (Delta::Type, ItemKind::Method) => {
            Some("of what a method returns, lints see only that it became nothing")
        }
        (Delta::Type, _) => Some(TYPES),
        (Delta::ArgumentType, _) => {
            Some("of arguments, lints compare the number and not the types")
        }
        (Delta::ArgumentOrder, _) => {
            Some("of arguments, lints compare the number and not the names")
        }
        (Delta::Contents, _) => Some("a variant of one value still has one, of another type"),
        (Delta::Removed, ItemKind::Feature) => {
            Some("features are in the manifest, and only what rustdoc knows is compared")
        }
        (Delta::Removed, ItemKind::Impl) => {
            Some("of implementations, lints compare those that are derived")
        }
        _ => None,
    }
}

/// Why `skew` finds nothing where the diff says that running clients break, or may break; nothing
/// where it should have found something. `document` is the new one.
pub(super) fn of_skew(change: &Change, document: &Value) -> Option<&'static str> {
    let rule = change.wire.rule;
    of_rule(rule).or_else(|| match rule {
        "member-removed-required" if is_still_there(change, document) => Some(
            "the document only no longer documents it, and what skew draws from the schema has it",
        ),
        "received-mended" if change.source.rule == "item-kind" => Some(
            "of a union and an object the diff does not compare every case; each that is drawn fits",
        ),
        _ => None,
    })
}

/// Whether the new document still has the schema that the change calls gone.
fn is_still_there(change: &Change, document: &Value) -> bool {
    let old = change.old.as_ref().and_then(|place| place.pointer.as_ref());
    let fragment = old.map(ToString::to_string).unwrap_or_default();
    let pointer = fragment.strip_prefix('#').unwrap_or(&fragment);
    !pointer.is_empty() && document.pointer(pointer).is_some()
}

/// Why by the rule alone.
fn of_rule(rule: &str) -> Option<&'static str> {
    const REQUESTS: &str = "it is about what is sent, and skew looks at answers";
    match rule {
        "parameter-added-required"
        | "parameter-removed"
        | "parameter-required"
        | "parameter-no-null"
        | "parameter-place"
        | "parameter-style"
        | "body-format"
        | "rest-removed"
        | "sent-narrowed"
        | "value-removed"
        | "variant-removed"
        | "tag-sent"
        | "choice-asked"
        | "choice-removed"
        | "choice-closed"
        | "default-changed"
        | "limit-tighter"
        | "limit-other" => Some(REQUESTS),
        "operation-removed" | "operation-hidden" | "operation-method" => {
            Some("without the operation there are no answers")
        }
        "credential-refused" | "credential-removed" | "credential-changed"
        | "anonymous-refused" | "address" => Some("it is about who may call, and where"),
        "answer-removed" => Some("without a schema there are no answers to draw"),
        "pages-added" | "pages-changed" => {
            Some("the page is read; that there are more is not looked at")
        }
        "waiting-removed" => Some("the answer is read; that it can be awaited is not looked at"),
        "tag-received" => Some("what is not known is kept whole, and that is no fault"),
        "header-removed" => Some("only bodies are drawn"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use seamstress::diff::Place;
    use seamstress::document::Pointer;
    use serde_json::json;

    use super::super::pair::tests::change;
    use super::*;

    #[test]
    fn a_member_that_is_gone_has_a_reason_only_where_it_is_still_there() {
        let mut removed = change("Pet.name", "pets");
        removed.wire.rule = "member-removed-required";
        removed.old = Some(Place {
            pointer: Pointer::parse("/schemas/Pet/properties/name"),
            ..Place::default()
        });
        let hidden = json!({"schemas": {"Pet": {"properties": {"name": {"x-hidden": true}}}}});
        assert!(of_skew(&removed, &hidden).is_some());
        let gone = json!({"schemas": {"Pet": {"properties": {}}}});
        assert_eq!(of_skew(&removed, &gone), None);
    }

    #[test]
    fn what_skew_should_have_seen_has_no_reason() {
        let mut mended = change("Pet.kind", "pets");
        mended.wire.rule = "received-mended";
        assert_eq!(of_skew(&mended, &json!({})), None);
        mended.source.rule = "item-kind";
        assert!(of_skew(&mended, &json!({})).is_some());
    }
}
