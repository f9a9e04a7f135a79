//! Values of lists, cases of objects, and alternatives of unions.

use super::super::change::{Kind, Part, Place};
use super::super::rules::{
    RECEIVED_FITS, SENT_WIDENED, TAG_RECEIVED, TAG_SENT, UNREACHED, VALUE_ADDED, VALUE_GONE,
    VALUE_REMOVED, VARIANT_ADDED, VARIANT_GONE, VARIANT_REMOVED,
};
use super::draft::place;
use super::members::Members;
use super::operations::deprecation;
use super::types::{Pair, type_place};
use super::{Draft, Side, Walk};
use crate::api::{Case, Docs, Member, Object, Type, TypeId, Union};

impl Walk<'_> {
    /// The values of two lists, by their text in JSON.
    pub(super) fn values(
        &mut self,
        pair: Pair,
        name: &str,
        old: &[(String, Docs)],
        new: &[(String, Docs)],
    ) {
        let (was, is) = (
            self.old.paths.variants(pair.old),
            self.new.paths.variants(pair.new),
        );
        let (one, other) = (self.old.paths.ty(pair.old), self.new.paths.ty(pair.new));
        for ((value, docs), variant) in old.iter().zip(&was) {
            let path = format!("{one}::{variant}");
            let here = place(
                self.old.origin(&self.old.api.type_def(pair.old).pointer),
                path.clone(),
            );
            match new.iter().position(|(known, _)| known == value) {
                Some(at) => {
                    let now = format!("{other}::{}", is.get(at).map_or("", String::as_str));
                    let there = place(
                        self.new.origin(&self.new.api.type_def(pair.new).pointer),
                        now.clone(),
                    );
                    let name = format!("{value} of {name}");
                    let is = new[at].1.deprecated.as_deref();
                    if let Some(draft) = deprecation(&name, docs.deprecated.as_deref(), is) {
                        self.drafts
                            .push(draft.was(here).is(there).claiming([path, now]));
                    }
                }
                None => {
                    let rule = pair
                        .judged(Some(&VALUE_REMOVED), Some(&VALUE_GONE))
                        .unwrap_or(&UNREACHED);
                    let message = format!("`{name}` no longer has the value `{value}`");
                    let draft = Draft::new(
                        Part::Value,
                        Kind::Removed,
                        &format!("{value} of {name}"),
                        message,
                        rule,
                    );
                    self.drafts.push(
                        draft
                            .was(here)
                            .is(type_place(self.new, pair.new))
                            .claiming([path]),
                    );
                }
            }
        }
        for ((value, _), variant) in new.iter().zip(&is) {
            if old.iter().any(|(known, _)| known == value) {
                continue;
            }
            let path = format!("{other}::{variant}");
            let here = place(
                self.new.origin(&self.new.api.type_def(pair.new).pointer),
                path.clone(),
            );
            let rule = pair
                .judged(Some(&VALUE_ADDED), Some(&VALUE_ADDED))
                .unwrap_or(&UNREACHED);
            let message = format!("`{name}` may be `{value}`");
            let draft = Draft::new(
                Part::Value,
                Kind::Added,
                &format!("{value} of {name}"),
                message,
                rule,
            );
            self.drafts.push(
                draft
                    .was(type_place(self.old, pair.old))
                    .is(here)
                    .claiming([path]),
            );
        }
    }

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

    fn tag(&mut self, pair: Pair, name: &str, what: &str, is_gone: bool) {
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
        let (was, is) = (
            self.old.paths.variants(pair.old),
            self.new.paths.variants(pair.new),
        );
        let (one, other) = (self.old.paths.kind(pair.old), self.new.paths.kind(pair.new));
        for (case, variant) in old.iter().zip(&was) {
            let now = new.iter().position(|known| known.value == case.value);
            let path = format!("{one}::{variant}");
            let here = place(self.old.origin(&case.pointer), path.clone());
            let text = case.value.text();
            let Some(at) = now else {
                self.variant_removed(pair, name, text, here, path, types(case));
                continue;
            };
            let now = format!("{other}::{}", is.get(at).map_or("", String::as_str));
            let name = format!("{name}[{text}]");
            let deprecated = [
                case.docs.deprecated.as_deref(),
                new[at].docs.deprecated.as_deref(),
            ];
            if let Some(draft) = deprecation(&name, deprecated[0], deprecated[1]) {
                let there = place(self.new.origin(&new[at].pointer), now.clone());
                self.drafts.push(
                    draft
                        .was(here)
                        .is(there)
                        .claiming([path.clone(), now.clone()]),
                );
            }
            let one = Members {
                id: pair.old,
                owner: path,
                members: &case.members,
                tag: None,
                base: &[],
                sure: Vec::new(),
            };
            let other = Members {
                id: pair.new,
                owner: now,
                members: &new[at].members,
                tag: None,
                base,
                sure: required(self.new, &new[at]),
            };
            self.lists(pair, &name, &one, &other);
        }
        for (case, variant) in new.iter().zip(&is) {
            if !old.iter().any(|known| known.value == case.value) {
                let path = format!("{other}::{variant}");
                let here = place(self.new.origin(&case.pointer), path.clone());
                self.variant_added(pair, name, case.value.text(), here, path, types(case));
            }
        }
    }

    fn variant_removed(
        &mut self,
        pair: Pair,
        name: &str,
        text: &str,
        here: Place,
        path: String,
        types: Vec<TypeId>,
    ) {
        let rule = pair
            .judged(Some(&VARIANT_REMOVED), Some(&VARIANT_GONE))
            .unwrap_or(&UNREACHED);
        let message = format!("`{name}` no longer has the variant `{text}`");
        let mut draft = Draft::new(
            Part::Variant,
            Kind::Removed,
            &format!("{text} of {name}"),
            message,
            rule,
        );
        draft.old_types = types;
        let makers = makers(
            self.old.paths.ty(pair.old),
            self.old.paths.constructors(pair.old),
            self.new.paths.constructors(pair.new),
        );
        let draft = draft.was(here).is(type_place(self.new, pair.new));
        self.drafts.push(draft.claiming([path]).claiming(makers));
    }

    fn variant_added(
        &mut self,
        pair: Pair,
        name: &str,
        text: &str,
        here: Place,
        path: String,
        types: Vec<TypeId>,
    ) {
        let rule = pair
            .judged(Some(&VARIANT_ADDED), Some(&VARIANT_ADDED))
            .unwrap_or(&UNREACHED);
        let message = format!("`{name}` may be `{text}`");
        let mut draft = Draft::new(
            Part::Variant,
            Kind::Added,
            &format!("{text} of {name}"),
            message,
            rule,
        );
        draft.new_types = types;
        let makers = makers(
            self.new.paths.ty(pair.new),
            self.new.paths.constructors(pair.new),
            self.old.paths.constructors(pair.old),
        );
        let draft = draft.was(type_place(self.old, pair.old)).is(here);
        self.drafts.push(draft.claiming([path]).claiming(makers));
    }

    /// The alternatives of two unions: by the value of the tag, or by the name of the variant.
    pub(super) fn unions(&mut self, pair: Pair, name: &str, old: &Union, new: &Union) {
        if tag_of(old) != tag_of(new) {
            self.tag(pair, name, "is told apart in another way", false);
        }
        let (was, is) = (
            self.old.paths.variants(pair.old),
            self.new.paths.variants(pair.new),
        );
        let (old, new) = (alternatives(old, &was), alternatives(new, &is));
        let (one, other) = (self.old.paths.ty(pair.old), self.new.paths.ty(pair.new));
        for (key, ty, variant) in &old {
            let path = format!("{one}::{variant}");
            let here = place(
                self.old.origin(&self.old.api.type_def(pair.old).pointer),
                path.clone(),
            );
            match new.iter().find(|(known, ..)| known == key) {
                None => self.variant_removed(
                    pair,
                    name,
                    key,
                    here,
                    path,
                    ty.named().into_iter().collect(),
                ),
                Some((_, now, variant)) => {
                    if let Some(rule) = self.fit(ty, now, pair.ways) {
                        let now_path = format!("{other}::{variant}");
                        let there = place(
                            self.new.origin(&self.new.api.type_def(pair.new).pointer),
                            now_path.clone(),
                        );
                        let message = format!("the variant `{key}` of `{name}` is of another type");
                        let draft = Draft::new(
                            Part::Variant,
                            Kind::Changed,
                            &format!("{key} of {name}"),
                            message,
                            rule,
                        );
                        self.drafts
                            .push(draft.was(here).is(there).claiming([path, now_path]));
                    }
                }
            }
        }
        for (key, ty, variant) in &new {
            if !old.iter().any(|(known, ..)| known == key) {
                let path = format!("{other}::{variant}");
                let here = place(
                    self.new.origin(&self.new.api.type_def(pair.new).pointer),
                    path.clone(),
                );
                self.variant_added(
                    pair,
                    name,
                    key,
                    here,
                    path,
                    ty.named().into_iter().collect(),
                );
            }
        }
    }
}

/// What the document says of a case that must be there.
fn required<'a>(side: &Side<'a>, case: &Case) -> Vec<&'a str> {
    let node = side.made.document.node(&case.pointer);
    let required = node.and_then(|node| node.get("required")?.as_array());
    let required = required.into_iter().flatten();
    required.filter_map(|name| name.as_str()).collect()
}

/// The types that only a case has.
fn types(case: &Case) -> Vec<TypeId> {
    case.members
        .iter()
        .filter_map(|member| member.ty.named())
        .collect()
}

/// The functions that make a value, where the other side has them not.
fn makers(ty: String, here: Vec<String>, there: Vec<String>) -> impl Iterator<Item = String> {
    let own = here.into_iter().filter(move |name| !there.contains(name));
    own.map(move |name| format!("{ty}::{name}()"))
}

fn tag_of(union: &Union) -> Option<&str> {
    match union {
        Union::Tagged { tag, .. } => Some(tag),
        Union::Dependent { .. } => Some(""),
        Union::Shaped { .. } => None,
    }
}

/// The key of each alternative, its type, and its variant.
fn alternatives<'a>(
    union: &'a Union,
    variants: &'a [String],
) -> Vec<(String, &'a Type, &'a String)> {
    match union {
        Union::Tagged { alternatives, .. } | Union::Dependent { alternatives } => {
            let all = alternatives.iter().zip(variants);
            all.map(|((value, ty), variant)| (value.text().to_owned(), ty, variant))
                .collect()
        }
        Union::Shaped { alternatives } => {
            let all = alternatives.iter().zip(variants);
            all.map(|(one, variant)| (variant.clone(), &one.ty, variant))
                .collect()
        }
    }
}
