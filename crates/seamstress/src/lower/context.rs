//! What the lowering knows while it runs: the document, the types made so far, the complaints.

use std::collections::{BTreeSet, HashMap};

use super::ids;
use super::node::Node;
use super::schema::Place;
use crate::api::{Docs, Enumeration, Scalar, Type, TypeDef, TypeId, TypeKind, Value};
use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::document::{Document, Pointer};

/// The state of one lowering.
pub(super) struct Lowering<'d> {
    pub(super) document: &'d Document,
    pub(super) config: &'d Config,
    pub(super) types: Vec<TypeDef>,
    pub(super) diagnostics: Vec<Diagnostic>,
    /// The names of ids that identify a component, longest first: `user_identity_id`.
    pub(super) component_ids: Vec<String>,
    components: HashMap<&'d str, TypeId>,
    shapes: HashMap<String, TypeId>,
    reported: BTreeSet<Pointer>,
}

impl<'d> Lowering<'d> {
    pub(super) fn new(document: &'d Document, config: &'d Config) -> Self {
        let mut lowering = Self {
            document,
            config,
            types: Vec::new(),
            diagnostics: Vec::new(),
            component_ids: Vec::new(),
            components: HashMap::new(),
            shapes: HashMap::new(),
            reported: BTreeSet::new(),
        };
        lowering.component_ids = ids::of_components(&lowering.component_nodes());
        lowering
    }

    /// The whole document.
    pub(super) fn root(&self) -> Node<'d> {
        Node {
            pointer: Pointer::root(),
            value: self.document.root(),
        }
    }

    /// The schemas among the components, by name.
    pub(super) fn component_nodes(&self) -> Vec<(&'d str, Node<'d>)> {
        let components = self.root().get("components");
        components
            .map(|components| components.members("schemas"))
            .unwrap_or_default()
    }

    /// Makes a type of every component schema.
    pub(super) fn components(&mut self) {
        let nodes = self.component_nodes();
        for (name, node) in &nodes {
            // The kind is filled in below: components may refer to each other in any order.
            let kind = TypeKind::Alias(Type::Json);
            let id = self.push(Some((*name).to_owned()), node, kind);
            self.components.insert(name, id);
        }
        for (name, node) in &nodes {
            let kind = self.component(name, node);
            if let Some(id) = self.components.get(name) {
                self.types[id.0].kind = kind;
            }
        }
    }

    /// The type of the component schema `name`.
    pub(super) fn component_type(&self, name: &str) -> Option<TypeId> {
        self.components.get(name).copied()
    }

    /// The type with parts `kind` that stands at `node`: one that has the same shape already, or
    /// a new one.
    pub(super) fn intern(&mut self, place: &Place<'_>, node: &Node<'_>, kind: TypeKind) -> Type {
        let shape = shape_of(&kind, place.member);
        if let Some(id) = self.shapes.get(&shape) {
            return Type::Named(*id);
        }
        let id = self.push(None, node, kind);
        self.shapes.insert(shape, id);
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

    fn push(&mut self, name: Option<String>, node: &Node<'_>, kind: TypeKind) -> TypeId {
        let docs = self.docs(node);
        self.types.push(TypeDef {
            name,
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
        match self.document.resolve(reference) {
            Ok((pointer, value)) => Node { pointer, value },
            Err(message) => {
                self.warn(
                    &node.pointer,
                    "unresolved-reference",
                    message.to_string(),
                    None,
                );
                Node {
                    pointer: node.pointer.clone(),
                    value: &serde_json::Value::Null,
                }
            }
        }
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

/// What makes two inline types the same: everything but what is said in words. Enumerations also
/// need the same member name: equal lists of words with different names mean different things.
pub(super) fn shape_of(kind: &TypeKind, member: &str) -> String {
    let mut kind = kind.clone();
    strip_docs(&mut kind);
    match kind {
        TypeKind::Enumeration(Enumeration { mut values }) => {
            // The order of a list of words means nothing.
            values.sort_by(|a, b| a.value.cmp(&b.value));
            format!("{member} {values:?}")
        }
        kind => format!("{kind:?}"),
    }
}

fn strip_docs(kind: &mut TypeKind) {
    match kind {
        TypeKind::Object(object) => {
            object
                .members
                .iter_mut()
                .for_each(|member| member.docs = Docs::default());
            for case in object.cases.iter_mut().flat_map(|cases| &mut cases.cases) {
                case.docs = Docs::default();
                case.members
                    .iter_mut()
                    .for_each(|member| member.docs = Docs::default());
            }
        }
        TypeKind::Enumeration(enumeration) => {
            enumeration
                .values
                .iter_mut()
                .for_each(|value| value.docs = Docs::default());
        }
        TypeKind::Union(_) | TypeKind::Alias(_) => {}
    }
}
