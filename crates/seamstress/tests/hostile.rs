//! Text of a document never becomes code, whatever it is and wherever it stands.
//!
//! Every payload is put in every place of a document that holds text, with a name of its own
//! for each place. Where one of these names turned up as an identifier of the emitted source,
//! text would have become code.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "the helpers of a test fail as a test does"
)]

mod golden_support;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Component, Path};

use golden_support::{Generated, check, config, document as document_crates, try_generate};
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag};
use seamstress::output::{Mode, write};
use serde_json::{Value, json};

/// What would break out of a literal, a comment, an attribute, a template or a folder; `@` stands
/// for the name of the place.
const PAYLOADS: &[(&str, &str)] = &[
    ("quote", "\"; fn @() {} //"),
    ("backslash", "\\\"; fn @() {} \\"),
    ("apostrophe", "'; fn @() {} '\\''"),
    ("comment", "*/ fn @() {} /*"),
    ("comment-start", "/* fn @() {}"),
    ("slash", "fn @() {} /"),
    ("raw-string", "\"# ; fn @() {} r#\""),
    ("new-line", "x\nfn @() {}\n#[test] fn @() {}"),
    ("carriage-return", "x\rfn @() {}\r\nfn @() {}"),
    ("separator", "x\u{2028}fn @() {}\u{85}fn @() {}"),
    (
        "template",
        "{{ 7*7 }} {% include \"/etc/passwd\" %} fn @() {} {# x #}",
    ),
    ("fence", "```\npanic!(\"no\");\nfn @() {}\n```"),
    ("open-fence", "a\n\n```rust\nfn @() { panic!() }"),
    (
        "tilde-fence",
        "~~~rust,should_panic\nfn @() {}\n~~~\n    fn @() {}",
    ),
    (
        "long-fence",
        "`````\n```\nfn @() {}\n```\n`````\n\n\tfn @() {}",
    ),
    ("indented", "text\n\n    fn @() { panic!() }\n\n\tpanic!();"),
    (
        "nested",
        "- a\n\n      fn @() {}\n\n  ```\n  panic!()\n  ```\n> ```\n> fn @() {}\n> ```",
    ),
    (
        "setext",
        "fn @() {}\n===\n\n<pre>\n\n    fn @() {}\n\n</pre>\n\n[a]: <b> 'fn @() {}'",
    ),
    ("bidi", "\u{202e}fn @() {}\u{2066}\u{200f}\u{feff}"),
    ("steps-up", "../../../fn @/..\\..\\C:/fn @"),
    ("nul", "a\0fn @() {}\u{1b}[31m"),
    (
        "attribute",
        "#![feature(x)] #![doc = include_str!(\"/etc/passwd\")] ]] fn @() {}",
    ),
    ("format", "{} {0:?} {@} {{@}} $crate::@!() %s fn @() {}"),
    (
        "html",
        "<script>fn @() {}</script> <img src=x onerror=y> [x](javascript:fn) [fn @() {}] & &lt;",
    ),
    (
        "toml",
        "\"\"\"\n[dependencies]\nfn @ = \"1\"\n[lib]\npath = '/fn @'",
    ),
    ("tuple", "Vec<@> fn @<T>(self) -> Option<@>"),
];

#[test]
fn text_never_becomes_code() {
    for generated in all() {
        let name = &generated.name;
        assert!(generated.rust().count() > 5, "{name}");
        for (path, text) in generated.rust() {
            syn::parse_file(text).unwrap_or_else(|error| panic!("{name}: {path}: {error}\n{text}"));
            let tokens: TokenStream = text.parse().unwrap();
            let mut found = BTreeSet::new();
            identifiers(tokens, &mut found);
            let escaped = found.iter().find(|ident| ident.starts_with("canary_"));
            assert_eq!(escaped, None, "{name}: {path} has it as code:\n{text}");
        }
    }
}

#[test]
fn text_never_becomes_a_manifest() {
    let plain = crate_of("plain", "plain");
    for generated in all() {
        let manifest: toml::Table = toml::from_str(generated.file("Cargo.toml")).unwrap();
        let expected: toml::Table = toml::from_str(plain.file("Cargo.toml")).unwrap();
        let keys = |table: &toml::Table| table.keys().cloned().collect::<Vec<_>>();
        assert_eq!(keys(&manifest), keys(&expected), "{}", generated.name);
        for section in ["package", "dependencies", "dev-dependencies"] {
            let (section, expected) = (&manifest[section], &expected[section]);
            assert_eq!(
                keys(section.as_table().unwrap()),
                keys(expected.as_table().unwrap())
            );
        }
        let features = manifest["features"].as_table().unwrap();
        let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        assert!(
            features.keys().all(|feature| feature.chars().all(is_plain)),
            "{features:?}"
        );
        let readme = generated.file("README.md");
        assert!(
            !readme.contains("49") && !readme.contains("```rust"),
            "{readme}"
        );
    }
}

#[test]
fn text_never_becomes_a_doctest() {
    let mut blocks = 0;
    for generated in all() {
        for (path, text) in generated.rust() {
            let tokens: TokenStream = text.parse().unwrap();
            let mut docs = Vec::new();
            comments(tokens, &mut docs);
            for doc in docs {
                for event in Parser::new_ext(&doc, Options::all()) {
                    if let Event::Start(Tag::CodeBlock(kind)) = event {
                        let is_text = matches!(&kind, CodeBlockKind::Fenced(language) if &**language == "text");
                        assert!(is_text, "{}: {path}: {kind:?} in\n{doc}", generated.name);
                        blocks += 1;
                    }
                }
            }
        }
    }
    assert!(blocks > 20, "code blocks stay code blocks: {blocks}");
}

#[test]
fn text_never_leaves_the_folder() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("hostile-paths");
    for generated in all() {
        for path in generated.files.iter().map(|file| &file.path) {
            let is_step = |step: Component<'_>| matches!(step, Component::Normal(_));
            assert!(path.components().all(is_step), "{}", path.display());
            let is_plain = |c: char| c.is_ascii_alphanumeric() || "._/".contains(c);
            assert!(
                path.to_str().unwrap().chars().all(is_plain),
                "{}",
                path.display()
            );
        }
        let _ = fs::remove_dir_all(&folder);
        write(
            &folder.join("inner/out"),
            generated.files.clone(),
            Mode::Write,
        )
        .unwrap();
        let entries = |path: &Path| fs::read_dir(path).unwrap().count();
        assert_eq!(
            (entries(&folder), entries(&folder.join("inner"))),
            (1, 1),
            "{}",
            generated.name
        );
    }
    fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn what_comes_of_it_compiles_without_a_warning() {
    check("hostile", &all());
}

#[test]
fn its_documentation_has_no_broken_links() {
    // Each takes seconds, so these are the ones about links and HTML.
    let crates = all().into_iter();
    let crates =
        crates.filter(|one| ["hostile-html", "hostile-setext"].contains(&one.name.as_str()));
    document_crates("hostile-docs", &crates.collect::<Vec<_>>());
}

fn all() -> Vec<Generated> {
    PAYLOADS
        .iter()
        .map(|(name, payload)| crate_of(name, payload))
        .collect()
}

/// The crate of a document, and a configuration, with `payload` in every place.
#[track_caller]
fn crate_of(name: &str, payload: &str) -> Generated {
    let at = |place: &str| payload.replace('@', &format!("canary_{place}"));
    let text = |place: &str| Value::from(at(place)).to_string();
    let settings = format!(
        "[client.environment]\nbase-url = [\"CANARY_URL\"]\n\
         [[client.credentials]]\nname = \"key\"\nschemes = [\"key\"]\nenvironment = \"CANARY_KEY\"\n\
         [client.error]\nobject = {}\nkind = \"type\"\n\
         [operations]\nresponse-key = \"x-key\"\ndeprecated = \"x-reason\"\n\
         [pagination]\ncursor-parameter = {}\ninfo = {}\nnext-cursor = {}\n",
        text("error"),
        text("cursor"),
        text("info"),
        text("next"),
    );
    let name = format!("hostile-{name}");
    let mut config = config(&name, &settings);
    config.package.description = Some(at("package_description"));
    config.package.license = Some(at("license"));
    config.package.repository = Some(at("repository"));
    config.package.homepage = Some(at("homepage"));
    config.package.keywords = vec![at("keyword")];
    config.document.command = at("command");
    config.client.credentials[0].description = Some(at("credential"));
    config.client.base_url = Some(at("base_url"));
    let document = document(&at).to_string();
    try_generate(&name, &document, &config).unwrap_or_else(|refusal| panic!("{name}: {refusal}"))
}

/// A document that holds `at(place)` in every place.
fn document(at: &dyn Fn(&str) -> String) -> Value {
    // A reference cannot hold everything that a name can, so what is referred to is plain.
    let plain = |name: &str| json!({ "$ref": format!("#/components/schemas/{name}") });
    let body = |schema: Value| json!({ "content": { "application/json": { "schema": schema } } });
    let done = json!({ "204": { "description": at("response_description") } });
    let listed = json!({
        "type": "object",
        "required": [at("key"), at("info")],
        "properties": {
            (at("key")): { "type": "array", "items": plain("plain") },
            (at("info")): { "type": "object", "properties": { (at("next")): { "type": "string", "nullable": true } } },
        },
    });
    json!({
        "openapi": "3.0.3",
        "info": { "title": at("title"), "description": at("info_description"), "version": at("version") },
        "servers": [{ "url": at("server"), "description": at("server_description") }],
        "tags": [{ "name": at("tag"), "description": at("tag_description") }],
        "security": [{ (at("scheme")): [] }],
        "paths": {
            (format!("/{}", at("path"))): {
                "get": {
                    "tags": [at("tag")],
                    "operationId": at("operation"),
                    "summary": at("summary"),
                    "description": at("operation_description"),
                    "x-title": at("x_title"),
                    "x-key": at("key"),
                    "x-reason": at("reason"),
                    "parameters": [
                        { "name": at("cursor"), "in": "query", "schema": { "type": "string" } },
                        { "name": at("header"), "in": "header", "description": at("header_description"), "schema": { "type": "string" } },
                        { "name": at("query"), "in": "query", "required": true, "description": at("query_description"),
                          "schema": { "type": "string", "enum": [at("query_value"), "b"], "default": at("query_default"), "pattern": at("query_pattern") } },
                    ],
                    "responses": { "200": { "description": at("description"), "content": { "application/json": { "schema": listed } } } },
                },
            },
            (format!("/plain/{}/x", at("step"))): { "post": { "requestBody": body(plain("all")), "responses": done.clone() } },
            "/plain/{id}": {
                "put": {
                    "summary": at("only_summary"),
                    "parameters": [{ "name": "id", "in": "path", "required": true, "description": at("path_description"), "schema": { "type": "string" } }],
                    "requestBody": body(json!({ "type": "object", "properties": { "sent": plain("all"), (at("body")): { "type": "string", "nullable": true } } })),
                    "responses": done,
                },
            },
        },
        "components": {
            "securitySchemes": { (at("scheme")): { "type": "http", "scheme": "bearer", "description": at("scheme_description") } },
            "schemas": {
                (at("component")): { "type": "object", "description": at("component_description"), "properties": { "x": { "type": "string" } } },
                "plain": { "type": "object", "required": [at("property")], "properties": {
                    (at("property")): { "type": "string", "description": at("property_description"), "default": at("default"), "example": at("example"), "pattern": at("pattern") },
                    (format!("{}_id", at("id"))): { "type": "string" },
                    "old": { "type": "string", "deprecated": true, "x-reason": at("property_reason") },
                } },
                "all": { "type": "object", "title": at("schema_title"), "required": ["tagged"], "properties": {
                    "values": { "type": "string", "enum": [at("value"), "b"] },
                    "one": { "type": "string", "enum": [at("one_value")] },
                    "tagged": { "oneOf": [
                        { "type": "object", "description": at("case_description"), "required": [at("tag_name"), at("case_member")],
                          "properties": { (at("tag_name")): { "type": "string", "enum": [at("tag_value")] }, (at("case_member")): { "type": "string" } } },
                        { "type": "object", "properties": { (at("tag_name")): { "type": "string", "enum": ["b"] } }, "required": [at("tag_name")] },
                    ] },
                    "mapped": { "oneOf": [plain("plain"), plain("all")],
                        "discriminator": { "propertyName": at("discriminator"), "mapping": { (at("mapping")): "#/components/schemas/plain" } } },
                    "shaped": { "oneOf": [
                        { "type": "object", "required": [at("own_key")], "properties": { (at("own_key")): { "type": "string" } } },
                        { "type": "object", "required": ["other"], "properties": { "other": { "type": "string" } } },
                    ] },
                    "rest": { "type": "object", "properties": { (at("beside_rest")): { "type": "string" } }, "additionalProperties": { "type": "string", "description": at("rest_description") } },
                } },
            },
        },
    })
}

/// All identifiers, in macros too; what stands in literals and comments is none.
fn identifiers(tokens: TokenStream, found: &mut BTreeSet<String>) {
    for token in tokens {
        match token {
            TokenTree::Ident(ident) => {
                found.insert(ident.to_string());
            }
            TokenTree::Group(group) => identifiers(group.stream(), found),
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}

/// All doc comments, each as the one text that rustdoc makes of its lines.
fn comments(tokens: TokenStream, found: &mut Vec<String>) {
    let mut lines: Vec<String> = Vec::new();
    for token in tokens {
        match &token {
            TokenTree::Punct(mark) if ['#', '!'].contains(&mark.as_char()) => continue,
            TokenTree::Group(group) if group.delimiter() == Delimiter::Bracket => {
                let tokens: Vec<TokenTree> = group.stream().into_iter().collect();
                if let [TokenTree::Ident(name), _, TokenTree::Literal(text)] = tokens.as_slice()
                    && name == "doc"
                {
                    let text: syn::LitStr = syn::parse_str(&text.to_string()).unwrap();
                    lines.push(text.value());
                    continue;
                }
            }
            _ => {}
        }
        if !lines.is_empty() {
            found.push(lines.join("\n"));
            lines.clear();
        }
        if let TokenTree::Group(group) = token {
            comments(group.stream(), found);
        }
    }
}
