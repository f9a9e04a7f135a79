//! What is being done, on one line that is gone in the end; only where a terminal is attached.

use std::io::{IsTerminal, Write, stderr};

/// The line.
pub(crate) struct Progress {
    is_shown: bool,
}

impl Progress {
    /// A line that is shown where that is `wanted` and the standard error is a terminal that can
    /// go back.
    pub(crate) fn new(wanted: bool) -> Self {
        let is_dumb = std::env::var_os("TERM").is_some_and(|terminal| terminal == "dumb");
        Self {
            is_shown: wanted && stderr().is_terminal() && !is_dumb,
        }
    }

    /// Says what is being done now.
    pub(crate) fn step(&self, doing: &str) {
        self.print(&format!("\r\u{1b}[2K{doing} …"));
    }

    /// Takes the line away.
    pub(crate) fn done(&self) {
        self.print("\r\u{1b}[2K");
    }

    fn print(&self, text: &str) {
        if self.is_shown {
            let mut stderr = stderr().lock();
            // A terminal that is gone needs no progress.
            let _ = stderr.write_all(text.as_bytes());
            let _ = stderr.flush();
        }
    }
}
