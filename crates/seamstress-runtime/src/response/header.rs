//! Headers of answers, with what they are read as.

use std::fmt;
use std::marker::PhantomData;

use http::HeaderMap;

use crate::json::{self, Json, Report, Value};

/// A header of answers, and what it is read as.
///
/// Clients have a constant for every header that their API describes. One of which nothing is said
/// can be named where it is read, as text, a number, or a flag.
///
/// ```
/// use seamstress_runtime::{Error, Header, Response};
///
/// /// How many requests are left.
/// const X_RATE_LIMIT_REMAINING: Header<i64> = Header::new("X-RateLimit-Remaining");
///
/// fn is_welcome<T>(answer: &Response<T>) -> Result<bool, Error> {
///     let left = answer.header(X_RATE_LIMIT_REMAINING)?;
///     let server: Option<String> = answer.header("server")?;
///     Ok(left.is_none_or(|left| left > 0) && server.is_some())
/// }
/// ```
pub struct Header<T> {
    name: &'static str,
    form: Form,
    ty: PhantomData<fn() -> T>,
}

/// How a value is written (OpenAPI 3.0.4, section 4.7.12: the style `simple`).
#[derive(Clone, Copy)]
enum Form {
    One,
    List,
    Members,
    Pairs,
    Json,
}

impl<T> Header<T> {
    /// A header that holds one value.
    #[must_use]
    pub const fn new(name: &'static str) -> Self {
        Self::of(name, Form::One)
    }

    /// A header that holds a list: `blue,black`. Lines of one name count as one list (RFC 9110,
    /// section 5.3).
    #[must_use]
    pub const fn list(name: &'static str) -> Self {
        Self::of(name, Form::List)
    }

    /// A header that holds an object, as names and values in turn: `R,100,G,200`.
    #[must_use]
    pub const fn members(name: &'static str) -> Self {
        Self::of(name, Form::Members)
    }

    /// A header that holds an object, as pairs: `R=100,G=200`.
    #[must_use]
    pub const fn pairs(name: &'static str) -> Self {
        Self::of(name, Form::Pairs)
    }

    /// A header that holds JSON.
    #[must_use]
    pub const fn json(name: &'static str) -> Self {
        Self::of(name, Form::Json)
    }

    const fn of(name: &'static str, form: Form) -> Self {
        Self {
            name,
            form,
            ty: PhantomData,
        }
    }

    /// Its name.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }
}

/// That a header is there, and is not what it should be. What it is instead may be a secret.
pub(crate) struct Unreadable;

impl<T: Json + Default> Header<T> {
    /// Its value among `headers`; `None` where it is not there.
    pub(crate) fn read(&self, headers: &HeaderMap) -> Result<Option<T>, Unreadable> {
        let lines = headers.get_all(self.name).iter();
        let lines = lines.map(|line| std::str::from_utf8(line.as_bytes()));
        let lines: Vec<&str> = lines.collect::<Result<_, _>>().map_err(|_| Unreadable)?;
        let Some(first) = lines.first() else {
            return Ok(None);
        };
        let whole = lines.join(",");
        let elements = || whole.split(',').map(str::trim);
        let elements = || elements().filter(|_| !whole.trim().is_empty());
        let read = match self.form {
            Form::Json => json::from_slice(whole.as_bytes())
                .ok()
                .map(|(read, _)| read),
            Form::One => best(&[first.trim()], |values| values.concat()),
            Form::List => {
                let elements: Vec<&str> = elements().collect();
                best(&elements, |values| format!("[{}]", values.join(",")))
            }
            Form::Members => {
                let elements: Vec<&str> = elements().collect();
                let (pairs, rest) = elements.as_chunks::<2>();
                let pairs = pairs.iter().map(|[name, value]| (*name, *value));
                rest.is_empty().then(|| object(pairs)).flatten()
            }
            Form::Pairs => {
                let pairs: Option<Vec<(&str, &str)>> =
                    elements().map(|pair| pair.split_once('=')).collect();
                pairs.and_then(|pairs| object(pairs.into_iter()))
            }
        };
        read.map(Some).ok_or(Unreadable)
    }
}

fn object<'t, T: Json + Default>(pairs: impl Iterator<Item = (&'t str, &'t str)>) -> Option<T> {
    let (names, values): (Vec<&str>, Vec<&str>) = pairs.unzip();
    best(&values, |values| {
        let names = names.iter().map(|name| text(name));
        let members = names
            .zip(values)
            .map(|(name, value)| format!("{name}:{value}"));
        format!("{{{}}}", members.collect::<Vec<String>>().join(","))
    })
}

/// The `T` that `values` make. A header does not say whether `5` is a number or a text, so what
/// the type takes decides: all as text, or all as what they look like, or else each for itself.
fn best<T: Json + Default>(values: &[&str], whole: impl Fn(&[String]) -> String) -> Option<T> {
    let texts: Vec<String> = values.iter().map(|value| text(value)).collect();
    let literals = values.iter().zip(&texts);
    let literals = literals.map(|(value, text)| literal(value).unwrap_or_else(|| text.clone()));
    let literals: Vec<String> = literals.collect();
    let (mut found, mut faults) = read::<T>(&whole(&texts));
    if faults > 0 {
        let (other, fewer) = read(&whole(&literals));
        if fewer == 0 {
            return other;
        }
    }
    let mut mixed = texts;
    for (at, literal) in literals.into_iter().enumerate().take(MEMBERS) {
        let Some(place) = mixed.get_mut(at).filter(|_| faults > 0) else {
            break;
        };
        let text = std::mem::replace(place, literal);
        let (other, fewer) = read(&whole(&mixed));
        if fewer < faults {
            (found, faults) = (other, fewer);
        } else if let Some(place) = mixed.get_mut(at) {
            *place = text;
        }
    }
    found
}

/// So many members of an object are looked at one by one.
const MEMBERS: usize = 32;

/// What `json` is read as, and what is wrong with it: nothing is read where an element was lost.
fn read<T: Json + Default>(json: &str) -> (Option<T>, usize) {
    match json::from_slice(json.as_bytes()) {
        Ok((read, report)) => {
            let Report {
                corrections,
                rejected,
                ..
            } = report;
            let faults = corrections.len() + rejected.len();
            (rejected.is_empty().then_some(read), faults)
        }
        Err(_) => (None, usize::MAX),
    }
}

/// A text as JSON.
fn text(text: &str) -> String {
    Value::from(text).to_string()
}

/// A number or a flag as JSON; nothing where it is neither.
fn literal(text: &str) -> Option<String> {
    let flag = text.to_ascii_lowercase();
    if flag == "true" || flag == "false" {
        return Some(flag);
    }
    let is_number = serde_json::from_str::<serde_json::Number>(text).is_ok();
    is_number.then(|| text.to_owned())
}

impl<T> Clone for Header<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Header<T> {}

impl<T> From<&'static str> for Header<T> {
    fn from(name: &'static str) -> Self {
        Self::new(name)
    }
}

impl<T> fmt::Debug for Header<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Header").field(&self.name).finish()
    }
}
