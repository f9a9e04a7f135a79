//! Values of the configuration that must have a form.
//!
//! Each is checked while it is read, so that a wrong one is reported with its
//! line, and so that what leaves this module can be written into Rust source, a
//! manifest or a request without a second look.

use std::path::{Component, Path};

use serde::{Deserialize, Deserializer};

use super::PackageConfig;

/// The name of a crate: a letter, then letters, digits, `-` and `_`, all ASCII,
/// at most 64 of them, as package registries have it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(try_from = "String")]
pub struct PackageName(pub(super) String);

impl PackageName {
    /// The name as a manifest has it.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The name as Rust code has it: with `_` for `-`.
    pub fn in_code(&self) -> String {
        self.0.replace('-', "_")
    }
}

impl TryFrom<String> for PackageName {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let is_part =
            |character: char| character.is_ascii_alphanumeric() || "-_".contains(character);
        let starts_well = text.starts_with(|first: char| first.is_ascii_alphabetic());
        if starts_well && text.len() <= 64 && text.chars().all(is_part) {
            return Ok(Self(text));
        }
        Err(format!(
            "`{text}` is no name of a crate: use a letter, then letters, digits, `-` and `_`"
        ))
    }
}

/// A version as Semantic Versioning 2.0.0 has it: `1.2.3`, `1.2.3-rc.1+build`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Version(String);

impl Version {
    /// The version as it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Version {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let core = text.split(['-', '+']).next().unwrap_or_default();
        let numbers = core.split('.').map(is_version_number).collect::<Vec<_>>();
        let rest = text.get(core.len()..).unwrap_or_default();
        let is_rest =
            |character: char| character.is_ascii_alphanumeric() || "-+.".contains(character);
        if numbers == [true; 3] && rest.chars().all(is_rest) && !rest.ends_with(['-', '+', '.']) {
            return Ok(Self(text));
        }
        Err(format!(
            "`{text}` is no version: write three numbers, such as `0.1.0`"
        ))
    }
}

/// Digits without a leading zero (Semantic Versioning 2.0.0, section 2).
fn is_version_number(text: &str) -> bool {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits && (text == "0" || !text.starts_with('0'))
}

/// The name of a header: a token (RFC 9110, section 5.1), in small letters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(try_from = "String")]
pub struct HeaderName(String);

impl HeaderName {
    /// The name, in small letters.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for HeaderName {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let is_token =
            |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
        if !text.is_empty() && text.bytes().all(is_token) {
            return Ok(Self(text.to_ascii_lowercase()));
        }
        Err(format!(
            "`{text}` is no name of a header: use letters, digits and `-`"
        ))
    }
}

/// A Rust identifier that is no keyword.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(try_from = "String")]
pub struct RustName(String);

impl RustName {
    /// The identifier.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for RustName {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        match syn::parse_str::<syn::Ident>(&text) {
            // The parser skips white space and comments around the identifier, and
            // takes keywords in raw form, which not every place of Rust does.
            Ok(name) if name == text && !text.contains('#') => Ok(Self(text)),
            _ => Err(format!(
                "`{text}` is no Rust name: use letters, digits and `_`, no digit first, no keyword"
            )),
        }
    }
}

/// A text with the placeholders `{name}` and `{version}`, those of the package.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Template(String);

impl Template {
    /// The text with its placeholders filled in.
    pub fn fill(&self, package: &PackageConfig) -> String {
        // Neither a name nor a version can hold a brace, so the order is of no matter.
        self.0
            .replace("{name}", package.name.as_str())
            .replace("{version}", package.version.as_str())
    }
}

impl Default for Template {
    fn default() -> Self {
        Self("{name}/{version}".to_owned())
    }
}

impl TryFrom<String> for Template {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let fixed = text.replace("{name}", "").replace("{version}", "");
        if fixed.contains(['{', '}']) {
            return Err(format!(
                "`{text}`: the placeholders are `{{name}}` and `{{version}}`"
            ));
        }
        // What a header's value may hold (RFC 9110, section 5.5), ASCII only.
        if fixed.bytes().any(|byte| !(b' '..=b'~').contains(&byte)) {
            return Err(format!(
                "`{text}` cannot be a header: use printable ASCII characters"
            ));
        }
        Ok(Self(text))
    }
}

/// A path inside the emitted crate: relative, with `/`, never leading out of it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(try_from = "String")]
pub struct EmittedPath(String);

impl EmittedPath {
    /// The path, relative to the root of the emitted crate.
    pub fn as_path(&self) -> &Path {
        Path::new(&self.0)
    }
}

impl TryFrom<String> for EmittedPath {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let is_name = |part: Component<'_>| matches!(part, Component::Normal(_));
        // A backslash or a colon is a plain character here, but not on every system.
        let is_inside = Path::new(&text).components().all(is_name) && !text.contains(['\\', ':']);
        if !text.is_empty() && is_inside {
            return Ok(Self(text));
        }
        Err(format!(
            "`{text}` is no path inside the crate: use a relative path without `..`"
        ))
    }
}

/// Reads one text or a list of texts.
pub(super) fn one_or_many<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    input: D,
) -> Result<Vec<T>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged, expecting = "a text or a list of texts")]
    enum OneOrMany<T> {
        One(T),
        Many(Vec<T>),
    }
    Ok(match OneOrMany::deserialize(input)? {
        OneOrMany::One(text) => vec![text],
        OneOrMany::Many(texts) => texts,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Asserts which texts a type takes.
    fn check<T: TryFrom<String, Error = String>>(good: &[&str], bad: &[&str]) {
        for text in good {
            assert!(
                T::try_from((*text).to_owned()).is_ok(),
                "{text:?} is refused"
            );
        }
        for text in bad {
            let refusal = T::try_from((*text).to_owned()).err();
            assert!(
                refusal.is_some_and(|why| why.contains(text)),
                "{text:?} is taken"
            );
        }
    }

    #[test]
    fn each_form_takes_what_it_should() {
        check::<PackageName>(
            &["a", "seam-api", "x_1"],
            &["", "1a", "a b", "ä", "a/b", "a\"b"],
        );
        check::<Version>(
            &["0.1.0", "10.20.30", "1.0.0-rc.1", "1.0.0+x-y", "1.0.0-a+b"],
            &[
                "", "1", "1.2", "1.2.3.4", "01.2.3", "1.2.x", "1.2.3-", "1.2.3 ", "1.2.3-\"",
            ],
        );
        check::<HeaderName>(&["x-a", "X-A", "etag"], &["", "a b", "a:", "a\r\n", "ä"]);
        check::<RustName>(
            &["a", "Seam", "_x1", "größe"],
            &[
                "", "1a", "a b", "type", "Self", " a", "a/**/", "_", "r#type", "a::b",
            ],
        );
        check::<Template>(
            &["", "a/{version} ({name})"],
            &["{versoin}", "a{", "}", "a\r\nb", "ä"],
        );
        check::<EmittedPath>(
            &["a", "a/b.rs", "examples/tour.rs"],
            &["", "/a", "../a", "a/../../b", "a\\b", "C:/a", "./a"],
        );
    }
}
