//! The fields of an object.

use std::collections::BTreeMap;

use proc_macro2::Ident;

use super::Scopes;
use crate::api::Object;
use crate::rust::ident;
use crate::rust::names::{Pins, things};
use crate::rust::parts::{Part, Parts};

/// The fields of an object, those of its cases among them.
pub(super) struct Fields {
    pub(super) members: BTreeMap<String, Ident>,
    pub(super) kind: Ident,
    pub(super) rest: Ident,
}

impl Scopes {
    /// The fields of the type that is called `scope`.
    pub(super) fn fields(
        &mut self,
        object: &Object,
        scope: &str,
        pins: &Pins,
        parts: &Parts<'_>,
    ) -> Fields {
        let cases = object.cases.iter().flat_map(|cases| &cases.cases);
        let mut members: Vec<&str> = Vec::new();
        let own = object.members.iter();
        for member in own.chain(cases.flat_map(|case| &case.members)) {
            if !members.contains(&member.name.as_str()) {
                members.push(&member.name);
            }
        }
        let suffix = object.cases.as_ref().map(things::suffix);
        let kind = suffix.map(str::to_ascii_lowercase);
        let reserved = parts.reserved(scope, '.');
        let mut taken = vec!["extra"];
        // A member that comes later does not take the name of the field of cases.
        if let (Some(suffix), Some(kind)) = (suffix, &kind)
            && pins.of(&things::cases(scope, suffix)).is_some()
            && !reserved.has(kind)
        {
            taken.push(kind);
        }
        let pinned = |at: usize| {
            let name = parts.in_scope(scope, &format!(".{}", members.get(at)?), true)?;
            Some(name.to_owned())
        };
        let is_reserved = |name: &str| reserved.has(name);
        let mut names = ident::beside(&members, &taken, &pinned, &is_reserved);
        let part = |(text, name): (&&str, &String)| Part {
            scope: scope.to_owned(),
            key: format!(".{text}"),
            name: name.clone(),
            alone: ident::alone(text, &["extra"]),
            is_evident: name == text,
            is_general: true,
            is_contested: kind.as_ref() == Some(name) || reserved.has(name),
        };
        let remembered = parts.to_remember(members.iter().zip(&names).map(part));
        self.parts.extend(remembered);
        let mut own = |name: &str| {
            let mut name = name.to_owned();
            while names.contains(&name) {
                name.push('_');
            }
            names.push(name.clone());
            ident::ident(&name)
        };
        let (kind, rest) = (own(kind.as_deref().unwrap_or("kind")), own("additional"));
        let members = members.into_iter().map(str::to_owned);
        let names = names.iter().map(|name| ident::unlike_keywords(name));
        Fields {
            members: members.zip(names).collect(),
            kind,
            rest,
        }
    }
}
