//! What is not trusted: anything that differs by as little as a bit.

use seamstress_runtime::{WebhookErrorKind, WebhookVerifier};

use super::{BODY, ID, SIGNATURE, TIMESTAMP, check_kind, sign, time, verifier};

/// Numbers that look random, and are the same in every run (Marsaglia's xorshift).
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(limit).unwrap()).unwrap()
    }
}

fn flip(bytes: &mut [u8], bit: usize) {
    bytes[bit / 8] ^= 1 << (bit % 8);
}

#[test]
fn every_bit_of_a_body_counts() {
    for bit in 0..BODY.len() * 8 {
        let mut body = BODY.to_vec();
        flip(&mut body, bit);
        let result = verifier().verify_parts(ID, TIMESTAMP, SIGNATURE, &body);
        check_kind(result, WebhookErrorKind::InvalidSignature);
    }
}

/// Also the bits of the last character that base64 does not need.
#[test]
fn every_bit_of_id_timestamp_and_signature_counts() {
    for part in 0..3 {
        let mut tried = 0;
        for bit in 0..[ID, TIMESTAMP, SIGNATURE][part].len() * 8 {
            let mut parts = [ID, TIMESTAMP, SIGNATURE].map(|text| text.as_bytes().to_vec());
            flip(&mut parts[part], bit);
            let texts = parts.each_ref().map(|bytes| std::str::from_utf8(bytes));
            // The highest bit of a byte makes it no text, which no caller can pass.
            let [Ok(id), Ok(timestamp), Ok(signature)] = texts else {
                continue;
            };
            let result = verifier().verify_parts(id, timestamp, signature, BODY);
            assert!(
                result.unwrap_err().is_forged(),
                "{id} {timestamp} {signature}"
            );
            tried += 1;
        }
        assert!(tried >= 70, "{tried}");
    }
}

/// One to four bits at a time, anywhere.
#[test]
fn ten_thousand_random_forgeries() {
    let mut random = Random(0x5ea5_5eed);
    let genuine = [
        ID.as_bytes(),
        TIMESTAMP.as_bytes(),
        SIGNATURE.as_bytes(),
        BODY,
    ];
    let mut tried = 0;
    while tried < 10_000 {
        let mut parts = genuine.map(<[u8]>::to_vec);
        for _ in 0..=random.below(4) {
            let part = &mut parts[random.below(4)];
            let bit = random.below(part.len() * 8);
            flip(part, bit);
        }
        let [id, timestamp, signature, body] = &parts;
        let texts = [id, timestamp, signature].map(|bytes| std::str::from_utf8(bytes));
        let [Ok(id), Ok(timestamp), Ok(signature)] = texts else {
            continue;
        };
        // The same bit twice is as it was.
        if parts.iter().zip(genuine).all(|(now, before)| now == before) {
            continue;
        }
        let result = verifier().verify_parts(id, timestamp, signature, body);
        assert!(result.unwrap_err().is_forged(), "{parts:?}");
        tried += 1;
    }
}

/// The two parts of what is signed cannot be shifted against each other: `a.1.b` is not the
/// delivery `a` at `1` and the delivery `a.1` at `b` as well.
#[test]
fn a_part_of_a_body_is_no_body() {
    // Somebody who can put text into an event gets it signed.
    let body = format!("x.{TIMESTAMP}.[1]");
    let signature = sign(super::SECRET, body.as_bytes());
    verifier()
        .verify_parts(ID, TIMESTAMP, &signature, body.as_bytes())
        .unwrap();
    let shifted = format!("{ID}.{TIMESTAMP}.x");
    let result = verifier().verify_parts(&shifted, TIMESTAMP, &signature, b"[1]");
    check_kind(result, WebhookErrorKind::InvalidHeader);
}

#[test]
fn a_timestamp_has_one_spelling() {
    let vast = "9".repeat(40);
    for timestamp in [
        "",
        " ",
        "x",
        "+1649367553",
        "-1649367553",
        "1649367553 ",
        "1649367553.0",
        "1.649367553e9",
        "0x624f5a01",
        "٣",
        "2022-04-07T21:39:13Z",
        "9223372036854775807",
        "9223372036854775808",
        &vast,
    ] {
        let result = verifier().verify_parts(ID, timestamp, SIGNATURE, BODY);
        check_kind(result, WebhookErrorKind::InvalidTimestamp);
    }
    // What is signed is the text, not the number.
    let result = verifier().verify_parts(ID, "01649367553", SIGNATURE, BODY);
    check_kind(result, WebhookErrorKind::InvalidSignature);
}

/// Base64 has other spellings of the same bytes; that of the sender is the only one.
#[test]
fn a_signature_has_one_spelling() {
    let start = SIGNATURE.strip_suffix("w=").unwrap();
    for end in ["x=", "y=", "z=", "w", "w==", "w=\n", "w=="] {
        let signature = format!("{start}{end}");
        let result = verifier().verify_parts(ID, TIMESTAMP, &signature, BODY);
        check_kind(result, WebhookErrorKind::InvalidSignature);
    }
}

#[test]
fn a_body_that_was_parsed_and_written_again_is_another() {
    let body = br#"{"b": 1.0, "a": "\u00e4"}"#;
    let signature = sign(super::SECRET, body);
    verifier()
        .verify_parts(ID, TIMESTAMP, &signature, body)
        .unwrap();
    let value: serde_json::Value = serde_json::from_slice(body).unwrap();
    let again = serde_json::to_vec(&value).unwrap();
    let error = verifier()
        .verify_parts(ID, TIMESTAMP, &signature, &again)
        .unwrap_err();
    // The most frequent mistake there is; the message names it.
    assert!(error.to_string().contains("the body as it came"), "{error}");
}

/// Bytes are bytes, also where they are no text.
#[test]
fn bodies_that_are_no_text() {
    let secret = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYX";
    let verifier = WebhookVerifier::new(secret)
        .unwrap()
        .at(time(super::SECOND));
    // HMAC-SHA256 of `id.1649367553.` and the bytes ff 00 fe, by another implementation.
    let signature = "v1,rnZeCELfnJ4zAY+LzELEd8LOYoCk7+dcnIJLCVtarwc=";
    verifier
        .verify_parts("id", TIMESTAMP, signature, &[0xff, 0, 0xfe])
        .unwrap();
    let result = verifier.verify_parts("id", TIMESTAMP, signature, "\u{fffd}\0\u{fffd}".as_bytes());
    check_kind(result, WebhookErrorKind::InvalidSignature);
}
