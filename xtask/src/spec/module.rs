//! The JavaScript module that holds the document, read as data.
//!
//! The module is one object literal with a few words before and after it, which differ between
//! versions of the package. The literal itself is all but JSON5: unquoted keys, single quotes,
//! trailing commas. It is parsed, never run, so a package that was tampered with can do nothing.

use anyhow::{Context, ensure};
use serde_json::Value;

use super::literal::to_json5;

/// What stands before the literal.
const HEADS: [&str; 3] = [
    "const openapi =",
    "export default",
    "export const openapi =",
];

/// The statements that may stand after it; the first of them is the rest of the literal's own.
const TAILS: [&str; 4] = [
    "",
    "as const",
    "export default openapi",
    "export default openapi as const",
];

/// Reads the document out of its module. Members keep their order.
///
/// # Errors
///
/// When the module is anything but one literal, or when the literal has something that JSON lacks.
pub(crate) fn parse(module: &str) -> anyhow::Result<Value> {
    let json5 = to_json5(literal(module)?)?;
    let document: Value =
        json5::from_str(&json5).context("the module's object is not plain data")?;
    ensure!(
        document.get("openapi").is_some_and(Value::is_string) && document.get("paths").is_some(),
        "the module holds an object, but no OpenAPI document"
    );
    Ok(document)
}

/// The text of the literal, from its first brace to its last.
fn literal(module: &str) -> anyhow::Result<&str> {
    let code = without_last_comment(module);
    let (head, rest) = code.split_at(code.find('{').context("the module holds no object")?);
    let end = rest.rfind('}').context("the module's object has no end")? + 1;
    let (literal, tail) = rest.split_at(end);
    ensure!(
        HEADS.contains(&head.trim()),
        "the module begins in an unknown way: {}",
        excerpt(head)
    );
    ensure!(
        tail.split(';')
            .all(|statement| TAILS.contains(&statement.trim())),
        "the module ends in an unknown way: {}",
        excerpt(tail)
    );
    Ok(literal)
}

/// The compiler of the package ends the module with a comment that names its source map.
fn without_last_comment(module: &str) -> &str {
    let module = module.trim_end();
    match module.rsplit_once('\n') {
        Some((code, last)) if last.starts_with("//") => code,
        _ => module,
    }
}

/// The beginning of what was not expected, on one line.
fn excerpt(text: &str) -> String {
    format!("{:?}", text.trim().chars().take(60).collect::<String>())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const DOCUMENT: &str = "{ openapi: '3.0.0', paths: { '/b': { get: {} }, '/a': {}, }, }";

    #[test]
    fn every_form_of_the_module_is_read() {
        for (head, tail) in [
            (
                "const openapi = ",
                ";\nexport default openapi;\n//# sourceMappingURL=openapi.js.map",
            ),
            ("export default ", ";\n//# sourceMappingURL=openapi.js.map"),
            ("export default ", " as const\n"),
            ("const openapi = ", " as const\n;export default openapi\n"),
            ("\nexport const openapi =\n", "\n"),
        ] {
            let document = parse(&format!("{head}{DOCUMENT}{tail}")).unwrap();
            assert_eq!(document["openapi"], "3.0.0", "{head} … {tail}");
        }
    }

    #[test]
    fn values_and_the_order_of_members_are_kept() {
        let document = parse(
            r#"export default { openapi: "3.0.0", paths: {
                '/b': 'it\'s \u00e9\n', '/a': [1, -2, 0.5, 300000, 1e21, true, null, ""], 'x-é': {},
            } };"#,
        )
        .unwrap();
        assert_eq!(
            document["paths"],
            json!({"/b": "it's é\n", "/a": [1, -2, 0.5, 300000, 1e21, true, null, ""], "x-é": {}})
        );
        let keys: Vec<_> = document["paths"].as_object().unwrap().keys().collect();
        assert_eq!(keys, ["/b", "/a", "x-é"]);
        assert_eq!(
            document["paths"]["/a"].to_string(),
            r#"[1,-2,0.5,300000,1e+21,true,null,""]"#
        );
    }

    #[test]
    fn anything_but_a_literal_is_refused() {
        for (module, expected) in [
            ("", "no object"),
            ("export default 1;", "no object"),
            ("export default {", "no end"),
            (
                "import x from 'x'\nexport default { openapi: '3.0.0', paths: {} };",
                "begins",
            ),
            (
                "export default { openapi: '3.0.0', paths: {} }; run();",
                "ends",
            ),
            (
                "export default { openapi: '3.0.0', paths: run() };",
                "not plain data",
            ),
            ("export default { ...x };", "not plain data"),
            (
                "export default { openapi: `3.0.0`, paths: {} };",
                "not plain data",
            ),
            (
                "export default { openapi: '3.0.0', paths: };",
                "not plain data",
            ),
            (
                "export default { swagger: '2.0', paths: {} };",
                "no OpenAPI document",
            ),
        ] {
            let error = format!("{:#}", parse(module).unwrap_err());
            assert!(error.contains(expected), "{module}: {error}");
        }
    }

    #[test]
    fn deep_nesting_is_an_error_and_no_crash() {
        let nested = |depth| {
            let (open, close) = ("{a:".repeat(depth), "}".repeat(depth));
            parse(&format!(
                "export default {{openapi: '3.0.0', paths: {open}1{close}}};"
            ))
        };
        assert!(nested(199).is_ok());
        assert!(nested(200).is_err());
        assert!(nested(100_000).is_err());
    }
}
