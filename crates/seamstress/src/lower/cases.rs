//! Alternatives of objects: what all share, what tells them apart, and what each has of its own.

use super::context::Lowering;
use super::node::Node;
use super::objects::Draft;
use super::schema::{Made, Place};
use crate::api::{
    Alternative, Case, Cases, Cause, JsonKind, Member, Object, Scalar, Type, TypeKind, Union,
};

impl<'d> Lowering<'d> {
    /// The type of objects that are one of `drafts`.
    pub(super) fn alternatives(
        &mut self,
        place: Place<'_>,
        node: &Node<'d>,
        mut drafts: Vec<Draft<'d>>,
        tag: Option<&str>,
    ) -> Made {
        drop_nulls(&mut drafts);
        if let Some(tag) = self.separating_tag(&drafts, tag, is_text) {
            return self.by_tag(place, node, &drafts, &tag);
        }
        if let Some(draft) = self.join_drafts(&drafts) {
            return self.plain(place, draft);
        }
        if let Some(tag) = self.separating_tag(&drafts, None, |_| true) {
            return self.by_tag(place, node, &drafts, &tag);
        }
        if let Some(object) = self.tree(place, node, &drafts) {
            return Made::Kind(TypeKind::Object(object));
        }
        self.by_keys(place, node, drafts)
    }

    /// The member whose value differs between all drafts: the one that the document names, or
    /// else the first that qualifies. A lone draft has one only if the document names it.
    fn separating_tag(
        &self,
        drafts: &[Draft<'d>],
        named: Option<&str>,
        fits: fn(&Scalar) -> bool,
    ) -> Option<String> {
        let first = drafts.first()?;
        let candidates = first.members.iter().map(|member| member.name.as_str());
        let candidates = candidates.filter(|_| drafts.len() > 1);
        named
            .into_iter()
            .chain(candidates)
            .find(|tag| self.separates(drafts, tag, fits))
            .map(str::to_owned)
    }

    fn separates(&self, drafts: &[Draft<'d>], tag: &str, fits: fn(&Scalar) -> bool) -> bool {
        let mut seen = std::collections::BTreeSet::new();
        drafts.iter().all(|draft| {
            let values = self.tag_values(draft, tag);
            !values.is_empty()
                && values
                    .into_iter()
                    .all(|value| fits(&value) && seen.insert(value))
        })
    }

    /// The values that `tag` can have in `draft`, where they are known.
    pub(super) fn tag_values(&self, draft: &Draft<'_>, tag: &str) -> Vec<Scalar> {
        let Some(member) = draft.member(tag) else {
            return Vec::new();
        };
        if let Type::Constant(value) = &member.ty {
            return vec![value.clone()];
        }
        let values = self.values(&member.ty).unwrap_or_default();
        values
            .into_iter()
            .map(|value| Scalar::String(value.value))
            .collect()
    }

    /// Base and kind: the members that all share, and a case per value of `tag`.
    fn by_tag(
        &mut self,
        place: Place<'_>,
        node: &Node<'d>,
        drafts: &[Draft<'d>],
        tag: &str,
    ) -> Made {
        let mut members = self.shared_members(drafts, tag);
        self.settle(place, node, &mut members);
        let whole = self.docs(node);
        let mut cases = Vec::new();
        for draft in drafts {
            // What is said of all of them is said where the type is defined.
            let docs = Some(&draft.docs).filter(|docs| drafts.len() == 1 || **docs != whole);
            let docs = docs.cloned().unwrap_or_default();
            let mut own: Vec<Member> = draft.members.clone();
            own.retain(|m| m.name != tag && members.iter().all(|base| base.name != m.name));
            self.settle(place, &draft.node, &mut own);
            for value in self.tag_values(draft, tag) {
                cases.push(Case {
                    value,
                    pointer: draft.node.pointer.clone(),
                    docs: docs.clone(),
                    members: own.clone(),
                });
            }
        }
        let rest = drafts.iter().find_map(|draft| draft.rest.clone());
        let cases = Some(Cases {
            tag: tag.to_owned(),
            is_state: false,
            cases,
        });
        Made::Kind(TypeKind::Object(Object {
            members,
            cases,
            rest,
        }))
    }

    /// The members that belong to the base: those of all drafts, those that at least a third of
    /// them have (three or more), and fixed markers such as `is_device_error: true`.
    fn shared_members(&mut self, drafts: &[Draft<'d>], tag: &str) -> Vec<Member> {
        let mut shared = Vec::new();
        for name in member_names(drafts) {
            let present: Vec<&Member> = drafts.iter().filter_map(|d| d.member(&name)).collect();
            let everywhere = present.len() == drafts.len();
            let often = present.len() >= 3 && present.len() * 3 >= drafts.len();
            let fixed = |m: &&&Member| matches!(m.ty, Type::Constant(Scalar::Boolean(_)));
            let flags = present.iter().filter(|m| m.ty == Type::Boolean).count();
            let fixed = present.iter().filter(fixed).count();
            let marker = fixed > 0 && fixed + flags == present.len();
            if name == tag || !(everywhere || often || marker) {
                continue;
            }
            // Joining may only widen what all drafts have: elsewhere a case knows better.
            let same = present.windows(2).all(|pair| pair[0].ty == pair[1].ty);
            if !(same || everywhere || marker) {
                continue;
            }
            shared.extend(self.join_members(&present, everywhere));
        }
        shared
    }

    /// One member that covers all of `members`.
    pub(super) fn join_members(&mut self, members: &[&Member], everywhere: bool) -> Option<Member> {
        let (first, others) = members.split_first()?;
        let mut joined = (*first).clone();
        for other in others {
            joined.ty = self.join(&joined.pointer, &joined.name, &joined.ty, &other.ty)?;
            joined.nullable |= other.nullable;
            joined.required &= other.required;
            // Deprecated here and not there is not deprecated.
            joined.docs.deprecated = joined
                .docs
                .deprecated
                .filter(|_| other.docs.deprecated.is_some());
        }
        joined.docs.text = common_text(members);
        joined.required &= everywhere;
        Some(joined)
    }

    /// One object that covers all drafts, where they have the same members.
    fn join_drafts(&mut self, drafts: &[Draft<'d>]) -> Option<Draft<'d>> {
        let (first, others) = drafts.split_first()?;
        let names = member_names(drafts);
        if others
            .iter()
            .chain([first])
            .any(|draft| draft.members.len() != names.len())
        {
            return None;
        }
        let mut joined = first.clone();
        joined.members.clear();
        for name in names {
            let present: Vec<&Member> = drafts.iter().filter_map(|d| d.member(&name)).collect();
            joined.members.push(self.join_members(&present, true)?);
        }
        Some(joined)
    }

    /// Objects without a tag, told apart by a member that only one of them requires; one object
    /// with all members where that does not tell.
    fn by_keys(&mut self, place: Place<'_>, node: &Node<'d>, drafts: Vec<Draft<'d>>) -> Made {
        let keys: Vec<Vec<String>> = drafts
            .iter()
            .map(|draft| own_keys(draft, &drafts))
            .collect();
        if keys.iter().any(Vec::is_empty) && self.disagree(&drafts) {
            return self.by_fit(place, node, drafts);
        }
        if keys.iter().any(Vec::is_empty) {
            let message = "the alternatives have nothing that tells them apart".to_owned();
            let help = "give each a property with a fixed value; until then all their properties \
                        are optional in one type";
            self.warn(&node.pointer, "ambiguous-union", message, Some(help));
            let flat = self.flatten(&drafts);
            return self.plain(place, flat);
        }
        let mut alternatives = Vec::new();
        for (draft, required) in drafts.into_iter().zip(keys) {
            let node = draft.node.clone();
            let ty = match self.plain(place, draft) {
                Made::Type(ty) => ty,
                Made::Kind(kind) => self.intern(&place, &node, kind),
            };
            alternatives.push(Alternative {
                json: JsonKind::Object,
                required,
                ty,
            });
        }
        Made::Kind(TypeKind::Union(Union::Shaped { alternatives }))
    }

    /// Whether a member has different types, so that no one object has the members of all drafts.
    fn disagree(&mut self, drafts: &[Draft<'d>]) -> bool {
        member_names(drafts).iter().any(|name| {
            let present: Vec<&Member> = drafts.iter().filter_map(|d| d.member(name)).collect();
            self.join_members(&present, false).is_none()
        })
    }

    /// Objects of which the one that fits best is taken: those that ask for more come first.
    fn by_fit(&mut self, place: Place<'_>, node: &Node<'d>, drafts: Vec<Draft<'d>>) -> Made {
        let message = "the alternatives have nothing that tells them apart".to_owned();
        let help = "give each a property with a fixed value; until then the one that fits best is \
                    taken";
        self.warn(&node.pointer, "ambiguous-union", message, Some(help));
        let schemas = node.alternatives();
        let is_each = schemas.len() == drafts.len();
        let mut alternatives: Vec<Alternative> = Vec::new();
        for (at, draft) in drafts.into_iter().enumerate() {
            let required = draft.members.iter().filter(|member| member.required);
            let required: Vec<String> = required.map(|member| member.name.clone()).collect();
            let named = schemas.get(at).filter(|_| is_each);
            let named = named.and_then(|schema| self.named_component(schema));
            let draft_node = draft.node.clone();
            let ty = match named {
                Some((_, id)) => Type::Named(id),
                None => match self.plain(place, draft) {
                    Made::Type(ty) => ty,
                    Made::Kind(kind) => self.intern(&place, &draft_node, kind),
                },
            };
            if alternatives.iter().all(|known| known.ty != ty) {
                alternatives.push(Alternative {
                    json: JsonKind::Object,
                    required,
                    ty,
                });
            }
        }
        alternatives.sort_by_key(|alternative| std::cmp::Reverse(alternative.required.len()));
        Made::Kind(TypeKind::Union(Union::Shaped { alternatives }))
    }

    /// One object with the members of all drafts; only what all require is required.
    pub(super) fn flatten(&mut self, drafts: &[Draft<'d>]) -> Draft<'d> {
        let mut flat = drafts[0].clone();
        flat.members.clear();
        for name in member_names(drafts) {
            let present: Vec<&Member> = drafts.iter().filter_map(|d| d.member(&name)).collect();
            let everywhere = present.len() == drafts.len();
            let member = match self.join_members(&present, everywhere) {
                Some(member) => member,
                None => {
                    let reason = "the alternatives have different types for it";
                    Member {
                        ty: self.untyped(&present[0].pointer, Cause::Generator, reason),
                        required: everywhere && present.iter().all(|member| member.required),
                        ..present[0].clone()
                    }
                }
            };
            flat.members.push(member);
        }
        flat
    }
}

/// Removes members that a draft has only as null while another draft gives them a type: in that
/// draft they say nothing.
fn drop_nulls(drafts: &mut [Draft<'_>]) {
    let typed: std::collections::BTreeSet<String> = drafts
        .iter()
        .flat_map(|draft| {
            draft
                .members
                .iter()
                .filter(|m| !draft.nulls.contains(&m.name))
        })
        .map(|member| member.name.clone())
        .collect();
    for draft in drafts {
        let nulls = std::mem::take(&mut draft.nulls);
        draft
            .members
            .retain(|m| !(nulls.contains(&m.name) && typed.contains(&m.name)));
    }
}

/// The names of all members, in the order in which they first stand.
pub(super) fn member_names(drafts: &[Draft<'_>]) -> Vec<String> {
    let mut seen = std::collections::BTreeSet::new();
    let names = drafts
        .iter()
        .flat_map(|draft| draft.members.iter().map(|member| &member.name));
    names
        .filter(|name| seen.insert(name.as_str()))
        .cloned()
        .collect()
}

/// The members that `draft` requires and no other draft has.
fn own_keys(draft: &Draft<'_>, all: &[Draft<'_>]) -> Vec<String> {
    let others = || {
        all.iter()
            .filter(|other| other.node.pointer != draft.node.pointer)
    };
    let own = draft.members.iter().filter(|member| {
        member.required && others().all(|other| other.member(&member.name).is_none())
    });
    own.map(|member| member.name.clone()).collect()
}

/// What is said of most of `members`; nothing where something else is said of each.
fn common_text(members: &[&Member]) -> Option<String> {
    let texts: Vec<&String> = members
        .iter()
        .filter_map(|member| member.docs.text.as_ref())
        .collect();
    let count = |text: &String| texts.iter().filter(|other| **other == text).count();
    // Of equals the first, so that small differences in wording cost nothing.
    let best = texts.iter().rev().max_by_key(|text| count(text))?;
    let says_little = texts.len() > 2 && count(best) == 1;
    (!says_little).then(|| (*best).clone())
}

fn is_text(value: &Scalar) -> bool {
    matches!(value, Scalar::String(_))
}
