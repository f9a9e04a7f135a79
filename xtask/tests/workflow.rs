//! `docs/workflow.md`: its recipe is YAML that says what the text promises, and the commands in it
//! are there.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "the helpers of a test fail as a test does"
)]

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

fn text() -> String {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    fs::read_to_string(xtask.with_file_name("docs/workflow.md")).unwrap()
}

/// The blocks of a language.
fn blocks(text: &str, language: &str) -> Vec<String> {
    let fence = format!("\n```{language}\n");
    let blocks = text.split(&fence).skip(1);
    blocks
        .map(|block| block.split("\n```").next().unwrap().to_owned())
        .collect()
}

fn recipe() -> Value {
    let blocks = blocks(&text(), "yaml");
    assert_eq!(blocks.len(), 1);
    serde_saphyr::from_str(&blocks[0]).unwrap()
}

fn help(arguments: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
    let output = command.args(arguments).arg("--help").output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}

/// The commands of this repository, without `cargo xtask`.
fn commands(script: &str) -> Vec<Vec<String>> {
    let lines = script
        .lines()
        .map(|line| line.split(" #").next().unwrap().trim());
    let ours = lines.filter_map(|line| line.strip_prefix("cargo xtask "));
    let words = |line: &str| line.split_whitespace().map(str::to_owned).collect();
    ours.map(words).collect()
}

#[test]
fn the_recipe_does_what_is_promised() {
    let recipe = recipe();
    assert!(recipe["on"]["schedule"][0]["cron"].is_string(), "{recipe}");
    let steps = recipe["jobs"]["update"]["steps"].as_array().unwrap();
    let scripts: Vec<&str> = steps
        .iter()
        .filter_map(|step| step["run"].as_str())
        .collect();
    let scripts = scripts.join("\n");
    let mut rest = scripts.as_str();
    // In this order.
    for command in [
        "cargo xtask spec pull latest",
        "cargo xtask spec diff HEAD spec/openapi.json --format markdown",
        "cargo xtask generate",
        "cargo xtask release prepare",
        "cargo xtask test",
        "gh pr create",
    ] {
        let at = rest
            .find(command)
            .unwrap_or_else(|| panic!("no `{command}` in {rest}"));
        rest = &rest[at + command.len()..];
    }
    for step in steps {
        assert!(
            step["run"].is_string() != step["uses"].is_string(),
            "{step}"
        );
    }
}

/// A machine that starts anew each week throws away nothing that people did: the script of the step
/// says so, and ends, where the branch has a commit of somebody else.
#[test]
fn the_work_of_people_is_not_overwritten() {
    let recipe = recipe();
    let steps = recipe["jobs"]["update"]["steps"].as_array().unwrap();
    let named = |name: &str| {
        let step = steps.iter().find(|step| step["name"] == name);
        step.unwrap()["run"].as_str().unwrap()
    };
    let guard = named("Leave the work of people alone");
    assert!(named("Open the change").contains("git push --force-with-lease"));

    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("workflow-guard");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("theirs")).unwrap();
    let (theirs, ours) = (folder.join("theirs"), folder.join("ours"));
    git(&theirs, &["init", "--quiet", "--initial-branch", "main"]);
    commit(&theirs, "Somebody");
    let guard = || {
        let _ = fs::remove_dir_all(&ours);
        let clone = ["clone", "--quiet", "--branch", "main", "theirs", "ours"];
        git(&folder, &clone);
        let mut command = Command::new("bash");
        let output = command.current_dir(&ours).args(["-ec", guard]).output();
        let output = output.unwrap();
        let said = String::from_utf8(output.stdout).unwrap();
        (output.status.success(), said)
    };
    assert_eq!(guard(), (true, String::new()), "there is no branch yet");
    git(&theirs, &["switch", "--quiet", "-c", "document"]);
    commit(&theirs, "github-actions[bot]");
    assert_eq!(guard(), (true, String::new()), "it is the machine's own");
    commit(&theirs, "Somebody");
    let (went_on, said) = guard();
    assert!(!went_on && said.contains("Somebody"), "{said}");
    // What was merged is on both branches.
    git(&theirs, &["switch", "--quiet", "main"]);
    git(&theirs, &["merge", "--quiet", "document"]);
    assert_eq!(guard(), (true, String::new()), "it was merged");
}

fn git(folder: &Path, arguments: &[&str]) {
    let mut command = Command::new("git");
    command.current_dir(folder).args(arguments);
    command.env("GIT_CONFIG_GLOBAL", "/dev/null");
    let output = command.output().unwrap();
    assert!(output.status.success(), "{output:?}");
}

fn commit(folder: &Path, author: &str) {
    let name = format!("user.name={author}");
    let user = ["-c", &name, "-c", "user.email=somebody@example.com"];
    let commit = ["commit", "--quiet", "--allow-empty", "--message", "Work"];
    git(folder, &[&user[..], &commit].concat());
}

/// What is needed to know a command is its help: words are in the list of commands, and options in
/// its own help.
#[test]
fn the_commands_are_there() {
    let recipe = recipe();
    let steps = recipe["jobs"]["update"]["steps"].as_array().unwrap();
    let scripts = steps
        .iter()
        .filter_map(|step| step["run"].as_str().map(str::to_owned));
    let all: Vec<String> = scripts.chain(blocks(&text(), "sh")).collect();
    let commands: Vec<Vec<String>> = all.iter().flat_map(|script| commands(script)).collect();
    assert!(commands.len() >= 11, "{commands:?}");
    let list = help(&[]);
    for command in commands {
        let group = ["spec", "release"].contains(&command[0].as_str());
        let words: Vec<&str> = command
            .iter()
            .take(1 + usize::from(group))
            .map(String::as_str)
            .collect();
        let name = words.join(" ");
        assert!(
            list.contains(&format!("\n  {name}")),
            "there is no `{name}`:\n{list}"
        );
        let known = help(&words);
        for option in command.iter().filter(|word| word.starts_with("--")) {
            assert!(
                known.contains(option.as_str()),
                "`{name}` has no `{option}`:\n{known}"
            );
        }
    }
}
