//! Numbers: comparing them as JSON Schema does, and the bounds of a schema.

use std::cmp::Ordering;

use serde_json::{Number, Value};

use crate::schema::Keywords;

/// Orders two numbers by their value: `1` and `1.0` are equal.
pub(crate) fn compare(a: &Number, b: &Number) -> Ordering {
    match (a.as_i128(), b.as_i128()) {
        (Some(a), Some(b)) => a.cmp(&b),
        _ => float(a).total_cmp(&(float(b) + 0.0)),
    }
}

/// Whether two values are equal: numbers by value, members in any order.
pub(crate) fn equal(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Number(a), Value::Number(b)) => compare(a, b).is_eq(),
        (Value::Array(a), Value::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| equal(a, b))
        }
        (Value::Object(a), Value::Object(b)) => {
            let same = |(name, a)| b.get(name).is_some_and(|b| equal(a, b));
            a.len() == b.len() && a.iter().all(same)
        }
        _ => a == b,
    }
}

/// Whether a number has no fraction: `1.0` is an integer (JSON Schema 2020-12, section 4.2.3).
pub(crate) fn is_integer(number: &Number) -> bool {
    number.as_i128().is_some() || float(number).fract() == 0.0
}

/// The number as a float, 0 where it is none.
pub(crate) fn float(number: &Number) -> f64 {
    // Adding zero makes the negative zero, which is equal to the other, a positive one.
    number.as_f64().unwrap_or_default() + 0.0
}

/// One end of the numbers that a schema allows.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Bound {
    pub(crate) number: Number,
    /// Whether the number itself is left out.
    pub(crate) exclusive: bool,
}

impl Bound {
    /// The lower ends: `minimum` and `exclusiveMinimum`, as 3.0 and as 3.1 write them.
    pub(crate) fn lower(schema: &Keywords) -> Vec<Self> {
        Self::ends(schema, "minimum", "exclusiveMinimum")
    }

    /// The upper ends.
    pub(crate) fn upper(schema: &Keywords) -> Vec<Self> {
        Self::ends(schema, "maximum", "exclusiveMaximum")
    }

    fn ends(schema: &Keywords, keyword: &str, exclusive: &str) -> Vec<Self> {
        let number = |keyword| match schema.get(keyword) {
            Some(Value::Number(number)) => Some(number.clone()),
            _ => None,
        };
        let plain = number(keyword).map(|number| Self {
            number,
            // OpenAPI 3.0 follows draft 5, where the keyword is a flag.
            exclusive: schema.get(exclusive) == Some(&Value::Bool(true)),
        });
        let strict = number(exclusive).map(|number| Self {
            number,
            exclusive: true,
        });
        plain.into_iter().chain(strict).collect()
    }

    /// Whether a number is on the right side, which is `side` of this end.
    pub(crate) fn allows(&self, number: &Number, side: Ordering) -> bool {
        let order = compare(number, &self.number);
        order == side || (order.is_eq() && !self.exclusive)
    }
}

/// Whether a number is a multiple of another, as far as floats can tell.
pub(crate) fn is_multiple(number: &Number, of: &Number) -> bool {
    match (number.as_i128(), of.as_i128()) {
        (Some(_), Some(0)) => false,
        (Some(number), Some(of)) => number % of == 0,
        _ => {
            let ratio = float(number) / float(of);
            (ratio - ratio.round()).abs() <= 1e-9 * ratio.abs().max(1.0)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn numbers_are_equal_by_value() {
        assert!(equal(
            &json!([1, { "a": 2.0, "b": 0 }]),
            &json!([1.0, { "b": -0.0, "a": 2 }])
        ));
        assert!(!equal(&json!(u64::MAX), &json!(u64::MAX - 1)));
        assert!(!equal(&json!({ "a": 1 }), &json!({ "a": 1, "b": 1 })));
    }

    #[test]
    fn multiples_of_fractions() {
        let number = |value: Value| value.as_number().cloned().unwrap();
        assert!(is_multiple(&number(json!(0.07)), &number(json!(0.01))));
        assert!(!is_multiple(&number(json!(0.075)), &number(json!(0.01))));
        assert!(is_multiple(&number(json!(-9)), &number(json!(3))));
    }
}
