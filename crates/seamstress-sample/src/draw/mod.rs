//! Drawing a value: the steps that are common to all types.
//!
//! A value must fulfil a [`Demand`], which is one schema or several at once. The demand is
//! unfolded until no references and no unions are left (`unfold.rs`); then its type is settled
//! here, and the value built by the file of the type.

mod array;
mod build;
mod contained;
mod demand;
mod number;
mod object;
mod plan;
mod text;
mod unfold;

use serde_json::Value;

use crate::choice::{Chooser, Kind, Question};
use crate::document::Document;
use crate::error::{Failure, SampleError};
use crate::judge::Judge;
use crate::number::equal;
use crate::schema::Schema;
use crate::survey::Survey;

pub(crate) use demand::Demand;

/// What drawing came to.
pub(crate) type Drawn<T = Value> = Result<T, Failure>;

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
    /// Room for the smallest value.
    const NONE: Self = Self {
        values: 0,
        depth: 0,
    };

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
    pub(crate) plans: plan::Plans<'a>,
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

/// Whether `items` has a value that is equal.
fn has(items: &[Value], value: &Value) -> bool {
    items.iter().any(|item| equal(item, value))
}
