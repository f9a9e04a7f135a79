//! A proxy that connects to whatever it is told, and passes bytes on.

use std::sync::{Arc, Mutex};

use tokio::io::{AsyncRead, AsyncWrite, AsyncWriteExt, copy_bidirectional};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;

use crate::host::{Host, head};

/// A proxy on a port of its own. It ends with the test's runtime.
pub(crate) struct Proxy {
    port: u16,
    heard: Arc<Mutex<Vec<String>>>,
}

impl Proxy {
    /// With `acceptor`, it speaks TLS.
    pub(crate) async fn start(acceptor: Option<TlsAcceptor>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let heard = Arc::new(Mutex::new(Vec::new()));
        let log = heard.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (acceptor, log) = (acceptor.clone(), log.clone());
                tokio::spawn(async move {
                    match acceptor {
                        Some(acceptor) => pass(acceptor.accept(stream).await.unwrap(), log).await,
                        None => pass(stream, log).await,
                    }
                });
            }
        });
        Self { port, heard }
    }

    /// Its address, for a user with a password.
    pub(crate) fn url(&self, scheme: &str) -> String {
        format!("{scheme}://user:word@localhost:{}", self.port)
    }

    /// The heads of requests so far.
    pub(crate) fn heard(&self) -> Vec<String> {
        self.heard.lock().unwrap().clone()
    }

    /// It was asked once for a connection to `host`, by its user, and for nothing else.
    pub(crate) fn assert_has_passed_on(&self, host: &Host) {
        let heard = self.heard();
        let [head] = &heard[..] else {
            panic!("{heard:?}")
        };
        let line = format!("CONNECT localhost:{} HTTP/1.1\r\n", host.port);
        assert!(head.starts_with(&line), "{head}");
        // `user:word` in base64.
        assert!(head.contains("Basic dXNlcjp3b3Jk\r\n"), "{head}");
        assert!(!head.contains("/access"), "{head}");
    }
}

async fn pass(mut stream: impl AsyncRead + AsyncWrite + Unpin, log: Arc<Mutex<Vec<String>>>) {
    let head = head(&mut stream).await.unwrap();
    let to = head.split(' ').nth(1).unwrap().to_owned();
    log.lock().unwrap().push(head);
    let mut host = TcpStream::connect(to).await.unwrap();
    stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n").await.unwrap();
    // It ends when one of both hangs up.
    drop(copy_bidirectional(&mut stream, &mut host).await);
}
