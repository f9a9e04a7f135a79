//! The macro `operation!` over structs as the generator writes them.

use std::time::Duration;

use futures_util::TryStreamExt;
use seamstress_runtime::json::{Json, ReadError, Reader, Writer};
use seamstress_runtime::{
    Call, Client, ErrorKind, Page, Progress, Request, WaitOptions, Waitable, operation,
};

use crate::api::{CREATE, GET, LIST, PAGING, client};
use crate::server::{Reply, Server};

/// Request of a list.
#[must_use]
#[derive(Clone, Debug)]
pub(crate) struct NamesList {
    pub(crate) call: Call,
}

impl NamesList {
    fn limit(mut self, limit: i64) -> Self {
        self.call.set("limit", &limit);
        self
    }
}

operation! { NamesList => page String, &PAGING }

/// Request of a value.
#[must_use]
#[derive(Clone, Debug)]
pub(crate) struct NamesGet {
    pub(crate) call: Call,
}

operation! { NamesGet => value String }

/// Request without a value, beside which an action stands.
#[must_use]
#[derive(Clone, Debug)]
pub(crate) struct NamesCreate {
    pub(crate) call: Call,
}

operation! { NamesCreate => value (), wait "state" as State, poll }

/// Request of an action.
#[must_use]
#[derive(Clone, Debug)]
pub(crate) struct NamesStart {
    pub(crate) call: Call,
}

operation! { NamesStart => wait State, poll }

/// An action that is done once it is true.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct State(bool);

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
        match self.0 {
            true => Progress::Done,
            false => Progress::Pending,
        }
    }
}

fn poll(client: &Client, _: &State) -> Call {
    Call::new(client, &GET).path("name_id", "s1")
}

fn get(client: &Client) -> NamesGet {
    NamesGet {
        call: Call::new(client, &GET).path("name_id", "n1"),
    }
}

#[tokio::test]
async fn values() {
    let server = Server::script(vec![Reply::json(r#"{"name":"x","more":1}"#)]).await;
    let client = client(&server.url);
    assert_eq!(get(&client).send().await.unwrap(), "x");
    assert_eq!(get(&client).await.unwrap(), "x");
    let response = get(&client).send_with_response().await.unwrap();
    assert_eq!(response.member::<i64>("more").unwrap(), Some(1));
    let request = get(&client)
        .with_header("x-trace", "t1")
        .with_timeout(Duration::from_secs(5));
    assert_eq!(request.await.unwrap(), "x");
    assert_eq!(server.asked()[3].header("x-trace"), Some("t1"));
    let error = get(&client).with_header("x", "a\nb").await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Request);
}

#[tokio::test]
async fn pages() {
    let more = r#"{"names":["a"],"pagination":{"has_next_page":true,"next_page_cursor":"c"}}"#;
    let replies = [Reply::json(more), Reply::json(r#"{"names":["b"]}"#)];
    let server = Server::start(move |index, _| replies[index % 2].clone()).await;
    let request = NamesList {
        call: Call::new(&client(&server.url), &LIST),
    }
    .limit(5);
    let page: Page<String> = request.clone().await.unwrap();
    assert!(page.has_next_page());
    let page: Page<String> = request.clone().send().await.unwrap();
    assert!(!page.has_next_page());
    assert_eq!(
        request
            .clone()
            .pages()
            .try_collect::<Vec<_>>()
            .await
            .unwrap()
            .len(),
        2
    );
    assert_eq!(
        request.stream().try_collect::<Vec<_>>().await.unwrap(),
        ["a", "b"]
    );
}

#[tokio::test]
async fn waits() {
    let options = WaitOptions::default().interval(Duration::from_millis(5));
    let pending = Reply::json(r#"{"names":false,"state":false}"#);
    let done = Reply::json(r#"{"name":true,"names":true,"state":true}"#);
    let replies = [pending, done];
    let server = Server::start(move |index, _| replies[index % 2].clone()).await;
    let client = client(&server.url);
    let start = || NamesStart {
        call: Call::new(&client, &LIST),
    };
    assert_eq!(start().wait_with(options).await.unwrap(), State(true));
    assert_eq!(start().send().await.unwrap(), State(false));
    assert_eq!(
        start().wait().await.unwrap(),
        State(true),
        "it is done at once"
    );
    let create = || NamesCreate {
        call: Call::new(&client, &CREATE),
    };
    assert_eq!(create().wait_with(options).await.unwrap(), State(true));
    create().await.unwrap();
}
