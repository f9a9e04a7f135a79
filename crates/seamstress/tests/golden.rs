//! Small documents, one concern each, with the Rust that they become beside them.
//!
//! `BLESS=1 cargo test -p seamstress --test golden` accepts what is emitted now. Every one of
//! them is compiled too: an expectation that no compiler takes would be none.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "the helpers of a test fail as a test does"
)]

mod golden_support;

use std::fs;

use golden_support::{Generated, check, check_feature, golden, golden_files, test};

#[test]
fn documents_become_what_is_expected() {
    let bless = std::env::var_os("BLESS").is_some_and(|value| value == "1");
    let mut differing = Vec::new();
    for document in golden() {
        let expected = document.path.with_extension("rs");
        let text = document.generate().golden();
        let known = fs::read_to_string(&expected).unwrap_or_default();
        if known == text {
            continue;
        }
        if bless {
            fs::write(&expected, text).unwrap();
        } else {
            differing.push(format!(
                "{}:\n{}",
                expected.display(),
                first_difference(&known, &text)
            ));
        }
    }
    assert!(
        differing.is_empty(),
        "{}\n\nto accept: BLESS=1 cargo test -p seamstress --test golden",
        differing.join("\n")
    );
}

#[test]
fn what_is_expected_compiles_without_a_warning() {
    let crates: Vec<Generated> = golden()
        .iter()
        .map(|document| document.generate())
        .collect();
    check("golden", &crates);
}

/// The tests that emitted crates carry find nothing wrong with them: those of documents about
/// tests, and of others about what is sent.
#[test]
fn emitted_tests_pass() {
    const SENDING: &[&str] = &[
        "bodies",
        "bodies_content",
        "bodies_forms",
        "bodies_json",
        "body_alternatives",
        "parameter_styles",
        "sampled_bodies",
        "sampled_tests",
        "security_requirements",
        "security_schemes",
        "security_scopes",
        "selectors",
        "servers",
    ];
    let documents = golden().into_iter();
    let documents = documents.filter(|one| SENDING.contains(&one.name()));
    let crates: Vec<Generated> = documents
        .map(|mut document| {
            if !document.settings.contains("[tests]") {
                document.settings.push_str("\n[tests]\nenabled = true\n");
            }
            document.generate()
        })
        .collect();
    assert_eq!(crates.len(), SENDING.len());
    test("golden-tests", &crates);
}

/// A program that receives webhooks and sends no requests needs no resource.
#[test]
fn webhooks_compile_without_any_resource() {
    let documents = golden();
    let webhooks = documents.iter().find(|one| one.name() == "webhooks");
    let webhooks = webhooks.unwrap().generate();
    check_feature("webhooks", &webhooks, "webhook-events");
    let manifest = webhooks.file("Cargo.toml");
    for line in [
        "\ndefault = [\"actions\", \"webhook-events-resource\"]\n",
        "\nwebhook-events = [\"seamstress-runtime/webhooks\"]\n",
    ] {
        assert!(manifest.contains(line), "{manifest}");
    }
}

/// What operations share is there for those that are, and needs no types of the others.
#[test]
fn shared_files_compile_with_one_feature() {
    for (name, feature) in [("failures", "owners"), ("headers", "others")] {
        let documents = golden();
        let document = documents.iter().find(|one| one.name() == name).unwrap();
        check_feature("shared", &document.generate(), feature);
    }
}

#[test]
fn every_expectation_has_its_document() {
    for path in golden_files("rs") {
        assert!(
            path.with_extension("yaml").exists(),
            "{} is left over",
            path.display()
        );
    }
    assert!(golden().len() > 20);
}

/// The first line that differs, with what stands around it.
fn first_difference(known: &str, text: &str) -> String {
    let same = known
        .lines()
        .zip(text.lines())
        .take_while(|(a, b)| a == b)
        .count();
    let part = |text: &str, mark: &str| {
        let lines = text
            .lines()
            .skip(same)
            .take(5)
            .map(|line| format!("{mark} {line}\n"));
        lines.collect::<String>()
    };
    format!("line {}\n{}{}", same + 1, part(known, "-"), part(text, "+"))
}
