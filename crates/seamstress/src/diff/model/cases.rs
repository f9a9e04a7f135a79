//! Cases of objects, which the value of a tag tells apart.

use super::super::change::{Kind, Part, Place};
use super::super::rules::{RECEIVED_FITS, SENT_WIDENED, TAG_RECEIVED, TAG_SENT, UNREACHED};
use super::draft::place;
use super::members::Members;
use super::operations::deprecation;
use super::types::{Pair, type_place};
use super::variants::Variant;
use super::{Draft, Side, Walk};
use crate::api::{Case, Member, Object, TypeId};

impl Walk<'_> {
    /// The cases of two objects.
    pub(super) fn cases(&mut self, pair: Pair, name: &str, old: &Object, new: &Object) {
        match (&old.cases, &new.cases) {
            (None, None) => {}
            (Some(one), Some(other)) => {
                if one.tag != other.tag {
                    self.tag(
                        pair,
                        name,
                        &format!("is told apart by `{}` instead of `{}`", other.tag, one.tag),
                        false,
                    );
                }
                self.case_lists(pair, name, &one.cases, (&other.cases, &new.members));
            }
            (Some(one), None) => {
                self.tag(
                    pair,
                    name,
                    &format!("is no longer told apart by `{}`", one.tag),
                    true,
                );
            }
            (None, Some(other)) => {
                let message = format!("`{name}` is told apart by `{}`", other.tag);
                let rule = pair
                    .judged(Some(&SENT_WIDENED), Some(&RECEIVED_FITS))
                    .unwrap_or(&UNREACHED);
                self.tagged(
                    pair,
                    Draft::new(Part::Variant, Kind::Added, name, message, rule),
                );
            }
        }
    }

    /// What tells the values apart is another, or nothing does any more.
    pub(super) fn tag(&mut self, pair: Pair, name: &str, what: &str, is_gone: bool) {
        let sent = if is_gone { &SENT_WIDENED } else { &TAG_SENT };
        let rule = pair
            .judged(Some(sent), Some(&TAG_RECEIVED))
            .unwrap_or(&UNREACHED);
        let kind = if is_gone {
            Kind::Removed
        } else {
            Kind::Changed
        };
        let message = format!("`{name}` {what}");
        self.tagged(pair, Draft::new(Part::Variant, kind, name, message, rule));
    }

    fn tagged(&mut self, pair: Pair, draft: Draft) {
        let owners = [self.old.paths.ty(pair.old), self.new.paths.ty(pair.new)];
        let kinds = [self.old.paths.kind(pair.old), self.new.paths.kind(pair.new)];
        let draft = draft
            .was(type_place(self.old, pair.old))
            .is(type_place(self.new, pair.new));
        let fields = owners
            .iter()
            .flat_map(|owner| ["kind", "state"].map(|field| format!("{owner}::{field}")));
        self.drafts.push(draft.claiming(fields.chain(kinds)));
    }

    fn case_lists(
        &mut self,
        pair: Pair,
        name: &str,
        old: &[Case],
        (new, base): (&[Case], &[Member]),
    ) {
        let was = self.old.paths.variants(pair.old);
        let is = self.new.paths.variants(pair.new);
        let (one, other) = (self.old.paths.kind(pair.old), self.new.paths.kind(pair.new));
        for (case, variant) in old.iter().zip(&was) {
            let here = place(&case.pointer, format!("{one}::{variant}"));
            match new.iter().position(|known| known.value == case.value) {
                Some(at) => {
                    let variant = is.get(at).map_or("", String::as_str);
                    let there = place(&new[at].pointer, format!("{other}::{variant}"));
                    self.case_kept(pair, name, (case, here), (&new[at], there), base);
                }
                None => self.variant_removed(pair, name, variant_of(case, here)),
            }
        }
        for (case, variant) in new.iter().zip(&is) {
            if !old.iter().any(|known| known.value == case.value) {
                let here = place(&case.pointer, format!("{other}::{variant}"));
                self.variant_added(pair, name, variant_of(case, here));
            }
        }
    }

    /// A case that both sides have: its members are compared.
    fn case_kept(
        &mut self,
        pair: Pair,
        name: &str,
        (old, here): (&Case, Place),
        (new, there): (&Case, Place),
        base: &[Member],
    ) {
        let name = format!("{name}[{}]", old.value.text());
        let of = |id: TypeId, place: &Place, members| Members {
            id,
            owner: place.rust.clone().unwrap_or_default(),
            members,
            tag: None,
            base: &[],
            sure: Vec::new(),
        };
        let one = of(pair.old, &here, old.members.as_slice());
        let other = Members {
            base,
            sure: required(self.new, new),
            ..of(pair.new, &there, new.members.as_slice())
        };
        let (was, is) = (&old.docs.deprecated, &new.docs.deprecated);
        let draft = deprecation(&name, was.as_deref(), is.as_deref());
        self.drafts
            .extend(draft.map(|draft| draft.between(here, there)));
        self.lists(pair, &name, &one, &other);
    }
}

fn variant_of(case: &Case, place: Place) -> Variant<'_> {
    let types = case.members.iter();
    Variant {
        text: case.value.text(),
        place,
        types: types.filter_map(|member| member.ty.named()).collect(),
    }
}

/// What the document says of a case that must be there.
fn required<'a>(side: &Side<'a>, case: &Case) -> Vec<&'a str> {
    let node = side.made.document.node(&case.pointer);
    let required = node.and_then(|node| node.get("required")?.as_array());
    let required = required.into_iter().flatten();
    required.filter_map(|name| name.as_str()).collect()
}
