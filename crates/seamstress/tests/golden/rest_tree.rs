
// ==== src/resources/shelves/books/loan.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use crate::types::ShelvesBooksLoanGetResponse;

/// The operations of `shelves.books.loan`.
#[derive(Clone, Debug)]
pub struct ShelvesBooksLoan {
    client: Client,
}

impl ShelvesBooksLoan {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /api/v1/shelves/{shelf}/books/{book}/loan`
    pub fn get(
        &self,
        shelf: impl Into<String>,
        book: impl Into<String>,
    ) -> ShelvesBooksLoanGet {
        let call = Call::new(&self.client, &GET)
            .path_into::<String>("shelf", shelf)
            .path_into::<String>("book", book);
        ShelvesBooksLoanGet { call }
    }

    /// `PUT /api/v1/shelves/{shelf}/books/{book}/loan`
    pub fn lend(
        &self,
        shelf: impl Into<String>,
        book: impl Into<String>,
        reader: impl Into<String>,
    ) -> ShelvesBooksLoanLend {
        let mut call = Call::new(&self.client, &LEND)
            .path_into::<String>("shelf", shelf)
            .path_into::<String>("book", book);
        call.set_into::<String>("reader", reader);
        ShelvesBooksLoanLend { call }
    }
}

/// A request of [`ShelvesBooksLoan::get`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct ShelvesBooksLoanGet {
    call: Call,
}

/// A request of [`ShelvesBooksLoan::lend`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct ShelvesBooksLoanLend {
    call: Call,
}

static GET: Operation = Operation {
    name: "shelves.books.loan.get",
    method: Method::Get,
    path: "/api/v1/shelves/{shelf}/books/{book}/loan",
    body: Body::None,
    security: &[],
    ..Operation::DEFAULT
};

static LEND: Operation = Operation {
    name: "shelves.books.loan.lend",
    method: Method::Put,
    path: "/api/v1/shelves/{shelf}/books/{book}/loan",
    body: Body::Json,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { ShelvesBooksLoanGet => value ShelvesBooksLoanGetResponse }
seamstress_runtime::operation! { ShelvesBooksLoanLend => value () }

// ==== src/resources/shelves/books.rs ====

use seamstress_runtime::Client;
mod loan;
pub use loan::*;

/// The operations of `shelves.books`.
#[derive(Clone, Debug)]
pub struct ShelvesBooks {
    client: Client,
}

impl ShelvesBooks {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// The operations of `shelves.books.loan`.
    #[must_use]
    pub fn loan(&self) -> ShelvesBooksLoan {
        ShelvesBooksLoan::new(&self.client)
    }
}

// ==== src/resources/shelves.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation, Paging};
use crate::types::{ShelvesCreateKind, ShelvesGetResponse, ShelvesListItem};
mod books;
pub use books::*;

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

    /// `GET /api/v1/shelves`
    pub fn list(&self) -> ShelvesList {
        let call = Call::new(&self.client, &LIST);
        ShelvesList { call }
    }

    /// `POST /api/v1/shelves`
    pub fn create(&self, name: impl Into<String>) -> ShelvesCreate {
        let mut call = Call::new(&self.client, &CREATE);
        call.set_into::<String>("name", name);
        ShelvesCreate { call }
    }

    /// `GET /api/v1/shelves/{shelf}`
    pub fn get(&self, shelf: impl Into<String>) -> ShelvesGet {
        let call = Call::new(&self.client, &GET).path_into::<String>("shelf", shelf);
        ShelvesGet { call }
    }

    /// `DELETE /api/v1/shelves/{shelf}`
    pub fn delete(&self, shelf: impl Into<String>) -> ShelvesDelete {
        let call = Call::new(&self.client, &DELETE).path_into::<String>("shelf", shelf);
        ShelvesDelete { call }
    }

    /// `POST /api/v1/shelves/{shelf}/close`
    pub fn close(&self, shelf: impl Into<String>) -> ShelvesClose {
        let call = Call::new(&self.client, &CLOSE).path_into::<String>("shelf", shelf);
        ShelvesClose { call }
    }
}

/// A request of [`Shelves::list`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct ShelvesList {
    call: Call,
}

/// A request of [`Shelves::create`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct ShelvesCreate {
    call: Call,
}

impl ShelvesCreate {
    #[inline]
    pub fn kind(mut self, kind: ShelvesCreateKind) -> Self {
        self.call.set("kind", &kind);
        self
    }
}

/// A request of [`Shelves::get`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct ShelvesGet {
    call: Call,
}

/// A request of [`Shelves::delete`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct ShelvesDelete {
    call: Call,
}

/// A request of [`Shelves::close`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct ShelvesClose {
    call: Call,
}

static LIST: Operation = Operation {
    name: "shelves.list",
    method: Method::Get,
    path: "/api/v1/shelves",
    body: Body::None,
    security: &[],
    ..Operation::DEFAULT
};

static CREATE: Operation = Operation {
    name: "shelves.create",
    method: Method::Post,
    path: "/api/v1/shelves",
    body: Body::Json,
    security: &[],
    ..Operation::DEFAULT
};

static GET: Operation = Operation {
    name: "shelves.get",
    method: Method::Get,
    path: "/api/v1/shelves/{shelf}",
    body: Body::None,
    security: &[],
    ..Operation::DEFAULT
};

static DELETE: Operation = Operation {
    name: "shelves.delete",
    method: Method::Delete,
    path: "/api/v1/shelves/{shelf}",
    body: Body::None,
    security: &[],
    ..Operation::DEFAULT
};

static CLOSE: Operation = Operation {
    name: "shelves.close",
    method: Method::Post,
    path: "/api/v1/shelves/{shelf}/close",
    body: Body::Json,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { ShelvesList => page ShelvesListItem, Paging::NONE }
seamstress_runtime::operation! { ShelvesCreate => value () }
seamstress_runtime::operation! { ShelvesGet => value ShelvesGetResponse }
seamstress_runtime::operation! { ShelvesDelete => value () }
seamstress_runtime::operation! { ShelvesClose => value () }

// ==== src/resources/v2/shelves.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};

/// The operations of `v2.shelves`.
#[derive(Clone, Debug)]
pub struct V2Shelves {
    client: Client,
}

impl V2Shelves {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /api/v2/shelves`
    pub fn list(&self) -> V2ShelvesList {
        let call = Call::new(&self.client, &LIST);
        V2ShelvesList { call }
    }
}

/// A request of [`V2Shelves::list`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct V2ShelvesList {
    call: Call,
}

static LIST: Operation = Operation {
    name: "v2.shelves.list",
    method: Method::Get,
    path: "/api/v2/shelves",
    body: Body::None,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { V2ShelvesList => value () }

// ==== src/resources/v2.rs ====

use seamstress_runtime::Client;
mod shelves;
pub use shelves::*;

/// The operations of `v2`.
#[derive(Clone, Debug)]
pub struct V2 {
    client: Client,
}

impl V2 {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// The operations of `v2.shelves`.
    #[must_use]
    pub fn shelves(&self) -> V2Shelves {
        V2Shelves::new(&self.client)
    }
}

// ==== src/types/shelves_operations.rs ====

use seamstress_runtime::json::{Extra, Unknown, UnknownValue};
use super::*;

/// `kind`
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum ShelvesCreateKind {
    /// `open`
    Open,
    /// `closed`
    Closed,
    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

/// `application/json`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ShelvesListItem {
    pub name: String,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

/// `application/json`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ShelvesGetResponse {
    pub name: Option<String>,
    pub books: Option<i64>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

/// `application/json`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ShelvesBooksLoanGetResponse {
    pub reader: String,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::open_enum! {
    ShelvesCreateKind {
        "open" => Open,
        "closed" => Closed,
    }
}

seamstress_runtime::object! {
    ShelvesListItem {
        "name" => name: required,
    }
}

seamstress_runtime::object! {
    ShelvesGetResponse {
        "name" => name: optional,
        "books" => books: optional,
    }
}

seamstress_runtime::object! {
    ShelvesBooksLoanGetResponse {
        "reader" => reader: required,
    }
}
