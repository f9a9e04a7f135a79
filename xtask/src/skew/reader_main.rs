//! Reads answers, a line each, with the place of the operation in front, and says in a line of
//! JSON what came of it. The first line says which operations there are.

use std::io::{BufRead, Write};

use client::testing::ANSWERS;
use serde_json::json;

fn main() {
    let mut output = std::io::stdout().lock();
    let answers: Vec<_> = ANSWERS
        .iter()
        .map(|answer| json!({ "method": answer.method.as_str(), "path": answer.path }))
        .collect();
    writeln!(output, "{}", json!(answers)).expect("standard output is open");
    for line in std::io::stdin().lock().lines() {
        let line = line.expect("standard input is text");
        let (place, body) = line.split_once(' ').expect("a place and a body");
        let place: usize = place.parse().expect("a number");
        let reading = ANSWERS[place].read(body.as_bytes());
        let reading = json!({
            "error": reading.error,
            "corrections": reading.corrections,
            "rejected": reading.rejected,
            "unknown": reading.unknown,
            "lost": reading.lost,
        });
        writeln!(output, "{reading}").expect("standard output is open");
        output.flush().expect("standard output is open");
    }
}
