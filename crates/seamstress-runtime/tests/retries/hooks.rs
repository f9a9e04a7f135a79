//! Hooks: what they see, in which order, and what they can do.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use seamstress_runtime::bytes::Bytes;
use seamstress_runtime::http::{HeaderValue, Request, Response};
use seamstress_runtime::testing::{FakeClock, FakeTransport};
use seamstress_runtime::{
    Attempt, Call, Error, ErrorKind, Hook, TransportError, TransportErrorKind,
};
use serde_json::json;

use crate::api::{GET, POST, fake};

type Log = Arc<Mutex<Vec<String>>>;

/// Notes what it is asked.
#[derive(Clone, Debug)]
struct Scribe(&'static str, Log);

impl Hook for Scribe {
    fn before(&self, attempt: &Attempt<'_>, _: &mut Request<Bytes>) -> Result<(), Error> {
        assert_eq!(attempt.base_url(), "http://a.invalid");
        let (name, number) = (attempt.operation().name, attempt.number());
        self.note(format!("{} before {name} {number}", self.0));
        Ok(())
    }

    fn after(
        &self,
        attempt: &Attempt<'_>,
        outcome: Result<&Response<Bytes>, &TransportError>,
        took: Duration,
    ) {
        let came = match outcome {
            Ok(answer) => answer.status().to_string(),
            Err(error) => format!("{:?}", error.kind()),
        };
        let number = attempt.number();
        self.note(format!("{} after {number}: {came}, {took:?}", self.0));
    }
}

impl Scribe {
    fn note(&self, line: String) {
        self.1.lock().unwrap().push(line);
    }
}

/// Refuses the attempt of that number, and those after it.
#[derive(Debug)]
struct Refuse(u32);

impl Hook for Refuse {
    fn before(&self, attempt: &Attempt<'_>, _: &mut Request<Bytes>) -> Result<(), Error> {
        match attempt.number() >= self.0 {
            true => Err(Error::refused("outside office hours")),
            false => Ok(()),
        }
    }
}

#[tokio::test]
async fn they_are_asked_in_order_and_then_in_the_opposite_order() {
    let clock = FakeClock::new();
    let moved = clock.clone();
    let server = FakeTransport::with_handler(move |_| {
        moved.advance(Duration::from_secs(3));
        Ok(Response::new(Bytes::from_static(b"{}")))
    });
    server.fail(TransportErrorKind::Timeout);
    server.answer(503, json!({}));
    let log = Log::default();
    let client = fake("http://a.invalid", clock)
        .transport(server)
        .hook(Scribe("a", log.clone()))
        .hook(Scribe("b", log.clone()))
        .build()
        .unwrap();
    Call::new(&client, &GET).send_value::<()>().await.unwrap();
    assert_eq!(
        *log.lock().unwrap(),
        [
            "a before things.get 1",
            "b before things.get 1",
            "b after 1: Timeout, 0ns",
            "a after 1: Timeout, 0ns",
            "a before things.get 2",
            "b before things.get 2",
            "b after 2: 503 Service Unavailable, 0ns",
            "a after 2: 503 Service Unavailable, 0ns",
            "a before things.get 3",
            "b before things.get 3",
            "b after 3: 200 OK, 3s",
            "a after 3: 200 OK, 3s",
        ]
    );
}

#[tokio::test]
async fn a_refused_request_is_not_sent() {
    let log = Log::default();
    for (from, requests) in [(1, 0), (2, 1)] {
        let server = FakeTransport::new();
        server.answer(503, json!({}));
        let client = fake("http://a.invalid", FakeClock::new())
            .transport(server.clone())
            .hook(Refuse(from))
            .hook(Scribe("later", log.clone()));
        let call = Call::new(&client.build().unwrap(), &GET);
        let error = call.send_value::<()>().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Hook);
        assert_eq!(error.attempts(), requests);
        assert_eq!(error.operation(), Some("things.get"));
        assert!(error.to_string().contains("outside office hours"));
        assert!(!error.is_connect() && !error.is_timeout());
        assert_eq!(server.requests().len(), requests as usize);
    }
    let log = log.lock().unwrap();
    assert_eq!(
        log.len(),
        2,
        "it was asked about the attempt that went out: {log:?}"
    );
}

/// Signs all headers and the body, as signatures of requests do.
#[derive(Debug)]
struct Sign;

impl Hook for Sign {
    fn before(&self, attempt: &Attempt<'_>, request: &mut Request<Bytes>) -> Result<(), Error> {
        let key = request.headers()["authorization"].to_str().unwrap().len();
        let own = request.headers()["x-own"].len();
        let body = request.body().len();
        let line = format!("{} {}", request.method(), request.uri().path());
        let text = format!("{line} {key} {own} {body} {}", attempt.number());
        let mut signature = HeaderValue::try_from(text).unwrap();
        signature.set_sensitive(true);
        request.headers_mut().append("x-signature", signature);
        Ok(())
    }
}

/// Changes the body, by which changes of two attempts would add up.
#[derive(Debug)]
struct Lengthen;

impl Hook for Lengthen {
    fn before(&self, _: &Attempt<'_>, request: &mut Request<Bytes>) -> Result<(), Error> {
        let longer = [&**request.body(), b" "].concat();
        *request.body_mut() = longer.into();
        request
            .headers_mut()
            .append("x-count", HeaderValue::from_static("1"));
        Ok(())
    }
}

#[tokio::test]
async fn they_see_the_whole_request_and_each_attempt_begins_anew() {
    let server = FakeTransport::new();
    server.fail(TransportErrorKind::Other);
    server.answer(429, json!({}));
    server.answer(200, json!({}));
    let client = fake("http://a.invalid", FakeClock::new())
        .transport(server.clone())
        .hook(Lengthen)
        .hook(Sign);
    let mut call = Call::new(&client.build().unwrap(), &POST);
    call.idempotent(true);
    call.set("name", &"x".to_owned());
    call.header("x-own", "own");
    call.send_value::<()>().await.unwrap();
    let requests = server.requests();
    assert_eq!(requests.len(), 3);
    for (index, request) in requests.iter().enumerate() {
        let signature = request.header("x-signature").unwrap();
        assert_eq!(signature, format!("POST /thing 9 3 13 {}", index + 1));
        assert_eq!(request.body(), r#"{"name":"x"} "#);
        for name in ["x-signature", "x-count", "authorization", "x-own"] {
            assert_eq!(request.headers().get_all(name).iter().count(), 1, "{name}");
        }
        assert!(request.headers()["authorization"].is_sensitive());
    }
}
