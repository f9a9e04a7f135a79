
// ==== src/operations.rs ====

//! Operations that belong to no resource.

use crate::Messenger;
use seamstress_runtime::{Body, Call, Method, Operation};
use crate::types::{GetMeResponse, Message};

impl Messenger {
    /// Sends a message.
    ///
    /// `POST /sendMessage`
    pub fn send_message(&self, chat: i64, text: impl Into<String>) -> SendMessage {
        let mut call = Call::new(self.client(), &SEND_MESSAGE);
        call.set("chat", &chat);
        call.set_into::<String>("text", text);
        SendMessage { call }
    }

    /// `POST /getMe`
    pub fn get_me(&self) -> GetMe {
        let call = Call::new(self.client(), &GET_ME);
        GetMe { call }
    }

    /// `POST /setWebhook`
    pub fn set_webhook(&self) -> SetWebhook {
        let call = Call::new(self.client(), &SET_WEBHOOK);
        SetWebhook { call }
    }
}

/// A request of [`Messenger::send_message`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct SendMessage {
    call: Call,
}

impl SendMessage {
    pub fn silent(mut self, silent: bool) -> Self {
        self.call.set("silent", &silent);
        self
    }
}

/// A request of [`Messenger::get_me`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct GetMe {
    call: Call,
}

/// A request of [`Messenger::set_webhook`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct SetWebhook {
    call: Call,
}

static SEND_MESSAGE: Operation = Operation {
    name: "send_message",
    method: Method::Post,
    path: "/sendMessage",
    body: Body::Json,
    security: &[],
    ..Operation::DEFAULT
};

static GET_ME: Operation = Operation {
    name: "get_me",
    method: Method::Post,
    path: "/getMe",
    body: Body::Json,
    security: &[],
    ..Operation::DEFAULT
};

static SET_WEBHOOK: Operation = Operation {
    name: "set_webhook",
    method: Method::Post,
    path: "/setWebhook",
    body: Body::Json,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { SendMessage => value Message }
seamstress_runtime::operation! { GetMe => value GetMeResponse }
seamstress_runtime::operation! { SetWebhook => value () }

// ==== src/resources/chats.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};

/// The operations of `chats`.
#[derive(Clone, Debug)]
pub struct Chats {
    client: Client,
}

impl Chats {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `POST /pinChatMessage`
    pub fn pin_message(&self) -> ChatsPinMessage {
        let call = Call::new(&self.client, &PIN_MESSAGE);
        ChatsPinMessage { call }
    }

    /// `POST /leaveChat`
    pub fn leave(&self) -> ChatsLeave {
        let call = Call::new(&self.client, &LEAVE);
        ChatsLeave { call }
    }
}

/// A request of [`Chats::pin_message`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct ChatsPinMessage {
    call: Call,
}

/// A request of [`Chats::leave`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct ChatsLeave {
    call: Call,
}

static PIN_MESSAGE: Operation = Operation {
    name: "chats.pin_message",
    method: Method::Post,
    path: "/pinChatMessage",
    body: Body::Json,
    security: &[],
    ..Operation::DEFAULT
};

static LEAVE: Operation = Operation {
    name: "chats.leave",
    method: Method::Post,
    path: "/leaveChat",
    body: Body::Json,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { ChatsPinMessage => value () }
seamstress_runtime::operation! { ChatsLeave => value () }

// ==== src/types/message.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `Message`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Message {
    pub id: i64,
    pub text: Option<String>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    Message {
        "id" => id: required,
        "text" => text: optional,
    }
}

// ==== src/types/operations.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `application/json`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct GetMeResponse {
    pub name: String,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    GetMeResponse {
        "name" => name: required,
    }
}
