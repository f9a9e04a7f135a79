//! The command `seamstress` in a process of its own, with limits, and how it ended.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, bail};
use serde::Deserialize;

use super::documents::Document;
use crate::repository::runtime;
use crate::{installed, measure};

/// How long a document may take, in seconds of processor time: load from elsewhere costs nothing.
pub(super) const SECONDS: u64 = 10;
/// How much memory a document may take.
pub(super) const GIGABYTES: u64 = 1;

/// The signal of a process that took more processor time than it may.
const OUT_OF_TIME: [i32; 2] = [24, 9];

/// The command.
pub(super) struct Seamstress {
    program: PathBuf,
    /// For what it prints.
    scratch: tempfile::TempDir,
}

/// A run of it.
#[derive(Debug)]
pub(super) struct Run {
    pub(super) ending: Ending,
    /// Processor time.
    pub(super) time: Duration,
    /// The most memory that it had at once, in bytes.
    pub(super) peak: u64,
    pub(super) counts: Counts,
    /// How many warnings there are of each code.
    pub(super) warnings: BTreeMap<String, usize>,
}

/// How a run ended.
#[derive(Debug)]
pub(super) enum Ending {
    Generated,
    /// With a complaint.
    Refused(String),
    /// With a panic, or by a signal.
    Crashed(String),
    TooSlow,
    TooLarge,
}

impl Ending {
    pub(super) fn is_good(&self) -> bool {
        matches!(self, Self::Generated)
    }
}

/// The part of the command's JSON that is read here.
#[derive(Deserialize)]
struct Output {
    diagnostics: Vec<Complaint>,
    counts: Counts,
}

#[derive(Deserialize)]
struct Complaint {
    severity: String,
    code: String,
    message: String,
    pointer: Option<String>,
}

/// How much was made.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Counts {
    pub(super) document_operations: usize,
    pub(super) operations: usize,
    pub(super) degraded_operations: usize,
    pub(super) untyped_by_document: usize,
    pub(super) untyped_by_generator: usize,
    pub(super) lines: usize,
}

impl Seamstress {
    /// Builds the command as it is installed: optimised.
    pub(super) fn build() -> anyhow::Result<Self> {
        Ok(Self {
            program: installed::build()?,
            scratch: tempfile::tempdir()?,
        })
    }

    /// Generates the crate of a document in memory, within the limits.
    pub(super) fn run(&self, document: &Document) -> Run {
        self.try_run(document).unwrap_or_else(|error| Run {
            ending: Ending::Crashed(format!("{error:#}")),
            time: Duration::ZERO,
            peak: 0,
            counts: Counts::default(),
            warnings: BTreeMap::new(),
        })
    }

    /// Generates the crate of a document into `folder`.
    pub(super) fn write(
        &self,
        document: &Document,
        folder: &Path,
        name: &str,
    ) -> anyhow::Result<()> {
        let output = Command::new(&self.program)
            .args(self.arguments(document, folder))
            .args(["--name", name])
            .output()?;
        if output.status.success() {
            return Ok(());
        }
        bail!("{}", first_error(&String::from_utf8_lossy(&output.stdout)))
    }

    fn arguments(&self, document: &Document, folder: &Path) -> Vec<std::ffi::OsString> {
        vec![
            "generate".into(),
            document.path.clone().into(),
            "--out".into(),
            folder.into(),
            "--runtime-path".into(),
            runtime().into(),
            "--json".into(),
        ]
    }

    fn try_run(&self, document: &Document) -> anyhow::Result<Run> {
        let file = |kind: &str| {
            let name = document.name.replace('/', "|");
            self.scratch.path().join(format!("{name}.{kind}"))
        };
        let (out, err) = (file("out"), file("err"));
        // The limits are the shell's: the soft one of time ends the process by a signal of its own.
        let limits = format!(
            "ulimit -v {} && ulimit -S -t {SECONDS} && exec \"$0\" \"$@\"",
            GIGABYTES * 1_000_000_000 / 1024
        );
        let since = Instant::now();
        let mut child = Command::new("sh")
            .args(["-c", &limits])
            .arg(&self.program)
            .args(self.arguments(document, &self.scratch.path().join("out")))
            .arg("--dry-run")
            .stdout(File::create(&out)?)
            .stderr(File::create(&err)?)
            .spawn()
            .context("`sh` cannot be run")?;
        let (status, cost) = measure::wait(&mut child, since)?;
        let text = fs::read_to_string(&out).unwrap_or_default();
        let complaint = String::from_utf8_lossy(&fs::read(&err).unwrap_or_default()).into_owned();
        fs::remove_file(&out)?;
        fs::remove_file(&err)?;
        let output: Option<Output> = serde_json::from_str(&text).ok();
        let mut warnings = BTreeMap::new();
        for one in output.iter().flat_map(|output| &output.diagnostics) {
            *warnings.entry(one.code.clone()).or_default() += 1;
        }
        Ok(Run {
            ending: ending(status, &text, &complaint),
            time: cost.cpu,
            peak: cost.peak,
            counts: output.map(|output| output.counts).unwrap_or_default(),
            warnings,
        })
    }
}

fn ending(status: std::process::ExitStatus, output: &str, complaint: &str) -> Ending {
    use std::os::unix::process::ExitStatusExt;
    if status.success() {
        return Ending::Generated;
    }
    if status
        .signal()
        .is_some_and(|signal| OUT_OF_TIME.contains(&signal))
    {
        return Ending::TooSlow;
    }
    if complaint.contains("memory allocation of") {
        return Ending::TooLarge;
    }
    if status.code() == Some(1) {
        return Ending::Refused(first_error(output));
    }
    let lines: Vec<&str> = complaint.trim().lines().take(3).collect();
    Ending::Crashed(format!("{status}: {}", lines.join(" ")))
}

/// The first error in the command's JSON.
fn first_error(output: &str) -> String {
    let output: Option<Output> = serde_json::from_str(output).ok();
    let errors = output.into_iter().flat_map(|output| output.diagnostics);
    let first = errors.into_iter().find(|one| one.severity == "error");
    first.map_or_else(
        || "no reason is given".to_owned(),
        |one| {
            let pointer = one.pointer.map(|at| format!(" at {at}"));
            format!(
                "{}: {}{}",
                one.code,
                one.message,
                pointer.unwrap_or_default()
            )
        },
    )
}
