//! How long the emitted crate takes to compile: alone, and with a program around it.

mod folder;
mod program;
mod rounds;

use std::path::PathBuf;

use anyhow::bail;
use lexopt::prelude::*;

use super::report::{Cell, Table, publish};
use super::statistics::Runs;
use super::{Common, named};
use crate::repository::root;
use folder::Folder;
use rounds::{Features, Variant, Verb};

/// What was asked for.
struct Arguments {
    common: Common,
    /// The emitted crate.
    ours: PathBuf,
    /// The feature of a single resource.
    feature: String,
    only: Vec<String>,
    /// Crates of other generators.
    theirs: Vec<(String, PathBuf)>,
    /// Programs that use crates of other generators.
    programs: Vec<(String, PathBuf)>,
}

/// What can be measured.
const PARTS: [&str; 3] = ["check", "build", "program"];

pub(super) fn run(args: lexopt::Parser) -> anyhow::Result<()> {
    let arguments = Arguments::parse(args)?;
    let ours = Folder::of("ours", &arguments.ours)?;
    let theirs: Vec<Folder> = arguments
        .theirs
        .iter()
        .map(|(name, path)| Folder::of(name, path))
        .collect::<anyhow::Result<_>>()?;
    let mut tables = vec![sizes(&ours, &theirs)];
    let folders: Vec<&Folder> = theirs.iter().chain([&ours]).collect();
    for (part, verb) in [("check", Verb::Check), ("build", Verb::Build)] {
        if arguments.has(part) {
            let variants = variants(&arguments, &theirs, &ours, verb);
            let runs = rounds::measure(&folders, &variants, arguments.common.runs)?;
            tables.push(times(verb, &folders, &variants, &runs));
        }
    }
    if arguments.has("program") {
        tables.push(program::measure(&ours, &arguments.programs)?);
    }
    publish("compile", &tables, arguments.common.json.as_deref())?;
    tables.iter().try_for_each(program::judge)
}

impl Arguments {
    fn parse(mut args: lexopt::Parser) -> anyhow::Result<Self> {
        let mut all = Self {
            common: Common::new(5),
            ours: root().join("generated/seam-api"),
            feature: "locks".to_owned(),
            only: PARTS.map(str::to_owned).to_vec(),
            theirs: Vec::new(),
            programs: Vec::new(),
        };
        while let Some(arg) = args.next()? {
            let Long(name) = arg else {
                return Err(arg.unexpected().into());
            };
            let name = name.to_owned();
            match all.common.take(&name, || args.value())? {
                None => {}
                Some("crate") => all.ours = args.value()?.into(),
                Some("feature") => all.feature = args.value()?.string()?,
                Some("only") => {
                    let parts = args.value()?.string()?;
                    all.only = parts.split(',').map(str::to_owned).collect();
                }
                Some("against") => all.theirs.push(folder(&args.value()?)?),
                Some("program") => all.programs.push(folder(&args.value()?)?),
                Some(other) => bail!("there is no option `--{other}`"),
            }
        }
        match all.only.iter().find(|part| !PARTS.contains(&part.as_str())) {
            Some(other) => bail!("`--only {other}` is none of {}", PARTS.join(", ")),
            None => Ok(all),
        }
    }

    fn has(&self, part: &str) -> bool {
        self.only.iter().any(|one| one == part)
    }
}

fn folder(text: &std::ffi::OsStr) -> anyhow::Result<(String, PathBuf)> {
    let (name, path) = named(text)?;
    Ok((name, path.into()))
}

/// Theirs as they are, and ours with every set of features.
fn variants(arguments: &Arguments, theirs: &[Folder], ours: &Folder, verb: Verb) -> Vec<Variant> {
    let of = |folder: usize, features: Features| Variant {
        folder,
        verb,
        features,
    };
    let mut sets = vec![Features::All, Features::Default];
    if ours.has_feature(&arguments.feature) {
        sets.push(Features::One(arguments.feature.clone()));
    }
    sets.push(Features::None);
    let default = (0..theirs.len()).map(|at| of(at, Features::Default));
    let ours = sets.into_iter().map(|features| of(theirs.len(), features));
    default.chain(ours).collect()
}

fn sizes(ours: &Folder, theirs: &[Folder]) -> Table {
    let mut table = Table::new(
        "What is emitted (`src/`)",
        &["crate", "files", "lines", "bytes"],
    );
    for folder in theirs.iter().chain([ours]) {
        table.row(vec![
            Cell::text(&folder.name),
            Cell::count(folder.source.files),
            Cell::count(folder.source.lines),
            Cell::count(folder.source.bytes),
        ]);
    }
    table
}

fn times(verb: Verb, folders: &[&Folder], variants: &[Variant], runs: &[Runs]) -> Table {
    let title = format!(
        "`cargo {verb}` of the crate alone, not incremental, dependencies there already; the ratio \
         is to the fastest of the others, by time on the clock"
    );
    let mut table = Table::new(
        title,
        &[
            "crate",
            "features",
            "wall",
            "wall least",
            "wall most",
            "processor",
            "processor least",
            "processor most",
            "memory",
            "ratio",
        ],
    );
    let is_ours = |variant: &Variant| variant.folder + 1 == folders.len();
    let others = variants.iter().zip(runs).filter(|(one, _)| !is_ours(one));
    let fastest = others
        .map(|(_, runs)| runs.wall().median())
        .min_by(f64::total_cmp);
    for (variant, runs) in variants.iter().zip(runs) {
        let (wall, cpu) = (runs.wall(), runs.cpu());
        let ratio = fastest.map_or(Cell::None, |theirs| Cell::Ratio(wall.median() / theirs));
        table.row(vec![
            Cell::text(&folders[variant.folder].name),
            Cell::text(variant.features.to_string()),
            Cell::Seconds(wall.median()),
            Cell::Seconds(wall.least()),
            Cell::Seconds(wall.most()),
            Cell::Seconds(cpu.median()),
            Cell::Seconds(cpu.least()),
            Cell::Seconds(cpu.most()),
            Cell::Bytes(runs.peak()),
            ratio,
        ]);
    }
    table
}
