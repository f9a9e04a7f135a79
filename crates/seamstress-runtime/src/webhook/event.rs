//! A delivery, read.

use jiff::Timestamp;

use super::{WebhookDelivery, WebhookError};
use crate::json::{self, Correction, Json, Rejected, Report};

/// The event that a genuine delivery brings, and what reading it met with.
///
/// Reading is as tolerant as it is with answers: members that are not known are kept, a kind of
/// event that is not known is no error, and what had to be mended is listed.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct WebhookEvent<T> {
    /// The event.
    pub value: T,
    delivery: WebhookDelivery,
    report: Report,
}

impl<T: Json + Default> WebhookEvent<T> {
    pub(super) fn read(delivery: WebhookDelivery, body: &[u8]) -> Result<Self, WebhookError> {
        match json::from_slice(body) {
            Ok((value, report)) => Ok(Self {
                value,
                delivery,
                report,
            }),
            Err(error) => Err(WebhookError::unreadable(delivery, error)),
        }
    }
}

impl<T> WebhookEvent<T> {
    /// The event alone.
    #[must_use]
    pub fn into_value(self) -> T {
        self.value
    }

    /// The delivery that it came in.
    #[must_use]
    pub fn delivery(&self) -> &WebhookDelivery {
        &self.delivery
    }

    /// The id of the message: see [`WebhookDelivery::id`].
    #[must_use]
    pub fn id(&self) -> &str {
        self.delivery.id()
    }

    /// When it was sent: see [`WebhookDelivery::timestamp`].
    #[must_use]
    pub fn timestamp(&self) -> Timestamp {
        self.delivery.timestamp()
    }

    /// What of the event had to be corrected, as the body lacks it.
    #[must_use]
    pub fn corrections(&self) -> &[Correction] {
        &self.report.corrections
    }

    /// The elements of lists that could not be read, and are left out of the event.
    #[must_use]
    pub fn rejected(&self) -> &[Rejected] {
        &self.report.rejected
    }
}
