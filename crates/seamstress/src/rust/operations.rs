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

/// The longest statement, in tokens with spaces between, that fits on a line of a method.
const LINE: usize = 92;

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
        let set = required.iter().filter(|p| p.location != Location::Path).map(|p| self.set(p, &quote! { call }));
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
        let docs = docs::ours(&format!(
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
        let set = self.set(parameter, &quote! { self.call });
        quote! {
            #docs
            pub fn #method(mut self, #name: #ty) -> Self { #set self }
        }
    }

    /// The statement that passes the argument of a parameter on to `call`.
    fn set(&self, parameter: &Parameter, call: &TokenStream) -> TokenStream {
        let (name, variable) = (&parameter.name, ident::snake(&parameter.name));
        let plain = self.value_type(&parameter.ty);
        let into = match (parameter.nullable, converts(&parameter.ty)) {
            (true, _) => Some(quote! { Nullable<#plain> }),
            (false, true) => Some(plain),
            (false, false) => None,
        };
        match (parameter.location, into) {
            (Location::Header, Some(ty)) => quote! { #call.header_into::<#ty>(#name, #variable); },
            (Location::Header, None) => quote! { #call.header(#name, #variable); },
            (_, Some(ty)) => {
                let line = quote! { #call.set_into::<#ty>(#name, #variable); };
                // The formatter breaks longer lines inside the type, where nobody reads well.
                if line.to_string().len() <= LINE {
                    return line;
                }
                quote! { let #variable: #ty = #variable.into(); #call.set(#name, &#variable); }
            }
            (_, None) => {
                let value = self.parameter(parameter).value;
                quote! { #call.set(#name, &#value); }
            }
        }
    }

    fn parameter(&self, parameter: &Parameter) -> Argument {
        let name = ident::snake(&parameter.name);
        if parameter.nullable {
            self.nullable_argument(&name, &parameter.ty)
        } else {
            self.argument(&name, &parameter.ty)
        }
    }

    /// The static that says what the operation is, as text: lists of security schemes read
    /// better on one line than the formatter would print them.
    pub(super) fn operation_static(&self, operation: &Operation) -> String {
        let mut text = format!("static {}: Operation = Operation {{\n", static_name(operation));
        let mut row = |name: &str, value: String| text.push_str(&format!("    {name}: {value},\n"));
        row("name", literal(&operation.full_path().join(".")));
        row("method", format!("Method::{}", method_variant(operation.method)));
        row("path", literal(&operation.path));
        row("body", format!("Body::{}", body_variant(operation)));
        if let Returns::Value { key: Some(key), .. } | Returns::Page { key: Some(key), .. } = &operation.returns {
            row("response_key", format!("Some({})", literal(key)));
        }
        let security: Vec<String> = operation.security.iter().map(|scheme| literal(scheme)).collect();
        row("security", format!("&[{}]", security.join(", ")));
        if operation.has_post_twin {
            row("twin_post", "true".to_owned());
        }
        let is_whole = operation.has_post_twin && text.contains("\n    response_key: ");
        text.push_str(if is_whole { "};\n\n" } else { "    ..Operation::DEFAULT\n};\n\n" });
        text
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

fn literal(text: &str) -> String {
    proc_macro2::Literal::string(text).to_string()
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
