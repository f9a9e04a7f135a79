//! Seam's document: every answer of its documented operations is sampled, valid and covered.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "the helpers of a test fail as a test does"
)]

mod common;

use std::time::Instant;

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
    let (mut count, mut bytes, mut most) = (0, 0, (0, String::new()));
    let mut spent = std::time::Duration::ZERO;
    for body in responses(&document) {
        let start = Instant::now();
        let mut samples = sampler
            .covering(&body.pointer)
            .unwrap_or_else(|error| panic!("{error}"));
        if std::env::var_os("VERBOSE").is_some() {
            println!("{} {} {:?}", body.path, samples.len(), start.elapsed());
        }
        if samples.len() > most.0 {
            most = (samples.len(), body.pointer.clone());
        }
        samples.extend(sampler.random(&body.pointer, 50).unwrap());
        spent += start.elapsed();
        let validator = judge.schema(&body.pointer);
        for sample in &samples {
            if let Some(error) = validator.iter_errors(sample).next() {
                panic!(
                    "{}: {error} at {}: {sample:.400}",
                    body.pointer,
                    error.instance_path()
                );
            }
            bytes += sample.to_string().len();
        }
        count += samples.len();
    }
    println!("{count} samples of {bytes} bytes in {spent:?}; most: {most:?}");
}
