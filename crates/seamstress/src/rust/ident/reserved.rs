//! Names that emitted code cannot have, or has itself.

/// Keywords and reserved words of all editions (The Rust Reference, "Keywords").
pub(super) const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn",
    "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let",
    "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return",
    "static", "struct", "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use",
    "virtual", "where", "while", "yield",
];

/// How long the longest of them is.
pub(super) const LONGEST_KEYWORD: usize = "abstract".len();

/// Words that cannot be raw identifiers.
pub(super) const NEVER_RAW: &[&str] = &["self", "super", "crate", "_"];

/// Names of crates that emitted code uses, which a module beside it would hide; of files that
/// have a meaning to Cargo, to some file system, or to us.
pub(super) const TAKEN_MODULES: &[&str] = &[
    "alloc",
    "aux",
    "con",
    "core",
    "ids",
    "lib",
    "main",
    "mod",
    "nul",
    "prn",
    "std",
    "seamstress_runtime",
];

/// Names of types that emitted code uses unqualified.
pub(super) const TAKEN_TYPES: &[&str] = &[
    "BTreeMap",
    "Body",
    "Box",
    "Call",
    "Client",
    "ClientBuilder",
    "Clone",
    "Base64",
    "CalendarDate",
    "DateTime",
    "IsoDuration",
    "TimeOfDay",
    "Debug",
    "Default",
    "Err",
    "Error",
    "Extra",
    "Into",
    "IntoIterator",
    "Method",
    "None",
    "Nullable",
    "Ok",
    "Operation",
    "Option",
    "Page",
    "Paging",
    "ParameterStyle",
    "PartialEq",
    "Progress",
    "Result",
    "Self",
    "Sending",
    "Some",
    "String",
    "TokenProvider",
    "Unknown",
    "UnknownNumber",
    "UnknownValue",
    "Value",
    "Vec",
    "Waitable",
];
