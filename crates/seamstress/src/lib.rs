//! A generator of typed Rust clients from OpenAPI documents.
//!
//! The road is `read → lower → emit → write`, each a function of the one before:
//! [`document`] makes one tree of text and overlays, [`lower`] makes the model of an [`api`] of
//! it, `rust` makes source files of that, and [`output`] writes them. [`generate`] is all four.

pub mod api;
pub mod build;
mod case;
pub mod config;
pub mod diagnostic;
pub mod diff;
pub mod document;
pub mod explain;
mod generate;
pub mod job;
pub mod lint;
pub mod lock;
mod lower;
pub mod output;
pub mod report;
mod rust;
mod stack;
mod text;

pub use generate::{Summary, crate_and_lock, crate_of, generate};
pub use lower::lower;
pub use rust::{component_types, emit};
