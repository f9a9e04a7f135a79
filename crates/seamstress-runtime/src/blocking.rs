//! The same calls for programs without asynchronous code.
//!
//! There is no second implementation: what is awaited elsewhere is driven here on the thread of
//! the caller. Sockets and timers need someone to watch them; that is one thread of the process,
//! which is started by the first call and which no caller needs to know of.

use std::fmt;
use std::io;
use std::pin::Pin;
use std::sync::OnceLock;

use futures_core::Stream;
use tokio::runtime::{Builder, Runtime};

use crate::{Error, Sending};

impl<T> Sending<T> {
    /// Sends, and blocks the thread until there is a result.
    ///
    /// Meant for programs without asynchronous code: in an asynchronous one it would keep the
    /// thread from everything else, which may be what watches the connection that it takes from
    /// the pool. It would then run into its timeout.
    ///
    /// # Errors
    ///
    /// As for those who await. Of [`ErrorKind::Configuration`](crate::ErrorKind::Configuration),
    /// where the thread for sockets and timers cannot be started.
    ///
    /// ```
    /// # use seamstress_runtime::{Call, Error};
    /// fn name(call: Call) -> Result<String, Error> {
    ///     call.send_value::<String>().blocking()
    /// }
    /// ```
    pub fn blocking(self) -> Result<T, Error> {
        block_on(self)?
    }
}

/// A stream as an iterator, which blocks the thread for every element.
///
/// ```
/// # use seamstress_runtime::{BlockingIter, Call, Error, Paging};
/// fn names(call: Call, paging: &'static Paging) -> Result<Vec<String>, Error> {
///     BlockingIter::new(call.stream::<String>(paging)).collect()
/// }
/// ```
#[must_use = "nothing is sent until it is iterated over"]
pub struct BlockingIter<S>(S);

impl<S: Stream + Unpin> BlockingIter<S> {
    /// The elements of `stream`.
    pub fn new(stream: S) -> Self {
        Self(stream)
    }

    /// The stream, which knows where it stands: see [`Items::cursor`](crate::Items::cursor).
    #[must_use]
    pub fn get_ref(&self) -> &S {
        &self.0
    }

    /// The stream with all that is left.
    #[must_use]
    pub fn into_inner(self) -> S {
        self.0
    }
}

impl<S, T> Iterator for BlockingIter<S>
where
    S: Stream<Item = Result<T, Error>> + Unpin,
{
    type Item = Result<T, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        let mut stream = Pin::new(&mut self.0);
        let next = std::future::poll_fn(move |cx| stream.as_mut().poll_next(cx));
        match block_on(next) {
            Ok(next) => next,
            Err(error) => Some(Err(error)),
        }
    }
}

impl<S: fmt::Debug> fmt::Debug for BlockingIter<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("BlockingIter").field(&self.0).finish()
    }
}

/// Drives `future` on this thread.
///
/// The runtime is only entered, not blocked on: that would panic where the caller, against all
/// advice, is asynchronous itself.
fn block_on<F: Future>(future: F) -> Result<F::Output, Error> {
    let _entered = runtime()?.enter();
    Ok(pollster::block_on(future))
}

/// Who watches sockets and timers, for the whole process.
fn runtime() -> Result<&'static Runtime, Error> {
    static RUNTIME: OnceLock<io::Result<Runtime>> = OnceLock::new();
    let started = RUNTIME.get_or_init(|| {
        Builder::new_multi_thread()
            .worker_threads(1)
            .thread_name("seamstress-blocking")
            .enable_all()
            .build()
    });
    started.as_ref().map_err(|error| {
        let message = format!("the thread for sockets and timers cannot be started: {error}");
        Error::configuration(message)
    })
}
