//! Expansion of one parameter to text (RFC 6570, section 3.2.1, and its appendix A).

use serde_json::Value;

use super::escape::Escaping;
use super::parts::{Parts, ascii};
use super::style::{Layout, ParameterStyle, Place};
use crate::Error;

/// What sets the kinds of expressions apart: RFC 6570, appendix A.
struct Operator {
    /// Before all else.
    first: &'static str,
    /// Between what stands for itself.
    separator: &'static str,
    /// Between the elements of one value.
    comma: &'static str,
    /// Whether values go with their names, and what a name without a value ends with.
    named: Option<&'static str>,
}

/// The text of a parameter, with its name where the style has it; nothing where there is nothing
/// to send.
///
/// # Errors
///
/// Of [`ErrorKind::Request`](crate::ErrorKind::Request), where what is sent could be read as
/// something else.
pub(super) fn expand(
    style: &ParameterStyle,
    name: &str,
    value: &Value,
    escaping: Escaping,
) -> Result<Option<String>, Error> {
    let parts = match Parts::of(style, name, value)? {
        Parts::Nothing if style.empty => Parts::One(String::new()),
        Parts::Nothing => return Ok(None),
        Parts::One(json) if style.layout == Layout::Json && escaping == Escaping::None => {
            Parts::One(ascii(&json))
        }
        parts => parts,
    };
    match (style.layout, style.explode) {
        (Layout::SpaceDelimited, false) => parts.check(name, ' ')?,
        (Layout::PipeDelimited, false) => parts.check(name, '|')?,
        _ if escaping == Escaping::None && style.place() == Place::Header => {
            parts.check(name, ',')?;
        }
        _ => {}
    }
    Ok(Some(write(style, name, &parts, escaping)))
}

/// The text of `parts`.
fn write(style: &ParameterStyle, name: &str, parts: &Parts, escaping: Escaping) -> String {
    let operator = operator(style);
    let explode = style.explode || style.layout == Layout::DeepObject;
    let delimiters = match (parts, explode) {
        (Parts::One(_), _) => operator.first.to_owned(),
        (_, true) => operator.separator.to_owned(),
        // Spaces and bars are encoded in any case.
        (_, false) if operator.comma != "," => String::new(),
        (_, false) => format!("{},", operator.first),
    };
    let value = |text: &str| escaping.encode(text, &delimiters).into_owned();
    let key = |text: &str| match escaping {
        Escaping::None => text.to_owned(),
        _ => Escaping::Unreserved.encode(text, "").into_owned(),
    };
    let named = |name: &str, text: &str| match operator.named {
        Some(ending) if text.is_empty() => format!("{}{ending}", key(name)),
        Some(_) => format!("{}={}", key(name), value(text)),
        None => value(text),
    };
    let before = match operator.named {
        Some(_) => format!("{}{}=", operator.first, key(name)),
        None => operator.first.to_owned(),
    };
    match parts {
        Parts::Nothing => String::new(),
        Parts::One(text) => format!("{}{}", operator.first, named(name, text)),
        Parts::List(elements) if explode => {
            let elements: Vec<_> = elements.iter().map(|text| named(name, text)).collect();
            format!("{}{}", operator.first, elements.join(operator.separator))
        }
        Parts::List(elements) => {
            let elements: Vec<_> = elements.iter().map(|text| value(text)).collect();
            format!("{before}{}", elements.join(operator.comma))
        }
        Parts::Members(members) if explode => {
            let pair = |(name, text): &(String, String)| match operator.named {
                Some(_) => named(name, text),
                None => format!("{}={}", key(name), value(text)),
            };
            let members: Vec<_> = members.iter().map(pair).collect();
            format!("{}{}", operator.first, members.join(operator.separator))
        }
        Parts::Members(members) => {
            let flat = |(name, text): &(String, String)| [key(name), value(text)];
            let members: Vec<_> = members.iter().flat_map(flat).collect();
            format!("{before}{}", members.join(operator.comma))
        }
    }
}

fn operator(style: &ParameterStyle) -> Operator {
    let (first, separator, named) = match (style.place(), style.layout) {
        (_, Layout::Label) => (".", ".", None),
        (_, Layout::Matrix) => (";", ";", Some("")),
        (Place::Path | Place::Header, _) => ("", ",", None),
        (Place::Query, _) if style.whole => ("", "&", None),
        (Place::Query, _) => ("", "&", Some("=")),
        // RFC 6265, section 4.2.1, and not the `&` of a query.
        (Place::Cookie, _) => ("", "; ", Some("=")),
    };
    let comma = match style.layout {
        Layout::SpaceDelimited => "%20",
        Layout::PipeDelimited => "%7C",
        _ => ",",
    };
    Operator {
        first,
        separator,
        comma,
        named,
    }
}

#[cfg(test)]
mod tests;
