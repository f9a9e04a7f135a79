//! Credentials and base URL out of the environment. The process has its own, which no test may
//! change: here it is a list.

use seamstress_runtime::testing::FakeTransport;
use seamstress_runtime::{Call, ClientBuilder, Credential, ErrorKind, Settings};

use crate::api::{API_KEY, LIST, ONE, SESSION, SEVERAL, builder};
use crate::logged::logged;

type Variables<'a> = &'a [(&'a str, &'a str)];

fn with(settings: &'static Settings, variables: Variables<'_>) -> (ClientBuilder, FakeTransport) {
    let (builder, server) = builder(settings);
    (read(builder, variables), server)
}

fn read(builder: ClientBuilder, variables: Variables<'_>) -> ClientBuilder {
    builder.environment(|name| {
        let mut variables = variables.iter();
        let (_, value) = variables.find(|(known, _)| *known == name)?;
        Some((*value).to_owned())
    })
}

/// The header of what a client of this sends.
async fn sent(builder: ClientBuilder, server: &FakeTransport, header: &str) -> Option<String> {
    let client = builder.build().unwrap();
    Call::new(&client, &LIST).send::<()>().await.unwrap();
    let requests = server.requests();
    requests.last()?.header(header).map(str::to_owned)
}

#[tokio::test]
async fn a_credential_is_read() {
    for settings in [&SEVERAL, &ONE] {
        let (builder, server) = with(settings, &[("EXAMPLE_API_KEY", "key_1")]);
        let authorization = sent(builder, &server, "authorization").await;
        assert_eq!(authorization.unwrap(), "Bearer key_1");

        let variables = &[("EXAMPLE_TOKEN", "key_tok1"), ("EXAMPLE_TEAM_ID", "blue")];
        let (builder, server) = with(settings, variables);
        let authorization = sent(builder.clone(), &server, "authorization").await;
        assert_eq!(authorization.unwrap(), "Bearer key_tok1");
        assert_eq!(sent(builder, &server, "x-team").await.unwrap(), "blue");

        // What goes with another credential may be set as well.
        let variables = &[("EXAMPLE_API_KEY", "key_1"), ("EXAMPLE_TEAM_ID", "blue")];
        let (builder, server) = with(settings, variables);
        assert_eq!(sent(builder, &server, "x-team").await, None);
    }
}

#[test]
fn what_is_wrong_with_it() {
    let nothing = "no credential: set the environment variable EXAMPLE_API_KEY, or EXAMPLE_TOKEN \
                   with EXAMPLE_TEAM_ID";
    let two = "`api_key` (EXAMPLE_API_KEY) and `access_token` (EXAMPLE_TOKEN) are both given, \
               and a client uses one credential: leave one out";
    let companion =
        "`access_token` (EXAMPLE_TOKEN) needs `team_id` (EXAMPLE_TEAM_ID) to go with it";
    #[rustfmt::skip]
    let rows: &[(&'static Settings, Variables<'_>, &str)] = &[
        (&SEVERAL, &[], nothing),
        (&ONE, &[], nothing),
        (&ONE, &[("EXAMPLE_API_KEY", "")], nothing),
        (&ONE, &[("EXAMPLE_TEAM_ID", "blue")], nothing),
        (&ONE, &[("EXAMPLE_API_KEY", ""), ("EXAMPLE_TOKEN", "")], nothing),
        (&ONE, &[("EXAMPLE_API_KEY", "key_1"), ("EXAMPLE_TOKEN", "key_tok1"), ("EXAMPLE_TEAM_ID", "blue")], two),
        (&ONE, &[("EXAMPLE_API_KEY", "key_1"), ("EXAMPLE_TOKEN", "key_tok1")], two),
        (&ONE, &[("EXAMPLE_TOKEN", "key_tok1")], companion),
        (&SEVERAL, &[("EXAMPLE_TOKEN", "key_tok1"), ("EXAMPLE_TEAM_ID", "")], companion),
        (&SEVERAL, &[("EXAMPLE_API_KEY", "key_1"), ("EXAMPLE_TOKEN", "key_tok1")], companion),
        (&ONE, &[("EXAMPLE_API_KEY", "key_tok1")],
            "`api_key` (EXAMPLE_API_KEY) cannot be used: it is a value for `access_token`"),
        (&ONE, &[("EXAMPLE_API_KEY", " ")], "`api_key` (EXAMPLE_API_KEY) cannot be used: it is empty"),
        (&ONE, &[("EXAMPLE_API_KEY", "key_1\n")],
            "`api_key` (EXAMPLE_API_KEY) cannot be used: it has characters that no header can carry"),
        (&ONE, &[("EXAMPLE_API_KEY", "key_1"), ("EXAMPLE_URL", "canary")],
            "the base URL does not start with http:// or https://"),
    ];
    for (settings, variables, expected) in rows {
        let error = with(settings, variables).0.build().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Configuration, "{variables:?}");
        assert_eq!(error.to_string(), *expected, "{variables:?}");
    }
}

/// Of these, an empty one counts as not set.
#[tokio::test]
async fn an_empty_variable_is_none() {
    let variables = &[("EXAMPLE_API_KEY", "key_1"), ("EXAMPLE_TOKEN", "")];
    let (builder, server) = with(&ONE, variables);
    let authorization = sent(builder, &server, "authorization").await;
    assert_eq!(authorization.unwrap(), "Bearer key_1");
}

#[test]
fn what_is_set_afterwards_counts() {
    let (builder, _) = with(&ONE, &[("EXAMPLE_API_KEY", "ses_1"), ("EXAMPLE_URL", "no")]);
    let builder = builder.secret(&API_KEY, "key_2");
    let client = builder.base_url("http://after.invalid").build().unwrap();
    assert_eq!(client.base_url(), "http://after.invalid");

    // What the environment lacks, the program may add.
    let (builder, _) = with(&ONE, &[]);
    assert!(builder.clone().build().is_err());
    assert!(builder.clone().secret(&SESSION, "ses_1").build().is_ok());
    let own = Credential::bearer(&["api_key"], "any").unwrap();
    assert!(builder.credential(own).build().is_ok());
    let (builder, _) = with(&ONE, &[("EXAMPLE_TOKEN", "key_tok1")]);
    assert!(builder.companion("team_id", "blue").build().is_ok());

    // Another credential beside the environment's is one too many.
    let (builder, _) = with(&ONE, &[("EXAMPLE_API_KEY", "key_1")]);
    let error = builder.secret(&SESSION, "ses_1").build().unwrap_err();
    assert!(
        error.to_string().contains("`session_token` are both given"),
        "{error}"
    );
    // And it replaces what was given before it.
    let (builder, _) = builder_with_key(&ONE, "key_0");
    let builder = read(builder, &[("EXAMPLE_API_KEY", "key_1")]);
    assert!(builder.build().is_ok());
    let (builder, _) = builder_with_key(&ONE, "key_0");
    let builder = read(
        builder,
        &[("EXAMPLE_TOKEN", "key_tok1"), ("EXAMPLE_TEAM_ID", "blue")],
    );
    assert!(builder.build().is_err());
}

fn builder_with_key(settings: &'static Settings, key: &str) -> (ClientBuilder, FakeTransport) {
    let (builder, server) = builder(settings);
    (builder.secret(&API_KEY, key), server)
}

#[test]
fn the_base_url_is_read() {
    let (url, endpoint) = ("http://url.invalid", "http://endpoint.invalid");
    let (host, server) = ("http://host.invalid", "http://server.invalid");
    #[rustfmt::skip]
    let rows: &[(Variables<'_>, &str, Option<&str>)] = &[
        (&[], "https://api.example.invalid", None),
        (&[("EXAMPLE_URL", url)], url, None),
        (&[("EXAMPLE_ENDPOINT", endpoint)], endpoint, None),
        (&[("EXAMPLE_ENDPOINT", endpoint), ("EXAMPLE_URL", url)], url, None),
        (&[("EXAMPLE_ENDPOINT", endpoint), ("EXAMPLE_URL", "")], endpoint, None),
        // A deprecated one is heeded, and logged in any case.
        (&[("EXAMPLE_HOST", host)], host, Some("EXAMPLE_HOST")),
        (&[("EXAMPLE_SERVER", server)], server, Some("EXAMPLE_SERVER")),
        (&[("EXAMPLE_SERVER", server), ("EXAMPLE_HOST", host)], host, Some("EXAMPLE_HOST")),
        (&[("EXAMPLE_HOST", host), ("EXAMPLE_URL", url)], url, Some("EXAMPLE_HOST")),
        (&[("EXAMPLE_SERVER", server), ("EXAMPLE_ENDPOINT", endpoint)], endpoint, Some("EXAMPLE_SERVER")),
        (&[("EXAMPLE_HOST", ""), ("EXAMPLE_URL", url)], url, None),
    ];
    for (variables, expected, warned) in rows {
        let variable = |name: &str| {
            let mut variables = variables.iter();
            let (_, value) = variables.find(|(known, _)| *known == name)?;
            Some((*value).to_owned())
        };
        let (builder, _) = builder(&SEVERAL);
        let (builder, log) = logged(|| builder.environment(variable));
        let client = builder.secret(&API_KEY, "key_1").build().unwrap();
        assert_eq!(client.base_url(), *expected, "{variables:?}");
        match warned {
            None => assert_eq!(log, "", "{variables:?}"),
            Some(name) => {
                assert!(log.contains("WARN"), "{log}");
                assert!(log.contains("deprecated"), "{log}");
                assert!(log.contains(name), "{log}");
                assert!(log.contains("EXAMPLE_URL"), "what to set instead: {log}");
                assert!(!log.contains(".invalid"), "no value is logged: {log}");
            }
        }
    }
}

/// Only what the API knows is looked up, and each variable of a companion only with its secret.
#[test]
fn nothing_else_is_looked_up() {
    let asked = std::cell::RefCell::new(Vec::new());
    let (builder, _) = builder(&SEVERAL);
    let _ = builder.environment(|name| {
        asked.borrow_mut().push(name.to_owned());
        (name == "EXAMPLE_API_KEY").then(|| "key_1".to_owned())
    });
    let mut asked = asked.into_inner();
    asked.sort();
    asked.dedup();
    assert_eq!(
        asked,
        [
            "EXAMPLE_API_KEY",
            "EXAMPLE_ENDPOINT",
            "EXAMPLE_HOST",
            "EXAMPLE_SERVER",
            "EXAMPLE_TOKEN",
            "EXAMPLE_URL"
        ]
    );
}

/// A refusal of an operation names the variables too.
#[tokio::test]
async fn a_refused_operation_names_the_variables() {
    let (builder, server) = builder(&SEVERAL);
    let client = builder.build().unwrap();
    let error = Call::new(&client, &LIST).send::<()>().await.unwrap_err();
    assert!(error.to_string().contains("EXAMPLE_API_KEY"), "{error}");
    assert!(server.requests().is_empty());
}
