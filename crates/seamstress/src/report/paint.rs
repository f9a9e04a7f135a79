//! Colours, by the codes that terminals obey (ECMA-48, section 8.3.117).

/// What text is shown in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ink {
    Bold,
    Faint,
    Green,
    Yellow,
    BoldRed,
    BoldYellow,
    BoldBlue,
}

/// Shows text in colours, where they are wanted.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Paint {
    pub(crate) coloured: bool,
}

impl Paint {
    pub(crate) fn with(self, ink: Ink, text: &str) -> String {
        let code = match ink {
            Ink::Bold => "1",
            Ink::Faint => "2",
            Ink::Green => "32",
            Ink::Yellow => "33",
            Ink::BoldRed => "1;31",
            Ink::BoldYellow => "1;33",
            Ink::BoldBlue => "1;34",
        };
        match self.coloured {
            true => format!("\u{1b}[{code}m{text}\u{1b}[0m"),
            false => text.to_owned(),
        }
    }
}
