//! Where credentials stand in a request, and operations that need several at once.

use seamstress_runtime::testing::{FakeClock, FakeTransport};
use seamstress_runtime::{
    Body, Call, Client, ClientBuilder, Credential, CredentialKind, ErrorKind, Operation, Placement,
    Settings,
};
use serde_json::json;

macro_rules! kind {
    ($name:ident: $placement:expr) => {
        static $name: CredentialKind = CredentialKind {
            name: stringify!($name),
            schemes: &[stringify!($name)],
            placement: $placement,
            ..CredentialKind::DEFAULT
        };
    };
}

kind! { USER: Placement::Basic }
kind! { KEY: Placement::Query("api key") }
kind! { SESSION: Placement::Cookie("SID") }
kind! { APP: Placement::Header("x-app") }

static SETTINGS: Settings = Settings {
    base_url: "https://api.example.com",
    credentials: &[&USER, &KEY, &SESSION, &APP],
    ..Settings::DEFAULT
};

static ANY: Operation = Operation {
    name: "any",
    path: "/any",
    body: Body::Query,
    security: &["USER", "KEY", "SESSION", "APP"],
    ..Operation::DEFAULT
};

static BOTH: Operation = Operation {
    name: "both",
    path: "/both",
    security: &["USER"],
    security_sets: &[&["APP", "KEY"], &["APP", "SESSION"]],
    ..Operation::DEFAULT
};

fn builder() -> (ClientBuilder, FakeTransport) {
    let server = FakeTransport::with_handler(|_| Ok(http::Response::new("{}".into())));
    let builder = Client::builder(&SETTINGS).transport(server.clone());
    (builder.clock(FakeClock::new()), server)
}

#[tokio::test]
async fn each_stands_where_the_api_wants_it() {
    let (shared, server) = builder();
    let user = shared.clone().pair(&USER, "Aladdin", "open sesame");
    let key = shared.clone().secret(&KEY, "a&b c");
    let session = shared.secret(&SESSION, "t0ken==");
    for (builder, target, authorization, cookie) in [
        (
            user,
            "/any?q=1",
            Some("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="),
            None,
        ),
        (key, "/any?q=1&api%20key=a%26b%20c", None, None),
        (session, "/any?q=1", None, Some("SID=t0ken==")),
    ] {
        let client = builder.build().unwrap();
        let mut call = Call::new(&client, &ANY);
        call.set("q", &1);
        call.send::<()>().await.unwrap();
        let requests = server.requests();
        let asked = requests.last().unwrap();
        assert_eq!(asked.line(), format!("GET {target}"));
        assert_eq!(asked.header("authorization"), authorization);
        assert_eq!(asked.header("cookie"), cookie);
    }
}

/// A key without a name goes as a user without a password.
#[tokio::test]
async fn a_lone_key_may_be_the_user() {
    let (builder, server) = builder();
    let client = builder.secret(&USER, "sk_1").build().unwrap();
    Call::new(&client, &ANY).send::<()>().await.unwrap();
    let requests = server.requests();
    assert_eq!(requests[0].header("authorization"), Some("Basic c2tfMTo="));
}

#[tokio::test]
async fn several_schemes_may_be_needed_at_once() {
    type Give = fn(ClientBuilder) -> ClientBuilder;
    /// The request line, and whether there is a user, an app and a session.
    type Sent = (&'static str, bool, bool, bool);
    #[rustfmt::skip]
    let rows: &[(Give, Option<Sent>)] = &[
        // Alone, where it suffices.
        (|b| b.pair(&USER, "u", "p").secret(&APP, "a").secret(&KEY, "k"), Some(("GET /both", true, false, false))),
        (|b| b.secret(&APP, "a").secret(&KEY, "k"), Some(("GET /both?api%20key=k", false, true, false))),
        (|b| b.secret(&SESSION, "s").secret(&APP, "a"), Some(("GET /both", false, true, true))),
        // The first set that is whole.
        (|b| b.secret(&SESSION, "s").secret(&APP, "a").secret(&KEY, "k"), Some(("GET /both?api%20key=k", false, true, false))),
        (|b| b.secret(&APP, "a"), None),
        (|b| b.secret(&KEY, "k").secret(&SESSION, "s"), None),
        (|b| b, None),
    ];
    for (give, expected) in rows {
        let (builder, server) = builder();
        let client = give(builder).build().unwrap();
        let sent = Call::new(&client, &BOTH).send::<()>().await;
        let Some((line, user, app, session)) = expected else {
            let error = sent.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Credential);
            let text =
                "the credentials `USER`, `APP` together with `KEY`, `APP` together with `SESSION`;";
            assert!(error.to_string().contains(text), "{error}");
            assert!(server.requests().is_empty());
            continue;
        };
        sent.unwrap();
        let requests = server.requests();
        let has = |name: &str| requests[0].header(name).is_some();
        assert_eq!(requests[0].line(), *line);
        assert_eq!(
            (has("authorization"), has("x-app"), has("cookie")),
            (*user, *app, *session)
        );
    }
}

#[test]
fn what_cannot_be_sent_is_refused_and_not_shown() {
    const CANARY: &str = "canary-5ecret";
    let (shared, _) = builder();
    for builder in [
        shared.clone().pair(&USER, format!("{CANARY}:"), "p"),
        shared.clone().pair(&USER, "u", format!("{CANARY}\n")),
        shared.clone().secret(&SESSION, format!("{CANARY}; b=c")),
        shared.clone().secret(&SESSION, format!("{CANARY}\r\nx: y")),
        shared.clone().secret(&APP, format!("{CANARY}\n")),
        shared.clone().secret(&KEY, ""),
    ] {
        assert!(!format!("{builder:?}").contains(CANARY));
        let error = builder.build().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Configuration);
        assert!(!format!("{error} {error:?}").contains(CANARY), "{error}");
    }
    assert!(Credential::cookie(&["a"], "a b", "c").is_err());
}

/// A key in the query is in no error and no `Debug`, whatever happens to the request.
#[tokio::test]
async fn a_key_in_the_query_is_not_shown() {
    const CANARY: &str = "canary-5ecret";
    let server = FakeTransport::new();
    let builder = Client::builder(&SETTINGS).transport(server.clone());
    let builder = builder.clock(FakeClock::new());
    let client = builder.secret(&KEY, CANARY).build().unwrap();
    let long = "x".repeat(70_000);
    for (answers, long) in [(false, None), (true, None), (false, Some(long))] {
        if answers {
            server.answer(401, json!({"no": "such key"}));
        }
        let mut call = Call::new(&client, &ANY);
        if let Some(long) = long {
            call.set("q", &long);
        }
        let error = call.send::<()>().await.unwrap_err();
        let shown = format!(
            "{error} {error:?} {client:?} {server:?} {:?}",
            server.requests()
        );
        assert!(!shown.contains(CANARY), "{shown}");
    }
}
