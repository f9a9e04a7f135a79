//! The attempts of a call: how many there are, when the next one follows, and what the last one
//! came to.

use std::time::Duration;

use http::StatusCode;

use crate::credential::Proof;
use crate::response::Envelope;
use crate::retry::{Outcome, is_transient, pause, retry_after, was_never_sent};
use crate::transport::ByteStream;
use crate::{Call, Error, RetryOptions, trace};

/// An answer, and its content where that is still to come. Both are in boxes: they go from hand to
/// hand here, and are large.
pub(crate) type Answered = (Box<Envelope>, Option<Box<ByteStream>>);

/// What came of an attempt, and the content where that is still to come.
pub(crate) type Came = (Outcome, Option<Box<ByteStream>>);

/// The attempts of a call: how far they are, and how far they may go.
pub(crate) struct Course<'a> {
    call: &'a Call,
    retry: &'a RetryOptions,
    pub(crate) timeout: Duration,
    pub(crate) end: Duration,
    pub(crate) number: u32,
    is_renewed: bool,
}

/// What follows an attempt.
pub(crate) enum Next {
    End(Result<Answered, Error>),
    /// Another one, with a new token.
    AtOnce,
    /// Another one after a pause; or else what came, where that lasts too long.
    After(Duration, Box<Came>),
}

impl<'a> Course<'a> {
    pub(crate) fn of(call: &'a Call, now: Duration) -> Self {
        let client = &*call.client.0;
        let retry = call.rare().retry.as_ref().unwrap_or(&client.retry);
        let timeout = call.timeout.unwrap_or(client.limits.timeout);
        Self {
            call,
            retry,
            timeout,
            end: now.saturating_add(retry.deadline_with(timeout)),
            number: 1,
            is_renewed: false,
        }
    }

    /// Step 6.
    pub(crate) fn next(&mut self, proof: &Proof<'_>, came: Came) -> Next {
        let client = &*self.call.client.0;
        let outcome = &came.0;
        if !is_transient(outcome) {
            client.budget.give();
        }
        let may_renew = !self.is_renewed && self.call.is_repeatable();
        if proof.is_outdated(outcome) && may_renew && client.clock.now() < self.end {
            self.is_renewed = true;
            self.number += 1;
            return Next::AtOnce;
        }
        let Some(pause) = self.pause(outcome) else {
            return Next::End(self.judge(came));
        };
        trace::retrying(self.number, pause);
        Next::After(pause, Box::new(came))
    }

    /// The pause after which another attempt follows, if one does.
    fn pause(&self, outcome: &Outcome) -> Option<Duration> {
        let client = &*self.call.client.0;
        if !is_transient(outcome) || self.number >= self.retry.max_attempts {
            return None;
        }
        if !(self.call.idempotent || was_never_sent(outcome)) || !self.call.is_repeatable() {
            return None;
        }
        let pause = pause(self.retry, self.number, outcome, &*client.clock);
        if client.clock.now().saturating_add(pause) >= self.end {
            return None;
        }
        if !client.budget.take() {
            trace::out_of_budget(self.number);
            return None;
        }
        Some(pause)
    }

    /// Step 7.
    pub(crate) fn judge(&self, (outcome, content): Came) -> Result<Answered, Error> {
        let client = &*self.call.client.0;
        let attempts = self.number;
        let failed = |error| Error::from_transport(error).with_attempts(attempts);
        let answer = outcome.map_err(failed)?;
        let envelope = Envelope::new(self.call, answer, attempts);
        let status = envelope.status();
        if is_answer(self.call, status) {
            return Ok((Box::new(envelope), content));
        }
        let api = client.settings.error_body.read(status, envelope.body());
        let pause = retry_after(envelope.headers(), client.clock.timestamp());
        let error = Error::from_api(api, envelope.request_id().map(str::to_owned));
        let error = error.with_headers(envelope.headers().clone());
        Err(error.with_attempts(attempts).with_retry_after(pause))
    }
}

/// Whether an answer with this status is what the operation is called for.
pub(crate) fn is_answer(call: &Call, status: StatusCode) -> bool {
    status.is_success() || call.operation.redirects && status.is_redirection()
}
