
// ==== src/client.rs ====

//! The client and its builder.

use seamstress_runtime::{Client, ClientBuilder, Error, TokenProvider};
use crate::settings::*;

#[allow(unused_imports, reason = "with no feature there is no resource")]
use crate::resources::*;

/// The client of the Shelter API.
///
/// It is cheap to clone: all clones share one pool of connections.
#[derive(Clone, Debug)]
pub struct Shelter {
    client: Client,
}

impl Shelter {
    /// A client with this `key`, and defaults for the rest.
    ///
    /// The credential, sent in the header `x-key`.
    ///
    /// # Errors
    ///
    /// Where the credential is of another kind or cannot be sent, or TLS cannot be set up.
    pub fn new(key: impl Into<String>) -> Result<Self, Error> {
        ShelterBuilder::new().key(key).build()
    }

    /// A client with this `shelter`, and defaults for the rest.
    ///
    /// The credential, sent as a bearer token.
    ///
    /// # Errors
    ///
    /// Where the credential is of another kind or cannot be sent, or TLS cannot be set up.
    pub fn from_shelter(shelter: impl Into<String>) -> Result<Self, Error> {
        ShelterBuilder::new().shelter(shelter).build()
    }

    /// A client with this `client_credentials`, and defaults for the rest.
    ///
    /// The id and the secret of a client, for which tokens are obtained.
    ///
    /// # Errors
    ///
    /// Where the credential is of another kind or cannot be sent, or TLS cannot be set up.
    pub fn from_client_credentials(
        client_id: impl Into<String>,
        client_secret: impl Into<String>,
    ) -> Result<Self, Error> {
        ShelterBuilder::new().client_credentials(client_id, client_secret).build()
    }

    /// A client as the environment says: the credential in `SECURITY_SCOPES_KEY`, or `SECURITY_SCOPES_SHELTER`, or `SECURITY_SCOPES_CLIENT_ID` with `SECURITY_SCOPES_CLIENT_SECRET`.
    ///
    /// # Errors
    ///
    /// Where no credential is set, or one that cannot be used, or TLS cannot be set up.
    pub fn from_env() -> Result<Self, Error> {
        ShelterBuilder::from_env().build()
    }

    /// A builder, for all that can be set.
    pub fn builder() -> ShelterBuilder {
        ShelterBuilder::new()
    }

    /// The client below, which sends requests of every kind.
    #[must_use]
    pub fn client(&self) -> &Client {
        &self.client
    }

    #[cfg(feature = "pets")]
    /// The operations of `pets`.
    #[must_use]
    pub fn pets(&self) -> Pets {
        Pets::new(&self.client)
    }

    #[cfg(feature = "keys")]
    /// The operations of `keys`.
    #[must_use]
    pub fn keys(&self) -> Keys {
        Keys::new(&self.client)
    }
}

/// Sets up a [`Shelter`].
#[derive(Clone, Debug)]
#[must_use = "a builder does nothing until it is built"]
pub struct ShelterBuilder {
    inner: ClientBuilder,
}

impl ShelterBuilder {
    fn new() -> Self {
        Self {
            inner: Client::builder(&SETTINGS),
        }
    }

    /// A builder with what the environment says: the credential in `SECURITY_SCOPES_KEY`, or `SECURITY_SCOPES_SHELTER`, or `SECURITY_SCOPES_CLIENT_ID` with `SECURITY_SCOPES_CLIENT_SECRET`.
    ///
    /// To have no credential is then an error of [`build`](Self::build).
    pub fn from_env() -> Self {
        let inner = Client::builder(&SETTINGS);
        Self {
            inner: inner.environment(|name| std::env::var(name).ok()),
        }
    }

    /// The credential, sent in the header `x-key`.
    pub fn key(mut self, key: impl Into<String>) -> Self {
        self.inner = self.inner.secret(&KEY, key);
        self
    }

    /// The credential, sent as a bearer token.
    pub fn shelter(mut self, shelter: impl Into<String>) -> Self {
        self.inner = self.inner.secret(&SHELTER, shelter);
        self
    }

    /// What gives the token, instead of [`shelter`](Self::shelter): asked for one when one is needed, and again when that has expired or the server refuses it.
    pub fn shelter_provider(mut self, provider: impl TokenProvider) -> Self {
        self.inner = self.inner.tokens(&SHELTER, provider);
        self
    }

    /// The id and the secret of a client, for which tokens are obtained.
    pub fn client_credentials(
        mut self,
        client_id: impl Into<String>,
        client_secret: impl Into<String>,
    ) -> Self {
        self.inner = self.inner.pair(&CLIENT_CREDENTIALS, client_id, client_secret);
        self
    }

    /// The scopes that tokens are asked for, with [`client_credentials`](Self::client_credentials); without any, the server decides; one that insists on some is asked for all that the API has.
    pub fn client_credentials_scopes<S: Into<String>>(
        mut self,
        scopes: impl IntoIterator<Item = S>,
    ) -> Self {
        self.inner = self.inner.scopes(&CLIENT_CREDENTIALS, scopes);
        self
    }

    /// Where tokens are asked for, with [`client_credentials`](Self::client_credentials), instead of the API's own token endpoint.
    pub fn client_credentials_token_url(mut self, url: impl Into<String>) -> Self {
        self.inner = self.inner.token_url(&CLIENT_CREDENTIALS, url);
        self
    }
}

seamstress_runtime::client_builder! { ShelterBuilder => Shelter }

// ==== src/operations.rs ====

//! Operations that belong to no resource.

use crate::Shelter;
use seamstress_runtime::{Body, Call, Method, Operation};

impl Shelter {
    /// `GET /open`
    ///
    /// Needs `key` and `shelter` (`read`), or nothing.
    pub fn open(&self) -> Open {
        let call = Call::new(self.client(), &OPEN);
        Open { call }
    }
}

/// A request of [`Shelter::open`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct Open {
    call: Call,
}

static OPEN: Operation = Operation {
    name: "open",
    method: Method::Get,
    path: "/open",
    body: Body::None,
    security: &[],
    security_sets: &[&["key", "shelter"]],
    anonymous: true,
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { Open => value () }

// ==== src/resources/keys.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};

/// The operations of `keys`.
#[derive(Clone, Debug)]
pub struct Keys {
    client: Client,
}

impl Keys {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /keys`
    pub fn list(&self) -> KeysList {
        let call = Call::new(&self.client, &LIST);
        KeysList { call }
    }
}

/// A request of [`Keys::list`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct KeysList {
    call: Call,
}

static LIST: Operation = Operation {
    name: "keys.list",
    method: Method::Get,
    path: "/keys",
    body: Body::None,
    security: &["key"],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { KeysList => value () }

// ==== src/resources/pets.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};

/// The operations of `pets`.
#[derive(Clone, Debug)]
pub struct Pets {
    client: Client,
}

impl Pets {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// All pets.
    ///
    /// `GET /pets`
    ///
    /// Needs `shelter` (`read`).
    pub fn list(&self) -> PetsList {
        let call = Call::new(&self.client, &LIST);
        PetsList { call }
    }

    /// `POST /pets`
    ///
    /// Needs `shelter` (`read`, `pets:write`), or `key`.
    pub fn create(&self) -> PetsCreate {
        let call = Call::new(&self.client, &CREATE);
        PetsCreate { call }
    }
}

/// A request of [`Pets::list`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct PetsList {
    call: Call,
}

/// A request of [`Pets::create`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct PetsCreate {
    call: Call,
}

static LIST: Operation = Operation {
    name: "pets.list",
    method: Method::Get,
    path: "/pets",
    body: Body::None,
    security: &["shelter"],
    ..Operation::DEFAULT
};

static CREATE: Operation = Operation {
    name: "pets.create",
    method: Method::Post,
    path: "/pets",
    body: Body::Json,
    security: &["shelter", "key"],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { PetsList => value () }
seamstress_runtime::operation! { PetsCreate => value () }

// ==== src/resources.rs ====

//! Resources, their operations, and the requests that these start.

#[cfg(feature = "pets")]
mod pets;
#[cfg(feature = "pets")]
pub use pets::*;
#[cfg(feature = "keys")]
mod keys;
#[cfg(feature = "keys")]
pub use keys::*;
#[cfg(feature = "operations")]
pub use crate::operations::*;

// ==== src/settings.rs ====

//! What the runtime is told of the API.

use seamstress_runtime::{
    CredentialKind, ErrorBody, Grant, Placement, QueryStyle, Settings,
};

pub(crate) static SETTINGS: Settings = Settings {
    base_url: "https://shelter.example.com",
    user_agent: "security_scopes/0.1.0",
    headers: &[],
    credentials: &[&KEY, &SHELTER, &CLIENT_CREDENTIALS],
    query_style: QueryStyle::Form,
    error_body: &ERROR_BODY,
    request_id_header: None,
    ..Settings::DEFAULT
};

static ERROR_BODY: ErrorBody = ErrorBody {
    object: None,
    kind: None,
    message: None,
    validation: None,
    validation_messages: None,
    request_id: None,
};

pub(crate) static KEY: CredentialKind = CredentialKind {
    name: "key",
    schemes: &["key"],
    placement: Placement::Header("x-key"),
    variable: Some("SECURITY_SCOPES_KEY"),
    ..CredentialKind::DEFAULT
};

pub(crate) static SHELTER: CredentialKind = CredentialKind {
    name: "shelter",
    schemes: &["shelter"],
    variable: Some("SECURITY_SCOPES_SHELTER"),
    ..CredentialKind::DEFAULT
};

pub(crate) static CLIENT_CREDENTIALS: CredentialKind = CredentialKind {
    name: "client_credentials",
    schemes: &["shelter"],
    grant: Some(
        &Grant {
            token_url: "/oauth/token",
            documented: &["pets:write", "read"],
            ..Grant::DEFAULT
        },
    ),
    variable: Some("SECURITY_SCOPES_CLIENT_SECRET"),
    user_variable: Some("SECURITY_SCOPES_CLIENT_ID"),
    ..CredentialKind::DEFAULT
};

// ==== src/testing.rs ====

//! For tests: a transport that plays answers, a clock that nobody waits for, and how the
//! answer of every operation is read.

#![allow(unused_imports, reason = "what is needed depends on the features")]

pub use seamstress_runtime::testing::*;
pub use answers::ANSWERS;
mod answers {
    use seamstress_runtime::testing;
    use seamstress_runtime::Method;
    use crate::types::*;
    /// How the answer of every operation is read, without calling it: for tests with answers
    /// that were recorded or made up.
    pub static ANSWERS: &[testing::Answer] = &[
        #[cfg(feature = "pets")]
        testing::Answer::value::<()>(Method::Get, "/pets", None),
        #[cfg(feature = "pets")]
        testing::Answer::value::<()>(Method::Post, "/pets", None),
        #[cfg(feature = "operations")]
        testing::Answer::value::<()>(Method::Get, "/open", None),
        #[cfg(feature = "keys")]
        testing::Answer::value::<()>(Method::Get, "/keys", None),
    ];
}

// ==== src/types.rs ====

//! All types of the API, by name.
