//! Configurations to start from.

use std::fs;
use std::path::Path;

use crate::support::{DOCUMENT, Folder};

#[test]
fn a_configuration_to_start_from_changes_nothing() {
    let folder = Folder::new("init", DOCUMENT);
    assert_eq!(
        folder
            .run(&["generate", "pets.yaml", "--out", "client"])
            .code,
        0
    );
    let init = folder.run(&["init", "pets.yaml"]);
    assert_eq!(init.code, 0, "{}", init.err);
    let text = &folder.files()[Path::new("seamstress.toml")];
    assert!(text.contains("https://pets.example/v1"), "{text}");
    // The crate stays as it is, but nothing remembers its names yet.
    let before = folder.files();
    let ran = folder.run(&["generate", "--check"]);
    assert_eq!(ran.code, 1);
    assert!(ran.out.contains("1 file would be added"), "{}", ran.out);
    assert_eq!(folder.run(&["generate"]).code, 0);
    let mut after = folder.files();
    let lock = after.remove(Path::new("seamstress.lock")).unwrap();
    assert!(lock.contains("Pet = [\"schema Pet\"]"), "{lock}");
    assert!(before == after);
    let ran = folder.run(&["generate", "--check"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{}", ran.out);
    let ran = folder.run(&["explain", "#/components/schemas/Pet"]);
    assert!(
        ran.out.contains("its name is that of the lock file"),
        "{}",
        ran.out
    );
    // Another document, or a copy elsewhere, is not what the lock is about.
    let text = DOCUMENT.replace("Pet", "Dog");
    fs::write(folder.0.join("dogs.yaml"), text).unwrap();
    let args = ["generate", "dogs.yaml", "--config", "seamstress.toml"];
    assert_eq!(folder.run(&args).code, 0);
    assert!(folder.files()[Path::new("seamstress.lock")] == lock);
    let again = folder.run(&["init", "pets.yaml"]);
    assert_eq!(again.code, 1);
    assert!(again.err.contains("is there already"), "{}", again.err);
    assert_eq!(folder.run(&["init", "pets.yaml", "--force"]).code, 0);
}

#[test]
fn a_configuration_elsewhere_names_paths_as_seen_from_there() {
    let folder = Folder::new("elsewhere", DOCUMENT);
    fs::create_dir(folder.0.join("conf")).unwrap();
    let ran = folder.run(&[
        "init",
        "pets.yaml",
        "--config",
        "conf/pets.toml",
        "--out",
        "out/client",
    ]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let text = &folder.files()[Path::new("conf/pets.toml")];
    assert!(
        text.contains("path = \"../pets.yaml\"") && text.contains("output = \"../out/client\""),
        "{text}"
    );
    assert_eq!(
        folder.run(&["generate", "--config", "conf/pets.toml"]).code,
        0
    );
    assert!(folder.0.join("out/client/Cargo.toml").exists());
}
