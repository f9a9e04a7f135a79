//! YAML: its tree and the positions of its nodes.
//!
//! Both come from one parser with one set of options, so that aliases, merge
//! keys and limits are the same for both. Scalars are read as YAML 1.2 has them:
//! `yes` and `on` are texts.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::Value;
use serde_yaml::options::DuplicateKeyPolicy;
use serde_yaml::{Options, Spanned};

use super::MAX_DEPTH;
use super::positions::Positions;
use super::tree::{Noticed, Tree};
use crate::stack::roomy;
use crate::text::Position;

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

/// The positions of all nodes in a YAML text.
pub(super) fn positions(text: &str) -> Positions {
    let mut positions = Positions::default();
    roomy(|| {
        if let Ok(root) = serde_yaml::from_str_with_options(text, options()) {
            add(&mut positions, None, &root);
        }
    });
    positions
}

fn add(positions: &mut Positions, member: Option<(Position, &str)>, mark: &Mark) {
    let at = positions.begin(mark.value, member);
    match &mark.children {
        Children::None => {}
        Children::Elements(elements) => {
            elements
                .iter()
                .for_each(|element| add(positions, None, element));
        }
        Children::Members(members) => members
            .iter()
            .for_each(|(key, name, mark)| add(positions, Some((*key, name)), mark)),
    }
    positions.end(at);
}

fn options() -> Options {
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

/// A node as the parser gives it, which cannot be told where to put what it reads.
struct Mark {
    value: Position,
    children: Children,
}

enum Children {
    None,
    Elements(Vec<Mark>),
    /// Where the key starts, the name, and the value.
    Members(Vec<(Position, String, Mark)>),
}

impl<'de> Deserialize<'de> for Mark {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        let node = Spanned::<Children>::deserialize(input)?;
        Ok(Self {
            value: position(&node.referenced),
            children: node.value,
        })
    }
}

fn position(location: &serde_yaml::Location) -> Position {
    let number = |number: u64| u32::try_from(number).unwrap_or(u32::MAX);
    Position {
        line: number(location.line()),
        column: number(location.column()),
    }
}

impl<'de> Deserialize<'de> for Children {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        input.deserialize_any(ChildrenVisitor)
    }
}

struct ChildrenVisitor;

impl<'de> Visitor<'de> for ChildrenVisitor {
    type Value = Children;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any node")
    }

    fn visit_unit<E>(self) -> Result<Children, E> {
        Ok(Children::None)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Children, E> {
        Ok(Children::None)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Children, E> {
        Ok(Children::None)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Children, E> {
        Ok(Children::None)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Children, E> {
        Ok(Children::None)
    }

    fn visit_str<E>(self, _: &str) -> Result<Children, E> {
        Ok(Children::None)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut input: A) -> Result<Children, A::Error> {
        let mut elements = Vec::new();
        while let Some(element) = input.next_element()? {
            elements.push(element);
        }
        Ok(Children::Elements(elements))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut input: A) -> Result<Children, A::Error> {
        let mut members = Vec::new();
        while let Some(name) = input.next_key::<Spanned<String>>()? {
            let key = position(&name.referenced);
            members.push((key, name.value, input.next_value()?));
        }
        Ok(Children::Members(members))
    }
}
