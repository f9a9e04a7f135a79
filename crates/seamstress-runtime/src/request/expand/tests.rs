//! The table of styles of the specification, and what is beside it.

use serde_json::json;

use super::*;

/// OpenAPI 3.0.4, section 4.7.12.5, "Style Examples": each row, with the columns for an empty
/// text, a text, a list and an object. A minus is what the table calls n/a.
#[test]
fn style_examples() {
    const PATH: ParameterStyle = ParameterStyle::path("color");
    const QUERY: ParameterStyle = ParameterStyle::query("color");
    let rows: &[(ParameterStyle, [&str; 4])] = &[
        (
            PATH.matrix().explode(false),
            [
                ";color",
                ";color=blue",
                ";color=blue,black,brown",
                ";color=R,100,G,200,B,150",
            ],
        ),
        (
            PATH.matrix().explode(true),
            [
                ";color",
                ";color=blue",
                ";color=blue;color=black;color=brown",
                ";R=100;G=200;B=150",
            ],
        ),
        (
            PATH.label().explode(false),
            [".", ".blue", ".blue,black,brown", ".R,100,G,200,B,150"],
        ),
        (
            PATH.label().explode(true),
            [".", ".blue", ".blue.black.brown", ".R=100.G=200.B=150"],
        ),
        (
            PATH.explode(false),
            ["", "blue", "blue,black,brown", "R,100,G,200,B,150"],
        ),
        (
            PATH.explode(true),
            ["", "blue", "blue,black,brown", "R=100,G=200,B=150"],
        ),
        (
            QUERY.explode(false),
            [
                "color=",
                "color=blue",
                "color=blue,black,brown",
                "color=R,100,G,200,B,150",
            ],
        ),
        (
            QUERY.explode(true),
            [
                "color=",
                "color=blue",
                "color=blue&color=black&color=brown",
                "R=100&G=200&B=150",
            ],
        ),
        (
            QUERY.space_delimited(),
            [
                "-",
                "-",
                "color=blue%20black%20brown",
                "color=R%20100%20G%20200%20B%20150",
            ],
        ),
        (
            QUERY.pipe_delimited(),
            [
                "-",
                "-",
                "color=blue%7Cblack%7Cbrown",
                "color=R%7C100%7CG%7C200%7CB%7C150",
            ],
        ),
        (
            QUERY.deep_object().explode(true),
            [
                "-",
                "-",
                "-",
                "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150",
            ],
        ),
    ];
    let members = |prefix: &str, suffix: &str| {
        let pair =
            |(key, value): (&str, &str)| (format!("{prefix}{key}{suffix}"), value.to_owned());
        Parts::Members([("R", "100"), ("G", "200"), ("B", "150")].map(pair).into())
    };
    for (style, expected) in rows {
        let object = match style.layout {
            Layout::DeepObject => members("color[", "]"),
            _ => members("", ""),
        };
        let values = [
            Parts::One(String::new()),
            Parts::One("blue".to_owned()),
            Parts::List(["blue", "black", "brown"].map(str::to_owned).into()),
            object,
        ];
        for (value, expected) in values
            .iter()
            .zip(expected)
            .filter(|(_, text)| **text != "-")
        {
            let written = write(style, "color", value, Escaping::Unreserved);
            assert_eq!(written, *expected, "{style:?} {value:?}");
        }
    }
}

/// The examples of RFC 6570, sections 3.2.2, 3.2.5, 3.2.7 and 3.2.8, of single variables.
#[test]
fn rfc_6570() {
    const NAME: &str = "v";
    let simple = ParameterStyle::path(NAME);
    let query = ParameterStyle::query(NAME);
    let list = json!(["red", "green", "blue"]);
    for (style, value, expected) in [
        (simple, json!("value"), "value"),
        (simple, json!("Hello World!"), "Hello%20World%21"),
        (simple, json!("50%"), "50%25"),
        (simple, json!("/foo/bar"), "%2Ffoo%2Fbar"),
        (simple, list.clone(), "red,green,blue"),
        (simple.explode(true), list.clone(), "red,green,blue"),
        (simple.explode(true), json!({"semi": ";"}), "semi=%3B"),
        (simple, json!({"comma": ","}), "comma,%2C"),
        (simple.label(), json!("fred"), ".fred"),
        (simple.label(), json!("50%"), ".50%25"),
        (simple.label(), list.clone(), ".red,green,blue"),
        (
            simple.label().explode(true),
            list.clone(),
            ".red.green.blue",
        ),
        (simple.label().explode(true), json!({"dot": "."}), ".dot=."),
        (simple.matrix(), json!("fred"), ";v=fred"),
        (simple.matrix(), json!(""), ";v"),
        (simple.matrix(), list.clone(), ";v=red,green,blue"),
        (
            simple.matrix().explode(true),
            list.clone(),
            ";v=red;v=green;v=blue",
        ),
        (
            simple.matrix().explode(true),
            json!({"semi": ";"}),
            ";semi=%3B",
        ),
        (query, json!(1024), "v=1024"),
        (query, json!(""), "v="),
        (query, list.clone(), "v=red&v=green&v=blue"),
        (query.explode(false), list, "v=red,green,blue"),
        (query, json!({"comma": ","}), "comma=%2C"),
        (query.explode(false), json!({"comma": ","}), "v=comma,%2C"),
    ] {
        let written = expand(&style, NAME, &value, Escaping::Unreserved).unwrap();
        assert_eq!(written.as_deref(), Some(expected), "{style:?} {value}");
    }
    for undefined in [json!(null), json!([]), json!({}), json!({"a": null})] {
        for style in [
            simple,
            simple.label(),
            simple.matrix(),
            query,
            query.deep_object(),
        ] {
            let written = expand(&style, NAME, &undefined, Escaping::Unreserved).unwrap();
            assert_eq!(written, None, "{style:?} {undefined}");
        }
    }
}

#[test]
fn deep_objects() {
    let style = ParameterStyle::query("a").deep_object();
    for (value, expected) in [
        (json!({"b": {"c": {"d": 1}}}), "a[b][c][d]=1"),
        (json!({"b": ["x", "y"]}), "a[b][]=x&a[b][]=y"),
        (
            json!({"b": [{"c": 1, "d": 2}, {"c": 3}]}),
            "a[b][0][c]=1&a[b][0][d]=2&a[b][1][c]=3",
        ),
        (json!({"b": [["x"], "y"]}), "a[b][0][]=x&a[b][1]=y"),
        (json!(["x", "y"]), "a[]=x&a[]=y"),
        (json!({"b": "", "c": null, "d": []}), "a[b]="),
        (
            json!({"b": true, "c": 1.5, "d": 3.0}),
            "a[b]=true&a[c]=1.5&a[d]=3",
        ),
        (json!("x"), "a=x"),
    ] {
        let written = expand(&style, "a", &value, Escaping::Unreserved).unwrap();
        let written = written.map(|text| text.replace("%5B", "[").replace("%5D", "]"));
        assert_eq!(written.as_deref(), Some(expected), "{value}");
    }
    let hostile = json!({"b]&c=d#": "&e=f#"});
    let written = expand(&style, "a", &hostile, Escaping::Unreserved).unwrap();
    assert_eq!(
        written.as_deref(),
        Some("a%5Bb%5D%26c%3Dd%23%5D=%26e%3Df%23")
    );
}

#[test]
fn reserved_characters_that_end_nothing_stay() {
    const ALL: &str = ":/?#[]@!$&'()*+,;= %2F%zz%%41";
    let query = ParameterStyle::query("q").allow_reserved();
    let path = ParameterStyle::path("q").allow_reserved();
    for (style, value, escaping, expected) in [
        (
            query,
            json!(ALL),
            Escaping::ReservedInQuery,
            "q=:/?%23%5B%5D@!$%26'()*%2B,;=%20%2F%25zz%25%41",
        ),
        (
            path,
            json!(ALL),
            Escaping::ReservedInPath,
            ":%2F%3F%23%5B%5D@!$&'()*+,%3B=%20%2F%25zz%25%41",
        ),
        (
            query.explode(false),
            json!(["a,b", "c;d"]),
            Escaping::ReservedInQuery,
            "q=a%2Cb,c;d",
        ),
        (query, json!(["a,b"]), Escaping::ReservedInQuery, "q=a,b"),
        (
            path.matrix(),
            json!("a,b"),
            Escaping::ReservedInPath,
            ";q=a,b",
        ),
        (
            path.matrix(),
            json!(["a,b", "c"]),
            Escaping::ReservedInPath,
            ";q=a%2Cb,c",
        ),
        (
            query.pipe_delimited(),
            json!(["270", "2C"]),
            Escaping::ReservedInQuery,
            "q=270%7C2C",
        ),
    ] {
        let written = expand(&style, "q", &value, escaping).unwrap();
        assert_eq!(written.as_deref(), Some(expected), "{style:?} {value}");
    }
}

#[test]
fn json_goes_everywhere() {
    let value = json!({"é": "ü😀 &"});
    let plain = r#"{"é":"ü😀 &"}"#;
    let escaping = Escaping::Unreserved;
    let style = ParameterStyle::path("v").json();
    let written = expand(&style, "v", &value, escaping).unwrap().unwrap();
    let decoded = percent_encoding::percent_decode_str(&written)
        .decode_utf8()
        .unwrap();
    assert_eq!(decoded, plain);
    let style = ParameterStyle::query("v").json();
    let written = expand(&style, "v", &json!([1, null]), escaping).unwrap();
    assert_eq!(written.as_deref(), Some("v=%5B1%2Cnull%5D"));
    let style = ParameterStyle::header("v").json();
    let written = expand(&style, "v", &value, Escaping::None).unwrap();
    assert_eq!(
        written.as_deref(),
        Some(r#"{"\u00e9":"\u00fc\ud83d\ude00 &"}"#)
    );
}

#[test]
fn names_without_values() {
    let style = ParameterStyle::query("flag").allow_empty();
    for (value, expected) in [
        (json!(null), "flag="),
        (json!([]), "flag="),
        (json!(true), "flag=true"),
    ] {
        let written = expand(&style, "flag", &value, Escaping::Unreserved).unwrap();
        assert_eq!(written.as_deref(), Some(expected), "{value}");
    }
}

#[test]
fn what_could_be_read_as_something_else_is_refused() {
    let query = ParameterStyle::query("v");
    let header = ParameterStyle::header("v");
    for (style, value, escaping) in [
        (
            query.space_delimited(),
            json!(["a b"]),
            Escaping::Unreserved,
        ),
        (query.pipe_delimited(), json!(["a|b"]), Escaping::Unreserved),
        (
            query.pipe_delimited(),
            json!({"a|b": 1}),
            Escaping::Unreserved,
        ),
        (query, json!([null]), Escaping::Unreserved),
        (
            query.deep_object(),
            json!({"a": [null]}),
            Escaping::Unreserved,
        ),
        (header, json!(["a,b"]), Escaping::None),
        (header.explode(true), json!({"a=b": 1}), Escaping::None),
    ] {
        let error = expand(&style, "v", &value, escaping).unwrap_err();
        assert_eq!(error.kind(), crate::ErrorKind::Request, "{style:?} {value}");
    }
    for (style, value, expected) in [
        (query.space_delimited(), json!(["a b", "c"]), "v=a%20b&v=c"),
        (query.pipe_delimited(), json!("a|b"), "v=a%7Cb"),
    ] {
        let written = expand(
            &style.explode(style.layout == Layout::SpaceDelimited),
            "v",
            &value,
            Escaping::Unreserved,
        );
        assert_eq!(written.unwrap().as_deref(), Some(expected));
    }
    let text = expand(&header, "v", &json!("a,b"), Escaping::None).unwrap();
    assert_eq!(text.as_deref(), Some("a,b"));
}

/// A parameter that is the whole query has no name in it.
#[test]
fn a_whole_query_has_no_name() {
    const WHOLE: ParameterStyle = ParameterStyle::query("selector").whole();
    for (style, value, expected) in [
        (WHOLE, json!("$.a[0]"), Some("%24.a%5B0%5D")),
        (WHOLE, json!({"a": 1, "b": "x y"}), Some("a=1&b=x%20y")),
        (WHOLE, json!(null), None),
        (
            WHOLE.json(),
            json!({"a": [1]}),
            Some("%7B%22a%22%3A%5B1%5D%7D"),
        ),
    ] {
        let written = expand(&style, "selector", &value, Escaping::Unreserved).unwrap();
        assert_eq!(written.as_deref(), expected, "{value}");
    }
}
