//! What is known of a genuine delivery besides its body.

use jiff::Timestamp;

/// A delivery whose signature is right: its id, and when it was sent.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct WebhookDelivery {
    id: String,
    timestamp: Timestamp,
}

impl WebhookDelivery {
    pub(super) fn new(id: &str, timestamp: Timestamp) -> Self {
        Self {
            id: id.to_owned(),
            timestamp,
        }
    }

    /// The id of the message, the same each time that it is sent again: who remembers the ids
    /// that were dealt with deals with every message once.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// When it was sent, this time: later than what it tells of, where earlier attempts failed.
    #[must_use]
    pub fn timestamp(&self) -> Timestamp {
        self.timestamp
    }
}
