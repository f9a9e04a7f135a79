//! Seam's document: every answer of its documented operations is sampled, valid and covered.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "the helpers of a test fail as a test does"
)]

mod common;

use std::time::{Duration, Instant};

use common::Judge;
use seamstress_sample::{Body, Direction, Sampler};
use serde_json::Value;

fn document() -> Value {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../spec/openapi.json");
    serde_json::from_str(&std::fs::read_to_string(path).expect("the document is there"))
        .expect("it is JSON")
}

/// The answers of operations that Seam documents.
fn responses(document: &Value) -> Vec<Body> {
    let mut responses = Sampler::new(document).responses().unwrap();
    responses.retain(|body| {
        document["paths"][&body.path][&body.method]
            .get("x-undocumented")
            .is_none()
    });
    assert!(
        responses.len() > 150,
        "only {} answers were found",
        responses.len()
    );
    responses
}

#[test]
fn all_samples_of_all_answers_are_valid() {
    let document = document();
    let judge = Judge::new(&document, Direction::Response);
    let sampler = Sampler::new(&document).seed(1);
    let (mut count, mut spent) = (0, Duration::ZERO);
    for body in responses(&document) {
        let start = Instant::now();
        let coverage = sampler
            .coverage(&body.pointer)
            .unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(coverage.missed, [""; 0]);
        let mut samples = coverage.documents;
        assert!(
            samples.len() < 600,
            "{} documents for {}",
            samples.len(),
            body.pointer
        );
        samples.extend(sampler.random(&body.pointer, 50).unwrap());
        spent += start.elapsed();
        let validator = judge.schema(&body.pointer);
        for sample in &samples {
            if let Err(error) = validator.validate(sample) {
                panic!(
                    "{}: {error} at {}: {sample:.400}",
                    body.pointer,
                    error.instance_path()
                );
            }
        }
        count += samples.len();
    }
    println!("{count} samples in {spent:?}");
}

/// All components and all answers, judged from outside: none of the sampler's own notes count.
#[test]
fn every_alternative_of_a_schema_is_in_some_document() {
    let document = document();
    let judge = Judge::new(&document, Direction::Response);
    let sampler = Sampler::new(&document);
    let mut visitor = Visitor {
        document: &document,
        judge: &judge,
        missing: Vec::new(),
        visited: 0,
    };
    let components = sampler.components().into_iter().map(|(_, pointer)| pointer);
    let answers = responses(&document).into_iter().map(|body| body.pointer);
    // Dozens of answers are one component and nothing else: the component stands for them.
    let is_plain = |pointer: &String| {
        let schema = document.pointer(&pointer[1..]).unwrap();
        let members = schema["properties"].as_object().into_iter().flatten();
        members
            .filter(|(name, _)| *name != "ok")
            .all(|(_, member)| member.get("$ref").is_some())
    };
    for pointer in components.chain(answers.filter(|pointer| !is_plain(pointer))) {
        let samples = sampler.covering(&pointer).unwrap();
        visitor.visit(&pointer, &samples.iter().collect::<Vec<_>>(), false);
    }
    assert!(
        visitor.visited > 5_000,
        "only {} schemas were visited",
        visitor.visited
    );
    assert_eq!(visitor.missing, [""; 0]);
}

/// Walks over a schema with the values that samples have there, and notes what none of them shows.
/// It shares nothing with the sampler but the document.
struct Visitor<'v> {
    document: &'v Value,
    judge: &'v Judge,
    missing: Vec<String>,
    visited: usize,
}

impl Visitor<'_> {
    /// `is_part` says that other schemas restrict the values as well.
    fn visit(&mut self, pointer: &str, values: &[&Value], is_part: bool) {
        self.visited += 1;
        let schema = self
            .document
            .pointer(&pointer[1..])
            .expect("the schema is there");
        if let Some(reference) = schema["$ref"].as_str() {
            return self.visit(reference, values, is_part);
        }
        let mut expect = |is_shown: bool, what: &str| {
            if !is_shown {
                self.missing.push(format!("{pointer}: {what}"));
            }
        };
        expect(!values.is_empty(), "any value");
        if schema["nullable"] == true && !is_part {
            expect(values.iter().any(|value| value.is_null()), "null");
        }
        for value in schema["enum"].as_array().into_iter().flatten() {
            // The variants of a union share what their base lists.
            expect(
                is_part || values.contains(&value),
                &format!("the value {value}"),
            );
        }
        if schema["type"] == "boolean" && schema.get("enum").is_none() {
            expect(values.iter().any(|value| **value == true), "true");
            expect(values.iter().any(|value| **value == false), "false");
        }
        self.visit_members(pointer, schema, values, is_part);
        for (index, _) in schema["allOf"].as_array().into_iter().flatten().enumerate() {
            self.visit(&format!("{pointer}/allOf/{index}"), values, true);
        }
        for keyword in ["oneOf", "anyOf"] {
            for (index, _) in schema[keyword].as_array().into_iter().flatten().enumerate() {
                let variant = format!("{pointer}/{keyword}/{index}");
                let validator = self.judge.schema(&variant);
                let fitting = values
                    .iter()
                    .copied()
                    .filter(|value| validator.is_valid(value));
                self.visit(&variant, &fitting.collect::<Vec<_>>(), is_part);
            }
        }
    }

    fn visit_members(&mut self, pointer: &str, schema: &Value, values: &[&Value], is_part: bool) {
        let objects: Vec<_> = values
            .iter()
            .filter_map(|value| value.as_object())
            .collect();
        let properties = schema["properties"].as_object();
        for name in properties.into_iter().flatten().map(|(name, _)| name) {
            let place = format!(
                "{pointer}/properties/{}",
                name.replace('~', "~0").replace('/', "~1")
            );
            let is_required = schema["required"]
                .as_array()
                .is_some_and(|names| names.iter().any(|one| one == name));
            let is_absent = objects.iter().any(|object| !object.contains_key(name));
            if !is_required && !is_part && !is_absent {
                self.missing.push(format!("{place}: absent"));
            }
            let members: Vec<_> = objects
                .iter()
                .filter_map(|object| object.get(name))
                .collect();
            self.visit(&place, &members, is_part);
        }
        if schema["additionalProperties"].is_object() {
            let is_extra =
                |name: &String| properties.is_none_or(|properties| !properties.contains_key(name));
            let extras = objects.iter().flat_map(|object| object.iter());
            let extras: Vec<_> = extras
                .filter(|(name, _)| is_extra(name))
                .map(|(_, value)| value)
                .collect();
            self.visit(&format!("{pointer}/additionalProperties"), &extras, is_part);
        }
        if schema.get("items").is_some() {
            let lists: Vec<_> = values.iter().filter_map(|value| value.as_array()).collect();
            for (name, lengths) in [
                ("no item", 0..1),
                ("one item", 1..2),
                ("several items", 2..4),
                ("many items", 5..usize::MAX),
            ] {
                let is_allowed =
                    |limit: &str, end: usize| schema[limit].as_u64().unwrap_or(end as u64) as usize;
                let is_possible = is_allowed("minItems", 0) < lengths.end
                    && lengths.start <= is_allowed("maxItems", usize::MAX);
                if is_possible
                    && !is_part
                    && !lists.iter().any(|list| lengths.contains(&list.len()))
                {
                    self.missing.push(format!("{pointer}: {name}"));
                }
            }
            let items: Vec<_> = lists.into_iter().flatten().collect();
            self.visit(&format!("{pointer}/items"), &items, is_part);
        }
    }
}
