// warning[unknown-security]: the document has no security scheme `nobody`
//   --> security_requirements.yaml:13:65 at #/paths/~1unknown/get/security/0/nobody
//   help: define it under `components.securitySchemes`, or correct the name

// ==== src/client.rs ====

//! The client and its builder.

use seamstress_runtime::{Client, ClientBuilder, Error, TokenProvider};
use crate::settings::*;

#[allow(unused_imports, reason = "with no feature there is no resource")]
use crate::resources::*;

/// The client of the Ledger API.
///
/// It is cheap to clone: all clones share one pool of connections.
#[derive(Clone, Debug)]
pub struct Ledger {
    client: Client,
}

impl Ledger {
    /// A client with this `app_id`, and defaults for the rest.
    ///
    /// The credential, sent in the header `x-app-id`.
    ///
    /// # Errors
    ///
    /// Where the credential is of another kind or cannot be sent, or TLS cannot be set up.
    pub fn new(app_id: impl Into<String>) -> Result<Self, Error> {
        LedgerBuilder::new().app_id(app_id).build()
    }

    /// A client with this `app_key`, and defaults for the rest.
    ///
    /// The credential, sent as the parameter `key` of the query.
    ///
    /// # Errors
    ///
    /// Where the credential is of another kind or cannot be sent, or TLS cannot be set up.
    pub fn from_app_key(app_key: impl Into<String>) -> Result<Self, Error> {
        LedgerBuilder::new().app_key(app_key).build()
    }

    /// A client with this `user`, and defaults for the rest.
    ///
    /// A user and a password, sent as Basic authentication.
    ///
    /// # Errors
    ///
    /// Where the credential is of another kind or cannot be sent, or TLS cannot be set up.
    pub fn from_user(
        user: impl Into<String>,
        password: impl Into<String>,
    ) -> Result<Self, Error> {
        LedgerBuilder::new().user(user, password).build()
    }

    /// A client with this `machine`, and defaults for the rest.
    ///
    /// The credential, sent as a bearer token.
    ///
    /// # Errors
    ///
    /// Where the credential is of another kind or cannot be sent, or TLS cannot be set up.
    pub fn from_machine(machine: impl Into<String>) -> Result<Self, Error> {
        LedgerBuilder::new().machine(machine).build()
    }

    /// A client with this `machine_client_credentials`, and defaults for the rest.
    ///
    /// The id and the secret of a client, for which tokens are obtained.
    ///
    /// # Errors
    ///
    /// Where the credential is of another kind or cannot be sent, or TLS cannot be set up.
    pub fn from_machine_client_credentials(
        client_id: impl Into<String>,
        client_secret: impl Into<String>,
    ) -> Result<Self, Error> {
        LedgerBuilder::new().machine_client_credentials(client_id, client_secret).build()
    }

    /// A client with this `robot`, and defaults for the rest.
    ///
    /// The credential, sent as a bearer token.
    ///
    /// # Errors
    ///
    /// Where the credential is of another kind or cannot be sent, or TLS cannot be set up.
    pub fn from_robot(robot: impl Into<String>) -> Result<Self, Error> {
        LedgerBuilder::new().robot(robot).build()
    }

    /// A client with this `robot_client_credentials`, and defaults for the rest.
    ///
    /// The id and the secret of a client, for which tokens are obtained.
    ///
    /// # Errors
    ///
    /// Where the credential is of another kind or cannot be sent, or TLS cannot be set up.
    pub fn from_robot_client_credentials(
        client_id: impl Into<String>,
        client_secret: impl Into<String>,
    ) -> Result<Self, Error> {
        LedgerBuilder::new().robot_client_credentials(client_id, client_secret).build()
    }

    /// A client as the environment says: the credential in `SECURITY_REQUIREMENTS_APP_ID`, or `SECURITY_REQUIREMENTS_APP_KEY`, or `SECURITY_REQUIREMENTS_USER_USER` with `SECURITY_REQUIREMENTS_USER_PASSWORD`, or `SECURITY_REQUIREMENTS_MACHINE`, or `SECURITY_REQUIREMENTS_MACHINE_CLIENT_ID` with `SECURITY_REQUIREMENTS_MACHINE_CLIENT_SECRET`, or `SECURITY_REQUIREMENTS_ROBOT`, or `SECURITY_REQUIREMENTS_ROBOT_CLIENT_ID` with `SECURITY_REQUIREMENTS_ROBOT_CLIENT_SECRET`.
    ///
    /// # Errors
    ///
    /// Where no credential is set, or one that cannot be used, or TLS cannot be set up.
    pub fn from_env() -> Result<Self, Error> {
        LedgerBuilder::from_env().build()
    }

    /// A builder, for all that can be set.
    pub fn builder() -> LedgerBuilder {
        LedgerBuilder::new()
    }

    /// The client below, which sends requests of every kind.
    #[must_use]
    pub fn client(&self) -> &Client {
        &self.client
    }

    #[cfg(feature = "all")]
    /// The operations of `all`.
    #[must_use]
    pub fn all(&self) -> All {
        All::new(&self.client)
    }

    #[cfg(feature = "own")]
    /// The operations of `own`.
    #[must_use]
    pub fn own(&self) -> Own {
        Own::new(&self.client)
    }

    #[cfg(feature = "perhaps")]
    /// The operations of `perhaps`.
    #[must_use]
    pub fn perhaps(&self) -> Perhaps {
        Perhaps::new(&self.client)
    }

    #[cfg(feature = "certified")]
    /// The operations of `certified`.
    #[must_use]
    pub fn certified(&self) -> Certified {
        Certified::new(&self.client)
    }

    #[cfg(feature = "tls")]
    /// The operations of `tls`.
    #[must_use]
    pub fn tls(&self) -> Tls {
        Tls::new(&self.client)
    }

    #[cfg(feature = "unknown")]
    /// The operations of `unknown`.
    #[must_use]
    pub fn unknown(&self) -> UnknownModel {
        UnknownModel::new(&self.client)
    }

    #[cfg(feature = "both")]
    /// The operations of `both`.
    #[must_use]
    pub fn both(&self) -> Both {
        Both::new(&self.client)
    }
}

/// Sets up a [`Ledger`].
#[derive(Clone, Debug)]
#[must_use = "a builder does nothing until it is built"]
pub struct LedgerBuilder {
    inner: ClientBuilder,
}

impl LedgerBuilder {
    fn new() -> Self {
        Self {
            inner: Client::builder(&SETTINGS),
        }
    }

    /// A builder with what the environment says: the credential in `SECURITY_REQUIREMENTS_APP_ID`, or `SECURITY_REQUIREMENTS_APP_KEY`, or `SECURITY_REQUIREMENTS_USER_USER` with `SECURITY_REQUIREMENTS_USER_PASSWORD`, or `SECURITY_REQUIREMENTS_MACHINE`, or `SECURITY_REQUIREMENTS_MACHINE_CLIENT_ID` with `SECURITY_REQUIREMENTS_MACHINE_CLIENT_SECRET`, or `SECURITY_REQUIREMENTS_ROBOT`, or `SECURITY_REQUIREMENTS_ROBOT_CLIENT_ID` with `SECURITY_REQUIREMENTS_ROBOT_CLIENT_SECRET`.
    ///
    /// To have no credential is then an error of [`build`](Self::build).
    pub fn from_env() -> Self {
        let inner = Client::builder(&SETTINGS);
        Self {
            inner: inner.environment(|name| std::env::var(name).ok()),
        }
    }

    /// The credential, sent in the header `x-app-id`.
    pub fn app_id(mut self, app_id: impl Into<String>) -> Self {
        self.inner = self.inner.secret(&APP_ID, app_id);
        self
    }

    /// The credential, sent as the parameter `key` of the query.
    pub fn app_key(mut self, app_key: impl Into<String>) -> Self {
        self.inner = self.inner.secret(&APP_KEY, app_key);
        self
    }

    /// A user and a password, sent as Basic authentication.
    pub fn user(mut self, user: impl Into<String>, password: impl Into<String>) -> Self {
        self.inner = self.inner.pair(&USER, user, password);
        self
    }

    /// The credential, sent as a bearer token.
    pub fn machine(mut self, machine: impl Into<String>) -> Self {
        self.inner = self.inner.secret(&MACHINE, machine);
        self
    }

    /// What gives the token, instead of [`machine`](Self::machine): asked for one when one is needed, and again when that has expired or the server refuses it.
    pub fn machine_provider(mut self, provider: impl TokenProvider) -> Self {
        self.inner = self.inner.tokens(&MACHINE, provider);
        self
    }

    /// The id and the secret of a client, for which tokens are obtained.
    pub fn machine_client_credentials(
        mut self,
        client_id: impl Into<String>,
        client_secret: impl Into<String>,
    ) -> Self {
        self.inner = self
            .inner
            .pair(&MACHINE_CLIENT_CREDENTIALS, client_id, client_secret);
        self
    }

    /// The scopes that tokens are asked for, with [`machine_client_credentials`](Self::machine_client_credentials); without any, the server decides.
    pub fn machine_client_credentials_scopes<S: Into<String>>(
        mut self,
        scopes: impl IntoIterator<Item = S>,
    ) -> Self {
        self.inner = self.inner.scopes(&MACHINE_CLIENT_CREDENTIALS, scopes);
        self
    }

    /// Where tokens are asked for, with [`machine_client_credentials`](Self::machine_client_credentials), instead of the API's own token endpoint.
    pub fn machine_client_credentials_token_url(
        mut self,
        url: impl Into<String>,
    ) -> Self {
        self.inner = self.inner.token_url(&MACHINE_CLIENT_CREDENTIALS, url);
        self
    }

    /// The credential, sent as a bearer token.
    pub fn robot(mut self, robot: impl Into<String>) -> Self {
        self.inner = self.inner.secret(&ROBOT, robot);
        self
    }

    /// What gives the token, instead of [`robot`](Self::robot): asked for one when one is needed, and again when that has expired or the server refuses it.
    pub fn robot_provider(mut self, provider: impl TokenProvider) -> Self {
        self.inner = self.inner.tokens(&ROBOT, provider);
        self
    }

    /// The id and the secret of a client, for which tokens are obtained.
    pub fn robot_client_credentials(
        mut self,
        client_id: impl Into<String>,
        client_secret: impl Into<String>,
    ) -> Self {
        self.inner = self
            .inner
            .pair(&ROBOT_CLIENT_CREDENTIALS, client_id, client_secret);
        self
    }

    /// The scopes that tokens are asked for, with [`robot_client_credentials`](Self::robot_client_credentials); without any, the server decides.
    pub fn robot_client_credentials_scopes<S: Into<String>>(
        mut self,
        scopes: impl IntoIterator<Item = S>,
    ) -> Self {
        self.inner = self.inner.scopes(&ROBOT_CLIENT_CREDENTIALS, scopes);
        self
    }

    /// Where tokens are asked for, with [`robot_client_credentials`](Self::robot_client_credentials), instead of the API's own token endpoint.
    pub fn robot_client_credentials_token_url(mut self, url: impl Into<String>) -> Self {
        self.inner = self.inner.token_url(&ROBOT_CLIENT_CREDENTIALS, url);
        self
    }
}

seamstress_runtime::client_builder! { LedgerBuilder => Ledger }

// ==== src/operations.rs ====

//! Operations that belong to no resource.

use crate::Ledger;
use seamstress_runtime::{Body, Call, Method, Operation};

impl Ledger {
    /// `GET /open`
    pub fn open(&self) -> Open {
        let call = Call::new(self.client(), &OPEN);
        Open { call }
    }
}

/// A request of [`Ledger::open`]: set what is optional, then send it.
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
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { Open => value () }

// ==== src/resources/all.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};

/// The operations of `all`.
#[derive(Clone, Debug)]
pub struct All {
    client: Client,
}

impl All {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /all`
    pub fn get(&self) -> AllGet {
        let call = Call::new(&self.client, &GET);
        AllGet { call }
    }
}

/// A request of [`All::get`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct AllGet {
    call: Call,
}

static GET: Operation = Operation {
    name: "all.get",
    method: Method::Get,
    path: "/all",
    body: Body::None,
    security: &["user"],
    security_sets: &[&["app_id", "app_key"]],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { AllGet => value () }

// ==== src/resources/both.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};

/// The operations of `both`.
#[derive(Clone, Debug)]
pub struct Both {
    client: Client,
}

impl Both {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /both`
    pub fn get(&self) -> BothGet {
        let call = Call::new(&self.client, &GET);
        BothGet { call }
    }
}

/// A request of [`Both::get`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct BothGet {
    call: Call,
}

static GET: Operation = Operation {
    name: "both.get",
    method: Method::Get,
    path: "/both",
    body: Body::None,
    security: &["machine", "robot"],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { BothGet => value () }

// ==== src/resources/certified.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};

/// The operations of `certified`.
#[derive(Clone, Debug)]
pub struct Certified {
    client: Client,
}

impl Certified {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /certified`
    pub fn get(&self) -> CertifiedGet {
        let call = Call::new(&self.client, &GET);
        CertifiedGet { call }
    }
}

/// A request of [`Certified::get`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct CertifiedGet {
    call: Call,
}

static GET: Operation = Operation {
    name: "certified.get",
    method: Method::Get,
    path: "/certified",
    body: Body::None,
    security: &["user"],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { CertifiedGet => value () }

// ==== src/resources/own.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};

/// The operations of `own`.
#[derive(Clone, Debug)]
pub struct Own {
    client: Client,
}

impl Own {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /own`
    pub fn get(&self) -> OwnGet {
        let call = Call::new(&self.client, &GET);
        OwnGet { call }
    }
}

/// A request of [`Own::get`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct OwnGet {
    call: Call,
}

static GET: Operation = Operation {
    name: "own.get",
    method: Method::Get,
    path: "/own",
    body: Body::None,
    security: &["user"],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { OwnGet => value () }

// ==== src/resources/perhaps.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};

/// The operations of `perhaps`.
#[derive(Clone, Debug)]
pub struct Perhaps {
    client: Client,
}

impl Perhaps {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /perhaps`
    pub fn list(&self) -> PerhapsList {
        let call = Call::new(&self.client, &LIST);
        PerhapsList { call }
    }
}

/// A request of [`Perhaps::list`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct PerhapsList {
    call: Call,
}

static LIST: Operation = Operation {
    name: "perhaps.list",
    method: Method::Get,
    path: "/perhaps",
    body: Body::None,
    security: &["user"],
    security_sets: &[&["app_id", "app_key"]],
    anonymous: true,
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { PerhapsList => value () }

// ==== src/resources/tls.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};

/// The operations of `tls`.
#[derive(Clone, Debug)]
pub struct Tls {
    client: Client,
}

impl Tls {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /tls`
    pub fn get(&self) -> TlsGet {
        let call = Call::new(&self.client, &GET);
        TlsGet { call }
    }
}

/// A request of [`Tls::get`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct TlsGet {
    call: Call,
}

static GET: Operation = Operation {
    name: "tls.get",
    method: Method::Get,
    path: "/tls",
    body: Body::None,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { TlsGet => value () }

// ==== src/resources/unknown.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};

/// The operations of `unknown`.
#[derive(Clone, Debug)]
pub struct UnknownModel {
    client: Client,
}

impl UnknownModel {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /unknown`
    pub fn get(&self) -> UnknownGet {
        let call = Call::new(&self.client, &GET);
        UnknownGet { call }
    }
}

/// A request of [`UnknownModel::get`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct UnknownGet {
    call: Call,
}

static GET: Operation = Operation {
    name: "unknown.get",
    method: Method::Get,
    path: "/unknown",
    body: Body::None,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { UnknownGet => value () }

// ==== src/resources.rs ====

//! Resources, their operations, and the requests that these start.

#[cfg(feature = "all")]
mod all;
#[cfg(feature = "all")]
pub use all::*;
#[cfg(feature = "own")]
mod own;
#[cfg(feature = "own")]
pub use own::*;
#[cfg(feature = "perhaps")]
mod perhaps;
#[cfg(feature = "perhaps")]
pub use perhaps::*;
#[cfg(feature = "certified")]
mod certified;
#[cfg(feature = "certified")]
pub use certified::*;
#[cfg(feature = "tls")]
mod tls;
#[cfg(feature = "tls")]
pub use tls::*;
#[cfg(feature = "unknown")]
mod unknown;
#[cfg(feature = "unknown")]
pub use unknown::*;
#[cfg(feature = "both")]
mod both;
#[cfg(feature = "both")]
pub use both::*;
#[cfg(feature = "operations")]
pub use crate::operations::*;

// ==== src/settings.rs ====

//! What the runtime is told of the API.

use seamstress_runtime::{
    CredentialKind, ErrorBody, Grant, Placement, QueryStyle, Settings,
};

pub(crate) static SETTINGS: Settings = Settings {
    base_url: "https://ledger.example.com",
    user_agent: "security_requirements/0.1.0",
    headers: &[],
    credentials: &[
        &APP_ID,
        &APP_KEY,
        &USER,
        &MACHINE,
        &MACHINE_CLIENT_CREDENTIALS,
        &ROBOT,
        &ROBOT_CLIENT_CREDENTIALS,
    ],
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

pub(crate) static APP_ID: CredentialKind = CredentialKind {
    name: "app_id",
    schemes: &["app_id"],
    placement: Placement::Header("x-app-id"),
    variable: Some("SECURITY_REQUIREMENTS_APP_ID"),
    ..CredentialKind::DEFAULT
};

pub(crate) static APP_KEY: CredentialKind = CredentialKind {
    name: "app_key",
    schemes: &["app_key"],
    placement: Placement::Query("key"),
    variable: Some("SECURITY_REQUIREMENTS_APP_KEY"),
    ..CredentialKind::DEFAULT
};

pub(crate) static USER: CredentialKind = CredentialKind {
    name: "user",
    schemes: &["user"],
    placement: Placement::Basic,
    variable: Some("SECURITY_REQUIREMENTS_USER_PASSWORD"),
    user_variable: Some("SECURITY_REQUIREMENTS_USER_USER"),
    ..CredentialKind::DEFAULT
};

pub(crate) static MACHINE: CredentialKind = CredentialKind {
    name: "machine",
    schemes: &["machine"],
    variable: Some("SECURITY_REQUIREMENTS_MACHINE"),
    ..CredentialKind::DEFAULT
};

pub(crate) static MACHINE_CLIENT_CREDENTIALS: CredentialKind = CredentialKind {
    name: "machine_client_credentials",
    schemes: &["machine"],
    grant: Some(
        &Grant {
            token_url: "/oauth/token",
            ..Grant::DEFAULT
        },
    ),
    variable: Some("SECURITY_REQUIREMENTS_MACHINE_CLIENT_SECRET"),
    user_variable: Some("SECURITY_REQUIREMENTS_MACHINE_CLIENT_ID"),
    ..CredentialKind::DEFAULT
};

pub(crate) static ROBOT: CredentialKind = CredentialKind {
    name: "robot",
    schemes: &["robot"],
    variable: Some("SECURITY_REQUIREMENTS_ROBOT"),
    ..CredentialKind::DEFAULT
};

pub(crate) static ROBOT_CLIENT_CREDENTIALS: CredentialKind = CredentialKind {
    name: "robot_client_credentials",
    schemes: &["robot"],
    grant: Some(
        &Grant {
            token_url: "https://robots.example.com/token",
            ..Grant::DEFAULT
        },
    ),
    variable: Some("SECURITY_REQUIREMENTS_ROBOT_CLIENT_SECRET"),
    user_variable: Some("SECURITY_REQUIREMENTS_ROBOT_CLIENT_ID"),
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
        #[cfg(feature = "all")]
        testing::Answer::value::<()>(Method::Get, "/all", None),
        #[cfg(feature = "own")]
        testing::Answer::value::<()>(Method::Get, "/own", None),
        #[cfg(feature = "operations")]
        testing::Answer::value::<()>(Method::Get, "/open", None),
        #[cfg(feature = "perhaps")]
        testing::Answer::value::<()>(Method::Get, "/perhaps", None),
        #[cfg(feature = "certified")]
        testing::Answer::value::<()>(Method::Get, "/certified", None),
        #[cfg(feature = "tls")]
        testing::Answer::value::<()>(Method::Get, "/tls", None),
        #[cfg(feature = "unknown")]
        testing::Answer::value::<()>(Method::Get, "/unknown", None),
        #[cfg(feature = "both")]
        testing::Answer::value::<()>(Method::Get, "/both", None),
    ];
}

// ==== src/types.rs ====

//! All types of the API, by name.
