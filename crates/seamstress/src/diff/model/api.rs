//! What is different about an API as a whole.

use super::super::change::{Kind, Part, Place};
use super::super::rules::{ADDRESS, CREDENTIAL_ADDED, CREDENTIAL_CHANGED, CREDENTIAL_REMOVED};
use super::Walk;
use super::draft::Draft;
use crate::api::{Api, Credential};

impl Walk<'_> {
    pub(super) fn api_level(&mut self) {
        let (old, new) = (&self.old.api.base_url, &self.new.api.base_url);
        if old != new {
            let words = |url: &Option<String>| Place {
                words: url.clone(),
                ..Place::default()
            };
            let shown = |url: &Option<String>| {
                url.as_ref()
                    .map_or_else(|| "none".to_owned(), |url| format!("`{url}`"))
            };
            let message = format!("the address is {} instead of {}", shown(new), shown(old));
            let draft = Draft::new(Part::Api, Kind::Changed, "address", message, &ADDRESS);
            self.drafts.push(draft.was(words(old)).is(words(new)));
        }
        self.credentials();
    }

    fn credentials(&mut self) {
        let (old, new) = (all(self.old.api), all(self.new.api));
        for credential in &old {
            let name = &credential.name;
            let now = new.iter().find(|known| known.name == *name);
            let (kind, message, rule) = match now {
                None => (
                    Kind::Removed,
                    format!("the credential `{name}` is gone"),
                    &CREDENTIAL_REMOVED,
                ),
                Some(now) if is_sent_otherwise(credential, now) => {
                    let message =
                        format!("the credential `{name}` is sent or obtained in another way");
                    (Kind::Changed, message, &CREDENTIAL_CHANGED)
                }
                Some(_) => continue,
            };
            let words = |one: &Credential| Place {
                words: Some(format!("{:?}", one.placement)),
                ..Place::default()
            };
            let mut draft = Draft::new(Part::Api, kind, name, message, rule).was(words(credential));
            draft.new = now.map(|now| words(now));
            self.drafts
                .push(draft.claiming(self.credential_claims(name)));
        }
        for credential in &new {
            let name = &credential.name;
            if !old.iter().any(|known| known.name == *name) {
                let message = format!("the credential `{name}` is new");
                let draft = Draft::new(Part::Api, Kind::Added, name, message, &CREDENTIAL_ADDED);
                self.drafts
                    .push(draft.claiming(self.credential_claims(name)));
            }
        }
    }

    /// The ways to make a client with a credential.
    fn credential_claims(&self, name: &str) -> Vec<String> {
        let clients = [&self.old.paths, &self.new.paths].map(|paths| paths.client());
        let methods = [
            "new".to_owned(),
            format!("from_{name}"),
            "from_env".to_owned(),
        ];
        let of_client = clients.iter().flat_map(|client| {
            methods
                .iter()
                .map(move |method| format!("{client}::{method}()"))
        });
        let builders = clients.iter().flat_map(|client| {
            [
                format!("{client}Builder::{name}()"),
                format!("{client}Builder::from_env()"),
            ]
        });
        of_client.chain(builders).collect()
    }
}

/// The credentials of the client, and of those for some operations only. Each name once.
fn all(api: &Api) -> Vec<&Credential> {
    let restricted = api.restricted.iter().flat_map(|client| &client.credentials);
    let mut all: Vec<&Credential> = Vec::new();
    for credential in api.credentials.iter().chain(restricted) {
        if !all.iter().any(|known| known.name == credential.name) {
            all.push(credential);
        }
    }
    all
}

fn is_sent_otherwise(old: &Credential, new: &Credential) -> bool {
    (&old.placement, &old.grant, &old.prefix, &old.companion)
        != (&new.placement, &new.grant, &new.prefix, &new.companion)
}
