//! Selectors: what a call has to choose among.

use super::Docs;

/// Sets of parameters in the body, one of which a call has to give.
#[derive(Clone, Debug, PartialEq)]
pub struct Selector {
    /// What can be chosen.
    pub choices: Vec<Choice>,
    /// Whether what belongs to the other choices can be given too.
    pub is_open: bool,
}

/// A set of parameters that go together.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// The names of the parameters: `space_id`.
    pub members: Vec<String>,
    /// What the document says of it.
    pub docs: Docs,
}

impl Selector {
    /// Whether a parameter in the body can only be given by choosing it.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        let mut members = self.choices.iter().flat_map(|choice| &choice.members);
        members.any(|member| member == name)
    }

    /// The first choice of which every parameter is given.
    #[must_use]
    pub fn chosen(&self, is_given: impl Fn(&str) -> bool) -> Option<&Choice> {
        let is_made = |choice: &&Choice| choice.members.iter().all(|name| is_given(name));
        self.choices.iter().find(is_made)
    }
}
