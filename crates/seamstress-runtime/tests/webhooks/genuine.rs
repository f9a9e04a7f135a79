//! What is trusted: by its signature, and by its age.

use std::time::Duration;

use seamstress_runtime::jiff::Timestamp;
use seamstress_runtime::{WebhookErrorKind, WebhookVerifier};
use standardwebhooks::Webhook;

use super::{BODY, ID, OTHER, SECOND, SECRET, SIGNATURE, TIMESTAMP};
use super::{check_kind, header_map, sign, time, verifier};

/// From the specification's own library, and from the documentation of Svix.
#[test]
fn published_vectors() {
    let vectors = [
        (SECRET, ID, SECOND, BODY, SIGNATURE),
        (
            OTHER,
            "msg_p5jXN8AQM9LWM0D4loKWxJek",
            1_614_265_330,
            br#"{"test": 2432232314}"#,
            "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        ),
        (
            "whsec_plJ3nmyCDGBKInavdOK15jsl",
            "msg_loFOjxBNrRLzqYUf",
            1_731_705_121,
            br#"{"event_type":"ping","data":{"success":true}}"#,
            "v1,rAvfW3dJ/X/qxhsaXPOyyCGmRKsaKWcsNccKXlIktD0=",
        ),
    ];
    for (secret, id, second, body, signature) in vectors {
        let verifier = WebhookVerifier::new(secret).unwrap().at(time(second));
        let delivery = verifier.verify_parts(id, &second.to_string(), signature, body);
        let delivery = delivery.unwrap();
        assert_eq!((delivery.id(), delivery.timestamp()), (id, time(second)));
    }
}

/// What the library of the specification signs now is good by the clock of the system.
#[test]
fn what_the_library_of_the_specification_signs() {
    let now = Timestamp::now().as_second();
    for body in [BODY, b"", b"{}", "ä\n\u{1f511}".as_bytes()] {
        let signature = Webhook::new(OTHER).unwrap().sign(ID, now, body).unwrap();
        let timestamp = now.to_string();
        let verifier = WebhookVerifier::new(OTHER).unwrap();
        verifier
            .verify_parts(ID, &timestamp, &signature, body)
            .unwrap();
        let headers = header_map(&[
            ("webhook-id", ID),
            ("webhook-timestamp", &timestamp),
            ("webhook-signature", &signature),
        ]);
        verifier.verify(&headers, body).unwrap();
        // Both agree on what they take, and on what they do not.
        let library = Webhook::new(OTHER).unwrap();
        library.verify(body, &headers).unwrap();
        assert!(library.verify(b"other", &headers).is_err());
        assert!(verifier.verify(&headers, b"other").is_err());
    }
}

#[test]
fn five_minutes_and_not_a_second_more() {
    use WebhookErrorKind::{TooNew, TooOld};
    let at = |second: i64| {
        let verifier = verifier().at(time(SECOND + second));
        verifier.verify_parts(ID, TIMESTAMP, SIGNATURE, BODY)
    };
    for second in [-300, -299, 0, 299, 300] {
        at(second).unwrap();
    }
    check_kind(at(301), TooOld);
    check_kind(at(-301), TooNew);
    check_kind(at(400_000_000), TooOld);
    check_kind(at(-400_000_000), TooNew);
}

#[test]
fn another_tolerance() {
    let at = |second: i64, tolerance: Duration| {
        let verifier = verifier().tolerance(tolerance).at(time(SECOND + second));
        verifier.verify_parts(ID, TIMESTAMP, SIGNATURE, BODY)
    };
    at(0, Duration::ZERO).unwrap();
    check_kind(at(1, Duration::ZERO), WebhookErrorKind::TooOld);
    check_kind(at(-1, Duration::ZERO), WebhookErrorKind::TooNew);
    at(3600, Duration::from_secs(3600)).unwrap();
    check_kind(
        at(3601, Duration::from_secs(3600)),
        WebhookErrorKind::TooOld,
    );
    at(1_000_000_000, Duration::MAX).unwrap();
}

/// A forger learns nothing of the clock, and whoever reads "too old" may believe it.
#[test]
fn the_age_of_a_forgery_is_of_no_matter() {
    let old = verifier().at(time(SECOND + 301));
    let forged = old.verify_parts(ID, TIMESTAMP, SIGNATURE, b"{}");
    check_kind(forged, WebhookErrorKind::InvalidSignature);
}

#[test]
fn one_of_several_signatures_is_enough() {
    let wrong = "v1,tFtCZ5RDCPxzWQRWXWPgrCgE2frDBe9gjpbWQxnVfsQ=";
    let verify = |signatures: &str| verifier().verify_parts(ID, TIMESTAMP, signatures, BODY);
    for signatures in [
        format!("{wrong} {SIGNATURE}"),
        format!("{SIGNATURE} {wrong}"),
        format!("v1a,c2lnbmVk v2,x {wrong} garbage , v1 v1, {SIGNATURE} v1,!"),
        format!("  {SIGNATURE}  "),
    ] {
        verify(&signatures).unwrap();
    }
    // The right bytes, under the name of another version, or under none.
    let bare = SIGNATURE.trim_start_matches("v1,");
    for signatures in [
        String::new(),
        wrong.to_owned(),
        bare.to_owned(),
        format!("v1a,{bare}"),
        format!("v2,{bare}"),
        format!("V1,{bare}"),
        format!("v1{bare}"),
        format!("v1,{wrong}{SIGNATURE}"),
        // One header has spaces between signatures, and no commas.
        format!("v1a,x,{SIGNATURE}"),
    ] {
        check_kind(verify(&signatures), WebhookErrorKind::InvalidSignature);
    }
}

#[test]
fn both_secrets_while_they_change() {
    let verify = |verifier: &WebhookVerifier, signature: &str| {
        verifier.verify_parts(ID, TIMESTAMP, signature, BODY)
    };
    let (old, new) = (sign(SECRET, BODY), sign(OTHER, BODY));
    let both = verifier().and_secret(OTHER).unwrap();
    verify(&both, &old).unwrap();
    verify(&both, &new).unwrap();
    verify(&both, &format!("{old} {new}")).unwrap();
    // Afterwards the old one counts for nothing.
    let after = WebhookVerifier::new(OTHER).unwrap().at(time(SECOND));
    check_kind(verify(&after, &old), WebhookErrorKind::InvalidSignature);
    verify(&after, &format!("{old} {new}")).unwrap();
    check_kind(
        verify(&verifier(), &new),
        WebhookErrorKind::InvalidSignature,
    );
}
