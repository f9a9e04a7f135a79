//! Tokens that are obtained, and last for a while.

use std::fmt;
use std::future::poll_fn;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Poll, Waker};
use std::time::Duration;

use http::HeaderValue;

use super::grant::GrantSource;
use crate::client::Shared;
use crate::transport::BoxFuture;
use crate::{Error, ErrorKind};

/// Gives bearer tokens, for APIs whose tokens are obtained in a way of the caller's own: after a
/// person has logged in, from a metadata service, from a vault.
///
/// A token is kept until shortly before it expires, or until the server refuses it; then the
/// provider is asked again, once, however many calls wait for it.
///
/// ```
/// use std::time::Duration;
/// use seamstress_runtime::{BoxFuture, Error, Token, TokenProvider};
///
/// #[derive(Debug)]
/// struct Vault;
///
/// impl TokenProvider for Vault {
///     fn token(&self) -> BoxFuture<'_, Result<Token, Error>> {
///         Box::pin(async { Ok(Token::new("s3cret").expires_in(Duration::from_secs(3600))) })
///     }
/// }
/// ```
pub trait TokenProvider: fmt::Debug + Send + Sync + 'static {
    /// A token that was not given before, unless it is still good.
    ///
    /// It is awaited for as long as it takes, so it should have a timeout of its own. What it gives
    /// after the deadline of the call that asked is kept for the next one.
    ///
    /// # Errors
    ///
    /// Of the provider's own making ([`Error::refused`]): the calls that wait for the token end
    /// with it. The message must hold no secret.
    fn token(&self) -> BoxFuture<'_, Result<Token, Error>>;
}

/// A bearer token. It is never shown.
#[derive(Clone)]
pub struct Token {
    secret: String,
    lifetime: Option<Duration>,
}

impl Token {
    /// A token that lasts until the server refuses it.
    #[must_use]
    pub fn new(secret: impl Into<String>) -> Self {
        Self {
            secret: secret.into(),
            lifetime: None,
        }
    }

    /// The same token, which lasts for so long from now on.
    #[must_use]
    pub fn expires_in(mut self, lifetime: Duration) -> Self {
        self.lifetime = Some(lifetime);
        self
    }
}

/// The token itself is left out.
impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Token")
            .field("lifetime", &self.lifetime)
            .finish_non_exhaustive()
    }
}

/// Where tokens come from.
pub(super) enum Source {
    Grant(GrantSource),
    Provider(Arc<dyn TokenProvider>),
}

/// The token of a credential: the one at hand, and the way to the next one.
pub(super) struct Tokens {
    source: Source,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    current: Option<Current>,
    /// How many tokens were asked for.
    rounds: u64,
    /// Why the last round gave none.
    failure: Option<Failure>,
    /// Whether a call is about to obtain one, and who waits for it.
    is_busy: bool,
    waiting: Vec<Waker>,
}

struct Current {
    header: HeaderValue,
    /// The time of the client's clock from which on it is not used any more.
    end: Option<Duration>,
    round: u64,
}

#[derive(Clone)]
struct Failure {
    kind: ErrorKind,
    message: String,
}

/// A token as it is sent, and which one it is.
pub(super) struct Bearer {
    pub(super) header: HeaderValue,
    round: u64,
}

impl Tokens {
    pub(super) fn new(source: Source) -> Self {
        Self {
            source,
            state: Mutex::default(),
        }
    }

    /// A token that is good at the moment. Of calls that need a new one at the same time, one
    /// obtains it, and the others wait; where that fails, it fails for all of them.
    pub(super) async fn bearer(&self, client: &Shared, end: Duration) -> Result<Bearer, Error> {
        let rounds = self.lock().rounds;
        if let Some(bearer) = self.good(client) {
            return Ok(bearer);
        }
        let _turn = self.turn().await;
        if let Some(bearer) = self.good(client) {
            return Ok(bearer);
        }
        if let Some(failure) = self.failure_since(rounds) {
            return Err(Error::new(failure.kind, failure.message));
        }
        // Counted from before the request, so that it is rather renewed too early than too late.
        let asked = client.clock.now();
        let obtained = match &self.source {
            Source::Grant(grant) => grant.token(client, end).await,
            Source::Provider(provider) => provider.token().await,
        };
        self.keep(obtained, asked)
    }

    /// Forgets the token that the server refused, unless there is another one already.
    pub(super) fn refuse(&self, bearer: &Bearer) {
        let mut state = self.lock();
        let is_current = |current: &Current| current.round == bearer.round;
        if state.current.as_ref().is_some_and(is_current) {
            state.current = None;
        }
    }

    fn good(&self, client: &Shared) -> Option<Bearer> {
        let state = self.lock();
        let current = state.current.as_ref()?;
        let is_good = current.end.is_none_or(|end| client.clock.now() < end);
        is_good.then(|| Bearer {
            header: current.header.clone(),
            round: current.round,
        })
    }

    fn failure_since(&self, rounds: u64) -> Option<Failure> {
        let state = self.lock();
        let failure = state.failure.clone();
        failure.filter(|_| state.rounds > rounds)
    }

    fn keep(&self, obtained: Result<Token, Error>, asked: Duration) -> Result<Bearer, Error> {
        let made = obtained.and_then(|token| Ok((header(&token.secret)?, token.lifetime)));
        let mut state = self.lock();
        state.rounds += 1;
        let round = state.rounds;
        match made {
            Ok((header, lifetime)) => {
                state.failure = None;
                state.current = Some(Current {
                    header: header.clone(),
                    end: lifetime.map(|lifetime| asked.saturating_add(usable(lifetime))),
                    round,
                });
                Ok(Bearer { header, round })
            }
            Err(error) => {
                state.failure = Some(Failure {
                    kind: error.kind(),
                    message: error.to_string(),
                });
                Err(error)
            }
        }
    }

    /// The right to obtain a token, which one call has at a time. A call that is dropped gives
    /// it up, and another one takes over.
    async fn turn(&self) -> Turn<'_> {
        poll_fn(|cx| {
            let mut state = self.lock();
            if !state.is_busy {
                state.is_busy = true;
                return Poll::Ready(());
            }
            if !state
                .waiting
                .iter()
                .any(|known| known.will_wake(cx.waker()))
            {
                state.waiting.push(cx.waker().clone());
            }
            Poll::Pending
        })
        .await;
        Turn(self)
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        // Whoever panicked while holding it has left nothing half done.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

struct Turn<'a>(&'a Tokens);

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        let mut state = self.0.lock();
        state.is_busy = false;
        let waiting = std::mem::take(&mut state.waiting);
        drop(state);
        waiting.into_iter().for_each(Waker::wake);
    }
}

/// How long a token of this lifetime is used: not to its end, as clocks differ and requests take
/// their time.
fn usable(lifetime: Duration) -> Duration {
    /// The longest margin.
    const MARGIN: Duration = Duration::from_secs(60);
    lifetime.saturating_sub(MARGIN.min(lifetime / 4))
}

fn header(secret: &str) -> Result<HeaderValue, Error> {
    let header = HeaderValue::try_from(format!("Bearer {secret}")).ok();
    match header.filter(|_| !secret.trim().is_empty()) {
        Some(mut header) => {
            header.set_sensitive(true);
            Ok(header)
        }
        None => Err(Error::new(
            ErrorKind::Credential,
            "the token that was obtained is empty, or cannot stand in a header",
        )),
    }
}
