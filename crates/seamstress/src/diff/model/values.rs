//! Values of lists, by their text in JSON.

use super::super::change::{Kind, Part, Place};
use super::super::rules::{UNREACHED, VALUE_ADDED, VALUE_GONE, VALUE_REMOVED};
use super::operations::deprecation;
use super::types::{Pair, type_place};
use super::variants::variant_place;
use super::{Draft, Walk};
use crate::api::Docs;

impl Walk<'_> {
    /// The values of two lists.
    pub(super) fn values(
        &mut self,
        pair: Pair,
        name: &str,
        old: &[(String, Docs)],
        new: &[(String, Docs)],
    ) {
        let was = self.old.paths.variants(pair.old);
        let is = self.new.paths.variants(pair.new);
        let find = |all: &[(String, Docs)], value: &str| {
            let mut values = all.iter();
            values.position(|(known, _)| known == value)
        };
        for ((value, docs), variant) in old.iter().zip(&was) {
            let here = variant_place(self.old, pair.old, variant);
            let Some(at) = find(new, value) else {
                self.value_removed(pair, name, value, here);
                continue;
            };
            let variant = is.get(at).map_or("", String::as_str);
            let there = variant_place(self.new, pair.new, variant);
            let name = format!("{value} of {name}");
            let now = new[at].1.deprecated.as_deref();
            let draft = deprecation(&name, docs.deprecated.as_deref(), now);
            self.drafts
                .extend(draft.map(|draft| draft.between(here, there)));
        }
        for ((value, _), variant) in new.iter().zip(&is) {
            if find(old, value).is_none() {
                let here = variant_place(self.new, pair.new, variant);
                self.value_added(pair, name, value, here);
            }
        }
    }

    fn value_removed(&mut self, pair: Pair, name: &str, value: &str, here: Place) {
        let rule = pair.judged(Some(&VALUE_REMOVED), Some(&VALUE_GONE));
        let rule = rule.unwrap_or(&UNREACHED);
        let message = format!("`{name}` no longer has the value `{value}`");
        let name = format!("{value} of {name}");
        let draft = Draft::new(Part::Value, Kind::Removed, &name, message, rule)
            .claiming(here.rust.clone())
            .was(here)
            .is(type_place(self.new, pair.new));
        self.drafts.push(draft);
    }

    fn value_added(&mut self, pair: Pair, name: &str, value: &str, here: Place) {
        let rule = pair.judged(Some(&VALUE_ADDED), Some(&VALUE_ADDED));
        let rule = rule.unwrap_or(&UNREACHED);
        let message = format!("`{name}` may be `{value}`");
        let name = format!("{value} of {name}");
        let draft = Draft::new(Part::Value, Kind::Added, &name, message, rule)
            .claiming(here.rust.clone())
            .was(type_place(self.old, pair.old))
            .is(here);
        self.drafts.push(draft);
    }
}
