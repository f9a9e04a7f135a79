//! What each kind of credential puts into a request.

use seamstress_runtime::{Call, Credential, CredentialKind, Operation};

use crate::api::{
    ACCESS_TOKEN, API_KEY, CREATE, HEALTH, LIST, LOG_IN, PASSWORD, PUBLIC_KEY, SEARCH, SESSION,
    SEVERAL, builder,
};

/// The headers that any credential of the API may use.
const HEADERS: [&str; 8] = [
    "authorization",
    "x-team",
    "x-session",
    "x-session-copy",
    "x-public-key",
    "x-password",
    "x-password-copy",
    "x-user",
];

struct Row {
    secrets: &'static [(&'static CredentialKind, &'static str)],
    companions: &'static [(&'static str, &'static str)],
    operation: &'static Operation,
    /// All of [`HEADERS`] that have to be there, and no others.
    expected: &'static [(&'static str, &'static str)],
}

#[rustfmt::skip]
static ROWS: &[Row] = &[
    Row { secrets: &[(&API_KEY, "key_1")], companions: &[], operation: &LIST,
        expected: &[("authorization", "Bearer key_1")] },
    Row { secrets: &[(&ACCESS_TOKEN, "key_tok1")], companions: &[("team_id", "blue")], operation: &LIST,
        expected: &[("authorization", "Bearer key_tok1"), ("x-team", "blue")] },
    Row { secrets: &[(&SESSION, "ses_1")], companions: &[], operation: &LIST,
        expected: &[("authorization", "Bearer ses_1"), ("x-session", "ses_1"), ("x-session-copy", "ses_1")] },
    Row { secrets: &[(&SESSION, "ses_1")], companions: &[], operation: &CREATE,
        expected: &[("authorization", "Bearer ses_1"), ("x-session", "ses_1"), ("x-session-copy", "ses_1")] },
    Row { secrets: &[(&PUBLIC_KEY, "pub_1")], companions: &[], operation: &LIST,
        expected: &[("x-public-key", "pub_1")] },
    Row { secrets: &[(&PASSWORD, "key_ of any form")], companions: &[("user", "Ada")], operation: &LOG_IN,
        expected: &[("x-password", "key_ of any form"), ("x-password-copy", "key_ of any form"), ("x-user", "Ada")] },
    // Of several, the first that was given and that the operation accepts.
    Row { secrets: &[(&PUBLIC_KEY, "pub_1"), (&API_KEY, "key_1")], companions: &[], operation: &LIST,
        expected: &[("x-public-key", "pub_1")] },
    Row { secrets: &[(&API_KEY, "key_1"), (&PUBLIC_KEY, "pub_1")], companions: &[], operation: &LIST,
        expected: &[("authorization", "Bearer key_1")] },
    Row { secrets: &[(&API_KEY, "key_1"), (&SESSION, "ses_1")], companions: &[], operation: &CREATE,
        expected: &[("authorization", "Bearer ses_1"), ("x-session", "ses_1"), ("x-session-copy", "ses_1")] },
    Row { secrets: &[(&API_KEY, "key_1"), (&ACCESS_TOKEN, "key_tok1")], companions: &[("team_id", "blue")], operation: &LIST,
        expected: &[("authorization", "Bearer key_1")] },
    // Given twice, the last counts.
    Row { secrets: &[(&API_KEY, "key_1"), (&API_KEY, "key_2")], companions: &[], operation: &LIST,
        expected: &[("authorization", "Bearer key_2")] },
    Row { secrets: &[(&ACCESS_TOKEN, "key_tok1")], companions: &[("team_id", "blue"), ("team_id", "red")], operation: &LIST,
        expected: &[("authorization", "Bearer key_tok1"), ("x-team", "red")] },
    // Operations that can do without, or know none.
    Row { secrets: &[], companions: &[], operation: &SEARCH, expected: &[] },
    Row { secrets: &[(&SESSION, "ses_1")], companions: &[], operation: &SEARCH, expected: &[] },
    Row { secrets: &[(&SESSION, "ses_1"), (&API_KEY, "key_1")], companions: &[], operation: &SEARCH,
        expected: &[("authorization", "Bearer key_1")] },
    Row { secrets: &[(&API_KEY, "key_1")], companions: &[], operation: &HEALTH, expected: &[] },
    Row { secrets: &[], companions: &[], operation: &HEALTH, expected: &[] },
];

#[tokio::test]
async fn each_kind_goes_where_it_belongs() {
    for (index, row) in ROWS.iter().enumerate() {
        let (mut builder, server) = builder(&SEVERAL);
        for (kind, value) in row.secrets {
            builder = builder.secret(kind, *value);
        }
        for (name, value) in row.companions {
            builder = builder.companion(name, *value);
        }
        let client = builder.build().unwrap();
        let call = Call::new(&client, row.operation);
        call.send::<()>().await.unwrap();

        let requests = server.requests();
        assert_eq!(requests.len(), 1, "row {index}");
        for name in HEADERS {
            let expected = row.expected.iter().find(|(known, _)| *known == name);
            let expected = expected.map(|(_, value)| *value);
            assert_eq!(requests[0].header(name), expected, "row {index}: {name}");
            let values = requests[0].headers().get_all(name).iter();
            for value in values {
                assert!(value.is_sensitive(), "row {index}: {name}");
            }
        }
    }
}

#[tokio::test]
async fn a_header_of_the_caller_replaces_no_credential() {
    let (builder, server) = builder(&SEVERAL);
    let names = ["authorization", "x-session", "X-Team", "x-session-copy"];
    let mut builder = builder
        .secret(&SESSION, "ses_1")
        .secret(&ACCESS_TOKEN, "key_tok1");
    for name in names {
        builder = builder.header(name, "of the client");
    }
    let client = builder.companion("team_id", "blue").build().unwrap();
    let mut call = Call::new(&client, &LIST);
    for name in names {
        call.header(name, "of the call");
    }
    call.send::<()>().await.unwrap();

    let request = &server.requests()[0];
    for (name, expected) in [
        ("authorization", "Bearer ses_1"),
        ("x-session", "ses_1"),
        ("x-session-copy", "ses_1"),
        // It goes with a credential that this operation is not given.
        ("x-team", "of the call"),
    ] {
        assert_eq!(request.header(name), Some(expected));
        assert_eq!(request.headers().get_all(name).iter().count(), 1, "{name}");
    }
}

/// A credential made by hand stands beside those of the API's kinds, and before them.
#[tokio::test]
async fn a_credential_made_by_hand_comes_first() {
    let (builder, server) = builder(&SEVERAL);
    let own = Credential::header(&["api_key"], "x-own", "mine").unwrap();
    let own = own.and_header("x-own-too", "also mine").unwrap();
    let builder = builder.secret(&API_KEY, "key_1").credential(own);
    let client = builder.build().unwrap();
    Call::new(&client, &LIST).send::<()>().await.unwrap();
    let request = &server.requests()[0];
    assert_eq!(request.header("x-own"), Some("mine"));
    assert_eq!(request.header("x-own-too"), Some("also mine"));
    assert_eq!(request.header("authorization"), None);
}

/// Headers that are the same for all calls are put together once: a call with headers of its own has
/// them one by one, and both send the same.
#[tokio::test]
async fn a_credential_is_the_same_beside_headers_of_the_call() {
    static ASK: Operation = Operation {
        accept: Some("text/plain"),
        ..LIST
    };
    for name in ["x-own", "accept", "content-type", "user-agent"] {
        let (builder, server) = builder(&SEVERAL);
        let own = Credential::header(&["api_key"], name, "mine").unwrap();
        let client = builder
            .header(name, "of the client")
            .credential(own)
            .build()
            .unwrap();
        let mut with_header = Call::new(&client, &ASK);
        with_header.header(name, "of the call");
        let mut with_cookie = Call::new(&client, &ASK);
        with_cookie.cookie("a", &"b".to_owned());
        for call in [Call::new(&client, &ASK), with_header, with_cookie] {
            call.send::<()>().await.unwrap();
        }
        for request in server.requests() {
            assert_eq!(request.header(name), Some("mine"));
            assert_eq!(request.headers().get_all(name).iter().count(), 1, "{name}");
        }
    }
}
