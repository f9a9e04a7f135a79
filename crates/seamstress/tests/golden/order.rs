
// ==== src/resources/first.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use crate::types::First;

/// The operations of `first`.
#[derive(Clone, Debug)]
pub struct FirstResource {
    client: Client,
}

impl FirstResource {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /first`
    pub fn get(&self) -> FirstGet {
        let call = Call::new(&self.client, &GET);
        FirstGet { call }
    }
}

/// A request of [`FirstResource::get`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct FirstGet {
    call: Call,
}

static GET: Operation = Operation {
    name: "first.get",
    method: Method::Get,
    path: "/first",
    body: Body::None,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { FirstGet => value First }

// ==== src/types/color.rs ====

use seamstress_runtime::json::{Unknown, UnknownValue};
use super::*;

/// `Color`
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Color {
    /// `red`
    Red,
    /// `green`
    Green,
    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

seamstress_runtime::open_enum! {
    Color {
        "red" => Red,
        "green" => Green,
    }
}

// ==== src/types/first.rs ====

use seamstress_runtime::json::{Extra, Unknown, UnknownValue};
use super::*;

/// `First`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct First {
    pub mixed: FirstMixed,
    pub colors: FirstColors,
    pub listed: FirstListed,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

/// `mixed`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum FirstMixed {
    /// A later.
    Later(Later),
    /// A boolean.
    Boolean(bool),
    /// A name.
    Name(Name),
    /// One that this version of the crate does not know.
    Unknown(Unknown),
}

/// `colors`
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum FirstColors {
    /// `red`
    Red,
    /// `green`
    Green,
    /// `blue`
    Blue,
    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

/// `listed`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum FirstListed {
    /// A later.
    Later(Later),
    /// A list.
    List(Vec<Later>),
    /// One that this version of the crate does not know.
    Unknown(Unknown),
}

seamstress_runtime::object! {
    First {
        "mixed" => mixed: required,
        "colors" => colors: required,
        "listed" => listed: required,
    }
}

seamstress_runtime::union! {
    FirstMixed {
        object => Later,
        boolean => Boolean,
        string => Name,
    }
}

seamstress_runtime::open_enum! {
    FirstColors {
        "red" => Red,
        "green" => Green,
        "blue" => Blue,
    }
}

seamstress_runtime::union! {
    FirstListed {
        object => Later,
        array => List,
    }
}

// ==== src/types/later.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `Later`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Later {
    pub it: String,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    Later {
        "it" => it: required,
    }
}

// ==== src/types/more_color.rs ====

use seamstress_runtime::json::{Unknown, UnknownValue};
use super::*;

/// `MoreColor`
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum MoreColor {
    /// `blue`
    Blue,
    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

seamstress_runtime::open_enum! {
    MoreColor {
        "blue" => Blue,
    }
}

// ==== src/types/name.rs ====

use super::*;

/// `Name`
pub type Name = Text;

// ==== src/types/text.rs ====

use super::*;

/// `Text`
pub type Text = String;
