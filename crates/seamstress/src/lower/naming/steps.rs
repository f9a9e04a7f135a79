//! The steps of a path: which of them lead to a resource.

use std::collections::{BTreeMap, BTreeSet};

use super::words;

/// Steps in front that say no more than that there is an API.
const API: &[&str] = &["api", "apis", "json", "rest", "rpc", "twirp"];

/// A path, read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Path {
    /// The steps without parameters, in snake case.
    pub(super) fixed: Vec<String>,
    /// How many parameters follow the last of them.
    pub(super) trailing: usize,
    /// The parameters, in snake case.
    pub(super) parameters: Vec<String>,
    /// A verb that is marked as one: `cancel` of `/operations/{id}:cancel` and of
    /// `/operations.cancel`.
    pub(super) verb: Option<String>,
    /// What a query in the path says: `beta` of `/files?beta=true`.
    pub(super) query: Option<String>,
    /// Whether the path is no more than the way to the API.
    pub(super) says_nothing: bool,
}

/// A step of a path as it is written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Step {
    Fixed(String),
    Parameter(String),
}

/// What stands in front of most paths and says nothing: `/api/v2`.
///
/// The steps up to the last version that all operations share are left out. Of what is left, the
/// most frequent run of versions is left out too; paths with another one keep it, so that
/// `/v1/users` and `/v2/users` stay apart.
pub(super) struct Prefix {
    shared: usize,
    main: Vec<Step>,
    /// Hosts that are told apart by their first label: `apps.example.io` → `apps`.
    labels: BTreeMap<String, String>,
    /// What half of the paths end in: `.json`.
    ending: Option<&'static str>,
}

impl Prefix {
    pub(super) fn of(paths: &[&str]) -> Self {
        let ending = [".json", ".xml", ".php"]
            .into_iter()
            .find(|end| paths.iter().filter(|path| path.ends_with(end)).count() * 2 > paths.len());
        let all: Vec<Vec<Step>> = paths.iter().map(|path| steps(path, ending).0).collect();
        let shared = shared(&all);
        let mut runs: BTreeMap<&[Step], usize> = BTreeMap::new();
        for path in &all {
            *runs.entry(run(&path[shared..])).or_default() += 1;
        }
        let main = runs
            .into_iter()
            .max_by_key(|(run, count)| (*count, std::cmp::Reverse(run.len())));
        Self {
            shared,
            main: main.map(|(run, _)| run.to_vec()).unwrap_or_default(),
            labels: labels(&all),
            ending,
        }
    }

    /// Reads a path.
    pub(super) fn path(&self, text: &str) -> Path {
        let (steps, mut verb) = steps(text, self.ending);
        let steps = steps.get(self.shared..).unwrap_or_default();
        let run = run(steps);
        let kept = run
            .iter()
            .filter(|step| run != self.main.as_slice() && !is_api(step));
        let mut path = Path::default();
        for step in kept.chain(&steps[run.len()..]) {
            match step {
                Step::Parameter(name) => {
                    path.trailing += 1;
                    path.parameters.push(words::snake(name));
                }
                Step::Fixed(name) => {
                    path.trailing = 0;
                    let name = self.labels.get(name).unwrap_or(name);
                    path.fixed.push(words::snake(name));
                }
            }
        }
        path.says_nothing = steps.len() == run.len() && verb.is_none();
        // A single step with dots names a procedure: `/chat.postMessage`.
        if let ([Step::Fixed(only)], None) = (&steps[run.len()..], &verb)
            && let Some((way, last)) = only.rsplit_once('.')
            && !is_host(only)
            && !way.is_empty()
            && !last.is_empty()
        {
            path.fixed.pop();
            path.fixed.extend(
                way.split('.')
                    .filter(|part| !part.is_empty())
                    .map(words::snake),
            );
            verb = Some(last.to_owned());
        }
        path.query = query(text);
        path.verb = verb.map(|verb| words::snake(&verb));
        path
    }
}

/// The steps of a path, and the verb behind a colon or in the fragment.
fn steps(path: &str, ending: Option<&str>) -> (Vec<Step>, Option<String>) {
    let path = ending
        .and_then(|ending| path.strip_suffix(ending))
        .unwrap_or(path);
    // Some documents tell operations of one path apart by what no server ever sees:
    // `/files/{id}#copy`, `/#Action=ListUsers`.
    let (path, fragment) = path.split_once('#').unwrap_or((path, ""));
    let fragment = fragment
        .rsplit(['=', '.', '&'])
        .next()
        .filter(|name| !name.is_empty());
    let path = path.split('?').next().unwrap_or_default();
    let mut steps = Vec::new();
    let mut verb = None;
    for segment in path.split('/').filter(|segment| !segment.is_empty()) {
        verb = None;
        let (before, inside) = match segment.split_once('{') {
            None => (segment, None),
            Some((before, rest)) => (before, Some(rest.split_once('}').unwrap_or((rest, "")))),
        };
        let Some((name, after)) = inside else {
            match segment.split_once(':') {
                Some((thing, action)) if !thing.is_empty() && !action.is_empty() => {
                    steps.push(Step::Fixed(thing.to_owned()));
                    verb = Some(action.to_owned());
                }
                _ => steps.push(Step::Fixed(segment.to_owned())),
            }
            continue;
        };
        if before.contains(char::is_alphanumeric) {
            let before = before.trim_matches(|character: char| !character.is_alphanumeric());
            steps.push(Step::Fixed(before.to_owned()));
        }
        // What a file is called at its end makes no item of it: `thumbnail.{extension}`.
        if !before.ends_with('.') {
            let name = name.trim_matches(|character: char| !character.is_alphanumeric());
            steps.push(Step::Parameter(name.to_owned()));
        }
        verb = after
            .rsplit_once(':')
            .map(|(_, verb)| verb)
            .filter(|verb| !verb.is_empty() && !verb.contains('{'))
            .map(str::to_owned);
    }
    (steps, fragment.map(str::to_owned).or(verb))
}

/// What a query in a path says, which no path should have: its names, and its values besides
/// `true`.
fn query(path: &str) -> Option<String> {
    let (_, query) = path.split('#').next()?.split_once('?')?;
    let says = |word: &&str| !matches!(*word, "" | "true") && !word.contains(['{', '}']);
    let words: Vec<&str> = query.split(['&', '=']).filter(says).collect();
    (!words.is_empty()).then(|| words::snake(&words.join("_")))
}

/// How many steps in front all paths share, up to the last that is a version or `api`.
fn shared(all: &[Vec<Step>]) -> usize {
    let Some((first, others)) = all.split_first() else {
        return 0;
    };
    let common = first.iter().enumerate().take_while(|(at, step)| {
        matches!(step, Step::Fixed(_)) && others.iter().all(|path| path.get(*at) == Some(step))
    });
    let last = common.filter(|(_, step)| is_prefix(step)).last();
    // A name in front of the version is the API's; several are a way into it.
    last.map_or(0, |(at, _)| if at < 3 { at + 1 } else { 0 })
}

/// The versions in front, and what else says that there is an API.
fn run(path: &[Step]) -> &[Step] {
    let end = path.iter().take_while(|step| is_prefix(step)).count();
    &path[..end]
}

fn is_prefix(step: &Step) -> bool {
    is_api(step)
        || match step {
            Step::Fixed(name) => words::is_version(name),
            Step::Parameter(name) => {
                let name = words::snake(name);
                name == "version" || name == "api_version"
            }
        }
}

fn is_api(step: &Step) -> bool {
    matches!(step, Step::Fixed(name) if API.contains(&name.as_str()))
}

/// The first labels of steps that are hosts, where they tell them apart.
fn labels(all: &[Vec<Step>]) -> BTreeMap<String, String> {
    let mut hosts: BTreeSet<&String> = BTreeSet::new();
    let mut plain: BTreeSet<&str> = BTreeSet::new();
    for step in all.iter().flatten() {
        let Step::Fixed(name) = step else { continue };
        match is_host(name) {
            true => {
                hosts.insert(name);
            }
            false => {
                plain.insert(name);
            }
        }
    }
    let label = |host: &str| host.split('.').next().unwrap_or_default().to_owned();
    let mut count: BTreeMap<String, usize> = BTreeMap::new();
    for host in &hosts {
        *count.entry(label(host)).or_default() += 1;
    }
    let is_free = |label: &String| count.get(label) == Some(&1) && !plain.contains(label.as_str());
    let hosts = hosts.into_iter().map(|host| (host.clone(), label(host)));
    hosts.filter(|(_, label)| is_free(label)).collect()
}

/// Whether a step is the name of a host, as groups of an API are called.
fn is_host(name: &str) -> bool {
    const ENDINGS: &[&str] = &[".com", ".dev", ".io", ".net", ".org"];
    ENDINGS.iter().any(|end| name.ends_with(end)) && name.matches('.').count() > 1
}
