//! What a list has to contain, and in which place.

use serde_json::Value;

use super::array::items_at;
use super::{Demand, Drawer, Room};
use crate::judge::Judge;
use crate::schema::Schema;

/// What `contains` asks for (JSON Schema 2020-12, sections 6.4.5 and 10.3.1.3).
pub(super) struct Contained<'a> {
    /// The item from which on it is given.
    begin: usize,
    /// What is wanted, and how often.
    wanted: Vec<(Schema<'a>, usize)>,
}

impl<'a> Contained<'a> {
    /// The item behind all of it; 0 where nothing is wanted.
    pub(super) fn end(&self) -> usize {
        let wanted = self.wanted.iter().map(|(_, wanted)| *wanted);
        match wanted.fold(0, usize::saturating_add) {
            0 => 0,
            wanted => wanted.saturating_add(self.begin),
        }
    }

    /// What is wanted of the item at `index`.
    fn at(&self, index: usize) -> Option<&Schema<'a>> {
        let mut index = index.checked_sub(self.begin)?;
        for (schema, wanted) in &self.wanted {
            match index.checked_sub(*wanted) {
                Some(rest) => index = rest,
                None => return Some(schema),
            }
        }
        None
    }

    /// How many of `schema` are given from the item at `index` on.
    fn left(&self, schema: &Schema<'a>, index: usize) -> usize {
        let rest = index.max(self.begin)..self.end();
        let given = rest.filter_map(|index| self.at(index));
        given.filter(|given| given.id() == schema.id()).count()
    }

    /// All that the item at `index` must fulfil, behind those `before`. Where as many are there, or
    /// still to be given, as `maxContains` allows, it is none of them (JSON Schema 2020-12, section
    /// 6.4.4).
    pub(super) fn item(
        &self,
        demand: &Demand<'a>,
        index: usize,
        before: &[Value],
        judge: &Judge<'a>,
    ) -> Demand<'a> {
        let wanted = self.at(index);
        let mut schemas = items_at(demand, index);
        schemas.extend(wanted.cloned());
        let refused = demand.flat.iter().filter_map(|schema| {
            let (most, schema) = (schema.count("maxContains")?, schema.child("contains")?);
            if wanted.is_some_and(|wanted| wanted.id() == schema.id()) {
                return None;
            }
            let given = before.iter().filter(|item| judge.accepts(&schema, item));
            let is_full = given.count() + self.left(&schema, index) >= most;
            is_full.then_some(schema)
        });
        Demand {
            refused: refused.collect(),
            ..Demand::new(schemas)
        }
    }
}

impl<'a> Drawer<'a, '_> {
    /// What `contains` asks for, in the first place where it fits: from the first item on, or
    /// behind some or all of those that `prefixItems` describes.
    pub(super) fn contained(&mut self, demand: &Demand<'a>) -> Contained<'a> {
        let asking = demand.flat.iter().filter_map(|schema| {
            let wanted = schema.count("minContains").unwrap_or(1);
            Some((schema.child("contains")?, wanted))
        });
        let mut contained = Contained {
            begin: 0,
            wanted: asking.collect(),
        };
        let prefix = prefix(demand);
        if contained.end() == 0 || prefix == 0 {
            return contained;
        }
        // Only whether it can be done is asked: the smallest values tell, and nothing is noted.
        let (mark, spent) = (self.chooser.mark(), self.spent);
        let takes_notes = std::mem::replace(&mut self.chooser.takes_notes, false);
        let fits = |begin: &usize| {
            contained.begin = *begin;
            (*begin..contained.end()).all(|index| {
                let item = contained.item(demand, index, &[], self.judge);
                self.value(item, Room::NONE).is_ok()
            })
        };
        let begin = (0..=prefix).find(fits);
        self.chooser.takes_notes = takes_notes;
        self.chooser.forget(mark);
        self.spent = spent;
        contained.begin = begin.unwrap_or(0);
        contained
    }
}

/// How many items are described one by one.
fn prefix(demand: &Demand<'_>) -> usize {
    let lists = demand.flat.iter().map(|schema| {
        let list = schema.get("prefixItems").and_then(Value::as_array);
        list.map_or(0, Vec::len)
    });
    lists.max().unwrap_or(0)
}
