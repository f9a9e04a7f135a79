//! Lists of values: `enum` and `const`, and unions of single values.

use serde_json::Value as Json;

use super::context::Lowering;
use super::node::Node;
use super::numbers;
use super::schema::{Made, Place};
use crate::api::{
    Alternative, Cause, Docs, Enumeration, JsonKind, KnownNumber, Scalar, Type, TypeKind, Union,
    Value,
};

/// A value of a list, and what the document says of it.
struct Listed<'d> {
    value: &'d Json,
    name: Option<&'d str>,
    docs: Docs,
}

impl<'d> Lowering<'d> {
    /// A list of values, or one value. Null among them is no value but the absence of one.
    pub(super) fn enumerated(&mut self, place: Place<'_>, node: &Node<'d>) -> Made {
        let values = match (node.get("enum"), node.get("const")) {
            (Some(values), _) => values.value.as_array().map_or(&[][..], Vec::as_slice),
            (None, Some(value)) => std::slice::from_ref(value.value),
            (None, None) => &[],
        };
        let words = |keys: [&str; 2]| {
            let words = keys.into_iter().find_map(|key| node.get(key));
            words.and_then(|words| words.value.as_array())
        };
        let names = words(["x-enum-varnames", "x-enumNames"]);
        let texts = words(["x-enum-descriptions", "x-enumDescriptions"]);
        let at = |words: Option<&'d Vec<Json>>, at: usize| words?.get(at)?.as_str();
        let listed = values.iter().enumerate().map(|(index, value)| Listed {
            value,
            name: at(names, index),
            docs: Docs {
                text: at(texts, index).map(str::to_owned),
                deprecated: None,
            },
        });
        self.listed(place, node, listed.collect())
    }

    /// A union of single values, each perhaps with a title, which is how OpenAPI 3.1 lists values
    /// that need an explanation.
    pub(super) fn single_values(&mut self, place: Place<'_>, node: &Node<'d>) -> Option<Made> {
        let alternatives = node.alternatives();
        if alternatives.len() < 2 || node.is_object() || node.has("allOf") {
            return None;
        }
        let mut listed = Vec::new();
        for alternative in &alternatives {
            let value = match alternative.value.get("enum").and_then(Json::as_array) {
                Some(values) if values.len() == 1 => values.first()?,
                _ => alternative.value.get("const")?,
            };
            let docs = Docs {
                text: alternative.text("description").map(str::to_owned),
                deprecated: alternative.flag("deprecated").then(String::new),
            };
            let name = alternative.text("title");
            listed.push(Listed { value, name, docs });
        }
        Some(self.listed(place, node, listed))
    }

    fn listed(&mut self, place: Place<'_>, node: &Node<'d>, values: Vec<Listed<'d>>) -> Made {
        let all = values.len();
        let mut values = values;
        values.retain(|listed| !listed.value.is_null());
        let has_null = values.len() < all;
        self.as_declared(node, &mut values);
        let made = self.of_kinds(place, node, values);
        if !has_null {
            return made;
        }
        match made {
            // A reference to the component says that it may be null.
            Made::Kind(kind) if self.is_component(node) => Made::Kind(kind),
            Made::Kind(kind) => {
                let ty = self.intern(&place, node, kind);
                Made::Type(Type::Nullable(Box::new(ty)))
            }
            Made::Type(Type::Nullable(ty)) => Made::Type(Type::Nullable(ty)),
            Made::Type(ty) => Made::Type(Type::Nullable(Box::new(ty))),
        }
    }

    /// Takes out the values that the declared type does not allow, unless all are such: then the
    /// type is what is wrong.
    fn as_declared(&mut self, node: &Node<'d>, values: &mut Vec<Listed<'d>>) {
        let fits = |listed: &Listed<'_>| match node.text("type") {
            Some("string") => listed.value.is_string(),
            Some("integer") => whole(listed.value).is_some(),
            Some("number") => listed.value.is_number(),
            Some("boolean") => listed.value.is_boolean(),
            _ => true,
        };
        let fitting = values.iter().filter(|listed| fits(listed)).count();
        if fitting == values.len() {
            return;
        }
        let message = "values of the list are not of the type that is declared".to_owned();
        let help = if fitting == 0 {
            "the values count; correct `type`, or write them as values of it"
        } else {
            "they are left out; write them as values of the type"
        };
        self.warn(&node.pointer, "mismatched-values", message, Some(help));
        if fitting > 0 {
            values.retain(fits);
        }
    }

    /// The type of the values, by the kinds of JSON that they are.
    fn of_kinds(&mut self, place: Place<'_>, node: &Node<'d>, values: Vec<Listed<'d>>) -> Made {
        let (mut texts, mut numbers, mut flags) = (Vec::new(), Vec::new(), Vec::new());
        for Listed { value, name, docs } in values {
            match value {
                Json::String(text) => texts.push(Value {
                    value: text.clone(),
                    docs,
                }),
                Json::Number(number) => numbers.push(KnownNumber {
                    value: whole(value).map_or_else(|| number.to_string(), |n| n.to_string()),
                    name: name.map(str::to_owned),
                    docs,
                }),
                Json::Bool(flag) => flags.push(*flag),
                _ => {
                    let reason = "lists and objects are among the fixed values";
                    return Made::Type(self.untyped(&node.pointer, Cause::Generator, reason));
                }
            }
        }
        let mut kinds = Vec::new();
        if !texts.is_empty() {
            kinds.push((JsonKind::String, self.strings(node, texts)));
        }
        if !numbers.is_empty() {
            let whole = numbers
                .iter()
                .all(|number| number.value.parse::<i64>().is_ok());
            let kind = if whole {
                JsonKind::Integer
            } else {
                JsonKind::Number
            };
            let made = self.listed_numbers(numbers);
            kinds.push((kind, made.map_or_else(Made::Type, Made::Kind)));
        }
        if !flags.is_empty() {
            let ty = match flags.as_slice() {
                [only] => Type::Constant(Scalar::Boolean(*only)),
                _ => Type::Boolean,
            };
            kinds.push((JsonKind::Boolean, Made::Type(ty)));
        }
        if kinds.len() > 1 {
            return self.several_kinds(place, node, kinds);
        }
        match kinds.pop() {
            Some((_, Made::Kind(kind))) if !self.is_component(node) => {
                Made::Type(self.intern(&place, node, kind))
            }
            Some((_, made)) => made,
            None => Made::Type(self.scalar(place, node)),
        }
    }

    fn strings(&mut self, node: &Node<'d>, mut values: Vec<Value>) -> Made {
        if let ([only], false) = (values.as_slice(), self.is_component(node)) {
            return Made::Type(Type::Constant(Scalar::String(only.value.clone())));
        }
        let mut seen = std::collections::BTreeSet::new();
        values.retain(|value| seen.insert(value.value.clone()));
        Made::Kind(TypeKind::Enumeration(Enumeration { values }))
    }

    /// A union of the kinds.
    fn several_kinds(
        &mut self,
        place: Place<'_>,
        node: &Node<'d>,
        kinds: Vec<(JsonKind, Made)>,
    ) -> Made {
        let mut alternatives = Vec::new();
        for (json, made) in kinds {
            let ty = match made {
                Made::Kind(kind) => self.intern(&place, node, kind),
                Made::Type(Type::Constant(value)) => self.constant(&place, node, value),
                Made::Type(ty) => ty,
            };
            alternatives.push(Alternative {
                json,
                required: Vec::new(),
                ty,
            });
        }
        Made::Kind(TypeKind::Union(Union::Shaped { alternatives }))
    }

    pub(super) fn is_component(&self, node: &Node<'d>) -> bool {
        let mut segments = node.pointer.segments();
        segments.next().as_deref() == Some("components")
            && segments.next().as_deref() == Some("schemas")
            && segments.count() == 1
    }

    /// The type that the schema declares by `type` alone.
    pub(super) fn scalar(&mut self, place: Place<'_>, node: &Node<'d>) -> Type {
        match node.text("type") {
            Some("string") => self.string(place, node),
            Some("boolean") => Type::Boolean,
            Some("integer") => numbers::integer(node),
            Some("number") => Type::Number,
            Some("array") => self.list(place, node),
            Some(other) => {
                let message = format!("`{other}` is no type that a schema can have");
                let help = "use string, number, integer, boolean, array or object";
                self.warn(&node.pointer, "unknown-type", message.clone(), Some(help));
                self.untyped(&node.pointer, Cause::Document, message)
            }
            None => {
                let reason = "the schema says nothing about its values";
                self.untyped(&node.pointer, Cause::Document, reason)
            }
        }
    }
}

/// The whole number that `value` is, also where it is written `3.0`.
fn whole(value: &Json) -> Option<i64> {
    value.as_i64().or_else(|| {
        let number = value.as_f64()?;
        #[allow(clippy::cast_possible_truncation, reason = "checked on this very line")]
        (number.fract() == 0.0 && number.abs() < 9.0e15).then_some(number as i64)
    })
}
