//! Finding a value of an open enum by its text.

use std::sync::OnceLock;

/// Up to here, comparing with each value in turn is as fast as anything.
const FEW: usize = 16;

/// The order of the values of an enum, made when it is first needed: sorting
/// while compiling would cost every build of every user.
#[derive(Debug)]
pub struct Index(OnceLock<Box<[u16]>>);

impl Index {
    /// An index that is not made yet.
    #[must_use]
    #[expect(clippy::new_without_default, reason = "it is only made in statics")]
    pub const fn new() -> Self {
        Self(OnceLock::new())
    }

    /// The position of `text` in `values`, which are the same on every call. Of
    /// values that are equal, any one.
    #[must_use]
    pub fn find(&self, values: &[&str], text: &str) -> Option<usize> {
        if values.len() <= FEW || values.len() > usize::from(u16::MAX) {
            return values.iter().position(|value| *value == text);
        }
        let value = |index: u16| values.get(usize::from(index)).copied().unwrap_or_default();
        let order = self.0.get_or_init(|| {
            let mut order: Vec<u16> = (0..=u16::MAX).take(values.len()).collect();
            order.sort_unstable_by_key(|index| value(*index));
            order.into()
        });
        let found = order
            .binary_search_by(|index| value(*index).cmp(text))
            .ok()?;
        order.get(found).map(|index| usize::from(*index))
    }
}
