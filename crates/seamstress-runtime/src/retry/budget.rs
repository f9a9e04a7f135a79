//! The budget: how many retries all calls of a client have between them.

use std::fmt;
use std::sync::atomic::{AtomicU32, Ordering};

/// How many retries all calls of a client have between them.
///
/// Each retry takes one; each call that ends with an answer that needs no retry gives a fifth
/// back. So a server that fails now and then is asked again every time, and one that is dead
/// gets no more than the budget on top of the calls themselves.
pub(crate) struct Budget {
    /// In fifths of a retry.
    left: AtomicU32,
    full: u32,
}

/// What a retry costs; an answer gives one back.
const RETRY: u32 = 5;

impl Budget {
    pub(crate) fn new(retries: u32) -> Self {
        let full = retries.saturating_mul(RETRY);
        Self {
            left: AtomicU32::new(full),
            full,
        }
    }

    /// Takes one retry, if there is one left.
    pub(crate) fn take(&self) -> bool {
        let take = |left: u32| left.checked_sub(RETRY);
        let (set, fetch) = (Ordering::Relaxed, Ordering::Relaxed);
        self.left.fetch_update(set, fetch, take).is_ok()
    }

    /// Gives a part of a retry back, for an answer.
    pub(crate) fn give(&self) {
        // Nearly always it is full, and then nothing is written that other cores would wait for.
        if self.left.load(Ordering::Relaxed) >= self.full {
            return;
        }
        let give = |left: u32| (left < self.full).then(|| left + 1);
        let (set, fetch) = (Ordering::Relaxed, Ordering::Relaxed);
        // Full again in the meantime: there is nothing to give.
        let _ = self.left.fetch_update(set, fetch, give);
    }
}

impl fmt::Debug for Budget {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let left = self.left.load(Ordering::Relaxed) / RETRY;
        f.debug_struct("Budget").field("left", &left).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_used_up_and_comes_back_by_fifths() {
        let budget = Budget::new(2);
        assert!(budget.take() && budget.take());
        assert!(!budget.take());
        for _ in 0..4 {
            budget.give();
            assert!(!budget.take());
        }
        budget.give();
        assert!(budget.take());
        assert!(!budget.take());
    }

    #[test]
    fn it_is_never_more_than_full() {
        let budget = Budget::new(1);
        (0..100).for_each(|_| budget.give());
        assert!(budget.take());
        assert!(!budget.take());
        assert!(!Budget::new(0).take());
    }
}
