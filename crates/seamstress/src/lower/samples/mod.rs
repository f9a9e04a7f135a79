//! Samples for the tests of the emitted crate.
//!
//! Values come from the schemas of the document, and what has to be sent for them from
//! [`wire`], which shares nothing with the runtime: each judges the other.
//!
//! An operation that cannot be sampled has no test: files and other bodies than JSON, and schemas
//! of which no value can be drawn.

mod wire;

use std::collections::HashMap;

use seamstress_sample::{Body, Direction, Sampler};
use serde_json::{Map, Value};

use crate::api::{BodyFormat, Location, Operation, OperationId, Parameter, Returns, Sample, Type};
use crate::config::Config;
use crate::document::Document;

/// About how many values a sample may hold: tests are read by people.
const VALUES: usize = 48;

/// The length of bodies and of answers that says much in little, and that of parameters.
const BODY: usize = 600;
const PARAMETER: usize = 20;

/// A sample of every operation that can be sampled.
pub(super) fn samples(
    document: &Document,
    config: &Config,
    operations: &[Operation],
) -> Vec<Sample> {
    let sampler = Sampler::new(document.root())
        .values(VALUES)
        .depth(5)
        .unforeseen(false);
    let samples = Samples {
        config,
        requests: by_operation(sampler.requests().unwrap_or_default()),
        answers: by_operation(sampler.responses().unwrap_or_default()),
        sampler,
        document,
    };
    let operations = operations.iter().enumerate();
    let sample = |(at, operation): (usize, &Operation)| samples.of(OperationId(at), operation);
    operations.filter_map(sample).collect()
}

/// Bodies by path and method; of several, the first.
fn by_operation(bodies: Vec<Body>) -> HashMap<(String, String), Body> {
    let mut known = HashMap::new();
    for body in bodies {
        known
            .entry((body.path.clone(), body.method.clone()))
            .or_insert(body);
    }
    known
}

struct Samples<'d> {
    document: &'d Document,
    config: &'d Config,
    sampler: Sampler<'d>,
    requests: HashMap<(String, String), Body>,
    answers: HashMap<(String, String), Body>,
}

impl Samples<'_> {
    fn of(&self, id: OperationId, operation: &Operation) -> Option<Sample> {
        let key = (operation.path.clone(), operation.method.name().to_owned());
        let body = self.body(operation, &key)?;
        let mut arguments = Vec::new();
        for (at, parameter) in operation.parameters.iter().enumerate() {
            let value = match parameter.location {
                Location::Body => body.get(&parameter.name).cloned(),
                _ => self.value(parameter),
            };
            let fits = value.as_ref().is_some_and(|value| {
                !value.is_null() || (parameter.nullable && parameter.location == Location::Body)
            });
            match value {
                Some(value) if fits && wire::is_foreseen(parameter, &value, self.config) => {
                    arguments.push((at, value));
                }
                _ if parameter.required => return None,
                _ => {}
            }
        }
        let (status, answer) = self.answer(operation, &key)?;
        let result = answer.as_ref().and_then(|answer| result(operation, answer));
        let given: Vec<(&Parameter, &Value)> = arguments
            .iter()
            .filter_map(|(at, value)| Some((operation.parameters.get(*at)?, value)))
            .collect();
        Some(Sample {
            operation: id,
            path: wire::path(&operation.path, &given),
            query: wire::query(&given, self.config),
            headers: wire::headers(&given),
            body: wire::body(operation, &given),
            arguments,
            status,
            answer,
            result,
        })
    }

    /// The members of a body; none where there is no body.
    fn body(&self, operation: &Operation, key: &(String, String)) -> Option<Map<String, Value>> {
        let has = |location| operation.parameters.iter().any(|p| p.location == location);
        match &operation.body {
            _ if has(Location::Whole) => None,
            BodyFormat::Json { .. } if has(Location::Body) => {
                let sampler = self.sampler.direction(Direction::Request);
                match telling(sampler, &self.requests.get(key)?.pointer, BODY, |_| true)? {
                    Value::Object(members) => Some(members),
                    _ => None,
                }
            }
            _ if has(Location::Body) => None,
            _ => Some(Map::new()),
        }
    }

    fn value(&self, parameter: &Parameter) -> Option<Value> {
        let sampler = self.sampler.direction(Direction::Request);
        let schema = parameter.pointer.child("schema");
        schema.get(self.document.root())?;
        telling(sampler, &schema.to_string(), PARAMETER, |value| {
            wire::is_foreseen(parameter, value, self.config)
        })
    }

    /// The status and the body of an answer.
    fn answer(
        &self,
        operation: &Operation,
        key: &(String, String),
    ) -> Option<(u16, Option<Value>)> {
        if let Some(body) = self.answers.get(key) {
            let status = body
                .status
                .as_deref()
                .and_then(|status| status.parse().ok());
            let answer = telling(self.sampler, &body.pointer, BODY, |_| true)?;
            return Some((status.unwrap_or(200), Some(answer)));
        }
        let node = operation.pointer.child("responses");
        let responses = node.get(self.document.root()).and_then(Value::as_object);
        let mut statuses = responses.into_iter().flat_map(Map::keys);
        let success = statuses.find(|status| status.starts_with('2'));
        let status = success.and_then(|status| status.parse().ok());
        Some((status.unwrap_or(200), None))
    }
}

/// Of some random samples that fit the one whose JSON is closest to a length.
fn telling(
    sampler: Sampler<'_>,
    pointer: &str,
    length: usize,
    fits: impl Fn(&Value) -> bool,
) -> Option<Value> {
    let pointer = pointer.trim_start_matches('#');
    let distance = |sample: &Value| sample.to_string().len().abs_diff(length);
    // Many are drawn only where few will not do.
    [6, 60].into_iter().find_map(|count| {
        let samples = sampler.random(pointer, count).ok()?.into_iter();
        let samples = samples.filter(|sample| is_plain(sample) && fits(sample));
        samples.min_by_key(distance)
    })
}

/// Whether a value is the same in every library: long floats and large numbers are written in
/// many ways, and texts with control characters are refused in some places.
fn is_plain(value: &Value) -> bool {
    match value {
        Value::Number(number) => match number.as_i64() {
            Some(number) => number.abs() < 1 << 31,
            None => number.to_string().len() < 9,
        },
        Value::String(text) => text.chars().all(|character| !character.is_control()),
        Value::Array(values) => values.iter().all(is_plain),
        Value::Object(members) => members.values().all(is_plain),
        Value::Null | Value::Bool(_) => true,
    }
}

/// What of an answer the caller gets.
fn result(operation: &Operation, answer: &Value) -> Option<Value> {
    let part = |key: &Option<String>| match key {
        Some(key) => answer.get(key).cloned(),
        None => Some(answer.clone()),
    };
    match &operation.returns {
        Returns::Value { key, ty } if !matches!(ty, Type::Nullable(_)) => part(key),
        Returns::Page { key, .. } => part(key).filter(Value::is_array),
        _ => None,
    }
}
