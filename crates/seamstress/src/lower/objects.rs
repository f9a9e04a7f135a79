//! Objects: their members, what `allOf` composes them from, and what is left of the rest.

use serde_json::Value as Json;

use super::context::Lowering;
use super::limits;
use super::node::Node;
use super::schema::{Made, Place, singular};
use crate::api::{Cause, Docs, Member, Object, Type, TypeKind, Way};

/// More alternatives than this, multiplied out of unions inside `allOf`, are too many to tell
/// apart by enumeration.
const ALTERNATIVES: usize = 512;

/// Parts of parts of a composition are followed to this depth; real documents stay below five.
pub(super) const DEPTH: usize = 16;

/// An object that may still become part of another: fixed values are not yet types.
#[derive(Clone, Debug)]
pub(super) struct Draft<'d> {
    pub(super) node: Node<'d>,
    pub(super) docs: Docs,
    pub(super) members: Vec<Member>,
    pub(super) rest: Option<Type>,
    /// The names of what must be there, also of members that only another part describes.
    pub(super) required: Vec<String>,
    /// Members that this alternative has only as null.
    pub(super) nulls: Vec<String>,
}

impl Draft<'_> {
    pub(super) fn member(&self, name: &str) -> Option<&Member> {
        self.members.iter().find(|member| member.name == name)
    }
}

impl<'d> Lowering<'d> {
    /// An object schema, composed or plain.
    pub(super) fn object(&mut self, place: Place<'_>, node: &Node<'d>) -> Made {
        let (drafts, tag) = self.drafts(place, node);
        self.alternatives(place, node, drafts, tag.as_deref())
    }

    /// A plain object of `draft`, or a map where no member has a name.
    pub(super) fn plain(&mut self, place: Place<'_>, draft: Draft<'d>) -> Made {
        let Draft {
            node,
            mut members,
            rest,
            ..
        } = draft;
        if members.is_empty() {
            let rest = rest.unwrap_or_else(|| {
                let reason = "the object has no properties, and any others are allowed";
                self.untyped(&node.pointer, Cause::Document, reason)
            });
            return Made::Type(Type::Map(Box::new(rest)));
        }
        self.settle(place, &node, &mut members);
        Made::Kind(TypeKind::Object(Object {
            members,
            cases: None,
            rest,
        }))
    }

    /// Gives fixed values in `members`, which stand at `node`, their types.
    pub(super) fn settle(&mut self, place: Place<'_>, node: &Node<'_>, members: &mut [Member]) {
        for member in members {
            if let Type::Constant(value) = &member.ty {
                let place = Place {
                    owner: place.owner,
                    member: &member.name,
                };
                let own = node
                    .get("properties")
                    .and_then(|properties| properties.get(&member.name));
                member.ty = self.constant(&place, own.as_ref().unwrap_or(node), value.clone());
            }
        }
    }

    /// All objects that the schema at `node` allows, and the tag that tells them apart where the
    /// document names one.
    pub(super) fn drafts(
        &mut self,
        place: Place<'_>,
        node: &Node<'d>,
    ) -> (Vec<Draft<'d>>, Option<String>) {
        // What stands in a member of the whole is a composition of its own.
        let outer = std::mem::take(&mut self.composing);
        let drafts = self.drafts_within(place, node);
        self.composing = outer;
        drafts
    }

    fn drafts_within(
        &mut self,
        place: Place<'_>,
        node: &Node<'d>,
    ) -> (Vec<Draft<'d>>, Option<String>) {
        let node = &self.follow(node);
        let own = self.own(place, node);
        let mut tag = discriminator(node).filter(|_| !self.inheritance.is_base(&node.pointer));
        if self.composing.len() > DEPTH || self.composing.contains(&node.pointer) {
            let message = "the composition is too deep, or contains itself".to_owned();
            let help = "take the reference to the schema itself out of it";
            self.warn(&node.pointer, "deep-composition", message, Some(help));
            return (vec![own], tag);
        }
        self.composing.push(node.pointer.clone());
        let mut drafts = vec![own];
        for part in node.elements("allOf") {
            let (mut parts, inner) = self.drafts_within(place, &part);
            if let [base] = parts.as_mut_slice() {
                // What is said of a part is not said of the whole; a choice among parts is.
                base.docs = Docs::default();
            }
            tag = tag.or(inner);
            drafts = self.product(node, drafts, &parts);
        }
        drafts = self.conditional(place, node, drafts);
        let alternatives = node.alternatives();
        if !alternatives.is_empty() {
            let mut either = Vec::new();
            for alternative in alternatives {
                let (parts, inner) = self.drafts_within(place, &alternative);
                tag = tag.or(inner);
                either.extend(parts);
            }
            drafts = self.product(node, drafts, &either);
        }
        self.composing.pop();
        (drafts, tag)
    }

    /// `drafts` with what further members there may be under conditions. Which of them holds is
    /// not modelled: the members are optional.
    fn conditional(
        &mut self,
        place: Place<'_>,
        node: &Node<'d>,
        mut drafts: Vec<Draft<'d>>,
    ) -> Vec<Draft<'d>> {
        let branches = ["then", "else"].into_iter().filter_map(|key| node.get(key));
        let dependent = node.members("dependentSchemas").into_iter();
        for branch in branches.chain(dependent.map(|(_, branch)| branch)) {
            let (parts, _) = self.drafts_within(place, &branch);
            let mut flat = self.flatten(&parts);
            flat.docs = Docs::default();
            flat.required.clear();
            // What the object itself says of a member holds in every case.
            let known = |member: &Member| drafts.iter().any(|d| d.member(&member.name).is_some());
            flat.members.retain(|member| !known(member));
            flat.members
                .iter_mut()
                .for_each(|member| member.required = false);
            drafts = self.product(node, drafts, &[flat]);
        }
        drafts
    }

    /// Every one of `drafts` together with every one of `others`.
    fn product(
        &mut self,
        node: &Node<'d>,
        drafts: Vec<Draft<'d>>,
        others: &[Draft<'d>],
    ) -> Vec<Draft<'d>> {
        if drafts.len() * others.len() > ALTERNATIVES {
            let message = format!("the composition has more than {ALTERNATIVES} alternatives");
            self.warn(&node.pointer, "too-many-alternatives", message, None);
            return drafts;
        }
        let mut product = Vec::with_capacity(drafts.len() * others.len());
        for draft in &drafts {
            for other in others {
                product.push(self.merge(draft, other));
            }
        }
        product
    }

    /// One object with the members of both.
    fn merge(&mut self, draft: &Draft<'d>, other: &Draft<'d>) -> Draft<'d> {
        let mut merged = draft.clone();
        merged.docs.text = other.docs.text.clone().or(merged.docs.text);
        merged.docs.deprecated = other.docs.deprecated.clone().or(merged.docs.deprecated);
        merged.rest = merged.rest.or_else(|| other.rest.clone());
        merged.nulls.extend(other.nulls.iter().cloned());
        merged.required.extend(other.required.iter().cloned());
        if draft.members.is_empty() {
            merged.node = other.node.clone();
        }
        for member in &other.members {
            match merged
                .members
                .iter_mut()
                .find(|known| known.name == member.name)
            {
                None => merged.members.push(member.clone()),
                Some(known) => {
                    known.required |= member.required;
                    known.nullable &= member.nullable;
                    known.ty = self.both(&member.pointer, &member.name, &known.ty, &member.ty);
                }
            }
        }
        for member in &mut merged.members {
            member.required |= merged.required.contains(&member.name);
        }
        merged
    }

    /// The members that the node itself names.
    fn own(&mut self, place: Place<'_>, node: &Node<'d>) -> Draft<'d> {
        let required = node.strings("required");
        let mut draft = Draft {
            docs: self.docs(node),
            members: Vec::new(),
            rest: self.rest(place, node),
            required: required.iter().map(|name| (*name).to_owned()).collect(),
            nulls: Vec::new(),
            node: node.clone(),
        };
        for (name, child) in node.members("properties") {
            if self.is_left_out(&child) {
                continue;
            }
            if child.is_only_null() {
                draft.nulls.push(name.to_owned());
            }
            let mut docs = self.docs(&child);
            docs.text = limits::documented(docs.text, &child);
            let lowered = self.schema(
                Place {
                    owner: place.owner,
                    member: name,
                },
                &child,
            );
            let way = self.way(&child);
            if way == Way::Received {
                self.of_the_server.insert(child.pointer.clone());
            }
            draft.members.push(Member {
                name: name.to_owned(),
                pointer: child.pointer.clone(),
                docs,
                ty: lowered.ty,
                required: required.contains(&name),
                nullable: lowered.nullable,
                way,
                selector: None,
            });
        }
        draft
    }

    /// Which way a member travels: as its schema says, or a part of it.
    fn way(&mut self, node: &Node<'d>) -> Way {
        let target = self.follow(node);
        let parts = node.elements("allOf");
        let parts: Vec<Node<'d>> = parts.iter().map(|part| self.follow(part)).collect();
        let says = |key: &str| {
            [node, &target]
                .into_iter()
                .chain(&parts)
                .any(|one| one.flag(key))
        };
        match (says("readOnly"), says("writeOnly")) {
            (true, false) => Way::Received,
            (false, true) => Way::Sent,
            _ => Way::Both,
        }
    }

    /// The type of members that have no name, where the document gives one: what patterns of
    /// names say, and what it says of all others.
    fn rest(&mut self, place: Place<'_>, node: &Node<'d>) -> Option<Type> {
        let member = format!("{}_value", singular(place.member));
        let place = Place {
            owner: place.owner,
            member: &member,
        };
        let others = ["additionalProperties", "unevaluatedProperties"];
        let others = others.into_iter().filter_map(|key| node.get(key));
        // `true` and `{}` say nothing that unknown members are not kept for anyway.
        let says = |rest: &Node<'_>| matches!(rest.value, Json::Object(map) if !map.is_empty());
        let mut parts: Vec<Node<'d>> = others.filter(says).take(1).collect();
        let is_open = node.get("additionalProperties");
        let is_open = is_open.is_some_and(|rest| !says(&rest) && rest.value != &Json::Bool(false));
        let patterns = node.members("patternProperties").into_iter();
        parts.extend(patterns.map(|(_, part)| part).filter(|_| !is_open));
        self.covering(place, node, &parts)
    }
}

/// The tag that a discriminator names (OpenAPI 3.0.3, section 4.7.25).
pub(super) fn discriminator(node: &Node<'_>) -> Option<String> {
    node.get("discriminator")?
        .text("propertyName")
        .map(str::to_owned)
}
