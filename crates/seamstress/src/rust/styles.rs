//! How parameters are written that are not written as most are, for the static of an operation.

use super::source::literal;
use crate::api::{Layout, Location, Operation, Parameter, Style};

/// The row of an operation's static; nothing where all parameters are written by default.
pub(super) fn row(operation: &Operation) -> Option<String> {
    let styles: Vec<String> = operation.parameters.iter().filter_map(style).collect();
    match styles.as_slice() {
        [] => None,
        [one] => Some(format!("&[{one}]")),
        many => Some(format!("&[\n        {},\n    ]", many.join(",\n        "))),
    }
}

fn style(parameter: &Parameter) -> Option<String> {
    let place = match parameter.location {
        Location::Path => "path",
        Location::Query => "query",
        Location::Header => "header",
        Location::Cookie => "cookie",
        Location::Body | Location::Whole => return None,
    };
    let (style, default) = (parameter.style, Style::of(parameter.location));
    if style == default {
        return None;
    }
    let layout = match style.layout {
        Layout::Simple | Layout::Form => "",
        Layout::Label => ".label()",
        Layout::Matrix => ".matrix()",
        Layout::SpaceDelimited => ".space_delimited()",
        Layout::PipeDelimited => ".pipe_delimited()",
        Layout::DeepObject => ".deep_object()",
        Layout::Json => ".json()",
    };
    let can_explode = matches!(
        style.layout,
        Layout::Simple | Layout::Label | Layout::Matrix | Layout::Form
    );
    let explode = match can_explode && style.explode != default.explode {
        true => format!(".explode({})", style.explode),
        false => String::new(),
    };
    let reserved = if style.reserved {
        ".allow_reserved()"
    } else {
        ""
    };
    let empty = if style.empty { ".allow_empty()" } else { "" };
    let whole = if style.whole { ".whole()" } else { "" };
    let name = literal(&parameter.name);
    Some(format!(
        "ParameterStyle::{place}({name}){layout}{explode}{reserved}{empty}{whole}"
    ))
}
