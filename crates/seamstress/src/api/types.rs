//! Types: what values the API takes and gives.

use crate::document::Pointer;

/// The place of a [`TypeDef`] in [`Api::types`](super::Api::types).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TypeId(pub usize);

/// What the document says of a thing in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Docs {
    /// The description, in Markdown as the document has it.
    pub text: Option<String>,
    /// Why the thing should no longer be used; empty where the document gives no reason.
    pub deprecated: Option<String>,
}

/// A type with parts of its own: an object, an enumeration, a union.
#[derive(Clone, Debug)]
pub struct TypeDef {
    /// The name that the API gives the type; inline types have none and are named after where
    /// they stand.
    pub name: Option<String>,
    /// What the document calls an inline type: its name, where no other type is called so.
    pub title: Option<String>,
    /// Where the document defines it (the first place, where several share it).
    pub pointer: Pointer,
    /// What the document says of it.
    pub docs: Docs,
    /// What it is.
    pub kind: TypeKind,
}

/// What a [`TypeDef`] is.
#[derive(Clone, Debug, PartialEq)]
pub enum TypeKind {
    /// Named members.
    Object(Object),
    /// A string out of a list that may grow.
    Enumeration(Enumeration),
    /// A number out of a list that may grow.
    Numbers(Numbers),
    /// One of several types.
    Union(Union),
    /// Another name for a type.
    Alias(Type),
}

impl TypeKind {
    /// The object that it is, if it is one.
    #[must_use]
    pub fn object(&self) -> Option<&Object> {
        match self {
            Self::Object(object) => Some(object),
            _ => None,
        }
    }

    /// The types that it consists of: of members, cases, alternatives and the rest.
    #[must_use]
    pub fn types(&self) -> Vec<&Type> {
        match self {
            Self::Object(object) => {
                let cases = object.cases.iter().flat_map(|cases| &cases.cases);
                let own = cases.flat_map(|case| &case.members);
                let members = object.members.iter().chain(own);
                members
                    .map(|member| &member.ty)
                    .chain(&object.rest)
                    .collect()
            }
            Self::Union(union) => union.types(),
            Self::Alias(ty) => vec![ty],
            Self::Enumeration(_) | Self::Numbers(_) => Vec::new(),
        }
    }
}

/// An object: members that it always may have, and cases that decide on further ones.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Object {
    /// The members, in the order of the document.
    pub members: Vec<Member>,
    /// Present where the value of one member, the tag, decides on further members.
    pub cases: Option<Cases>,
    /// The type of all members that are not named.
    pub rest: Option<Type>,
}

/// The cases that the value of a tag tells apart.
#[derive(Clone, Debug, PartialEq)]
pub struct Cases {
    /// The name of the tag member.
    pub tag: String,
    /// Whether further tags depend on this one: the tag then says in which state the object is.
    pub is_state: bool,
    /// The cases, in the order of the document.
    pub cases: Vec<Case>,
}

/// One case of an object.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    /// The value of the tag.
    pub value: Scalar,
    /// Where the document defines it; the object itself where it does so in parts.
    pub pointer: Pointer,
    /// What the document says of the case.
    pub docs: Docs,
    /// The members that objects of this case have beside those that all have.
    pub members: Vec<Member>,
}

/// A member of an object.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    /// The name in JSON.
    pub name: String,
    /// Where the document defines it (the first place, where several do).
    pub pointer: Pointer,
    /// What the document says of it.
    pub docs: Docs,
    /// The type of its value.
    pub ty: Type,
    /// Whether it must be present.
    pub required: bool,
    /// Whether its value may be null.
    pub nullable: bool,
    /// Which way it travels.
    pub way: Way,
    /// The member of the same object whose value selects the alternative, where `ty` is a
    /// [`Union::Dependent`].
    pub selector: Option<String>,
}

/// Which way a member travels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Way {
    /// Both ways.
    #[default]
    Both,
    /// Only from the server: it makes no sense in a request.
    Received,
    /// Only to the server: answers do not have it.
    Sent,
}

/// A string out of a list that may grow.
#[derive(Clone, Debug, PartialEq)]
pub struct Enumeration {
    /// The known values, in the order of the document, each once.
    pub values: Vec<Value>,
}

/// A known value of an [`Enumeration`].
#[derive(Clone, Debug, PartialEq)]
pub struct Value {
    /// The value in JSON.
    pub value: String,
    /// What the document says of it.
    pub docs: Docs,
}

/// A number out of a list that may grow.
#[derive(Clone, Debug, PartialEq)]
pub struct Numbers {
    /// Whether all of them are whole.
    pub whole: bool,
    /// The known values, in the order of the document, each once.
    pub values: Vec<KnownNumber>,
}

/// A known value of [`Numbers`].
#[derive(Clone, Debug, PartialEq)]
pub struct KnownNumber {
    /// The value, as JSON.
    pub value: String,
    /// The name that the document gives it.
    pub name: Option<String>,
    /// What the document says of it.
    pub docs: Docs,
}

/// One of several types.
#[derive(Clone, Debug, PartialEq)]
pub enum Union {
    /// Told apart by a member that all alternatives have.
    Tagged {
        /// The name of the member.
        tag: String,
        /// The value of the tag, and the type that it means.
        alternatives: Vec<(Scalar, Type)>,
    },
    /// Told apart by a member of the object that the union stands in.
    Dependent {
        /// The value of that member, and the type that it means.
        alternatives: Vec<(Scalar, Type)>,
    },
    /// Told apart by what the JSON looks like.
    Shaped {
        /// The alternatives, the most specific first.
        alternatives: Vec<Alternative>,
    },
}

impl Union {
    /// The types of the alternatives, in their order.
    #[must_use]
    pub fn types(&self) -> Vec<&Type> {
        match self {
            Self::Shaped { alternatives } => alternatives.iter().map(|one| &one.ty).collect(),
            Self::Tagged { alternatives, .. } | Self::Dependent { alternatives } => {
                alternatives.iter().map(|(_, ty)| ty).collect()
            }
        }
    }
}

/// An alternative of a [`Union::Shaped`].
#[derive(Clone, Debug, PartialEq)]
pub struct Alternative {
    /// The kind of JSON that the alternative has.
    pub json: JsonKind,
    /// Members that an object of this alternative must have.
    pub required: Vec<String>,
    /// The type.
    pub ty: Type,
}

/// The kinds of JSON values (RFC 8259, section 3), integers apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum JsonKind {
    /// A string.
    String,
    /// `true` or `false`.
    Boolean,
    /// A number without a fraction.
    Integer,
    /// Any number.
    Number,
    /// An array.
    Array,
    /// An object.
    Object,
}

impl JsonKind {
    /// What JSON Schema calls it: `string`, `integer`.
    pub fn word(self) -> &'static str {
        match self {
            Self::String => "string",
            Self::Boolean => "boolean",
            Self::Integer => "integer",
            Self::Number => "number",
            Self::Array => "array",
            Self::Object => "object",
        }
    }
}

/// The value of a tag.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Scalar {
    /// A string.
    String(String),
    /// `true` or `false`.
    Boolean(bool),
    /// A whole number, as JSON.
    Integer(String),
}

impl Scalar {
    /// The value as text: `device_offline`, `true`.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Self::String(text) | Self::Integer(text) => text,
            Self::Boolean(true) => "true",
            Self::Boolean(false) => "false",
        }
    }
}

/// A format of text that means more than its letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Format {
    /// A date without a time (RFC 3339, section 5.6).
    Date,
    /// A time of day (RFC 3339, section 5.6).
    Time,
    /// A span of time (RFC 3339, appendix A).
    Duration,
    /// Bytes in base64 (RFC 4648).
    Bytes,
}

/// The type of a value.
#[derive(Clone, Debug, PartialEq)]
pub enum Type {
    /// Text.
    String,
    /// `true` or `false`.
    Boolean,
    /// A number without a fraction, with its bounds where the document gives them.
    Integer {
        /// The least value.
        minimum: Option<i128>,
        /// The greatest value.
        maximum: Option<i128>,
    },
    /// A number.
    Number,
    /// A date with a time of day and an offset (RFC 3339, section 5.6).
    DateTime,
    /// Text of a format.
    Formatted(Format),
    /// An identifier of a thing, by the name of the id: `device_id`.
    Id(String),
    /// One fixed value. Only while unions are being lowered; the finished model has none.
    Constant(Scalar),
    /// Bytes of any length, such as those of a file. Only bodies and parts of bodies have it.
    Content,
    /// Any JSON.
    Json,
    /// A list.
    List(Box<Type>),
    /// An object with free keys and values of one type.
    Map(Box<Type>),
    /// A value or null, inside a list or a map (members say so themselves).
    Nullable(Box<Type>),
    /// A type with parts of its own.
    Named(TypeId),
}

impl Type {
    /// The type with parts of its own that this one consists of, if any: `Device` for a list of
    /// devices.
    #[must_use]
    pub fn named(&self) -> Option<TypeId> {
        match self.innermost() {
            Self::Named(id) => Some(*id),
            _ => None,
        }
    }

    /// The type without the lists, maps and nulls around it.
    #[must_use]
    pub fn innermost(&self) -> &Self {
        match self {
            Self::List(inner) | Self::Map(inner) | Self::Nullable(inner) => inner.innermost(),
            other => other,
        }
    }

    /// Whether values come in a list or a map, so that a name for one of them is in the singular.
    #[must_use]
    pub fn is_collection(&self) -> bool {
        match self {
            Self::List(_) | Self::Map(_) => true,
            Self::Nullable(inner) => inner.is_collection(),
            _ => false,
        }
    }
}
