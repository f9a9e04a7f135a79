//! Decision trees: objects that two tags tell apart together, such as a type and a status.

use std::collections::BTreeSet;

use super::cases::member_names;
use super::context::Lowering;
use super::node::Node;
use super::objects::Draft;
use super::schema::Place;
use crate::api::{Case, Cases, Docs, Member, Object, Scalar, Type, TypeKind, Union};

impl<'d> Lowering<'d> {
    /// A decision over two tags: the first says in which state the object is, the second decides,
    /// within a state, on the type of single members. Of all pairs of tags the one that leaves
    /// the fewest shapes is taken.
    pub(super) fn tree(
        &mut self,
        place: Place<'_>,
        node: &Node<'d>,
        drafts: &[Draft<'d>],
    ) -> Option<Object> {
        let tags: Vec<String> = member_names(drafts)
            .into_iter()
            .filter(|tag| {
                drafts
                    .iter()
                    .all(|draft| self.tag_values(draft, tag).len() == 1)
            })
            .collect();
        let mut best: Option<(usize, Object)> = None;
        for state in &tags {
            for selector in tags.iter().filter(|selector| *selector != state) {
                let Some((shapes, object)) = self.split(place, node, drafts, state, selector)
                else {
                    continue;
                };
                if best.as_ref().is_none_or(|(fewest, _)| shapes < *fewest) {
                    best = Some((shapes, object));
                }
            }
        }
        best.map(|(_, object)| object)
    }

    /// The object with a case per value of `state`, and how many shapes that leaves.
    fn split(
        &mut self,
        place: Place<'_>,
        node: &Node<'d>,
        drafts: &[Draft<'d>],
        state: &str,
        selector: &str,
    ) -> Option<(usize, Object)> {
        let mut pairs = BTreeSet::new();
        let distinct = drafts.iter().all(|draft| {
            pairs.insert((
                self.tag_values(draft, state),
                self.tag_values(draft, selector),
            ))
        });
        if !distinct {
            return None;
        }
        let mut members = self.everywhere(drafts, state);
        self.settle(place, node, &mut members);
        let mut states: Vec<Scalar> = Vec::new();
        for value in drafts
            .iter()
            .flat_map(|draft| self.tag_values(draft, state))
        {
            if !states.contains(&value) {
                states.push(value);
            }
        }
        let mut shapes = 0;
        let mut cases = Vec::new();
        for value in states {
            let part: Vec<Draft<'d>> = drafts
                .iter()
                .filter(|draft| self.tag_values(draft, state).first() == Some(&value))
                .cloned()
                .collect();
            let (count, own) = self.state_members(place, &part, &members, state, selector);
            shapes += count;
            cases.push(Case {
                value,
                pointer: node.pointer.clone(),
                docs: Docs::default(),
                members: own,
            });
        }
        let cases = Some(Cases {
            tag: state.to_owned(),
            is_state: true,
            cases,
        });
        Some((
            shapes,
            Object {
                members,
                cases,
                rest: None,
            },
        ))
    }

    /// The members that all drafts have with one type.
    fn everywhere(&mut self, drafts: &[Draft<'d>], state: &str) -> Vec<Member> {
        let mut members = Vec::new();
        for name in member_names(drafts)
            .into_iter()
            .filter(|name| name != state)
        {
            let present: Vec<&Member> = drafts.iter().filter_map(|d| d.member(&name)).collect();
            if present.len() == drafts.len() {
                members.extend(self.join_members(&present, true));
            }
        }
        members
    }

    /// The members of one state beside the base, and how many shapes they have: one where all
    /// drafts have the same members, else as many as there are different ones.
    fn state_members(
        &mut self,
        place: Place<'_>,
        part: &[Draft<'d>],
        base: &[Member],
        state: &str,
        selector: &str,
    ) -> (usize, Vec<Member>) {
        let is_own = |name: &str| name != state && base.iter().all(|member| member.name != name);
        let mut name_sets = BTreeSet::new();
        for draft in part {
            let names = draft.members.iter().map(|member| member.name.as_str());
            name_sets.insert(names.filter(|name| is_own(name)).collect::<Vec<_>>());
        }
        // A member that only some drafts of a state have says less than a state of its own would.
        let mut shapes = if name_sets.len() == 1 { 1 } else { part.len() };
        let mut own = Vec::new();
        for name in member_names(part).into_iter().filter(|name| is_own(name)) {
            let present: Vec<&Member> = part.iter().filter_map(|d| d.member(&name)).collect();
            if let Some(member) = self.join_members(&present, present.len() == part.len()) {
                own.push(member);
                continue;
            }
            let types: BTreeSet<String> = present
                .iter()
                .map(|member| format!("{:?}", member.ty))
                .collect();
            shapes += types.len();
            own.extend(self.dependent(place, part, &name, selector));
        }
        if let Some(first) = part.first() {
            self.settle(place, &first.node, &mut own);
        }
        (shapes, own)
    }

    /// A member whose type depends on the value of `selector` beside it.
    fn dependent(
        &mut self,
        place: Place<'_>,
        part: &[Draft<'d>],
        name: &str,
        selector: &str,
    ) -> Option<Member> {
        let mut alternatives = Vec::new();
        for draft in part {
            let (Some(member), Some(value)) = (
                draft.member(name),
                self.tag_values(draft, selector).into_iter().next(),
            ) else {
                continue;
            };
            let ty = match &member.ty {
                Type::Constant(fixed) => {
                    let place = Place {
                        owner: place.owner,
                        member: name,
                    };
                    self.constant(&place, &draft.node, fixed.clone())
                }
                ty => ty.clone(),
            };
            alternatives.push((value, ty));
        }
        let first = part
            .iter()
            .find_map(|draft| Some((draft, draft.member(name)?)));
        let (draft, member) = first?;
        let kind = TypeKind::Union(Union::Dependent { alternatives });
        let place = Place {
            owner: place.owner,
            member: name,
        };
        let properties = draft.node.get("properties");
        let own = properties.and_then(|properties| properties.get(name));
        let ty = self.intern(&place, own.as_ref().unwrap_or(&draft.node), kind);
        let present = part.iter().filter_map(|draft| draft.member(name));
        let required = present.clone().count() == part.len() && present.clone().all(|m| m.required);
        let nullable = present.clone().any(|m| m.nullable);
        Some(Member {
            ty,
            required,
            nullable,
            selector: Some(selector.to_owned()),
            ..member.clone()
        })
    }
}
