
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
    pub fn list_dogs(&self) -> DogsListDogs {
        let call = Call::new(&self.client, &LIST_DOGS);
        DogsListDogs { call }
    }

    /// `POST /dogs`
    pub fn add_dog(&self, name: impl Into<String>) -> DogsAddDog {
        let mut call = Call::new(&self.client, &ADD_DOG);
        call.set_into::<String>("name", name);
        DogsAddDog { call }
    }

    /// `GET /dogs/{dog}`
    pub fn get_dog(&self, dog: impl Into<String>) -> DogsGetDog {
        let call = Call::new(&self.client, &GET_DOG).path_into::<String>("dog", dog);
        DogsGetDog { call }
    }

    /// `PATCH /dogs/{dog}`
    pub fn rename_dog(
        &self,
        dog: impl Into<String>,
        name: impl Into<String>,
    ) -> DogsRenameDog {
        let mut call = Call::new(&self.client, &RENAME_DOG)
            .path_into::<String>("dog", dog);
        call.set_into::<String>("name", name);
        DogsRenameDog { call }
    }
}

/// A request of [`Dogs::list_dogs`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct DogsListDogs {
    call: Call,
}

impl DogsListDogs {
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

/// A request of [`Dogs::add_dog`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct DogsAddDog {
    call: Call,
}

impl DogsAddDog {
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

/// A request of [`Dogs::get_dog`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct DogsGetDog {
    call: Call,
}

/// A request of [`Dogs::rename_dog`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct DogsRenameDog {
    call: Call,
}

static LIST_DOGS: Operation = Operation {
    name: "dogs.listDogs",
    method: Method::Get,
    path: "/dogs",
    body: Body::Query,
    styles: &[ParameterStyle::query("tags").explode(false)],
    security: &["token"],
    ..Operation::DEFAULT
};

static ADD_DOG: Operation = Operation {
    name: "dogs.addDog",
    method: Method::Post,
    path: "/dogs",
    body: Body::Json,
    security: &["token"],
    ..Operation::DEFAULT
};

static GET_DOG: Operation = Operation {
    name: "dogs.getDog",
    method: Method::Get,
    path: "/dogs/{dog}",
    body: Body::None,
    security: &["token"],
    ..Operation::DEFAULT
};

static RENAME_DOG: Operation = Operation {
    name: "dogs.renameDog",
    method: Method::Patch,
    path: "/dogs/{dog}",
    body: Body::Json,
    security: &["token"],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { DogsListDogs => page Dog, Paging::NONE }
seamstress_runtime::operation! { DogsAddDog => value Dog }
seamstress_runtime::operation! { DogsGetDog => value Dog }
seamstress_runtime::operation! { DogsRenameDog => value () }

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
