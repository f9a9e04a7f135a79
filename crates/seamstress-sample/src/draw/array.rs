//! Lists: empty ones, one item, several, many.

use serde_json::Value;

use super::contained::Contained;
use super::{Demand, Drawer, Drawn, Room, contradiction, has};
use crate::choice::{Kind, Mode};
use crate::error::Failure;
use crate::schema::Schema;

/// How many items a list without a limit has where it is long.
const LONG: usize = 12;

/// The longest list that is drawn for the sake of its limit.
const LONGEST: usize = 100;

/// How often an item is drawn again that must differ from the others.
const ATTEMPTS: usize = 60;

impl<'a> Drawer<'a, '_> {
    pub(super) fn array(&mut self, demand: &Demand<'a>, room: Room) -> Drawn {
        let Some(schema) = demand.spokesman("items").cloned() else {
            return Ok(Value::Null);
        };
        let contained = self.contained(demand);
        let lengths = lengths(demand, &contained);
        if lengths.is_empty() {
            let reason = "no length of the list is allowed";
            return Err(Failure::Impossible(contradiction(&schema, reason)));
        }
        let take = &mut |me: &mut Self, index: usize| {
            let length = lengths.get(index).copied().unwrap_or_default();
            me.items(demand, &contained, length, room)
        };
        self.choose_simply(Kind::Length, &schema, lengths.len(), room, take)
    }

    fn items(
        &mut self,
        demand: &Demand<'a>,
        contained: &Contained<'a>,
        length: usize,
        room: Room,
    ) -> Drawn {
        let is_unique = demand.flat.iter().any(|schema| schema.is("uniqueItems"));
        let mut items = Vec::new();
        let mut left = room.values.saturating_sub(1);
        for index in 0..length {
            let item = contained.item(demand, index, &items, self.judge);
            // Three items show how items can differ; the others only make the list long.
            let room = if index < 3 {
                self.share(room, left, 1, length.min(3) - index)
            } else {
                let values = if is_unique {
                    left / (length - index)
                } else {
                    0
                };
                Room { values, ..room }.share(1, 1)
            };
            let before = self.spent;
            let item = if is_unique {
                self.other_item(&item, &items, room)?
            } else {
                self.value(item, room)?
            };
            left = left.saturating_sub(self.spent - before);
            items.push(item);
        }
        Ok(Value::Array(items))
    }

    /// An item that is not among those before it.
    fn other_item(&mut self, wanted: &Demand<'a>, items: &[Value], room: Room) -> Drawn {
        let mode = self.chooser.mode;
        let mut found = None;
        for attempt in 0..ATTEMPTS {
            let mark = self.chooser.mark();
            // The smallest values resemble each other: here, difference matters more than size.
            let values = if attempt == 0 {
                room.values
            } else {
                room.values.max(1)
            };
            let depth = if attempt == 0 {
                room.depth
            } else {
                room.depth.max(1)
            };
            let item = self.value(wanted.clone(), Room { values, depth });
            match item {
                Ok(item) if has(items, &item) => {
                    self.chooser.forget(mark);
                    self.chooser.mode = Mode::Random;
                }
                item => {
                    found = Some(item);
                    break;
                }
            }
        }
        self.chooser.mode = mode;
        found.unwrap_or_else(|| {
            let place = wanted
                .roots
                .first()
                .cloned()
                .unwrap_or_else(|| Schema::anything(Default::default()));
            let reason = format!("{} items that differ were not found", items.len() + 1);
            Err(Failure::Impossible(contradiction(&place, reason)))
        })
    }
}

/// The lengths worth trying: the least, one, several, and the most.
fn lengths(demand: &Demand<'_>, contained: &Contained<'_>) -> Vec<usize> {
    let counts = |keyword| {
        let schemas = demand.flat.iter();
        schemas.filter_map(move |schema| schema.count(keyword))
    };
    let least = counts("minItems").chain([contained.end()]);
    let min = least.max().unwrap_or(0);
    // Where no item is allowed after the first ones, they are all.
    let closed = demand.flat.iter().filter(|schema| {
        let items = schema.get("items");
        items.is_some_and(|items| items.as_bool() == Some(false))
    });
    let closed = closed.map(|schema| schema.list("prefixItems").len());
    let max = counts("maxItems").chain(closed).min().unwrap_or(usize::MAX);
    let long = if max <= LONGEST { max } else { LONG.max(min) };
    let mut lengths = Vec::new();
    for length in [min, 1, 3, long] {
        if min <= length && length <= max && !lengths.contains(&length) {
            lengths.push(length);
        }
    }
    lengths
}

/// What the schemas say of the item at an index.
pub(super) fn items_at<'a>(demand: &Demand<'a>, index: usize) -> Vec<Schema<'a>> {
    let at = |schema: &Schema<'a>| {
        let first = schema.list("prefixItems");
        first.get(index).cloned().or_else(|| schema.child("items"))
    };
    let items: Vec<_> = demand.flat.iter().filter_map(at).collect();
    if items.is_empty() {
        let place = demand.flat.first().map(|schema| schema.place.clone());
        return vec![Schema::anything(place.unwrap_or_default())];
    }
    items
}
