//! Where operations hang, and what they are called: `customers().list()` of `GET /v1/customers`.
//!
//! Paths are the tree, since they are the one thing that every document has and seldom changes;
//! [`steps`] reads them. The name is a verb: of the path where it ends in one ([`verbs`]), else
//! of the operation's id where that has one to add ([`ids`]), else what the method does to such
//! a path ([`shape`]). An operation whose path says nothing hangs on its tag, and without one on
//! the client itself. [`collide`] keeps operations apart that would have one name.
//!
//! *Invariant:* what an operation is called depends on its own method, path, id, tags and answer,
//! and on others only where [`collide`] and [`steps::Prefix`] say so. What it was called once, a
//! lock file remembers ([`crate::lock`]).

mod collide;
mod ids;
mod shape;
mod steps;
mod survey;
mod verbs;
mod words;

use crate::api::Method;
use crate::lock::Lock;
use survey::Survey;

/// What is known of an operation before it has a name.
#[derive(Clone, Debug)]
pub(super) struct Route {
    pub(super) method: Method,
    pub(super) path: String,
    pub(super) id: Option<String>,
    /// The first tag, its parents before it.
    pub(super) tags: Vec<String>,
    pub(super) answer: Answer,
    /// What the configuration says that it is called.
    pub(super) given: Option<Vec<String>>,
    /// Where it was when its name was locked.
    pub(super) locked: Option<Place>,
}

/// What an answer holds, as far as it can be seen from outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    List,
    /// An object that has a list among its members.
    WithList,
    One,
    Unknown,
}

/// The place of an operation in the tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) resource: Vec<String>,
    pub(super) name: String,
}

impl Place {
    /// The place at the end of a way; none where there is no step.
    pub(super) fn of_way(way: &[String]) -> Option<Self> {
        let (name, resource) = way.split_last()?;
        Some(Self {
            resource: resource.to_vec(),
            name: name.clone(),
        })
    }
}

/// The places of all operations, in their order. What is locked stays where it is, and what some
/// operation of the `lock` was called is no way out for another.
pub(super) fn places(routes: &[Route], lock: &Lock) -> Vec<Place> {
    let survey = Survey::new(routes);
    let wanted = routes.iter().zip(&survey.paths);
    let wanted: Vec<collide::Wanted> = wanted
        .map(|(route, path)| survey.wanted(route, path))
        .collect();
    collide::apart(routes, &survey.paths, &wanted, lock)
}
