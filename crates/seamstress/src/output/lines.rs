//! How many lines a new text of a file adds and takes away.

use std::collections::HashMap;

/// How many lines are added and removed, as `diff` counts them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lines {
    /// Lines that were not there.
    pub added: usize,
    /// Lines that are gone.
    pub removed: usize,
}

/// After this many steps two texts have little in common, and nobody counts them line by line.
const STEPS: usize = 2_000;

impl Lines {
    /// The lines of a file that was not there.
    pub(super) fn of_new(text: &str) -> Self {
        Self {
            added: text.lines().count(),
            removed: 0,
        }
    }

    /// The lines of a file that is no longer there.
    pub(super) fn of_old(text: &str) -> Self {
        Self {
            added: 0,
            removed: text.lines().count(),
        }
    }

    /// The fewest lines that make `new` of `old`.
    pub(super) fn between(old: &str, new: &str) -> Self {
        let mut counts: HashMap<&str, (usize, usize)> = HashMap::new();
        old.lines()
            .for_each(|line| counts.entry(line).or_default().0 += 1);
        new.lines()
            .for_each(|line| counts.entry(line).or_default().1 += 1);
        // What only one side has is certainly gone or new; that is most of what differs.
        let shared = |line: &&str| {
            counts
                .get(line)
                .is_some_and(|(was, is)| *was > 0 && *is > 0)
        };
        let kept_old: Vec<&str> = old.lines().filter(shared).collect();
        let kept_new: Vec<&str> = new.lines().filter(shared).collect();
        let common = common(&kept_old, &kept_new);
        Self {
            added: new.lines().count() - common,
            removed: old.lines().count() - common,
        }
    }
}

impl std::ops::AddAssign for Lines {
    fn add_assign(&mut self, other: Self) {
        self.added += other.added;
        self.removed += other.removed;
    }
}

impl std::fmt::Display for Lines {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "+{} −{}", self.added, self.removed)
    }
}

/// The length of the longest common subsequence, by the greedy way of E. W. Myers, "An O(ND)
/// Difference Algorithm and Its Variations" (1986): how far one gets on each diagonal with so many
/// steps.
fn common(old: &[&str], new: &[&str]) -> usize {
    let start = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let (old, new) = (&old[start..], &new[start..]);
    let end = old.iter().rev().zip(new.iter().rev());
    let end = end.take_while(|(a, b)| a == b).count();
    let (old, new) = (&old[..old.len() - end], &new[..new.len() - end]);
    let most = (old.len() + new.len()).min(STEPS);
    // The furthest line of `old` on each diagonal; diagonal k is at k + most + 1.
    let mut furthest = vec![0_usize; 2 * most + 3];
    for steps in 0..=most {
        for at in (most + 1 - steps..=most + 1 + steps).step_by(2) {
            let is_down = at == most + 1 - steps
                || (at != most + 1 + steps && furthest[at - 1] < furthest[at + 1]);
            let mut x = match is_down {
                true => furthest[at + 1],
                false => furthest[at - 1] + 1,
            };
            let Some(mut y) = (x + most + 1).checked_sub(at) else {
                continue;
            };
            while x < old.len() && y < new.len() && old[x] == new[y] {
                (x, y) = (x + 1, y + 1);
            }
            furthest[at] = x;
            if x >= old.len() && y >= new.len() {
                return start + end + (old.len() + new.len() - steps) / 2;
            }
        }
    }
    // Too different: all between is counted as replaced.
    start + end
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(letters: &str) -> String {
        letters
            .chars()
            .map(|letter| format!("{letter}\n"))
            .collect()
    }

    #[test]
    fn lines_are_counted_as_diff_counts_them() {
        for (old, new, added, removed) in [
            ("", "", 0, 0),
            ("abc", "abc", 0, 0),
            ("abc", "", 0, 3),
            ("", "abc", 3, 0),
            ("abc", "axc", 1, 1),
            ("abcabba", "cbabac", 2, 3),
            ("ab", "ba", 1, 1),
            ("{a}{b}{c}", "{a}{c}", 0, 3),
            ("{}{}{}", "{{}}{}", 1, 1),
            ("aab", "ab", 0, 1),
        ] {
            let counted = Lines::between(&lines(old), &lines(new));
            assert_eq!(counted, Lines { added, removed }, "{old} to {new}");
        }
    }

    #[test]
    fn the_way_is_as_short_as_a_table_finds_it() {
        // The table of Wagner and Fischer is slow and plain: it judges.
        let table = |old: &[char], new: &[char]| {
            let mut row = vec![0; new.len() + 1];
            for a in old {
                let mut diagonal = 0;
                for (at, b) in new.iter().enumerate() {
                    let above = row[at + 1];
                    row[at + 1] = if a == b {
                        diagonal + 1
                    } else {
                        above.max(row[at])
                    };
                    diagonal = above;
                }
            }
            row[new.len()]
        };
        let mut seed = 7_u64;
        let mut text = |length: usize| -> String {
            let mut next = || {
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                char::from(b'a' + u8::try_from((seed >> 33) % 3).unwrap())
            };
            (0..length).map(|_| next()).collect()
        };
        for length in 0..60 {
            let (old, new) = (text(length), text(60 - length));
            let letters = |text: &str| text.chars().collect::<Vec<_>>();
            let common = table(&letters(&old), &letters(&new));
            let counted = Lines::between(&lines(&old), &lines(&new));
            assert_eq!(counted.removed, length - common, "{old} to {new}");
            assert_eq!(counted.added, 60 - length - common, "{old} to {new}");
        }
    }
}
