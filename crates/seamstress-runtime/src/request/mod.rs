//! Building the request of a call: no input, no output, no credentials.

mod path;
mod query;

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, HeaderValue, Uri};
use serde_json::{Map, Value};

pub use query::QueryStyle;

use crate::{Body, Call, Error, ErrorKind};

const JSON: HeaderValue = HeaderValue::from_static("application/json");

/// The request that `call` stands for.
///
/// # Errors
///
/// Of [`ErrorKind::Request`], where an argument cannot be sent.
pub(crate) fn build(call: &Call) -> Result<http::Request<Bytes>, Error> {
    if let Some(fault) = &call.fault {
        return Err(Error::new(ErrorKind::Request, fault));
    }
    let client = &*call.client.0;
    let mut target = client.base_url.as_str().to_owned();
    path::append(&mut target, call.operation.path, &call.path)?;

    let mut method = http::Method::from(call.operation.method);
    let mut body = match call.operation.body {
        Body::Json => Some(object(&call.members)),
        Body::None | Body::Query => None,
    };
    let query = client.settings.query_style.write(&call.query)?;
    if query.len() > client.settings.max_query_bytes && call.operation.twin_post {
        method = http::Method::POST;
        body = Some(object(&call.query));
    } else if !query.is_empty() {
        target.push('?');
        target.push_str(&query);
    }

    let uri = Uri::try_from(target).map_err(|error| {
        let message = format!("the address cannot be sent: {error}");
        Error::new(ErrorKind::Request, message)
    })?;
    let mut request = http::Request::new(Bytes::new());
    *request.method_mut() = method;
    *request.uri_mut() = uri;
    *request.headers_mut() = headers(call, body.is_some());
    if let Some(body) = body {
        *request.body_mut() = Bytes::from(body.to_string());
    }
    Ok(request)
}

fn object(members: &[(&'static str, Value)]) -> Value {
    let members: Map<String, Value> = members
        .iter()
        .map(|(name, value)| ((*name).to_owned(), value.clone()))
        .collect();
    Value::Object(members)
}

/// The client's headers and the call's, which replace those of the same name, except for
/// those by which the client identifies itself.
fn headers(call: &Call, has_body: bool) -> HeaderMap {
    let client = &*call.client.0;
    let mut headers = client.headers.clone();
    if has_body {
        headers.insert(CONTENT_TYPE, JSON);
    }
    for (name, value) in &call.headers {
        let identity = client.settings.headers;
        if !identity.iter().any(|(known, _)| name == known) {
            headers.insert(name.clone(), value.clone());
        }
    }
    headers
}
