//! What has a name, as the lock file writes it.
//!
//! Things with a name of their own are a word and that name: `schema pet`. An inline type is the
//! places where it stands, each the Rust name of its owner and a part of that: `Pet.tags`. Rust
//! names of types begin with a capital, so neither is ever taken for the other.

use super::Names;
use crate::api::{
    Alternative, AnswerHeader, Cases, Format, HeaderForm, Parameter, Scalar, Status, Type,
};

/// Of members without a name.
pub(super) const REST: &str = ".*";
/// Of another name for a type.
pub(super) const ALIAS: &str = "=";
/// Of a stream.
pub(super) const ITEM: &str = "~";

/// A component.
pub(super) fn schema(name: &str) -> String {
    format!("schema {name}")
}

/// A type of ids.
pub(super) fn id(name: &str) -> String {
    format!("id {name}")
}

/// What stands beside others by its way: a resource, a request, what comes of it.
pub(in crate::rust) fn at(what: &str, path: &[String]) -> String {
    format!("{what} {}", path.join("."))
}

/// The enum of the cases of the type `name`, by the suffix of its name: `Kind` or `State`.
pub(in crate::rust) fn cases(name: &str, suffix: &str) -> String {
    format!("{} {name}", suffix.to_ascii_lowercase())
}

/// The suffix of such an enum.
pub(in crate::rust) fn suffix(cases: &Cases) -> &'static str {
    match cases.is_state {
        true => "State",
        false => "Kind",
    }
}

/// A member of an object.
pub(super) fn member(name: &str) -> String {
    format!(".{name}")
}

/// A member of a case.
pub(super) fn member_of(case: &str, name: &str) -> String {
    format!("[{case}].{name}")
}

/// An alternative that a tag tells from others.
pub(super) fn tag(value: &Scalar) -> String {
    format!("[{}]", value.text())
}

/// An alternative that its looks tell from others.
pub(super) fn shape(alternative: &Alternative) -> String {
    let json = alternative.json.word();
    let mut required = alternative.required.clone();
    required.sort();
    format!("|{json} {}", required.join(" "))
        .trim_end()
        .to_owned()
}

/// A parameter of an operation.
pub(super) fn parameter(parameter: &Parameter) -> String {
    format!("({})", parameter.name)
}

/// What comes back, by the member of the answer.
pub(super) fn returned(key: Option<&str>) -> String {
    format!(" -> {}", key.unwrap_or_default())
        .trim_end()
        .to_owned()
}

/// What comes with a status.
pub(super) fn answer(status: Status) -> String {
    match status {
        Status::Exactly(code) => format!(" {code}"),
        Status::Class(class) => format!(" {class}XX"),
        Status::Default => " default".to_owned(),
    }
}

/// A header of an answer.
pub(super) fn header(name: &str) -> String {
    format!("@{}", name.to_ascii_lowercase())
}

/// A header of one type, as the lock file has it: `headers@x-total integer`.
pub(super) fn described(types: &Names, header: &AnswerHeader) -> String {
    let form = match header.form {
        HeaderForm::Value => "",
        HeaderForm::List => "list of ",
        HeaderForm::Members => "members of ",
        HeaderForm::Pairs => "pairs of ",
        HeaderForm::Json => "json of ",
    };
    let name = header.name.to_ascii_lowercase();
    format!("headers@{name} {form}{}", type_text(types, &header.ty))
}

/// A type, in words that are the same in every version of the generator.
fn type_text(types: &Names, ty: &Type) -> String {
    let bound = |bound: &Option<i128>| bound.map_or_else(String::new, |bound| bound.to_string());
    match ty {
        Type::Named(id) => types.of(*id).to_string(),
        Type::Id(name) => types.id(name).to_string(),
        Type::List(inner) => format!("[{}]", type_text(types, inner)),
        Type::Map(inner) => format!("{{{}}}", type_text(types, inner)),
        Type::Nullable(inner) => format!("{}?", type_text(types, inner)),
        Type::Integer {
            minimum: None,
            maximum: None,
        } => "integer".to_owned(),
        Type::Integer { minimum, maximum } => {
            format!("integer {}..{}", bound(minimum), bound(maximum))
        }
        Type::String => "string".to_owned(),
        Type::Boolean => "boolean".to_owned(),
        Type::Number => "number".to_owned(),
        Type::DateTime => "datetime".to_owned(),
        Type::Formatted(Format::Date) => "date".to_owned(),
        Type::Formatted(Format::Time) => "time".to_owned(),
        Type::Formatted(Format::Duration) => "duration".to_owned(),
        Type::Formatted(Format::Bytes) => "bytes".to_owned(),
        Type::Content => "content".to_owned(),
        Type::Json => "json".to_owned(),
        Type::Constant(scalar) => scalar.text().to_owned(),
    }
}
