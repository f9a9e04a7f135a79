//! What has a name, as the lock file writes it.
//!
//! Things with a name of their own are a word and that name: `schema pet`. An inline type is the
//! places where it stands, each the Rust name of its owner and a part of that: `Pet.tags`. Rust
//! names of types begin with a capital, so neither is ever taken for the other.

use crate::api::{Alternative, Cases, Parameter, Scalar, Status};

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
