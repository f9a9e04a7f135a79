//! What the schemas of an object say of its members, before any is drawn.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::rc::Rc;

use serde_json::Value;

use super::{Demand, Drawer, Drawn, contradiction};
use crate::choice::{Kind, Question};
use crate::error::Failure;
use crate::hash::QuickHash;
use crate::pattern::{Lengths, Repeat};
use crate::schema::Schema;

/// A member that may be there.
#[derive(Debug)]
pub(super) struct Member<'a> {
    pub(super) schemas: Vec<Schema<'a>>,
    /// The schema that stands for the choice whether it is there.
    pub(super) spokesman: Schema<'a>,
    pub(super) is_required: bool,
}

/// What is known about the members of a value before they are drawn.
#[derive(Debug)]
pub(crate) struct Plan<'a> {
    pub(super) members: BTreeMap<String, Member<'a>>,
    pub(super) min: usize,
    pub(super) max: usize,
    /// Whether other members are allowed, and whether a schema says so.
    pub(super) extra: Option<bool>,
}

/// Plans, by the schemas that they were made of, as the same ones meet again and again.
pub(crate) type Plans<'a> = HashMap<Vec<(usize, usize)>, Rc<Plan<'a>>, QuickHash>;

/// The properties of one name, each with the number of the schema that declares it.
type Declared<'a> = Vec<(usize, Schema<'a>)>;

impl<'a> Drawer<'a, '_> {
    /// What is known about the members of a value.
    pub(super) fn plan(&mut self, demand: &Demand<'a>) -> Drawn<Rc<Plan<'a>>> {
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
    pub(super) fn schemas_of(
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
}

impl<'a> Member<'a> {
    /// Whether the member is there, as a choice.
    pub(super) fn question(&self) -> Question<'_, 'a> {
        // A member that is required here may be optional elsewhere.
        let count = if self.is_required { 1 } else { 2 };
        Question {
            kind: Kind::Presence,
            schema: &self.spokesman,
            count,
        }
    }
}
