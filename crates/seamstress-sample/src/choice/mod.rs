//! Choosing: the points where a document could be otherwise, and what has been tried at each.
//!
//! To cover is to take every alternative of every point at least once. Trying all combinations
//! would take for ever, so the points of one document are cycled independently, and each point
//! prefers what it has not tried; then an alternative below which something is left to try, which
//! the links between points tell; then what it took least often. The number of documents is about
//! the largest number of alternatives that exclude each other, not the product of all.

mod point;

use std::collections::{HashMap, HashSet};

use crate::hash::QuickHash;
use crate::rng::Rng;
use crate::schema::Schema;

pub(crate) use point::Kind;
use point::{Alternative, Point};

/// A question at a point.
#[derive(Debug)]
pub(crate) struct Question<'q, 'a> {
    pub(crate) kind: Kind,
    pub(crate) schema: &'q Schema<'a>,
    /// How many alternatives there are.
    pub(crate) count: usize,
}

/// How alternatives are preferred.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    /// What has not been tried comes first.
    Cover,
    /// Chance decides.
    Random,
}

type Key = (usize, usize, Kind);

/// An alternative that was entered.
#[derive(Clone, Copy, Debug)]
struct Step {
    point: usize,
    alternative: usize,
    /// Whether there was no room for all that follows.
    is_cut: bool,
}

/// What was noted, so that it can be undone when a choice leads nowhere.
#[derive(Debug)]
enum Note {
    Taken(usize, usize),
    Link(usize, usize, usize),
}

/// Makes all choices.
#[derive(Debug)]
pub(crate) struct Chooser<'a> {
    pub(crate) mode: Mode,
    pub(crate) rng: Rng,
    /// Whether it is noted what was taken, for the sake of [`Mode::Cover`].
    pub(crate) takes_notes: bool,
    /// Whether a document looks in few directions, so that there is room to look far. It does when
    /// looking in all directions found nothing new.
    pub(crate) is_focused: bool,
    /// Whether the references that lead to a point tell it apart from others.
    by_site: bool,
    points: Vec<Point<'a>>,
    index: HashMap<Key, usize, QuickHash>,
    links: HashSet<(usize, usize, usize), QuickHash>,
    /// Points from which something new can be reached, as of the last [`Self::refresh`].
    open: Vec<bool>,
    /// The alternatives that have been entered and not left.
    path: Vec<Step>,
    /// Points at which a document begins.
    roots: HashSet<usize>,
    notes: Vec<Note>,
}

/// A moment to which the notes can be taken back.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Mark(usize);

impl<'a> Chooser<'a> {
    pub(crate) fn new(mode: Mode, rng: Rng, by_site: bool) -> Self {
        Self {
            mode,
            rng,
            takes_notes: mode == Mode::Cover,
            is_focused: false,
            by_site,
            points: Vec::new(),
            index: HashMap::default(),
            links: HashSet::default(),
            open: Vec::new(),
            path: Vec::new(),
            roots: HashSet::new(),
            notes: Vec::new(),
        }
    }

    /// All alternatives, the best first. Nothing is noted.
    pub(crate) fn order(&mut self, question: &Question<'_, 'a>) -> Vec<usize> {
        let mut order: Vec<_> = (0..question.count).collect();
        match self.mode {
            Mode::Random => self.shuffle(&mut order, question.kind),
            Mode::Cover => {
                let point = self.point(question);
                // The sort is stable: equally good ones keep the order of the document.
                order.sort_by_key(|alternative| self.rank(point, *alternative));
            }
        }
        order
    }

    /// Whether the first of two alternatives is the better one, and how good it is; less is better.
    pub(crate) fn prefers_first(&mut self, question: &Question<'_, 'a>) -> Option<(u8, u32)> {
        if self.mode == Mode::Random {
            return self.rng.once_in(2).then_some((0, 0));
        }
        let point = self.point(question);
        let rank = self.rank(point, 0);
        (rank <= self.rank(point, 1)).then_some(rank)
    }

    /// Notes that an alternative is taken, until it is left.
    pub(crate) fn enter(&mut self, question: &Question<'_, 'a>, alternative: usize) {
        let point = self.point(question);
        match self.path.last().copied() {
            Some(above) => self.link(above.point, above.alternative, point),
            None => _ = self.roots.insert(point),
        }
        self.path.push(Step {
            point,
            alternative,
            is_cut: false,
        });
        if let Some(taken) = self.alternative(point, alternative) {
            taken.taken += 1;
            self.notes.push(Note::Taken(point, alternative));
        }
    }

    /// Ends what [`Self::enter`] began.
    pub(crate) fn leave(&mut self) {
        let Some(step) = self.path.pop() else {
            return;
        };
        let is_focused = self.is_focused;
        if let Some(taken) = self.alternative(step.point, step.alternative) {
            // Documents that look in all directions say little about how much room there is.
            let cut = if is_focused {
                taken.cut + 1
            } else {
                taken.cut.max(1)
            };
            taken.cut = if step.is_cut { cut } else { taken.cut };
            taken.is_whole |= !step.is_cut;
        }
    }

    /// Notes that there is no room for what follows from the last alternative that was entered.
    pub(crate) fn cut(&mut self) {
        if let Some(step) = self.path.last_mut() {
            step.is_cut = true;
        }
    }

    /// Notes that an alternative contradicts its surroundings.
    pub(crate) fn fail(&mut self, question: &Question<'_, 'a>, alternative: usize) {
        let point = self.point(question);
        if let Some(failed) = self.alternative(point, alternative) {
            failed.failed += 1;
        }
    }

    /// The present moment.
    pub(crate) fn mark(&self) -> Mark {
        Mark(self.notes.len())
    }

    /// [`Self::forget`], where what was chosen since was refused. If it was a single choice, it is
    /// to blame.
    pub(crate) fn blame(&mut self, since: Mark) {
        if let Some(
            [Note::Link(..), Note::Taken(point, alternative)] | [Note::Taken(point, alternative)],
        ) = self.notes.get(since.0..)
            && let (point, alternative) = (*point, *alternative)
            && let Some(failed) = self.alternative(point, alternative)
        {
            failed.failed += 1;
        }
        self.forget(since);
    }

    /// Forgets what was noted since.
    pub(crate) fn forget(&mut self, since: Mark) {
        for note in self.notes.split_off(since.0) {
            match note {
                Note::Taken(point, alternative) => {
                    if let Some(taken) = self.alternative(point, alternative) {
                        taken.taken = taken.taken.saturating_sub(1);
                    }
                }
                Note::Link(above, taken, point) => {
                    self.links.remove(&(above, taken, point));
                    if let Some(alternative) = self.alternative(above, taken) {
                        alternative.leads_to.retain(|known| *known != point);
                    }
                    // The same point may also have been met from there after another alternative.
                    if let Some(point) = self.points.get_mut(point)
                        && let Some(place) = point.above.iter().rposition(|known| *known == above)
                    {
                        point.above.remove(place);
                    }
                }
            }
        }
    }

    /// Ends a document: whether it took anything for the first time.
    pub(crate) fn commit(&mut self) -> bool {
        let is_new = self.is_new();
        self.notes.clear();
        self.is_focused ^= !is_new;
        is_new
    }

    fn is_new(&self) -> bool {
        let mut counts = HashMap::new();
        for note in &self.notes {
            if let Note::Taken(point, alternative) = note {
                *counts.entry((*point, *alternative)).or_insert(0_u32) += 1;
            }
        }
        counts.iter().any(|((point, alternative), count)| {
            let taken = self
                .points
                .get(*point)
                .and_then(|point| point.alternatives.get(*alternative));
            taken.is_some_and(|taken| taken.taken == *count)
        })
    }

    /// Finds out anew where something new can be reached, and whether anywhere.
    pub(crate) fn refresh(&mut self) -> bool {
        let has_new = |point: &Point<'_>| {
            let lacks_room = point.alternatives.iter().any(Alternative::lacks_room);
            lacks_room || (0..point.alternatives.len()).any(|one| point.is_new(one))
        };
        let points = self.points.iter().enumerate();
        let points = points
            .filter(|(_, point)| has_new(point))
            .map(|(index, _)| index);
        let mut pending: Vec<_> = points.collect();
        self.open.clear();
        self.open.resize(self.points.len(), false);
        while let Some(index) = pending.pop() {
            if let (Some(is_open @ false), Some(point)) =
                (self.open.get_mut(index), self.points.get(index))
            {
                *is_open = true;
                pending.extend(&point.above);
            }
        }
        self.roots.iter().any(|root| self.is_open(*root))
    }

    fn is_open(&self, point: usize) -> bool {
        self.open.get(point).copied().unwrap_or_default()
    }

    /// The alternatives of points in reach that were never taken, or never with enough room, and
    /// how many there are in all.
    pub(crate) fn missed(&self) -> (Vec<(Kind, &Schema<'a>, usize)>, usize) {
        let mut reached = HashSet::new();
        let mut pending: Vec<_> = self.roots.iter().copied().collect();
        while let Some(index) = pending.pop() {
            if let Some(point) = self.points.get(index).filter(|_| reached.insert(index)) {
                pending.extend(point.alternatives.iter().flat_map(|taken| &taken.leads_to));
            }
        }
        let (mut missed, mut all) = (Vec::new(), 0);
        // In the order in which they were met, which is the same in every run.
        for (_, point) in self
            .points
            .iter()
            .enumerate()
            .filter(|(index, _)| reached.contains(index))
        {
            for (number, alternative) in point.alternatives.iter().enumerate() {
                all += 1;
                let was_cut = alternative.cut > 0 && !alternative.is_whole;
                if was_cut || alternative.taken == 0 && (number > 0 || !point.is_by_the_way()) {
                    missed.push((point.kind, &point.schema, number));
                }
            }
        }
        (missed, all)
    }

    fn point(&mut self, question: &Question<'_, 'a>) -> usize {
        let is_site_known = self.by_site || question.schema.is_shared();
        let site = if is_site_known {
            question.schema.site
        } else {
            0
        };
        let key = (question.schema.id(), site, question.kind);
        let next = self.points.len();
        let index = *self.index.entry(key).or_insert(next);
        if index == next {
            self.points.push(Point {
                kind: question.kind,
                schema: question.schema.clone(),
                alternatives: Vec::new(),
                above: Vec::new(),
            });
        }
        if let Some(point) = self.points.get_mut(index)
            && point.alternatives.len() < question.count
        {
            point
                .alternatives
                .resize_with(question.count, Alternative::default);
        }
        index
    }

    fn alternative(&mut self, point: usize, alternative: usize) -> Option<&mut Alternative> {
        self.points
            .get_mut(point)?
            .alternatives
            .get_mut(alternative)
    }

    fn link(&mut self, above: usize, taken: usize, point: usize) {
        if self.links.insert((above, taken, point)) {
            if let Some(alternative) = self.alternative(above, taken) {
                alternative.leads_to.push(point);
            }
            if let Some(point) = self.points.get_mut(point) {
                point.above.push(above);
            }
            self.notes.push(Note::Link(above, taken, point));
        }
    }

    fn rank(&self, point: usize, alternative: usize) -> (u8, u32) {
        let point = self.points.get(point);
        let known = point.and_then(|point| Some((point, point.alternatives.get(alternative)?)));
        let Some((point, known)) = known else {
            return (3, 0);
        };
        let leads_on = || known.leads_to.iter().any(|point| self.is_open(*point));
        let class = match known.taken {
            _ if point.is_new(alternative) => 0,
            0 if known.failed > 0 => 3,
            _ if known.lacks_room() || leads_on() => 1,
            _ => 2,
        };
        (class, known.taken)
    }

    fn shuffle(&mut self, order: &mut [usize], kind: Kind) {
        for end in (1..order.len()).rev() {
            order.swap(end, self.rng.below(end + 1));
        }
        // What is rare with servers is rare here: null, unknown members, long lists and texts.
        let (rare, odds) = match kind {
            Kind::Null => (1, 4),
            Kind::Extra => (1, 4),
            Kind::Length => (3, 4),
            Kind::Text => (4, 4),
            _ => return,
        };
        let is_rare = |alternative: &usize| *alternative >= rare;
        if order.first().is_some_and(is_rare)
            && !self.rng.once_in(odds)
            && let Some(common) = order.iter().position(|alternative| !is_rare(alternative))
        {
            order.swap(0, common);
        }
    }
}
