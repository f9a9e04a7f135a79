//! What comes back from an operation.

use super::{Docs, Paging, Type};

/// What comes back from an operation.
#[derive(Clone, Debug, PartialEq)]
pub enum Returns {
    /// Nothing of interest.
    Nothing,
    /// A value: the whole body, or the member of it that `key` names.
    Value {
        /// The member of the body.
        key: Option<String>,
        /// Its type.
        ty: Type,
    },
    /// A list, perhaps in pages.
    Page {
        /// The member of the body.
        key: Option<String>,
        /// The type of an item.
        item: Type,
        /// How the API gives the list in pages, if it does.
        paging: Option<Paging>,
    },
    /// Text, as it comes.
    Text,
    /// A file, or whatever else is no JSON: it may be larger than memory.
    Content,
    /// Items that come one by one, as long as the server has some.
    Stream(Stream),
    /// One of several things, by the status of the answer.
    OneOf(Vec<Outcome>),
}

impl Returns {
    /// The member of the body that it is; nothing where it is the whole body.
    #[must_use]
    pub fn key(&self) -> Option<&str> {
        match self {
            Self::Value { key, .. } | Self::Page { key, .. } => key.as_deref(),
            _ => None,
        }
    }

    /// The types that it consists of.
    #[must_use]
    pub fn types(&self) -> Vec<&Type> {
        match self {
            Self::Value { ty, .. } | Self::Page { item: ty, .. } => vec![ty],
            Self::Stream(stream) => vec![&stream.item],
            Self::OneOf(outcomes) => outcomes.iter().filter_map(|one| one.ty.as_ref()).collect(),
            Self::Nothing | Self::Text | Self::Content => Vec::new(),
        }
    }

    /// The same, to be changed.
    pub(crate) fn types_mut(&mut self) -> Vec<&mut Type> {
        match self {
            Self::Value { ty, .. } | Self::Page { item: ty, .. } => vec![ty],
            Self::Stream(stream) => vec![&mut stream.item],
            Self::OneOf(outcomes) => {
                let types = outcomes.iter_mut().filter_map(|one| one.ty.as_mut());
                types.collect()
            }
            Self::Nothing | Self::Text | Self::Content => Vec::new(),
        }
    }
}

/// Items that come one by one.
#[derive(Clone, Debug, PartialEq)]
pub struct Stream {
    /// How they are told apart.
    pub format: StreamFormat,
    /// The media type that is asked for.
    pub media: String,
    /// What each of them is.
    pub item: Type,
    /// The parameter that has to be `true` for them to come, where the same operation also gives
    /// an answer as a whole.
    pub switch: Option<String>,
}

/// How the items of a [`Stream`] are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StreamFormat {
    /// Server-sent events, the data of each of which is an item.
    EventData,
    /// Server-sent events, each of which as a whole is an item: an object with `data`, `event`,
    /// `id` and `retry`.
    Events,
    /// A line of JSON per item, or a text sequence of JSON (RFC 7464).
    JsonLines,
}

/// What comes back with a certain status.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// The status.
    pub status: Status,
    /// What the document says of it.
    pub docs: Docs,
    /// What comes; nothing where the status says it all.
    pub ty: Option<Type>,
}

/// One status or several (RFC 9110, section 15).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// This one: `404`.
    Exactly(u16),
    /// All of a class: `4XX` is 4.
    Class(u16),
    /// All that nothing else is said of.
    Default,
}

/// A header that answers have.
#[derive(Clone, Debug, PartialEq)]
pub struct AnswerHeader {
    /// Its name.
    pub name: String,
    /// The type of its value.
    pub ty: Type,
    /// How the value is written.
    pub form: HeaderForm,
    /// What the document says of it.
    pub docs: Docs,
}

/// How the value of a header is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeaderForm {
    /// As it is.
    Value,
    /// A list: `blue,black`.
    List,
    /// An object: `R,100,G,200`.
    Members,
    /// An object: `R=100,G=200`.
    Pairs,
    /// JSON text.
    Json,
}
