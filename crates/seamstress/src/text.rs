//! Small helpers for messages: places in a text, and names that are near.

/// A place in a text, both from 1; columns count Unicode scalar values.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Position {
    pub(crate) line: u32,
    pub(crate) column: u32,
}

/// The place of a byte offset in `text`.
pub(crate) fn position_at(text: &str, offset: usize) -> Position {
    let before = text.get(..offset).unwrap_or(text);
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let column = before
        .get(line_start..)
        .map_or(0, |line| line.chars().count());
    Position {
        line: number(before.matches('\n').count() + 1),
        column: number(column + 1),
    }
}

/// A line or a column; no editor shows one beyond the largest.
pub(crate) fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// What to do about a wrong name: the nearest of the right ones, or else some of them.
pub(crate) fn advise(name: &str, known: &[&str], otherwise: &str) -> String {
    const SHOWN: usize = 8;
    if let Some(near) = nearest(name, known.iter().copied()) {
        return format!("{otherwise}; did you mean `{near}`?");
    }
    if known.is_empty() || known.len() > SHOWN {
        return otherwise.to_owned();
    }
    let list = known
        .iter()
        .map(|name| format!("`{name}`"))
        .collect::<Vec<_>>();
    format!("{otherwise}; known are {}", list.join(", "))
}

/// The name that `name` was most likely meant to be: at most a third of its
/// letters differ.
pub(crate) fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let length = name.chars().count();
    let limit = (length / 3).max(1);
    // The distance is never less than the difference of the lengths.
    let is_possible = |candidate: &&str| candidate.chars().count().abs_diff(length) <= limit;
    known
        .into_iter()
        .filter(is_possible)
        .map(|candidate| (strsim::damerau_levenshtein(name, candidate), candidate))
        .filter(|(distance, _)| *distance <= limit)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_lines_end_at_line_feeds() {
        let text = "ab\r\nü\tc\n";
        for (offset, line, column) in [
            (0, 1, 1),
            (1, 1, 2),
            (4, 2, 1),
            (6, 2, 2),
            (7, 2, 3),
            (9, 3, 1),
            (99, 3, 1),
        ] {
            assert_eq!(
                position_at(text, offset),
                Position { line, column },
                "at {offset}"
            );
        }
    }

    #[test]
    fn near_names_are_found() {
        let known = ["device", "devices", "access_code"];
        assert_eq!(nearest("devcie", known), Some("device"));
        assert_eq!(nearest("device2", known), Some("device"));
        assert_eq!(nearest("acces_cod", known), Some("access_code"));
        assert_eq!(nearest("lock", known), None);
    }
}
