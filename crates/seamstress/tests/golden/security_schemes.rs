// warning[unsupported-security]: the security scheme `spoken` is left out: its type `carrierPigeon` is none of the specification's
//   --> security_schemes.yaml:36:13 at #/components/securitySchemes/spoken
//   help: set what it needs as a header of the client, or in a hook

// ==== src/client.rs ====

//! The client and its builder.

use seamstress_runtime::{Client, ClientBuilder, Error, TokenProvider};
use crate::settings::*;

#[allow(unused_imports, reason = "with no feature there is no resource")]
use crate::resources::*;

/// The client of the Vault API.
///
/// It is cheap to clone: all clones share one pool of connections.
#[derive(Clone, Debug)]
pub struct Vault {
    client: Client,
}

impl Vault {
    /// A client with this `bearer_auth`, and defaults for the rest.
    ///
    /// A token of the console.
    ///
    /// # Errors
    ///
    /// Where the credential is of another kind or cannot be sent, or TLS cannot be set up.
    pub fn new(bearer_auth: impl Into<String>) -> Result<Self, Error> {
        VaultBuilder::new().bearer_auth(bearer_auth).build()
    }

    /// A client with this `basic_auth`, and defaults for the rest.
    ///
    /// A user and a password, sent as Basic authentication.
    ///
    /// # Errors
    ///
    /// Where the credential is of another kind or cannot be sent, or TLS cannot be set up.
    pub fn from_basic_auth(
        user: impl Into<String>,
        password: impl Into<String>,
    ) -> Result<Self, Error> {
        VaultBuilder::new().basic_auth(user, password).build()
    }

    /// A client with this `digest_auth`, and defaults for the rest.
    ///
    /// The credential: the whole value of the header `authorization`.
    ///
    /// # Errors
    ///
    /// Where the credential is of another kind or cannot be sent, or TLS cannot be set up.
    pub fn from_digest_auth(digest_auth: impl Into<String>) -> Result<Self, Error> {
        VaultBuilder::new().digest_auth(digest_auth).build()
    }

    /// A client with this `header_key`, and defaults for the rest.
    ///
    /// The credential, sent in the header `x-api-key`.
    ///
    /// # Errors
    ///
    /// Where the credential is of another kind or cannot be sent, or TLS cannot be set up.
    pub fn from_header_key(header_key: impl Into<String>) -> Result<Self, Error> {
        VaultBuilder::new().header_key(header_key).build()
    }

    /// A client with this `query_key`, and defaults for the rest.
    ///
    /// The credential, sent as the parameter `api_key` of the query.
    ///
    /// # Errors
    ///
    /// Where the credential is of another kind or cannot be sent, or TLS cannot be set up.
    pub fn from_query_key(query_key: impl Into<String>) -> Result<Self, Error> {
        VaultBuilder::new().query_key(query_key).build()
    }

    /// A client with this `cookie_key`, and defaults for the rest.
    ///
    /// The credential, sent in the cookie `SESSION`.
    ///
    /// # Errors
    ///
    /// Where the credential is of another kind or cannot be sent, or TLS cannot be set up.
    pub fn from_cookie_key(cookie_key: impl Into<String>) -> Result<Self, Error> {
        VaultBuilder::new().cookie_key(cookie_key).build()
    }

    /// A client with this `oauth2`, and defaults for the rest.
    ///
    /// The credential, sent as a bearer token.
    ///
    /// # Errors
    ///
    /// Where the credential is of another kind or cannot be sent, or TLS cannot be set up.
    pub fn from_oauth2(oauth2: impl Into<String>) -> Result<Self, Error> {
        VaultBuilder::new().oauth2(oauth2).build()
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
        VaultBuilder::new().client_credentials(client_id, client_secret).build()
    }

    /// A client with this `open_id`, and defaults for the rest.
    ///
    /// The credential, sent as a bearer token.
    ///
    /// # Errors
    ///
    /// Where the credential is of another kind or cannot be sent, or TLS cannot be set up.
    pub fn from_open_id(open_id: impl Into<String>) -> Result<Self, Error> {
        VaultBuilder::new().open_id(open_id).build()
    }

    /// A client as the environment says: the credential in `SECURITY_SCHEMES_BEARER_AUTH`, or `SECURITY_SCHEMES_BASIC_AUTH_USER` with `SECURITY_SCHEMES_BASIC_AUTH_PASSWORD`, or `SECURITY_SCHEMES_DIGEST_AUTH`, or `SECURITY_SCHEMES_HEADER_KEY`, or `SECURITY_SCHEMES_QUERY_KEY`, or `SECURITY_SCHEMES_COOKIE_KEY`, or `SECURITY_SCHEMES_OAUTH2`, or `SECURITY_SCHEMES_CLIENT_ID` with `SECURITY_SCHEMES_CLIENT_SECRET`, or `SECURITY_SCHEMES_OPEN_ID`.
    ///
    /// # Errors
    ///
    /// Where no credential is set, or one that cannot be used, or TLS cannot be set up.
    pub fn from_env() -> Result<Self, Error> {
        VaultBuilder::from_env().build()
    }

    /// A builder, for all that can be set.
    pub fn builder() -> VaultBuilder {
        VaultBuilder::new()
    }

    /// The client below, which sends requests of every kind.
    #[must_use]
    pub fn client(&self) -> &Client {
        &self.client
    }

    #[cfg(feature = "secrets")]
    /// The operations of `secrets`.
    #[must_use]
    pub fn secrets(&self) -> Secrets {
        Secrets::new(&self.client)
    }
}

/// Sets up a [`Vault`].
#[derive(Clone, Debug)]
#[must_use = "a builder does nothing until it is built"]
pub struct VaultBuilder {
    inner: ClientBuilder,
}

impl VaultBuilder {
    fn new() -> Self {
        Self {
            inner: Client::builder(&SETTINGS),
        }
    }

    /// A builder with what the environment says: the credential in `SECURITY_SCHEMES_BEARER_AUTH`, or `SECURITY_SCHEMES_BASIC_AUTH_USER` with `SECURITY_SCHEMES_BASIC_AUTH_PASSWORD`, or `SECURITY_SCHEMES_DIGEST_AUTH`, or `SECURITY_SCHEMES_HEADER_KEY`, or `SECURITY_SCHEMES_QUERY_KEY`, or `SECURITY_SCHEMES_COOKIE_KEY`, or `SECURITY_SCHEMES_OAUTH2`, or `SECURITY_SCHEMES_CLIENT_ID` with `SECURITY_SCHEMES_CLIENT_SECRET`, or `SECURITY_SCHEMES_OPEN_ID`.
    ///
    /// To have no credential is then an error of [`build`](Self::build).
    pub fn from_env() -> Self {
        let inner = Client::builder(&SETTINGS);
        Self {
            inner: inner.environment(|name| std::env::var(name).ok()),
        }
    }

    /// A token of the console.
    pub fn bearer_auth(mut self, bearer_auth: impl Into<String>) -> Self {
        self.inner = self.inner.secret(&BEARER_AUTH, bearer_auth);
        self
    }

    /// A user and a password, sent as Basic authentication.
    pub fn basic_auth(
        mut self,
        user: impl Into<String>,
        password: impl Into<String>,
    ) -> Self {
        self.inner = self.inner.pair(&BASIC_AUTH, user, password);
        self
    }

    /// The credential: the whole value of the header `authorization`.
    pub fn digest_auth(mut self, digest_auth: impl Into<String>) -> Self {
        self.inner = self.inner.secret(&DIGEST_AUTH, digest_auth);
        self
    }

    /// The credential, sent in the header `x-api-key`.
    pub fn header_key(mut self, header_key: impl Into<String>) -> Self {
        self.inner = self.inner.secret(&HEADER_KEY, header_key);
        self
    }

    /// The credential, sent as the parameter `api_key` of the query.
    pub fn query_key(mut self, query_key: impl Into<String>) -> Self {
        self.inner = self.inner.secret(&QUERY_KEY, query_key);
        self
    }

    /// The credential, sent in the cookie `SESSION`.
    pub fn cookie_key(mut self, cookie_key: impl Into<String>) -> Self {
        self.inner = self.inner.secret(&COOKIE_KEY, cookie_key);
        self
    }

    /// The credential, sent as a bearer token.
    pub fn oauth2(mut self, oauth2: impl Into<String>) -> Self {
        self.inner = self.inner.secret(&OAUTH2, oauth2);
        self
    }

    /// What gives the token, instead of [`oauth2`](Self::oauth2): asked for one when one is needed, and again when that has expired or the server refuses it.
    pub fn oauth2_provider(mut self, provider: impl TokenProvider) -> Self {
        self.inner = self.inner.tokens(&OAUTH2, provider);
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

    /// The credential, sent as a bearer token.
    pub fn open_id(mut self, open_id: impl Into<String>) -> Self {
        self.inner = self.inner.secret(&OPEN_ID, open_id);
        self
    }

    /// What gives the token, instead of [`open_id`](Self::open_id): asked for one when one is needed, and again when that has expired or the server refuses it.
    pub fn open_id_provider(mut self, provider: impl TokenProvider) -> Self {
        self.inner = self.inner.tokens(&OPEN_ID, provider);
        self
    }
}

seamstress_runtime::client_builder! { VaultBuilder => Vault }

// ==== src/resources/secrets.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};

/// The operations of `secrets`.
#[derive(Clone, Debug)]
pub struct Secrets {
    client: Client,
}

impl Secrets {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /secrets`
    ///
    /// Needs `bearerAuth`, or `basicAuth`, or `headerKey`, or `queryKey`, or `cookieKey`, or `OAuth2` (`read`), or `openId`, or `digestAuth`.
    pub fn list(&self) -> SecretsList {
        let call = Call::new(&self.client, &LIST);
        SecretsList { call }
    }
}

/// A request of [`Secrets::list`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct SecretsList {
    call: Call,
}

static LIST: Operation = Operation {
    name: "secrets.list",
    method: Method::Get,
    path: "/secrets",
    body: Body::None,
    security: &["bearerAuth", "basicAuth", "headerKey", "queryKey", "cookieKey", "OAuth2", "openId", "digestAuth"],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { SecretsList => value () }

// ==== src/resources.rs ====

//! Resources, their operations, and the requests that these start.

#[cfg(feature = "secrets")]
mod secrets;
#[cfg(feature = "secrets")]
pub use secrets::*;

// ==== src/settings.rs ====

//! What the runtime is told of the API.

use seamstress_runtime::{
    CredentialKind, ErrorBody, Grant, Placement, QueryStyle, Settings,
};

pub(crate) static SETTINGS: Settings = Settings {
    base_url: "https://vault.example.com/v1",
    user_agent: "security_schemes/0.1.0",
    headers: &[],
    credentials: &[
        &BEARER_AUTH,
        &BASIC_AUTH,
        &DIGEST_AUTH,
        &HEADER_KEY,
        &QUERY_KEY,
        &COOKIE_KEY,
        &OAUTH2,
        &CLIENT_CREDENTIALS,
        &OPEN_ID,
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

pub(crate) static BEARER_AUTH: CredentialKind = CredentialKind {
    name: "bearer_auth",
    schemes: &["bearerAuth"],
    variable: Some("SECURITY_SCHEMES_BEARER_AUTH"),
    ..CredentialKind::DEFAULT
};

pub(crate) static BASIC_AUTH: CredentialKind = CredentialKind {
    name: "basic_auth",
    schemes: &["basicAuth"],
    placement: Placement::Basic,
    variable: Some("SECURITY_SCHEMES_BASIC_AUTH_PASSWORD"),
    user_variable: Some("SECURITY_SCHEMES_BASIC_AUTH_USER"),
    ..CredentialKind::DEFAULT
};

pub(crate) static DIGEST_AUTH: CredentialKind = CredentialKind {
    name: "digest_auth",
    schemes: &["digestAuth"],
    placement: Placement::Header("authorization"),
    variable: Some("SECURITY_SCHEMES_DIGEST_AUTH"),
    ..CredentialKind::DEFAULT
};

pub(crate) static HEADER_KEY: CredentialKind = CredentialKind {
    name: "header_key",
    schemes: &["headerKey"],
    placement: Placement::Header("x-api-key"),
    variable: Some("SECURITY_SCHEMES_HEADER_KEY"),
    ..CredentialKind::DEFAULT
};

pub(crate) static QUERY_KEY: CredentialKind = CredentialKind {
    name: "query_key",
    schemes: &["queryKey"],
    placement: Placement::Query("api_key"),
    variable: Some("SECURITY_SCHEMES_QUERY_KEY"),
    ..CredentialKind::DEFAULT
};

pub(crate) static COOKIE_KEY: CredentialKind = CredentialKind {
    name: "cookie_key",
    schemes: &["cookieKey"],
    placement: Placement::Cookie("SESSION"),
    variable: Some("SECURITY_SCHEMES_COOKIE_KEY"),
    ..CredentialKind::DEFAULT
};

pub(crate) static OAUTH2: CredentialKind = CredentialKind {
    name: "oauth2",
    schemes: &["OAuth2"],
    variable: Some("SECURITY_SCHEMES_OAUTH2"),
    ..CredentialKind::DEFAULT
};

pub(crate) static CLIENT_CREDENTIALS: CredentialKind = CredentialKind {
    name: "client_credentials",
    schemes: &["OAuth2"],
    grant: Some(
        &Grant {
            token_url: "https://login.example.com/token",
            refresh_url: Some("https://login.example.com/refresh"),
            documented: &["read", "write"],
            ..Grant::DEFAULT
        },
    ),
    variable: Some("SECURITY_SCHEMES_CLIENT_SECRET"),
    user_variable: Some("SECURITY_SCHEMES_CLIENT_ID"),
    ..CredentialKind::DEFAULT
};

pub(crate) static OPEN_ID: CredentialKind = CredentialKind {
    name: "open_id",
    schemes: &["openId"],
    variable: Some("SECURITY_SCHEMES_OPEN_ID"),
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
        #[cfg(feature = "secrets")]
        testing::Answer::value::<()>(Method::Get, "/secrets", None),
    ];
}

// ==== src/types.rs ====

//! All types of the API, by name.
