//! `cargo xtask roundtrip`: do generated types lose anything?
//!
//! Of every component schema of a document, samples are drawn; the type that the schema became
//! reads them and writes them back; and an independent validator judges what comes out. A schema
//! that became plain JSON passes trivially, so what has no type is counted too.

mod crates;
mod outcome;

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, bail};
use lexopt::prelude::*;
use seamstress::api::{Api, Cause, TypeKind};

use outcome::Outcomes;

const USAGE: &str = "\
Usage: cargo xtask roundtrip DOCUMENT… [--samples N] [--seed N] [--values N] [--all]

  --samples N   random samples of each schema, beside those that cover it; 20 unless told
  --seed N      where random numbers begin; 1 unless told
  --values N    about how many values a sample holds; 160 unless told. Documents in which nearly
                everything refers to nearly everything take long with more than 40
  --all         list every schema that is not written back equal, and not only the invalid ones";

pub(crate) fn run(mut args: lexopt::Parser) -> anyhow::Result<()> {
    let (mut documents, mut all) = (Vec::<PathBuf>::new(), false);
    let mut drawn = Drawn {
        samples: 20,
        seed: 1,
        values: 160,
    };
    while let Some(arg) = args.next()? {
        match arg {
            Long("samples") => drawn.samples = args.value()?.parse()?,
            Long("seed") => drawn.seed = args.value()?.parse()?,
            Long("values") => drawn.values = args.value()?.parse()?,
            Long("all") => all = true,
            Short('h') | Long("help") => {
                println!("{USAGE}");
                return Ok(());
            }
            Value(path) => documents.push(path.into()),
            other => return Err(other.unexpected().into()),
        }
    }
    if documents.is_empty() {
        bail!("which document?\n\n{USAGE}");
    }
    let mut total = Outcomes::default();
    for path in documents {
        let outcomes = measure(&path, &drawn, all);
        match outcomes {
            Ok(outcomes) => total.add(outcomes),
            Err(error) => println!("{}: {error:#}", path.display()),
        }
    }
    println!("all: {total}");
    Ok(())
}

/// Which samples there are.
struct Drawn {
    samples: usize,
    seed: u64,
    values: usize,
}

fn measure(path: &Path, drawn: &Drawn, all: bool) -> anyhow::Result<Outcomes> {
    let made = crates::make(path)?;
    let output = Command::new(&made.binary)
        .arg(&made.document)
        .args([drawn.samples.to_string(), drawn.seed.to_string()])
        .arg(drawn.values.to_string())
        .output()
        .context("the program cannot be started")?;
    if !output.status.success() {
        bail!(
            "the program failed: {}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
    let outcomes = Outcomes::read(&String::from_utf8(output.stdout)?)?;
    println!("{}: {outcomes}; {}", path.display(), typed(&made.api));
    outcomes.list(all);
    let untyped = made.api.untyped.iter();
    for one in untyped.filter(|one| one.cause == Cause::Generator) {
        println!("  without a type: {}: {}", one.pointer, one.reason);
    }
    Ok(outcomes)
}

/// How many members there are, and how many schemas have no type.
fn typed(api: &Api) -> String {
    let members = api.types.iter().map(|definition| match &definition.kind {
        TypeKind::Object(_) => definition.kind.types().len(),
        _ => 0,
    });
    let members: usize = members.sum();
    let untyped = |cause| {
        let of_cause = api.untyped.iter().filter(|untyped| untyped.cause == cause);
        let count = of_cause.count();
        format!(
            "{count} ({:.2} %)",
            100.0 * count as f64 / members.max(1) as f64
        )
    };
    format!(
        "{members} members; without a type, by the document: {}, by the generator: {}",
        untyped(Cause::Document),
        untyped(Cause::Generator)
    )
}
