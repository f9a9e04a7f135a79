//! Which complaints are errors.

use super::codes::CODES;
use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::text::advise;

/// Which complaints are errors, besides those that are so by themselves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Deny {
    /// No others.
    #[default]
    Nothing,
    /// All warnings.
    All,
    /// Those of these codes.
    Codes(Vec<&'static str>),
}

impl Deny {
    /// Reads codes as a command line has them; `all` means all.
    ///
    /// ```
    /// use seamstress::lint::Deny;
    ///
    /// assert_eq!(Deny::of(["unused-component"])?, Deny::Codes(vec!["unused-component"]));
    /// assert_eq!(Deny::of(["all"])?, Deny::All);
    /// assert!(Deny::of(["unused-componnet"]).unwrap_err().to_string().contains("did you mean"));
    /// # Ok::<(), seamstress::diagnostic::Diagnostics>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Where there is no such code.
    pub fn of<'a>(codes: impl IntoIterator<Item = &'a str>) -> Result<Self, Diagnostics> {
        let mut denied = Vec::new();
        let mut is_all = false;
        for code in codes
            .into_iter()
            .flat_map(|codes| codes.split(','))
            .map(str::trim)
        {
            match CODES.iter().find(|known| known.code == code) {
                _ if code == "all" => is_all = true,
                Some(known) => denied.push(known.code),
                None => {
                    let known: Vec<&str> = CODES.iter().map(|known| known.code).collect();
                    let help = advise(
                        code,
                        &known,
                        "docs/lint.md has all codes, and `all` is all of them",
                    );
                    let message = format!("no complaint has the code `{code}`");
                    return Err(Diagnostic::error("unknown-code", message).help(help).into());
                }
            }
        }
        Ok(match (is_all, denied.is_empty()) {
            (true, _) => Self::All,
            (false, true) => Self::Nothing,
            (false, false) => Self::Codes(denied),
        })
    }

    pub(super) fn apply(&self, diagnostics: &mut Diagnostics) {
        match self {
            Self::Nothing => {}
            Self::All => diagnostics.deny_warnings(),
            Self::Codes(codes) => {
                let all = std::mem::take(diagnostics).into_iter().map(|mut one| {
                    if codes.contains(&one.code) {
                        one.severity = Severity::Error;
                    }
                    one
                });
                *diagnostics = all.collect();
            }
        }
    }
}
