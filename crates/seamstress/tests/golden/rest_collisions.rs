
// ==== src/resources/hooks/log.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};

/// The operations of `hooks.log`.
#[derive(Clone, Debug)]
pub struct HooksLog {
    client: Client,
}

impl HooksLog {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// Parameters of one name are told apart by their places.
    ///
    /// `GET /hooks/{hook}/events`
    pub fn read(&self, hook: impl Into<String>, query_hook: i64) -> HooksLogRead {
        let mut call = Call::new(&self.client, &READ).path_into::<String>("hook", hook);
        call.set("hook", &query_hook);
        HooksLogRead { call }
    }
}

/// A request of [`HooksLog::read`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct HooksLogRead {
    call: Call,
}

impl HooksLogRead {
    pub fn header_hook(mut self, header_hook: bool) -> Self {
        self.call.header("Hook", header_hook);
        self
    }
}

static READ: Operation = Operation {
    name: "hooks.log.read",
    method: Method::Get,
    path: "/hooks/{hook}/events",
    body: Body::Query,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { HooksLogRead => value () }

// ==== src/resources/hooks.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
mod log;
pub use log::*;

/// The operations of `hooks`.
#[derive(Clone, Debug)]
pub struct Hooks {
    client: Client,
}

impl Hooks {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// The operations of `hooks.log`.
    #[must_use]
    pub fn log(&self) -> HooksLog {
        HooksLog::new(&self.client)
    }

    /// `GET /hooks/{hook}`
    pub fn get(&self, hook: impl Into<String>) -> HooksGet {
        let call = Call::new(&self.client, &GET).path_into::<String>("hook", hook);
        HooksGet { call }
    }

    /// `GET /hooks/{hook}/{token}`
    pub fn get_by_token(
        &self,
        hook: impl Into<String>,
        token: impl Into<String>,
    ) -> HooksGetByToken {
        let call = Call::new(&self.client, &GET_BY_TOKEN)
            .path_into::<String>("hook", hook)
            .path_into::<String>("token", token);
        HooksGetByToken { call }
    }

    /// `POST /hooks/{hook}/fire`
    pub fn trigger(&self, hook: impl Into<String>) -> HooksTrigger {
        let call = Call::new(&self.client, &TRIGGER).path_into::<String>("hook", hook);
        HooksTrigger { call }
    }
}

/// A request of [`Hooks::get`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct HooksGet {
    call: Call,
}

/// A request of [`Hooks::get_by_token`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct HooksGetByToken {
    call: Call,
}

/// A request of [`Hooks::trigger`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct HooksTrigger {
    call: Call,
}

static GET: Operation = Operation {
    name: "hooks.get",
    method: Method::Get,
    path: "/hooks/{hook}",
    body: Body::None,
    security: &[],
    ..Operation::DEFAULT
};

static GET_BY_TOKEN: Operation = Operation {
    name: "hooks.get_by_token",
    method: Method::Get,
    path: "/hooks/{hook}/{token}",
    body: Body::None,
    security: &[],
    ..Operation::DEFAULT
};

static TRIGGER: Operation = Operation {
    name: "hooks.trigger",
    method: Method::Post,
    path: "/hooks/{hook}/fire",
    body: Body::Json,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { HooksGet => value () }
seamstress_runtime::operation! { HooksGetByToken => value () }
seamstress_runtime::operation! { HooksTrigger => value () }

// ==== src/resources/threads/runs.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};

/// The operations of `threads.runs`.
#[derive(Clone, Debug)]
pub struct ThreadsRuns {
    client: Client,
}

impl ThreadsRuns {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /threads/{thread}/runs`
    pub fn list(&self, thread: impl Into<String>) -> ThreadsRunsList {
        let call = Call::new(&self.client, &LIST).path_into::<String>("thread", thread);
        ThreadsRunsList { call }
    }

    /// `POST /threads/{thread}/runs`
    pub fn create(&self, thread: impl Into<String>) -> ThreadsRunsCreate {
        let call = Call::new(&self.client, &CREATE)
            .path_into::<String>("thread", thread);
        ThreadsRunsCreate { call }
    }

    /// `POST /threads/runs`
    pub fn create_thread_and_run(&self) -> ThreadsRunsCreateThreadAndRun {
        let call = Call::new(&self.client, &CREATE_THREAD_AND_RUN);
        ThreadsRunsCreateThreadAndRun {
            call,
        }
    }
}

/// A request of [`ThreadsRuns::list`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct ThreadsRunsList {
    call: Call,
}

/// A request of [`ThreadsRuns::create`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct ThreadsRunsCreate {
    call: Call,
}

/// A request of [`ThreadsRuns::create_thread_and_run`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct ThreadsRunsCreateThreadAndRun {
    call: Call,
}

static LIST: Operation = Operation {
    name: "threads.runs.list",
    method: Method::Get,
    path: "/threads/{thread}/runs",
    body: Body::None,
    security: &[],
    ..Operation::DEFAULT
};

static CREATE: Operation = Operation {
    name: "threads.runs.create",
    method: Method::Post,
    path: "/threads/{thread}/runs",
    body: Body::Json,
    security: &[],
    ..Operation::DEFAULT
};

static CREATE_THREAD_AND_RUN: Operation = Operation {
    name: "threads.runs.create_thread_and_run",
    method: Method::Post,
    path: "/threads/runs",
    body: Body::Json,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { ThreadsRunsList => value () }
seamstress_runtime::operation! { ThreadsRunsCreate => value () }
seamstress_runtime::operation! { ThreadsRunsCreateThreadAndRun => value () }

// ==== src/resources/threads.rs ====

use seamstress_runtime::Client;
mod runs;
pub use runs::*;

/// The operations of `threads`.
#[derive(Clone, Debug)]
pub struct Threads {
    client: Client,
}

impl Threads {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// The operations of `threads.runs`.
    #[must_use]
    pub fn runs(&self) -> ThreadsRuns {
        ThreadsRuns::new(&self.client)
    }
}
