//! Where nodes stood before a tree was rewritten.
//!
//! Normalising moves nodes: `definitions` become `components`, a keyword moves into an
//! alternative. A node that was moved takes all below it along, so that only the top of what
//! moved is noted, and an address is traced by its nearest ancestor that is.

use std::collections::HashMap;

use super::Pointer;

/// The former places of nodes, by their present ones; `P` is an address in the tree before.
#[derive(Debug)]
pub(super) struct Moves<P>(HashMap<Pointer, P>);

impl<P> Default for Moves<P> {
    fn default() -> Self {
        Self(HashMap::new())
    }
}

impl<P> Moves<P> {
    /// Notes that the node at `now` stood at `then`.
    pub(super) fn insert(&mut self, now: Pointer, then: P) {
        self.0.insert(now, then);
    }

    /// All of it, in no order.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&Pointer, &P)> {
        self.0.iter()
    }

    /// Whether nothing was moved.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The nearest node that was moved, be it this one or one around it, and the encoded rest
    /// of the address below that.
    pub(super) fn nearest<'a>(&self, now: &'a Pointer) -> Option<(&P, &'a str)> {
        if self.0.is_empty() {
            return None;
        }
        let mut ancestor = now.clone();
        loop {
            if let Some(then) = self.0.get(&ancestor) {
                return Some((then, now.below(&ancestor)?));
            }
            ancestor = ancestor.parent()?;
        }
    }
}

impl Moves<Pointer> {
    /// Where the node at `now` stood before.
    pub(super) fn origin(&self, now: &Pointer) -> Pointer {
        let nearest = self.nearest(now);
        nearest.map_or_else(|| now.clone(), |(then, rest)| then.join(rest))
    }

    /// The present place of the node that stood at `then`.
    pub(super) fn current(&self, then: &Pointer) -> Pointer {
        self.inverse().origin(then)
    }

    /// The way back: the present places of nodes, by their former ones. What is still where it
    /// was, and has only lent a part of itself to a new node below it, is not moved.
    pub(super) fn inverse(&self) -> Self {
        let moved = self.0.iter().filter(|(now, then)| !self.is_part(now, then));
        let mut inverse: HashMap<Pointer, Pointer> = HashMap::new();
        for (now, then) in moved {
            let known = inverse.entry(then.clone()).or_insert_with(|| now.clone());
            // A node may have been copied: the first copy counts, whatever the map's order.
            if now < known {
                *known = now.clone();
            }
        }
        Self(inverse)
    }

    /// Whether a node around `now` is what stood at `then`.
    fn is_part(&self, now: &Pointer, then: &Pointer) -> bool {
        let around = std::iter::successors(now.parent(), Pointer::parent);
        around
            .into_iter()
            .any(|ancestor| self.origin(&ancestor) == *then)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pointer(text: &str) -> Pointer {
        Pointer::parse(text).unwrap()
    }

    #[test]
    fn addresses_are_traced_by_the_nearest_ancestor() {
        let mut moves = Moves::default();
        moves.insert(pointer("/components/schemas"), pointer("/definitions"));
        moves.insert(
            pointer("/components/schemas/a/anyOf/1"),
            pointer("/definitions/a"),
        );
        for (now, then) in [
            ("/components/schemas/b/type", "/definitions/b/type"),
            (
                "/components/schemas/a/anyOf/1/items",
                "/definitions/a/items",
            ),
            ("/components/schemas/a/anyOf/0", "/definitions/a/anyOf/0"),
            ("/components/schemasx", "/components/schemasx"),
            ("/paths", "/paths"),
        ] {
            assert_eq!(moves.origin(&pointer(now)), pointer(then), "{now}");
        }
        let back = moves.inverse();
        assert_eq!(
            back.origin(&pointer("/definitions/b/type")),
            pointer("/components/schemas/b/type")
        );
    }
}
