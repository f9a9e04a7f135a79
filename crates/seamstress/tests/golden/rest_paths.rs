// warning[unsupported-media-type]: `text/plain` cannot be sent or read yet
//   --> rest_paths.yaml:40:72 at #/paths/~1shelves~1{shelf}~1colors~1{color}/get/responses/200/content/text~1plain
//   help: the operation is emitted without it

// ==== src/resources/root.rs ====

use std::collections::BTreeMap;
use seamstress_runtime::{Body, Call, Client, Method, Operation};

/// The operations of `root`.
#[derive(Clone, Debug)]
pub struct Root {
    client: Client,
}

impl Root {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /`
    pub fn get_root(&self) -> RootGetRoot {
        let call = Call::new(&self.client, &GET_ROOT);
        RootGetRoot { call }
    }
}

/// A request of [`Root::get_root`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct RootGetRoot {
    call: Call,
}

static GET_ROOT: Operation = Operation {
    name: "root.getRoot",
    method: Method::Get,
    path: "/",
    body: Body::None,
    security: &["key"],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { RootGetRoot => value BTreeMap<String, String> }

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
    pub fn put_book(
        &self,
        shelf: impl Into<String>,
        book: i64,
        if_match: impl Into<String>,
        title: impl Into<String>,
    ) -> ShelvesBooksPutBook {
        let mut call = Call::new(&self.client, &PUT_BOOK)
            .path_into::<String>("shelf", shelf)
            .path("book", book);
        call.header_into::<String>("If-Match", if_match);
        call.set_into::<String>("title", title);
        ShelvesBooksPutBook { call }
    }

    /// `DELETE /shelves/{shelf}/books/{book}`
    pub fn delete_book(
        &self,
        shelf: impl Into<String>,
        book: i64,
    ) -> ShelvesBooksDeleteBook {
        let call = Call::new(&self.client, &DELETE_BOOK)
            .path_into::<String>("shelf", shelf)
            .path("book", book);
        ShelvesBooksDeleteBook { call }
    }
}

/// A request of [`ShelvesBooks::get`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct ShelvesBooksGet {
    call: Call,
}

/// A request of [`ShelvesBooks::put_book`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct ShelvesBooksPutBook {
    call: Call,
}

/// A request of [`ShelvesBooks::delete_book`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct ShelvesBooksDeleteBook {
    call: Call,
}

impl ShelvesBooksDeleteBook {
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

static PUT_BOOK: Operation = Operation {
    name: "shelves.books.putBook",
    method: Method::Put,
    path: "/shelves/{shelf}/books/{book}",
    body: Body::Json,
    security: &["key"],
    ..Operation::DEFAULT
};

static DELETE_BOOK: Operation = Operation {
    name: "shelves.books.deleteBook",
    method: Method::Delete,
    path: "/shelves/{shelf}/books/{book}",
    body: Body::None,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { ShelvesBooksGet => value Book }
seamstress_runtime::operation! { ShelvesBooksPutBook => value () }
seamstress_runtime::operation! { ShelvesBooksDeleteBook => value () }

// ==== src/resources/shelves/colors.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use crate::types::ShelvesColorsGetColorColor;

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
    pub fn get_color(
        &self,
        shelf: impl Into<String>,
        color: ShelvesColorsGetColorColor,
    ) -> ShelvesColorsGetColor {
        let call = Call::new(&self.client, &GET_COLOR)
            .path_into::<String>("shelf", shelf)
            .path("color", color.as_str());
        ShelvesColorsGetColor { call }
    }
}

/// A request of [`ShelvesColors::get_color`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct ShelvesColorsGetColor {
    call: Call,
}

static GET_COLOR: Operation = Operation {
    name: "shelves.colors.getColor",
    method: Method::Get,
    path: "/shelves/{shelf}/colors/{color}",
    body: Body::None,
    security: &["key"],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { ShelvesColorsGetColor => value () }

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
    pub fn list_shelves(&self) -> ShelvesListShelves {
        let call = Call::new(&self.client, &LIST_SHELVES);
        ShelvesListShelves { call }
    }

    /// `POST /shelves`
    pub fn create_shelf(&self, name: impl Into<String>) -> ShelvesCreateShelf {
        let mut call = Call::new(&self.client, &CREATE_SHELF);
        call.set_into::<String>("name", name);
        ShelvesCreateShelf { call }
    }
}

/// A request of [`Shelves::list_shelves`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct ShelvesListShelves {
    call: Call,
}

impl ShelvesListShelves {
    pub fn color(mut self, color: impl Into<String>) -> Self {
        self.call.set_into::<String>("color", color);
        self
    }
}

/// A request of [`Shelves::create_shelf`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct ShelvesCreateShelf {
    call: Call,
}

impl ShelvesCreateShelf {
    pub fn color(mut self, color: impl Into<String>) -> Self {
        self.call.set_into::<String>("color", color);
        self
    }
}

static LIST_SHELVES: Operation = Operation {
    name: "shelves.listShelves",
    method: Method::Get,
    path: "/shelves",
    body: Body::Query,
    security: &["key"],
    ..Operation::DEFAULT
};

static CREATE_SHELF: Operation = Operation {
    name: "shelves.createShelf",
    method: Method::Post,
    path: "/shelves",
    body: Body::Json,
    security: &["key"],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { ShelvesListShelves => page Shelf, Paging::NONE }
seamstress_runtime::operation! { ShelvesCreateShelf => value Shelf }

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

/// `parameters`
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum ShelvesColorsGetColorColor {
    /// `red`
    Red,
    /// `green`
    Green,
    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

seamstress_runtime::open_enum! {
    ShelvesColorsGetColorColor {
        "red" => Red,
        "green" => Green,
    }
}
