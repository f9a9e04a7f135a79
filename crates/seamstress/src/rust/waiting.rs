//! Waiting: how a long-running action is read again, and what its status means.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::{Emitter, docs, ident};
use crate::api::{Api, TypeId, TypeKind};
use crate::config::WaitingConfig;
use crate::output::File;

/// `src/waiting.rs`, where the configuration names actions that can be awaited.
pub(super) fn file(emitter: &Emitter<'_>) -> Option<File> {
    let waiting = emitter.config.waiting.as_ref()?;
    let id = emitter.waiting_type()?;
    let operation = emitter
        .api
        .operations
        .iter()
        .find(|operation| operation.path == waiting.poll)?;
    let name = emitter.names.of(id);
    let member = waiting.id.as_str();
    let (field, action) = (
        emitter.scopes.field(id, member),
        super::definitions::code(name.to_string().as_str()),
    );
    let docs = docs::ours(&format!("The request that reads an [`{action}`] again."));
    let poll = emitter.operation_static(operation, &ident::ident("POLL"));
    let progress = emitter.progress(id, waiting)?;
    let tokens = quote! {
        //! How long-running actions are awaited.

        use seamstress_runtime::{Body, Call, Client, Method, Operation, Progress, Waitable};
        use crate::types::*;

        #docs
        pub(crate) fn poll(client: &Client, action: &#name) -> Call {
            let mut call = Call::new(client, &POLL);
            call.set(#member, &action.#field);
            call
        }

        #progress
    };
    Some(emitter.source("src/waiting.rs", tokens, poll.trim_end_matches('\n')))
}

impl Emitter<'_> {
    /// The type of long-running actions, where the configuration names one that can be awaited.
    pub(super) fn waiting_type(&self) -> Option<TypeId> {
        let waiting = self.config.waiting.as_ref()?;
        let id = component(self.api, &waiting.schema)?;
        self.api
            .operations
            .iter()
            .find(|operation| operation.path == waiting.poll)?;
        self.progress(id, waiting).map(|_| id)
    }

    /// The features that need it.
    pub(super) fn waiting_condition(&self) -> Option<TokenStream> {
        let id = self.waiting_type()?;
        Some(self.features.condition(&self.features.of(id)))
    }

    /// The implementation of `Waitable`: what the status means.
    fn progress(&self, id: TypeId, waiting: &WaitingConfig) -> Option<TokenStream> {
        let TypeKind::Object(object) = &self.api.type_def(id).kind else {
            return None;
        };
        let name = self.names.of(id);
        let (pending, success, error) = (&waiting.pending, &waiting.success, &waiting.error);
        let cases = object
            .cases
            .as_ref()
            .filter(|cases| cases.tag == waiting.status);
        let (field, failed) = match cases {
            Some(cases) => {
                let field = self.scopes.kind(id);
                let kind = self.names.kind(id);
                let names = super::definitions::case_names(cases);
                let case = cases
                    .cases
                    .iter()
                    .zip(names)
                    .find(|(case, _)| case.value.text() == error);
                let failed = case.and_then(|(case, variant)| {
                    let member = case.members.first()?;
                    let (code, message) = self.failure(&member.ty)?;
                    let binding = self.scopes.field(id, &member.name);
                    Some(quote! {
                        if let #kind::#variant { #binding, .. } = &self.#field {
                            return Progress::Failed {
                                code: #binding.#code.as_str(),
                                message: #binding.#message.as_str(),
                            };
                        }
                    })
                });
                (field, failed)
            }
            None => {
                object
                    .members
                    .iter()
                    .find(|member| member.name == waiting.status && member.required)?;
                (self.scopes.field(id, &waiting.status), None)
            }
        };
        Some(quote! {
            impl Waitable for #name {
                fn progress(&self) -> Progress<'_> {
                    #failed
                    match self.#field.as_str() {
                        #pending => Progress::Pending,
                        #success => Progress::Done,
                        #error => Progress::Failed { code: #error, message: "" },
                        other => Progress::Unknown(other),
                    }
                }
            }
        })
    }

    /// The fields of an error object with its code and its message.
    fn failure(&self, ty: &crate::api::Type) -> Option<(Ident, Ident)> {
        let id = ty.named()?;
        let TypeKind::Object(object) = &self.api.type_def(id).kind else {
            return None;
        };
        let error = self.config.client.error.clone().unwrap_or_default();
        let field = |name: Option<String>, default: &str| {
            let name = name.unwrap_or_else(|| default.to_owned());
            let member = object.members.iter().find(|member| member.name == name)?;
            (member.required && !member.nullable).then(|| self.scopes.field(id, &name))
        };
        Some((field(error.kind, "type")?, field(error.message, "message")?))
    }
}

fn component(api: &Api, name: &str) -> Option<TypeId> {
    let at = api
        .types
        .iter()
        .position(|definition| definition.name.as_deref() == Some(name))?;
    Some(TypeId(at))
}
