//! One page of a list: what it says of the next one.

use seamstress_runtime::{Error, ErrorKind, NextPage, Page, Paging};

use crate::api::{LIST, PAGING, call};
use crate::server::{Reply, Server};

async fn page(body: &str, paging: &'static Paging) -> Result<Page<String>, Error> {
    let server = Server::script(vec![Reply::json(body)]).await;
    call(&server.url, &LIST).send_page(paging).await
}

static FLAT: Paging = Paging {
    parameter: "cursor",
    next: NextPage::Cursor(&["next"]),
    ..Paging::ONE_PAGE
};

static FLAT_WITH_FLAG: Paging = Paging {
    has_next: &["more"],
    ..FLAT
};

#[tokio::test]
async fn what_follows_a_page() {
    for (paging, info, next) in [
        (&PAGING, "", None),
        (&PAGING, r#""pagination":null"#, None),
        (&PAGING, r#""pagination":{}"#, None),
        (
            &PAGING,
            r#""pagination":{"has_next_page":false,"next_page_cursor":null}"#,
            None,
        ),
        // The flag decides, where there is one.
        (
            &PAGING,
            r#""pagination":{"has_next_page":false,"next_page_cursor":"c"}"#,
            None,
        ),
        (
            &PAGING,
            r#""pagination":{"has_next_page":true,"next_page_cursor":"c"}"#,
            Some("c"),
        ),
        // Where it is absent, the cursor does.
        (
            &PAGING,
            r#""pagination":{"next_page_cursor":"c"}"#,
            Some("c"),
        ),
        (
            &PAGING,
            r#""pagination":{"has_next_page":null,"next_page_cursor":"c"}"#,
            Some("c"),
        ),
        (
            &PAGING,
            r#""pagination":{"has_next_page":null,"next_page_cursor":""}"#,
            None,
        ),
        (
            &PAGING,
            r#""pagination":{"has_next_page":true,"next_page_cursor":7}"#,
            Some("7"),
        ),
        (&FLAT, r#""next":"c""#, Some("c")),
        (&FLAT, r#""next":null"#, None),
        (&FLAT, "", None),
        (&FLAT_WITH_FLAG, r#""next":"c","more":true"#, Some("c")),
        (&FLAT_WITH_FLAG, r#""next":"c","more":false"#, None),
        (
            Paging::NONE,
            r#""next":"c","pagination":{"has_next_page":true}"#,
            None,
        ),
    ] {
        let comma = if info.is_empty() { "" } else { "," };
        // Before the items and after them.
        for body in [
            format!(r#"{{"names":["a"]{comma}{info}}}"#),
            format!(r#"{{{info}{comma}"names":["a"]}}"#),
        ] {
            let page = page(&body, paging).await.unwrap();
            assert_eq!(page.items, ["a"], "{body}");
            assert_eq!(page.next_cursor(), next, "{body}");
            assert_eq!(page.has_next_page(), next.is_some(), "{body}");
        }
    }
}

#[tokio::test]
async fn what_cannot_be_understood_is_no_decision() {
    for info in [
        r#"{"has_next_page":"yes","next_page_cursor":"c"}"#,
        r#"{"has_next_page":0}"#,
        r#"{"has_next_page":true,"next_page_cursor":{}}"#,
        r#"{"has_next_page":true,"next_page_cursor":["c"]}"#,
        "[]",
        r#""more""#,
    ] {
        let body = format!(r#"{{"names":["a"],"pagination":{info}}}"#);
        let error = page(&body, &PAGING).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode, "{info}");
        assert_eq!(error.operation(), Some("names.list"));
    }
}

#[tokio::test]
async fn an_announced_page_without_a_cursor_is_an_error_of_going_on() {
    let body = r#"{"names":["a"],"pagination":{"has_next_page":true,"next_page_cursor":null}}"#;
    let only = page(body, &PAGING).await.unwrap();
    assert!(only.has_next_page());
    assert_eq!(only.next_cursor(), None);

    let server = Server::script(vec![Reply::json(body)]).await;
    let mut items = call(&server.url, &LIST).stream::<String>(&PAGING);
    assert_eq!(items.try_next().await.unwrap().unwrap(), "a");
    let error = items.try_next().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::MissingCursor);
    assert_eq!(error.operation(), Some("names.list"));
    assert!(items.try_next().await.unwrap().is_none());
    assert_eq!(server.asked().len(), 1);
}

#[tokio::test]
async fn a_page_is_a_collection() {
    let page = page(r#"{"names":["a",1,"b"]}"#, &PAGING).await.unwrap();
    assert_eq!((&page).into_iter().collect::<Vec<_>>(), ["a", "b"]);
    assert_eq!(page.rejected()[0].path, "names[1]");
    assert!(page.corrections().is_empty());
    assert_eq!(page.envelope().status(), 200);
    assert_eq!(page.into_iter().collect::<String>(), "ab");
}
