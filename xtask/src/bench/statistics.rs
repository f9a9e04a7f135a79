//! What several runs of one thing come to.

use std::time::Duration;

use crate::measure::Cost;

/// The runs of one thing.
#[derive(Clone, Debug, Default)]
pub(super) struct Runs(Vec<Cost>);

impl Runs {
    pub(super) fn push(&mut self, cost: Cost) {
        self.0.push(cost);
    }

    /// Seconds on the clock, sorted.
    pub(super) fn wall(&self) -> Sorted {
        Sorted::of(self.0.iter().map(|cost| cost.wall))
    }

    /// Seconds of processor time, sorted.
    pub(super) fn cpu(&self) -> Sorted {
        Sorted::of(self.0.iter().map(|cost| cost.cpu))
    }

    /// The most memory that any run had, in bytes.
    pub(super) fn peak(&self) -> u64 {
        self.0.iter().map(|cost| cost.peak).max().unwrap_or(0)
    }
}

/// Figures in ascending order.
#[derive(Clone, Debug)]
pub(super) struct Sorted(Vec<f64>);

impl Sorted {
    fn of(durations: impl Iterator<Item = Duration>) -> Self {
        let mut seconds: Vec<f64> = durations.map(|one| one.as_secs_f64()).collect();
        seconds.sort_by(f64::total_cmp);
        Self(seconds)
    }

    /// The one in the middle; of an even number, the mean of the two.
    pub(super) fn median(&self) -> f64 {
        let at = |index: usize| self.0.get(index).copied().unwrap_or(0.0);
        let half = self.0.len() / 2;
        match self.0.len() % 2 {
            0 => f64::midpoint(at(half.saturating_sub(1)), at(half)),
            _ => at(half),
        }
    }

    pub(super) fn least(&self) -> f64 {
        self.0.first().copied().unwrap_or(0.0)
    }

    pub(super) fn most(&self) -> f64 {
        self.0.last().copied().unwrap_or(0.0)
    }
}

/// The slope of the line through points, both axes in logarithms: 1 where `y` grows as `x` does,
/// 2 where it grows as its square. `None` for fewer than two different `x`.
pub(super) fn slope(points: &[(f64, f64)]) -> Option<f64> {
    let logarithms = points.iter().map(|(x, y)| (x.ln(), y.ln()));
    let logarithms: Vec<(f64, f64)> = logarithms
        .filter(|(x, y)| x.is_finite() && y.is_finite())
        .collect();
    let count = logarithms.len() as f64;
    let (x_sum, y_sum) = logarithms
        .iter()
        .fold((0.0, 0.0), |sum, point| (sum.0 + point.0, sum.1 + point.1));
    let (x_mean, y_mean) = (x_sum / count, y_sum / count);
    let product: f64 = logarithms
        .iter()
        .map(|(x, y)| (x - x_mean) * (y - y_mean))
        .sum();
    let square: f64 = logarithms.iter().map(|(x, _)| (x - x_mean).powi(2)).sum();
    (square > 0.0).then(|| product / square)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn medians_are_in_the_middle() {
        for (seconds, expected) in [
            (vec![], 0.0),
            (vec![3], 3.0),
            (vec![9, 1], 5.0),
            (vec![7, 100, 1], 7.0),
        ] {
            let sorted = Sorted::of(seconds.iter().map(|one| Duration::from_secs(*one)));
            assert_eq!(sorted.median(), expected, "{seconds:?}");
        }
    }

    #[test]
    fn the_slope_is_the_exponent() {
        let of = |power: i32| {
            let points = [1.0_f64, 2.0, 4.0, 8.0].map(|x| (x, 3.0 * x.powi(power)));
            slope(&points).map(|slope| (slope * 1000.0).round() / 1000.0)
        };
        assert_eq!((of(1), of(2)), (Some(1.0), Some(2.0)));
        assert_eq!(slope(&[(2.0, 1.0)]), None);
    }
}
