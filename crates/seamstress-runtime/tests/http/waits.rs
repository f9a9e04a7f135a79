//! Waiting for long-running actions, by a clock that nobody waits for.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use seamstress_runtime::bytes::Bytes;
use seamstress_runtime::json::{Json, ReadError, Reader, Writer};
use seamstress_runtime::{
    BoxFuture, Call, Client, Clock, Error, ErrorKind, Limits, Progress, Transport, TransportError,
    WaitOptions, Waitable, http,
};

use crate::api::{GET, LIST, builder};

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

/// A clock that moves when someone sleeps by it, and a server that answers at once, with the
/// last of its answers for ever; or never, without any.
#[derive(Clone, Debug, Default)]
struct World {
    answers: Vec<String>,
    /// What happened, in order.
    events: Arc<Mutex<Vec<Event>>>,
}

#[derive(Clone, Debug, PartialEq)]
enum Event {
    Slept(u64),
    Asked(String),
}

impl World {
    fn new(answers: &[&str]) -> Self {
        Self {
            answers: answers.iter().map(ToString::to_string).collect(),
            ..Self::default()
        }
    }

    fn client(&self) -> Client {
        let builder = builder("http://example.invalid");
        builder
            .transport(self.clone())
            .clock(self.clone())
            .build()
            .unwrap()
    }

    /// Milliseconds for a sleep, the path for a request.
    fn events(&self) -> Vec<Event> {
        self.events.lock().unwrap().clone()
    }

    fn looks(&self) -> usize {
        let asked = |event: &&Event| matches!(event, Event::Asked(_));
        self.events().iter().filter(asked).count()
    }
}

impl Clock for World {
    fn now(&self) -> Duration {
        let slept = |event: &Event| match event {
            Event::Slept(millis) => *millis,
            Event::Asked(_) => 0,
        };
        Duration::from_millis(self.events().iter().map(slept).sum())
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'_, ()> {
        Box::pin(async move {
            let millis = duration.as_millis().try_into().unwrap();
            self.events.lock().unwrap().push(Event::Slept(millis));
        })
    }
}

impl Transport for World {
    fn execute(
        &self,
        request: http::Request<Bytes>,
        _: Limits,
    ) -> BoxFuture<'_, Result<http::Response<Bytes>, TransportError>> {
        let index = self.looks().min(self.answers.len().saturating_sub(1));
        let path = request.uri().path().to_owned();
        self.events.lock().unwrap().push(Event::Asked(path));
        match self.answers.get(index) {
            None => Box::pin(std::future::pending()),
            Some(answer) => {
                let answer = Bytes::from(answer.clone());
                Box::pin(async { Ok(http::Response::new(answer)) })
            }
        }
    }
}

fn look(client: &Client, _: &Action) -> Call {
    Call::new(client, &GET).path("name_id", "a1")
}

fn options(interval: u64, deadline: u64) -> WaitOptions {
    WaitOptions::default()
        .interval(Duration::from_millis(interval))
        .deadline(Duration::from_millis(deadline))
}

async fn wait(world: &World, first: &str, options: WaitOptions) -> Result<Action, Error> {
    world
        .client()
        .wait(Action(first.into()), look, options)
        .await
}

const PENDING: &str = r#"{"name":"pending"}"#;
const DONE: &str = r#"{"name":"done"}"#;
const FAILED: &str = r#"{"name":"failed"}"#;

#[tokio::test]
async fn an_action_is_looked_at_until_it_is_done() {
    let world = World::new(&[PENDING, PENDING, DONE]);
    let done = wait(&world, "pending", WaitOptions::default())
        .await
        .unwrap();
    assert_eq!(done.0, "done");
    let asked = || Event::Asked("/names/a1/value".into());
    let slept = || Event::Slept(1000);
    assert_eq!(
        world.events(),
        [slept(), asked(), slept(), asked(), slept(), asked()]
    );
}

#[tokio::test]
async fn a_failed_action_is_an_error_that_holds_it() {
    let world = World::new(&[FAILED]);
    let error = wait(&world, "pending", WaitOptions::default())
        .await
        .unwrap_err();
    assert_eq!((error.kind(), world.looks()), (ErrorKind::ActionFailed, 1));
    let failure = error.action_failure().unwrap();
    assert_eq!(
        (failure.code(), failure.message()),
        ("jammed", "The bolt is jammed.")
    );
    assert_eq!(error.action::<Action>(), Some(&Action("failed".into())));
    assert_eq!(error.action_json().unwrap(), "failed");
    assert_eq!(error.action::<String>(), None);
    let expected = "names.get: the action failed: jammed: The bolt is jammed.";
    assert_eq!(error.to_string(), expected);
}

#[tokio::test]
async fn an_unknown_status_is_an_error_that_holds_it() {
    let world = World::new(&[PENDING, r#"{"name":"paused"}"#]);
    let error = wait(&world, "pending", WaitOptions::default())
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::UnknownStatus);
    assert_eq!(error.action::<Action>().unwrap().0, "paused");
    assert!(error.action_failure().is_none());
}

#[tokio::test]
async fn an_error_of_looking_is_the_error_of_waiting() {
    let world = World::new(&["{}"]);
    let error = wait(&world, "pending", WaitOptions::default())
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert_eq!(error.action::<Action>(), Some(&Action("pending".into())));
    assert_eq!(error.action_json().unwrap(), "pending");

    // As it was seen last, and not as it was at first.
    let world = World::new(&[r#"{"name":"pending"}"#, "{}"]);
    let error = wait(&world, "pending", WaitOptions::default()).await;
    assert!(error.unwrap_err().action::<Action>().is_some());
    assert_eq!(world.looks(), 2);
}

/// Scenario: the caller's action is done already, or there is no time to wait.
/// Expected: the action in hand MUST be judged; there MUST NOT be a sleep or a request.
#[tokio::test]
async fn the_action_in_hand_is_looked_at_first() {
    let world = World::new(&[DONE]);
    let done = wait(&world, "done", options(1000, 0)).await;
    assert_eq!(done.unwrap().0, "done");
    let error = wait(&world, "failed", options(1000, 0)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::ActionFailed);
    let error = wait(&world, "pending", options(1000, 0)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::WaitTimeout);
    assert!(error.is_timeout());
    assert_eq!(error.action::<Action>().unwrap().0, "pending");
    assert_eq!(world.events(), []);
}

#[tokio::test]
async fn an_interval_of_zero_is_refused_before_anything_is_sent() {
    let world = World::new(&[DONE]);
    let error = wait(&world, "pending", options(0, 1000)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Configuration);
    let call = Call::new(&world.client(), &LIST);
    let result = call
        .send_and_wait::<Action>(None, look, options(0, 1000))
        .await;
    assert_eq!(result.unwrap_err().kind(), ErrorKind::Configuration);
    assert_eq!(world.events(), []);
}

/// Scenario: the server never answers a look.
/// Expected: waiting MUST end one interval after the deadline at the latest.
#[tokio::test]
async fn a_look_that_never_ends_does_not_prolong_waiting() {
    for (deadline, end) in [(1500, 2000), (1000, 2000), (5000, 5000)] {
        let world = World::new(&[]);
        let error = wait(&world, "pending", options(1000, deadline))
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::WaitTimeout);
        assert_eq!(world.now(), Duration::from_millis(end), "{deadline}");
    }
}

/// Scenario: the action stays pending; the deadline is no multiple of the interval.
/// Expected: the last look MUST be at the deadline; waiting MUST end there.
#[tokio::test]
async fn the_last_look_is_at_the_deadline() {
    for (interval, deadline, looks) in [(400, 500, 2), (1000, 10_000, 10), (1000, 300, 1)] {
        let world = World::new(&[PENDING]);
        let error = wait(&world, "pending", options(interval, deadline))
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::WaitTimeout);
        assert_eq!(world.looks(), looks);
        assert_eq!(world.now(), Duration::from_millis(deadline));
        assert!(matches!(world.events().last(), Some(Event::Asked(_))));
    }
}

#[tokio::test]
async fn a_call_can_be_sent_and_waited_for() {
    let first = r#"{"names":"pending","beside":"pending"}"#;
    let world = World::new(&[first, DONE]);
    let call = Call::new(&world.client(), &LIST);
    let done = call
        .send_and_wait::<Action>(None, look, WaitOptions::default())
        .await;
    assert_eq!(done.unwrap().0, "done");

    let world = World::new(&[first, FAILED]);
    let call = Call::new(&world.client(), &LIST);
    let result = call.send_and_wait::<Action>(Some("beside"), look, WaitOptions::default());
    let error = result.await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::ActionFailed);
    assert_eq!(
        error.operation(),
        Some("names.list"),
        "the operation that began it"
    );
}

#[tokio::test]
async fn an_answer_without_the_action_is_unreadable() {
    for key in [None, Some("beside")] {
        let world = World::new(&["{}"]);
        let call = Call::new(&world.client(), &LIST);
        let result = call.send_and_wait::<Action>(key, look, WaitOptions::default());
        assert_eq!(result.await.unwrap_err().kind(), ErrorKind::Decode);
        assert_eq!(world.looks(), 1);
    }
}

/// Scenario: the action stands beside the value, and has to be corrected.
/// Expected: where answers are read strictly, that MUST be an error; else it MUST NOT.
#[tokio::test]
async fn the_action_beside_a_value_is_read_strictly_too() {
    #[derive(Debug, Default)]
    struct Corrected(Action);

    impl Json for Corrected {
        fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), ReadError> {
            let mut codes: Vec<u32> = Vec::new();
            codes.read(reader)?;
            self.0 = Action("done".into());
            Ok(())
        }

        fn write(&self, writer: &mut Writer) {
            self.0.write(writer);
        }
    }

    impl Waitable for Corrected {
        fn progress(&self) -> Progress<'_> {
            self.0.progress()
        }
    }

    fn again(client: &Client, _: &Corrected) -> Call {
        Call::new(client, &GET).path("name_id", "a1")
    }

    for (strict, expected) in [(false, None), (true, Some(ErrorKind::Decode))] {
        let world = World::new(&[r#"{"names":[],"beside":[1,"x"]}"#]);
        let mut call = Call::new(&world.client(), &LIST);
        call.strict(strict);
        let result = call.send_and_wait(Some("beside"), again, WaitOptions::default());
        assert_eq!(result.await.err().map(|error| error.kind()), expected);
    }
}
