//! Alternatives of unions: by the value of the tag, or by the name of the variant.

use super::super::change::{Kind, Part, Place};
use super::types::Pair;
use super::variants::{Variant, variant_place};
use super::{Draft, Walk};
use crate::api::{Type, Union};

impl Walk<'_> {
    /// The alternatives of two unions.
    pub(super) fn unions(&mut self, pair: Pair, name: &str, old: &Union, new: &Union) {
        if tag_of(old) != tag_of(new) {
            self.tag(pair, name, "is told apart in another way", false);
        }
        let was = self.old.paths.variants(pair.old);
        let is = self.new.paths.variants(pair.new);
        let (old, new) = (alternatives(old, &was), alternatives(new, &is));
        for one in &old {
            match new.iter().find(|known| known.key == one.key) {
                Some(other) => self.alternative(pair, name, one, other),
                None => {
                    let place = variant_place(self.old, pair.old, one.variant);
                    self.variant_removed(pair, name, one.at(place));
                }
            }
        }
        for one in &new {
            if !old.iter().any(|known| known.key == one.key) {
                let place = variant_place(self.new, pair.new, one.variant);
                self.variant_added(pair, name, one.at(place));
            }
        }
    }

    /// An alternative that both sides have.
    fn alternative(
        &mut self,
        pair: Pair,
        name: &str,
        old: &Alternative<'_>,
        new: &Alternative<'_>,
    ) {
        let Some(rule) = self.fit(old.ty, new.ty, pair.ways) else {
            return;
        };
        let key = &old.key;
        let message = format!("the variant `{key}` of `{name}` is of another type");
        let name = format!("{key} of {name}");
        let draft = Draft::new(Part::Variant, Kind::Changed, &name, message, rule);
        self.drafts.push(draft.between(
            variant_place(self.old, pair.old, old.variant),
            variant_place(self.new, pair.new, new.variant),
        ));
    }
}

/// An alternative of one side.
struct Alternative<'a> {
    key: String,
    ty: &'a Type,
    variant: &'a str,
}

impl Alternative<'_> {
    fn at(&self, place: Place) -> Variant<'_> {
        Variant {
            text: &self.key,
            place,
            types: self.ty.named().into_iter().collect(),
        }
    }
}

fn tag_of(union: &Union) -> Option<&str> {
    match union {
        Union::Tagged { tag, .. } => Some(tag),
        Union::Dependent { .. } => Some(""),
        Union::Shaped { .. } => None,
    }
}

fn alternatives<'a>(union: &'a Union, variants: &'a [String]) -> Vec<Alternative<'a>> {
    let one = |key: &str, ty: &'a Type, variant: &'a str| Alternative {
        key: key.to_owned(),
        ty,
        variant,
    };
    match union {
        Union::Tagged { alternatives, .. } | Union::Dependent { alternatives } => {
            let all = alternatives.iter().zip(variants);
            all.map(|((value, ty), variant)| one(value.text(), ty, variant))
                .collect()
        }
        Union::Shaped { alternatives } => {
            let all = alternatives.iter().zip(variants);
            all.map(|(known, variant)| one(variant, &known.ty, variant))
                .collect()
        }
    }
}
