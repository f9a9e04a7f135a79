//! Who calls in a test: the first client with credentials that suffice for an operation.

use crate::api::{Credential, Operation, RestrictedClient, SampleCaller};

/// The clients of an API, the main one first.
pub(super) struct Callers<'a> {
    pub(super) credentials: &'a [Credential],
    pub(super) restricted: &'a [RestrictedClient],
}

impl Callers<'_> {
    /// Who can call an operation; nothing where no credentials suffice.
    pub(super) fn of(&self, operation: &Operation) -> Option<SampleCaller> {
        let needs_none = operation.security.is_empty() && operation.security_sets.is_empty();
        if operation.anonymous || needs_none {
            return Some(SampleCaller::default());
        }
        let single = operation.security.iter().map(|scheme| vec![scheme.clone()]);
        let sets: Vec<Vec<String>> = single.chain(operation.security_sets.clone()).collect();
        let restricted = self.restricted.iter().map(|client| &*client.credentials);
        let clients: Vec<_> = std::iter::once(self.credentials)
            .chain(restricted)
            .collect();
        // Tokens are obtained only where nothing else will do: that takes a call of its own.
        [false, true].into_iter().find_map(|with_grants| {
            let mut clients = clients.iter().enumerate();
            clients.find_map(|(at, credentials)| {
                let suffices = |set: &Vec<String>| sufficing(credentials, set, with_grants);
                Some(SampleCaller {
                    restricted: at.checked_sub(1),
                    credentials: sets.iter().find_map(suffices)?,
                })
            })
        })
    }
}

/// The places of credentials for each scheme of `set`, each once; nothing where one is missing.
fn sufficing(credentials: &[Credential], set: &[String], with_grants: bool) -> Option<Vec<usize>> {
    let mut chosen: Vec<usize> = Vec::new();
    for scheme in set {
        let suits = |credential: &Credential| {
            let is_given = credential.grant.as_ref();
            let is_given = is_given.is_none_or(|grant| with_grants && is_address(&grant.token_url));
            is_given && credential.schemes.contains(scheme)
        };
        let known = |at: &usize| credentials.get(*at).is_some_and(suits);
        if !chosen.iter().any(known) {
            chosen.push(credentials.iter().position(suits)?);
        }
    }
    let has_grant = |at: &&usize| credentials.get(**at).is_some_and(|one| one.grant.is_some());
    // Of two tokens only one could be sent.
    (chosen.iter().filter(has_grant).count() <= 1).then_some(chosen)
}

/// Whether tokens can be asked for at an address: a whole one, or a path of the API's own server.
fn is_address(url: &str) -> bool {
    let rest = url.strip_prefix("https://").or(url.strip_prefix("http://"));
    let is_whole = rest.is_some_and(|rest| !rest.is_empty() && !rest.contains('@'));
    let is_path = url.starts_with('/') && !url.starts_with("//");
    let is_plain = url
        .chars()
        .all(|c| c.is_ascii_graphic() && !"#{}<>\"\\^`|".contains(c));
    is_plain && (is_whole || is_path)
}
