//! Members of objects, and of their cases.

use super::super::change::{Kind, Part};
use super::super::rules::{
    MEMBER_ADDED, MEMBER_MAY_BE_ABSENT, MEMBER_REMOVED, MEMBER_REMOVED_REQUIRED, NAME_ONLY,
    NULL_MAY_BE_ABSENT, PARAMETER_OPTIONAL, PARAMETER_REMOVED, RECEIVED_FITS, SENT_WIDENED,
    UNREACHED,
};
use super::draft::worst;
use super::member::{is_sure, member_claims, member_place, ways};
use super::parameters::added;
use super::renames::{Candidate, renames, shape};
use super::types::{Pair, type_place};
use super::{Draft, Side, Walk};
use crate::api::{Member, Object, TypeId, Way};

/// The members of one side, and the paths that they have.
pub(super) struct Members<'a> {
    pub(super) id: TypeId,
    /// What stands in front of a field: the type, or the variant of a case.
    pub(super) owner: String,
    pub(super) members: &'a [Member],
    /// The member that tells the cases apart, which is none of the others.
    pub(super) tag: Option<&'a str>,
    /// Of the members of a case: those that the type has besides, in all of its cases.
    pub(super) base: &'a [Member],
    /// Of the members of a case: what must be there, as far as the document says it there.
    pub(super) sure: Vec<&'a str>,
}

impl<'m> Members<'m> {
    fn find(&self, name: &str) -> Option<&'m Member> {
        self.members.iter().find(|one| one.name == name)
    }

    /// Those that the other side has not.
    fn members_without(&self, other: &Members<'_>) -> Vec<&'m Member> {
        let own = self.members.iter();
        own.filter(|one| other.find(&one.name).is_none()).collect()
    }
}

impl Walk<'_> {
    pub(super) fn members(&mut self, pair: Pair, name: &str, old: &Object, new: &Object) {
        let old = Members {
            id: pair.old,
            owner: self.old.paths.ty(pair.old),
            members: &old.members,
            tag: old.cases.as_ref().map(|cases| cases.tag.as_str()),
            base: &[],
            sure: Vec::new(),
        };
        let new = Members {
            id: pair.new,
            owner: self.new.paths.ty(pair.new),
            members: &new.members,
            tag: new.cases.as_ref().map(|cases| cases.tag.as_str()),
            base: &[],
            sure: Vec::new(),
        };
        self.lists(pair, name, &old, &new);
    }

    /// Compares two lists of members.
    pub(super) fn lists(&mut self, pair: Pair, name: &str, old: &Members<'_>, new: &Members<'_>) {
        for member in old.members {
            if let Some(now) = new.find(&member.name) {
                self.member(pair, name, (old, member), (new, now));
            }
        }
        self.member_order(pair, name, old, new);
        let gone = self.gone(pair, name, old, new);
        let came = self.came(pair, name, old, new);
        let renamed = renames(&candidates(self.old, &gone), &candidates(self.new, &came));
        for (at, member) in gone.iter().enumerate() {
            let to = renamed
                .iter()
                .find(|(from, _)| *from == at)
                .map(|(_, to)| came[*to]);
            self.member_removed(pair, name, (old, member), to.map(|to| (new, to)));
        }
        for (at, member) in came.iter().enumerate() {
            if !renamed.iter().any(|(_, to)| *to == at) {
                self.member_added(pair, name, new, member);
            }
        }
    }

    /// The members that went, but for those that tell cases apart now, or moved.
    fn gone<'m>(
        &mut self,
        pair: Pair,
        name: &str,
        old: &Members<'m>,
        new: &Members<'_>,
    ) -> Vec<&'m Member> {
        let mut gone = Vec::new();
        let mut moved = Vec::new();
        for member in old.members_without(new) {
            if new.tag == Some(member.name.as_str()) {
                let what = "now tells cases apart";
                self.member_and_tag(pair, name, (old, member), what, Kind::Removed);
            } else if new.base.iter().any(|known| known.name == member.name) {
                moved.push(member);
            } else {
                gone.push(member);
            }
        }
        for member in moved {
            self.member_moved(pair, name, (old, member), new);
        }
        gone
    }

    /// The members that came, but for those that told cases apart.
    fn came<'m>(
        &mut self,
        pair: Pair,
        name: &str,
        old: &Members<'_>,
        new: &Members<'m>,
    ) -> Vec<&'m Member> {
        let mut came = Vec::new();
        for member in new.members_without(old) {
            if old.tag == Some(member.name.as_str()) {
                let what = "no longer tells cases apart";
                self.member_and_tag(pair, name, (new, member), what, Kind::Added);
            } else {
                came.push(member);
            }
        }
        came
    }

    /// What must be given is an argument of the functions that make a value, in the order of the
    /// document: programs see it.
    fn member_order(&mut self, pair: Pair, name: &str, old: &Members<'_>, new: &Members<'_>) {
        let sure = |all: &Members<'_>, others: &Members<'_>| -> Vec<String> {
            let is_sure = |name: &str| {
                others
                    .members
                    .iter()
                    .any(|one| one.name == name && self::is_sure(one))
            };
            let sure = all
                .members
                .iter()
                .filter(|one| self::is_sure(one) && is_sure(&one.name));
            sure.map(|one| one.name.clone()).collect()
        };
        if !pair.ways.sent || sure(old, new) == sure(new, old) {
            return;
        }
        let message = format!("what must be given of `{name}` is in another order");
        let makers = |side: &Side<'_>, id: TypeId| {
            let ty = side.paths.ty(id);
            let makers = side.paths.constructors(id).into_iter();
            makers
                .map(|maker| format!("{ty}::{maker}()"))
                .collect::<Vec<_>>()
        };
        let draft = Draft::new(Part::Member, Kind::Changed, name, message, &NAME_ONLY)
            .was(type_place(self.old, old.id))
            .is(type_place(self.new, new.id));
        let makers = [makers(self.old, old.id), makers(self.new, new.id)].concat();
        self.drafts.push(draft.claiming(makers));
    }

    /// A member that became the tag of cases, or was it: the same on the wire.
    fn member_and_tag(
        &mut self,
        pair: Pair,
        owner: &str,
        of: (&Members<'_>, &Member),
        what: &str,
        kind: Kind,
    ) {
        let (all, member) = of;
        let name = format!("{owner}.{}", member.name);
        let rule = pair.judged(Some(&SENT_WIDENED), Some(&RECEIVED_FITS));
        let rule = rule.unwrap_or(&UNREACHED);
        let mut draft = Draft::new(
            Part::Member,
            Kind::Changed,
            &name,
            format!("`{name}` {what}"),
            rule,
        );
        if kind == Kind::Removed {
            draft.old_types.extend(member.ty.named());
            let claims = member_claims(self.old, all, member);
            draft = draft
                .was(member_place(self.old, all, member))
                .claiming(claims);
        } else {
            draft.new_types.extend(member.ty.named());
            let claims = member_claims(self.new, all, member);
            draft = draft
                .is(member_place(self.new, all, member))
                .claiming(claims);
        }
        self.drafts.push(draft);
    }

    /// A member of a case that enough of the others got, too: the type has it now. On the wire it
    /// stands where it stood, unless it need not be there any more.
    fn member_moved(
        &mut self,
        pair: Pair,
        owner: &str,
        old: (&Members<'_>, &Member),
        new: &Members<'_>,
    ) {
        let (all, member) = old;
        let name = format!("{owner}.{}", member.name);
        let is_kept = !is_sure(member) || new.sure.contains(&member.name.as_str());
        let rule = match is_kept {
            true => Some(&NAME_ONLY),
            false => pair.judged(Some(&PARAMETER_OPTIONAL), Some(&MEMBER_MAY_BE_ABSENT)),
        };
        let message = format!("`{name}` is a member of all cases");
        let rule = rule.unwrap_or(&UNREACHED);
        let mut draft = Draft::new(Part::Member, Kind::Changed, &name, message, rule);
        draft.old_types.extend(member.ty.named());
        let draft = draft
            .was(member_place(self.old, all, member))
            .claiming(member_claims(self.old, all, member));
        self.drafts.push(draft);
    }

    fn member_removed(
        &mut self,
        pair: Pair,
        owner: &str,
        old: (&Members<'_>, &Member),
        renamed: Option<(&Members<'_>, &Member)>,
    ) {
        let (all, member) = old;
        let name = format!("{owner}.{}", member.name);
        let received = match (member.required, member.nullable) {
            (true, false) => &MEMBER_REMOVED_REQUIRED,
            (true, true) => &NULL_MAY_BE_ABSENT,
            (false, _) => &MEMBER_REMOVED,
        };
        let removed = pair
            .limited(ways(member))
            .judged(Some(&PARAMETER_REMOVED), Some(received));
        let rule = removed.unwrap_or(&UNREACHED);
        let mut draft = match renamed {
            None => Draft::new(
                Part::Member,
                Kind::Removed,
                &name,
                format!("`{name}` is gone"),
                rule,
            ),
            Some((to, other)) => {
                let sent = added(other.required && !other.nullable);
                let added = pair
                    .limited(ways(other))
                    .judged(Some(sent), Some(&MEMBER_ADDED));
                let rule = worst([Some(rule), added].into_iter().flatten()).unwrap_or(rule);
                let message = format!(
                    "`{name}` is gone, and `{}` of the same type has come: probably renamed",
                    other.name
                );
                let mut draft = Draft::new(Part::Member, Kind::Renamed, &name, message, rule);
                draft.new_types.extend(other.ty.named());
                draft
                    .is(member_place(self.new, to, other))
                    .claiming(member_claims(self.new, to, other))
            }
        };
        draft.old_types.extend(member.ty.named());
        let draft = draft
            .was(member_place(self.old, all, member))
            .claiming(member_claims(self.old, all, member));
        self.drafts.push(draft);
    }

    fn member_added(&mut self, pair: Pair, owner: &str, all: &Members<'_>, member: &Member) {
        let name = format!("{owner}.{}", member.name);
        let is_needed = member.required && !member.nullable;
        let rule = pair
            .limited(ways(member))
            .judged(Some(added(is_needed)), Some(&MEMBER_ADDED));
        let message = match is_needed && pair.ways.sent && member.way != Way::Received {
            true => format!("`{name}` is new, and must be given"),
            false => format!("`{name}` is new"),
        };
        let mut draft = Draft::new(
            Part::Member,
            Kind::Added,
            &name,
            message,
            rule.unwrap_or(&UNREACHED),
        )
        .is(member_place(self.new, all, member))
        .claiming(member_claims(self.new, all, member));
        draft.new_types.extend(member.ty.named());
        self.drafts.push(draft);
    }
}

/// What tells whether a member that went is one that came.
fn candidates(side: &Side<'_>, all: &[&Member]) -> Vec<Candidate> {
    let one = |member: &&Member| {
        let ty = shape(side, &member.ty, 2);
        Candidate {
            name: member.name.clone(),
            shape: format!("{ty} {} {}", member.required, member.nullable),
        }
    };
    all.iter().map(one).collect()
}
