//! What is wrong with a document.

use crate::support::{Folder, dangling};

#[test]
fn a_lint_says_what_is_wrong_and_what_is_denied_is_an_error() {
    let folder = Folder::new("lint", &dangling());
    let ran = folder.run(&["lint", "pets.yaml"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{}", ran.out);
    assert!(
        ran.out
            .contains("warning[dangling-reference]: `$ref` points to nothing"),
        "{}",
        ran.out
    );
    assert!(ran.out.contains("  --> pets.yaml:"), "{}", ran.out);
    assert_eq!(folder.files().len(), 1, "nothing is written");

    let denied = folder.run(&[
        "lint",
        "pets.yaml",
        "--deny",
        "dangling-reference",
        "--json",
    ]);
    assert_eq!(denied.code, 1);
    let json = denied.json();
    assert_eq!(json["diagnostics"][0]["severity"], "error");
    assert_eq!(json["counts"]["errors"], 1);
    assert_eq!(folder.run(&["lint", "pets.yaml", "--deny", "all"]).code, 1);
    let other = folder.run(&["lint", "pets.yaml", "--deny", "unused-component"]);
    assert_eq!(other.code, 0);

    let unknown = folder.run(&["lint", "pets.yaml", "--deny", "dangling-referense"]);
    assert_eq!(unknown.code, 2);
    assert!(
        unknown.err.contains("did you mean `dangling-reference`?"),
        "{}",
        unknown.err
    );

    let missing = folder.run(&["lint", "no.yaml", "--json"]);
    assert_eq!(missing.json()["diagnostics"][0]["code"], "unreadable-file");
}
