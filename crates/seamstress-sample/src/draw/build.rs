//! Building a value of plain schemas: what is listed, or else of which type it is; and building it
//! again where `not` or `oneOf` refuses it.

use serde_json::Value;

use super::{Demand, Drawer, Drawn, Room, contradiction, endless};
use crate::choice::{Kind, Mode};
use crate::error::Failure;
use crate::schema::{Schema, sorted};

/// How often a value is drawn again when `not` or `oneOf` refuses it.
const ATTEMPTS: usize = 24;

impl<'a> Drawer<'a, '_> {
    /// A value of a demand without references and unions, which `not` and `oneOf` allow.
    pub(super) fn settle(&mut self, demand: &Demand<'a>, mut room: Room) -> Drawn {
        let mark = self.chooser.mark();
        let mode = self.chooser.mode;
        let mut refused = None;
        for _ in 0..ATTEMPTS {
            let drawn = self.build(demand, room);
            let complaint = match &drawn {
                Ok(value) => demand.complaint(value, self.judge),
                Err(_) => None,
            };
            match complaint {
                None => {
                    self.chooser.mode = mode;
                    return drawn;
                }
                Some(complaint) => refused = Some(complaint),
            }
            // The best choices led nowhere; others may. The smallest value is no choice at all.
            self.chooser.blame(mark);
            self.chooser.mode = Mode::Random;
            room = Room {
                values: room.values.max(1),
                depth: room.depth.max(1),
            };
        }
        self.chooser.mode = mode;
        Err(Failure::Impossible(
            refused.unwrap_or_else(|| endless(&demand.flat[0])),
        ))
    }

    fn build(&mut self, demand: &Demand<'a>, room: Room) -> Drawn {
        if demand.is_null {
            return self.listed(demand, &[Value::Null], None, room);
        }
        if let Some(schema) = demand
            .flat
            .iter()
            .find(|schema| schema.get("const").is_some())
        {
            let values: Vec<_> = schema.get("const").cloned().into_iter().collect();
            return self.listed(demand, &values, Some(schema), room);
        }
        if let Some(schema) = demand
            .flat
            .iter()
            .find(|schema| schema.get("enum").is_some())
        {
            let values = schema.get("enum").and_then(Value::as_array);
            return self.listed(
                demand,
                values.map_or(&[], Vec::as_slice),
                Some(schema),
                room,
            );
        }
        let types = demand.types();
        // What may be anything is the same everywhere, and one choice for all places.
        if types.len() == 6
            && demand.flat.iter().any(|schema| schema.value.is_object())
            && demand.says_nothing()
        {
            let place = demand.flat.first().map(|schema| schema.place.clone());
            let anything = Schema::anything(place.unwrap_or_default());
            return self.build(&Demand::plain(anything), room);
        }
        let Some(schema) = demand.spokesman("type") else {
            return Ok(Value::Null);
        };
        let build = &mut |me: &mut Self, index: usize| match types.get(index).copied() {
            Some("object") => me.object(demand, room),
            Some("array") => me.array(demand, room),
            Some("string") => me.text(demand, room),
            Some("number") => me.number(demand, room, true),
            Some("integer") => me.number(demand, room, false),
            Some("boolean") => {
                let schema = demand.spokesman("type").unwrap_or(schema);
                let take = &mut |_: &mut Self, index| Ok(Value::Bool(index == 0));
                me.choose_simply(Kind::Boolean, schema, 2, room, take)
            }
            _ => Ok(Value::Null),
        };
        match types.len() {
            0 => Err(Failure::Impossible(contradiction(
                schema,
                "the types exclude each other",
            ))),
            1 => build(self, 0),
            count => self.choose_simply(Kind::Type, schema, count, room, build),
        }
    }

    /// One of the values that a schema lists.
    fn listed(
        &mut self,
        demand: &Demand<'a>,
        values: &[Value],
        schema: Option<&Schema<'a>>,
        room: Room,
    ) -> Drawn {
        let schema = schema.or(demand.flat.first()).or(demand.roots.first());
        let Some(schema) = schema else {
            return Ok(Value::Null);
        };
        let take = &mut |me: &mut Self, index: usize| {
            let value = values.get(index).cloned().unwrap_or_default();
            let judges = if demand.is_null {
                &demand.roots
            } else {
                &demand.flat
            };
            if judges.iter().all(|judge| me.judge.accepts(judge, &value)) {
                Ok(in_order(&value))
            } else {
                let reason = format!("other keywords refuse the value {value}");
                Err(Failure::Impossible(contradiction(schema, reason)))
            }
        };
        if values.len() == 1 {
            return take(self, 0);
        }
        self.choose_simply(Kind::Enum, schema, values.len(), room, take)
    }
}

/// The value with its members in the order of their names, whatever order the map keeps.
fn in_order(value: &Value) -> Value {
    match value {
        Value::Object(object) => {
            let members = sorted(object).into_iter();
            Value::Object(
                members
                    .map(|(name, value)| (name.to_owned(), in_order(value)))
                    .collect(),
            )
        }
        Value::Array(items) => items.iter().map(in_order).collect(),
        other => other.clone(),
    }
}
