//! Tests of every operation, and an example that calls every operation of a server.
//!
//! The tests are a target of their own (`tests/operations/`), so that the crate does not grow.

mod asserts;
mod calls;
mod example;
mod support;
mod tests;

use std::collections::BTreeMap;

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;
use serde_json::Value;

use super::{Emitter, ident};
use crate::api::{Operation, Sample};
use crate::output::File;

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
    files.push(emitter.support(&modules, &clients));
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
    /// The token that is obtained before the call.
    token: Option<ObtainedToken>,
    /// What follows the client: `.customers().get("id")`.
    call: TokenStream,
}

/// A token that a client obtains for itself (RFC 6749, section 4.4).
struct ObtainedToken {
    /// The path of the token endpoint.
    path: String,
    /// What it is sent.
    form: Vec<(String, String)>,
    /// The header `authorization` that it is sent.
    basic: Option<&'static str>,
}

impl Emitter<'_> {
    /// The crate as its own tests call it: a package may be called `box`.
    fn sample_crate(&self) -> Ident {
        ident::unlike_keywords(&self.config.package.name.in_code())
    }

    /// What names of types in arguments need.
    fn sample_imports(&self) -> TokenStream {
        let krate = self.sample_crate();
        quote! {
            use std::collections::BTreeMap;
            use #krate::types::*;
            use #krate::*;
            use seamstress_runtime::json::{Nullable, Value};
        }
    }
}

/// A literal of a value's JSON, raw, as people read it.
fn json(value: &Value) -> Literal {
    let text: String = value.to_string().chars().map(visible).collect();
    raw(&text)
}

/// A literal of a text, raw where it would be full of backslashes else.
fn text(text: &str) -> Literal {
    let is_visible = |c: char| !c.is_control() && visible(c).chars().eq([c]);
    match text.contains(['"', '\\']) && text.chars().all(is_visible) {
        true => raw(text),
        false => Literal::string(text),
    }
}

/// A raw literal of a text in which everything is visible.
fn raw(text: &str) -> Literal {
    let mut hashes = "#".to_owned();
    while text.contains(&format!("\"{hashes}")) {
        hashes.push('#');
    }
    let raw = format!("r{hashes}\"{text}\"{hashes}");
    raw.parse().unwrap_or_else(|_| Literal::string(text))
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
