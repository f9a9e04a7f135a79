//! An API with a request of every form, as the generator writes them.

use std::time::Duration;

use seamstress_runtime::json::{Json, ReadError, Reader, Writer};
use seamstress_runtime::{
    Body, Call, Client, ClientBuilder, Method, NextPage, Operation, Paging, Progress, RetryOptions,
    Settings, WaitOptions, Waitable, operation,
};

static SETTINGS: Settings = Settings {
    base_url: "http://api.example.invalid",
    ..Settings::DEFAULT
};

static LIST: Operation = Operation {
    name: "names.list",
    path: "/names/list",
    body: Body::Query,
    response_key: Some("names"),
    ..Operation::DEFAULT
};

static GET: Operation = Operation {
    name: "names.get",
    path: "/names/get",
    response_key: Some("name"),
    ..Operation::DEFAULT
};

static START: Operation = Operation {
    name: "names.start",
    method: Method::Post,
    path: "/names/start",
    body: Body::Json,
    response_key: Some("state"),
    ..Operation::DEFAULT
};

static LOOK: Operation = Operation {
    name: "names.look",
    path: "/names/look",
    response_key: Some("state"),
    ..Operation::DEFAULT
};

static PAGING: Paging = Paging {
    parameter: "cursor",
    next: NextPage::Cursor(&["next"]),
    ..Paging::ONE_PAGE
};

/// Request of a list.
#[must_use]
#[derive(Clone, Debug)]
pub(crate) struct NamesList {
    call: Call,
}

impl NamesList {
    pub(crate) fn cursor(mut self, cursor: &str) -> Self {
        self.call.set("cursor", &cursor.to_owned());
        self
    }
}

operation! { NamesList => page String, &PAGING }

/// Request of a value.
#[must_use]
#[derive(Clone, Debug)]
pub(crate) struct NamesGet {
    call: Call,
}

operation! { NamesGet => value String }

/// Request of an action.
#[must_use]
#[derive(Clone, Debug)]
pub(crate) struct NamesStart {
    call: Call,
}

operation! { NamesStart => wait State, look }

/// An action that is nothing but its status.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct State(pub(crate) String);

impl Json for State {
    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), ReadError> {
        self.0.read(reader)
    }

    fn write(&self, writer: &mut Writer) {
        self.0.write(writer);
    }
}

impl Waitable for State {
    fn progress(&self) -> Progress<'_> {
        match self.0.as_str() {
            "done" => Progress::Done,
            "pending" => Progress::Pending,
            other => Progress::Failed {
                code: other,
                message: "",
            },
        }
    }
}

fn look(client: &Client, _: &State) -> Call {
    Call::new(client, &LOOK)
}

/// Retries and looks are quick; there is a time after which a test has failed.
pub(crate) fn builder() -> ClientBuilder {
    let quick = Duration::from_millis(2);
    Client::builder(&SETTINGS)
        .timeout(Duration::from_secs(20))
        .retry(RetryOptions::default().base_delay(quick))
        .wait_options(WaitOptions::default().interval(quick))
}

pub(crate) fn list(client: &Client) -> NamesList {
    NamesList {
        call: Call::new(client, &LIST),
    }
}

pub(crate) fn get(client: &Client) -> NamesGet {
    NamesGet {
        call: Call::new(client, &GET),
    }
}

pub(crate) fn start(client: &Client) -> NamesStart {
    NamesStart {
        call: Call::new(client, &START),
    }
}
