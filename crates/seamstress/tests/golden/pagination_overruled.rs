// note[inferred-pages]: lists in pages were recognised: 1 of style `cursor`, 1 of style `last-item`, 1 of style `number`
//   --> pagination_overruled.yaml:5:3 at #/paths
//   help: what is wrong or missing, say under `[pagination.operations]` in the configuration

// ==== src/client.rs ====

//! The client and its builder.

use seamstress_runtime::{Client, ClientBuilder};
use crate::settings::*;

#[allow(unused_imports, reason = "with no feature there is no resource")]
use crate::resources::*;

/// The client of the Overruled API.
///
/// It is cheap to clone: all clones share one pool of connections.
#[derive(Clone, Debug)]
pub struct Overruled {
    client: Client,
}

impl Overruled {
    /// A builder, for all that can be set.
    pub fn builder() -> OverruledBuilder {
        OverruledBuilder::new()
    }

    /// The client below, which sends requests of every kind.
    #[must_use]
    pub fn client(&self) -> &Client {
        &self.client
    }

    #[cfg(feature = "messages")]
    /// The operations of `messages`.
    #[must_use]
    pub fn messages(&self) -> Messages {
        Messages::new(&self.client)
    }

    #[cfg(feature = "threads")]
    /// The operations of `threads`.
    #[must_use]
    pub fn threads(&self) -> Threads {
        Threads::new(&self.client)
    }

    #[cfg(feature = "files")]
    /// The operations of `files`.
    #[must_use]
    pub fn files(&self) -> Files {
        Files::new(&self.client)
    }

    #[cfg(feature = "tracks")]
    /// The operations of `tracks`.
    #[must_use]
    pub fn tracks(&self) -> Tracks {
        Tracks::new(&self.client)
    }

    #[cfg(feature = "jobs")]
    /// The operations of `jobs`.
    #[must_use]
    pub fn jobs(&self) -> Jobs {
        Jobs::new(&self.client)
    }
}

/// Sets up a [`Overruled`].
#[derive(Clone, Debug)]
#[must_use = "a builder does nothing until it is built"]
pub struct OverruledBuilder {
    inner: ClientBuilder,
}

impl OverruledBuilder {
    fn new() -> Self {
        Self {
            inner: Client::builder(&SETTINGS),
        }
    }
}

seamstress_runtime::client_builder! { OverruledBuilder => Overruled }

// ==== src/resources/files.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use crate::types::FilesListResponse;

/// The operations of `files`.
#[derive(Clone, Debug)]
pub struct Files {
    client: Client,
}

impl Files {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /files`
    pub fn list(&self) -> FilesList {
        let call = Call::new(&self.client, &LIST);
        FilesList { call }
    }
}

/// A request of [`Files::list`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct FilesList {
    call: Call,
}

impl FilesList {
    pub fn page_token(mut self, page_token: impl Into<String>) -> Self {
        self.call.set_into::<String>("pageToken", page_token);
        self
    }
}

static LIST: Operation = Operation {
    name: "files.list",
    method: Method::Get,
    path: "/files",
    body: Body::Query,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { FilesList => value FilesListResponse }

// ==== src/resources/jobs.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use crate::types::Thing;

/// The operations of `jobs`.
#[derive(Clone, Debug)]
pub struct Jobs {
    client: Client,
}

impl Jobs {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /jobs`
    pub fn list(&self) -> JobsList {
        let call = Call::new(&self.client, &LIST);
        JobsList { call }
    }
}

/// A request of [`Jobs::list`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct JobsList {
    call: Call,
}

impl JobsList {
    pub fn cursor(mut self, cursor: impl Into<String>) -> Self {
        self.call.set_into::<String>("cursor", cursor);
        self
    }
}

static LIST: Operation = Operation {
    name: "jobs.list",
    method: Method::Get,
    path: "/jobs",
    body: Body::Query,
    response_key: Some("jobs"),
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { JobsList => page Thing, &crate::settings::PAGING_CURSOR }

// ==== src/resources/messages.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use crate::types::Thing;

/// The operations of `messages`.
#[derive(Clone, Debug)]
pub struct Messages {
    client: Client,
}

impl Messages {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /messages`
    pub fn list(&self) -> MessagesList {
        let call = Call::new(&self.client, &LIST);
        MessagesList { call }
    }
}

/// A request of [`Messages::list`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct MessagesList {
    call: Call,
}

impl MessagesList {
    pub fn after(mut self, after: impl Into<String>) -> Self {
        self.call.set_into::<String>("after", after);
        self
    }
}

static LIST: Operation = Operation {
    name: "messages.list",
    method: Method::Get,
    path: "/messages",
    body: Body::Query,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { MessagesList => page Thing, &crate::settings::PAGING_AFTER }

// ==== src/resources/threads.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use crate::types::Thing;

/// The operations of `threads`.
#[derive(Clone, Debug)]
pub struct Threads {
    client: Client,
}

impl Threads {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /threads`
    pub fn list(&self) -> ThreadsList {
        let call = Call::new(&self.client, &LIST);
        ThreadsList { call }
    }
}

/// A request of [`Threads::list`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct ThreadsList {
    call: Call,
}

impl ThreadsList {
    pub fn p(mut self, p: i64) -> Self {
        self.call.set("p", &p);
        self
    }
}

static LIST: Operation = Operation {
    name: "threads.list",
    method: Method::Get,
    path: "/threads",
    body: Body::Query,
    response_key: Some("threads"),
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { ThreadsList => page Thing, &crate::settings::PAGING_P }

// ==== src/resources/tracks.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use crate::types::TracksListResponse;

/// The operations of `tracks`.
#[derive(Clone, Debug)]
pub struct Tracks {
    client: Client,
}

impl Tracks {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /tracks`
    pub fn list(&self) -> TracksList {
        let call = Call::new(&self.client, &LIST);
        TracksList { call }
    }
}

/// A request of [`Tracks::list`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct TracksList {
    call: Call,
}

impl TracksList {
    pub fn offset(mut self, offset: i64) -> Self {
        self.call.set("offset", &offset);
        self
    }

    pub fn limit(mut self, limit: i64) -> Self {
        self.call.set("limit", &limit);
        self
    }
}

static LIST: Operation = Operation {
    name: "tracks.list",
    method: Method::Get,
    path: "/tracks",
    body: Body::Query,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { TracksList => value TracksListResponse }

// ==== src/resources.rs ====

//! Resources, their operations, and the requests that these start.

#[cfg(feature = "messages")]
mod messages;
#[cfg(feature = "messages")]
pub use messages::*;
#[cfg(feature = "threads")]
mod threads;
#[cfg(feature = "threads")]
pub use threads::*;
#[cfg(feature = "files")]
mod files;
#[cfg(feature = "files")]
pub use files::*;
#[cfg(feature = "tracks")]
mod tracks;
#[cfg(feature = "tracks")]
pub use tracks::*;
#[cfg(feature = "jobs")]
mod jobs;
#[cfg(feature = "jobs")]
pub use jobs::*;

// ==== src/settings.rs ====

//! What the runtime is told of the API.

use seamstress_runtime::{ErrorBody, NextPage, Paging, QueryStyle, Settings};

pub(crate) static SETTINGS: Settings = Settings {
    base_url: "",
    user_agent: "pagination_overruled/0.1.0",
    headers: &[],
    query_style: QueryStyle::Form,
    error_body: &ERROR_BODY,
    request_id_header: None,
    ..Settings::DEFAULT
};

static ERROR_BODY: ErrorBody = ErrorBody {
    object: None,
    kind: None,
    message: None,
    validation: None,
    validation_messages: None,
    request_id: None,
};

/// How lists come in pages.
#[allow(dead_code, reason = "some features have no lists")]
pub(crate) static PAGING_AFTER: Paging = Paging {
    parameter: "after",
    next: NextPage::LastItem(&["id"]),
    ..Paging::ONE_PAGE
};

/// How lists come in pages.
#[allow(dead_code, reason = "some features have no lists")]
pub(crate) static PAGING_CURSOR: Paging = Paging {
    parameter: "cursor",
    next: NextPage::Cursor(&["next_cursor"]),
    ..Paging::ONE_PAGE
};

/// How lists come in pages.
#[allow(dead_code, reason = "some features have no lists")]
pub(crate) static PAGING_P: Paging = Paging {
    parameter: "p",
    next: NextPage::Number(0),
    total: &["about", "pages"],
    ..Paging::ONE_PAGE
};

// ==== src/testing.rs ====

//! For tests: a transport that plays answers, a clock that nobody waits for, and how the
//! answer of every operation is read.

#![allow(unused_imports, reason = "what is needed depends on the features")]

pub use seamstress_runtime::testing::*;
pub use answers::ANSWERS;
mod answers {
    use seamstress_runtime::testing;
    use seamstress_runtime::Method;
    use crate::types::*;
    /// How the answer of every operation is read, without calling it: for tests with answers
    /// that were recorded or made up.
    pub static ANSWERS: &[testing::Answer] = &[
        #[cfg(feature = "messages")]
        testing::Answer::page::<Thing>(Method::Get, "/messages", None, &crate::settings::PAGING_AFTER),
        #[cfg(feature = "threads")]
        testing::Answer::page::<Thing>(Method::Get, "/threads", Some("threads"), &crate::settings::PAGING_P),
        #[cfg(feature = "files")]
        testing::Answer::value::<FilesListResponse>(Method::Get, "/files", None),
        #[cfg(feature = "tracks")]
        testing::Answer::value::<TracksListResponse>(Method::Get, "/tracks", None),
        #[cfg(feature = "jobs")]
        testing::Answer::page::<Thing>(Method::Get, "/jobs", Some("jobs"), &crate::settings::PAGING_CURSOR),
    ];
}

// ==== src/types/files_operations.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `application/json`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct FilesListResponse {
    pub files: Option<Vec<Thing>>,
    pub next_page_token: Option<String>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    FilesListResponse {
        "files" => files: optional,
        "nextPageToken" => next_page_token: optional,
    }
}

// ==== src/types/ids.rs ====

seamstress_runtime::id! {
    /// Identifies a thing.
    ThingId
}

// ==== src/types/thing.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `Thing`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    pub id: ThingId,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    Thing {
        "id" => id: required,
    }
}

// ==== src/types/tracks_operations.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `application/json`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct TracksListResponse {
    pub items: Vec<Thing>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    TracksListResponse {
        "items" => items: required,
    }
}

// ==== src/types.rs ====

//! All types of the API, by name.

#[cfg(feature = "files")]
mod files_operations;
#[cfg(feature = "files")]
pub use files_operations::*;
#[cfg(feature = "_Thing")]
mod thing;
#[cfg(feature = "_Thing")]
pub use thing::*;
#[cfg(feature = "tracks")]
mod tracks_operations;
#[cfg(feature = "tracks")]
pub use tracks_operations::*;
mod ids;
pub use ids::*;
