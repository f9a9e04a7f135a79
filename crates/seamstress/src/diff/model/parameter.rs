//! A parameter that both documents have.

use super::super::change::{Kind, Part, Ways};
use super::super::rules::{
    NAME_ONLY, PARAMETER_NO_NULL, PARAMETER_NULL, PARAMETER_OPTIONAL, PARAMETER_PLACE,
    PARAMETER_REQUIRED, PARAMETER_STYLE, Rule,
};
use super::draft::worst;
use super::operations::deprecation;
use super::parameters::{Both, name, parameter_claims};
use super::{Draft, Walk};
use crate::api::{Location, Parameter};

const SENT: Ways = Ways {
    sent: true,
    received: false,
};

impl Walk<'_> {
    /// What is different about a parameter, of which there are the places in the two lists.
    pub(super) fn parameter(&mut self, both: Both<'_>, one: usize, other: usize) {
        let (old, new) = (&both.old.parameters[one], &both.new.parameters[other]);
        let name = name(both.new, new);
        let start = self.drafts.len();
        let presences = presences((old.required, old.nullable), (new.required, new.nullable));
        let presences = presences.map(|(words, rule)| changed(&name, words, rule));
        self.drafts.extend(presences);
        if old.name != new.name {
            let message = format!(
                "`{{{}}}` in the path of `{name}` was `{{{}}}`",
                new.name, old.name
            );
            let rule = &NAME_ONLY;
            self.drafts.push(Draft::new(
                Part::Parameter,
                Kind::Changed,
                &name,
                message,
                rule,
            ));
        }
        if both.old.method == both.new.method {
            self.drafts.extend(writing(&name, old, new));
        }
        if let Some(rule) = self.fit(&old.ty, &new.ty, SENT) {
            let mut draft = changed(&name, "is of another type", rule);
            draft.old_types.extend(old.ty.named());
            draft.new_types.extend(new.ty.named());
            self.drafts.push(draft);
        }
        self.drafts.extend(deprecation(
            &name,
            old.docs.deprecated.as_deref(),
            new.docs.deprecated.as_deref(),
        ));
        let was = self.parameter_place(self.old, both.old, one);
        let is = self.parameter_place(self.new, both.new, other);
        let places = ((&old.pointer, was.clone()), (&new.pointer, is.clone()));
        self.facts(&name, places.0, places.1);
        let mut claims = parameter_claims(self.old, both.old, one);
        claims.extend(parameter_claims(self.new, both.new, other));
        for draft in &mut self.drafts[start..] {
            (draft.old, draft.new) = (Some(was.clone()), Some(is.clone()));
            if !matches!(draft.part, Part::Default | Part::Limit) {
                draft.claims.extend(claims.iter().cloned());
            }
        }
    }
}

/// A change of the parameter `name`, of which these words tell.
fn changed(name: &str, words: &str, rule: &'static Rule) -> Draft {
    let message = format!("`{name}` {words}");
    Draft::new(Part::Parameter, Kind::Changed, name, message, rule)
}

/// Where it is sent, and how it is written there.
fn writing(name: &str, old: &Parameter, new: &Parameter) -> Option<Draft> {
    let is_in_body = matches!(new.location, Location::Body | Location::Whole);
    if old.location != new.location {
        let (was, is) = (place_name(old), place_name(new));
        let words = format!("is given in {is} instead of {was}");
        return Some(changed(name, &words, &PARAMETER_PLACE));
    }
    let is_restyled = old.style != new.style && !is_in_body;
    is_restyled.then(|| changed(name, "is written in another style", &PARAMETER_STYLE))
}

fn place_name(parameter: &Parameter) -> &'static str {
    match parameter.location {
        Location::Path => "the path",
        Location::Query => "the query",
        Location::Header => "a header",
        Location::Cookie => "a cookie",
        Location::Body => "the body",
        Location::Whole => "the whole body",
    }
}

/// What it means for servers that the presence of something which is sent is another: whether it
/// is required, and whether it is nullable.
pub(super) fn presence(old: (bool, bool), new: (bool, bool)) -> Option<&'static Rule> {
    worst(presences(old, new).map(|(_, rule)| rule))
}

/// The same, each with words for it.
fn presences(
    old: (bool, bool),
    new: (bool, bool),
) -> impl Iterator<Item = (&'static str, &'static Rule)> {
    let required = match (old.0, new.0) {
        (false, true) => Some(("must be given", &PARAMETER_REQUIRED)),
        (true, false) => Some(("may be left out", &PARAMETER_OPTIONAL)),
        _ => None,
    };
    let nullable = match (old.1, new.1) {
        (true, false) => Some(("may no longer be null", &PARAMETER_NO_NULL)),
        (false, true) => Some(("may be null", &PARAMETER_NULL)),
        _ => None,
    };
    required.into_iter().chain(nullable)
}
