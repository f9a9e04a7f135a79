//! Trying again: what may be repeated, and after what pause.

mod after;
mod budget;
mod options;

use std::time::Duration;

use bytes::Bytes;
use http::{Response, StatusCode};

pub(crate) use after::retry_after;
pub(crate) use budget::Budget;
pub use options::RetryOptions;

use crate::transport::{TransportError, TransportErrorKind};
use crate::{Clock, Method};

/// What one attempt led to: an answer of any status, or none.
pub(crate) type Outcome = Result<Response<Bytes>, TransportError>;

/// Whether another attempt could end better than with `outcome`.
pub(crate) fn is_transient(outcome: &Outcome) -> bool {
    match outcome {
        Ok(answer) => {
            let status = answer.status();
            status.is_server_error()
                || status == StatusCode::REQUEST_TIMEOUT
                || status == StatusCode::TOO_MANY_REQUESTS
        }
        Err(error) => !matches!(
            error.kind(),
            TransportErrorKind::ResponseTooLarge | TransportErrorKind::Unsupported
        ),
    }
}

/// Whether the server cannot have acted on the request: no part of it was sent.
pub(crate) fn was_never_sent(outcome: &Outcome) -> bool {
    matches!(outcome, Err(error) if error.kind() == TransportErrorKind::Connect)
}

/// Whether sending a request twice does the same as sending it once
/// (RFC 9110, section 9.2.2). PATCH and POST promise nothing of the kind.
pub(crate) fn is_idempotent(method: Method) -> bool {
    match method {
        Method::Get | Method::Head | Method::Options | Method::Trace | Method::Query => true,
        Method::Put | Method::Delete => true,
        Method::Post | Method::Patch | Method::Other(_) => false,
    }
}

/// The pause before the attempt after the `attempt`-th, which led to `outcome`: exponential with
/// full jitter, so that clients that failed together do not come back together; or longer, where
/// the server asks for it.
pub(crate) fn pause(
    options: &RetryOptions,
    attempt: u32,
    outcome: &Outcome,
    clock: &dyn Clock,
) -> Duration {
    let doubled = options
        .base_delay
        .saturating_mul(1 << attempt.saturating_sub(1).min(20));
    let pause = clock.jitter(doubled.min(options.max_delay));
    let asked = outcome.as_ref().ok().and_then(|answer| {
        let now = clock.timestamp();
        retry_after(answer.headers(), now)
    });
    pause.max(asked.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::transport::BoxFuture;

    /// A clock that always gives the longest pause.
    #[derive(Debug)]
    struct Longest;

    impl Clock for Longest {
        fn now(&self) -> Duration {
            Duration::ZERO
        }

        fn sleep(&self, _: Duration) -> BoxFuture<'_, ()> {
            Box::pin(std::future::ready(()))
        }

        fn jitter(&self, max: Duration) -> Duration {
            max
        }
    }

    fn answer(status: u16, headers: &[(&'static str, &'static str)]) -> Outcome {
        let mut answer = Response::new(Bytes::new());
        *answer.status_mut() = StatusCode::from_u16(status).unwrap();
        for (name, value) in headers {
            let value = http::HeaderValue::from_static(value);
            answer.headers_mut().insert(*name, value);
        }
        Ok(answer)
    }

    #[test]
    fn only_what_may_end_better_is_transient() {
        for status in [408, 429, 500, 502, 503, 504, 599] {
            assert!(is_transient(&answer(status, &[])), "{status}");
        }
        for status in [200, 204, 301, 304, 400, 401, 403, 404, 409, 410, 422] {
            assert!(!is_transient(&answer(status, &[])), "{status}");
        }
        for (kind, expected) in [
            (TransportErrorKind::Connect, true),
            (TransportErrorKind::Timeout, true),
            (TransportErrorKind::Other, true),
            (TransportErrorKind::ResponseTooLarge, false),
            (TransportErrorKind::Unsupported, false),
        ] {
            assert_eq!(is_transient(&Err(TransportError::new(kind, ""))), expected);
        }
    }

    #[test]
    fn pauses_double_up_to_the_longest() {
        let options = RetryOptions::default()
            .base_delay(Duration::from_millis(100))
            .max_delay(Duration::from_millis(500));
        let failed = answer(503, &[]);
        let pauses: Vec<u128> = (1..6)
            .map(|attempt| pause(&options, attempt, &failed, &Longest).as_millis())
            .collect();
        assert_eq!(pauses, [100, 200, 400, 500, 500]);
        assert_eq!(
            pause(&options, u32::MAX, &failed, &Longest).as_millis(),
            500
        );
    }

    #[test]
    fn a_server_may_ask_for_more_and_not_for_less() {
        let options = RetryOptions::default().base_delay(Duration::from_secs(2));
        let of = |headers: &[(&'static str, &'static str)]| {
            pause(&options, 1, &answer(429, headers), &Longest).as_secs()
        };
        assert_eq!(of(&[("retry-after", "7")]), 7);
        assert_eq!(of(&[("retry-after", "1")]), 2);
        assert_eq!(of(&[("retry-after", "soon")]), 2);
    }
}
