//! Objects: which members are there, and what they are.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::{Demand, Drawer, Drawn, Room, contradiction};
use crate::choice::{Kind, Question};
use crate::error::Failure;
use crate::pattern::{Lengths, Repeat};
use crate::schema::Schema;

/// Names of members that no schema names.
const NAMES: [&str; 4] = ["unforeseen", "a \"quoted\" name", "größe 📏", "Content-Type"];

/// A member that may be there.
#[derive(Debug)]
struct Member<'a> {
    schemas: Vec<Schema<'a>>,
    /// The schema that stands for the choice whether it is there.
    spokesman: Schema<'a>,
    is_required: bool,
}

/// What is known about the members of a value before they are drawn.
struct Plan<'a> {
    members: BTreeMap<String, Member<'a>>,
    min: usize,
    max: usize,
    /// Whether other members are allowed, and whether a schema says so.
    extra: Option<bool>,
}

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

    fn plan(&mut self, demand: &Demand<'a>) -> Drawn<Plan<'a>> {
        let mut members = BTreeMap::new();
        for (name, declared) in self.names(demand) {
            let spokesman = declared.first().cloned();
            let Some(spokesman) = spokesman.or_else(|| demand.flat.first().cloned()) else {
                continue;
            };
            if declared.iter().any(|property| self.document.is_hidden(property)) {
                continue;
            }
            let schemas = self.schemas_of(demand, &name);
            let requiring = demand.flat.iter().find(|schema| schema.required().contains(&name.as_str()));
            let is_tag = demand.tags.iter().any(|tag| tag.property == name);
            let is_required = requiring.is_some() || is_tag;
            let Some(schemas) = schemas else {
                if is_required {
                    let reason = format!("the member `{name}` is required and not allowed");
                    let schema = requiring.unwrap_or(&spokesman);
                    return Err(Failure::Impossible(contradiction(schema, reason)));
                }
                continue;
            };
            let member = Member { schemas, spokesman, is_required };
            members.insert(name, member);
        }
        let counts = |keyword| demand.flat.iter().filter_map(move |schema| schema.count(keyword));
        let schemas = || demand.flat.iter();
        let says_false = |schema: &Schema<'a>, keyword| {
            schema.get(keyword).is_some_and(|value| value.as_bool() == Some(false))
        };
        let is_closed = schemas().any(|schema| {
            says_false(schema, "additionalProperties") || says_false(schema, "unevaluatedProperties")
        });
        let is_said = schemas().any(|schema| schema.get("additionalProperties").is_some());
        Ok(Plan {
            members,
            min: counts("minProperties").max().unwrap_or(0),
            max: counts("maxProperties").min().unwrap_or(usize::MAX),
            extra: (!is_closed).then_some(is_said),
        })
    }

    /// The names that schemas speak of, each with the properties that declare it.
    fn names(&mut self, demand: &Demand<'a>) -> BTreeMap<String, Vec<Schema<'a>>> {
        let mut names: BTreeMap<String, Vec<Schema<'a>>> = BTreeMap::new();
        for schema in &demand.flat {
            for (name, property) in schema.entries("properties") {
                names.entry(name.to_owned()).or_default().push(property);
            }
            for name in schema.required() {
                names.entry(name.to_owned()).or_default();
            }
        }
        for tag in &demand.tags {
            names.entry(tag.property.to_owned()).or_default();
        }
        for schema in &demand.flat {
            for (text, property) in schema.entries("patternProperties") {
                let Ok(pattern) = self.judge.pattern(text) else {
                    continue;
                };
                let is_new = |name: &str| !names.contains_key(name);
                let rng = &mut self.chooser.rng;
                if let Some(name) = pattern.draw(Lengths::ANY, Repeat::UpTo(4), rng, &is_new) {
                    names.insert(name, vec![property]);
                }
            }
        }
        names
    }

    /// What all schemas say of a member; nothing where it is not allowed.
    fn schemas_of(&self, demand: &Demand<'a>, name: &str) -> Option<Vec<Schema<'a>>> {
        let mut parts = Vec::new();
        for schema in &demand.flat {
            let found = self.judge.parts_of_member(schema, name);
            let names = schema.child("propertyNames");
            let is_refused = found.iter().any(|part| part.value.as_bool() == Some(false))
                || names.is_some_and(|names| !self.judge.accepts(&names, &Value::String(name.to_owned())));
            if is_refused {
                return None;
            }
            parts.extend(found);
        }
        if parts.is_empty() {
            let place = demand.flat.first().map(|schema| schema.place.clone());
            parts.push(Schema::anything(place.unwrap_or_default()));
        }
        Some(parts)
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
            let schema = demand.spokesman("minProperties").or(demand.spokesman("maxProperties"));
            let place = schema.cloned().unwrap_or_else(|| Schema::anything(Default::default()));
            return Err(Failure::Impossible(contradiction(&place, reason)));
        }
        let mut drawn = BTreeMap::new();
        let mut left = room.values.saturating_sub(1);
        let count = chosen.len();
        for (index, (name, member)) in chosen.into_iter().enumerate() {
            let room = Room { values: left, ..room }.share(count - index);
            let before = self.spent;
            if let Some(value) = self.member(demand, name, member, room)? {
                drawn.insert(name.to_owned(), value);
            }
            left = left.saturating_sub(self.spent - before);
        }
        if !room.is_tight() {
            let absent = plan.members.iter().filter(|(name, _)| !drawn.contains_key(*name));
            absent.for_each(|(_, member)| self.note_absence(member));
        }
        if drawn.len() < plan.min {
            let schema = demand.spokesman("minProperties").or(demand.flat.first());
            let place = schema.cloned().unwrap_or_else(|| Schema::anything(Default::default()));
            let reason = "too few members are possible";
            return Err(Failure::Impossible(contradiction(&place, reason)));
        }
        Ok(Value::Object(Map::from_iter(drawn)))
    }

    /// The declared members that are to be there.
    fn present<'p>(&mut self, plan: &'p Plan<'a>, extra: usize, room: Room) -> Vec<(&'p str, &'p Member<'a>)> {
        let mut present = Vec::new();
        let mut wanted = Vec::new();
        let mut others = Vec::new();
        for (name, member) in &plan.members {
            let entry = (name.as_str(), member);
            let question = member.question();
            if member.is_required {
                present.push(entry);
            } else if !room.is_tight() && self.chooser.order(&question).first() == Some(&0) {
                wanted.push((self.chooser.preference(&question, 0), entry));
            } else {
                others.push(entry);
            }
        }
        // Those that lead to something new come first where there is no room for all.
        wanted.sort_by_key(|(preference, _)| *preference);
        let most = plan.max.saturating_sub(present.len()).saturating_sub(extra.min(1));
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
    fn extras(&mut self, demand: &Demand<'a>, plan: &Plan<'a>, count: usize) -> Vec<(String, Member<'a>)> {
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
            let Some(schemas) = self.schemas_of(demand, &name) else {
                continue;
            };
            let Some(spokesman) = schemas.first().cloned() else {
                continue;
            };
            let member = Member { schemas, spokesman, is_required: true };
            extras.push((name, member));
        }
        extras
    }

    /// Whether a property has the name, though it may not be sent.
    fn is_declared(&self, demand: &Demand<'a>, name: &str) -> bool {
        demand.flat.iter().any(|schema| schema.entry("properties", name).is_some())
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
        let is_noted = !member.is_required && self.chooser.takes_notes;
        let mark = self.chooser.mark();
        if is_noted {
            self.chooser.enter(&question, 0);
        }
        let drawn = match self.tag(demand, name, member, room)? {
            Some(text) => Ok(text),
            None => self.value(Demand::new(member.schemas.clone()), room),
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
        let texts = tag.texts.iter().filter(|text| tags.clone().all(|tag| tag.texts.contains(text)));
        let texts = texts.map(|text| Value::String(text.clone()));
        let allows = |text: &Value| member.schemas.iter().all(|schema| self.judge.accepts(schema, text));
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

impl<'a> Member<'a> {
    fn question(&self) -> Question<'_, 'a> {
        Question { kind: Kind::Presence, schema: &self.spokesman, count: 2 }
    }
}
