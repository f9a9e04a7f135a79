//! Selectors: the argument of a call that has to be given one of several things.
//!
//! A struct with a constructor per choice, `SpacesGetBy::space_key("lobby")`. What holds the
//! choice is in the runtime; a table lets ids that say which choice they are stand for it.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::bound::Bound;
use super::definitions::code;
use super::parts::{Part, Parts};
use super::{Emitter, docs, ident};
use crate::api::{Choice, Docs, Location, Operation, Selector, Type};

/// Functions that the struct has by traits.
const TAKEN: &[&str] = &["clone", "fmt", "from", "into"];

/// The name of the argument, and of what a constructor fills.
const ARGUMENT: &str = "by";

impl Emitter<'_> {
    /// What a call has to choose among, with the names of the constructors.
    pub(super) fn choices<'o>(&self, operation: &'o Operation) -> Vec<(Ident, &'o Choice)> {
        let names = self.scopes.choices(operation).iter().cloned();
        let choices = operation.selector.iter();
        names.zip(choices.flat_map(|one| &one.choices)).collect()
    }

    /// The argument of the method, and the statement that passes it on.
    pub(super) fn selector_argument(
        &self,
        operation: &Operation,
    ) -> Option<(Ident, TokenStream, TokenStream)> {
        operation.selector.as_ref()?;
        let (by, ty) = (format_ident!("{ARGUMENT}"), self.names.selector(operation));
        let (argument, set) = (
            quote! { impl Into<#ty> },
            quote! { call.select::<#ty>(#by); },
        );
        Some((by, argument, set))
    }

    /// The struct, with a constructor per choice.
    pub(super) fn selector(&self, operation: &Operation, method: &str) -> Option<TokenStream> {
        let selector = operation.selector.as_ref()?;
        let name = self.names.selector(operation);
        let about = docs::ours(&format!(
            "What a call of [`{method}`] goes by: one of these."
        ));
        let bound = self.bound(operation);
        let constructors = self.choices(operation).into_iter();
        let constructors = constructors.map(|(constructor, choice)| {
            let given = given(choice, &bound);
            let arguments = given.iter().map(|bound| {
                let (name, ty) = (&bound.name, self.parameter(bound).ty);
                quote! { #name: #ty }
            });
            let by = format_ident!("{ARGUMENT}");
            let set = given.iter();
            let set = set.map(|bound| self.set(operation, bound, &quote! { #by }));
            let docs = self
                .texts
                .attributes(&choice_docs(selector, choice, &given));
            let inline = self.inline(given.iter().copied());
            quote! {
                #docs
                #[must_use]
                #inline
                pub fn #constructor(#(#arguments),*) -> Self {
                    let mut #by = seamstress_runtime::Selector::new();
                    #(#set)*
                    Self(#by)
                }
            }
        });
        Some(quote! {
            #about
            #[derive(Clone, Debug)]
            pub struct #name(seamstress_runtime::Selector);

            impl #name { #(#constructors)* }
        })
    }

    /// The table of ids that stand for the choice that they are.
    pub(super) fn selector_table(&self, operation: &Operation) -> Option<String> {
        operation.selector.as_ref()?;
        let bound = self.bound(operation);
        let constructors = self.choices(operation).into_iter();
        let by_id = constructors.filter_map(|(constructor, choice)| {
            match given(choice, &bound).as_slice() {
                [only] if !only.parameter.nullable => match &only.parameter.ty {
                    Type::Id(id) => Some((id, constructor)),
                    _ => None,
                },
                _ => None,
            }
        });
        let by_id: Vec<(&String, Ident)> = by_id.collect();
        let is_one = |id: &String| by_id.iter().filter(|(other, _)| *other == id).count() == 1;
        let rows = by_id.iter().filter(|(id, _)| is_one(id));
        let rows = rows.map(|(id, constructor)| {
            let id = self.names.id(id);
            format!("{id} => {constructor}")
        });
        let rows: Vec<String> = rows.collect();
        let name = self.names.selector(operation);
        let rows = match rows.is_empty() {
            true => String::new(),
            false => format!(" {} ", rows.join(", ")),
        };
        Some(format!(
            "seamstress_runtime::selector! {{ {name} {{{rows}}} }}\n"
        ))
    }

    /// The first choice of whose parameters all have a `value`, and their names.
    pub(super) fn selected(
        &self,
        operation: &Operation,
        value: impl Fn(&Bound<'_>) -> Option<TokenStream>,
    ) -> Option<(TokenStream, Vec<String>)> {
        let bound = self.bound(operation);
        let constructors = self.choices(operation).into_iter();
        let mut made = constructors.filter_map(|(constructor, choice)| {
            let values = given(choice, &bound).into_iter().map(&value);
            let values: Vec<TokenStream> = values.collect::<Option<_>>()?;
            let ty = self.names.selector(operation);
            let made = quote! { resources::#ty::#constructor(#(#values),*) };
            Some((made, choice.members.clone()))
        });
        made.next()
    }
}

/// The parameters that a choice consists of.
fn given<'b, 'a>(choice: &Choice, bound: &'b [Bound<'a>]) -> Vec<&'b Bound<'a>> {
    let is_given = |bound: &&Bound<'_>| {
        let parameter = bound.parameter;
        parameter.location == Location::Body && choice.members.contains(&parameter.name)
    };
    bound.iter().filter(is_given).collect()
}

/// The names of the constructors of a selector that is called `scope`, and what is to be remembered
/// of them.
pub(super) fn names(
    selector: &Selector,
    scope: &str,
    parts: &Parts<'_>,
) -> (Vec<Ident>, Vec<Part>) {
    let texts = selector.choices.iter();
    let texts: Vec<String> = texts.map(|choice| choice.members.join("_and_")).collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let reserved = parts.reserved(scope, '(');
    let key = |text: &str| format!("({text})");
    let pinned = |at: usize| {
        let name = parts.in_scope(scope, &key(texts.get(at)?), true)?;
        Some(name.to_owned())
    };
    let names = ident::beside(&texts, TAKEN, &pinned, &|name| reserved.has(name));
    let part = |(text, name): (&&str, &String)| Part {
        scope: scope.to_owned(),
        key: key(text),
        name: name.clone(),
        alone: ident::alone(text, TAKEN),
        is_evident: ident::is_snake(text),
        is_general: true,
        is_contested: reserved.has(name),
    };
    let remembered = parts.to_remember(texts.iter().zip(&names).map(part));
    let names = names.iter().map(|name| ident::unlike_keywords(name));
    (names.collect(), remembered)
}

/// What is said of a choice: of its one parameter, or of the choice, where that is said of no
/// other; else, as a constructor is never without a word, what it takes.
fn choice_docs(selector: &Selector, choice: &Choice, given: &[&Bound<'_>]) -> Docs {
    let mut others = selector.choices.iter().filter(|other| *other != choice);
    let docs = match given {
        [only] => only.parameter.docs.clone(),
        _ if others.any(|other| other.docs.text == choice.docs.text) => Docs::default(),
        _ => choice.docs.clone(),
    };
    let members = choice.members.iter();
    let members: Vec<String> = members.map(|name| format!("`{}`", code(name))).collect();
    Docs {
        text: docs.text.or(Some(format!("By {}.", members.join(" and ")))),
        ..docs
    }
}
