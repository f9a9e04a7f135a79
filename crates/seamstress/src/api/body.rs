//! What an operation is sent beside its path, query and headers.

/// How what an operation is sent in the body is written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum BodyFormat {
    /// There is no body.
    #[default]
    None,
    /// A JSON object, whose members are the parameters in [`Location::Body`].
    ///
    /// [`Location::Body`]: super::Location::Body
    Json {
        /// The media type, where it is not `application/json`.
        media: Option<String>,
    },
    /// Any JSON: the one parameter in [`Location::Whole`].
    ///
    /// [`Location::Whole`]: super::Location::Whole
    JsonValue {
        /// The media type, where it is not `application/json`.
        media: Option<String>,
    },
    /// A form (`application/x-www-form-urlencoded`), whose fields are the parameters in
    /// [`Location::Body`](super::Location::Body).
    Form {
        /// How the values of fields are written, where that is not [`FieldStyle::Repeated`]; that
        /// too for lists and objects beside [`FieldStyle::Nested`] ones.
        styles: Vec<(String, FieldStyle)>,
    },
    /// Parts of their own type (`multipart/form-data`, RFC 7578), which are the parameters in
    /// [`Location::Body`](super::Location::Body).
    Multipart {
        /// The media types of parts, where the document names them.
        media: Vec<(String, String)>,
    },
    /// Text, a file, or whatever else: the one parameter in
    /// [`Location::Whole`](super::Location::Whole), sent as it is.
    Content {
        /// Its media type; nothing where the caller says which it is.
        media: Option<String>,
    },
}

impl BodyFormat {
    /// Whether it has named members, which are parameters.
    #[must_use]
    pub fn has_members(&self) -> bool {
        match self {
            Self::Json { .. } | Self::Form { .. } | Self::Multipart { .. } => true,
            Self::None | Self::JsonValue { .. } | Self::Content { .. } => false,
        }
    }
}

/// How a value in a form is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldStyle {
    /// A list repeats the name; an object is JSON text.
    Repeated,
    /// `a[b][]=…`: the way to each value in brackets.
    Nested,
    /// The members of an object are fields of their own.
    Spread,
    /// The elements of a list are one text, with commas between.
    Commas,
    /// The elements of a list are one text, with spaces between.
    Spaces,
    /// The elements of a list are one text, with `|` between.
    Pipes,
    /// Everything is JSON text.
    Json,
}
