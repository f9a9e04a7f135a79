// note[inferred-pages]: lists in pages were recognised: 1 of style `cursor`
//   --> pages.yaml:5:3 at #/paths
//   help: what is wrong or missing, say under `[pagination.operations]` in the configuration

// ==== src/resources/authors.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use crate::types::AuthorsListResponse;

/// The operations of `authors`.
#[derive(Clone, Debug)]
pub struct Authors {
    client: Client,
}

impl Authors {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /authors/list`
    pub fn list(&self) -> AuthorsList {
        let call = Call::new(&self.client, &LIST);
        AuthorsList { call }
    }
}

/// A request of [`Authors::list`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct AuthorsList {
    call: Call,
}

static LIST: Operation = Operation {
    name: "authors.list",
    method: Method::Get,
    path: "/authors/list",
    body: Body::None,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { AuthorsList => value AuthorsListResponse }

// ==== src/resources/books.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use seamstress_runtime::json::Nullable;
use crate::types::Book;

/// The operations of `books`.
#[derive(Clone, Debug)]
pub struct Books {
    client: Client,
}

impl Books {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /books/list`
    pub fn list(&self) -> BooksList {
        let call = Call::new(&self.client, &LIST);
        BooksList { call }
    }
}

/// A request of [`Books::list`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct BooksList {
    call: Call,
}

impl BooksList {
    pub fn cursor(mut self, cursor: impl Into<Nullable<String>>) -> Self {
        self.call.set_into::<Nullable<String>>("cursor", cursor);
        self
    }

    pub fn limit(mut self, limit: i64) -> Self {
        self.call.set("limit", &limit);
        self
    }
}

static LIST: Operation = Operation {
    name: "books.list",
    method: Method::Get,
    path: "/books/list",
    body: Body::Query,
    response_key: Some("books"),
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { BooksList => page Book, &crate::settings::PAGING }

// ==== src/types/authors_operations.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `application/json`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct AuthorsListResponse {
    pub authors: Vec<String>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    AuthorsListResponse {
        "authors" => authors: required,
    }
}

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
