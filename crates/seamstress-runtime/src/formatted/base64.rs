//! Base64 (RFC 4648), small enough that no dependency is needed for it.

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// The text of `bytes`, with padding.
pub(super) fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let byte = |at: usize| u32::from(chunk.get(at).copied().unwrap_or_default());
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for place in 0..4 {
            let digit = (bits >> (18 - 6 * place)) & 63;
            let letter = ALPHABET.get(digit as usize).copied().unwrap_or(b'=');
            text.push(char::from(if place > chunk.len() { b'=' } else { letter }));
        }
    }
    text
}

/// The bytes of `text`; nothing where it is no base64.
pub(super) fn decode(text: &str) -> Option<Vec<u8>> {
    let letters = text.bytes().filter(|letter| !letter.is_ascii_whitespace());
    let letters: Vec<u8> = letters.collect();
    let padding = letters
        .iter()
        .rev()
        .take_while(|letter| **letter == b'=')
        .count();
    let digits = letters.get(..letters.len() - padding)?;
    // A lone digit is six bits, and no byte.
    if padding > 2 || digits.len() % 4 == 1 || (padding > 0 && !letters.len().is_multiple_of(4)) {
        return None;
    }
    let mut bytes = Vec::with_capacity(digits.len() * 3 / 4);
    let (mut bits, mut count) = (0_u32, 0);
    for letter in digits {
        bits = bits << 6 | digit(*letter)?;
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push(u8::try_from((bits >> count) & 0xff).unwrap_or_default());
            bits &= (1 << count) - 1;
        }
    }
    Some(bytes)
}

/// The value of a letter, of either alphabet (RFC 4648, sections 4 and 5).
fn digit(letter: u8) -> Option<u32> {
    Some(u32::from(match letter {
        b'A'..=b'Z' => letter - b'A',
        b'a'..=b'z' => letter - b'a' + 26,
        b'0'..=b'9' => letter - b'0' + 52,
        b'+' | b'-' => 62,
        b'/' | b'_' => 63,
        _ => return None,
    }))
}
