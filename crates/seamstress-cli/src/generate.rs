//! `seamstress generate`: a document in, a crate out.

use seamstress::diagnostic::Diagnostics;
use seamstress::job::Job;
use seamstress::output::Mode;
use seamstress::report::{Outcome, Untyped};

use crate::arguments::Generate;
use crate::report::{Progress, print, terminal};

pub(crate) fn run(arguments: &Generate) -> Outcome {
    let progress = Progress::new(!arguments.source.json);
    let made = make(arguments, &arguments.job(), &progress);
    progress.done();
    let mut outcome = made.unwrap_or_else(|diagnostics| Outcome::refused("generate", &diagnostics));
    outcome.ok &= !(arguments.check && outcome.is_stale());
    if arguments.source.json {
        print(&outcome);
    } else {
        terminal::diagnostics(&outcome, arguments.source.verbose);
        terminal::untyped(&outcome);
        terminal::generated(&outcome, arguments);
    }
    outcome
}

fn make(arguments: &Generate, job: &Job, progress: &Progress) -> Result<Outcome, Diagnostics> {
    progress.step("Reading");
    let opened = job.open()?;
    progress.step("Sewing");
    let made = opened.make()?;
    progress.step("Writing");
    let mut outcome = Outcome::made("generate", &made);
    if arguments.report_untyped {
        outcome.untyped = Some(Untyped::all(&made));
    }
    let mode = if arguments.check || arguments.dry_run {
        Mode::Check
    } else {
        Mode::Write
    };
    outcome.written(&made.write(mode)?, mode);
    Ok(outcome)
}
