//! Servers that fail in the middle, or would go on for ever.

use bytes::Bytes;
use http::Response;
use seamstress_runtime::testing::{FakeTransport, RecordedRequest};
use seamstress_runtime::{
    ErrorKind, Operation, Paging, TransportError, TransportErrorKind, bytes, http,
};
use serde_json::{Value, json};

use crate::api::{
    ADDRESS, BARE, CURSOR, LAST, LINK, LIST, NUMBER, OFFSET, OFFSET_TOTAL, STYLES, body, call,
};

/// An outage costs no item: the stream says where it was, and a new one goes on there.
#[tokio::test]
async fn an_error_midway_loses_nothing() {
    const TOTAL: usize = 9;
    for style in STYLES {
        let answer = style.answer;
        let asked = std::sync::atomic::AtomicUsize::new(0);
        let server = FakeTransport::with_handler(move |request: &RecordedRequest| {
            match asked.fetch_add(1, std::sync::atomic::Ordering::Relaxed) {
                4 => Err(TransportError::new(TransportErrorKind::Other, "it broke")),
                _ => Ok(answer(request, TOTAL)),
            }
        });
        let mut items = call(&server, style.operation).stream::<Value>(style.paging);
        let mut seen = Vec::new();
        let error = loop {
            match items.try_next().await {
                Ok(item) => seen.push(item.unwrap()),
                Err(error) => break error,
            }
        };
        assert_eq!(error.kind(), ErrorKind::Transport, "{}", style.name);
        assert_eq!(seen.len(), 4, "{}", style.name);
        assert!(
            items.try_next().await.unwrap().is_none(),
            "it ends after an error"
        );
        let rest = call(&server, style.operation).stream::<Value>(style.paging);
        let mut rest = rest.from_cursor(items.cursor().unwrap());
        while let Some(item) = rest.try_next().await.unwrap() {
            seen.push(item);
        }
        let ids: Vec<&str> = seen
            .iter()
            .map(|item| item["id"].as_str().unwrap())
            .collect();
        assert_eq!(
            ids,
            ["0", "1", "2", "3", "4", "5", "6", "7", "8"],
            "{}",
            style.name
        );
    }
}

/// A page that was there before ends in an error, after at most one round.
#[tokio::test]
async fn loops_are_refused() {
    fn linked() -> Response<Bytes> {
        let mut answer = body(json!([{"id": "a"}]));
        let link = "</v1/items?at=1>; rel=next".parse().unwrap();
        answer.headers_mut().insert(http::header::LINK, link);
        answer
    }
    type Answer = fn() -> Response<Bytes>;
    let rows: [(&'static Paging, &'static Operation, Answer); 7] = [
        (&CURSOR, &LIST, || {
            body(json!({"data": [], "meta": {"next": "c"}}))
        }),
        (&LAST, &LIST, || {
            body(json!({"data": [{"id": "a"}], "has_more": true}))
        }),
        (&OFFSET, &BARE, || body(json!([{"id": "a"}, {"id": "b"}]))),
        (&OFFSET_TOTAL, &LIST, || {
            body(json!({"data": [{"id": "a"}], "total": 1_000_000}))
        }),
        (&NUMBER, &BARE, || body(json!([{"id": "a"}]))),
        (&ADDRESS, &LIST, || {
            body(json!({"data": [], "links": {"next": "/v1/items?at=1"}}))
        }),
        (&LINK, &BARE, linked),
    ];
    for (paging, operation, answer) in rows {
        let server = FakeTransport::with_handler(move |_| Ok(answer()));
        let mut pages = call(&server, operation).pages::<Value>(paging);
        let error = loop {
            match pages.try_next().await {
                Ok(page) => assert!(page.is_some(), "{paging:?} ends"),
                Err(error) => break error,
            }
        };
        assert_eq!(error.kind(), ErrorKind::RepeatedCursor, "{paging:?}");
        assert!(server.requests().len() <= 2, "{paging:?}");
        assert!(pages.try_next().await.unwrap().is_none());
    }
}
