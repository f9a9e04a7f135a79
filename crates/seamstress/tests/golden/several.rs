
// ==== src/resources/books.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation, Paging};
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

    /// `GET /books`
    pub fn list(&self) -> BooksList {
        let call = Call::new(&self.client, &LIST);
        BooksList { call }
    }

    /// `GET /books/{book}`
    ///
    /// # Errors
    ///
    /// A failure comes with a body: see [`Error::body`](crate::Error::body).
    ///
    /// - others: [`Problem`](crate::types::Problem)
    pub fn get(&self, book: impl Into<String>) -> BooksGet {
        let call = Call::new(&self.client, &GET).path_into::<String>("book", book);
        BooksGet { call }
    }
}

/// A request of [`Books::list`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct BooksList {
    call: Call,
}

/// A request of [`Books::get`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct BooksGet {
    call: Call,
}

static LIST: Operation = Operation {
    name: "books.list",
    method: Method::Get,
    path: "/books",
    body: Body::None,
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

seamstress_runtime::operation! { BooksList => page Book, Paging::NONE }
seamstress_runtime::operation! { BooksGet => value Book }

// ==== src/types/author.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `author`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Author {
    pub name: String,
    pub born: Option<Date>,
    pub books: Option<Vec<Book>>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    Author {
        "name" => name: required,
        "born" => born: optional,
        "books" => books: optional,
    }
}

// ==== src/types/binding.rs ====

use seamstress_runtime::json::{Unknown, UnknownValue};
use super::*;

/// `binding`
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Binding {
    /// `hardcover`
    Hardcover,
    /// `paperback`
    Paperback,
    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

seamstress_runtime::open_enum! {
    Binding {
        "hardcover" => Hardcover,
        "paperback" => Paperback,
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
    pub authors: Vec<Author>,
    pub shelf: Option<Shelf>,
    pub binding: Option<Binding>,
    pub sequel: Option<Box<Book>>,
    pub lent: Option<Date>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    Book {
        "title" => title: required,
        "authors" => authors: required,
        "shelf" => shelf: optional,
        "binding" => binding: optional,
        "sequel" => sequel: optional,
        "lent" => lent: optional,
    }
}

// ==== src/types/date.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `date`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Date {
    pub year: Option<i64>,
    pub month: Option<i64>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    Date {
        "year" => year: optional,
        "month" => month: optional,
    }
}

// ==== src/types/problem.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `Problem`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Problem {
    pub reason: String,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    Problem {
        "reason" => reason: required,
    }
}

// ==== src/types/shelf.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `Shelf`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Shelf {
    pub label: String,
    pub books: Option<Vec<Book>>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    Shelf {
        "label" => label: required,
        "books" => books: optional,
    }
}
