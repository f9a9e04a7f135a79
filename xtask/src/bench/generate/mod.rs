//! What generating costs: over Seam's document, documents of a folder, and documents that grow.

mod contest;

use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use lexopt::prelude::*;

use super::report::{Cell, Table, publish};
use super::statistics::{Runs, slope};
use super::{Common, named, plot, synthetic};
use crate::corpus::documents;
use crate::repository::root;
use crate::{installed, measure};
use contest::Contestant;

/// Smaller documents are no part of slopes: what a process costs by itself would be most of it.
const LARGE: u64 = 1_000_000;

struct Arguments {
    common: Common,
    paths: Vec<PathBuf>,
    synthetic: bool,
    plot: Option<PathBuf>,
    theirs: Vec<Contestant>,
}

/// A document, and what it costs each contestant.
struct Entry {
    name: String,
    path: PathBuf,
    bytes: u64,
    is_synthetic: bool,
    /// `None` for a contestant that fails.
    runs: Vec<Option<Runs>>,
}

pub(super) fn run(args: lexopt::Parser) -> anyhow::Result<()> {
    let arguments = Arguments::parse(args)?;
    let scratch = tempfile::tempdir()?;
    let mut entries = entries(&arguments, scratch.path())?;
    let mut contestants = arguments.theirs;
    contestants.push(Contestant::ours(&installed::build()?));
    measure_all(
        &mut entries,
        &contestants,
        arguments.common.runs,
        scratch.path(),
    )?;
    let mut tables = vec![costs(&entries, &contestants)];
    tables.extend(slopes(&entries));
    if let Some(path) = &arguments.plot {
        let drawing = drawing(&entries);
        std::fs::write(path, drawing)
            .with_context(|| format!("`{}` cannot be written", path.display()))?;
    }
    publish("generate", &tables, arguments.common.json.as_deref())
}

impl Arguments {
    fn parse(mut args: lexopt::Parser) -> anyhow::Result<Self> {
        let mut all = Self {
            common: Common::new(5),
            paths: Vec::new(),
            synthetic: false,
            plot: None,
            theirs: Vec::new(),
        };
        while let Some(arg) = args.next()? {
            let name = match arg {
                Value(path) => {
                    all.paths.push(path.into());
                    continue;
                }
                Long(name) => name.to_owned(),
                other => return Err(other.unexpected().into()),
            };
            match all.common.take(&name, || args.value())? {
                None => {}
                Some("synthetic") => all.synthetic = true,
                Some("plot") => all.plot = Some(args.value()?.into()),
                Some("against") => {
                    let (name, command) = named(&args.value()?)?;
                    all.theirs.push(Contestant::new(name, command));
                }
                Some(other) => bail!("there is no option `--{other}`"),
            }
        }
        Ok(all)
    }
}

/// The documents that were asked for; Seam's where none was.
fn entries(arguments: &Arguments, scratch: &Path) -> anyhow::Result<Vec<Entry>> {
    let mut entries = Vec::new();
    let mut add = |name: String, path: PathBuf, is_synthetic| -> anyhow::Result<()> {
        let metadata = path
            .metadata()
            .with_context(|| format!("`{}`", path.display()))?;
        entries.push(Entry {
            name,
            bytes: metadata.len(),
            path,
            is_synthetic,
            runs: Vec::new(),
        });
        Ok(())
    };
    let seam = root().join("spec/openapi.json");
    if arguments.paths.is_empty() {
        add("seam".to_owned(), seam.clone(), false)?;
    }
    for path in &arguments.paths {
        if path.is_dir() {
            for document in documents::below(path)?.0 {
                add(document.name, document.path, false)?;
            }
        } else {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            add(name.into_owned(), path.clone(), false)?;
        }
    }
    if arguments.synthetic {
        for (name, path) in synthetic::write(&seam, scratch)? {
            add(name, path, true)?;
        }
    }
    entries.sort_by_key(|entry| (entry.is_synthetic, entry.bytes));
    Ok(entries)
}

/// Each document by each contestant, once per round.
fn measure_all(
    entries: &mut [Entry],
    contestants: &[Contestant],
    rounds: usize,
    scratch: &Path,
) -> anyhow::Result<()> {
    let out = scratch.join("out");
    for entry in &mut *entries {
        entry.runs = vec![Some(Runs::default()); contestants.len()];
    }
    for round in 1..=rounds {
        for entry in &mut *entries {
            for (contestant, runs) in contestants.iter().zip(&mut entry.runs) {
                let Some(of_all_rounds) = runs else {
                    continue;
                };
                match measure::run(&contestant.command(&entry.path, &out)) {
                    Ok(cost) => of_all_rounds.push(cost),
                    Err(error) => {
                        eprintln!("{}: {}: {error:#}", contestant.name, entry.name);
                        *runs = None;
                    }
                }
                if out.exists() {
                    std::fs::remove_dir_all(&out)?;
                }
            }
        }
        eprintln!("round {round} of {rounds}");
    }
    Ok(())
}

fn costs(entries: &[Entry], contestants: &[Contestant]) -> Table {
    let mut table = Table::new(
        "Generating, files written; the ratio is to the fastest of the others, by processor time",
        &[
            "document",
            "generator",
            "size",
            "wall",
            "processor",
            "memory",
            "processor per MB",
            "memory per MB",
            "ratio",
        ],
    );
    for entry in entries {
        let megabytes = entry.bytes as f64 / 1e6;
        let all = contestants.iter().zip(&entry.runs);
        let others = all.clone().filter(|(one, _)| !one.is_ours);
        let fastest = others
            .filter_map(|(_, runs)| Some(runs.as_ref()?.cpu().median()))
            .min_by(f64::total_cmp);
        for (contestant, runs) in all {
            let mut row = vec![
                Cell::text(&entry.name),
                Cell::text(&contestant.name),
                Cell::Bytes(entry.bytes),
            ];
            match runs {
                Some(runs) => {
                    let cpu = runs.cpu().median();
                    row.extend([
                        Cell::Seconds(runs.wall().median()),
                        Cell::Seconds(cpu),
                        Cell::Bytes(runs.peak()),
                        Cell::Seconds(cpu / megabytes),
                        Cell::Bytes((runs.peak() as f64 / megabytes) as u64),
                        fastest.map_or(Cell::None, |theirs| Cell::Ratio(cpu / theirs)),
                    ]);
                }
                None => row.push(Cell::text("fails")),
            }
            table.row(row);
        }
    }
    table
}

/// How cost grows with the size, where there are documents enough: 1 is in proportion to it.
fn slopes(entries: &[Entry]) -> Option<Table> {
    let large = entries
        .iter()
        .filter(|one| one.is_synthetic && one.bytes >= LARGE);
    let of = |figure: fn(&Runs) -> f64| -> Vec<(f64, f64)> { points(large.clone(), figure) };
    let mut table = Table::new(
        "How cost grows from 1 MB on: the exponent of the size, which is 1 where it is in proportion",
        &["of", "exponent"],
    );
    for (name, figure) in [
        ("processor time", cpu as fn(&Runs) -> f64),
        ("memory", memory),
    ] {
        table.row(vec![Cell::text(name), Cell::Ratio(slope(&of(figure))?)]);
    }
    Some(table)
}

/// Size and figure of each document that our generator takes.
fn points<'a>(
    entries: impl Iterator<Item = &'a Entry>,
    figure: fn(&Runs) -> f64,
) -> Vec<(f64, f64)> {
    entries
        .filter_map(|entry| {
            let ours = entry.runs.last()?.as_ref()?;
            Some((entry.bytes as f64, figure(ours)))
        })
        .collect()
}

fn cpu(runs: &Runs) -> f64 {
    runs.cpu().median()
}

fn memory(runs: &Runs) -> f64 {
    runs.peak() as f64
}

fn drawing(entries: &[Entry]) -> String {
    let panel = |title, unit, figure: fn(&Runs) -> f64| plot::Panel {
        title,
        unit,
        synthetic: points(entries.iter().filter(|one| one.is_synthetic), figure),
        real: points(entries.iter().filter(|one| !one.is_synthetic), figure),
    };
    plot::svg(&[
        panel("processor time", plot::Unit::Seconds, cpu),
        panel("peak memory", plot::Unit::Bytes, memory),
    ])
}
