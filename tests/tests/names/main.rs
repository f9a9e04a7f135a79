//! The public names of the emitted crate: what a person would have called things. And that each
//! public item says what it is.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

mod items;
mod words;

use items::PublicNames;
use words::Words;

#[test]
fn no_name_is_made_up() {
    let words = Words::read();
    let names = PublicNames::of_the_crate();
    assert!(
        names.all.len() > 2000,
        "{} names are too few",
        names.all.len()
    );
    let faults: Vec<String> = names
        .all
        .iter()
        .filter_map(|name| Some(format!("{name}: {}", words.fault(name)?)))
        .collect();
    assert!(
        faults.is_empty(),
        "{} of {}: {faults:#?}",
        faults.len(),
        names.all.len()
    );
}

/// Fields and setters say what the document says of them, which for some is nothing: their name
/// and type have to do. Everything else is documented in any case.
#[test]
fn every_public_item_is_documented() {
    let names = PublicNames::of_the_crate();
    let may_be_silent = |what: &str| what.starts_with("field of") || what == "setter";
    let faults = names
        .undocumented
        .iter()
        .filter(|(what, _)| !may_be_silent(what));
    let faults: Vec<_> = faults.collect();
    assert!(faults.is_empty(), "{faults:#?}");
}
