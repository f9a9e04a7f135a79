//! `seamstress`: typed Rust clients from OpenAPI documents, on the command line.
//!
//! A thin layer over the library `seamstress`: [`arguments`] says what can be asked for, one file
//! per command asks the library, and [`report`] tells people and machines what came of it.
//!
//! The exit code is 0 where all is well, 1 where something was refused or is not up to date, and
//! 2 where the command line makes no sense. `diff` has codes of its own, as its help says.

mod arguments;
mod check;
mod diff;
mod explain;
mod generate;
mod init;
mod lint;
mod report;

use std::process::ExitCode;

use clap::Parser;

use arguments::{Arguments, Command};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let outcome = match &arguments.command {
        Command::Generate(generate) => generate::run(generate),
        Command::Init(init) => init::run(init),
        Command::Check(check) => check::run(check),
        Command::Explain(explain) => explain::run(explain),
        Command::Diff(diff) => return diff::run(diff),
        Command::Lint(lint) => return lint::run(lint),
    };
    if outcome.ok {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
