//! How the parameters of a query are written. The rules are those of the query serializer of
//! Seam's own client for JavaScript (`@seamapi/url-search-params-serializer`, 3.0.0).

use seam_api::resources::DevicesList;
use seam_api::types::{CustomMetadataValue, DeviceType};
use seam_api::{DateTime, ErrorKind};
use serde_json::json;

use crate::client;

/// The request line of listing devices.
async fn line(set: impl FnOnce(DevicesList) -> DevicesList) -> String {
    let (seam, server, _) = client();
    server.answer(200, json!({"devices": []}));
    set(seam.devices().list()).await.unwrap();
    server.requests()[0].line()
}

/// The query of it, which ends with the mark of these rules.
async fn query(set: impl FnOnce(DevicesList) -> DevicesList) -> String {
    let line = line(set).await;
    let query = line.strip_prefix("GET /devices/list?");
    let query = query.unwrap_or_else(|| panic!("{line} has no query"));
    let query = query.strip_suffix("&_strict=true");
    query
        .unwrap_or_else(|| panic!("{line} is not marked"))
        .to_owned()
}

/// Why a query cannot be written; nothing is sent.
async fn refusal(set: impl FnOnce(DevicesList) -> DevicesList) -> String {
    let (seam, server, _) = client();
    let error = set(seam.devices().list()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Request);
    assert_eq!(error.operation(), Some("devices.list"));
    assert!(server.requests().is_empty());
    error.to_string()
}

fn metadata<const N: usize>(
    pairs: [(&str, CustomMetadataValue); N],
) -> impl FnOnce(DevicesList) -> DevicesList {
    move |list| list.custom_metadata_has(pairs)
}

fn text(text: &str) -> CustomMetadataValue {
    CustomMetadataValue::String(text.to_owned())
}

#[tokio::test]
async fn what_is_absent_is_left_out() {
    assert_eq!(line(|list| list).await, "GET /devices/list");
    // So is an empty text, and what has no members. The mark needs something to stand beside.
    assert_eq!(line(|list| list.search("")).await, "GET /devices/list");
    assert_eq!(line(metadata([])).await, "GET /devices/list");
    assert_eq!(line(metadata([("a", text(""))])).await, "GET /devices/list");
    assert_eq!(query(|list| list.search("").limit(1)).await, "limit=1");
}

#[tokio::test]
async fn null_is_an_empty_value() {
    assert_eq!(query(|list| list.page_cursor(None)).await, "page_cursor=");
}

#[tokio::test]
async fn scalars() {
    assert_eq!(query(|list| list.limit(0)).await, "limit=0");
    assert_eq!(
        query(|list| list.limit(u64::MAX)).await,
        "limit=18446744073709551615"
    );
    let pair = |flag| metadata([("a", CustomMetadataValue::Boolean(flag))]);
    assert_eq!(query(pair(true)).await, "custom_metadata_has.a=true");
    assert_eq!(query(pair(false)).await, "custom_metadata_has.a=false");
    assert_eq!(
        query(|list| list.device_type(DeviceType::AugustLock)).await,
        "device_type=august_lock"
    );
    let time: DateTime = "2025-06-16T16:54:17.946Z".parse().unwrap();
    assert_eq!(
        query(|list| list.created_before(time)).await,
        "created_before=2025-06-16T16%3A54%3A17.946Z"
    );
}

#[tokio::test]
async fn lists_repeat_their_name() {
    assert_eq!(
        query(|list| list.device_ids(["z", "a", "m"])).await,
        "device_ids=z&device_ids=a&device_ids=m"
    );
    assert_eq!(
        query(|list| list.device_ids(["only"])).await,
        "device_ids=only"
    );
    let none: [&str; 0] = [];
    assert_eq!(query(|list| list.device_ids(none)).await, "device_ids=");
    let types = [DeviceType::AugustLock, DeviceType::from("of_tomorrow")];
    assert_eq!(
        query(|list| list.device_types(types)).await,
        "device_types=august_lock&device_types=of_tomorrow"
    );
}

#[tokio::test]
async fn members_have_dotted_names() {
    assert_eq!(
        query(metadata([("b", text("2")), ("a", text("1"))])).await,
        "custom_metadata_has.a=1&custom_metadata_has.b=2"
    );
    assert_eq!(
        query(metadata([("a b", text("x"))])).await,
        "custom_metadata_has.a+b=x"
    );
}

#[tokio::test]
async fn names_are_sorted() {
    let all = |list: DevicesList| {
        list.space_id("s")
            .limit(5)
            .device_ids(["b", "a"])
            .page_cursor("c")
            .search("q")
            .connect_webview_id("w")
    };
    assert_eq!(
        query(all).await,
        "connect_webview_id=w&device_ids=b&device_ids=a&limit=5&page_cursor=c&search=q&space_id=s"
    );
}

/// As a form is (WHATWG URL, section 5.2).
#[tokio::test]
async fn values_are_encoded() {
    for (value, expected) in [
        ("a b", "a+b"),
        ("a+b", "a%2Bb"),
        ("a&b=c", "a%26b%3Dc"),
        ("?#/:@", "%3F%23%2F%3A%40"),
        ("*-._~", "*-._%7E"),
        ("100%", "100%25"),
        ("\u{f6}\u{20ac}", "%C3%B6%E2%82%AC"),
        ("a\r\nb", "a%0D%0Ab"),
        ("..", ".."),
        ("null", "null"),
    ] {
        assert_eq!(
            query(|list| list.search(value)).await,
            format!("search={expected}")
        );
    }
}

#[tokio::test]
async fn what_could_not_be_told_apart_is_refused() {
    assert_eq!(
        refusal(metadata([("a.b", text("canary"))])).await,
        "devices.list: the query parameter `custom_metadata_has.a.b` has a dot in a name"
    );
    assert_eq!(
        refusal(|list| list.device_ids(["canary", ""])).await,
        "devices.list: the query parameter `device_ids` has an empty text in a list, which no \
         query can carry"
    );
}

/// A query that is too long goes as the body of the POST that the operation has besides, by the
/// rules of bodies.
#[tokio::test]
async fn a_long_query_goes_as_a_body() {
    let (seam, server, _) = client();
    server.answer(200, json!({"devices": []}));
    let ids: Vec<String> = (0..200)
        .map(|number| format!("device-{number:020}"))
        .collect();
    let list = seam.devices().list().device_ids(&ids).page_cursor(None);
    list.search("").await.unwrap();
    let request = &server.requests()[0];
    assert_eq!(request.line(), "POST /devices/list");
    assert_eq!(
        request.json(),
        json!({"device_ids": ids, "page_cursor": null, "search": ""})
    );
    assert_eq!(request.header("content-type"), Some("application/json"));
}

/// Parameters of DELETE go into the query, too; those of POST and PATCH never.
#[tokio::test]
async fn the_method_decides() {
    let (seam, server, _) = client();
    for _ in 0..4 {
        server.answer(200, json!({"action_attempt": {}, "device": {}}));
    }
    seam.access_codes().delete("code 1").await.unwrap();
    seam.access_codes().update("code1").name("").await.unwrap();
    seam.devices().update("device1").await.unwrap();
    seam.locks().unlock_door("").await.unwrap();
    let requests = server.requests();
    let lines: Vec<_> = requests.iter().map(|request| request.line()).collect();
    assert_eq!(
        lines,
        [
            "DELETE /access_codes/delete?access_code_id=code+1&_strict=true",
            "PUT /access_codes/update",
            "PATCH /devices/update",
            "POST /locks/unlock_door"
        ]
    );
    assert!(requests[0].body().is_empty());
    assert_eq!(requests[0].header("content-type"), None);
    assert_eq!(
        requests[1].json(),
        json!({"access_code_id": "code1", "name": ""})
    );
    assert_eq!(requests[2].json(), json!({"device_id": "device1"}));
    assert_eq!(requests[3].json(), json!({"device_id": ""}));
}
