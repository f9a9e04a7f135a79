//! User and password as one header (RFC 7617).

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use http::HeaderValue;

/// `Basic …` of a user and a password, in UTF-8; or why there is none. Neither is repeated.
pub(super) fn basic(user: &str, password: &str) -> Result<HeaderValue, &'static str> {
    if user.contains(':') {
        return Err("a user with a colon cannot be told from the password (RFC 7617, section 2)");
    }
    if user.chars().chain(password.chars()).any(char::is_control) {
        return Err("it has control characters");
    }
    let pair = STANDARD.encode(format!("{user}:{password}"));
    let mut value = HeaderValue::try_from(format!("Basic {pair}"))
        .map_err(|_| "it has characters that no header can carry")?;
    value.set_sensitive(true);
    Ok(value)
}

#[cfg(test)]
mod tests {
    use super::basic;

    #[test]
    fn the_examples_of_the_specification() {
        for (user, password, expected) in [
            (
                "Aladdin",
                "open sesame",
                "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==",
            ),
            ("test", "123\u{a3}", "Basic dGVzdDoxMjPCow=="),
            ("key", "", "Basic a2V5Og=="),
            ("", "a:b", "Basic OmE6Yg=="),
        ] {
            assert_eq!(basic(user, password).unwrap(), expected);
        }
        assert!(basic("a:b", "c").is_err());
        assert!(basic("a", "b\n").is_err());
        assert!(basic("a\0", "b").is_err());
    }
}
