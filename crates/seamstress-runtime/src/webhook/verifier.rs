//! What checks deliveries.

use std::fmt;
use std::time::Duration;

use http::HeaderMap;
use jiff::Timestamp;

use super::headers::{self, Parts};
use super::secret::Secret;
use super::{WebhookDelivery, WebhookError, WebhookErrorKind, WebhookEvent};
use crate::Error;
use crate::json::Json;

/// Checks that deliveries come from who knows the secret of the endpoint, and reads them.
///
/// A delivery has three headers, named `webhook-…` (Standard Webhooks) or `svix-…` (Svix), and a
/// body, which must be the bytes as they came: before anything has parsed them.
///
/// ```
/// use seamstress_runtime::jiff::Timestamp;
/// use seamstress_runtime::{WebhookVerifier, http::HeaderMap, json::Value};
///
/// let verifier = WebhookVerifier::new("whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD")?;
///
/// let mut headers = HeaderMap::new();
/// headers.insert("webhook-id", "msg_27UH4WbU6Z5A5EzD8u03UvzRbpk".parse()?);
/// headers.insert("webhook-timestamp", "1649367553".parse()?);
/// headers.insert("webhook-signature", "v1,tZ1I4/hDygAJgO5TYxiSd6Sd0kDW6hPenDe+bTa3Kkw=".parse()?);
/// let body = br#"{"email":"test@example.com","username":"test_user"}"#;
///
/// // Sent in 2022: much too old.
/// assert!(verifier.verify(&headers, body).unwrap_err().is_forged());
///
/// let then = Timestamp::from_second(1649367553)?;
/// let event = verifier.at(then).read::<Value>(&headers, body)?;
/// assert_eq!(event.value["username"], "test_user");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct WebhookVerifier {
    secrets: Vec<Secret>,
    tolerance: Duration,
    now: Option<Timestamp>,
}

/// How long a delivery is good for: what the libraries of Standard Webhooks and Svix have.
const TOLERANCE: Duration = Duration::from_secs(5 * 60);

impl WebhookVerifier {
    /// Checks by the secret of the endpoint: `whsec_` and base64, or base64 alone.
    ///
    /// # Errors
    ///
    /// Of [`ErrorKind::Configuration`](crate::ErrorKind::Configuration), where it is empty or no
    /// base64. The error does not repeat it.
    pub fn new(secret: &str) -> Result<Self, Error> {
        Ok(Self {
            secrets: vec![Secret::new(secret)?],
            tolerance: TOLERANCE,
            now: None,
        })
    }

    /// Accepts deliveries by this secret too, while an endpoint changes from one to the other.
    ///
    /// # Errors
    ///
    /// As [`new`](Self::new).
    pub fn and_secret(mut self, secret: &str) -> Result<Self, Error> {
        self.secrets.push(Secret::new(secret)?);
        Ok(self)
    }

    /// How far the timestamp of a delivery may be from the time, before or after: five minutes
    /// unless set. Timestamps are whole seconds.
    #[must_use]
    pub fn tolerance(mut self, tolerance: Duration) -> Self {
        self.tolerance = tolerance;
        self
    }

    /// Judges the age of deliveries as if it were `now`, instead of by the clock of the system:
    /// for tests, and for deliveries that were kept, which are judged by when they came in.
    #[must_use]
    pub fn at(mut self, now: Timestamp) -> Self {
        self.now = Some(now);
        self
    }

    /// Checks a delivery, and leaves reading the body to the caller.
    ///
    /// # Errors
    ///
    /// Where the delivery must not be trusted: [`WebhookError::is_forged`] is true.
    pub fn verify(
        &self,
        headers: &HeaderMap,
        body: &[u8],
    ) -> Result<WebhookDelivery, WebhookError> {
        self.check(&headers::parts(headers)?, body)
    }

    /// The same as [`verify`](Self::verify), for callers with another type of headers: the texts
    /// of the headers `…-id`, `…-timestamp` and `…-signature`.
    ///
    /// # Errors
    ///
    /// As [`verify`](Self::verify).
    pub fn verify_parts(
        &self,
        id: &str,
        timestamp: &str,
        signatures: &str,
        body: &[u8],
    ) -> Result<WebhookDelivery, WebhookError> {
        let parts = Parts {
            id,
            timestamp,
            signatures,
        };
        self.check(&parts, body)
    }

    /// Checks a delivery, and reads its body.
    ///
    /// # Errors
    ///
    /// Where the delivery must not be trusted, or it is genuine and the body cannot be read:
    /// [`WebhookError::is_forged`] and [`WebhookError::is_unreadable`] tell them apart.
    pub fn read<T: Json + Default>(
        &self,
        headers: &HeaderMap,
        body: &[u8],
    ) -> Result<WebhookEvent<T>, WebhookError> {
        WebhookEvent::read(self.verify(headers, body)?, body)
    }

    /// The same as [`read`](Self::read), for callers with another type of headers: see
    /// [`verify_parts`](Self::verify_parts).
    ///
    /// # Errors
    ///
    /// As [`read`](Self::read).
    pub fn read_parts<T: Json + Default>(
        &self,
        id: &str,
        timestamp: &str,
        signatures: &str,
        body: &[u8],
    ) -> Result<WebhookEvent<T>, WebhookError> {
        WebhookEvent::read(self.verify_parts(id, timestamp, signatures, body)?, body)
    }

    /// The signature comes first: what is said about the age is then true, and not a forger's.
    fn check(&self, parts: &Parts<'_>, body: &[u8]) -> Result<WebhookDelivery, WebhookError> {
        // Standard Webhooks 1.0.0, "Signature scheme": with a full stop in the id, a part of the
        // body could be passed off as the whole.
        if parts.id.contains('.') {
            let message = "the id of the delivery has a full stop";
            return Err(WebhookError::new(WebhookErrorKind::InvalidHeader, message));
        }
        let sent = sent_at(parts.timestamp)?;
        if !self
            .secrets
            .iter()
            .any(|secret| secret.has_signed(parts, body))
        {
            let message = "no signature of the delivery fits: either it is forged, or this is not \
                           the secret of the endpoint or not the body as it came";
            return Err(WebhookError::new(
                WebhookErrorKind::InvalidSignature,
                message,
            ));
        }
        self.check_age(sent)?;
        Ok(WebhookDelivery::new(parts.id, sent))
    }

    fn check_age(&self, sent: Timestamp) -> Result<(), WebhookError> {
        let now = self.now.unwrap_or_else(Timestamp::now).as_second();
        let difference = now.abs_diff(sent.as_second());
        if Duration::from_secs(difference) <= self.tolerance {
            return Ok(());
        }
        let (kind, side) = match sent.as_second() < now {
            true => (WebhookErrorKind::TooOld, "before"),
            false => (WebhookErrorKind::TooNew, "after"),
        };
        let message = format!("the delivery was sent {difference} s {side} the time of this clock");
        Err(WebhookError::new(kind, message))
    }
}

/// Digits only: a sign or a space would be another spelling of the same time.
fn sent_at(text: &str) -> Result<Timestamp, WebhookError> {
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let second = text.parse().ok().filter(|_| is_number);
    second
        .and_then(|second| Timestamp::from_second(second).ok())
        .ok_or_else(|| {
            let message = "the timestamp of the delivery is no number of seconds";
            WebhookError::new(WebhookErrorKind::InvalidTimestamp, message)
        })
}

/// Secrets are left out.
impl fmt::Debug for WebhookVerifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WebhookVerifier")
            .field("secrets", &self.secrets.len())
            .field("tolerance", &self.tolerance)
            .finish_non_exhaustive()
    }
}
