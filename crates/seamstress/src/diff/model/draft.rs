//! A change of the model, before it is known what it did to the crate.

use std::collections::BTreeSet;

use super::super::change::{Kind, Part, Place};
use super::super::rules::Rule;
use crate::api::TypeId;
use crate::document::Pointer;

/// A change of the model.
#[derive(Clone, Debug)]
pub(in crate::diff) struct Draft {
    pub(in crate::diff) part: Part,
    pub(in crate::diff) kind: Kind,
    pub(in crate::diff) name: String,
    pub(in crate::diff) message: String,
    pub(in crate::diff) old: Option<Place>,
    pub(in crate::diff) new: Option<Place>,
    /// The rule of the wire with the worst verdict.
    pub(in crate::diff) rule: &'static Rule,
    /// The paths of the crate that it is the reason for, on either side.
    pub(in crate::diff) claims: Vec<String>,
    /// The types that came or went with it.
    pub(in crate::diff) old_types: Vec<TypeId>,
    pub(in crate::diff) new_types: Vec<TypeId>,
    pub(in crate::diff) features: BTreeSet<String>,
}

impl Draft {
    pub(super) fn new(
        part: Part,
        kind: Kind,
        name: &str,
        message: String,
        rule: &'static Rule,
    ) -> Self {
        Self {
            part,
            kind,
            name: name.to_owned(),
            message,
            old: None,
            new: None,
            rule,
            claims: Vec::new(),
            old_types: Vec::new(),
            new_types: Vec::new(),
            features: BTreeSet::new(),
        }
    }

    pub(super) fn was(mut self, place: Place) -> Self {
        self.old = Some(place);
        self
    }

    pub(super) fn is(mut self, place: Place) -> Self {
        self.new = Some(place);
        self
    }

    /// Puts it at these places, old and new, and leaves the words that it has for them.
    pub(super) fn fill(&mut self, [old, new]: &[Place; 2]) {
        for (own, place) in [(&mut self.old, old), (&mut self.new, new)] {
            let words = own.take().and_then(|own| own.words);
            *own = Some(Place {
                words,
                ..place.clone()
            });
        }
    }

    /// Puts it between two places, and down to it what is different about their paths.
    pub(super) fn between(self, was: Place, is: Place) -> Self {
        let claims = [was.rust.clone(), is.rust.clone()];
        self.was(was).is(is).claiming(claims.into_iter().flatten())
    }

    pub(super) fn claiming(mut self, claims: impl IntoIterator<Item = String>) -> Self {
        self.claims.extend(claims);
        self
    }

    pub(super) fn of(mut self, features: &BTreeSet<String>) -> Self {
        self.features.extend(features.iter().cloned());
        self
    }
}

/// A place with a pointer and a path. The pointer is that of the tree; which one the owner of the
/// document knows is found with the line, for what is reported.
pub(super) fn place(pointer: &Pointer, rust: impl Into<String>) -> Place {
    Place {
        pointer: Some(pointer.clone()),
        rust: Some(rust.into()),
        ..Place::default()
    }
}

/// The same, with words for what is there.
pub(super) fn described(
    pointer: &Pointer,
    rust: impl Into<String>,
    words: impl Into<String>,
) -> Place {
    Place {
        words: Some(words.into()),
        ..place(pointer, rust)
    }
}

/// Of several rules the one with the worst verdict, the first of them.
pub(super) fn worst(rules: impl IntoIterator<Item = &'static Rule>) -> Option<&'static Rule> {
    let mut worst: Option<&'static Rule> = None;
    for rule in rules {
        if worst.is_none_or(|known| rule.verdict > known.verdict) {
            worst = Some(rule);
        }
    }
    worst
}
