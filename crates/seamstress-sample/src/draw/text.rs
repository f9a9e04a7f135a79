//! Texts: plain ones, what needs escaping in JSON, what is not ASCII, and the ends of the lengths.

use serde_json::Value;

use super::{Demand, Drawer, Drawn, Room, contradiction};
use crate::choice::Kind;
use crate::error::Failure;
use crate::format::Format;
use crate::pattern::{Lengths, Repeat};
use crate::schema::Schema;

/// How long a text without a limit is where it is long.
const LONG: usize = 300;

/// The longest text that is drawn for the sake of its limit.
const LONGEST: usize = 10_000;

/// What servers send sooner or later: quotes and control characters, other scripts and combining
/// marks, characters outside the basic plane, white space at the ends.
const UNUSUAL: [&str; 3] = [
    "\"quoted\" \\ back\\slash\nnew line\ttab 'single' </script>",
    "Zürich – Ελλάδα – 東京 – e\u{301} – עברית",
    "👩‍👩‍👧 key 🔑 ends with a space ",
];

const WORDS: [&str; 12] = [
    "front", "door", "lobby", "garage", "office", "north", "suite", "seam", "lock", "hub", "attic",
    "yard",
];

/// What a text has to be.
struct Wanted<'a> {
    lengths: Lengths,
    patterns: Vec<&'a str>,
    formats: Vec<&'a str>,
}

impl<'a> Drawer<'a, '_> {
    pub(super) fn text(&mut self, demand: &Demand<'a>, room: Room) -> Drawn {
        let Some(schema) = demand.spokesman("type").cloned() else {
            return Ok(Value::Null);
        };
        let wanted = Wanted::of(demand);
        let known = wanted.formats.iter().find_map(|name| Format::named(name));
        let count = match known {
            Some(format) => format.samples.len(),
            None if wanted.patterns.is_empty() => UNUSUAL.len() + 3,
            None => 3,
        };
        // Texts without limits of their own are all alike, and one choice for all of them.
        let point = match known {
            _ if wanted.is_limited() => schema.clone(),
            Some(format) => schema.shared(1 + format.number()),
            None => schema.shared(0),
        };
        let take = &mut |me: &mut Self, index: usize| {
            let text = match (known, wanted.patterns.first()) {
                (Some(format), _) => {
                    let text = format.draw(index, &mut me.chooser.rng);
                    Some(text).filter(|text| me.is_wanted(&wanted, text))
                }
                (None, Some(pattern)) => me.by_pattern(pattern, index, &wanted, &schema)?,
                (None, None) => Some(me.free(index, wanted.lengths)),
            };
            text.map(Value::String)
                .ok_or_else(|| Failure::Impossible(refusal(&schema, &wanted)))
        };
        // The shortest is the smallest.
        let order_when_tight = if known.is_none() && wanted.patterns.is_empty() {
            4
        } else {
            0
        };
        if room.is_tight() && order_when_tight > 0 {
            return take(self, order_when_tight);
        }
        let drawn = self.choose_simply(Kind::Text, &point, count, room, take);
        match (drawn, known, wanted.patterns.first()) {
            // The samples of the format do not match; a text of the pattern may be of the format.
            (Err(Failure::Impossible(error)), Some(_), Some(pattern)) => {
                let text = self.by_pattern(pattern, 0, &wanted, &schema)?;
                text.map(Value::String).ok_or(Failure::Impossible(error))
            }
            (drawn, ..) => drawn,
        }
    }

    fn is_wanted(&self, wanted: &Wanted<'a>, text: &str) -> bool {
        wanted.lengths.allow(text)
            && wanted
                .patterns
                .iter()
                .all(|pattern| self.judge.matches(pattern, text))
            && wanted
                .formats
                .iter()
                .all(|format| self.judge.is_of_format(format, text))
    }

    fn by_pattern(
        &mut self,
        pattern: &str,
        index: usize,
        wanted: &Wanted<'a>,
        schema: &Schema<'a>,
    ) -> Drawn<Option<String>> {
        let pattern = self
            .judge
            .pattern(pattern)
            .map_err(|error| contradiction(schema, error))?;
        let repeat = match index {
            0 => Repeat::UpTo(8),
            1 => Repeat::Exactly(0),
            _ => Repeat::Exactly(if wanted.lengths.max <= LONG {
                wanted.lengths.max
            } else {
                40
            }),
        };
        let mut rng = self.chooser.rng.clone();
        let text = pattern.draw(wanted.lengths, repeat, &mut rng, &|text| {
            self.is_wanted(wanted, text)
        });
        self.chooser.rng = rng;
        Ok(text)
    }

    /// A text that may be anything but too short or too long.
    fn free(&mut self, index: usize, lengths: Lengths) -> String {
        let rng = &mut self.chooser.rng;
        let mut word = || rng.pick(&WORDS).copied().unwrap_or_default();
        let text = match index {
            0 => format!("{} {} {}", word(), word(), rng.below(1000)),
            4 => String::new(),
            5 if lengths.max <= LONGEST => "long ".repeat(lengths.max / 5 + 1),
            5 => "long ".repeat(LONG / 5),
            index => UNUSUAL
                .get(index - 1)
                .copied()
                .unwrap_or_default()
                .to_owned(),
        };
        let mut text: String = text.chars().take(lengths.max).collect();
        let missing = lengths.min.saturating_sub(text.chars().count());
        text.extend(std::iter::repeat_n('x', missing));
        text
    }
}

impl<'a> Wanted<'a> {
    fn of(demand: &Demand<'a>) -> Self {
        let counts = |keyword| {
            demand
                .flat
                .iter()
                .filter_map(move |schema| schema.count(keyword))
        };
        let texts = |keyword| {
            let values = demand
                .flat
                .iter()
                .filter_map(move |schema| schema.get(keyword));
            values.filter_map(Value::as_str).collect::<Vec<_>>()
        };
        Self {
            lengths: Lengths {
                min: counts("minLength").max().unwrap_or(0),
                max: counts("maxLength").min().unwrap_or(usize::MAX),
            },
            patterns: texts("pattern"),
            formats: texts("format"),
        }
    }
}

impl Wanted<'_> {
    fn is_limited(&self) -> bool {
        !self.patterns.is_empty() || self.lengths != Lengths::ANY
    }
}

fn refusal(schema: &Schema<'_>, wanted: &Wanted<'_>) -> crate::error::SampleError {
    let mut limits: Vec<_> = wanted
        .patterns
        .iter()
        .map(|pattern| format!("pattern `{pattern}`"))
        .collect();
    limits.extend(
        wanted
            .formats
            .iter()
            .map(|format| format!("format `{format}`")),
    );
    let Lengths { min, max } = wanted.lengths;
    if min > 0 {
        limits.push(format!("at least {min} characters"));
    }
    if max < usize::MAX {
        limits.push(format!("at most {max} characters"));
    }
    contradiction(
        schema,
        format!("no text was found with all of: {}", limits.join(", ")),
    )
}
