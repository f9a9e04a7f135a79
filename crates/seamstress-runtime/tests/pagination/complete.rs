//! All items, each once, whatever the style.

use seamstress_runtime::testing::FakeTransport;
use serde_json::Value;

use crate::api::{STYLES, call};

#[tokio::test]
async fn every_item_of_ten_thousand_pages_comes_once() {
    const TOTAL: usize = 10_000;
    for style in STYLES {
        let answer = style.answer;
        let server = FakeTransport::with_handler(move |request| Ok(answer(request, TOTAL)));
        let mut items = call(&server, style.operation).stream::<Value>(style.paging);
        let mut next = 0;
        while let Some(item) = items.try_next().await.unwrap() {
            assert_eq!(item["id"], next.to_string(), "{}", style.name);
            next += 1;
        }
        assert_eq!(next, TOTAL, "{}", style.name);
        let requests = server.requests().len();
        assert_eq!(requests, TOTAL + style.more_requests, "{}", style.name);
        // It has ended, and stays so.
        assert!(items.try_next().await.unwrap().is_none());
        assert_eq!(server.requests().len(), requests);
    }
}

#[tokio::test]
async fn a_list_can_be_read_on_from_any_page() {
    const TOTAL: usize = 7;
    for style in STYLES {
        let answer = style.answer;
        let server = FakeTransport::with_handler(move |request| Ok(answer(request, TOTAL)));
        for stop in 1..TOTAL {
            let mut pages = call(&server, style.operation).pages::<Value>(style.paging);
            let mut seen = Vec::new();
            let mut cursor = None;
            for _ in 0..stop {
                let page = pages.try_next().await.unwrap().unwrap();
                cursor = page.next_cursor().map(str::to_owned);
                assert_eq!(cursor.as_deref(), pages.cursor(), "{}", style.name);
                seen.extend(page);
            }
            let Some(cursor) = cursor else {
                panic!("{} ends after {stop}", style.name);
            };
            // Another process, with nothing but the cursor.
            let rest = call(&server, style.operation).stream::<Value>(style.paging);
            let mut rest = rest.from_cursor(cursor);
            while let Some(item) = rest.try_next().await.unwrap() {
                seen.push(item);
            }
            let ids: Vec<String> = seen
                .iter()
                .map(|item| item["id"].as_str().unwrap().to_owned())
                .collect();
            let all: Vec<String> = (0..TOTAL).map(|id| id.to_string()).collect();
            assert_eq!(ids, all, "{} from {stop}", style.name);
        }
    }
}

#[tokio::test]
async fn an_empty_list_is_one_page() {
    for style in STYLES {
        if style.name == "link" {
            continue;
        }
        let answer = style.answer;
        let server = FakeTransport::with_handler(move |request| Ok(answer(request, 0)));
        let mut items = call(&server, style.operation).stream::<Value>(style.paging);
        assert!(items.try_next().await.unwrap().is_none(), "{}", style.name);
        assert_eq!(server.requests().len(), 1, "{}", style.name);
    }
}
