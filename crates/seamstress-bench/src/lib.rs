//! What `cargo xtask bench decode` and `cargo xtask bench call` run.
//!
//! Two programs share it: `seamstress-bench` measures time, and `allocations` counts what is
//! allocated, with an allocator that the times shall not suffer from. Each prints tables as JSON.

pub mod arguments;
pub mod callers;
pub mod decode;
pub mod pages;
pub mod proxies;
pub mod server;
pub mod strict;
pub mod table;
pub mod timing;

/// What any step of a benchmark may fail with: it is shown, and that is the end.
pub type Fault = Box<dyn std::error::Error + Send + Sync>;
