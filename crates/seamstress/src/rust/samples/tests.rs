//! The tests of one resource: what is called, and what is asserted of it.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::super::{Emitter, definitions, docs, ident};
use super::asserts::{asserts, json_body, list};
use super::{Called, json};
use crate::api::{Operation, Returns, Sample};
use crate::output::File;

/// Names that the files use themselves.
const TAKEN: &[&str] = &[
    "client",
    "clients",
    "content",
    "cookies",
    "form",
    "got",
    "main",
    "obtained",
    "parts",
    "sent",
    "server",
    "table",
    "token_server",
    "value",
];

impl Emitter<'_> {
    /// The tests of one resource and of those below.
    pub(super) fn tests(&self, module: &str, called: &[Called<'_>]) -> File {
        let names = test_names(called);
        let tests = called.iter().zip(names);
        let tests = tests.map(|(called, name)| test(called, &name));
        let tokens = quote! { use super::*; #(#tests)* };
        self.source(&format!("tests/operations/{module}.rs"), tokens, "")
    }
}

/// One test.
fn test(called: &Called<'_>, name: &str) -> TokenStream {
    let (sample, operation, call) = (called.sample, called.operation, &called.call);
    let (client, name) = (
        format_ident!("{}", called.client),
        ident::unlike_keywords(name),
    );
    let server = match called.token {
        Some(_) => format_ident!("token_server"),
        None => format_ident!("server"),
    };
    let status = Literal::u16_unsuffixed(sample.status);
    let answer = sample.answer.as_ref();
    let answer = answer.map_or_else(|| Literal::string(""), json);
    let method = operation.method.name().to_uppercase();
    let place = format!("`{method} {}`", definitions::code(&operation.path));
    let (about, path) = (docs::comment(&place), &sample.path);
    let query = option(sample.query.as_deref().map(list));
    let (headers, body) = (list(&sample.headers), json_body(called));
    let asserts = asserts(called);
    let (send, got) = received(operation, sample);
    quote! {
        #about
        #[tokio::test]
        async fn #name() {
            let server = #server(#status, #answer);
            let client = #client(&server);
            #send client #call .send().await;
            sent(&server, #method, #path, #query, #headers, #body);
            #asserts
            #got
        }
    }
}

/// How the answer is taken, and what is asserted of it.
fn received(operation: &Operation, sample: &Sample) -> (TokenStream, TokenStream) {
    let expected = sample.result.as_ref().map(json);
    match (&operation.returns, expected) {
        (Returns::Page { .. }, Some(json)) => (
            quote! { let answer = },
            quote! { got(&answer.unwrap().items, #json); },
        ),
        (_, Some(json)) => (
            quote! { let answer = },
            quote! { got(&answer.unwrap(), #json); },
        ),
        (Returns::Nothing, None) => (quote! { let answer = }, quote! { answer.unwrap(); }),
        // Only the request can be compared.
        (_, None) => (quote! { let _answer = }, TokenStream::new()),
    }
}

/// The names of tests in one file.
fn test_names(called: &[Called<'_>]) -> Vec<String> {
    let names = called.iter().map(|called| {
        let path = called.operation.full_path();
        path.get(1..)
            .filter(|rest| !rest.is_empty())
            .unwrap_or(&path)
            .join("_")
    });
    let names: Vec<String> = names.collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    ident::side_by_side(&names, TAKEN)
}

fn option(value: Option<impl quote::ToTokens>) -> TokenStream {
    match value {
        Some(value) => quote! { Some(#value) },
        None => quote! { None },
    }
}
