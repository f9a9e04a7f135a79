//! How a sample is called: by which client, with which arguments.

use proc_macro2::{TokenStream, TokenTree};
use quote::quote;
use serde_json::Value;

use super::super::bound::Bound;
use super::super::{Emitter, credentials, ident, restricted};
use super::{Called, ObtainedToken, json};
use crate::api::{
    Credential, Grant, Operation, Parameter, Placement, Resource, Sample, SampleCaller, Type,
};

/// Names of types that the files have for something of their own.
const OWN: &[&str] = &[
    "Clients",
    "DeserializeOwned",
    "FakeTransport",
    "Response",
    "Serialize",
    "Table",
];

/// The header of a client that is called `client`, with the secret `sample` (RFC 7617).
const BASIC: &str = "Basic Y2xpZW50OnNhbXBsZQ==";

impl Emitter<'_> {
    /// How a sample is called.
    pub(super) fn called<'a>(&'a self, sample: &'a Sample) -> Option<Called<'a>> {
        let operation = self.api.operation(sample.operation);
        let (client, builder, token) = self.sample_client(&sample.caller)?;
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
        call.extend(self.sample_call(operation, sample));
        Some(Called {
            sample,
            operation,
            module: module.unwrap_or_else(|| "own_operations".to_owned()),
            client,
            builder,
            token,
            call,
        })
    }

    /// The method with its arguments, and the setters.
    fn sample_call(&self, operation: &Operation, sample: &Sample) -> TokenStream {
        let method = self.scopes.method(operation);
        let given = |at: usize| sample.arguments.iter().find(|(known, _)| *known == at);
        let (mut arguments, mut setters) = (Vec::new(), TokenStream::new());
        let bound = self.bound(operation);
        let value = |of: &Bound<'_>| {
            let at = bound.iter().position(|bound| bound.name == of.name)?;
            given(at).map(|(_, value)| self.sample_value(of.parameter, value))
        };
        let (by, chosen) = self.selected(operation, value).unzip();
        let chosen: Vec<String> = chosen.unwrap_or_default();
        for (at, bound) in bound.iter().enumerate() {
            let Some((_, value)) = given(at) else {
                continue;
            };
            let value = self.sample_value(bound.parameter, value);
            let setter = &bound.setter;
            match bound.parameter.required {
                true => arguments.push(value),
                false if chosen.contains(&bound.parameter.name) => {}
                false => setters.extend(quote! { .#setter(#value) }),
            }
        }
        arguments.extend(by);
        quote! { .#method(#(#arguments),*) #setters }
    }

    /// A function that makes a client which can call an operation, how it does, and the token that
    /// the client obtains.
    fn sample_client(
        &self,
        caller: &SampleCaller,
    ) -> Option<(String, TokenStream, Option<ObtainedToken>)> {
        let (client, known) = match caller.restricted {
            None => (self.client_names().0, &self.api.credentials),
            Some(at) => {
                let other = self.api.restricted.get(at)?;
                (restricted::names(other).0, &other.credentials)
            }
        };
        let mut builder = quote! { #client::builder() };
        if caller.credentials.is_empty() {
            return Some(("client".to_owned(), builder, None));
        }
        let mut name = ident::snake(&client.to_string()).to_string();
        let mut token = None;
        for credential in caller.credentials.iter().map(|at| known.get(*at)) {
            let credential = credential?;
            let method = credentials::method(credential);
            let secret = format!("{}sample", credential.prefix.as_deref().unwrap_or_default());
            let user = match (&credential.grant, &credential.placement) {
                (Some(_), _) => Some("client"),
                (None, Placement::Basic) => Some("user"),
                _ => None,
            };
            let companion = credential.companion.as_ref().map(|_| "companion");
            let values = user.into_iter().chain([secret.as_str()]).chain(companion);
            name = format!("{name}_{}", method.to_string().trim_start_matches("r#"));
            builder.extend(quote! { .#method(#(#values),*) });
            let grant = credential.grant.as_ref();
            token = grant.map(|grant| obtained(grant, credential)).or(token);
        }
        Some((name, builder, token))
    }

    /// An argument: plain where it can be, else read out of JSON.
    fn sample_value(&self, parameter: &Parameter, value: &Value) -> TokenStream {
        match (&parameter.ty, value) {
            (Type::Id(name), Value::String(text)) if parameter.nullable => {
                let name = self.names.id(name);
                quote! { #name::from(#text) }
            }
            (_, Value::Null) => quote! { None },
            (Type::String | Type::Id(_) | Type::Content, Value::String(text)) => quote! { #text },
            (Type::List(item), Value::Array(values)) if **item == Type::Content => {
                let texts = values.iter().filter_map(Value::as_str);
                quote! { [#(#texts),*] }
            }
            (Type::Boolean, Value::Bool(flag)) => quote! { #flag },
            (Type::Integer { .. }, Value::Number(number)) => {
                number.to_string().parse().unwrap_or_else(|_| quote! { 0 })
            }
            (ty, value) => {
                let (ty, json) = (self.sample_type(ty), json(value));
                quote! { value::<#ty>(#json) }
            }
        }
    }

    /// A type, with the way to it where the files have something else of its name.
    fn sample_type(&self, ty: &Type) -> TokenStream {
        let krate = self.sample_crate();
        self.value_type(ty)
            .into_iter()
            .flat_map(|token| match token {
                TokenTree::Ident(name) if OWN.contains(&name.to_string().as_str()) => {
                    quote! { #krate::types::#name }
                }
                other => TokenStream::from(other),
            })
            .collect()
    }
}

/// The token that is obtained by a grant (RFC 6749, sections 2.3.1 and 4.4.2).
fn obtained(grant: &Grant, credential: &Credential) -> ObtainedToken {
    let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let mut form = vec![pair("grant_type", "client_credentials")];
    if !grant.scopes.is_empty() {
        form.push(pair("scope", &grant.scopes.join(" ")));
    }
    let secret = format!("{}sample", credential.prefix.as_deref().unwrap_or_default());
    if grant.secret_in_body {
        form.push(pair("client_id", "client"));
        form.push(pair("client_secret", &secret));
    }
    let url = grant.token_url.split('?').next().unwrap_or_default();
    let path = match url.split_once("://") {
        Some((_, rest)) => rest.find('/').map_or("/", |at| &rest[at..]),
        None => url,
    };
    ObtainedToken {
        path: path.to_owned(),
        form,
        basic: (!grant.secret_in_body && secret == "sample").then_some(BASIC),
    }
}
