//! Where what tells about pages is found: parameters by their names, members of an answer at any
//! depth.

use super::super::context::Lowering;
use super::argument::{Argument, Kind};
use super::style::Sought;
use super::words::*;
use crate::api::{Member, Type, TypeKind, Union};

/// A member somewhere in an answer.
pub(super) struct Found {
    pub(super) way: Vec<String>,
    pub(super) member: Member,
}

impl Sought<'_, '_> {
    /// The parameter that takes a cursor. One that another parameter has to switch on is none:
    /// without that, there is no next cursor, and the list would seem to end.
    pub(super) fn cursor_argument(&self) -> Option<&Argument> {
        let rank = |argument: &&Argument| CURSORS.contains(&&*argument.plain);
        let mut found = self
            .arguments
            .iter()
            .filter(rank)
            .filter(|argument| argument.kind != Kind::Other && argument.kind != Kind::Boolean);
        let argument = found
            .find(|argument| argument.plain != "page")
            .or_else(|| {
                self.arguments.iter().find(|argument| {
                    argument.plain == "page" && matches!(argument.kind, Kind::Text | Kind::Integer)
                })
            })?;
        let switch = format!("use{}", argument.plain);
        let is_switched = self.arguments.iter().any(|known| known.plain == switch);
        (!is_switched).then_some(argument)
    }

    pub(super) fn integer(&self, names: &[&str]) -> Option<&Argument> {
        let mut arguments = self.arguments.iter();
        arguments.find(|known| known.kind == Kind::Integer && names.contains(&&*known.plain))
    }

    pub(super) fn has_size(&self) -> bool {
        self.integer(SIZES).is_some()
    }

    /// The way to the flag that says whether another page follows.
    pub(super) fn flag(&self) -> Vec<String> {
        let found = self.member(&|found| {
            found.member.ty == Type::Boolean && FLAGS.contains(&&*plain(&found.member.name))
        });
        found.map(|found| found.way).unwrap_or_default()
    }

    pub(super) fn number_at(&self, names: &[&str]) -> Vec<String> {
        let found = self.member(&|found| {
            let is_number = matches!(found.member.ty, Type::Integer { .. } | Type::Number);
            is_number && names.contains(&&*plain(&found.member.name))
        });
        found.map(|found| found.way).unwrap_or_default()
    }

    /// Whether a member is an address, by its format or by what is said of it.
    pub(super) fn is_address(&self, found: &Found) -> bool {
        let node = self.lowering.document.node(&found.member.pointer);
        let format = node.and_then(|node| node.get("format")?.as_str());
        let docs = found.member.docs.text.as_deref().unwrap_or_default();
        let docs = docs.to_lowercase();
        let mut words = docs.split(|letter: char| !letter.is_alphanumeric());
        let says_so = words.any(|word| ["url", "uri", "link", "href"].contains(&word));
        let inside = found.way.iter().rev().nth(1).map(|name| plain(name));
        says_so
            || matches!(format, Some("uri" | "url" | "uri-reference"))
            || inside.is_some_and(|name| name == "links" || name == "link")
    }

    /// The first member that fits: of the answer, or of what tells about the page in it.
    pub(super) fn member(&self, fits: &dyn Fn(&Found) -> bool) -> Option<Found> {
        self.search(self.members, &[], fits)
    }

    pub(super) fn search(
        &self,
        members: &[Member],
        around: &[String],
        fits: &dyn Fn(&Found) -> bool,
    ) -> Option<Found> {
        let below = |member: &Member| {
            let mut way = around.to_vec();
            way.push(member.name.clone());
            way
        };
        for member in members {
            let found = Found {
                way: below(member),
                member: member.clone(),
            };
            if fits(&found) {
                return Some(found);
            }
        }
        // No API was seen that goes deeper.
        if around.len() >= 2 {
            return None;
        }
        members.iter().find_map(|member| {
            let is_container = CONTAINERS.contains(&&*plain(&member.name));
            let inside = self
                .lowering
                .members_of(&member.ty)
                .filter(|_| is_container)?;
            self.search(inside, &below(member), fits)
        })
    }
}

impl Lowering<'_> {
    /// The members of an object, without those that depend on a case.
    pub(super) fn members_of(&self, ty: &Type) -> Option<&[Member]> {
        let id = match ty {
            Type::Named(id) => *id,
            Type::Nullable(inner) => return self.members_of(inner),
            _ => return None,
        };
        match &self.types.get(id.0)?.kind {
            TypeKind::Object(object) => Some(&object.members),
            _ => None,
        }
    }

    /// Whether values are objects with members of their own.
    pub(super) fn is_object(&self, ty: &Type) -> bool {
        match ty {
            Type::Map(_) => true,
            Type::Nullable(inner) => self.is_object(inner),
            Type::Named(id) => {
                let kind = self.types.get(id.0).map(|def| &def.kind);
                matches!(kind, Some(TypeKind::Object(_) | TypeKind::Union(_)))
            }
            _ => false,
        }
    }

    /// Whether values are links: objects with an address.
    pub(super) fn is_link(&self, ty: &Type) -> bool {
        let members = self.members_of(ty).unwrap_or_default();
        members.iter().any(|member| member.name == "href")
    }

    /// Whether every value has an `id`.
    pub(super) fn has_id(&self, ty: &Type, depth: usize) -> bool {
        let is_id = |member: &Member| member.name == "id" && is_scalar(&member.ty);
        let Type::Named(id) = ty else {
            return false;
        };
        // Types may go in circles.
        if depth > 4 {
            return false;
        }
        match self.types.get(id.0).map(|def| &def.kind) {
            Some(TypeKind::Object(object)) => object.members.iter().any(is_id),
            Some(TypeKind::Alias(ty)) => self.has_id(ty, depth + 1),
            Some(TypeKind::Union(Union::Shaped { alternatives })) => alternatives
                .iter()
                .all(|alternative| self.has_id(&alternative.ty, depth + 1)),
            Some(TypeKind::Union(Union::Tagged { alternatives, .. })) => alternatives
                .iter()
                .all(|(_, ty)| self.has_id(ty, depth + 1)),
            _ => false,
        }
    }
}

pub(super) fn is_scalar(ty: &Type) -> bool {
    match ty {
        Type::String | Type::Integer { .. } | Type::Number | Type::Id(_) => true,
        Type::Nullable(inner) => is_scalar(inner),
        _ => false,
    }
}
