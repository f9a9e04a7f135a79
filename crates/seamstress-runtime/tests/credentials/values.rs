//! What a client refuses to be built of. The messages name what the caller can set, and no value.

use seamstress_runtime::{CredentialKind, ErrorKind, Settings};

use crate::api::{ACCESS_TOKEN, API_KEY, ONE, PASSWORD, PUBLIC_KEY, SESSION, SEVERAL, builder};

type Secrets<'a> = &'a [(&'static CredentialKind, &'a str)];
/// What cannot be used, and why.
type Refusal<'a> = Option<(&'a str, &'a str)>;
type Companions<'a> = &'a [(&'static str, &'a str)];

/// The message of building a client of this; `None` where it can be built.
fn refusal(
    settings: &'static Settings,
    secrets: Secrets<'_>,
    companions: Companions<'_>,
) -> Option<String> {
    let (mut builder, _) = builder(settings);
    for (kind, value) in secrets {
        builder = builder.secret(kind, *value);
    }
    for (name, value) in companions {
        builder = builder.companion(name, *value);
    }
    let error = builder.build().err()?;
    assert_eq!(error.kind(), ErrorKind::Configuration);
    assert_eq!(error.attempts(), 0);
    Some(error.to_string())
}

#[test]
fn values_of_every_kind() {
    let key = "`api_key` (EXAMPLE_API_KEY) cannot be used: ";
    let token = "`access_token` (EXAMPLE_TOKEN) cannot be used: ";
    let session = "`session_token` cannot be used: ";
    let no_header = "it has characters that no header can carry";
    #[rustfmt::skip]
    let rows: &[(&'static CredentialKind, &str, Refusal<'_>)] = &[
        (&API_KEY, "key_s3cret", None),
        (&API_KEY, "key_", None),
        (&API_KEY, "key_to_s3cret", None),
        // Another kind has a longer prefix that fits.
        (&API_KEY, "key_toks3cret", Some((key, "it is a value for `access_token`"))),
        (&API_KEY, "ses_s3cret", Some((key, "it is a value for `session_token`"))),
        (&API_KEY, "pub_s3cret", Some((key, "it is a value for `public_key`"))),
        (&API_KEY, "s3cret", Some((key, "it does not begin with `key_`"))),
        (&API_KEY, "KEY_s3cret", Some((key, "it does not begin with `key_`"))),
        (&API_KEY, " key_s3cret", Some((key, "it does not begin with `key_`"))),
        (&API_KEY, "", Some((key, "it is empty"))),
        (&API_KEY, " \t\n", Some((key, "it is empty"))),
        (&API_KEY, "key_s3cret\n", Some((key, no_header))),
        (&API_KEY, "key_s3c\r\nx-evil: ret", Some((key, no_header))),
        (&API_KEY, "key_s3cret\0", Some((key, no_header))),
        (&API_KEY, "key_s3cret\x7f", Some((key, no_header))),
        (&ACCESS_TOKEN, "key_s3cret", Some((token, "it is a value for `api_key`"))),
        (&SESSION, "key_s3cret", Some((session, "it is a value for `api_key`"))),
        (&SESSION, "key_toks3cret", Some((session, "it is a value for `access_token`"))),
        (&SESSION, "ses_s3cret\n", Some((session, no_header))),
        (&PUBLIC_KEY, "pub_s3cret\r", Some(("`public_key` cannot be used: ", no_header))),
        (&PUBLIC_KEY, "ses_s3cret", Some(("`public_key` cannot be used: ", "it is a value for `session_token`"))),
        (&PASSWORD, "  ", Some(("`password` cannot be used: ", "it is empty"))),
        (&PASSWORD, "s3cret\n", Some(("`password` cannot be used: ", no_header))),
        // A kind without a prefix takes what looks like another one.
        (&PASSWORD, "key_tok", Some(("`password` needs `user` to go with it", ""))),
    ];
    for (kind, value, expected) in rows {
        let found = refusal(&SEVERAL, &[(*kind, *value)], &[]);
        let expected = expected.map(|(what, why)| format!("{what}{why}"));
        assert_eq!(found, expected, "{} {value:?}", kind.name);
        assert!(!found.unwrap_or_default().contains("s3c"), "{value:?}");
    }
}

/// Two kinds with one prefix cannot be told apart: both are named.
#[test]
fn several_kinds_can_be_meant() {
    static TWIN: CredentialKind = CredentialKind {
        name: "twin",
        ..SESSION
    };
    static SETTINGS: Settings = Settings {
        credentials: &[&API_KEY, &SESSION, &TWIN],
        ..SEVERAL
    };
    assert_eq!(
        refusal(&SETTINGS, &[(&API_KEY, "ses_s3cret")], &[]).unwrap(),
        "`api_key` (EXAMPLE_API_KEY) cannot be used: it is a value for `session_token` or `twin`"
    );
    assert_eq!(refusal(&SETTINGS, &[(&TWIN, "ses_s3cret")], &[]), None);
    assert_eq!(refusal(&SETTINGS, &[(&SESSION, "ses_s3cret")], &[]), None);
}

#[test]
fn companions() {
    let needs = "`access_token` (EXAMPLE_TOKEN) needs `team_id` (EXAMPLE_TEAM_ID) to go with it";
    let unusable =
        "`team_id` (EXAMPLE_TEAM_ID) cannot be used: it has characters that no header can carry";
    let alone = "`team_id` is given and no credential that it goes with: \
                 `access_token` (EXAMPLE_TOKEN)";
    let unknown = "`planet` is given and no credential goes with it";
    let token: Secrets<'_> = &[(&ACCESS_TOKEN, "key_toks3cret")];
    #[rustfmt::skip]
    let rows: &[(Secrets<'_>, Companions<'_>, Option<&str>)] = &[
        (token, &[("team_id", "blue")], None),
        (token, &[], Some(needs)),
        (token, &[("team_id", "")], Some(needs)),
        (token, &[("team_id", " \t")], Some(needs)),
        (token, &[("team_id", "blue"), ("team_id", "")], Some(needs)),
        (token, &[("team_id", "s3c\nret")], Some(unusable)),
        (token, &[("team_id", "s3cret\0")], Some(unusable)),
        (&[], &[("team_id", "blue")], Some(alone)),
        (&[(&API_KEY, "key_1")], &[("team_id", "blue")], Some(alone)),
        (&[(&API_KEY, "key_1"), (&ACCESS_TOKEN, "key_tok1")], &[("team_id", "blue")], None),
        (token, &[("team_id", "blue"), ("user", "Ada")],
            Some("`user` is given and no credential that it goes with: `password`")),
        (&[], &[("planet", "Mars")], Some(unknown)),
    ];
    for (secrets, companions, expected) in rows {
        let found = refusal(&SEVERAL, secrets, companions);
        assert_eq!(found.as_deref(), *expected, "{companions:?}");
    }
}

/// Where a companion could go with several kinds, all are named.
#[test]
fn a_companion_of_several_kinds() {
    static OTHER: CredentialKind = CredentialKind {
        name: "console_token",
        prefix: Some("con_"),
        variable: None,
        ..ACCESS_TOKEN
    };
    static SETTINGS: Settings = Settings {
        credentials: &[&API_KEY, &ACCESS_TOKEN, &OTHER],
        ..SEVERAL
    };
    assert_eq!(
        refusal(&SETTINGS, &[], &[("team_id", "blue")]).unwrap(),
        "`team_id` is given and no credential that it goes with: \
         `access_token` (EXAMPLE_TOKEN) or `console_token`"
    );
    let other: Secrets<'_> = &[(&OTHER, "con_1")];
    assert_eq!(refusal(&SETTINGS, other, &[("team_id", "blue")]), None);
}

#[test]
fn one_or_several() {
    let two: Secrets<'_> = &[(&API_KEY, "key_s3cret"), (&SESSION, "ses_s3cret")];
    assert_eq!(refusal(&SEVERAL, two, &[]), None);
    assert_eq!(
        refusal(&ONE, two, &[]).unwrap(),
        "`api_key` (EXAMPLE_API_KEY) and `session_token` are both given, and a client uses one \
         credential: leave one out"
    );
    let with_token: Secrets<'_> = &[(&API_KEY, "key_1"), (&ACCESS_TOKEN, "key_tok1")];
    assert_eq!(
        refusal(&ONE, with_token, &[("team_id", "blue")]).unwrap(),
        "`api_key` (EXAMPLE_API_KEY) and `access_token` (EXAMPLE_TOKEN) are both given, and a \
         client uses one credential: leave one out"
    );
    let twice: Secrets<'_> = &[(&API_KEY, "key_1"), (&API_KEY, "key_2")];
    assert_eq!(refusal(&ONE, twice, &[]), None);
    // A value that was given by mistake, and then replaced, does no harm.
    let corrected: Secrets<'_> = &[(&API_KEY, "ses_1"), (&API_KEY, "key_2")];
    assert_eq!(refusal(&ONE, corrected, &[]), None);
}

/// None at all is no mistake, unless the environment was to have one.
#[test]
fn no_credential() {
    assert_eq!(refusal(&SEVERAL, &[], &[]), None);
    assert_eq!(refusal(&ONE, &[], &[]), None);
}
