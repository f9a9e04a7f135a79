//! Dialects: Swagger 2.0 and OpenAPI 3.1 and 3.2, brought to the shape of OpenAPI 3.0.
//!
//! Everything after this module sees that one shape. It happens on the tree, after overlays,
//! which are written for the document as its owner knows it. Every node that moves is noted, so
//! that a complaint names the place in the text.
//!
//! Some keywords of later versions have no counterpart in 3.0 and stay where they are:
//! `prefixItems`, `patternProperties`, `if`, `not`, `itemSchema`, `webhooks`, the method `query`.

mod bounds;
mod nulls;
mod references;
mod schema;
mod swagger;
mod types;
mod version;
mod webhooks;

use serde_json::Value;

use super::Pointer;
use super::moves::Moves;
use crate::diagnostic::Diagnostic;

pub(super) use references::written;
pub(super) use version::{Version, version};

/// A complaint about a node of the tree as it was before, so far without its place.
pub(super) type Complaint = (Pointer, Diagnostic);

/// A tree that is being rewritten, and what there is to know of that.
#[derive(Default)]
pub(super) struct Rewritten {
    pub(super) moves: Moves<Pointer>,
    pub(super) complaints: Vec<Complaint>,
}

/// Brings a document to the outline of OpenAPI 3.
pub(super) fn outline(tree: &mut Value, version: Version) -> Rewritten {
    match version {
        Version::V2 => swagger::rewrite(tree),
        Version::V3_0 | Version::V3_1 | Version::V3_2 => Rewritten::default(),
    }
}

/// Makes types of what webhooks deliver.
pub(super) fn webhooks(tree: &mut Value, version: Version) -> Rewritten {
    webhooks::rewrite(tree, version)
}

/// Brings the schemas of a document, which has the outline of OpenAPI 3, to the shape of 3.0.
///
/// Documents say in one version what only another has, and mean it: all rules are for all.
pub(super) fn schemas(tree: &mut Value, version: Version) -> Rewritten {
    let rewritten = schema::rewrite(tree, version);
    references::rewrite(tree, &rewritten.moves);
    rewritten
}
