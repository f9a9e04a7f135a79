//! What is found out about all schemas that are in reach before anything is drawn.
//!
//! First, what cannot be sampled: faults such as a dangling `$ref`, and keywords that are not
//! supported. Drawing might never come across them, and what it leaves out must not depend on
//! chance. Second, heights: how deep the shallowest value of a schema is. They tell which
//! alternative leads out of a recursion, and that none does. Third, weights: how many schemas a
//! schema is made of. By them the room for values is shared.

use std::collections::HashMap;

use serde_json::Value;

use crate::document::Document;
use crate::error::SampleError;
use crate::hash::QuickHash;
use crate::judge::Judge;
use crate::schema::Schema;
use crate::{faults, tag};

/// The height of a schema that no finite value fulfils.
const ENDLESS: u32 = u32::MAX;

/// The largest weight; what is heavier, or refers to itself, is as heavy as this.
const HEAVIEST: usize = 20_000;

/// How many schemas there may be, each component counted once for every reference to it, for
/// components to be covered anew for each of them. Beyond, there would be too many documents.
const MOST_BY_SITE: usize = 20_000;

/// The heights and weights of all schemas in reach.
#[derive(Debug)]
pub(crate) struct Survey {
    heights: HashMap<usize, u32, QuickHash>,
    weights: HashMap<usize, usize, QuickHash>,
    /// Whether it is worth to cover a component anew for each reference to it.
    pub(crate) by_site: bool,
}

/// What a schema is made of: its own parts, and the target of its reference.
#[derive(Debug)]
struct Made {
    id: usize,
    parts: Vec<usize>,
    target: Option<usize>,
}

impl Survey {
    /// Looks at all schemas that can be reached from one.
    pub(crate) fn of<'a>(
        root: &Schema<'a>,
        document: &Document<'a>,
        judge: &Judge<'a>,
    ) -> Result<Self, SampleError> {
        let mut heights: HashMap<_, _, QuickHash> = HashMap::default();
        heights.insert(root.id(), ENDLESS);
        let mut found = vec![root.clone()];
        let mut made_of = Vec::new();
        let mut next = 0;
        while let Some(schema) = found.get(next).cloned() {
            next += 1;
            faults::check(&schema, judge)?;
            let parts = parts(&schema, document)?;
            let target = document.follow(&schema)?.map(|target| target.id());
            let own = parts.iter().map(Schema::id);
            // Of a list, several items are drawn.
            let items = schema.child("items").map(|items| items.id());
            made_of.push(Made {
                id: schema.id(),
                parts: own
                    .filter(|id| Some(*id) != target)
                    .chain(items)
                    .chain(items)
                    .collect(),
                target,
            });
            for part in parts {
                if heights.insert(part.id(), ENDLESS).is_none() {
                    found.push(part);
                }
            }
        }
        let weights = weigh(&made_of, true);
        let sizes = weigh(&made_of, false);
        let sites = made_of.iter().filter_map(|made| sizes.get(&made.target?));
        let by_site = sites.sum::<usize>() <= MOST_BY_SITE;
        let mut survey = Self {
            heights,
            weights,
            by_site,
        };
        survey.measure(&found, document);
        // A schema that asks for itself says more than one that only leads to it.
        let is_endless = |schema: &&Schema<'a>| survey.height(schema) == ENDLESS;
        let asks = |schema: &&Schema<'a>| survey.height_by_type(schema, document) == ENDLESS;
        let endless = found
            .iter()
            .find(asks)
            .or_else(|| found.iter().find(is_endless));
        match endless {
            None => Ok(survey),
            Some(schema) => Err(SampleError::new(
                schema.pointer(),
                "every value of this schema contains another one, without end",
                "make a member on the way optional, or allow an empty list or null",
            )),
        }
    }

    /// How deep the shallowest value of the schema is.
    pub(crate) fn height(&self, schema: &Schema<'_>) -> u32 {
        self.heights.get(&schema.id()).copied().unwrap_or(1)
    }

    /// How many schemas the schema is made of, about.
    pub(crate) fn weight(&self, schema: &Schema<'_>) -> usize {
        self.weights.get(&schema.id()).copied().unwrap_or(1)
    }

    /// Lowers the heights until none changes: each round settles all values that are one deeper.
    fn measure<'a>(&mut self, found: &[Schema<'a>], document: &Document<'a>) {
        let mut is_settled = false;
        while !is_settled {
            is_settled = true;
            // What was found last is nearest to the leaves.
            for schema in found.iter().rev() {
                let height = self.height_by_parts(schema, document);
                if height < self.height(schema) {
                    self.heights.insert(schema.id(), height);
                    is_settled = false;
                }
            }
        }
    }

    fn height_by_parts<'a>(&self, schema: &Schema<'a>, document: &Document<'a>) -> u32 {
        if document.is_nullable(schema) || schema.get("enum").is_some() {
            return 1;
        }
        let highest = |parts: &[Schema<'a>]| parts.iter().map(|part| self.height(part)).max();
        let lowest = |keyword| {
            schema
                .list(keyword)
                .iter()
                .map(|part| self.height(part))
                .min()
        };
        let target = document.follow(schema).ok().flatten();
        let applied = target
            .as_ref()
            .map(|target| self.height(target))
            .into_iter();
        let applied = applied
            .chain(highest(&schema.list("allOf")))
            .chain(lowest("oneOf"))
            .chain(lowest("anyOf"))
            .chain(self.height_by_condition(schema))
            .max();
        applied
            .unwrap_or(1)
            .max(self.height_by_type(schema, document))
    }

    /// The height of the lower branch of `if`.
    fn height_by_condition(&self, schema: &Schema<'_>) -> Option<u32> {
        let condition = schema.child("if")?;
        let height = |keyword| schema.child(keyword).map_or(1, |part| self.height(&part));
        Some(height("else").min(height("then").max(self.height(&condition))))
    }

    /// The height that the schema's own members and items ask for.
    fn height_by_type<'a>(&self, schema: &Schema<'a>, document: &Document<'a>) -> u32 {
        let may_be_else = |kind: &str| match schema.get("type") {
            Some(Value::Array(names)) => names.iter().any(|name| name != kind),
            Some(name) => name != kind,
            None => false,
        };
        let required = document.required(schema);
        let members = required.iter().filter_map(|name| {
            let property = schema.entry("properties", name);
            property.or_else(|| schema.child("additionalProperties"))
        });
        let members = members.map(|part| self.height(&part)).max();
        let items = schema.count("minItems").filter(|min| *min > 0);
        let items = items.and_then(|min| {
            let first = schema.list("prefixItems");
            let rest = schema.child("items").filter(|_| min > first.len());
            first
                .iter()
                .take(min)
                .chain(&rest)
                .map(|part| self.height(part))
                .max()
        });
        let object = if may_be_else("object") { None } else { members };
        let array = if may_be_else("array") { None } else { items };
        object
            .max(array)
            .map_or(1, |height| height.saturating_add(1))
    }
}

/// How many schemas each is made of, with those that it refers to or without.
fn weigh(made_of: &[Made], with_targets: bool) -> HashMap<usize, usize, QuickHash> {
    let mut weights: HashMap<_, _, QuickHash> = made_of.iter().map(|made| (made.id, 1)).collect();
    // Few documents are deeper than this, counted in schemas that stand before what refers to
    // them; in those that are, weights are too low, and the room is shared less well.
    for _ in 0..16 {
        let mut is_settled = true;
        for made in made_of.iter().rev() {
            let target = made.target.as_ref().filter(|_| with_targets);
            let parts = made.parts.iter().chain(target);
            let parts = parts.map(|part| weights.get(part).copied().unwrap_or(1));
            let weight = (1 + parts.sum::<usize>()).min(HEAVIEST);
            is_settled &= weights.insert(made.id, weight) == Some(weight);
        }
        if is_settled {
            break;
        }
    }
    weights
}

/// All schemas that a schema names.
fn parts<'a>(schema: &Schema<'a>, document: &Document<'a>) -> Result<Vec<Schema<'a>>, SampleError> {
    let mut parts: Vec<_> = document.follow(schema)?.into_iter().collect();
    for list in ["allOf", "oneOf", "anyOf", "prefixItems"] {
        parts.extend(schema.list(list));
    }
    for object in ["properties", "patternProperties"] {
        parts.extend(schema.entries(object).into_iter().map(|(_, part)| part));
    }
    for single in [
        "items",
        "contains",
        "additionalProperties",
        "propertyNames",
        "not",
        "if",
        "then",
        "else",
    ] {
        parts.extend(schema.child(single));
    }
    if schema.get("discriminator").is_some() {
        parts.extend(
            tag::heirs(schema, document)?
                .into_iter()
                .map(|(_, heir)| heir),
        );
    }
    Ok(parts)
}
