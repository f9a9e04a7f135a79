//! Webhooks: deliveries that a server signs, checked and read.
//!
//! The scheme is that of Standard Webhooks 1.0.0, which Svix has under header names of its own:
//! HMAC-SHA256 over `{id}.{timestamp}.{body}`. Anybody can send a request to the address of a
//! webhook; only the signature tells who did, and only over the body as it came. A body that
//! was parsed and written again has other bytes, and no signature fits it.

mod delivery;
mod error;
mod event;
mod headers;
mod secret;
mod verifier;

pub use delivery::WebhookDelivery;
pub use error::{WebhookError, WebhookErrorKind};
pub use event::WebhookEvent;
pub use verifier::WebhookVerifier;
