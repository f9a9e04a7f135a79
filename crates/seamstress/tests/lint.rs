//! Linting: a document for every code, with what is said of it, and the table of the documentation.
//!
//! `BLESS=1 cargo test -p seamstress --test lint` accepts what changed.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "the helpers of a test fail as a test does"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use seamstress::diagnostic::Severity;
use seamstress::job::Job;
use seamstress::lint::{CODES, Deny, Lint, lint, table};

const FOLDER: &str = "tests/lint";

/// Codes that no file in the folder can be an example of.
const WITHOUT_DOCUMENT: [&str; 2] = ["nothing-named", "unreadable-file"];

/// The lint of the example of a code, by its own configuration where it has one. Paths start at
/// the folder of the package, where tests run.
fn lint_of(code: &str, deny: &Deny) -> Lint {
    let beside = |extension: &str| Path::new(FOLDER).join(format!("{code}.{extension}"));
    let config = Some(beside("toml")).filter(|path| path.is_file());
    let document = ["yaml", "json"].map(beside);
    let document = document.into_iter().find(|path| path.is_file());
    let job = Job {
        output: config.is_none().then(|| PathBuf::from("out")),
        document: document.filter(|_| config.is_none()),
        config,
        ..Job::default()
    };
    lint(&job, deny)
}

fn codes(lint: &Lint) -> BTreeSet<&'static str> {
    lint.diagnostics.iter().map(|one| one.code).collect()
}

#[test]
fn every_code_has_an_example() {
    let mut wrong = Vec::new();
    for code in CODES.iter().map(|code| code.code) {
        if WITHOUT_DOCUMENT.contains(&code) {
            continue;
        }
        let found = lint_of(code, &Deny::Nothing);
        if !codes(&found).contains(code) {
            wrong.push(format!("{code}: not said\n{}", found.terminal(true, false)));
            continue;
        }
        // Whole paths are those of the machine.
        let told = found
            .terminal(true, false)
            .replace(env!("CARGO_MANIFEST_DIR"), "…");
        let expected = Path::new(FOLDER).join(format!("{code}.txt"));
        if std::env::var_os("BLESS").is_some() {
            fs::write(&expected, &told).unwrap();
        } else if fs::read_to_string(&expected).unwrap_or_default() != told {
            wrong.push(format!("{code}: another text (BLESS=1 accepts it)\n{told}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_complaint_has_its_place_and_advice() {
    for code in CODES.iter().map(|code| code.code) {
        for one in &lint_of(code, &Deny::Nothing).diagnostics {
            // What is about no file at all names the settings in its message.
            assert!(
                one.help.is_some() || one.code == "too-many-alternatives",
                "{one}"
            );
            let is_settings = ["nothing-named", "bad-template"].contains(&one.code);
            assert!(one.location.is_some() || is_settings, "{one}");
        }
    }
}

#[test]
fn the_folder_has_nothing_else() {
    let known: BTreeSet<&str> = CODES.iter().map(|code| code.code).collect();
    assert_eq!(known.len(), CODES.len(), "a code stands twice in the table");
    for entry in fs::read_dir(FOLDER).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let code = name.split('.').next().unwrap();
        assert!(known.contains(code), "{name} is an example of no code");
    }
}

#[test]
fn what_cannot_even_be_found_is_said() {
    let job = Job {
        document: Some("no/such.yaml".into()),
        output: Some("out".into()),
        ..Job::default()
    };
    assert_eq!(
        codes(&lint(&job, &Deny::Nothing)),
        BTreeSet::from(["unreadable-file"])
    );
    let nothing = lint(&Job::default(), &Deny::Nothing);
    assert_eq!(codes(&nothing), BTreeSet::from(["nothing-named"]));
    assert!(nothing.has_errors());
}

#[test]
fn what_is_denied_is_an_error_and_nothing_else() {
    let lax = lint_of("unused-component", &Deny::Nothing);
    assert!(
        !lax.has_errors() && lax.count(Severity::Warning) == 3,
        "{lax:?}"
    );
    let denied = |codes: &str| Deny::of([codes]).unwrap();
    assert!(lint_of("unused-component", &denied("all")).has_errors());
    assert!(
        lint_of(
            "unused-component",
            &denied("dangling-reference,unused-component")
        )
        .has_errors()
    );
    assert!(!lint_of("unused-component", &denied("dangling-reference")).has_errors());
    assert!(
        Deny::of(["nonsense"])
            .unwrap_err()
            .to_string()
            .contains("docs/lint.md")
    );
}

#[test]
fn many_of_a_kind_are_told_shortly_unless_all_are_asked_for() {
    let schemas: String = (0..9)
        .map(|n| format!("    S{n}: {{type: string}}\n"))
        .collect();
    let text = format!(
        "openapi: 3.0.3\ninfo: {{title: Pets, version: '1'}}\nservers: [{{url: 'https://a.example'}}]\n\
         paths: {{/a: {{get: {{responses: {{'204': {{description: None.}}}}}}}}}}\ncomponents:\n  schemas:\n{schemas}"
    );
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("lint-many");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("a.yaml"), text).unwrap();
    let job = Job {
        document: Some(folder.join("a.yaml")),
        output: Some("out".into()),
        ..Job::default()
    };
    let found = lint(&job, &Deny::Nothing);
    let short = found.terminal(false, false);
    assert!(
        short.contains("warning[unused-component], 9 times"),
        "{short}"
    );
    assert!(
        short.contains("… and 6 more; `--all` shows them"),
        "{short}"
    );
    assert_eq!(short.matches("-->").count(), 3, "{short}");
    assert_eq!(found.terminal(true, false).matches("-->").count(), 9);
    let json: serde_json::Value = serde_json::from_str(&found.json()).unwrap();
    assert_eq!(json["counts"]["codes"]["unused-component"], 9);
    assert_eq!(json["diagnostics"].as_array().map(Vec::len), Some(9));
}

#[test]
fn the_table_of_the_documentation_is_that_of_the_code() {
    let file = "../../docs/lint.md";
    let text = fs::read_to_string(file).unwrap();
    let mark = "<!-- Made by the test: BLESS=1 cargo test -p seamstress --test lint -->\n";
    let (before, _) = text.split_once(mark).expect("the mark before the table");
    let expected = format!("{before}{mark}{}", table());
    if std::env::var_os("BLESS").is_some() {
        fs::write(file, &expected).unwrap();
    }
    assert!(
        text == expected || std::env::var_os("BLESS").is_some(),
        "BLESS=1 makes {file} again"
    );
}

/// Codes that are about writing, fronts and the generator itself, and not about a document.
const OTHERS: [&str; 8] = [
    "bad-module",
    "bad-template",
    "foreign-file",
    "outside-output",
    "unknown-code",
    "unknown-feature",
    "unwritable",
    "no-such-node",
];

#[test]
fn the_table_has_every_code_that_is_given() {
    let mut open = vec![PathBuf::from("src")];
    let mut missing = BTreeSet::new();
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(
                fs::read_dir(path)
                    .unwrap()
                    .map(|entry| entry.unwrap().path()),
            );
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        let text = text.split("#[cfg(test)]").next().unwrap_or_default();
        for call in [
            "Diagnostic::error(",
            "Diagnostic::warning(",
            ".warn(",
            ".warning(",
        ] {
            for rest in text.split(call).skip(1) {
                // The code is the first literal, if there is one among the first words.
                let Some((before, rest)) = rest.split_once('"') else {
                    continue;
                };
                let code = rest.split('"').next().unwrap_or_default();
                let is_code = code.contains('-')
                    && code
                        .bytes()
                        .all(|byte| byte.is_ascii_lowercase() || byte == b'-');
                if before.len() > 60 || before.contains(';') || !is_code {
                    continue;
                }
                if !OTHERS.contains(&code) && !CODES.iter().any(|known| known.code == code) {
                    missing.insert(format!("{code} in {}", path.display()));
                }
            }
        }
    }
    missing.retain(|one| !one.contains("diagnostic.rs"));
    assert!(missing.is_empty(), "{missing:?}");
}
