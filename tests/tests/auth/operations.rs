//! Operations that a credential cannot call: refused before anything is sent.

use seam_api::testing::FakeTransport;
use seam_api::{Error, ErrorKind, Seam, SeamBuilder};

/// Gives a builder a credential.
type With = fn(SeamBuilder) -> SeamBuilder;

fn client(with: With) -> (Seam, FakeTransport) {
    let server = FakeTransport::new();
    let builder = with(Seam::builder()).transport(server.clone());
    (builder.build().unwrap(), server)
}

/// The operations of this list and what became of them.
macro_rules! refused {
    ($seam:expr, $($name:literal => $request:expr),+ $(,)?) => {
        vec![$(($name, $request.await.map(drop))),+]
    };
}

fn assert_refused(rows: Vec<(&str, Result<(), Error>)>, has: &str) {
    for (name, result) in rows {
        let error = result.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Credential, "{name}: {error}");
        assert_eq!(error.operation(), Some(name));
        assert_eq!(error.attempts(), 0);
        let message = error.to_string();
        assert!(
            message.starts_with(&format!("{name}: it accepts the credentials `")),
            "{message}"
        );
        assert!(
            message.ends_with(&format!("; this client has `{has}`")),
            "{message}"
        );
    }
}

#[tokio::test]
async fn a_client_session() {
    let (seam, server) = client(|builder| builder.client_session_token("seam_cst1_token"));
    let rows = refused!(seam,
        "webhooks.list" => seam.webhooks().list(),
        "client_sessions.list" => seam.client_sessions().list(),
        "client_sessions.create" => seam.client_sessions().create(),
        "client_sessions.get_or_create" => seam.client_sessions().get_or_create(),
        "action_attempts.list" => seam.action_attempts().list(),
        "user_identities.create" => seam.user_identities().create(),
        "workspaces.create" => seam.workspaces().create("Second"),
        "workspaces.reset_sandbox" => seam.workspaces().reset_sandbox(),
        "phones.list" => seam.phones().list(),
    );
    assert_eq!(rows.len(), 9);
    assert_refused(rows, "client_session_token");
    // A request that would be waited for, and a list of pages, are refused alike.
    let error = seam.workspaces().reset_sandbox().wait().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Credential);
    let error = seam.webhooks().list().send().await.unwrap_err();
    assert!(
        error.to_string().contains("`api_key` (SEAM_API_KEY)"),
        "{error}"
    );
    assert!(server.requests().is_empty());
}

#[tokio::test]
async fn a_publishable_key() {
    let (seam, server) = client(|builder| builder.publishable_key("seam_pk1_token"));
    let rows = refused!(seam,
        "devices.list" => seam.devices().list(),
        "locks.unlock_door" => seam.locks().unlock_door("lock1"),
        "workspaces.list" => seam.workspaces().list(),
        "client_sessions.get" => seam.client_sessions().get(),
    );
    assert_refused(rows, "publishable_key");
    let error = seam.devices().list().stream().try_next().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Credential);
    assert!(server.requests().is_empty());
}

/// To make a workspace, the credential must not be bound to one.
#[tokio::test]
async fn a_client_of_a_workspace() {
    for (has, with) in [
        ("api_key", (|builder| builder.api_key("seam_1")) as With),
        ("personal_access_token", |builder| {
            builder.personal_access_token("seam_at1", "w")
        }),
    ] {
        let (seam, server) = client(with);
        let rows = refused!(seam, "workspaces.create" => seam.workspaces().create("Second"));
        assert_refused(rows, has);
        assert!(server.requests().is_empty());
    }
}

#[tokio::test]
async fn no_credential_at_all() {
    let (seam, server) = client(|builder| builder);
    let error = seam.devices().list().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Credential);
    assert_eq!(
        error.to_string(),
        "devices.list: it accepts the credentials `api_key` (SEAM_API_KEY), \
         `personal_access_token` (SEAM_PERSONAL_ACCESS_TOKEN) with `workspace_id` \
         (SEAM_WORKSPACE_ID), `console_session_token` with `workspace_id`, \
         `client_session_token`; this client has none"
    );
    assert!(server.requests().is_empty());
}
