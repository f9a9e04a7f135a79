//! Where a document is brought from: the npm package, a file, or an address.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, anyhow, bail, ensure};
use seamstress::document::Document;
use serde_json::Value;

use super::{module, source::Source};

/// No document is half as large; this only keeps a mistake small.
const MAX_BYTES: u64 = 256 << 20;

/// How long a server may take, in seconds.
const MAX_SECONDS: u32 = 60;

/// Where a document is brought from.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Origin {
    /// A version of the npm package, or a tag of it.
    Package(String),
    File(PathBuf),
    Url(String),
}

impl Origin {
    /// What a person names by `text`: an address has a scheme, a file is there or looks like a
    /// path, and anything else is a version.
    pub(crate) fn named(text: &str) -> Self {
        let is_url = ["https://", "http://"]
            .iter()
            .any(|scheme| text.starts_with(scheme));
        let ends = [".json", ".yaml", ".yml", ".js"];
        let is_path = text.contains(['/', '\\']) || ends.iter().any(|end| text.ends_with(end));
        if is_url {
            Self::Url(text.to_owned())
        } else if is_path || Path::new(text).is_file() {
            Self::File(PathBuf::from(text))
        } else {
            Self::Package(text.to_owned())
        }
    }

    /// Where the document of a record came from.
    pub(crate) fn of(source: &Source) -> Self {
        match (&source.url, &source.file) {
            (Some(url), _) => Self::Url(url.clone()),
            (None, Some(file)) => Self::File(PathBuf::from(file)),
            (None, None) => Self::Package(source.version.clone()),
        }
    }
}

/// The document in a file: JSON, YAML, or a JavaScript module like that of the package.
///
/// # Errors
///
/// Where the file cannot be read, or holds no OpenAPI document that a client can be made from.
pub(crate) fn read(file: &Path) -> anyhow::Result<Value> {
    let bytes = fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?;
    parse(&file.to_string_lossy(), bytes)
}

/// The document at an address, brought by `curl`.
///
/// # Errors
///
/// Where `curl` is missing, nothing comes from there, or what comes is no OpenAPI document.
pub(crate) fn fetch(url: &str) -> anyhow::Result<Value> {
    // By the ordinary client, as packages are by npm: it knows the proxies and certificates of the
    // machine, and a library would be built with every task.
    let output = Command::new("curl")
        .args(["--fail", "--silent", "--show-error", "--location"])
        .args(["--proto", "=https,http", "--proto-redir", "=https,http"])
        .args(["--max-time", &MAX_SECONDS.to_string()])
        .args(["--max-filesize", &MAX_BYTES.to_string()])
        .args(["--", url])
        .stdin(Stdio::null())
        .output()
        .context("curl, which brings documents from the web, cannot be run")?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        bail!("{url} cannot be brought: {}", said.trim());
    }
    parse(url, output.stdout)
}

fn parse(name: &str, bytes: Vec<u8>) -> anyhow::Result<Value> {
    ensure!(
        bytes.len() as u64 <= MAX_BYTES,
        "{name} is too large for a document"
    );
    let text = String::from_utf8(bytes).map_err(|_| anyhow!("{name} is no text in UTF-8"))?;
    if name.ends_with(".js") {
        return module::parse(&text).with_context(|| name.to_owned());
    }
    // Read as the generator reads it first: its complaints have line and advice.
    Document::from_text(name, text.as_str(), []).map_err(|errors| anyhow!("{errors}"))?;
    if let Ok(document) = serde_json::from_str(&text) {
        return Ok(document);
    }
    serde_saphyr::from_str(&text).with_context(|| format!("{name} cannot be read as YAML"))
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};
    use std::net::TcpListener;

    use super::*;

    const DOCUMENT: &str = "openapi: 3.0.3\ninfo: {title: Pets, version: '7'}\npaths: {}\n";

    #[test]
    fn what_is_named_is_a_version_a_file_or_an_address() {
        for (text, expected) in [
            ("1.977.0", Origin::Package("1.977.0".into())),
            ("latest", Origin::Package("latest".into())),
            ("openapi.json", Origin::File("openapi.json".into())),
            ("./a/b", Origin::File("./a/b".into())),
            (
                "https://a.example/b.json",
                Origin::Url("https://a.example/b.json".into()),
            ),
        ] {
            assert_eq!(Origin::named(text), expected);
        }
    }

    #[test]
    fn texts_of_all_kinds_are_read() {
        let json =
            r#"{"openapi": "3.0.3", "info": {"title": "Pets", "version": "7"}, "paths": {}}"#;
        let module = format!("export default {json};");
        for (name, text) in [("a.yaml", DOCUMENT), ("a.json", json), ("a.js", &module)] {
            let document = parse(name, text.into()).unwrap();
            assert_eq!(document["info"]["version"], "7", "{name}");
        }
        for text in ["", "<html></html>", "a: 1", "[1"] {
            assert!(parse("a.yaml", text.into()).is_err(), "{text}");
        }
    }

    #[test]
    fn addresses_are_fetched() {
        // Where there is no curl, the command says so, and there is nothing else to see.
        if Command::new("curl").arg("--version").output().is_err() {
            let is_wanted = std::env::var_os("CI").is_some();
            assert!(!is_wanted, "curl is missing, and CI is set");
            eprintln!("skipped: curl is missing");
            return;
        }
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let server = std::thread::spawn(move || {
            for status in ["200 OK", "404 Not Found"] {
                let (mut stream, _) = listener.accept().unwrap();
                let _ = stream.read(&mut [0; 4096]).unwrap();
                let length = DOCUMENT.len();
                let head = format!(
                    "HTTP/1.1 {status}\r\nconnection: close\r\ncontent-length: {length}\r\n\r\n"
                );
                stream
                    .write_all(format!("{head}{DOCUMENT}").as_bytes())
                    .unwrap();
            }
        });
        let url = format!("http://{address}/openapi.yaml");
        assert_eq!(fetch(&url).unwrap()["info"]["version"], "7");
        let refusal = format!("{:#}", fetch(&url).unwrap_err());
        assert!(refusal.contains("404"), "{refusal}");
        server.join().unwrap();
    }
}
