//! Answers that are collected in memory.

use bytes::{Bytes, BytesMut};
use http_body::Body;

use super::{Limits, TransportError, TransportErrorKind};

/// Awaits `response` and its body, within `limits`. `failed` says what an error of the body means.
pub(super) async fn collect<B: Body<Data = Bytes> + Unpin>(
    response: impl Future<Output = Result<http::Response<B>, TransportError>>,
    failed: fn(B::Error) -> TransportError,
    limits: Limits,
) -> Result<http::Response<Bytes>, TransportError> {
    let answer = async {
        let mut response = response.await?;
        let body = read(response.body_mut(), failed, limits.max_response_bytes).await?;
        Ok(response.map(|_| body))
    };
    // One timer over head and body.
    let answer = tokio::time::timeout(limits.timeout, answer).await;
    answer.unwrap_or_else(|_: tokio::time::error::Elapsed| Err(late()))
}

fn late() -> TransportError {
    TransportError::new(TransportErrorKind::Timeout, "no answer in time")
}

/// Reads the body, and stops as soon as it is longer than `limit`.
async fn read<B: Body<Data = Bytes> + Unpin>(
    body: &mut B,
    failed: fn(B::Error) -> TransportError,
    limit: u64,
) -> Result<Bytes, TransportError> {
    let announced = body.size_hint().exact().unwrap_or(0);
    if announced > limit {
        return Err(TransportError::too_large(limit));
    }
    let mut whole = Gathered::One(Bytes::new());
    while whole.len() as u64 <= limit {
        match next(body).await {
            Some(Ok(chunk)) => whole = whole.and(chunk, announced),
            Some(Err(error)) => return Err(failed(error)),
            None => return Ok(whole.into_bytes()),
        }
        if announced > 0 && whole.len() as u64 == announced {
            // There is no more than that, and the body need not be asked.
            return Ok(whole.into_bytes());
        }
    }
    Err(TransportError::too_large(limit))
}

/// The next piece of `body`. Trailers are of no interest.
async fn next<B: Body<Data = Bytes> + Unpin>(body: &mut B) -> Option<Result<Bytes, B::Error>> {
    loop {
        let frame = std::future::poll_fn(|cx| std::pin::Pin::new(&mut *body).poll_frame(cx)).await;
        match frame?.map(http_body::Frame::into_data) {
            Ok(Ok(bytes)) => return Some(Ok(bytes)),
            Ok(Err(_)) => {}
            Err(error) => return Some(Err(error)),
        }
    }
}

/// What has come of a body: most are a single chunk, which need not be copied.
enum Gathered {
    One(Bytes),
    Many(BytesMut),
}

impl Gathered {
    fn len(&self) -> usize {
        match self {
            Self::One(chunk) => chunk.len(),
            Self::Many(chunks) => chunks.len(),
        }
    }

    /// Adds `chunk`; `announced` is the length of the whole body, if it is known, else 0.
    fn and(self, chunk: Bytes, announced: u64) -> Self {
        /// A server may announce much and send little: no more than this is set aside on its word.
        const TRUSTED: usize = 1024 * 1024;
        let mut chunks = match self {
            Self::One(first) if first.is_empty() => return Self::One(chunk),
            Self::Many(chunks) => chunks,
            Self::One(first) => {
                let announced = usize::try_from(announced).unwrap_or(TRUSTED).min(TRUSTED);
                let mut chunks = BytesMut::with_capacity(announced.max(first.len() + chunk.len()));
                chunks.extend_from_slice(&first);
                chunks
            }
        };
        chunks.extend_from_slice(&chunk);
        Self::Many(chunks)
    }

    fn into_bytes(self) -> Bytes {
        match self {
            Self::One(chunk) => chunk,
            Self::Many(chunks) => chunks.freeze(),
        }
    }
}
