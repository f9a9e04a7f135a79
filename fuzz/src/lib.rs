//! What both targets share: which answers are read, and what must hold of every reading.

use std::sync::LazyLock;

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

/// An answer as the document allows it.
pub fn sample(answer: &Answer, seed: u64) -> Value {
    static POINTERS: LazyLock<Vec<seamstress_sample::Body>> = LazyLock::new(|| {
        let sampler = Sampler::new(&DOCUMENT);
        sampler.responses().expect("the document can be sampled")
    });
    let is_it = |body: &&seamstress_sample::Body| {
        body.path == answer.path && body.method.eq_ignore_ascii_case(answer.method.as_str())
    };
    let body = POINTERS.iter().find(is_it).expect("the operation answers with JSON");
    let sampler = Sampler::new(&DOCUMENT).seed(seed);
    let drawn = sampler.random(&body.pointer, 1).expect("the schema can be sampled");
    drawn.into_iter().next().unwrap_or_default()
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
