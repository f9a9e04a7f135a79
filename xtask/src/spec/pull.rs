//! `cargo xtask spec pull`: brings the document into `spec/`.

use std::path::PathBuf;

use anyhow::Context;
use lexopt::prelude::*;

use super::files;
use super::origin::Origin;
use super::source::Source;
use crate::repository::spec;

pub(super) const USAGE: &str = "\
Usage: cargo xtask spec pull [VERSION|FILE|URL] [--out DIR]

  VERSION     of the npm package, or `latest`
  FILE, URL   of a document in JSON or YAML, which is taken over with the licence that is there
  --out DIR   write there instead of into spec/

Where no document is named, the one that spec/SOURCE.toml names is brought again.";

pub(super) fn run(mut args: lexopt::Parser) -> anyhow::Result<()> {
    let mut origin = None;
    let mut out = spec();
    while let Some(arg) = args.next()? {
        match arg {
            Value(value) if origin.is_none() => origin = Some(Origin::named(&value.string()?)),
            Long("out") => out = PathBuf::from(args.value()?),
            Short('h') | Long("help") => {
                println!("{USAGE}");
                return Ok(());
            }
            other => return Err(other.unexpected().into()),
        }
    }
    let origin = match origin {
        Some(origin) => origin,
        None => {
            let source = Source::read(&spec());
            Origin::of(&source.context("nothing was named, and the record cannot be read")?)
        }
    };
    println!("{}", files::pull(&origin, &out)?);
    Ok(())
}
