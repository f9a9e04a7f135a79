//! Which value is of which kind, by what it begins with.

use seam_api::{ErrorKind, Seam, SeamWithoutWorkspace};

/// The kinds, in the order of the columns below.
const KINDS: [&str; 5] = [
    "api_key",
    "personal_access_token",
    "console_session_token",
    "client_session_token",
    "publishable_key",
];

/// A value, and which kind it is of: none of them, where it is a dash.
const VALUES: [(&str, &str); 17] = [
    ("seam_apikey1_token", "api_key"),
    ("seam_4f8g3_x", "api_key"),
    ("seam_", "api_key"),
    ("seam_a", "api_key"),
    ("seam_test", "api_key"),
    ("seam_at1_longtoken", "personal_access_token"),
    ("seam_at", "personal_access_token"),
    ("seam_atom", "personal_access_token"),
    ("seam_cst1_token", "client_session_token"),
    ("seam_pk1_token", "publishable_key"),
    ("eyJhbGciOiJIUzI1NiJ9.e30.x", "console_session_token"),
    ("ey", "console_session_token"),
    ("Seam_apikey", "-"),
    ("bearer seam_apikey", "-"),
    ("key", "-"),
    ("s3cret", "-"),
    ("e", "-"),
];

fn refusal(kind: &str, value: &str) -> Option<String> {
    let built = match kind {
        "api_key" => Seam::new(value),
        "personal_access_token" => Seam::from_personal_access_token(value, "w"),
        "console_session_token" => Seam::from_console_session_token(value, "w"),
        "client_session_token" => Seam::from_client_session_token(value),
        _ => Seam::builder().publishable_key(value).build(),
    };
    let error = built.err()?;
    assert_eq!(error.kind(), ErrorKind::Configuration);
    Some(error.to_string())
}

#[test]
fn every_value_for_every_kind() {
    for (value, of) in VALUES {
        for kind in KINDS {
            let Some(message) = refusal(kind, value) else {
                assert_eq!(kind, of, "{value}");
                continue;
            };
            assert_ne!(kind, of, "{value}: {message}");
            assert!(message.starts_with(&format!("`{kind}`")), "{message}");
            let reason = match of {
                "-" => "it does not begin with `".to_owned(),
                other => format!("it is a value for `{other}`"),
            };
            assert!(message.contains(&reason), "{message}");
            assert!(!message.contains(value) || value.len() < 6, "{message}");
        }
    }
}

#[test]
fn what_no_kind_can_be() {
    for kind in KINDS {
        for value in ["", " ", "\n"] {
            let message = refusal(kind, value).unwrap();
            assert!(
                message.ends_with("cannot be used: it is empty"),
                "{message}"
            );
        }
    }
    // As read from a file, with the line break at its end.
    let message = refusal("api_key", "seam_apikey1_token\n").unwrap();
    assert_eq!(
        message,
        "`api_key` (SEAM_API_KEY) cannot be used: it has characters that no header can carry"
    );
}

#[test]
fn without_a_workspace() {
    assert!(SeamWithoutWorkspace::new("seam_at1_token").is_ok());
    assert!(SeamWithoutWorkspace::from_console_session_token("eyJhbGci").is_ok());
    for value in [
        "seam_apikey1_token",
        "seam_cst1_token",
        "seam_pk1_token",
        "",
        "x",
    ] {
        let error = SeamWithoutWorkspace::new(value).unwrap_err();
        assert!(
            error.to_string().contains("`personal_access_token`"),
            "{error}"
        );
        assert!(SeamWithoutWorkspace::from_console_session_token(value).is_err());
    }
    let error = SeamWithoutWorkspace::new("eyJhbGci")
        .unwrap_err()
        .to_string();
    assert!(
        error.ends_with("it is a value for `console_session_token`"),
        "{error}"
    );
    let both = SeamWithoutWorkspace::builder();
    let both = both
        .personal_access_token("seam_at1")
        .console_session_token("ey1");
    assert!(
        both.build()
            .unwrap_err()
            .to_string()
            .contains("are both given")
    );
}
