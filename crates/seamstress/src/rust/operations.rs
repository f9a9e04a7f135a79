//! Operations: a static that says what the operation is, a method of its resource that starts a
//! request, and a struct with a setter per optional parameter.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::argument::Argument;
use super::definitions::code;
use super::{Emitter, docs, ident};
use crate::api::{Docs, Location, Method, Operation, Parameter, Returns, Type};

/// Methods that every request has, so that no setter may have their names.
const TAKEN: &[&str] = &[
    "call_mut", "clone", "into_future", "pages", "send", "send_with_response", "stream", "wait",
    "wait_with", "with_header", "with_timeout",
];

impl Emitter<'_> {
    /// The method of the resource.
    pub(super) fn method(&self, operation: &Operation) -> TokenStream {
        let (name, request) = (ident::snake(&operation.name), request_name(operation));
        let docs = docs::attributes(&Docs {
            text: Some(method_text(operation)),
            deprecated: operation.docs.deprecated.clone(),
        });
        let required: Vec<&Parameter> = operation.parameters.iter().filter(|p| p.required).collect();
        let arguments = required.iter().map(|parameter| {
            let (name, argument) = (ident::snake(&parameter.name), self.parameter(parameter));
            let ty = argument.ty;
            quote! { #name: #ty }
        });
        let path = required.iter().filter(|p| p.location == Location::Path).map(|parameter| {
            let (name, argument) = (&parameter.name, self.parameter(parameter));
            let value = argument.value;
            let plain = self.value_type(&parameter.ty);
            match parameter.ty {
                Type::Named(_) => quote! { .path(#name, #value.as_str()) },
                _ => quote! { .path(#name, { let value: #plain = #value; value }) },
            }
        });
        let set = required.iter().filter(|p| p.location != Location::Path).map(|p| self.set(p));
        let set: Vec<TokenStream> = set.collect();
        let (mutable, constant) = ((!set.is_empty()).then(|| quote! { mut }), static_name(operation));
        quote! {
            #docs
            pub fn #name(&self #(, #arguments)*) -> #request {
                let #mutable call = Call::new(&self.client, &#constant) #(#path)*;
                #(#set)*
                #request { call }
            }
        }
    }

    /// The struct of the request, and its setters.
    pub(super) fn request(&self, operation: &Operation) -> TokenStream {
        let (name, resource) = (request_name(operation), resource_name(&operation.resource));
        let method = ident::snake(&operation.name);
        let docs = docs::comment(&format!(
            "A request of [`{resource}::{method}`]: set what is optional, then send it."
        ));
        let optional: Vec<&Parameter> = operation.parameters.iter().filter(|p| !p.required).collect();
        let setters = optional.iter().map(|parameter| self.setter_of(parameter));
        let setters = (!optional.is_empty()).then(|| quote! { impl #name { #(#setters)* } });
        quote! {
            #docs
            #[derive(Clone, Debug)]
            #[must_use = "nothing is sent until the request is awaited"]
            pub struct #name { call: Call }
            #setters
        }
    }

    fn setter_of(&self, parameter: &Parameter) -> TokenStream {
        let name = ident::snake(&parameter.name);
        let method = if TAKEN.contains(&parameter.name.as_str()) {
            format_ident!("set_{}", ident::module(&parameter.name))
        } else {
            name.clone()
        };
        let (docs, ty) = (docs::attributes(&parameter.docs), self.parameter(parameter).ty);
        let set = self.set(parameter);
        let receiver = quote! { mut self };
        let set = quote! { let call = &mut self.call; #set };
        quote! {
            #docs
            pub fn #method(#receiver, #name: #ty) -> Self { #set self }
        }
    }

    /// The statement that passes the argument of a parameter on to `call`.
    fn set(&self, parameter: &Parameter) -> TokenStream {
        let (name, value) = (&parameter.name, self.parameter(parameter).value);
        let plain = self.value_type(&parameter.ty);
        let value = if converts(&parameter.ty) && !parameter.nullable {
            quote! { &Into::<#plain>::into(#value) }
        } else if parameter.nullable {
            quote! { &Into::<Nullable<#plain>>::into(#value) }
        } else {
            quote! { &#value }
        };
        match parameter.location {
            Location::Header => quote! { call.header(#name, #value); },
            _ => quote! { call.set(#name, #value); },
        }
    }

    fn parameter(&self, parameter: &Parameter) -> Argument {
        let name = ident::snake(&parameter.name);
        let mut argument = if parameter.nullable {
            self.nullable_argument(&name, &parameter.ty)
        } else {
            self.argument(&name, &parameter.ty)
        };
        if parameter.nullable || converts(&parameter.ty) {
            // The setter names the type itself, where `into` alone could mean several.
            argument.value = if parameter.location == Location::Path {
                quote! { #name.into() }
            } else {
                quote! { #name }
            };
        }
        argument
    }

    /// The static that says what the operation is.
    pub(super) fn operation_static(&self, operation: &Operation) -> TokenStream {
        let constant = static_name(operation);
        let (name, path) = (operation.full_path().join("."), &operation.path);
        let method = method_variant(operation.method);
        let security = &operation.security;
        let body = body_variant(operation);
        let key = match &operation.returns {
            Returns::Value { key: Some(key), .. } | Returns::Page { key: Some(key), .. } => {
                Some(quote! { response_key: Some(#key), })
            }
            _ => None,
        };
        let twin = operation.has_post_twin.then(|| quote! { twin_post: true, });
        quote! {
            static #constant: Operation = Operation {
                name: #name,
                method: Method::#method,
                path: #path,
                body: Body::#body,
                #key
                security: &[#(#security),*],
                #twin
                ..Operation::DEFAULT
            };
        }
    }

    /// The line that gives the request its ways of being sent.
    pub(super) fn operation_table(&self, operation: &Operation) -> String {
        let name = request_name(operation);
        let text = |ty: &Type| plain(&self.value_type(ty));
        let returned = match &operation.returns {
            Returns::Page { item, paged, .. } => {
                let paging = if *paged { "&crate::client::PAGING" } else { "Paging::NONE" };
                format!("page {}, {paging}", text(item))
            }
            Returns::Value { ty, .. } => format!("value {}", text(ty)),
            Returns::Nothing => "value ()".to_owned(),
        };
        let waiting = operation.waiting.as_ref().and_then(|waiting| {
            let action = self.waiting_type()?;
            if let Returns::Page { .. } = operation.returns {
                return None;
            }
            let action = self.names.of(action);
            let key = proc_macro2::Literal::string(&waiting.key);
            Some(format!(", wait {key} as {action}, crate::waiting::poll"))
        });
        let waiting = waiting.unwrap_or_default();
        format!("seamstress_runtime::operation! {{ {name} => {returned}{waiting} }}\n")
    }
}

/// The name of the struct of a request: the way to it, as one word.
pub(super) fn request_name(operation: &Operation) -> Ident {
    ident::ident(&ident::type_name(&ident::pascal(&operation.full_path().join("_"))))
}

/// The name of the struct of a resource.
pub(super) fn resource_name(path: &[String]) -> Ident {
    ident::ident(&ident::type_name(&ident::pascal(&path.join("_"))))
}

fn static_name(operation: &Operation) -> Ident {
    ident::ident(&ident::module(&operation.name).trim_end_matches('_').to_uppercase())
}

/// The runtime's name of a method.
pub(super) fn method_variant(method: Method) -> Ident {
    ident::ident(&ident::pascal(method.name()))
}

/// The runtime's name of where parameters go.
pub(super) fn body_variant(operation: &Operation) -> Ident {
    let any = |location| operation.parameters.iter().any(|p| p.location == location);
    let takes_body = matches!(operation.method, Method::Post | Method::Put | Method::Patch);
    let name = if any(Location::Body) || (takes_body && !any(Location::Query)) {
        "Json"
    } else if any(Location::Query) {
        "Query"
    } else {
        "None"
    };
    ident::ident(name)
}

fn method_text(operation: &Operation) -> String {
    let call = format!("`{} {}`", operation.method.name().to_uppercase(), code(&operation.path));
    match (&operation.docs.text, &operation.title) {
        (Some(text), _) => format!("{}\n\n{call}", text.trim()),
        (None, Some(title)) => format!("{}.\n\n{call}", title.trim().trim_end_matches('.')),
        (None, None) => call,
    }
}

/// Whether an argument of this type is taken in several forms.
fn converts(ty: &Type) -> bool {
    matches!(ty, Type::String | Type::DateTime | Type::Id(_) | Type::Json | Type::Constant(_))
}

/// Tokens of a type as people write it.
pub(super) fn plain(tokens: &TokenStream) -> String {
    let text = tokens.to_string();
    text.replace(" < ", "<").replace("< ", "<").replace(" <", "<").replace(" >", ">").replace(" ,", ",")
}
