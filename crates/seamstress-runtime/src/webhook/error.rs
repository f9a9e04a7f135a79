//! Why a delivery gives no event.

use std::fmt;

use super::WebhookDelivery;
use crate::error::one_line;
use crate::json::ReadError;

/// Why a delivery gives no event.
///
/// Its text is one line, without the secret and without more of the body than the place that
/// cannot be read.
///
/// ```
/// use seamstress_runtime::WebhookError;
///
/// /// The status to answer with.
/// fn status(error: &WebhookError) -> u16 {
///     match error.is_unreadable() {
///         // The sender is genuine, and sending it again would not help: look at it later.
///         true => 200,
///         false => 401,
///     }
/// }
/// # let verifier = seamstress_runtime::WebhookVerifier::new("c2VjcmV0").unwrap();
/// # assert_eq!(status(&verifier.verify_parts("id", "1", "v1,", b"").unwrap_err()), 401);
/// ```
pub struct WebhookError(Box<Inner>);

struct Inner {
    kind: WebhookErrorKind,
    message: String,
    unreadable: Option<(WebhookDelivery, ReadError)>,
}

/// What is wrong with a delivery. Kinds may be added.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum WebhookErrorKind {
    /// One of the headers with id, timestamp and signatures is not there.
    MissingHeader,
    /// One of these headers is there twice, is no text, or is an id with a full stop, which
    /// would leave open where the id ends in what is signed.
    InvalidHeader,
    /// The timestamp is no whole number of seconds since the Unix epoch.
    InvalidTimestamp,
    /// No signature is by one of the secrets, for this id, this timestamp and this body.
    InvalidSignature,
    /// The signature is right, and older than the tolerance: sent again by somebody who has
    /// seen it, or the clock here is fast.
    TooOld,
    /// The signature is right, and further in the future than the tolerance: the clock here, or
    /// that of the sender, is wrong.
    TooNew,
    /// The delivery is genuine, and its body is not the JSON that it should be.
    Unreadable,
}

impl WebhookError {
    pub(super) fn new(kind: WebhookErrorKind, message: impl Into<String>) -> Self {
        Self(Box::new(Inner {
            kind,
            message: message.into(),
            unreadable: None,
        }))
    }

    pub(super) fn unreadable(delivery: WebhookDelivery, error: ReadError) -> Self {
        let id = one_line(delivery.id());
        let reason = one_line(&error.to_string());
        let message = format!("the delivery {id} is genuine, but cannot be read: {reason}");
        let mut this = Self::new(WebhookErrorKind::Unreadable, message);
        this.0.unreadable = Some((delivery, error));
        this
    }

    /// What is wrong.
    #[must_use]
    pub fn kind(&self) -> WebhookErrorKind {
        self.0.kind
    }

    /// Whether the delivery must not be trusted: it is not signed, wrongly signed, or signed for
    /// another time. The answer to it is 400 or 401.
    #[must_use]
    pub fn is_forged(&self) -> bool {
        !self.is_unreadable()
    }

    /// Whether the delivery is genuine, and its body cannot be read. The answer to it is 2xx:
    /// the sender would otherwise send the same again, to no avail.
    #[must_use]
    pub fn is_unreadable(&self) -> bool {
        self.kind() == WebhookErrorKind::Unreadable
    }

    /// The genuine delivery whose body cannot be read. `None` for what must not be trusted.
    #[must_use]
    pub fn delivery(&self) -> Option<&WebhookDelivery> {
        Some(&self.0.unreadable.as_ref()?.0)
    }

    /// Where and why the body of a genuine delivery cannot be read.
    #[must_use]
    pub fn read_error(&self) -> Option<&ReadError> {
        Some(&self.0.unreadable.as_ref()?.1)
    }
}

impl fmt::Display for WebhookError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.message)
    }
}

impl fmt::Debug for WebhookError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WebhookError")
            .field("kind", &self.kind())
            .field("message", &self.0.message)
            .field("delivery", &self.delivery())
            .finish_non_exhaustive()
    }
}

impl std::error::Error for WebhookError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(self.read_error()? as _)
    }
}
