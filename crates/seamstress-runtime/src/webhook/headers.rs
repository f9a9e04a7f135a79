//! The three headers of a delivery.

use http::HeaderMap;

use super::{WebhookError, WebhookErrorKind};

/// The texts of the three headers of a delivery.
pub(super) struct Parts<'a> {
    pub(super) id: &'a str,
    pub(super) timestamp: &'a str,
    pub(super) signatures: &'a str,
}

/// The names of the three headers, which belong together: an id under one name says nothing
/// about a signature under the other.
struct Family {
    id: &'static str,
    timestamp: &'static str,
    signatures: &'static str,
}

/// As Standard Webhooks 1.0.0 has them ("Webhook headers").
const STANDARD: Family = Family {
    id: "webhook-id",
    timestamp: "webhook-timestamp",
    signatures: "webhook-signature",
};

/// As Svix has them, from before the specification.
const SVIX: Family = Family {
    id: "svix-id",
    timestamp: "svix-timestamp",
    signatures: "svix-signature",
};

/// The headers of one family: the first that is complete. Where neither is, the error names what
/// is missing of the one that was begun.
pub(super) fn parts(headers: &HeaderMap) -> Result<Parts<'_>, WebhookError> {
    let has = |name: &&str| headers.contains_key(*name);
    let families = [STANDARD, SVIX];
    let complete = families
        .iter()
        .find(|family| family.names().iter().all(has));
    let begun = || {
        families
            .iter()
            .find(|family| family.names().iter().any(has))
    };
    let Some(family) = complete.or_else(begun) else {
        let message = "the request has neither `webhook-…` nor `svix-…` headers";
        return Err(WebhookError::new(WebhookErrorKind::MissingHeader, message));
    };
    Ok(Parts {
        id: text(headers, family.id)?,
        timestamp: text(headers, family.timestamp)?,
        signatures: text(headers, family.signatures)?,
    })
}

impl Family {
    fn names(&self) -> [&'static str; 3] {
        [self.id, self.timestamp, self.signatures]
    }
}

fn text<'a>(headers: &'a HeaderMap, name: &str) -> Result<&'a str, WebhookError> {
    let mut values = headers.get_all(name).iter();
    let Some(value) = values.next() else {
        let message = format!("the request has no header `{name}`");
        return Err(WebhookError::new(WebhookErrorKind::MissingHeader, message));
    };
    let invalid = |what: &str| {
        let message = format!("the header `{name}` {what}");
        WebhookError::new(WebhookErrorKind::InvalidHeader, message)
    };
    if values.next().is_some() {
        return Err(invalid("is there twice"));
    }
    std::str::from_utf8(value.as_bytes()).map_err(|_| invalid("is no text"))
}
