//! What changes of documents mean: small pairs of documents, with the report on each beside them.
//!
//! `BLESS=1 cargo test -p seamstress --test diff` accepts what is reported now.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "the helpers of a test fail as a test does"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use seamstress::diff::{
    Bump, Delta, Diff, Difference, RULES, RuleSide, Surface, Verdict, compare, table,
};
use seamstress::job::Job;
use seamstress::output::File;

/// Seen from the folder of the package, where tests run: reports name files.
fn folder() -> PathBuf {
    PathBuf::from("tests/diff")
}

fn pairs() -> Vec<PathBuf> {
    folders(&folder())
}

fn folders(of: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(of).unwrap().map(|entry| entry.unwrap().path());
    let mut pairs: Vec<PathBuf> = entries.filter(|path| path.is_dir()).collect();
    pairs.sort();
    pairs
}

fn job(folder: &Path, document: &str) -> Job {
    let config = folder.join("seamstress.toml");
    Job {
        config: config.is_file().then_some(config),
        document: Some(folder.join(document)),
        output: Some("client".into()),
        ..Job::default()
    }
}

fn of(folder: &Path, old: &str, new: &str) -> Diff {
    compare(&job(folder, old), &job(folder, new)).unwrap()
}

#[test]
fn changes_mean_what_is_expected() {
    let bless = std::env::var_os("BLESS").is_some_and(|value| value == "1");
    let mut differing = Vec::new();
    for pair in pairs() {
        let text = of(&pair, "old.yaml", "new.yaml").terminal(false);
        let expected = pair.join("report.txt");
        if fs::read_to_string(&expected).unwrap_or_default() == text {
            continue;
        }
        if bless {
            fs::write(&expected, text).unwrap();
        } else {
            differing.push(format!("{}:\n{text}", expected.display()));
        }
    }
    let bless = "to accept: BLESS=1 cargo test -p seamstress --test diff";
    assert!(differing.is_empty(), "{}\n{bless}", differing.join("\n"));
}

/// Every rule has a pair of documents that it is applied to, with the verdict of the table.
#[test]
fn every_rule_is_applied() {
    let mut applied = BTreeSet::new();
    for pair in pairs() {
        for change in of(&pair, "old.yaml", "new.yaml").changes {
            let rule = |id: &str| RULES.iter().find(|rule| rule.id == id).unwrap();
            assert_eq!(rule(change.wire.rule).side, RuleSide::Wire);
            assert_eq!(rule(change.source.rule).side, RuleSide::Source);
            applied.extend([change.wire.rule, change.source.rule]);
            applied.extend(change.items.iter().map(|item| item.delta.rule()));
        }
    }
    for (rule, differences) in sources() {
        assert!(
            !applied.contains(rule.as_str()),
            "a pair of documents shows {rule}"
        );
        assert!(
            differences.iter().all(|one| one.delta.rule() == rule),
            "{rule}"
        );
        applied.extend(differences.iter().map(|one| one.delta.rule()));
    }
    let all = RULES.iter().map(|rule| rule.id);
    let missing: Vec<&str> = all.filter(|id| !applied.contains(id)).collect();
    assert!(missing.is_empty(), "no pair shows {missing:?}");
}

/// What no document becomes, as all that is emitted is `#[non_exhaustive]`, has pairs of sources:
/// the emitters may change, and the comparison of surfaces is ready for it.
fn sources() -> Vec<(String, Vec<Difference>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diff_sources");
    let surface = |path: PathBuf| {
        Surface::of(&[File {
            path: "src/lib.rs".into(),
            text: fs::read_to_string(path).unwrap(),
        }])
    };
    let pair = |folder: PathBuf| {
        let (old, new) = (
            surface(folder.join("old.rs")),
            surface(folder.join("new.rs")),
        );
        let rule = folder.file_name().unwrap().to_string_lossy().into_owned();
        (rule, old.differences(&new))
    };
    folders(&folder).into_iter().map(pair).collect()
}

#[test]
fn sources_differ_as_expected() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diff_sources");
    for (rule, differences) in sources() {
        let words: String = differences.iter().map(|one| one.words() + "\n").collect();
        let expected = fs::read_to_string(folder.join(&rule).join("report.txt")).unwrap();
        assert_eq!(words, expected, "{rule}");
    }
}

/// The items of the crate with one of these differences, by path.
fn items<'d>(diff: &'d Diff, deltas: &[Delta]) -> BTreeSet<&'d str> {
    let items = diff.changes.iter().flat_map(|change| &change.items);
    let items = items.filter(|item| deltas.contains(&item.delta));
    items.map(|item| item.path.as_str()).collect()
}

/// The way back is judged, too: what came on one way goes on the other, and what is other there is
/// other here.
#[test]
fn the_way_back_has_what_came_as_gone() {
    const CAME: [Delta; 2] = [Delta::Added, Delta::AddedToClosed];
    for pair in pairs() {
        let (there, back) = (
            of(&pair, "old.yaml", "new.yaml"),
            of(&pair, "new.yaml", "old.yaml"),
        );
        assert_ne!(back.bump(), Bump::None);
        for (one, other) in [(&there, &back), (&back, &there)] {
            let (came, gone) = (items(one, &CAME), items(other, &[Delta::Removed]));
            assert_eq!(came, gone, "{}", pair.display());
        }
        for delta in [
            Delta::Kind,
            Delta::Type,
            Delta::Contents,
            Delta::ArgumentCount,
        ] {
            let (one, other) = (items(&there, &[delta]), items(&back, &[delta]));
            assert_eq!(one, other, "{delta:?} in {}", pair.display());
        }
    }
}

#[test]
fn a_document_is_no_change_of_itself() {
    for pair in pairs() {
        for document in ["old.yaml", "new.yaml"] {
            let diff = of(&pair, document, document);
            assert_eq!((diff.changes.len(), diff.bump()), (0, Bump::None));
            assert_eq!(diff.terminal(false), "no change\n");
        }
    }
}

/// Where documents differ in what nobody sees but in words.
#[test]
fn words_are_a_patch() {
    let folder = std::env::temp_dir().join(format!("seamstress-diff-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let document = |summary: &str| {
        format!(
            "openapi: 3.0.3\ninfo: {{title: Pets, version: '1'}}\npaths:\n  /pets:\n    get: {{summary: \
             {summary}, responses: {{'200': {{description: Done}}}}}}\n"
        )
    };
    fs::write(folder.join("old.yaml"), document("All pets")).unwrap();
    fs::write(folder.join("new.yaml"), document("Every pet")).unwrap();
    let diff = of(&folder, "old.yaml", "new.yaml");
    fs::remove_dir_all(&folder).unwrap();
    assert_eq!((diff.changes.len(), diff.bump()), (0, Bump::Patch));
    assert_eq!(diff.summary(), "patch: no change but of the documentation");
}

#[test]
fn the_documentation_has_the_rules() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/changes.md");
    let text = fs::read_to_string(path).unwrap();
    for side in [RuleSide::Wire, RuleSide::Source] {
        let table = table(side);
        assert!(
            text.contains(&table),
            "docs/changes.md lacks this table:\n{table}"
        );
    }
}

/// What breaks a program asks for a major version, and is named as the reason.
#[test]
fn what_breaks_forces_the_version() {
    let diff = of(&folder().join("values"), "old.yaml", "new.yaml");
    assert_eq!(diff.bump(), Bump::Major);
    assert!(diff.forcing().count() > 0);
    assert!(
        diff.forcing()
            .all(|change| change.source.verdict == Verdict::Breaking)
    );
}

#[test]
fn reports_have_every_change() {
    let diff = of(&folder().join("variants"), "old.yaml", "new.yaml");
    let json: serde_json::Value = serde_json::from_str(&diff.json()).unwrap();
    assert_eq!(
        json["changes"].as_array().unwrap().len(),
        diff.changes.len()
    );
    assert_eq!(json["bump"], "major");
    let markdown = diff.markdown();
    for change in &diff.changes {
        assert!(markdown.contains(change.rust().unwrap()), "{change:?}");
    }
}

/// An entry of a changelog says of every change what happened, and names the first of those to
/// which the same did.
#[test]
fn changelogs_are_short_and_have_every_change() {
    let diff = of(&folder().join("values"), "old.yaml", "new.yaml");
    let entry = diff.changelog();
    assert!(entry.starts_with("### Breaking\n\n"), "{entry}");
    assert!(entry.contains("\n### Added\n\n- **"), "{entry}");
    let what = |id: &str| RULES.iter().find(|rule| rule.id == id).unwrap().what;
    for change in &diff.changes {
        let told = [what(change.wire.rule), what(change.source.rule)];
        assert!(told.iter().any(|what| entry.contains(what)), "{change:?}");
    }
    let lines: Vec<&str> = entry
        .lines()
        .filter(|line| line.starts_with("- "))
        .collect();
    let counted = lines.iter().map(|line| {
        let (_, paths) = line.rsplit_once(": ").unwrap();
        let (named, more) = paths.split_once(", and ").unwrap_or((paths, "0 more"));
        let named = named.split(", ").count();
        assert!(named <= 3, "{line}");
        named
            + more
                .strip_suffix(" more")
                .unwrap()
                .parse::<usize>()
                .unwrap()
    });
    assert_eq!(counted.sum::<usize>(), diff.changes.len(), "{entry}");
    assert!(lines.len() < diff.changes.len(), "{entry}");
    let nothing = of(&folder().join("values"), "old.yaml", "old.yaml");
    assert_eq!(nothing.changelog(), "");
}
