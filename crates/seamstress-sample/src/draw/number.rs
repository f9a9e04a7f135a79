//! Numbers: the ends of their range, zero, negative ones, fractions, and any between.

use std::cmp::Ordering;

use serde_json::{Number, Value};

use super::{Demand, Drawer, Drawn, Room, contradiction, has};
use crate::choice::{Kind, Mode};
use crate::error::Failure;
use crate::number::{Bound, compare, float, is_multiple};

/// The largest number below which a double holds every integer: what JSON carries everywhere
/// (RFC 8259, section 6).
const SAFE: i128 = (1 << 53) - 1;

/// How many candidates are tried at most; more would only be more of the same.
const ALTERNATIVES: usize = 7;

/// The numbers that a demand allows.
struct Range {
    lower: Vec<Bound>,
    upper: Vec<Bound>,
    multiples: Vec<Number>,
    /// The ends of an integer, where a `format` or else the safe range sets them.
    integers: (i128, i128),
    is_integer: bool,
}

impl<'a> Drawer<'a, '_> {
    pub(super) fn number(&mut self, demand: &Demand<'a>, room: Room, fractions: bool) -> Drawn {
        let range = Range::of(demand, !fractions);
        let Some(schema) = demand.spokesman("type").cloned() else {
            return Ok(Value::Null);
        };
        let candidates = range.candidates();
        if candidates.is_empty() {
            let reason = "no number was found that the limits and `multipleOf` allow together";
            return Err(Failure::Impossible(contradiction(&schema, reason)));
        }
        if self.chooser.mode == Mode::Random && !self.chooser.rng.once_in(3) {
            let random = self.chooser.rng.next();
            if let Some(number) = range.between(random) {
                return Ok(number);
            }
        }
        // Numbers without limits of their own are all alike, and one choice for all of them.
        let schema = if range.is_limited() {
            schema
        } else {
            schema.shared(range.integers.1 as usize)
        };
        let take = &mut |_: &mut Self, index: usize| {
            Ok(candidates.get(index).cloned().unwrap_or_default())
        };
        self.choose_simply(Kind::Number, &schema, candidates.len(), room, take)
    }
}

impl Range {
    fn of(demand: &Demand<'_>, is_integer: bool) -> Self {
        let schemas = || demand.flat.iter();
        let keywords = || schemas().filter_map(|schema| schema.value.as_object());
        let formats = schemas().filter_map(|schema| schema.get("format")?.as_str());
        // OpenAPI names int32 and int64; the others are common.
        let mut integers = formats.filter_map(|format| match format {
            "int8" => Some((i8::MIN.into(), i8::MAX.into())),
            "int16" => Some((i16::MIN.into(), i16::MAX.into())),
            "int32" => Some((i32::MIN.into(), i32::MAX.into())),
            "int64" => Some((i64::MIN.into(), i64::MAX.into())),
            "uint8" => Some((0, u8::MAX.into())),
            "uint16" => Some((0, u16::MAX.into())),
            "uint32" => Some((0, u32::MAX.into())),
            "uint" | "uint64" => Some((0, u64::MAX.into())),
            _ => None,
        });
        Self {
            lower: keywords().flat_map(Bound::lower).collect(),
            upper: keywords().flat_map(Bound::upper).collect(),
            multiples: schemas()
                .filter_map(|schema| schema.get("multipleOf")?.as_number().cloned())
                .collect(),
            integers: integers.next_back().unwrap_or((-SAFE, SAFE)),
            is_integer,
        }
    }

    fn is_limited(&self) -> bool {
        !(self.lower.is_empty() && self.upper.is_empty() && self.multiples.is_empty())
    }

    /// Numbers worth trying: usual ones, the ends, zero, and the neighbours of all these that
    /// fulfil `multipleOf`.
    fn candidates(&self) -> Vec<Value> {
        let mut candidates = Vec::new();
        let (low, high) = (
            self.tightest(&self.lower, true),
            self.tightest(&self.upper, false),
        );
        let ends = [low.clone(), high.clone()].into_iter().flatten();
        let usual = [42_i64, 0, -7].map(Number::from).into_iter();
        let fractions = [0.5, 12.25, -3.75].into_iter().filter_map(Number::from_f64);
        let fractions = fractions.filter(|_| !self.is_integer);
        let extremes = if self.is_integer {
            vec![self.integers.0, self.integers.1]
        } else {
            Vec::new()
        };
        let extremes = extremes.into_iter().filter_map(Number::from_i128);
        let between = [0.5, 0.25, 0.001]
            .into_iter()
            .filter_map(|part| self.part(&low, &high, part));
        let wanted = ends
            .chain(usual)
            .chain(extremes)
            .chain(fractions)
            .chain(between);
        let nearest = |number: Number| {
            let is_allowed = self.allows(&number);
            if is_allowed {
                vec![number]
            } else {
                self.nearby(&number)
            }
        };
        for number in wanted.flat_map(nearest) {
            let value = Value::Number(number.clone());
            if self.allows(&number) && !has(&candidates, &value) {
                candidates.push(value);
            }
        }
        candidates.truncate(ALTERNATIVES);
        candidates
    }

    /// Any number between the ends, or between what is usual where there is none.
    fn between(&self, random: u64) -> Option<Value> {
        let low = self.tightest(&self.lower, true);
        let high = self.tightest(&self.upper, false);
        let (low, high) = match (low, high) {
            (Some(low), Some(high)) => (float(&low), float(&high)),
            (Some(low), None) => (float(&low), float(&low) + 10_000.0),
            (None, Some(high)) => (float(&high) - 10_000.0, float(&high)),
            (None, None) => (-100.0, 10_000.0),
        };
        // Quarters can be written exactly in any base and as any float.
        let steps = if self.is_integer { 1.0 } else { 4.0 };
        let part = (random >> 11) as f64 / (1_u64 << 53) as f64;
        let number = ((low + (high - low) * part) * steps).round() / steps;
        let number = self.number(number)?;
        let mut nearby = self.nearby(&number).into_iter();
        nearby.find(|number| self.allows(number)).map(Value::Number)
    }

    fn part(&self, low: &Option<Number>, high: &Option<Number>, part: f64) -> Option<Number> {
        let low = float(low.as_ref()?);
        let high = high.as_ref().map_or(low + 1.0, float);
        self.number(low + (high - low) * part)
    }

    /// The end that leaves the fewest numbers.
    fn tightest(&self, ends: &[Bound], is_lower: bool) -> Option<Number> {
        let numbers = ends.iter().map(|end| &end.number);
        let tightest = if is_lower {
            numbers.max_by(|a, b| compare(a, b))
        } else {
            numbers.min_by(|a, b| compare(a, b))
        };
        tightest.cloned()
    }

    /// The number and its neighbours: beside an end that is left out, and at the next multiples.
    fn nearby(&self, number: &Number) -> Vec<Number> {
        if let Some(of) = self.multiples.iter().max_by(|a, b| compare(a, b)) {
            return multiples_near(number, of);
        }
        let whole = number
            .as_i128()
            .or_else(|| self.is_integer.then(|| float(number).floor() as i128));
        match whole {
            Some(whole) => {
                let neighbours = [whole, whole + 1, whole - 1].into_iter();
                neighbours.filter_map(Number::from_i128).collect()
            }
            None => vec![number.clone()],
        }
    }

    fn allows(&self, number: &Number) -> bool {
        let (min, max) = self.integers;
        let fits = number
            .as_i128()
            .is_none_or(|whole| min <= whole && whole <= max);
        fits && (!self.is_integer || number.as_i128().is_some())
            && self
                .lower
                .iter()
                .all(|end| end.allows(number, Ordering::Greater))
            && self
                .upper
                .iter()
                .all(|end| end.allows(number, Ordering::Less))
            && self.multiples.iter().all(|of| is_multiple(number, of))
    }

    /// The number, without a fraction where there is none.
    fn number(&self, number: f64) -> Option<Number> {
        if self.is_integer || number.fract() == 0.0 && number.abs() < 9e15 {
            return Number::from_i128(number as i128);
        }
        Number::from_f64(number)
    }
}

/// Multiples around a number. They are written in decimal, as floats would add up to `0.07` only
/// nearly.
fn multiples_near(number: &Number, of: &Number) -> Vec<Number> {
    let text = of.to_string();
    let digits = text.split_once('.').map_or(0, |(_, digits)| digits.len());
    let scaled: Option<i128> = text.replace('.', "").parse().ok();
    let Some(scaled) = scaled.filter(|scaled| *scaled > 0) else {
        return vec![of.clone()];
    };
    let times = match (number.as_i128(), digits) {
        (Some(number), 0) => number.div_euclid(scaled),
        _ => (float(number) / float(of)).floor() as i128,
    };
    let multiple = |times: i128| {
        let product = scaled.checked_mul(times)?;
        if digits == 0 {
            return Number::from_i128(product);
        }
        let sign = if product < 0 { "-" } else { "" };
        let text = format!("{:0>width$}", product.unsigned_abs(), width = digits + 1);
        let (whole, fraction) = text.split_at(text.len() - digits);
        let fraction = fraction.trim_end_matches('0');
        if fraction.is_empty() {
            return Number::from_i128(format!("{sign}{whole}").parse().ok()?);
        }
        Number::from_f64(format!("{sign}{whole}.{fraction}").parse().ok()?)
    };
    [times, times + 1, times - 1]
        .into_iter()
        .filter_map(multiple)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Number {
        text.parse().unwrap()
    }

    #[test]
    fn multiples_are_exact() {
        let near = multiples_near(&number("0.075"), &number("0.01"));
        assert_eq!(near, ["0.07", "0.08", "0.06"].map(number));
        assert_eq!(
            multiples_near(&number("10"), &number("7")),
            ["7", "14", "0"].map(number)
        );
        assert_eq!(
            multiples_near(&number("1"), &number("0.5")),
            ["1", "1.5", "0.5"].map(number)
        );
    }
}
