//! Where a file is: a path inside the folder of the document, or the address of something else.

use crate::document::reference::percent_decode;
use crate::document::uri::{folder, resolve, scheme};

/// The address of a file, or of a schema that states its own (`$id`).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(in crate::document) enum Address {
    /// A path below the root folder, with `/` between its steps, none of them `.` or `..`, and one
    /// at its end where it is that of a folder.
    Local(String),
    /// An absolute URI.
    Remote(String),
}

/// Why a reference names nothing that may be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::document) enum Refusal {
    /// It is a path from the root of the file system.
    Absolute,
    /// It leads out of the root folder.
    Outside,
    /// It is an address of this scheme, which is not one of the web.
    Scheme(String),
    /// It is an address of the web, and no copy of that is named.
    Unmapped,
    /// It is no reference (RFC 3986, section 4.1).
    Malformed,
    /// There is no such file, or none that can be read.
    Unreadable(String),
    /// The document has too many files, or too much in them.
    TooLarge,
}

impl Address {
    /// What `reference`, which has no fragment, names in a file of this address (RFC 3986,
    /// section 5.2).
    pub(super) fn join(&self, reference: &str) -> Result<Self, Refusal> {
        // A backslash is a plain character here, but parts folders on other systems.
        if reference.contains(['\\', '?']) || reference.chars().any(char::is_control) {
            return Err(Refusal::Malformed);
        }
        if scheme(reference).is_some() {
            return Ok(Self::Remote(reference.to_owned()));
        }
        match self {
            _ if reference.is_empty() => Ok(self.clone()),
            Self::Local(_) if reference.starts_with('/') => Err(Refusal::Absolute),
            Self::Local(base) => {
                let mut path = local(folder(base), &percent_decode(reference))?;
                if reference.ends_with('/') {
                    // What is relative to a folder is in it, and not beside it.
                    path.push('/');
                }
                Ok(Self::Local(path))
            }
            Self::Remote(base) => {
                let whole = resolve(base, reference).ok_or(Refusal::Malformed)?;
                Ok(Self::Remote(whole))
            }
        }
    }
}

/// The path `relative`, decoded, seen from `folder`: below the root folder, or refused.
pub(super) fn local(folder: &str, relative: &str) -> Result<String, Refusal> {
    // What was encoded is judged as it will be opened.
    if relative.contains('\\') || relative.chars().any(char::is_control) {
        return Err(Refusal::Malformed);
    }
    if relative.starts_with('/') {
        return Err(Refusal::Absolute);
    }
    let steps = folder.split('/').chain(relative.split('/'));
    let mut path: Vec<&str> = Vec::new();
    for step in steps {
        match step {
            "" | "." => {}
            ".." => drop(path.pop().ok_or(Refusal::Outside)?),
            // A drive, on systems that have such.
            step if step.contains(':') => return Err(Refusal::Malformed),
            step => path.push(step),
        }
    }
    if path.is_empty() {
        return Err(Refusal::Malformed);
    }
    Ok(path.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_stay_below_the_root() {
        let base = Address::Local("schemas/pets/dog.yaml".to_owned());
        let local = |path: &str| Ok(Address::Local(path.to_owned()));
        let remote = |path: &str| Ok(Address::Remote(path.to_owned()));
        for (reference, expected) in [
            ("cat.yaml", local("schemas/pets/cat.yaml")),
            ("./cat.yaml", local("schemas/pets/cat.yaml")),
            ("../owner.yaml", local("schemas/owner.yaml")),
            ("../../openapi.yaml", local("openapi.yaml")),
            ("a%20b.yaml", local("schemas/pets/a b.yaml")),
            ("", local("schemas/pets/dog.yaml")),
            ("cats/", local("schemas/pets/cats/")),
            ("../../../etc/passwd", Err(Refusal::Outside)),
            ("%2e%2e/%2e%2e/%2e%2e/x", Err(Refusal::Outside)),
            ("..%2f..%2f..%2fx", Err(Refusal::Outside)),
            ("%2Fetc/passwd", Err(Refusal::Absolute)),
            ("/etc/passwd", Err(Refusal::Absolute)),
            ("//host/x", Err(Refusal::Absolute)),
            ("..\\x", Err(Refusal::Malformed)),
            ("%5C%5Chost%5Cx", Err(Refusal::Malformed)),
            ("a%00b", Err(Refusal::Malformed)),
            ("a\nb", Err(Refusal::Malformed)),
            ("x?y", Err(Refusal::Malformed)),
            ("../..", Err(Refusal::Malformed)),
            ("file:///etc/passwd", remote("file:///etc/passwd")),
            (
                "https://a.example/b.json",
                remote("https://a.example/b.json"),
            ),
        ] {
            assert_eq!(base.join(reference), expected, "{reference}");
        }
    }

    #[test]
    fn references_are_seen_from_addresses_too() {
        let base = Address::Remote("https://a.example/b/c.json".to_owned());
        for (reference, expected) in [
            ("d.json", "https://a.example/b/d.json"),
            ("../d.json", "https://a.example/d.json"),
            ("../../../d.json", "https://a.example/d.json"),
            ("/d.json", "https://a.example/d.json"),
            ("//e.example/d.json", "https://e.example/d.json"),
            ("", "https://a.example/b/c.json"),
            ("d/", "https://a.example/b/d/"),
        ] {
            assert_eq!(
                base.join(reference),
                Ok(Address::Remote(expected.to_owned())),
                "{reference}"
            );
        }
        for base in ["https://a.example/d/", "https://a.example/d/c"] {
            let folder = Address::Remote("https://a.example/".to_owned());
            let base = folder.join(base).unwrap();
            let file = Address::Remote("https://a.example/d/e.json".to_owned());
            assert_eq!(base.join("e.json"), Ok(file));
        }
        let urn = Address::Remote("urn:a:b".to_owned());
        assert_eq!(urn.join("c"), Err(Refusal::Malformed));
    }
}
