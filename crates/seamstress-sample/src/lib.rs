//! Draws JSON documents from the schemas of OpenAPI documents, for tests.
//!
//! A client is only as good as what it was tried with, and examples written by hand leave out what
//! nobody thought of. This crate draws what a server is allowed to send: a [covering] set, which
//! takes every variant, value and limit of a schema at least once, and [random] documents, which
//! mix them. The same seed gives the same bytes on every machine.
//!
//! ```
//! use seamstress_sample::Sampler;
//!
//! let document = serde_json::json!({
//!     "openapi": "3.0.3",
//!     "paths": { "/doors": { "get": { "responses": { "200": { "content": {
//!         "application/json": { "schema": { "$ref": "#/components/schemas/door" } },
//!     } } } } } },
//!     "components": { "schemas": { "door": {
//!         "type": "object",
//!         "properties": {
//!             "id": { "type": "string", "format": "uuid" },
//!             "state": { "type": "string", "enum": ["open", "shut"], "nullable": true },
//!         },
//!         "required": ["id"],
//!     } } },
//! });
//! let sampler = Sampler::new(&document).seed(1);
//! for response in sampler.responses()? {
//!     let mut doors = sampler.covering(&response.pointer)?;
//!     assert!(doors.iter().any(|door| door["state"] == "shut"));
//!     assert!(doors.iter().any(|door| door.get("state").is_none()));
//!     doors.extend(sampler.random(&response.pointer, 20)?);
//!     assert!(doors.iter().all(|door| door["id"].is_string()));
//! }
//! # Ok::<(), seamstress_sample::SampleError>(())
//! ```
//!
//! Schemas are read as OpenAPI 3.0 and 3.1 define them. What cannot be sampled is refused with a
//! [`SampleError`]: a document that is silently left out of a test helps nobody. Samples are valid
//! by their schema, formats included; nothing in them is meant to harm.
//!
//! [covering]: Sampler::covering
//! [random]: Sampler::random

mod choice;
mod document;
mod draw;
mod error;
mod faults;
mod format;
mod hash;
mod judge;
mod number;
mod operations;
mod pattern;
mod rng;
mod sampler;
mod schema;
mod survey;
mod tag;

pub use document::Direction;
pub use error::SampleError;
pub use operations::Body;
pub use sampler::{Coverage, Sampler};
