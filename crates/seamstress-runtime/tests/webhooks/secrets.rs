//! The secret: how it may be written, and where it is never seen.

use seamstress_runtime::{ErrorKind, WebhookVerifier};

use super::{BODY, ID, SECOND, SECRET, SIGNATURE, TIMESTAMP, time, verifier};

#[test]
fn with_and_without_its_prefix() {
    let bare = SECRET.trim_start_matches("whsec_");
    for secret in [SECRET, bare, &format!(" {SECRET}\n")] {
        let verifier = WebhookVerifier::new(secret).unwrap().at(time(SECOND));
        verifier
            .verify_parts(ID, TIMESTAMP, SIGNATURE, BODY)
            .unwrap();
    }
    // With padding, and where it got lost.
    for secret in ["c2VjcmV0IQ==", "c2VjcmV0IQ", "whsec_c2VjcmV0IQ"] {
        WebhookVerifier::new(secret).unwrap();
    }
}

#[test]
fn what_is_no_secret_is_refused_and_not_repeated() {
    for secret in [
        "",
        " ",
        "whsec_",
        "whsec_=",
        "whsec_s3cr3t!",
        "whpk_s3cr3t=",
        "whsec_whsec_s3cr3t",
        "s3cr3ts3cr3tä",
        "s3cr3",
    ] {
        let fresh = WebhookVerifier::new(secret).unwrap_err();
        let further = verifier().and_secret(secret).unwrap_err();
        for error in [fresh, further] {
            assert_eq!(error.kind(), ErrorKind::Configuration);
            let shown = format!("{error} {error:?}");
            assert!(!shown.contains("s3cr3"), "{shown}");
            assert!(shown.contains("the webhook secret is"), "{shown}");
        }
    }
}

#[test]
fn no_text_shows_it() {
    let bare = SECRET.trim_start_matches("whsec_");
    let verifier = verifier();
    let error = verifier
        .verify_parts(ID, TIMESTAMP, "v1,", BODY)
        .unwrap_err();
    let shown = format!("{verifier:?} {verifier:#?} {error} {error:?}");
    assert!(shown.contains("WebhookVerifier"));
    // Neither as text nor as the bytes that it stands for.
    assert!(
        !shown.contains(bare) && !shown.contains("11, 97, 85"),
        "{shown}"
    );
    // Nor what would have been the right signature.
    assert!(!shown.contains(&SIGNATURE[3..]), "{shown}");
}
