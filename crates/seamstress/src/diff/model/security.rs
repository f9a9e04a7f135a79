//! Who may call an operation, and with what.

use std::collections::BTreeSet;

use super::super::change::{Kind, Part};
use super::super::rules::{
    ANONYMOUS_REFUSED, ANONYMOUS_TAKEN, CREDENTIAL_REFUSED, CREDENTIAL_TAKEN, Rule, SCHEMES_OTHER,
};
use super::draft::Draft;
use super::operations::method_place;
use super::{Walk, operation_name};
use crate::api::{Api, Operation};

impl Walk<'_> {
    /// What counts is which credentials of the client an operation takes, and not how the document
    /// calls the schemes, or which others it has.
    pub(super) fn security(&mut self, old: &Operation, new: &Operation) {
        let name = operation_name(new);
        let start = self.drafts.len();
        let (was, is) = (taken(self.old.api, old), taken(self.new.api, new));
        let mut push = |kind, message: String, rule: &'static Rule| {
            self.drafts
                .push(Draft::new(Part::Security, kind, &name, message, rule));
        };
        for credential in was.difference(&is).filter(|_| !is_open(new)) {
            push(
                Kind::Removed,
                format!("`{name}` no longer takes `{credential}`"),
                &CREDENTIAL_REFUSED,
            );
        }
        for credential in is.difference(&was).filter(|_| !is_open(old)) {
            push(
                Kind::Added,
                format!("`{name}` takes `{credential}`"),
                &CREDENTIAL_TAKEN,
            );
        }
        match (is_open(old), is_open(new)) {
            (true, false) => push(
                Kind::Removed,
                format!("`{name}` can no longer be called without a credential"),
                &ANONYMOUS_REFUSED,
            ),
            (false, true) => push(
                Kind::Added,
                format!("`{name}` can be called without a credential"),
                &ANONYMOUS_TAKEN,
            ),
            _ if was == is && is_open(old) == is_open(new) && schemes(old) != schemes(new) => {
                push(
                    Kind::Changed,
                    format!("`{name}` has other security schemes"),
                    &SCHEMES_OTHER,
                );
            }
            _ => {}
        }
        let (was, is) = (method_place(self.old, old), method_place(self.new, new));
        for draft in &mut self.drafts[start..] {
            (draft.old, draft.new) = (Some(was.clone()), Some(is.clone()));
            if draft.rule.id != SCHEMES_OTHER.id {
                // Clients for some credentials only have the operations that these can call.
                draft.claims.extend(
                    [self.old.paths.request(old), self.new.paths.request(new)]
                        .map(|one| format!("@request:{one}")),
                );
            }
        }
    }
}

fn is_open(operation: &Operation) -> bool {
    operation.anonymous || schemes(operation).is_empty()
}

fn schemes(operation: &Operation) -> BTreeSet<Vec<&str>> {
    let single = operation
        .security
        .iter()
        .map(|scheme| vec![scheme.as_str()]);
    let sets = operation.security_sets.iter();
    let sets = sets.map(|set| set.iter().map(String::as_str).collect());
    single.chain(sets).collect()
}

/// The credentials that an operation takes: those that suffice alone, and sets of them.
fn taken(api: &Api, operation: &Operation) -> BTreeSet<String> {
    let restricted = api.restricted.iter().flat_map(|client| &client.credentials);
    let all: Vec<_> = api.credentials.iter().chain(restricted).collect();
    let mut taken = BTreeSet::new();
    for set in schemes(operation) {
        let names = set.iter().map(|scheme| {
            let known = all
                .iter()
                .filter(|one| one.schemes.iter().any(|known| known == scheme));
            let names: BTreeSet<&str> = known.map(|one| one.name.as_str()).collect();
            names
        });
        let names: Vec<BTreeSet<&str>> = names.collect();
        match names.as_slice() {
            [one] => taken.extend(one.iter().map(|name| (*name).to_owned())),
            several if several.iter().all(|names| !names.is_empty()) => {
                let firsts = several.iter().filter_map(BTreeSet::first);
                taken.insert(firsts.copied().collect::<Vec<_>>().join(" with "));
            }
            _ => {}
        }
    }
    taken
}
