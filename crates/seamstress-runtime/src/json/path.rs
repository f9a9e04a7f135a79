//! Where in a document the reader is, as `access_codes[3].errors[0].message`.

use std::fmt::Write;

use super::string::Text;

/// One step of a path. Keys stay as they stand in the document until the path
/// is printed, so a step costs no allocation.
#[derive(Clone, Copy, Debug)]
pub(super) enum Segment<'de> {
    /// The container was entered, and none of its items yet.
    Inside,
    /// A member that a type declares.
    Name(&'static str),
    /// A member of the document.
    Key(Text<'de>),
    /// An element of a list, from zero.
    Index(usize),
}

/// Prints a path; the empty text is the whole document.
pub(super) fn render(segments: &[Segment<'_>]) -> String {
    let mut path = String::new();
    for segment in segments {
        match segment {
            Segment::Inside => {}
            Segment::Name(name) => member(&mut path, name),
            Segment::Key(key) => member(&mut path, &key.resolve()),
            Segment::Index(index) => {
                // Writing to a `String` cannot fail.
                let _ = write!(path, "[{index}]");
            }
        }
    }
    path
}

/// `.name`, or `["name"]` where a dot would mislead.
pub(crate) fn member(path: &mut String, name: &str) {
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '$' | '@');
    if name.is_empty() || !name.chars().all(plain) {
        let _ = write!(path, "[{name:?}]");
        return;
    }
    if !path.is_empty() {
        path.push('.');
    }
    path.push_str(name);
}
