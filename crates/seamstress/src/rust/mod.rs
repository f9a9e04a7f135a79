//! The model becomes the source of a crate.
//!
//! *Invariant:* nothing here looks at the document. Emitters are pure functions from the model to
//! files; [`crate::output`] is the only one that writes.
//!
//! *Invariant:* text of the document becomes a string literal, an identifier of [`ident`] or a
//! doc attribute of [`docs`]; it never passes through a template.

mod accessors;
mod answers;
mod argument;
mod bodies;
mod bound;
mod builder;
mod case_setters;
mod client;
mod constructors;
mod credentials;
mod definitions;
mod docs;
mod exchanges;
pub(crate) mod explain;
mod failures;
mod features;
mod flat;
mod headers;
mod ident;
mod layout;
mod makers;
mod names;
mod numbers;
mod operations;
mod outcomes;
mod own;
mod package;
mod paging;
mod parts;
mod passing;
pub(crate) mod paths;
mod requests;
mod resources;
mod restricted;
mod samples;
mod scopes;
mod selectors;
mod servers;
mod setters;
mod settings;
mod source;
mod styles;
mod tables;
mod tags;
mod texts;
mod types;
mod values;
mod variants;
mod waiting;
mod webhooks;

use std::collections::HashMap;

use crate::api::{Api, TypeId};
use crate::config::{Config, Renamed};
use crate::diagnostic::Diagnostics;
use crate::document::Pointer;
use crate::lock::Lock;
use crate::output::File;

pub(crate) use ident::is_taken_type;

use features::Features;
pub(crate) use features::UNREACHED as UNREACHED_FEATURE;
use layout::Layout;
use names::{HeaderNames, Names, Pins};
use paging::PagingNames;
use parts::Parts;
use scopes::Scopes;
use setters::Setters;
use tags::Tags;
use texts::Texts;
pub(crate) use webhooks::FEATURE as WEBHOOKS_FEATURE;

/// What all emitters need to know.
pub(crate) struct Emitter<'a> {
    api: &'a Api,
    config: &'a Config,
    names: Names,
    scopes: Scopes,
    layout: Layout,
    features: Features,
    headers: HeaderNames,
    paging: PagingNames,
    tags: Tags<'a>,
    parameters: HashMap<&'a Pointer, (usize, &'a str)>,
    texts: Texts,
    setters: Setters,
}

/// The files of the crate that `api` becomes.
///
/// # Errors
///
/// Where a template of a file that is not Rust cannot be filled.
pub fn emit(api: &Api, config: &Config) -> Result<Vec<File>, Diagnostics> {
    files(&Emitter::new(api, config))
}

/// The same, and the names that it has, for the lock file.
pub(crate) fn emit_and_lock(api: &Api, config: &Config) -> Result<(Vec<File>, Lock), Diagnostics> {
    let emitter = Emitter::with(api, config, true);
    Ok((files(&emitter)?, emitter.lock()))
}

fn files(emitter: &Emitter<'_>) -> Result<Vec<File>, Diagnostics> {
    let mut files = vec![client::lib_file(emitter), client::client_file(emitter)];
    files.push(settings::file(emitter));
    files.push(answers::file(emitter));
    files.extend(restricted::files(emitter));
    files.extend(types::files(emitter));
    files.extend(resources::files(emitter));
    files.extend(own::file(emitter));
    files.extend(failures::file(emitter));
    files.extend(headers::file(emitter));
    files.extend(samples::files(emitter));
    files.extend(waiting::file(emitter));
    files.extend(webhooks::file(emitter)?);
    files.extend(package::files(emitter)?);
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}

/// The name of every component schema in the document, and that of its type in the crate.
#[must_use]
pub fn component_types(api: &Api, config: &Config) -> Vec<(String, String)> {
    let emitter = Emitter::new(api, config);
    let types = api.types.iter().enumerate();
    types
        .filter_map(|(at, definition)| {
            let name = definition.name.clone()?;
            // Further views of a component stand elsewhere.
            let is_itself = definition.pointer.last().as_deref() == Some(name.as_str());
            is_itself.then_some(())?;
            Some((name, emitter.names.of(TypeId(at)).to_string()))
        })
        .collect()
}

impl<'a> Emitter<'a> {
    fn new(api: &'a Api, config: &'a Config) -> Self {
        Self::with(api, config, false)
    }

    /// The same, and whether its names are to be remembered: [`Emitter::lock`] needs that.
    fn with(api: &'a Api, config: &'a Config, is_remembering: bool) -> Self {
        let renames = |pointer: &Pointer| {
            let new = config
                .names
                .rename
                .get(&Renamed::Pointer(pointer.clone()))?;
            new.type_name().map(|name| name.as_str().to_owned())
        };
        let client = client::name(api, config);
        let pins = Pins::new(&config.names.locked);
        let names = Names::new(api, &client.to_string(), &renames, &pins);
        let parts = Parts::new(&config.names.locked, is_remembering);
        let scopes = Scopes::new(api, &names, &pins, &parts);
        let headers = HeaderNames::new(api, &names, &parts);
        let event = webhooks::event_type(api, config);
        let features = Features::new(api, &names, &failures::alike(api), event);
        Self {
            api,
            config,
            names,
            scopes,
            layout: Layout::new(api),
            headers,
            features,
            paging: PagingNames::new(api),
            tags: Tags::new(api),
            parameters: definitions::parameters(api),
            texts: Texts::default(),
            setters: Setters::default(),
        }
    }
}
