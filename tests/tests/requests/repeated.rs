//! What is sent again after a failure that the server may have acted on.

use seam_api::resources::{AccessMethodsDeleteBy, AcsEncodersListBy};
use seam_api::types::SpaceId;
use seam_api::{Request, Sending};
use serde_json::{Value, json};

use crate::client;

/// How often a call goes out that fails with 503 once, and its request line.
async fn sent<T>(
    call: impl FnOnce(&seam_api::Seam) -> Sending<T>,
    answer: Value,
) -> (usize, String) {
    let (seam, server, _) = client();
    server.answer(503, json!({}));
    server.answer(200, answer);
    let result = call(&seam).await;
    let requests = server.requests();
    assert_eq!(result.is_ok(), requests.len() == 2, "{:?}", result.err());
    (requests.len(), requests[0].line())
}

/// Their paths have a GET, which has no parameters: they go by POST, and are reads all the same.
#[tokio::test]
async fn reads_by_post() {
    let twice = |path: &str| (2, format!("POST {path}"));
    let space = json!({"space": {"space_id": "s1"}});
    let read = sent(|seam| seam.spaces().get(SpaceId::from("s1")).send(), space).await;
    assert_eq!(read, twice("/spaces/get"));

    let list = json!({"acs_encoders": []});
    let read = |seam: &seam_api::Seam| {
        let by = AcsEncodersListBy::acs_system_id("a1");
        seam.acs().encoders().list(by).send()
    };
    assert_eq!(sent(read, list).await, twice("/acs/encoders/list"));

    let list = json!({"acs_credentials": []});
    let read = |seam: &seam_api::Seam| seam.acs().credentials().list().send();
    assert_eq!(sent(read, list).await, twice("/acs/credentials/list"));
}

/// As everything else that is deleted.
#[tokio::test]
async fn what_can_be_deleted_by_delete() {
    let delete = |seam: &seam_api::Seam| {
        let by = AccessMethodsDeleteBy::access_method_id("m1");
        seam.access_methods().delete(by).send()
    };
    let deleted = sent(delete, json!({"ok": true})).await;
    assert_eq!(deleted, (2, "POST /access_methods/delete".to_owned()));
}

#[tokio::test]
async fn nothing_else() {
    let space = json!({"space": {"space_id": "s1"}});
    let created = sent(|seam| seam.spaces().create("lobby").send(), space.clone()).await;
    assert_eq!(created, (1, "POST /spaces/create".to_owned()));
    // The caller has the last word.
    let read = |seam: &seam_api::Seam| {
        seam.spaces()
            .get(SpaceId::from("s1"))
            .with_idempotent(false)
            .send()
    };
    assert_eq!(sent(read, space).await.0, 1);
}
