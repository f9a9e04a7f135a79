//! `[tests]`: tests that the emitted crate carries.

use serde::Deserialize;

/// `[tests]`: tests that the emitted crate carries.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
#[non_exhaustive]
pub struct TestsConfig {
    /// Whether there is a test per operation (`tests/operations/`), which sends a sampled request
    /// to a transport that plays a sampled answer, and an example that calls every operation of a
    /// server once (`examples/every_operation.rs`).
    pub enabled: bool,
}
