//! Fields with the members that they are read from, and which of those have been met.

use std::ops::DerefMut;

use super::seen::Seen;
use super::{Json, Member};

/// The fields of an object, which are lent, or those of its variant, which are a list of their own.
pub(super) struct Group<F> {
    pub(super) members: &'static [Member],
    fields: F,
    pub(super) seen: Seen,
    /// Where the next member is expected: after the last one found.
    next: usize,
}

impl<'f, F: DerefMut<Target = [&'f mut dyn Json]>> Group<F> {
    /// `fields` are in the order of `members`.
    pub(super) fn new(members: &'static [Member], fields: F) -> Self {
        Self {
            members,
            fields,
            seen: Seen::new(members.len()),
            next: 0,
        }
    }

    /// Finds a member by name, at once if members come in the order of the table
    /// or sorted alike.
    #[inline]
    pub(super) fn find(&mut self, name: &str) -> Option<usize> {
        let index = match self.members.get(self.next) {
            Some(member) if member.name == name => self.next,
            _ => self.search(name)?,
        };
        self.next = index + 1;
        Some(index)
    }

    fn search(&self, name: &str) -> Option<usize> {
        let (before, after) = self.members.split_at_checked(self.next)?;
        let position = |members: &[Member]| members.iter().position(|member| member.name == name);
        position(after)
            .map(|index| index + self.next)
            .or_else(|| position(before))
    }

    /// The field of a member.
    #[inline]
    pub(super) fn field(&mut self, index: usize) -> Option<&mut &'f mut dyn Json> {
        self.fields.get_mut(index)
    }
}
