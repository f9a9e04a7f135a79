//! The server that is called: one small answer to everything, on the loopback address.
//!
//! It is a process of its own, so that its processor time is not the clients'.

use std::convert::Infallible;
use std::io::BufRead;
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use bytes::Bytes;
use http_body_util::Full;
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::io::AsyncReadExt;
use tokio::net::TcpListener;

use crate::Fault;

/// The word on the command line that makes a program the server.
pub const COMMAND: &str = "serve";

/// What is answered.
const ANSWER: &[u8] = br#"{"webhook":{"webhook_id":"d5b2aa7c-91c0-4b5e-8f1e-9d1b8a1c2f3e","url":"https://example.com/webhook","event_types":["device.connected","device.disconnected"],"secret":"whsec_c2VjcmV0"},"ok":true}"#;

/// A server that runs; it ends when this is dropped, or when the process ends.
#[derive(Debug)]
pub struct Server {
    child: Child,
    /// Where it listens.
    pub address: SocketAddr,
}

impl Server {
    /// Starts a program that calls [`serve`] on the word [`COMMAND`].
    ///
    /// # Errors
    ///
    /// Where it does not start, or says nothing.
    pub fn start(program: &Path) -> Result<Self, Fault> {
        let mut child = Command::new(program)
            .arg(COMMAND)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let output = child.stdout.take().ok_or("the server has no output")?;
        let mut line = String::new();
        std::io::BufReader::new(output).read_line(&mut line)?;
        let address = line.trim().parse()?;
        Ok(Self { child, address })
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Its input ends, and with it the server. What is left of it is of no interest.
        drop(self.child.stdin.take());
        let _ = self.child.wait();
    }
}

/// Serves until the input ends, which it does with the process that started this one.
///
/// # Errors
///
/// Where no port can be had.
pub fn serve() -> Result<(), Fault> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    runtime.block_on(async {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        println!("{}", listener.local_addr()?);
        tokio::spawn(accept(listener));
        let mut nothing = Vec::new();
        tokio::io::stdin().read_to_end(&mut nothing).await?;
        Ok(())
    })
}

async fn accept(listener: TcpListener) {
    while let Ok((stream, _)) = listener.accept().await {
        // Small answers at once.
        let _ = stream.set_nodelay(true);
        let connection = hyper::server::conn::http1::Builder::new()
            .serve_connection(TokioIo::new(stream), service_fn(answer));
        tokio::spawn(connection);
    }
}

async fn answer(_: http::Request<Incoming>) -> Result<http::Response<Full<Bytes>>, Infallible> {
    let mut response = http::Response::new(Full::new(Bytes::from_static(ANSWER)));
    let json = http::HeaderValue::from_static("application/json");
    response
        .headers_mut()
        .insert(http::header::CONTENT_TYPE, json);
    Ok(response)
}
