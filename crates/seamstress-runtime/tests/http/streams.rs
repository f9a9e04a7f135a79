//! All pages of a list, as a stream.

use futures_util::TryStreamExt;
use seamstress_runtime::{Call, ErrorKind, Items, Page, Pages};

use crate::api::{LIST, PAGING, call};
use crate::server::{Reply, Server};

fn reply(names: &str, next: Option<&str>) -> Reply {
    let cursor = next.map_or("null".to_owned(), |next| format!("{next:?}"));
    let more = next.is_some();
    Reply::json(&format!(
        r#"{{"names":{names},"pagination":{{"has_next_page":{more},"next_page_cursor":{cursor}}}}}"#
    ))
}

fn three() -> Vec<Reply> {
    vec![
        reply(r#"["a","b"]"#, Some("c1")),
        reply("[]", Some("c 2")),
        reply(r#"["c"]"#, None),
    ]
}

fn listing(server: &Server) -> Call {
    let mut call = call(&server.url, &LIST);
    call.set("limit", &2_i64);
    call
}

#[tokio::test]
async fn items_of_three_pages() {
    let server = Server::script(three()).await;
    let mut items = listing(&server).stream::<String>(&PAGING);
    let mut found = Vec::new();
    while let Some(item) = items.try_next().await.unwrap() {
        found.push(item);
    }
    assert_eq!(found, ["a", "b", "c"]);
    assert!(
        items.try_next().await.unwrap().is_none(),
        "it stays at the end"
    );
    assert_eq!(
        server.lines(),
        [
            "GET /names/list?limit=2&_strict=true",
            "GET /names/list?limit=2&page_cursor=c1&_strict=true",
            "GET /names/list?limit=2&page_cursor=c+2&_strict=true",
        ]
    );
}

#[tokio::test]
async fn pages_come_as_they_are_and_only_when_asked_for() {
    let server = Server::script(three()).await;
    let mut pages = listing(&server).pages::<String>(&PAGING);
    assert!(server.asked().is_empty());
    let first: Page<String> = pages.try_next().await.unwrap().unwrap();
    assert_eq!((first.items.len(), pages.cursor()), (2, Some("c1")));
    assert_eq!(server.asked().len(), 1);
    assert_eq!(pages.try_next().await.unwrap().unwrap().items.len(), 0);
    assert_eq!(pages.try_next().await.unwrap().unwrap().items.len(), 1);
    assert!(pages.try_next().await.unwrap().is_none());
    assert_eq!(pages.cursor(), None);
}

#[tokio::test]
async fn they_are_streams_of_the_usual_kind() {
    fn usual<T: Unpin + Send + 'static>(stream: T) -> T {
        stream
    }
    let server = Server::start(|index, _| three()[index % 3].clone()).await;
    let items: Items<String> = usual(listing(&server).stream(&PAGING));
    assert_eq!(
        items.try_collect::<Vec<_>>().await.unwrap(),
        ["a", "b", "c"]
    );
    let pages: Pages<String> = usual(listing(&server).pages(&PAGING));
    assert_eq!(pages.try_collect::<Vec<_>>().await.unwrap().len(), 3);
    // The trait's method of the same name, called by its path, does the same.
    let mut items: Items<String> = listing(&server).stream(&PAGING);
    assert_eq!(
        TryStreamExt::try_next(&mut items).await.unwrap().unwrap(),
        "a"
    );
}

#[tokio::test]
async fn a_repeated_cursor_is_an_error_and_no_loop() {
    for (cursors, pages) in [(vec!["c1", "c1"], 2), (vec!["c1", "c2", "c3", "c1"], 4)] {
        let replies: Vec<Reply> = cursors.iter().map(|c| reply(r#"["x"]"#, Some(c))).collect();
        let server = Server::script(replies).await;
        let mut items = listing(&server).stream::<String>(&PAGING);
        for _ in 0..pages {
            assert_eq!(items.try_next().await.unwrap().unwrap(), "x");
        }
        let error = items.try_next().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::RepeatedCursor);
        assert!(items.try_next().await.unwrap().is_none());
        assert_eq!(server.asked().len(), pages);
    }
}

#[tokio::test]
async fn the_cursor_that_one_begins_with_counts_too() {
    let server = Server::script(vec![reply("[]", Some("c1"))]).await;
    let mut call = listing(&server);
    call.set("page_cursor", &"c1".to_owned());
    let error = call
        .pages::<String>(&PAGING)
        .try_collect::<Vec<_>>()
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::RepeatedCursor);
    assert_eq!(server.asked().len(), 1);
}

#[tokio::test]
async fn an_error_midway_loses_nothing_and_can_be_resumed() {
    let mut replies = three();
    replies.insert(1, Reply::status(503, "text/plain", "busy"));
    let server = Server::script(replies).await;
    let mut items = listing(&server).stream::<String>(&PAGING);
    assert_eq!(items.try_next().await.unwrap().unwrap(), "a");
    assert_eq!(items.try_next().await.unwrap().unwrap(), "b");
    let error = items.try_next().await.unwrap_err();
    assert!(error.is_server_error());
    assert!(
        items.try_next().await.unwrap().is_none(),
        "it ends after an error"
    );
    let cursor = items.cursor().unwrap().to_owned();

    let mut again = listing(&server);
    again.set(PAGING.parameter, &cursor);
    let rest: Vec<String> = again.stream(&PAGING).try_collect().await.unwrap();
    assert_eq!(rest, ["c"]);
    assert_eq!(
        server.lines()[2],
        "GET /names/list?limit=2&page_cursor=c1&_strict=true"
    );
}

#[tokio::test]
async fn an_item_that_cannot_be_read_is_an_error_in_its_place() {
    let pages = vec![
        reply(r#"[7,"a",{"x":1},"b",null]"#, Some("c1")),
        reply(r#"["c",true]"#, None),
    ];
    let server = Server::script(pages).await;
    let mut items = listing(&server).stream::<String>(&PAGING);
    assert!(items.envelope().is_none());
    let mut seen = Vec::new();
    while let Some(item) = items.try_next().await.transpose() {
        seen.push(item.unwrap_or_else(|error| {
            assert_eq!(error.kind(), ErrorKind::RejectedElement);
            assert_eq!(error.operation(), Some("names.list"));
            let rejected = error.rejected().unwrap();
            format!("{} {}", rejected.path, rejected.raw)
        }));
    }
    let expected = [
        "names[0] 7",
        "a",
        r#"names[2] {"x":1}"#,
        "b",
        "names[4] null",
        "c",
        "names[1] true",
    ];
    assert_eq!(seen, expected);
    assert_eq!(items.envelope().unwrap().rejected()[0].raw, "true");
}
