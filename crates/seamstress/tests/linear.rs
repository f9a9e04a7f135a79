//! The work grows with the document, and not faster: allocations are counted, since times say
//! nothing on a machine that does something else besides.
#![allow(
    clippy::unwrap_used,
    clippy::cast_precision_loss,
    reason = "a test fails loudly, and counts are small"
)]

use std::fmt::Write;

use allocation_counter::{AllocationInfo, measure};
use seamstress::config::{Config, PackageName};
use seamstress::diagnostic::Diagnostics;
use seamstress::document::Document;

/// A document with `count` things: a component, an inline type, a union, a kind of a base and three
/// operations each, and something to complain about.
fn document(count: usize) -> Document {
    let (mut paths, mut schemas, mut mapping) = (String::new(), String::new(), Vec::new());
    // All numbers are as long: a name of one more letter may take one allocation more.
    for at in 1_000..1_000 + count {
        let way = format!("/v1/group_{}/thing_{at}s", at % 5);
        let body = format!(
            r##"{{"application/json": {{"schema": {{"$ref": "#/components/schemas/thing_{at}"}}}}}}"##
        );
        let answer =
            format!(r##""responses": {{"200": {{"description": "", "content": {body}}}}}"##);
        let id = r##""parameters": [{"$ref": "#/components/parameters/id"}, {"$ref": "#/components/parameters/expand"}]"##;
        write!(
            paths,
            r##""{way}": {{"post": {{"requestBody": {{"content": {body}}}, {answer}}}}},
            "{way}/{{id}}": {{"get": {{{id}, {answer}}}, "patch": {{{id}, "requestBody": {{"content": {body}}}, {answer}}}}},"##
        )
        .unwrap();
        write!(
            schemas,
            r##""thing_{at}": {{"type": "object", "description": "A *thing* with `code` {at}.", "required": ["thing_{at}_id"], "properties": {{
                "thing_{at}_id": {{"type": "string"}},
                "other_thing_{at}_id": {{"type": "string"}},
                "kind_{at}": {{"type": "string", "enum": ["a", "b", "A", "{at}"]}},
                "inner": {{"type": "object", "properties": {{"size_{at}": {{"type": "integer"}}, "shared": {{"$ref": "#/components/schemas/shared"}}}}}},
                "either": {{"oneOf": [{{"type": "string"}}, {{"type": "object", "required": ["x_{at}"], "properties": {{"x_{at}": {{"type": "number"}}}}}}]}},
                "lost": {{"$ref": "#/components/schemas/nowhere"}}
            }}}},
            "sort_{at}": {{"allOf": [{{"$ref": "#/components/schemas/sort"}}, {{"type": "object", "properties": {{"y_{at}": {{"type": "number"}}}}}}]}},"##
        )
        .unwrap();
        mapping.push(format!(r##""s{at}": "#/components/schemas/sort_{at}""##));
    }
    let mapping = mapping.join(", ");
    let sort = format!(
        r#""type": "object", "required": ["is"], "properties": {{"is": {{"type": "string"}}}},
        "discriminator": {{"propertyName": "is", "mapping": {{{mapping}}}}}"#
    );
    let text = format!(
        r##"{{"openapi": "3.0.3", "info": {{"title": "Many", "version": "1"}}, "paths": {{{paths} "/x": {{}}}},
        "components": {{
            "parameters": {{"id": {{"name": "id", "in": "path", "required": true, "schema": {{"type": "string"}}}},
                "expand": {{"name": "expand", "in": "query", "description": "What is told besides.", "schema": {{"type": "boolean"}}}}}},
            "schemas": {{{schemas} "sort": {{{sort}}}, "shared": {{"type": "object", "properties": {{"a": {{"type": "string"}}, "sort": {{"$ref": "#/components/schemas/sort"}}}}}}}}}}}}"##
    );
    Document::from_text("many.json", text, []).unwrap().0
}

/// What making the crate of `count` things takes, and how many bytes the crate has.
fn work(count: usize) -> (AllocationInfo, usize) {
    let document = document(count);
    let name = PackageName::of_title("many");
    let config = Config::minimal(name, "many.json", "out");
    let mut bytes = 0;
    let work = measure(|| {
        let mut warnings = Diagnostics::new();
        let (api, files) = seamstress::crate_of(&document, &config, &mut warnings).unwrap();
        assert_eq!(
            (api.operations.len(), warnings.len() >= count),
            (count * 3, true)
        );
        bytes = files.iter().map(|file| file.text.len()).sum();
    });
    (work, bytes)
}

#[test]
fn work_grows_with_the_document() {
    let (few, few_bytes) = work(60);
    let (many, many_bytes) = work(240);
    let growth = |few: u64, many: u64| many as f64 / few as f64;
    let output = growth(few_bytes as u64, many_bytes as u64);
    assert!((3.9..4.2).contains(&output), "bytes of the crate: {output}");
    let counts = [
        ("allocations", growth(few.count_total, many.count_total)),
        ("bytes allocated", growth(few.bytes_total, many.bytes_total)),
        ("bytes at once", growth(few.bytes_max, many.bytes_max)),
    ];
    for (what, growth) in counts {
        assert!(
            growth < 4.0,
            "{what}: {growth} times as many for four times as much"
        );
    }
}
