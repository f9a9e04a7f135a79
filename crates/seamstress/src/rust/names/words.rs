//! Words of names: what is said twice, and what several have in common.

/// `words` after `owner`, without saying twice what the owner's name says already: `Device` and
/// `device_type` make `DeviceType`.
pub(super) fn joined(owner: &[String], words: &[String]) -> Vec<String> {
    let longest = owner.len().min(words.len());
    let overlap = (1..=longest).rev().find(|length| {
        (*length == owner.len() || *length >= 2) && owner.ends_with(&words[..*length])
    });
    owner
        .iter()
        .chain(&words[overlap.unwrap_or(0)..])
        .cloned()
        .collect()
}

/// The longest sequence of words that stands, in this order, in both.
pub(super) fn common_words(a: &[String], b: &[String]) -> Vec<String> {
    let mut length = vec![vec![0_usize; b.len() + 1]; a.len() + 1];
    for (i, x) in a.iter().enumerate().rev() {
        for (j, y) in b.iter().enumerate().rev() {
            length[i][j] = if x == y {
                length[i + 1][j + 1] + 1
            } else {
                length[i + 1][j].max(length[i][j + 1])
            };
        }
    }
    let (mut i, mut j, mut common) = (0, 0, Vec::new());
    while i < a.len() && j < b.len() {
        if a[i] == b[j] {
            common.push(a[i].clone());
            i += 1;
            j += 1;
        } else if length[i + 1][j] >= length[i][j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    common
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rust::ident;

    fn words(name: &str) -> Vec<String> {
        ident::words(name)
    }

    #[test]
    fn a_member_that_repeats_its_owner_is_not_repeated() {
        for (owner, member, name) in [
            ("Device", "DeviceType", "DeviceType"),
            ("AccessCode", "Error", "AccessCodeError"),
            ("AcsUser", "UserIdentity", "AcsUserUserIdentity"),
            ("ActionAttempt", "ActionType", "ActionAttemptActionType"),
        ] {
            assert_eq!(joined(&words(owner), &words(member)).concat(), name);
        }
    }

    #[test]
    fn shared_types_have_the_common_words() {
        let common = |a: &str, b: &str| common_words(&words(a), &words(b)).concat();
        assert_eq!(
            common("AccessCodeError", "UnmanagedAccessCodeError"),
            "AccessCodeError"
        );
        assert_eq!(
            common("EventDeviceWarning", "EventAccountWarning"),
            "EventWarning"
        );
        assert_eq!(common("A", "B"), "");
    }
}
