//! All complaints that a document or its configuration can get, by code. `docs/lint.md` is this
//! table; a test holds both together, and another shows that every code is given for something.

use std::fmt::Write;

/// A kind of complaint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Code {
    /// Its stable short name.
    pub code: &'static str,
    /// What it is about.
    pub subject: Subject,
    /// What is wrong, of one such thing.
    pub what: &'static str,
    /// What it means for whoever uses the document, and what to do.
    pub why: &'static str,
}

/// What a complaint is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// A text that cannot be read: always an error.
    Text,
    /// References, and the files that they lead to.
    References,
    /// Paths, operations and parameters.
    Operations,
    /// Schemas and values.
    Schemas,
    /// Servers and security.
    Access,
    /// Overlays.
    Overlays,
    /// The configuration.
    Settings,
}

impl Subject {
    /// All, in the order of the table.
    pub const ALL: [Self; 7] = [
        Self::Text,
        Self::References,
        Self::Operations,
        Self::Schemas,
        Self::Access,
        Self::Overlays,
        Self::Settings,
    ];

    /// The heading of its part of the table.
    #[must_use]
    pub fn heading(self) -> &'static str {
        match self {
            Self::Text => "Texts that cannot be read (always errors)",
            Self::References => "References",
            Self::Operations => "Paths, operations, parameters",
            Self::Schemas => "Schemas and values",
            Self::Access => "Servers and security",
            Self::Overlays => "Overlays",
            Self::Settings => "Configuration",
        }
    }
}

const fn code(subject: Subject, code: &'static str, what: &'static str, why: &'static str) -> Code {
    Code {
        code,
        subject,
        what,
        why,
    }
}

use Subject::{Access, Operations, Overlays, References, Schemas, Settings, Text};

/// The table.
pub const CODES: &[Code] = &[
    code(
        Text,
        "unreadable-file",
        "A file that is named cannot be read.",
        "Correct its path.",
    ),
    code(
        Text,
        "not-utf8",
        "The text is not UTF-8: UTF-16, Latin-1, or no text at all.",
        "Save the file as UTF-8.",
    ),
    code(
        Text,
        "empty-file",
        "There is nothing in the file.",
        "A download that failed often leaves one.",
    ),
    code(
        Text,
        "html-page",
        "The file is a web page.",
        "Fetch the document itself, not the page that shows it, and not one that asks to log in.",
    ),
    code(
        Text,
        "broken-json",
        "The text is no JSON, or ends in the middle.",
        "The line is where reading stopped.",
    ),
    code(
        Text,
        "broken-yaml",
        "The text is no YAML: a tab in the indentation, a missing quotation mark, several documents in one.",
        "The line is where reading stopped.",
    ),
    code(
        Text,
        "alias-bomb",
        "Aliases of YAML stand for too many nodes, or for one that they are a part of.",
        "Such texts are made to exhaust memory; use `$ref`.",
    ),
    code(
        Text,
        "too-deep",
        "The text nests deeper than any document.",
        "Move inner schemas to `components`.",
    ),
    code(
        Text,
        "not-an-object",
        "The top level is no object.",
        "A document has keys such as `openapi`, `info` and `paths`.",
    ),
    code(
        Text,
        "no-openapi",
        "The file does not say which version of OpenAPI it is written in.",
        "It may be another kind of file: an overlay, a collection of another tool.",
    ),
    code(
        Text,
        "unsupported-version",
        "The document is of a version that is not read.",
        "Swagger 2.0 and OpenAPI 3.0, 3.1 and 3.2 are.",
    ),
    code(
        Text,
        "bad-root",
        "The document is not in the folder that `root` names.",
        "Name a folder around it.",
    ),
    code(
        Text,
        "bad-version",
        "The version is written as no version is, such as `3.0`.",
        "It is read as the version that it is like.",
    ),
    code(
        Text,
        "duplicate-key",
        "A key occurs twice in one object.",
        "The last one counts, and what the others say is lost.",
    ),
    code(
        References,
        "dangling-reference",
        "A `$ref` points to nothing.",
        "What it stands for is any JSON, or left out. Also reported where nothing leads to the reference.",
    ),
    code(
        References,
        "dangling-mapping",
        "A `mapping` of a discriminator names a schema that is not there.",
        "Values with this tag have no type.",
    ),
    code(
        References,
        "external-reference",
        "A `$ref` leads out of the document's folder, to the web, or to a file that cannot be read.",
        "Nothing is fetched: copy the file, or map the address to a copy.",
    ),
    code(
        References,
        "malformed-reference",
        "A `$ref` is no JSON pointer.",
        "It is written as `#/components/schemas/Pet`.",
    ),
    code(
        References,
        "reference-loop",
        "A `$ref` leads back to itself, and never to a value.",
        "Put a schema in the place of one of them.",
    ),
    code(
        References,
        "unused-component",
        "Nothing that can be called leads to a component.",
        "It is left over, or was meant somewhere. Types of it are behind the feature `unused-schemas`.",
    ),
    code(
        Operations,
        "duplicate-operation-id",
        "Two operations have one `operationId`.",
        "Tools that name by ids drop one, or fail.",
    ),
    code(
        Operations,
        "shadowed-path",
        "Two paths differ in the names of their parameters only.",
        "They are the same path (OpenAPI 3.0.4, section 4.8.8.1): servers serve one of them.",
    ),
    code(
        Operations,
        "relative-path",
        "A path does not begin with a slash.",
        "It is taken as if it did.",
    ),
    code(
        Operations,
        "undeclared-parameter",
        "A path has a name in braces that no parameter describes.",
        "It is taken as text.",
    ),
    code(
        Operations,
        "unused-parameter",
        "A parameter is said to be in the path, which has no such name in braces.",
        "It cannot be sent, and is left out.",
    ),
    code(
        Operations,
        "ignored-parameter",
        "A header is described that is no parameter, such as `Content-Type`.",
        "Media types and security schemes say what it is (OpenAPI 3.0.4, section 4.8.12.1).",
    ),
    code(
        Operations,
        "duplicate-parameter",
        "Two parameters of one list have one name and place.",
        "The first counts.",
    ),
    code(
        Operations,
        "bad-parameter",
        "An operation of Swagger 2.0 has more than one body.",
        "The first counts.",
    ),
    code(
        Operations,
        "bad-method",
        "A key of `additionalOperations` is no name of a method, or there already.",
        "The operation is left out.",
    ),
    code(
        Operations,
        "unsupported-parameter",
        "A parameter stands where none can be sent, or in a media type that cannot be written.",
        "It is left out, or taken as text.",
    ),
    code(
        Operations,
        "unsupported-style",
        "A parameter is written in a style that its place does not have.",
        "The usual style of the place is used.",
    ),
    code(
        Operations,
        "unsupported-collection-format",
        "A `collectionFormat` of Swagger 2.0 that its place does not have.",
        "The usual one is used.",
    ),
    code(
        Operations,
        "unnamed-fields",
        "A form is no object, so that its fields have no names.",
        "It is taken as bytes or text.",
    ),
    code(
        Operations,
        "name-taken",
        "Several operations would have one name.",
        "One of them keeps it; `[names.rename]` overrules.",
    ),
    code(
        Operations,
        "inferred-pages",
        "A note: how many lists in pages were recognised, and in which style.",
        "`[pagination.operations]` overrules.",
    ),
    code(
        Operations,
        "no-test",
        "A note: operations for which no test can be drawn.",
        "The reason is in the message.",
    ),
    code(
        Schemas,
        "missing-discriminator",
        "A property tells the alternatives of a union apart, and no `discriminator` says so.",
        "It is found here; other readers of the document do not find it.",
    ),
    code(
        Schemas,
        "ambiguous-union",
        "Alternatives of a union cannot be told apart.",
        "The one that fits best is taken; a discriminator would say which it is.",
    ),
    code(
        Schemas,
        "unknown-required",
        "`required` names what is no property.",
        "Misspelt, or left over.",
    ),
    code(
        Schemas,
        "mismatched-values",
        "Values of an `enum` are not of the declared type.",
        "They can never be sent or received as the schema has it.",
    ),
    code(
        Schemas,
        "unknown-type",
        "A `type` that schemas cannot have.",
        "The value is any JSON.",
    ),
    code(
        Schemas,
        "invalid-example",
        "An example is not allowed by its schema.",
        "One of them is wrong, and readers believe the example. Patterns and formats are not judged.",
    ),
    code(
        Schemas,
        "invalid-default",
        "A default is not allowed by its schema.",
        "A server that checks refuses what is its own default.",
    ),
    code(
        Schemas,
        "conflicting-types",
        "Parts of an `allOf` contradict each other.",
        "The value is any JSON.",
    ),
    code(
        Schemas,
        "circular-schema",
        "A component is nothing but itself.",
        "The value is any JSON.",
    ),
    code(
        Schemas,
        "recursive-reference",
        "A schema is nothing but a reference into itself.",
        "The value is any JSON.",
    ),
    code(
        Schemas,
        "recursive-composition",
        "A schema is a part of its own `allOf`, `oneOf` or `anyOf`.",
        "The part is left out.",
    ),
    code(
        Schemas,
        "deep-composition",
        "Compositions stand inside each other, deeper than is followed.",
        "What is deeper is left out.",
    ),
    code(
        Schemas,
        "too-many-alternatives",
        "An object has more combinations of alternatives than can be told apart.",
        "One struct with optional members covers them.",
    ),
    code(
        Schemas,
        "unexplained-deprecation",
        "Something is deprecated without a word what to use.",
        "Readers of the crate's documentation see that it is, and cannot act on it.",
    ),
    code(
        Access,
        "unusable-server",
        "A server has no address that a client can call by itself.",
        "Callers have to give one, unless `base-url` under `[client]` does. Operations whose own server it is go to the base URL.",
    ),
    code(
        Access,
        "unknown-security",
        "A security requirement names a scheme that is not there.",
        "The operation is called without it.",
    ),
    code(
        Access,
        "unsupported-security",
        "A security scheme cannot be sent by a client.",
        "It is left out; hooks and headers can do what it asks.",
    ),
    code(
        Overlays,
        "bad-overlay",
        "An overlay is not written as one, or an action cannot be carried out.",
        "An error: the document would not be the one that is meant.",
    ),
    code(
        Overlays,
        "overlay-conflict",
        "An action of an overlay does not fit what it finds.",
        "An error, as above.",
    ),
    code(
        Overlays,
        "overlay-no-match",
        "An action of an overlay matches nothing.",
        "The document has changed: correct the target, or remove the action.",
    ),
    code(
        Overlays,
        "overlay-extends",
        "An overlay names another document than the one that it is applied to.",
        "It is applied all the same.",
    ),
    code(
        Settings,
        "bad-configuration",
        "The configuration cannot be read, or has a key that nobody knows.",
        "An error, with the line.",
    ),
    code(
        Settings,
        "bad-lock",
        "The lock file of names cannot be read, or has the marks of a merge.",
        "An error, with the line.",
    ),
    code(
        Settings,
        "nothing-named",
        "Neither the command line nor a configuration names a document.",
        "An error.",
    ),
    code(
        Settings,
        "unused-rename",
        "A line of `[names.rename]` names nothing that has a name.",
        "The document has changed: correct the pointer or the id, or remove the line.",
    ),
    code(
        Settings,
        "unused-setting",
        "A setting names a property, parameter, path, state or extension that is not there.",
        "It does nothing any more, in silence.",
    ),
    code(
        Settings,
        "unknown-operation",
        "`[pagination.operations]` names an operation that is not there.",
        "Its pages are not those that were configured.",
    ),
    code(
        Settings,
        "unknown-credential",
        "A credential or an exchange names a scheme, a credential or a path that is not there.",
        "It is left out.",
    ),
    code(
        Settings,
        "unknown-schema",
        "`[webhooks]` names a component that is not there.",
        "An error.",
    ),
    code(
        Settings,
        "taken-name",
        "The `name` under `[webhooks]` is that of another type.",
        "An error.",
    ),
];

/// The table in Markdown, as `docs/lint.md` has it.
#[must_use]
pub fn table() -> String {
    let mut table = String::new();
    for subject in Subject::ALL {
        let _ = write!(
            table,
            "\n### {}\n\n| code | what | why it matters, what to do |\n|---|---|---|\n",
            subject.heading()
        );
        for code in CODES.iter().filter(|code| code.subject == subject) {
            let _ = writeln!(table, "| `{}` | {} | {} |", code.code, code.what, code.why);
        }
    }
    table
}
