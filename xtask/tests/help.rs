//! `--help` of every command prints how it is used, and does nothing else.

#![allow(
    clippy::unwrap_used,
    reason = "the helpers of a test fail as a test does"
)]

use std::process::Command;

/// What a command prints when it is asked for help.
fn help(command: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_xtask"))
        .args(command)
        .arg("--help")
        .output()
        .unwrap();
    assert!(
        output.status.success() && output.stderr.is_empty(),
        "{command:?}"
    );
    String::from_utf8(output.stdout).unwrap()
}

/// The commands that a usage lists: what is in front of two spaces, without options.
fn commands(usage: &str) -> Vec<Vec<&str>> {
    let list = usage.split_once("ommands").unwrap().1;
    let lines = list.lines().filter_map(|line| line.strip_prefix("  "));
    let lines = lines.filter(|line| line.starts_with(|first: char| first.is_ascii_lowercase()));
    lines
        .map(|line| {
            let names = line.split("  ").next().unwrap().split(' ');
            let is_name = |word: &&str| word.bytes().all(|byte| byte.is_ascii_lowercase());
            names.take_while(is_name).collect()
        })
        .collect()
}

#[test]
fn every_command_has_help() {
    let usage = help(&[]);
    let listed = commands(&usage);
    assert!(listed.len() > 10, "{listed:?}");
    for command in listed {
        let help = help(&command);
        let expected = format!("Usage: cargo xtask {}", command.join(" "));
        assert!(help.starts_with(&expected), "{command:?}: {help}");
    }
}

#[cfg(unix)]
#[test]
fn every_benchmark_has_help() {
    let usage = help(&["bench"]);
    let listed = commands(&usage);
    assert_eq!(listed.len(), 5, "{listed:?}");
    for command in listed {
        let command = [&["bench"][..], &command].concat();
        assert_eq!(help(&command), usage, "{command:?}");
    }
}
