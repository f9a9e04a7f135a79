
// ==== src/resources/authors/list.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation, Paging};

/// The operations of `authors.list`.
#[derive(Clone, Debug)]
pub struct AuthorsList {
    client: Client,
}

impl AuthorsList {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /authors/list`
    pub fn list_authors(&self) -> AuthorsListListAuthors {
        let call = Call::new(&self.client, &LIST_AUTHORS);
        AuthorsListListAuthors { call }
    }
}

/// A request of [`AuthorsList::list_authors`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct AuthorsListListAuthors {
    call: Call,
}

static LIST_AUTHORS: Operation = Operation {
    name: "authors.list.list_authors",
    method: Method::Get,
    path: "/authors/list",
    body: Body::None,
    response_key: Some("authors"),
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { AuthorsListListAuthors => page String, Paging::NONE }

// ==== src/resources/authors.rs ====

use seamstress_runtime::Client;
mod list;
pub use list::*;

/// The operations of `authors`.
#[derive(Clone, Debug)]
pub struct Authors {
    client: Client,
}

impl Authors {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// The operations of `authors.list`.
    #[must_use]
    pub fn list(&self) -> AuthorsList {
        AuthorsList::new(&self.client)
    }
}

// ==== src/resources/books/list.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use seamstress_runtime::json::Nullable;
use crate::types::Book;

/// The operations of `books.list`.
#[derive(Clone, Debug)]
pub struct BooksList {
    client: Client,
}

impl BooksList {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /books/list`
    pub fn list_books(&self) -> BooksListListBooks {
        let call = Call::new(&self.client, &LIST_BOOKS);
        BooksListListBooks { call }
    }
}

/// A request of [`BooksList::list_books`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct BooksListListBooks {
    call: Call,
}

impl BooksListListBooks {
    pub fn cursor(mut self, cursor: impl Into<Nullable<String>>) -> Self {
        self.call.set_into::<Nullable<String>>("cursor", cursor);
        self
    }

    pub fn limit(mut self, limit: i64) -> Self {
        self.call.set("limit", &limit);
        self
    }
}

static LIST_BOOKS: Operation = Operation {
    name: "books.list.list_books",
    method: Method::Get,
    path: "/books/list",
    body: Body::Query,
    response_key: Some("books"),
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { BooksListListBooks => page Book, &crate::settings::PAGING }

// ==== src/resources/books.rs ====

use seamstress_runtime::Client;
mod list;
pub use list::*;

/// The operations of `books`.
#[derive(Clone, Debug)]
pub struct Books {
    client: Client,
}

impl Books {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// The operations of `books.list`.
    #[must_use]
    pub fn list(&self) -> BooksList {
        BooksList::new(&self.client)
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
