//! The parts of a body that was sent in parts, as a server reads them.

use std::fmt;

use bytes::Bytes;

/// A part of a `multipart/form-data` body (RFC 7578), as a
/// [`FakeTransport`](super::FakeTransport) saw it.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct RecordedPart {
    /// Its name.
    pub name: String,
    /// The name of the file that it is; none where it is a field.
    pub file_name: Option<String>,
    /// Its media type; none where it is plain text by default (RFC 7578, section 4.4).
    pub media_type: Option<String>,
    /// What it holds.
    pub content: Bytes,
}

/// The content is left out: it may be a secret.
impl fmt::Debug for RecordedPart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RecordedPart")
            .field("name", &self.name)
            .field("file_name", &self.file_name)
            .field("media_type", &self.media_type)
            .field("content_bytes", &self.content.len())
            .finish()
    }
}

/// The parts of `body`; none where `content_type` is of another kind, or the body is not as
/// RFC 2046, section 5.1.1, has it.
pub(super) fn parts(content_type: &str, body: &Bytes) -> Vec<RecordedPart> {
    let boundary = content_type
        .strip_prefix("multipart/form-data")
        .and_then(|rest| parameter(rest, "boundary"));
    boundary
        .and_then(|boundary| split(body, format!("--{boundary}").as_bytes()))
        .unwrap_or_default()
}

fn split(body: &Bytes, delimiter: &[u8]) -> Option<Vec<RecordedPart>> {
    let mut parts = Vec::new();
    let mut rest = body.strip_prefix(delimiter)?;
    while let Some(from_head) = rest.strip_prefix(b"\r\n") {
        let head_end = find(from_head, b"\r\n\r\n")?;
        let (head, content) = (from_head.get(..head_end)?, from_head.get(head_end + 4..)?);
        let end = find(content, &[b"\r\n", delimiter].concat())?;
        parts.push(part(std::str::from_utf8(head).ok()?, content.get(..end)?)?);
        rest = content.get(end + 2 + delimiter.len()..)?;
    }
    rest.starts_with(b"--").then_some(parts)
}

fn part(head: &str, content: &[u8]) -> Option<RecordedPart> {
    let header = |name: &str| {
        let mut lines = head.split("\r\n").filter_map(|line| line.split_once(':'));
        let line = lines.find(|(known, _)| known.eq_ignore_ascii_case(name));
        line.map(|(_, value)| value.trim())
    };
    let disposition = header("content-disposition")?.strip_prefix("form-data")?;
    Some(RecordedPart {
        name: parameter(disposition, "name")?,
        file_name: parameter(disposition, "filename"),
        media_type: header("content-type").map(str::to_owned),
        content: Bytes::copy_from_slice(content),
    })
}

/// A parameter of a header, such as `; name="file"`. What would end a name stands encoded in it
/// (WHATWG HTML, section 4.10.21.8).
fn parameter(header: &str, name: &str) -> Option<String> {
    let start = header.find(&format!("; {name}="))? + name.len() + 3;
    let value = header.get(start..)?;
    let Some(quoted) = value.strip_prefix('"') else {
        return value.split(';').next().map(|value| value.trim().to_owned());
    };
    let text = quoted.split('"').next()?;
    let text = text.replace("%22", "\"").replace("%0D", "\r");
    Some(text.replace("%0A", "\n"))
}

fn find(text: &[u8], part: &[u8]) -> Option<usize> {
    text.windows(part.len()).position(|window| window == part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_read_as_rfc_7578_writes_them() {
        let body = "--x-y\r\nContent-Disposition: form-data; name=\"a%22b\"\r\n\r\none\r\n\
                    --x-y\r\ncontent-disposition: form-data; name=\"f\"; filename=\"name.txt\"\r\n\
                    Content-Type: text/plain\r\n\r\ntwo\r\n--x\r\n\r\n--x-y--\r\n";
        let found = parts("multipart/form-data; boundary=x-y", &body.into());
        let part = |name: &str, file: Option<&str>, media: Option<&str>, content| RecordedPart {
            name: name.to_owned(),
            file_name: file.map(str::to_owned),
            media_type: media.map(str::to_owned),
            content: Bytes::from_static(content),
        };
        let file = part("f", Some("name.txt"), Some("text/plain"), b"two\r\n--x\r\n");
        assert_eq!(found, [part("a\"b", None, None, b"one"), file]);
        let quoted = parts("multipart/form-data; boundary=\"x-y\"", &body.into());
        assert_eq!(quoted, found);
    }

    #[test]
    fn what_is_no_such_body_has_no_parts() {
        let whole = "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--x--\r\n";
        assert_eq!(
            parts("multipart/form-data; boundary=x", &whole.into()).len(),
            1
        );
        for (media, body) in [
            ("multipart/mixed; boundary=x", whole),
            ("multipart/form-data", whole),
            ("multipart/form-data; boundary=z", whole),
            ("multipart/form-data; boundary=x", ""),
            ("multipart/form-data; boundary=x", "--x\r\n"),
            ("multipart/form-data; boundary=x", &whole[..whole.len() - 6]),
            (
                "multipart/form-data; boundary=x",
                "--x\r\nA: b\r\n\r\n1\r\n--x--\r\n",
            ),
        ] {
            assert_eq!(parts(media, &body.to_owned().into()), [], "{media} {body}");
        }
    }
}
