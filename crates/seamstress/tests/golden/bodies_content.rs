
// ==== src/headers.rs ====

//! Headers of answers, and what they are read as: see
//! [`Response::header`](crate::Response::header), and
//! [`Error::header`](crate::Error::header) for those of failures.

use seamstress_runtime::Header;

/// The header `ETag`.
pub const ETAG: Header<String> = Header::new("ETag");

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

    /// `GET /files/{name}`
    ///
    /// Headers of the answer: [`ETag`](crate::headers::ETAG).
    ///
    /// # Errors
    ///
    /// A failure comes with a body: see [`Error::body`](crate::Error::body).
    ///
    /// - 404: [`Problem`](crate::types::Problem)
    pub fn download(&self, name: impl Into<String>) -> FilesDownload {
        let call = Call::new(&self.client, &DOWNLOAD).path_into::<String>("name", name);
        FilesDownload { call }
    }

    /// `PUT /files/{name}`
    pub fn upload(
        &self,
        name: impl Into<String>,
        body: impl Into<seamstress_runtime::Upload>,
    ) -> FilesUpload {
        let mut call = Call::new(&self.client, &UPLOAD)
            .path_into::<String>("name", name);
        call.content(body);
        FilesUpload { call }
    }

    /// `HEAD /files/{name}`
    pub fn describe(&self, name: impl Into<String>) -> FilesDescribe {
        let call = Call::new(&self.client, &DESCRIBE).path_into::<String>("name", name);
        FilesDescribe { call }
    }
}

/// A request of [`Files::download`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct FilesDownload {
    call: Call,
}

/// A request of [`Files::upload`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct FilesUpload {
    call: Call,
}

impl FilesUpload {
    pub fn part(mut self, part: i64) -> Self {
        self.call.set("part", &part);
        self
    }
}

/// A request of [`Files::describe`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct FilesDescribe {
    call: Call,
}

static DOWNLOAD: Operation = Operation {
    name: "files.download",
    method: Method::Get,
    path: "/files/{name}",
    body: Body::None,
    accept: Some("application/octet-stream"),
    security: &[],
    ..Operation::DEFAULT
};

static UPLOAD: Operation = Operation {
    name: "files.upload",
    method: Method::Put,
    path: "/files/{name}",
    body: Body::Content,
    media_type: Some("application/octet-stream"),
    security: &[],
    ..Operation::DEFAULT
};

static DESCRIBE: Operation = Operation {
    name: "files.describe",
    method: Method::Head,
    path: "/files/{name}",
    body: Body::None,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { FilesDownload => download }
seamstress_runtime::operation! { FilesUpload => value () }
seamstress_runtime::operation! { FilesDescribe => value () }

// ==== src/resources/notes.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};

/// The operations of `notes`.
#[derive(Clone, Debug)]
pub struct Notes {
    client: Client,
}

impl Notes {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `POST /notes`
    pub fn add(&self, body: impl Into<seamstress_runtime::Upload>) -> NotesAdd {
        let mut call = Call::new(&self.client, &ADD);
        call.content(body);
        NotesAdd { call }
    }
}

/// A request of [`Notes::add`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct NotesAdd {
    call: Call,
}

static ADD: Operation = Operation {
    name: "notes.add",
    method: Method::Post,
    path: "/notes",
    body: Body::Content,
    media_type: Some("text/plain"),
    accept: Some("text/plain"),
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { NotesAdd => answer String }

// ==== src/resources/pictures.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};

/// The operations of `pictures`.
#[derive(Clone, Debug)]
pub struct Pictures {
    client: Client,
}

impl Pictures {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `POST /pictures`
    pub fn add(&self) -> PicturesAdd {
        let call = Call::new(&self.client, &ADD);
        PicturesAdd { call }
    }
}

/// A request of [`Pictures::add`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct PicturesAdd {
    call: Call,
}

impl PicturesAdd {
    pub fn body(mut self, body: impl Into<seamstress_runtime::Upload>) -> Self {
        self.call.content(body);
        self
    }
}

static ADD: Operation = Operation {
    name: "pictures.add",
    method: Method::Post,
    path: "/pictures",
    body: Body::Content,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { PicturesAdd => value () }

// ==== src/types/problem.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `Problem`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Problem {
    pub title: String,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    Problem {
        "title" => title: required,
    }
}
