//! Generating from a build script: what is written where, what Cargo is told, what is refused.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "the helpers of a test fail as a test does"
)]

use std::fs;
use std::path::{Path, PathBuf};

use seamstress::build::Generator;

const DOCUMENT: &str = r#"openapi: 3.0.3
info: { title: Pets, version: "1" }
paths:
  /pets: { get: { responses: { "200": { description: OK, content: { application/json: { schema: { $ref: "schemas.yaml#/Pet" } } } } } } }
"#;

/// A folder with a document of two files, and an empty one for what is made of it.
fn folder(name: &str) -> (PathBuf, Generator) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("build-{name}"));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("out")).unwrap();
    fs::write(folder.join("openapi.yaml"), DOCUMENT).unwrap();
    let pet = "Pet: { type: object, properties: { name: { type: string, description: 'crate::a, feature = 1' } } }\n";
    fs::write(folder.join("schemas.yaml"), pet).unwrap();
    let generator = Generator::new(folder.join("openapi.yaml")).out_dir(folder.join("out"));
    (folder, generator)
}

#[test]
fn the_module_is_what_the_crate_would_be() {
    let (folder, generator) = folder("module");
    let generated = generator.module("api::zoo").generate().unwrap();
    assert_eq!(generated.file, folder.join("out/zoo.rs"));
    let entry = fs::read_to_string(&generated.file).unwrap();
    assert!(entry.contains("pub mod zoo;"), "{entry}");
    let root = fs::read_to_string(folder.join("out/zoo/src/lib.rs")).unwrap();
    assert!(root.contains("zoo_feature = \"testing\""), "{root}");
    assert!(!root.contains("README"), "{root}");
    let client = fs::read_to_string(folder.join("out/zoo/src/resources/pets.rs")).unwrap();
    assert!(client.contains("use crate::api::zoo::types::"), "{client}");
    assert!(!folder.join("out/zoo/Cargo.toml").exists());
    assert_eq!(generated.option, "zoo_feature");
    assert!(generated.set.contains("pets") && !generated.set.contains("blocking"));
    assert!(generated.known.contains("blocking"));
}

#[test]
fn every_file_that_is_read_makes_it_anew() {
    let (folder, generator) = folder("inputs");
    let overlay = folder.join("overlay.yaml");
    fs::write(&overlay, "overlay: 1.0.0\ninfo: {title: More, version: '1'}\nactions: [{target: $.info, update: {x-a: 1}}]\n").unwrap();
    let generated = generator.overlay(&overlay).generate().unwrap();
    for name in ["openapi.yaml", "overlay.yaml", "schemas.yaml"] {
        let is_it = |path: &PathBuf| path.ends_with(name);
        assert!(
            generated.inputs.iter().any(is_it),
            "{name}: {:?}",
            generated.inputs
        );
    }
}

#[test]
fn a_lock_file_makes_it_anew_once_it_is_there() {
    let (folder, _) = folder("lock");
    let config = "[package]\nname = \"zoo\"\nversion = \"0.1.0\"\noutput = \"elsewhere\"\n[document]\npath = \"openapi.yaml\"\n";
    fs::write(folder.join("seamstress.toml"), config).unwrap();
    let inputs = || {
        let generator = Generator::from_config(folder.join("seamstress.toml"));
        generator
            .out_dir(folder.join("out"))
            .generate()
            .unwrap()
            .inputs
    };
    let has_lock =
        |inputs: Vec<PathBuf>| inputs.iter().any(|path| path.ends_with("seamstress.lock"));
    assert!(!has_lock(inputs()));
    fs::write(folder.join("seamstress.lock"), "version = 1\n").unwrap();
    assert!(has_lock(inputs()));
}

#[test]
fn features_bring_what_they_share() {
    let (folder, generator) = folder("shared");
    let paths = |names: &[&str]| -> String {
        let path = |name: &&str| {
            format!(
                "  /{name}: {{ get: {{ responses: {{ \"200\": {{ description: OK, content: {{ application/json: {{ schema: {{ $ref: \"schemas.yaml#/Pet\" }} }} }} }} }} }} }}\n"
            )
        };
        names.iter().map(path).collect()
    };
    let document = DOCUMENT.to_owned() + &paths(&["dogs", "cats", "cows", "owls"]);
    fs::write(folder.join("openapi.yaml"), document).unwrap();
    let generated = generator.clone().generate().unwrap();
    assert!(generated.set.contains("_Pet"), "{:?}", generated.set);
    assert!(generated.known.contains("_Pet"), "{:?}", generated.known);
    let refusal = generator.feature("_Pet").generate().unwrap_err();
    assert!(!refusal.to_string().contains("_Pet,"), "{refusal}");
}

#[test]
fn a_second_run_touches_nothing_and_leaves_nothing_behind() {
    let (folder, generator) = folder("again");
    let written = |path: &str| fs::metadata(folder.join(path)).unwrap().modified().unwrap();
    generator.clone().generate().unwrap();
    let before = (written("out/pets.rs"), written("out/pets/src/lib.rs"));
    generator.clone().generate().unwrap();
    assert_eq!(
        before,
        (written("out/pets.rs"), written("out/pets/src/lib.rs"))
    );
    let renamed = DOCUMENT.replace("/pets:", "/dogs:");
    fs::write(folder.join("openapi.yaml"), renamed).unwrap();
    generator.generate().unwrap();
    assert!(folder.join("out/pets/src/resources/dogs.rs").exists());
    assert!(!folder.join("out/pets/src/resources/pets.rs").exists());
}

#[test]
fn a_configuration_is_taken_as_it_is() {
    let (folder, _) = folder("config");
    let config = "[package]\nname = \"the-zoo\"\nversion = \"0.1.0\"\noutput = \"elsewhere\"\n[document]\npath = \"openapi.yaml\"\n[client]\nname = \"Zoo\"\n";
    fs::write(folder.join("seamstress.toml"), config).unwrap();
    let generator = Generator::from_config(folder.join("seamstress.toml"));
    let generated = generator.out_dir(folder.join("out")).generate().unwrap();
    assert_eq!(generated.file, folder.join("out/the_zoo.rs"));
    assert!(!folder.join("elsewhere").exists());
    let root = fs::read_to_string(folder.join("out/the_zoo/src/lib.rs")).unwrap();
    assert!(root.contains("Zoo, ZooBuilder"), "{root}");
}

#[test]
fn what_cannot_be_done_is_said() {
    let (folder, generator) = folder("refused");
    for (generator, message) in [
        (
            generator.clone().feature("blockin"),
            "there is no feature `blockin`",
        ),
        (
            generator.clone().module("a b"),
            "`a b` is no way to a module",
        ),
        (
            Generator::new(folder.join("nope.yaml")).out_dir(&folder),
            "cannot be read",
        ),
        (
            generator.clone().overlay(folder.join("nope.yaml")),
            "cannot be read",
        ),
    ] {
        let refusal = generator.generate().unwrap_err();
        assert!(refusal.to_string().contains(message), "{refusal}");
        assert!(refusal.iter().all(|one| one.help.is_some()), "{refusal}");
    }
    fs::remove_file(folder.join("schemas.yaml")).unwrap();
    assert_eq!(
        generator
            .clone()
            .generate()
            .unwrap()
            .warnings
            .warning_count(),
        1
    );
    assert!(generator.strict(true).generate().unwrap_err().has_errors());
}
