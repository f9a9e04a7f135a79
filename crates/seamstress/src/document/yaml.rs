//! YAML: its tree, and how it is read.
//!
//! The tree and the positions of its nodes come from one parser with one set of
//! options, so that aliases, merge keys and limits are the same for both. Scalars
//! are read as YAML 1.2 has them: `yes` and `on` are texts.

use serde_json::Value;
use serde_yaml::Options;
use serde_yaml::options::DuplicateKeyPolicy;

use super::MAX_DEPTH;
use super::tree::{Noticed, Tree};

/// The most nodes that a document may have: the largest public ones have some
/// hundred thousand.
const MAX_NODES: usize = 4_000_000;

/// The most nodes that aliases may stand for: ten lines of nested aliases can
/// stand for more than any memory holds.
const MAX_ALIASED_NODES: usize = 250_000;

/// Reads a YAML text into a tree.
pub(super) fn tree(text: &str, noticed: &Noticed) -> Result<Value, serde_yaml::Error> {
    serde_yaml::with_deserializer_from_str_with_options(text, options(), |input| {
        serde::de::DeserializeSeed::deserialize(Tree(noticed), input)
    })
}

/// How a YAML text is read, for whatever.
pub(super) fn options() -> Options {
    serde_yaml::options! {
        budget: serde_yaml::budget! {
            max_depth: MAX_DEPTH,
            max_nodes: MAX_NODES,
            max_events: 2 * MAX_NODES,
        },
        alias_limits: serde_yaml::alias_limits! {
            max_total_replayed_events: MAX_ALIASED_NODES,
        },
        // Members of one name are told as a warning with their place, as for JSON.
        duplicate_keys: DuplicateKeyPolicy::PassThrough,
        strict_booleans: true,
        underscored_numbers_as_strings: true,
        with_snippet: false,
    }
}
