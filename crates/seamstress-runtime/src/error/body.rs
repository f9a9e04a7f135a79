//! Reading the body of a failure: where its parts stand is data of the generated client.

use http::StatusCode;
use serde_json::Value;

use super::{ApiError, ValidationError};

/// Where the parts of an API's error body stand.
///
/// Each is the name of a member; those besides `object` are looked for inside it.
///
/// ```
/// use seamstress_runtime::ErrorBody;
///
/// // {"error": {"type": "not_found", "message": "No such device."}}
/// static ERROR_BODY: ErrorBody = ErrorBody {
///     object: Some("error"),
///     kind: Some("type"),
///     message: Some("message"),
///     ..ErrorBody::NONE
/// };
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ErrorBody {
    /// The member of the body that holds the error; without it, the body itself.
    pub object: Option<&'static str>,
    /// Which error it is, for programs.
    pub kind: Option<&'static str>,
    /// What went wrong, for people.
    pub message: Option<&'static str>,
    /// What is wrong with which parameter: an object per parameter, nested as the
    /// parameters are, or the messages themselves.
    pub validation: Option<&'static str>,
    /// The member of such an object that lists the messages, beside the parameters below it.
    pub validation_messages: Option<&'static str>,
    /// The id of the request.
    pub request_id: Option<&'static str>,
}

impl ErrorBody {
    /// Nothing is known of the body: it is kept as JSON or text.
    pub const NONE: Self = Self {
        object: None,
        kind: None,
        message: None,
        validation: None,
        validation_messages: None,
        request_id: None,
    };

    /// Reads what `body` says. Never fails: what is no API error is kept as text.
    pub(crate) fn read(&self, status: StatusCode, body: &[u8]) -> ApiError {
        let mut error = ApiError {
            status,
            kind: None,
            message: None,
            request_id: None,
            validation_errors: Vec::new(),
            data: Value::Null,
            body: cut(body),
        };
        let Ok(mut json) = serde_json::from_slice::<Value>(body) else {
            return error;
        };
        let object = match self.object {
            Some(name) => json.get_mut(name).map(Value::take).unwrap_or_default(),
            None => json,
        };
        let text = |name: Option<&str>| Some(object.get(name?)?.as_str()?.to_owned());
        error.kind = text(self.kind);
        error.message = text(self.message);
        error.request_id = text(self.request_id);
        if let Some(validation) = self.validation.and_then(|name| object.get(name)) {
            self.flatten("", validation, &mut error.validation_errors);
        }
        error.data = object;
        error
    }

    /// Collects the messages below `node`, which stands at `path`. The recursion is bounded
    /// by the depth limit of the parser.
    fn flatten(&self, path: &str, node: &Value, found: &mut Vec<ValidationError>) {
        let Value::Object(members) = node else {
            return push(path, messages(node), found);
        };
        if let Some(own) = self.validation_messages.and_then(|name| members.get(name)) {
            push(path, messages(own), found);
        }
        for (name, member) in members {
            if Some(name.as_str()) == self.validation_messages {
                continue;
            }
            let below = match path {
                "" => name.clone(),
                _ => format!("{path}.{name}"),
            };
            self.flatten(&below, member, found);
        }
    }
}

fn push(path: &str, messages: Vec<String>, found: &mut Vec<ValidationError>) {
    if !messages.is_empty() {
        found.push(ValidationError {
            parameter: path.to_owned(),
            messages,
        });
    }
}

/// The messages that `node` is: one text, or a list. What is no text is shown as JSON.
fn messages(node: &Value) -> Vec<String> {
    let text = |value: &Value| match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    match node {
        Value::Null => Vec::new(),
        Value::Array(list) => list.iter().map(text).collect(),
        other => vec![text(other)],
    }
}

/// The most bytes of an error body that are kept as text.
const KEPT: usize = 64 * 1024;

fn cut(body: &[u8]) -> String {
    let kept = body.get(..KEPT).unwrap_or(body);
    String::from_utf8_lossy(kept).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: ErrorBody = ErrorBody {
        object: Some("error"),
        kind: Some("type"),
        message: Some("message"),
        validation: Some("validation_errors"),
        validation_messages: Some("_errors"),
        request_id: Some("request_id"),
    };

    fn read(body: &str) -> ApiError {
        BODY.read(StatusCode::BAD_REQUEST, body.as_bytes())
    }

    #[test]
    fn all_parts_are_read() {
        let error = read(
            r#"{"error":{"type":"invalid_input","message":"Bad","validation_errors":{"_errors":[],
            "a":{"_errors":["x"],"b":{"_errors":["y","z"]}},"device_id":{"_errors":["Required"]}},
            "request_id":"r1","more":1},"ok":false}"#,
        );
        assert_eq!(error.kind(), Some("invalid_input"));
        assert_eq!(error.message(), Some("Bad"));
        assert_eq!(error.request_id(), Some("r1"));
        assert_eq!(error.data()["more"], 1);
        let found: Vec<String> = error
            .validation_errors()
            .iter()
            .map(ToString::to_string)
            .collect();
        assert_eq!(found, ["a: x", "a.b: y, z", "device_id: Required"]);
        assert_eq!(
            error.messages_for("device_id").collect::<Vec<_>>(),
            ["Required"]
        );
        assert_eq!(
            error.to_string(),
            "400 Bad Request: invalid_input: Bad; a: x; a.b: y, z; device_id: Required"
        );
    }

    #[test]
    fn other_shapes_of_validation_errors_are_read() {
        for (validation, expected) in [
            (r#"{"_errors":["whole"]}"#, "whole"),
            (r#"{"name":["too long"]}"#, "name: too long"),
            (r#"{"name":"too long"}"#, "name: too long"),
            (r#"{"list":{"0":{"_errors":["bad"]}}}"#, "list.0: bad"),
            (r#"{"name":[{"code":1}]}"#, r#"name: {"code":1}"#),
            (r#"["whole"]"#, "whole"),
            ("null", ""),
            ("{}", ""),
        ] {
            let error = read(&format!(
                r#"{{"error":{{"validation_errors":{validation}}}}}"#
            ));
            let found: Vec<String> = error
                .validation_errors()
                .iter()
                .map(ToString::to_string)
                .collect();
            assert_eq!(found.join("; "), expected, "{validation}");
        }
    }

    #[test]
    fn what_is_no_api_error_is_kept_as_text() {
        for body in [
            "404",
            "<html>Bad gateway</html>",
            "",
            "[1]",
            r#"{"error":"text"}"#,
            r#"{"error":null}"#,
            r#"{"error":{"type":7}}"#,
        ] {
            let error = read(body);
            assert_eq!(
                (error.kind(), error.message(), error.body()),
                (None, None, body)
            );
            assert_eq!(error.to_string(), "400 Bad Request");
        }
    }

    #[test]
    fn a_long_body_is_cut_even_inside_a_character() {
        let error = read(&"ö".repeat(KEPT));
        assert!(error.body().len() <= KEPT + 3);
        assert!(error.body().starts_with('ö'));
    }

    #[test]
    fn without_any_knowledge_the_body_is_data() {
        let error = ErrorBody::NONE.read(StatusCode::CONFLICT, br#"{"code":7}"#);
        assert_eq!(error.data()["code"], 7);
    }
}
