//! What the lowering knows while it runs: the document, the types made so far, the complaints.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::ids;
use super::inheritance::Inheritance;
use super::known::Known;
use super::node::Node;
use super::schema::{Place, target_name};
use super::titles;
use crate::api::{
    Cause, Docs, Enumeration, Member, Scalar, Type, TypeDef, TypeId, TypeKind, Untyped, Value,
};
use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::document::{Document, Pointer, base_url};

/// The state of one lowering.
pub(super) struct Lowering<'d> {
    pub(super) document: &'d Document,
    pub(super) config: &'d Config,
    pub(super) types: Vec<TypeDef>,
    pub(super) diagnostics: Vec<Diagnostic>,
    /// The schemas whose values have no type.
    pub(super) untyped: BTreeMap<Pointer, Untyped>,
    /// The names of ids that identify a component: `user_identity_id`.
    pub(super) component_ids: HashSet<String>,
    pub(super) components: HashMap<&'d str, TypeId>,
    /// Where requests go unless the caller says otherwise.
    pub(super) base_url: Option<String>,
    /// Which components extend which.
    pub(super) inheritance: Inheritance,
    /// The members that only the server sets.
    pub(super) of_the_server: BTreeSet<Pointer>,
    shapes: HashMap<String, TypeId>,
    pub(super) reported: BTreeSet<Pointer>,
    /// The schemas that are being made, each inside the one before.
    pub(super) making: Vec<Pointer>,
    /// What inline schemas came to.
    pub(super) known: Known,
    /// The parts of one composition that are being followed, each inside the one before.
    pub(super) composing: Vec<Pointer>,
    /// Components whose kind is not known yet.
    pub(super) pending: BTreeSet<TypeId>,
    /// Whether the kind of one of them was asked for all the same.
    pub(super) looked_ahead: Cell<bool>,
}

impl<'d> Lowering<'d> {
    pub(super) fn new(document: &'d Document, config: &'d Config) -> Self {
        let mut lowering = Self {
            document,
            config,
            types: Vec::new(),
            diagnostics: Vec::new(),
            untyped: BTreeMap::new(),
            component_ids: HashSet::new(),
            components: HashMap::new(),
            base_url: base_url(document.root()),
            inheritance: Inheritance::default(),
            of_the_server: BTreeSet::new(),
            shapes: HashMap::new(),
            reported: BTreeSet::new(),
            making: Vec::new(),
            known: Known::default(),
            composing: Vec::new(),
            pending: BTreeSet::new(),
            looked_ahead: Cell::new(false),
        };
        let components = lowering.component_nodes();
        lowering.component_ids = ids::of_components(&components);
        lowering.inheritance = Inheritance::of(document.root(), &components);
        lowering
    }

    /// The whole document.
    pub(super) fn root(&self) -> Node<'d> {
        Node {
            pointer: Pointer::root(),
            value: self.document.root(),
        }
    }

    /// The type of the component schema `name`.
    pub(super) fn component_type(&self, name: &str) -> Option<TypeId> {
        self.components.get(name).copied()
    }

    /// The type with parts `kind` that stands at `node`: one that has the same shape already, or
    /// a new one.
    pub(super) fn intern(&mut self, place: &Place<'_>, node: &Node<'_>, kind: TypeKind) -> Type {
        let shapes = shapes_of(&kind, place);
        let known = shapes
            .iter()
            .find_map(|shape| self.shapes.get(shape).copied());
        let id = known.unwrap_or_else(|| self.push(None, node, kind));
        let title = titles::title(place, node);
        let definition = &mut self.types[id.0];
        match (&definition.title, title) {
            (None, title) if known.is_none() => definition.title = title,
            // Of two titles neither is the name.
            (Some(known), Some(title)) if *known != title => definition.title = None,
            _ => {}
        }
        for shape in shapes {
            self.shapes.entry(shape).or_insert(id);
        }
        Type::Named(id)
    }

    /// An enumeration of `values` for the member that `place` names.
    pub(super) fn enumeration(
        &mut self,
        place: &Place<'_>,
        node: &Node<'_>,
        mut values: Vec<Value>,
    ) -> Type {
        let mut seen = BTreeSet::new();
        values.retain(|value| seen.insert(value.value.clone()));
        self.intern(place, node, TypeKind::Enumeration(Enumeration { values }))
    }

    /// The type that a fixed value has once no union needs it as a tag any more.
    pub(super) fn constant(&mut self, place: &Place<'_>, node: &Node<'_>, value: Scalar) -> Type {
        match value {
            Scalar::Boolean(_) => Type::Boolean,
            Scalar::Integer(_) => Type::Integer {
                minimum: None,
                maximum: None,
            },
            Scalar::String(value) => self.enumeration(
                place,
                node,
                vec![Value {
                    value,
                    docs: Docs::default(),
                }],
            ),
        }
    }

    pub(super) fn push(&mut self, name: Option<String>, node: &Node<'_>, kind: TypeKind) -> TypeId {
        let docs = self.docs(node);
        self.types.push(TypeDef {
            name,
            title: None,
            pointer: node.pointer.clone(),
            docs,
            kind,
        });
        TypeId(self.types.len() - 1)
    }

    /// What the document says of `node`.
    pub(super) fn docs(&self, node: &Node<'_>) -> Docs {
        let text = node
            .text("description")
            .or_else(|| node.text("title"))
            .map(str::to_owned);
        let reason = self
            .config
            .operations
            .deprecated
            .as_deref()
            .and_then(|key| node.text(key));
        let reason = reason.map(str::to_owned);
        let deprecated = node.flag("deprecated") || reason.is_some();
        Docs {
            text,
            deprecated: deprecated.then(|| reason.unwrap_or_default()),
        }
    }

    /// Whether `node` is marked as not for the public, and so left out.
    pub(super) fn is_left_out(&self, node: &Node<'_>) -> bool {
        let mark = self.config.operations.undocumented.as_deref();
        !self.config.document.undocumented && mark.is_some_and(|mark| node.has(mark))
    }

    /// Follows `$ref` to the schema meant; a reference to nowhere has been reported before, and is
    /// the empty schema.
    pub(super) fn follow(&mut self, node: &Node<'d>) -> Node<'d> {
        let Some(reference) = node.text("$ref") else {
            return node.clone();
        };
        let own = (reference == "#").then(|| target_name(node)).flatten();
        let own = own.and_then(|name| self.component_type(&name));
        if let Some(id) = own {
            let pointer = self.types[id.0].pointer.clone();
            let value = pointer.get(self.document.root());
            if let Some(value) = value {
                return Node { pointer, value };
            }
        }
        match self.document.target(reference) {
            Some((pointer, value)) => Node { pointer, value },
            None => Node {
                pointer: node.pointer.clone(),
                value: &serde_json::Value::Null,
            },
        }
    }

    /// Any JSON, for the schema at `pointer`: the one way to give a value no type.
    pub(super) fn untyped(
        &mut self,
        pointer: &Pointer,
        cause: Cause,
        reason: impl Into<String>,
    ) -> Type {
        self.untyped
            .entry(pointer.clone())
            .or_insert_with(|| Untyped {
                pointer: pointer.clone(),
                cause,
                reason: reason.into(),
            });
        Type::Json
    }

    /// Complains about the node at `pointer`, once.
    pub(super) fn warn(
        &mut self,
        pointer: &Pointer,
        code: &'static str,
        message: String,
        help: Option<&str>,
    ) {
        if self.reported.insert(pointer.clone()) {
            let mut diagnostic = self.document.warning(code, message, pointer);
            if let Some(help) = help {
                diagnostic = diagnostic.help(help);
            }
            self.diagnostics.push(diagnostic);
        }
    }
}

/// What makes two inline types the same: any of these. Usually it is the one shape.
///
/// Enumerations also need the same member name, and objects with one member need that or the same
/// owner: lists of words, or things with a `name`, are often equal by chance.
fn shapes_of(kind: &TypeKind, place: &Place<'_>) -> Vec<String> {
    let shape = shape_of(kind);
    match kind {
        TypeKind::Enumeration(_) | TypeKind::Numbers(_) => {
            vec![format!("{} {shape}", place.member)]
        }
        kind if is_small(kind) => {
            let owner = Some(place.owner).filter(|owner| !owner.is_empty());
            let owner = owner.map(|owner| format!("in {owner} {shape}"));
            owner
                .into_iter()
                .chain([format!("{} {shape}", place.member)])
                .collect()
        }
        _ => vec![shape],
    }
}

/// Whether a type is so small that others are equal to it by chance.
pub(super) fn is_small(kind: &TypeKind) -> bool {
    matches!(kind, TypeKind::Object(object) if object.members.len() == 1 && object.cases.is_none())
}

/// A type without what is said in words, and where.
pub(super) fn shape_of(kind: &TypeKind) -> String {
    let mut kind = kind.clone();
    strip(&mut kind);
    if let TypeKind::Enumeration(enumeration) = &mut kind {
        // The order of a list of words means nothing.
        enumeration.values.sort_by(|a, b| a.value.cmp(&b.value));
    }
    format!("{kind:?}")
}

/// Takes out what is said in words, and where.
fn strip(kind: &mut TypeKind) {
    let plain = |members: &mut Vec<Member>| {
        for member in members {
            member.docs = Docs::default();
            member.pointer = Pointer::root();
        }
    };
    match kind {
        TypeKind::Object(object) => {
            plain(&mut object.members);
            for case in object.cases.iter_mut().flat_map(|cases| &mut cases.cases) {
                case.docs = Docs::default();
                case.pointer = Pointer::root();
                plain(&mut case.members);
            }
        }
        TypeKind::Enumeration(enumeration) => {
            for value in &mut enumeration.values {
                value.docs = Docs::default();
            }
        }
        TypeKind::Numbers(numbers) => {
            for value in &mut numbers.values {
                value.docs = Docs::default();
            }
        }
        TypeKind::Union(_) | TypeKind::Alias(_) => {}
    }
}
