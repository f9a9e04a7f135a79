//! `seamstress init`: a configuration to start from, with what was found in the document.

use std::fmt::Write;
use std::path::Path;

use seamstress::diagnostic::{Diagnostic, Diagnostics, Location};
use seamstress::job::{Job, Made, relative};
use seamstress::output::write_one;
use seamstress::report::{Files, Outcome, plain};

use crate::arguments::Init;
use crate::report::{print, terminal};

pub(crate) fn run(arguments: &Init) -> Outcome {
    let outcome =
        make(arguments).unwrap_or_else(|diagnostics| Outcome::refused("init", &diagnostics));
    if arguments.json {
        print(&outcome);
    } else {
        terminal::diagnostics(&outcome, false);
        terminal::initialised(&outcome, &arguments.config);
    }
    outcome
}

fn make(arguments: &Init) -> Result<Outcome, Diagnostics> {
    let path = &arguments.config;
    if path.exists() && !arguments.force {
        let message = format!("`{}` is there already", path.display());
        let help = "name another file by `--config`, or replace it by `--force`";
        return Err(Diagnostic::error("foreign-file", message)
            .located(Location::file(path))
            .help(help)
            .into());
    }
    let folder = path.parent().unwrap_or(Path::new(""));
    let job = Job {
        document: Some(arguments.document.clone()),
        output: Some(
            arguments
                .out
                .clone()
                .unwrap_or_else(|| folder.join("client")),
        ),
        name: arguments.name.clone(),
        ..Job::default()
    };
    let made = job.open()?.make()?;
    let text = configuration(&made, folder);
    write_one(path, &text)?;
    let mut outcome = Outcome::made("init", &made);
    outcome.files = Some(Files {
        written: vec![path.to_string_lossy().replace('\\', "/")],
        removed: Vec::new(),
        unchanged: 0,
        changes: Vec::new(),
        summary: "1 file written".to_owned(),
    });
    Ok(outcome)
}

/// The text of the configuration of a crate that stands in `folder`.
fn configuration(made: &Made, folder: &Path) -> String {
    let (config, api) = (&made.config, &made.api);
    let mut text = String::new();
    let title = if api.title.is_empty() {
        "this API"
    } else {
        &api.title
    };
    let _ = write!(
        text,
        "# How {} becomes a crate: {} operations and {} types, as it is now.\n\
         # What is left out has a default. A key that is not known is an error.\n\n\
         [package]\nname = {}\nversion = \"0.1.0\"\n\
         # Where the crate is written; relative to this file, as all paths here.\noutput = {}\n\
         # description = \"A typed client of …\"\n# license = \"MIT OR Apache-2.0\"\n\n",
        one_line(title),
        api.operations.len(),
        api.types.len(),
        quoted(config.package.name.as_str()),
        quoted(&relative(folder, &config.package.output)),
    );
    let _ = write!(
        text,
        "[document]\npath = {}\n\
         # Corrections of the document, as OpenAPI Overlays.\n# overlays = [\"overlay.yaml\"]\n\n",
        quoted(&relative(folder, &config.document.path)),
    );
    text.push_str(
        "[client]\n# The entry type; by default the title in camel case.\n# name = \"Client\"\n",
    );
    match &api.base_url {
        Some(url) => {
            let _ = writeln!(
                text,
                "# Where requests go; the document says {}.\n# base-url = {}",
                one_line(url),
                quoted(url)
            );
        }
        None => text.push_str(
            "# Where requests go. The document does not say, so callers have to, or you here.\n\
             # base-url = \"https://api.example.com\"\n",
        ),
    }
    text.push_str(&credentials(made));
    text.push_str(&resources(made));
    text
}

fn credentials(made: &Made) -> String {
    if made.api.credentials.is_empty() {
        return "\n# The document has no security scheme, so there are no credentials.\n"
            .to_owned();
    }
    let mut text = String::from(
        "\n# The ways to authenticate that were found. To change one, all have to be listed.\n",
    );
    for credential in &made.api.credentials {
        let schemes: Vec<String> = credential.schemes.iter().map(|name| quoted(name)).collect();
        let _ = write!(
            text,
            "# [[client.credentials]]\n# name = {}\n# schemes = [{}]\n",
            quoted(&credential.name),
            schemes.join(", ")
        );
        if let Some(variable) = &credential.variable {
            let _ = writeln!(text, "# environment = {}", quoted(variable));
        }
    }
    text
}

fn resources(made: &Made) -> String {
    let mut text =
        String::from("\n# Calls are named after paths and ids; this overrules a name.\n");
    text.push_str(
        "# What has a name keeps it: they are in a file beside this one with the ending `.lock`, which\n\
         # is written by the first run. Commit it; `lock = false` is to have none.\n\
         # [names]\n# lock = \"seamstress.lock\"\n# [names.rename]\n",
    );
    let first = made.api.operations.first();
    let pointer = first.map(|operation| made.document.origin(&operation.pointer).to_string());
    let pointer = pointer.unwrap_or_else(|| "#/components/schemas/Pet".to_owned());
    let _ = writeln!(text, "# {} = \"another_name\"", quoted(&pointer));
    text
}

/// A TOML basic string (TOML 1.0.0, "String"): JSON's strings are that too, but for one character.
fn quoted(text: &str) -> String {
    let text = serde_json::Value::from(text).to_string();
    text.replace('\u{7f}', "\\u007f")
}

/// Text that stays within a comment.
fn one_line(text: &str) -> String {
    plain(text)
}
