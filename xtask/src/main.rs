//! `cargo xtask`: the project's commands, each a thin layer over a library.

#[cfg(unix)]
mod bench;
#[cfg(unix)]
mod corpus;
mod generate;
mod git;
mod history;
#[cfg(unix)]
mod installed;
#[cfg(unix)]
mod measure;
mod release;
mod roundtrip;
mod skew;
mod spec;
mod test;

use std::process::ExitCode;

use anyhow::bail;
use lexopt::prelude::*;

const USAGE: &str = "\
Usage: cargo xtask COMMAND

Commands:
  generate [--check] [--dry-run] [--strict] [--report-untyped] [--json]
                                    make generated/seam-api from spec/; with --check, only say
                                    whether it is up to date; with --dry-run, what would change
  roundtrip DOCUMENT…              read samples of every component schema with its type, write
                                    them back, and validate them
  skew OLD NEW                      read what a server of NEW sends with the client of OLD
  corpus DIR [--check N] [--seed S] [--markdown FILE] [--jobs N]
                                    generate from every document below DIR, and compile a sample
  bench compile|generate|decode|call|document
                                    measure; `cargo xtask bench` says more
  test                              run every check: formatting, lints, freshness, documentation,
                                    tests
  spec pull [VERSION|FILE|URL] [--out DIR]
                                    bring Seam's document, from its npm package without an argument
  spec diff OLD NEW                 say what the change from one document to another breaks
  spec history [FROM]               judge what `spec diff` says by all versions that there were
  spec lint [FILE] [--deny CODE]    say what is wrong with document, overlay and settings
  release prepare [--from REV|VERSION] [--date D]
                                    write the version that follows, and its entry in the changelog";

fn main() -> ExitCode {
    match run(lexopt::Parser::from_env()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(mut args: lexopt::Parser) -> anyhow::Result<()> {
    match args.next()? {
        Some(Short('h') | Long("help")) => {
            println!("{USAGE}");
            Ok(())
        }
        Some(Value(command)) => match command.string()?.as_str() {
            "generate" => generate::run(args),
            "roundtrip" => roundtrip::run(args),
            #[cfg(unix)]
            "corpus" => corpus::run(args),
            #[cfg(unix)]
            "bench" => bench::run(args),
            #[cfg(unix)]
            measure::COMMAND => measure::between(args),
            "test" => test::run(args),
            "skew" => skew::run(args),
            "spec" => spec::run(args),
            "release" => release::run(args),
            other => bail!("there is no command `{other}`\n\n{USAGE}"),
        },
        Some(other) => Err(other.unexpected().into()),
        None => bail!("which command?\n\n{USAGE}"),
    }
}
