//! Which members of an object have been read.

/// A set of small indices; it allocates only beyond 64.
pub(super) struct Seen {
    low: u64,
    high: Vec<u64>,
    missing: usize,
}

impl Seen {
    pub(super) fn new(length: usize) -> Self {
        let high = if length > 64 {
            vec![0; length / 64]
        } else {
            Vec::new()
        };
        Self {
            low: 0,
            high,
            missing: length,
        }
    }

    /// Adds an index; true if it was there before.
    #[inline]
    pub(super) fn insert(&mut self, index: usize) -> bool {
        let bit = 1 << (index % 64);
        let word = match index / 64 {
            0 => &mut self.low,
            high => match self.high.get_mut(high - 1) {
                Some(word) => word,
                None => return false,
            },
        };
        let before = *word & bit != 0;
        *word |= bit;
        self.missing -= usize::from(!before);
        before
    }

    pub(super) fn contains(&self, index: usize) -> bool {
        let word = match index / 64 {
            0 => self.low,
            high => self.high.get(high - 1).copied().unwrap_or_default(),
        };
        word >> (index % 64) & 1 == 1
    }

    /// True if no index is left out.
    pub(super) fn is_full(&self) -> bool {
        self.missing == 0
    }
}
