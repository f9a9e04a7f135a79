//! Names stay what they are: what a document gains or loses renames nothing else, whatever it is.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "the helpers of a test fail as a test does"
)]

mod golden_support;
mod lock_support;

use std::path::Path;

use golden_support::{golden, root};
use lock_support::{Named, Rng, generate, public, removable, tree, without};
use seamstress::config::Config;
use seamstress::lock::Lock;
use serde_json::{Value, json};

/// How many subsets of each document are tried.
const SUBSETS: u64 = 3;

#[test]
fn the_lock_of_a_run_changes_nothing_the_next_time() {
    for document in golden() {
        let tree = tree(&document.text);
        let config = golden_support::config(document.name(), &document.settings);
        let first = generate(&tree, &config, Lock::default()).unwrap();
        let again = generate(&tree, &config, first.lock.clone()).unwrap();
        for (one, other) in first.files.iter().zip(&again.files) {
            assert_eq!(
                one.text,
                other.text,
                "{} of {}",
                one.path.display(),
                document.name()
            );
        }
        assert!(first.files == again.files, "{}", document.name());
        assert_eq!(
            first.lock.to_string(),
            again.lock.to_string(),
            "{}",
            document.name()
        );
    }
}

/// A lock that a run wrote is one that the next run takes, whatever things were renamed to.
#[test]
fn a_lock_with_renamed_types_is_read_back() {
    let document = json!({
        "openapi": "3.0.3",
        "info": {"title": "Pets", "version": "1"},
        "paths": {"/pets": {"get": {"responses": {"200": {"description": "", "content": {
            "application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}
        }}}}}},
        "components": {"schemas": {"Pet": {"type": "object", "properties": {"name": {"type": "string"}}}}},
    });
    for (new, name) in [
        ("Größe", "Größe"),
        ("_X1", "_X1"),
        ("Page", "Pet"),
        ("Dog", "Dog"),
    ] {
        let settings = format!("\n[names.rename]\n\"#/components/schemas/Pet\" = {new:?}\n");
        let config = golden_support::config("renamed", &settings);
        let first = generate(&document, &config, Lock::default()).unwrap();
        let text = first.lock.to_string();
        let read = Lock::from_text(Path::new("seamstress.lock"), &text).unwrap();
        assert_eq!(read, first.lock, "{text}");
        assert!(
            text.contains(&format!("{name:?} = [")) || text.contains(&format!("\n{name} = [")),
            "{text}"
        );
        let again = generate(&document, &config, read).unwrap();
        assert!(first.files == again.files, "{new}");
    }
}

#[test]
fn what_comes_or_goes_renames_nothing_else() {
    let mut random = Rng(7);
    let mut compared = 0;
    for document in golden() {
        let config = golden_support::config(document.name(), &document.settings);
        let whole = tree(&document.text);
        for round in 0..SUBSETS {
            let name = format!("{} {round}", document.name());
            compared += check(&name, &whole, &config, &mut random, round);
        }
    }
    assert!(compared > 5_000, "{compared} names were compared");
}

/// The same of a real document.
#[test]
fn a_large_document_keeps_its_names() {
    let mut config = Config::load(root().join("spec/seamstress.toml")).unwrap();
    // They go before the lock, and name places, some of which are away at times.
    config.names.rename.clear();
    let document = &config.document;
    let (whole, _) =
        seamstress::document::Document::load(&document.path, &document.overlays).unwrap();
    let mut random = Rng(11);
    let compared = check("seam", whole.root(), &config, &mut random, 1);
    assert!(compared > 500, "{compared} names were compared");
}

/// Takes something away and adds it again, and the other way round.
fn check(name: &str, whole: &Value, config: &Config, random: &mut Rng, round: u64) -> usize {
    let share = [3, 10, 40][usize::try_from(round).unwrap() % 3];
    let mut removed = removable(whole);
    removed.retain(|_| random.below(100) < share);
    let part = without(whole, &removed);
    let fresh = |document: &Value| generate(document, config, Lock::default());
    let (Some(small), Some(large)) = (fresh(&part), fresh(whole)) else {
        return 0;
    };
    let after =
        |document: &Value, named: &Named| generate(document, config, named.lock.clone()).unwrap();
    let grown = after(whole, &small);
    let shrunk = after(&part, &large);
    let back = after(whole, &shrunk);
    let what = format!("of {name}: {removed:?}");
    same(&format!("this came {what}"), &small, &grown)
        + same(&format!("this went {what}"), &large, &shrunk)
        + same(&format!("this came back {what}"), &shrunk, &back)
        + same_after(&format!("this was away {what}"), &large, &shrunk, &back)
}

/// What both crates have is called alike in both. Gives the number of names.
#[track_caller]
fn same(context: &str, old: &Named, new: &Named) -> usize {
    same_after(context, old, old, new)
}

/// The same where there was another crate `between` both. What got another shape is not in both: an
/// object of which a member becomes a list that has pages, a member that all cases come to have, a
/// union that a property turns into an object with cases.
#[track_caller]
fn same_after(context: &str, old: &Named, between: &Named, new: &Named) -> usize {
    let (was, between, is) = (old.things(), between.things(), new.things());
    let mut compared = 0;
    for (thing, name) in &was {
        let Some(now) = is.get(thing) else { continue };
        compared += 1;
        if now == name {
            continue;
        }
        // A type that became two has one name for each, and of two that became one, one has gone.
        let known = || was.iter().chain(&between);
        let keeps = |name: &String| known().any(|(t, n)| n == name && is.get(t) == Some(name));
        assert!(
            keeps(name) || keeps(now),
            "`{thing}` was {name}, and is {now}, where {context}"
        );
    }
    let (was, is) = (public(&old.files), public(&new.files));
    for (thing, names) in &was {
        let Some(now) = is.get(thing) else { continue };
        compared += names.len();
        // A member that comes to tell cases apart is the field of these, which has a type and a name
        // of its own: it is no longer the same.
        let is_tag = |name: &String| name.ends_with(".kind") || name.ends_with(".state");
        let became_tag = names.iter().any(is_tag) != now.iter().any(is_tag);
        assert!(
            names.is_subset(now) || became_tag,
            "`{thing}` was {names:?}, and is {now:?}, where {context}"
        );
    }
    let words = new.words();
    for name in new.lock_names() {
        assert!(
            words.contains(name.as_str()),
            "there is no {name}, where {context}"
        );
    }
    compared
}

/// The names of fields by what the API calls them, of one document after the other.
fn fields(versions: &[&[&str]]) -> Vec<Vec<String>> {
    let config = golden_support::config("pets", "");
    let mut lock = Lock::default();
    let mut all = Vec::new();
    for members in versions {
        let properties: serde_json::Map<String, Value> = members
            .iter()
            .map(|name| ((*name).to_owned(), json!({ "type": "string" })))
            .collect();
        let pet = json!({ "type": "object", "properties": properties });
        let document = json!({
            "openapi": "3.0.3", "info": { "title": "Pets", "version": "1" }, "paths": {},
            "components": { "schemas": { "Pet": pet } }
        });
        let named = generate(&document, &config, lock).unwrap();
        let again = generate(&document, &config, named.lock.clone()).unwrap();
        assert!(named.files == again.files && named.lock == again.lock);
        let field = |member: &&str| {
            let start = format!("{member:?} => ");
            let mut lines = named.files.iter().flat_map(|file| file.text.lines());
            let row = lines.find_map(|line| line.trim().strip_prefix(start.as_str()));
            row.unwrap().split(':').next().unwrap().to_owned()
        };
        all.push(members.iter().map(field).collect());
        lock = named.lock;
    }
    all
}

#[test]
fn a_field_keeps_its_name_whatever_comes_beside_it() {
    // Without a lock, what is spelled so has the name.
    let fresh = fields(&[&["petName", "pet_name"]]);
    assert_eq!(fresh[0][1], "pet_name");
    let found = fields(&[
        &["petName"],
        &["pet_name", "petName"],
        &["pet_name"],
        &["PetName", "pet_name"],
        &["PetName", "pet_name", "petName"],
    ]);
    assert_eq!(found[0], ["pet_name"]);
    assert_eq!(found[1][1], "pet_name");
    let other = &found[1][0];
    assert_ne!(other, "pet_name");
    assert_eq!(found[2], [other.as_str()]);
    let (new, old) = (&found[3][0], &found[3][1]);
    assert_eq!(old, other);
    assert!(
        new != "pet_name" && new != other,
        "{new} was that of another"
    );
    assert_eq!(found[4], [new.as_str(), other.as_str(), "pet_name"]);
}

/// An operation keeps its name where one comes that had it without a lock, and where a resource
/// comes that is called as it is.
#[test]
fn an_operation_keeps_its_name_whatever_comes_beside_it() {
    let config = golden_support::config("pets", "");
    let document = |paths: &[&str]| {
        let get = json!({ "get": { "responses": { "204": { "description": "" } } } });
        let paths: serde_json::Map<String, Value> = paths
            .iter()
            .map(|path| ((*path).to_owned(), get.clone()))
            .collect();
        json!({ "openapi": "3.0.3", "info": { "title": "Pets", "version": "1" }, "paths": paths })
    };
    let small = document(&["/pets/{id}/search", "/dogs/search"]);
    let before = generate(&small, &config, Lock::default()).unwrap();
    let large = document(&[
        "/pets/{pet_id}/search",
        "/pets/search",
        "/dogs/search",
        "/dogs/search/{id}/words",
    ]);
    let after = generate(&large, &config, before.lock.clone()).unwrap();
    let things = after.things();
    assert_eq!(
        things["GET /pets/{pet_id}/search"],
        before.things()["GET /pets/{id}/search"]
    );
    assert_eq!(
        things["GET /dogs/search"],
        before.things()["GET /dogs/search"]
    );
    assert_ne!(
        things["GET /pets/search"],
        things["GET /pets/{pet_id}/search"]
    );
    let source =
        |named: &Named| -> String { named.files.iter().map(|file| file.text.as_str()).collect() };
    assert!(source(&before).contains("pub fn search(&self)"));
    assert!(
        source(&after).contains("pub fn search(&self)"),
        "{}",
        after.lock
    );
}

/// Two versions of an API, of which the second has, in front of all that the first has, things that
/// are spelled alike.
#[test]
fn what_comes_first_takes_no_name() {
    let config = golden_support::config("history", "");
    let before = tree(include_str!("lock_support/before.yaml"));
    let after = tree(include_str!("lock_support/after.yaml"));
    let old = generate(&before, &config, Lock::default()).unwrap();
    let new = generate(&after, &config, old.lock.clone()).unwrap();
    let (was, is) = (public(&old.files), public(&new.files));
    for (thing, names) in &was {
        let now = is.get(thing);
        let has_all = now.is_some_and(|now| names.is_subset(now));
        assert!(
            has_all,
            "{thing}: {names:?}, {now:?}\n{}\n{}",
            old.lock, new.lock
        );
    }
    // Each way round, what has come has names of its own, which it keeps.
    let again = generate(&after, &config, new.lock.clone()).unwrap();
    assert!(
        again.files == new.files && again.lock == new.lock,
        "{}",
        new.lock
    );
    let less = generate(&before, &config, new.lock.clone()).unwrap();
    assert_eq!(public(&less.files), was, "{}", less.lock);
    let back = generate(&after, &config, less.lock.clone()).unwrap();
    assert_eq!(public(&back.files), is);
    // Without the lock, others would have them.
    let fresh = generate(&after, &config, Lock::default()).unwrap();
    let fresh = public(&fresh.files);
    let renamed = was
        .iter()
        .filter(|(thing, names)| fresh.get(*thing) != Some(*names));
    let renamed: Vec<_> = renamed.collect();
    assert!(renamed.len() >= 10, "{renamed:#?}");
}

/// What is sent as parts is still so where the API takes JSON as well.
#[test]
fn a_way_to_write_a_body_keeps_its_name() {
    let config = golden_support::config("pictures", "");
    let file = json!({ "type": "string", "format": "binary" });
    let parts = json!({ "schema": { "type": "object", "properties": { "file": file } } });
    let json =
        json!({ "schema": { "type": "object", "properties": { "url": { "type": "string" } } } });
    let document = |content: Value| {
        let post = json!({
            "requestBody": { "content": content },
            "responses": { "204": { "description": "" } }
        });
        let paths = json!({ "/pictures": { "post": post } });
        json!({ "openapi": "3.0.3", "info": { "title": "Pictures", "version": "1" }, "paths": paths })
    };
    let setters = |named: &Named| -> Vec<String> {
        let public = public(&named.files).into_iter();
        let setters = public.filter(|(thing, _)| thing.starts_with("resources::fn"));
        setters.flat_map(|(_, names)| names).collect()
    };
    let both = document(json!({ "application/json": json, "multipart/form-data": parts }));
    let fresh = generate(&both, &config, Lock::default()).unwrap();
    assert!(setters(&fresh).contains(&"resources::PicturesCreate::url".to_owned()));
    assert!(setters(&fresh).contains(&"resources::PicturesCreateMultipart::file".to_owned()));
    let small = document(json!({ "multipart/form-data": parts }));
    let before = generate(&small, &config, Lock::default()).unwrap();
    let after = generate(&both, &config, before.lock.clone()).unwrap();
    assert_eq!(setters(&after), setters(&before));
    assert!(setters(&after).contains(&"resources::PicturesCreate::file".to_owned()));
    let again = generate(&both, &config, after.lock.clone()).unwrap();
    assert!(again.files == after.files && again.lock == after.lock);
    // What was so from the start stays so as well.
    let again = generate(&both, &config, fresh.lock.clone()).unwrap();
    assert!(again.files == fresh.files);
}
