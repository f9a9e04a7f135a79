//! TLS for the default transport: rustls with ring, and certificates wherever they are.

use std::sync::Arc;

use rustls::crypto::{CryptoProvider, ring};
use rustls::{ClientConfig, RootCertStore};
use rustls_platform_verifier::Verifier;

/// A configuration for HTTP/1.1 clients.
///
/// The cryptography is the caller's, where the process has a default provider, else ring.
/// None is installed: that can be done only once per process, and is the program's to do.
///
/// Certificates are verified as the platform does, so that a company's own authorities
/// count. Where the platform has none, as in a bare container, the roots of Mozilla's
/// programme, which are compiled in, take their place.
pub(super) fn config() -> Result<ClientConfig, rustls::Error> {
    let provider = CryptoProvider::get_default()
        .cloned()
        .unwrap_or_else(|| Arc::new(ring::default_provider()));
    let builder = ClientConfig::builder_with_provider(provider.clone())
        .with_safe_default_protocol_versions()?;
    let mut config = match Verifier::new(provider) {
        Ok(verifier) => builder
            .dangerous()
            .with_custom_certificate_verifier(Arc::new(verifier))
            .with_no_client_auth(),
        Err(_) => builder
            .with_root_certificates(bundled_roots())
            .with_no_client_auth(),
    };
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(config)
}

fn bundled_roots() -> RootCertStore {
    webpki_roots::TLS_SERVER_ROOTS.iter().cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_configuration_installs_no_process_wide_provider() {
        assert!(config().is_ok());
        assert!(CryptoProvider::get_default().is_none());
    }

    /// The environment of a process cannot be changed safely, so another one is asked.
    #[cfg(target_os = "linux")]
    #[test]
    fn a_platform_without_certificates_will_do() {
        let (_, here) = module_path!().split_once("::").unwrap();
        let test = format!("{here}::a_configuration_installs_no_process_wide_provider");
        let output = std::process::Command::new(std::env::current_exe().unwrap())
            .args(["--exact", &test])
            .env("SSL_CERT_FILE", "/nowhere/certificates.pem")
            .env("SSL_CERT_DIR", "/nowhere")
            .output()
            .unwrap();
        let report = String::from_utf8_lossy(&output.stdout);
        assert!(report.contains("1 passed"), "{report}");
    }

    #[test]
    fn roots_are_compiled_in() {
        assert!(bundled_roots().len() > 50);
    }
}
