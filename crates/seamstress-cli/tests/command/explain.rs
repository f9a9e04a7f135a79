//! What a node became.

use std::path::Path;

use crate::support::{DOCUMENT, Folder};

#[test]
fn what_a_node_became_is_explained() {
    let folder = Folder::new("explain", DOCUMENT);
    for (pointer, what, name, code) in [
        (
            "#/components/schemas/Pet",
            "type",
            "Pet",
            "pub struct Pet {",
        ),
        ("/components/schemas/Pet", "type", "Pet", "pub struct Pet {"),
        (
            "#/components/schemas/Pet/properties/name",
            "field",
            "Pet::name",
            "pub name: String,",
        ),
        (
            "#/components/schemas/Pet/properties/colour/enum/0",
            "field",
            "Pet::colour",
            "pub colour: Option<PetColour>,",
        ),
        (
            "#/paths/~1pets/get",
            "operation",
            "client.pets().list(…)",
            "pub fn list(&self, kind: impl Into<String>) -> PetsList",
        ),
        (
            "#/paths/~1pets/get/parameters/0",
            "parameter",
            "kind",
            "pub fn list(&self, kind: impl Into<String>) -> PetsList",
        ),
        (
            "#/paths/~1pets/get/parameters/1",
            "parameter",
            "limit",
            "pub fn limit(mut self, limit: i64) -> Self",
        ),
        (
            "#/paths/~1pets/get/responses/200/content/application~1json/schema/items",
            "type",
            "Pet",
            "pub struct Pet {",
        ),
    ] {
        let json = folder
            .run(&["explain", pointer, "pets.yaml", "--json"])
            .json();
        let became = &json["explanation"]["became"][0];
        assert_eq!(
            (&became["what"], &became["name"]),
            (&what.into(), &name.into()),
            "{json:#}"
        );
        let first = became["code"].as_str().unwrap().lines().next().unwrap();
        assert_eq!(first, code, "{pointer}");
        let people = folder.run(&["explain", pointer, "pets.yaml"]);
        assert!(people.out.contains(code), "{}", people.out);
        let place = format!("{}:{}", became["file"].as_str().unwrap(), became["line"]);
        assert!(people.out.contains(&place), "{place}: {}", people.out);
    }
    // The place that is named is where it stands.
    folder.run(&["generate", "pets.yaml", "--out", "client"]);
    let json = folder
        .run(&["explain", "#/components/schemas/Pet", "pets.yaml", "--json"])
        .json();
    let became = &json["explanation"]["became"][0];
    let text = &folder.files()[&Path::new("client").join(became["file"].as_str().unwrap())];
    let line = usize::try_from(became["line"].as_u64().unwrap()).unwrap();
    assert_eq!(text.lines().nth(line - 1), Some("pub struct Pet {"));
}

#[test]
fn a_node_that_is_not_there_is_said() {
    let folder = Folder::new("nowhere", DOCUMENT);
    let ran = folder.run(&["explain", "#/components/schemas/Dog", "pets.yaml"]);
    assert_eq!(ran.code, 1);
    assert!(
        ran.err
            .contains("the document has no node #/components/schemas/Dog"),
        "{}",
        ran.err
    );
    assert_eq!(folder.run(&["explain", "components", "pets.yaml"]).code, 2);
}

/// Whoever wonders where a call goes is told.
#[test]
fn an_operation_with_a_server_of_its_own_says_so() {
    let own = "get:\n      servers: [{url: 'https://pets.example.com/'}]";
    let folder = Folder::new("explain-server", &DOCUMENT.replacen("get:", own, 1));
    let told = folder.run(&["explain", "#/paths/~1pets/get", "pets.yaml"]);
    let expected = "it goes to `https://pets.example.com`, a server of its own";
    assert!(told.out.contains(expected), "{}", told.out);
}
