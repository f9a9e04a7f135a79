
// ==== src/resources/codes/unmanaged.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use crate::types::{Code, CodeId};

/// The operations of `codes.unmanaged`.
#[derive(Clone, Debug)]
pub struct CodesUnmanaged {
    client: Client,
}

impl CodesUnmanaged {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `POST /codes/unmanaged/get`
    pub fn get(&self, code_id: impl Into<CodeId>) -> CodesUnmanagedGet {
        let mut call = Call::new(&self.client, &GET);
        call.set_into::<CodeId>("code_id", code_id);
        CodesUnmanagedGet { call }
    }
}

/// A request of [`CodesUnmanaged::get`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct CodesUnmanagedGet {
    call: Call,
}

static GET: Operation = Operation {
    name: "codes.unmanaged.get",
    method: Method::Post,
    path: "/codes/unmanaged/get",
    body: Body::Json,
    response_key: Some("code"),
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { CodesUnmanagedGet => value Code }

// ==== src/resources/codes.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation, Paging};
use crate::types::{Code, CodeId};
mod unmanaged;
pub use unmanaged::*;

/// The operations of `codes`.
#[derive(Clone, Debug)]
pub struct Codes {
    client: Client,
}

impl Codes {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// The operations of `codes.unmanaged`.
    #[must_use]
    pub fn unmanaged(&self) -> CodesUnmanaged {
        CodesUnmanaged::new(&self.client)
    }

    /// `GET /codes/list`
    pub fn list(&self) -> CodesList {
        let call = Call::new(&self.client, &LIST);
        CodesList { call }
    }

    /// `POST /codes/get`
    pub fn get(&self, code_id: impl Into<CodeId>) -> CodesGet {
        let mut call = Call::new(&self.client, &GET);
        call.set_into::<CodeId>("code_id", code_id);
        CodesGet { call }
    }

    /// `DELETE /codes/delete`
    pub fn delete(&self, code_id: impl Into<CodeId>) -> CodesDelete {
        let mut call = Call::new(&self.client, &DELETE);
        call.set_into::<CodeId>("code_id", code_id);
        CodesDelete { call }
    }
}

/// A request of [`Codes::list`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct CodesList {
    call: Call,
}

impl CodesList {
    pub fn lock(mut self, lock: impl Into<String>) -> Self {
        self.call.set_into::<String>("lock", lock);
        self
    }
}

/// A request of [`Codes::get`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct CodesGet {
    call: Call,
}

/// A request of [`Codes::delete`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct CodesDelete {
    call: Call,
}

static LIST: Operation = Operation {
    name: "codes.list",
    method: Method::Get,
    path: "/codes/list",
    body: Body::Query,
    response_key: Some("codes"),
    security: &[],
    twin_post: true,
    ..Operation::DEFAULT
};

static GET: Operation = Operation {
    name: "codes.get",
    method: Method::Post,
    path: "/codes/get",
    body: Body::Json,
    response_key: Some("code"),
    security: &[],
    idempotent: true,
    ..Operation::DEFAULT
};

static DELETE: Operation = Operation {
    name: "codes.delete",
    method: Method::Delete,
    path: "/codes/delete",
    body: Body::Query,
    security: &[],
    twin_post: true,
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { CodesList => page Code, Paging::NONE }
seamstress_runtime::operation! { CodesGet => value Code }
seamstress_runtime::operation! { CodesDelete => value () }

// ==== src/resources/health.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};

/// The operations of `health`.
#[derive(Clone, Debug)]
pub struct Health {
    client: Client,
}

impl Health {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /health`
    pub fn get(&self) -> HealthGet {
        let call = Call::new(&self.client, &GET);
        HealthGet { call }
    }
}

/// A request of [`Health::get`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct HealthGet {
    call: Call,
}

static GET: Operation = Operation {
    name: "health.get",
    method: Method::Get,
    path: "/health",
    body: Body::None,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { HealthGet => value () }

// ==== src/types/code.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `Code`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Code {
    pub code_id: CodeId,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    Code {
        "code_id" => code_id: required,
    }
}

// ==== src/types/ids.rs ====

seamstress_runtime::id! {
    /// Identifies a code.
    CodeId
}
