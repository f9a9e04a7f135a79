//! Unions: `oneOf` and `anyOf` of anything.

use super::context::Lowering;
use super::mapping::Mapping;
use super::node::Node;
use super::objects::discriminator;
use super::schema::{Made, Place, target_name};
use crate::api::{Alternative, JsonKind, Scalar, Type, TypeId, TypeKind, Union};

impl<'d> Lowering<'d> {
    /// A union of the alternatives at `node`.
    pub(super) fn union(&mut self, place: Place<'_>, node: &Node<'d>) -> Made {
        let alternatives = node.alternatives();
        let (nulls, values): (Vec<_>, Vec<_>) = alternatives
            .into_iter()
            .partition(|alternative| is_null(alternative) || is_null_beside_object(alternative));
        let (objects, others): (Vec<_>, Vec<_>) = values
            .into_iter()
            .partition(|alternative| self.holds_objects(alternative, 0));
        let nullable = !nulls.is_empty();
        if others.is_empty() {
            let made = self.object_union(place, node, &objects);
            return if nullable {
                self.nullable(place, node, made)
            } else {
                made
            };
        }
        let mut types = Vec::new();
        if !objects.is_empty() {
            let ty = match self.object_union(place, node, &objects) {
                Made::Type(ty) => ty,
                Made::Kind(kind) => self.intern(&place, node, kind),
            };
            types.push(ty);
        }
        let mut nullable = nullable;
        for other in &others {
            let lowered = self.schema(place, other);
            nullable |= lowered.nullable;
            types.push(lowered.ty);
        }
        let made = self.mixed_union(place, node, types);
        if nullable {
            self.nullable(place, node, made)
        } else {
            made
        }
    }

    fn nullable(&mut self, place: Place<'_>, node: &Node<'d>, made: Made) -> Made {
        let ty = match made {
            Made::Type(Type::Nullable(ty)) => *ty,
            Made::Type(ty) => ty,
            Made::Kind(kind) => self.intern(&place, node, kind),
        };
        Made::Type(Type::Nullable(Box::new(ty)))
    }

    /// Whether the schema at `node` describes objects and nothing else.
    pub(super) fn holds_objects(&mut self, node: &Node<'d>, depth: usize) -> bool {
        let node = self.follow(node);
        if node.is_object() {
            return true;
        }
        if depth > 16 || node.has("type") {
            return false;
        }
        let parts = node.elements("allOf");
        let alternatives = node.alternatives();
        parts.iter().any(|part| self.holds_objects(part, depth + 1))
            || (!alternatives.is_empty()
                && alternatives
                    .iter()
                    .all(|part| self.holds_objects(part, depth + 1)))
    }

    fn object_union(&mut self, place: Place<'_>, node: &Node<'d>, objects: &[Node<'d>]) -> Made {
        let named: Option<Vec<(String, TypeId)>> = objects
            .iter()
            .map(|object| self.named_component(object))
            .collect();
        match named {
            Some(named) if named.len() > 1 => self.named_union(node, objects, &named),
            Some(named) if named.len() == 1 => Made::Type(Type::Named(named[0].1)),
            _ => {
                let mut tag = discriminator(node);
                let mut drafts = Vec::new();
                for object in objects {
                    let (parts, inner) = self.drafts(place, object);
                    tag = tag.or(inner);
                    drafts.extend(parts);
                }
                self.alternatives(place, node, drafts, tag.as_deref())
            }
        }
    }

    pub(super) fn named_component(&self, node: &Node<'d>) -> Option<(String, TypeId)> {
        let name = target_name(node)?;
        let id = self.component_type(&name)?;
        Some((name.into_owned(), id))
    }

    /// A union of components: by discriminator, else by a fixed value, else by required members.
    fn named_union(
        &mut self,
        node: &Node<'d>,
        objects: &[Node<'d>],
        named: &[(String, TypeId)],
    ) -> Made {
        let targets: Vec<Vec<Node<'d>>> = objects
            .iter()
            .map(|object| self.composed(object, 0))
            .collect();
        let fixed = |tag: &str| -> Option<Vec<Scalar>> {
            targets
                .iter()
                .map(|parts| parts.iter().find_map(|part| fixed_value(part, tag)))
                .collect()
        };
        let tagged = |tag: String, values: Vec<Scalar>| {
            let types = named.iter().map(|(_, id)| Type::Named(*id));
            let alternatives = values.into_iter().zip(types).collect();
            Made::Kind(TypeKind::Union(Union::Tagged { tag, alternatives }))
        };
        if let Some(tag) = discriminator(node) {
            let (mapping, mut alternatives) = (Mapping::of(node), Vec::new());
            for ((name, id), target) in named.iter().zip(&targets) {
                let mut values = mapping.values(name);
                if values.is_empty() {
                    let value = target.iter().find_map(|part| fixed_value(part, &tag));
                    values.push(value.unwrap_or_else(|| Scalar::String(name.clone())));
                }
                let ty = Type::Named(*id);
                alternatives.extend(values.into_iter().map(|value| (value, ty.clone())));
            }
            let alternatives = self.distinct(node, &targets, named, alternatives);
            return Made::Kind(TypeKind::Union(Union::Tagged { tag, alternatives }));
        }
        let names = targets
            .first()
            .into_iter()
            .flatten()
            .flat_map(|part| part.members("properties"));
        for (tag, _) in names {
            let Some(values) = fixed(tag) else { continue };
            let distinct: std::collections::BTreeSet<_> = values.iter().collect();
            if distinct.len() == values.len() {
                return tagged(tag.to_owned(), values);
            }
        }
        self.required_union(node, &targets, named)
    }

    /// The schema at `node`, and the parts that it is composed of.
    fn composed(&mut self, node: &Node<'d>, depth: usize) -> Vec<Node<'d>> {
        let node = self.follow(node);
        let mut parts = vec![node.clone()];
        if depth < 8 {
            for part in node.elements("allOf") {
                parts.extend(self.composed(&part, depth + 1));
            }
        }
        parts
    }

    /// The alternatives with each value of the tag once: where several have the same, the value
    /// means the union of them.
    fn distinct(
        &mut self,
        node: &Node<'d>,
        targets: &[Vec<Node<'d>>],
        named: &[(String, TypeId)],
        alternatives: Vec<(Scalar, Type)>,
    ) -> Vec<(Scalar, Type)> {
        let mut distinct: Vec<(Scalar, Vec<Type>)> = Vec::new();
        for (value, ty) in alternatives {
            match distinct.iter_mut().find(|(known, _)| *known == value) {
                Some((_, types)) if types.contains(&ty) => {}
                Some((_, types)) => types.push(ty),
                None => distinct.push((value, vec![ty])),
            }
        }
        let mut made = Vec::new();
        for (value, types) in distinct {
            let [only] = types.as_slice() else {
                let both = named.iter().zip(targets);
                let both = both.filter(|((_, id), _)| types.contains(&Type::Named(*id)));
                let (named, targets): (Vec<_>, Vec<_>) = both
                    .map(|(named, target)| (named.clone(), target.clone()))
                    .unzip();
                let place = Place {
                    owner: "",
                    member: value.text(),
                };
                let ty = match self.required_union(node, &targets, &named) {
                    Made::Kind(kind) => self.intern(&place, node, kind),
                    Made::Type(ty) => ty,
                };
                made.push((value, ty));
                continue;
            };
            made.push((value, only.clone()));
        }
        made
    }

    fn required_union(
        &mut self,
        node: &Node<'d>,
        targets: &[Vec<Node<'d>>],
        named: &[(String, TypeId)],
    ) -> Made {
        let mut alternatives: Vec<Alternative> = targets
            .iter()
            .zip(named)
            .map(|(target, (_, id))| Alternative {
                json: JsonKind::Object,
                required: required(target),
                ty: Type::Named(*id),
            })
            .collect();
        // The one that asks for more is more specific, and must be tried first.
        alternatives.sort_by_key(|alternative| std::cmp::Reverse(alternative.required.len()));
        let ambiguous = alternatives
            .windows(2)
            .any(|pair| pair[0].required == pair[1].required);
        if ambiguous {
            let message = "some alternatives require the same properties".to_owned();
            let help = "add a discriminator; until then the one that fits best is taken";
            self.warn(&node.pointer, "ambiguous-union", message, Some(help));
        }
        Made::Kind(TypeKind::Union(Union::Shaped { alternatives }))
    }
}

/// Whether an alternative is an object that may be null and of which nothing else is said. That is
/// how converters from OData write that the other alternative may be null: OpenAPI 3.0 has no null
/// type, and nothing may stand beside a `$ref`.
fn is_null_beside_object(node: &Node<'_>) -> bool {
    node.flag("nullable")
        && node.is_object()
        && node
            .value
            .as_object()
            .is_some_and(|keywords| keywords.len() == 2)
}

fn is_null(node: &Node<'_>) -> bool {
    node.text("type") == Some("null")
        || node
            .value
            .get("enum")
            .and_then(|v| v.as_array())
            .is_some_and(|values| {
                !values.is_empty() && values.iter().all(serde_json::Value::is_null)
            })
}

/// The names of what all `parts` together require, each once.
fn required(parts: &[Node<'_>]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for name in parts.iter().flat_map(|part| part.strings("required")) {
        if names.iter().all(|known| known != name) {
            names.push(name.to_owned());
        }
    }
    names
}

/// The one value that the schema at `node` allows for its property `tag`.
pub(super) fn fixed_value(node: &Node<'_>, tag: &str) -> Option<Scalar> {
    let property = node.get("properties")?.get(tag)?;
    let value = match property
        .value
        .get("enum")
        .and_then(|values| values.as_array())
    {
        Some(values) if values.len() == 1 => values.first()?,
        _ => property.value.get("const")?,
    };
    let text = value.as_str().map(|text| Scalar::String(text.to_owned()));
    let flag = || value.as_bool().map(Scalar::Boolean);
    let number = || value.as_i64().map(|n| Scalar::Integer(n.to_string()));
    text.or_else(flag).or_else(number)
}
