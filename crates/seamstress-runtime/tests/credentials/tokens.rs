//! Tokens for a client's id and secret (RFC 6749, sections 4.4 and 6).

use std::time::Duration;

use seamstress_runtime::testing::{FakeClock, FakeTransport};
use seamstress_runtime::{Call, ErrorKind, RetryOptions, TransportErrorKind};
use serde_json::{Value, json};

use crate::token_server::{
    MACHINE, PLAIN_MACHINE, READ, SCOPED_MACHINE, WRITE, answer, asked, bearers, builder, counting,
    form, is_for_token,
};

#[tokio::test]
async fn a_token_is_obtained_once_and_used_while_it_lasts() {
    let (server, clock) = (counting(), FakeClock::new());
    let client = builder(&server, &clock)
        .pair(&MACHINE, "a:b", "s3 cr%t")
        .build()
        .unwrap();
    assert!(
        server.requests().is_empty(),
        "nothing is asked before a call"
    );
    for _ in 0..3 {
        Call::new(&client, &READ).send::<()>().await.unwrap();
    }
    // 60 seconds before its end it is not used any more.
    clock.advance(Duration::from_secs(3539));
    Call::new(&client, &READ).send::<()>().await.unwrap();
    clock.advance(Duration::from_secs(1));
    Call::new(&client.clone(), &WRITE)
        .send::<()>()
        .await
        .unwrap();
    assert_eq!(
        bearers(&server),
        [
            "Bearer t1",
            "Bearer t1",
            "Bearer t1",
            "Bearer t1",
            "Bearer t2"
        ]
    );

    let asked = asked(&server);
    assert_eq!(asked.len(), 2);
    assert_eq!(asked[0].line(), "POST /token?v=2");
    // Id and secret are encoded before they are joined (section 2.3.1): `a%3Ab:s3%20cr%25t`.
    assert_eq!(
        asked[0].header("authorization"),
        Some("Basic YSUzQWI6czMlMjBjciUyNXQ=")
    );
    assert_eq!(
        form(&asked[0]),
        "grant_type=client_credentials&scope=read%20write%20all"
    );
    let media = asked[0].header("content-type");
    assert_eq!(media, Some("application/x-www-form-urlencoded"));
    assert_eq!(asked[0].header("user-agent"), Some("example/1"));
}

#[tokio::test]
async fn callers_name_scopes_and_the_endpoint() {
    let (server, clock) = (counting(), FakeClock::new());
    let client = builder(&server, &clock)
        .pair(&MACHINE, "id", "secret")
        .scopes(&MACHINE, ["one"])
        .token_url(&MACHINE, "https://login.example.com/other")
        .build()
        .unwrap();
    Call::new(&client, &READ).send::<()>().await.unwrap();
    let first = &asked(&server)[0];
    assert_eq!(first.line(), "POST /other");
    assert_eq!(form(first), "grant_type=client_credentials&scope=one");
}

/// A request without scopes gets what the server has for such; only a server that has nothing for
/// it is asked for all that the API has (RFC 6749, section 3.3).
#[tokio::test]
async fn documented_scopes_are_asked_for_where_the_server_insists() {
    let refused = || (400, json!({"error": "invalid_scope"}));
    let given = || (200, json!({"access_token": "t1"}));
    let none = "grant_type=client_credentials";
    let all = "grant_type=client_credentials&scope=read%20write";
    let own = "grant_type=client_credentials&scope=read";
    for (scopes, answers, expected, is_ok) in [
        (None, vec![given()], vec![none], true),
        (None, vec![refused(), given()], vec![none, all], true),
        (None, vec![refused(), refused()], vec![none, all], false),
        (
            None,
            vec![(400, json!({"error": "invalid_grant"}))],
            vec![none],
            false,
        ),
        (Some(vec!["read"]), vec![refused()], vec![own], false),
        // Who asks for none means it.
        (Some(vec![]), vec![refused()], vec![none], false),
    ] {
        let (server, clock) = (FakeTransport::new(), FakeClock::new());
        let mut builder = builder(&server, &clock).pair(&SCOPED_MACHINE, "id", "secret");
        if let Some(scopes) = scopes {
            builder = builder.scopes(&SCOPED_MACHINE, scopes);
        }
        for (status, body) in answers {
            server.answer(status, body);
        }
        server.answer(200, json!({}));
        let client = builder.build().unwrap();
        let sent = Call::new(&client, &READ).send::<()>().await;
        assert_eq!(sent.is_ok(), is_ok, "{sent:?}");
        let forms: Vec<String> = asked(&server).iter().map(form).collect();
        assert_eq!(forms, expected);
        if let Err(error) = sent {
            assert_eq!(error.kind(), ErrorKind::Credential);
        }
    }
}

#[tokio::test]
async fn the_secret_may_go_in_the_body() {
    let (server, clock) = (counting(), FakeClock::new());
    let client = builder(&server, &clock)
        .pair(&PLAIN_MACHINE, "id&", "s=1")
        .build()
        .unwrap();
    Call::new(&client, &READ).send::<()>().await.unwrap();
    let first = &asked(&server)[0];
    assert_eq!(
        first.uri().to_string(),
        "https://api.example.com/oauth/token"
    );
    assert_eq!(first.header("authorization"), None);
    let expected = "grant_type=client_credentials&client_id=id%26&client_secret=s%3D1";
    assert_eq!(form(first), expected);
}

/// A token that the server gave is renewed by the one for that, as long as it is taken.
#[tokio::test]
async fn a_refresh_token_renews() {
    let (server, clock) = (FakeTransport::new(), FakeClock::new());
    let token = |token: &str, refresh: Option<&str>| json!({"access_token": token, "expires_in": "100", "refresh_token": refresh});
    let client = builder(&server, &clock)
        .pair(&MACHINE, "id", "secret")
        .build()
        .unwrap();
    for (answers, expected) in [
        (vec![(200, token("t1", Some("r1")))], "Bearer t1"),
        (vec![(200, token("t2", Some("r2")))], "Bearer t2"),
        // No new one: the old one is good still.
        (vec![(200, token("t3", None))], "Bearer t3"),
        (
            vec![
                (400, json!({"error": "invalid_grant"})),
                (200, token("t4", None)),
            ],
            "Bearer t4",
        ),
        (vec![(200, token("t5", None))], "Bearer t5"),
    ] {
        for (status, body) in answers {
            server.answer(status, body);
        }
        server.answer(200, json!({}));
        Call::new(&client, &READ).send::<()>().await.unwrap();
        assert_eq!(bearers(&server).last().unwrap(), expected);
        // A quarter of a short life is its margin.
        clock.advance(Duration::from_secs(75));
    }
    let lines: Vec<String> = asked(&server)
        .iter()
        .map(|asked| {
            format!(
                "{} {}",
                asked.path(),
                form(asked).split("&scope").next().unwrap()
            )
        })
        .collect();
    assert_eq!(
        lines,
        [
            "/token grant_type=client_credentials",
            "/refresh grant_type=refresh_token&refresh_token=r1",
            "/refresh grant_type=refresh_token&refresh_token=r2",
            "/refresh grant_type=refresh_token&refresh_token=r2",
            "/token grant_type=client_credentials",
            "/token grant_type=client_credentials",
        ]
    );
}

/// A token may end early: the server says so by 401, and has not acted on the request.
#[tokio::test]
async fn a_refused_token_is_renewed_once() {
    for operation in [&READ, &WRITE] {
        let (server, clock) = (FakeTransport::new(), FakeClock::new());
        let client = builder(&server, &clock)
            .pair(&MACHINE, "id", "secret")
            .build()
            .unwrap();
        server.answer(200, json!({"access_token": "t1"}));
        server.answer(401, json!({}));
        server.answer(200, json!({"access_token": "t2"}));
        server.answer(200, json!({}));
        Call::new(&client, operation).send::<()>().await.unwrap();
        assert_eq!(bearers(&server), ["Bearer t1", "Bearer t2"]);
        assert!(clock.slept().is_empty());

        // The second refusal is the answer.
        server.answer(401, json!({}));
        server.answer(200, json!({"access_token": "t3"}));
        server.answer(401, json!({}));
        let error = Call::new(&client, operation)
            .send::<()>()
            .await
            .unwrap_err();
        assert!(error.is_unauthorized());
        assert_eq!(error.attempts(), 2);
        assert_eq!(server.answers_left(), 0);
        assert_eq!(bearers(&server)[2..], ["Bearer t2", "Bearer t3"]);
    }
}

/// A new token is no repetition of something that may have happened: who wants no retries gets it
/// too. What comes after it is the answer, and no attempt is left.
#[tokio::test]
async fn a_refused_token_is_renewed_whatever_the_number_of_attempts_is() {
    let rows: [&[u16]; 3] = [&[401], &[503, 401], &[503, 503, 401]];
    let rows = rows.into_iter().zip(1..);
    for ((statuses, most), last) in rows.flat_map(|row| [200, 401, 503].map(|last| (row, last))) {
        let (server, clock) = (FakeTransport::new(), FakeClock::new());
        let client = builder(&server, &clock)
            .retry(RetryOptions::default().max_attempts(most))
            .pair(&MACHINE, "id", "secret")
            .build()
            .unwrap();
        server.answer(200, json!({"access_token": "t1"}));
        statuses
            .iter()
            .for_each(|status| server.answer(*status, json!({})));
        server.answer(200, json!({"access_token": "t2"}));
        server.answer(last, json!({}));
        let (status, attempts) = match Call::new(&client, &READ).send::<()>().await {
            Ok(response) => (response.status(), response.attempts()),
            Err(error) => (error.status().unwrap(), error.attempts()),
        };
        assert_eq!((status.as_u16(), attempts), (last, most + 1));
        assert_eq!(server.answers_left(), 0, "{statuses:?}, {last}");
        assert_eq!(
            clock.slept().len() as u32,
            most - 1,
            "it is renewed at once"
        );
    }
}

/// Scenario: the server takes all the time there is to refuse a token, or the token endpoint to
/// give one.
/// Expected: no attempt MUST begin after the deadline.
#[tokio::test]
async fn nothing_is_sent_after_the_deadline() {
    for (slow, requests) in [("things", 2), ("token", 1)] {
        let is_timeout = slow == "token";
        let clock = FakeClock::new();
        let time = clock.clone();
        let server = FakeTransport::with_handler(move |request| {
            if is_for_token(request) == is_timeout {
                time.advance(Duration::from_secs(60));
            }
            Ok(match is_for_token(request) {
                true => answer(200, json!({"access_token": "t1"})),
                false => answer(401, json!({})),
            })
        });
        let client = builder(&server, &clock)
            .pair(&MACHINE, "id", "secret")
            .build()
            .unwrap();
        let error = Call::new(&client, &READ).send::<()>().await.unwrap_err();
        assert_eq!(error.is_timeout(), is_timeout, "{slow}: {error}");
        assert_eq!(error.is_unauthorized(), !is_timeout, "{slow}: {error}");
        assert_eq!(server.requests().len(), requests, "{slow}");
        assert_eq!(error.attempts() as usize, requests - 1, "{slow}");
    }
}

/// What is left for an attempt is what obtaining the token has left.
#[tokio::test]
async fn the_time_for_a_token_is_the_calls() {
    let clock = FakeClock::new();
    let time = clock.clone();
    let server = FakeTransport::with_handler(move |request| {
        Ok(match is_for_token(request) {
            true => {
                time.advance(Duration::from_secs(50));
                answer(200, json!({"access_token": "t1"}))
            }
            false => answer(200, json!({})),
        })
    });
    let client = builder(&server, &clock)
        .pair(&MACHINE, "id", "secret")
        .build()
        .unwrap();
    Call::new(&client, &READ).send::<()>().await.unwrap();
    // 30 seconds for an attempt, and 60 for all.
    let last = server.requests().pop().unwrap();
    assert_eq!(last.limits().timeout, Duration::from_secs(10));
}

/// The endpoint may fail for a moment, whatever the method of the call is.
#[tokio::test]
async fn the_endpoint_is_asked_again_where_that_may_help() {
    let (server, clock) = (FakeTransport::new(), FakeClock::new());
    let client = builder(&server, &clock)
        .pair(&MACHINE, "id", "secret")
        .build()
        .unwrap();
    server.fail(TransportErrorKind::Other);
    server.answer(503, json!({}));
    server.answer(200, json!({"access_token": "t1"}));
    server.answer(200, json!({}));
    Call::new(&client, &WRITE).send::<()>().await.unwrap();
    assert_eq!(clock.slept().len(), 2);
    assert_eq!(asked(&server).len(), 3);
}

#[tokio::test]
async fn what_the_endpoint_refuses_is_said_without_secrets() {
    const CANARY: &str = "canary-5ecret";
    let rows: Vec<(u16, Value, ErrorKind, &str)> = vec![
        (
            401,
            json!({"error": "invalid_client", "error_description": CANARY}),
            ErrorKind::Credential,
            "401 Unauthorized: invalid_client",
        ),
        (
            400,
            json!({"error": CANARY}),
            ErrorKind::Credential,
            "answered 400 Bad Request",
        ),
        (403, json!(CANARY), ErrorKind::Credential, "answered 403"),
        (
            501,
            json!({"error": CANARY}),
            ErrorKind::Transport,
            "answered 501",
        ),
        (
            200,
            json!({"token": CANARY}),
            ErrorKind::Credential,
            "no `access_token`",
        ),
        (
            200,
            json!({"access_token": ""}),
            ErrorKind::Credential,
            "no `access_token`",
        ),
        (
            200,
            json!({"access_token": [CANARY]}),
            ErrorKind::Credential,
            "no `access_token`",
        ),
        (
            200,
            json!({"access_token": CANARY, "token_type": "mac"}),
            ErrorKind::Credential,
            "no bearer token",
        ),
        (
            200,
            json!({"access_token": format!("{CANARY}\n")}),
            ErrorKind::Credential,
            "cannot stand in a header",
        ),
        (
            200,
            json!(CANARY),
            ErrorKind::Credential,
            "no `access_token`",
        ),
    ];
    for (status, body, kind, part) in rows {
        let (server, clock) = (FakeTransport::new(), FakeClock::new());
        let client = builder(&server, &clock)
            .retry(RetryOptions::never())
            .pair(&MACHINE, CANARY, CANARY)
            .build()
            .unwrap();
        server.answer(status, body);
        let error = Call::new(&client, &READ).send::<()>().await.unwrap_err();
        assert_eq!(error.kind(), kind, "{error}");
        assert!(error.to_string().contains(part), "{error}");
        assert_eq!(error.operation(), Some("things.read"));
        let shown = format!("{error} {error:?} {client:?} {:?}", server.requests());
        assert!(!shown.contains(CANARY), "{shown}");
        assert!(bearers(&server).is_empty());
    }
}

#[tokio::test]
async fn a_pair_comes_from_the_environment_whole() {
    let (server, clock) = (counting(), FakeClock::new());
    let variable = |set: &'static [&'static str]| {
        move |name: &str| set.contains(&name).then(|| "value".to_owned())
    };
    let both = &["EXAMPLE_CLIENT_ID", "EXAMPLE_CLIENT_SECRET"];
    let client = builder(&server, &clock)
        .environment(variable(both))
        .build()
        .unwrap();
    Call::new(&client, &READ).send::<()>().await.unwrap();
    assert_eq!(bearers(&server), ["Bearer t1"]);
    for set in [&["EXAMPLE_CLIENT_ID"], &["EXAMPLE_CLIENT_SECRET"]] {
        let error = builder(&server, &clock)
            .environment(variable(set))
            .build()
            .unwrap_err();
        let text = error.to_string();
        assert!(
            text.contains("EXAMPLE_CLIENT_ID with EXAMPLE_CLIENT_SECRET"),
            "{text}"
        );
    }
    for (id, secret) in [("", "x"), ("x", " ")] {
        let error = builder(&server, &clock)
            .pair(&MACHINE, id, secret)
            .build()
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Configuration);
    }
}
