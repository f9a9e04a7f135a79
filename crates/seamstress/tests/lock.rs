//! Names stay what they are: what a document gains or loses renames nothing else, whatever it is.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "the helpers of a test fail as a test does"
)]

mod golden_support;
mod lock_support;

use golden_support::{golden, root};
use lock_support::{Named, Rng, generate, removable, tree, without};
use seamstress::config::Config;
use seamstress::lock::Lock;
use serde_json::Value;

/// How many subsets of each document are tried.
const SUBSETS: u64 = 3;

#[test]
fn the_lock_of_a_run_changes_nothing_the_next_time() {
    for document in golden() {
        let tree = tree(&document.text);
        let config = golden_support::config(document.name(), &document.settings);
        let first = generate(&tree, &config, Lock::default()).unwrap();
        let again = generate(&tree, &config, first.lock.clone()).unwrap();
        assert!(first.files == again.files, "{}", document.name());
        assert_eq!(
            first.lock.to_string(),
            again.lock.to_string(),
            "{}",
            document.name()
        );
    }
}

#[test]
fn what_comes_or_goes_renames_nothing_else() {
    let mut random = Rng(7);
    let mut compared = 0;
    for document in golden() {
        let config = golden_support::config(document.name(), &document.settings);
        let whole = tree(&document.text);
        for round in 0..SUBSETS {
            let name = format!("{} {round}", document.name());
            compared += check(&name, &whole, &config, &mut random, round);
        }
    }
    assert!(compared > 5_000, "{compared} names were compared");
}

/// The same of a real document.
#[test]
fn a_large_document_keeps_its_names() {
    let config = Config::load(root().join("spec/seamstress.toml")).unwrap();
    let document = &config.document;
    let (whole, _) =
        seamstress::document::Document::load(&document.path, &document.overlays).unwrap();
    let mut random = Rng(11);
    let compared = check("seam", whole.root(), &config, &mut random, 1);
    assert!(compared > 500, "{compared} names were compared");
}

/// Takes something away and adds it again, and the other way round.
fn check(name: &str, whole: &Value, config: &Config, random: &mut Rng, round: u64) -> usize {
    let share = [3, 10, 40][usize::try_from(round).unwrap() % 3];
    let mut removed = removable(whole);
    removed.retain(|_| random.below(100) < share);
    let part = without(whole, &removed);
    let fresh = |document: &Value| generate(document, config, Lock::default());
    let (Some(small), Some(large)) = (fresh(&part), fresh(whole)) else {
        return 0;
    };
    let after =
        |document: &Value, named: &Named| generate(document, config, named.lock.clone()).unwrap();
    let grown = after(whole, &small);
    let shrunk = after(&part, &large);
    let back = after(whole, &shrunk);
    let what = format!("of {name}: {removed:?}");
    same(&format!("this came {what}"), &small, &grown)
        + same(&format!("this went {what}"), &large, &shrunk)
        + same(&format!("this came back {what}"), &shrunk, &back)
        + same_after(&format!("this was away {what}"), &large, &shrunk, &back)
}

/// What both crates have is called alike in both. Gives the number of names.
#[track_caller]
fn same(context: &str, old: &Named, new: &Named) -> usize {
    same_after(context, old, old, new)
}

/// The same where there was another crate `between` both.
#[track_caller]
fn same_after(context: &str, old: &Named, between: &Named, new: &Named) -> usize {
    let (was, between, is) = (old.things(), between.things(), new.things());
    let mut compared = 0;
    for (thing, name) in &was {
        let Some(now) = is.get(thing) else { continue };
        compared += 1;
        if now == name {
            continue;
        }
        // A type that became two has one name for each, and of two that became one, one has gone.
        let known = || was.iter().chain(&between);
        let keeps = |name: &String| known().any(|(t, n)| n == name && is.get(t) == Some(name));
        assert!(
            keeps(name) || keeps(now),
            "`{thing}` was {name}, and is {now}, where {context}"
        );
    }
    let words = new.words();
    for name in new.lock_names() {
        assert!(
            words.contains(name.as_str()),
            "there is no {name}, where {context}"
        );
    }
    compared
}
