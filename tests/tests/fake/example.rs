//! The example of the crate, run as a program.

use std::process::{Command, Output};

use seam_tests::{API_KEY, FakeSeam, LOCK};

use crate::client;

/// Runs the example with these arguments, and nothing of Seam's in the environment but `variables`.
fn run(arguments: &[&str], variables: &[(&str, &str)]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_unmanaged_access_codes"));
    for name in [
        "SEAM_API_KEY",
        "SEAM_ENDPOINT",
        "SEAM_API_URL",
        "SEAM_DEVICE_ID",
    ] {
        command.env_remove(name);
    }
    command
        .args(arguments)
        .envs(variables.iter().copied())
        .output()
        .unwrap()
}

#[tokio::test]
async fn the_example_runs() {
    let Some(server) = FakeSeam::start() else {
        return;
    };
    let seam = client(&server);
    for (code, name) in [("1234", "Neighbour"), ("4321", "Gardener")] {
        let simulate = seam.access_codes().simulate();
        simulate
            .create_unmanaged_access_code(LOCK, name, code)
            .await
            .unwrap();
    }

    let variables = [("SEAM_API_KEY", API_KEY), ("SEAM_ENDPOINT", server.url())];
    let output = run(&[LOCK], &variables);
    let (stdout, stderr) = (text(&output.stdout), text(&output.stderr));
    assert!(output.status.success(), "{stdout}{stderr}");
    assert_eq!(
        stdout.lines().collect::<Vec<_>>(),
        [
            "2 codes, more: false",
            "access_code1: Neighbour",
            "access_code2: Gardener",
            "UNLOCK_DOOR: success",
        ]
    );
    assert_eq!(stderr, "");
}

#[test]
fn the_example_says_what_it_lacks() {
    let output = run(&[], &[]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("which device?"));

    let output = run(&[LOCK], &[]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        text(&output.stderr).contains("SEAM_API_KEY"),
        "{}",
        text(&output.stderr)
    );
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
