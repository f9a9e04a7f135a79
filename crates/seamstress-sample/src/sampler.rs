//! The sampler: settings, and the two ways to draw.

use serde_json::Value;

use crate::choice::{Chooser, Mode};
use crate::document::{Direction, Document};
use crate::draw::{Drawer, Room};
use crate::error::SampleError;
use crate::judge::Judge;
use crate::operations::{self, Body};
use crate::rng::Rng;
use crate::survey::Survey;

/// How many documents in a row may bring nothing new before covering ends.
const PATIENCE: usize = 40;

/// How many values may be drawn to cover one schema. Only documents in which nearly everything
/// refers to nearly everything take more; what they leave out is told.
const EFFORT: usize = 1_500_000;

/// Draws JSON documents from the schemas of one OpenAPI document.
///
/// ```
/// use seamstress_sample::{Direction, Sampler};
///
/// let document = serde_json::json!({
///     "openapi": "3.1.0",
///     "components": { "schemas": { "lock": {
///         "type": "object",
///         "properties": { "state": { "enum": ["locked", "open"] } },
///         "required": ["state"],
///         "additionalProperties": false,
///     } } },
/// });
/// let sampler = Sampler::new(&document).direction(Direction::Response).seed(7);
/// let locks = sampler.covering("#/components/schemas/lock")?;
/// assert_eq!(locks.len(), 2);
/// assert_eq!(locks[0]["state"], "locked");
/// assert_eq!(locks[1]["state"], "open");
/// # Ok::<(), seamstress_sample::SampleError>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Sampler<'a> {
    document: Document<'a>,
    seed: u64,
    depth: usize,
    values: usize,
    unforeseen: bool,
}

/// Draws one document.
type Draw<'d, 'a> = dyn Fn(&mut Drawer<'a, '_>, Room) -> Result<Value, SampleError> + 'd;

/// What covering a schema came to.
#[derive(Clone, Debug, PartialEq)]
pub struct Coverage {
    /// The documents.
    pub documents: Vec<Value>,
    /// How many alternatives there are in reach, those of limits and texts included.
    pub alternatives: usize,
    /// The alternatives that no document takes, each in one line that begins with the JSON pointer
    /// of its schema. They contradict what is around them, or lie deeper than the limits allow, or
    /// are too many.
    pub missed: Vec<String>,
}

impl<'a> Sampler<'a> {
    /// A sampler of responses, with the seed 0.
    pub fn new(document: &'a Value) -> Self {
        Self {
            document: Document::new(document),
            seed: 0,
            depth: 24,
            values: 4_000,
            unforeseen: true,
        }
    }

    /// Which way the documents travel: properties that are `readOnly` or `writeOnly` are left out
    /// of those that travel the other way.
    #[must_use]
    pub fn direction(mut self, direction: Direction) -> Self {
        self.document.direction = direction;
        self
    }

    /// Where random numbers begin. The same seed gives the same bytes, on every machine.
    #[must_use]
    pub fn seed(mut self, seed: u64) -> Self {
        self.seed = seed;
        self
    }

    /// How deep documents may be before every value becomes as small as it can; 24 unless told.
    #[must_use]
    pub fn depth(mut self, levels: usize) -> Self {
        self.depth = levels;
        self
    }

    /// About how many values a document may hold before every value becomes as small as it can;
    /// 4000 unless told. Random documents hold at most an eighth of it.
    #[must_use]
    pub fn values(mut self, values: usize) -> Self {
        self.values = values;
        self
    }

    /// Whether objects get members that no schema speaks of, where nothing forbids them, as
    /// servers add members over time. They do unless told; members that `additionalProperties`
    /// describes are drawn in any case.
    #[must_use]
    pub fn unforeseen(mut self, are_drawn: bool) -> Self {
        self.unforeseen = are_drawn;
        self
    }

    /// A small set of documents that takes every choice of a schema at least once: each variant of
    /// unions, each value of an `enum`, each optional member present and absent, null where it is
    /// allowed, lists and texts of several lengths, the ends of limits, unknown members. The
    /// smallest document is always among them.
    ///
    /// # Errors
    ///
    /// The schema cannot be sampled: see [`SampleError`].
    pub fn covering(&self, pointer: &str) -> Result<Vec<Value>, SampleError> {
        self.coverage(pointer).map(|coverage| coverage.documents)
    }

    /// The documents of [`Self::covering`], and what they leave out.
    ///
    /// ```
    /// use seamstress_sample::Sampler;
    ///
    /// let document = serde_json::json!({ "a": {
    ///     "type": "string",
    ///     "anyOf": [{ "enum": ["x", "y"] }, { "type": "integer" }],
    /// } });
    /// let coverage = Sampler::new(&document).coverage("#/a")?;
    /// assert_eq!(coverage.documents, ["x", "y"]);
    /// assert_eq!(coverage.missed, ["#/a: variant 1 of `anyOf`"]);
    /// # Ok::<(), seamstress_sample::SampleError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// The schema cannot be sampled: see [`SampleError`].
    pub fn coverage(&self, pointer: &str) -> Result<Coverage, SampleError> {
        let (mut documents, mut idle, mut is_open) = (Vec::new(), 0, true);
        let (missed, alternatives) = self.draw(pointer, Mode::Cover, |drawer, draw| {
            while is_open && idle < PATIENCE && drawer.spent < EFFORT {
                let document = draw(drawer, self.room())?;
                let is_new = drawer.chooser.commit();
                is_open = drawer.chooser.refresh();
                idle = if is_new { 0 } else { idle + 1 };
                if is_new || documents.is_empty() {
                    documents.push(document);
                }
            }
            let smallest = draw(
                drawer,
                Room {
                    values: 0,
                    depth: 0,
                },
            )?;
            if !documents.contains(&smallest) {
                documents.push(smallest);
            }
            let (missed, all) = drawer.chooser.missed();
            let missed = missed.into_iter().map(|(kind, schema, number)| {
                format!("{}: {}", schema.pointer(), kind.describe(number))
            });
            Ok((missed.collect(), all))
        })?;
        Ok(Coverage {
            documents,
            alternatives,
            missed,
        })
    }

    /// Random documents of a schema, `count` of them.
    ///
    /// # Errors
    ///
    /// The schema cannot be sampled: see [`SampleError`].
    pub fn random(&self, pointer: &str, count: usize) -> Result<Vec<Value>, SampleError> {
        let sampler = Self {
            values: self.values / 8,
            ..*self
        };
        sampler.draw(pointer, Mode::Random, |drawer, draw| {
            (0..count).map(|_| draw(drawer, sampler.room())).collect()
        })
    }

    /// The schemas of all successful JSON responses, by path, method and status.
    ///
    /// # Errors
    ///
    /// A reference on the way leads nowhere.
    pub fn responses(&self) -> Result<Vec<Body>, SampleError> {
        operations::responses(&self.document)
    }

    /// The schemas of all JSON request bodies, by path and method.
    ///
    /// # Errors
    ///
    /// A reference on the way leads nowhere.
    pub fn requests(&self) -> Result<Vec<Body>, SampleError> {
        operations::requests(&self.document)
    }

    /// The name and the JSON pointer of every component schema, by name.
    pub fn components(&self) -> Vec<(String, String)> {
        operations::components(&self.document)
    }

    fn draw<T>(
        &self,
        pointer: &str,
        mode: Mode,
        run: impl FnOnce(&mut Drawer<'a, '_>, &Draw<'_, 'a>) -> Result<T, SampleError>,
    ) -> Result<T, SampleError> {
        let schema = self.document.schema(pointer)?;
        let judge = Judge::new(self.document);
        let survey = Survey::of(&schema, &self.document, &judge)?;
        let mut drawer = Drawer {
            document: self.document,
            judge: &judge,
            survey: &survey,
            chooser: Chooser::new(mode, Rng::new(self.seed, &schema.pointer()), survey.by_site),
            unforeseen: self.unforeseen,
            around: Vec::new(),
            plans: Default::default(),
            spent: 0,
        };
        run(&mut drawer, &|drawer, room| drawer.document(&schema, room))
    }

    fn room(&self) -> Room {
        Room {
            values: self.values,
            depth: self.depth,
        }
    }
}
