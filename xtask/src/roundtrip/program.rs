//! Reads samples of every component schema through its generated type, writes them back, and
//! judges what comes out, by an independent validator.
//!
//! Arguments: the document, how many random samples there are of each schema, the seed, and about
//! how many values a sample holds. A line of JSON per schema comes out.

#[path = "common.rs"]
mod common;

use std::collections::BTreeMap;
use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};

use common::Judge;
use seamstress_runtime::json::{self, Json};
use seamstress_sample::{Direction, Sampler};
use serde_json::{Value, json};

/// Reads a text through a type and writes it back.
pub type Again = fn(&[u8]) -> Result<Value, String>;

/// More samples of a schema than this say nothing more.
const MOST: usize = 400;

/// Reads as `T`, or null, and writes it back; what is mended counts as an error only where it
/// changes what is written.
pub fn again<T: Json + Default>(text: &[u8]) -> Result<Value, String> {
    let (value, report) = json::from_slice::<Option<T>>(text).map_err(|error| error.to_string())?;
    if let Some(rejected) = report.rejected.first() {
        return Err(format!("rejected {}: {}", rejected.path, rejected.reason));
    }
    serde_json::from_slice(&json::to_vec(&value)).map_err(|error| error.to_string())
}

/// Samples, reads, writes and judges the schemas of `types`: names in the document, and readers.
pub fn run(types: &[(&str, Again)]) {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().expect("a document is named");
    let random = arguments.next().and_then(|n| n.parse().ok()).unwrap_or(20);
    let seed = arguments.next().and_then(|n| n.parse().ok()).unwrap_or(1);
    let values = arguments.next().and_then(|n| n.parse().ok()).unwrap_or(160);
    let text = std::fs::read_to_string(&path).expect("the document can be read");
    let document: Value = serde_json::from_str(&text).expect("the document is JSON");
    let types: BTreeMap<&str, Again> = types.iter().copied().collect();
    std::panic::set_hook(Box::new(|_| {}));
    // Neither way of travel is left out: a type of both views has the members of both.
    let judge = Judge::new(&document, Direction::Response);
    let sampler = Sampler::new(&document).seed(seed).values(values).depth(10);
    let mut output = std::io::stdout().lock();
    for (name, pointer) in sampler.components() {
        let outcome = match types.get(name.as_str()) {
            None => json!({ "unsampled": "the document has it, and the crate has no type of it" }),
            Some(again) => outcome(&judge, &sampler, &pointer, random, *again),
        };
        let line = json!({ "name": name, "outcome": outcome });
        writeln!(output, "{line}").expect("standard output is open");
    }
}

fn outcome(judge: &Judge, sampler: &Sampler, pointer: &str, random: usize, again: Again) -> Value {
    let drawn = sampler.covering(pointer).and_then(|mut samples| {
        samples.truncate(MOST);
        samples.extend(sampler.random(pointer, random)?);
        Ok(samples)
    });
    let samples = match drawn {
        Ok(samples) => samples,
        Err(error) => return json!({ "unsampled": error.to_string() }),
    };
    let validator = match catch_unwind(AssertUnwindSafe(|| judge.schema(pointer))) {
        Ok(validator) => validator,
        Err(_) => return json!({ "unsampled": "the validator does not take the schema" }),
    };
    let (mut judged, mut equal, mut valid) = (0, 0, 0);
    let mut example = None;
    for sample in &samples {
        // What the validator refuses before it is read says nothing about the type.
        if !validator.is_valid(sample) {
            continue;
        }
        judged += 1;
        let (is_same, reason) = match again(sample.to_string().as_bytes()) {
            Err(reason) => (false, Some(reason)),
            Ok(written) => {
                let is_same = same(&written, sample);
                let fault = validator.validate(&written).err();
                let fault = fault.map(|error| format!("{error:.200} at {}", error.instance_path()));
                (is_same, fault)
            }
        };
        equal += usize::from(is_same);
        valid += usize::from(reason.is_none());
        if !is_same || reason.is_some() {
            let reason = reason.unwrap_or_else(|| "it is written back otherwise".to_owned());
            let _ = example.get_or_insert_with(|| format!("{reason}; of {sample:.600}"));
        }
    }
    if judged == 0 {
        return json!({ "unsampled": "the validator refuses every sample" });
    }
    json!({
        "samples": judged,
        "refused": samples.len() - judged,
        "equal": equal,
        "valid": valid,
        "example": example,
    })
}

/// Equal as JSON: `1` is `1.0`, and members have no order.
fn same(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Number(a), Value::Number(b)) => a == b || a.as_f64() == b.as_f64(),
        (Value::Array(a), Value::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b))
        }
        (Value::Object(a), Value::Object(b)) => {
            a.len() == b.len()
                && a.iter().all(|(name, a)| b.get(name).is_some_and(|b| same(a, b)))
        }
        _ => a == b,
    }
}
