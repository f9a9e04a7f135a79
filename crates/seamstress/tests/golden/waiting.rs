
// ==== src/resources/actions.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use crate::types::{Action, ActionId};

/// The operations of `actions`.
#[derive(Clone, Debug)]
pub struct Actions {
    client: Client,
}

impl Actions {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `POST /actions/get`
    pub fn get(&self, action_id: impl Into<ActionId>) -> ActionsGet {
        let mut call = Call::new(&self.client, &GET);
        call.set_into::<ActionId>("action_id", action_id);
        ActionsGet { call }
    }
}

/// A request of [`Actions::get`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct ActionsGet {
    call: Call,
}

static GET: Operation = Operation {
    name: "actions.get",
    method: Method::Post,
    path: "/actions/get",
    body: Body::Json,
    response_key: Some("action"),
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { ActionsGet => value Action, wait "action" as Action, crate::waiting::poll }

// ==== src/resources/doors.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use crate::types::{Action, Door};

/// The operations of `doors`.
#[derive(Clone, Debug)]
pub struct Doors {
    client: Client,
}

impl Doors {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `POST /doors/open`
    pub fn open(&self, door: impl Into<String>) -> DoorsOpen {
        let mut call = Call::new(&self.client, &OPEN);
        call.set_into::<String>("door", door);
        DoorsOpen { call }
    }

    /// `POST /doors/create`
    pub fn create(&self) -> DoorsCreate {
        let call = Call::new(&self.client, &CREATE);
        DoorsCreate { call }
    }
}

/// A request of [`Doors::open`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct DoorsOpen {
    call: Call,
}

/// A request of [`Doors::create`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct DoorsCreate {
    call: Call,
}

static OPEN: Operation = Operation {
    name: "doors.open",
    method: Method::Post,
    path: "/doors/open",
    body: Body::Json,
    response_key: Some("action"),
    security: &[],
    ..Operation::DEFAULT
};

static CREATE: Operation = Operation {
    name: "doors.create",
    method: Method::Post,
    path: "/doors/create",
    body: Body::Json,
    response_key: Some("door"),
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { DoorsOpen => value Action, wait "action" as Action, crate::waiting::poll }
seamstress_runtime::operation! { DoorsCreate => value Door, wait "action" as Action, crate::waiting::poll }

// ==== src/types/action.rs ====

use seamstress_runtime::json::{Extra, Unknown, UnknownValue};
use super::*;

/// `action`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Action {
    pub action_id: ActionId,
    pub state: ActionState,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

/// `state`
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum ActionState {
    /// `running`
    Running,
    /// `done`
    Done,
    /// `failed`
    Failed,
    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

seamstress_runtime::object! {
    Action {
        "action_id" => action_id: required,
        "state" => state: required,
    }
}

seamstress_runtime::open_enum! {
    ActionState {
        "running" => Running,
        "done" => Done,
        "failed" => Failed,
    }
}

// ==== src/types/doors_operations.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `door`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Door {
    pub name: Option<String>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    Door {
        "name" => name: optional,
    }
}

// ==== src/types/ids.rs ====

seamstress_runtime::id! {
    /// Identifies an action.
    ActionId
}

// ==== src/waiting.rs ====

//! How long-running actions are awaited.

use seamstress_runtime::{Body, Call, Client, Method, Operation, Progress, Waitable};
use crate::types::*;

/// The request that reads the [`Action`] again.
#[allow(
    dead_code,
    reason = "some features have the action, and nothing that starts one"
)]
pub(crate) fn poll(client: &Client, action: &Action) -> Call {
    let mut call = Call::new(client, &POLL);
    call.identify("action_id", &action.action_id);
    call
}

impl Waitable for Action {
    fn progress(&self) -> Progress<'_> {
        match self.state.as_str() {
            "running" => Progress::Pending,
            "done" => Progress::Done,
            "failed" => {
                Progress::Failed {
                    code: "failed",
                    message: "",
                }
            }
            other => Progress::Unknown(other),
        }
    }
}

static POLL: Operation = Operation {
    name: "actions.get",
    method: Method::Post,
    path: "/actions/get",
    body: Body::Json,
    response_key: Some("action"),
    security: &[],
    ..Operation::DEFAULT
};
