
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

    /// Searches for books.
    ///
    /// `QUERY /books`
    pub fn search(&self, text: impl Into<String>) -> BooksSearch {
        let mut call = Call::new(&self.client, &SEARCH);
        call.set_into::<String>("text", text);
        BooksSearch { call }
    }

    /// `GET /books/{book}`
    pub fn get(&self, book: impl Into<String>) -> BooksGet {
        let call = Call::new(&self.client, &GET).path_into::<String>("book", book);
        BooksGet { call }
    }

    /// `COPY /books/{book}`
    pub fn copy(
        &self,
        book: impl Into<String>,
        destination: impl Into<String>,
    ) -> BooksCopy {
        let mut call = Call::new(&self.client, &COPY).path_into::<String>("book", book);
        call.header_into::<String>("Destination", destination);
        BooksCopy { call }
    }
}

/// A request of [`Books::search`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct BooksSearch {
    call: Call,
}

impl BooksSearch {
    pub fn limit(mut self, limit: impl Into<Nullable<i64>>) -> Self {
        self.call.set_into::<Nullable<i64>>("limit", limit);
        self
    }
}

/// A request of [`Books::get`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct BooksGet {
    call: Call,
}

/// A request of [`Books::copy`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct BooksCopy {
    call: Call,
}

static SEARCH: Operation = Operation {
    name: "books.search",
    method: Method::Query,
    path: "/books",
    body: Body::Json,
    security: &[],
    ..Operation::DEFAULT
};

static GET: Operation = Operation {
    name: "books.get",
    method: Method::Get,
    path: "/books/{book}",
    body: Body::None,
    security: &[],
    ..Operation::DEFAULT
};

static COPY: Operation = Operation {
    name: "books.copy",
    method: Method::other("COPY"),
    path: "/books/{book}",
    body: Body::None,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { BooksSearch => value Vec<Book> }
seamstress_runtime::operation! { BooksGet => value Book }
seamstress_runtime::operation! { BooksCopy => value Book }

// ==== src/types/book.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `Book`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Book {
    pub title: String,
    pub parts: Option<Vec<Part>>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    Book {
        "title" => title: required,
        "parts" => parts: optional,
    }
}

// ==== src/types/part.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `Part`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Part {
    pub name: String,
    pub parts: Option<Vec<Part>>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    Part {
        "name" => name: required,
        "parts" => parts: optional,
    }
}
