//! The environment. A test may not change its own: a program is run with another one.

use std::process::Command;

const KEY: (&str, &str) = ("SEAM_API_KEY", "seam_apikey1_token");
const TOKEN: (&str, &str) = ("SEAM_PERSONAL_ACCESS_TOKEN", "seam_at1_token");
const WORKSPACE: (&str, &str) = ("SEAM_WORKSPACE_ID", "workspace1");

/// What the program prints, a line each.
fn run(arguments: &[&str], variables: &[(&str, &str)]) -> Vec<String> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_environment"));
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("SEAM_") {
            command.env_remove(name);
        }
    }
    command.args(arguments).envs(variables.iter().copied());
    let output = command.output().unwrap();
    assert!(output.status.success(), "{output:?}");
    let text = String::from_utf8(output.stdout).unwrap();
    text.lines().map(str::to_owned).collect()
}

#[test]
fn a_credential_is_taken() {
    assert_eq!(
        run(&[], &[KEY]),
        [
            "base URL: https://connect.getseam.com",
            "authorization: Bearer seam_apikey1_token"
        ]
    );
    assert_eq!(
        run(&[], &[TOKEN, WORKSPACE]),
        [
            "base URL: https://connect.getseam.com",
            "authorization: Bearer seam_at1_token",
            "seam-workspace: workspace1"
        ]
    );
    // The workspace is that of another credential, and an empty variable is none.
    for variables in [[KEY, WORKSPACE], [KEY, ("SEAM_PERSONAL_ACCESS_TOKEN", "")]] {
        assert_eq!(run(&[], &variables), run(&[], &[KEY]));
    }
}

#[test]
fn what_is_wrong_is_said() {
    let nothing = "error: no credential: set the environment variable SEAM_API_KEY, or \
                   SEAM_PERSONAL_ACCESS_TOKEN with SEAM_WORKSPACE_ID";
    let two = "error: `api_key` (SEAM_API_KEY) and `personal_access_token` \
               (SEAM_PERSONAL_ACCESS_TOKEN) are both given, and a client uses one credential: \
               leave one out";
    let workspace = "error: `personal_access_token` (SEAM_PERSONAL_ACCESS_TOKEN) needs \
                     `workspace_id` (SEAM_WORKSPACE_ID) to go with it";
    let kind = "error: `api_key` (SEAM_API_KEY) cannot be used: it is a value for \
                `personal_access_token`";
    let rows: &[(&[(&str, &str)], &str)] = &[
        (&[], nothing),
        (&[("SEAM_API_KEY", "")], nothing),
        (&[WORKSPACE], nothing),
        (&[KEY, TOKEN], two),
        (&[KEY, TOKEN, WORKSPACE], two),
        (&[TOKEN], workspace),
        (&[TOKEN, ("SEAM_WORKSPACE_ID", "")], workspace),
        (&[("SEAM_API_KEY", "seam_at1_token")], kind),
        (
            &[KEY, ("SEAM_ENDPOINT", "connect.getseam.com")],
            "error: the base URL does not start with http:// or https://",
        ),
    ];
    for (variables, expected) in rows {
        assert_eq!(run(&[], variables), [*expected], "{variables:?}");
    }
}

#[test]
fn the_base_url_is_taken() {
    let endpoint = ("SEAM_ENDPOINT", "http://127.0.0.1:3020");
    let old = ("SEAM_API_URL", "http://127.0.0.1:3999");
    let default = "https://connect.getseam.com";
    let rows: &[(&[(&str, &str)], &str)] = &[
        (&[KEY, endpoint], endpoint.1),
        (&[KEY, old], old.1),
        (&[KEY, old, endpoint], endpoint.1),
        (&[KEY, old, ("SEAM_ENDPOINT", "")], old.1),
        (&[KEY, ("SEAM_API_URL", "")], default),
    ];
    for (variables, expected) in rows {
        let lines = run(&[], variables);
        assert_eq!(lines[0], format!("base URL: {expected}"), "{variables:?}");
    }
}

#[test]
fn without_a_workspace() {
    let alone = ["without-workspace"];
    let expected = [
        "base URL: https://connect.getseam.com",
        "authorization: Bearer seam_at1_token",
    ];
    assert_eq!(run(&alone, &[TOKEN]), expected);
    // What is meant for the other client is none of its business.
    assert_eq!(run(&alone, &[TOKEN, WORKSPACE, KEY]), expected);
    for variables in [&[][..], &[KEY], &[KEY, WORKSPACE]] {
        assert_eq!(
            run(&alone, variables),
            ["error: no credential: set the environment variable SEAM_PERSONAL_ACCESS_TOKEN"]
        );
    }
}
