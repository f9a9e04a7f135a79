//! What a schema is: a scalar, an enumeration, a list, an object, a union, or just JSON.

use std::borrow::Cow;

use super::context::Lowering;
use super::ids;
use super::node::Node;
use super::numbers;
use crate::api::{Cause, Docs, Enumeration, Format, Scalar, Type, TypeKind, Value};
use crate::document::{Pointer, percent_decode};

/// Where an inline schema stands: the owner and the member, as the API names them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place<'a> {
    pub(super) owner: &'a str,
    pub(super) member: &'a str,
}

/// What a schema came to.
pub(super) enum Made {
    /// A type that needs no definition of its own.
    Type(Type),
    /// A type with parts, not yet defined.
    Kind(TypeKind),
}

/// The type of a value, and whether the value may be null.
#[derive(Clone, Debug)]
pub(super) struct Lowered {
    pub(super) ty: Type,
    pub(super) nullable: bool,
}

impl<'d> Lowering<'d> {
    /// The type of the component schema `name`.
    pub(super) fn component(&mut self, name: &str, node: &Node<'d>) -> TypeKind {
        let place = Place {
            owner: name,
            member: name,
        };
        if let Some(other) = self.reference(place, node) {
            return TypeKind::Alias(other.ty);
        }
        match self.make(place, node) {
            // A list of one word is a list that may grow, as any other.
            Made::Type(Type::Constant(Scalar::String(value))) => {
                let docs = Docs::default();
                let values = vec![Value { value, docs }];
                TypeKind::Enumeration(Enumeration { values })
            }
            Made::Type(Type::Constant(Scalar::Boolean(_))) => TypeKind::Alias(Type::Boolean),
            Made::Type(Type::Constant(Scalar::Integer(_))) => TypeKind::Alias(numbers::WHOLE),
            // What refers to a list of values says itself that it may be null.
            Made::Type(Type::Nullable(ty)) if node.has("enum") => TypeKind::Alias(*ty),
            Made::Type(ty) => TypeKind::Alias(ty),
            Made::Kind(kind) => kind,
        }
    }

    /// The type of the schema at `node`.
    pub(super) fn schema(&mut self, place: Place<'_>, node: &Node<'d>) -> Lowered {
        if let Some(named) = self.reference(place, node) {
            return named;
        }
        if let Some(known) = self.known.get(place, node) {
            return known;
        }
        let cuts = self.known.cuts();
        let lowered = self.lowered(place, node);
        self.known
            .keep(place, node, &lowered, cuts, self.making.is_empty());
        lowered
    }

    fn lowered(&mut self, place: Place<'_>, node: &Node<'d>) -> Lowered {
        let nullable = node.flag("nullable");
        let ty = match self.make(place, node) {
            Made::Type(Type::Nullable(ty)) => {
                return Lowered {
                    ty: *ty,
                    nullable: true,
                };
            }
            Made::Type(ty) => ty,
            Made::Kind(kind) => self.intern(&place, node, kind),
        };
        Lowered { ty, nullable }
    }

    /// A `$ref`: the component by its name, anything else as if it stood here.
    fn reference(&mut self, place: Place<'_>, node: &Node<'d>) -> Option<Lowered> {
        let reference = node.text("$ref")?;
        if let Some(id) = target_name(node).and_then(|name| self.component_type(&name)) {
            let target = self.follow(node);
            return Some(Lowered {
                ty: Type::Named(id),
                nullable: target.flag("nullable") || lists_null(&target),
            });
        }
        let target = self.follow(node);
        if target.value.is_null() {
            let reason = "the reference leads nowhere";
            return Some(Lowered {
                ty: self.untyped(&node.pointer, Cause::Document, reason),
                nullable: false,
            });
        }
        if node.pointer.starts_with(&target.pointer) || target.has("$ref") {
            let message = format!("`{reference}` refers to a schema around itself");
            let help = "make it a component schema and refer to that";
            self.warn(&node.pointer, "recursive-reference", message, Some(help));
            let reason = "the reference is to a schema around it";
            return Some(Lowered {
                ty: self.untyped(&node.pointer, Cause::Generator, reason),
                nullable: false,
            });
        }
        Some(self.part(place, &target))
    }

    /// What the schema at `target` comes to, where a reference at `place` is to it and to no
    /// component. A part of a component is made as it is for that: it is one type, which has the
    /// name of where it stands.
    fn part(&mut self, place: Place<'_>, target: &Node<'d>) -> Lowered {
        let Some((owner, member)) = place_in_component(&target.pointer) else {
            return self.schema(place, target);
        };
        let home = Place {
            owner: &owner,
            member: &member,
        };
        let lowered = self.schema(home, target);
        if let Some(definition) = lowered.ty.named().and_then(|id| self.types.get_mut(id.0))
            && definition.name.is_none()
            && definition.title.is_none()
        {
            definition.title = Some(format!("{owner}_{member}"));
        }
        lowered
    }

    /// What the schema at `node`, which is no reference, comes to.
    fn make(&mut self, place: Place<'_>, node: &Node<'d>) -> Made {
        if self.making.contains(&node.pointer) {
            self.known.cut();
            let message = "the composition contains itself".to_owned();
            let help = "refer to it from a property, and not from `allOf`, `oneOf` or `anyOf`";
            self.warn(&node.pointer, "recursive-composition", message, Some(help));
            let reason = "the composition contains itself";
            return Made::Type(self.untyped(&node.pointer, Cause::Document, reason));
        }
        self.making.push(node.pointer.clone());
        let made = self.make_inside(place, node);
        self.making.pop();
        made
    }

    fn make_inside(&mut self, place: Place<'_>, node: &Node<'d>) -> Made {
        let is_kind = self.inheritance.is_kind(&node.pointer);
        if !is_kind && let Some(made) = self.only_part(place, node) {
            return made;
        }
        if let Some(made) = self.single_values(place, node) {
            return made;
        }
        if !node.alternatives().is_empty() && !node.is_object() && !node.has("allOf") {
            return self.union(place, node);
        }
        if composes(node) || node.is_object() || !node.alternatives().is_empty() {
            return self.object(place, node);
        }
        if node.has("enum") || node.has("const") {
            return self.enumerated(place, node);
        }
        Made::Type(self.scalar(place, node))
    }

    /// What a composition of one part comes to, which is that part: `allOf` is how documents say
    /// more about a reference. Of parts that are no objects, what they have in common.
    fn only_part(&mut self, place: Place<'_>, node: &Node<'d>) -> Option<Made> {
        let parts: Vec<Node<'d>> = node.elements("allOf");
        let parts: Vec<_> = parts.iter().filter(|part| !part.is_only_words()).collect();
        let (first, others) = parts.split_first()?;
        if node.is_object() || !node.alternatives().is_empty() {
            return None;
        }
        if !others.is_empty() && parts.iter().any(|part| self.holds_objects(part, 0)) {
            return None;
        }
        let Lowered {
            mut ty,
            mut nullable,
        } = self.schema(place, first);
        for other in others {
            let other = self.schema(place, other);
            ty = self.both(&node.pointer, place.member, &ty, &other.ty);
            nullable &= other.nullable;
        }
        Some(Made::Type(match ty {
            Type::Nullable(_) => ty,
            ty if nullable => Type::Nullable(Box::new(ty)),
            ty => ty,
        }))
    }

    /// Text, a time, or an identifier.
    pub(super) fn string(&mut self, place: Place<'_>, node: &Node<'d>) -> Type {
        match node.text("format") {
            Some("date-time") => Type::DateTime,
            Some("date") => Type::Formatted(Format::Date),
            Some("time") => Type::Formatted(Format::Time),
            Some("duration") => Type::Formatted(Format::Duration),
            Some("byte") => Type::Formatted(Format::Bytes),
            format => match ids::name_of(place.member, place.owner, &self.component_ids) {
                Some(id) if format.is_none_or(|format| format == "uuid") => Type::Id(id),
                _ => Type::String,
            },
        }
    }

    /// The type of an element of a list or a map, which says itself that it may be null.
    pub(super) fn element(&mut self, place: Place<'_>, node: &Node<'d>) -> Type {
        let member = singular(place.member);
        let element = self.schema(
            Place {
                owner: place.owner,
                member: &member,
            },
            node,
        );
        let ty = match element.ty {
            Type::Constant(value) => {
                let place = Place {
                    owner: place.owner,
                    member: &member,
                };
                self.constant(&place, node, value)
            }
            ty => ty,
        };
        if element.nullable {
            Type::Nullable(Box::new(ty))
        } else {
            ty
        }
    }
}

/// Whether the parts of an `allOf` say anything of values.
fn composes(node: &Node<'_>) -> bool {
    let parts = node.elements("allOf");
    parts.iter().any(|part| !part.is_only_words())
}

/// Whether null is among the values that the schema lists.
fn lists_null(node: &Node<'_>) -> bool {
    let values = node.value.get("enum").and_then(|values| values.as_array());
    values.is_some_and(|values| values.contains(&serde_json::Value::Null))
}

/// The name of the component that the reference at `node` means. `#` is how a schema with
/// `$recursiveRef` means itself: the whole document is no schema.
pub(super) fn target_name<'d>(node: &Node<'d>) -> Option<Cow<'d, str>> {
    let reference = node.text("$ref")?;
    if reference != "#" {
        return component_name(reference);
    }
    let mut segments = node.pointer.segments();
    let is_schema = segments.next().as_deref() == Some("components")
        && segments.next().as_deref() == Some("schemas");
    let name = segments.next().filter(|_| is_schema)?;
    Some(Cow::Owned(name.into_owned()))
}

/// The owner and the member for which a component makes the schema at `pointer`, a part of it.
fn place_in_component(pointer: &Pointer) -> Option<(String, String)> {
    let mut segments = pointer.segments();
    let is_schema = segments.next()? == "components" && segments.next()? == "schemas";
    let owner = segments.next().filter(|_| is_schema)?.into_owned();
    let mut member = owner.clone();
    while let Some(keyword) = segments.next() {
        member = match &*keyword {
            "properties" => segments.next()?.into_owned(),
            "items" => singular(&member).into_owned(),
            "additionalProperties" => {
                singular(&format!("{}_value", singular(&member))).into_owned()
            }
            "allOf" | "oneOf" | "anyOf" => {
                segments.next()?;
                continue;
            }
            _ => return None,
        };
    }
    (member != owner).then_some((owner, member))
}

/// The name in a reference to a component schema: a pointer (RFC 6901, section 4), percent-encoded
/// as fragments of addresses are (section 6).
pub(super) fn component_name(reference: &str) -> Option<Cow<'_, str>> {
    let name = reference.strip_prefix("#/components/schemas/")?;
    if !name.contains(['%', '~']) {
        return (!name.contains('/')).then_some(Cow::Borrowed(name));
    }
    let name = percent_decode(name);
    (!name.contains('/')).then(|| Cow::Owned(name.replace("~1", "/").replace("~0", "~")))
}

/// The name of one thing, where `plural` names several: `device_ids` → `device_id`.
#[must_use]
pub(crate) fn singular(plural: &str) -> Cow<'_, str> {
    let last = plural.rsplit(['_', '-', ' ', '.']).next().unwrap_or(plural);
    // Short words such as `acs` and `sms` are no plurals; nor is what ends in `ss`, `us`, `is`.
    if last.len() <= 3 && last != "ids" {
        return Cow::Borrowed(plural);
    }
    let keeps = ["ss", "us", "is", "news", "series", "species", "ios"];
    if keeps.iter().any(|ending| last.ends_with(ending)) {
        return Cow::Borrowed(plural);
    }
    if let Some(stem) = plural.strip_suffix("ies") {
        return Cow::Owned(format!("{stem}y"));
    }
    for ending in ["sses", "shes", "ches", "xes"] {
        if plural.ends_with(ending) {
            return Cow::Borrowed(plural.strip_suffix("es").unwrap_or(plural));
        }
    }
    Cow::Borrowed(plural.strip_suffix('s').unwrap_or(plural))
}

#[cfg(test)]
mod tests {
    use super::singular;

    #[test]
    fn plurals() {
        for (plural, one) in [
            ("device_ids", "device_id"),
            ("errors", "error"),
            ("properties", "property"),
            ("user_identities", "user_identity"),
            ("access", "access"),
            ("status", "status"),
            ("acs", "acs"),
            ("boxes", "box"),
            ("addresses", "address"),
            ("batches", "batch"),
            ("spaces", "space"),
            ("phones", "phone"),
            ("ids", "id"),
            ("data", "data"),
            ("basis", "basis"),
        ] {
            assert_eq!(singular(plural), one);
        }
    }
}
