//! The names of types: of components their own, of inline types where they stand.
//!
//! An inline type is named after its owner and the member that holds it, in the singular inside
//! lists: `errors` of `access_code` → `AccessCodeError`. Where several places share a type, the
//! words that all these names have in common are its name, else the shortest of them. A name
//! that is taken gets more of the path. A title of the document's own goes before all that, where it
//! is a name, and that of one type only. No hash and no ordinal ever appears. What a lock file
//! knows keeps its name ([`claims`]), and what it held is given to nothing else.

mod claims;
mod headers;
mod inline;
mod locked;
mod naming;
mod pins;
mod places;
pub(super) mod things;
mod ways;
mod words;

use std::collections::{BTreeMap, HashMap};

use proc_macro2::Ident;

use super::failures::alike;
use super::ident;
use crate::api::{Api, Operation, OperationId, Returns, TypeId};
use crate::document::Pointer;
pub(super) use headers::HeaderNames;
use naming::Naming;
pub(super) use pins::Pins;
use ways::name_of_way;

/// The Rust names of all types of an API: those of the document, and those that stand for ids,
/// resources and requests. All are different, since programs use them side by side.
pub(super) struct Names {
    types: Vec<Ident>,
    kinds: BTreeMap<TypeId, Ident>,
    ids: BTreeMap<String, Ident>,
    /// By the steps to them.
    resources: BTreeMap<Vec<String>, Ident>,
    /// By the numbers of operations, as all that follows.
    requests: Vec<Ident>,
    /// Of what operations give by the status of the answer.
    answers: HashMap<OperationId, Ident>,
    /// Of what calls go by where they have to be given one of several things.
    selectors: HashMap<OperationId, Ident>,
    /// Of what the failures of operations are read as, where they are of several types.
    failures: HashMap<OperationId, Ident>,
}

impl Names {
    /// Names all types of `api`; `renames` overrule by the pointer of the definition.
    /// Resources stand beside the type `client`. What is pinned keeps its name.
    pub(super) fn new(
        api: &Api,
        client: &str,
        renames: &dyn Fn(&Pointer) -> Option<String>,
        pins: &Pins,
    ) -> Self {
        let mut naming = Naming::new(api, pins);
        let failures = alike(api);
        naming.renamed(renames);
        naming.claim(&failures);
        naming.components();
        let ids = naming.ids();
        let resources = naming.resources(client);
        let requests = naming.requests();
        let gives_one = |operation: &Operation| matches!(operation.returns, Returns::OneOf(_));
        let answers = naming.beside(&requests, gives_one, "answer", ["Answer", "Outcome"]);
        let has_choice = |operation: &Operation| operation.selector.is_some();
        let selectors = naming.beside(&requests, has_choice, "selector", ["By", "Selector"]);
        naming.titles();
        naming.inline();
        let failures = naming.failures(&failures, client);
        let types = naming.names.into_iter().map(Option::unwrap_or_default);
        let kinds = naming.kinds.into_iter();
        Self {
            types: types.map(|name| ident::ident(&name)).collect(),
            kinds: kinds.map(|(id, name)| (id, ident::ident(&name))).collect(),
            ids,
            resources,
            requests,
            answers,
            selectors,
            failures,
        }
    }

    /// The name of a type.
    pub(super) fn of(&self, id: TypeId) -> &Ident {
        &self.types[id.0]
    }

    /// The name of an id type: `device_id` → `DeviceId`.
    pub(super) fn id(&self, name: &str) -> Ident {
        let known = self.ids.get(name).cloned();
        known.unwrap_or_else(|| ident::ident(&ident::type_name(&ident::pascal(name))))
    }

    /// The name of the struct of a resource: the way to it, as one word.
    pub(super) fn resource(&self, path: &[String]) -> Ident {
        let known = self.resources.get(path).cloned();
        known.unwrap_or_else(|| ident::ident(&name_of_way(path)))
    }

    /// The name of the struct of a request: the way to it, as one word.
    pub(super) fn request(&self, operation: &Operation) -> &Ident {
        &self.requests[operation.id.0]
    }

    /// The name of the enum of what an operation gives by the status of the answer.
    pub(super) fn answer(&self, operation: &Operation) -> Ident {
        let known = self.answers.get(&operation.id).cloned();
        known.unwrap_or_else(|| quote::format_ident!("{}Answer", self.request(operation)))
    }

    /// The name of what a call goes by where it has to be given one of several things.
    pub(super) fn selector(&self, operation: &Operation) -> Ident {
        let known = self.selectors.get(&operation.id).cloned();
        known.unwrap_or_else(|| quote::format_ident!("{}By", self.request(operation)))
    }

    /// The name of what the failures of an operation are read as, where they are of several types.
    pub(super) fn failure(&self, operation: &Operation) -> Option<&Ident> {
        self.failures.get(&operation.id)
    }

    /// The name of the enum of an object's cases.
    pub(super) fn kind(&self, id: TypeId) -> Ident {
        let name = self.kinds.get(&id).cloned();
        name.unwrap_or_else(|| quote::format_ident!("{}Kind", self.of(id)))
    }
}
