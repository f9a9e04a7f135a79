//! Every way to authenticate that the fake server knows.

use seam_api::{ErrorKind, Request, Seam, SeamBuilder, SeamWithoutWorkspace};
use seam_tests::{
    API_KEY, CLIENT_SESSION_TOKEN, FakeSeam, LOCK, PERSONAL_ACCESS_TOKEN, PUBLISHABLE_KEY,
    WORKSPACE,
};

fn build(builder: SeamBuilder, server: &FakeSeam) -> Seam {
    builder.base_url(server.url()).build().unwrap()
}

#[tokio::test]
async fn an_api_key() {
    let Some(server) = FakeSeam::start() else {
        return;
    };
    let seam = build(Seam::builder().api_key(API_KEY), &server);
    assert_eq!(
        seam.workspaces().get().await.unwrap().workspace_id,
        WORKSPACE
    );
}

#[tokio::test]
async fn a_personal_access_token() {
    let Some(server) = FakeSeam::start() else {
        return;
    };
    let with = |workspace: &str| {
        let builder = Seam::builder();
        build(
            builder.personal_access_token(PERSONAL_ACCESS_TOKEN, workspace),
            &server,
        )
    };
    let seam = with(WORKSPACE);
    assert!(!seam.locks().list().await.unwrap().items.is_empty());
    assert_eq!(
        seam.workspaces().get().await.unwrap().workspace_id,
        WORKSPACE
    );
    let error = with("no_such_workspace").locks().list().await.unwrap_err();
    assert!(error.is_unauthorized(), "{error}");
    // The workspace cannot be changed by a header of a request.
    let list = with("no_such_workspace").locks().list();
    let list = list.with_header("seam-workspace", WORKSPACE);
    assert!(list.await.unwrap_err().is_unauthorized());
}

#[tokio::test]
async fn a_client_session_token() {
    let Some(server) = FakeSeam::start() else {
        return;
    };
    let seam = build(
        Seam::builder().client_session_token(CLIENT_SESSION_TOKEN),
        &server,
    );
    let session = seam.client_sessions().get().await.unwrap();
    assert_eq!(session.workspace_id, WORKSPACE);
    seam.devices().list().await.unwrap();
    // What the server would refuse does not get there.
    let error = seam.webhooks().list().await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Credential, 0));

    let nobody = Seam::builder().client_session_token("seam_cst1_nobody_has");
    let error = build(nobody, &server).devices().list().await.unwrap_err();
    assert!(error.is_unauthorized(), "{error}");
    assert!(!format!("{error} {error:?}").contains("nobody_has"));
}

#[tokio::test]
async fn a_session_for_a_publishable_key() {
    let Some(server) = FakeSeam::start() else {
        return;
    };
    let builder = || Seam::builder().base_url(server.url());
    let obtain = |user: &'static str| builder().build_from_publishable_key(PUBLISHABLE_KEY, user);
    let seam = obtain("user-1").await.unwrap();
    let session = seam.client_sessions().get().await.unwrap();
    assert_eq!(session.workspace_id, WORKSPACE);
    // The user's own accounts only, of which there are none yet.
    assert!(seam.devices().list().await.unwrap().items.is_empty());
    let error = seam.client_sessions().list().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Credential);

    // The same user gets the same session, another one another.
    let again = obtain("user-1")
        .await
        .unwrap()
        .client_sessions()
        .get()
        .await
        .unwrap();
    assert_eq!(again.client_session_id, session.client_session_id);
    let other = obtain("user-2")
        .await
        .unwrap()
        .client_sessions()
        .get()
        .await
        .unwrap();
    assert_ne!(other.client_session_id, session.client_session_id);

    let nobody = builder().build_from_publishable_key("seam_pk1_nobody_has", "user-1");
    let error = nobody.await.unwrap_err();
    assert_eq!(error.status().unwrap(), 400);
    assert_eq!(error.operation(), Some("client_sessions.get_or_create"));
    assert_eq!(error.api().unwrap().kind(), Some("workspace_not_found"));
    assert!(!format!("{error} {error:?}").contains("nobody_has"));
}

/// A client of the key itself can ask for a session, and for nothing else.
#[tokio::test]
async fn a_publishable_key() {
    let Some(server) = FakeSeam::start() else {
        return;
    };
    let seam = build(Seam::builder().publishable_key(PUBLISHABLE_KEY), &server);
    let ask = seam
        .client_sessions()
        .get_or_create()
        .user_identifier_key("user-1");
    let session = ask.await.unwrap();
    assert!(session.token.starts_with("seam_cst"));
    assert!(!format!("{seam:?}").contains(PUBLISHABLE_KEY));
    let error = seam.devices().list().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Credential);
}

#[tokio::test]
#[expect(deprecated, reason = "the fake has not heard of the name's successor")]
async fn no_workspace() {
    let Some(server) = FakeSeam::start() else {
        return;
    };
    let seam = SeamWithoutWorkspace::builder()
        .personal_access_token(PERSONAL_ACCESS_TOKEN)
        .base_url(server.url())
        .build()
        .unwrap();
    let create = seam.workspaces().create("Second");
    let made = create
        .connect_partner_name("Example")
        .is_sandbox(true)
        .await
        .unwrap();
    assert_eq!(made.name, "Second");
    assert!(made.is_sandbox);
    seam.workspaces().list().await.unwrap();

    // With the token and the new workspace, there is a client of that workspace.
    let builder = Seam::builder();
    let builder = builder.personal_access_token(PERSONAL_ACCESS_TOKEN, made.workspace_id.as_str());
    let second = build(builder, &server);
    assert_eq!(second.workspaces().get().await.unwrap().name, "Second");
    assert!(second.locks().list().await.unwrap().items.is_empty());
}

/// A program with the environment of the fake server, started as a user would.
#[tokio::test]
async fn the_environment() {
    let Some(server) = FakeSeam::start() else {
        return;
    };
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_unmanaged_access_codes"));
    command
        .env_remove("SEAM_API_KEY")
        .env_remove("SEAM_API_URL")
        .arg(LOCK);
    command.env("SEAM_ENDPOINT", server.url());
    command.env("SEAM_PERSONAL_ACCESS_TOKEN", PERSONAL_ACCESS_TOKEN);
    let output = command
        .env("SEAM_WORKSPACE_ID", WORKSPACE)
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
}
