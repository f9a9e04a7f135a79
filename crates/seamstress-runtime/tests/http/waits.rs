//! Waiting for long-running actions, by a clock that nobody waits for.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use seamstress_runtime::json::{Json, ReadError, Reader, Writer};
use seamstress_runtime::{
    BoxFuture, Call, Client, Clock, Error, ErrorKind, Progress, WaitOptions, Waitable,
};

use crate::api::{GET, LIST, builder};
use crate::server::{Reply, Server};

/// An action that is nothing but its status.
#[derive(Clone, Debug, Default, PartialEq)]
struct Action(String);

impl Json for Action {
    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), ReadError> {
        self.0.read(reader)
    }

    fn write(&self, writer: &mut Writer) {
        self.0.write(writer);
    }
}

impl Waitable for Action {
    fn progress(&self) -> Progress<'_> {
        match self.0.as_str() {
            "pending" => Progress::Pending,
            "done" => Progress::Done,
            "failed" => Progress::Failed {
                code: "jammed",
                message: "The bolt is jammed.",
            },
            other => Progress::Unknown(other),
        }
    }
}

/// A clock that moves when someone sleeps by it.
#[derive(Clone, Debug, Default)]
struct Idle {
    millis: Arc<AtomicU64>,
    sleeps: Arc<Mutex<Vec<Duration>>>,
}

impl Clock for Idle {
    fn now(&self) -> Duration {
        Duration::from_millis(self.millis.load(Ordering::SeqCst))
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'_, ()> {
        Box::pin(async move {
            self.sleeps.lock().unwrap().push(duration);
            let millis = duration.as_millis() as u64;
            self.millis.fetch_add(millis, Ordering::SeqCst);
        })
    }
}

fn look(client: &Client, _: &Action) -> Call {
    Call::new(client, &GET).path("name_id", "a1")
}

const OPTIONS: fn() -> WaitOptions = WaitOptions::default;

/// Waits while the server answers with `statuses`, for an action that is pending at first.
async fn wait(statuses: &[&str], options: WaitOptions) -> (Result<Action, Error>, usize) {
    let replies = statuses
        .iter()
        .map(|status| Reply::json(&format!(r#"{{"name":"{status}"}}"#)));
    let server = Server::script(replies.collect()).await;
    // Real answers take real time, so the limit on one of them is by the real clock.
    let client = builder(&server.url).build().unwrap();
    let result = client.wait(Action("pending".into()), look, options).await;
    (result, server.asked().len())
}

fn quick() -> WaitOptions {
    OPTIONS().interval(Duration::from_millis(5))
}

#[tokio::test]
async fn an_action_is_looked_at_until_it_is_done() {
    let (result, looks) = wait(&["pending", "pending", "done"], quick()).await;
    assert_eq!((result.unwrap().0.as_str(), looks), ("done", 3));
}

#[tokio::test]
async fn a_failed_action_is_an_error_that_holds_it() {
    let (result, looks) = wait(&["failed"], quick()).await;
    let error = result.unwrap_err();
    assert_eq!((error.kind(), looks), (ErrorKind::ActionFailed, 1));
    let failure = error.action_failure().unwrap();
    assert_eq!(
        (failure.code(), failure.message()),
        ("jammed", "The bolt is jammed.")
    );
    assert_eq!(error.action::<Action>(), Some(&Action("failed".into())));
    assert_eq!(error.action_json().unwrap(), "failed");
    assert_eq!(error.action::<String>(), None);
    assert_eq!(
        error.to_string(),
        "names.get: the action failed: jammed: The bolt is jammed."
    );
}

#[tokio::test]
async fn an_unknown_status_is_an_error_that_holds_it() {
    let (result, _) = wait(&["pending", "paused"], quick()).await;
    let error = result.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::UnknownStatus);
    assert_eq!(error.action::<Action>().unwrap().0, "paused");
    assert!(error.action_failure().is_none());
}

#[tokio::test]
async fn an_error_of_looking_is_the_error_of_waiting() {
    let server = Server::script(vec![Reply::status(404, "text/plain", "404")]).await;
    let client = builder(&server.url).build().unwrap();
    let result = client.wait(Action("pending".into()), look, quick()).await;
    assert!(result.unwrap_err().is_not_found());
}

#[tokio::test]
async fn the_action_in_hand_is_looked_at_first() {
    let clock = Idle::default();
    let client = builder("http://127.0.0.1:1")
        .clock(clock.clone())
        .build()
        .unwrap();
    let none = OPTIONS().deadline(Duration::ZERO);
    let done = client.wait(Action("done".into()), look, none).await;
    assert_eq!(done.unwrap().0, "done");
    let error = client
        .wait(Action("pending".into()), look, none)
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::WaitTimeout);
    assert!(error.is_timeout());
    assert_eq!(error.action::<Action>().unwrap().0, "pending");
    assert!(clock.sleeps.lock().unwrap().is_empty());
}

#[tokio::test]
async fn an_interval_of_zero_is_refused_before_anything_is_sent() {
    let zero = OPTIONS().interval(Duration::ZERO);
    let (result, looks) = wait(&["done"], zero).await;
    assert_eq!(result.unwrap_err().kind(), ErrorKind::Configuration);
    assert_eq!(looks, 0);

    let server = Server::script(vec![Reply::json("{}")]).await;
    let call = Call::new(&builder(&server.url).build().unwrap(), &LIST);
    let result = call.send_and_wait::<Action>(None, look, zero).await;
    assert_eq!(result.unwrap_err().kind(), ErrorKind::Configuration);
    assert!(server.asked().is_empty());
}

/// Scenario: the server never answers a look.
/// Expected: waiting MUST end one interval after the deadline at the latest, by the clock.
#[tokio::test]
async fn a_look_that_never_ends_does_not_prolong_waiting() {
    let clock = Idle::default();
    let server = Server::script(vec![Reply::Silence]).await;
    let client = builder(&server.url).clock(clock.clone()).build().unwrap();
    let options = OPTIONS().deadline(Duration::from_millis(1500));
    let error = client
        .wait(Action("pending".into()), look, options)
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::WaitTimeout);
    assert!(clock.now() <= Duration::from_millis(2500));
    let seconds: Vec<f32> = clock
        .sleeps
        .lock()
        .unwrap()
        .iter()
        .map(Duration::as_secs_f32)
        .collect();
    assert_eq!(
        seconds,
        [1.0, 1.0],
        "the interval, and the limit on the look"
    );
}

/// Scenario: the action stays pending; the deadline is no multiple of the interval.
/// Expected: the last look MUST be at the deadline; waiting MUST end there.
#[tokio::test]
async fn the_last_look_is_at_the_deadline() {
    let (result, looks) = wait(
        &["pending"],
        OPTIONS()
            .interval(Duration::from_millis(400))
            .deadline(Duration::from_millis(500)),
    )
    .await;
    assert_eq!(result.unwrap_err().kind(), ErrorKind::WaitTimeout);
    assert_eq!(looks, 2);
}

#[tokio::test]
async fn a_call_can_be_sent_and_waited_for() {
    let first = Reply::json(r#"{"names":"pending","beside":"pending"}"#);
    let server = Server::script(vec![first.clone(), Reply::json(r#"{"name":"done"}"#)]).await;
    let client = builder(&server.url).build().unwrap();
    let by_value = Call::new(&client, &LIST)
        .send_and_wait::<Action>(None, look, quick())
        .await;
    assert_eq!(by_value.unwrap().0, "done");
    assert_eq!(server.lines()[1], "GET /names/a1/value");

    let server = Server::script(vec![first, Reply::json(r#"{"name":"failed"}"#)]).await;
    let client = builder(&server.url).build().unwrap();
    let call = Call::new(&client, &LIST);
    let error = call
        .clone()
        .send_and_wait::<Action>(Some("beside"), look, quick())
        .await;
    let error = error.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::ActionFailed);
    assert_eq!(
        error.operation(),
        Some("names.list"),
        "the operation that began it"
    );
}

#[tokio::test]
async fn an_answer_without_the_action_is_unreadable() {
    let server = Server::script(vec![Reply::json("{}")]).await;
    let call = Call::new(&builder(&server.url).build().unwrap(), &LIST);
    let error = call
        .send_and_wait::<Action>(Some("beside"), look, quick())
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
}
