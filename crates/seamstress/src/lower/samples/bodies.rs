//! Which schema a body has, and what is sent in it.

use seamstress_sample::Direction;
use serde_json::{Map, Value, json};

use super::Samples;
use super::values::telling;
use crate::api::{BodyFormat, Location, Operation, Parameter, Type};
use crate::document::Pointer;

/// The length of bodies and of answers that says much in little.
pub(super) const LENGTH: usize = 600;

/// What is sent as a file, or as it is: what stands in it makes no difference.
const CONTENT: &str = "sample";

impl Samples<'_> {
    /// The members of a body; none where there is no such body, or none can be drawn.
    pub(super) fn members(&self, operation: &Operation) -> Map<String, Value> {
        let has_members = |parameter: &Parameter| parameter.location == Location::Body;
        let drawn = match operation.parameters.iter().any(has_members) {
            true => self.drawn(operation, Value::is_object),
            false => None,
        };
        let mut members = match drawn {
            Some(Value::Object(members)) => members,
            _ => Map::new(),
        };
        for parameter in &operation.parameters {
            if let Some(value) = content(&parameter.ty) {
                members.insert(parameter.name.clone(), value);
            }
        }
        members
    }

    /// A body that is one value.
    pub(super) fn whole(&self, operation: &Operation, parameter: &Parameter) -> Option<Value> {
        let drawn = || self.drawn(operation, |value| !value.is_null());
        content(&parameter.ty).or_else(drawn)
    }

    fn drawn(&self, operation: &Operation, fits: impl Fn(&Value) -> bool) -> Option<Value> {
        let schema = self.schema(operation)?;
        let sampler = self.sampler.direction(Direction::Request);
        telling(sampler, schema.as_str(), LENGTH, fits)
    }

    /// The schema of what is sent in the body.
    fn schema(&self, operation: &Operation) -> Option<Pointer> {
        let at = operation.pointer.child("requestBody");
        let node = self.document.node(&at)?;
        let (at, holder) = self.document.follow(&at, node).ok()?;
        let names = holder.get("content")?.as_object()?.keys();
        let name = names
            .filter_map(|name| Some((rank(&operation.body, name)?, name)))
            .min_by_key(|(rank, _)| *rank);
        let schema = at.child("content").child(name?.1).child("schema");
        self.document.node(&schema).map(|_| schema)
    }
}

/// How well a media type fits to what is sent; nothing where it does not.
fn rank(format: &BodyFormat, name: &str) -> Option<usize> {
    let essence = name.split(';').next().unwrap_or_default().trim();
    let essence = essence.to_ascii_lowercase();
    match format {
        BodyFormat::Json { media } | BodyFormat::JsonValue { media } => {
            let is_exact = media.as_deref().unwrap_or("application/json") == name.trim();
            let is_json = essence.contains("json") || essence.contains('*');
            (is_exact || is_json).then_some(usize::from(!is_exact))
        }
        BodyFormat::Form { .. } => (essence == "application/x-www-form-urlencoded").then_some(0),
        BodyFormat::Multipart { .. } => (essence == "multipart/form-data").then_some(0),
        BodyFormat::None | BodyFormat::Content { .. } => None,
    }
}

/// What is sent as content, or a list of it; nothing where a value has another type.
fn content(ty: &Type) -> Option<Value> {
    match ty {
        Type::Content => Some(json!(CONTENT)),
        Type::List(item) => Some(json!([content(item)?])),
        _ => None,
    }
}
