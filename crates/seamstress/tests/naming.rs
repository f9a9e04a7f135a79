//! A naming obstacle course: whatever things are called, the crate compiles, without a warning,
//! and every name is its own.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "the helpers of a test fail as a test does"
)]

mod golden_support;

use golden_support::{Generated, check, generate};
use serde_json::{Map, Value, json};

/// Keywords of all editions, strict, weak and reserved (The Rust Reference, "Keywords").
const KEYWORDS: &str = "\
    abstract as async await become box break const continue crate do dyn else enum extern false \
    final fn for gen if impl in let loop macro macro_rules match mod move mut override priv pub \
    raw ref return safe self Self static struct super trait true try type typeof union unsafe \
    unsized use virtual where while yield";

/// Names that every Rust file sees, or that people see in every crate.
const STANDARD: &str = "\
    Option Some None Result Ok Err String Vec Box Default Clone Copy Debug Send Sync Drop Fn From \
    Into IntoIterator Iterator PartialEq Eq Hash Ord ToString ToOwned AsRef TryFrom TryInto Extend \
    bool str char i64 u8 f64 usize std core alloc drop main test derive cfg vec format stringify \
    Display FromStr Serialize Deserialize";

/// Names that the emitted code uses or has itself.
const OURS: &str = "\
    Extra Unknown UnknownValue Nullable Value Json Empty BTreeMap DateTime Client ClientBuilder \
    Call Body Method Operation Paging Page Pages Items Sending Request Response ApiError Error \
    ErrorKind ErrorBody ValidationError WaitOptions Waitable Progress Settings Transport \
    Credential QueryStyle Duration PAGING SETTINGS POLL Obstacles ObstaclesBuilder Kind State \
    extra kind state additional new call client value default clone fmt eq as_str read write \
    select variant send stream wait wait_with pages into_future send_with_response with_header \
    with_timeout set_send call_mut builder from_env endpoint timeout header transport build ids \
    types resources waiting shared root lib seamstress_runtime serde name path query body \
    path_name unused-schemas ClientValue ActionFailure Answer Attempt Base64 BlockingIter ByteStream \
    CalendarDate Choice Clock Companion Correction CredentialKind Deserializer Download Encoding \
    Envelope EventStream Exchange FakeClock FakeTransport Fit FromAnswer FromFailure Grant Header Held \
    Hook Index IsoDuration Iter Limits Member NextPage ParameterStyle Placement Presence ReadError \
    Reader Reading RecordedPart RecordedRequest Rejected Report Rest RetryOptions Selector Serializer \
    Shape StreamFormat Tag TimeOfDay Token TokenProvider TransportError UnknownNumber Upload Uuid \
    Variant VariantMut WebhookDelivery WebhookError WebhookEvent WebhookVerifier Writer ANSWERS \
    OPERATIONS answers testing operations settings headers failures webhooks";

/// Names that no language would take, and families of names that differ by little.
const AWKWARD: &[&str] = &[
    "",
    " ",
    "_",
    "__",
    "-",
    "$",
    "@type",
    "@id",
    "$ref",
    "#",
    "\"",
    "\\",
    "`",
    "'",
    "*/",
    "{",
    "}",
    "{}",
    "😀",
    "x😀",
    "é",
    "日本",
    "ß",
    "ẞ",
    "İ",
    "1",
    "1st",
    "404",
    "42x",
    "a_b",
    "a-b",
    "a.b",
    "a b",
    "aB",
    "AB",
    "Ab",
    "ab",
    "aB_",
    "_a_b",
    "a__b",
    "A_B",
    "+a",
    "-a",
    "a+",
    "a1",
    "a_1",
    "A1",
    "string",
    "string[]",
    "STRING",
    "con",
    "nul",
    "aux",
    "CON.txt",
    "list",
    "value",
    "unnamed",
    "empty",
    "unknown",
    "self_",
    "type_",
    "r#type",
    "error",
    "Errors",
    "errors",
    "a/b",
    "~1",
    "%2F",
    "..",
    "\0",
    "\n",
    "\u{202e}x",
    "x-y",
    "X-Y",
    "x_y",
];

#[test]
fn rest_names() {
    let crate_of = || generate("obstacles-rest", &document(&all()).to_string(), "");
    assert_same(&crate_of(), &crate_of());
    check("naming-rest", &[crate_of()]);
}

#[test]
fn procedure_names() {
    let settings = "[operations]\npreference = [\"get\", \"post\"]\n";
    let crate_of = || generate("obstacles-rpc", &document(&all()).to_string(), settings);
    assert_same(&crate_of(), &crate_of());
    check("naming-rpc", &[crate_of()]);
}

/// The client is named after the title, and stands beside resources and names of the runtime.
#[test]
fn titles() {
    let titles = [
        "Pets",
        "Client",
        "Pages",
        "Error",
        "Self",
        "String",
        "",
        "1",
        "😀",
        "types",
        "Json",
        "Resources",
        "Pet API",
        "Result",
        "PetsBuilder",
        "Option",
    ];
    let crates = titles.iter().enumerate().map(|(at, title)| {
        let operation = json!({ "responses": { "200": { "description": "Pets." } } });
        let document = json!({
            "openapi": "3.0.3",
            "info": { "title": title, "version": "1" },
            "paths": { "/pets": { "get": operation }, "/pets_builder": { "get": operation }, "/pages": { "get": operation } },
        });
        generate(&format!("title-{at}"), &document.to_string(), "")
    });
    check("naming-titles", &crates.collect::<Vec<_>>());
}

#[test]
fn no_name_has_a_number_of_its_own() {
    let generated = generate(
        "obstacles",
        &document(&["thing", "Thing", "thing_"].map(str::to_owned)).to_string(),
        "",
    );
    for (path, text) in generated.rust() {
        for word in [
            "Thing2",
            "Thing1",
            "thing_1",
            "thing_2",
            "Anonymous",
            "unnamed",
        ] {
            assert!(!text.contains(word), "{path} has {word}");
        }
    }
}

fn all() -> Vec<String> {
    let words = [KEYWORDS, STANDARD, OURS].map(str::split_whitespace);
    let all = words.into_iter().flatten().chain(AWKWARD.iter().copied());
    let mut names: Vec<String> = all.map(str::to_owned).collect();
    names.push("x".repeat(300));
    names.push("x".repeat(299) + "y");
    names.push("long word ".repeat(30));
    names.sort();
    names.dedup();
    names
}

/// A document that uses every one of `names` in every place where a name can stand.
fn document(names: &[String]) -> Value {
    let object = |properties: Map<String, Value>, required: &[String]| json!({ "type": "object", "properties": properties, "required": required });
    let text = || json!({ "type": "string" });
    let texts = || {
        names
            .iter()
            .map(|name| (name.clone(), text()))
            .collect::<Map<_, _>>()
    };
    let mut schemas: Map<String, Value> = names
        .iter()
        .map(|name| {
            (
                name.clone(),
                json!({ "type": "object", "required": ["it"], "properties": { "it": text() } }),
            )
        })
        .collect();
    // Objects with a member of every name, as text, as an inline object, and of its own type.
    schemas.insert("all texts".into(), object(texts(), names));
    let inline = names.iter().map(|name| {
        let member = json!({ "type": "object", "properties": { (format!("{name} inner")): text(), (format!("{name} other")): text() } });
        (name.clone(), member)
    });
    schemas.insert("all inline".into(), object(inline.collect(), &[]));
    let own = names.iter().map(|name| (name.clone(), reference(name)));
    schemas.insert("all own".into(), object(own.collect(), &[]));
    schemas.insert(
        "all values".into(),
        json!({ "type": "string", "enum": names }),
    );
    let ids = names.iter().map(|name| (format!("{name}_id"), text()));
    schemas.insert("all ids".into(), object(ids.collect(), &[]));
    let mut rest = object(texts(), names);
    rest["additionalProperties"] = json!({ "type": "integer" });
    schemas.insert("all and rest".into(), rest);
    // A case for every name, and one case with a member of every name.
    let mut cases: Vec<Value> = names
        .iter()
        .map(|name| json!({ "type": "object", "required": ["tag"], "properties": { "tag": { "type": "string", "enum": [name] } } }))
        .collect();
    let mut members = texts();
    members.insert(
        "tag".into(),
        json!({ "type": "string", "enum": ["with members"] }),
    );
    cases.push(object(members, &["tag".to_owned()]));
    schemas.insert(
        "all cases".into(),
        json!({ "oneOf": cases, "discriminator": { "propertyName": "tag" } }),
    );
    // Unions over every component.
    let mapping: Map<String, Value> = names
        .iter()
        .map(|name| (name.clone(), reference(name)["$ref"].clone()))
        .collect();
    let references: Vec<Value> = names.iter().map(|name| reference(name)).collect();
    schemas.insert(
        "all alternatives".into(),
        json!({ "oneOf": references, "discriminator": { "propertyName": "it", "mapping": mapping } }),
    );
    json!({
        "openapi": "3.0.3",
        "info": { "title": "Obstacles", "version": "1" },
        "tags": names.iter().map(|name| json!({ "name": name })).collect::<Vec<_>>(),
        "paths": paths(names),
        "components": { "schemas": schemas },
    })
}

/// Every name as a step, as the name of an operation, and as a parameter in every place.
fn paths(names: &[String]) -> Map<String, Value> {
    let mut paths = Map::new();
    let done = || json!({ "200": { "description": "Done." } });
    for name in names {
        let step = name.replace(['/', '{', '}'], "-");
        let operation = json!({ "operationId": name, "tags": [name], "responses": done() });
        paths.insert(
            format!("/{step}"),
            json!({ "get": operation.clone(), "delete": { "responses": done() } }),
        );
        paths.insert(
            format!("/{step}/inner/{step}"),
            json!({ "post": operation.clone() }),
        );
        paths.insert(format!("/operations/{step}"), json!({ "get": operation }));
        let parameter =
            json!({ "name": name, "in": "path", "required": true, "schema": { "type": "string" } });
        if !name.contains(['{', '}']) {
            paths.insert(
                format!("/in_path/{step}/{{{name}}}"),
                json!({ "get": { "parameters": [parameter], "responses": done() } }),
            );
        }
    }
    for required in [true, false] {
        let parameters = |place: &str| -> Vec<Value> {
            let schema = json!({ "type": "string" });
            let parameter = |name: &String| json!({ "name": name, "in": place, "required": required, "schema": schema });
            names.iter().map(parameter).collect()
        };
        let all = [parameters("query"), parameters("header")].concat();
        let properties: Map<String, Value> = names
            .iter()
            .map(|name| {
                (
                    name.clone(),
                    json!({ "type": "object", "properties": { "of": { "type": "string" } } }),
                )
            })
            .collect();
        let list: &[String] = if required { names } else { &[] };
        let body = json!({ "type": "object", "properties": properties, "required": list });
        let body = json!({ "content": { "application/json": { "schema": body } } });
        paths.insert(
            format!("/parameters/required_{required}"),
            json!({ "post": { "parameters": all, "requestBody": body, "responses": done() } }),
        );
    }
    for schema in [
        "all texts",
        "all inline",
        "all own",
        "all values",
        "all ids",
        "all cases",
        "all alternatives",
        "all and rest",
    ] {
        let content = json!({ "application/json": { "schema": reference(schema) } });
        let sent = json!({ "application/json": { "schema": { "type": "object", "properties": { "it": reference(schema) } } } });
        paths.insert(
            format!("/results/{}", schema.replace(' ', "_")),
            json!({ "put": { "requestBody": { "content": sent }, "responses": { "200": { "description": "Done.", "content": content } } } }),
        );
    }
    paths
}

/// A reference to a component (RFC 6901, and RFC 3986 for the fragment).
fn reference(name: &str) -> Value {
    let pointer = name.replace('~', "~0").replace('/', "~1");
    let mut fragment = String::new();
    for byte in pointer.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            fragment.push(char::from(byte));
        } else {
            fragment.push_str(&format!("%{byte:02X}"));
        }
    }
    json!({ "$ref": format!("#/components/schemas/{fragment}") })
}

#[track_caller]
fn assert_same(one: &Generated, other: &Generated) {
    assert!(one.files == other.files, "two runs differ");
    let mut paths = one
        .paths()
        .iter()
        .map(|path| path.to_lowercase())
        .collect::<Vec<_>>();
    paths.sort();
    for pair in paths.windows(2) {
        assert_ne!(pair[0], pair[1], "two files have one name");
    }
    let mut found = std::collections::BTreeSet::new();
    assert!(one.paths().iter().all(|path| found.insert(*path)));
    assert!(
        one.paths()
            .iter()
            .all(|path| path.split('/').all(|step| step.len() <= 255))
    );
}
