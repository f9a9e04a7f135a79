//! The examples of the specification (OpenAPI 3.0.4, section 4.7.12.6), and what it leaves open.

use serde_json::{Value, json};

use super::{forms, parts, styles};
use crate::api::{Docs, FieldStyle, Layout, Location, Parameter, Style, Type};
use crate::document::Pointer;

fn parameter(location: Location, layout: Layout, explode: bool) -> Parameter {
    Parameter {
        name: "color".to_owned(),
        pointer: Pointer::root(),
        location,
        docs: Docs::default(),
        ty: Type::Json,
        required: true,
        nullable: false,
        style: Style {
            layout,
            explode,
            ..Style::of(location)
        },
    }
}

#[test]
fn paths_and_headers() {
    use Layout::{Json, Label, Matrix, Simple};
    let (text, list) = (json!("blue"), json!(["blue", "black"]));
    let object = json!({"R": 100, "G": 200, "none": null});
    for (layout, explode, value, expected) in [
        (Simple, false, &text, "blue"),
        (Simple, false, &list, "blue,black"),
        (Simple, false, &object, "G,200,R,100"),
        (Simple, true, &object, "G=200,R=100"),
        (Label, false, &text, ".blue"),
        (Label, false, &list, ".blue,black"),
        (Label, true, &list, ".blue.black"),
        (Label, true, &object, ".G=200.R=100"),
        (Matrix, false, &text, ";color=blue"),
        (Matrix, false, &list, ";color=blue,black"),
        (Matrix, true, &list, ";color=blue;color=black"),
        (Matrix, false, &object, ";color=G,200,R,100"),
        (Matrix, true, &object, ";G=200;R=100"),
        (Json, false, &list, "%5B%22blue%22%2C%22black%22%5D"),
        (Simple, false, &json!("a b/c"), "a%20b%2Fc"),
    ] {
        let written = styles::in_path(&parameter(Location::Path, layout, explode), value);
        assert_eq!(written.as_deref(), Some(expected), "{layout:?} {value}");
    }
    let header = parameter(Location::Header, Simple, false);
    let exploded = parameter(Location::Header, Simple, true);
    assert_eq!(
        styles::in_header(&header, &list).as_deref(),
        Some("blue,black")
    );
    assert_eq!(
        styles::in_header(&exploded, &object).as_deref(),
        Some("G=200,R=100")
    );
}

#[test]
fn queries_and_cookies() {
    use Layout::{DeepObject, Form, Json, PipeDelimited, SpaceDelimited};
    let list = json!(["blue", "black"]);
    let object = json!({"R": 100, "G": {"x": [1, true]}});
    let flat = json!({"R": 100, "G": 1.5});
    for (layout, explode, value, expected) in [
        (Form, true, &json!("blue"), vec![("color", "blue")]),
        (
            Form,
            true,
            &list,
            vec![("color", "blue"), ("color", "black")],
        ),
        (Form, false, &list, vec![("color", "blue,black")]),
        (Form, true, &flat, vec![("G", "1.5"), ("R", "100")]),
        (Form, false, &flat, vec![("color", "G,1.5,R,100")]),
        (SpaceDelimited, false, &list, vec![("color", "blue black")]),
        (PipeDelimited, false, &list, vec![("color", "blue|black")]),
        (
            DeepObject,
            true,
            &object,
            vec![
                ("color[R]", "100"),
                ("color[G][x][]", "1"),
                ("color[G][x][]", "true"),
            ],
        ),
        (
            Json,
            false,
            &object,
            vec![("color", r#"{"G":{"x":[1,true]},"R":100}"#)],
        ),
    ] {
        let pairs = styles::pairs(&parameter(Location::Query, layout, explode), value);
        assert_eq!(pairs, Some(owned(&expected)), "{layout:?} {value}");
    }
}

#[test]
fn what_has_several_forms_or_none_is_left_out() {
    let path = parameter(Location::Path, Layout::Simple, false);
    for value in [json!(""), json!(".."), json!("é"), json!([]), json!(1e30)] {
        assert_eq!(styles::in_path(&path, &value), None, "{value}");
    }
    let spaces = parameter(Location::Query, Layout::SpaceDelimited, false);
    for value in [
        json!(null),
        json!(["a b"]),
        json!([null]),
        json!({}),
        json!({"a=": 1}),
    ] {
        assert_eq!(styles::pairs(&spaces, &value), None, "{value}");
    }
}

#[test]
fn forms_and_parts() {
    use FieldStyle::{Commas, Json, Nested, Repeated, Spread};
    let body = |ty| Parameter {
        ty,
        ..parameter(Location::Body, Layout::Json, false)
    };
    let (list, nothing) = (json!([1, "b"]), json!({"a": [], "b": null}));
    let object = json!({"a": {"b": [true]}, "c": [{"d": 3.0}]});
    for (style, value, expected) in [
        (Repeated, &list, vec![("color", "1"), ("color", "b")]),
        (Repeated, &json!(null), vec![("color", "")]),
        (
            Repeated,
            &json!({"b": 1, "a": 2}),
            vec![("color", r#"{"a":2,"b":1}"#)],
        ),
        (Commas, &list, vec![("color", "1,b")]),
        (Json, &list, vec![("color", r#"[1,"b"]"#)]),
        (
            Spread,
            &json!({"a": 1, "b": "x"}),
            vec![("a", "1"), ("b", "x")],
        ),
        (Nested, &nothing, vec![("color[a]", ""), ("color[b]", "")]),
        (
            Nested,
            &object,
            vec![("color[a][b][]", "true"), ("color[c][0][d]", "3")],
        ),
    ] {
        let fields = forms::fields(
            &[(&body(Type::Json), value)],
            &[("color".to_owned(), style)],
        );
        assert_eq!(fields, owned(&expected), "{style:?} {value}");
    }
    let part = |ty, value: &Value, media: &str| {
        let media = [("color".to_owned(), media.to_owned())];
        let types = if media[0].1.is_empty() {
            &media[..0]
        } else {
            &media
        };
        let parts = parts::parts(&[(&body(ty), value)], types).into_iter();
        let part = |part: crate::api::SamplePart| (part.file_name, part.media, part.text);
        parts.map(part).collect::<Vec<_>>()
    };
    let some = |text: &str| Some(text.to_owned());
    let (json, bytes) = ("application/json", "application/octet-stream");
    for (ty, value, media, expected) in [
        (Type::String, json!("a"), "", (None, None, "a")),
        (
            Type::Json,
            json!({"a": 1}),
            "",
            (None, some(json), r#"{"a":1}"#),
        ),
        (Type::Json, json!("a"), json, (None, some(json), r#""a""#)),
        (
            Type::Content,
            json!("a"),
            "",
            (some("color"), some(bytes), "a"),
        ),
        (
            Type::Content,
            json!("a"),
            "text/csv",
            (None, some("text/csv"), "a"),
        ),
    ] {
        let (file, kind, text) = expected;
        let expected = vec![(file, kind, text.to_owned())];
        assert_eq!(part(ty, &value, media), expected, "{value} {media}");
    }
    let list = Type::List(Box::new(Type::String));
    assert_eq!(part(list, &json!(["a", "b"]), "").len(), 2);
    assert_eq!(part(Type::String, &json!(null), "").len(), 0);
}

fn owned(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    let pairs = pairs.iter();
    pairs
        .map(|(a, b)| ((*a).to_owned(), (*b).to_owned()))
        .collect()
}
