//! Over a transport that plays answers.

use std::time::Duration;

use futures_util::TryStreamExt;
use seamstress_runtime::testing::{FakeClock, FakeTransport};
use seamstress_runtime::{BlockingIter, Client, ErrorKind, TransportErrorKind, WaitOptions};
use serde_json::json;

use crate::api::{State, builder, get, list, start};

fn client(server: &FakeTransport) -> (Client, FakeClock) {
    let clock = FakeClock::new();
    let builder = builder().transport(server.clone()).clock(clock.clone());
    (builder.build().unwrap(), clock)
}

/// Three pages of two names.
fn three_pages(server: &FakeTransport) {
    server.answer(200, json!({"names": ["a", "b"], "next": "2"}));
    server.answer(200, json!({"names": ["c", "d"], "next": "3"}));
    server.answer(200, json!({"names": ["e", "f"], "next": null}));
}

fn lines(server: &FakeTransport) -> Vec<String> {
    server.requests().iter().map(|asked| asked.line()).collect()
}

#[test]
fn a_value() {
    let server = FakeTransport::new();
    let (client, clock) = client(&server);
    server.answer(200, json!({"name": "Ada"}));
    assert_eq!(get(&client).send_blocking().unwrap(), "Ada");
    // The same, over all that can be awaited.
    server.answer(200, json!({"name": "Ada"}));
    let response = get(&client).send_with_response().blocking().unwrap();
    assert_eq!((response.value.as_str(), response.attempts()), ("Ada", 1));

    server.answer(503, json!({}));
    server.fail(TransportErrorKind::Other);
    server.answer(200, json!({"name": "Bob"}));
    let response = get(&client).send_with_response().blocking().unwrap();
    assert_eq!((response.value.as_str(), response.attempts()), ("Bob", 3));
    assert_eq!(clock.slept().len(), 2);

    server.answer(404, json!({}));
    assert!(get(&client).send_blocking().unwrap_err().is_not_found());
    server.answer(200, json!({"name": 7}));
    let error = get(&client).send_blocking().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert_eq!(error.operation(), Some("names.get"));
}

#[test]
fn pages_and_items() {
    let server = FakeTransport::new();
    let (client, _) = client(&server);
    three_pages(&server);
    let page = list(&client).send_blocking().unwrap();
    assert_eq!((page.items.len(), page.next_cursor()), (2, Some("2")));
    server.answer(200, json!({"names": []}));
    server.answer(200, json!({"names": []}));
    while server.answers_left() > 0 {
        list(&client).send_blocking().unwrap();
    }

    three_pages(&server);
    let pages: Result<Vec<_>, _> = list(&client).pages_blocking().collect();
    let sizes: Vec<_> = pages.unwrap().iter().map(|page| page.items.len()).collect();
    assert_eq!(sizes, [2, 2, 2]);

    three_pages(&server);
    let before = server.requests().len();
    let mut items = list(&client).items_blocking();
    assert_eq!(
        server.requests().len(),
        before,
        "nothing is sent before the first is asked for"
    );
    assert_eq!(items.next().unwrap().unwrap(), "a");
    assert_eq!(items.next().unwrap().unwrap(), "b");
    assert_eq!(
        server.requests().len(),
        before + 1,
        "a page is read when it is needed"
    );
    let rest: Vec<String> = items.map(Result::unwrap).collect();
    assert_eq!(rest, ["c", "d", "e", "f"]);
    assert_eq!(
        lines(&server)[before..],
        [
            "GET /names/list",
            "GET /names/list?cursor=2",
            "GET /names/list?cursor=3"
        ]
    );
}

#[test]
fn an_iterator_ends_after_an_error_and_goes_on_from_its_cursor() {
    let server = FakeTransport::new();
    let (client, _) = client(&server);
    server.answer(200, json!({"names": ["a", "b"], "next": "2"}));
    server.answer(400, json!({}));
    let mut items = list(&client).items_blocking();
    assert_eq!(items.next().unwrap().unwrap(), "a");
    assert_eq!(items.get_ref().cursor(), Some("2"));
    assert_eq!(items.next().unwrap().unwrap(), "b");
    assert!(items.next().unwrap().unwrap_err().is_invalid_input());
    assert!(items.next().is_none());
    let cursor = items.get_ref().cursor().unwrap().to_owned();
    assert_eq!(cursor, "2");

    server.answer(200, json!({"names": ["c"]}));
    let rest = list(&client).cursor(&cursor).items_blocking();
    let rest: Result<Vec<_>, _> = rest.collect();
    assert_eq!(rest.unwrap(), ["c"]);
    assert_eq!(lines(&server).last().unwrap(), "GET /names/list?cursor=2");

    // Pages know where they stand, too.
    three_pages(&server);
    let mut pages = list(&client).pages_blocking();
    assert_eq!(pages.get_ref().cursor(), None);
    pages.next().unwrap().unwrap();
    assert_eq!(pages.get_ref().cursor(), Some("2"));
    pages.next().unwrap().unwrap();
    assert_eq!(pages.get_ref().cursor(), Some("3"));
    pages.next().unwrap().unwrap();
    assert_eq!(pages.get_ref().cursor(), None);
    assert!(pages.next().is_none() && pages.next().is_none());
}

/// What one half of a program began, the other half can finish.
#[test]
fn the_stream_inside_can_be_awaited() {
    let server = FakeTransport::new();
    let (client, _) = client(&server);
    three_pages(&server);
    let mut items = list(&client).items_blocking();
    assert_eq!(items.next().unwrap().unwrap(), "a");
    assert!(
        format!("{items:?}").starts_with("BlockingIter(Items"),
        "{items:?}"
    );
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap();
    let stream = items.into_inner();
    let rest: Vec<String> = runtime.block_on(stream.try_collect()).unwrap();
    assert_eq!(rest, ["b", "c", "d", "e", "f"]);
    let mut again = BlockingIter::new(list(&client).stream());
    assert!(
        again.next().unwrap().is_err(),
        "the test has no more answers"
    );
}

#[test]
fn an_action_is_waited_for() {
    let server = FakeTransport::new();
    let (client, clock) = client(&server);
    for state in ["pending", "pending", "done"] {
        server.answer(200, json!({"state": state}));
    }
    let state = start(&client).wait_blocking().unwrap();
    assert_eq!(state, State("done".to_owned()));
    assert_eq!(clock.slept().len(), 2);
    assert_eq!(
        lines(&server),
        ["POST /names/start", "GET /names/look", "GET /names/look"]
    );

    server.answer(200, json!({"state": "jammed"}));
    let error = start(&client).wait_blocking().unwrap_err();
    assert_eq!(error.action_failure().unwrap().code(), "jammed");
    assert_eq!(error.action::<State>(), Some(&State("jammed".to_owned())));

    server.answer(200, json!({"state": "pending"}));
    let never = WaitOptions::default().deadline(Duration::ZERO);
    let error = start(&client).wait_with(never).blocking().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::WaitTimeout);
}
