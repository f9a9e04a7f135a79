//! The changelog as text: entries by version, the newest first.
//!
//! What a release brings stands between two marks, and is written again by every run until the
//! release is made. What people write above or below the marks stays.

use anyhow::Context;

const BEGIN: &str =
    "<!-- Written by `cargo xtask release prepare`, again and again until the release. -->";
const END: &str = "<!-- What people write, above or below, stays. -->";
const UNRELEASED: &str = "unreleased";

/// The version of the newest entry that no run wrote: the last release that people know of.
pub(crate) fn last_by_hand(text: &str) -> Option<String> {
    let entries = entries(text);
    let mut by_hand = entries.iter().filter(|entry| !entry.contains(BEGIN));
    by_hand
        .next()
        .and_then(|entry| version(entry))
        .map(str::to_owned)
}

/// The changelog with an entry for what comes after `released`: the one that is there, or a new one.
///
/// # Errors
///
/// Where the changelog has no entry at all, so that nobody knows where one belongs.
pub(crate) fn with_entry(
    text: &str,
    released: &str,
    next: &str,
    date: Option<&str>,
    body: &str,
) -> anyhow::Result<String> {
    let (head, old, rest) = parts(text, released)?;
    let known = old
        .filter(|entry| version(entry) == Some(next))
        .and_then(date_of);
    let date = date.or(known).unwrap_or(UNRELEASED);
    let (above, below) = old.map(by_hand).unwrap_or(("\n", "\n"));
    let body = body.trim();
    Ok(format!(
        "{head}## [{next}] - {date}\n{above}{BEGIN}\n\n{body}\n\n{END}\n{below}{rest}"
    ))
}

/// The changelog without what a run wrote about changes that are no more. What people wrote beside it
/// stays, in an entry without a version.
///
/// # Errors
///
/// Where the changelog has no entry at all.
pub(crate) fn without_entry(text: &str, released: &str) -> anyhow::Result<String> {
    let (head, old, rest) = parts(text, released)?;
    let Some((above, below)) = old.map(by_hand) else {
        return Ok(text.to_owned());
    };
    if above.trim().is_empty() && below.trim().is_empty() {
        return Ok(format!("{head}{rest}"));
    }
    Ok(format!(
        "{head}## [{UNRELEASED}]\n{above}{BEGIN}\n\n{END}\n{below}{rest}"
    ))
}

/// What stands before the entries, the entry of the next release, and the others.
fn parts<'a>(text: &'a str, released: &str) -> anyhow::Result<(&'a str, Option<&'a str>, &'a str)> {
    let entries = entries(text);
    let first = entries
        .first()
        .context("the changelog has no entry `## [VERSION] - DATE`")?;
    let head = &text[..text.len() - entries.iter().map(|entry| entry.len()).sum::<usize>()];
    let is_open = first.contains(BEGIN) && version(first) != Some(released);
    Ok(match is_open {
        true => (head, Some(first), &text[head.len() + first.len()..]),
        false => (head, None, &text[head.len()..]),
    })
}

/// The entries, each from its heading to the next.
fn entries(text: &str) -> Vec<&str> {
    let mut starts: Vec<usize> = text.match_indices("\n## [").map(|(at, _)| at + 1).collect();
    if text.starts_with("## [") {
        starts.insert(0, 0);
    }
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    let spans = starts.iter().zip(ends);
    spans.map(|(start, end)| &text[*start..end]).collect()
}

fn version(entry: &str) -> Option<&str> {
    let (version, _) = entry.strip_prefix("## [")?.split_once(']')?;
    Some(version)
}

fn date_of(entry: &str) -> Option<&str> {
    let heading = entry.lines().next()?;
    heading.split_once("] - ").map(|(_, date)| date.trim())
}

/// What people wrote into an entry: above and below of what a run wrote.
fn by_hand(entry: &str) -> (&str, &str) {
    let heading = entry.find('\n').map_or(entry.len(), |at| at + 1);
    let begin = entry.find(BEGIN).unwrap_or(entry.len());
    let end = entry.find(END).map_or(entry.len(), |at| at + END.len());
    let below = entry.get(end..).unwrap_or_default();
    let below = below.strip_prefix('\n').unwrap_or(below);
    (entry.get(heading..begin).unwrap_or_default(), below)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIRST: &str = "# Changelog\n\nWords.\n\n## [0.1.0] - 2026-01-02\n\nThe first.\n";

    #[test]
    fn an_entry_is_written_above_and_again_in_place() {
        let one = with_entry(FIRST, "0.1.0", "0.1.1", None, "### Added\n\n- a").unwrap();
        assert!(
            one.starts_with("# Changelog\n\nWords.\n\n## [0.1.1] - unreleased\n"),
            "{one}"
        );
        assert!(
            one.ends_with("\n## [0.1.0] - 2026-01-02\n\nThe first.\n"),
            "{one}"
        );
        assert_eq!(
            with_entry(&one, "0.1.0", "0.1.1", None, "### Added\n\n- a").unwrap(),
            one
        );
        let two = with_entry(&one, "0.1.0", "0.2.0", None, "### Breaking\n\n- b").unwrap();
        assert_eq!(
            two,
            one.replace("0.1.1", "0.2.0")
                .replace("Added\n\n- a", "Breaking\n\n- b")
        );
        assert_eq!(last_by_hand(&two).as_deref(), Some("0.1.0"));
        assert_eq!(without_entry(&two, "0.1.0").unwrap(), FIRST);
    }

    #[test]
    fn what_people_wrote_stays() {
        let one = with_entry(FIRST, "0.1.0", "0.1.1", None, "- a").unwrap();
        let written = one.replacen(BEGIN, &format!("By hand.\n\n{BEGIN}"), 1);
        let written = written.replacen(END, &format!("{END}\n\nBelow.\n"), 1);
        let two = with_entry(&written, "0.1.0", "0.2.0", None, "- b").unwrap();
        assert!(
            two.contains("By hand.") && two.contains("Below.") && !two.contains("- a"),
            "{two}"
        );
        assert_eq!(
            with_entry(&two, "0.1.0", "0.2.0", None, "- b").unwrap(),
            two
        );
    }

    #[test]
    fn what_was_taken_back_goes_and_words_beside_it_stay() {
        let one = with_entry(FIRST, "0.1.0", "0.2.0", Some("2026-03-04"), "- a").unwrap();
        let written = one.replacen(BEGIN, &format!("By hand.\n\n{BEGIN}"), 1);
        let back = without_entry(&written, "0.1.0").unwrap();
        assert!(!back.contains("- a") && !back.contains("0.2.0"), "{back}");
        assert!(back.contains("## [unreleased]\n\nBy hand.\n\n"), "{back}");
        assert!(
            back.ends_with("\n\n## [0.1.0] - 2026-01-02\n\nThe first.\n"),
            "{back}"
        );
        assert_eq!(without_entry(&back, "0.1.0").unwrap(), back);
        assert_eq!(last_by_hand(&back).as_deref(), Some("0.1.0"));
        // A change that comes after that has the words, and a version.
        let next = with_entry(&back, "0.1.0", "0.1.1", None, "- b").unwrap();
        assert!(
            next.contains("## [0.1.1] - unreleased\n\nBy hand.\n\n"),
            "{next}"
        );
        assert!(
            next.contains("- b") && !next.contains("[unreleased]"),
            "{next}"
        );
        // Without the words there is no entry.
        let silent = back.replacen("By hand.\n\n", "", 1);
        assert_eq!(without_entry(&silent, "0.1.0").unwrap(), FIRST);
    }

    #[test]
    fn a_release_gets_a_date_and_then_no_other_text() {
        let one = with_entry(FIRST, "0.1.0", "0.2.0", Some("2026-03-04"), "- a").unwrap();
        assert!(one.contains("## [0.2.0] - 2026-03-04\n"), "{one}");
        assert_eq!(
            with_entry(&one, "0.1.0", "0.2.0", None, "- a").unwrap(),
            one
        );
        let next = with_entry(&one, "0.2.0", "0.2.1", None, "- b").unwrap();
        assert!(next.contains("- b") && next.contains("- a"), "{next}");
        assert!(with_entry("# Changelog\n", "0.1.0", "0.2.0", None, "- a").is_err());
    }
}
