//! Operations of one name: all but one get more of what tells them apart.
//!
//! The one that keeps the name is the one whose path most operations of the resource share, then
//! the one with the fewest parameters and the shortest path. So a new operation takes a name away
//! from another only where it fits its resource better, and the other is in no lock file.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;

use super::ids::Phrase;
use super::steps::Path;
use super::{Place, Route, words};
use crate::lock::Lock;

/// What an operation would be called if it stood alone, and what else it may be called.
#[derive(Clone, Debug)]
pub(super) struct Wanted {
    pub(super) resource: Vec<String>,
    pub(super) name: String,
    phrase: Phrase,
    given: Option<String>,
    /// The name that it has in the lock file.
    locked: Option<String>,
}

impl Wanted {
    pub(super) fn new(resource: Vec<String>, name: String, phrase: Phrase) -> Self {
        Self {
            resource,
            name,
            phrase,
            given: None,
            locked: None,
        }
    }

    /// The same with the place that the configuration gives it.
    pub(super) fn renamed(mut self, given: &[String]) -> Self {
        if let Some((name, resource)) = given.split_last() {
            self.given = Some(name.clone());
            if !resource.is_empty() {
                self.resource = resource.to_vec();
            }
        }
        self
    }

    /// The same at the place where it was.
    pub(super) fn at(mut self, locked: &Place) -> Self {
        self.resource.clone_from(&locked.resource);
        self.locked = Some(locked.name.clone());
        self
    }
}

/// Names that differ, within each resource and from the resources below it.
pub(super) fn apart(
    routes: &[Route],
    paths: &[Path],
    wanted: &[Wanted],
    lock: &Lock,
) -> Vec<Place> {
    let ways = |wanted: &Wanted| {
        let steps = wanted.resource.clone();
        (1..=steps.len()).map(move |end| steps[..end].to_vec())
    };
    let resources: BTreeSet<Vec<String>> = wanted.iter().flat_map(ways).collect();
    let mut members: BTreeMap<&[String], Vec<usize>> = BTreeMap::new();
    for (at, wanted) in wanted.iter().enumerate() {
        members.entry(&wanted.resource).or_default().push(at);
    }
    let mut locked = lock.names_by_resource();
    let mut names = vec![String::new(); routes.len()];
    for (resource, members) in members {
        // What is below stands right behind it.
        let behind = (Bound::Excluded(resource), Bound::Unbounded);
        let below = resources
            .range::<[String], _>(behind)
            .take_while(|way| way.starts_with(resource))
            .filter(|way| way.len() == resource.len() + 1);
        let taken = below.filter_map(|way| way.last().cloned()).collect();
        let mut level = Level {
            taken,
            given: BTreeSet::new(),
            locked: locked.remove(resource).unwrap_or_default(),
            waiting: Vec::new(),
        };
        for at in in_order(members, routes, paths, wanted) {
            let candidates = candidates(&routes[at], &paths[at], &wanted[at]);
            if wanted[at].locked.is_some() {
                level.make_way(&candidates);
            }
            level.ask(at, candidates, &mut names);
        }
        level.settle(&mut names);
    }
    let places = wanted.iter().zip(names);
    let place = |(wanted, name): (&Wanted, String)| Place {
        resource: wanted.resource.clone(),
        name,
    };
    places.map(place).collect()
}

/// The names of one resource while they are given.
struct Level<'a> {
    /// Names of operations, and of resources below.
    taken: BTreeSet<String>,
    /// Names of operations only.
    given: BTreeSet<String>,
    /// Names that operations have or had in the lock file.
    locked: BTreeSet<&'a str>,
    /// Operations that could not have the name that they wanted, and what else they may be called.
    waiting: Vec<(usize, Vec<String>)>,
}

impl Level<'_> {
    /// A resource that came later takes no name away from an operation that is locked.
    fn make_way(&mut self, candidates: &[String]) {
        if let Some(name) = candidates
            .first()
            .filter(|name| !self.given.contains(*name))
        {
            self.taken.remove(name);
        }
    }

    /// Gives an operation the name that it wants, if nobody has it yet.
    fn ask(&mut self, at: usize, candidates: Vec<String>, names: &mut [String]) {
        match candidates.first() {
            Some(name) if self.taken.insert(name.clone()) => {
                self.given.insert(name.clone());
                names[at].clone_from(name);
            }
            _ => self.waiting.push((at, candidates)),
        }
    }

    /// Gives those that wait the first name that is free.
    fn settle(mut self, names: &mut [String]) {
        for (at, candidates) in std::mem::take(&mut self.waiting) {
            let is_taken = |name: &str| self.taken.contains(name) || self.locked.contains(name);
            let free = candidates.iter().find(|name| !is_taken(name));
            let mut name = free.or(candidates.last()).cloned().unwrap_or_default();
            // Only paths that differ in spelling alone come here.
            while is_taken(&name) {
                name.insert_str(0, "other_");
            }
            self.taken.insert(name.clone());
            names[at] = name;
        }
    }
}

/// The operations of one resource, those first that keep their names.
fn in_order(
    mut members: Vec<usize>,
    routes: &[Route],
    paths: &[Path],
    wanted: &[Wanted],
) -> Vec<usize> {
    let mut shared: BTreeMap<String, usize> = BTreeMap::new();
    for at in &members {
        *shared.entry(way(&routes[*at].path)).or_default() += 1;
    }
    members.sort_by_cached_key(|at| {
        let route = &routes[*at];
        (
            Reverse(wanted[*at].given.is_some()),
            Reverse(wanted[*at].locked.is_some()),
            Reverse(shared.get(&way(&route.path)).copied()),
            paths[*at].parameters.len(),
            route.path.len(),
            route.method,
            route.path.clone(),
        )
    });
    members
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
    let set = wanted.given.iter().chain(&wanted.locked);
    let mut names: Vec<String> = set.chain([name]).cloned().collect();
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
    if name != method {
        names.push(format!("{method}_{name}"));
    }
    names.push(format!("{method}_{}", words::snake(&route.path)));
    names
}
