//! Requests: a method of a resource that starts one, and a struct with a setter per optional
//! parameter.

use std::iter;

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::Emitter;
use super::bound::Bound;
use super::definitions::code;
use super::flat::{fits, flat, method_room};
use super::servers::at_server;
use crate::api::{Docs, Location, Operation, Type};

/// The longest name of a request whose value stands on one line, as the formatter has it.
const LONGEST_NAME: usize = 26;

impl Emitter<'_> {
    /// The method of the resource.
    pub(super) fn method(&self, operation: &Operation) -> TokenStream {
        let (name, request) = (self.scopes.method(operation), self.names.request(operation));
        let docs = self.texts.attributes(&Docs {
            text: Some(method_text(operation)),
            deprecated: operation.docs.deprecated.clone(),
        });
        let about = self.about_answers(operation);
        let required: Vec<Bound<'_>> = self
            .bound(operation)
            .into_iter()
            .filter(|bound| bound.parameter.required)
            .collect();
        let arguments = required.iter().map(|bound| {
            let (name, ty) = (&bound.name, self.parameter(bound).ty);
            quote! { #name: #ty }
        });
        let (by, select) = match self.selector_argument(operation) {
            Some((by, ty, select)) => (Some(quote! { #by: #ty }), Some(select)),
            None => (None, None),
        };
        let arguments: Vec<TokenStream> = arguments.chain(by).collect();
        let (in_path, others): (Vec<_>, Vec<_>) = required
            .iter()
            .partition(|bound| bound.parameter.location == Location::Path);
        let path: Vec<TokenStream> = in_path
            .into_iter()
            .map(|bound| self.set_path(bound))
            .collect();
        let set = others
            .into_iter()
            .map(|bound| self.set(operation, bound, &quote! { call }));
        let set: Vec<TokenStream> = set.chain(select).collect();
        let (mutable, constant) = (
            (!set.is_empty()).then(|| quote! { mut }),
            self.static_name(operation),
        );
        let client = match operation.resource.is_empty() {
            true => quote! { self.client() },
            false => quote! { &self.client },
        };
        // What takes a choice is generic.
        let inline = self
            .inline(&required)
            .filter(|_| operation.selector.is_none());
        let call = quote! { let #mutable call = Call::new(#client, &#constant) };
        let chain: Vec<TokenStream> = iter::once(call.clone()).chain(path.clone()).collect();
        let method = lines(name, &arguments, request, chain, &set);
        let method = match method {
            Some(lines) => self.texts.lines(lines),
            None => quote! {
                pub fn #name(&self #(, #arguments)*) -> #request {
                    #call #(#path)*;
                    #(#set)*
                    #request { call }
                }
            },
        };
        quote! { #docs #about #inline #method }
    }

    /// A method that passes its arguments on to that of `resource`, which has a client inside.
    pub(super) fn forwarding_method(
        &self,
        operation: &Operation,
        resource: &TokenStream,
    ) -> TokenStream {
        let (name, request) = (self.scopes.method(operation), self.names.request(operation));
        let docs = self.texts.attributes(&Docs {
            text: Some(method_text(operation)),
            deprecated: operation.docs.deprecated.clone(),
        });
        let bound = self.bound(operation);
        let required = bound.iter().filter(|bound| bound.parameter.required);
        let required = required.map(|bound| (bound.name.clone(), self.parameter(bound).ty));
        let by = self.selector_argument(operation);
        let by = by.map(|(by, ..)| {
            let ty = self.names.selector(operation);
            (by, quote! { impl Into<crate::resources::#ty> })
        });
        let (names, types): (Vec<Ident>, Vec<TokenStream>) = required.chain(by).unzip();
        quote! {
            #docs
            pub fn #name(&self #(, #names: #types)*) -> crate::resources::#request {
                #resource::new(&self.client).#name(#(#names),*)
            }
        }
    }

    /// The struct of the request, and its setters.
    pub(super) fn request(&self, operation: &Operation) -> TokenStream {
        let name = self.names.request(operation);
        let resource = match operation.resource.is_empty() {
            true => self.client_names().0,
            false => self.names.resource(&operation.resource),
        };
        let method = self.scopes.method(operation).to_string();
        let method = method.trim_start_matches("r#");
        // The same for all, on lines that never break.
        let definition = self.texts.lines(format!(
            "/// A request of [`{resource}::{method}`]: set what is optional, then send it.\n\
             #[derive(Clone, Debug)]\n\
             #[must_use = \"nothing is sent until the request is awaited\"]\n\
             pub struct {name} {{\n    call: Call,\n}}"
        ));
        let optional: Vec<Bound<'_>> = self
            .bound(operation)
            .into_iter()
            .filter(|bound| !bound.parameter.required)
            .filter(|bound| {
                let selector = operation.selector_of(bound.parameter);
                selector.is_none_or(|selector| selector.is_open)
            })
            .collect();
        let setters = optional
            .iter()
            .map(|bound| self.setter_of(operation, bound));
        let setters = (!optional.is_empty()).then(|| quote! { impl #name { #(#setters)* } });
        let selector = self.selector(operation, &format!("{resource}::{method}"));
        let answer = self.answer(operation);
        quote! {
            #definition
            #setters
            #selector
            #answer
        }
    }

    /// What leaves compiling a function to the programs that call it, as that of generic ones is: to
    /// write a type of the API takes code for all that it consists of, and few call the function.
    pub(super) fn inline<'b, 'a: 'b>(
        &self,
        arguments: impl IntoIterator<Item = &'b Bound<'a>> + Clone,
    ) -> Option<TokenStream> {
        let is_own = |bound: &Bound<'_>| matches!(bound.parameter.ty, Type::Named(_));
        let is_generic = |bound: &Bound<'_>| {
            let ty = self.parameter(bound).ty.to_string();
            ty.starts_with("impl ")
        };
        let has_own = arguments.clone().into_iter().any(is_own);
        let is_inline = has_own && !arguments.into_iter().any(is_generic);
        is_inline.then(|| quote! { #[inline] })
    }
}

/// A method as it is formatted, where all lines have one form: `chain` makes the call, and `set`
/// adds to it.
fn lines(
    name: &Ident,
    arguments: &[TokenStream],
    request: &Ident,
    chain: Vec<TokenStream>,
    set: &[TokenStream],
) -> Option<String> {
    let flat_all = |all: &[TokenStream]| all.iter().cloned().map(flat).collect::<Option<Vec<_>>>();
    let (arguments, chain, set) = (flat_all(arguments)?, flat_all(&chain)?, flat_all(set)?);
    let (name, request) = (name.to_string(), request.to_string());
    let mut text = method_room();
    text.extend(["pub fn ", &name, "(&self"]);
    for argument in &arguments {
        text.extend([", ", argument]);
    }
    text.extend([") -> ", &request, " {"]);
    if !fits(&text) {
        text.clear();
        text.extend(["pub fn ", &name, "(\n    &self,\n"]);
        for argument in &arguments {
            text.extend(["    ", argument, ",\n"]);
        }
        text.extend([") -> ", &request, " {"]);
    }
    let on_one_line = fits(&format!("    {};", chain.concat()));
    let between = if on_one_line { "" } else { "\n        " };
    text.extend(["\n    ", &chain.join(between), ";\n"]);
    for line in set.iter().flat_map(|statements| statements.lines()) {
        text.extend(["    ", line, "\n"]);
    }
    // A value of a struct is on one line up to a width of its own.
    text.extend(match request.len() <= LONGEST_NAME {
        true => ["    ", &request, " { call }\n}"],
        false => ["    ", &request, " {\n        call,\n    }\n}"],
    });
    fits(&text).then_some(text)
}

fn method_text(operation: &Operation) -> String {
    let call = format!(
        "`{} {}`{}",
        operation.method.name().to_uppercase(),
        code(&operation.path),
        at_server(operation)
    );
    match (&operation.docs.text, &operation.title) {
        (Some(text), _) => format!("{}\n\n{call}", text.trim()),
        (None, Some(title)) => format!("{}.\n\n{call}", title.trim().trim_end_matches('.')),
        (None, None) => call,
    }
}
