//! How long things take, in rounds: each thing once per round, so that all meet the same conditions.

use std::time::{Duration, Instant};

use cpu_time::ProcessTime;

/// What one run took.
#[derive(Clone, Copy, Debug, Default)]
pub struct Time {
    /// On the clock.
    pub wall: Duration,
    /// Of processors, by all threads of this process.
    pub cpu: Duration,
}

/// A clock that was started.
#[derive(Debug)]
pub struct Stopwatch {
    wall: Instant,
    cpu: ProcessTime,
}

impl Stopwatch {
    /// Starts.
    #[must_use]
    pub fn start() -> Self {
        Self {
            wall: Instant::now(),
            cpu: ProcessTime::now(),
        }
    }

    /// The time since.
    #[must_use]
    pub fn read(&self) -> Time {
        Time {
            wall: self.wall.elapsed(),
            cpu: self.cpu.elapsed(),
        }
    }
}

/// The median of some seconds; zero of none.
#[must_use]
pub fn median(seconds: impl IntoIterator<Item = Duration>) -> f64 {
    quantile(seconds, 0.5)
}

/// The time that a share of all did not exceed; zero of none.
#[must_use]
pub fn quantile(seconds: impl IntoIterator<Item = Duration>, share: f64) -> f64 {
    let mut sorted: Vec<Duration> = seconds.into_iter().collect();
    sorted.sort_unstable();
    let at = (sorted.len().saturating_sub(1) as f64 * share).round() as usize;
    sorted.get(at).map_or(0.0, Duration::as_secs_f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_are_of_the_sorted() {
        let times = [5, 1, 4, 2, 3].map(Duration::from_secs);
        let of = |share| quantile(times, share);
        assert_eq!((of(0.0), of(0.5), of(1.0)), (1.0, 3.0, 5.0));
        assert_eq!(median([]), 0.0);
    }
}
