//! Hashing of identities of nodes, which are addresses and small numbers.
//!
//! The standard hasher withstands keys that an attacker chooses. Nobody chooses addresses, and
//! tables of them are asked for every value that is drawn; no order ever follows from them.

use std::hash::{BuildHasherDefault, Hasher};

/// A hasher for keys of a few integers.
pub(crate) type QuickHash = BuildHasherDefault<Mixer>;

#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Mixer(u64);

impl Hasher for Mixer {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes
            .iter()
            .for_each(|byte| self.write_u64(u64::from(*byte)));
    }

    fn write_u64(&mut self, number: u64) {
        let mixed = (self.0.rotate_left(5) ^ number).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        // Addresses end in zeros; tables go by the upper and the lower bits.
        self.0 = mixed ^ (mixed >> 32);
    }

    fn write_usize(&mut self, number: usize) {
        self.write_u64(number as u64);
    }

    fn write_isize(&mut self, number: isize) {
        self.write_u64(number as u64);
    }
}
