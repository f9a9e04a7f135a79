//! `cargo xtask spec diff OLD NEW`: what the change from one version of the document to another
//! breaks, by the configuration and the overlay of `spec/`.

use std::fs;
use std::io::IsTerminal;
use std::path::PathBuf;
use std::str::FromStr;

use anyhow::{Context, anyhow, bail};
use lexopt::prelude::*;
use seamstress::config::Config;
use seamstress::diff::{Diff, Page, compare};
use seamstress::job::Job;

use super::versions;
use crate::repository::config;

pub(super) const USAGE: &str = "\
Usage: cargo xtask spec diff OLD NEW [--format terminal|markdown|html|json] [--out FILE]
                             [--docs URL] [--exit-code]

  OLD, NEW      files, versions of the npm package (1.724.0), or revisions of this repository
                (HEAD~3, git:REV)
  --format F    how the changes are told: `terminal` unless set
  --out FILE    write there, instead of to the standard output
  --docs URL    where the documentation of the crate is: paths of a page in HTML lead there
  --exit-code   exit with 1 where something breaks

Exit codes:
  0  compared; with --exit-code, and nothing breaks
  1  with --exit-code: something breaks
  2  something could not be read, or the command line makes no sense";

/// How it ended.
pub(crate) enum Ended {
    /// Compared, and nothing is to be complained about.
    Well,
    /// Something breaks, and that was asked for.
    Breaking,
}

/// How the changes are told.
#[derive(Clone, Copy, Default)]
enum Format {
    #[default]
    Terminal,
    Markdown,
    Html,
    Json,
}

impl FromStr for Format {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        match name {
            "terminal" => Ok(Self::Terminal),
            "markdown" => Ok(Self::Markdown),
            "html" => Ok(Self::Html),
            "json" => Ok(Self::Json),
            other => Err(format!("`{other}` is no format\n\n{USAGE}")),
        }
    }
}

/// What is asked for.
#[derive(Default)]
struct Asked {
    names: Vec<String>,
    format: Format,
    out: Option<PathBuf>,
    docs: Option<String>,
    exit_code: bool,
}

pub(crate) fn run(args: lexopt::Parser) -> anyhow::Result<Ended> {
    let Some(asked) = read(args)? else {
        println!("{USAGE}");
        return Ok(Ended::Well);
    };
    let [old, new] = asked.names.as_slice() else {
        bail!("two versions are compared\n\n{USAGE}");
    };
    let files = (versions::file_of(old)?, versions::file_of(new)?);
    let mut diff = compare(&job(files.0), &job(files.1)).map_err(|errors| anyhow!("{errors}"))?;
    // What people asked for says more than the file that it is kept in.
    diff.old.document.clone_from(old);
    diff.new.document.clone_from(new);
    let text = told(&diff, &asked)?;
    match &asked.out {
        Some(file) => fs::write(file, text).with_context(|| format!("{}", file.display()))?,
        None => print!("{text}"),
    }
    match asked.exit_code && diff.is_breaking() {
        true => Ok(Ended::Breaking),
        false => Ok(Ended::Well),
    }
}

/// The command line; nothing where help is asked for.
fn read(mut args: lexopt::Parser) -> anyhow::Result<Option<Asked>> {
    let mut asked = Asked::default();
    while let Some(arg) = args.next()? {
        match arg {
            Value(name) => asked.names.push(name.string()?),
            Long("format") => asked.format = args.value()?.parse()?,
            Long("out") => asked.out = Some(args.value()?.into()),
            Long("docs") => asked.docs = Some(args.value()?.string()?),
            Long("exit-code") => asked.exit_code = true,
            Short('h') | Long("help") => return Ok(None),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Some(asked))
}

fn told(diff: &Diff, asked: &Asked) -> anyhow::Result<String> {
    Ok(match asked.format {
        Format::Terminal => diff.terminal(asked.out.is_none() && std::io::stdout().is_terminal()),
        Format::Markdown => diff.markdown(),
        Format::Json => diff.json(),
        Format::Html => {
            let config = Config::load(config()).map_err(|errors| anyhow!("{errors}"))?;
            diff.html(&Page {
                version: Some(config.package.version.as_str().to_owned()),
                docs: asked.docs.clone(),
            })
        }
    })
}

fn job(document: PathBuf) -> Job {
    Job {
        config: Some(config()),
        document: Some(document),
        ..Job::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_that_there_is_not_is_refused_before_anything_is_read() {
        let asked = |format: &str| {
            let line = ["no-such-file", "nor-this", "--format", format];
            read(lexopt::Parser::from_args(line)).map(|_| ())
        };
        for format in ["terminal", "markdown", "html", "json"] {
            asked(format).unwrap();
        }
        let refusal = asked("xml").unwrap_err().to_string();
        assert!(refusal.contains("`xml` is no format"), "{refusal}");
    }
}
