//! The address in front of every path.

use http::Uri;

use crate::Error;

/// An absolute HTTP address without user, query and fragment, and without a slash at the end.
#[derive(Clone, Debug)]
pub(crate) struct BaseUrl(String);

impl BaseUrl {
    /// Reads `text`: `https://api.example.com`, `http://127.0.0.1:3020/v1/`.
    ///
    /// # Errors
    ///
    /// Of [`ErrorKind::Configuration`](crate::ErrorKind::Configuration). The message does not
    /// repeat the address, which may hold a password.
    pub(crate) fn parse(text: &str) -> Result<Self, Error> {
        Self::parse_as("the base URL", text)
    }

    /// The same, of an address that is called `what` in errors.
    pub(super) fn parse_as(what: &str, text: &str) -> Result<Self, Error> {
        let refuse = |reason| Err(Error::configuration(format!("{what} {reason}")));
        let Ok(uri) = text.parse::<Uri>() else {
            return refuse(
                "is not a URL; a host with other letters than ASCII must be in Punycode",
            );
        };
        if !matches!(uri.scheme_str(), Some("http" | "https")) {
            return refuse("does not start with http:// or https://");
        }
        if uri.host().is_none_or(str::is_empty) {
            return refuse("names no host");
        }
        if uri
            .authority()
            .is_some_and(|authority| authority.as_str().contains('@'))
        {
            return refuse("holds a user or password, which belong into a credential");
        }
        if uri.query().is_some() || text.contains('#') {
            return refuse("has a query or a fragment");
        }
        Ok(Self(text.trim_end_matches('/').to_owned()))
    }

    /// Scheme, host and port: `https://api.example.com`.
    pub(crate) fn origin(&self) -> &str {
        origin(&self.0)
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

/// Scheme, host and port of an absolute address.
pub(crate) fn origin(address: &str) -> &str {
    let host = address.find("://").map_or(0, |at| at + 3);
    let end = address.get(host..).and_then(|rest| rest.find('/'));
    end.and_then(|end| address.get(..host + end))
        .unwrap_or(address)
}

#[cfg(test)]
mod tests {
    use super::BaseUrl;

    #[test]
    fn addresses_are_normalised() {
        for (text, expected) in [
            ("https://a.example", "https://a.example"),
            ("https://a.example/", "https://a.example"),
            ("http://127.0.0.1:3020/v1//", "http://127.0.0.1:3020/v1"),
            ("http://[::1]:80", "http://[::1]:80"),
        ] {
            assert_eq!(BaseUrl::parse(text).unwrap().as_str(), expected);
        }
    }

    #[test]
    fn what_is_no_address_is_refused_without_being_repeated() {
        for text in [
            "",
            "canary",
            "/canary",
            "canary.example",
            "ftp://canary.example",
            "https://",
            "https:///canary",
            "https://user:canary@a.example",
            "https://a.example?key=canary",
            "https://a.example/#canary",
            "https://canary example",
            "https://b\u{fc}cher.example/canary",
            "https://a\r\nx: canary",
        ] {
            let error = BaseUrl::parse(text).unwrap_err().to_string();
            assert!(error.starts_with("the base URL "), "{text}: {error}");
            assert!(!error.contains("canary"), "{error}");
        }
    }
}
