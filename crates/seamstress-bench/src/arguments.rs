//! What the programs can be told: `--name number`, as `cargo xtask bench` hands it on.

use crate::Fault;

/// Numbers by name.
#[derive(Clone, Debug)]
pub struct Arguments {
    /// Which benchmark: `decode` or `call`.
    pub benchmark: String,
    /// How often each thing is measured.
    pub runs: usize,
    /// How many objects a page has.
    pub objects: usize,
    /// Where random numbers begin.
    pub seed: u64,
    /// How many calls are made per run.
    pub calls: usize,
}

impl Arguments {
    /// Reads the command line.
    ///
    /// # Errors
    ///
    /// Where something on it is not known, or no number.
    pub fn read(mut words: impl Iterator<Item = String>) -> Result<Self, Fault> {
        let mut arguments = Self {
            benchmark: words.next().ok_or("which benchmark? decode or call")?,
            runs: 15,
            objects: 10_000,
            seed: 1,
            calls: 4_000,
        };
        while let Some(name) = words.next() {
            let value = words
                .next()
                .ok_or_else(|| format!("{name} takes a number"))?;
            let number = || {
                value
                    .parse::<usize>()
                    .map_err(|error| format!("{name} {value}: {error}"))
            };
            match name.as_str() {
                "--runs" => arguments.runs = number()?.max(1),
                "--objects" => arguments.objects = number()?,
                "--seed" => arguments.seed = number()? as u64,
                "--calls" => arguments.calls = number()?.max(1),
                _ => return Err(format!("there is no option {name}").into()),
            }
        }
        Ok(arguments)
    }
}
