//! A sample of the corpus: the same for the same seed, and with something of every dialect and
//! size.

use std::collections::BTreeMap;

use super::documents::{Dialect, Document, Size};

/// The places of at most `count` documents, sorted. Every pair of a dialect and a size gives one,
/// and the rest are shared out by how many each has (the method of D'Hondt).
pub(super) fn choose(documents: &[Document], count: usize, seed: u64) -> Vec<usize> {
    let mut strata: BTreeMap<(Dialect, Size), Vec<(u64, usize)>> = BTreeMap::new();
    for (at, document) in documents.iter().enumerate() {
        let rank = rank(&document.name, seed);
        let stratum = strata.entry((document.dialect, document.size)).or_default();
        stratum.push((rank, at));
    }
    for stratum in strata.values_mut() {
        // The last is taken first.
        stratum.sort_unstable_by(|a, b| b.cmp(a));
    }
    let mut chosen = Vec::new();
    let mut strata: Vec<(usize, usize, _)> = strata
        .into_values()
        .map(|stratum| (0, stratum.len(), stratum))
        .collect();
    while chosen.len() < count {
        // Of equals the first; one that has given nothing goes before all others.
        let open = strata.iter_mut().filter(|(_, _, left)| !left.is_empty());
        let next = open.min_by(|(given, all, _), (other_given, other_all, _)| {
            let is_late = (*given > 0).cmp(&(*other_given > 0));
            is_late.then_with(|| (other_all * (given + 1)).cmp(&(all * (other_given + 1))))
        });
        let Some((given, _, left)) = next else { break };
        *given += 1;
        chosen.extend(left.pop().map(|(_, at)| at));
    }
    chosen.sort_unstable();
    chosen
}

/// A number that the name and the seed decide on (FNV-1a, 64 bits, with a final mix).
fn rank(name: &str, seed: u64) -> u64 {
    let bytes = seed.to_le_bytes().into_iter().chain(name.bytes());
    let hash = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    (hash ^ (hash >> 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn documents() -> Vec<Document> {
        let one = |at: usize| Document {
            path: format!("{at}").into(),
            name: format!("{at}"),
            dialect: if at.is_multiple_of(10) {
                Dialect::OpenApi31
            } else {
                Dialect::OpenApi30
            },
            size: if at.is_multiple_of(7) {
                Size::To1Mb
            } else {
                Size::To10Kb
            },
            length: 0,
        };
        (0..200).map(one).collect()
    }

    #[test]
    fn every_kind_is_in_the_sample() {
        let documents = documents();
        let chosen = choose(&documents, 8, 1);
        let mut kinds: Vec<(Dialect, Size)> = chosen
            .iter()
            .map(|at| (documents[*at].dialect, documents[*at].size))
            .collect();
        kinds.sort_unstable();
        kinds.dedup();
        assert_eq!((chosen.len(), kinds.len()), (8, 4));
    }

    #[test]
    fn the_seed_decides() {
        let documents = documents();
        assert_eq!(choose(&documents, 20, 1), choose(&documents, 20, 1));
        assert_ne!(choose(&documents, 20, 1), choose(&documents, 20, 2));
        assert_eq!(choose(&documents, 500, 1).len(), 200);
        assert!(choose(&documents, 0, 1).is_empty());
    }
}
