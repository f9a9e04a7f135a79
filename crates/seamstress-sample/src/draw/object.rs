//! Objects: which members are there, and what they are.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::rc::Rc;

use serde_json::{Map, Value};

use super::{Demand, Drawer, Drawn, Room, contradiction};
use crate::choice::{Kind, Question};
use crate::error::Failure;
use crate::hash::QuickHash;
use crate::pattern::{Lengths, Repeat};
use crate::schema::Schema;

/// Names of members that no schema names.
const NAMES: [&str; 4] = [
    "unforeseen",
    "a \"quoted\" name",
    "größe 📏",
    "Content-Type",
];

/// A member that may be there.
#[derive(Debug)]
struct Member<'a> {
    schemas: Vec<Schema<'a>>,
    /// The schema that stands for the choice whether it is there.
    spokesman: Schema<'a>,
    is_required: bool,
}

/// What is known about the members of a value before they are drawn.
#[derive(Debug)]
pub(crate) struct Plan<'a> {
    members: BTreeMap<String, Member<'a>>,
    min: usize,
    max: usize,
    /// Whether other members are allowed, and whether a schema says so.
    extra: Option<bool>,
}

/// Plans, by the schemas that they were made of, as the same ones meet again and again.
pub(crate) type Plans<'a> = HashMap<Vec<(usize, usize)>, Rc<Plan<'a>>, QuickHash>;

/// The properties of one name, each with the number of the schema that declares it.
type Declared<'a> = Vec<(usize, Schema<'a>)>;

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

    fn plan(&mut self, demand: &Demand<'a>) -> Drawn<Rc<Plan<'a>>> {
        let mut key: Vec<_> = demand
            .flat
            .iter()
            .map(|schema| (schema.id(), schema.site))
            .collect();
        key.extend(demand.tags.iter().map(|tag| (tag.schema.id(), usize::MAX)));
        if let Some(known) = self.plans.get(&key) {
            return Ok(known.clone());
        }
        let plan = Rc::new(self.new_plan(demand)?);
        // Names that are drawn from patterns are others each time.
        if demand
            .flat
            .iter()
            .all(|schema| schema.get("patternProperties").is_none())
        {
            self.plans.insert(key, plan.clone());
        }
        Ok(plan)
    }

    fn new_plan(&mut self, demand: &Demand<'a>) -> Drawn<Plan<'a>> {
        let required: HashSet<_> = demand.flat.iter().flat_map(Schema::required).collect();
        let mut members = BTreeMap::new();
        for (name, declared) in self.names(demand, &required) {
            if declared
                .iter()
                .any(|(_, property)| self.document.is_hidden(property))
            {
                continue;
            }
            let is_tag = demand.tags.iter().any(|tag| tag.property == name);
            let is_required = is_tag || required.contains(name.as_str());
            let spokesman = declared
                .first()
                .map(|(_, property)| property)
                .or(demand.flat.first());
            let Some(spokesman) = spokesman.cloned() else {
                continue;
            };
            match self.schemas_of(demand, &name, &declared) {
                Some(schemas) => {
                    members.insert(
                        name,
                        Member {
                            schemas,
                            spokesman,
                            is_required,
                        },
                    );
                }
                None if is_required => {
                    let reason = format!("the member `{name}` is required and not allowed");
                    return Err(Failure::Impossible(contradiction(&spokesman, reason)));
                }
                None => {}
            }
        }
        let counts = |keyword| {
            demand
                .flat
                .iter()
                .filter_map(move |schema| schema.count(keyword))
        };
        let says_false =
            |schema: &Schema<'a>, keyword| schema.get(keyword) == Some(&Value::Bool(false));
        let is_closed = demand.flat.iter().any(|schema| {
            says_false(schema, "additionalProperties")
                || says_false(schema, "unevaluatedProperties")
        });
        let is_said = demand
            .flat
            .iter()
            .any(|schema| schema.get("additionalProperties").is_some());
        Ok(Plan {
            members,
            min: counts("minProperties").max().unwrap_or(0),
            max: counts("maxProperties").min().unwrap_or(usize::MAX),
            extra: (!is_closed).then_some(is_said),
        })
    }

    /// The names that schemas speak of, each with the properties that declare it.
    fn names(
        &mut self,
        demand: &Demand<'a>,
        required: &HashSet<&'a str>,
    ) -> BTreeMap<String, Declared<'a>> {
        let mut names: BTreeMap<String, Declared<'a>> = BTreeMap::new();
        let tags = demand.tags.iter().map(|tag| tag.property);
        for name in required.iter().copied().chain(tags) {
            names.entry(name.to_owned()).or_default();
        }
        for (number, schema) in demand.flat.iter().enumerate() {
            for (name, property) in schema.entries("properties") {
                names
                    .entry(name.to_owned())
                    .or_default()
                    .push((number, property));
            }
        }
        for (number, schema) in demand.flat.iter().enumerate() {
            for (text, property) in schema.entries("patternProperties") {
                let Ok(pattern) = self.judge.pattern(text) else {
                    continue;
                };
                let is_new = |name: &str| !names.contains_key(name);
                let rng = &mut self.chooser.rng;
                if let Some(name) = pattern.draw(Lengths::ANY, Repeat::UpTo(4), rng, &is_new) {
                    names.insert(name, vec![(number, property)]);
                }
            }
        }
        names
    }

    /// What all schemas say of a member; nothing where it is not allowed.
    fn schemas_of(
        &self,
        demand: &Demand<'a>,
        name: &str,
        declared: &Declared<'a>,
    ) -> Option<Vec<Schema<'a>>> {
        let mut parts = Vec::new();
        for (number, schema) in demand.flat.iter().enumerate() {
            let is_plain = schema.get("patternProperties").is_none();
            let property = declared.iter().find(|(declaring, _)| *declaring == number);
            match property {
                Some((_, property)) if is_plain => parts.push(property.clone()),
                None if is_plain => parts.extend(schema.child("additionalProperties")),
                _ => parts.extend(self.judge.parts_of_member(schema, name)),
            }
            if let Some(names) = schema.child("propertyNames")
                && !self.judge.accepts(&names, &Value::String(name.to_owned()))
            {
                return None;
            }
        }
        if parts.iter().any(|part| part.value == &Value::Bool(false)) {
            return None;
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

impl<'a> Member<'a> {
    fn question(&self) -> Question<'_, 'a> {
        // A member that is required here may be optional elsewhere.
        let count = if self.is_required { 1 } else { 2 };
        Question {
            kind: Kind::Presence,
            schema: &self.spokesman,
            count,
        }
    }
}
