
// ==== src/operations.rs ====

//! Operations that belong to no resource.

use crate::RestPaths;
use std::collections::BTreeMap;
use seamstress_runtime::{Body, Call, Method, Operation};

impl RestPaths {
    /// `GET /`
    pub fn get_root(&self) -> GetRoot {
        let call = Call::new(self.client(), &GET_ROOT);
        GetRoot { call }
    }
}

/// A request of [`RestPaths::get_root`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct GetRoot {
    call: Call,
}

static GET_ROOT: Operation = Operation {
    name: "get_root",
    method: Method::Get,
    path: "/",
    body: Body::None,
    security: &["key"],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { GetRoot => value BTreeMap<String, String> }

// ==== src/resources/shelves/books.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use crate::types::Book;

/// The operations of `shelves.books`.
#[derive(Clone, Debug)]
pub struct ShelvesBooks {
    client: Client,
}

impl ShelvesBooks {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /shelves/{shelf}/books/{book}`
    pub fn get(&self, shelf: impl Into<String>, book: i64) -> ShelvesBooksGet {
        let call = Call::new(&self.client, &GET)
            .path_into::<String>("shelf", shelf)
            .path("book", book);
        ShelvesBooksGet { call }
    }

    /// `PUT /shelves/{shelf}/books/{book}`
    pub fn update(
        &self,
        shelf: impl Into<String>,
        book: i64,
        if_match: impl Into<String>,
        title: impl Into<String>,
    ) -> ShelvesBooksUpdate {
        let mut call = Call::new(&self.client, &UPDATE)
            .path_into::<String>("shelf", shelf)
            .path("book", book);
        call.header_into::<String>("If-Match", if_match);
        call.set_into::<String>("title", title);
        ShelvesBooksUpdate { call }
    }

    /// `DELETE /shelves/{shelf}/books/{book}`
    pub fn delete(&self, shelf: impl Into<String>, book: i64) -> ShelvesBooksDelete {
        let call = Call::new(&self.client, &DELETE)
            .path_into::<String>("shelf", shelf)
            .path("book", book);
        ShelvesBooksDelete { call }
    }
}

/// A request of [`ShelvesBooks::get`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct ShelvesBooksGet {
    call: Call,
}

/// A request of [`ShelvesBooks::update`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct ShelvesBooksUpdate {
    call: Call,
}

/// A request of [`ShelvesBooks::delete`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct ShelvesBooksDelete {
    call: Call,
}

impl ShelvesBooksDelete {
    pub fn session(mut self, session: impl Into<String>) -> Self {
        self.call.cookie_into::<String>("session", session);
        self
    }
}

static GET: Operation = Operation {
    name: "shelves.books.get",
    method: Method::Get,
    path: "/shelves/{shelf}/books/{book}",
    body: Body::None,
    security: &["key"],
    ..Operation::DEFAULT
};

static UPDATE: Operation = Operation {
    name: "shelves.books.update",
    method: Method::Put,
    path: "/shelves/{shelf}/books/{book}",
    body: Body::Json,
    security: &["key"],
    ..Operation::DEFAULT
};

static DELETE: Operation = Operation {
    name: "shelves.books.delete",
    method: Method::Delete,
    path: "/shelves/{shelf}/books/{book}",
    body: Body::None,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { ShelvesBooksGet => value Book }
seamstress_runtime::operation! { ShelvesBooksUpdate => value () }
seamstress_runtime::operation! { ShelvesBooksDelete => value () }

// ==== src/resources/shelves/colors.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use crate::types::ShelvesColorsGetColor;

/// The operations of `shelves.colors`.
#[derive(Clone, Debug)]
pub struct ShelvesColors {
    client: Client,
}

impl ShelvesColors {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /shelves/{shelf}/colors/{color}`
    pub fn get(
        &self,
        shelf: impl Into<String>,
        color: ShelvesColorsGetColor,
    ) -> ShelvesColorsGet {
        let call = Call::new(&self.client, &GET)
            .path_into::<String>("shelf", shelf)
            .path("color", color.as_str());
        ShelvesColorsGet { call }
    }
}

/// A request of [`ShelvesColors::get`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct ShelvesColorsGet {
    call: Call,
}

static GET: Operation = Operation {
    name: "shelves.colors.get",
    method: Method::Get,
    path: "/shelves/{shelf}/colors/{color}",
    body: Body::None,
    accept: Some("text/plain"),
    security: &["key"],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { ShelvesColorsGet => answer String }

// ==== src/resources/shelves.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation, Paging};
use crate::types::Shelf;
mod books;
pub use books::*;
mod colors;
pub use colors::*;

/// The operations of `shelves`.
#[derive(Clone, Debug)]
pub struct Shelves {
    client: Client,
}

impl Shelves {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// The operations of `shelves.books`.
    #[must_use]
    pub fn books(&self) -> ShelvesBooks {
        ShelvesBooks::new(&self.client)
    }

    /// The operations of `shelves.colors`.
    #[must_use]
    pub fn colors(&self) -> ShelvesColors {
        ShelvesColors::new(&self.client)
    }

    /// Lists shelves.
    ///
    /// `GET /shelves`
    pub fn list(&self) -> ShelvesList {
        let call = Call::new(&self.client, &LIST);
        ShelvesList { call }
    }

    /// `POST /shelves`
    pub fn create(&self, name: impl Into<String>) -> ShelvesCreate {
        let mut call = Call::new(&self.client, &CREATE);
        call.set_into::<String>("name", name);
        ShelvesCreate { call }
    }
}

/// A request of [`Shelves::list`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct ShelvesList {
    call: Call,
}

impl ShelvesList {
    pub fn color(mut self, color: impl Into<String>) -> Self {
        self.call.set_into::<String>("color", color);
        self
    }
}

/// A request of [`Shelves::create`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct ShelvesCreate {
    call: Call,
}

impl ShelvesCreate {
    pub fn color(mut self, color: impl Into<String>) -> Self {
        self.call.set_into::<String>("color", color);
        self
    }
}

static LIST: Operation = Operation {
    name: "shelves.list",
    method: Method::Get,
    path: "/shelves",
    body: Body::Query,
    security: &["key"],
    ..Operation::DEFAULT
};

static CREATE: Operation = Operation {
    name: "shelves.create",
    method: Method::Post,
    path: "/shelves",
    body: Body::Json,
    security: &["key"],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { ShelvesList => page Shelf, Paging::NONE }
seamstress_runtime::operation! { ShelvesCreate => value Shelf }

// ==== src/types/book.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `Book`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Book {
    pub title: String,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    Book {
        "title" => title: required,
    }
}

// ==== src/types/shelf.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `Shelf`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Shelf {
    pub name: String,
    pub color: Option<String>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    Shelf {
        "name" => name: required,
        "color" => color: optional,
    }
}

// ==== src/types/shelves_operations.rs ====

use seamstress_runtime::json::{Unknown, UnknownValue};
use super::*;

/// `color`
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum ShelvesColorsGetColor {
    /// `red`
    Red,
    /// `green`
    Green,
    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

seamstress_runtime::open_enum! {
    ShelvesColorsGetColor {
        "red" => Red,
        "green" => Green,
    }
}
