//! Selectors: bodies that are one of several objects, each with members that only it requires.
//!
//! What all alternatives require is asked for as always. The rest of what they require is a choice:
//! a call that made none would be refused by the server, and so it does not compile.

use std::collections::BTreeSet;

use super::context::Lowering;
use super::node::Node;
use super::objects::{DEPTH, Draft};
use super::schema::Place;
use crate::api::{Choice, Member, Selector, Type, Way};

/// More choices than this are no choice that a person makes at a glance: the members of such a
/// body are set one by one, and its documentation says which go together.
const CHOICES: usize = 16;

/// Bodies are named by nobody.
const PLACE: Place<'static> = Place {
    owner: "",
    member: "body",
};

impl<'d> Lowering<'d> {
    /// The choice that a body of the schema asks for; nothing where no set of members tells one
    /// alternative from the others, or a tag does that.
    pub(super) fn selector(&mut self, schema: &Node<'d>) -> Option<Selector> {
        let offers = self.offers(schema, 0)?;
        let (drafts, tag) = self.drafts(PLACE, schema);
        let choices = self.choices(&drafts, tag.as_deref())?;
        let is_open = offers == Offers::Some;
        Some(Selector { choices, is_open })
    }

    /// Whether a body of the schema is all said by a choice and what is common, so that an enum
    /// of objects would say no more. What is a component has a type of its own to be given as.
    pub(super) fn is_selector(&mut self, schema: &Node<'d>) -> bool {
        if self.offers(schema, 0).is_none() || self.has_named_alternatives(schema, 0) {
            return false;
        }
        let (drafts, tag) = self.drafts(PLACE, schema);
        let Some(choices) = self.choices(&drafts, tag.as_deref()) else {
            return false;
        };
        let is_chosen = |member: &Member| choices.iter().any(|c| c.members.contains(&member.name));
        let is_same = |member: &Member, other: &Draft<'_>| {
            let other = other.member(&member.name);
            other.map_or_else(|| is_chosen(member), |other| other.ty == member.ty)
        };
        let mut members = drafts.iter().flat_map(|draft| &draft.members);
        members.all(|member| drafts.iter().all(|other| is_same(member, other)))
    }

    fn choices(&self, drafts: &[Draft<'d>], tag: Option<&str>) -> Option<Vec<Choice>> {
        if drafts.len() < 2 || drafts.len() > CHOICES {
            return None;
        }
        let required = drafts.iter().map(required);
        let required: Vec<BTreeSet<&str>> = required.collect();
        let is_common = |name: &&str| required.iter().all(|names| names.contains(name));
        let own = required.iter().map(|names| {
            let own = names.iter().copied().filter(|name| !is_common(name));
            own.collect::<BTreeSet<&str>>()
        });
        let own: Vec<BTreeSet<&str>> = own.collect();
        let is_apart = own.iter().enumerate().all(|(at, set)| {
            let mut others = own.iter().enumerate().filter(|(other, _)| *other != at);
            !set.is_empty() && others.all(|(_, other)| !set.is_subset(other))
        });
        let is_tag = |member: &Member| {
            let mut same = drafts.iter().map(|draft| draft.member(&member.name));
            let is_fixed = matches!(member.ty, Type::Constant(_));
            let differs = !same.all(|other| other.is_some_and(|other| other.ty == member.ty));
            is_fixed && differs || Some(member.name.as_str()) == tag
        };
        let is_tagged = |draft: &Draft<'_>| draft.members.iter().any(is_tag);
        if !is_apart || drafts.iter().any(is_tagged) {
            return None;
        }
        let choices = drafts.iter().zip(own).map(|(draft, own)| {
            let members = draft.members.iter().map(|member| member.name.clone());
            Choice {
                members: members.filter(|name| own.contains(name.as_str())).collect(),
                docs: draft.docs.clone(),
            }
        });
        Some(choices.collect())
    }

    /// How many of the alternatives in a schema an object may fit; nothing where it has none.
    fn offers(&mut self, schema: &Node<'d>, depth: usize) -> Option<Offers> {
        if depth > DEPTH {
            return None;
        }
        let node = self.follow(schema);
        let parts = node.elements("allOf");
        let parts = parts.iter().map(|part| self.offers(part, depth + 1));
        let parts: Vec<Option<Offers>> = parts.collect();
        let own = match (node.has("oneOf"), node.has("anyOf")) {
            (false, true) => Some(Offers::Some),
            (true, _) => Some(Offers::One),
            (false, false) => None,
        };
        parts.into_iter().chain([own]).flatten().max()
    }

    fn has_named_alternatives(&mut self, schema: &Node<'d>, depth: usize) -> bool {
        let node = self.follow(schema);
        let mut alternatives = node.alternatives().into_iter();
        depth <= DEPTH
            && (alternatives.any(|one| one.has("$ref"))
                || node
                    .elements("allOf")
                    .iter()
                    .any(|part| self.has_named_alternatives(part, depth + 1)))
    }
}

/// How many of several alternatives an object may fit.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Offers {
    /// One (`oneOf`).
    One,
    /// One or more (`anyOf`).
    Some,
}

/// What must be given. What only the server sets is no part of a request.
fn required<'a>(draft: &'a Draft<'_>) -> BTreeSet<&'a str> {
    let given = |member: &&Member| member.required && member.way != Way::Received;
    let members = draft.members.iter().filter(given);
    members.map(|member| member.name.as_str()).collect()
}
