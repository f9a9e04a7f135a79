//! Objects: which members are there, and what they are.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::plan::{Member, Plan};
use super::{Demand, Drawer, Drawn, Room, contradiction};
use crate::choice::Kind;
use crate::error::Failure;
use crate::schema::Schema;

/// Names of members that no schema names.
const NAMES: [&str; 4] = [
    "unforeseen",
    "a \"quoted\" name",
    "größe 📏",
    "Content-Type",
];

impl<'a> Drawer<'a, '_> {
    pub(super) fn object(&mut self, demand: &Demand<'a>, room: Room) -> Drawn {
        let plan = self.plan(demand)?;
        let Some(schema) = demand.spokesman("properties").cloned() else {
            return Ok(Value::Null);
        };
        let Some(may_be_extra) = plan.extra.filter(|is_said| *is_said || self.unforeseen) else {
            return self.members(demand, &plan, 0, room);
        };
        // Servers that a schema allows to send more send a lot more; others hardly any.
        let counts: &[usize] = if may_be_extra { &[0, 1, 3] } else { &[0, 1] };
        let take = &mut |me: &mut Self, index: usize| {
            me.members(demand, &plan, counts.get(index).copied().unwrap_or(0), room)
        };
        self.choose_simply(Kind::Extra, &schema, counts.len(), room, take)
    }

    fn members(&mut self, demand: &Demand<'a>, plan: &Plan<'a>, extra: usize, room: Room) -> Drawn {
        let mut chosen = self.present(plan, extra, room);
        let declared = chosen.len();
        let extra = extra.min(plan.max.saturating_sub(declared));
        let missing = plan.min.saturating_sub(declared);
        let extra = extra.max(if plan.extra.is_some() { missing } else { 0 });
        let extras = self.extras(demand, plan, extra);
        chosen.extend(extras.iter().map(|(name, member)| (name.as_str(), member)));
        if chosen.len() < plan.min || chosen.len() > plan.max {
            let reason = format!("the object would have {} members", chosen.len());
            let schema = demand
                .spokesman("minProperties")
                .or(demand.spokesman("maxProperties"));
            let place = schema
                .cloned()
                .unwrap_or_else(|| Schema::anything(Default::default()));
            return Err(Failure::Impossible(contradiction(&place, reason)));
        }
        let mut drawn = BTreeMap::new();
        let mut left = room.values.saturating_sub(1);
        let mut weight: usize = chosen.iter().map(|(_, member)| self.weight(member)).sum();
        for (name, member) in chosen {
            let room = self.share(room, left, self.weight(member), weight);
            weight -= self.weight(member);
            let before = self.spent;
            if let Some(value) = self.member(demand, name, member, room)? {
                drawn.insert(name.to_owned(), value);
            }
            left = left.saturating_sub(self.spent - before);
        }
        if !room.is_tight() {
            let absent = plan
                .members
                .iter()
                .filter(|(name, _)| !drawn.contains_key(*name));
            absent.for_each(|(_, member)| self.note_absence(member));
        }
        if drawn.len() < plan.min {
            let schema = demand.spokesman("minProperties").or(demand.flat.first());
            let place = schema
                .cloned()
                .unwrap_or_else(|| Schema::anything(Default::default()));
            let reason = "too few members are possible";
            return Err(Failure::Impossible(contradiction(&place, reason)));
        }
        Ok(Value::Object(Map::from_iter(drawn)))
    }

    fn weight(&self, member: &Member<'a>) -> usize {
        member
            .schemas
            .iter()
            .map(|schema| self.survey.weight(schema))
            .sum()
    }

    /// The declared members that are to be there.
    fn present<'p>(
        &mut self,
        plan: &'p Plan<'a>,
        extra: usize,
        room: Room,
    ) -> Vec<(&'p str, &'p Member<'a>)> {
        let mut present = Vec::new();
        let mut wanted = Vec::new();
        let mut others = Vec::new();
        for (name, member) in &plan.members {
            let entry = (name.as_str(), member);
            let question = member.question();
            if member.is_required {
                present.push(entry);
                continue;
            }
            let preference = if room.is_tight() {
                None
            } else {
                self.chooser.prefers_first(&question)
            };
            match preference {
                Some(preference) => wanted.push((preference, entry)),
                None => others.push(entry),
            }
        }
        // Those that lead to something new come first where there is no room for all.
        wanted.sort_by_key(|(preference, _)| *preference);
        if self.chooser.is_focused {
            let new = wanted
                .iter()
                .take_while(|((class, _), _)| *class == 0)
                .count();
            wanted.truncate(new.max(1));
        }
        let most = plan
            .max
            .saturating_sub(present.len())
            .saturating_sub(extra.min(1));
        let least = plan.min.saturating_sub(present.len());
        let room = room.values.max(least).min(most);
        let mut optional: Vec<_> = wanted.into_iter().map(|(_, entry)| entry).collect();
        if optional.len() < least {
            others.truncate(least - optional.len());
            optional.extend(others);
        }
        optional.truncate(room);
        present.extend(optional);
        present.sort_by_key(|(name, _)| *name);
        present
    }

    /// Members that no schema names.
    fn extras(
        &mut self,
        demand: &Demand<'a>,
        plan: &Plan<'a>,
        count: usize,
    ) -> Vec<(String, Member<'a>)> {
        let mut extras: Vec<(String, Member<'a>)> = Vec::new();
        let named = NAMES.iter().map(|name| (*name).to_owned());
        let numbered = (0..count).map(|number| format!("extra_{number}"));
        for name in named.chain(numbered) {
            if extras.len() == count {
                break;
            }
            if plan.members.contains_key(&name) || self.is_declared(demand, &name) {
                continue;
            }
            let Some(schemas) = self.schemas_of(demand, &name, &Vec::new()) else {
                continue;
            };
            let Some(spokesman) = schemas.first().cloned() else {
                continue;
            };
            let member = Member {
                schemas,
                spokesman,
                is_required: true,
            };
            extras.push((name, member));
        }
        extras
    }

    /// Whether a property has the name, though it may not be sent.
    fn is_declared(&self, demand: &Demand<'a>, name: &str) -> bool {
        demand
            .flat
            .iter()
            .any(|schema| schema.entry("properties", name).is_some())
    }

    /// The value of a member; nothing for an optional one that contradictions forbid.
    fn member(
        &mut self,
        demand: &Demand<'a>,
        name: &str,
        member: &Member<'a>,
        room: Room,
    ) -> Drawn<Option<Value>> {
        let question = member.question();
        let is_noted = self.chooser.takes_notes && !room.is_tight();
        let mark = self.chooser.mark();
        if is_noted {
            self.chooser.enter(&question, 0);
        }
        let drawn = match self.tag(demand, name, member, room) {
            Ok(Some(text)) => Ok(text),
            Ok(None) => self.value(Demand::new(member.schemas.clone()), room),
            Err(failure) => Err(failure),
        };
        if is_noted {
            self.chooser.leave();
        }
        match drawn {
            Err(Failure::Impossible(_)) if !member.is_required => {
                self.chooser.forget(mark);
                if is_noted {
                    self.chooser.fail(&question, 0);
                }
                Ok(None)
            }
            drawn => drawn.map(Some),
        }
    }

    fn note_absence(&mut self, member: &Member<'a>) {
        if !member.is_required && self.chooser.takes_notes {
            self.chooser.enter(&member.question(), 1);
            self.chooser.leave();
        }
    }

    /// The text that a discriminator asks for, as far as the member's own schemas allow it.
    fn tag(
        &mut self,
        demand: &Demand<'a>,
        name: &str,
        member: &Member<'a>,
        room: Room,
    ) -> Drawn<Option<Value>> {
        let mut tags = demand.tags.iter().filter(|tag| tag.property == name);
        let Some(tag) = tags.next() else {
            return Ok(None);
        };
        let texts = tag
            .texts
            .iter()
            .filter(|text| tags.clone().all(|tag| tag.texts.contains(text)));
        let texts = texts.map(|text| Value::String(text.clone()));
        let allows = |text: &Value| {
            member
                .schemas
                .iter()
                .all(|schema| self.judge.accepts(schema, text))
        };
        let texts: Vec<_> = texts.filter(allows).collect();
        if texts.len() < 2 {
            return Ok(texts.into_iter().next());
        }
        let take = &mut |_: &mut Self, index: usize| Ok(texts.get(index).cloned());
        // The variant stands for the choice: each has texts of its own.
        let schema = demand.flat.last().unwrap_or(&tag.schema).clone();
        self.choose_simply(Kind::Tag, &schema, texts.len(), room, take)
    }
}
