//! The rules by which nodes became what they are, each in one sentence.

use crate::api::{Location as Place, Operation, Returns, Type, TypeKind, Union};

/// The rule, and whether the name is remembered from an earlier run.
pub(super) fn with_lock(rule: String, is_locked: bool) -> String {
    match is_locked {
        true => format!("{rule}; its name is that of the lock file"),
        false => rule,
    }
}

/// Why a schema is a type of this kind.
pub(super) fn rule_of_type(kind: &TypeKind) -> String {
    match kind {
        TypeKind::Object(object) => match &object.cases {
            Some(cases) => format!(
                "objects that the value of `{}` tells apart are one struct with the members that \
                 all share, and an enum with what only some have",
                cases.tag
            ),
            None => "an object is a struct with a field per property".to_owned(),
        },
        TypeKind::Enumeration(_) => {
            "a list of words is an open enum: other words are kept, and no error".to_owned()
        }
        TypeKind::Numbers(_) => {
            "a list of numbers is an open enum: other numbers are kept, and no error".to_owned()
        }
        TypeKind::Union(Union::Tagged { tag, .. }) => {
            format!("alternatives that the value of `{tag}` tells apart are an enum")
        }
        TypeKind::Union(Union::Dependent { .. }) => {
            "alternatives that a member beside tells apart are an enum".to_owned()
        }
        TypeKind::Union(Union::Shaped { .. }) => {
            "alternatives without a common tag are an enum, and told apart by what the JSON looks \
             like"
                .to_owned()
        }
        TypeKind::Alias(Type::Json) => {
            "of the values no more is known than that they are JSON".to_owned()
        }
        TypeKind::Alias(_) => {
            "a schema without parts of its own is another name for a type".to_owned()
        }
    }
}

/// Why an operation is called as it is.
pub(super) fn rule_of_operation(operation: &Operation) -> String {
    let method = operation.method.name().to_ascii_uppercase();
    let result = match &operation.returns {
        Returns::Nothing => "gives nothing",
        Returns::Page { .. } => "gives a list",
        _ => "gives a value",
    };
    let server = operation.server.as_ref();
    let server = server.map(|server| format!("; it goes to `{server}`, a server of its own"));
    format!(
        "`{method} {}` is a method that {result}; what must be given is an argument, the rest are \
         setters{}",
        operation.path,
        server.unwrap_or_default()
    )
}

/// Why a parameter is given where it is.
pub(super) fn rule_of_parameter(required: bool, place: Place) -> String {
    let place = match place {
        Place::Path => "the path",
        Place::Query => "the query",
        Place::Header => "a header",
        Place::Cookie => "a cookie",
        _ => "the body",
    };
    if required {
        format!("what must be given is an argument of the method; it is sent in {place}")
    } else {
        format!("what may be given is a setter of the request; it is sent in {place}")
    }
}
