//! Credentials: what the runtime is told of them, and how callers give them.

use std::collections::BTreeSet;

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::{docs, ident};
use crate::api::{Companion, Credential, Exchange, Grant, Placement};

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
    "server",
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
pub(super) fn constant(credential: &Credential, prefix: &str) -> Ident {
    let name = method(credential).to_string();
    let name = name.trim_start_matches("r#");
    ident::ident(&format!("{prefix}{}", name.to_uppercase()))
}

/// Whether a credential is a name and a secret.
fn is_pair(credential: &Credential) -> bool {
    credential.grant.is_some() || credential.placement == Placement::Basic
}

/// What a caller has to pass for a credential.
struct Arguments {
    names: Vec<Ident>,
    list: TokenStream,
}

fn arguments(credential: &Credential) -> Arguments {
    let companion = credential.companion.iter();
    let companion = companion.map(|companion| ident::snake(&companion.name));
    let own = match (&credential.grant, &credential.placement) {
        (Some(_), _) => vec![format_ident!("client_id"), format_ident!("client_secret")],
        (None, Placement::Basic) => vec![format_ident!("user"), format_ident!("password")],
        _ => vec![ident::snake(&credential.name)],
    };
    let names: Vec<Ident> = own.into_iter().chain(companion).collect();
    let list = quote! { #(#names: impl Into<String>),* };
    Arguments { names, list }
}

/// What a caller is told of a credential.
fn text(credential: &Credential) -> String {
    let given = credential.docs.as_deref().map(str::trim);
    let text = given.filter(|text| !text.is_empty());
    let text = text.map_or_else(|| own_text(credential), str::to_owned);
    match &credential.companion {
        Some(companion) => {
            let name = super::definitions::code(&companion.name);
            format!("{text} It goes with `{name}`.")
        }
        None => text,
    }
}

/// What is told of a credential that the document says nothing of.
fn own_text(credential: &Credential) -> String {
    let code = super::definitions::code;
    if credential.grant.is_some() {
        return "The id and the secret of a client, for which tokens are obtained.".to_owned();
    }
    match &credential.placement {
        Placement::Bearer => "The credential, sent as a bearer token.".to_owned(),
        Placement::Basic => "A user and a password, sent as Basic authentication.".to_owned(),
        Placement::Header(name) if name == "authorization" => {
            "The credential: the whole value of the header `authorization`.".to_owned()
        }
        Placement::Header(name) => format!("The credential, sent in the header `{}`.", code(name)),
        Placement::Query(name) => {
            format!(
                "The credential, sent as the parameter `{}` of the query.",
                code(name)
            )
        }
        Placement::Cookie(name) => format!("The credential, sent in the cookie `{}`.", code(name)),
    }
}

/// The methods of a builder by which a token is obtained: with what is asked for, and where, or
/// in a way of the caller's own.
fn of_tokens(credential: &Credential, method: &Ident, constant: &Ident) -> TokenStream {
    let place = method.to_string();
    let place = place.trim_start_matches("r#");
    let called = super::definitions::code(place);
    let provider = credential.is_token.then(|| {
        let name = format_ident!("{place}_provider");
        let docs = docs::ours(&format!(
            "What gives the token, instead of [`{called}`](Self::{called}): asked for one when one is \
             needed, and again when that has expired or the server refuses it."
        ));
        quote! {
            #docs
            pub fn #name(mut self, provider: impl TokenProvider) -> Self {
                self.inner = self.inner.tokens(&#constant, provider);
                self
            }
        }
    });
    let grant = credential.grant.as_ref().map(|grant| {
        // What the server does not decide on, it is asked for.
        let documented = match grant.documented.is_empty() {
            true => "",
            false => "; one that insists on some is asked for all that the API has",
        };
        let (scopes, url) = (
            format_ident!("{place}_scopes"),
            format_ident!("{place}_token_url"),
        );
        let of_scopes = docs::ours(&format!(
            "The scopes that tokens are asked for, with [`{called}`](Self::{called}); without any, \
             the server decides{documented}."
        ));
        let of_url = docs::ours(&format!(
            "Where tokens are asked for, with [`{called}`](Self::{called}), instead of the API's \
             own token endpoint."
        ));
        quote! {
            #of_scopes
            pub fn #scopes<S: Into<String>>(mut self, scopes: impl IntoIterator<Item = S>) -> Self {
                self.inner = self.inner.scopes(&#constant, scopes);
                self
            }

            #of_url
            pub fn #url(mut self, url: impl Into<String>) -> Self {
                self.inner = self.inner.token_url(&#constant, url);
                self
            }
        }
    });
    quote! { #provider #grant }
}

/// Whether callers may bring what gives tokens.
pub(super) fn has_provider(credentials: &[Credential]) -> bool {
    credentials.iter().any(|credential| credential.is_token)
}

/// The methods of a builder that take credentials. The names of their statics begin with
/// `prefix`.
pub(super) fn setters(credentials: &[Credential], prefix: &str) -> TokenStream {
    let setters = credentials.iter().map(|credential| {
        let (method, constant) = (method(credential), constant(credential, prefix));
        let docs = docs::comment(&text(credential));
        let Arguments { names, list } = arguments(credential);
        let companion = credential.companion.as_ref().map(|companion| {
            let (name, variable) = (&companion.name, &names[names.len() - 1]);
            quote! { .companion(#name, #variable) }
        });
        let given = match is_pair(credential) {
            true => {
                let (user, secret) = (&names[0], &names[1]);
                quote! { .pair(&#constant, #user, #secret) }
            }
            false => {
                let secret = &names[0];
                quote! { .secret(&#constant, #secret) }
            }
        };
        let tokens = of_tokens(credential, &method, &constant);
        quote! {
            #docs
            pub fn #method(mut self, #list) -> Self {
                self.inner = self.inner #given #companion;
                self
            }

            #tokens
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
            Placement::Basic => Some(quote! { placement: Placement::Basic, }),
            Placement::Header(header) => Some(quote! { placement: Placement::Header(#header), }),
            Placement::Query(name) => Some(quote! { placement: Placement::Query(#name), }),
            Placement::Cookie(name) => Some(quote! { placement: Placement::Cookie(#name), }),
        };
        let grant = credential.grant.as_ref().map(grant);
        let user = credential.user_variable.as_ref();
        let user = user.map(|variable| quote! { user_variable: Some(#variable), });
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
                #grant
                #also
                #prefix
                #variable
                #user
                #companion
                ..CredentialKind::DEFAULT
            };
        }
    });
    (quote! { #(#statics)* }, list)
}

fn grant(grant: &Grant) -> TokenStream {
    let Grant {
        token_url,
        refresh_url,
        scopes,
        documented,
        secret_in_body,
    } = grant;
    let refresh = refresh_url.as_ref();
    let refresh = refresh.map(|url| quote! { refresh_url: Some(#url), });
    let scopes = (!scopes.is_empty()).then(|| quote! { scopes: &[#(#scopes),*], });
    let documented = (!documented.is_empty()).then(|| quote! { documented: &[#(#documented),*], });
    let in_body = secret_in_body.then(|| quote! { secret_in_body: true, });
    let all = [&refresh, &scopes, &documented, &in_body];
    let rest = (!all.iter().all(|one| one.is_some())).then(|| quote! { ..Grant::DEFAULT });
    quote! {
        grant: Some(&Grant { token_url: #token_url, #refresh #scopes #documented #in_body #rest }),
    }
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
