//! The headers of each way to authenticate, and no others.

use seam_api::testing::FakeTransport;
use seam_api::{Request, Seam, SeamBuilder};
use serde_json::json;

/// The headers of a request that tell who sends it, by whatever way.
const IDENTITY: [&str; 4] = [
    "authorization",
    "seam-workspace",
    "client-session-token",
    "seam-publishable-key",
];

/// Those of [`IDENTITY`] that are sent. All others are the same whatever the credential.
async fn sent(builder: SeamBuilder) -> Vec<(&'static str, String)> {
    let server = FakeTransport::new();
    server.answer(200, json!({"devices": [], "client_session": {}}));
    let seam = builder.transport(server.clone()).build().unwrap();
    if seam.devices().list().await.is_err() {
        // The one that a publishable key is good for.
        seam.client_sessions().get_or_create().await.unwrap();
    }
    let requests = server.requests();
    let [request] = requests.as_slice() else {
        panic!("{requests:?}");
    };
    assert!(
        request
            .uri()
            .to_string()
            .starts_with("https://connect.getseam.com/")
    );
    let mut others = Vec::new();
    for name in request.headers().keys() {
        if !IDENTITY.contains(&name.as_str()) && name != "content-type" {
            others.push(name.as_str());
        }
    }
    others.sort_unstable();
    assert_eq!(
        others,
        ["accept", "seam-sdk-name", "seam-sdk-version", "user-agent"]
    );
    assert_eq!(request.header("seam-sdk-name"), Some("seam-api/rust"));
    let version = request.header("seam-sdk-version").unwrap();
    assert_eq!(
        request.header("user-agent"),
        Some(&*format!("seam-api/{version}"))
    );

    let mut identity = Vec::new();
    for name in IDENTITY {
        for value in request.headers().get_all(name) {
            assert!(value.is_sensitive(), "{name}");
            identity.push((name, value.to_str().unwrap().to_owned()));
        }
    }
    identity
}

fn row(name: &'static str, value: &str) -> (&'static str, String) {
    (name, value.to_owned())
}

#[tokio::test]
async fn an_api_key() {
    let builder = Seam::builder().api_key("seam_apikey1_token");
    let expected = [row("authorization", "Bearer seam_apikey1_token")];
    assert_eq!(sent(builder).await, expected);
}

#[tokio::test]
async fn a_personal_access_token() {
    let builder = Seam::builder().personal_access_token("seam_at1_token", "workspace1");
    let expected = [
        row("authorization", "Bearer seam_at1_token"),
        row("seam-workspace", "workspace1"),
    ];
    assert_eq!(sent(builder).await, expected);
}

#[tokio::test]
async fn a_console_session_token() {
    let builder = Seam::builder().console_session_token("eyJhbGci.eyJz.c2ln", "workspace1");
    let expected = [
        row("authorization", "Bearer eyJhbGci.eyJz.c2ln"),
        row("seam-workspace", "workspace1"),
    ];
    assert_eq!(sent(builder).await, expected);
}

#[tokio::test]
async fn a_client_session_token() {
    let builder = Seam::builder().client_session_token("seam_cst1_token");
    let expected = [
        row("authorization", "Bearer seam_cst1_token"),
        row("client-session-token", "seam_cst1_token"),
    ];
    assert_eq!(sent(builder).await, expected);
}

#[tokio::test]
async fn a_publishable_key() {
    let builder = Seam::builder().publishable_key("seam_pk1_token");
    let expected = [row("seam-publishable-key", "seam_pk1_token")];
    assert_eq!(sent(builder).await, expected);
}

/// What the constructors make is what the builder makes.
#[test]
fn constructors() {
    assert!(Seam::new("seam_apikey1_token").is_ok());
    assert!(Seam::from_personal_access_token("seam_at1_token", "workspace1").is_ok());
    assert!(Seam::from_console_session_token("eyJhbGci", "workspace1").is_ok());
    assert!(Seam::from_client_session_token("seam_cst1_token").is_ok());
    for (refused, message) in [
        (
            Seam::new("seam_at1_token"),
            "`api_key` (SEAM_API_KEY) cannot be used: it is a value for `personal_access_token`",
        ),
        (
            Seam::from_personal_access_token("seam_at1_token", ""),
            "`personal_access_token` (SEAM_PERSONAL_ACCESS_TOKEN) needs `workspace_id` \
             (SEAM_WORKSPACE_ID) to go with it",
        ),
        (
            Seam::from_console_session_token("eyJhbGci", " "),
            "`console_session_token` needs `workspace_id` to go with it",
        ),
        (
            Seam::from_client_session_token("seam_pk1_token"),
            "`client_session_token` cannot be used: it is a value for `publishable_key`",
        ),
    ] {
        assert_eq!(refused.unwrap_err().to_string(), message);
    }
}

/// Gives a builder a credential.
type With = fn(SeamBuilder) -> SeamBuilder;

/// A client acts with one credential.
#[test]
fn ways_cannot_be_mixed() {
    let ways: [(&str, With); 5] = [
        ("api_key", |builder| builder.api_key("seam_1")),
        ("personal_access_token", |builder| {
            builder.personal_access_token("seam_at1", "w")
        }),
        ("console_session_token", |builder| {
            builder.console_session_token("ey1", "w")
        }),
        ("client_session_token", |builder| {
            builder.client_session_token("seam_cst1")
        }),
        ("publishable_key", |builder| {
            builder.publishable_key("seam_pk1")
        }),
    ];
    for (first, with_first) in ways {
        for (second, with_second) in ways {
            let built = with_second(with_first(Seam::builder())).build();
            if first == second {
                assert!(built.is_ok(), "{first} twice");
                continue;
            }
            let error = built.unwrap_err().to_string();
            assert!(error.contains(&format!("`{first}`")), "{error}");
            assert!(error.contains(&format!("`{second}`")), "{error}");
        }
    }
}

/// Neither a header of the client nor one of a request stands in for a credential, nor for what
/// the API tells client libraries by.
#[tokio::test]
async fn headers_of_the_caller() {
    let server = FakeTransport::new();
    server.answer(200, json!({"devices": []}));
    let seam = Seam::builder()
        .client_session_token("seam_cst1_token")
        .header("authorization", "Bearer seam_other")
        .header("seam-sdk-name", "other")
        .header("x-own", "1")
        .transport(server.clone())
        .build()
        .unwrap();
    let list = seam.devices().list();
    let list = list.with_header("client-session-token", "seam_other");
    let list = list
        .with_header("Seam-Sdk-Version", "other")
        .with_header("x-call", "2");
    list.await.unwrap();
    let request = &server.requests()[0];
    assert_eq!(
        request.header("authorization"),
        Some("Bearer seam_cst1_token")
    );
    assert_eq!(
        request.header("client-session-token"),
        Some("seam_cst1_token")
    );
    assert_eq!(request.header("seam-sdk-name"), Some("seam-api/rust"));
    assert_ne!(request.header("seam-sdk-version"), Some("other"));
    assert_eq!(request.header("x-own"), Some("1"));
    assert_eq!(request.header("x-call"), Some("2"));
}
