//! JSON pointers (RFC 6901): the address of a node in a document.

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde_json::Value;

/// The address of a node in a document.
///
/// It is kept in its encoded form, so that a child costs one allocation and
/// printing costs none. [`Display`](fmt::Display) writes it as a person writes
/// it in a `$ref`, without percent-encoding.
///
/// ```
/// use seamstress::document::Pointer;
///
/// let pointer = Pointer::root().child("paths").child("/devices/{id}").child("get");
/// assert_eq!(pointer.to_string(), "#/paths/~1devices~1{id}/get");
/// assert_eq!(pointer.last().as_deref(), Some("get"));
/// assert_eq!(Pointer::parse("#/paths/~1devices~1{id}/get"), Some(pointer));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(try_from = "String")]
pub struct Pointer(String);

impl Pointer {
    /// The address of the whole document.
    pub const fn root() -> Self {
        Self(String::new())
    }

    /// Reads a pointer, with or without the `#` of a URI fragment in front.
    ///
    /// Percent-encoding is left as it is: that belongs to a URI, and is undone
    /// where a `$ref` is read. `None` where the text is neither empty nor starts
    /// with `/`, or has a `~` that starts no escape (RFC 6901, section 3).
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.strip_prefix('#').unwrap_or(text);
        let escaped = text
            .split('~')
            .skip(1)
            .all(|rest| rest.starts_with(['0', '1']));
        let valid = (text.is_empty() || text.starts_with('/')) && escaped;
        valid.then(|| Self(text.to_owned()))
    }

    /// The address of a member of this object.
    #[must_use]
    pub fn child(&self, name: &str) -> Self {
        let mut child = Self(String::with_capacity(self.0.len() + name.len() + 1));
        child.0.push_str(&self.0);
        child.push(name);
        child
    }

    /// The address of an element of this array.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        Self(format!("{}/{index}", self.0))
    }

    /// Goes down to a member, in place.
    pub fn push(&mut self, name: &str) {
        self.0.push('/');
        if !name.contains(['~', '/']) {
            self.0.push_str(name);
            return;
        }
        for character in name.chars() {
            match character {
                '~' => self.0.push_str("~0"),
                '/' => self.0.push_str("~1"),
                other => self.0.push(other),
            }
        }
    }

    /// Goes up by one, in place; does nothing at the root.
    pub fn pop(&mut self) {
        let parent = self.0.rfind('/').unwrap_or(0);
        self.0.truncate(parent);
    }

    /// The address of the node around this one; `None` at the root.
    pub fn parent(&self) -> Option<Self> {
        let end = self.0.rfind('/')?;
        self.0.get(..end).map(|parent| Self(parent.to_owned()))
    }

    /// The name or the index of this node in the one around it, decoded.
    pub fn last(&self) -> Option<Cow<'_, str>> {
        self.0.rsplit_once('/').map(|(_, segment)| decode(segment))
    }

    /// The names and indexes from the root down, decoded.
    pub fn segments(&self) -> impl Iterator<Item = Cow<'_, str>> {
        // What precedes the first `/` is nothing, never a segment.
        self.0.split('/').skip(1).map(decode)
    }

    /// Whether this is the whole document.
    pub fn is_root(&self) -> bool {
        self.0.is_empty()
    }

    /// The encoded text, without the `#`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether this node is `ancestor` or stands anywhere inside it.
    pub fn starts_with(&self, ancestor: &Self) -> bool {
        self.below(ancestor).is_some()
    }

    /// The encoded rest of this pointer below `ancestor`: empty for the node
    /// itself, `None` where it does not stand inside it.
    pub(crate) fn below(&self, ancestor: &Self) -> Option<&str> {
        let rest = self.0.strip_prefix(&ancestor.0)?;
        (rest.is_empty() || rest.starts_with('/')).then_some(rest)
    }

    /// This pointer continued by an encoded rest, as [`Self::below`] gives it.
    pub(crate) fn join(&self, rest: &str) -> Self {
        Self(format!("{}{rest}", self.0))
    }

    /// This pointer without an encoded rest that it ends with: what [`Self::below`] was asked of.
    pub(crate) fn without(&self, rest: &str) -> Self {
        Self(self.0.strip_suffix(rest).unwrap_or(&self.0).to_owned())
    }

    /// The node at this address in `tree`.
    pub fn get<'a>(&self, tree: &'a Value) -> Option<&'a Value> {
        self.segments().try_fold(tree, |node, segment| match node {
            Value::Object(members) => members.get(segment.as_ref()),
            Value::Array(elements) => elements.get(index(&segment)?),
            _ => None,
        })
    }
}

impl TryFrom<String> for Pointer {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Self::parse(&text).ok_or_else(|| {
            format!("`{text}` is no JSON pointer: write it as in `#/components/schemas/device`")
        })
    }
}

impl fmt::Display for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.0)
    }
}

/// Undoes `~1` and `~0`, in this order (RFC 6901, section 4).
/// The number that a segment is, where it is one of a list: without zeros or a sign in front (RFC
/// 6901, section 4).
fn index(segment: &str) -> Option<usize> {
    let is_plain = !segment.starts_with('+') && (segment == "0" || !segment.starts_with('0'));
    segment.parse().ok().filter(|_| is_plain)
}

fn decode(segment: &str) -> Cow<'_, str> {
    if segment.contains('~') {
        Cow::Owned(segment.replace("~1", "/").replace("~0", "~"))
    } else {
        Cow::Borrowed(segment)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn segments_are_encoded_and_decoded() {
        let names = ["a/b", "m~n", "~1", "", "%", "ü", " "];
        let pointer = names
            .iter()
            .fold(Pointer::root(), |pointer, name| pointer.child(name));
        assert_eq!(pointer.to_string(), "#/a~1b/m~0n/~01//%/ü/ ");
        assert!(pointer.segments().eq(names));
        assert_eq!(pointer.parent().unwrap().last().as_deref(), Some("ü"));
    }

    #[test]
    fn the_root_has_no_segments() {
        let mut root = Pointer::root();
        assert_eq!(
            (root.segments().count(), root.last(), root.parent()),
            (0, None, None)
        );
        root.pop();
        assert!(root.is_root());
        assert_eq!(root.child("").segments().collect::<Vec<_>>(), [""]);
    }

    #[test]
    fn only_whole_segments_are_ancestors() {
        let pointer = Pointer::parse("/a/bc/d").unwrap();
        assert!(pointer.starts_with(&Pointer::parse("/a/bc").unwrap()));
        assert!(!pointer.starts_with(&Pointer::parse("/a/b").unwrap()));
        assert!(pointer.starts_with(&Pointer::root()));
    }

    #[test]
    fn what_is_no_pointer_is_refused() {
        for text in ["a", "#a", "/~", "/~2", "/a~"] {
            assert_eq!(Pointer::parse(text), None, "{text}");
        }
    }
}
