//! The configuration of those who have none: all defaults, and a name after the document.

use std::path::{Path, PathBuf};

use super::{Config, PackageName};

/// Names that a package cannot well have: Rust's own crates, and those that emitted crates use.
const TAKEN: [&str; 13] = [
    "alloc",
    "build",
    "core",
    "deps",
    "examples",
    "futures",
    "incremental",
    "proc-macro",
    "seamstress-runtime",
    "std",
    "test",
    "tests",
    "tokio",
];

/// The longest name that is made of a title.
const LONGEST: usize = 48;

/// What is there before the document, its name and the output are filled in.
const MINIMAL: &str = "[package]\nname = \"client\"\nversion = \"0.1.0\"\noutput = \"client\"\n\
                       [document]\npath = \"openapi.json\"\n";

impl Config {
    /// The configuration of a document for which nothing is configured: everything has its
    /// default.
    ///
    /// ```
    /// use seamstress::config::{Config, PackageName};
    ///
    /// let config = Config::minimal(PackageName::of_title("Pet Store API"), "pets.yaml", "out");
    /// assert_eq!(config.package.name.as_str(), "pet-store");
    /// assert_eq!(config.user_agent(), "pet-store/0.1.0");
    /// ```
    ///
    /// # Panics
    ///
    /// Never: the text that it starts from is a constant, and a test reads it.
    #[must_use]
    #[allow(
        clippy::expect_used,
        reason = "the text is a constant, and a test reads it"
    )]
    pub fn minimal(
        name: PackageName,
        document: impl Into<PathBuf>,
        output: impl Into<PathBuf>,
    ) -> Self {
        let mut config: Self = toml::from_str(MINIMAL).expect("the constant is a configuration");
        config.package.name = name;
        config.package.output = output.into();
        config.document.path = document.into();
        config
    }
}

impl PackageName {
    /// The name of a package for an API with this title: `pet-store` for "Pet Store API (v2)".
    ///
    /// Words that say no more than that it is an API are left out, and so is what stands in
    /// brackets.
    #[must_use]
    pub fn of_title(title: &str) -> Self {
        let outside = title.split(['(', '[']).next().unwrap_or_default();
        let full = words(outside);
        let is_said_anyway =
            |word: &String| ["api", "apis", "openapi", "rest", "the"].contains(&word.as_str());
        let mut telling = full.clone();
        telling.retain(|word| !is_said_anyway(word));
        let words = if telling.is_empty() { full } else { telling };
        let mut name = String::new();
        for word in words {
            if !name.is_empty() && name.len() + word.len() >= LONGEST {
                break;
            }
            if !name.is_empty() {
                name.push('-');
            }
            name.extend(word.chars().take(LONGEST));
        }
        if name.is_empty() {
            name = "client".to_owned();
        }
        if !name.starts_with(|first: char| first.is_ascii_alphabetic()) {
            name.insert_str(0, "api-");
        }
        let in_code = name.replace('-', "_");
        if TAKEN.contains(&name.as_str()) || syn::parse_str::<syn::Ident>(&in_code).is_err() {
            name.push_str("-client");
        }
        Self(name)
    }

    /// The name of a package for the file of a document, where the document has no title.
    #[must_use]
    pub fn of_file(file: &Path) -> Self {
        let stem = file.file_stem().unwrap_or_default().to_string_lossy();
        Self::of_title(&stem)
    }
}

/// The words of a title, in small ASCII letters and digits.
fn words(text: &str) -> Vec<String> {
    text.split(|character: char| !character.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_becomes_the_name_of_a_package() {
        for (title, name) in [
            ("Pet Store API (v2)", "pet-store"),
            ("The Stripe REST API", "stripe"),
            ("API", "api"),
            ("  ", "client"),
            ("日本語", "client"),
            ("1Password Connect", "api-1password-connect"),
            ("Test", "test-client"),
            ("crate", "crate-client"),
            ("tokio", "tokio-client"),
            ("../../etc/passwd", "etc-passwd"),
        ] {
            assert_eq!(PackageName::of_title(title).as_str(), name, "{title}");
        }
    }

    #[test]
    fn every_name_is_one_that_a_configuration_may_state() {
        let long = "An Enormous Title ".repeat(40);
        let longest_word = "x".repeat(300);
        for title in [long.as_str(), &longest_word, "\u{0}\"}\n", "9", "a-"] {
            let name = PackageName::of_title(title);
            assert_eq!(
                PackageName::try_from(name.as_str().to_owned()).as_ref(),
                Ok(&name)
            );
        }
    }

    #[test]
    fn the_file_names_what_has_no_title() {
        let keyword = PackageName::of_file(Path::new("documents/box.yaml"));
        assert_eq!(keyword.as_str(), "box-client");
        let name = PackageName::of_file(Path::new("documents/pets.yaml"));
        assert_eq!(name.as_str(), "pets");
        let config = Config::minimal(name, "documents/pets.yaml", "out");
        assert_eq!(config.package.output, Path::new("out"));
        assert!(config.pagination.is_none());
    }
}
