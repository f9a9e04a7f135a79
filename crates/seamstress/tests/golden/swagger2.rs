
// ==== src/resources/dogs.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation, Paging, ParameterStyle};
use seamstress_runtime::json::Nullable;
use crate::types::Dog;

/// The operations of `dogs`.
#[derive(Clone, Debug)]
pub struct Dogs {
    client: Client,
}

impl Dogs {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /dogs`
    pub fn list(&self) -> DogsList {
        let call = Call::new(&self.client, &LIST);
        DogsList { call }
    }

    /// `POST /dogs`
    pub fn add(&self, name: impl Into<String>) -> DogsAdd {
        let mut call = Call::new(&self.client, &ADD);
        call.set_into::<String>("name", name);
        DogsAdd { call }
    }

    /// `GET /dogs/{dog}`
    pub fn get(&self, dog: impl Into<String>) -> DogsGet {
        let call = Call::new(&self.client, &GET).path_into::<String>("dog", dog);
        DogsGet { call }
    }

    /// `PATCH /dogs/{dog}`
    pub fn rename(&self, dog: impl Into<String>, name: impl Into<String>) -> DogsRename {
        let mut call = Call::new(&self.client, &RENAME).path_into::<String>("dog", dog);
        call.set_into::<String>("name", name);
        DogsRename { call }
    }
}

/// A request of [`Dogs::list`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct DogsList {
    call: Call,
}

impl DogsList {
    /// How many at most.
    ///
    /// Limits: at least 1, at most 100.
    pub fn limit(mut self, limit: u32) -> Self {
        self.call.set("limit", &limit);
        self
    }

    pub fn tags(mut self, tags: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.call
            .set("tags", &tags.into_iter().map(Into::into).collect::<Vec<String>>());
        self
    }
}

/// A request of [`Dogs::add`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct DogsAdd {
    call: Call,
}

impl DogsAdd {
    pub fn chip(mut self, chip: impl Into<Nullable<String>>) -> Self {
        self.call.set_into::<Nullable<String>>("chip", chip);
        self
    }

    pub fn breed(mut self, breed: impl Into<String>) -> Self {
        self.call.set_into::<String>("breed", breed);
        self
    }

    pub fn friends(mut self, friends: impl IntoIterator<Item = Dog>) -> Self {
        self.call.set("friends", &friends.into_iter().collect::<Vec<Dog>>());
        self
    }
}

/// A request of [`Dogs::get`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct DogsGet {
    call: Call,
}

/// A request of [`Dogs::rename`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct DogsRename {
    call: Call,
}

static LIST: Operation = Operation {
    name: "dogs.list",
    method: Method::Get,
    path: "/dogs",
    body: Body::Query,
    styles: &[ParameterStyle::query("tags").explode(false)],
    security: &["token"],
    ..Operation::DEFAULT
};

static ADD: Operation = Operation {
    name: "dogs.add",
    method: Method::Post,
    path: "/dogs",
    body: Body::Json,
    security: &["token"],
    ..Operation::DEFAULT
};

static GET: Operation = Operation {
    name: "dogs.get",
    method: Method::Get,
    path: "/dogs/{dog}",
    body: Body::None,
    security: &["token"],
    ..Operation::DEFAULT
};

static RENAME: Operation = Operation {
    name: "dogs.rename",
    method: Method::Patch,
    path: "/dogs/{dog}",
    body: Body::Json,
    security: &["token"],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { DogsList => page Dog, Paging::NONE }
seamstress_runtime::operation! { DogsAdd => value Dog }
seamstress_runtime::operation! { DogsGet => value Dog }
seamstress_runtime::operation! { DogsRename => value () }

// ==== src/types/animal.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `Animal`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Animal {
    pub name: String,
    pub chip: Option<String>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    Animal {
        "name" => name: required,
        "chip" => chip: optional,
    }
}

// ==== src/types/dog.rs ====

use seamstress_runtime::json::{Extra, Nullable};
use super::*;

/// `Dog`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Dog {
    pub name: String,
    pub chip: Option<String>,
    pub breed: Option<String>,
    pub friends: Option<Vec<Dog>>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

impl Dog {
    /// A value with what must be there.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            ..Self::default()
        }
    }

    #[must_use]
    pub fn chip(mut self, chip: impl Into<Nullable<String>>) -> Self {
        self.chip = self.extra.set_nullable("chip", chip.into());
        self
    }

    #[must_use]
    pub fn breed(mut self, breed: impl Into<String>) -> Self {
        self.breed = Some(breed.into());
        self
    }

    #[must_use]
    pub fn friends(mut self, friends: impl IntoIterator<Item = Dog>) -> Self {
        self.friends = Some(friends.into_iter().collect::<Vec<Dog>>());
        self
    }
}

seamstress_runtime::object! {
    Dog {
        "name" => name: required,
        "chip" => chip: optional,
        "breed" => breed: optional,
        "friends" => friends: optional,
    }
}
