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

    #[cfg(feature = "open")]
    /// The operations of `open`.
    #[must_use]
    pub fn open(&self) -> Open {
        Open::new(&self.client)
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
    pub fn all(&self) -> AllAll {
        let call = Call::new(&self.client, &ALL);
        AllAll { call }
    }
}

/// A request of [`All::all`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct AllAll {
    call: Call,
}

static ALL: Operation = Operation {
    name: "all.all",
    method: Method::Get,
    path: "/all",
    body: Body::None,
    security: &["user"],
    security_sets: &[&["app_id", "app_key"]],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { AllAll => value () }

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
    pub fn both(&self) -> BothBoth {
        let call = Call::new(&self.client, &BOTH);
        BothBoth { call }
    }
}

/// A request of [`Both::both`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct BothBoth {
    call: Call,
}

static BOTH: Operation = Operation {
    name: "both.both",
    method: Method::Get,
    path: "/both",
    body: Body::None,
    security: &["machine", "robot"],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { BothBoth => value () }

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
    pub fn certified(&self) -> CertifiedCertified {
        let call = Call::new(&self.client, &CERTIFIED);
        CertifiedCertified { call }
    }
}

/// A request of [`Certified::certified`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct CertifiedCertified {
    call: Call,
}

static CERTIFIED: Operation = Operation {
    name: "certified.certified",
    method: Method::Get,
    path: "/certified",
    body: Body::None,
    security: &["user"],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { CertifiedCertified => value () }

// ==== src/resources/open.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};

/// The operations of `open`.
#[derive(Clone, Debug)]
pub struct Open {
    client: Client,
}

impl Open {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /open`
    pub fn open(&self) -> OpenOpen {
        let call = Call::new(&self.client, &OPEN);
        OpenOpen { call }
    }
}

/// A request of [`Open::open`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct OpenOpen {
    call: Call,
}

static OPEN: Operation = Operation {
    name: "open.open",
    method: Method::Get,
    path: "/open",
    body: Body::None,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { OpenOpen => value () }

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
    pub fn own(&self) -> OwnOwn {
        let call = Call::new(&self.client, &OWN);
        OwnOwn { call }
    }
}

/// A request of [`Own::own`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct OwnOwn {
    call: Call,
}

static OWN: Operation = Operation {
    name: "own.own",
    method: Method::Get,
    path: "/own",
    body: Body::None,
    security: &["user"],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { OwnOwn => value () }

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
    pub fn perhaps(&self) -> PerhapsPerhaps {
        let call = Call::new(&self.client, &PERHAPS);
        PerhapsPerhaps { call }
    }
}

/// A request of [`Perhaps::perhaps`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct PerhapsPerhaps {
    call: Call,
}

static PERHAPS: Operation = Operation {
    name: "perhaps.perhaps",
    method: Method::Get,
    path: "/perhaps",
    body: Body::None,
    security: &["user"],
    security_sets: &[&["app_id", "app_key"]],
    anonymous: true,
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { PerhapsPerhaps => value () }

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
    pub fn tls(&self) -> TlsTls {
        let call = Call::new(&self.client, &TLS);
        TlsTls { call }
    }
}

/// A request of [`Tls::tls`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct TlsTls {
    call: Call,
}

static TLS: Operation = Operation {
    name: "tls.tls",
    method: Method::Get,
    path: "/tls",
    body: Body::None,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { TlsTls => value () }

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
    pub fn unknown(&self) -> UnknownUnknown {
        let call = Call::new(&self.client, &UNKNOWN);
        UnknownUnknown { call }
    }
}

/// A request of [`UnknownModel::unknown`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct UnknownUnknown {
    call: Call,
}

static UNKNOWN: Operation = Operation {
    name: "unknown.unknown",
    method: Method::Get,
    path: "/unknown",
    body: Body::None,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { UnknownUnknown => value () }

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
#[cfg(feature = "open")]
mod open;
#[cfg(feature = "open")]
pub use open::*;
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
use seamstress_runtime::Method;
use crate::types::*;

/// How the answer of every operation is read, without calling it: for tests with answers
/// that were recorded or made up.
pub static ANSWERS: &[Answer] = &[
    #[cfg(feature = "all")]
    Answer::value::<()>(Method::Get, "/all", None),
    #[cfg(feature = "own")]
    Answer::value::<()>(Method::Get, "/own", None),
    #[cfg(feature = "open")]
    Answer::value::<()>(Method::Get, "/open", None),
    #[cfg(feature = "perhaps")]
    Answer::value::<()>(Method::Get, "/perhaps", None),
    #[cfg(feature = "certified")]
    Answer::value::<()>(Method::Get, "/certified", None),
    #[cfg(feature = "tls")]
    Answer::value::<()>(Method::Get, "/tls", None),
    #[cfg(feature = "unknown")]
    Answer::value::<()>(Method::Get, "/unknown", None),
    #[cfg(feature = "both")]
    Answer::value::<()>(Method::Get, "/both", None),
];

// ==== src/types.rs ====

//! All types of the API, by name.
