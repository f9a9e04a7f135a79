//! What a page says of the next one is never corrected.

use seamstress_runtime::testing::FakeTransport;
use seamstress_runtime::{Error, ErrorKind, NextPage, Operation, Page, Paging};
use serde_json::{Value, json};

use crate::api::{
    ADDRESS, BARE, CURSOR, FLAGGED, LAST, LAST_UNTOLD, LIST, NUMBER_TOTAL, OFFSET, OFFSET_TOTAL,
    call,
};

async fn page(
    paging: &'static Paging,
    operation: &'static Operation,
    answer: Value,
) -> Result<Page<Value>, Error> {
    let server = FakeTransport::new();
    server.answer(200, answer);
    call(&server, operation).send_page(paging).await
}

/// What follows: a cursor, an end, or an error when it is followed.
#[derive(Debug, PartialEq)]
enum Follows {
    At(&'static str),
    End,
    Error(ErrorKind),
}
use Follows::{At, End};

#[rustfmt::skip]
fn rows() -> Vec<(&'static Paging, &'static Operation, Value, Follows)> {
    let missing = || Follows::Error(ErrorKind::MissingCursor);
    let unreadable = || Follows::Error(ErrorKind::Decode);
    vec![
        (&CURSOR, &LIST, json!({"data": []}), End),
        (&CURSOR, &LIST, json!({"data": [], "meta": null}), End),
        (&CURSOR, &LIST, json!({"data": [], "meta": {"next": ""}}), End),
        (&CURSOR, &LIST, json!({"data": [], "meta": {"next": 7}}), At("7")),
        (&CURSOR, &LIST, json!({"data": [], "meta": {"next": true}}), unreadable()),
        (&CURSOR, &LIST, json!({"data": [], "meta": {"next": {}}}), unreadable()),
        (&CURSOR, &LIST, json!({"data": [], "meta": "x"}), unreadable()),
        (&FLAGGED, &LIST, json!({"data": [], "meta": {"next": "c", "more": false}}), End),
        (&FLAGGED, &LIST, json!({"data": [], "meta": {"next": "c", "more": "yes"}}), unreadable()),
        (&FLAGGED, &LIST, json!({"data": [], "meta": {"next": null, "more": true}}), missing()),
        (&LAST, &LIST, json!({"data": [{"id": "a"}, {"id": "b"}], "has_more": true}), At("b")),
        (&LAST, &LIST, json!({"data": [{"id": 7}], "has_more": true}), At("7")),
        (&LAST, &LIST, json!({"data": [{"id": "a"}], "has_more": false}), End),
        // Without the flag, nothing is lost: an empty page ends the list.
        (&LAST, &LIST, json!({"data": [{"id": "a"}]}), At("a")),
        (&LAST_UNTOLD, &LIST, json!({"data": []}), End),
        (&LAST, &LIST, json!({"data": [], "has_more": true}), missing()),
        (&LAST, &LIST, json!({"data": [{"name": "a"}], "has_more": true}), missing()),
        (&LAST, &LIST, json!({"data": [{"id": ""}], "has_more": true}), missing()),
        (&LAST, &LIST, json!({"data": [{"id": null}], "has_more": true}), missing()),
        (&LAST, &LIST, json!({"data": [{"id": "a"}], "has_more": 1}), unreadable()),
        (&OFFSET, &BARE, json!([1, 2, 3]), At("3")),
        (&OFFSET, &BARE, json!([]), End),
        (&OFFSET_TOTAL, &LIST, json!({"data": [1, 2], "total": 3}), At("2")),
        (&OFFSET_TOTAL, &LIST, json!({"data": [1, 2, 3], "total": 3}), End),
        // Items may have gone meanwhile.
        (&OFFSET_TOTAL, &LIST, json!({"data": [1, 2, 3], "total": 2}), End),
        (&OFFSET_TOTAL, &LIST, json!({"data": [1], "total": null}), At("1")),
        (&OFFSET_TOTAL, &LIST, json!({"data": [1], "total": "3"}), unreadable()),
        (&OFFSET_TOTAL, &LIST, json!({"data": [1], "total": -3}), unreadable()),
        (&NUMBER_TOTAL, &LIST, json!({"data": [1], "meta": {"pages": 2}}), At("1")),
        (&NUMBER_TOTAL, &LIST, json!({"data": [1], "meta": {"pages": 1}}), End),
        (&NUMBER_TOTAL, &LIST, json!({"data": [1], "meta": []}), unreadable()),
        (&ADDRESS, &LIST, json!({"data": [], "links": {"next": {"href": "/a?b"}}}), At("https://api.example.com/a?b")),
        (&ADDRESS, &LIST, json!({"data": [], "links": {"next": {}}}), End),
        (&ADDRESS, &LIST, json!({"data": [], "links": {"next": ""}}), End),
        (&ADDRESS, &LIST, json!({"data": [], "links": {"next": true}}), unreadable()),
        (&ADDRESS, &LIST, json!({"data": [], "links": {"next": "https://other.example/a"}}), Follows::Error(ErrorKind::ForeignPage)),
    ]
}

#[tokio::test]
async fn what_follows_a_page() {
    for (paging, operation, answer, expected) in rows() {
        let server = FakeTransport::new();
        server.answer(200, answer.clone());
        let mut pages = call(&server, operation).pages::<Value>(paging);
        let first = pages.try_next().await;
        let found = match &first {
            Err(error) => Follows::Error(error.kind()),
            Ok(page) => match page.as_ref().unwrap().next_cursor() {
                Some(cursor) => {
                    assert_eq!(Some(cursor), pages.cursor());
                    assert_eq!(expected, At(cursor.to_owned().leak()), "{answer}");
                    continue;
                }
                None => match pages.try_next().await {
                    Ok(None) => End,
                    Ok(Some(_)) => panic!("a page without a cursor"),
                    Err(error) => Follows::Error(error.kind()),
                },
            },
        };
        assert_eq!(found, expected, "{paging:?} {answer}");
    }
}

/// An item that cannot be read is the last one all the same.
#[tokio::test]
async fn the_last_item_counts_even_if_it_cannot_be_read() {
    static OF_TEXT: Paging = Paging {
        parameter: "after",
        next: NextPage::LastItem(&["id"]),
        ..Paging::ONE_PAGE
    };
    let server = FakeTransport::new();
    server.answer(200, json!({"data": ["a", {"id": "b"}]}));
    let page = call(&server, &LIST)
        .send_page::<String>(&OF_TEXT)
        .await
        .unwrap();
    assert_eq!(page.items, ["a"]);
    assert_eq!(page.next_cursor(), Some("b"));
    // And it is counted.
    let server = FakeTransport::new();
    server.answer(200, json!(["a", 7, "b"]));
    let page = call(&server, &BARE)
        .send_page::<String>(&OFFSET)
        .await
        .unwrap();
    assert_eq!((page.items.len(), page.next_cursor()), (2, Some("3")));
}

#[tokio::test]
async fn a_list_may_be_absent_only_where_the_api_says_so() {
    static LENIENT: Paging = Paging {
        may_lack_items: true,
        ..CURSOR
    };
    let answer = || json!({"meta": {"next": "c"}});
    let page_of = page(&LENIENT, &LIST, answer()).await.unwrap();
    assert!(page_of.items.is_empty());
    assert_eq!(page_of.next_cursor(), Some("c"));
    let error = page(&CURSOR, &LIST, answer()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
}

/// A number that the caller asks for is where counting begins.
#[tokio::test]
async fn counting_begins_where_the_caller_asks() {
    for (paging, operation, name, answer, next) in [
        (&OFFSET, &BARE, "offset", json!([1, 2]), "42"),
        (
            &NUMBER_TOTAL,
            &LIST,
            "page",
            json!({"data": [1], "meta": {"pages": 90}}),
            "41",
        ),
    ] {
        let server = FakeTransport::new();
        server.answer(200, answer);
        let mut asking = call(&server, operation);
        asking.set(name, &40);
        let page = asking.send_page::<Value>(paging).await.unwrap();
        assert_eq!(page.next_cursor(), Some(next));
    }
}
