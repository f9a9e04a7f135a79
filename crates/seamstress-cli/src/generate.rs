//! `seamstress generate`: a document in, a crate out.

use seamstress::diagnostic::Diagnostics;
use seamstress::output::Mode;
use seamstress::{Summary, job::Job};

use crate::arguments::Generate;
use crate::report::{Outcome, Progress, terminal};

pub(crate) fn run(arguments: &Generate) -> Outcome {
    let progress = Progress::new(!arguments.source.json);
    let made = make(&arguments.job(), mode(arguments), &progress);
    progress.done();
    let outcome = match made {
        Ok((summary, document_operations)) => {
            let mut outcome = Outcome::generated(&summary, document_operations);
            outcome.ok = !(arguments.check && outcome.is_stale());
            outcome
        }
        Err(diagnostics) => Outcome::refused("generate", &diagnostics),
    };
    if arguments.source.json {
        outcome.print();
    } else {
        terminal::diagnostics(&outcome, arguments.source.verbose);
        terminal::generated(&outcome, arguments);
    }
    outcome
}

fn mode(arguments: &Generate) -> Mode {
    if arguments.check || arguments.dry_run {
        Mode::Check
    } else {
        Mode::Write
    }
}

/// The summary of a run, and how many operations the document has.
fn make(job: &Job, mode: Mode, progress: &Progress) -> Result<(Summary, usize), Diagnostics> {
    progress.step("Reading");
    let opened = job.open()?;
    let operations = opened.document.operation_count();
    progress.step("Sewing");
    let made = opened.make()?;
    progress.step("Writing");
    Ok((made.write(mode)?, operations))
}
