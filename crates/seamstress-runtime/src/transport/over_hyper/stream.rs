//! A connection, however it was made.

use std::io::{self, IoSlice};
use std::pin::Pin;
use std::task::{Context, Poll};

use hyper::rt::{Read, ReadBufCursor, Write};
use hyper_rustls::MaybeHttpsStream;
use hyper_util::client::legacy::connect::{Connected, Connection};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;

/// To the host, or to a proxy.
type Direct = MaybeHttpsStream<TokioIo<TcpStream>>;

/// A connection to a host, or to a proxy that passes on.
pub(super) struct Stream {
    /// Of tunnels, TLS with the host within the connection to the proxy; else that connection itself.
    inner: MaybeHttpsStream<Direct>,
    /// Whether the other end is a proxy, which has to be told whole addresses (RFC 9112, section
    /// 3.2.2).
    is_to_proxy: bool,
}

impl Stream {
    /// To the host itself.
    pub(super) fn direct(connection: Direct) -> Self {
        Self {
            inner: MaybeHttpsStream::Http(connection),
            is_to_proxy: false,
        }
    }

    /// To a proxy that reads requests.
    pub(super) fn to_proxy(connection: Direct) -> Self {
        Self {
            is_to_proxy: true,
            ..Self::direct(connection)
        }
    }

    /// To the host, through a proxy that passes bytes on.
    pub(super) fn tunnelled(inner: MaybeHttpsStream<Direct>) -> Self {
        Self {
            inner,
            is_to_proxy: false,
        }
    }
}

impl Connection for Stream {
    fn connected(&self) -> Connected {
        self.inner.connected().proxy(self.is_to_proxy)
    }
}

impl Read for Stream {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: ReadBufCursor<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.inner).poll_read(cx, buffer)
    }
}

impl Write for Stream {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.inner).poll_write(cx, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.inner).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.inner).poll_shutdown(cx)
    }

    fn is_write_vectored(&self) -> bool {
        self.inner.is_write_vectored()
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        parts: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.inner).poll_write_vectored(cx, parts)
    }
}
