//! What a child process costs: time, processor time and memory, its own children included.

use std::fs::File;
use std::io::{Read, Seek};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, bail};
use wait4::Wait4;

/// How many lines of a failed command's complaint are shown.
const LINES: usize = 30;

/// What one run costs.
#[derive(Clone, Copy, Debug, Default)]
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
pub(crate) fn run(command: &mut Command) -> anyhow::Result<Cost> {
    let mut complaint = tempfile::tempfile()?;
    command.stdin(Stdio::null()).stdout(Stdio::null());
    command.stderr(complaint.try_clone()?);
    let since = Instant::now();
    let mut child = command
        .spawn()
        .with_context(|| format!("{} cannot be run", command.get_program().display()))?;
    let (status, cost) = wait(&mut child, since)?;
    if !status.success() {
        bail!("{command:?}: {status}\n{}", last_lines(&mut complaint)?);
    }
    Ok(cost)
}

fn last_lines(file: &mut File) -> std::io::Result<String> {
    let mut bytes = Vec::new();
    file.rewind()?;
    file.read_to_end(&mut bytes)?;
    let text = String::from_utf8_lossy(&bytes);
    let lines: Vec<&str> = text.lines().collect();
    Ok(lines[lines.len().saturating_sub(LINES)..].join("\n"))
}
