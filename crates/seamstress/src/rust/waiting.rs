//! Waiting: how a long-running action is read again, and what its status means.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::{Emitter, docs, ident};
use crate::api::{Api, Location, Method, Operation, Type, TypeId, TypeKind};
use crate::config::WaitingConfig;
use crate::output::File;

/// `src/waiting.rs`, where the configuration names actions that can be awaited.
pub(super) fn file(emitter: &Emitter<'_>) -> Option<File> {
    let waiting = emitter.config.waiting.as_ref()?;
    let id = emitter.waiting_type()?;
    let operation = emitter.poll_operation(waiting)?;
    let name = emitter.names.of(id);
    let member = waiting.id.as_str();
    let (field, action) = (
        emitter.scopes.field(id, member),
        super::definitions::code(name.to_string().as_str()),
    );
    let docs = docs::ours(&format!("The request that reads the [`{action}`] again."));
    let poll = emitter.operation_static(operation, &ident::ident("POLL"));
    let progress = emitter.progress(id, waiting)?;
    let in_path = operation
        .parameters
        .iter()
        .any(|parameter| parameter.name == member && parameter.location == Location::Path);
    let call = match in_path {
        true => quote! { Call::new(client, &POLL).path(#member, &action.#field) },
        false => quote! {
            let mut call = Call::new(client, &POLL);
            call.identify(#member, &action.#field);
            call
        },
    };
    let accessors = emitter.success_accessors(id, waiting);
    let tokens = quote! {
        //! How long-running actions are awaited.

        use seamstress_runtime::{Body, Call, Client, Method, Operation, Progress, Waitable};
        use crate::types::*;

        #docs
        #[allow(dead_code, reason = "some features have the action, and nothing that starts one")]
        pub(crate) fn poll(client: &Client, action: &#name) -> Call {
            #call
        }

        #progress
        #accessors
    };
    Some(emitter.source("src/waiting.rs", tokens, poll.trim_end_matches('\n')))
}

impl Emitter<'_> {
    /// The type of long-running actions, where the configuration names one that can be awaited.
    pub(super) fn waiting_type(&self) -> Option<TypeId> {
        let waiting = self.config.waiting.as_ref()?;
        let id = component(self.api, &waiting.schema)?;
        self.poll_operation(waiting)?;
        self.progress(id, waiting).map(|_| id)
    }

    /// The operation that reads an action again: of several methods of its path, GET.
    fn poll_operation(&self, waiting: &WaitingConfig) -> Option<&Operation> {
        let operations = self.api.operations.iter();
        let there = operations.filter(|operation| operation.path == waiting.poll);
        there.min_by_key(|operation| operation.method != Method::Get)
    }

    /// The methods of the client that wait for an action that the caller has already.
    pub(super) fn wait_methods(&self) -> Option<TokenStream> {
        let id = self.waiting_type()?;
        let name = self.names.of(id);
        let condition = self.waiting_condition();
        let argument = ident::snake(&name.to_string());
        let action = super::definitions::code(name.to_string().as_str());
        let docs = docs::ours(&format!(
            "Waits for this [`{action}`](crate::types::{action}), which you have already: looks \
             at it, and as long as it is pending, reads it again."
        ));
        Some(quote! {
            #docs
            ///
            /// # Errors
            ///
            /// Those of reading it; where it failed, where it is still pending at the deadline,
            /// and where it has a status that is not known. Each carries it as it was seen last.
            #condition
            #[inline]
            pub fn wait(&self, #argument: crate::types::#name) -> seamstress_runtime::Sending<crate::types::#name> {
                self.wait_with(#argument, self.client.wait_options())
            }

            /// The same as [`wait`](Self::wait), as often and as long as `options` say.
            #condition
            #[inline]
            pub fn wait_with(
                &self,
                #argument: crate::types::#name,
                options: seamstress_runtime::WaitOptions,
            ) -> seamstress_runtime::Sending<crate::types::#name> {
                self.client.wait(#argument, crate::waiting::poll, options)
            }
        })
    }

    /// Accessors of what only an action that succeeded has, where its status decides on it.
    fn success_accessors(&self, id: TypeId, waiting: &WaitingConfig) -> Option<TokenStream> {
        let TypeKind::Object(object) = &self.api.type_def(id).kind else {
            return None;
        };
        let cases = object.cases.as_ref()?;
        let names = self.scopes.variants(id);
        let success = cases.cases.iter().zip(names).find(|(case, _)| {
            let status = case.value.text();
            waiting.success.iter().any(|known| known == status)
        });
        let (case, variant) = success?;
        let (name, kind, field) = (self.names.of(id), self.names.kind(id), self.scopes.kind(id));
        let accessors = case.members.iter().filter(|member| {
            member.required && !member.nullable && matches!(member.ty, Type::Named(_))
        });
        let accessors: Vec<TokenStream> = accessors
            .map(|member| {
                let (field_name, ty) = (
                    self.scopes.field(id, &member.name),
                    self.value_type(&member.ty),
                );
                let docs = docs::comment(&format!(
                    "The `{}` of one that succeeded, such as one that was waited for.",
                    super::definitions::code(&member.name)
                ));
                let value = match self.layout.is_boxed(id, &member.ty, false) {
                    true => quote! { &**#field_name },
                    false => quote! { #field_name },
                };
                quote! {
                    #docs
                    #[must_use]
                    pub fn #field_name(&self) -> Option<&#ty> {
                        match &self.#field {
                            #kind::#variant { #field_name, .. } => Some(#value),
                            _ => None,
                        }
                    }
                }
            })
            .collect();
        (!accessors.is_empty()).then(|| quote! { impl #name { #(#accessors)* } })
    }

    /// The features that need it.
    pub(super) fn waiting_condition(&self) -> Option<TokenStream> {
        let id = self.waiting_type()?;
        Some(self.features.condition(self.features.of(id)))
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
                let names = self.scopes.variants(id);
                let case = cases
                    .cases
                    .iter()
                    .zip(names)
                    .find(|(case, _)| error.iter().any(|known| known == case.value.text()));
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
                        #(#pending)|* => Progress::Pending,
                        #(#success)|* => Progress::Done,
                        #(#error => Progress::Failed { code: #error, message: "" },)*
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

pub(super) fn component(api: &Api, name: &str) -> Option<TypeId> {
    let at = api
        .types
        .iter()
        .position(|definition| definition.name.as_deref() == Some(name))?;
    Some(TypeId(at))
}
