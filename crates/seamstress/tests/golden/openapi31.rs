
// ==== src/resources/books.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation, Paging};
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

    /// `GET /books`
    pub fn list(&self) -> BooksList {
        let call = Call::new(&self.client, &LIST);
        BooksList { call }
    }

    /// `POST /books`
    pub fn add(&self, title: impl Into<String>, name: impl Into<String>) -> BooksAdd {
        let mut call = Call::new(&self.client, &ADD);
        call.set_into::<String>("title", title);
        call.set_into::<String>("name", name);
        BooksAdd { call }
    }
}

/// A request of [`Books::list`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct BooksList {
    call: Call,
}

impl BooksList {
    pub fn author(mut self, author: impl Into<Nullable<String>>) -> Self {
        self.call.set_into::<Nullable<String>>("author", author);
        self
    }
}

/// A request of [`Books::add`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct BooksAdd {
    call: Call,
}

impl BooksAdd {
    /// Limits: more than 1450.
    pub fn year(mut self, year: impl Into<Nullable<u64>>) -> Self {
        self.call.set_into::<Nullable<u64>>("year", year);
        self
    }
}

static LIST: Operation = Operation {
    name: "books.list",
    method: Method::Get,
    path: "/books",
    body: Body::Query,
    security: &[],
    ..Operation::DEFAULT
};

static ADD: Operation = Operation {
    name: "books.add",
    method: Method::Post,
    path: "/books",
    body: Body::Json,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { BooksList => page Book, Paging::NONE }
seamstress_runtime::operation! { BooksAdd => value Book }

// ==== src/types/author.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `Author`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Author {
    pub name: String,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    Author {
        "name" => name: required,
    }
}

// ==== src/types/book.rs ====

use seamstress_runtime::Base64;
use seamstress_runtime::json::{Extra, Unknown, UnknownValue, Value};
use super::*;

/// `Book`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Book {
    /// A number in books from before 2020.
    pub id: BookIdDetails,
    pub kind: BookKind,
    pub title: String,
    pub subtitle: Option<String>,
    pub authors: Vec<Author>,
    /// Who made it ready for print.
    pub editor: Option<Author>,
    /// Who translated it.
    #[deprecated]
    pub translator: Option<Author>,
    /// Limits: more than 0, at most 5.
    pub rating: Option<f64>,
    pub cover: Option<Base64>,
    pub format: Option<BookFormat>,
    pub notes: Option<Value>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

/// A number in books from before 2020.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum BookIdDetails {
    /// A string.
    String(BookId),
    /// An integer.
    Integer(i64),
    /// One that this version of the crate does not know.
    Unknown(Unknown),
}

/// `format`
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum BookFormat {
    /// `hardcover`
    Hardcover,
    /// `paperback`
    Paperback,
    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

/// `kind`
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum BookKind {
    /// `book`
    Book,
    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

seamstress_runtime::object! {
    Book {
        "id" => id: required,
        "kind" => kind: required,
        "title" => title: required,
        "subtitle" => subtitle: optional,
        "authors" => authors: required,
        "editor" => editor: optional,
        "translator" => translator: optional,
        "rating" => rating: optional,
        "cover" => cover: optional,
        "format" => format: optional,
        "notes" => notes: optional,
    }
}

seamstress_runtime::union! {
    BookIdDetails {
        string => String,
        integer => Integer,
    }
}

seamstress_runtime::open_enum! {
    BookFormat {
        "hardcover" => Hardcover,
        "paperback" => Paperback,
    }
}

seamstress_runtime::open_enum! {
    BookKind {
        "book" => Book,
    }
}

// ==== src/types/ids.rs ====

seamstress_runtime::id! {
    /// Identifies a book.
    BookId
}

// ==== src/types/new_book.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// A book by a name that is known.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct NewBook {
    pub title: String,
    /// Limits: more than 1450.
    pub year: Option<u64>,
    pub name: String,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    NewBook {
        "title" => title: required,
        "year" => year: optional,
        "name" => name: required,
    }
}
