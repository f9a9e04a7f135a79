//! Files that are not Rust: they come from templates, which see names and settings only.
//!
//! *Invariant:* text of the document never reaches a template, except through JSON string
//! literals, which are TOML basic strings too (TOML 1.0.0, "String").

use std::path::PathBuf;

use tera::{Context, Tera};

use super::Emitter;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::output::File;

/// The templates: the emitted file, and what it is made of.
const TEMPLATES: &[(&str, &str)] = &[
    (
        "Cargo.toml",
        include_str!("../../templates/Cargo.toml.tera"),
    ),
    ("README.md", include_str!("../../templates/README.md.tera")),
];

/// The files of the package beside its source.
pub(super) fn files(emitter: &Emitter<'_>) -> Result<Vec<File>, Diagnostics> {
    let context = context(emitter);
    let mut files = Vec::new();
    for (path, template) in TEMPLATES {
        if emitter
            .config
            .package
            .files
            .keys()
            .any(|own| own.as_path() == std::path::Path::new(path))
        {
            continue;
        }
        let text = Tera::one_off(template, &context, false).map_err(|error| {
            let message = format!("the template of `{path}` cannot be filled: {error}");
            Diagnostics::from(Diagnostic::error("bad-template", message))
        })?;
        files.push(File {
            path: PathBuf::from(path),
            text,
        });
    }
    Ok(files)
}

fn context(emitter: &Emitter<'_>) -> Context {
    let package = &emitter.config.package;
    let quoted = |text: &str| serde_json::Value::from(super::source::plain(text)).to_string();
    let list = |texts: &[String]| {
        let texts: Vec<String> = texts.iter().map(|text| quoted(text)).collect();
        format!("[{}]", texts.join(", "))
    };
    let (client, _) = emitter.client_names();
    let mut context = Context::new();
    context.insert("name", package.name.as_str());
    context.insert("crate_name", &package.name.in_code());
    context.insert("version", package.version.as_str());
    context.insert("description", &package.description.as_deref().map(quoted));
    context.insert("license", &package.license.as_deref().map(quoted));
    context.insert("repository", &package.repository.as_deref().map(quoted));
    context.insert("homepage", &package.homepage.as_deref().map(quoted));
    context.insert("keywords", &list(&package.keywords));
    context.insert("categories", &list(&package.categories));
    // Generator and runtime are of one workspace, and need the same Rust.
    let oldest = package.rust_version.as_deref();
    let oldest = oldest.unwrap_or(env!("CARGO_PKG_RUST_VERSION"));
    context.insert("rust_version", &quoted(oldest));
    context.insert("runtime_path", &package.runtime_path.as_deref().map(quoted));
    context.insert("runtime_version", &quoted(env!("CARGO_PKG_VERSION")));
    context.insert(
        "command",
        &super::source::one_line(&emitter.config.document.command),
    );
    context.insert("samples", &!emitter.api.samples.is_empty());
    context.insert("client", &client.to_string());
    context.insert("features", &emitter.features.all());
    context.insert("shared", &emitter.features.shared());
    let webhooks = emitter.config.webhooks.as_ref();
    context.insert("webhooks", &webhooks.map(|_| super::webhooks::FEATURE));
    let of_webhooks = emitter.features.enabled_by(super::webhooks::FEATURE);
    context.insert("webhooks_enables", &of_webhooks);
    let examples = package.files.keys().filter_map(|path| {
        let name = path
            .as_path()
            .strip_prefix("examples")
            .ok()?
            .to_str()?
            .strip_suffix(".rs")?;
        (!name.contains('/')).then(|| name.to_owned())
    });
    context.insert("examples", &examples.collect::<Vec<_>>());
    let credential = emitter.api.credentials.first();
    let environment = credential.and_then(|credential| credential.variable.as_deref());
    context.insert("environment", &environment.map(super::definitions::code));
    context
}
