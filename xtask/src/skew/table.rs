//! What came of reading: counts per pair of versions and per operation.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Write};

use serde::{Deserialize, Serialize};

use super::reader::Reader;
use super::samples::Samples;

/// One pair of versions.
pub(crate) struct Row {
    client: String,
    server: String,
    operations: BTreeMap<String, Counts>,
    /// Operations of the client that the server no longer has.
    absent: BTreeSet<String>,
}

/// How many answers.
#[derive(Clone, Debug, Default)]
struct Counts {
    answers: usize,
    read: usize,
    corrected: usize,
    rejected: usize,
    unknown: usize,
    lost: usize,
    /// The first that was not as it should be, and why.
    example: Option<String>,
    faults: BTreeSet<(Grade, String)>,
}

/// How badly an answer was read.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub(crate) enum Grade {
    /// Something has its default in place of what was sent, and the correction is recorded.
    Corrected,
    /// It was not read, or not all of it.
    Unread,
}

/// What was not read as it came, of all answers of an operation.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub(crate) struct Fault {
    /// The path of the operation.
    pub(crate) operation: String,
    pub(crate) grade: Grade,
    /// The members on the way to it, without the places in lists: `devices.properties.name`.
    pub(crate) place: String,
}

impl Row {
    /// Lets the client read what the server sends.
    pub(super) fn count(
        client: &str,
        server: &str,
        reader: &mut Reader,
        samples: &Samples,
    ) -> anyhow::Result<Self> {
        let mut row = Self {
            client: client.to_owned(),
            server: server.to_owned(),
            operations: BTreeMap::new(),
            absent: BTreeSet::new(),
        };
        for place in 0..reader.answers.len() {
            let Some(readable) = reader.answers.get(place).cloned() else {
                continue;
            };
            let Some(answers) = samples.of(&readable.path, &readable.method) else {
                // Without a schema, there is nothing to read.
                if !samples.has(&readable.path) {
                    row.absent.insert(readable.path);
                }
                continue;
            };
            let counts = row.operations.entry(readable.path).or_default();
            for answer in answers {
                counts.add(reader.read(place, answer)?);
            }
        }
        Ok(row)
    }

    /// Whether every answer was read, and written back as it came.
    pub(super) fn is_clean(&self) -> bool {
        let total = self.total();
        total.read == total.answers && total.rejected == 0 && total.lost == 0
    }

    /// What was not read as it came.
    pub(crate) fn faults(&self) -> impl Iterator<Item = Fault> {
        let of = |(operation, counts): (&String, &Counts)| {
            let fault = |(grade, place): &(Grade, String)| Fault {
                operation: operation.clone(),
                grade: *grade,
                place: place.clone(),
            };
            counts.faults.iter().map(fault).collect::<Vec<_>>()
        };
        self.operations.iter().flat_map(of)
    }

    /// How many answers there were.
    pub(crate) fn answers(&self) -> usize {
        self.total().answers
    }

    /// A line per operation that was not read as it came.
    pub(super) fn print_operations(&self) {
        for (path, counts) in &self.operations {
            if let Some(example) = &counts.example {
                println!("  {path}: {counts}; {example}");
            }
        }
        for path in &self.absent {
            println!("  {path}: the server no longer has it");
        }
    }

    fn total(&self) -> Counts {
        let mut total = Counts::default();
        for counts in self.operations.values() {
            total.answers += counts.answers;
            total.read += counts.read;
            total.corrected += counts.corrected;
            total.rejected += counts.rejected;
            total.unknown += counts.unknown;
            total.lost += counts.lost;
        }
        total
    }
}

impl Counts {
    fn add(&mut self, reading: super::reader::Reading) {
        self.answers += 1;
        self.read += usize::from(reading.error.is_none());
        self.corrected += usize::from(!reading.corrections.is_empty());
        self.rejected += reading.rejected.len();
        self.unknown += usize::from(reading.unknown > 0);
        self.lost += reading.lost.len();
        let unread = reading.error.iter().chain(&reading.lost);
        let unread = unread
            .chain(&reading.rejected)
            .map(|told| (Grade::Unread, told));
        let corrected = reading
            .corrections
            .iter()
            .map(|told| (Grade::Corrected, told));
        let faults = unread.chain(corrected);
        self.faults
            .extend(faults.map(|(grade, told)| (grade, place(told))));
        let reasons = [
            reading.error.into_iter().collect(),
            reading.lost,
            reading.rejected,
            reading.corrections,
        ];
        let first = reasons.into_iter().flatten().next();
        self.example = self.example.take().or(first);
    }
}

/// The place that a complaint begins with, in backquotes: `devices[3].name` is `devices.name`.
fn place(told: &str) -> String {
    let quoted = told.split('`').nth(1).unwrap_or_default();
    let mut place = String::new();
    let mut is_inside = false;
    for letter in quoted.chars() {
        is_inside = letter == '[' || is_inside && letter != ']';
        if !is_inside && letter != ']' {
            place.push(letter);
        }
    }
    place
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            answers,
            read,
            corrected,
            rejected,
            unknown,
            lost,
            ..
        } = self;
        write!(
            f,
            "{read} of {answers} answers read, {corrected} with corrections, {unknown} with \
             something unknown; {rejected} elements rejected, {lost} places lost"
        )
    }
}

impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "client {} ← server {}: {} operations ({} no longer there): {}",
            self.client,
            self.server,
            self.operations.len(),
            self.absent.len(),
            self.total()
        )
    }
}

/// The table of a document.
pub(super) fn markdown(rows: &[Row], command: &str) -> String {
    let mut text = format!(
        "# Old clients, new servers\n\n\
         Does a client that was generated from one version of Seam's document read what a server \
         of another one sends? Answers of every operation are drawn from the schemas of the \
         server's version: such that cover every variant, value and limit, and random ones. The \
         client reads them and writes them back.\n\n\
         Something unknown is no fault: it is kept, and written back. The same version has it \
         too, where the document says of a member only that it may be null, as of the `error` of a \
         pending action, and anything is drawn for it.\n\n\
         Made by `{command}`; `--operations` says more.\n\n\
         | client | server | operations | no longer there | answers | read | with corrections | \
         with something unknown | elements rejected | places lost |\n\
         |---|---|--:|--:|--:|--:|--:|--:|--:|--:|\n"
    );
    for row in rows {
        let total = row.total();
        let share = 100.0 * total.read as f64 / total.answers.max(1) as f64;
        // Writing to a `String` cannot fail.
        let _ = writeln!(
            text,
            "| {} | {} | {} | {} | {} | {share:.2} % | {} | {} | {} | {} |",
            row.client,
            row.server,
            row.operations.len(),
            row.absent.len(),
            total.answers,
            total.corrected,
            total.unknown,
            total.rejected,
            total.lost,
        );
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_without_the_numbers_in_lists() {
        for (told, expected) in [
            ("`devices[3].name` is missing", "devices.name"),
            ("`a[0][12].b` should be text and is 1", "a.b"),
            ("the answer is no JSON", ""),
        ] {
            assert_eq!(place(told), expected);
        }
    }
}
