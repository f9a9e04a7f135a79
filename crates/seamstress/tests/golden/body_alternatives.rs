
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
    pub fn create(&self, realm: impl Into<String>) -> LookupsCreate {
        let mut call = Call::new(&self.client, &CREATE);
        call.set_into::<String>("realm", realm);
        LookupsCreate { call }
    }
}

/// A request of [`Lookups::create`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct LookupsCreate {
    call: Call,
}

impl LookupsCreate {
    pub fn email(mut self, email: impl Into<String>) -> Self {
        self.call.set_into::<String>("email", email);
        self
    }

    pub fn phone(mut self, phone: impl Into<String>) -> Self {
        self.call.set_into::<String>("phone", phone);
        self
    }
}

static CREATE: Operation = Operation {
    name: "lookups.create",
    method: Method::Post,
    path: "/lookups",
    body: Body::Json,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { LookupsCreate => value String }
