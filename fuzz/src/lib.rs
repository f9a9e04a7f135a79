//! What both targets share: which answers are read, and what must hold of every reading.

use std::collections::HashMap;
use std::sync::{LazyLock, Mutex};

use seam_api::testing::{ANSWERS, Answer, Reading};
use seamstress_sample::Sampler;
use serde_json::Value;

/// The document that the crate is generated from.
pub static DOCUMENT: LazyLock<Value> = LazyLock::new(|| {
    let text = include_str!("../../spec/openapi.json");
    serde_json::from_str(text).expect("the committed document is JSON")
});

/// The operations whose answers are largest, by what covers their schemas: one for each type.
const PATHS: [&str; 10] = [
    "/action_attempts/list",
    "/access_codes/list",
    "/access_grants/get_related",
    "/acs/credentials/list",
    "/acs/encoders/scan_credential",
    "/connected_accounts/list",
    "/devices/list",
    "/events/list",
    "/spaces/get_related",
    "/user_identities/list",
];

/// How the answers of one of the operations are read.
pub fn answer(choice: u8) -> &'static Answer {
    let path = PATHS[usize::from(choice) % PATHS.len()];
    ANSWERS
        .iter()
        .find(|answer| answer.path == path)
        .expect("the document has all of these operations")
}

/// One of sixteen answers as the document allows them, kept once drawn: drawing one takes longer
/// than reading it a thousand times.
pub fn sample(answer: &Answer, choice: u8) -> Value {
    static DRAWN: LazyLock<Mutex<HashMap<&'static str, Vec<Value>>>> = LazyLock::new(Mutex::default);
    let mut drawn = DRAWN.lock().expect("drawing does not panic");
    let samples = drawn.entry(answer.path).or_insert_with(|| draw(answer));
    samples[usize::from(choice) % samples.len()].clone()
}

fn draw(answer: &Answer) -> Vec<Value> {
    let sampler = Sampler::new(&DOCUMENT).seed(1);
    let bodies = sampler.responses().expect("the document can be sampled");
    let is_it = |body: &&seamstress_sample::Body| {
        body.path == answer.path && body.method.eq_ignore_ascii_case(answer.method.as_str())
    };
    let body = bodies.iter().find(is_it).expect("the operation answers with JSON");
    let drawn = sampler.random(&body.pointer, 16);
    drawn.expect("the schema can be sampled")
}

/// Reads a body, and asserts what must hold whatever it is.
pub fn check(answer: &Answer, body: &[u8]) -> Reading {
    let reading = answer.read(body);
    let is_json = serde_json::from_slice::<Value>(body).is_ok();
    let is_clean = reading.corrections.is_empty() && reading.rejected.is_empty();
    if is_json && is_clean && reading.error.is_none() {
        assert!(reading.lost.is_empty(), "{}: {:?}", answer.path, reading.lost);
    }
    reading
}
