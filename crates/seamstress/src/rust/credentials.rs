//! Credentials: what the runtime is told of them, and how callers give them.

use std::collections::BTreeSet;

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::{Emitter, docs, ident};
use crate::api::{Companion, Credential, Exchange, Placement};

/// Methods that every builder has, so that no credential may be called so.
const TAKEN: &[&str] = &[
    "base_url",
    "build",
    "clock",
    "clone",
    "from_env",
    "header",
    "hook",
    "http_client",
    "max_response_bytes",
    "new",
    "retry",
    "retry_budget",
    "strict",
    "timeout",
    "transport",
    "wait_options",
];

/// The method of the builder that takes a credential.
pub(super) fn method(credential: &Credential) -> Ident {
    let name = ident::snake(&credential.name);
    match TAKEN.contains(&name.to_string().as_str()) {
        true => format_ident!("{name}_credential"),
        false => name,
    }
}

/// The static that describes it.
fn constant(credential: &Credential, prefix: &str) -> Ident {
    let name = method(credential).to_string();
    let name = name.trim_start_matches("r#");
    ident::ident(&format!("{prefix}{}", name.to_uppercase()))
}

/// What a caller has to pass for a credential.
struct Arguments {
    names: Vec<Ident>,
    list: TokenStream,
}

fn arguments(credential: &Credential) -> Arguments {
    let companion = credential.companion.iter();
    let companion = companion.map(|companion| ident::snake(&companion.name));
    let names: Vec<Ident> = std::iter::once(ident::snake(&credential.name))
        .chain(companion)
        .collect();
    let list = quote! { #(#names: impl Into<String>),* };
    Arguments { names, list }
}

/// What a caller is told of a credential.
fn text(credential: &Credential) -> String {
    let given = credential.docs.as_deref().map(str::trim);
    let text = given.filter(|text| !text.is_empty());
    let text = text.map_or_else(
        || match &credential.placement {
            Placement::Bearer => "The credential, sent as a bearer token.".to_owned(),
            Placement::Header(name) => format!("The credential, sent in the header `{name}`."),
        },
        str::to_owned,
    );
    match &credential.companion {
        Some(companion) => {
            let name = super::definitions::code(&companion.name);
            format!("{text} It goes with `{name}`.")
        }
        None => text,
    }
}

/// The methods of a builder that take credentials. The names of their statics begin with
/// `prefix`.
pub(super) fn setters(credentials: &[Credential], prefix: &str) -> TokenStream {
    let setters = credentials.iter().map(|credential| {
        let (method, constant) = (method(credential), constant(credential, prefix));
        let docs = docs::comment(&text(credential));
        let Arguments { names, list } = arguments(credential);
        let secret = &names[0];
        let companion = credential.companion.as_ref().map(|companion| {
            let (name, variable) = (&companion.name, &names[1]);
            quote! { .companion(#name, #variable) }
        });
        quote! {
            #docs
            pub fn #method(mut self, #list) -> Self {
                self.inner = self.inner.secret(&#constant, #secret) #companion;
                self
            }
        }
    });
    quote! { #(#setters)* }
}

/// The constructors of a client: one per credential. Those of an exchange are its own.
pub(super) fn constructors(
    credentials: &[Credential],
    builder: &Ident,
    exchanges: &[Exchange],
) -> TokenStream {
    let exchanged: BTreeSet<usize> = exchanges.iter().map(|exchange| exchange.from).collect();
    let named = credentials.iter().enumerate();
    let named = named.filter(|(at, _)| !exchanged.contains(at));
    let constructors = named.map(|(at, credential)| {
        let method = method(credential);
        let name = match at {
            0 => format_ident!("new"),
            _ => format_ident!("from_{}", method.to_string().trim_start_matches("r#")),
        };
        let docs = docs::comment(&format!(
            "A client with this `{}`, and defaults for the rest.\n\n{}",
            super::definitions::code(&credential.name),
            text(credential)
        ));
        let Arguments { names, list } = arguments(credential);
        quote! {
            #docs
            ///
            /// # Errors
            ///
            /// Where the credential is of another kind or cannot be sent, or TLS cannot be set up.
            pub fn #name(#list) -> Result<Self, Error> {
                #builder::new().#method(#(#names),*).build()
            }
        }
    });
    quote! { #(#constructors)* }
}

impl Emitter<'_> {
    /// The constructor of the client and the method of the builder that obtain a credential.
    pub(super) fn exchanges(&self, client: &Ident, builder: &Ident) -> (TokenStream, TokenStream) {
        let mut constructors = TokenStream::new();
        let mut methods = TokenStream::new();
        for exchange in &self.api.exchanges {
            let from = &self.api.credentials[exchange.from];
            let to = &self.api.credentials[exchange.to];
            let place = method(from).to_string();
            let place = place.trim_start_matches("r#");
            let (constructor, build) = (
                format_ident!("from_{place}"),
                format_ident!("build_from_{place}"),
            );
            let constant = exchange_constant(from);
            let secret = ident::snake(&from.name);
            let names: Vec<Ident> = exchange.arguments.iter().map(|a| ident::snake(a)).collect();
            let arguments = &exchange.arguments;
            let own = exchange.docs.clone().unwrap_or_else(|| {
                let (from, to) = (
                    super::definitions::code(&from.name),
                    super::definitions::code(&to.name),
                );
                format!("A client with the `{to}` that the API gives for this `{from}`.")
            });
            let docs = docs::comment(own.trim());
            let list = quote! { #secret: impl Into<String> #(, #names: impl Into<String>)* };
            constructors.extend(quote! {
                #docs
                ///
                /// # Errors
                ///
                /// Where the credential is of another kind or cannot be sent, TLS cannot be set
                /// up, or the call fails that obtains the other one.
                pub fn #constructor(#list) -> Sending<Self> {
                    #builder::new().#build(#secret #(, #names)*)
                }
            });
            methods.extend(quote! {
                #docs
                ///
                /// # Errors
                ///
                /// Those of [`build`](Self::build), and of the call that obtains it.
                pub fn #build(self, #list) -> Sending<#client> {
                    let arguments = vec![#((#arguments, #names.into())),*];
                    let sending = self.inner.exchange(&#constant, #secret, arguments);
                    sending.map(|client| #client { client })
                }
            });
        }
        (constructors, methods)
    }

    /// The statics of exchanges, with their operations.
    pub(super) fn exchange_statics(&self) -> (TokenStream, String) {
        let mut statics = TokenStream::new();
        let mut operations = String::new();
        for exchange in &self.api.exchanges {
            let from = &self.api.credentials[exchange.from];
            let to = &self.api.credentials[exchange.to];
            let name = exchange_constant(from);
            let operation = format_ident!("{name}_OPERATION");
            let (from, to) = (constant(from, ""), constant(to, ""));
            let token = &exchange.token;
            statics.extend(quote! {
                pub(crate) static #name: Exchange = Exchange {
                    from: &#from,
                    operation: &#operation,
                    token: #token,
                    to: &#to,
                };
            });
            let called = self.api.operation(exchange.operation);
            operations.push_str(&self.operation_static(called, &operation));
        }
        (statics, operations)
    }
}

fn exchange_constant(from: &Credential) -> Ident {
    let name = constant(from, "");
    format_ident!("{name}_EXCHANGE")
}

/// The statics that describe credentials, and the list of them.
pub(super) fn statics(credentials: &[Credential], prefix: &str) -> (TokenStream, TokenStream) {
    let names = credentials
        .iter()
        .map(|credential| constant(credential, prefix));
    let list = quote! { &[#(&#names),*] };
    let statics = credentials.iter().map(|credential| {
        let constant = constant(credential, prefix);
        let name = method(credential).to_string();
        let name = name.trim_start_matches("r#");
        let schemes = &credential.schemes;
        let placement = match &credential.placement {
            Placement::Bearer => None,
            Placement::Header(header) => Some(quote! { placement: Placement::Header(#header), }),
        };
        let also = &credential.also_headers;
        let also = (!also.is_empty()).then(|| quote! { also: &[#(#also),*], });
        let prefix = credential.prefix.as_ref();
        let prefix = prefix.map(|prefix| quote! { prefix: Some(#prefix), });
        let variable = credential.variable.as_ref();
        let variable = variable.map(|variable| quote! { variable: Some(#variable), });
        let companion = credential.companion.as_ref().map(companion);
        quote! {
            pub(crate) static #constant: CredentialKind = CredentialKind {
                name: #name,
                schemes: &[#(#schemes),*],
                #placement
                #also
                #prefix
                #variable
                #companion
                ..CredentialKind::DEFAULT
            };
        }
    });
    (quote! { #(#statics)* }, list)
}

fn companion(companion: &Companion) -> TokenStream {
    let Companion {
        name,
        header,
        variable,
    } = companion;
    let variable = match variable {
        Some(variable) => quote! { Some(#variable) },
        None => quote! { None },
    };
    quote! {
        companion: Some(Companion { name: #name, header: #header, variable: #variable }),
    }
}
