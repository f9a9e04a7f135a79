//! The ways to operations that are locked, and whose they are.

use std::collections::{BTreeMap, BTreeSet};

use super::Lock;
use crate::api::path_shape;

/// What an operation is known by: `GET /pets/{id}`.
pub(crate) fn key_of(method: &str, path: &str) -> String {
    format!("{} {path}", method.to_ascii_uppercase())
}

impl Lock {
    /// The locked ways of the operations `keys`, in their order.
    ///
    /// What is not locked under its own path may be so under one whose parameters had other names,
    /// where there is one such operation on either side.
    pub(crate) fn ways(&self, keys: &[String]) -> Vec<Option<&Vec<String>>> {
        let exact = |key: &String| {
            let live = self.live.operations.get(key);
            live.or_else(|| self.retired.operations.get(key))
        };
        let mut ways: Vec<Option<&Vec<String>>> = keys.iter().map(exact).collect();
        let known: BTreeSet<&String> = keys.iter().collect();
        let mut free: BTreeMap<String, Vec<&Vec<String>>> = BTreeMap::new();
        for (key, way) in &self.live.operations {
            if !known.contains(key) {
                free.entry(path_shape(key)).or_default().push(way);
            }
        }
        let mut open: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (at, (key, way)) in keys.iter().zip(&ways).enumerate() {
            if way.is_none() && !free.is_empty() {
                open.entry(path_shape(key)).or_default().push(at);
            }
        }
        for (key, places) in open {
            if let ([at], Some([way])) = (places.as_slice(), free.get(&key).map(Vec::as_slice)) {
                ways[*at] = Some(way);
            }
        }
        ways
    }

    /// The names that operations have or had, by resource.
    pub(crate) fn names_by_resource(&self) -> BTreeMap<&[String], BTreeSet<&str>> {
        let mut names: BTreeMap<&[String], BTreeSet<&str>> = BTreeMap::new();
        for (name, resource) in self.all_ways().filter_map(|way| way.split_last()) {
            names.entry(resource).or_default().insert(name);
        }
        names
    }

    /// All ways that some operation has or had.
    pub(crate) fn all_ways(&self) -> impl Iterator<Item = &Vec<String>> {
        let live = self.live.operations.values();
        live.chain(self.retired.operations.values())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lock(ways: &[(&str, &str)]) -> Lock {
        let mut lock = Lock::default();
        for (key, way) in ways {
            let way = way.split('.').map(str::to_owned).collect();
            lock.live.operations.insert((*key).to_owned(), way);
        }
        lock
    }

    #[test]
    fn parameters_may_be_renamed() {
        let lock = lock(&[("GET /pets/{id}", "pets.get"), ("GET /pets", "pets.list")]);
        for (key, expected) in [
            ("GET /pets/{id}", Some("pets.get")),
            ("GET /pets/{pet_id}", Some("pets.get")),
            ("GET /pets", Some("pets.list")),
            ("PUT /pets/{pet_id}", None),
            ("GET /pets/{pet_id}/toys", None),
        ] {
            let found = lock.ways(&[key.to_owned()]);
            assert_eq!(
                found[0].map(|way| way.join(".")).as_deref(),
                expected,
                "{key}"
            );
        }
        let both = ["GET /pets/{id}".to_owned(), "GET /pets/{name}".to_owned()];
        let found = lock.ways(&both);
        assert!(found[0].is_some() && found[1].is_none());
    }
}
