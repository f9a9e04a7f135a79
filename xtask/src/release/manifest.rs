//! The version in the configuration, from which the emitted `Cargo.toml` has it.

use anyhow::{Context, ensure};

/// The version of the package.
///
/// # Errors
///
/// Where the text is no configuration, or has no version.
pub(crate) fn version(text: &str) -> anyhow::Result<String> {
    let table: toml::Table = text.parse()?;
    let version = table
        .get("package")
        .and_then(|package| package.get("version")?.as_str());
    Ok(version
        .context("the configuration has no `package.version`")?
        .to_owned())
}

/// The configuration with this version, and everything else as people wrote it.
///
/// # Errors
///
/// Where the version is not on a line of its own in `[package]`.
pub(crate) fn with_version(text: &str, version: &str) -> anyhow::Result<String> {
    let mut is_package = false;
    let mut out = String::new();
    for line in text.split_inclusive('\n') {
        let trimmed = line.trim();
        if trimmed.starts_with('[') {
            is_package = trimmed == "[package]";
        }
        let key = trimmed.split('=').next().unwrap_or_default().trim();
        match is_package && key == "version" {
            true => out.push_str(&format!("version = \"{version}\"\n")),
            false => out.push_str(line),
        }
    }
    ensure!(
        self::version(&out)? == version,
        "the version has to be on a line of its own in `[package]`"
    );
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_version_of_the_package_is_other() {
        let text = "# A comment.\n[package]\nname = \"a\"\nversion = \"0.1.0\"\n\n[other]\nversion = \"3\"\n";
        let changed = with_version(text, "0.2.0").unwrap();
        assert_eq!(changed, text.replace("0.1.0", "0.2.0"));
        assert_eq!(version(&changed).unwrap(), "0.2.0");
        assert!(with_version("package = { version = \"1.0.0\" }\n", "2.0.0").is_err());
        assert!(version("[package]\n").is_err());
    }
}
