//! Bodies of several parts: `multipart/form-data` (RFC 7578, which builds on RFC 2046).

use std::collections::VecDeque;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;
use http::HeaderValue;
use serde_json::Value;

use super::boundary::boundary;
use super::form::text;
use super::{Encoding, Upload};
use crate::transport::{ByteStream, TransportError};
use crate::{Error, ErrorKind};

const JSON: &str = "application/json";

/// The body with `members` and `uploads` as its parts, and its content type.
///
/// A simple value is text; an object is JSON; each element of a list is a part of its own. Where
/// `encodings` name a media type, a value is JSON or text as that says. Null is left out.
///
/// # Errors
///
/// Of [`ErrorKind::Request`], where a media type is none.
pub(crate) fn write(
    members: &[(&'static str, Value)],
    uploads: &[(&'static str, Upload)],
    encodings: &[(&'static str, Encoding)],
) -> Result<(HeaderValue, ByteStream), Error> {
    let boundary = boundary();
    let media = |name: &str| {
        let given = encodings.iter().find(|(known, _)| *known == name);
        given.and_then(|(_, encoding)| match encoding {
            Encoding::Media(media) => Some(*media),
            _ => None,
        })
    };
    let mut parts = Parts::new(&boundary);
    for (name, value) in members {
        parts.value(name, value, media(name))?;
    }
    for (name, upload) in uploads {
        parts.upload(name, upload, media(name))?;
    }
    let content_type = format!("multipart/form-data; boundary={boundary}");
    let content_type = HeaderValue::try_from(content_type).map_err(|_| refused("of the body"))?;
    Ok((content_type, parts.finish()))
}

/// The pieces of a body: text in memory, and streams in between.
struct Parts<'a> {
    boundary: &'a str,
    text: Vec<u8>,
    pieces: VecDeque<ByteStream>,
}

impl<'a> Parts<'a> {
    fn new(boundary: &'a str) -> Self {
        Self {
            boundary,
            text: Vec::new(),
            pieces: VecDeque::new(),
        }
    }

    fn value(&mut self, name: &str, value: &Value, media: Option<&str>) -> Result<(), Error> {
        let is_json = media.is_some_and(is_json);
        match value {
            Value::Null => Ok(()),
            Value::Array(elements) if !is_json => {
                let mut elements = elements.iter();
                elements.try_for_each(|element| self.value(name, element, media))
            }
            value => {
                let text = match is_json || value.is_object() {
                    true => value.to_string(),
                    false => text(value),
                };
                let media = media.or(value.is_object().then_some(JSON));
                self.head(name, None, media)?;
                self.text.extend_from_slice(text.as_bytes());
                self.text.extend_from_slice(b"\r\n");
                Ok(())
            }
        }
    }

    fn upload(&mut self, name: &str, upload: &Upload, media: Option<&str>) -> Result<(), Error> {
        let media = upload.media.as_deref().or(media);
        // Servers take a part without a name for a field, and one with a name for a file.
        let is_file = upload.file_name.is_some() || media.is_none_or(|media| !is_text(media));
        let file_name = upload.file_name.as_deref().or(is_file.then_some(name));
        self.head(name, file_name, media.or(Some("application/octet-stream")))?;
        match upload.open().into_whole() {
            Ok(bytes) => self.text.extend_from_slice(&bytes),
            Err(stream) => {
                let before = std::mem::take(&mut self.text);
                self.pieces.extend([ByteStream::from(before), stream]);
            }
        }
        self.text.extend_from_slice(b"\r\n");
        Ok(())
    }

    /// The lines before the content of a part (RFC 7578, section 4).
    fn head(&mut self, name: &str, file: Option<&str>, media: Option<&str>) -> Result<(), Error> {
        let mut head = format!(
            "--{}\r\nContent-Disposition: form-data; name=\"{}\"",
            self.boundary,
            quoted(name)
        );
        if let Some(file) = file {
            head.push_str(&format!("; filename=\"{}\"", quoted(file)));
        }
        if let Some(media) = media {
            HeaderValue::try_from(media).map_err(|_| refused(&format!("of the part `{name}`")))?;
            head.push_str(&format!("\r\nContent-Type: {media}"));
        }
        head.push_str("\r\n\r\n");
        self.text.extend_from_slice(head.as_bytes());
        Ok(())
    }

    fn finish(mut self) -> ByteStream {
        let end = format!("--{}--\r\n", self.boundary);
        self.text.extend_from_slice(end.as_bytes());
        if self.pieces.is_empty() {
            return ByteStream::from(self.text);
        }
        self.pieces.push_back(ByteStream::from(self.text));
        let length = self.pieces.iter().map(ByteStream::length).sum();
        let stream = ByteStream::new(Chain(self.pieces));
        match length {
            Some(length) => stream.with_length(length),
            None => stream,
        }
    }
}

/// A name between quotes: what would end it is encoded as browsers do (WHATWG HTML, section
/// 4.10.21.8).
fn quoted(name: &str) -> String {
    let name = name.replace('"', "%22");
    name.replace('\r', "%0D").replace('\n', "%0A")
}

fn is_json(media: &str) -> bool {
    let essence = media.split(';').next().unwrap_or_default().trim();
    essence.eq_ignore_ascii_case(JSON) || essence.to_ascii_lowercase().ends_with("+json")
}

fn is_text(media: &str) -> bool {
    is_json(media) || media.to_ascii_lowercase().starts_with("text/")
}

fn refused(what: &str) -> Error {
    let message = format!("the media type {what} cannot be sent as it is");
    Error::new(ErrorKind::Request, message)
}

/// One stream after the other.
struct Chain(VecDeque<ByteStream>);

impl Stream for Chain {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        while let Some(first) = self.0.front_mut() {
            match ready!(Pin::new(first).poll_next(cx)) {
                Some(piece) => return Poll::Ready(Some(piece)),
                None => self.0.pop_front(),
            };
        }
        Poll::Ready(None)
    }
}
