//! Setters of requests. Most parameters are those of many operations: their setters are made and
//! formatted once.

use std::cell::RefCell;
use std::collections::HashMap;

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::Emitter;
use super::bound::Bound;
use super::flat::{fits, flat, method_room};
use crate::api::{Operation, Parameter};
use crate::document::Pointer;

/// The setters that were made, and the number of their text.
#[derive(Default)]
pub(super) struct Setters(RefCell<HashMap<Key, (Parameter, usize)>>);

/// What a setter depends on, beside the parameter itself.
#[derive(PartialEq, Eq, Hash)]
struct Key {
    parameter: Pointer,
    name: String,
    setter: String,
    has_body: bool,
}

impl Emitter<'_> {
    /// The setter of an optional parameter.
    pub(super) fn setter_of(&self, operation: &Operation, bound: &Bound<'_>) -> TokenStream {
        let parameter = bound.parameter;
        let mut segments = parameter.pointer.segments();
        if segments.next().as_deref() == Some("paths") {
            // It is of this operation only, or of this path.
            return self.new_setter(operation, bound);
        }
        let key = Key {
            parameter: parameter.pointer.clone(),
            name: bound.name.to_string(),
            setter: bound.setter.to_string(),
            has_body: operation.body.has_members(),
        };
        if let Some((known, text)) = self.setters.0.borrow().get(&key) {
            return match known == parameter {
                true => self.texts.item(*text),
                false => self.new_setter(operation, bound),
            };
        }
        let tokens = self.new_setter(operation, bound);
        let Some(text) = self.method_text(&tokens) else {
            return tokens;
        };
        let text = self.texts.add(text);
        let mut setters = self.setters.0.borrow_mut();
        setters.insert(key, (parameter.clone(), text));
        self.texts.item(text)
    }

    fn new_setter(&self, operation: &Operation, bound: &Bound<'_>) -> TokenStream {
        let (name, method) = (&bound.name, &bound.setter);
        let docs = self.texts.attributes(&bound.parameter.docs);
        let ty = self.parameter(bound).ty;
        let set = self.set(operation, bound, &quote! { self.call });
        let inline = self.inline([bound]);
        let setter = match lines(method, &quote! { #name: #ty }, &set) {
            Some(lines) => self.texts.lines(lines),
            None => quote! { pub fn #method(mut self, #name: #ty) -> Self { #set self } },
        };
        quote! { #docs #inline #setter }
    }

    /// A method as it is formatted among others.
    fn method_text(&self, method: &TokenStream) -> Option<String> {
        let file = syn::parse2(quote! { impl X { #method } }).ok()?;
        let text = self.texts.expand(&prettyplease::unparse(&file));
        let lines: Vec<&str> = text.lines().collect();
        let inside = lines.get(1..lines.len().checked_sub(1)?)?;
        let outdented = inside
            .iter()
            .map(|line| line.strip_prefix("    ").unwrap_or(line));
        Some(outdented.collect::<Vec<_>>().join("\n"))
    }
}

/// A setter as it is formatted, where all lines have one form.
fn lines(method: &Ident, argument: &TokenStream, set: &TokenStream) -> Option<String> {
    let (argument, set) = (flat(argument.clone())?, flat(set.clone())?);
    let mut text = method_room();
    text.extend(["pub fn ", &method.to_string(), "(mut self, ", &argument]);
    text.push_str(") -> Self {\n");
    for line in set.lines().chain(["self"]) {
        text.extend(["    ", line, "\n"]);
    }
    text.push('}');
    fits(&text).then_some(text)
}
