//! What came of a command, as people read it: complaints with the line that they are about, and a
//! summary. Colours are left out where no terminal is attached, or the environment says so.

use std::io::Write;

use anstyle::{AnsiColor, Style};
use seamstress::report::{Emitted, Outcome, Problem, plain};

use crate::arguments::{CONFIG, Generate};

mod excerpt;

use excerpt::Excerpts;

/// How many warnings are shown unless all are asked for.
const SHOWN: usize = 20;

const ERROR: Style = AnsiColor::Red.on_default().bold();
const WARNING: Style = AnsiColor::Yellow.on_default().bold();
const PLACE: Style = AnsiColor::Blue.on_default();
const GOOD: Style = AnsiColor::Green.on_default().bold();

/// Shows complaints on the standard error: all errors, and the first warnings or all of them.
pub(crate) fn diagnostics(outcome: &Outcome, all: bool) {
    let mut out = anstream::stderr().lock();
    let mut excerpts = Excerpts::default();
    let mut warnings = 0;
    for problem in &outcome.diagnostics {
        if problem.severity == "warning" {
            warnings += 1;
            if warnings > SHOWN && !all {
                continue;
            }
        }
        let _ = writeln!(out, "{}", shown(problem, &mut excerpts));
    }
    if warnings > SHOWN && !all {
        let more = warnings - SHOWN;
        let _ = writeln!(
            out,
            "{WARNING}warning{WARNING:#}: {more} more warnings; `--verbose` shows them\n"
        );
    }
}

/// One complaint, with an empty line behind.
fn shown(problem: &Problem, excerpts: &mut Excerpts) -> String {
    let style = if problem.severity == "error" {
        ERROR
    } else {
        WARNING
    };
    let mut text = format!(
        "{style}{}[{}]{style:#}: {}\n",
        problem.severity,
        problem.code,
        plain(&problem.message)
    );
    let place = place(problem);
    if !place.is_empty() {
        text.push_str(&format!("  {PLACE}-->{PLACE:#} {}\n", plain(&place)));
    }
    text.push_str(&excerpts.of(problem, style));
    if let Some(help) = &problem.help {
        text.push_str(&format!("  {PLACE}={PLACE:#} help: {}\n", plain(help)));
    }
    text
}

fn place(problem: &Problem) -> String {
    let mut place = problem.file.clone().unwrap_or_default();
    for number in [problem.line, problem.column].into_iter().flatten() {
        place.push_str(&format!(":{number}"));
    }
    match &problem.pointer {
        Some(pointer) if place.is_empty() => pointer.clone(),
        Some(pointer) => format!("{place} at {pointer}"),
        None => place,
    }
}

/// Lists the values without a type, where they were asked for.
pub(crate) fn untyped(outcome: &Outcome) {
    let Some(untyped) = &outcome.untyped else {
        return;
    };
    let mut out = anstream::stdout().lock();
    for one in untyped {
        let place = plain(&format!("{}:{}:{}", one.file, one.line, one.column));
        let (pointer, reason) = (plain(&one.pointer), plain(&one.reason));
        let _ = writeln!(out, "{PLACE}{place}{PLACE:#} {pointer}");
        let _ = writeln!(out, "  {}: {reason}", one.cause);
    }
    let count = |cause: &str| untyped.iter().filter(|one| one.cause == cause).count();
    let _ = writeln!(
        out,
        "{} without a type: {} because the document says no more, {} because the generator \
         cannot express it",
        counted(untyped.len(), "value"),
        count("document"),
        count("generator"),
    );
}

/// Says what there would be.
pub(crate) fn checked(outcome: &Outcome) {
    match &outcome.counts.emitted {
        Some(emitted) => {
            let _ = writeln!(anstream::stdout().lock(), "{}", summary(outcome, emitted));
        }
        None => refused(outcome),
    }
}

/// Says what a node became.
pub(crate) fn explained(outcome: &Outcome) {
    let Some(explained) = &outcome.explanation else {
        return refused(outcome);
    };
    let mut out = anstream::stdout().lock();
    let place = plain(&format!("{} at {}", explained.place(), explained.pointer));
    let _ = writeln!(out, "{PLACE}{place}{PLACE:#}");
    if explained.became.is_empty() {
        let _ = writeln!(out, "became no part of the crate by itself");
    }
    for one in &explained.became {
        let _ = writeln!(out, "{GOOD}{}{GOOD:#} {}", one.what, one.name);
        let _ = writeln!(out, "  rule: {}", plain(&one.rule));
        if let (Some(file), Some(line)) = (&one.file, one.line) {
            let _ = writeln!(out, "  in {file}:{line}");
        }
        for line in one.code.lines() {
            let _ = writeln!(out, "    {}", plain(line));
        }
    }
    for one in &explained.untyped {
        let _ = writeln!(
            out,
            "{WARNING}any JSON{WARNING:#} at {}: {} ({})",
            plain(&one.pointer),
            plain(&one.reason),
            one.cause
        );
    }
}

/// Says that a configuration was written.
pub(crate) fn initialised(outcome: &Outcome, config: &std::path::Path) {
    if !outcome.ok {
        return refused(outcome);
    }
    let mut out = anstream::stdout().lock();
    let _ = writeln!(out, "{GOOD}`{}` written{GOOD:#}", config.display());
    let named = if config == std::path::Path::new(CONFIG) {
        String::new()
    } else {
        format!(" --config {}", config.display())
    };
    let _ = writeln!(out, "next: `seamstress generate{named}`");
}

/// `1 file`, `2 files`.
fn counted(count: usize, what: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {what}{plural}")
}

fn refused(outcome: &Outcome) {
    let complaints = counted(outcome.counts.errors, "complaint");
    let _ = writeln!(
        anstream::stderr().lock(),
        "{ERROR}error{ERROR:#}: {complaints}"
    );
}

/// Says what was generated.
pub(crate) fn generated(outcome: &Outcome, arguments: &Generate) {
    let mut err = anstream::stderr().lock();
    let (Some(emitted), Some(files)) = (&outcome.counts.emitted, &outcome.files) else {
        let _ = writeln!(
            err,
            "{ERROR}error{ERROR:#}: {}",
            refusal(outcome, arguments)
        );
        return;
    };
    let mut out = anstream::stdout().lock();
    let _ = writeln!(out, "{}", summary(outcome, emitted));
    if !outcome.is_stale() {
        let _ = writeln!(out, "{GOOD}up to date{GOOD:#}");
        return;
    }
    let _ = writeln!(out, "{GOOD}{}{GOOD:#}", files.summary);
    if arguments.check || arguments.dry_run {
        for file in &files.changes {
            let _ = writeln!(out, "  {}", plain(&file.words));
        }
    }
    if arguments.check {
        let command = mending_command();
        let _ = writeln!(
            err,
            "{ERROR}error{ERROR:#}: the crate is not up to date: run `{command}`"
        );
    }
}

fn refusal(outcome: &Outcome, arguments: &Generate) -> String {
    let is_strictness = arguments.source.strict
        && outcome
            .diagnostics
            .iter()
            .all(|one| one.severity == "error");
    let complaints = counted(outcome.counts.errors, "complaint");
    let why = if is_strictness {
        ", and warnings are failures (`--strict`)"
    } else {
        ""
    };
    format!("nothing was written: {complaints}{why}")
}

fn summary(outcome: &Outcome, emitted: &Emitted) -> String {
    let Emitted {
        operations,
        types,
        ids,
        files,
        lines,
        ..
    } = emitted;
    let warnings = counted(outcome.counts.warnings, "warning");
    let elapsed = outcome.elapsed_ms.map(|elapsed| format!("; {elapsed} ms"));
    format!(
        "{operations} operations, {types} types, {ids} ids; {files} files with {lines} lines of \
         Rust; {warnings}{}",
        elapsed.unwrap_or_default()
    )
}

/// The command that was given, without `--check`: it makes the crate up to date.
fn mending_command() -> String {
    let arguments = std::env::args().skip(1).filter(|one| one != "--check");
    let quoted = arguments.map(|one| {
        let is_plain = |letter: char| letter.is_alphanumeric() || "-_./=:,@%+".contains(letter);
        if !one.is_empty() && one.chars().all(is_plain) {
            one
        } else {
            format!("'{}'", one.replace('\'', "'\\''"))
        }
    });
    let mut command = String::from("seamstress");
    for argument in quoted {
        command.push(' ');
        command.push_str(&argument);
    }
    command
}
