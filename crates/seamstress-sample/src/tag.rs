//! `discriminator`: which text of a property stands for which schema.
//!
//! OpenAPI 3.1.0, Discriminator Object: a text stands for the schema that `mapping` gives it, or
//! for the component schema of that name. Validators ignore it, but readers go by it.

use serde_json::Value;

use crate::document::Document;
use crate::error::SampleError;
use crate::schema::{Place, Schema, sorted};

/// A property that must have one of some texts.
#[derive(Clone, Debug)]
pub(crate) struct Tag<'a> {
    /// Where the discriminator stands.
    pub(crate) schema: Schema<'a>,
    /// The name of the property.
    pub(crate) property: &'a str,
    /// What it may say.
    pub(crate) texts: Vec<String>,
}

/// The property that the discriminator of a schema names.
pub(crate) fn property<'a>(schema: &Schema<'a>) -> Option<&'a str> {
    schema.get("discriminator")?.get("propertyName")?.as_str()
}

/// The tag of a variant of a union, where the union has a discriminator.
pub(crate) fn of_variant<'a>(
    union: &Schema<'a>,
    variant: &Schema<'a>,
    document: &Document<'a>,
) -> Result<Option<Tag<'a>>, SampleError> {
    let Some(property) = property(union) else {
        return Ok(None);
    };
    let Some(target) = document.follow(variant)? else {
        return Ok(None);
    };
    let mapped = mapping(union, document)?.into_iter();
    let mut texts: Vec<_> = mapped
        .filter(|(_, schema)| schema.id() == target.id())
        .map(|(text, _)| text.to_owned())
        .collect();
    if texts.is_empty() {
        texts.extend(component_name(&target));
    }
    let schema = union.clone();
    Ok((!texts.is_empty()).then_some(Tag {
        schema,
        property,
        texts,
    }))
}

/// The schemas that a discriminator without a union chooses from, each with its text: those of the
/// mapping, and those that have an `allOf` with this schema.
pub(crate) fn heirs<'a>(
    schema: &Schema<'a>,
    document: &Document<'a>,
) -> Result<Vec<(&'a str, Schema<'a>)>, SampleError> {
    if property(schema).is_none() || schema.get("oneOf").or(schema.get("anyOf")).is_some() {
        return Ok(Vec::new());
    }
    let mut heirs = mapping(schema, document)?;
    for (name, heir) in document.heirs(schema) {
        if heirs.iter().all(|(_, known)| known.id() != heir.id()) {
            heirs.push((name, heir));
        }
    }
    Ok(heirs)
}

fn mapping<'a>(
    schema: &Schema<'a>,
    document: &Document<'a>,
) -> Result<Vec<(&'a str, Schema<'a>)>, SampleError> {
    let mapping = schema
        .get("discriminator")
        .and_then(|tag| tag.get("mapping"));
    let entries = mapping
        .and_then(Value::as_object)
        .into_iter()
        .flat_map(sorted);
    let mut schemas = Vec::new();
    for (text, target) in entries {
        let target = target.as_str().unwrap_or_default();
        // A mapping may name a component instead of referring to it.
        let reference = if target.starts_with('#') {
            target.to_owned()
        } else {
            let components = Place::default().child("components").child("schemas");
            components.child(target).pointer()
        };
        let (value, place) = document.target(&reference, schema)?;
        let site = schema.id();
        schemas.push((text, Schema { value, place, site }));
    }
    Ok(schemas)
}

fn component_name(schema: &Schema<'_>) -> Option<String> {
    let pointer = schema.pointer();
    let name = pointer.strip_prefix("#/components/schemas/")?;
    (!name.contains('/')).then(|| name.replace("~1", "/").replace("~0", "~"))
}
