//! Redirects: answers like any other, so that no credential leaves its origin.

use seamstress_runtime::ErrorKind;

use crate::api::get;
use crate::server::{Reply, Server};

#[tokio::test]
async fn redirects_are_not_followed() {
    let elsewhere = Server::script(vec![Reply::json(r#"{"name":"stolen"}"#)]).await;
    for status in [301, 302, 303, 307, 308] {
        for target in [format!("{}/x", elsewhere.url), "/names/other".to_owned()] {
            let headers = format!("location: {target}\r\n");
            let server = Server::script(vec![Reply::with(status, &headers, "")]).await;
            let error = get(&server.url).send_value::<String>().await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Api);
            assert_eq!(error.status().unwrap(), status);
            assert!(
                error.to_string().contains("redirects are not followed"),
                "{error}"
            );
            assert_eq!(server.asked().len(), 1);
        }
    }
    assert!(elsewhere.asked().is_empty());
}
