//! Tables for people and, of the same figures, JSON for machines.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::Context;
use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::repository::root;

/// A figure, or the name of something.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Cell {
    Text(String),
    Count(u64),
    Seconds(f64),
    Bytes(u64),
    /// So many times as much.
    Ratio(f64),
    /// Nothing to say.
    None,
}

impl Cell {
    pub(super) fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    pub(super) fn count(count: usize) -> Self {
        Self::Count(count as u64)
    }

    fn json(&self) -> Value {
        match self {
            Self::Text(text) => json!(text),
            Self::Count(count) | Self::Bytes(count) => json!(count),
            Self::Seconds(number) | Self::Ratio(number) => json!(number),
            Self::None => Value::Null,
        }
    }
}

impl std::fmt::Display for Cell {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Text(text) => write!(f, "{text}"),
            Self::Count(count) => write!(f, "{}", grouped(*count)),
            Self::Seconds(seconds) if *seconds < 1e-3 => write!(f, "{:.1} µs", seconds * 1e6),
            Self::Seconds(seconds) if *seconds < 1.0 => write!(f, "{:.1} ms", seconds * 1e3),
            Self::Seconds(seconds) => write!(f, "{seconds:.2} s"),
            Self::Bytes(bytes) if *bytes < 1_000 => write!(f, "{bytes} B"),
            Self::Bytes(bytes) if *bytes < 100_000 => write!(f, "{:.1} KB", *bytes as f64 / 1e3),
            Self::Bytes(bytes) => write!(f, "{:.2} MB", *bytes as f64 / 1e6),
            Self::Ratio(ratio) if *ratio < 0.1 => write!(f, "{ratio:.3}"),
            Self::Ratio(ratio) => write!(f, "{ratio:.2}"),
            Self::None => write!(f, "–"),
        }
    }
}

/// `1234567` as `1,234,567`.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// Rows of cells. What a row is about is in its first cells.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Table {
    title: String,
    columns: Vec<String>,
    rows: Vec<Vec<Cell>>,
}

impl Table {
    pub(super) fn new(title: impl Into<String>, columns: &[&str]) -> Self {
        Self {
            title: title.into(),
            columns: columns.iter().map(|one| (*one).to_owned()).collect(),
            rows: Vec::new(),
        }
    }

    pub(super) fn row(&mut self, cells: Vec<Cell>) {
        self.rows.push(cells);
    }

    /// The figure in a column of the row that has these words among its cells.
    pub(super) fn figure(&self, row: &[&str], column: &str) -> Option<u64> {
        let is = |cell: &Cell, word: &str| matches!(cell, Cell::Text(text) if text == word);
        let has = |cells: &&Vec<Cell>| {
            row.iter()
                .all(|word| cells.iter().any(|cell| is(cell, word)))
        };
        let row = self.rows.iter().find(has)?;
        let at = self.columns.iter().position(|name| name == column)?;
        match row.get(at)? {
            Cell::Count(figure) | Cell::Bytes(figure) => Some(*figure),
            _ => None,
        }
    }

    /// In Markdown.
    fn print(&self) {
        println!("{}\n\n| {} |", self.title, self.columns.join(" | "));
        let first = self.rows.first();
        let is_text = |at: usize| {
            let cell = first.and_then(|row| row.get(at));
            matches!(cell, Some(Cell::Text(_)))
        };
        let rules = (0..self.columns.len()).map(|at| if is_text(at) { "---|" } else { "--:|" });
        println!("|{}", rules.collect::<String>());
        for row in &self.rows {
            let cells: Vec<String> = row.iter().map(ToString::to_string).collect();
            println!("| {} |", cells.join(" | "));
        }
        println!();
    }

    /// Seconds are seconds, and sizes are bytes.
    fn json(&self) -> Value {
        let row = |row: &Vec<Cell>| {
            let columns = self.columns.iter().cloned();
            Value::Object(Map::from_iter(columns.zip(row.iter().map(Cell::json))))
        };
        json!({ "title": self.title, "rows": self.rows.iter().map(row).collect::<Vec<_>>() })
    }
}

/// Prints the tables, and writes them with what is known of the machine.
pub(super) fn publish(bench: &str, tables: &[Table], path: Option<&Path>) -> anyhow::Result<()> {
    let machine = machine();
    println!("{}\n", machine["description"].as_str().unwrap_or_default());
    tables.iter().for_each(Table::print);
    let tables: Vec<Value> = tables.iter().map(Table::json).collect();
    write(
        bench,
        &json!({ "bench": bench, "machine": machine, "tables": tables }),
        path,
    )
}

/// Writes figures to `path`, or to where those of the benchmark go.
pub(super) fn write(bench: &str, figures: &Value, path: Option<&Path>) -> anyhow::Result<()> {
    let folder = root().join("target/bench");
    let by_default = folder.join(format!("{bench}.json"));
    let path = path.unwrap_or_else(|| {
        // Where it cannot be made, writing says so.
        let _ = fs::create_dir_all(&folder);
        &by_default
    });
    let text = format!("{figures:#}\n");
    fs::write(path, text).with_context(|| format!("`{}` cannot be written", path.display()))?;
    eprintln!("written to {}", path.display());
    Ok(())
}

/// What figures depend on besides the code.
fn machine() -> Value {
    let processors = std::thread::available_parallelism().map_or(1, usize::from);
    let version = Command::new("rustc").arg("--version").output();
    let version = version.map_or_else(
        |_| "an unknown rustc".to_owned(),
        |output| String::from_utf8_lossy(&output.stdout).trim().to_owned(),
    );
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = load.split(' ').next().unwrap_or_default();
    let (system, architecture) = (std::env::consts::OS, std::env::consts::ARCH);
    json!({
        "processors": processors,
        "rustc": version,
        "system": system,
        "architecture": architecture,
        "load": load,
        "description": format!(
            "{processors} processors, {architecture} {system}, {version}; load at the end {load}"
        ),
    })
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        reason = "the helpers of a test fail as a test does"
    )]

    use super::*;

    #[test]
    fn tables_of_other_programs_are_read() {
        let text = r#"[{
            "title": "Decoding",
            "columns": ["page", "size", "time", "ratio"],
            "rows": [[{"text": "devices"}, {"bytes": 2500000}, {"seconds": 0.25}, {"ratio": 1.5}]]
        }]"#;
        let tables: Vec<Table> = serde_json::from_str(text).unwrap();
        assert_eq!(tables[0].figure(&["devices"], "size"), Some(2_500_000));
        assert_eq!(tables[0].figure(&["events"], "size"), None);
        assert_eq!(tables[0].json()["rows"][0]["time"], 0.25);
    }

    #[test]
    fn figures_have_units_that_suit_them() {
        for (cell, expected) in [
            (Cell::Count(1_234_567), "1,234,567"),
            (Cell::Count(123), "123"),
            (Cell::Seconds(0.000_012_3), "12.3 µs"),
            (Cell::Seconds(0.0123), "12.3 ms"),
            (Cell::Seconds(12.345), "12.35 s"),
            (Cell::Bytes(480), "480 B"),
            (Cell::Bytes(4_353_409), "4.35 MB"),
            (Cell::Ratio(0.0625), "0.062"),
            (Cell::None, "–"),
        ] {
            assert_eq!(cell.to_string(), expected);
        }
    }
}
