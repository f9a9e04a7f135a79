//! Pages of objects, drawn from the document.

use std::path::Path;

use seamstress::config::Config;
use seamstress::document::Document;
use seamstress_sample::Sampler;
use serde_json::Value;

use crate::Fault;

/// How many values an object may have: of devices, about as many as most have.
const VALUES: usize = 100;

/// The sampler lets a random document hold an eighth of what it is told.
const SHARE: usize = 8;

/// A list of objects of one kind.
#[derive(Debug)]
pub struct Page {
    /// The member of an answer that holds them: `devices`.
    pub key: &'static str,
    /// The list as JSON text.
    pub list: Vec<u8>,
    /// How many objects there are.
    pub objects: usize,
}

/// Pages of devices, access codes and events. The same seed gives the same bytes.
///
/// # Errors
///
/// Where the document cannot be read or sampled.
pub fn draw(objects: usize, seed: u64) -> Result<[Page; 3], Fault> {
    let document = document()?;
    // What no version of the document has, strict types refuse.
    let sampler = Sampler::new(&document)
        .seed(seed)
        .unforeseen(false)
        .values(VALUES * SHARE);
    let page = |key: &'static str, schema: &str| -> Result<Page, Fault> {
        let pointer = format!("#/components/schemas/{schema}");
        let list = Value::Array(sampler.random(&pointer, objects)?);
        Ok(Page {
            key,
            list: list.to_string().into_bytes(),
            objects,
        })
    };
    Ok([
        page("devices", "device")?,
        page("access_codes", "access_code")?,
        page("events", "event")?,
    ])
}

impl Page {
    /// The list within an answer, as the server sends it.
    #[must_use]
    pub fn answer(&self) -> Vec<u8> {
        let mut answer = format!("{{\"{}\":", self.key).into_bytes();
        answer.extend_from_slice(&self.list);
        answer.extend_from_slice(
            br#","pagination":{"has_next_page":false,"next_page_cursor":null,"next_page_url":null},"ok":true}"#,
        );
        answer
    }
}

/// The document that the crate is generated from: Seam's, and what the overlay adds to it.
fn document() -> Result<Value, Fault> {
    let spec = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../spec");
    let config = Config::load(spec.join("seamstress.toml")).map_err(|one| one.to_string())?;
    let (document, _) = Document::load(&config.document.path, &config.document.overlays)
        .map_err(|one| one.to_string())?;
    Ok(document.root().clone())
}
