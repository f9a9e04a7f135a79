//! A host that speaks TLS only, with a certificate that it made itself.

use std::path::Path;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};

use rcgen::generate_simple_self_signed;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;
use tokio_rustls::rustls::{ServerConfig, SupportedProtocolVersion};

const ANSWER: &str = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\
                      content-length: 7\r\n\r\n\"hello\"";

/// A host called `localhost`, which says hello. It ends with the test's runtime.
pub(crate) struct Host {
    pub(crate) port: u16,
    pub(crate) acceptor: TlsAcceptor,
    certificate: String,
    heard: Arc<Mutex<Vec<String>>>,
}

impl Host {
    pub(crate) async fn start(version: &'static SupportedProtocolVersion) -> Self {
        let made = generate_simple_self_signed(["localhost".to_owned()]).unwrap();
        let key = PrivateKeyDer::try_from(made.signing_key.serialize_der()).unwrap();
        let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_protocol_versions(&[version])
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![made.cert.der().clone()], key)
            .unwrap();
        let acceptor = TlsAcceptor::from(Arc::new(config));
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let heard = Arc::new(Mutex::new(Vec::new()));
        tokio::spawn(listen(listener, acceptor.clone(), heard.clone()));
        Self {
            port,
            acceptor,
            certificate: keep(&made.cert.pem()),
            heard,
        }
    }

    pub(crate) fn url(&self) -> String {
        format!("https://localhost:{}", self.port)
    }

    /// The variable that makes the platform know the certificate of this host, and no other.
    pub(crate) fn trusted(&self) -> (&'static str, String) {
        ("SSL_CERT_FILE", self.certificate.clone())
    }

    /// The request lines so far.
    pub(crate) fn heard(&self) -> Vec<String> {
        self.heard.lock().unwrap().clone()
    }
}

/// A file with `certificate`.
fn keep(certificate: &str) -> String {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let name = format!("tls-{}-{number}.pem", std::process::id());
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&file, certificate).unwrap();
    file.to_str().unwrap().to_owned()
}

async fn listen(listener: TcpListener, acceptor: TlsAcceptor, heard: Arc<Mutex<Vec<String>>>) {
    while let Ok((stream, _)) = listener.accept().await {
        tokio::spawn(greet(stream, acceptor.clone(), heard.clone()));
    }
}

async fn greet(stream: TcpStream, acceptor: TlsAcceptor, heard: Arc<Mutex<Vec<String>>>) {
    // Whoever does not like the certificate hangs up.
    let Ok(mut stream) = acceptor.accept(stream).await else {
        return;
    };
    while let Some(head) = head(&mut stream).await {
        let line = head.lines().next().unwrap().to_owned();
        heard.lock().unwrap().push(line);
        stream.write_all(ANSWER.as_bytes()).await.unwrap();
    }
}

/// The head of a request, which has no body.
pub(crate) async fn head(stream: &mut (impl AsyncRead + Unpin)) -> Option<String> {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        if stream.read_buf(&mut head).await.ok()? == 0 {
            return None;
        }
    }
    Some(String::from_utf8(head).unwrap())
}
