//! Positions in a YAML text.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};
use serde_yaml::Spanned;

use super::Pointer;
use super::positions::Place;
use super::yaml::options;
use crate::stack::roomy;
use crate::text::Position;

/// The positions of all nodes in a YAML text; `None` where it cannot be read.
pub(super) fn read(text: &str) -> Option<YamlPositions> {
    roomy(|| serde_yaml::from_str_with_options(text, options()).ok())
}

/// Where a node and those in it stand.
#[derive(Debug)]
pub(super) struct YamlPositions {
    value: Position,
    children: Children,
}

#[derive(Debug)]
enum Children {
    None,
    Elements(Vec<YamlPositions>),
    /// Where the key starts, the name, and the value.
    Members(Vec<(Position, Box<str>, YamlPositions)>),
}

impl YamlPositions {
    /// Where the node at `pointer` stands, or the nearest one around it that is there.
    pub(super) fn nearest(&self, pointer: &Pointer) -> Place {
        let (mut key, mut node, mut exact) = (self.value, self, true);
        for segment in pointer.segments() {
            match node.children.get(&segment) {
                Some(child) => (key, node) = child,
                None => {
                    exact = false;
                    break;
                }
            }
        }
        Place {
            key,
            value: node.value,
            exact,
        }
    }
}

impl Children {
    /// The child that a segment of a pointer means, and where its key starts. Of several
    /// members of one name the last one counts, as in the tree.
    fn get(&self, segment: &str) -> Option<(Position, &YamlPositions)> {
        match self {
            Self::None => None,
            Self::Elements(elements) => {
                let element = elements.get(segment.parse::<usize>().ok()?)?;
                Some((element.value, element))
            }
            Self::Members(members) => {
                let mut named = members.iter().rev();
                let (key, _, value) = named.find(|(_, name, _)| **name == *segment)?;
                Some((*key, value))
            }
        }
    }
}

impl<'de> Deserialize<'de> for YamlPositions {
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
            members.push((key, name.value.into(), input.next_value()?));
        }
        Ok(Children::Members(members))
    }
}
