//! The client of a document, as a program that reads answers.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use anyhow::{Context, bail};
use seamstress::config::PackageName;
use seamstress::diagnostic::Diagnostics;
use seamstress::output::{Mode, write};
use serde::Deserialize;

use super::documents::{Version, folder};
use crate::repository::{self, root};

/// The client of a document, as a running program: answers go in, and what reading them came to
/// comes out.
pub(super) struct Reader {
    program: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
    /// What it can read, by place.
    pub(super) answers: Vec<Readable>,
}

/// How the answer of one operation is read.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Readable {
    pub(super) method: String,
    pub(super) path: String,
}

/// What reading one answer came to.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Reading {
    pub(super) error: Option<String>,
    pub(super) corrections: Vec<String>,
    pub(super) rejected: Vec<String>,
    pub(super) unknown: usize,
    pub(super) lost: Vec<String>,
}

impl Reader {
    /// Generates the client of `version`, called `name`, and compiles and starts it.
    pub(super) fn build(name: &str, version: &Version) -> anyhow::Result<Self> {
        let safe: String = name
            .chars()
            .map(|c| {
                if c.is_ascii_alphanumeric() || c == '.' {
                    c
                } else {
                    '_'
                }
            })
            .collect();
        let place = folder().join("clients").join(&safe);
        // All are built into one folder, where Cargo takes packages of one name for one package.
        let safe = safe.replace('.', "-");
        let (program_name, package) = (format!("reader-{safe}"), format!("client-{safe}"));
        generate(version, &package, &place.join("client"))?;
        program(&program_name, &package, &place)?;
        let binary = compile(&program_name, &place)?;
        Self::start(&binary).with_context(|| format!("the client of {name}"))
    }

    fn start(binary: &Path) -> anyhow::Result<Self> {
        let mut program = Command::new(binary)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let (Some(input), Some(output)) = (program.stdin.take(), program.stdout.take()) else {
            bail!("it has no input or output");
        };
        let mut reader = Self {
            program,
            input,
            output: BufReader::new(output),
            answers: Vec::new(),
        };
        reader.answers = serde_json::from_str(&reader.line()?)?;
        Ok(reader)
    }

    /// Reads one answer as that of `self.answers[place]`.
    pub(super) fn read(&mut self, place: usize, answer: &str) -> anyhow::Result<Reading> {
        writeln!(self.input, "{place} {answer}")?;
        self.input.flush()?;
        Ok(serde_json::from_str(&self.line()?)?)
    }

    fn line(&mut self) -> anyhow::Result<String> {
        let mut line = String::new();
        if self.output.read_line(&mut line)? == 0 {
            bail!("it has ended: {:?}", self.program.try_wait());
        }
        Ok(line)
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        // It ends with its input; should it not, this ends it. There is nothing to do about an error.
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

fn generate(version: &Version, package: &str, output: &Path) -> anyhow::Result<()> {
    let mut config = version.config.clone();
    config.package.name = PackageName::try_from(package.to_owned()).map_err(anyhow::Error::msg)?;
    let runtime = repository::runtime();
    config.package.runtime_path = Some(runtime.display().to_string());
    let mut warnings = Diagnostics::default();
    let made = seamstress::crate_of(&version.document, &config, &mut warnings)
        .and_then(|(_, files)| write(output, files, Mode::Write));
    match made {
        Ok(_) => Ok(()),
        Err(diagnostics) => bail!("no client can be generated:\n{diagnostics}"),
    }
}

/// The program around the client.
fn program(name: &str, package: &str, place: &Path) -> anyhow::Result<()> {
    let manifest = format!(
        "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
         [dependencies]\n\
         client = {{ path = \"client\", package = \"{package}\", features = [\"testing\"] }}\n\
         serde_json = \"1\"\n\n[workspace]\n"
    );
    fs::create_dir_all(place.join("src"))?;
    fs::write(place.join("Cargo.toml"), manifest)?;
    fs::write(place.join("src/main.rs"), include_str!("reader_main.rs"))?;
    // The versions of dependencies that the workspace is tested with.
    fs::copy(root().join("Cargo.lock"), place.join("Cargo.lock"))?;
    Ok(())
}

fn compile(name: &str, place: &Path) -> anyhow::Result<std::path::PathBuf> {
    let target = folder().join("build");
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status = Command::new(cargo)
        .args(["build", "--quiet"])
        .current_dir(place)
        .env("CARGO_TARGET_DIR", &target)
        // It is built once, and runs once.
        .env("CARGO_INCREMENTAL", "0")
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .status()
        .context("cargo cannot be started")?;
    if !status.success() {
        bail!("the client in {} does not compile", place.display());
    }
    Ok(target.join("debug").join(name))
}
