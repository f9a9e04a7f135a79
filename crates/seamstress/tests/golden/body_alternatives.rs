
// ==== src/resources/lookups.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};

/// The operations of `lookups`.
#[derive(Clone, Debug)]
pub struct Lookups {
    client: Client,
}

impl Lookups {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `POST /lookups`
    pub fn look_up(&self, realm: impl Into<String>) -> LookupsLookUp {
        let mut call = Call::new(&self.client, &LOOK_UP);
        call.set_into::<String>("realm", realm);
        LookupsLookUp { call }
    }
}

/// A request of [`Lookups::look_up`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct LookupsLookUp {
    call: Call,
}

impl LookupsLookUp {
    pub fn email(mut self, email: impl Into<String>) -> Self {
        self.call.set_into::<String>("email", email);
        self
    }

    pub fn phone(mut self, phone: impl Into<String>) -> Self {
        self.call.set_into::<String>("phone", phone);
        self
    }
}

static LOOK_UP: Operation = Operation {
    name: "lookups.lookUp",
    method: Method::Post,
    path: "/lookups",
    body: Body::Json,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { LookupsLookUp => value String }
