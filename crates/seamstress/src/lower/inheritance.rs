//! Inheritance: components that extend a base which has a discriminator and lists no alternatives
//! (OpenAPI 3.0.4, section 4.7.25, the form with `allOf`).
//!
//! Such a base means two things. In the `allOf` of those that extend it, it is its members. Where
//! it is referred to as a value, it is any of them: a *family*, told apart by the tag. A family is
//! a union of the types of its kinds, so that a cat is the same type wherever it stands.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap, HashSet};

use serde_json::Value as Json;

use super::context::Lowering;
use super::mapping::Mapping;
use super::node::Node;
use super::schema::target_name;
use super::unions::fixed_value;
use crate::api::{Docs, Scalar, Type, TypeId, TypeKind, Union};
use crate::document::Pointer;

/// What tells the value of the tag where documents are made for Azure's generators.
const VALUE: &str = "x-ms-discriminator-value";

/// What the components of a document inherit from each other.
#[derive(Default)]
pub(super) struct Inheritance {
    /// By the name of the base.
    families: BTreeMap<String, Family>,
    /// Where the components are that extend the base of a family.
    kinds: HashSet<Pointer>,
    /// Where the bases are, also those that nothing refers to as a value.
    bases: HashSet<Pointer>,
    /// The types of the members of bases that are kinds as well.
    plain: HashMap<String, TypeId>,
}

/// What a base means as a value.
struct Family {
    tag: String,
    /// The values of the tag, and the components that they mean.
    kinds: Vec<(Scalar, String)>,
}

impl Inheritance {
    /// Finds out who extends whom among `components`, and which of them `root` refers to as values.
    pub(super) fn of(root: &Json, components: &[(&str, Node<'_>)]) -> Self {
        let tree = Tree::of(components);
        let mut found = Self::default();
        if tree.parts.is_empty() {
            return found;
        }
        let referred = referred(root, &tree.parts);
        for (name, node) in components {
            let Some(tag) = tree.tag(name) else { continue };
            if tree.tags.contains_key(name) && tree.children.contains_key(name) {
                found.bases.insert(node.pointer.clone());
            }
            if !referred.contains(*name) {
                continue;
            }
            let kinds = tree.kinds(name, tag);
            if kinds.iter().any(|(_, kind)| kind != name) {
                let below = tree.descendants(name).into_iter();
                found
                    .kinds
                    .extend(below.map(|kind| tree.nodes[kind].pointer.clone()));
                found.families.insert(
                    (*name).to_owned(),
                    Family {
                        tag: tag.to_owned(),
                        kinds,
                    },
                );
            }
        }
        found
    }

    /// Whether the component at `pointer` extends the base of a family, and so is an object of its
    /// own even where it adds nothing.
    pub(super) fn is_kind(&self, pointer: &Pointer) -> bool {
        self.kinds.contains(pointer)
    }

    /// Whether the discriminator at `pointer` is about those that extend the schema there.
    pub(super) fn is_base(&self, pointer: &Pointer) -> bool {
        self.bases.contains(pointer)
    }

    /// The bases of families that are kinds of one as well: of them there are plain objects too.
    fn plain_bases(&self) -> Vec<String> {
        let kinds = self.families.values().flat_map(|family| &family.kinds);
        let kinds: HashSet<&String> = kinds.map(|(_, kind)| kind).collect();
        let names = self.families.keys().filter(|name| kinds.contains(name));
        names.cloned().collect()
    }
}

impl<'d> Lowering<'d> {
    /// Makes room for the plain objects of bases; their kinds are filled in later, as those of
    /// components are.
    pub(super) fn plain_bases(&mut self) {
        for name in self.inheritance.plain_bases() {
            let Some(id) = self.component_type(&name) else {
                continue;
            };
            let mut definition = self.types[id.0].clone();
            definition.name = Some(format!("{name}_base"));
            definition.pointer = definition.pointer.child("discriminator");
            let text = || format!("`{name}` itself, and none of its kinds.");
            definition.docs = Docs {
                text: definition.docs.text.or_else(|| Some(text())),
                ..definition.docs
            };
            self.types.push(definition);
            let plain = TypeId(self.types.len() - 1);
            self.pending.insert(plain);
            self.inheritance.plain.insert(name, plain);
        }
    }

    /// The plain object of the base `name`.
    pub(super) fn plain_base(&self, name: &str) -> Option<TypeId> {
        self.inheritance.plain.get(name).copied()
    }

    /// The union that the component `name` is, where it is the base of a family.
    pub(super) fn family(&self, name: &str) -> Option<TypeKind> {
        let family = self.inheritance.families.get(name)?;
        let alternatives = family.kinds.iter().filter_map(|(value, kind)| {
            let id = self
                .plain_base(kind)
                .or_else(|| self.component_type(kind))?;
            Some((value.clone(), Type::Named(id)))
        });
        Some(TypeKind::Union(Union::Tagged {
            tag: family.tag.clone(),
            alternatives: alternatives.collect(),
        }))
    }

    /// The family that the schema at `node` refers to, perhaps with more words.
    pub(super) fn family_at(&self, node: &Node<'d>) -> Option<Type> {
        if let Some(name) = target_name(node) {
            self.inheritance.families.get(&*name)?;
            return self.component_type(&name).map(Type::Named);
        }
        let parts = node.elements("allOf");
        let mut parts = parts.iter().filter(|part| !part.is_only_words());
        match (parts.next(), parts.next()) {
            (Some(only), None) if only.has("$ref") && !node.is_object() => self.family_at(only),
            _ => None,
        }
    }
}

/// Who extends whom.
struct Tree<'a, 'd> {
    nodes: HashMap<&'a str, &'a Node<'d>>,
    parents: HashMap<&'a str, Vec<&'a str>>,
    children: HashMap<&'a str, Vec<&'a str>>,
    /// The references by which they do: there the base is its members, and no value.
    parts: HashSet<*const Json>,
    /// Of those that have a discriminator for what extends them, its tag and its mapping.
    tags: HashMap<&'a str, (String, Mapping<'d>)>,
}

impl<'a, 'd> Tree<'a, 'd> {
    fn of(components: &'a [(&'a str, Node<'d>)]) -> Self {
        let nodes: HashMap<&str, &Node<'d>> = components
            .iter()
            .map(|(name, node)| (*name, node))
            .collect();
        let tags = components.iter().filter_map(|(name, node)| {
            let tag = own_tag(node)?;
            Some((*name, (tag, Mapping::of(node))))
        });
        let mut tree = Self {
            nodes,
            parents: HashMap::new(),
            children: HashMap::new(),
            parts: HashSet::new(),
            tags: tags.collect(),
        };
        for (name, node) in components {
            // That is how documents say of a reference that it may be null.
            if node.flag("nullable") && !says_more(node) {
                continue;
            }
            for part in node.elements("allOf") {
                let base = target_name(&part);
                let base = base.and_then(|base| tree.nodes.get_key_value(&*base));
                let Some((base, _)) = base.filter(|(base, _)| *base != name) else {
                    continue;
                };
                let base = *base;
                tree.parts.insert(std::ptr::from_ref(part.value));
                tree.parents.entry(name).or_default().push(base);
                tree.children.entry(base).or_default().push(name);
            }
        }
        tree
    }

    /// `name` and all that `next` leads to from it, the nearest first, each once.
    fn reached(&self, name: &'a str, next: &HashMap<&'a str, Vec<&'a str>>) -> Vec<&'a str> {
        let (mut reached, mut at) = (vec![name], 0);
        let mut seen: HashSet<&str> = HashSet::from([name]);
        while let Some(one) = reached.get(at) {
            at += 1;
            let more = next.get(one).into_iter().flatten();
            reached.extend(more.filter(|one| seen.insert(one)));
        }
        reached
    }

    fn descendants(&self, name: &'a str) -> Vec<&'a str> {
        self.reached(name, &self.children).split_off(1)
    }

    /// The tags that say something of `name`, with what their values mean, the nearest first.
    fn tags(&self, name: &'a str) -> impl Iterator<Item = &(String, Mapping<'d>)> {
        let line = self.reached(name, &self.parents).into_iter();
        line.filter_map(|name| self.tags.get(name))
    }

    /// The tag of `name` and of those that extend it.
    fn tag(&self, name: &'a str) -> Option<&str> {
        self.tags(name).next().map(|(tag, _)| tag.as_str())
    }

    /// What the values of `tag` mean in the family of `base`, the base first.
    fn kinds(&self, base: &'a str, tag: &str) -> Vec<(Scalar, String)> {
        let names = self.reached(base, &self.children);
        let mut given: Vec<Vec<Scalar>> = names
            .iter()
            .map(|name| self.given(base, name, tag))
            .collect();
        // Where values are said, what has none and is extended further is an abstraction.
        let is_said = given.iter().any(|values| !values.is_empty());
        let listed = self.listed(base, tag);
        for (name, values) in names.iter().zip(&mut given) {
            if !values.is_empty() {
                continue;
            }
            let known = listed.iter().find(|value| is_alike(value, name));
            let is_leaf = !self.children.contains_key(name);
            if is_leaf || !is_said && (listed.is_empty() || known.is_some()) {
                let value = known.map_or(*name, |known| *known);
                values.push(Scalar::String(value.to_owned()));
            }
        }
        let mut seen = HashSet::new();
        let kinds = names.iter().zip(given);
        let kinds = kinds
            .flat_map(|(name, values)| values.into_iter().map(|value| (value, (*name).to_owned())));
        kinds
            .filter(|(value, _)| seen.insert(value.clone()))
            .collect()
    }

    /// The values of the tag that the document gives to `name`.
    fn given(&self, base: &'a str, name: &'a str, tag: &str) -> Vec<Scalar> {
        let above = self.tags(name).chain(self.tags(base));
        let above = above.filter(|(of, _)| of == tag);
        let mut values = above.map(|(_, mapping)| mapping.values(name));
        if let Some(values) = values.find(|values| !values.is_empty()) {
            return values;
        }
        let node = self.nodes[name];
        let parts = node.elements("allOf");
        let own = parts.iter().filter(|part| !part.has("$ref")).chain([node]);
        let said = |part: &Node<'_>| {
            let text = part.text(VALUE);
            let text = text.map(|text| Scalar::String(text.to_owned()));
            text.or_else(|| fixed_value(part, tag))
        };
        own.into_iter().find_map(said).into_iter().collect()
    }

    /// The values that the base lists for its tag.
    fn listed(&self, base: &'a str, tag: &str) -> Vec<&'d str> {
        let line = self.reached(base, &self.parents).into_iter();
        let lists = line.map(|name| {
            let property = self.nodes[name].get("properties");
            let property = property.and_then(|properties| properties.get(tag))?;
            let target = target_name(&property);
            let target = target.and_then(|target| self.nodes.get(&*target).copied());
            Some(target.unwrap_or(&property).strings("enum"))
        });
        lists.flatten().next().unwrap_or_default()
    }
}

/// The tag of a schema that leaves to others what is a kind of it.
fn own_tag(node: &Node<'_>) -> Option<String> {
    let tag = super::objects::discriminator(node);
    tag.filter(|_| node.alternatives().is_empty())
}

/// Whether a schema says more than which parts it has.
fn says_more(node: &Node<'_>) -> bool {
    let parts = node.elements("allOf");
    let many = parts.iter().filter(|part| !part.is_only_words()).count() > 1;
    many || node.is_object() || node.has(VALUE)
}

/// Whether two names differ in case and punctuation only.
fn is_alike(value: &str, name: &str) -> bool {
    let letters = |text: &str| -> String {
        let letters = text.chars().filter(|letter| letter.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect()
    };
    value == name || letters(value) == letters(name)
}

/// The components that `root` refers to by anything but `parts`.
fn referred<'d>(root: &'d Json, parts: &HashSet<*const Json>) -> HashSet<Cow<'d, str>> {
    let mut referred = HashSet::new();
    let mut open = vec![root];
    while let Some(value) = open.pop() {
        match value {
            Json::Array(items) => open.extend(items),
            Json::Object(members) => {
                if !parts.contains(&std::ptr::from_ref(value)) {
                    let reference = members.get("$ref").and_then(Json::as_str);
                    let name = reference.and_then(super::schema::component_name);
                    referred.extend(name);
                }
                open.extend(members.values());
            }
            _ => {}
        }
    }
    referred
}
