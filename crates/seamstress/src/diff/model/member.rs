//! One member, on both sides, and where the crate has it.

use super::super::change::{Kind, Part, Place, Ways};
use super::super::rules::{
    ABSENT_OR_NULL, MEMBER_ALWAYS_THERE, MEMBER_MAY_BE_ABSENT, NULL_MAY_BE_ABSENT, UNREACHED,
};
use super::draft::described;
use super::members::Members;
use super::operations::deprecation;
use super::parameter::presence;
use super::types::Pair;
use super::{Draft, Side, Walk};
use crate::api::{Member, Way};

impl Walk<'_> {
    /// A member that both sides have.
    pub(super) fn member(
        &mut self,
        pair: Pair,
        owner: &str,
        old: (&Members<'_>, &Member),
        new: (&Members<'_>, &Member),
    ) {
        let name = format!("{owner}.{}", new.1.name);
        let start = self.drafts.len();
        let ((_, was), (_, is)) = (old, new);
        let both = Ways {
            sent: ways(was).sent && ways(is).sent,
            received: ways(was).received && ways(is).received,
        };
        let pair = pair.limited(both);
        self.member_presence(pair, &name, was, is);
        self.member_type(pair, &name, was, is);
        self.drafts.extend(deprecation(
            &name,
            was.docs.deprecated.as_deref(),
            is.docs.deprecated.as_deref(),
        ));
        let (one, other) = (
            member_place(self.old, old.0, was),
            member_place(self.new, new.0, is),
        );
        if pair.ways.sent {
            self.facts(
                &name,
                (&was.pointer, one.clone()),
                (&is.pointer, other.clone()),
            );
        }
        let claims = [
            member_claims(self.old, old.0, was),
            member_claims(self.new, new.0, is),
        ]
        .concat();
        for draft in &mut self.drafts[start..] {
            (draft.old, draft.new) = (Some(one.clone()), Some(other.clone()));
            if !matches!(draft.part, Part::Default | Part::Limit) {
                draft.claims.extend(claims.clone());
            }
        }
    }

    /// Whether there is a value.
    fn member_presence(&mut self, pair: Pair, name: &str, was: &Member, is: &Member) {
        let before = (was.required, was.nullable);
        let now = (is.required, is.nullable);
        if before == now {
            return;
        }
        let received = match (is_sure(was), is_sure(is)) {
            (true, false) => &MEMBER_MAY_BE_ABSENT,
            (false, true) => &MEMBER_ALWAYS_THERE,
            // Null was promised, where there is nothing else.
            _ if was.required && !is.required => &NULL_MAY_BE_ABSENT,
            _ => &ABSENT_OR_NULL,
        };
        let rule = pair.judged(presence(before, now), Some(received));
        let rule = rule.unwrap_or(&UNREACHED);
        let (could, may) = (presence_words(was).1, presence_words(is).0);
        let message = format!("`{name}` {may}, and {could}");
        let draft = Draft::new(Part::Member, Kind::Changed, name, message, rule);
        self.drafts.push(draft);
    }

    fn member_type(&mut self, pair: Pair, name: &str, was: &Member, is: &Member) {
        let Some(rule) = self.fit(&was.ty, &is.ty, pair.ways) else {
            return;
        };
        let rule = match pair.ways == Ways::default() {
            true => &UNREACHED,
            false => rule,
        };
        let (one, other) = (self.old.paths.value(&was.ty), self.new.paths.value(&is.ty));
        let message = format!("`{name}` is of another type: `{other}` instead of `{one}`");
        let mut draft = Draft::new(Part::Member, Kind::Changed, name, message, rule);
        draft.old_types.extend(was.ty.named());
        draft.new_types.extend(is.ty.named());
        self.drafts.push(draft);
    }
}

/// The ways that its values may travel.
pub(super) fn ways(member: &Member) -> Ways {
    Ways {
        sent: member.way != Way::Received,
        received: member.way != Way::Sent,
    }
}

/// Whether there is always a value.
pub(super) fn is_sure(member: &Member) -> bool {
    member.required && !member.nullable
}

/// Whether there is a value, now and then.
fn presence_words(member: &Member) -> (&'static str, &'static str) {
    match (member.required, member.nullable) {
        (true, false) => ("is always there", "was always there"),
        (true, true) => ("may be null", "could be null"),
        (false, false) => ("may be absent", "could be absent"),
        (false, true) => ("may be absent or null", "could be absent or null"),
    }
}

pub(super) fn member_place(side: &Side<'_>, all: &Members<'_>, member: &Member) -> Place {
    let value = side.paths.value(&member.ty);
    let value = if is_sure(member) {
        value
    } else {
        format!("Option<{value}>")
    };
    let field = side.paths.field(all.id, &member.name);
    described(&member.pointer, format!("{}::{field}", all.owner), value)
}

/// The field of a member, its setter, and what makes a value where it must be given.
pub(super) fn member_claims(side: &Side<'_>, all: &Members<'_>, member: &Member) -> Vec<String> {
    let ty = side.paths.ty(all.id);
    let field = side.paths.field(all.id, &member.name);
    let mut claims = vec![
        format!("{}::{field}", all.owner),
        // The variant itself, which has no fields without its first.
        format!("@owner:{}", all.owner),
        format!("{ty}::{}()", side.paths.setter(all.id, member)),
    ];
    if is_sure(member) {
        let makers = side.paths.constructors(all.id).into_iter();
        claims.extend(makers.map(|maker| format!("{ty}::{maker}()")));
    }
    claims.extend(side.paths.leaf(&member.ty));
    claims
}
