
// ==== src/resources/pets.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use crate::types::Pet;

/// The operations of `pets`.
#[derive(Clone, Debug)]
pub struct Pets {
    client: Client,
}

impl Pets {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /pets`
    pub fn list(&self) -> PetsList {
        let call = Call::new(&self.client, &LIST);
        PetsList { call }
    }
}

/// A request of [`Pets::list`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct PetsList {
    call: Call,
}

static LIST: Operation = Operation {
    name: "pets.list",
    method: Method::Get,
    path: "/pets",
    body: Body::None,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { PetsList => value Pet }

// ==== src/types/color.rs ====

use seamstress_runtime::json::{Unknown, UnknownValue};
use super::*;

/// Of the fur.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Color {
    /// `black`
    Black,
    /// `white`
    White,
    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

seamstress_runtime::open_enum! {
    Color {
        "black" => Black,
        "white" => White,
    }
}

// ==== src/types/http_user.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `http_user`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct HttpUser {
    pub login: Option<String>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    HttpUser {
        "login" => login: optional,
    }
}

// ==== src/types/nick_names.rs ====

use super::*;

/// `NickNames`
pub type NickNames = Vec<PetName>;

// ==== src/types/pet.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// An animal that lives with people.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Pet {
    pub name: PetName,
    pub owner: HttpUser,
    pub nick_names: NickNames,
    pub color: Color,
    pub shade: Option<Shade>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    Pet {
        "name" => name: required,
        "owner" => owner: required,
        "nick_names" => nick_names: required,
        "color" => color: required,
        "shade" => shade: optional,
    }
}

// ==== src/types/pet_name.rs ====

use super::*;

/// What it is called.
pub type PetName = String;

// ==== src/types/shade.rs ====

use super::*;

/// `Shade`
pub type Shade = Color;
