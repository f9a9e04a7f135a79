
// ==== src/failures.rs ====

//! What comes with failures, where the status decides on its type: see
//! [`Error::failure`](crate::Error::failure).

#![allow(unused_imports, reason = "which types are there depends on the features")]

use seamstress_runtime::json::Value;
use crate::types::*;

/// What comes with failures of [`OwnersList`](crate::resources::OwnersList) and one other request, by status.
#[cfg(any(feature = "owners", feature = "visits"))]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(clippy::large_enum_variant, reason = "there is one at a time")]
pub enum ShelterFailure {
    /// What is wrong with the fields.
    ClientError(Refused),
    /// What went wrong.
    ServerError(Problem),
    /// Another status, or a body that is not what its status says: what came.
    Other(Value),
}

/// What comes with failures of [`PetsCreate`](crate::resources::PetsCreate) and one other request, by status.
#[cfg(feature = "pets")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(clippy::large_enum_variant, reason = "there is one at a time")]
pub enum PetsFailure {
    NotFound(Problem),
    /// What is wrong with the fields.
    UnprocessableContent(Refused),
    /// What went wrong.
    Default(Problem),
    /// Another status, or a body that is not what its status says: what came.
    Other(Value),
}

/// What comes with failures of [`PetsGet`](crate::resources::PetsGet), by status.
#[cfg(feature = "pets")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(clippy::large_enum_variant, reason = "there is one at a time")]
pub enum PetsGetFailure {
    /// What went wrong.
    NotFound(Problem),
    /// Too often.
    TooManyRequests(PetsGetError),
    /// Another status, or a body that is not what its status says: what came.
    Other(Value),
}

#[cfg(any(feature = "owners", feature = "visits"))]
seamstress_runtime::failures! {
    ShelterFailure {
        400..=499 => ClientError(Refused),
        500..=599 => ServerError(Problem),
    }
}

#[cfg(feature = "pets")]
seamstress_runtime::failures! {
    PetsFailure {
        404 => NotFound(Problem),
        422 => UnprocessableContent(Refused),
        _ => Default(Problem),
    }
}

#[cfg(feature = "pets")]
seamstress_runtime::failures! {
    PetsGetFailure {
        404 => NotFound(Problem),
        429 => TooManyRequests(PetsGetError),
    }
}

// ==== src/resources/owners.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation, Paging};

/// The operations of `owners`.
#[derive(Clone, Debug)]
pub struct Owners {
    client: Client,
}

impl Owners {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /owners`
    ///
    /// # Errors
    ///
    /// A failure comes with a [`ShelterFailure`](crate::failures::ShelterFailure): see [`Error::failure`](crate::Error::failure).
    pub fn list(&self) -> OwnersList {
        let call = Call::new(&self.client, &LIST);
        OwnersList { call }
    }
}

/// A request of [`Owners::list`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct OwnersList {
    call: Call,
}

static LIST: Operation = Operation {
    name: "owners.list",
    method: Method::Get,
    path: "/owners",
    body: Body::None,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { OwnersList => page String, Paging::NONE }

// ==== src/resources/pets.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation, Paging};

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
    ///
    /// # Errors
    ///
    /// A failure comes with a body: see [`Error::body`](crate::Error::body).
    ///
    /// - 500, 4xx: [`Problem`](crate::types::Problem)
    pub fn list(&self) -> PetsList {
        let call = Call::new(&self.client, &LIST);
        PetsList { call }
    }

    /// `POST /pets`
    ///
    /// # Errors
    ///
    /// A failure comes with a [`PetsFailure`](crate::failures::PetsFailure): see [`Error::failure`](crate::Error::failure).
    pub fn create(&self) -> PetsCreate {
        let call = Call::new(&self.client, &CREATE);
        PetsCreate { call }
    }

    /// `GET /pets/{pet}`
    ///
    /// # Errors
    ///
    /// A failure comes with a [`PetsGetFailure`](crate::failures::PetsGetFailure): see [`Error::failure`](crate::Error::failure).
    pub fn get(&self, pet: impl Into<String>) -> PetsGet {
        let call = Call::new(&self.client, &GET).path_into::<String>("pet", pet);
        PetsGet { call }
    }

    /// `PATCH /pets/{pet}`
    ///
    /// # Errors
    ///
    /// A failure comes with a [`PetsFailure`](crate::failures::PetsFailure): see [`Error::failure`](crate::Error::failure).
    pub fn update(&self, pet: impl Into<String>) -> PetsUpdate {
        let call = Call::new(&self.client, &UPDATE).path_into::<String>("pet", pet);
        PetsUpdate { call }
    }
}

/// A request of [`Pets::list`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct PetsList {
    call: Call,
}

/// A request of [`Pets::create`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct PetsCreate {
    call: Call,
}

impl PetsCreate {
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.call.set_into::<String>("name", name);
        self
    }
}

/// A request of [`Pets::get`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct PetsGet {
    call: Call,
}

/// A request of [`Pets::update`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct PetsUpdate {
    call: Call,
}

impl PetsUpdate {
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.call.set_into::<String>("name", name);
        self
    }
}

static LIST: Operation = Operation {
    name: "pets.list",
    method: Method::Get,
    path: "/pets",
    body: Body::None,
    security: &[],
    ..Operation::DEFAULT
};

static CREATE: Operation = Operation {
    name: "pets.create",
    method: Method::Post,
    path: "/pets",
    body: Body::Json,
    security: &[],
    ..Operation::DEFAULT
};

static GET: Operation = Operation {
    name: "pets.get",
    method: Method::Get,
    path: "/pets/{pet}",
    body: Body::None,
    security: &[],
    ..Operation::DEFAULT
};

static UPDATE: Operation = Operation {
    name: "pets.update",
    method: Method::Patch,
    path: "/pets/{pet}",
    body: Body::Json,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { PetsList => page String, Paging::NONE }
seamstress_runtime::operation! { PetsCreate => value () }
seamstress_runtime::operation! { PetsGet => page String, Paging::NONE }
seamstress_runtime::operation! { PetsUpdate => value () }

// ==== src/resources/visits.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation, Paging};

/// The operations of `visits`.
#[derive(Clone, Debug)]
pub struct Visits {
    client: Client,
}

impl Visits {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /visits`
    ///
    /// # Errors
    ///
    /// A failure comes with a [`ShelterFailure`](crate::failures::ShelterFailure): see [`Error::failure`](crate::Error::failure).
    pub fn list(&self) -> VisitsList {
        let call = Call::new(&self.client, &LIST);
        VisitsList { call }
    }
}

/// A request of [`Visits::list`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct VisitsList {
    call: Call,
}

static LIST: Operation = Operation {
    name: "visits.list",
    method: Method::Get,
    path: "/visits",
    body: Body::None,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { VisitsList => page String, Paging::NONE }

// ==== src/types/pets_operations.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `application/json`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct PetsGetError {
    pub seconds: i64,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    PetsGetError {
        "seconds" => seconds: required,
    }
}

// ==== src/types/problem.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `Problem`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Problem {
    pub title: String,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    Problem {
        "title" => title: required,
    }
}

// ==== src/types/refused.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `Refused`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Refused {
    pub fields: Vec<String>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    Refused {
        "fields" => fields: required,
    }
}
