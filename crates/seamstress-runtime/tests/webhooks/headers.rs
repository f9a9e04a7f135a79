//! The three headers, under either name.

use seamstress_runtime::WebhookErrorKind;
use seamstress_runtime::http::HeaderValue;

use super::{BODY, ID, SIGNATURE, TIMESTAMP, check_kind, header_map, verifier};

const FAMILIES: [[&str; 3]; 2] = [
    ["webhook-id", "webhook-timestamp", "webhook-signature"],
    ["svix-id", "svix-timestamp", "svix-signature"],
];

const TEXTS: [&str; 3] = [ID, TIMESTAMP, SIGNATURE];

#[test]
fn either_family() {
    for names in FAMILIES {
        let headers = header_map(&names.map(|name| (name, of(name))));
        let delivery = verifier().verify(&headers, BODY).unwrap();
        assert_eq!(delivery.id(), ID);
    }
    // Header names have no case (RFC 9110, section 5.1).
    let headers = header_map(&[
        ("Svix-Id", ID),
        ("SVIX-TIMESTAMP", TIMESTAMP),
        ("svix-Signature", SIGNATURE),
    ]);
    verifier().verify(&headers, BODY).unwrap();
}

/// What a header of either family should be.
fn of(name: &str) -> &'static str {
    let at = |names: &[&str; 3]| names.iter().position(|known| *known == name);
    TEXTS[FAMILIES.iter().find_map(at).unwrap()]
}

#[test]
fn a_header_that_is_missing_is_named() {
    for names in FAMILIES {
        for missing in names {
            let pairs: Vec<_> = names
                .into_iter()
                .filter(|name| *name != missing)
                .map(|name| (name, of(name)))
                .collect();
            let result = verifier().verify(&header_map(&pairs), BODY);
            let error = result.message();
            assert!(error.contains(&format!("`{missing}`")), "{error}");
            check_kind(result, WebhookErrorKind::MissingHeader);
        }
    }
    let none = verifier().verify(&header_map(&[("x-id", ID)]), BODY);
    assert!(none.message().contains("`svix-…`"));
    check_kind(none, WebhookErrorKind::MissingHeader);
}

/// The message of a result that is an error.
trait Message {
    fn message(&self) -> String;
}

impl<T, E: ToString> Message for Result<T, E> {
    fn message(&self) -> String {
        self.as_ref().err().unwrap().to_string()
    }
}

/// Every mixture of the two: only with all three headers of one family is there a delivery.
#[test]
fn families_are_not_mixed() {
    let all = FAMILIES.concat();
    let mut whole = 0;
    for set in 0..1_usize << all.len() {
        let pairs: Vec<_> = all
            .iter()
            .enumerate()
            .filter(|(at, _)| set >> at & 1 == 1)
            .map(|(_, name)| (*name, of(name)))
            .collect();
        let is_whole = set & 0b111 == 0b111 || set >> 3 == 0b111;
        whole += usize::from(is_whole);
        let result = verifier().verify(&header_map(&pairs), BODY);
        match is_whole {
            true => assert_eq!(result.unwrap().id(), ID),
            false => check_kind(result, WebhookErrorKind::MissingHeader),
        }
    }
    assert_eq!(whole, 15);
}

/// A right signature in the one family does not help a wrong one in the other.
#[test]
fn of_two_families_the_standard_one_counts() {
    let both = |standard: &str, svix: &str| {
        header_map(&[
            ("svix-id", ID),
            ("svix-timestamp", TIMESTAMP),
            ("svix-signature", svix),
            ("webhook-id", ID),
            ("webhook-timestamp", TIMESTAMP),
            ("webhook-signature", standard),
        ])
    };
    verifier().verify(&both(SIGNATURE, "v1,"), BODY).unwrap();
    let result = verifier().verify(&both("v1,", SIGNATURE), BODY);
    check_kind(result, WebhookErrorKind::InvalidSignature);
}

#[test]
fn a_header_that_is_there_twice_is_none() {
    for names in FAMILIES {
        for twice in names {
            let mut pairs = names.map(|name| (name, of(name))).to_vec();
            pairs.push((twice, of(twice)));
            let result = verifier().verify(&header_map(&pairs), BODY);
            assert!(result.message().contains(twice));
            check_kind(result, WebhookErrorKind::InvalidHeader);
        }
    }
}

#[test]
fn a_header_that_is_no_text_is_none() {
    for names in FAMILIES {
        for wrong in names {
            let mut headers = header_map(&names.map(|name| (name, of(name))));
            let value = HeaderValue::from_bytes(b"msg_\xff").unwrap();
            headers.insert(wrong, value);
            let result = verifier().verify(&headers, BODY);
            assert!(result.message().contains(wrong));
            check_kind(result, WebhookErrorKind::InvalidHeader);
        }
    }
}
