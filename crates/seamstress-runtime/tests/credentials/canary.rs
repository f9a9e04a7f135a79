//! A canary in every credential: it comes out of no `Debug` and no `Display`.

use std::error::Error as _;

use seamstress_runtime::testing::FakeTransport;
use seamstress_runtime::{
    Call, ClientBuilder, Credential, CredentialKind, Error, Operation, TransportErrorKind,
};
use serde_json::json;

use crate::api::{
    ACCESS_TOKEN, API_KEY, CREATE, EXCHANGE, HEALTH, LIST, LOG_IN, ONE, PASSWORD, PUBLIC_KEY,
    SEARCH, SESSION, SEVERAL, builder_with,
};
use crate::logged::logged;

const CANARY: &str = "canary-5ecret";

/// Every kind with a value of its own form, and some of another's.
fn secrets() -> Vec<(&'static CredentialKind, String)> {
    let kinds = [&API_KEY, &ACCESS_TOKEN, &SESSION, &PUBLIC_KEY, &PASSWORD];
    let prefixes = ["", "key_", "key_tok", "ses_", "pub_"];
    let ends = ["", "\n", "\0", " \u{1f}", "\u{e4}"];
    let mut secrets = Vec::new();
    for kind in kinds {
        for prefix in prefixes {
            for end in ends {
                secrets.push((kind, format!("{prefix}{CANARY}{end}")));
            }
        }
    }
    secrets
}

#[tokio::test]
async fn no_secret_is_shown() {
    let (mut built, mut refused, mut failed) = (0, 0, 0);
    for settings in [&ONE, &SEVERAL] {
        for (kind, value) in secrets() {
            let server = FakeTransport::new();
            let builder = builder_with(settings, &server)
                .header("x-proxy", CANARY)
                .secret(kind, value);
            let builder = match kind.companion {
                Some(companion) => builder.companion(companion.name, CANARY),
                None => builder,
            };
            assert_hidden(&format!("{builder:?} {builder:#?}"));
            let client = match builder.build() {
                Ok(client) => client,
                Err(error) => {
                    assert_error_hides(&error);
                    refused += 1;
                    continue;
                }
            };
            built += 1;
            assert_hidden(&format!("{client:?} {client:#?}"));
            for operation in [&LIST, &CREATE, &LOG_IN, &SEARCH, &HEALTH] {
                failed += calls(&client, operation, &server).await;
            }
            for request in server.requests() {
                assert_hidden(&format!("{request:?} {server:?}"));
            }
        }
    }
    println!("{built} clients, {refused} refused; {failed} errors of calls");
    // 2 settings × 5 endings × 5 prefixes × 5 kinds; of those, 3 endings can stand in no header.
    assert_eq!(built + refused, 250);
    assert_eq!(built, 2 * 2 * (4 + 5));
    assert!(failed > 100, "{failed}");
}

/// Makes calls that end in errors of every kind; gives their number.
async fn calls(
    client: &seamstress_runtime::Client,
    operation: &'static Operation,
    server: &FakeTransport,
) -> usize {
    let mut failed = 0;
    for step in 0..4 {
        match step {
            0 => server.answer(401, json!({"no": "such credential"})),
            1 => server.answer(200, json!([1])),
            2 => server.fail(TransportErrorKind::Unsupported),
            _ => server.answer(302, json!({})),
        }
        let call = Call::new(client, operation);
        assert_hidden(&format!("{call:?}"));
        if let Err(error) = call.send::<String>().await {
            assert_error_hides(&error);
            failed += 1;
        }
    }
    // A refused call leaves its answers.
    while server.answers_left() > 0 {
        let call = Call::new(client, &HEALTH);
        let _ = call.send::<()>().await;
    }
    failed
}

#[tokio::test]
async fn no_secret_of_an_exchange_is_shown() {
    for (status, body) in [
        (200, json!({"session": {"token": format!("ses_{CANARY}")}})),
        (200, json!({"session": {"token": format!("{CANARY}\n")}})),
        (200, json!({"session": CANARY})),
        (200, json!({CANARY: 1})),
        (500, json!({"session": CANARY})),
    ] {
        let server = FakeTransport::new();
        server.answer(status, body);
        let builder = builder_with(&ONE, &server);
        let secret = format!("pub_{CANARY}");
        let sending = builder.exchange(&EXCHANGE, secret, vec![("user", CANARY.to_owned())]);
        assert_hidden(&format!("{sending:?}"));
        match sending.await {
            Ok(client) => assert_hidden(&format!("{client:?}")),
            Err(error) => assert_error_hides(&error),
        }
    }
}

#[test]
fn no_secret_of_the_environment_is_shown() {
    let value = |name: &str| Some(format!("{name}-{CANARY}"));
    for settings in [&ONE, &SEVERAL] {
        let server = FakeTransport::new();
        let builder = builder_with(settings, &server);
        let (builder, log): (ClientBuilder, String) = logged(|| builder.environment(value));
        assert_hidden(&format!("{builder:?} {log}"));
        assert_error_hides(&builder.build().unwrap_err());
    }
}

#[test]
fn a_credential_made_by_hand_shows_nothing() {
    for value in [
        CANARY.to_owned(),
        format!("{CANARY}\n"),
        format!("{CANARY}\0"),
    ] {
        for made in [
            Credential::bearer(&["key"], &value),
            Credential::header(&["key"], "x-key", &value),
            Credential::header(&["key"], &value, "x"),
            Credential::bearer(&["key"], "x").and_then(|key| key.and_header("x-more", &value)),
        ] {
            match made {
                Ok(credential) => assert_hidden(&format!("{credential:?} {credential:#?}")),
                Err(error) => assert_error_hides(&error),
            }
        }
    }
}

fn assert_hidden(text: &str) {
    assert!(!text.contains(CANARY), "{text}");
}

fn assert_error_hides(error: &Error) {
    let mut text = format!("{error} {error:?} {error:#?} {:?}", error.api());
    let mut source = error.source();
    while let Some(cause) = source {
        text += &format!(" {cause} {cause:?}");
        source = cause.source();
    }
    assert_hidden(&text);
}
