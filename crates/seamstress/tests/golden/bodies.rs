// warning[unsupported-body]: a body without named members cannot be sent yet
//   --> bodies.yaml:8:77 at #/paths/~1lists/post/requestBody/content/application~1json/schema
//   help: the operation is emitted without it
// warning[unsupported-media-type]: `text/plain` cannot be sent or read yet
//   --> bodies.yaml:13:45 at #/paths/~1texts/post/requestBody/content/text~1plain
//   help: the operation is emitted without it
// warning[unsupported-media-type]: `text/plain` cannot be sent or read yet
//   --> bodies.yaml:14:72 at #/paths/~1texts/post/responses/200/content/text~1plain
//   help: the operation is emitted without it

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
    pub fn send_list(&self) -> ListsSendList {
        let call = Call::new(&self.client, &SEND_LIST);
        ListsSendList { call }
    }
}

/// A request of [`Lists::send_list`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct ListsSendList {
    call: Call,
}

static SEND_LIST: Operation = Operation {
    name: "lists.sendList",
    method: Method::Post,
    path: "/lists",
    body: Body::Json,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { ListsSendList => value () }

// ==== src/resources/problems.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use crate::types::ProblemsSendProblemResponse;

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
    pub fn send_problem(&self, title: impl Into<String>) -> ProblemsSendProblem {
        let mut call = Call::new(&self.client, &SEND_PROBLEM);
        call.set_into::<String>("title", title);
        ProblemsSendProblem { call }
    }
}

/// A request of [`Problems::send_problem`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct ProblemsSendProblem {
    call: Call,
}

static SEND_PROBLEM: Operation = Operation {
    name: "problems.sendProblem",
    method: Method::Post,
    path: "/problems",
    body: Body::Json,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { ProblemsSendProblem => value ProblemsSendProblemResponse }

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
    pub fn send_same(
        &self,
        it: impl Into<String>,
        query_it: impl Into<String>,
        body_it: impl Into<String>,
    ) -> SameNamesSendSame {
        let mut call = Call::new(&self.client, &SEND_SAME).path_into::<String>("it", it);
        let query_it: String = query_it.into();
        call.set_query("it", &query_it);
        call.set_into::<String>("it", body_it);
        SameNamesSendSame { call }
    }
}

/// A request of [`SameNames::send_same`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct SameNamesSendSame {
    call: Call,
}

impl SameNamesSendSame {
    pub fn header_it(mut self, header_it: impl Into<String>) -> Self {
        self.call.header_into::<String>("it", header_it);
        self
    }

    pub fn body_body_it(mut self, body_body_it: impl Into<String>) -> Self {
        self.call.set_into::<String>("IT", body_body_it);
        self
    }
}

static SEND_SAME: Operation = Operation {
    name: "same_names.sendSame",
    method: Method::Post,
    path: "/same_names/{it}",
    body: Body::Json,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { SameNamesSendSame => value () }

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
    pub fn send_text(&self) -> TextsSendText {
        let call = Call::new(&self.client, &SEND_TEXT);
        TextsSendText { call }
    }
}

/// A request of [`Texts::send_text`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct TextsSendText {
    call: Call,
}

static SEND_TEXT: Operation = Operation {
    name: "texts.sendText",
    method: Method::Post,
    path: "/texts",
    body: Body::Json,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { TextsSendText => value () }

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
    pub fn get(&self) -> UnnamedGet {
        let call = Call::new(&self.client, &GET);
        UnnamedGet { call }
    }

    /// `GET /unnamed/{one}`
    pub fn get_by_one(&self, one: impl Into<String>) -> UnnamedGetByOne {
        let call = Call::new(&self.client, &GET_BY_ONE).path_into::<String>("one", one);
        UnnamedGetByOne { call }
    }

    /// `DELETE /unnamed/{one}`
    pub fn delete(&self, one: impl Into<String>) -> UnnamedDelete {
        let call = Call::new(&self.client, &DELETE).path_into::<String>("one", one);
        UnnamedDelete { call }
    }
}

/// A request of [`Unnamed::get`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct UnnamedGet {
    call: Call,
}

/// A request of [`Unnamed::get_by_one`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct UnnamedGetByOne {
    call: Call,
}

/// A request of [`Unnamed::delete`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct UnnamedDelete {
    call: Call,
}

static GET: Operation = Operation {
    name: "unnamed.get",
    method: Method::Get,
    path: "/unnamed",
    body: Body::None,
    security: &[],
    ..Operation::DEFAULT
};

static GET_BY_ONE: Operation = Operation {
    name: "unnamed.get_by_one",
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

seamstress_runtime::operation! { UnnamedGet => value () }
seamstress_runtime::operation! { UnnamedGetByOne => value () }
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
pub struct ProblemsSendProblemResponse {
    pub id: Option<ProblemId>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    ProblemsSendProblemResponse {
        "id" => id: optional,
    }
}
