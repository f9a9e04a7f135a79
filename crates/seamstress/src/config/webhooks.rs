//! `[webhooks]`: events that the server sends by itself.

use serde::Deserialize;

use super::value::RustName;

/// `[webhooks]`: events that the server sends by itself, signed as Standard Webhooks has it.
///
/// They become a type that checks and reads deliveries, behind the feature `webhook-events` of
/// the emitted crate.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[non_exhaustive]
pub struct WebhooksConfig {
    /// The name of that type.
    pub name: RustName,
    /// The component schema of an event: what the body of a delivery is.
    pub schema: String,
}
