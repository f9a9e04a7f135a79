//! `enum`: values that the declared type does not allow.

use super::judge::is_of_type;
use super::rules::{Rules, elements, text};

pub(super) fn check(rules: &mut Rules<'_>) {
    for part in rules.schemas() {
        let Some(ty) = text(part.value, "type") else {
            continue;
        };
        let values = elements(part.value, "enum");
        let others = values
            .iter()
            .filter(|value| !value.is_null() && !is_of_type(ty, value));
        let others = others.count();
        if others > 0 {
            let message = "values of the list are not of the type that is declared";
            let help = match others == values.len() {
                true => "correct `type`, or write them as values of it",
                false => "write them as values of the type",
            };
            rules.warn("mismatched-values", &part.pointer, message, help);
        }
    }
}
