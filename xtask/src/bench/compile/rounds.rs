//! Crates compiled alone, in rounds: each variant once per round, so that all meet the same
//! conditions.

use std::fmt;
use std::path::Path;
use std::process::Command;

use crate::bench::statistics::Runs;
use crate::measure;

use super::folder::Folder;

/// What Cargo is asked to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verb {
    Check,
    Build,
}

impl fmt::Display for Verb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Check => "check",
            Self::Build => "build",
        })
    }
}

/// A set of features.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Features {
    All,
    Default,
    One(String),
    None,
}

impl Features {
    fn arguments(&self) -> Vec<&str> {
        match self {
            Self::All => vec!["--all-features"],
            Self::Default => vec![],
            Self::One(name) => vec!["--no-default-features", "--features", name],
            Self::None => vec!["--no-default-features"],
        }
    }
}

impl fmt::Display for Features {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::All => f.write_str("all"),
            Self::Default => f.write_str("default"),
            Self::One(name) => write!(f, "`{name}`"),
            Self::None => f.write_str("none"),
        }
    }
}

/// One thing to measure.
#[derive(Clone, Debug)]
pub(super) struct Variant {
    /// Its place among the folders.
    pub(super) folder: usize,
    pub(super) verb: Verb,
    pub(super) features: Features,
}

/// What every variant costs, `rounds` times.
pub(super) fn measure(
    folders: &[&Folder],
    variants: &[Variant],
    rounds: usize,
) -> anyhow::Result<Vec<Runs>> {
    let target = tempfile::tempdir()?;
    let mut runs = vec![Runs::default(); variants.len()];
    // The first round builds the dependencies, and is not counted.
    for round in 0..=rounds {
        for (variant, runs) in variants.iter().zip(&mut runs) {
            let folder = folders[variant.folder];
            measure::run(
                cargo(target.path())
                    .args(["clean", "-p", &folder.package])
                    .current_dir(&folder.path),
            )?;
            let mut command = cargo(target.path());
            command
                .args([&variant.verb.to_string(), "--lib", "-p", &folder.package])
                .args(variant.features.arguments())
                .current_dir(&folder.path);
            let cost = measure::run(&command)?;
            if round > 0 {
                runs.push(cost);
            }
            eprintln!(
                "round {round}: {} {}, features: {}: {:.2} s",
                variant.verb,
                folder.name,
                variant.features,
                cost.wall.as_secs_f64()
            );
        }
    }
    Ok(runs)
}

/// Cargo, with nothing that would let one crate have it easier than another.
pub(super) fn cargo(target: &Path) -> Command {
    let mut command = Command::new(env!("CARGO"));
    command
        .env("CARGO_TARGET_DIR", target)
        .env("CARGO_INCREMENTAL", "0")
        .env("CARGO_TERM_COLOR", "never")
        // As Cargo has it where nobody says otherwise; a workspace around a crate may.
        .env("CARGO_PROFILE_DEV_DEBUG", "true")
        // Caches of compilers would be measured instead of the compiler.
        .env_remove("RUSTC_WRAPPER")
        .env_remove("RUSTC_WORKSPACE_WRAPPER");
    command
}
