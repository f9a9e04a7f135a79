
// ==== src/operations.rs ====

//! Operations that belong to no resource.

use crate::Shows;
use seamstress_runtime::{Body, Call, Method, Operation};

impl Shows {
    /// `GET /{show}`
    pub fn watch(&self, show: impl Into<String>) -> Watch {
        let call = Call::new(self.client(), &WATCH).path_into::<String>("show", show);
        Watch { call }
    }

    /// `PUT /{show}`
    pub fn stage(&self, show: impl Into<String>) -> Stage {
        let call = Call::new(self.client(), &STAGE).path_into::<String>("show", show);
        Stage { call }
    }

    /// `DELETE /{show}`
    pub fn cancel(&self, show: impl Into<String>) -> Cancel {
        let call = Call::new(self.client(), &CANCEL).path_into::<String>("show", show);
        Cancel { call }
    }

    /// `HEAD /{show}`
    pub fn look(&self, show: impl Into<String>) -> Look {
        let call = Call::new(self.client(), &LOOK).path_into::<String>("show", show);
        Look { call }
    }
}

impl crate::Guest {
    /// `GET /{show}`
    pub fn watch(&self, show: impl Into<String>) -> Watch {
        let call = Call::new(self.client(), &WATCH).path_into::<String>("show", show);
        Watch { call }
    }

    /// `HEAD /{show}`
    pub fn look(&self, show: impl Into<String>) -> Look {
        let call = Call::new(self.client(), &LOOK).path_into::<String>("show", show);
        Look { call }
    }
}

/// A request of [`Shows::watch`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct Watch {
    call: Call,
}

/// A request of [`Shows::stage`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct Stage {
    call: Call,
}

/// A request of [`Shows::cancel`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct Cancel {
    call: Call,
}

/// A request of [`Shows::look`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct Look {
    call: Call,
}

static WATCH: Operation = Operation {
    name: "watch",
    method: Method::Get,
    path: "/{show}",
    body: Body::None,
    security: &["admin"],
    security_sets: &[&["seat", "ticket"]],
    ..Operation::DEFAULT
};

static STAGE: Operation = Operation {
    name: "stage",
    method: Method::Put,
    path: "/{show}",
    body: Body::Json,
    security: &["admin"],
    ..Operation::DEFAULT
};

static CANCEL: Operation = Operation {
    name: "cancel",
    method: Method::Delete,
    path: "/{show}",
    body: Body::None,
    security: &[],
    security_sets: &[&["admin", "ticket"]],
    ..Operation::DEFAULT
};

static LOOK: Operation = Operation {
    name: "look",
    method: Method::Head,
    path: "/{show}",
    body: Body::None,
    security: &["ticket"],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { Watch => value () }
seamstress_runtime::operation! { Stage => value () }
seamstress_runtime::operation! { Cancel => value () }
seamstress_runtime::operation! { Look => value () }
