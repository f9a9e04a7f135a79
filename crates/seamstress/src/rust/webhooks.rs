//! Webhooks: a type that checks deliveries, and reads the events of this API from them.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::{Emitter, client, docs, ident, restricted, waiting};
use crate::api::{Api, TypeId};
use crate::config::{Config, WebhooksConfig};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::output::File;
use crate::text::advise;

/// The feature of all this; not on by default, since most programs receive no webhooks.
pub(crate) const FEATURE: &str = "webhook-events";

/// What the crate shows of the runtime besides, for webhooks.
const REEXPORTED: &[&str] = &[
    "WebhookDelivery",
    "WebhookError",
    "WebhookErrorKind",
    "WebhookEvent",
];

/// Further names that the type cannot have: those that its file uses, and those at the root of
/// the crate that are there with other features, or are modules.
const USED: &[&str] = &[
    "BlockingIter",
    "Duration",
    "HeaderMap",
    "Result",
    "Timestamp",
    "WebhookVerifier",
    "client",
    "resources",
    "runtime",
    "settings",
    "testing",
    "types",
    "waiting",
    "webhook",
];

/// `src/webhook.rs`, where the configuration names a type for it.
///
/// # Errors
///
/// Where the configuration names a schema that the document does not have, or a type that the
/// crate has already. To leave the type out would break the programs that use it.
pub(super) fn file(emitter: &Emitter<'_>) -> Result<Option<File>, Diagnostics> {
    let Some(webhooks) = &emitter.config.webhooks else {
        return Ok(None);
    };
    let Some(event) = event_type(emitter.api, emitter.config) else {
        return Err(unknown_schema(emitter.api, webhooks).into());
    };
    if is_taken(emitter, webhooks.name.as_str()) {
        return Err(taken_name(webhooks).into());
    }
    let event = emitter.names.of(event);
    let name = ident::ident(webhooks.name.as_str());
    let docs = type_docs(emitter, &name, event);
    let methods = methods(event);
    let tokens = quote! {
        //! Events that the server sends by itself.

        use std::time::Duration;

        use seamstress_runtime::http::HeaderMap;
        use seamstress_runtime::jiff::Timestamp;
        use seamstress_runtime::{Error, WebhookError, WebhookEvent, WebhookVerifier};

        #docs
        #[derive(Clone, Debug)]
        pub struct #name(WebhookVerifier);

        impl #name { #methods }
    };
    Ok(Some(emitter.source("src/webhook.rs", tokens, "")))
}

/// The lines of `lib.rs`.
pub(super) fn module(emitter: &Emitter<'_>) -> Option<TokenStream> {
    let webhooks = emitter.config.webhooks.as_ref()?;
    event_type(emitter.api, emitter.config)?;
    let name = ident::ident(webhooks.name.as_str());
    let of_runtime = REEXPORTED.iter().map(|name| ident::ident(name));
    Some(quote! {
        #[cfg(feature = #FEATURE)] mod webhook;
        #[cfg(feature = #FEATURE)] pub use seamstress_runtime::{#(#of_runtime),*};
        #[cfg(feature = #FEATURE)] pub use webhook::#name;
    })
}

/// The type of an event, where the configuration names one that there is.
pub(super) fn event_type(api: &Api, config: &Config) -> Option<TypeId> {
    waiting::component(api, &config.webhooks.as_ref()?.schema)
}

fn unknown_schema(api: &Api, webhooks: &WebhooksConfig) -> Diagnostic {
    let schema = &webhooks.schema;
    let message = format!("no component schema is called `{schema}`, so webhooks have no events");
    let known: Vec<&str> = api
        .types
        .iter()
        .filter_map(|known| known.name.as_deref())
        .collect();
    let help = "correct `schema` under `[webhooks]`, or remove the section";
    Diagnostic::error("unknown-schema", message)
        .help(advise(schema, &known, help))
        .set_by("webhooks", "schema", schema.as_str())
}

/// Whether the root of the crate, or the file, has something of the name already.
fn is_taken(emitter: &Emitter<'_>, name: &str) -> bool {
    let restricted = emitter.api.restricted.iter().map(restricted::names);
    let mut clients = restricted.chain([emitter.client_names()]);
    let lists = [client::REEXPORTED, REEXPORTED, USED];
    lists.concat().contains(&name)
        || clients.any(|(client, builder)| client == name || builder == name)
}

fn taken_name(webhooks: &WebhooksConfig) -> Diagnostic {
    let message = format!("the crate has a `{}` already", webhooks.name.as_str());
    Diagnostic::error("taken-name", message)
        .help("choose another `name` under `[webhooks]`")
        .set_by("webhooks", "name", webhooks.name.as_str())
}

/// What it is, and how a server uses it. Names only: no text of the document.
fn type_docs(emitter: &Emitter<'_>, name: &Ident, event: &Ident) -> TokenStream {
    let package = emitter.config.package.name.in_code();
    docs::ours(&format!(
        "Checks that a delivery is by who knows the secret of the endpoint, and reads the
[`{event}`](crate::types::{event}) in it.

The body must be the bytes as they came, before anything has parsed them: the signature is over
these.

```
use {package}::{name};
use {package}::runtime::http::HeaderMap;

/// The status to answer with.
fn receive(webhook: &{name}, headers: &HeaderMap, body: &[u8]) -> u16 {{
    match webhook.event(headers, body) {{
        Ok(event) => {{
            println!(\"{{}}: {{:?}}\", event.id(), event.value);
            200
        }}
        // The sender is genuine; sending it again would not help.
        Err(error) if error.is_unreadable() => 200,
        Err(_forged) => 401,
    }}
}}

let webhook = {name}::new(\"whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD\")?;
assert_eq!(receive(&webhook, &HeaderMap::new(), b\"{{}}\"), 401);
# Ok::<(), {package}::Error>(())
```"
    ))
}

fn methods(event: &Ident) -> TokenStream {
    quote! {
        /// By the secret of the endpoint: `whsec_` and base64, or base64 alone.
        ///
        /// # Errors
        ///
        /// Where it is empty or no base64. The error does not repeat it.
        pub fn new(secret: &str) -> Result<Self, Error> {
            WebhookVerifier::new(secret).map(Self)
        }

        /// Accepts deliveries by this secret too, while the endpoint changes from one to the
        /// other.
        ///
        /// # Errors
        ///
        /// As [`new`](Self::new).
        pub fn and_secret(self, secret: &str) -> Result<Self, Error> {
            self.0.and_secret(secret).map(Self)
        }

        /// How far the timestamp of a delivery may be from the time, before or after: five
        /// minutes unless set.
        #[must_use]
        pub fn tolerance(self, tolerance: Duration) -> Self {
            Self(self.0.tolerance(tolerance))
        }

        /// Judges the age of deliveries as if it were `now`, instead of by the clock of the
        /// system: for tests, and for deliveries that were kept.
        #[must_use]
        pub fn at(self, now: Timestamp) -> Self {
            Self(self.0.at(now))
        }

        /// The event of a delivery: of its headers, and its body as it came.
        ///
        /// # Errors
        ///
        /// Where the delivery must not be trusted ([`WebhookError::is_forged`]), or is genuine
        /// and cannot be read ([`WebhookError::is_unreadable`]).
        pub fn event(
            &self,
            headers: &HeaderMap,
            body: &[u8],
        ) -> Result<WebhookEvent<crate::types::#event>, WebhookError> {
            self.0.read(headers, body)
        }

        /// The same, for callers with another type of headers: the texts of those whose names
        /// end in `-id`, `-timestamp` and `-signature`.
        ///
        /// # Errors
        ///
        /// As [`event`](Self::event).
        pub fn event_from_parts(
            &self,
            id: &str,
            timestamp: &str,
            signatures: &str,
            body: &[u8],
        ) -> Result<WebhookEvent<crate::types::#event>, WebhookError> {
            self.0.read_parts(id, timestamp, signatures, body)
        }
    }
}
