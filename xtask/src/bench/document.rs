//! The document that other generators are given: Seam's, with the operations that the emitted
//! crate has and no others, so that all do the same work.
//!
//! Schemas stay as they are: what is not reached, a generator may leave out by itself.

use std::collections::BTreeSet;
use std::path::PathBuf;

use anyhow::Context;
use lexopt::prelude::*;
use seamstress::api::Method;
use seamstress::job::{Job, Opened};

use crate::repository::config;

pub(super) fn run(mut args: lexopt::Parser) -> anyhow::Result<()> {
    let mut path = None;
    while let Some(arg) = args.next()? {
        match arg {
            Value(file) if path.is_none() => path = Some(PathBuf::from(file)),
            other => return Err(other.unexpected().into()),
        }
    }
    let path = path.context("which file? usage: cargo xtask bench document FILE")?;
    let (document, operations) = same_work()?;
    std::fs::write(&path, format!("{document:#}\n"))
        .with_context(|| format!("`{}` cannot be written", path.display()))?;
    println!("{operations} operations in {}", path.display());
    Ok(())
}

/// The document, and how many operations are in it.
fn same_work() -> anyhow::Result<(serde_json::Value, usize)> {
    let job = Job {
        config: Some(config()),
        ..Job::default()
    };
    let made = job.open().and_then(Opened::make);
    let made = made.map_err(|diagnostics| anyhow::anyhow!("{diagnostics}"))?;
    let operations = made.api.operations.iter();
    let kept: BTreeSet<(String, String)> = operations
        .map(|one| (one.path.clone(), one.method.name().to_owned()))
        .collect();
    let mut document = made.document.root().clone();
    let paths = document
        .get_mut("paths")
        .and_then(|paths| paths.as_object_mut());
    let paths = paths.context("the document has no paths")?;
    for (path, item) in &mut *paths {
        if let Some(item) = item.as_object_mut() {
            item.retain(|key, _| !is_method(key) || kept.contains(&(path.clone(), key.clone())));
        }
    }
    paths.retain(|_, item| {
        let keys = item.as_object().into_iter().flat_map(|item| item.keys());
        keys.into_iter().any(|key| is_method(key))
    });
    Ok((document, kept.len()))
}

/// Whether a key of a path item is an operation.
fn is_method(key: &str) -> bool {
    Method::ALL.iter().any(|method| method.name() == key)
}
