//! Operations of one name: all but one get more of what tells them apart.
//!
//! The one that keeps the name is the one whose path most operations of the resource share, then
//! the one with the fewest parameters and the shortest path. So a new operation takes a name away
//! from another only where it fits its resource better.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::ids::Phrase;
use super::steps::Path;
use super::{Place, Route, words};

/// What an operation would be called if it stood alone, and what else it may be called.
#[derive(Clone, Debug)]
pub(super) struct Wanted {
    pub(super) resource: Vec<String>,
    pub(super) name: String,
    phrase: Phrase,
    is_given: bool,
}

impl Wanted {
    pub(super) fn new(resource: Vec<String>, name: String, phrase: Phrase) -> Self {
        Self {
            resource,
            name,
            phrase,
            is_given: false,
        }
    }

    /// What the configuration says.
    pub(super) fn given(resource: Vec<String>, name: String) -> Self {
        Self {
            is_given: true,
            ..Self::new(resource, name, Phrase::default())
        }
    }
}

/// An operation on its way to a name of its own.
struct Candidate {
    names: Vec<String>,
    at: usize,
    rank: (
        Reverse<bool>,
        Reverse<usize>,
        usize,
        usize,
        crate::api::Method,
        String,
    ),
}

/// Names that differ, within each resource and from the resources below it.
pub(super) fn apart(routes: &[Route], paths: &[Path], wanted: &mut [Wanted]) -> Vec<Place> {
    let below: BTreeSet<Vec<String>> = wanted
        .iter()
        .flat_map(|wanted| (1..=wanted.resource.len()).map(|end| wanted.resource[..end].to_vec()))
        .collect();
    let mut groups: BTreeMap<&[String], Vec<usize>> = BTreeMap::new();
    for (at, wanted) in wanted.iter().enumerate() {
        groups.entry(&wanted.resource).or_default().push(at);
    }
    let mut names = vec![String::new(); routes.len()];
    for (resource, members) in &groups {
        let mut pattern: BTreeMap<String, usize> = BTreeMap::new();
        for at in members {
            *pattern.entry(way(&routes[*at].path)).or_default() += 1;
        }
        let candidate = |at: &usize| {
            let (route, path, wanted) = (&routes[*at], &paths[*at], &wanted[*at]);
            Candidate {
                names: candidates(route, path, wanted),
                at: *at,
                rank: (
                    Reverse(wanted.is_given),
                    Reverse(pattern.get(&way(&route.path)).copied().unwrap_or(0)),
                    path.parameters.len(),
                    route.path.len(),
                    route.method,
                    route.path.clone(),
                ),
            }
        };
        let mut candidates: Vec<Candidate> = members.iter().map(candidate).collect();
        candidates.sort_by(|a, b| a.rank.cmp(&b.rank));
        let is_resource = |name: &String| {
            let path: Vec<String> = resource.iter().chain([name]).cloned().collect();
            below.contains(&path)
        };
        let mut taken: BTreeSet<String> = BTreeSet::new();
        // First all that can have the name they want, then the others in their order.
        for round in [true, false] {
            for candidate in &candidates {
                if !names[candidate.at].is_empty() {
                    continue;
                }
                let mut free = candidate
                    .names
                    .iter()
                    .filter(|name| !taken.contains(*name) && !is_resource(name));
                let chosen = match round {
                    true => candidate
                        .names
                        .first()
                        .filter(|name| !taken.contains(*name) && !is_resource(name)),
                    false => free.next(),
                };
                let chosen = match (chosen, round) {
                    (Some(name), _) => name.clone(),
                    (None, true) => continue,
                    (None, false) => {
                        let mut name = candidate.names.last().cloned().unwrap_or_default();
                        while taken.contains(&name) || is_resource(&name) {
                            name.insert_str(0, "other_");
                        }
                        name
                    }
                };
                taken.insert(chosen.clone());
                names[candidate.at] = chosen;
            }
        }
    }
    let places = wanted.iter().zip(names);
    places
        .map(|(wanted, name)| Place {
            resource: wanted.resource.clone(),
            name,
        })
        .collect()
}

/// A path up to its last fixed step, without the names of parameters.
fn way(path: &str) -> String {
    let mut segments: Vec<&str> = path
        .split('/')
        .map(|step| if step.contains('{') { "{}" } else { step })
        .collect();
    while segments
        .last()
        .is_some_and(|step| *step == "{}" || step.is_empty())
    {
        segments.pop();
    }
    segments.join("/")
}

/// What an operation may be called, best first.
fn candidates(route: &Route, path: &Path, wanted: &Wanted) -> Vec<String> {
    let (name, phrase) = (&wanted.name, &wanted.phrase);
    let method = route.method.name();
    let by = path.parameters.last().map(|last| format!("by_{last}"));
    let longer = phrase.longer.clone();
    let mut names = vec![name.clone()];
    names.extend(path.query.as_ref().map(|query| format!("{name}_{query}")));
    let with = |name: &Option<String>| Some(format!("{}_{}", name.as_ref()?, by.as_ref()?));
    // A parameter at the end is what tells an item apart.
    let short = with(&Some(name.clone()));
    match path.trailing {
        0 => names.extend(longer.clone().into_iter().chain(short)),
        _ => names.extend(short.into_iter().chain(longer.clone())),
    }
    names.extend(with(&longer));
    if !phrase.whole.is_empty() {
        names.push(phrase.whole.clone());
    }
    names.push(format!("{method}_{name}"));
    names.push(format!("{method}_{}", words::snake(&route.path)));
    names
}
