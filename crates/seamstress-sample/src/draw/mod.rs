//! Drawing a value: the steps that are common to all types.
//!
//! A value must fulfil a [`Demand`], which is one schema or several at once. The demand is
//! unfolded until no references and no unions are left (`unfold.rs`); then its type is settled
//! here, and the value built by the file of the type.

mod array;
mod number;
mod object;
mod text;
mod unfold;

use serde_json::Value;

use crate::choice::{Chooser, Kind, Mode, Question};
use crate::document::Document;
use crate::error::{Failure, SampleError};
use crate::judge::Judge;
use crate::number::equal;
use crate::schema::{Schema, sorted};
use crate::survey::Survey;

pub(crate) use unfold::Demand;

/// What drawing came to.
pub(crate) type Drawn<T = Value> = Result<T, Failure>;

/// How often a value is drawn again when `not` or `oneOf` refuses it.
const ATTEMPTS: usize = 24;

/// How often one schema may be inside itself before its values become as small as they can.
const RECURSIONS: usize = 2;

/// How far values may go on beyond the depth limit on their way out of a recursion.
const WAY_OUT: usize = 64;

/// How much may be drawn in one place.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Room {
    /// How many values, this one included. It is divided among members and items, so that a
    /// document stays small whatever its schemas refer to.
    pub(crate) values: usize,
    /// How many levels.
    pub(crate) depth: usize,
}

impl Room {
    /// Whether only the smallest value fits.
    fn is_tight(self) -> bool {
        self.values == 0 || self.depth == 0
    }

    /// The room of a member or an item that weighs so much of all that are still to be drawn.
    fn share(self, weight: usize, of: usize) -> Self {
        let share = self.values.saturating_mul(weight) / of.max(1);
        Self {
            values: share.max(1).min(self.values),
            depth: self.depth.saturating_sub(1),
        }
    }
}

/// Draws values.
#[derive(Debug)]
pub(crate) struct Drawer<'a, 's> {
    pub(crate) document: Document<'a>,
    pub(crate) judge: &'s Judge<'a>,
    pub(crate) survey: &'s Survey,
    pub(crate) chooser: Chooser<'a>,
    /// Whether members that no schema speaks of are drawn.
    pub(crate) unforeseen: bool,
    /// The schemas of the values that this one is inside of.
    pub(crate) around: Vec<usize>,
    /// What was found out about the members of objects.
    pub(crate) plans: object::Plans<'a>,
    /// How many values were drawn.
    pub(crate) spent: usize,
}

impl<'a> Drawer<'a, '_> {
    /// A value of a schema.
    pub(crate) fn document(
        &mut self,
        schema: &Schema<'a>,
        room: Room,
    ) -> Result<Value, SampleError> {
        let value = self
            .value(Demand::new(vec![schema.clone()]), room)
            .map_err(Failure::into_error)?;
        if self.judge.accepts(schema, &value) {
            return Ok(value);
        }
        let reason = "the keywords of this schema work together in a way that is not supported";
        Err(SampleError::new(
            schema.pointer(),
            reason,
            "sample the schemas that it is made of",
        ))
    }

    /// A value that fulfils a demand.
    fn value(&mut self, demand: Demand<'a>, room: Room) -> Drawn {
        self.spent += 1;
        let Some(first) = demand.roots.first().cloned() else {
            return Ok(Value::Null);
        };
        let id = self
            .document
            .follow(&first)?
            .unwrap_or_else(|| first.clone())
            .id();
        let inside = self.around.iter().filter(|around| **around == id).count();
        if self.around.len() > 1024 || inside > RECURSIONS + WAY_OUT {
            return Err(Failure::Fatal(endless(&first)));
        }
        let is_single = demand.roots.len() == 1;
        let room = if inside >= RECURSIONS {
            Room { values: 0, ..room }
        } else {
            room
        };
        self.around.push(id);
        let drawn = self.unfold(demand, room);
        self.around.pop();
        match drawn {
            // Nothing around a single schema could be chosen otherwise.
            Err(Failure::Impossible(error)) if is_single => Err(Failure::Fatal(error)),
            drawn => drawn,
        }
    }

    /// Takes the best alternative that leads to something.
    fn choose<T>(
        &mut self,
        question: &Question<'_, 'a>,
        order: Vec<usize>,
        is_noted: bool,
        take: &mut dyn FnMut(&mut Self, usize) -> Drawn<T>,
    ) -> Drawn<T> {
        let is_noted = is_noted && self.chooser.takes_notes;
        let mut first = None;
        for alternative in order {
            let mark = self.chooser.mark();
            if is_noted {
                self.chooser.enter(question, alternative);
            }
            let drawn = take(self, alternative);
            if is_noted {
                self.chooser.leave();
            }
            match drawn {
                Err(Failure::Impossible(error)) => {
                    self.chooser.forget(mark);
                    if is_noted {
                        self.chooser.fail(question, alternative);
                    }
                    first.get_or_insert(error);
                }
                drawn => return drawn,
            }
        }
        let error =
            first.unwrap_or_else(|| contradiction(question.schema, "nothing is left to choose"));
        Err(Failure::Impossible(error))
    }

    /// Takes the best alternative, or the first where there is no room: the smallest stands there.
    fn choose_simply<T>(
        &mut self,
        kind: Kind,
        schema: &Schema<'a>,
        count: usize,
        room: Room,
        take: &mut dyn FnMut(&mut Self, usize) -> Drawn<T>,
    ) -> Drawn<T> {
        let question = Question {
            kind,
            schema,
            count,
        };
        let is_tight = room.is_tight();
        let order = if is_tight {
            (0..count).collect()
        } else {
            self.chooser.order(&question)
        };
        self.choose(&question, order, !is_tight, take)
    }

    /// A value of a demand without references and unions, which `not` and `oneOf` allow.
    fn settle(&mut self, demand: &Demand<'a>, mut room: Room) -> Drawn {
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

    /// The room of a part of a value of which `left` values are left; with a note if it is too
    /// little. A value that is small on purpose needs no note.
    fn share(&mut self, room: Room, left: usize, weight: usize, of: usize) -> Room {
        let share = Room {
            values: left,
            ..room
        };
        let share = share.share(weight, of);
        if share.is_tight() && !room.is_tight() && self.chooser.takes_notes {
            self.chooser.cut();
        }
        share
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

fn contradiction(schema: &Schema<'_>, reason: impl Into<String>) -> SampleError {
    SampleError::new(
        schema.pointer(),
        reason,
        "correct the schemas that apply here together",
    )
}

fn endless(schema: &Schema<'_>) -> SampleError {
    let reason = "values of this schema contain others without end";
    SampleError::new(schema.pointer(), reason, "give the recursion a way out")
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

/// Whether `items` has a value that is equal.
fn has(items: &[Value], value: &Value) -> bool {
    items.iter().any(|item| equal(item, value))
}
