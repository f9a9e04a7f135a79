
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

// ==== src/resources/webhook_events.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};

/// The operations of `webhook_events`.
#[derive(Clone, Debug)]
pub struct WebhookEvents {
    client: Client,
}

impl WebhookEvents {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /webhook_events/count`
    pub fn count(&self) -> WebhookEventsCount {
        let call = Call::new(&self.client, &COUNT);
        WebhookEventsCount { call }
    }
}

/// A request of [`WebhookEvents::count`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct WebhookEventsCount {
    call: Call,
}

static COUNT: Operation = Operation {
    name: "webhook_events.count",
    method: Method::Get,
    path: "/webhook_events/count",
    body: Body::None,
    response_key: Some("count"),
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { WebhookEventsCount => value i64 }

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

// ==== src/types/event.rs ====

use seamstress_runtime::json::{Extra, Unknown};
use super::*;

/// `event`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Event {
    pub event_id: EventId,
    /// The `event_type`, and what only objects with this one have.
    pub kind: EventKind,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

/// The `event_type` of [`Event`].
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum EventKind {
    /// `door.opened`
    #[non_exhaustive]
    DoorOpened { door: EventDoor },
    /// `action.ended`
    #[non_exhaustive]
    ActionEnded { action: Action },
    /// One that this version of the crate does not know.
    Unknown(Unknown),
}

/// `door`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct EventDoor {
    pub name: Option<String>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    Event {
        "event_id" => event_id: required,
        "event_type" => kind: kind,
    }
}

seamstress_runtime::kind! {
    EventKind {
        "door.opened" => DoorOpened {
            "door" => door: required,
        },
        "action.ended" => ActionEnded {
            "action" => action: required,
        },
    }
}

seamstress_runtime::object! {
    EventDoor {
        "name" => name: optional,
    }
}

// ==== src/types/ids.rs ====

seamstress_runtime::id! {
    /// Identifies an action.
    ActionId
}

seamstress_runtime::id! {
    /// Identifies an event.
    EventId
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

// ==== src/webhook.rs ====

//! Events that the server sends by itself.

use std::time::Duration;
use seamstress_runtime::http::HeaderMap;
use seamstress_runtime::jiff::Timestamp;
use seamstress_runtime::{Error, WebhookError, WebhookEvent, WebhookVerifier};

/// Checks that a delivery is by who knows the secret of the endpoint, and reads the
/// [`Event`](crate::types::Event) in it.
///
/// The body must be the bytes as they came, before anything has parsed them: the signature is over
/// these.
///
/// ```
/// use webhooks::DoorWebhook;
/// use webhooks::runtime::http::HeaderMap;
///
/// /// The status to answer with.
/// fn receive(webhook: &DoorWebhook, headers: &HeaderMap, body: &[u8]) -> u16 {
///     match webhook.event(headers, body) {
///         Ok(event) => {
///             println!("{}: {:?}", event.id(), event.value);
///             200
///         }
///         // The sender is genuine; sending it again would not help.
///         Err(error) if error.is_unreadable() => 200,
///         Err(_forged) => 401,
///     }
/// }
///
/// let webhook = DoorWebhook::new("whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD")?;
/// assert_eq!(receive(&webhook, &HeaderMap::new(), b"{}"), 401);
/// # Ok::<(), webhooks::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct DoorWebhook(WebhookVerifier);

impl DoorWebhook {
    /// By the secret of the endpoint: `whsec_` and base64, or base64 alone.
    ///
    /// # Errors
    ///
    /// Where it is empty or no base64. The error does not repeat it.
    pub fn new(secret: &str) -> Result<Self, Error> {
        WebhookVerifier::new(secret).map(Self)
    }

    /// Accepts deliveries by this secret too, while the endpoint changes from one to the
    /// other.
    ///
    /// # Errors
    ///
    /// As [`new`](Self::new).
    pub fn and_secret(self, secret: &str) -> Result<Self, Error> {
        self.0.and_secret(secret).map(Self)
    }

    /// How far the timestamp of a delivery may be from the time, before or after: five
    /// minutes unless set.
    #[must_use]
    pub fn tolerance(self, tolerance: Duration) -> Self {
        Self(self.0.tolerance(tolerance))
    }

    /// Judges the age of deliveries as if it were `now`, instead of by the clock of the
    /// system: for tests, and for deliveries that were kept.
    #[must_use]
    pub fn at(self, now: Timestamp) -> Self {
        Self(self.0.at(now))
    }

    /// The event of a delivery: of its headers, and its body as it came.
    ///
    /// # Errors
    ///
    /// Where the delivery must not be trusted ([`WebhookError::is_forged`]), or is genuine
    /// and cannot be read ([`WebhookError::is_unreadable`]).
    pub fn event(
        &self,
        headers: &HeaderMap,
        body: &[u8],
    ) -> Result<WebhookEvent<crate::types::Event>, WebhookError> {
        self.0.read(headers, body)
    }

    /// The same, for callers with another type of headers: the texts of those whose names
    /// end in `-id`, `-timestamp` and `-signature`.
    ///
    /// # Errors
    ///
    /// As [`event`](Self::event).
    pub fn event_from_parts(
        &self,
        id: &str,
        timestamp: &str,
        signatures: &str,
        body: &[u8],
    ) -> Result<WebhookEvent<crate::types::Event>, WebhookError> {
        self.0.read_parts(id, timestamp, signatures, body)
    }
}
