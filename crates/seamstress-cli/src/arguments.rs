//! What can be asked for on the command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use seamstress::config::PackageName;
use seamstress::document::Pointer;
use seamstress::job::Job;

/// Where a configuration is looked for when neither it nor a document is named.
pub(crate) const CONFIG: &str = "seamstress.toml";

/// Sews typed Rust clients from OpenAPI documents.
#[derive(Debug, Parser)]
#[command(version, about, after_help = EXIT_CODES)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

const EXIT_CODES: &str = "\
Exit codes:
  0  all is well
  1  something was refused, or is not up to date
  2  the command line makes no sense";

const GENERATE_EXIT_CODES: &str = "\
Exit codes:
  0  written, or up to date; with `--dry-run`, whatever would be written
  1  something was refused; with `--check`, something would be written
  2  the command line makes no sense";

const LINT_EXIT_CODES: &str = "\
Exit codes:
  0  nothing is an error
  1  something is an error, or was denied
  2  the command line makes no sense";

const DIFF_EXIT_CODES: &str = "\
Exit codes:
  0  compared; with `--exit-code`, and nothing breaks
  1  with `--exit-code`: something breaks
  2  something could not be read, or the command line makes no sense";

/// The commands.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Make the crate of a document.
    #[command(after_help = GENERATE_EXIT_CODES)]
    Generate(Generate),
    /// Write a configuration for a document, with what was found in it.
    #[command(after_help = EXIT_CODES)]
    Init(Init),
    /// Say what is wrong with a document and its configuration; write nothing.
    #[command(after_help = EXIT_CODES)]
    Check(Check),
    /// Say what a node of the document became, by which rule, and where in the crate.
    #[command(after_help = EXIT_CODES)]
    Explain(Explain),
    /// Say what the change from one document to another breaks: for programs that compile with the
    /// crate, and for clients that run.
    #[command(after_help = DIFF_EXIT_CODES)]
    Diff(Diff),
    /// Say what is wrong with a document for all who read it, and which settings no longer fit it.
    #[command(after_help = LINT_EXIT_CODES)]
    Lint(Lint),
}

/// What is read, for every command.
#[derive(Args, Debug)]
pub(crate) struct Source {
    /// The document, in JSON or YAML; by default the one that the configuration names.
    pub(crate) document: Option<PathBuf>,
    /// The configuration; by default `seamstress.toml` in the current folder, if no document is
    /// named.
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    /// An OpenAPI Overlay to apply after those of the configuration; may be repeated.
    #[arg(long = "overlay", value_name = "FILE")]
    pub(crate) overlays: Vec<PathBuf>,
    /// A copy of what references name on the web, from where nothing is fetched: an address, or
    /// the beginning of addresses, and a file or a folder; may be repeated.
    #[arg(long = "map", value_name = "URL=PATH", value_parser = copy)]
    pub(crate) copies: Vec<(String, PathBuf)>,
    /// Let a warning be a failure, and write nothing then.
    #[arg(long)]
    pub(crate) strict: bool,
    /// Print one JSON object for machines on the standard output, and nothing else.
    #[arg(long)]
    pub(crate) json: bool,
    /// Show every warning, however many there are.
    #[arg(long, short, conflicts_with = "json")]
    pub(crate) verbose: bool,
}

/// `seamstress check`.
#[derive(Args, Debug)]
pub(crate) struct Check {
    #[command(flatten)]
    pub(crate) source: Source,
    /// List every value that has no type but JSON, and say whose fault that is.
    #[arg(long)]
    pub(crate) report_untyped: bool,
}

/// `seamstress explain`.
#[derive(Args, Debug)]
pub(crate) struct Explain {
    /// The JSON pointer of the node, as diagnostics name it: `#/components/schemas/Pet`.
    #[arg(value_parser = pointer)]
    pub(crate) pointer: Pointer,
    #[command(flatten)]
    pub(crate) source: Source,
}

/// `seamstress diff`.
#[derive(Args, Debug)]
pub(crate) struct Diff {
    /// The document as it was, in JSON or YAML.
    pub(crate) old: PathBuf,
    /// The document as it is.
    pub(crate) new: PathBuf,
    /// The configuration that the crate is made by, for both documents.
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    /// An OpenAPI Overlay to apply to both after those of the configuration; may be repeated.
    #[arg(long = "overlay", value_name = "FILE")]
    pub(crate) overlays: Vec<PathBuf>,
    /// How the changes are told.
    #[arg(long, value_enum, default_value = "terminal")]
    pub(crate) format: Format,
    /// Write there, instead of to the standard output.
    #[arg(long, short, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    /// Where the documentation of the crate is, as rustdoc makes it: paths of a page in HTML lead
    /// there.
    #[arg(long, value_name = "URL")]
    pub(crate) docs: Option<String>,
    /// Exit with 1 where something breaks.
    #[arg(long)]
    pub(crate) exit_code: bool,
}

/// How changes are told.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Format {
    /// In words, with the worst first.
    Terminal,
    /// In Markdown, for the description of a change.
    Markdown,
    /// As a page to look at, which needs no other file and no network.
    Html,
    /// As one JSON object, with everything.
    Json,
}

/// `seamstress lint`.
#[derive(Args, Debug)]
pub(crate) struct Lint {
    #[command(flatten)]
    pub(crate) source: Source,
    /// Let complaints of this code be errors; `all` means all warnings. May be repeated, or hold
    /// several with commas between them.
    #[arg(long, value_name = "CODE")]
    pub(crate) deny: Vec<String>,
    /// Show every complaint, and not the first of each code.
    #[arg(long)]
    pub(crate) all: bool,
}

/// `seamstress init`.
#[derive(Args, Debug)]
pub(crate) struct Init {
    /// The document, in JSON or YAML.
    pub(crate) document: PathBuf,
    /// The configuration to write.
    #[arg(long, value_name = "FILE", default_value = CONFIG)]
    pub(crate) config: PathBuf,
    /// The folder of the crate.
    #[arg(long, short, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,
    /// The name of the package; by default one after the document's title.
    #[arg(long, value_parser = package_name)]
    pub(crate) name: Option<PackageName>,
    /// Replace a configuration that is there already.
    #[arg(long)]
    pub(crate) force: bool,
    /// Print one JSON object for machines on the standard output, and nothing else.
    #[arg(long)]
    pub(crate) json: bool,
}

/// `seamstress generate`.
#[derive(Args, Debug)]
pub(crate) struct Generate {
    #[command(flatten)]
    pub(crate) source: Source,
    /// List every value that has no type but JSON, and say whose fault that is.
    #[arg(long)]
    pub(crate) report_untyped: bool,
    /// The folder of the crate; by default the one that the configuration names.
    #[arg(long, short, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,
    /// The name of the package; by default the configured one, or one after the document's title.
    #[arg(long, value_parser = package_name)]
    pub(crate) name: Option<PackageName>,
    /// The folder of `seamstress-runtime`, where it shall not come from the registry.
    #[arg(long, value_name = "DIR")]
    pub(crate) runtime_path: Option<PathBuf>,
    /// Write nothing, say what would be written, and fail if anything would.
    #[arg(long)]
    pub(crate) check: bool,
    /// Write nothing, and say which files would be added, changed and removed, with how many
    /// lines come and go.
    #[arg(long, conflicts_with = "check")]
    pub(crate) dry_run: bool,
}

impl Source {
    /// What is asked of the library.
    pub(crate) fn job(&self) -> Job {
        let by_default = || {
            let config = PathBuf::from(CONFIG);
            (self.document.is_none() && config.is_file()).then_some(config)
        };
        Job {
            config: self.config.clone().or_else(by_default),
            document: self.document.clone(),
            overlays: self.overlays.clone(),
            remote: self.copies.iter().cloned().collect(),
            strict: self.strict,
            ..Job::default()
        }
    }
}

impl Source {
    /// What is asked of the library where nothing is written.
    pub(crate) fn job_in_memory(&self) -> Job {
        let job = self.job();
        // Without a configuration nothing says where the crate would be, and nobody needs it.
        let output = job.config.is_none().then(|| PathBuf::from("client"));
        Job { output, ..job }
    }
}

impl Generate {
    /// What is asked of the library.
    pub(crate) fn job(&self) -> Job {
        Job {
            output: self.out.clone(),
            name: self.name.clone(),
            runtime: self.runtime_path.clone(),
            ..self.source.job()
        }
    }
}

fn package_name(text: &str) -> Result<PackageName, String> {
    PackageName::try_from(text.to_owned())
}

fn pointer(text: &str) -> Result<Pointer, String> {
    let pointer = Pointer::parse(text.strip_prefix('#').unwrap_or(text));
    pointer.ok_or_else(|| "write it as in `#/components/schemas/Pet`".to_owned())
}

fn copy(text: &str) -> Result<(String, PathBuf), String> {
    let parts = text
        .split_once('=')
        .filter(|(url, path)| !url.is_empty() && !path.is_empty());
    let (url, path) = parts.ok_or("write it as in `https://a.example/schemas/=schemas`")?;
    Ok((url.to_owned(), PathBuf::from(path)))
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_arguments_are_well_defined() {
        super::Arguments::command().debug_assert();
    }
}
