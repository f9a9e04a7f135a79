//! What is wrong with a document costs itself only: everything else is generated, and a warning
//! says what was lost.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "the helpers of a test fail as a test does"
)]

mod golden_support;

use golden_support::{Generated, config, try_generate};
use seamstress::job::Job;

/// The crate of `text`, and the codes of what was said.
#[track_caller]
fn degraded(text: &str) -> (Generated, Vec<&'static str>) {
    let made = try_generate("pets", text, &config("pets", ""));
    let made = made.unwrap_or_else(|refusal| panic!("{text}\n{refusal}"));
    for (path, source) in made.rust() {
        syn::parse_file(source).unwrap_or_else(|error| panic!("{path}: {error}\n{source}"));
    }
    let codes = made.warnings.iter().map(|one| one.code).collect();
    (made, codes)
}

/// A document with `schema` as that of a member beside a sound one.
fn with_schema(schema: &str) -> String {
    format!(
        "openapi: 3.0.3\ninfo: {{title: Pets, version: '1'}}\npaths: {{}}\ncomponents:\n  schemas:\n    \
         Pet:\n      type: object\n      properties:\n        sound: {{type: string}}\n        broken: {schema}\n"
    )
}

#[test]
fn a_schema_that_means_nothing_costs_its_member_its_type() {
    for (schema, code) in [
        (
            "{$ref: '#/components/schemas/Nothing'}",
            "dangling-reference",
        ),
        ("{$ref: 'no pointer at all'}", "external-reference"),
        ("{$ref: '#nothing~'}", "malformed-reference"),
        ("{$ref: '../secret.yaml#/a'}", "external-reference"),
        (
            "{$ref: 'https://a.example/schema.json'}",
            "external-reference",
        ),
        ("{$ref: 'file:///etc/passwd'}", "external-reference"),
        ("{type: strnig}", "unknown-type"),
        (
            "{$ref: '#/components/schemas/Pet/properties/broken'}",
            "reference-loop",
        ),
    ] {
        let (made, codes) = degraded(&with_schema(schema));
        assert!(codes.contains(&code), "{schema}: {codes:?}");
        let pet = made.file("src/types/pet.rs");
        assert!(pet.contains("pub sound: Option<String>"), "{schema}: {pet}");
        assert!(pet.contains("pub broken: Option<Value>"), "{schema}: {pet}");
    }
}

#[test]
fn what_has_no_meaning_at_all_is_any_json() {
    for schema in ["{}", "null", "[]", "'text'", "5", "{type: [], enum: 3}"] {
        let (made, _) = degraded(&with_schema(schema));
        let pet = made.file("src/types/pet.rs");
        assert!(pet.contains("pub sound: Option<String>"), "{schema}: {pet}");
    }
}

#[test]
fn an_operation_that_is_broken_leaves_the_others_whole() {
    for broken in [
        "get: {operationId: a, parameters: [{$ref: '#/nowhere'}]}",
        "get: {operationId: a, responses: {'200': {$ref: '#/nowhere'}}}",
        "get: {operationId: a, requestBody: {$ref: '#/nowhere'}}",
        "get: {operationId: a, parameters: [null, 5, {}, {name: x}, {name: x, in: nowhere}]}",
        "get: {operationId: a, responses: null}",
        "get: {operationId: a, responses: []}",
        "get: {operationId: a, tags: 5, security: 5, parameters: {}}",
        "get: {operationId: sound}",
        "get: {operationId: ''}",
        "get: null",
        "get: []",
        "parameters: 5",
        "$ref: '#/nowhere'",
    ] {
        let text = format!(
            "openapi: 3.0.3\ninfo: {{title: Pets, version: '1'}}\npaths:\n  /broken:\n    {broken}\n  \
             /sound:\n    get: {{operationId: sound, responses: {{'200': {{description: OK}}}}}}\n"
        );
        let (made, _) = degraded(&text);
        let sound = made.file("src/resources/sound.rs");
        assert!(sound.contains("pub fn "), "{broken}: {sound}");
    }
}

#[test]
fn a_document_that_lacks_or_misspells_its_parts_is_generated() {
    let get = "get: {responses: {'200': {description: OK}}}";
    for text in [
        format!("openapi: 3.0.3\npaths: {{/sound: {{{get}}}}}\n"),
        format!("openapi: 3.0.3\ninfo: null\npaths: {{/sound: {{{get}}}}}\n"),
        format!("openapi: 3.0.3\ninfo: {{title: 5, version: 1.0}}\npaths: {{/sound: {{{get}}}}}\n"),
        format!("openapi: 3.0.3\nservers: {{}}\ncomponents: []\npaths: {{/sound: {{{get}}}}}\n"),
        format!("openapi: 3.0.3\npaths: {{sound: {{{get}}}}}\n"),
        format!("openapi: 3.0.3\npaths: {{/sound/: {{{get}}}}}\n"),
        format!("\u{feff}openapi: 3.0.3\npaths: {{/sound: {{{get}}}}}\n"),
        // A status is a number to YAML.
        "openapi: 3.0.3\npaths: {/sound: {get: {responses: {200: {description: OK}, default: {description: No}}}}}\n"
            .to_owned(),
        "{\n\t\"openapi\": \"3.0.3\",\n\t\"paths\": {\"/sound\": {\"get\": {}}}\n}\n".to_owned(),
    ] {
        let (made, _) = degraded(&text);
        let found = made.paths().contains(&"src/resources/sound.rs");
        assert!(found, "{text}: {:?}", made.paths());
    }
    for text in [
        "openapi: 3.0.3\n",
        "openapi: 3.0.3\npaths: null\n",
        "openapi: 3.0.3\npaths: []\n",
        "openapi: 3.0.3\ninfo: []\npaths: 5\ncomponents: {schemas: 5}\n",
    ] {
        degraded(text);
    }
}

#[test]
fn a_path_never_runs_into_the_host() {
    let (made, codes) = degraded("openapi: 3.0.3\npaths: {sound: {get: {}}, x-note: {get: {}}}\n");
    assert_eq!(codes, ["relative-path"]);
    let sound = made.file("src/resources/sound.rs");
    assert!(sound.contains("\"/sound\""), "{sound}");
    assert!(!made.paths().iter().any(|path| path.contains("note")));
}

#[test]
fn strictness_refuses_what_would_be_degraded() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("degrade");
    std::fs::create_dir_all(&folder).unwrap();
    let document = folder.join("pets.yaml");
    std::fs::write(&document, with_schema("{$ref: '#/nowhere'}")).unwrap();
    let job = |strict| Job {
        document: Some(document.clone()),
        output: Some(folder.join("out")),
        strict,
        ..Job::default()
    };
    let made = job(false).open().unwrap().make().unwrap();
    assert_eq!(made.warnings.warning_count(), 1);
    let refusal = job(true).open().unwrap().make().unwrap_err();
    assert!(refusal.has_errors());
    assert!(refusal.to_string().starts_with("error[dangling-reference]"));
    assert!(!folder.join("out").exists());
}
