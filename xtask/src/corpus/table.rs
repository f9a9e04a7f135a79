//! The report, in Markdown: a table by dialect and size, what fails and why, and what is warned of.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::time::Duration;

use super::child::{Ending, GIGABYTES, Run, SECONDS};
use super::compile::Checked;
use super::documents::{Dialect, Document, Size};

type Entry<'a> = (&'a Document, &'a Run);

/// The whole report.
pub(super) fn report(documents: &[Document], runs: &[Run], checked: Option<&[Checked]>) -> String {
    let entries: Vec<Entry<'_>> = documents.iter().zip(runs).collect();
    let mut text = format!(
        "<!-- Made by `cargo xtask corpus`. -->\n# Corpus\n\n\
         What the generator makes of {} public documents with no configuration at all, each in a \
         process of its own with {SECONDS} s of processor time and {GIGABYTES} GB of memory.\n\n",
        documents.len()
    );
    text.push_str(&outcomes(&entries));
    text.push_str(&figures(&entries));
    text.push_str(&failures(&entries));
    text.push_str(&warnings(runs));
    if let Some(checked) = checked {
        text.push_str(&compiled(documents, checked));
    }
    text
}

/// Rows by dialect and size, and one of all.
fn rows<'a>(entries: &[Entry<'a>]) -> Vec<(String, Vec<Entry<'a>>)> {
    let mut kinds: BTreeMap<(Dialect, Size), Vec<Entry<'a>>> = BTreeMap::new();
    for (document, run) in entries {
        let kind = kinds.entry((document.dialect, document.size)).or_default();
        kind.push((document, run));
    }
    let named = kinds
        .into_iter()
        .map(|((dialect, size), entries)| (format!("{dialect} | {size}"), entries));
    named
        .chain([("all | ".to_owned(), entries.to_vec())])
        .collect()
}

fn outcomes(entries: &[Entry<'_>]) -> String {
    let mut text = String::from(
        "## Outcome\n\n\
         | dialect | size | documents | generated | refused | crashed | too slow | too large |\n\
         |---|---|--:|--:|--:|--:|--:|--:|\n",
    );
    for (name, entries) in rows(entries) {
        let count =
            |is: fn(&Ending) -> bool| entries.iter().filter(|(_, run)| is(&run.ending)).count();
        let _ = writeln!(
            text,
            "| {name} | {} | {} | {} | {} | {} | {} |",
            entries.len(),
            count(Ending::is_good),
            count(|ending| matches!(ending, Ending::Refused(_))),
            count(|ending| matches!(ending, Ending::Crashed(_))),
            count(|ending| matches!(ending, Ending::TooSlow)),
            count(|ending| matches!(ending, Ending::TooLarge)),
        );
    }
    text.push('\n');
    text
}

fn figures(entries: &[Entry<'_>]) -> String {
    let mut text = String::from(
        "## What is made\n\n\
         *Left out* are operations without a method, *degraded* those with a warning. *Untyped* \
         are fields that became a JSON value, because the document says no more or because the \
         generator cannot express it. Time is processor time.\n\n\
         | dialect | size | operations | left out | degraded | untyped by document | by generator \
         | lines | time: median | 95 % | max | peak memory |\n\
         |---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n",
    );
    for (name, entries) in rows(entries) {
        let sum = |of: fn(&Run) -> usize| entries.iter().map(|(_, run)| of(run)).sum::<usize>();
        let operations = sum(|run| run.counts.document_operations);
        let mut times: Vec<Duration> = entries.iter().map(|(_, run)| run.time).collect();
        times.sort_unstable();
        let at = |percent: usize| {
            let index = (times.len().saturating_sub(1) * percent).div_ceil(100);
            times.get(index).copied().unwrap_or_default()
        };
        let peak = entries.iter().map(|(_, run)| run.peak).max();
        let _ = writeln!(
            text,
            "| {name} | {operations} | {} | {} | {} | {} | {} | {} | {} | {} | {} MB |",
            operations.saturating_sub(sum(|run| run.counts.operations)),
            sum(|run| run.counts.degraded_operations),
            sum(|run| run.counts.untyped_by_document),
            sum(|run| run.counts.untyped_by_generator),
            sum(|run| run.counts.lines),
            seconds(at(50)),
            seconds(at(95)),
            seconds(at(100)),
            peak.unwrap_or(0) / 1_000_000,
        );
    }
    text.push('\n');
    text
}

fn seconds(time: Duration) -> String {
    format!("{:.2} s", time.as_secs_f64())
}

fn failures(entries: &[Entry<'_>]) -> String {
    let mut text = String::new();
    for (document, run) in entries {
        let reason = match &run.ending {
            Ending::Generated => continue,
            Ending::Refused(reason) => format!("refused: {reason}"),
            Ending::Crashed(reason) => format!("crashed: {reason}"),
            Ending::TooSlow => format!("took more than {SECONDS} s"),
            Ending::TooLarge => format!("took more than {GIGABYTES} GB"),
        };
        let _ = writeln!(
            text,
            "| {} | {} | {} | {} |",
            cell(&document.name),
            document.dialect,
            document.length,
            cell(&reason)
        );
    }
    if text.is_empty() {
        return "## Failures\n\nNone.\n\n".to_owned();
    }
    format!("## Failures\n\n| document | dialect | bytes | reason |\n|---|---|--:|---|\n{text}\n")
}

fn warnings(runs: &[Run]) -> String {
    let mut codes: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (code, count) in runs.iter().flat_map(|run| &run.warnings) {
        let (documents, all) = codes.entry(code).or_default();
        *documents += 1;
        *all += count;
    }
    let mut codes: Vec<_> = codes.into_iter().collect();
    codes.sort_by_key(|(code, (_, all))| (std::cmp::Reverse(*all), *code));
    let mut text =
        String::from("## Complaints\n\n| code | documents | complaints |\n|---|--:|--:|\n");
    for (code, (documents, all)) in codes {
        let _ = writeln!(text, "| `{code}` | {documents} | {all} |");
    }
    text.push('\n');
    text
}

fn compiled(documents: &[Document], checked: &[Checked]) -> String {
    let good = checked.iter().filter(|one| one.is_good()).count();
    let mut text = format!(
        "## Compiled\n\n{good} of a sample of {} compile without an error or a warning of clippy.\n\n",
        checked.len()
    );
    let mut kinds: BTreeMap<(Dialect, Size), (usize, usize)> = BTreeMap::new();
    for one in checked {
        let document = &documents[one.at];
        let (all, good) = kinds.entry((document.dialect, document.size)).or_default();
        *all += 1;
        *good += usize::from(one.is_good());
    }
    text.push_str("| dialect | size | sampled | compile |\n|---|---|--:|--:|\n");
    for ((dialect, size), (all, good)) in kinds {
        let _ = writeln!(text, "| {dialect} | {size} | {all} | {good} |");
    }
    text.push('\n');
    let broken: Vec<&Checked> = checked.iter().filter(|one| !one.is_good()).collect();
    if broken.is_empty() {
        return text;
    }
    text.push_str("| document | complaints | first |\n|---|--:|---|\n");
    for one in broken {
        let _ = writeln!(
            text,
            "| {} | {} | {} |",
            cell(&documents[one.at].name),
            one.complaints,
            cell(one.first.as_deref().unwrap_or_default())
        );
    }
    text.push('\n');
    text
}

/// Text that stays within a cell.
fn cell(text: &str) -> String {
    let text: String = text
        .chars()
        .map(|letter| if letter.is_control() { ' ' } else { letter })
        .take(400)
        .collect();
    text.replace('|', "\\|")
}
