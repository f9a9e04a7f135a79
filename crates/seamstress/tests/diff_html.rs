//! The page that tells changes to people: it has all of them, and nothing of a document is more
//! than text in it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "the helpers of a test fail as a test does"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use seamstress::diff::{Diff, Page, compare};
use seamstress::job::Job;

/// What the template writes; a document that brings another tag, or another attribute, got through.
const TAGS: &[&str] = &[
    "!doctype", "a", "b", "bdi", "body", "button", "code", "dd", "del", "details", "div", "dl",
    "dt", "em", "fieldset", "footer", "form", "h1", "h2", "h3", "head", "header", "html", "input",
    "label", "legend", "li", "main", "meta", "ol", "option", "output", "p", "script", "section",
    "select", "span", "strong", "style", "summary", "title", "ul",
];
const ATTRIBUTES: &[&str] = &[
    "aria-label",
    "aria-labelledby",
    "aria-live",
    "autocomplete",
    "charset",
    "checked",
    "class",
    "content",
    "data-clients",
    "data-features",
    "data-programs",
    "data-rule",
    "data-rules",
    "data-verdict",
    "hidden",
    "href",
    "html",
    "http-equiv",
    "id",
    "lang",
    "name",
    "open",
    "placeholder",
    "role",
    "spellcheck",
    "tabindex",
    "type",
    "value",
];

/// What a hostile document calls things.
const PAYLOADS: &[&str] = &[
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\"' onmouseover='alert(1)",
    "{{ page.title }}{% raw %}",
    "`<b>`{{<words parts={[]}/>}}",
    "a\u{202e}b\u{2066}c\u{200b}d",
    "--><!--",
    "</style>&lt;&#60;",
];

fn pair(folder: &str) -> Diff {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/diff")
        .join(folder);
    let config = folder.join("seamstress.toml");
    let job = |document: &str| Job {
        config: config.is_file().then(|| config.clone()),
        document: Some(folder.join(document)),
        output: Some("client".into()),
        ..Job::default()
    };
    compare(&job("old.yaml"), &job("new.yaml")).unwrap()
}

/// What comes of two documents that are given as JSON.
fn between(name: &str, old: &str, new: &str) -> Diff {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder).unwrap();
    let job = |name: &str, text: &str| {
        fs::write(folder.join(name), text).unwrap();
        Job {
            document: Some(folder.join(name)),
            output: Some("client".into()),
            ..Job::default()
        }
    };
    compare(&job("old.json", old), &job("new.json", new)).unwrap()
}

/// A tag of a page, with its attributes.
#[derive(Debug)]
struct Tag {
    name: String,
    attributes: Vec<(String, String)>,
}

impl Tag {
    fn get(&self, name: &str) -> Option<&str> {
        let mut attributes = self.attributes.iter();
        attributes
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }
}

/// The tags of a page, by the few rules that the template keeps to: values are in double quotes,
/// and what stands in `style` and `script` has no `<` before its end tag.
fn tags(page: &str) -> Vec<Tag> {
    let mut tags = Vec::new();
    let mut rest = page;
    while let Some(at) = rest.find('<') {
        rest = rest[at + 1..].trim_start_matches('/');
        let end = rest
            .find(|letter: char| letter == '>' || letter.is_whitespace())
            .unwrap();
        let name = rest[..end].to_lowercase();
        rest = &rest[end..];
        let mut attributes = Vec::new();
        loop {
            rest = rest.trim_start();
            if let Some(after) = rest.strip_prefix('>') {
                rest = after;
                break;
            }
            let end = rest.find(['=', '>', ' ']).unwrap();
            let (attribute, after) = rest.split_at(end);
            let mut value = "";
            rest = after;
            if let Some(after) = rest.strip_prefix("=\"") {
                (value, rest) = after.split_once('"').unwrap();
            }
            attributes.push((attribute.to_owned(), value.to_owned()));
        }
        if ["style", "script"].contains(&name.as_str()) && !attributes.is_empty() {
            panic!("`{name}` has attributes: {attributes:?}");
        }
        if ["style", "script"].contains(&name.as_str())
            && let Some(end) = rest.find(&format!("</{name}>"))
        {
            rest = &rest[end + name.len() + 3..];
        }
        tags.push(Tag { name, attributes });
    }
    tags
}

/// Holds a page to what every page is.
fn sound(page: &str) -> Vec<Tag> {
    let tags = tags(page);
    let mut ids = BTreeSet::new();
    for tag in &tags {
        assert!(TAGS.contains(&tag.name.as_str()), "{tag:?}");
        for (attribute, _) in &tag.attributes {
            assert!(ATTRIBUTES.contains(&attribute.as_str()), "{tag:?}");
        }
        if let Some(id) = tag.get("id") {
            assert!(ids.insert(id.to_owned()), "two elements are called `{id}`");
        }
    }
    for href in tags.iter().filter_map(|tag| tag.get("href")) {
        match href.strip_prefix('#') {
            Some(filter) if filter.starts_with('?') => {}
            Some(id) => assert!(ids.contains(id), "`#{id}` leads nowhere"),
            None => assert!(href.starts_with("https://docs.example/?search="), "{href}"),
        }
    }
    for name in ["script", "style"] {
        assert_eq!(tags.iter().filter(|tag| tag.name == name).count(), 1);
    }
    tags
}

fn page_of(diff: &Diff) -> String {
    diff.html(&Page {
        version: Some("1.2.3".to_owned()),
        docs: Some("https://docs.example/".to_owned()),
    })
}

/// The text of a page, as people read it.
fn text(page: &str) -> String {
    let mut text = String::new();
    let mut is_tag = false;
    for letter in page.chars() {
        match letter {
            '<' => is_tag = true,
            '>' if is_tag => is_tag = false,
            _ if !is_tag => text.push(letter),
            _ => {}
        }
    }
    let named = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&amp;", "&"),
    ];
    named
        .into_iter()
        .fold(text, |text, (name, letter)| text.replace(name, letter))
}

#[test]
fn every_change_is_on_the_page() {
    for folder in [
        "operations",
        "members_received",
        "values",
        "variants",
        "security",
    ] {
        let diff = pair(folder);
        let page = page_of(&diff);
        let tags = sound(&page);
        let rows: Vec<&Tag> = tags
            .iter()
            .filter(|tag| tag.get("class") == Some("change"))
            .collect();
        assert_eq!(rows.len(), diff.changes.len(), "{folder}");
        let text = text(&page);
        for change in &diff.changes {
            let message = change.message.replace('`', "");
            assert!(text.contains(&message), "{folder}: {message}");
            if let Some(rust) = change.rust() {
                assert!(text.contains(rust), "{folder}: {rust}");
            }
        }
        for feature in diff.changes.iter().flat_map(|change| &change.features) {
            let has = |tag: &Tag| tag.name == "option" && tag.get("value") == Some(feature);
            assert!(tags.iter().any(has), "{folder}: {feature}");
        }
    }
}

/// Whoever looks at the first screen knows whom it breaks, and what version follows.
#[test]
fn the_head_of_the_page_says_what_breaks() {
    let said = |diff: &Diff| text(&page_of(diff));
    let page = said(&pair("operations"));
    assert!(
        page.contains("This update breaks programs, and clients that run already."),
        "{page}"
    );
    assert!(page.contains("1.2.3 → 2.0.0"));

    let document =
        r#"{"openapi": "3.0.3", "info": {"title": "Pets", "version": "1"}, "paths": {}}"#;
    let same = said(&between("html-same", document, document));
    assert!(same.contains("Nothing changes."), "{same}");
    assert!(same.contains("All go on working"), "{same}");
}

/// A link to a change is good for as long as the change is, whatever else there is.
#[test]
fn addresses_of_changes_stay() {
    let ids = |diff: &Diff| -> BTreeSet<String> {
        let tags = sound(&page_of(diff));
        let rows = tags.iter().filter(|tag| tag.get("class") == Some("change"));
        rows.map(|row| row.get("id").unwrap().to_owned()).collect()
    };
    let mut diff = pair("members_received");
    let all = ids(&diff);
    diff.changes.remove(0);
    let rest = ids(&diff);
    assert!(rest.is_subset(&all));
    assert_eq!(rest.len() + 1, all.len());
}

#[test]
fn text_of_documents_is_nothing_but_text() {
    let document = |names: &[&str]| {
        let properties: serde_json::Map<_, _> = names
            .iter()
            .map(|name| ((*name).to_owned(), serde_json::json!({"type": "string"})))
            .collect();
        serde_json::json!({
            "openapi": "3.0.3",
            "info": {"title": PAYLOADS.join(" "), "version": PAYLOADS[1]},
            "paths": {format!("/{}", names[0].replace(['{', '}'], "")): {"get": {
                "tags": names,
                "parameters": [{"name": names[1], "in": "query", "schema": {"type": "string", "enum": names}}],
                "responses": {"200": {"description": names[2], "content": {"application/json": {"schema": {
                    "$ref": "#/components/schemas/Pet"
                }}}}}
            }}},
            "components": {"schemas": {"Pet": {"type": "object", "properties": properties}}},
        })
        .to_string()
    };
    let (some, others) = PAYLOADS.split_at(4);
    let mut diff = between("html-hostile", &document(some), &document(others));
    assert!(!diff.changes.is_empty());
    diff.notes = PAYLOADS
        .iter()
        .map(|payload| (*payload).to_owned())
        .collect();
    let page = page_of(&diff);
    sound(&page);
    assert!(
        page.contains("&lt;script&gt;alert(1)"),
        "the payload is there, as text"
    );
    for letter in ['\u{202e}', '\u{2066}', '\u{200b}'] {
        assert!(
            !page.contains(letter),
            "{letter:?} would turn the text around"
        );
    }
}
