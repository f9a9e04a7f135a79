
// ==== src/resources/lists.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};

/// The operations of `lists`.
#[derive(Clone, Debug)]
pub struct Lists {
    client: Client,
}

impl Lists {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `POST /lists`
    pub fn send(&self, body: impl IntoIterator<Item = impl Into<String>>) -> ListsSend {
        let mut call = Call::new(&self.client, &SEND);
        call.body(&body.into_iter().map(Into::into).collect::<Vec<String>>());
        ListsSend { call }
    }
}

/// A request of [`Lists::send`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct ListsSend {
    call: Call,
}

static SEND: Operation = Operation {
    name: "lists.send",
    method: Method::Post,
    path: "/lists",
    body: Body::JsonValue,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { ListsSend => value () }

// ==== src/resources/problems.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use crate::types::ProblemsSendResponse;

/// The operations of `problems`.
#[derive(Clone, Debug)]
pub struct Problems {
    client: Client,
}

impl Problems {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `POST /problems`
    pub fn send(&self, title: impl Into<String>) -> ProblemsSend {
        let mut call = Call::new(&self.client, &SEND);
        call.set_into::<String>("title", title);
        ProblemsSend { call }
    }
}

/// A request of [`Problems::send`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct ProblemsSend {
    call: Call,
}

static SEND: Operation = Operation {
    name: "problems.send",
    method: Method::Post,
    path: "/problems",
    body: Body::Json,
    media_type: Some("application/problem+json; charset=utf-8"),
    accept: Some("application/vnd.api+json"),
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { ProblemsSend => value ProblemsSendResponse }

// ==== src/resources/same_names.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};

/// The operations of `same_names`.
#[derive(Clone, Debug)]
pub struct SameNames {
    client: Client,
}

impl SameNames {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `POST /same_names/{it}`
    pub fn send(
        &self,
        it: impl Into<String>,
        query_it: impl Into<String>,
        body_it: impl Into<String>,
    ) -> SameNamesSend {
        let mut call = Call::new(&self.client, &SEND).path_into::<String>("it", it);
        let query_it: String = query_it.into();
        call.set_query("it", &query_it);
        call.set_into::<String>("it", body_it);
        SameNamesSend { call }
    }
}

/// A request of [`SameNames::send`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct SameNamesSend {
    call: Call,
}

impl SameNamesSend {
    pub fn header_it(mut self, header_it: impl Into<String>) -> Self {
        self.call.header_into::<String>("it", header_it);
        self
    }

    pub fn body_body_it(mut self, body_body_it: impl Into<String>) -> Self {
        self.call.set_into::<String>("IT", body_body_it);
        self
    }
}

static SEND: Operation = Operation {
    name: "same_names.send",
    method: Method::Post,
    path: "/same_names/{it}",
    body: Body::Json,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { SameNamesSend => value () }

// ==== src/resources/texts.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};

/// The operations of `texts`.
#[derive(Clone, Debug)]
pub struct Texts {
    client: Client,
}

impl Texts {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `POST /texts`
    pub fn send(&self) -> TextsSend {
        let call = Call::new(&self.client, &SEND);
        TextsSend { call }
    }
}

/// A request of [`Texts::send`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct TextsSend {
    call: Call,
}

impl TextsSend {
    pub fn body(mut self, body: impl Into<seamstress_runtime::Upload>) -> Self {
        self.call.content(body);
        self
    }
}

static SEND: Operation = Operation {
    name: "texts.send",
    method: Method::Post,
    path: "/texts",
    body: Body::Content,
    media_type: Some("text/plain"),
    accept: Some("text/plain"),
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { TextsSend => answer String }

// ==== src/resources/unnamed.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};

/// The operations of `unnamed`.
#[derive(Clone, Debug)]
pub struct Unnamed {
    client: Client,
}

impl Unnamed {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /unnamed`
    pub fn list(&self) -> UnnamedList {
        let call = Call::new(&self.client, &LIST);
        UnnamedList { call }
    }

    /// `GET /unnamed/{one}`
    pub fn get(&self, one: impl Into<String>) -> UnnamedGet {
        let call = Call::new(&self.client, &GET).path_into::<String>("one", one);
        UnnamedGet { call }
    }

    /// `DELETE /unnamed/{one}`
    pub fn delete(&self, one: impl Into<String>) -> UnnamedDelete {
        let call = Call::new(&self.client, &DELETE).path_into::<String>("one", one);
        UnnamedDelete { call }
    }
}

/// A request of [`Unnamed::list`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct UnnamedList {
    call: Call,
}

/// A request of [`Unnamed::get`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct UnnamedGet {
    call: Call,
}

/// A request of [`Unnamed::delete`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct UnnamedDelete {
    call: Call,
}

static LIST: Operation = Operation {
    name: "unnamed.list",
    method: Method::Get,
    path: "/unnamed",
    body: Body::None,
    security: &[],
    ..Operation::DEFAULT
};

static GET: Operation = Operation {
    name: "unnamed.get",
    method: Method::Get,
    path: "/unnamed/{one}",
    body: Body::None,
    security: &[],
    ..Operation::DEFAULT
};

static DELETE: Operation = Operation {
    name: "unnamed.delete",
    method: Method::Delete,
    path: "/unnamed/{one}",
    body: Body::None,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { UnnamedList => value () }
seamstress_runtime::operation! { UnnamedGet => value () }
seamstress_runtime::operation! { UnnamedDelete => value () }

// ==== src/types/ids.rs ====

seamstress_runtime::id! {
    /// Identifies a problem.
    ProblemId
}

// ==== src/types/problems_operations.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `application/vnd.api+json`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ProblemsSendResponse {
    pub id: Option<ProblemId>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    ProblemsSendResponse {
        "id" => id: optional,
    }
}
