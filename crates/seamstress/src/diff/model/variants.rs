//! Variants that came or went: cases of objects, and alternatives of unions.

use super::super::change::{Kind, Part, Place};
use super::super::rules::{UNREACHED, VARIANT_ADDED, VARIANT_GONE, VARIANT_REMOVED};
use super::draft::place;
use super::types::{Pair, type_place};
use super::{Draft, Side, Walk};
use crate::api::TypeId;

/// A variant of one side.
pub(super) struct Variant<'a> {
    /// What it is told by, or what it is called where nothing tells.
    pub(super) text: &'a str,
    pub(super) place: Place,
    /// The types that only it has.
    pub(super) types: Vec<TypeId>,
}

/// The place of a variant that stands where its type does.
pub(super) fn variant_place(side: &Side<'_>, id: TypeId, variant: &str) -> Place {
    let pointer = &side.api.type_def(id).pointer;
    place(pointer, format!("{}::{variant}", side.paths.ty(id)))
}

impl Walk<'_> {
    pub(super) fn variant_removed(&mut self, pair: Pair, name: &str, variant: Variant<'_>) {
        let text = variant.text;
        let rule = pair.judged(Some(&VARIANT_REMOVED), Some(&VARIANT_GONE));
        let rule = rule.unwrap_or(&UNREACHED);
        let message = format!("`{name}` no longer has the variant `{text}`");
        let name = format!("{text} of {name}");
        let mut draft = Draft::new(Part::Variant, Kind::Removed, &name, message, rule);
        draft.old_types = variant.types;
        let makers = makers(
            self.old.paths.ty(pair.old),
            self.old.paths.constructors(pair.old),
            self.new.paths.constructors(pair.new),
        );
        let draft = draft
            .claiming(variant.place.rust.clone())
            .claiming(makers)
            .was(variant.place)
            .is(type_place(self.new, pair.new));
        self.drafts.push(draft);
    }

    pub(super) fn variant_added(&mut self, pair: Pair, name: &str, variant: Variant<'_>) {
        let text = variant.text;
        let rule = pair.judged(Some(&VARIANT_ADDED), Some(&VARIANT_ADDED));
        let rule = rule.unwrap_or(&UNREACHED);
        let message = format!("`{name}` may be `{text}`");
        let name = format!("{text} of {name}");
        let mut draft = Draft::new(Part::Variant, Kind::Added, &name, message, rule);
        draft.new_types = variant.types;
        let makers = makers(
            self.new.paths.ty(pair.new),
            self.new.paths.constructors(pair.new),
            self.old.paths.constructors(pair.old),
        );
        let draft = draft
            .claiming(variant.place.rust.clone())
            .claiming(makers)
            .was(type_place(self.old, pair.old))
            .is(variant.place);
        self.drafts.push(draft);
    }
}

/// The functions that make a value, where the other side has them not.
fn makers(ty: String, here: Vec<String>, there: Vec<String>) -> impl Iterator<Item = String> {
    let own = here.into_iter().filter(move |name| !there.contains(name));
    own.map(move |name| format!("{ty}::{name}()"))
}
