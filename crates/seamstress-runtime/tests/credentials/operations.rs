//! Operations that do not accept what a client has: refused before anything is sent.

use seamstress_runtime::{Call, Credential, ErrorKind, Operation};

use crate::api::{
    API_KEY, CREATE, HEALTH, LIST, LOG_IN, ONE, PASSWORD, PUBLIC_KEY, SEARCH, SESSION, SEVERAL,
    builder,
};

#[tokio::test]
async fn an_operation_names_what_it_accepts() {
    let list = "`api_key` (EXAMPLE_API_KEY), `access_token` (EXAMPLE_TOKEN) with `team_id` \
                (EXAMPLE_TEAM_ID), `session_token`, `public_key`";
    let create = "`access_token` (EXAMPLE_TOKEN) with `team_id` (EXAMPLE_TEAM_ID), \
                  `session_token`";
    let rows: &[(&'static Operation, &str)] = &[
        (&LIST, list),
        (&CREATE, create),
        (&LOG_IN, "`password` with `user`"),
    ];
    for (operation, accepted) in rows {
        let (builder, server) = builder(&SEVERAL);
        let client = builder.build().unwrap();
        let error = Call::new(&client, operation)
            .send::<()>()
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Credential);
        assert_eq!(error.operation(), Some(operation.name));
        assert_eq!(error.attempts(), 0);
        assert!(!error.is_connect() && error.status().is_none());
        assert_eq!(
            error.to_string(),
            format!(
                "{}: it accepts the credentials {accepted}; this client has none",
                operation.name
            )
        );
        assert!(server.requests().is_empty());
    }
}

#[tokio::test]
async fn an_operation_names_what_the_client_has() {
    let (builder, server) = builder(&SEVERAL);
    let own = Credential::bearer(&["by_hand", "other"], "s3cret").unwrap();
    let client = builder
        .secret(&API_KEY, "key_s3cret")
        .secret(&PUBLIC_KEY, "pub_s3cret")
        .credential(own)
        .build()
        .unwrap();
    let call = Call::new(&client, &CREATE);
    let error = call.clone().send::<()>().await.unwrap_err();
    assert!(
        error
            .to_string()
            .ends_with("; this client has by_hand, other, `api_key`, `public_key`"),
        "{error}"
    );
    assert!(!format!("{error} {error:?}").contains("s3cret"));
    // A header of the caller's is no credential.
    let mut call = call;
    call.header("authorization", "Bearer ses_1");
    assert_eq!(
        call.send::<()>().await.unwrap_err().kind(),
        ErrorKind::Credential
    );
    assert!(server.requests().is_empty());
}

/// Where the API's own names say nothing to the caller, those of the document have to do.
#[tokio::test]
async fn an_unknown_scheme_is_called_as_the_document_calls_it() {
    static STRANGE: Operation = Operation {
        name: "strange",
        security: &["oauth", "mutual_tls"],
        ..LIST
    };
    let (builder, server) = builder(&ONE);
    let client = builder.secret(&SESSION, "ses_1").build().unwrap();
    let error = Call::new(&client, &STRANGE).send::<()>().await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "strange: it accepts the credentials oauth, mutual_tls; this client has `session_token`"
    );
    assert!(server.requests().is_empty());
}

/// One refused call costs nothing but itself.
#[tokio::test]
async fn other_operations_go_on() {
    let (builder, server) = builder(&ONE);
    let client = builder
        .secret(&PASSWORD, "p")
        .companion("user", "Ada")
        .build()
        .unwrap();
    assert!(Call::new(&client, &LIST).send::<()>().await.is_err());
    for operation in [&LOG_IN, &SEARCH, &HEALTH] {
        Call::new(&client, operation).send::<()>().await.unwrap();
    }
    let lines: Vec<_> = server.requests().iter().map(|asked| asked.line()).collect();
    assert_eq!(lines, ["GET /log_in", "GET /search", "GET /health"]);
    let users: Vec<_> = server
        .requests()
        .iter()
        .map(|asked| asked.header("x-user").is_some())
        .collect();
    assert_eq!(users, [true, false, false]);
}
