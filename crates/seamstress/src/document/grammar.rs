//! What stands where in a document: the kind of each node, told by the kind of the one around it.
//!
//! One table serves Swagger 2.0 and OpenAPI 3.0 to 3.2: where they differ, they use different
//! keys. Whoever walks a document by it neither takes a property called `schema` for a keyword,
//! nor an example for a reference.

/// The kind of a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Root,
    Components,
    PathItem,
    Operation,
    Parameter,
    RequestBody,
    Response,
    MediaType,
    Encoding,
    Header,
    Schema,
    /// A schema whose boolean form has a meaning of its own, as of `additionalProperties`.
    SchemaOrFlag,
    Discriminator,
    SecurityScheme,
    Link,
    Example,
    /// A map from names that the author chose.
    Names(&'static Kind),
    /// The same, with extensions (`x-`) beside the names.
    NamesAndExtensions(&'static Kind),
    List(&'static Kind),
    /// What holds nothing of a kind named here: `info`, `servers`, `tags`.
    Plain,
    /// Values of the API, or of somebody's extension: nothing in there is a keyword.
    Data,
}

use Kind::{
    Components, Data, Discriminator, Encoding, Example, Header, Link, List, MediaType, Names,
    NamesAndExtensions, Operation, Parameter, PathItem, Plain, RequestBody, Response, Root, Schema,
    SchemaOrFlag, SecurityScheme,
};

const CALLBACK: Kind = NamesAndExtensions(&PathItem);

impl Kind {
    /// The kind of the member `key`.
    pub(crate) fn member(self, key: &str) -> Kind {
        match self {
            Names(kind) => *kind,
            Data | Example => Data,
            _ if key.starts_with("x-") => Data,
            NamesAndExtensions(kind) => *kind,
            Root => root(key),
            Components => components(key),
            PathItem => path_item(key),
            Operation => operation(key),
            Schema | SchemaOrFlag => schema(key),
            Parameter | Header | Response | RequestBody | MediaType | Encoding => content(key),
            Link if key == "parameters" || key == "requestBody" => Data,
            Discriminator | SecurityScheme | Link | List(_) | Plain => Plain,
        }
    }

    /// The kind of an element.
    pub(crate) fn element(self) -> Kind {
        match self {
            List(kind) => *kind,
            // Swagger 2.0 and older drafts of JSON Schema have tuples as lists in `items`.
            Schema | SchemaOrFlag => Schema,
            Data | Example => Data,
            _ => Plain,
        }
    }
}

fn root(key: &str) -> Kind {
    match key {
        "paths" => NamesAndExtensions(&PathItem),
        "webhooks" => Names(&PathItem),
        "components" => Components,
        "definitions" => Names(&Schema),
        "parameters" => Names(&Parameter),
        "responses" => Names(&Response),
        "securityDefinitions" => Names(&SecurityScheme),
        _ => Plain,
    }
}

fn components(key: &str) -> Kind {
    match key {
        "schemas" => Names(&Schema),
        "responses" => Names(&Response),
        "parameters" => Names(&Parameter),
        "examples" => Names(&Example),
        "requestBodies" => Names(&RequestBody),
        "headers" => Names(&Header),
        "securitySchemes" => Names(&SecurityScheme),
        "links" => Names(&Link),
        "callbacks" => Names(&CALLBACK),
        "pathItems" => Names(&PathItem),
        "mediaTypes" => Names(&MediaType),
        _ => Plain,
    }
}

/// The methods that a path item has by name, those of OpenAPI 3.2 included.
pub(super) const METHODS: [&str; 9] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace", "query",
];

fn path_item(key: &str) -> Kind {
    match key {
        "parameters" => List(&Parameter),
        "additionalOperations" => Names(&Operation),
        method if METHODS.contains(&method) => Operation,
        _ => Plain,
    }
}

fn operation(key: &str) -> Kind {
    match key {
        "parameters" => List(&Parameter),
        "requestBody" => RequestBody,
        "responses" => NamesAndExtensions(&Response),
        "callbacks" => Names(&CALLBACK),
        _ => Plain,
    }
}

/// Members of parameters, headers, bodies, responses, media types and encodings.
fn content(key: &str) -> Kind {
    match key {
        "schema" | "itemSchema" | "items" => Schema,
        "content" => Names(&MediaType),
        "headers" => Names(&Header),
        "links" => Names(&Link),
        "encoding" => Names(&Encoding),
        "prefixEncoding" => List(&Encoding),
        "itemEncoding" => Encoding,
        "examples" => Names(&Example),
        "example" | "default" | "enum" => Data,
        _ => Plain,
    }
}

fn schema(key: &str) -> Kind {
    match key {
        "properties" | "patternProperties" | "dependentSchemas" | "$defs" | "definitions" => {
            Names(&Schema)
        }
        "allOf" | "anyOf" | "oneOf" | "prefixItems" => List(&Schema),
        "items"
        | "additionalProperties"
        | "additionalItems"
        | "unevaluatedProperties"
        | "unevaluatedItems" => SchemaOrFlag,
        "not" | "if" | "then" | "else" | "contains" | "propertyNames" | "contentSchema" => Schema,
        "discriminator" => Discriminator,
        _ => Data,
    }
}
