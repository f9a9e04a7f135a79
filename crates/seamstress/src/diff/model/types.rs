//! Types that stand in one place on both sides.

use super::super::change::{Kind, Part, Place, Ways};
use super::super::rules::{
    NAME_ONLY, REST_RECEIVED, REST_REMOVED, Rule, SCHEMA_ADDED, SCHEMA_REMOVED, SENT_WIDENED,
    UNREACHED,
};
use super::draft::{place, worst};
use super::operations::deprecation;
use super::renames::{Candidate, renames, shape};
use super::{Draft, Side, Walk};
use crate::api::{Object, Type, TypeId, TypeKind};

/// Two types, and the ways that their values travel.
#[derive(Clone, Copy)]
pub(super) struct Pair {
    pub(super) old: TypeId,
    pub(super) new: TypeId,
    pub(super) ways: Ways,
}

impl Pair {
    /// The rule where nothing is said of either way: nobody sends or reads it.
    pub(super) fn judged(
        self,
        sent: Option<&'static Rule>,
        received: Option<&'static Rule>,
    ) -> Option<&'static Rule> {
        if self.ways == Ways::default() {
            return (sent.is_some() || received.is_some()).then_some(&UNREACHED);
        }
        let sent = sent.filter(|_| self.ways.sent);
        let received = received.filter(|_| self.ways.received);
        worst(sent.into_iter().chain(received))
    }

    /// The same for values that travel some of the ways only.
    pub(super) fn limited(self, ways: Ways) -> Self {
        Self {
            ways: Ways {
                sent: self.ways.sent && ways.sent,
                received: self.ways.received && ways.received,
            },
            ..self
        }
    }
}

impl Walk<'_> {
    /// What is different between two types.
    pub(super) fn pair(&mut self, old: TypeId, new: TypeId, ways: Ways) {
        let pair = Pair { old, new, ways };
        let name = self.new.type_name(new);
        self.renamed(pair, &name);
        let (was, is) = (self.old.api.type_def(old), self.new.api.type_def(new));
        if let Some(draft) = deprecation(
            &name,
            was.docs.deprecated.as_deref(),
            is.docs.deprecated.as_deref(),
        ) {
            let draft = draft
                .was(type_place(self.old, old))
                .is(type_place(self.new, new));
            let claims = [self.old.paths.ty(old), self.new.paths.ty(new)];
            self.drafts.push(draft.claiming(claims));
        }
        match (&was.kind, &is.kind) {
            (TypeKind::Object(one), TypeKind::Object(other)) => {
                self.objects(pair, &name, one, other)
            }
            (TypeKind::Enumeration(one), TypeKind::Enumeration(other)) => {
                let value = |known: &crate::api::Value| (known.value.clone(), known.docs.clone());
                let one: Vec<_> = one.values.iter().map(value).collect();
                let other: Vec<_> = other.values.iter().map(value).collect();
                self.values(pair, &name, &one, &other);
            }
            (TypeKind::Numbers(one), TypeKind::Numbers(other)) => {
                let value =
                    |known: &crate::api::KnownNumber| (known.value.clone(), known.docs.clone());
                let one: Vec<_> = one.values.iter().map(value).collect();
                let other: Vec<_> = other.values.iter().map(value).collect();
                self.values(pair, &name, &one, &other);
            }
            (TypeKind::Union(one), TypeKind::Union(other)) => self.unions(pair, &name, one, other),
            _ => {}
        }
        let features: std::collections::BTreeSet<String> = self
            .old
            .paths
            .features(old)
            .into_iter()
            .chain(self.new.paths.features(new))
            .collect();
        for draft in &mut self.drafts {
            draft.features.extend(features.iter().cloned());
        }
    }

    fn renamed(&mut self, pair: Pair, name: &str) {
        let (was, is) = (self.old.paths.ty(pair.old), self.new.paths.ty(pair.new));
        if was == is {
            return;
        }
        let (one, other) = (self.old.type_name(pair.old), self.new.type_name(pair.new));
        let named = [
            self.old.api.type_def(pair.old),
            self.new.api.type_def(pair.new),
        ];
        let is_other = one != other && named.iter().all(|definition| definition.name.is_some());
        let message = match is_other {
            false => format!("the crate calls `{name}` `{is}` instead of `{was}`"),
            true => format!("`{other}` stands where `{one}` stood"),
        };
        let kinds = [self.old.paths.kind(pair.old), self.new.paths.kind(pair.new)];
        let draft = Draft::new(Part::Schema, Kind::Renamed, name, message, &NAME_ONLY)
            .was(type_place(self.old, pair.old))
            .is(type_place(self.new, pair.new));
        self.drafts
            .push(draft.claiming([was, is].into_iter().chain(kinds)));
    }

    fn objects(&mut self, pair: Pair, name: &str, old: &Object, new: &Object) {
        self.members(pair, name, old, new);
        self.rest(pair, name, old.rest.as_ref(), new.rest.as_ref());
        self.cases(pair, name, old, new);
    }

    fn rest(&mut self, pair: Pair, name: &str, old: Option<&Type>, new: Option<&Type>) {
        let (kind, what, rule) = match (old, new) {
            (Some(_), None) => (
                Kind::Removed,
                "has no members without a name any more",
                pair.judged(Some(&REST_REMOVED), Some(&REST_RECEIVED)),
            ),
            (None, Some(_)) => (
                Kind::Added,
                "may have members without a name",
                pair.judged(Some(&SENT_WIDENED), Some(&REST_RECEIVED)),
            ),
            (Some(old), Some(new)) => {
                let rule = self.fit(old, new, pair.ways);
                (
                    Kind::Changed,
                    "has members without a name of another type",
                    rule,
                )
            }
            (None, None) => return,
        };
        let Some(rule) = rule else { return };
        let field =
            |side: &Side<'_>, id: TypeId| format!("{}::{}", side.paths.ty(id), side.paths.rest(id));
        let message = format!("`{name}` {what}");
        let mut draft = Draft::new(Part::Member, kind, name, message, rule)
            .was(type_place(self.old, pair.old))
            .is(type_place(self.new, pair.new));
        draft.old_types.extend(old.and_then(Type::named));
        draft.new_types.extend(new.and_then(Type::named));
        self.drafts
            .push(draft.claiming([field(self.old, pair.old), field(self.new, pair.new)]));
    }

    /// A schema with a name that is of another kind, and that no operation leads to.
    pub(super) fn schema_type(&mut self, old: TypeId, new: TypeId, _: &'static Rule) {
        let name = self.new.type_name(new);
        let message = format!("`{name}` is of another type");
        let draft = Draft::new(Part::Schema, Kind::Changed, &name, message, &UNREACHED)
            .was(type_place(self.old, old))
            .is(type_place(self.new, new));
        self.drafts
            .push(draft.claiming([self.old.paths.ty(old), self.new.paths.ty(new)]));
    }

    /// Schemas with a name that came and went.
    pub(super) fn schemas(&mut self, gone: Vec<TypeId>, came: Vec<TypeId>) {
        let candidates = |side: &Side<'_>, ids: &[TypeId]| -> Vec<Candidate> {
            let one = |id: &TypeId| Candidate {
                name: side.type_name(*id),
                shape: shape(side, &Type::Named(*id), 2),
            };
            ids.iter().map(one).collect()
        };
        let renamed = renames(&candidates(self.old, &gone), &candidates(self.new, &came));
        for (at, id) in gone.iter().enumerate() {
            let to = renamed.iter().find(|(from, _)| *from == at);
            self.schema_removed(*id, to.map(|(_, to)| came[*to]));
        }
        for (at, id) in came.iter().enumerate() {
            if !renamed.iter().any(|(_, to)| *to == at) {
                self.schema_added(*id);
            }
        }
    }

    fn schema_removed(&mut self, id: TypeId, renamed: Option<TypeId>) {
        let name = self.old.type_name(id);
        let draft = |kind, message| {
            Draft::new(Part::Schema, kind, &name, message, &SCHEMA_REMOVED)
                .was(type_place(self.old, id))
        };
        let mut draft = match renamed {
            None => draft(Kind::Removed, format!("`{name}` is gone")),
            Some(to) => {
                let now = self.new.type_name(to);
                let message = format!(
                    "`{name}` is gone, and `{now}` of the same shape has come: probably renamed"
                );
                draft(Kind::Renamed, message)
                    .is(type_place(self.new, to))
                    .claiming(type_claims(self.new, to))
            }
        };
        draft.old_types.push(id);
        draft.new_types.extend(renamed);
        let draft = draft.claiming(type_claims(self.old, id));
        self.drafts.push(draft.of(&self.old.paths.features(id)));
    }

    fn schema_added(&mut self, id: TypeId) {
        let name = self.new.type_name(id);
        let message = format!("`{name}` is new");
        let mut draft = Draft::new(Part::Schema, Kind::Added, &name, message, &SCHEMA_ADDED)
            .is(type_place(self.new, id))
            .claiming(type_claims(self.new, id));
        draft.new_types.push(id);
        self.drafts.push(draft.of(&self.new.paths.features(id)));
    }
}

pub(super) fn type_place(side: &Side<'_>, id: TypeId) -> Place {
    place(&side.api.type_def(id).pointer, side.paths.ty(id))
}

fn type_claims(side: &Side<'_>, id: TypeId) -> Vec<String> {
    vec![side.paths.ty(id), side.paths.kind(id)]
}
