// warning[recursive-composition]: the composition contains itself
//   --> recursion.yaml:39:15 at #/components/schemas/Composed/properties/more
//   help: refer to it from a property, and not from `allOf`, `oneOf` or `anyOf`
// warning[recursive-composition]: the composition contains itself
//   --> recursion.yaml:40:17 at #/components/schemas/Composed/properties/either
//   help: refer to it from a property, and not from `allOf`, `oneOf` or `anyOf`
// warning[deep-composition]: the composition is too deep, or contains itself
//   --> recursion.yaml:41:10 at #/components/schemas/Own
//   help: take the reference to the schema itself out of it
// warning[circular-schema]: the schema consists of nothing but itself
//   --> recursion.yaml:35:13 at #/components/schemas/Forest
//   help: make it an object with a property that refers to it

// ==== src/resources/trees.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use crate::types::Tree;

/// The operations of `trees`.
#[derive(Clone, Debug)]
pub struct Trees {
    client: Client,
}

impl Trees {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /trees`
    pub fn list(&self) -> TreesList {
        let call = Call::new(&self.client, &LIST);
        TreesList { call }
    }
}

/// A request of [`Trees::list`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct TreesList {
    call: Call,
}

static LIST: Operation = Operation {
    name: "trees.list",
    method: Method::Get,
    path: "/trees",
    body: Body::None,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { TreesList => value Tree }

// ==== src/types/composed.rs ====

use seamstress_runtime::json::{Extra, Value};
use super::*;

/// `Composed`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Composed {
    pub more: Option<Box<ComposedMore>>,
    pub either: Option<ComposedEither>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

/// `either`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ComposedEither {
    pub more: Option<Value>,
    pub either: Option<Value>,
    pub leaf: Option<String>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

/// `more`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ComposedMore {
    pub more: Option<Value>,
    pub either: Option<ComposedEither>,
    pub depth: Option<i64>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    Composed {
        "more" => more: optional,
        "either" => either: optional,
    }
}

seamstress_runtime::object! {
    ComposedEither {
        "more" => more: optional,
        "either" => either: optional,
        "leaf" => leaf: optional,
    }
}

seamstress_runtime::object! {
    ComposedMore {
        "more" => more: optional,
        "either" => either: optional,
        "depth" => depth: optional,
    }
}

// ==== src/types/expression.rs ====

use seamstress_runtime::json::Unknown;
use super::*;

/// `Expression`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Expression {
    /// `not`
    Not(Not),
    /// `literal`
    Literal(Literal),
    /// One that this version of the crate does not know.
    Unknown(Unknown),
}

seamstress_runtime::tagged! {
    Expression "op" {
        "not" => Not,
        "literal" => Literal,
    }
}

// ==== src/types/forest.rs ====

use seamstress_runtime::json::Value;
use super::*;

/// `Forest`
pub type Forest = Value;

// ==== src/types/husband.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `Husband`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Husband {
    pub wife: Wife,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    Husband {
        "wife" => wife: required,
    }
}

// ==== src/types/literal.rs ====

use seamstress_runtime::json::{Extra, Unknown, UnknownValue};
use super::*;

/// `Literal`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Literal {
    pub op: LiteralOp,
    pub value: bool,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

/// `op`
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum LiteralOp {
    /// `literal`
    Literal,
    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

seamstress_runtime::object! {
    Literal {
        "op" => op: required,
        "value" => value: required,
    }
}

seamstress_runtime::open_enum! {
    LiteralOp {
        "literal" => Literal,
    }
}

// ==== src/types/not.rs ====

use seamstress_runtime::json::{Extra, Unknown, UnknownValue};
use super::*;

/// `Not`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Not {
    pub op: NotOp,
    pub of: Box<Expression>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

/// `op`
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum NotOp {
    /// `not`
    Not,
    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

seamstress_runtime::object! {
    Not {
        "op" => op: required,
        "of" => of: required,
    }
}

seamstress_runtime::open_enum! {
    NotOp {
        "not" => Not,
    }
}

// ==== src/types/own.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `Own`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Own {
    pub it: Option<String>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    Own {
        "it" => it: optional,
    }
}

// ==== src/types/tree.rs ====

use std::collections::BTreeMap;
use seamstress_runtime::json::Extra;
use super::*;

/// `Tree`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Tree {
    pub label: String,
    pub left: Option<Box<Tree>>,
    pub right: Option<Box<Tree>>,
    pub children: Option<Vec<Tree>>,
    pub named: Option<BTreeMap<String, Tree>>,
    pub husband: Option<Husband>,
    pub expression: Option<Expression>,
    pub inline: Option<TreeInline>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

/// `inline`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct TreeInline {
    pub tree: Option<Box<Tree>>,
    pub depth: Option<i64>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    Tree {
        "label" => label: required,
        "left" => left: optional,
        "right" => right: optional,
        "children" => children: optional,
        "named" => named: optional,
        "husband" => husband: optional,
        "expression" => expression: optional,
        "inline" => inline: optional,
    }
}

seamstress_runtime::object! {
    TreeInline {
        "tree" => tree: optional,
        "depth" => depth: optional,
    }
}

// ==== src/types/wife.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `Wife`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Wife {
    pub husband: Box<Husband>,
    pub name: Option<String>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    Wife {
        "husband" => husband: required,
        "name" => name: optional,
    }
}
