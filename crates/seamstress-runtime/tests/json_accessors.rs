//! Methods of unions for what all alternatives have, however each of them holds it.

#![allow(
    clippy::unwrap_used,
    reason = "the helpers of a test fail as a test does"
)]

use std::collections::BTreeMap;

use seamstress_runtime::json::{self, Extra, Unknown};
use serde_json::Value;

#[derive(Clone, Debug, Default, PartialEq)]
struct Owner {
    name: String,
    extra: Extra,
}

#[derive(Clone, Debug, Default, PartialEq)]
struct Cat {
    id: String,
    age: i64,
    owner: Owner,
    toys: Vec<String>,
    labels: BTreeMap<String, String>,
    note: Value,
    clone: bool,
    extra: Extra,
}

#[derive(Clone, Debug, Default, PartialEq)]
struct Dog {
    id: Option<String>,
    age: Option<i64>,
    owner: Option<Box<Owner>>,
    toys: Option<Vec<String>>,
    labels: Option<BTreeMap<String, String>>,
    note: Option<Value>,
    clone: Option<bool>,
    extra: Extra,
}

#[derive(Clone, Debug, Default, PartialEq)]
struct Fox {
    id: String,
    age: i64,
    owner: Box<Owner>,
    toys: Vec<String>,
    labels: BTreeMap<String, String>,
    note: Value,
    clone: bool,
    extra: Extra,
}

#[derive(Clone, Debug, PartialEq)]
enum Pet {
    Cat(Cat),
    Dog(Dog),
    Fox(Box<Fox>),
    Unknown(Unknown),
}

macro_rules! pets {
    ($($name:ident $presence:ident),*) => { $(
        seamstress_runtime::object! {
            $name {
                "id" => id: $presence,
                "age" => age: $presence,
                "owner" => owner: $presence,
                "toys" => toys: $presence,
                "labels" => labels: $presence,
                "note" => note: $presence,
                "clone" => clone: $presence,
            }
        }
    )* };
}

seamstress_runtime::object! { Owner { "name" => name: required } }
pets! { Cat required, Dog optional, Fox required }

seamstress_runtime::tagged! {
    Pet "kind" {
        "cat" => Cat,
        "dog" => Dog,
        "fox" => Fox,
    }
    all {
        /// Which it is.
        id: &str,
        age: i64,
        owner: &Owner,
        toys: &[String],
        labels: &BTreeMap<String, String>,
        note: &Value,
        #[deprecated(note = "Pets are not cloned.")]
        clone as clone_: bool,
    }
}

fn read(kind: &str) -> Pet {
    let text = format!(
        r#"{{"kind": "{kind}", "id": "1", "age": 3, "owner": {{"name": "Ada"}}, "toys": ["ball"],
             "labels": {{"a": "b"}}, "note": 7, "clone": true}}"#
    );
    json::from_slice(text.as_bytes()).unwrap().0
}

#[test]
#[allow(deprecated)]
fn what_all_have_is_read_of_each() {
    for kind in ["cat", "dog", "fox"] {
        let pet = read(kind);
        assert_eq!(pet.id(), Some("1"), "{kind}");
        assert_eq!(pet.age(), Some(3), "{kind}");
        assert_eq!(pet.owner().map(|owner| owner.name.as_str()), Some("Ada"));
        assert_eq!(pet.toys(), Some(&["ball".to_owned()][..]), "{kind}");
        assert_eq!(pet.labels().map(|labels| labels["a"].as_str()), Some("b"));
        assert_eq!(pet.note(), Some(&Value::from(7)), "{kind}");
        assert_eq!(pet.clone_(), Some(true), "{kind}");
        // The method of the derived trait is the one that it was.
        assert_eq!(pet.clone(), pet);
    }
}

#[test]
fn what_is_not_there_is_none() {
    let (dog, _) = json::from_slice::<Pet>(br#"{"kind": "dog"}"#).unwrap();
    assert!(matches!(dog, Pet::Dog(_)));
    for pet in [dog, read("owl")] {
        assert_eq!((pet.id(), pet.age(), pet.toys()), (None, None, None));
        assert_eq!((pet.owner(), pet.labels(), pet.note()), (None, None, None));
    }
}
