//! What a method does to a path of some shape: `GET /x` lists, `GET /x/{id}` gets.

use std::collections::BTreeSet;

use super::ids::Phrase;
use super::{Answer, Route, verbs};
use crate::api::Method;

/// What a path looks like.
pub(super) struct Shape {
    /// Whether it ends in a parameter.
    pub(super) is_item: bool,
    /// Whether its last fixed step has items somewhere.
    pub(super) has_items: bool,
    /// Whether that step is of many things.
    pub(super) is_plural: bool,
    /// The methods of the path.
    pub(super) siblings: BTreeSet<Method>,
}

/// The name of an operation: the verb of its id, or what its method does.
pub(super) fn name(route: &Route, shape: &Shape, phrase: &Phrase) -> String {
    let plain = plain(route, shape);
    match phrase.verb.as_deref() {
        None => plain.to_owned(),
        // `uploadFile` on `/uploads` creates one; to `PUT` a ban is to ban all the same.
        Some(verb) if phrase.is_said && !verbs::is_generic(verb) && route.method != Method::Put => {
            plain.to_owned()
        }
        Some(verb) => by_verb(verb, route.method, plain),
    }
}

/// The usual word for what an id says, where there is one.
fn by_verb(verb: &str, method: Method, plain: &str) -> String {
    let usual = match (method, verb) {
        (_, verb) if verb == method.name() => plain,
        (Method::Get, "list" | "index" | "get_all" | "find_all" | "list_all") => "list",
        (Method::Get, verb) if verbs::READS.contains(&verb) => plain,
        (Method::Post, "insert" | "new" | "create") => "create",
        (Method::Put, "edit" | "modify" | "change" | "update") => match plain {
            "replace" => "replace",
            _ => "update",
        },
        (Method::Patch, "edit" | "modify" | "change" | "update") => match plain {
            "update_all" => plain,
            _ => "update",
        },
        (Method::Post, "edit" | "modify" | "change" | "update") => "update",
        (Method::Post, verb) if verbs::READS.contains(&verb) => match verb {
            "list" => "list",
            _ => "get",
        },
        (Method::Delete, "destroy" | "del") => plain,
        (_, verb) => return verb.to_owned(),
    };
    usual.to_owned()
}

/// What the method does to such a path.
fn plain<'a>(route: &'a Route, shape: &Shape) -> &'a str {
    let many = !shape.is_item && shape.is_plural;
    let has = |method| shape.siblings.contains(&method);
    match route.method {
        Method::Get if shape.is_item => "get",
        Method::Get => match route.answer {
            Answer::List => "list",
            Answer::WithList | Answer::Unknown if shape.is_plural => "list",
            Answer::WithList | Answer::Unknown if shape.has_items => "list",
            _ if shape.is_plural && shape.has_items => "list",
            _ => "get",
        },
        Method::Post if shape.is_item => match has(Method::Put) || has(Method::Patch) {
            true => "create",
            false => "update",
        },
        Method::Post
            if !shape.is_plural
                && !shape.has_items
                && has(Method::Get)
                && !has(Method::Put)
                && !has(Method::Patch) =>
        {
            "update"
        }
        Method::Post => "create",
        Method::Put if has(Method::Patch) => "replace",
        Method::Put if many && shape.has_items => "replace_all",
        Method::Put => "update",
        Method::Patch if many && shape.has_items => "update_all",
        Method::Patch => "update",
        Method::Delete if many && shape.has_items => "delete_all",
        _ => route.method.name(),
    }
}
