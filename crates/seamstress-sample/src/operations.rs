//! The places where a document has schemas worth sampling: answers, bodies, components.

use serde_json::Value;

use crate::document::Document;
use crate::error::SampleError;
use crate::schema::{Place, Schema, sorted};

/// The methods of a path item (OpenAPI 3.1.0, Path Item Object).
const METHODS: [&str; 8] = [
    "delete", "get", "head", "options", "patch", "post", "put", "trace",
];

/// The schema of what an operation sends or answers as JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Body {
    /// The method, in lower case.
    pub method: String,
    /// The path, as the document writes it.
    pub path: String,
    /// The status of an answer, such as `200` or `2XX`; nothing for a request.
    pub status: Option<String>,
    /// The JSON pointer of the schema, for the methods of [`Sampler`](crate::Sampler).
    pub pointer: String,
}

/// The JSON schemas of all answers that tell of success, by path, method and status.
pub(crate) fn responses(document: &Document<'_>) -> Result<Vec<Body>, SampleError> {
    let mut bodies = Vec::new();
    for (path, method, operation) in operations(document)? {
        for (status, response) in operation.entries("responses") {
            if status.starts_with('2') {
                let response = settle(document, response)?;
                bodies.extend(body(path, method, Some(status), &response));
            }
        }
    }
    Ok(bodies)
}

/// The JSON schemas of all request bodies, by path and method.
pub(crate) fn requests(document: &Document<'_>) -> Result<Vec<Body>, SampleError> {
    let mut bodies = Vec::new();
    for (path, method, operation) in operations(document)? {
        if let Some(request) = operation.child("requestBody") {
            let request = settle(document, request)?;
            bodies.extend(body(path, method, None, &request));
        }
    }
    Ok(bodies)
}

/// The names and pointers of all component schemas, by name.
pub(crate) fn components(document: &Document<'_>) -> Vec<(String, String)> {
    let schemas = document
        .root
        .pointer("/components/schemas")
        .and_then(Value::as_object);
    let place = Place::default().child("components").child("schemas");
    let schemas = schemas.into_iter().flat_map(sorted);
    schemas
        .map(|(name, _)| (name.to_owned(), place.child(name).pointer()))
        .collect()
}

type Operation<'a> = (&'a str, &'static str, Schema<'a>);

fn operations<'a>(document: &Document<'a>) -> Result<Vec<Operation<'a>>, SampleError> {
    let root = document.schema("")?;
    let mut operations = Vec::new();
    for (path, item) in root.entries("paths") {
        let item = settle(document, item)?;
        let methods = METHODS
            .iter()
            .filter_map(|method| Some((*method, item.child(method)?)));
        operations.extend(methods.map(|(method, operation)| (path, method, operation)));
    }
    Ok(operations)
}

/// What is at the end of a chain of references. A chain that never ends counts as one to nothing.
fn settle<'a>(document: &Document<'a>, start: Schema<'a>) -> Result<Schema<'a>, SampleError> {
    let mut node = start.clone();
    for _ in 0..64 {
        match document.follow(&node)? {
            Some(next) => node = next,
            None => return Ok(node),
        }
    }
    Err(SampleError::new(
        start.pointer(),
        "the reference leads in a circle",
        "put what is meant in the place of one of the references",
    ))
}

fn body(path: &str, method: &str, status: Option<&str>, holder: &Schema<'_>) -> Option<Body> {
    let media_types = holder.entries("content");
    let (_, json) = media_types
        .iter()
        .find(|(media_type, _)| is_json(media_type))?;
    Some(Body {
        method: method.to_owned(),
        path: path.to_owned(),
        status: status.map(str::to_owned),
        pointer: json.child("schema")?.pointer(),
    })
}

/// Whether a media type is JSON: `application/json`, or with the suffix of RFC 6839, section 3.1.
fn is_json(media_type: &str) -> bool {
    let essence = media_type.split(';').next().unwrap_or_default().trim();
    let essence = essence.to_ascii_lowercase();
    essence == "application/json" || essence.ends_with("+json")
}
