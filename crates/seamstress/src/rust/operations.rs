//! Operations: a static that says what the operation is, a method of its resource that starts a
//! request, and a struct with a setter per optional parameter.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::argument::Argument;
use super::bodies::{self, body_variant, content_argument, set_content};
use super::bound::Bound;
use super::definitions::code;
use super::{Emitter, ident, styles};
use crate::api::{Docs, Location, Method, Operation, Returns, Type, TypeId, TypeKind};

/// The longest statement, in tokens with spaces between, that fits on a line of a method.
const LINE: usize = 92;

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
        let arguments = arguments.chain(by);
        let (in_path, others): (Vec<_>, Vec<_>) = required
            .iter()
            .partition(|bound| bound.parameter.location == Location::Path);
        let path = in_path.into_iter().map(|bound| {
            let (name, variable) = (&bound.parameter.name, &bound.name);
            let plain = self.value_type(&bound.parameter.ty);
            match self.meant(&bound.parameter.ty) {
                Type::Json => quote! { .path_value_into::<#plain>(#name, #variable) },
                meant if !self.is_text(meant) => {
                    let value = self.parameter(bound).value;
                    quote! { .path_value(#name, &#value) }
                }
                Type::Named(_) => quote! { .path(#name, #variable.as_str()) },
                _ if converts(&bound.parameter.ty) => {
                    quote! { .path_into::<#plain>(#name, #variable) }
                }
                _ => quote! { .path(#name, #variable) },
            }
        });
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
        quote! {
            #docs
            #about
            #inline
            pub fn #name(&self #(, #arguments)*) -> #request {
                let #mutable call = Call::new(#client, &#constant) #(#path)*;
                #(#set)*
                #request { call }
            }
        }
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
        let definition = self.texts.item(self.texts.add(format!(
            "/// A request of [`{resource}::{method}`]: set what is optional, then send it.\n\
             #[derive(Clone, Debug)]\n\
             #[must_use = \"nothing is sent until the request is awaited\"]\n\
             pub struct {name} {{\n    call: Call,\n}}"
        )));
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

    /// The statement that passes the argument of a parameter on to `call`.
    pub(super) fn set(
        &self,
        operation: &Operation,
        bound: &Bound<'_>,
        call: &TokenStream,
    ) -> TokenStream {
        let Bound {
            parameter,
            name: variable,
            ..
        } = bound;
        let name = &parameter.name;
        let content = set_content(parameter.location, name, &parameter.ty, variable, call);
        if let Some(content) = content {
            return content;
        }
        let plain = self.value_type(&parameter.ty);
        let into = match (parameter.nullable, converts(&parameter.ty)) {
            (true, _) => Some(quote! { Nullable<#plain> }),
            (false, true) => Some(plain),
            (false, false) => None,
        };
        // A query beside a body needs to be told apart from it.
        let aside = parameter.location == Location::Query && operation.body.has_members();
        let method = if aside {
            format_ident!("set_query")
        } else {
            format_ident!("set")
        };
        match (parameter.location, into) {
            (Location::Cookie, Some(ty)) => quote! { #call.cookie_into::<#ty>(#name, #variable); },
            (Location::Cookie, None) => {
                let value = self.parameter(bound).value;
                quote! { #call.cookie(#name, &#value); }
            }
            (Location::Header, into) if !self.is_text(&parameter.ty) => {
                let made = into.map(|ty| quote! { let #variable: #ty = #variable.into(); });
                let value = match made.is_some() {
                    true => quote! { #variable },
                    false => self.parameter(bound).value,
                };
                quote! { #made #call.header_value(#name, &#value); }
            }
            (Location::Header, Some(ty)) => quote! { #call.header_into::<#ty>(#name, #variable); },
            (Location::Header, None) => quote! { #call.header(#name, #variable); },
            (Location::Whole, Some(ty)) => quote! { #call.body_into::<#ty>(#variable); },
            (Location::Whole, None) => {
                let value = self.parameter(bound).value;
                quote! { #call.body(&#value); }
            }
            (_, Some(ty)) => {
                let line = quote! { #call.set_into::<#ty>(#name, #variable); };
                // The formatter breaks longer lines inside the type, where nobody reads well.
                if !aside && line.to_string().len() <= LINE {
                    return line;
                }
                quote! { let #variable: #ty = #variable.into(); #call.#method(#name, &#variable); }
            }
            (_, None) => {
                let value = self.parameter(bound).value;
                quote! { #call.#method(#name, &#value); }
            }
        }
    }

    /// The type that a type is another name of.
    fn meant<'t>(&'t self, ty: &'t Type) -> &'t Type {
        match ty {
            Type::Named(id) => match &self.api.type_def(*id).kind {
                TypeKind::Alias(other) => self.meant(other),
                _ => ty,
            },
            _ => ty,
        }
    }

    /// Whether values of a type are texts without parts.
    fn is_text(&self, ty: &Type) -> bool {
        match self.meant(ty) {
            Type::Named(id) => {
                matches!(self.api.type_def(*id).kind, TypeKind::Enumeration(_))
            }
            Type::List(_) | Type::Map(_) | Type::Nullable(_) | Type::Json => false,
            _ => true,
        }
    }

    pub(super) fn parameter(&self, bound: &Bound<'_>) -> Argument {
        if let Some(content) = content_argument(&bound.name, &bound.parameter.ty) {
            return content;
        }
        if bound.parameter.nullable {
            self.nullable_argument(&bound.name, &bound.parameter.ty)
        } else {
            self.argument(&bound.name, &bound.parameter.ty)
        }
    }

    /// The name of the static that says what the operation is.
    pub(super) fn static_name(&self, operation: &Operation) -> Ident {
        let method = self.scopes.method(operation).to_string();
        ident::ident(&method.trim_start_matches("r#").to_uppercase())
    }

    /// The static that says what the operation is, as text: lists of security schemes read
    /// better on one line than the formatter would print them.
    pub(super) fn operation_static(&self, operation: &Operation, name: &Ident) -> String {
        let mut text = format!("static {name}: Operation = Operation {{\n");
        let mut row = |name: &str, value: String| text.push_str(&format!("    {name}: {value},\n"));
        row("name", literal(&operation.full_path().join(".")));
        row("method", method_value(operation.method));
        row("path", literal(&operation.path));
        row("body", format!("Body::{}", body_variant(operation)));
        if let Some(styles) = styles::row(operation) {
            row("styles", styles);
        }
        for (name, value) in bodies::rows(operation) {
            row(name, value);
        }
        if let Returns::Value { key: Some(key), .. } | Returns::Page { key: Some(key), .. } =
            &operation.returns
        {
            row("response_key", format!("Some({})", literal(key)));
        }
        let security: Vec<String> = operation
            .security
            .iter()
            .map(|scheme| literal(scheme))
            .collect();
        row("security", format!("&[{}]", security.join(", ")));
        if !operation.security_sets.is_empty() {
            let sets = operation.security_sets.iter().map(|set| {
                let names: Vec<String> = set.iter().map(|scheme| literal(scheme)).collect();
                format!("&[{}]", names.join(", "))
            });
            let sets: Vec<String> = sets.collect();
            row("security_sets", format!("&[{}]", sets.join(", ")));
        }
        if operation.has_post_twin {
            row("twin_post", "true".to_owned());
        }
        let is_secured = !operation.security.is_empty() || !operation.security_sets.is_empty();
        if operation.anonymous && is_secured {
            row("anonymous", "true".to_owned());
        }
        // No operation needs every field: forms have no twin.
        text.push_str("    ..Operation::DEFAULT\n};\n\n");
        text
    }

    /// The names of the types of the API that the operation names.
    pub(super) fn operation_types(&self, operation: &Operation) -> Vec<Ident> {
        let parameters = operation.parameters.iter().map(|parameter| &parameter.ty);
        let streamed = operation.stream.iter().map(|stream| &stream.item);
        let returned = operation.returns.types().into_iter().chain(streamed);
        // The runtime's type of content is named with its way, and so imported nowhere.
        let types = parameters
            .chain(returned)
            .filter(|ty| !bodies::is_content(ty));
        let types = types.filter_map(|ty| self.named_type(ty));
        let action = self
            .awaited(operation)
            .map(|(_, action)| self.names.of(action).clone());
        types.chain(action).collect()
    }

    /// The member of the body with the action that can be awaited (nothing where it is the value
    /// itself), and its type.
    pub(super) fn awaited<'o>(
        &self,
        operation: &'o Operation,
    ) -> Option<(Option<&'o str>, TypeId)> {
        let waiting = operation.waiting.as_ref()?;
        if let Returns::Page { .. } = operation.returns {
            return None;
        }
        Some((waiting.key.as_deref(), self.waiting_type()?))
    }

    /// The line that gives the request its ways of being sent.
    pub(super) fn operation_table(&self, operation: &Operation) -> String {
        let name = self.names.request(operation);
        let returned = self.returned(operation);
        let waiting = self.awaited(operation).map(|(key, action)| {
            let action = self.names.of(action);
            match key {
                Some(key) => format!(", wait {} as {action}, crate::waiting::poll", literal(key)),
                None => ", crate::waiting::poll".to_owned(),
            }
        });
        let returned = match self.awaited(operation) {
            Some((None, action)) => format!("wait {}", self.names.of(action)),
            _ => returned,
        };
        let waiting = waiting.unwrap_or_default();
        let request =
            format!("seamstress_runtime::operation! {{ {name} => {returned}{waiting} }}\n");
        let events = self.events_table(operation).unwrap_or_default();
        let answer = self.answer_table(operation).unwrap_or_default();
        let selector = self.selector_table(operation).unwrap_or_default();
        request + &events + &answer + &selector
    }
}

/// The runtime's name of a method.
/// The expression for a method: `Method::Get`.
pub(super) fn method_value(method: Method) -> String {
    match method {
        Method::Other(name) => format!("Method::other({})", literal(name.as_str())),
        usual => format!("Method::{}", method_variant(usual)),
    }
}

pub(super) fn method_variant(method: Method) -> Ident {
    ident::ident(&ident::pascal(method.name()))
}

fn method_text(operation: &Operation) -> String {
    let call = format!(
        "`{} {}`",
        operation.method.name().to_uppercase(),
        code(&operation.path)
    );
    match (&operation.docs.text, &operation.title) {
        (Some(text), _) => format!("{}\n\n{call}", text.trim()),
        (None, Some(title)) => format!("{}.\n\n{call}", title.trim().trim_end_matches('.')),
        (None, None) => call,
    }
}

/// A text as a literal of Rust.
pub(super) fn literal(text: &str) -> String {
    proc_macro2::Literal::string(text).to_string()
}

/// Whether an argument of this type is taken in several forms.
fn converts(ty: &Type) -> bool {
    matches!(
        ty,
        Type::String
            | Type::DateTime
            | Type::Formatted(_)
            | Type::Id(_)
            | Type::Json
            | Type::Constant(_)
    )
}

/// Tokens of a type as people write it.
pub(super) fn plain(tokens: &TokenStream) -> String {
    let text = tokens.to_string();
    text.replace(" < ", "<")
        .replace("< ", "<")
        .replace(" <", "<")
        .replace(" >", ">")
        .replace(" ,", ",")
}
