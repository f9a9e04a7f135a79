//! Every answer of every documented operation, as the document allows a server to send it: read
//! without a correction, and written back without a loss.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use std::path::Path;

use seam_api::testing::{ANSWERS, Answer};
use seamstress::config::Config;
use seamstress::document::Document;
use seamstress_sample::Sampler;
use serde_json::Value;

/// Random answers per operation, besides the covering ones.
const RANDOM: usize = 50;

#[test]
fn every_answer_is_read_without_a_correction_and_written_back_without_a_loss() {
    let document = document();
    let sampler = Sampler::new(&document).seed(1977);
    let bodies = sampler.responses().unwrap();
    let (mut samples, mut failures) = (0, Vec::new());
    for answer in ANSWERS {
        let pointers = bodies.iter().filter(|body| is_of(body, answer));
        for body in pointers {
            let mut documents = sampler.covering(&body.pointer).unwrap();
            documents.extend(sampler.random(&body.pointer, RANDOM).unwrap());
            for document in documents {
                samples += 1;
                let reading = answer.read(document.to_string().as_bytes());
                if !reading.is_lossless() {
                    failures.push(format!("{} {:?}: {reading:?}", answer.path, answer.method));
                }
            }
        }
    }
    println!("{samples} answers of {} operations", ANSWERS.len());
    let first: Vec<&String> = failures.iter().take(10).collect();
    assert!(
        failures.is_empty(),
        "{} of {samples}: {first:#?}",
        failures.len()
    );
}

fn is_of(body: &seamstress_sample::Body, answer: &Answer) -> bool {
    body.path == answer.path && body.method.eq_ignore_ascii_case(answer.method.as_str())
}

/// The document that the crate is generated from: Seam's, and what the overlay adds to it.
fn document() -> Value {
    let spec = Path::new(env!("CARGO_MANIFEST_DIR")).join("../spec");
    let config = Config::load(spec.join("seamstress.toml")).unwrap();
    let (document, _) = Document::load(&config.document.path, &config.document.overlays).unwrap();
    document.root().clone()
}
