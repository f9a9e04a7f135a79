//! Choices: what a call has to give one of.
//!
//! A running client sends what its own document let it send: one of the old choices, or, where
//! there were none, what was required. Each of these has to make one of the new choices.

use std::collections::BTreeSet;

use super::super::change::{Kind, Part};
use super::super::rules::{
    CHOICE_ADDED, CHOICE_ASKED, CHOICE_CLOSED, CHOICE_DROPPED, CHOICE_REMOVED, CHOICE_SURE, Rule,
};
use super::operations::method_place;
use super::{Draft, Side, Walk, operation_name};
use crate::api::{Location, Operation, Selector};

impl Walk<'_> {
    /// What is different about the choices of an operation.
    pub(super) fn choices(&mut self, old: &Operation, new: &Operation) {
        match (&old.selector, &new.selector) {
            (None, None) => {}
            (None, Some(selector)) => {
                let always = required(old);
                let is_made = choices(selector).iter().any(|one| one.is_subset(&always));
                let rule = if is_made { &CHOICE_SURE } else { &CHOICE_ASKED };
                let words = format!("must be given {}", words(selector));
                self.choice((old, new), Kind::Added, &words, rule);
            }
            (Some(_), None) => {
                let words = "need not be given one of several things any more";
                self.choice((old, new), Kind::Removed, words, &CHOICE_DROPPED);
            }
            (Some(one), Some(other)) => self.other_choices((old, one), (new, other)),
        }
    }

    fn other_choices(&mut self, old: (&Operation, &Selector), new: (&Operation, &Selector)) {
        let both = (old.0, new.0);
        let (was, is) = (choices(old.1), choices(new.1));
        let always = required(old.0);
        for one in &was {
            let sent: BTreeSet<&str> = one.union(&always).copied().collect();
            if !is.iter().any(|other| other.is_subset(&sent)) {
                let words = format!("can no longer be given {}", together(one));
                self.choice(both, Kind::Removed, &words, &CHOICE_REMOVED);
            }
        }
        for other in is.iter().filter(|other| !was.contains(other)) {
            let words = format!("can be given {}", together(other));
            self.choice(both, Kind::Added, &words, &CHOICE_ADDED);
        }
        if old.1.is_open && !new.1.is_open {
            let words = "can no longer be given several of its choices at once";
            self.choice(both, Kind::Changed, words, &CHOICE_CLOSED);
        }
    }

    fn choice(
        &mut self,
        (old, new): (&Operation, &Operation),
        kind: Kind,
        words: &str,
        rule: &'static Rule,
    ) {
        let name = operation_name(new);
        let draft = Draft::new(
            Part::Parameter,
            kind,
            &name,
            format!("`{name}` {words}"),
            rule,
        )
        .was(method_place(self.old, old))
        .is(method_place(self.new, new))
        .claiming(claims(self.old, old, new))
        .claiming(claims(self.new, new, old));
        self.drafts.push(draft);
    }
}

/// What is in the crate because of the choices of an operation: the type, what makes a value of
/// it, and the argument. What is chosen on one side only is given by a setter on the other.
fn claims(side: &Side<'_>, here: &Operation, there: &Operation) -> Vec<String> {
    let request = side.paths.request(here);
    let selectors = [&here.selector, &there.selector].into_iter().flatten();
    let chosen: Vec<&Selector> = selectors.collect();
    let setters = side.paths.setters(here).into_iter().zip(&here.parameters);
    let is_chosen = |name: &str| chosen.iter().any(|selector| selector.has(name));
    let setters = setters.filter(|(_, one)| one.location == Location::Body && is_chosen(&one.name));
    let mut claims = side.paths.selector(here);
    claims.extend(setters.map(|(setter, _)| format!("{request}::{setter}()")));
    claims.push(format!("@request:{request}"));
    claims
}

fn choices(selector: &Selector) -> Vec<BTreeSet<&str>> {
    let members = selector.choices.iter().map(|choice| &choice.members);
    members
        .map(|members| members.iter().map(String::as_str).collect())
        .collect()
}

/// What every call gives, wherever: with another method, what was in the query is in the body.
fn required(operation: &Operation) -> BTreeSet<&str> {
    let parameters = operation.parameters.iter();
    parameters
        .filter(|one| one.required)
        .map(|one| one.name.as_str())
        .collect()
}

fn words(selector: &Selector) -> String {
    let all: Vec<String> = choices(selector).iter().map(together).collect();
    all.join(", or ")
}

fn together(choice: &BTreeSet<&str>) -> String {
    let names: Vec<String> = choice.iter().map(|name| format!("`{name}`")).collect();
    names.join(" with ")
}
