//! Addresses that servers give are followed with credentials, and never elsewhere.

use seamstress_runtime::ErrorKind;
use seamstress_runtime::testing::FakeTransport;
use serde_json::{Value, json};

use crate::api::{ADDRESS, LINK, LIST, call};

#[tokio::test]
async fn no_credential_goes_to_another_origin() {
    for address in [
        "https://evil.example/v1/items?api_key=s3cret",
        "http://api.example.com/v1/items",
        "https://api.example.com:8443/v1/items",
        "//evil.example/v1/items",
        "https://user@api.example.com/v1/items",
        "https://api.example.com.evil.example/v1/items",
    ] {
        let server = FakeTransport::new();
        server.answer(200, json!({"data": [1], "links": {"next": address}}));
        let mut items = call(&server, &LIST).stream::<Value>(&ADDRESS);
        let error = items.try_next().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::ForeignPage, "{address}");
        assert!(!format!("{error} {error:?}").contains("s3cret"));
        assert!(items.try_next().await.unwrap().is_none());
        assert_eq!(server.requests().len(), 1, "{address}");
        // Nor does a cursor from elsewhere lead there.
        let mut items = call(&server, &LIST)
            .stream::<Value>(&LINK)
            .from_cursor(address);
        let error = items.try_next().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Request, "{address}");
        assert_eq!(server.requests().len(), 1, "{address}");
    }
}

/// The server's address has the parameters; the key is the client's.
#[tokio::test]
async fn the_key_goes_along_once() {
    let server = FakeTransport::new();
    let next = "/v1/items?filter=a%20b&api_key=s3cret&at=2";
    server.answer(200, json!({"data": [1], "links": {"next": next}}));
    server.answer(200, json!({"data": [2]}));
    let mut asking = call(&server, &LIST);
    asking.set("filter", &"a b".to_owned());
    let mut items = asking.stream::<Value>(&ADDRESS);
    while items.try_next().await.unwrap().is_some() {}
    let lines: Vec<String> = server.requests().iter().map(|asked| asked.line()).collect();
    assert_eq!(
        lines,
        [
            "GET /v1/items?filter=a%20b&api_key=s3cret",
            "GET /v1/items?filter=a%20b&at=2&api_key=s3cret",
        ]
    );
}
