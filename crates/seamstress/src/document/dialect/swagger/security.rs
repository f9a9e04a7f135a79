//! Security definitions of Swagger 2.0.

use serde_json::{Value, json};

/// A security scheme of 3.0 for the security definition `old`.
pub(super) fn scheme(old: Value) -> Value {
    let Value::Object(mut scheme) = old else {
        return old;
    };
    match scheme.get("type").and_then(Value::as_str) {
        Some("basic") => {
            scheme.insert("type".to_owned(), json!("http"));
            scheme.insert("scheme".to_owned(), json!("basic"));
        }
        Some("oauth2") => {
            let flow = scheme.shift_remove("flow");
            let name = match flow.as_ref().and_then(Value::as_str) {
                Some("application") => "clientCredentials",
                Some("accessCode") => "authorizationCode",
                Some("password") => "password",
                _ => "implicit",
            };
            let mut parts = json!({});
            for key in ["authorizationUrl", "tokenUrl", "refreshUrl"] {
                if let Some(value) = scheme.shift_remove(key) {
                    parts[key] = value;
                }
            }
            parts["scopes"] = scheme.shift_remove("scopes").unwrap_or_else(|| json!({}));
            scheme.insert("flows".to_owned(), json!({name: parts}));
        }
        _ => {}
    }
    Value::Object(scheme)
}
