//! The parts of a body that has parts: `multipart/form-data` (RFC 7578; OpenAPI 3.0.4, section
//! 4.7.15.2).

use serde_json::Value;

use super::forms::text;
use super::styles::json;
use crate::api::{Parameter, SamplePart, Type};

const JSON: &str = "application/json";

/// The parts, in the order in which the members are given. `types` has the media types that the
/// document names.
pub(super) fn parts(
    members: &[(&Parameter, &Value)],
    types: &[(String, String)],
) -> Vec<SamplePart> {
    let mut parts = Vec::new();
    for (member, value) in members {
        let media = types.iter().find(|(known, _)| *known == member.name);
        let media = media.map(|(_, media)| media.as_str());
        match is_content(&member.ty) {
            true => files(&member.name, value, media, &mut parts),
            false => values(&member.name, value, media, &mut parts),
        }
    }
    parts
}

/// The parts of a member that is a file, or a list of files.
fn files(name: &str, value: &Value, media: Option<&str>, parts: &mut Vec<SamplePart>) {
    match value {
        Value::Array(values) => values.iter().for_each(|one| files(name, one, media, parts)),
        value => {
            // A part is a file where it has the name of one, and a field where it has none.
            let is_field = media.is_some_and(|media| media.starts_with("text/") || is_json(media));
            parts.push(SamplePart {
                name: name.to_owned(),
                file_name: (!is_field).then(|| name.to_owned()),
                media: Some(media.unwrap_or("application/octet-stream").to_owned()),
                text: text(value),
            });
        }
    }
}

/// The parts of any other member: elements of lists have parts of their own, objects are JSON.
fn values(name: &str, value: &Value, media: Option<&str>, parts: &mut Vec<SamplePart>) {
    let as_json = media.is_some_and(is_json);
    match value {
        Value::Null => {}
        Value::Array(list) if !as_json => {
            list.iter().for_each(|one| values(name, one, media, parts));
        }
        value => parts.push(SamplePart {
            name: name.to_owned(),
            file_name: None,
            media: media
                .or(value.is_object().then_some(JSON))
                .map(str::to_owned),
            text: match as_json {
                true => json(value),
                false => text(value),
            },
        }),
    }
}

fn is_content(ty: &Type) -> bool {
    match ty {
        Type::Content => true,
        Type::List(item) => is_content(item),
        _ => false,
    }
}

/// Whether a media type is JSON (RFC 6839, section 3.1).
fn is_json(media: &str) -> bool {
    let essence = media.split(';').next().unwrap_or_default().trim();
    essence == JSON || essence.ends_with("+json")
}
