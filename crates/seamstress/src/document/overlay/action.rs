//! One action of an overlay: what it targets, and what it does.

use serde_json::Value;
use serde_json_path::{JsonPath, PathElement};

use super::super::Pointer;
use super::super::merge::kind;
use super::super::source::Source;
use super::Version;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::text::advise;

/// How deep brackets and parentheses of a path may nest: its parser recurses.
const MAX_PATH_DEPTH: usize = 32;

/// An action that can be carried out.
pub(super) struct Action<'a> {
    pub(super) target: &'a str,
    path: Path,
    pub(super) modifier: Modifier<'a>,
}

/// What an action does to the nodes that it targets.
pub(super) enum Modifier<'a> {
    /// They are removed.
    Remove,
    /// A value of the overlay is merged into them.
    Update(&'a Value),
    /// A node of the document is merged into them.
    Copy(Path),
}

/// A JSONPath (RFC 9535).
pub(super) struct Path(JsonPath);

impl Action<'_> {
    /// The nodes that it targets, in the order in which they are found.
    pub(super) fn targets(&self, tree: &Value) -> Vec<Pointer> {
        self.path.locate(tree)
    }
}

impl Path {
    /// The addresses of the nodes that it matches, each once.
    pub(super) fn locate(&self, tree: &Value) -> Vec<Pointer> {
        let nodes = self.0.query_located(tree).dedup();
        let pointer = |node: &serde_json_path::LocatedNode<'_>| {
            node.location()
                .iter()
                .fold(Pointer::root(), |pointer, element| match element {
                    PathElement::Name(name) => pointer.child(name),
                    PathElement::Index(index) => pointer.index(*index),
                })
        };
        nodes.iter().map(pointer).collect()
    }
}

/// Reads an action, which stands at `at` in the overlay.
pub(super) fn read<'a>(
    source: &Source,
    version: Version,
    at: &Pointer,
    action: &'a Value,
) -> Result<Action<'a>, Diagnostics> {
    let reader = Reader {
        source,
        version,
        at,
        action,
    };
    let unknown = reader.unknown_keys();
    if unknown.has_errors() {
        return Err(unknown);
    }
    Ok(reader.action()?)
}

struct Reader<'s, 'a> {
    source: &'s Source,
    version: Version,
    at: &'s Pointer,
    action: &'a Value,
}

impl<'a> Reader<'_, 'a> {
    fn action(&self) -> Result<Action<'a>, Diagnostic> {
        let target = self.text("target")?.ok_or_else(|| {
            self.complaint("the action has no `target`", self.at)
                .help("write the JSONPath of what it changes, such as `$.info`")
        })?;
        let path = self.path("target", target)?;
        Ok(Action {
            target,
            path,
            modifier: self.modifier()?,
        })
    }

    fn modifier(&self) -> Result<Modifier<'a>, Diagnostic> {
        let is_removal = match self.action.get("remove") {
            None | Some(Value::Bool(false)) => false,
            Some(Value::Bool(true)) => true,
            Some(other) => return Err(self.wrong_kind("remove", "true or false", other)),
        };
        let copy = self.text("copy")?;
        match (is_removal, self.action.get("update"), copy) {
            // With `remove: true` the others have no effect (Overlay 1.1.0, Action Object).
            (true, _, _) => Ok(Modifier::Remove),
            (false, Some(update), None) => Ok(Modifier::Update(update)),
            (false, None, Some(path)) => Ok(Modifier::Copy(self.path("copy", path)?)),
            (false, Some(_), Some(_)) => Err(self
                .complaint("the action has both `update` and `copy`", self.at)
                .help("write two actions: of these two neither has an effect beside the other")),
            (false, None, None) => Err(self
                .complaint("the action does nothing", self.at)
                .help("add `update: …`, `copy: …` or `remove: true`, or remove the action")),
        }
    }

    fn keys(&self) -> &'static [&'static str] {
        match self.version {
            Version::V1_0 => &["target", "description", "update", "remove"],
            Version::V1_1 => &["target", "description", "update", "remove", "copy"],
        }
    }

    fn unknown_keys(&self) -> Diagnostics {
        let Some(members) = self.action.as_object() else {
            let message = format!("the action is {}, not an object", kind(self.action));
            return self
                .complaint(message, self.at)
                .help("write `- target: …`")
                .into();
        };
        let keys = self.keys();
        let is_unknown = |name: &&String| !keys.contains(&name.as_str()) && !name.starts_with("x-");
        let complaint = |name: &String| {
            let at = self.at.child(name);
            let help = match (name.as_str(), self.version) {
                ("copy", Version::V1_0) => "write `overlay: 1.1.0`, which has `copy`".to_owned(),
                _ => advise(name, keys, "remove it, or correct its name"),
            };
            Diagnostic::error("bad-overlay", format!("an action has no key `{name}`"))
                .located(self.source.locate_key(&at))
                .at(at)
                .help(help)
        };
        members.keys().filter(is_unknown).map(complaint).collect()
    }

    fn text(&self, name: &str) -> Result<Option<&'a str>, Diagnostic> {
        match self.action.get(name) {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(text)),
            Some(other) => Err(self.wrong_kind(name, "a text", other)),
        }
    }

    fn path(&self, name: &str, text: &str) -> Result<Path, Diagnostic> {
        let at = self.at.child(name);
        let depth = text.chars().scan(0_usize, |depth, character| {
            match character {
                '[' | '(' | '!' => *depth += 1,
                ']' | ')' => *depth = depth.saturating_sub(1),
                _ => {}
            }
            Some(*depth)
        });
        if depth.max().unwrap_or(0) > MAX_PATH_DEPTH {
            return Err(self
                .complaint(format!("`{name}` nests too deep"), &at)
                .help("write several actions with simpler paths"));
        }
        JsonPath::parse(text).map(Path).map_err(|error| {
            let (position, why) = (error.position(), error.message());
            let message =
                format!("`{name}` is no JSONPath: at character {position} of `{text}`: {why}");
            self.complaint(message, &at).help(
                "write it as RFC 9535 has it: `$.paths['/devices'].get`, `$..[?@.name == 'x']`",
            )
        })
    }

    fn wrong_kind(&self, name: &str, wanted: &str, found: &Value) -> Diagnostic {
        let message = format!("`{name}` is {}, not {wanted}", kind(found));
        self.complaint(message, &self.at.child(name))
            .help(format!("write {wanted}"))
    }

    fn complaint(&self, message: impl Into<String>, at: &Pointer) -> Diagnostic {
        Diagnostic::error("bad-overlay", message)
            .located(self.source.locate(at))
            .at(at.clone())
    }
}
