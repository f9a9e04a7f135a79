//! The document becomes the model of an API.
//!
//! One file per concern: [`node`] reads keywords, [`schema`] decides what a schema is,
//! [`objects`] composes objects, [`unions`] and [`cases`] tell alternatives apart, [`join`] finds
//! the type that covers two, [`share`] makes equal inline types one, [`operations`] picks methods,
//! parameters and results, [`security`] who may call, [`naming`] says what operations are called,
//! [`resources`] hangs them on a tree.
//!
//! *Invariant:* nothing here fails. What cannot be expressed costs itself only: a field becomes
//! JSON, an operation is left out, and a diagnostic says which and why.

mod bodies;
mod cases;
mod components;
mod context;
mod enumerations;
mod fields;
mod headers;
mod ids;
mod inheritance;
mod intersect;
mod join;
mod known;
mod limits;
mod lists;
mod mapping;
mod media;
mod mixed;
mod naming;
mod node;
mod numbers;
mod objects;
mod operations;
mod paging;
mod parameters;
mod query_string;
mod resources;
mod responses;
mod returns;
mod routes;
mod samples;
mod schema;
mod schemes;
mod security;
mod selectors;
mod servers;
mod share;
mod styles;
mod titles;
mod tree;
mod unions;
mod views;

use crate::api::Api;
use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::document::Document;
use context::Lowering;
pub(crate) use schema::singular;

/// Makes the model of the API that `document` describes, and says what could not be expressed.
#[must_use]
pub fn lower(document: &Document, config: &Config) -> (Api, Vec<Diagnostic>) {
    let mut lowering = Lowering::new(document, config);
    lowering.components();
    let mut operations = lowering.operations();
    lowering.report_paging(&operations);
    let credentials = lowering.credentials();
    let exchanges = lowering.exchanges(&credentials, &operations);
    let restricted = lowering.restricted();
    views::split(
        &mut lowering.types,
        &mut operations,
        &lowering.of_the_server,
    );
    let types = share::share(std::mem::take(&mut lowering.types), &mut operations);
    let info = lowering.root().get("info");
    let text = |key: &str| {
        info.as_ref()
            .and_then(|info| info.text(key))
            .map(str::to_owned)
    };
    let mut api = Api {
        title: text("title").unwrap_or_default(),
        description: text("description"),
        version: text("version").unwrap_or_default(),
        base_url: lowering.base_url.take(),
        credentials,
        exchanges,
        restricted,
        ids: ids::used(&types, &operations),
        resources: resources::tree(&operations),
        samples: Vec::new(),
        types,
        operations,
        untyped: lowering.untyped.into_values().collect(),
    };
    if config.tests.enabled {
        let (samples, notes) = samples::samples(document, config, &api);
        api.samples = samples;
        lowering.diagnostics.extend(notes);
    }
    (api, lowering.diagnostics)
}
