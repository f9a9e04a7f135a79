//! What an operation would be called if it stood alone, seen among all others.

use std::collections::{BTreeMap, BTreeSet};

use super::ids::{Group, Phrase};
use super::steps::{Path, Prefix};
use super::{Route, collide, shape, verbs, words};
use crate::api::Method;

/// What is seen by looking at all operations at once.
pub(super) struct Survey {
    pub(super) paths: Vec<Path>,
    /// What separates the parts of ids, where they are the tree.
    groups: Option<Group>,
    /// A tag that every operation has says nothing.
    empty_tag: Option<String>,
    /// The methods of a path.
    methods: BTreeMap<String, BTreeSet<Method>>,
    /// Paths of resources that have items: a path goes on with a parameter.
    with_items: BTreeSet<Vec<String>>,
    /// Whether paths are the names of procedures: none has parameters, and most end in a verb.
    is_procedures: bool,
    /// All that stands before the last fixed step of a path, and before that, and so on.
    inner: BTreeSet<Vec<String>>,
}

impl Survey {
    pub(super) fn new(routes: &[Route]) -> Self {
        let raw: Vec<&str> = routes.iter().map(|route| route.path.as_str()).collect();
        let prefix = Prefix::of(&raw);
        let paths: Vec<Path> = raw.iter().map(|path| prefix.path(path)).collect();
        let mut survey = Self {
            paths: Vec::new(),
            groups: Group::of(routes),
            empty_tag: empty_tag(routes),
            methods: BTreeMap::new(),
            with_items: BTreeSet::new(),
            is_procedures: is_procedures(&paths),
            inner: BTreeSet::new(),
        };
        for (route, path) in routes.iter().zip(&paths) {
            survey
                .methods
                .entry(route.path.clone())
                .or_default()
                .insert(route.method);
            if path.trailing > 0 {
                survey.with_items.insert(path.fixed.clone());
            }
            for length in 1..path.fixed.len() {
                survey.inner.insert(path.fixed[..length].to_vec());
            }
        }
        survey.paths = paths;
        survey
    }

    /// What the operation would be called if it stood alone.
    pub(super) fn wanted(&self, route: &Route, path: &Path) -> collide::Wanted {
        let wanted = self.derived(route, path);
        match (&route.given, &route.locked) {
            (Some(given), _) => wanted.renamed(given),
            (None, Some(locked)) => wanted.at(locked),
            (None, None) => wanted,
        }
    }

    fn derived(&self, route: &Route, path: &Path) -> collide::Wanted {
        if let Some(group) = &self.groups
            && let Some((resource, name)) = group.split(route.id.as_deref())
        {
            return collide::Wanted::new(resource, name, Phrase::default());
        }
        let phrase = Phrase::of(route, path);
        if path.says_nothing || (path.fixed.is_empty() && path.verb.is_none()) {
            let name = match phrase.whole.is_empty() {
                true => route.method.name().to_owned(),
                false => phrase.whole.clone(),
            };
            return self.by_tag(route, name, phrase);
        }
        if let Some(action) = self.action(route, path, &phrase) {
            let end = path.fixed.len() - usize::from(path.verb.is_none());
            let resource = path.fixed.get(..end).unwrap_or_default().to_vec();
            let name = self.action_name(route, &phrase, action);
            let name = match verbs::MANY.contains(&name.as_str()) {
                true => many(name, &phrase),
                false => name,
            };
            return match resource.is_empty() {
                true => self.by_tag(route, name, phrase),
                false => collide::Wanted::new(resource, name, phrase),
            };
        }
        let name = shape::name(route, &self.shape(route, path), &phrase);
        collide::Wanted::new(path.fixed.clone(), name, phrase)
    }

    fn shape(&self, route: &Route, path: &Path) -> shape::Shape {
        shape::Shape {
            is_item: path.trailing > 0,
            has_items: self.with_items.contains(&path.fixed),
            is_plural: path.fixed.last().is_some_and(|step| words::is_plural(step)),
            siblings: self.methods.get(&route.path).cloned().unwrap_or_default(),
        }
    }

    /// The verb that the path ends in.
    fn action(&self, route: &Route, path: &Path, phrase: &Phrase) -> Option<String> {
        if let Some(verb) = &path.verb {
            return Some(verb.clone());
        }
        let last = path.fixed.last()?;
        // What other paths go on from is a resource.
        if self.inner.contains(&path.fixed) {
            return None;
        }
        let says_so = phrase.verb.as_deref().is_some_and(|verb| verb == last);
        let methods = self.methods.get(&route.path)?;
        let changes = methods.contains(&Method::Post) || methods.contains(&Method::Put);
        if self.is_procedures {
            return Some(last.clone());
        }
        let alone = path.trailing == 0 && !self.with_items.contains(&path.fixed);
        let is_verb = match verbs::kind(last) {
            verbs::Kind::Verb => true,
            verbs::Kind::VerbOrNoun => says_so || (changes && alone && path.fixed.len() > 1),
            verbs::Kind::Noun => says_so || verbs::MANY.contains(&last.as_str()),
        };
        is_verb.then(|| last.clone())
    }

    /// The first method of an action is called like it, the others like what they do to it.
    fn action_name(&self, route: &Route, phrase: &Phrase, action: String) -> String {
        const ORDER: [Method; 5] = [
            Method::Post,
            Method::Put,
            Method::Get,
            Method::Patch,
            Method::Delete,
        ];
        let methods = self.methods.get(&route.path);
        let first = ORDER
            .iter()
            .find(|method| methods.is_some_and(|methods| methods.contains(method)));
        if first.is_none_or(|first| *first == route.method) {
            return action;
        }
        match &phrase.verb {
            // `unstar` of `/star`
            Some(verb) if *verb != action && verb.ends_with(&action) => verb.clone(),
            Some(verb) if *verb != action && !verbs::is_generic(verb) => format!("{verb}_{action}"),
            _ => format!("{}_{action}", route.method.name()),
        }
    }

    /// An operation whose path says nothing of where it belongs.
    fn by_tag(&self, route: &Route, name: String, phrase: Phrase) -> collide::Wanted {
        let tags = route
            .tags
            .iter()
            .filter(|tag| Some(*tag) != self.empty_tag.as_ref());
        let resource = tags.map(|tag| words::snake(tag));
        let resource: Vec<String> = resource
            .filter(|tag| !EMPTY_TAGS.split(' ').any(|empty| empty == tag))
            .collect();
        let of_tags: BTreeSet<String> = resource.iter().flat_map(|tag| words::stems(tag)).collect();
        // `search` of the tag `search` would say it twice.
        if resource.is_empty() || of_tags == words::stems(&name).into_iter().collect() {
            return collide::Wanted::new(Vec::new(), name, phrase);
        }
        let rest = words::without(&name, &of_tags);
        let starts_well = words::split(&rest)
            .first()
            .is_some_and(|word| verbs::kind(word) != verbs::Kind::Noun);
        let name = if starts_well { rest } else { name };
        collide::Wanted::new(resource, name, phrase)
    }
}

/// Tags that say nothing.
const EMPTY_TAGS: &str =
    "api default general hidden internal misc miscellaneous other public root untagged";

/// `bulk_update` of `/bulk`.
fn many(step: String, phrase: &Phrase) -> String {
    match &phrase.verb {
        Some(verb) if verb.starts_with(&step) => verb.clone(),
        Some(verb) => format!("{step}_{verb}"),
        None => step,
    }
}

fn is_procedures(paths: &[Path]) -> bool {
    let is_verb = |path: &&Path| {
        path.fixed
            .last()
            .is_some_and(|last| verbs::kind(last) == verbs::Kind::Verb)
    };
    paths
        .iter()
        .all(|path| path.parameters.is_empty() && path.verb.is_none())
        && paths.len() > 2
        && paths.iter().filter(is_verb).count() * 2 > paths.len()
}

/// The tag that every operation has.
fn empty_tag(routes: &[Route]) -> Option<String> {
    let (first, others) = routes.split_first()?;
    let tag = first.tags.last()?;
    let is_everywhere = others.iter().all(|route| route.tags.last() == Some(tag));
    is_everywhere.then(|| tag.clone())
}
