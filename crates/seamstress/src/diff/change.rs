//! What a change of a document is, and what it means.

use std::collections::BTreeSet;

use serde::{Serialize, Serializer};

use super::rules::Rule;
use super::surface::Difference;
use crate::document::Pointer;

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Something is no longer there.
    Removed,
    /// Something is gone, and something of the same shape has come: probably it has a new name.
    Renamed,
    /// Something is other than it was.
    Changed,
    /// Something is new.
    Added,
}

/// What of an API it happened to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Part {
    /// The API as a whole: its address, its credentials.
    Api,
    /// An operation.
    Operation,
    /// What a caller gives: in the path, the query, a header, a cookie or the body.
    Parameter,
    /// What comes back.
    Answer,
    /// How a list is given in pages.
    Pagination,
    /// Who may call.
    Security,
    /// How a long-running action is awaited.
    Waiting,
    /// A type of the document.
    Schema,
    /// A member of an object.
    Member,
    /// A value out of a list.
    Value,
    /// An alternative of a union, or a case of an object.
    Variant,
    /// The value that stands for one that is left out.
    Default,
    /// The range of what may be given.
    Limit,
    /// Whether something should still be used.
    Deprecation,
    /// An item of the crate that no change of the document explains.
    Item,
}

impl Part {
    /// What people call it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Api => "API",
            Self::Operation => "operation",
            Self::Parameter => "parameter",
            Self::Answer => "answer",
            Self::Pagination => "pagination",
            Self::Security => "security",
            Self::Waiting => "waiting",
            Self::Schema => "schema",
            Self::Member => "member",
            Self::Value => "value",
            Self::Variant => "variant",
            Self::Default => "default",
            Self::Limit => "limit",
            Self::Deprecation => "deprecation",
            Self::Item => "item",
        }
    }
}

/// Which way the values travel that a change is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Ways {
    /// From clients to servers.
    pub sent: bool,
    /// From servers to clients.
    pub received: bool,
}

/// What a change means for someone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// Nothing that works stops.
    Compatible,
    /// It depends: the reason says on what.
    Risky,
    /// Something that works stops.
    Breaking,
}

impl Verdict {
    /// What people call it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Compatible => "compatible",
            Self::Risky => "risky",
            Self::Breaking => "breaking",
        }
    }
}

/// A verdict, by a rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Judgement {
    /// The verdict.
    pub verdict: Verdict,
    /// The [`Rule::id`].
    pub rule: &'static str,
    /// Why, in one sentence.
    pub reason: String,
}

impl Judgement {
    pub(super) fn by(rule: &Rule) -> Self {
        Self {
            verdict: rule.verdict,
            rule: rule.id,
            reason: rule.reason.to_owned(),
        }
    }
}

/// Something on one side of a change.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Place {
    /// Where the document has it.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "fragment")]
    pub pointer: Option<Pointer>,
    /// Where the crate has it, relative to its root: `types::Pet::name`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rust: Option<String>,
    /// What it is there, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
    /// The file that has it: the document, a file that this refers to, or an overlay.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// Its line there, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
}

impl Place {
    /// Its file and line, as editors take them: `openapi.yaml:12`.
    #[must_use]
    pub fn location(&self) -> Option<String> {
        Some(format!("{}:{}", self.file.as_ref()?, self.line?))
    }
}

/// A pointer as reports write it: `#/components/schemas/Pet`.
fn fragment<S: Serializer>(pointer: &Option<Pointer>, to: S) -> Result<S::Ok, S::Error> {
    match pointer {
        Some(pointer) => to.collect_str(pointer),
        None => to.serialize_none(),
    }
}

/// A change.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Change {
    /// What of the API it is about.
    pub part: Part,
    /// What happened to it.
    pub kind: Kind,
    /// What the API calls it: `GET /pets`, `limit of GET /pets`, `Pet.name`.
    pub name: String,
    /// What happened, in one sentence without a full stop.
    pub message: String,
    /// It as it was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub old: Option<Place>,
    /// It as it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new: Option<Place>,
    /// Does a running client of the old document work with a server of the new one?
    pub wire: Judgement,
    /// Does a program that compiled with the old crate compile with the new one?
    pub source: Judgement,
    /// The features of the crate that it belongs to, one per resource.
    pub features: BTreeSet<String>,
    /// What is different in the crate because of it.
    pub items: Vec<Difference>,
}

impl Change {
    /// The worse of its two verdicts.
    #[must_use]
    pub fn worst(&self) -> Verdict {
        self.wire.verdict.max(self.source.verdict)
    }

    /// Where the crate has it now, or had it.
    #[must_use]
    pub fn rust(&self) -> Option<&str> {
        let was = self.old.as_ref().and_then(|place| place.rust.as_deref());
        if self.kind == Kind::Removed && was.is_some() {
            return was;
        }
        let new = self.new.as_ref().and_then(|place| place.rust.as_deref());
        new.or(was)
    }
}
