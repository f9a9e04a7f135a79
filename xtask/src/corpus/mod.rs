//! `cargo xtask corpus`: what the generator makes of many documents that nobody here has seen.
//!
//! Each document is given to the command `seamstress`, as users have it, in a process of its own
//! with limits of time and memory, so that one that breaks it costs itself only.

mod child;
mod compile;
pub(crate) mod documents;
mod sample;
mod table;

use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

use anyhow::{Context, bail};
use lexopt::prelude::*;

use child::{Run, Seamstress};
use documents::Document;

const USAGE: &str = "\
Usage: cargo xtask corpus DIR [--check N] [--seed S] [--jobs N] [--markdown FILE]

  DIR              a folder, below which every document is generated from
  --check N        compile the crates of N of them; none unless told
  --seed S         which ones these are; 1 unless told
  --jobs N         how many at once; as many as there are processors unless told
  --markdown FILE  write the tables of docs/corpus.md there";

/// What was asked for.
struct Arguments {
    folder: PathBuf,
    check: usize,
    seed: u64,
    markdown: Option<PathBuf>,
    jobs: usize,
}

pub(crate) fn run(args: lexopt::Parser) -> anyhow::Result<()> {
    let Some(arguments) = Arguments::parse(args)? else {
        println!("{USAGE}");
        return Ok(());
    };
    let seamstress = Seamstress::build()?;
    let (documents, others) = documents::below(&arguments.folder)?;
    if documents.is_empty() {
        let folder = arguments.folder.display();
        bail!("there is no OpenAPI document below `{folder}`");
    }
    eprintln!("{} documents, {others} other files", documents.len());
    let runs = all(&seamstress, &documents, arguments.jobs);
    let chosen = sample::choose(&documents, arguments.check, arguments.seed);
    let checked = if chosen.is_empty() {
        None
    } else {
        eprintln!("compiling {} of them", chosen.len());
        Some(compile::check(&seamstress, &documents, &chosen)?)
    };
    let report = table::report(&documents, &runs, checked.as_deref());
    println!("{report}");
    if let Some(path) = &arguments.markdown {
        std::fs::write(path, &report)
            .with_context(|| format!("`{}` cannot be written", path.display()))?;
    }
    let failed = runs.iter().filter(|run| !run.ending.is_good()).count();
    let broken = checked.iter().flatten().filter(|one| !one.is_good());
    match (failed, broken.count()) {
        (0, 0) => Ok(()),
        (failed, broken) => bail!("{failed} documents fail, and {broken} crates do not compile"),
    }
}

/// From how many bytes on a document is run alone. What takes seconds takes half as long again beside
/// another process: processors share caches, and often more.
const ALONE: u64 = 10_000_000;

/// The runs of all documents, in their order, several at a time.
fn all(seamstress: &Seamstress, documents: &[Document], jobs: usize) -> Vec<Run> {
    let next = AtomicUsize::new(0);
    let is_alone = |document: &Document| document.length >= ALONE;
    let large = documents.iter().enumerate();
    let large = large.filter(|(_, document)| is_alone(document));
    let large = large.map(|(at, document)| (at, seamstress.run(document)));
    let done = Mutex::new(large.collect::<Vec<_>>());
    thread::scope(|scope| {
        for _ in 0..jobs {
            scope.spawn(|| {
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some(document) = documents.get(at) else {
                        break;
                    };
                    if is_alone(document) {
                        continue;
                    }
                    let run = seamstress.run(document);
                    let mut done = done.lock().unwrap_or_else(PoisonError::into_inner);
                    done.push((at, run));
                    if done.len().is_multiple_of(200) {
                        eprintln!("{} of {}", done.len(), documents.len());
                    }
                }
            });
        }
    });
    let mut done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, run)| run).collect()
}

impl Arguments {
    /// Reads the command line; nothing where help is asked for.
    fn parse(mut args: lexopt::Parser) -> anyhow::Result<Option<Self>> {
        let mut folder = None;
        let mut arguments = Self {
            folder: PathBuf::new(),
            check: 0,
            seed: 1,
            markdown: None,
            jobs: thread::available_parallelism().map_or(1, usize::from),
        };
        while let Some(arg) = args.next()? {
            match arg {
                Long("check") => arguments.check = args.value()?.parse()?,
                Long("seed") => arguments.seed = args.value()?.parse()?,
                Long("markdown") => arguments.markdown = Some(args.value()?.into()),
                Long("jobs") => arguments.jobs = args.value()?.parse()?,
                Value(path) if folder.is_none() => folder = Some(PathBuf::from(path)),
                Short('h') | Long("help") => return Ok(None),
                other => return Err(other.unexpected().into()),
            }
        }
        arguments.folder = folder.with_context(|| format!("which folder?\n\n{USAGE}"))?;
        if arguments.jobs == 0 {
            bail!("`--jobs` must be at least 1");
        }
        Ok(Some(arguments))
    }
}
