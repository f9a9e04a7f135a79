//! Tests of every operation, and an example that calls every operation of a server.
//!
//! The tests are a target of their own (`tests/operations/`), so that the crate does not grow.

mod example;
mod support;

use std::collections::BTreeMap;

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::operations::bound;
use super::{Emitter, credentials, docs, ident, restricted};
use crate::api::{Credential, Operation, Parameter, Placement, Resource, Returns, Sample, Type};
use crate::output::File;
use serde_json::Value;

/// Names that the files use themselves.
const TAKEN: &[&str] = &[
    "client", "clients", "got", "main", "sent", "server", "table", "value",
];

/// The files; none where there are no samples.
pub(in crate::rust) fn files(emitter: &Emitter<'_>) -> Vec<File> {
    if emitter.api.samples.is_empty() {
        return Vec::new();
    }
    let mut modules: BTreeMap<String, Vec<Called<'_>>> = BTreeMap::new();
    for sample in &emitter.api.samples {
        if let Some(called) = emitter.called(sample) {
            modules
                .entry(called.module.clone())
                .or_default()
                .push(called);
        }
    }
    let clients: BTreeMap<String, TokenStream> = modules
        .values()
        .flatten()
        .map(|called| (called.client.clone(), called.builder.clone()))
        .collect();
    let mut files: Vec<File> = modules
        .iter()
        .map(|(module, called)| emitter.tests(module, called))
        .collect();
    files.push(emitter.support(modules.keys(), &clients));
    files.push(emitter.example(&modules, &clients));
    files
}

/// A sample, and how it is called.
struct Called<'a> {
    sample: &'a Sample,
    operation: &'a Operation,
    module: String,
    /// The function that makes the client, and how it does.
    client: String,
    builder: TokenStream,
    /// What follows the client: `.customers().get("id")`.
    call: TokenStream,
}

impl Emitter<'_> {
    /// How a sample is called; nothing where no credential fits.
    fn called<'a>(&'a self, sample: &'a Sample) -> Option<Called<'a>> {
        let operation = self.api.operation(sample.operation);
        let (client, builder) = self.sample_client(operation)?;
        let mut level = &self.api.resources;
        let mut call = TokenStream::new();
        let mut module = None;
        for step in &operation.resource {
            let resource: &Resource = level.iter().find(|known| known.name == *step)?;
            let accessor = self.scopes.accessor(resource);
            call.extend(quote! { .#accessor() });
            module.get_or_insert_with(|| self.scopes.module(resource));
            level = &resource.children;
        }
        let method = self.scopes.method(operation);
        let bound = bound(operation);
        let given = |at: usize| sample.arguments.iter().find(|(known, _)| *known == at);
        let (mut arguments, mut setters) = (Vec::new(), TokenStream::new());
        for (at, bound) in bound.iter().enumerate() {
            let Some((_, value)) = given(at) else {
                continue;
            };
            let value = self.sample_value(bound.parameter, value);
            let setter = &bound.setter;
            match bound.parameter.required {
                true => arguments.push(value),
                false => setters.extend(quote! { .#setter(#value) }),
            }
        }
        call.extend(quote! { .#method(#(#arguments),*) #setters });
        let module = module.unwrap_or_else(|| "own_operations".to_owned());
        Some(Called {
            sample,
            operation,
            module,
            client,
            builder,
            call,
        })
    }

    /// A function that makes a client which can call an operation, and how it does.
    fn sample_client(&self, operation: &Operation) -> Option<(String, TokenStream)> {
        let (main, _) = self.client_names();
        let needs_none = operation.security.is_empty() && operation.security_sets.is_empty();
        if operation.anonymous || needs_none {
            return Some(("client".to_owned(), quote! { #main::builder() }));
        }
        let others = self
            .api
            .restricted
            .iter()
            .map(|other| (restricted::names(other).0, other.credentials.as_slice()));
        let clients =
            std::iter::once((main.clone(), self.api.credentials.as_slice())).chain(others);
        let single = operation.security.iter().map(|scheme| vec![scheme.clone()]);
        let sets: Vec<Vec<String>> = single.chain(operation.security_sets.clone()).collect();
        for (client, credentials) in clients {
            for set in &sets {
                let fitting = set.iter().map(|scheme| {
                    let mut usable = credentials.iter().filter(|known| known.grant.is_none());
                    usable.find(|known| known.schemes.contains(scheme))
                });
                let Some(fitting) = fitting.collect::<Option<Vec<&Credential>>>() else {
                    continue;
                };
                let mut name = ident::snake(&client.to_string()).to_string();
                let mut builder = quote! { #client::builder() };
                for credential in fitting {
                    let method = credentials::method(credential);
                    let secret =
                        format!("{}sample", credential.prefix.as_deref().unwrap_or_default());
                    let user = (credential.placement == Placement::Basic).then_some("user");
                    let companion = credential.companion.as_ref().map(|_| "companion");
                    let values = user.into_iter().chain([secret.as_str()]).chain(companion);
                    name = format!("{name}_{}", method.to_string().trim_start_matches("r#"));
                    builder.extend(quote! { .#method(#(#values),*) });
                }
                return Some((name, builder));
            }
        }
        None
    }

    /// An argument: plain where it can be, else read out of JSON.
    fn sample_value(&self, parameter: &Parameter, value: &Value) -> TokenStream {
        match (&parameter.ty, value) {
            (Type::Id(name), Value::String(text)) if parameter.nullable => {
                let name = self.names.id(name);
                quote! { #name::from(#text) }
            }
            (_, Value::Null) => quote! { None },
            (Type::String | Type::Id(_), Value::String(text)) => quote! { #text },
            (Type::Boolean, Value::Bool(flag)) => quote! { #flag },
            (Type::Integer { .. }, Value::Number(number)) => {
                number.to_string().parse().unwrap_or_else(|_| quote! { 0 })
            }
            (ty, value) => {
                let (ty, json) = (self.value_type(ty), json(value));
                quote! { value::<#ty>(#json) }
            }
        }
    }

    /// The tests of one resource and of those below.
    fn tests(&self, module: &str, called: &[Called<'_>]) -> File {
        let names = test_names(called);
        let tests = called.iter().zip(names).map(|(called, name)| {
            let Called {
                sample,
                operation,
                call,
                ..
            } = called;
            let (client, name) = (
                format_ident!("{}", called.client),
                ident::unlike_keywords(&name),
            );
            let status = Literal::u16_unsuffixed(sample.status);
            let answer = sample
                .answer
                .as_ref()
                .map_or_else(|| Literal::string(""), json);
            let about = docs::comment(&format!(
                "`{} {}`",
                operation.method.name().to_uppercase(),
                super::definitions::code(&operation.path)
            ));
            let (method, path) = (operation.method.name().to_uppercase(), &sample.path);
            let pairs = |pairs: &[(String, String)]| {
                let pairs = pairs.iter().map(|(name, value)| quote! { (#name, #value) });
                quote! { &[#(#pairs),*] }
            };
            let query = option(sample.query.as_deref().map(pairs));
            let headers = pairs(&sample.headers);
            let body = option(sample.body.as_ref().map(json));
            let (send, got) = received(operation, sample);
            quote! {
                #about
                #[tokio::test]
                async fn #name() {
                    let server = server(#status, #answer);
                    let client = #client(&server);
                    #send client #call .send().await;
                    sent(&server, #method, #path, #query, #headers, #body);
                    #got
                }
            }
        });
        let tokens = quote! { use super::*; #(#tests)* };
        self.source(&format!("tests/operations/{module}.rs"), tokens, "")
    }
    /// What names of types in arguments need.
    fn sample_imports(&self) -> TokenStream {
        let krate = format_ident!("{}", self.config.package.name.in_code());
        quote! {
            use std::collections::BTreeMap;
            use #krate::types::*;
            use #krate::*;
            use seamstress_runtime::json::{Nullable, Value};
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

/// A literal of a value's JSON, raw, as people read it.
fn json(value: &Value) -> Literal {
    let text: String = value.to_string().chars().map(visible).collect();
    let mut hashes = "#".to_owned();
    while text.contains(&format!("\"{hashes}")) {
        hashes.push('#');
    }
    let raw = format!("r{hashes}\"{text}\"{hashes}");
    raw.parse().unwrap_or_else(|_| Literal::string(&text))
}

/// A character of JSON, escaped where nobody would see it, or it would change how the rest looks.
fn visible(character: char) -> String {
    match character {
        '\u{85}'
        | '\u{ad}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}' => format!("\\u{:04x}", u32::from(character)),
        other => other.to_string(),
    }
}
