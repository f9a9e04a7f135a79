//! Building the request of a call: no input, no output, no credentials.

pub(crate) mod cookies;
mod escape;
mod expand;
mod parts;
mod path;
mod query;
mod style;

use bytes::Bytes;
use http::header::{ACCEPT, CONTENT_LENGTH, CONTENT_TYPE};
use http::{HeaderMap, HeaderValue, Uri};
use serde_json::{Map, Value};

pub use query::QueryStyle;
pub use style::ParameterStyle;

use crate::body::{write_form, write_multipart};
use crate::call::Content;
use crate::transport::ByteStream;
use crate::{Body, Call, Encoding, Error, ErrorKind, Operation};
use style::Place;

/// Room for arguments and a query: with it, most addresses are written without being moved.
const QUERY: usize = 128;

const JSON: HeaderValue = HeaderValue::from_static("application/json");
const FORM: HeaderValue = HeaderValue::from_static("application/x-www-form-urlencoded");

/// A request as it goes out: complete, or with a body that comes piece by piece. It is large, and
/// goes from hand to hand: in a box.
pub(crate) struct Outgoing {
    pub(crate) request: http::Request<Bytes>,
    /// The body, where it is not in memory; that of the request is empty then.
    pub(crate) stream: Option<ByteStream>,
}

/// The request that `call` stands for, with these headers and its own.
///
/// # Errors
///
/// Of [`ErrorKind::Request`], where an argument cannot be sent.
pub(crate) fn build(call: &Call, common: &HeaderMap) -> Result<Box<Outgoing>, Error> {
    let client = &*call.client.0;
    let styles = call.operation.styles;
    let mut target = address(call)?;

    let mut method = http::Method::from(call.operation.method);
    let mut body = body(call)?;
    let query = match call.rare().address {
        // The server's own addresses have all parameters.
        Some(_) => String::new(),
        None => client.settings.query_style.write(&call.query, styles)?,
    };
    if query.len() > client.settings.max_query_bytes && call.operation.twin_post {
        method = http::Method::POST;
        body = Some(json(&object(&call.query)));
    } else if !query.is_empty() {
        // A path may have a query of its own.
        target.push(if target.contains('?') { '&' } else { '?' });
        target.push_str(&query);
    }

    let uri = Uri::try_from(target).map_err(|error| {
        let message = format!("the address cannot be sent: {error}");
        Error::new(ErrorKind::Request, message)
    })?;
    let mut request = http::Request::new(Bytes::new());
    *request.method_mut() = method;
    *request.uri_mut() = uri;
    let (media, content) = body.unzip();
    *request.headers_mut() = headers(call, common, media);
    cookies::append(request.headers_mut(), &call.rare().cookies, styles)?;
    let stream = match content.map(ByteStream::into_whole) {
        Some(Ok(bytes)) => {
            if bytes.is_empty() {
                // Else it could not be told from a request without one (RFC 9110, section 8.6).
                let none = HeaderValue::from_static("0");
                request.headers_mut().insert(CONTENT_LENGTH, none);
            }
            *request.body_mut() = bytes;
            None
        }
        Some(Err(stream)) => Some(stream),
        None => None,
    };
    Ok(Box::new(Outgoing { request, stream }))
}

/// The address of `call` without its query, or else the whole one that the server gave.
pub(crate) fn address(call: &Call) -> Result<String, Error> {
    if let Some(address) = &call.rare().address {
        return Ok(address.clone());
    }
    let base_url = call.client.server(call.operation);
    let mut target = String::with_capacity(base_url.len() + call.operation.path.len() + QUERY);
    target.push_str(base_url);
    path::append(
        &mut target,
        call.operation.path,
        &call.path,
        call.operation.styles,
    )?;
    Ok(target)
}

/// The body of `call`, if it has one, and its media type, where that is known.
fn body(call: &Call) -> Result<Option<(Option<HeaderValue>, ByteStream)>, Error> {
    let operation = call.operation;
    // What no header can carry is none, as `from_static` would panic.
    let media = operation
        .media_type
        .and_then(|media| HeaderValue::from_str(media).ok());
    let typed = |usual: HeaderValue| Some(media.clone().unwrap_or(usual));
    let form = |default| {
        let form = write_form(&call.members, operation.encodings, default);
        Ok(Some((typed(FORM), ByteStream::from(form))))
    };
    match &call.rare().content {
        Some(Content::Json(value)) => {
            let (usual, body) = json(value);
            return Ok(Some((media.or(usual), body)));
        }
        Some(Content::Upload(upload)) => {
            let given = upload.given_media_type().map(HeaderValue::try_from);
            let given = given.transpose().map_err(|_| {
                let message = "the media type of the body cannot be sent as it is";
                Error::new(ErrorKind::Request, message)
            })?;
            return Ok(Some((given.or(media), upload.open())));
        }
        None => {}
    }
    match operation.body {
        Body::Json => {
            let (usual, body) = json(&object(&call.members));
            Ok(Some((media.or(usual), body)))
        }
        Body::Form => form(Encoding::Repeated),
        Body::NestedForm => form(Encoding::Nested),
        Body::Multipart => {
            let (media, body) =
                write_multipart(&call.members, &call.rare().uploads, operation.encodings)?;
            Ok(Some((Some(media), body)))
        }
        Body::None | Body::Query | Body::JsonValue | Body::Content => Ok(None),
    }
}

fn json(value: &Value) -> (Option<HeaderValue>, ByteStream) {
    (Some(JSON), ByteStream::from(value.to_string()))
}

/// The text of a header, a list or an object perhaps; nothing where there is nothing to send.
///
/// # Errors
///
/// Of [`ErrorKind::Request`], where what is sent could be read as something else.
pub(crate) fn header(
    operation: &Operation,
    name: &'static str,
    value: &Value,
) -> Result<Option<String>, Error> {
    let style = ParameterStyle::of(operation.styles, Place::Header, name);
    expand::expand(&style, name, value, escape::Escaping::None)
}

fn object(members: &[(&'static str, Value)]) -> Value {
    let members: Map<String, Value> = members
        .iter()
        .map(|(name, value)| ((*name).to_owned(), value.clone()))
        .collect();
    Value::Object(members)
}

/// The `common` headers of all calls and the call's, which replace those of the same name, except
/// for those by which the client identifies itself.
fn headers(call: &Call, common: &HeaderMap, media: Option<Option<HeaderValue>>) -> HeaderMap {
    let client = &*call.client.0;
    let mut headers = common.clone();
    if let Some(media) = media.flatten() {
        headers.insert(CONTENT_TYPE, media);
    }
    if let Some(Ok(accept)) = call.operation.accept.map(HeaderValue::from_str) {
        headers.insert(ACCEPT, accept);
    }
    for (name, value) in &call.rare().headers {
        let identity = client.settings.headers;
        if !identity.iter().any(|(known, _)| name == known) {
            headers.insert(name.clone(), value.clone());
        }
    }
    headers
}
