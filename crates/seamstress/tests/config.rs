//! The configuration file: its defaults, and what is wrong with it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "the helpers of a test fail as a test does"
)]

use std::path::Path;

use seamstress::config::{Config, Method, QueryStyle, Renamed};
use seamstress::document::Pointer;

const LEAST: &str = "[package]\nname = \"pets\"\nversion = \"1.2.3\"\noutput = \"out\"\n[document]\npath = \"api.json\"\n";

#[track_caller]
fn check_refusal(text: &str, expected: &str) {
    let refusal =
        Config::from_text("dir/seamstress.toml", text).expect_err("the configuration is taken");
    assert_eq!(refusal.to_string(), expected);
}

#[test]
fn the_least_configuration_has_defaults() {
    let config = Config::from_text("dir/seamstress.toml", LEAST).unwrap();
    assert_eq!(config.package.output, Path::new("dir/out"));
    assert_eq!(config.document.path, Path::new("dir/api.json"));
    assert!(!config.document.undocumented && config.document.overlays.is_empty());
    assert_eq!(config.user_agent(), "pets/1.2.3");
    assert!(config.headers().is_empty());
    assert_eq!(config.client.query.style, QueryStyle::Document);
    assert!(
        config.operations.preference.is_empty(),
        "every method is an operation of its own"
    );
    assert!(
        config.pagination.is_none() && config.waiting.is_none() && config.client.error.is_none()
    );
    assert!(config.webhooks.is_none());
}

#[test]
fn everything_is_read() {
    let text = LEAST.replace(
        "[document]",
        "[package.files]\n\"examples/a.rs\" = \"crate/a.rs\"\n[document]",
    ) + "[client]\nname = \"Pets\"\nuser-agent = \"a {version}\"\n\
           headers = { \"X-SDK\" = \"{name}@{version}\" }\n\
           [[client.credentials]]\nname = \"api_key\"\nscheme = \"api_key\"\nenvironment = \"PETS_KEY\"\n\
           [[client.credentials]]\nname = \"token\"\nschemes = [\"a\", \"b\"]\n\
           [operations]\npreference = [\"put\", \"get\"]\n\
           [names.rename]\n\"#/components/schemas/a~1b\" = \"AOrB\"\n";
    let config = Config::from_text("seamstress.toml", &text).unwrap();
    assert_eq!(
        config.headers().into_iter().collect::<Vec<_>>(),
        [("x-sdk", "pets@1.2.3".to_owned())]
    );
    assert_eq!(config.user_agent(), "a 1.2.3");
    assert_eq!(config.operations.preference, [Method::Put, Method::Get]);
    assert_eq!(config.client.credentials[0].schemes, ["api_key"]);
    assert_eq!(config.client.credentials[1].schemes, ["a", "b"]);
    let (pointer, name) = config.names.rename.first_key_value().unwrap();
    let expected = Pointer::root().child("components").child("schemas");
    assert_eq!(pointer, &Renamed::Pointer(expected.child("a/b")));
    assert_eq!(name.single().unwrap().as_str(), "AOrB");
    let (emitted, source) = config.package.files.first_key_value().unwrap();
    assert_eq!(
        (emitted.as_path(), source.as_path()),
        (Path::new("examples/a.rs"), Path::new("crate/a.rs"))
    );
}

#[test]
fn webhooks_are_read() {
    let text = LEAST.to_owned() + "[webhooks]\nname = \"PetWebhook\"\nschema = \"pet event\"\n";
    let webhooks = Config::from_text("seamstress.toml", &text)
        .unwrap()
        .webhooks;
    let webhooks = webhooks.unwrap();
    assert_eq!(webhooks.name.as_str(), "PetWebhook");
    assert_eq!(webhooks.schema, "pet event");
}

#[test]
fn wrong_settings_are_told_with_their_place() {
    for (wrong, expected) in [
        (
            LEAST.to_owned() + "[webhooks]\nname = \"A\"\nschemas = \"b\"\n",
            "error[bad-configuration]: unknown field `schemas`, expected `name` or `schema`\n  --> dir/seamstress.toml:9:1\n  help: remove it, or correct its name; did you mean `schema`?",
        ),
        (
            LEAST.to_owned() + "[webhooks]\nname = \"A\"\n",
            "error[bad-configuration]: missing field `schema`\n  --> dir/seamstress.toml:7:1\n  help: add `schema = …`",
        ),
        (
            LEAST.to_owned() + "[webhooks]\nname = \"a::B\"\nschema = \"b\"\n",
            "error[bad-configuration]: `a::B` is no Rust name: use letters, digits and `_`, no digit first, no keyword\n  --> dir/seamstress.toml:8:8\n  help: correct the value",
        ),
        (
            LEAST.replace("output", "outputt"),
            "error[bad-configuration]: unknown field `outputt`, expected one of `name`, `version`, `output`, `description`, `license`, `repository`, `homepage`, `keywords`, `categories`, `rust-version`, `runtime-path`, `files`\n  --> dir/seamstress.toml:4:1\n  help: remove it, or correct its name; did you mean `output`?",
        ),
        (
            LEAST.to_owned() + "[clinet]\n",
            "error[bad-configuration]: unknown field `clinet`, expected one of `package`, `document`, `client`, `operations`, `pagination`, `waiting`, `webhooks`, `tests`, `names`\n  --> dir/seamstress.toml:7:2\n  help: remove it, or correct its name; did you mean `client`?",
        ),
        (
            LEAST.replace("name = \"pets\"\n", ""),
            "error[bad-configuration]: missing field `name`\n  --> dir/seamstress.toml:1:1\n  help: add `name = …`",
        ),
        (
            LEAST.replace("1.2.3", "1.2"),
            "error[bad-configuration]: `1.2` is no version: write three numbers, such as `0.1.0`\n  --> dir/seamstress.toml:3:11\n  help: correct the value",
        ),
        (
            LEAST.replace("\"api.json\"", "5"),
            "error[bad-configuration]: invalid type: integer `5`, expected path string\n  --> dir/seamstress.toml:6:8\n  help: correct the value",
        ),
        (
            LEAST.to_owned() + "[operations]\npreference = [\"get\", \"gett\"]\n",
            "error[bad-configuration]: unknown variant `gett`, expected one of `get`, `put`, `post`, `delete`, `options`, `head`, `patch`, `trace`\n  --> dir/seamstress.toml:8:22\n  help: remove it, or correct its name; did you mean `get`?",
        ),
        (
            LEAST.to_owned() + "[names.rename]\n\"#components\" = \"A\"\n",
            "error[bad-configuration]: `#components` is no JSON pointer: write it as in `#/components/schemas/device`\n  --> dir/seamstress.toml:8:1\n  help: correct the value",
        ),
        (
            LEAST.to_owned() + "[names.rename]\n\"#/a\" = \"type\"\n",
            "error[bad-configuration]: `type` is no Rust name: use letters, digits and `_`, no digit first, no keyword\n  --> dir/seamstress.toml:8:9\n  help: correct the value",
        ),
        (
            LEAST.replace(
                "[document]",
                "[package.files]\n\"../a\" = \"b\"\n[document]",
            ),
            "error[bad-configuration]: `../a` is no path inside the crate: use a relative path without `..`\n  --> dir/seamstress.toml:6:1\n  help: correct the value",
        ),
        (
            LEAST.to_owned() + "[client]\nuser-agent = \"{versoin}\"\n",
            "error[bad-configuration]: `{versoin}`: the placeholders are `{name}` and `{version}`\n  --> dir/seamstress.toml:8:14\n  help: correct the value",
        ),
    ] {
        check_refusal(&wrong, expected);
    }
}

#[test]
fn broken_toml_is_told_with_its_place() {
    let refusal = Config::from_text("dir/seamstress.toml", "[package\nname = 1\n").unwrap_err();
    let location = refusal[0].location.as_ref().unwrap();
    assert_eq!((location.line, location.column), (1, 9), "{refusal}");
    assert_eq!(refusal.to_string().lines().count(), 3, "{refusal}");
    let refusal = Config::from_text("seamstress.toml", "")
        .unwrap_err()
        .to_string();
    assert!(
        refusal.ends_with("help: add the section `[package]`"),
        "{refusal}"
    );
}

#[test]
fn a_missing_file_is_told() {
    let refusal = Config::load("no/such/seamstress.toml")
        .unwrap_err()
        .to_string();
    assert!(
        refusal.starts_with("error[unreadable-file]: the configuration cannot be read: "),
        "{refusal}"
    );
    assert!(
        refusal.contains("--> no/such/seamstress.toml\n  help: name the configuration file"),
        "{refusal}"
    );
}

#[test]
fn the_configuration_of_seam_is_good() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../spec/seamstress.toml");
    let config = Config::load(&file).unwrap_or_else(|refusal| panic!("{refusal}"));
    assert_eq!(
        config.client.name.as_ref().map(|name| name.as_str()),
        Some("Seam")
    );
    assert_eq!(
        config.headers()["seam-sdk-version"],
        config.package.version.as_str()
    );
    assert!(config.pagination.is_some() && config.waiting.is_some());
}
