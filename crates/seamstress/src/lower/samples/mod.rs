//! Samples for the tests of the emitted crate.
//!
//! Values come from the schemas of the document, and what has to be sent for them from
//! [`wire`], which shares nothing with the runtime: each judges the other.
//!
//! An operation that cannot be sampled has no test, and [`untested`] says so: where no credential
//! suffices, or something is required of which no value can be made.

mod bodies;
mod callers;
mod untested;
mod values;
mod wire;

use std::collections::HashMap;

use seamstress_sample::{Body, Direction, Sampler};
use serde_json::{Map, Value};

use crate::api::{
    Api, Location, Operation, OperationId, Parameter, Returns, Sample, Selector, Type,
};
use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::document::Document;
use callers::Callers;
use untested::Lack;
use values::{plain, telling};

/// About how many values a sample may hold: tests are read by people.
const VALUES: usize = 48;

/// The length of parameters that says much in little.
const PARAMETER: usize = 20;

/// The length of a parameter that nobody reads to its end.
const LONGEST: usize = 160;

/// How deep a value that is made up may be.
const DEPTH: usize = 6;

/// A sample of every operation of `api` that can be sampled, and notes on the others.
pub(super) fn samples(
    document: &Document,
    config: &Config,
    api: &Api,
) -> (Vec<Sample>, Vec<Diagnostic>) {
    let sampler = Sampler::new(document.root())
        .values(VALUES)
        .depth(5)
        .unforeseen(false);
    let samples = Samples {
        document,
        config,
        api,
        callers: Callers {
            credentials: &api.credentials,
            restricted: &api.restricted,
        },
        answers: by_operation(sampler.responses().unwrap_or_default()),
        sampler,
    };
    let (mut made, mut lacking) = (Vec::new(), Vec::new());
    for (at, operation) in api.operations.iter().enumerate() {
        match samples.of(OperationId(at), operation) {
            Ok(sample) => made.push(sample),
            Err(lack) => lacking.push((lack, operation)),
        }
    }
    (made, untested::notes(document, &lacking))
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
    api: &'d Api,
    callers: Callers<'d>,
    sampler: Sampler<'d>,
    answers: HashMap<(String, String), Body>,
}

impl Samples<'_> {
    fn of(&self, id: OperationId, operation: &Operation) -> Result<Sample, Lack> {
        let caller = self.callers.of(operation).ok_or(Lack::Credential)?;
        let members = self.members(operation);
        let mut arguments = Vec::new();
        for (at, parameter) in operation.parameters.iter().enumerate() {
            let value = match parameter.location {
                Location::Body => members.get(&parameter.name).cloned(),
                Location::Whole => self.whole(operation, parameter),
                _ => self.value(parameter),
            };
            let value = value.filter(|value| self.fits(parameter, value));
            match value.or_else(|| self.made_up(parameter)) {
                Some(value) => arguments.push((at, value)),
                None if parameter.required => return Err(Lack::Argument(parameter.name.clone())),
                None => {}
            }
        }
        if let Some(selector) = &operation.selector {
            self.choose(operation, selector, &mut arguments)?;
        }
        let given: Vec<(&Parameter, &Value)> = arguments
            .iter()
            .filter_map(|(at, value)| Some((operation.parameters.get(*at)?, value)))
            .collect();
        let (status, answer) = self.answer(operation);
        let result = answer.as_ref().and_then(|answer| result(operation, answer));
        Ok(Sample {
            operation: id,
            caller,
            path: wire::path(&operation.path, &given),
            query: wire::query(&operation.path, &given, self.config),
            headers: wire::headers(&given),
            cookies: wire::cookies(&given),
            body: wire::body(operation, &given),
            arguments,
            status,
            answer,
            result,
        })
    }

    /// Makes one of the choices of an operation, if `arguments` make none, and leaves out what
    /// cannot be given beside it.
    fn choose(
        &self,
        operation: &Operation,
        selector: &Selector,
        arguments: &mut Vec<(usize, Value)>,
    ) -> Result<(), Lack> {
        let parameters = &operation.parameters;
        let place = |name: &str| {
            let mut places = parameters.iter();
            places.position(|one| one.location == Location::Body && one.name == name)
        };
        let is_given = |name: &str| {
            let at = place(name);
            arguments.iter().any(|(known, _)| Some(*known) == at)
        };
        let chosen = selector.chosen(is_given).or(selector.choices.first());
        let members = chosen.map_or(&[][..], |choice| &choice.members);
        for name in members
            .iter()
            .filter(|name| !is_given(name))
            .cloned()
            .collect::<Vec<_>>()
        {
            let made = place(&name).and_then(|at| Some((at, self.made(parameters.get(at)?)?)));
            arguments.push(made.ok_or(Lack::Argument(name))?);
        }
        arguments.retain(|(at, _)| {
            let parameter = parameters.get(*at);
            selector.is_open
                || parameter.is_some_and(|parameter| {
                    operation.selector_of(parameter).is_none() || members.contains(&parameter.name)
                })
        });
        arguments.sort_by_key(|(at, _)| *at);
        Ok(())
    }

    /// Whether a value can be given, and is sent in one way only.
    fn fits(&self, parameter: &Parameter, value: &Value) -> bool {
        let is_given =
            !value.is_null() || (parameter.nullable && parameter.location == Location::Body);
        is_given && wire::is_foreseen(parameter, value, self.config)
    }

    /// A value of a parameter that is drawn from its own schema.
    fn value(&self, parameter: &Parameter) -> Option<Value> {
        let sampler = self.sampler.direction(Direction::Request);
        let schema = self.schema_of(parameter)?;
        let draw = |fits: &dyn Fn(&Value) -> bool| {
            telling(sampler, &schema, PARAMETER, |value| {
                self.fits(parameter, value) && fits(value)
            })
        };
        let is_short = |value: &Value| value.to_string().len() <= LONGEST;
        draw(&|value| is_short(value) && !wire::shows_order(parameter, value))
            .or_else(|| draw(&|_| true))
    }

    /// Where the schema of a parameter stands: beside it, or beside its media type.
    fn schema_of(&self, parameter: &Parameter) -> Option<String> {
        if parameter.location == Location::Body {
            return Some(parameter.pointer.to_string());
        }
        let beside = parameter.pointer.child("schema");
        if self.document.node(&beside).is_some() {
            return Some(beside.to_string());
        }
        let content = parameter.pointer.child("content");
        let media = self.document.node(&content)?.as_object()?.keys().next()?;
        let schema = content.child(media).child("schema");
        self.document.node(&schema)?;
        Some(schema.to_string())
    }

    /// A value of what is required and could not be drawn with all the rest.
    fn made_up(&self, parameter: &Parameter) -> Option<Value> {
        parameter.required.then(|| self.made(parameter)).flatten()
    }

    fn made(&self, parameter: &Parameter) -> Option<Value> {
        let drawn = (parameter.location == Location::Body).then(|| self.value(parameter));
        let plain = || plain(&self.api.types, &parameter.ty, DEPTH);
        let value = drawn.flatten().or_else(plain)?;
        self.fits(parameter, &value).then_some(value)
    }

    /// The status and the body of an answer; without a body where none can be drawn.
    fn answer(&self, operation: &Operation) -> (u16, Option<Value>) {
        let key = (operation.path.clone(), operation.method.name().to_owned());
        if let Some(body) = self.answers.get(&key) {
            let status = body.status.as_deref();
            let status = status.and_then(|status| status.parse().ok());
            let answer = telling(self.sampler, &body.pointer, bodies::LENGTH, |_| true);
            return (status.unwrap_or(200), answer);
        }
        let node = operation.pointer.child("responses");
        let responses = node.get(self.document.root()).and_then(Value::as_object);
        let mut statuses = responses.into_iter().flat_map(Map::keys);
        let success = statuses.find(|status| status.starts_with('2'));
        let status = success.and_then(|status| status.parse().ok());
        (status.unwrap_or(200), None)
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
