//! Bad documents: each ends in a complaint that names file, line and pointer
//! and says what to do.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "the helpers of a test fail as a test does"
)]

use std::fs;
use std::path::PathBuf;

use seamstress::diagnostic::Diagnostics;
use seamstress::document::Document;

/// What a document is refused with.
#[track_caller]
fn refusal(file: &str, text: &str) -> Diagnostics {
    Document::from_text(file, text, []).expect_err("the document is taken")
}

/// Asserts the whole message of the one complaint about a document.
#[track_caller]
fn check(file: &str, text: &str, expected: &str) {
    assert_eq!(refusal(file, text).to_string(), expected);
}

#[test]
fn a_missing_file_says_which_setting_names_it() {
    let message = Document::load("no/such/openapi.json", &[])
        .unwrap_err()
        .to_string();
    assert!(
        message.starts_with("error[unreadable-file]: `no/such/openapi.json` cannot be read: "),
        "{message}"
    );
    assert!(
        message.contains("\n  --> no/such/openapi.json\n  help: correct `path` under `[document]`")
    );
}

#[test]
fn a_missing_overlay_says_which_setting_names_it() {
    let overlay = PathBuf::from("no/such/overlay.yaml");
    let document = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/documents/pets.yaml");
    let message = Document::load(document, &[overlay])
        .unwrap_err()
        .to_string();
    assert!(
        message.contains("help: correct `overlays` under `[document]`"),
        "{message}"
    );
}

#[test]
fn what_is_not_utf_8_is_named_with_its_place() {
    let file = std::env::temp_dir().join(format!("seamstress-latin1-{}.yaml", std::process::id()));
    fs::write(&file, b"openapi: 3.0.3\ninfo: {title: caf\xe9}\n").unwrap();
    let refusal = Document::load(&file, &[]).unwrap_err();
    fs::remove_file(&file).unwrap();
    let location = refusal[0].location.as_ref().unwrap();
    assert_eq!(
        (refusal[0].code, location.line, location.column),
        ("not-utf8", 2, 18)
    );
    assert_eq!(refusal[0].help.as_deref(), Some("save the file as UTF-8"));
}

#[test]
fn json_cut_in_half() {
    check(
        "openapi.json",
        "{\n  \"openapi\": \"3.0.3\",\n  \"paths\": {\n    \"/a\": {\"get\": {\"summary\": \"Li",
        "error[broken-json]: the JSON ends in the middle: it was cut off\n  \
         --> openapi.json:4:33 at #/paths/~1a/get/summary\n  \
         help: fetch the document again, or close what is open at its end",
    );
}

#[test]
fn json_with_a_mistake() {
    check(
        "openapi.json",
        "{\"openapi\": \"3.0.3\",\n \"info\": {\"title\": \"Ü\", \"v\": 01}}",
        "error[broken-json]: this is no JSON: invalid number\n  \
         --> openapi.json:2:31 at #/info/v\n  \
         help: correct it here; a comma or a quotation mark just before is often the reason",
    );
}

#[test]
fn yaml_with_a_mistake() {
    check(
        "openapi.yaml",
        "openapi: 3.0.3\ninfo:\n  title: a: b\n",
        "error[broken-yaml]: this is no YAML: mapping values are not allowed in this context\n  \
         --> openapi.yaml:3:11 at #/info\n  \
         help: correct it here; the indentation or a missing quotation mark is often the reason",
    );
}

#[test]
fn an_alias_bomb() {
    let mut text =
        "openapi: 3.0.3\nx0: &x0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n".to_owned();
    for level in 1..10 {
        let aliases = vec![format!("*x{}", level - 1); 9].join(", ");
        text.push_str(&format!("x{level}: &x{level} [{aliases}]\n"));
    }
    let refusal = refusal("bomb.yaml", &text);
    let (diagnostic, message) = (&refusal[0], refusal.to_string());
    let line = diagnostic.location.as_ref().unwrap().line;
    assert_eq!(diagnostic.code, "alias-bomb", "{message}");
    assert!((5..12).contains(&line), "{message}");
    assert!(
        message.contains(&format!(" at #/x{}", line - 2)),
        "{message}"
    );
    assert!(
        message.contains("help: replace aliases (`*name`)"),
        "{message}"
    );
}

#[test]
fn an_alias_of_itself() {
    check(
        "openapi.yaml",
        "openapi: 3.0.3\nx-a: &a\n  b: [*a]\n",
        "error[alias-bomb]: the alias stands for a node that it is a part of\n  \
         --> openapi.yaml:3:7 at #/x-a/b/0\n  \
         help: use a `$ref` for what refers to itself",
    );
}

#[test]
fn nesting_without_end() {
    for (file, open) in [
        ("a.json", "{\"a\":"),
        ("a.json", "["),
        ("a.yaml", "- "),
        ("b.yaml", "{a: "),
    ] {
        let refusal = refusal(file, &open.repeat(100_000));
        assert_eq!(refusal[0].code, "too-deep", "{refusal}");
        assert!(refusal[0].location.as_ref().unwrap().line == 1, "{refusal}");
    }
}

#[test]
fn nesting_up_to_the_limit_is_read() {
    // The document itself is one level.
    let (open, close) = ("[".repeat(126), "]".repeat(126));
    for file in ["a.json", "a.yaml"] {
        let text = format!("{{\"openapi\": \"3.0.3\", \"x-deep\": {open}{close}}}");
        assert!(Document::from_text(file, text, []).is_ok(), "{file}");
    }
    let yaml = format!("openapi: 3.0.3\nx-deep: {open}{close}\n");
    assert!(Document::from_text("a.yaml", yaml, []).is_ok());
}

#[test]
fn what_is_no_openapi_document() {
    let no_version = "error[no-openapi]: this is no OpenAPI document: it has no key `openapi`\n  \
                      --> a.yaml:1:1 at #\n  ";
    for (text, expected) in [
        ("", "error[empty-file]: the file is empty\n  --> a.yaml\n  help: write an OpenAPI document into it, or name another file".to_owned()),
        (" \n\t\n", "error[empty-file]: the file is empty\n  --> a.yaml\n  help: write an OpenAPI document into it, or name another file".to_owned()),
        ("- a\n", "error[not-an-object]: the top level is not an object\n  --> a.yaml:1:1\n  help: the file must hold one object with keys such as `openapi`, `info` and `paths`".to_owned()),
        ("# nothing\n", "error[not-an-object]: the top level is not an object\n  --> a.yaml:2:1\n  help: the file must hold one object with keys such as `openapi`, `info` and `paths`".to_owned()),
        ("info: {}\n", format!("{no_version}help: add the version at the top, as in `openapi: 3.0.3`, or name another file")),
        ("overlay: 1.0.0\n", format!("{no_version}help: this is an overlay: name it under `overlays`, and the document it belongs to as `path`")),
        ("swagger: '1.2'\n", "error[unsupported-version]: `swagger: 1.2` is no version that is read\n  --> a.yaml:1:10 at #/swagger\n  help: convert the document to OpenAPI 3.0, 3.1 or 3.2, or to Swagger 2.0".to_owned()),
        ("info: {}\nopenapi: [3]\n", "error[unsupported-version]: `openapi: [3]` is no version that is read\n  --> a.yaml:2:10 at #/openapi\n  help: convert the document to OpenAPI 3.0, 3.1 or 3.2, or to Swagger 2.0".to_owned()),
        ("openapi: 3.0.3\n---\nopenapi: 3.0.3\n", "error[broken-yaml]: the file holds several YAML documents\n  --> a.yaml:3:1 at #\n  help: keep one, and remove the line `---` and what belongs to the others".to_owned()),
        ("openapi: 3.0.3\n~: 1\n", "error[broken-yaml]: a key is not a text\n  --> a.yaml:2:1 at #\n  help: put the key in quotation marks".to_owned()),
    ] {
        check("a.yaml", text, &expected);
    }
}

#[test]
fn versions_that_can_mean_one_thing_only_are_read_with_a_warning() {
    for (text, expected) in [
        (
            "openapi: 3.0\n",
            "warning[bad-version]: the version is the number 3.0\n  --> a.yaml:1:10 at #/openapi\n  help: put it in quotation marks: `openapi: \"3.0.4\"`",
        ),
        (
            "swagger: 2.0\n",
            "warning[bad-version]: the version is the number 2.0\n  --> a.yaml:1:10 at #/swagger\n  help: put it in quotation marks: `swagger: \"2.0\"`",
        ),
        (
            "openapi: 3.3.0\n",
            "warning[bad-version]: `openapi: 3.3.0` is no released version\n  --> a.yaml:1:10 at #/openapi\n  help: it is read as 3.2.0; write that if it is meant",
        ),
        ("openapi: 3.1.1\n", ""),
        ("swagger: '2.0'\n", ""),
    ] {
        let (_, warnings) = Document::from_text("a.yaml", text, []).unwrap();
        assert_eq!(warnings.to_string(), expected);
    }
}

#[test]
fn members_of_one_name_are_warned_of() {
    for (file, text, place) in [
        (
            "a.json",
            "{\"openapi\": \"3.0.3\",\n\"paths\": {\"/a\": {},\n  \"/a\": {\"get\": {}}}}",
            "a.json:3:3",
        ),
        (
            "a.yaml",
            "openapi: 3.0.3\npaths:\n  /a: {}\n  /a: {get: {}}\n",
            "a.yaml:4:3",
        ),
    ] {
        let (document, warnings) = Document::from_text(file, text, []).unwrap();
        assert_eq!(
            warnings.to_string(),
            format!(
                "warning[duplicate-key]: `/a` occurs twice in one object\n  \
                 --> {place} at #/paths/~1a\n  help: the last one counts; remove the others"
            )
        );
        assert!(document.root().pointer("/paths/~1a/get").is_some());
    }
}

#[test]
fn references_to_nowhere_and_in_circles() {
    let text = "\
openapi: 3.0.3
paths:
  /devices:
    get:
      responses:
        default:
          $ref: '#/components/responses/eror'
        '200':
          content: {application/json: {schema: {$ref: '#/components/schemas/device2'},
            examples: {a: {$ref: '#/components/examples/a'}, b: {value: {$ref: '#/nowhere'}}}}}
components:
  responses: {error: {description: bad}}
  schemas:
    device: {type: object}
    a: {$ref: '#/components/schemas/b'}
    b: {$ref: '#/components/schemas/a'}
    other: {items: {$ref: 'other.yaml#/a'}}
    default:
      example: {$ref: '#/nowhere'}
      default: {$ref: '#/nowhere'}
      enum: [{$ref: '#/nowhere'}]
      x-note: {$ref: '#/nowhere'}
      properties:
        example: {$ref: '#/components/schemas/devic'}
        $ref: {type: string}
";
    let (document, warnings) = Document::from_text("a.yaml", text, []).unwrap();
    assert_eq!(
        warnings.to_string(),
        "warning[external-reference]: `$ref` names a file that cannot be read: only the texts that \
         were given are read: other.yaml#/a\n  \
         --> a.yaml:17:27 at #/components/schemas/other/items/$ref\n  \
         help: correct the path, which is seen from this file, or the file itself"
    );
    let mut found = document.check_references();
    found.sort_by_place();
    let loop_of_two = "#/components/schemas/a → #/components/schemas/b → #/components/schemas/a";
    let expected = format!(
        "warning[dangling-reference]: `$ref` points to nothing: #/components/responses/eror\n  \
         --> a.yaml:7:17 at #/paths/~1devices/get/responses/default\n  \
         help: define `eror` in #/components/responses, or correct the name; did you mean `error`?\n\
         warning[dangling-reference]: `$ref` points to nothing: #/components/schemas/device2\n  \
         --> a.yaml:9:55 at #/paths/~1devices/get/responses/200/content/application~1json/schema\n  \
         help: define `device2` in #/components/schemas, or correct the name; did you mean `device`?\n\
         warning[dangling-reference]: `$ref` points to nothing: #/components/examples/a\n  \
         --> a.yaml:10:34 at \
         #/paths/~1devices/get/responses/200/content/application~1json/examples/a\n  \
         help: define `examples` in #/components, or correct the name; known are `responses`, `schemas`\n\
         warning[reference-loop]: `$ref` leads in a circle: {loop_of_two}\n  \
         --> a.yaml:15:15 at #/components/schemas/a\n  \
         help: put a schema in the place of one of these references\n\
         warning[dangling-reference]: `$ref` points to nothing: #/components/schemas/devic\n  \
         --> a.yaml:24:25 at #/components/schemas/default/properties/example\n  \
         help: define `devic` in #/components/schemas, or correct the name; did you mean `device`?"
    );
    assert_eq!(found.to_string(), expected);
}

#[test]
fn long_loops_of_references_end() {
    for length in [1, 2, 1_000] {
        let member = |index: usize| {
            let next = (index + 1) % length;
            format!("\"s{index}\": {{\"$ref\": \"#/components/schemas/s{next}\"}}")
        };
        let members = (0..length).map(member).collect::<Vec<_>>().join(",");
        let text =
            format!("{{\"openapi\":\"3.0.3\",\"components\":{{\"schemas\":{{{members}}}}}}}");
        let (document, _) = Document::from_text("a.json", text, []).unwrap();
        let found = document.check_references();
        assert_eq!(found.len(), 1, "a loop of {length}");
        assert_eq!(found[0].message.matches(" → ").count(), length);
    }
}

/// What a file of these bytes is refused with.
#[track_caller]
fn refusal_of_bytes(name: &str, bytes: &[u8]) -> String {
    let name = format!("seamstress-bytes-{}-{name}", std::process::id());
    let file = std::env::temp_dir().join(name);
    fs::write(&file, bytes).unwrap();
    let refusal = Document::load(&file, &[]).expect_err("the document is taken");
    fs::remove_file(&file).unwrap();
    assert_eq!(refusal.len(), 1, "{refusal}");
    refusal
        .to_string()
        .replace(&*file.to_string_lossy(), "FILE")
}

#[test]
fn what_is_utf_16_is_said_to_be() {
    let text = "{\"openapi\": \"3.0.3\"}";
    let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let marked = |mark: [u8; 2], text: &[u8]| [&mark[..], text].concat();
    for (name, bytes) in [
        ("le", marked([0xff, 0xfe], &little)),
        ("be", marked([0xfe, 0xff], &big)),
        ("le-plain", little),
        ("be-plain", big),
    ] {
        assert_eq!(
            refusal_of_bytes(name, &bytes),
            "error[not-utf8]: the text is UTF-16, and not UTF-8\n  --> FILE\n  \
             help: save the file as UTF-8; on Windows, editors have it in \"Save as\""
        );
    }
}

#[test]
fn what_is_no_text_is_said_to_be_none() {
    let gzip = refusal_of_bytes("gzip.json", &[0x1f, 0x8b, 0x08, 0x00, 0xff, 0xff]);
    assert!(
        gzip.starts_with("error[not-utf8]: the text is not UTF-8\n  --> FILE:1:2"),
        "{gzip}"
    );
}

#[test]
fn a_web_page_is_no_document() {
    let help =
        "fetch the document itself: the page may show it, link to it, or ask somebody to log in";
    for (text, message) in [
        (
            "<!DOCTYPE html>\n<html><head><title> Sign in </title>",
            "this is a web page, `Sign in`, and no document",
        ),
        (
            "\n  <HTML lang=en><body>",
            "this is a web page, and no document",
        ),
    ] {
        let expected = format!("error[html-page]: {message}\n  --> a.json:1:1\n  help: {help}");
        check("a.json", text, &expected);
    }
}

#[test]
fn a_tab_in_yaml_is_named() {
    let expected = "error[broken-yaml]: a tab stands in the indentation\n  --> a.yaml:3:2 at #/info\n  \
                    help: YAML is indented with spaces only";
    check("a.yaml", "openapi: 3.0.3\ninfo:\n\ttitle: Pets\n", expected);
}
