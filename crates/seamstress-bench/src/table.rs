//! Tables as JSON, as `cargo xtask bench` reads them: each figure says what it is.

use serde::Serialize;

/// A figure, or the name of something.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Cell {
    /// A name.
    Text(String),
    /// A number of things.
    Count(u64),
    /// A time.
    Seconds(f64),
    /// A size.
    Bytes(u64),
    /// So many times as much.
    Ratio(f64),
}

/// Rows of cells.
#[derive(Clone, Debug, Serialize)]
pub struct Table {
    /// What the table is about.
    pub title: String,
    /// The heads of the columns.
    pub columns: Vec<&'static str>,
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
}

impl Cell {
    /// A name.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// A number of things.
    #[must_use]
    pub fn count(count: usize) -> Self {
        Self::Count(count as u64)
    }

    /// A size.
    #[must_use]
    pub fn bytes(bytes: usize) -> Self {
        Self::Bytes(bytes as u64)
    }
}

/// Prints tables, in one line.
///
/// # Errors
///
/// Where the tables cannot be written as JSON.
pub fn print(tables: &[Table]) -> Result<(), crate::Fault> {
    println!("{}", serde_json::to_string(tables)?);
    Ok(())
}
