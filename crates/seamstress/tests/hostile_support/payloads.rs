//! What would break out of where it stands.

/// How often `LONG` is its first letter.
const LONG: usize = 300;

/// `payload` for the place `place`.
pub(crate) fn fill(payload: &str, place: &str) -> String {
    payload
        .replace("LONG", &"L".repeat(LONG))
        .replace('@', &format!("canary_{place}"))
}

/// What would break out of a literal, a comment, an attribute, a template or a folder; `@` stands
/// for the name of the place.
pub(crate) const PAYLOADS: &[(&str, &str)] = &[
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
    ("format", "{} {0:?} {x@} {{x@}} $crate::@!() %s fn @() {}"),
    (
        "html",
        "<script>fn @() {}</script> <img src=x onerror=y> [x](javascript:fn) [fn @() {}] & &lt;",
    ),
    (
        "toml",
        "\"\"\"\n[dependencies]\nfn @ = \"1\"\n[lib]\npath = '/fn @'",
    ),
    ("tuple", "Vec<@> fn @<T>(self) -> Option<@>"),
    ("macro", "macro_rules! @ { () => {} } @!{} derive(@)"),
    ("long", "LONG fn @() {}"),
    ("keyword", "fn"),
    ("self", "Self"),
    ("prelude", "Option"),
    ("digit", "1"),
    ("empty", ""),
    ("space", " "),
];
