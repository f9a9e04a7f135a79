
// ==== src/client.rs ====

//! The client and its builder.

use seamstress_runtime::{Client, ClientBuilder, Error, Sending};
use crate::settings::*;

#[allow(unused_imports, reason = "with no feature there is no resource")]
use crate::resources::*;

/// The client of the Jobs API.
///
/// It is cheap to clone: all clones share one pool of connections.
#[derive(Clone, Debug)]
pub struct Jobs {
    client: Client,
}

impl Jobs {
    /// A client with this `key`, and defaults for the rest.
    ///
    /// The credential, sent in the header `x-key`.
    ///
    /// # Errors
    ///
    /// Where the credential is of another kind or cannot be sent, or TLS cannot be set up.
    pub fn new(key: impl Into<String>) -> Result<Self, Error> {
        JobsBuilder::new().key(key).build()
    }

    /// A client with this `token`, and defaults for the rest.
    ///
    /// The credential, sent as a bearer token. It goes with `team_id`.
    ///
    /// # Errors
    ///
    /// Where the credential is of another kind or cannot be sent, or TLS cannot be set up.
    pub fn from_token(
        token: impl Into<String>,
        team_id: impl Into<String>,
    ) -> Result<Self, Error> {
        JobsBuilder::new().token(token, team_id).build()
    }

    /// A client with the `key` that the API gives for this `public_key`.
    ///
    /// # Errors
    ///
    /// Where the credential is of another kind or cannot be sent, TLS cannot be set
    /// up, or the call fails that obtains the other one.
    pub fn from_public_key(
        public_key: impl Into<String>,
        user: impl Into<String>,
    ) -> Sending<Self> {
        JobsBuilder::new().build_from_public_key(public_key, user)
    }

    /// A client as the environment says: the credential in `JOBS_KEY`, or `JOBS_TOKEN` with `JOBS_TEAM`. The base URL is taken from `JOBS_URL` or `JOBS_HOST` (deprecated), where that is set.
    ///
    /// # Errors
    ///
    /// Where no credential is set, or one that cannot be used, or TLS cannot be set up.
    pub fn from_env() -> Result<Self, Error> {
        JobsBuilder::from_env().build()
    }

    /// A builder, for all that can be set.
    pub fn builder() -> JobsBuilder {
        JobsBuilder::new()
    }

    /// The client below, which sends requests of every kind.
    #[must_use]
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// Waits for this [`Job`](crate::types::Job), which you have already: looks at it, and as long as it is pending, reads it again.
    ///
    /// # Errors
    ///
    /// Those of reading it; where it failed, where it is still pending at the deadline,
    /// and where it has a status that is not known. Each carries it as it was seen last.
    #[cfg(feature = "jobs")]
    #[inline]
    pub fn wait(
        &self,
        job: crate::types::Job,
    ) -> seamstress_runtime::Sending<crate::types::Job> {
        self.wait_with(job, self.client.wait_options())
    }

    /// The same as [`wait`](Self::wait), as often and as long as `options` say.
    #[cfg(feature = "jobs")]
    #[inline]
    pub fn wait_with(
        &self,
        job: crate::types::Job,
        options: seamstress_runtime::WaitOptions,
    ) -> seamstress_runtime::Sending<crate::types::Job> {
        self.client.wait(job, crate::waiting::poll, options)
    }

    #[cfg(feature = "jobs")]
    /// The operations of `jobs`.
    #[must_use]
    pub fn jobs(&self) -> JobsResource {
        JobsResource::new(&self.client)
    }

    #[cfg(feature = "teams")]
    /// The operations of `teams`.
    #[must_use]
    pub fn teams(&self) -> Teams {
        Teams::new(&self.client)
    }

    #[cfg(feature = "sessions")]
    /// The operations of `sessions`.
    #[must_use]
    pub fn sessions(&self) -> Sessions {
        Sessions::new(&self.client)
    }
}

/// Sets up a [`Jobs`].
#[derive(Clone, Debug)]
#[must_use = "a builder does nothing until it is built"]
pub struct JobsBuilder {
    inner: ClientBuilder,
}

impl JobsBuilder {
    fn new() -> Self {
        Self {
            inner: Client::builder(&SETTINGS),
        }
    }

    /// A builder with what the environment says: the credential in `JOBS_KEY`, or `JOBS_TOKEN` with `JOBS_TEAM`. The base URL is taken from `JOBS_URL` or `JOBS_HOST` (deprecated), where that is set.
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

    /// The credential, sent as a bearer token. It goes with `team_id`.
    pub fn token(
        mut self,
        token: impl Into<String>,
        team_id: impl Into<String>,
    ) -> Self {
        self.inner = self.inner.secret(&TOKEN, token).companion("team_id", team_id);
        self
    }

    /// A key that anyone may see.
    pub fn public_key(mut self, public_key: impl Into<String>) -> Self {
        self.inner = self.inner.secret(&PUBLIC_KEY, public_key);
        self
    }

    /// A client with the `key` that the API gives for this `public_key`.
    ///
    /// # Errors
    ///
    /// Those of [`build`](Self::build), and of the call that obtains it.
    pub fn build_from_public_key(
        self,
        public_key: impl Into<String>,
        user: impl Into<String>,
    ) -> Sending<Jobs> {
        let arguments = vec![("user", user.into())];
        let sending = self.inner.exchange(&PUBLIC_KEY_EXCHANGE, public_key, arguments);
        sending.map(|client| Jobs { client })
    }
}

seamstress_runtime::client_builder! { JobsBuilder => Jobs }

// ==== src/jobs_of_user.rs ====

//! A client for credentials that only some operations accept.

use seamstress_runtime::{Client, ClientBuilder, Error};
use crate::settings::*;

#[allow(unused_imports, reason = "which types there are depends on the features")]
use crate::types::*;

/// A [`Jobs`](crate::Jobs) for credentials that only some operations accept.
///
/// It is cheap to clone: all clones share one pool of connections.
#[derive(Clone, Debug)]
pub struct JobsOfUser {
    client: Client,
}

impl JobsOfUser {
    /// A client with this `token`, and defaults for the rest.
    ///
    /// The credential, sent as a bearer token.
    ///
    /// # Errors
    ///
    /// Where the credential is of another kind or cannot be sent, or TLS cannot be set up.
    pub fn new(token: impl Into<String>) -> Result<Self, Error> {
        JobsOfUserBuilder::new().token(token).build()
    }

    /// A client as the environment says: the credential in `JOBS_TOKEN`. The base URL is taken from `JOBS_URL` or `JOBS_HOST` (deprecated), where that is set.
    ///
    /// # Errors
    ///
    /// Where no credential is set, or one that cannot be used, or TLS cannot be set up.
    pub fn from_env() -> Result<Self, Error> {
        JobsOfUserBuilder::from_env().build()
    }

    /// A builder, for all that can be set.
    pub fn builder() -> JobsOfUserBuilder {
        JobsOfUserBuilder::new()
    }

    /// The client below, which sends requests of every kind.
    #[must_use]
    pub fn client(&self) -> &Client {
        &self.client
    }

    #[cfg(feature = "teams")]
    /// The operations of `teams`.
    #[must_use]
    pub fn teams(&self) -> Teams {
        Teams::new(&self.client)
    }
}

/// Sets up a [`JobsOfUser`].
#[derive(Clone, Debug)]
#[must_use = "a builder does nothing until it is built"]
pub struct JobsOfUserBuilder {
    inner: ClientBuilder,
}

impl JobsOfUserBuilder {
    fn new() -> Self {
        Self {
            inner: Client::builder(&JOBS_OF_USER_SETTINGS),
        }
    }

    /// A builder with what the environment says: the credential in `JOBS_TOKEN`. The base URL is taken from `JOBS_URL` or `JOBS_HOST` (deprecated), where that is set.
    ///
    /// To have no credential is then an error of [`build`](Self::build).
    pub fn from_env() -> Self {
        let inner = Client::builder(&JOBS_OF_USER_SETTINGS);
        Self {
            inner: inner.environment(|name| std::env::var(name).ok()),
        }
    }

    /// The credential, sent as a bearer token.
    pub fn token(mut self, token: impl Into<String>) -> Self {
        self.inner = self.inner.secret(&JOBS_OF_USER_TOKEN, token);
        self
    }
}

/// The operations of `teams` that these credentials can call.
#[cfg(feature = "teams")]
#[derive(Clone, Debug)]
pub struct Teams {
    client: Client,
}

#[cfg(feature = "teams")]
impl Teams {
    fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /teams`
    pub fn list(&self) -> crate::resources::TeamsList {
        crate::resources::Teams::new(&self.client).list()
    }
}

seamstress_runtime::client_builder! { JobsOfUserBuilder => JobsOfUser }

// ==== src/resources/jobs.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use crate::types::{Job, JobId};

/// The operations of `jobs`.
#[derive(Clone, Debug)]
pub struct JobsResource {
    client: Client,
}

impl JobsResource {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /jobs`
    pub fn list(&self) -> JobsList {
        let call = Call::new(&self.client, &LIST);
        JobsList { call }
    }

    /// `POST /jobs`
    pub fn start(&self, program: impl Into<String>) -> JobsStart {
        let mut call = Call::new(&self.client, &START);
        call.set_into::<String>("program", program);
        JobsStart { call }
    }

    /// `GET /jobs/{job_id}`
    pub fn get(&self, job_id: impl Into<JobId>) -> JobsGet {
        let call = Call::new(&self.client, &GET).path_into::<JobId>("job_id", job_id);
        JobsGet { call }
    }
}

/// A request of [`JobsResource::list`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct JobsList {
    call: Call,
}

impl JobsList {
    pub fn page(mut self, page: impl Into<String>) -> Self {
        self.call.set_into::<String>("page", page);
        self
    }
}

/// A request of [`JobsResource::start`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct JobsStart {
    call: Call,
}

/// A request of [`JobsResource::get`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct JobsGet {
    call: Call,
}

static LIST: Operation = Operation {
    name: "jobs.list",
    method: Method::Get,
    path: "/jobs",
    body: Body::Query,
    response_key: Some("items"),
    security: &["key", "team_token"],
    ..Operation::DEFAULT
};

static START: Operation = Operation {
    name: "jobs.start",
    method: Method::Post,
    path: "/jobs",
    body: Body::Json,
    security: &["key"],
    ..Operation::DEFAULT
};

static GET: Operation = Operation {
    name: "jobs.get",
    method: Method::Get,
    path: "/jobs/{job_id}",
    body: Body::None,
    security: &["key"],
    anonymous: true,
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { JobsList => page Job, &crate::settings::PAGING }
seamstress_runtime::operation! { JobsStart => wait Job, crate::waiting::poll }
seamstress_runtime::operation! { JobsGet => wait Job, crate::waiting::poll }

// ==== src/resources/sessions.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use crate::types::SessionsOpenResponse;

/// The operations of `sessions`.
#[derive(Clone, Debug)]
pub struct Sessions {
    client: Client,
}

impl Sessions {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `POST /sessions`
    pub fn open(&self, user: impl Into<String>) -> SessionsOpen {
        let mut call = Call::new(&self.client, &OPEN);
        call.set_into::<String>("user", user);
        SessionsOpen { call }
    }
}

/// A request of [`Sessions::open`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct SessionsOpen {
    call: Call,
}

static OPEN: Operation = Operation {
    name: "sessions.open",
    method: Method::Post,
    path: "/sessions",
    body: Body::Json,
    security: &["public_key"],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { SessionsOpen => value SessionsOpenResponse }

// ==== src/resources/teams.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation, Paging};

/// The operations of `teams`.
#[derive(Clone, Debug)]
pub struct Teams {
    client: Client,
}

impl Teams {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /teams`
    pub fn list(&self) -> TeamsList {
        let call = Call::new(&self.client, &LIST);
        TeamsList { call }
    }
}

/// A request of [`Teams::list`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct TeamsList {
    call: Call,
}

static LIST: Operation = Operation {
    name: "teams.list",
    method: Method::Get,
    path: "/teams",
    body: Body::None,
    security: &["user_token"],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { TeamsList => page String, Paging::NONE }

// ==== src/resources.rs ====

//! Resources, their operations, and the requests that these start.

#[cfg(feature = "jobs")]
mod jobs;
#[cfg(feature = "jobs")]
pub use jobs::*;
#[cfg(feature = "teams")]
mod teams;
#[cfg(feature = "teams")]
pub use teams::*;
#[cfg(feature = "sessions")]
mod sessions;
#[cfg(feature = "sessions")]
pub use sessions::*;

// ==== src/settings.rs ====

//! What the runtime is told of the API.

use seamstress_runtime::{
    Body, Companion, CredentialKind, ErrorBody, Exchange, Method, NextPage, Operation,
    Paging, Placement, QueryStyle, Settings,
};

pub(crate) static SETTINGS: Settings = Settings {
    base_url: "https://jobs.example.com/v1",
    user_agent: "credentials/0.1.0",
    headers: &[],
    credentials: &[&KEY, &TOKEN, &PUBLIC_KEY],
    exclusive_credentials: true,
    base_url_variables: &["JOBS_URL"],
    deprecated_base_url_variables: &["JOBS_HOST"],
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

/// How lists come in pages.
#[allow(dead_code, reason = "some features have no lists")]
pub(crate) static PAGING: Paging = Paging {
    parameter: "page",
    next: NextPage::Cursor(&["next"]),
    ..Paging::ONE_PAGE
};

pub(crate) static KEY: CredentialKind = CredentialKind {
    name: "key",
    schemes: &["key"],
    placement: Placement::Header("x-key"),
    prefix: Some("k_"),
    variable: Some("JOBS_KEY"),
    ..CredentialKind::DEFAULT
};

pub(crate) static TOKEN: CredentialKind = CredentialKind {
    name: "token",
    schemes: &["team_token"],
    also: &["x-token"],
    variable: Some("JOBS_TOKEN"),
    companion: Some(Companion {
        name: "team_id",
        header: "x-team",
        variable: Some("JOBS_TEAM"),
    }),
    ..CredentialKind::DEFAULT
};

pub(crate) static PUBLIC_KEY: CredentialKind = CredentialKind {
    name: "public_key",
    schemes: &["public_key"],
    placement: Placement::Header("x-public-key"),
    ..CredentialKind::DEFAULT
};

pub(crate) static PUBLIC_KEY_EXCHANGE: Exchange = Exchange {
    from: &PUBLIC_KEY,
    operation: &PUBLIC_KEY_EXCHANGE_OPERATION,
    token: "token",
    to: &KEY,
};

pub(crate) static JOBS_OF_USER_SETTINGS: Settings = Settings {
    credentials: &[&JOBS_OF_USER_TOKEN],
    ..SETTINGS
};

pub(crate) static JOBS_OF_USER_TOKEN: CredentialKind = CredentialKind {
    name: "token",
    schemes: &["user_token"],
    variable: Some("JOBS_TOKEN"),
    ..CredentialKind::DEFAULT
};

static PUBLIC_KEY_EXCHANGE_OPERATION: Operation = Operation {
    name: "sessions.open",
    method: Method::Post,
    path: "/sessions",
    body: Body::Json,
    security: &["public_key"],
    ..Operation::DEFAULT
};

// ==== src/testing.rs ====

//! For tests: a transport that plays answers, a clock that nobody waits for, and how the
//! answer of every operation is read.

#![allow(unused_imports, reason = "what is needed depends on the features")]

pub use seamstress_runtime::testing::*;
pub use answers::ANSWERS;
mod answers {
    use seamstress_runtime::testing;
    use seamstress_runtime::{Method, Paging};
    use crate::types::*;
    /// How the answer of every operation is read, without calling it: for tests with answers
    /// that were recorded or made up.
    pub static ANSWERS: &[testing::Answer] = &[
        #[cfg(feature = "jobs")]
        testing::Answer::page::<Job>(Method::Get, "/jobs", Some("items"), &crate::settings::PAGING),
        #[cfg(feature = "jobs")]
        testing::Answer::value::<Job>(Method::Post, "/jobs", None),
        #[cfg(feature = "jobs")]
        testing::Answer::value::<Job>(Method::Get, "/jobs/{job_id}", None),
        #[cfg(feature = "teams")]
        testing::Answer::page::<String>(Method::Get, "/teams", None, Paging::NONE),
        #[cfg(feature = "sessions")]
        testing::Answer::value::<SessionsOpenResponse>(Method::Post, "/sessions", None),
    ];
}

// ==== src/types/ids.rs ====

seamstress_runtime::id! {
    /// Identifies a job.
    JobId
}

// ==== src/types/job.rs ====

use seamstress_runtime::json::{Extra, Unknown, UnknownValue};
use super::*;

/// `Job`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Job {
    pub job_id: JobId,
    pub state: JobState,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

/// `state`
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum JobState {
    /// `queued`
    Queued,
    /// `running`
    Running,
    /// `done`
    Done,
    /// `failed`
    Failed,
    /// `cancelled`
    Cancelled,
    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

seamstress_runtime::object! {
    Job {
        "job_id" => job_id: required,
        "state" => state: required,
    }
}

seamstress_runtime::open_enum! {
    JobState {
        "queued" => Queued,
        "running" => Running,
        "done" => Done,
        "failed" => Failed,
        "cancelled" => Cancelled,
    }
}

// ==== src/types/sessions_operations.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `application/json`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct SessionsOpenResponse {
    pub token: String,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    SessionsOpenResponse {
        "token" => token: required,
    }
}

// ==== src/types.rs ====

//! All types of the API, by name.

#[cfg(feature = "jobs")]
mod job;
#[cfg(feature = "jobs")]
pub use job::*;
#[cfg(feature = "sessions")]
mod sessions_operations;
#[cfg(feature = "sessions")]
pub use sessions_operations::*;
mod ids;
pub use ids::*;

// ==== src/waiting.rs ====

//! How long-running actions are awaited.

use seamstress_runtime::{Body, Call, Client, Method, Operation, Progress, Waitable};
use crate::types::*;

/// The request that reads the [`Job`] again.
#[allow(
    dead_code,
    reason = "some features have the action, and nothing that starts one"
)]
pub(crate) fn poll(client: &Client, action: &Job) -> Call {
    Call::new(client, &POLL).path("job_id", &action.job_id)
}

impl Waitable for Job {
    fn progress(&self) -> Progress<'_> {
        match self.state.as_str() {
            "queued" | "running" => Progress::Pending,
            "done" => Progress::Done,
            "failed" => {
                Progress::Failed {
                    code: "failed",
                    message: "",
                }
            }
            "cancelled" => {
                Progress::Failed {
                    code: "cancelled",
                    message: "",
                }
            }
            other => Progress::Unknown(other),
        }
    }
}

static POLL: Operation = Operation {
    name: "jobs.get",
    method: Method::Get,
    path: "/jobs/{job_id}",
    body: Body::None,
    security: &["key"],
    anonymous: true,
    ..Operation::DEFAULT
};
