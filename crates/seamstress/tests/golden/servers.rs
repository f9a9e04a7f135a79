// warning[unusable-server]: the address `https://{tenant}.example.com` has `{tenant}`, and no variable with a default says what that is
//   --> servers.yaml:34:17 at #/paths/~1nowhere/get/servers/0
//   help: its calls go to the base URL; write a whole address, and give each variable a default

// ==== src/resources/books.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};

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
}

/// A request of [`Books::list`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct BooksList {
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

seamstress_runtime::operation! { BooksList => value () }

// ==== src/resources/files.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};

/// The operations of `files`.
#[derive(Clone, Debug)]
pub struct Files {
    client: Client,
}

impl Files {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// All files.
    ///
    /// `GET /files` at `https://media.eu.example.com`
    pub fn list(&self) -> FilesList {
        let call = Call::new(&self.client, &LIST);
        FilesList { call }
    }

    /// `POST /files` at `https://upload.example.com/v1`
    pub fn create(&self, body: impl Into<seamstress_runtime::Upload>) -> FilesCreate {
        let mut call = Call::new(&self.client, &CREATE);
        call.content(body);
        FilesCreate { call }
    }
}

/// A request of [`Files::list`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct FilesList {
    call: Call,
}

/// A request of [`Files::create`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct FilesCreate {
    call: Call,
}

static LIST: Operation = Operation {
    name: "files.list",
    method: Method::Get,
    path: "/files",
    server: Some("https://media.eu.example.com"),
    body: Body::None,
    security: &[],
    ..Operation::DEFAULT
};

static CREATE: Operation = Operation {
    name: "files.create",
    method: Method::Post,
    path: "/files",
    server: Some("https://upload.example.com/v1"),
    body: Body::Content,
    media_type: Some("application/octet-stream"),
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { FilesList => value () }
seamstress_runtime::operation! { FilesCreate => value () }

// ==== src/resources/nowhere.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};

/// The operations of `nowhere`.
#[derive(Clone, Debug)]
pub struct Nowhere {
    client: Client,
}

impl Nowhere {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /nowhere`
    pub fn get(&self) -> NowhereGet {
        let call = Call::new(&self.client, &GET);
        NowhereGet { call }
    }
}

/// A request of [`Nowhere::get`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct NowhereGet {
    call: Call,
}

static GET: Operation = Operation {
    name: "nowhere.get",
    method: Method::Get,
    path: "/nowhere",
    body: Body::None,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { NowhereGet => value () }

// ==== src/resources/reports.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};

/// The operations of `reports`.
#[derive(Clone, Debug)]
pub struct Reports {
    client: Client,
}

impl Reports {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /reports` at `https://api.example.com/v2`
    pub fn list(&self) -> ReportsList {
        let call = Call::new(&self.client, &LIST);
        ReportsList { call }
    }
}

/// A request of [`Reports::list`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct ReportsList {
    call: Call,
}

static LIST: Operation = Operation {
    name: "reports.list",
    method: Method::Get,
    path: "/reports",
    server: Some("https://api.example.com/v2"),
    body: Body::None,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { ReportsList => value () }
