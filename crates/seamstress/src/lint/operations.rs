//! Operations: their ids, and the security that they ask for.

use std::collections::HashMap;

use serde_json::Value;

use super::rules::{Rules, elements, members, text};
use crate::document::{Kind, Pointer};
use crate::text::advise;

pub(super) fn check(rules: &mut Rules<'_>) {
    ids(rules);
    security(rules);
}

/// An `operationId` is that of one operation (OpenAPI 3.0.4, section 4.8.10.1).
fn ids(rules: &mut Rules<'_>) {
    let mut known: HashMap<&str, Pointer> = HashMap::new();
    for part in rules.parts().iter() {
        let Some(id) = text(part.value, "operationId").filter(|_| part.kind == Kind::Operation)
        else {
            continue;
        };
        match known.get(id) {
            Some(first) => {
                let first = rules.document.origin(first);
                let message = format!("another operation has the id `{id}`: {first}");
                let help = "give each operation an `operationId` of its own";
                let at = part.pointer.child("operationId");
                rules.warn("duplicate-operation-id", &at, message, help);
            }
            None => {
                known.insert(id, part.pointer.clone());
            }
        }
    }
}

/// Requirements name schemes of `securitySchemes` (OpenAPI 3.0.4, section 4.8.30).
fn security(rules: &mut Rules<'_>) {
    let root = rules.document.root();
    requirements(rules, &Pointer::root(), root);
    for part in rules.parts().iter() {
        if part.kind == Kind::Operation {
            requirements(rules, &part.pointer, part.value);
        }
    }
}

fn requirements(rules: &mut Rules<'_>, at: &Pointer, node: &Value) {
    let components = rules.document.root().get("components");
    let schemes = components.and_then(|all| all.get("securitySchemes"));
    let at = at.child("security");
    for (index, requirement) in elements(node, "security").iter().enumerate() {
        let names = requirement.as_object().into_iter().flatten();
        for (name, _) in names {
            if schemes.is_some_and(|schemes| schemes.get(name).is_some()) {
                continue;
            }
            let known = components.map(|all| members(all, "securitySchemes"));
            let known: Vec<&str> = known.into_iter().flatten().map(|(name, _)| name).collect();
            let message = format!("the document has no security scheme `{name}`");
            let otherwise = "define it under `components.securitySchemes`, or correct the name";
            let help = advise(name, &known, otherwise);
            let at = at.index(index).child(name);
            rules.warn("unknown-security", &at, message, help);
        }
    }
}
