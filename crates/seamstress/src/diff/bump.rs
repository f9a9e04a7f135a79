//! The version that follows.

use serde::Serialize;

use super::change::{Change, Verdict};
use super::surface::Delta;

/// Which number of a version has to rise (Semantic Versioning 2.0.0).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Bump {
    /// None: the crate is the same.
    None,
    /// The last: programs cannot name anything new.
    Patch,
    /// The second: there is something new, and programs compile.
    Minor,
    /// The first: there are programs that do not compile.
    Major,
}

impl Bump {
    /// What people call it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Patch => "patch",
            Self::Minor => "minor",
            Self::Major => "major",
        }
    }

    /// The version after `version`. Before 1.0.0 the second number says what breaks, and the third
    /// the rest (the reference of Cargo, "SemVer Compatibility"); in 0.0.x every release breaks.
    ///
    /// ```
    /// use seamstress::diff::Bump;
    ///
    /// assert_eq!(Bump::Major.after("1.4.2"), "2.0.0");
    /// assert_eq!(Bump::Minor.after("1.4.2"), "1.5.0");
    /// assert_eq!(Bump::Major.after("0.4.2"), "0.5.0");
    /// assert_eq!(Bump::Minor.after("0.4.2"), "0.4.3");
    /// assert_eq!(Bump::None.after("0.4.2"), "0.4.2");
    /// ```
    #[must_use]
    pub fn after(self, version: &str) -> String {
        let numbers = version.split(['-', '+']).next().unwrap_or(version);
        let mut numbers = numbers
            .split('.')
            .map(|number| number.parse::<u64>().unwrap_or(0));
        let mut next = || numbers.next().unwrap_or(0);
        let (major, minor, patch) = (next(), next(), next());
        match (self, major, minor) {
            (Self::None, ..) => version.to_owned(),
            (Self::Major, 0, 0) => format!("0.0.{}", patch + 1),
            (Self::Major, 0, _) => format!("0.{}.0", minor + 1),
            (Self::Major, ..) => format!("{}.0.0", major + 1),
            (Self::Minor, 1.., _) => format!("{major}.{}.0", minor + 1),
            (Self::Minor | Self::Patch, ..) => format!("{major}.{minor}.{}", patch + 1),
        }
    }

    /// What a change asks for.
    #[must_use]
    pub fn of(change: &Change) -> Self {
        let is_new = |delta: Delta| {
            matches!(
                delta,
                Delta::Added | Delta::AddedToClosed | Delta::Deprecated
            )
        };
        match change.source.verdict {
            Verdict::Breaking => Self::Major,
            Verdict::Risky => Self::Minor,
            Verdict::Compatible if change.items.iter().any(|item| is_new(item.delta)) => {
                Self::Minor
            }
            Verdict::Compatible => Self::Patch,
        }
    }
}
