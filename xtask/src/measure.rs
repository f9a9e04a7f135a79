//! What a child process costs: time, processor time and memory, its own children included.

use std::fs::File;
use std::io::{Read, Seek};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, bail};
use serde::{Deserialize, Serialize};
use wait4::Wait4;

/// How many lines of a failed command's complaint are shown.
const LINES: usize = 30;

/// The command of `xtask` that stands between.
pub(crate) const COMMAND: &str = "run-measured";

/// What one run costs.
#[derive(Clone, Copy, Debug, Default, Deserialize, Serialize)]
pub(crate) struct Cost {
    /// Time on the clock.
    pub(crate) wall: Duration,
    /// Processor time, of all threads and of the children that were waited for.
    pub(crate) cpu: Duration,
    /// The most memory that one of its processes had at once, in bytes.
    pub(crate) peak: u64,
}

/// Waits for a child that was started at `since`.
pub(crate) fn wait(child: &mut Child, since: Instant) -> std::io::Result<(ExitStatus, Cost)> {
    let ended = child.wait4()?;
    let cost = Cost {
        wall: since.elapsed(),
        cpu: ended.rusage.utime + ended.rusage.stime,
        peak: ended.rusage.maxrss,
    };
    Ok((ended.status, cost))
}

/// Runs a command that has to succeed. What it prints is shown only where it fails.
///
/// It is the child of another, small process ([`between`]): on Linux, the peak of a new process
/// begins with the memory of the one that started it, and this one may have become large.
pub(crate) fn run(command: &Command) -> anyhow::Result<Cost> {
    let mut complaint = tempfile::tempfile()?;
    let figures = tempfile::NamedTempFile::new()?;
    let mut small = Command::new(std::env::current_exe()?);
    small.arg(COMMAND).arg(figures.path());
    small.arg(command.get_program()).args(command.get_args());
    if let Some(folder) = command.get_current_dir() {
        small.current_dir(folder);
    }
    for (name, value) in command.get_envs() {
        match value {
            Some(value) => small.env(name, value),
            None => small.env_remove(name),
        };
    }
    let status = small
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(complaint.try_clone()?)
        .status()?;
    if !status.success() {
        bail!("{command:?}: {status}\n{}", last_lines(&mut complaint)?);
    }
    serde_json::from_slice(&std::fs::read(figures.path())?).context("what a command cost")
}

/// `cargo xtask run-measured FILE PROGRAM ARGUMENT…`: runs a program, and writes to a file what it
/// cost. It is for [`run`] alone.
pub(crate) fn between(mut args: lexopt::Parser) -> anyhow::Result<()> {
    let mut args = args.raw_args()?;
    let (file, program) = args.next().zip(args.next()).context("what shall be run?")?;
    let since = Instant::now();
    let mut child = Command::new(&program)
        .args(args)
        .spawn()
        .with_context(|| format!("{} cannot be run", program.display()))?;
    let (status, cost) = wait(&mut child, since)?;
    if !status.success() {
        bail!("{status}");
    }
    Ok(std::fs::write(file, serde_json::to_vec(&cost)?)?)
}

fn last_lines(file: &mut File) -> std::io::Result<String> {
    let mut bytes = Vec::new();
    file.rewind()?;
    file.read_to_end(&mut bytes)?;
    let text = String::from_utf8_lossy(&bytes);
    let lines: Vec<&str> = text.lines().collect();
    Ok(lines[lines.len().saturating_sub(LINES)..].join("\n"))
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        reason = "the helpers of a test fail as a test does"
    )]

    use super::*;

    #[test]
    fn what_a_child_costs_is_told() {
        let since = Instant::now();
        let mut child = Command::new("sh").args(["-c", "exit 3"]).spawn().unwrap();
        let (status, cost) = wait(&mut child, since).unwrap();
        assert_eq!(status.code(), Some(3));
        assert!(cost.wall >= cost.cpu / 64 && cost.peak > 0, "{cost:?}");
    }
}
