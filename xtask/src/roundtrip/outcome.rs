//! What reading and writing back came to, by schema.

use std::fmt;

use serde::Deserialize;

/// The outcomes of all schemas of a document, or of several.
#[derive(Default)]
pub(super) struct Outcomes(Vec<Schema>);

/// The outcome of one schema.
#[derive(Deserialize)]
struct Schema {
    name: String,
    outcome: Outcome,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Outcome {
    Unsampled {
        unsampled: String,
    },
    Sampled {
        samples: usize,
        refused: usize,
        equal: usize,
        valid: usize,
        example: Option<String>,
    },
}

impl Outcomes {
    /// From the lines that the program prints.
    pub(super) fn read(lines: &str) -> anyhow::Result<Self> {
        let schemas: Result<_, _> = lines.lines().map(serde_json::from_str).collect();
        Ok(Self(schemas?))
    }

    pub(super) fn add(&mut self, mut others: Self) {
        self.0.append(&mut others.0);
    }

    /// A line per schema that is not sampled, or not valid; with `all`, also where not equal.
    pub(super) fn list(&self, all: bool) {
        for Schema { name, outcome } in &self.0 {
            match outcome {
                Outcome::Unsampled { unsampled } => println!("  {name}: not sampled: {unsampled}"),
                Outcome::Sampled {
                    samples,
                    equal,
                    valid,
                    example,
                    ..
                } if valid < samples || (all && equal < samples) => {
                    let example = example.as_deref().unwrap_or_default();
                    println!("  {name}: {valid} of {samples} valid, {equal} equal: {example}");
                }
                Outcome::Sampled { .. } => {}
            }
        }
    }
}

impl fmt::Display for Outcomes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (mut sampled, mut all_valid, mut all_equal) = (0, 0, 0);
        let (mut count, mut count_equal, mut count_valid, mut count_refused) = (0, 0, 0, 0);
        for schema in &self.0 {
            let Outcome::Sampled {
                samples,
                refused,
                equal,
                valid,
                ..
            } = &schema.outcome
            else {
                continue;
            };
            sampled += 1;
            all_valid += usize::from(valid == samples);
            all_equal += usize::from(equal == samples);
            count += samples;
            count_equal += equal;
            count_valid += valid;
            count_refused += refused;
        }
        let schemas = self.0.len();
        let share = 100.0 * all_valid as f64 / schemas.max(1) as f64;
        write!(
            f,
            "{schemas} schemas, {sampled} sampled, {all_equal} always equal, {all_valid} always \
             valid ({share:.2} %); {count} samples, {count_equal} equal, {count_valid} valid, \
             {count_refused} not judged"
        )
    }
}
