//! The bytes of a file, read while they are sent.

use std::io;
use std::path::PathBuf;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;
use tokio::fs::File;
use tokio::io::{AsyncRead, ReadBuf};

use super::upload::broken;
use crate::BoxFuture;
use crate::transport::TransportError;

/// As much is read at a time.
const PIECE: usize = 64 * 1024;

/// The bytes of a file, which is opened when they are first asked for.
pub(super) struct FileStream(State);

enum State {
    Closed(PathBuf),
    Opening(BoxFuture<'static, io::Result<File>>),
    Open(File, Vec<u8>),
    Ended,
}

impl FileStream {
    pub(super) fn new(path: PathBuf) -> Self {
        Self(State::Closed(path))
    }
}

impl Stream for FileStream {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            let result = match &mut self.0 {
                State::Closed(path) => {
                    let opening = File::open(std::mem::take(path));
                    self.0 = State::Opening(Box::pin(opening));
                    continue;
                }
                State::Opening(opening) => match ready!(opening.as_mut().poll(cx)) {
                    Ok(file) => {
                        self.0 = State::Open(file, vec![0; PIECE]);
                        continue;
                    }
                    Err(error) => Err(error),
                },
                State::Open(file, space) => {
                    let mut read = ReadBuf::new(space);
                    match ready!(Pin::new(file).poll_read(cx, &mut read)) {
                        Ok(()) => Ok(Bytes::copy_from_slice(read.filled())),
                        Err(error) => Err(error),
                    }
                }
                State::Ended => return Poll::Ready(None),
            };
            return Poll::Ready(match result {
                Ok(piece) if !piece.is_empty() => Some(Ok(piece)),
                Ok(_) => {
                    self.0 = State::Ended;
                    None
                }
                Err(error) => {
                    self.0 = State::Ended;
                    Some(Err(broken(error.into())))
                }
            });
        }
    }
}
