//! The secret of an endpoint.

use base64::Engine as _;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;
use zeroize::Zeroizing;

use super::headers::Parts;
use crate::Error;

/// The secret of an endpoint: the state of HMAC-SHA256 after the key, which is as good as the
/// key itself, and is overwritten when it is dropped.
#[derive(Clone)]
pub(super) struct Secret(Hmac<Sha256>);

/// Padding may be missing where people copy secrets; it never is in signatures.
const SECRETS: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// Takes one spelling of each value (RFC 4648, sections 3.2 and 3.5), so that no changed bit of
/// a signature goes unnoticed.
const SIGNATURES: GeneralPurpose = GeneralPurpose::new(&STANDARD, GeneralPurposeConfig::new());

impl Secret {
    /// Of `whsec_` and base64 (Standard Webhooks 1.0.0, "Signature scheme"), or of base64 alone.
    pub(super) fn new(text: &str) -> Result<Self, Error> {
        let text = text.trim();
        let encoded = text.strip_prefix("whsec_").unwrap_or(text);
        // The decoder's own error would name a character of the secret.
        let key = SECRETS.decode(encoded).map(Zeroizing::new).map_err(|_| {
            Error::configuration("the webhook secret is not `whsec_` and base64, or base64 alone")
        })?;
        if key.is_empty() {
            return Err(Error::configuration("the webhook secret is empty"));
        }
        Hmac::new_from_slice(&key)
            .map(Self)
            .map_err(|_| Error::configuration("the webhook secret cannot be used as a key"))
    }

    /// Whether one of the signatures is by this secret.
    ///
    /// They stand side by side, with a space between: `v1,<base64> v1a,<base64>`. Those of other
    /// versions are by other means, and passed over. The comparison takes the same time wherever
    /// the difference is.
    pub(super) fn has_signed(&self, parts: &Parts<'_>, body: &[u8]) -> bool {
        let mut mac = self.0.clone();
        for part in [
            parts.id.as_bytes(),
            b".",
            parts.timestamp.as_bytes(),
            b".",
            body,
        ] {
            mac.update(part);
        }
        parts
            .signatures
            .split(' ')
            .filter_map(|signature| signature.strip_prefix("v1,"))
            .filter_map(|encoded| SIGNATURES.decode(encoded).ok())
            .any(|signature| mac.clone().verify_slice(&signature).is_ok())
    }
}
