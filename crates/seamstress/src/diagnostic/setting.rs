//! Which setting a complaint is about.

/// A value of the configuration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// The section, as its heading has it: `client.exchange`.
    pub section: &'static str,
    /// The key in it.
    pub key: String,
    /// The value in question, which may be one of a list.
    pub value: Option<String>,
}
