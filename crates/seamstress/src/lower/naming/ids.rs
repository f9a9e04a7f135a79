//! Ids of operations: the verb in them, and what they say that the path does not.

use std::collections::BTreeSet;

use super::steps::Path;
use super::{Route, verbs, words};

/// What the id of an operation says.
#[derive(Clone, Debug, Default)]
pub(super) struct Phrase {
    /// Its verb.
    pub(super) verb: Option<String>,
    /// Whether the path says the verb too, as a thing: `upload` of `/uploads`.
    pub(super) is_said: bool,
    /// The verb, and what neither path nor tags say.
    pub(super) longer: Option<String>,
    /// All of it, in snake case.
    pub(super) whole: String,
}

/// Words that say nothing by themselves.
const SMALL: &[&str] = &["a", "an", "and", "its", "of", "s", "the", "their"];

/// Words that say nothing without what follows.
const PREPOSITIONS: &[&str] = &["by", "for", "from", "in", "on", "to", "with", "without"];

/// Other words for the one who calls.
const SELF: &[&str] = &["current", "me", "my", "own", "self", "user"];

impl Phrase {
    pub(super) fn of(route: &Route, path: &Path) -> Self {
        let Some(id) = route.id.as_deref().filter(|id| !id.trim().is_empty()) else {
            return Self::default();
        };
        let whole = words::snake(id);
        // What stands before the last `/` or `.` is a group, which is no part of the name.
        let own = id
            .rsplit(['/', '.', ':', '#'])
            .find(|part| !part.is_empty())
            .unwrap_or(id);
        let own = words::snake(own);
        let own: Vec<&str> = words::split(&own);
        let known = Known::of(route, path);
        let Some((verb, rest)) = verb(&own, &known.steps) else {
            return Self {
                whole,
                ..Self::default()
            };
        };
        let extra = known.extra(&rest);
        let is_said = words::stems(&verb)
            .iter()
            .all(|word| known.steps.contains(word));
        let longer = (!extra.is_empty()).then(|| format!("{verb}_{}", extra.join("_")));
        Self {
            verb: Some(verb),
            is_said,
            longer,
            whole,
        }
    }
}

/// The verb of an id, and the words beside it: the first word after those of the `steps`, which
/// some ids begin with, or else the last.
fn verb<'a>(id: &[&'a str], steps: &BTreeSet<String>) -> Option<(String, Vec<&'a str>)> {
    let kind = |word: &str| verbs::kind(word);
    let is_step = |word: &str| steps.contains(&words::stem(word));
    let first = id.first().map(|word| kind(word));
    let last = id.last().map(|word| kind(word));
    // `bulk_delete_messages`, `delete_messages_bulk` is left.
    if let [many, verb, rest @ ..] = id
        && verbs::MANY.contains(many)
        && kind(verb) != verbs::Kind::Noun
    {
        return Some((format!("{many}_{verb}"), rest.to_vec()));
    }
    let from_front = || {
        let (verb, rest) = id.split_first()?;
        // `create_or_update_user`
        if let ["or", second, rest @ ..] = rest
            && kind(second) != verbs::Kind::Noun
        {
            return Some((format!("{verb}_or_{second}"), rest.to_vec()));
        }
        Some(((*verb).to_owned(), rest.to_vec()))
    };
    let from_back = || {
        let (verb, rest) = id.split_last()?;
        Some(((*verb).to_owned(), rest.to_vec()))
    };
    use verbs::Kind::{Noun, Verb, VerbOrNoun};
    match (first?, last?) {
        // `update_status_get` on `/update/status`
        (Verb, Verb) if is_step(id.first()?) && !is_step(id.last()?) => from_back(),
        (Verb, _) => from_front(),
        // `deprecated_create_pin` on `/pins`
        (Noun, Verb) if id.len() > 2 && is_step(id.last()?) => {
            verb(&id[1..], steps).or_else(from_back)
        }
        (_, Verb) => from_back(),
        // `instance_list_v1`
        (_, Noun) if id.len() > 2 && words::is_version(id.last()?) => {
            verb(&id[..id.len() - 1], steps)
        }
        // `task_upload_chunk`
        (_, Noun) if id.len() > 1 && is_step(id.first()?) => verb(&id[1..], steps),
        (VerbOrNoun, _) => from_front(),
        (Noun, VerbOrNoun) => from_back(),
        (Noun, Noun) => None,
    }
}

/// What is known from elsewhere, so that the id need not say it.
struct Known {
    steps: BTreeSet<String>,
    others: BTreeSet<String>,
    /// Steps, tags and parameters with their words run together: `serviceaccount`.
    joined: BTreeSet<String>,
}

impl Known {
    fn of(route: &Route, path: &Path) -> Self {
        let steps: BTreeSet<String> = path
            .fixed
            .iter()
            .flat_map(|step| words::stems(step))
            .collect();
        let tags: Vec<String> = route.tags.iter().map(|tag| words::snake(tag)).collect();
        let others = tags.iter().chain(&path.parameters);
        let mut others: BTreeSet<String> = others.flat_map(|name| words::stems(name)).collect();
        if path.fixed.iter().any(|step| SELF.contains(&step.as_str())) {
            others.extend(SELF.iter().map(|word| (*word).to_owned()));
        }
        let names = path.fixed.iter().chain(&tags).chain(&path.parameters);
        let joined = names.map(|name| words::stems(name).concat()).collect();
        Self {
            steps,
            others,
            joined,
        }
    }

    fn says(&self, stem: &str) -> bool {
        self.steps.contains(stem) || self.others.contains(stem)
    }

    /// The words that say something new, with the prepositions in front of them.
    fn extra<'a>(&self, id: &[&'a str]) -> Vec<&'a str> {
        let mut extra = Vec::new();
        let mut preposition = None;
        let mut at = 0;
        while let Some(word) = id.get(at) {
            let known = (1..=4.min(id.len() - at)).rev().find(|length| {
                let joined = words::stems(&id[at..at + length].join("_")).concat();
                self.joined.contains(&joined)
            });
            let stem = words::stem(word);
            if let Some(length) = known {
                at += length;
                preposition = None;
                continue;
            }
            at += 1;
            if PREPOSITIONS.contains(word) {
                preposition = Some(*word);
            } else if !SMALL.contains(word)
                && !words::is_version(word)
                && !self.says(&stem)
                // `namespaced`
                && !word.strip_suffix('d').is_some_and(|word| self.says(word))
            {
                extra.extend(preposition.take());
                extra.push(word);
            }
        }
        extra
    }
}

/// What separates group and name in ids that are a tree of their own: `Users_Get`,
/// `users.list`. Such ids were made for this, and read better than deep paths.
pub(super) struct Group {
    separator: char,
    /// How many parts in front all ids share.
    shared: usize,
}

impl Group {
    /// The separator of four in five ids.
    pub(super) fn of(routes: &[Route]) -> Option<Self> {
        let ids: Vec<&str> = routes
            .iter()
            .filter_map(|route| route.id.as_deref())
            .collect();
        ['_', '.'].into_iter().find_map(|separator| {
            let fitting: Vec<Vec<&str>> =
                ids.iter().filter_map(|id| parts(id, separator)).collect();
            if fitting.len() < 3 || fitting.len() * 5 < routes.len() * 4 {
                return None;
            }
            let first = fitting.first()?.first()?;
            let is_shared = fitting.iter().all(|parts| parts.first() == Some(first));
            let is_deep =
                fitting.iter().filter(|parts| parts.len() > 2).count() * 2 > fitting.len();
            Some(Self {
                separator,
                shared: usize::from(is_shared && is_deep),
            })
        })
    }

    /// The resource and the name that an id says.
    pub(super) fn split(&self, id: Option<&str>) -> Option<(Vec<String>, String)> {
        let parts = parts(id?, self.separator)?;
        let (name, resource) = parts.get(self.shared..)?.split_last()?;
        let resource: Vec<String> = resource.iter().map(|part| words::snake(part)).collect();
        let known: BTreeSet<String> = resource
            .iter()
            .flat_map(|part| words::stems(part))
            .collect();
        let name = words::snake(name);
        let rest = words::without(&name, &known);
        let is_short = words::split(&rest).len() == 1 && verbs::kind(&rest) == verbs::Kind::Verb;
        Some((resource, if is_short { rest } else { name }))
    }
}

/// The parts of an id that is a tree: at least two, each spelt as the others of its kind.
fn parts(id: &str, separator: char) -> Option<Vec<&str>> {
    let parts: Vec<&str> = id.split(separator).collect();
    let is_part = |part: &&str| {
        let letter = part.chars().next().is_some_and(|first| match separator {
            '_' => first.is_ascii_uppercase(),
            _ => first.is_ascii_lowercase(),
        });
        letter
            && part
                .chars()
                .all(|character| character.is_ascii_alphanumeric())
    };
    // Names of classes of a server's code, with which their paths go.
    let is_code = parts
        .first()
        .is_some_and(|group| group.ends_with("Controller"));
    let is_http = parts
        .first()
        .is_some_and(|group| ["GET", "POST", "PUT", "PATCH", "DELETE"].contains(group));
    (parts.len() > 1 && !is_code && !is_http && parts.iter().all(is_part)).then_some(parts)
}
