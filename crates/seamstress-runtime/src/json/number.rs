//! Numbers of JSON (RFC 8259, section 6): where they end, and what they are.

use serde_json::Number;

/// The length of the number at the start of `bytes`; an error is the place
/// where a digit is missing.
#[inline]
pub(super) fn number_length(bytes: &[u8]) -> Result<usize, usize> {
    let mut at = usize::from(bytes.first() == Some(&b'-'));
    at = match bytes.get(at) {
        Some(b'0') => at + 1,
        _ => digits(bytes, at)?,
    };
    if bytes.get(at) == Some(&b'.') {
        at = digits(bytes, at + 1)?;
    }
    if let Some(b'e' | b'E') = bytes.get(at) {
        let signed = matches!(bytes.get(at + 1), Some(b'+' | b'-'));
        at = digits(bytes, at + 1 + usize::from(signed))?;
    }
    Ok(at)
}

/// The end of the digits that begin at `at`; at least one.
#[inline]
fn digits(bytes: &[u8], at: usize) -> Result<usize, usize> {
    let rest = bytes.get(at..).unwrap_or_default();
    match rest.iter().take_while(|byte| byte.is_ascii_digit()).count() {
        0 => Err(at),
        count => Ok(at + count),
    }
}

/// The integer that a number is, also when it is spelt `3.0` or `1e3`.
pub(super) fn integer(number: &str) -> Option<i128> {
    if let Ok(value) = number.parse() {
        return Some(value);
    }
    // `9007199254740993.0` is exact here, and is not as a float.
    if let Some((whole, fraction)) = number.split_once('.')
        && fraction.bytes().all(|byte| byte == b'0')
    {
        return whole.parse().ok();
    }
    let value: f64 = number.parse().ok()?;
    // A float is exact as an integer below 2^127, and no field is as wide.
    (value.fract() == 0.0 && value.abs() < 1e30).then_some(value as i128)
}

/// The nearest float, unless the number is beyond the range of floats.
pub(super) fn float(number: &str) -> Option<f64> {
    number.parse().ok().filter(|value: &f64| value.is_finite())
}

/// The number as `serde_json` has it: an integer where it fits 64 bits, else a float.
pub(super) fn value(number: &str) -> Option<Number> {
    if let Ok(value) = number.parse::<u64>() {
        return Some(value.into());
    }
    match number.parse::<i64>() {
        // `-0` keeps its sign, as a float.
        Ok(value) if value != 0 => Some(value.into()),
        _ => Number::from_f64(float(number)?),
    }
}
