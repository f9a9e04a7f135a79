//! Documents of several files become one tree.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "the helpers of a test fail as a test does"
)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use seamstress::diagnostic::Diagnostics;
use seamstress::document::{Document, Pointer, Reach};
use serde_json::Value;

/// Reads the first of these files, with the others beside it.
#[track_caller]
fn read(files: &[(&str, &str)]) -> (Document, Diagnostics) {
    read_with(files, &Reach::default())
}

#[track_caller]
fn read_with(files: &[(&str, &str)], reach: &Reach) -> (Document, Diagnostics) {
    let texts: BTreeMap<PathBuf, String> = files
        .iter()
        .map(|(path, text)| (PathBuf::from(path), (*text).to_owned()))
        .collect();
    Document::from_files(files[0].0, &texts, reach).unwrap()
}

/// Asserts what the node `pointer` of the bundled document is, and that there is no complaint.
#[track_caller]
fn check(files: &[(&str, &str)], table: &[(&str, &str)]) {
    let (document, warnings) = read(files);
    assert!(warnings.is_empty(), "{warnings}");
    let dangling = document.check_references();
    assert!(dangling.is_empty(), "{dangling}\n{:#}", document.root());
    check_nodes(&document, table);
}

#[track_caller]
fn check_nodes(document: &Document, table: &[(&str, &str)]) {
    for (pointer, after) in table {
        let text = format!("openapi: 3.0.3\nx-it: {after}\n");
        let (expected, _) = Document::from_text("b.yaml", text, []).unwrap();
        assert_eq!(
            document.root().pointer(pointer),
            Some(&expected.root()["x-it"]),
            "{pointer} in {:#}",
            document.root()
        );
    }
}

#[test]
fn schemas_of_other_files_are_components() {
    check(
        &[
            (
                "api/openapi.yaml",
                "openapi: 3.0.3\ncomponents:\n  schemas:\n    Pet: {$ref: schemas/pet.yaml}\n    list: {type: array, items: {$ref: './schemas/pet.yaml'}}\n    tag: {$ref: 'common.json#/definitions/Tag'}\n    error: {items: {$ref: 'common.json#/definitions/Error'}}\n",
            ),
            (
                "api/schemas/pet.yaml",
                "type: object\nproperties:\n  owner: {$ref: owner.yaml}\n  tag: {$ref: '../common.json#/definitions/Tag'}\n  friend: {$ref: '#'}\n  main: {$ref: '../openapi.yaml#/components/schemas/list'}\n  kind: {$ref: '#/definitions/kind'}\ndefinitions: {kind: {type: string}}\n",
            ),
            (
                "api/schemas/owner.yaml",
                "type: object\nproperties: {pets: {type: array, items: {$ref: pet.yaml}}}\n",
            ),
            (
                "api/common.json",
                "{\"definitions\": {\"Tag\": {\"type\": \"string\"}, \"Error\": {\"type\": \"integer\"}}}",
            ),
        ],
        &[
            (
                "/components/schemas/Pet",
                "{type: object, properties: {owner: {$ref: '#/components/schemas/owner'}, tag: {$ref: '#/components/schemas/tag'}, friend: {$ref: '#/components/schemas/Pet'}, main: {$ref: '#/components/schemas/list'}, kind: {$ref: '#/components/schemas/kind'}}}",
            ),
            (
                "/components/schemas/list/items",
                "{$ref: '#/components/schemas/Pet'}",
            ),
            ("/components/schemas/tag", "{type: string}"),
            ("/components/schemas/kind", "{type: string}"),
            // The name that the file gives is taken by another component.
            (
                "/components/schemas/error/items",
                "{$ref: '#/components/schemas/common_Error'}",
            ),
            ("/components/schemas/common_Error", "{type: integer}"),
            (
                "/components/schemas/owner/properties/pets/items",
                "{$ref: '#/components/schemas/Pet'}",
            ),
        ],
    );
}

#[test]
fn every_part_of_an_operation_may_be_in_a_file_of_its_own() {
    check(
        &[
            (
                "a.yaml",
                "openapi: 3.0.3\npaths:\n  /a: {$ref: paths/a.yaml}\n  /b:\n    get: {$ref: 'paths/b.yaml#/get'}\n  /c: {$ref: '#/paths/~1b'}\n",
            ),
            (
                "paths/a.yaml",
                "parameters: [{$ref: '../parts.yaml#/limit'}]\npost:\n  requestBody: {$ref: '../parts.yaml#/body'}\n  responses: {'200': {$ref: '../parts.yaml#/ok'}}\n",
            ),
            (
                "paths/b.yaml",
                "get: {operationId: getB, responses: {default: {$ref: '../parts.yaml#/ok'}}}\n",
            ),
            (
                "parts.yaml",
                "limit: {name: limit, in: query, schema: {$ref: '#/size'}}\nbody: {content: {application/json: {schema: {$ref: '#/size'}}}}\nok: {description: ok, headers: {x: {$ref: '#/header'}}}\nsize: {type: integer}\nheader: {schema: {$ref: '#/size'}}\n",
            ),
        ],
        &[
            (
                "/paths/~1a/parameters/0",
                "{$ref: '#/components/parameters/limit'}",
            ),
            (
                "/paths/~1a/post/requestBody",
                "{$ref: '#/components/requestBodies/body'}",
            ),
            (
                "/paths/~1a/post/responses/200",
                "{$ref: '#/components/responses/ok'}",
            ),
            ("/paths/~1b/get/operationId", "getB"),
            ("/paths/~1c/get/operationId", "getB"),
            (
                "/components/parameters/limit/schema",
                "{$ref: '#/components/schemas/size'}",
            ),
            (
                "/components/responses/ok/headers/x",
                "{$ref: '#/components/headers/header'}",
            ),
            (
                "/components/headers/header/schema",
                "{$ref: '#/components/schemas/size'}",
            ),
            ("/components/schemas/size", "{type: integer}"),
        ],
    );
}

#[test]
fn whole_sections_may_be_in_a_file_of_their_own() {
    check(
        &[
            (
                "a.yaml",
                "openapi: 3.1.0\ninfo: {$ref: info.yaml}\npaths: {$ref: paths/index.yaml}\ncomponents:\n  schemas: {$ref: schemas/index.yaml}\n",
            ),
            ("info.yaml", "title: Pets\n"),
            ("paths/index.yaml", "/pets: {$ref: pets.yaml}\n"),
            (
                "paths/pets.yaml",
                "get: {responses: {default: {description: d, content: {application/json: {schema: {$ref: '../schemas/index.yaml#/Pet'}}}}}}\n",
            ),
            (
                "schemas/index.yaml",
                "Pet: {$ref: pet.yaml}\nTag: {type: [string, 'null']}\n",
            ),
            (
                "schemas/pet.yaml",
                "properties: {tag: {$ref: 'index.yaml#/Tag'}, other: {$ref: '../a.yaml#/components/schemas/Pet'}}\n",
            ),
        ],
        &[
            ("/info/title", "Pets"),
            (
                "/paths/~1pets/get/responses/default/content/application~1json/schema",
                "{$ref: '#/components/schemas/Pet'}",
            ),
            (
                "/components/schemas",
                "{Pet: {properties: {tag: {$ref: '#/components/schemas/Tag'}, other: {$ref: '#/components/schemas/Pet'}}}, Tag: {type: string, nullable: true}}",
            ),
        ],
    );
}

#[test]
fn schemas_inside_of_schemas_are_components() {
    check(
        &[(
            "a.yaml",
            "\
openapi: 3.1.0
components:
  schemas:
    Tree:
      type: object
      properties: {root: {$ref: '#/components/schemas/Tree/$defs/Node'}, note: {$ref: '#/$defs/Note'}}
      $defs:
        Node: {properties: {next: {$ref: '#/components/schemas/Tree/$defs/Node'}, tree: {$ref: '#/components/schemas/Tree'}}}
        Note: {const: a}
    Note: {type: integer}
",
        )],
        &[
            ("/components/schemas/Tree", "{type: object, properties: {root: {$ref: '#/components/schemas/Node'}, note: {$ref: '#/components/schemas/Tree_Note'}}}"),
            ("/components/schemas/Node", "{properties: {next: {$ref: '#/components/schemas/Node'}, tree: {$ref: '#/components/schemas/Tree'}}}"),
            ("/components/schemas/Tree_Note", "{type: string, enum: [a]}"),
        ],
    );
}

#[test]
fn schemas_may_state_their_own_address() {
    check(
        &[(
            "a.yaml",
            "\
openapi: 3.1.0
components:
  schemas:
    Tree:
      $id: https://a.example/schemas/tree
      properties:
        left: {$ref: '#'}
        right: {$ref: '#node'}
        leaf: {$ref: leaf.json}
        far: {$ref: 'https://a.example/schemas/tree#/$defs/node'}
      $defs: {node: {$anchor: node, type: integer}}
    Leaf: {$id: https://a.example/schemas/leaf.json, type: string}
    List: {$dynamicAnchor: list, items: {$dynamicRef: '#list'}}
    Name: {$anchor: name, type: string}
    User: {properties: {name: {$ref: '#name'}}}
    Filter: {$recursiveAnchor: true, anyOf: [{type: string}, {items: {$recursiveRef: '#'}}]}
",
        )],
        &[
            (
                "/components/schemas/Tree/properties/left/$ref",
                "'#/components/schemas/Tree'",
            ),
            (
                "/components/schemas/Tree/properties/right/$ref",
                "'#/components/schemas/node'",
            ),
            (
                "/components/schemas/Tree/properties/leaf/$ref",
                "'#/components/schemas/Leaf'",
            ),
            (
                "/components/schemas/Tree/properties/far/$ref",
                "'#/components/schemas/node'",
            ),
            (
                "/components/schemas/List/items/$ref",
                "'#/components/schemas/List'",
            ),
            (
                "/components/schemas/User/properties/name/$ref",
                "'#/components/schemas/Name'",
            ),
            (
                "/components/schemas/Filter/anyOf/1/items/$ref",
                "'#/components/schemas/Filter'",
            ),
            ("/components/schemas/node/type", "integer"),
        ],
    );
}

/// An address that ends with a slash is that of a folder, here or on the web.
#[test]
fn schemas_may_state_the_folder_that_their_references_start_in() {
    for folder in ["parts/", "./x/../parts/", "https://a.example/parts/"] {
        let document = format!(
            "openapi: 3.1.0
components:
  schemas:
    Tree: {{$id: '{folder}', properties: {{leaf: {{$ref: leaf.yaml}}}}}}
    Leaf: {{$id: https://a.example/parts/leaf.yaml, type: integer}}
"
        );
        let leaf = match folder.starts_with("https") {
            true => "'#/components/schemas/Leaf'",
            false => "'#/components/schemas/parts_leaf'",
        };
        check(
            &[("a.yaml", &document), ("parts/leaf.yaml", "type: string")],
            &[("/components/schemas/Tree/properties/leaf/$ref", leaf)],
        );
    }
}

#[test]
fn a_document_may_state_its_own_address() {
    check(
        &[
            (
                "a/openapi.yaml",
                "openapi: 3.2.0\n$self: https://x.example/api/openapi.yaml\ncomponents: {schemas: {a: {$ref: parts/b.yaml}, c: {items: {$ref: 'https://x.example/api/openapi.yaml#/components/schemas/d'}}, d: {type: string}}}\n",
            ),
            (
                "a/parts/b.yaml",
                "items: {$ref: '../openapi.yaml#/components/schemas/d'}\n",
            ),
        ],
        &[
            (
                "/components/schemas/a/items/$ref",
                "'#/components/schemas/d'",
            ),
            (
                "/components/schemas/c/items/$ref",
                "'#/components/schemas/d'",
            ),
        ],
    );
}

#[test]
fn path_items_of_components_are_put_in_place() {
    check(
        &[(
            "a.yaml",
            "\
openapi: 3.1.0
paths:
  /a: {$ref: '#/components/pathItems/shared', summary: own}
webhooks: {done: {$ref: '#/components/pathItems/shared'}}
components:
  pathItems: {shared: {summary: s, get: {operationId: get, responses: {}, callbacks: {c: {$ref: '#/components/callbacks/c'}}}}}
  callbacks: {c: {'{$url}': {post: {responses: {}}}}}
",
        )],
        &[
            ("/paths/~1a/summary", "own"),
            ("/paths/~1a/get/operationId", "get"),
            ("/paths/~1a/get/callbacks/c", "{'{$url}': {post: {responses: {}}}}"),
            ("/webhooks/done/summary", "s"),
        ],
    );
}

#[test]
fn references_that_can_mean_one_thing_only_are_read_so() {
    check(
        &[(
            "a.yaml",
            "swagger: '2.0'\ndefinitions: {a: {type: string}, b: {items: {$ref: a}}, c: {items: {$ref: '#definitions/a'}}, d: {items: {$ref: '#'}}}\n",
        )],
        &[
            (
                "/components/schemas/b/items/$ref",
                "'#/components/schemas/a'",
            ),
            (
                "/components/schemas/c/items/$ref",
                "'#/components/schemas/a'",
            ),
            (
                "/components/schemas/d/items/$ref",
                "'#/components/schemas/d'",
            ),
        ],
    );
}

#[test]
fn discriminators_name_files_too() {
    check(
        &[
            (
                "a.yaml",
                "openapi: 3.0.3\ncomponents: {schemas: {pet: {$ref: 'p/pet.yaml'}, Cat: {type: object}}}\n",
            ),
            (
                "p/pet.yaml",
                "oneOf: [{$ref: dog.yaml}, {$ref: '../a.yaml#/components/schemas/Cat'}]\ndiscriminator: {propertyName: kind, mapping: {dog: dog.yaml, cat: '../a.yaml#/components/schemas/Cat', hound: './dog.yaml#'}}\n",
            ),
            ("p/dog.yaml", "type: object\n"),
        ],
        &[(
            "/components/schemas/pet/discriminator/mapping",
            "{dog: '#/components/schemas/dog', cat: '#/components/schemas/Cat', hound: '#/components/schemas/dog'}",
        )],
    );
}

#[test]
fn swagger_of_several_files() {
    check(
        &[
            (
                "a.yaml",
                "swagger: '2.0'\npaths: {/a: {post: {parameters: [{$ref: 'p.yaml#/body'}, {$ref: 'p.yaml#/q'}], responses: {'200': {$ref: 'p.yaml#/ok'}}}}}\n",
            ),
            (
                "p.yaml",
                "body: {name: b, in: body, schema: {$ref: 'pet.json'}}\nq: {name: q, in: query, type: string}\nok: {description: d, schema: {$ref: 'pet.json'}}\n",
            ),
            ("pet.json", "{\"type\": \"object\"}"),
        ],
        &[
            (
                "/paths/~1a/post/requestBody",
                "{$ref: '#/components/requestBodies/body'}",
            ),
            (
                "/components/requestBodies/body/content/application~1json/schema",
                "{$ref: '#/components/schemas/pet'}",
            ),
            (
                "/paths/~1a/post/parameters",
                "[{$ref: '#/components/parameters/q'}]",
            ),
            (
                "/components/responses/ok/content/application~1json/schema",
                "{$ref: '#/components/schemas/pet'}",
            ),
        ],
    );
}

#[test]
fn circles_across_files_end() {
    let (document, warnings) = read(&[
        (
            "a.yaml",
            "openapi: 3.0.3\npaths: {/a: {$ref: b.yaml}}\ncomponents: {schemas: {x: {$ref: 'b.yaml#/x'}, y: {items: {$ref: 'b.yaml#/y'}}}}\n",
        ),
        (
            "b.yaml",
            "$ref: c.yaml\nx: {$ref: 'c.yaml#/x'}\ny: {$ref: 'c.yaml#/y'}\n",
        ),
        (
            "c.yaml",
            "$ref: b.yaml\nx: {$ref: 'b.yaml#/x'}\ny: {$ref: '#/z'}\nz: {$ref: 'b.yaml#/y'}\n",
        ),
    ]);
    assert_eq!(warnings.len(), 8, "{warnings}");
    assert!(
        warnings
            .iter()
            .all(|warning| warning.code == "reference-loop"),
        "{warnings}"
    );
    assert!(document.check_references().is_empty());
}

#[test]
fn complaints_name_the_file_and_the_line() {
    let (document, warnings) = read(&[
        (
            "d/a.yaml",
            "openapi: 3.1.0\ncomponents:\n  schemas:\n    pet: {$ref: b.yaml}\n",
        ),
        (
            "d/b.yaml",
            "type: object\nproperties:\n  a: {type: [string, 'null']}\n  b:\n    $ref: c.yaml\n  c: {$ref: '#/nothing'}\n",
        ),
    ]);
    assert_eq!(
        warnings.to_string(),
        "warning[external-reference]: `$ref` names a file that cannot be read: only the texts that were given are read: c.yaml\n  \
         --> d/b.yaml:5:11 at #/properties/b/$ref\n  \
         help: correct the path, which is seen from this file, or the file itself\n\
         warning[dangling-reference]: `$ref` points to nothing: #/nothing\n  \
         --> d/b.yaml:6:13 at #/properties/c/$ref\n  \
         help: define #/nothing in that file, or correct the reference"
    );
    let at = Pointer::parse("/components/schemas/pet/properties/a/nullable").unwrap();
    assert_eq!(document.locate(&at).to_string(), "d/b.yaml:3:13");
    assert_eq!(
        document.origin(&at),
        Pointer::parse("/properties/a/type").unwrap()
    );
    let files: Vec<_> = document.files().collect();
    assert_eq!(files, [Path::new("d/a.yaml"), Path::new("d/b.yaml")]);
}

#[test]
fn copies_of_what_is_on_the_web_are_read_where_they_are_named() {
    let reach = Reach {
        root: None,
        remote: BTreeMap::from([
            (
                "https://x.example/schemas/".to_owned(),
                PathBuf::from("copies"),
            ),
            (
                "https://y.example/one.json".to_owned(),
                PathBuf::from("one.json"),
            ),
        ]),
    };
    let files = [
        (
            "a.yaml",
            "openapi: 3.0.3\ncomponents: {schemas: {a: {$ref: 'https://x.example/schemas/pets/a.json'}, one: {$ref: 'https://y.example/one.json#/x'}, no: {$ref: 'https://y.example/one.json.evil'}, out: {$ref: 'https://x.example/schemas/%2e%2e/secret.json'}}}\n",
        ),
        (
            "copies/pets/a.json",
            "{\"items\": {\"$ref\": \"../b.json\"}, \"not\": {\"$ref\": \"/other.json\"}}",
        ),
        ("copies/b.json", "{\"type\": \"string\"}"),
        ("one.json", "{\"x\": {\"type\": \"integer\"}}"),
        ("secret.json", "{}"),
    ];
    let (document, warnings) = read_with(&files, &reach);
    check_nodes(
        &document,
        &[
            (
                "/components/schemas/a/items",
                "{$ref: '#/components/schemas/b'}",
            ),
            ("/components/schemas/b", "{type: string}"),
            ("/components/schemas/one", "{type: integer}"),
            ("/components/schemas/no", "{}"),
            ("/components/schemas/out", "{}"),
        ],
    );
    let said: Vec<_> = warnings
        .iter()
        .map(|warning| warning.message.as_str())
        .collect();
    assert_eq!(said.len(), 3, "{warnings}");
    assert!(
        said.iter()
            .any(|said| said.contains("leads out of the folder")),
        "{warnings}"
    );
    assert_eq!(
        said.iter()
            .filter(|said| said.contains("an address of the web"))
            .count(),
        2,
        "{warnings}"
    );
}

#[test]
fn a_root_around_the_document_lets_references_reach_further() {
    let files = [
        (
            "all/api/a.yaml",
            "openapi: 3.0.3\ncomponents: {schemas: {b: {$ref: '../shared/b.yaml'}}}\n",
        ),
        ("all/shared/b.yaml", "type: string\n"),
    ];
    let (_, warnings) = read(&files);
    assert_eq!(warnings.len(), 1, "{warnings}");
    let reach = Reach {
        root: Some(PathBuf::from("all")),
        ..Reach::default()
    };
    let (document, warnings) = read_with(&files, &reach);
    assert!(warnings.is_empty(), "{warnings}");
    check_nodes(&document, &[("/components/schemas/b", "{type: string}")]);
}

#[test]
fn the_same_files_give_the_same_tree() {
    let files = [
        (
            "a.yaml",
            "openapi: 3.1.0\ncomponents: {schemas: {a: {properties: {x: {$ref: 'b.yaml#/Item'}, y: {$ref: 'c.yaml#/Item'}, z: {$ref: 'd/c.yaml#/Item'}}}}}\n",
        ),
        ("b.yaml", "Item: {type: string}\n"),
        ("c.yaml", "Item: {type: [integer, string]}\n"),
        (
            "d/c.yaml",
            "Item: {$ref: '../b.yaml#/Item', description: d}\n",
        ),
    ];
    let once: Value = read(&files).0.root().clone();
    assert_eq!(
        once["components"]["schemas"]
            .as_object()
            .unwrap()
            .keys()
            .collect::<Vec<_>>(),
        ["a", "Item", "c_Item", "d_c_Item"]
    );
    for _ in 0..10 {
        assert_eq!(read(&files).0.root().to_string(), once.to_string());
    }
}

#[test]
fn too_much_is_refused_without_being_made() {
    // Each path item holds the next one twice, so that the whole has 2^40 operations.
    let mut text = "openapi: 3.1.0\npaths: {/a: {$ref: '#/components/pathItems/p0'}}\ncomponents:\n  pathItems:\n".to_owned();
    for level in 0..40 {
        let next = format!("{{$ref: '#/components/pathItems/p{}'}}", level + 1);
        text.push_str(&format!(
            "    p{level}: {{get: {{callbacks: {{a: {{x: {next}, y: {next}}}}}}}}}\n"
        ));
    }
    text.push_str("    p40: {get: {}}\n");
    let (_, warnings) = read(&[("a.yaml", &text)]);
    assert!(
        warnings
            .iter()
            .any(|warning| warning.message.contains("one too many"))
    );
}
