//! Unfolding: from the schemas that a value must fulfil to plain ones, without references,
//! `allOf` and unions. Where there is a union, one variant is chosen and becomes part of the
//! demand; if that contradicts the rest, the next one is tried.

use serde_json::Value;

use super::{Demand, Drawer, Drawn, Room, contradiction};
use crate::choice::{Kind, Question};
use crate::error::Failure;
use crate::schema::Schema;
use crate::tag::{self, Tag};

impl<'a> Drawer<'a, '_> {
    /// Unfolds a demand, choosing where there is a choice, and draws its value.
    pub(super) fn unfold(&mut self, mut demand: Demand<'a>, room: Room) -> Drawn {
        // A null has no parts: the schemas as they were asked for can judge it.
        if demand.is_null {
            return self.settle(&demand, room);
        }
        while let Some(schema) = demand.pending.pop() {
            match schema.value.as_bool() {
                Some(true) => {
                    demand.flat.push(schema);
                    continue;
                }
                Some(false) => {
                    let reason = "the schema `false` allows nothing";
                    return Err(Failure::Impossible(contradiction(&schema, reason)));
                }
                None => {}
            }
            if demand.seen.contains(&schema.id()) {
                continue;
            }
            demand.seen.push(schema.id());
            if self.document.is_nullable(&schema) {
                return self.choose_null(&demand, &schema, room);
            }
            if let Some(drawn) = self.open(&mut demand, schema, room)? {
                return Ok(drawn);
            }
        }
        if demand.unions.is_empty() {
            return self.settle(&demand, room);
        }
        let (union, kind) = demand.unions.remove(0);
        match kind {
            Kind::If => self.choose_branch(&demand, &union, room),
            kind => self.choose_variant(&demand, &union, kind, room),
        }
    }

    /// Replaces a schema by its parts. Where a discriminator has to be decided on first, the value
    /// is drawn in there.
    fn open(
        &mut self,
        demand: &mut Demand<'a>,
        schema: Schema<'a>,
        room: Room,
    ) -> Drawn<Option<Value>> {
        demand.flat.push(schema.clone());
        if schema.get("oneOf").is_some() {
            demand.unions.push((schema.clone(), Kind::OneOf));
        }
        if schema.get("anyOf").is_some() {
            demand.unions.push((schema.clone(), Kind::AnyOf));
        }
        if schema.get("if").is_some() {
            demand.unions.push((schema.clone(), Kind::If));
        }
        let parts = self
            .document
            .follow(&schema)?
            .into_iter()
            .chain(schema.list("allOf"));
        let parts: Vec<_> = parts.collect();
        demand.pending.extend(parts.into_iter().rev());
        let heirs = tag::heirs(&schema, &self.document)?;
        let Some(property) = tag::property(&schema).filter(|_| !heirs.is_empty()) else {
            return Ok(None);
        };
        // Either the value was asked for as one of the heirs, or it becomes one of them.
        let known = heirs.iter().filter(|(_, heir)| heir.id() != schema.id());
        let texts = known.filter(|(_, heir)| demand.seen.contains(&heir.id()));
        let texts: Vec<_> = texts.map(|(text, _)| (*text).to_owned()).collect();
        if !texts.is_empty() {
            demand.tags.push(Tag {
                schema,
                property,
                texts,
            });
            return Ok(None);
        }
        let demand = &*demand;
        let take = &mut |me: &mut Self, index: usize| {
            let mut demand = demand.clone();
            if let Some((text, heir)) = heirs.get(index) {
                let (schema, texts) = (schema.clone(), vec![(*text).to_owned()]);
                demand.tags.push(Tag {
                    schema,
                    property,
                    texts,
                });
                demand.pending.push(heir.clone());
            }
            me.unfold(demand, room)
        };
        self.choose_lowest(Kind::Heir, &schema, &heir_schemas(&heirs), room, take)
            .map(Some)
    }

    fn choose_null(&mut self, demand: &Demand<'a>, schema: &Schema<'a>, room: Room) -> Drawn {
        let take = &mut |me: &mut Self, index: usize| {
            let mut demand = demand.clone();
            if index == 1 {
                demand.is_null = true;
            } else if let Some(drawn) = me.open(&mut demand, schema.clone(), room)? {
                return Ok(drawn);
            }
            me.unfold(demand, room)
        };
        let question = Question {
            kind: Kind::Null,
            schema,
            count: 2,
        };
        // The null leads out of any recursion.
        let order = if room.is_tight() {
            vec![1, 0]
        } else {
            self.chooser.order(&question)
        };
        self.choose(&question, order, !room.is_tight(), take)
    }

    fn choose_variant(
        &mut self,
        demand: &Demand<'a>,
        union: &Schema<'a>,
        kind: Kind,
        room: Room,
    ) -> Drawn {
        let keyword = if kind == Kind::OneOf {
            "oneOf"
        } else {
            "anyOf"
        };
        let variants = union.list(keyword);
        let take = &mut |me: &mut Self, index: usize| {
            let mut demand = demand.clone();
            for (other, variant) in variants.iter().enumerate() {
                if other == index {
                    demand.pending.push(variant.clone());
                    demand
                        .tags
                        .extend(tag::of_variant(union, variant, &me.document)?);
                } else if kind == Kind::OneOf {
                    demand.others.push(variant.clone());
                }
            }
            me.unfold(demand, room)
        };
        self.choose_lowest(kind, union, &variants, room, take)
    }

    /// Chooses between `if` with `then`, and what is not `if` with `else` (JSON Schema 2020-12,
    /// section 10.2.2).
    fn choose_branch(&mut self, demand: &Demand<'a>, schema: &Schema<'a>, room: Room) -> Drawn {
        let Some(condition) = schema.child("if") else {
            return self.unfold(demand.clone(), room);
        };
        let branch = |keyword| {
            let branch = schema.child(keyword);
            branch.unwrap_or_else(|| Schema::anything(schema.place.clone()))
        };
        let branches = [branch("then"), branch("else")];
        let take = &mut |me: &mut Self, index: usize| {
            let mut demand = demand.clone();
            if index == 0 {
                demand.pending.push(condition.clone());
            } else {
                demand.refused.push(condition.clone());
            }
            demand.pending.extend(branches.get(index).cloned());
            me.unfold(demand, room)
        };
        self.choose_lowest(Kind::If, schema, &branches, room, take)
    }

    /// Takes the best alternative, or the one of the least height where there is no room.
    fn choose_lowest(
        &mut self,
        kind: Kind,
        schema: &Schema<'a>,
        alternatives: &[Schema<'a>],
        room: Room,
        take: &mut dyn FnMut(&mut Self, usize) -> Drawn,
    ) -> Drawn {
        let question = Question {
            kind,
            schema,
            count: alternatives.len(),
        };
        let is_tight = room.is_tight();
        let mut order: Vec<_> = (0..question.count).collect();
        if is_tight {
            order.sort_by_key(|index| alternatives.get(*index).map(|one| self.survey.height(one)));
        } else {
            order = self.chooser.order(&question);
        }
        self.choose(&question, order, !is_tight, take)
    }
}

fn heir_schemas<'a>(heirs: &[(&str, Schema<'a>)]) -> Vec<Schema<'a>> {
    heirs.iter().map(|(_, heir)| heir.clone()).collect()
}
