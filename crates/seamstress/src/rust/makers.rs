//! Makers: the functions that a value with cases is made with, a constructor per case, and the
//! setters of what only some cases have.
//!
//! Constructors give way to setters, but not to those that come later: what a lock file holds keeps
//! its name, and a new setter is `set_cat` then.

use std::collections::BTreeSet;

use proc_macro2::Ident;
use quote::format_ident;

use super::case_setters::{OfCases, of_cases};
use super::ident;
use super::parts::{Part, Parts};
use crate::api::{Cases, Object};

/// Methods of derived traits: no method of our own may stand in front of them.
pub(super) const DERIVED: &[&str] = &["clone", "default", "eq", "fmt", "ne"];

/// The names of these functions of a type.
#[derive(Default)]
pub(super) struct Makers {
    /// By the order of cases.
    pub(super) constructors: Vec<Ident>,
    /// In the order of [`of_cases`].
    pub(super) case_setters: Vec<Ident>,
    /// Names that constructors have or had.
    taken: BTreeSet<String>,
}

impl Makers {
    /// Those of `object`, a type that is called `scope`, and what is to be remembered of them.
    /// A `field` has the name that it gives.
    pub(super) fn new(
        object: &Object,
        cases: &Cases,
        scope: &str,
        field: &dyn Fn(&str) -> Ident,
        parts: &Parts<'_>,
    ) -> (Self, Vec<Part>) {
        let reserved = parts.reserved(scope, '(');
        let mut makers = Self {
            taken: reserved.names().map(str::to_owned).collect(),
            ..Self::default()
        };
        let members = object.members.iter();
        let setters: BTreeSet<Ident> = members
            .map(|member| makers.setter(field(&member.name)))
            .collect();
        let found = of_cases(cases, &[]);
        let pinned = |one: &OfCases<'_>| {
            let mut keys = case_setter_keys(one);
            let name = keys.find_map(|key| parts.in_scope(scope, &key, false))?;
            Some(ident::unlike_keywords(name))
        };
        makers.case_setters = makers.name_setters(&found, &setters, field, &pinned);
        makers.constructors = makers.name_constructors(cases, scope, setters, parts);
        let part = |key: String, name: &Ident| Part {
            scope: scope.to_owned(),
            key,
            name: name.to_string().trim_start_matches("r#").to_owned(),
            alone: String::new(),
            is_evident: false,
            is_general: false,
            is_contested: true,
        };
        let constructors = cases.cases.iter().zip(&makers.constructors);
        let constructors =
            constructors.map(|(case, name)| part(constructor_key(case.value.text()), name));
        let setters = found.iter().zip(&makers.case_setters);
        let setters =
            setters.flat_map(|(one, name)| case_setter_keys(one).map(|key| part(key, name)));
        let remembered = parts.to_remember(constructors.chain(setters));
        (makers, remembered)
    }

    /// The setter of a field: its name, unless a method has it.
    pub(super) fn setter(&self, field: Ident) -> Ident {
        let name = field.to_string();
        let is_taken = self.taken.contains(name.trim_start_matches("r#"));
        match is_taken || name == "new" || DERIVED.contains(&name.as_str()) {
            true => format_ident!("set_{field}"),
            false => field,
        }
    }

    /// The setters of members of cases: named as the member, with the case in front where the same
    /// name means something else in another case.
    fn name_setters(
        &self,
        found: &[OfCases<'_>],
        setters: &BTreeSet<Ident>,
        field: &dyn Fn(&str) -> Ident,
        pinned: &dyn Fn(&OfCases<'_>) -> Option<Ident>,
    ) -> Vec<Ident> {
        let mut used = setters.clone();
        let pinned: Vec<Option<Ident>> = found
            .iter()
            .map(|one| pinned(one).filter(|name| used.insert(name.clone())))
            .collect();
        let count = |name: &str| found.iter().filter(|one| one.member.name == name).count();
        let mut names = Vec::new();
        for (one, pinned) in found.iter().zip(pinned) {
            if let Some(pinned) = pinned {
                names.push(pinned);
                continue;
            }
            let mut name = self.setter(field(&one.member.name));
            if let (2.., Some(value)) = (count(&one.member.name), one.values.first()) {
                name = prefixed(value, &name);
            }
            while !used.insert(name.clone()) {
                name = prefixed("case", &name);
            }
            names.push(name);
        }
        names
    }

    /// The constructors, one per case, beside the setters.
    fn name_constructors(
        &self,
        cases: &Cases,
        scope: &str,
        setters: BTreeSet<Ident>,
        parts: &Parts<'_>,
    ) -> Vec<Ident> {
        let used = setters.iter().chain(&self.case_setters);
        let mut used: BTreeSet<String> = used.map(ToString::to_string).collect();
        used.extend(DERIVED.iter().map(|name| (*name).to_owned()));
        let values: Vec<&str> = cases.cases.iter().map(|case| case.value.text()).collect();
        let mut pinned = Vec::new();
        for value in &values {
            let name = parts.in_scope(scope, &constructor_key(value), false);
            let name = name.map(str::to_owned);
            let is_free = |name: &String| used.insert(ident::unlike_keywords(name).to_string());
            pinned.push(name.filter(is_free));
        }
        let pin = |at: usize| pinned.get(at).cloned().flatten();
        let is_taken = |name: &str| self.taken.contains(name);
        let names = ident::beside(&values, &[], &pin, &is_taken);
        let names = names.into_iter().zip(&pinned).map(|(mut name, pinned)| {
            while pinned.is_none() && !used.insert(ident::unlike_keywords(&name).to_string()) {
                name.insert_str(0, "new_");
            }
            ident::unlike_keywords(&name)
        });
        names.collect()
    }
}

fn constructor_key(value: &str) -> String {
    format!("({value})")
}

fn case_setter_keys<'k>(one: &'k OfCases<'_>) -> impl Iterator<Item = String> + 'k {
    let values = one.values.iter();
    values.map(|value| format!("[{value}].{}", one.member.name))
}

/// A name with a word in front.
fn prefixed(word: &str, name: &Ident) -> Ident {
    let name = name.to_string();
    ident::snake(&format!("{word}_{}", name.trim_start_matches("r#")))
}
