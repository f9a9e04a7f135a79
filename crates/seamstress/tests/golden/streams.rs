
// ==== src/operations.rs ====

//! Operations that belong to no resource.

use crate::Streams;
use seamstress_runtime::{Body, Call, Method, Operation};
use crate::types::{Reply, Word};

impl Streams {
    /// `POST /chat`
    pub fn chat(&self, text: impl Into<String>) -> Chat {
        let mut call = Call::new(self.client(), &CHAT);
        call.set_into::<String>("text", text);
        Chat { call }
    }
}

/// A request of [`Streams::chat`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct Chat {
    call: Call,
}

impl Chat {
    pub fn set_events(mut self, events: impl Into<String>) -> Self {
        self.call.set_into::<String>("events", events);
        self
    }
}

static CHAT: Operation = Operation {
    name: "chat",
    method: Method::Post,
    path: "/chat",
    body: Body::Json,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { Chat => value Reply }
seamstress_runtime::operation_events! { Chat => Word, seamstress_runtime::StreamFormat::EventData, "text/event-stream", "stream" }

// ==== src/resources/changes.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use crate::types::Change;

/// The operations of `changes`.
#[derive(Clone, Debug)]
pub struct Changes {
    client: Client,
}

impl Changes {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /changes`
    pub fn list(&self) -> ChangesList {
        let call = Call::new(&self.client, &LIST);
        ChangesList { call }
    }
}

/// A request of [`Changes::list`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct ChangesList {
    call: Call,
}

static LIST: Operation = Operation {
    name: "changes.list",
    method: Method::Get,
    path: "/changes",
    body: Body::None,
    accept: Some("text/event-stream"),
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { ChangesList => stream Change, seamstress_runtime::StreamFormat::Events, "text/event-stream" }

// ==== src/resources/records.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use crate::types::Word;

/// The operations of `records`.
#[derive(Clone, Debug)]
pub struct Records {
    client: Client,
}

impl Records {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /records`
    pub fn list(&self) -> RecordsList {
        let call = Call::new(&self.client, &LIST);
        RecordsList { call }
    }
}

/// A request of [`Records::list`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct RecordsList {
    call: Call,
}

static LIST: Operation = Operation {
    name: "records.list",
    method: Method::Get,
    path: "/records",
    body: Body::None,
    accept: Some("application/json-seq"),
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { RecordsList => stream Word, seamstress_runtime::StreamFormat::JsonLines, "application/json-seq" }

// ==== src/resources/rows.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use crate::types::Word;

/// The operations of `rows`.
#[derive(Clone, Debug)]
pub struct Rows {
    client: Client,
}

impl Rows {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /rows`
    pub fn list(&self) -> RowsList {
        let call = Call::new(&self.client, &LIST);
        RowsList { call }
    }
}

/// A request of [`Rows::list`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct RowsList {
    call: Call,
}

static LIST: Operation = Operation {
    name: "rows.list",
    method: Method::Get,
    path: "/rows",
    body: Body::None,
    accept: Some("application/x-ndjson"),
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { RowsList => stream Word, seamstress_runtime::StreamFormat::JsonLines, "application/x-ndjson" }

// ==== src/resources/ticks.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};

/// The operations of `ticks`.
#[derive(Clone, Debug)]
pub struct Ticks {
    client: Client,
}

impl Ticks {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /ticks`
    pub fn list(&self) -> TicksList {
        let call = Call::new(&self.client, &LIST);
        TicksList { call }
    }
}

/// A request of [`Ticks::list`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct TicksList {
    call: Call,
}

static LIST: Operation = Operation {
    name: "ticks.list",
    method: Method::Get,
    path: "/ticks",
    body: Body::None,
    accept: Some("text/event-stream"),
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { TicksList => stream String, seamstress_runtime::StreamFormat::EventData, "text/event-stream" }

// ==== src/resources/words.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use crate::types::Word;

/// The operations of `words`.
#[derive(Clone, Debug)]
pub struct Words {
    client: Client,
}

impl Words {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /words`
    pub fn list(&self) -> WordsList {
        let call = Call::new(&self.client, &LIST);
        WordsList { call }
    }
}

/// A request of [`Words::list`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct WordsList {
    call: Call,
}

static LIST: Operation = Operation {
    name: "words.list",
    method: Method::Get,
    path: "/words",
    body: Body::None,
    accept: Some("text/event-stream"),
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { WordsList => stream Word, seamstress_runtime::StreamFormat::EventData, "text/event-stream" }

// ==== src/types/change.rs ====

use seamstress_runtime::json::{Extra, Unknown, UnknownValue};
use super::*;

/// `Change`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Change {
    pub event: Option<ChangeEvent>,
    pub data: String,
    pub id: Option<ChangeId>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

/// `event`
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum ChangeEvent {
    /// `added`
    Added,
    /// `removed`
    Removed,
    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

seamstress_runtime::object! {
    Change {
        "event" => event: optional,
        "data" => data: required,
        "id" => id: optional,
    }
}

seamstress_runtime::open_enum! {
    ChangeEvent {
        "added" => Added,
        "removed" => Removed,
    }
}

// ==== src/types/ids.rs ====

seamstress_runtime::id! {
    /// Identifies a change.
    ChangeId
}

// ==== src/types/reply.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `Reply`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Reply {
    pub text: String,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    Reply {
        "text" => text: required,
    }
}

// ==== src/types/word.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `Word`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Word {
    pub word: String,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    Word {
        "word" => word: required,
    }
}
