
// ==== src/resources/authors/list.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use crate::types::AuthorsListListAuthorsResponse;

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
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { AuthorsListListAuthors => value AuthorsListListAuthorsResponse }

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
use crate::types::BooksListListBooksResponse;

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
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { BooksListListBooks => value BooksListListBooksResponse }

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

// ==== src/types/authors_operations.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `application/json`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct AuthorsListListAuthorsResponse {
    pub authors: Vec<String>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    AuthorsListListAuthorsResponse {
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

// ==== src/types/books_operations.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `page`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct BooksListListBooksResponsePage {
    pub more: bool,
    pub next: Option<String>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

/// `application/json`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct BooksListListBooksResponse {
    pub books: Vec<Book>,
    pub page: BooksListListBooksResponsePage,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    BooksListListBooksResponsePage {
        "more" => more: required,
        "next" => next: nullable,
    }
}

seamstress_runtime::object! {
    BooksListListBooksResponse {
        "books" => books: required,
        "page" => page: required,
    }
}
