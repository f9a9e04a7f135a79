//! Prints what the operations of a document become: `customers.list GET /v1/customers`.
//!
//! `cargo run -p seamstress --example calls -- openapi.yaml [seamstress.toml]`

use std::path::PathBuf;

use seamstress::config::Config;
use seamstress::diagnostic::Diagnostics;
use seamstress::document::Document;

fn main() -> Result<(), Diagnostics> {
    let mut arguments = std::env::args().skip(1).map(PathBuf::from);
    let path = arguments.next().unwrap_or_else(|| "openapi.yaml".into());
    let config = match arguments.next() {
        Some(config) => Config::load(config)?,
        None => Config::from_text(
            "seamstress.toml",
            "[package]\nname = \"calls\"\nversion = \"0.1.0\"\noutput = \"out\"\n[document]\npath = \"-\"\n",
        )?,
    };
    let (document, _) = Document::load(&path, &config.document.overlays)?;
    let (api, _) = seamstress::lower(&document, &config);
    for call in api.calls() {
        println!("{call}");
    }
    Ok(())
}
