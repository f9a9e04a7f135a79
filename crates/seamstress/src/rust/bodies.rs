//! Bodies: where an operation's parameters go, and how one that is the whole body is passed on.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::argument::Argument;
use super::ident;
use super::source::literal;
use crate::api::{BodyFormat, FieldStyle, Location, Operation, Type};

/// The runtime's name of where parameters go.
pub(super) fn body_variant(operation: &Operation) -> Ident {
    let in_query = |location| location == Location::Query;
    let mut locations = operation
        .parameters
        .iter()
        .map(|parameter| parameter.location);
    ident::ident(match &operation.body {
        BodyFormat::Json { .. } => "Json",
        BodyFormat::JsonValue { .. } => "JsonValue",
        BodyFormat::Form { styles } if is_nested(styles) => "NestedForm",
        BodyFormat::Form { .. } => "Form",
        BodyFormat::Multipart { .. } => "Multipart",
        BodyFormat::Content { .. } => "Content",
        BodyFormat::None if locations.any(in_query) => "Query",
        BodyFormat::None => "None",
    })
}

/// The rows of the operation's static that say more about its body and its answer.
pub(super) fn rows(operation: &Operation) -> Vec<(&'static str, String)> {
    let mut rows = Vec::new();
    let media = match &operation.body {
        BodyFormat::Json { media }
        | BodyFormat::JsonValue { media }
        | BodyFormat::Content { media } => media.as_ref(),
        _ => None,
    };
    if let Some(media) = media {
        rows.push(("media_type", format!("Some({})", literal(media))));
    }
    let encodings = encodings(&operation.body);
    if !encodings.is_empty() {
        let lines = encodings.iter().map(|row| format!("\n        {row},"));
        rows.push((
            "encodings",
            format!("&[{}\n    ]", lines.collect::<String>()),
        ));
    }
    if !operation.media.is_empty() {
        let accept = literal(&operation.media.join(", "));
        rows.push(("accept", format!("Some({accept})")));
    }
    if operation.redirects {
        rows.push(("redirects", "true".to_owned()));
    }
    rows
}

/// How members and parts are written that are not written as usual.
fn encodings(format: &BodyFormat) -> Vec<String> {
    let row = |name: &str, encoding: String| {
        format!(
            "({}, seamstress_runtime::Encoding::{encoding})",
            literal(name)
        )
    };
    match format {
        BodyFormat::Form { styles } if !is_nested(styles) => {
            let rows = styles
                .iter()
                .map(|(name, style)| row(name, encoding(*style)));
            rows.collect()
        }
        BodyFormat::Multipart { media } => {
            let rows = media.iter();
            rows.map(|(name, media)| row(name, format!("Media({})", literal(media))))
                .collect()
        }
        _ => Vec::new(),
    }
}

fn encoding(style: FieldStyle) -> String {
    match style {
        FieldStyle::Repeated => "Repeated".to_owned(),
        FieldStyle::Nested => "Nested".to_owned(),
        FieldStyle::Spread => "Spread".to_owned(),
        FieldStyle::Commas => "Joined(\",\")".to_owned(),
        FieldStyle::Spaces => "Joined(\" \")".to_owned(),
        FieldStyle::Pipes => "Joined(\"|\")".to_owned(),
        FieldStyle::Json => "Json".to_owned(),
    }
}

/// Whether one word says how all fields are written.
fn is_nested(styles: &[(String, FieldStyle)]) -> bool {
    let mut styles = styles.iter().map(|(_, style)| *style);
    styles.len() > 0 && styles.all(|style| style == FieldStyle::Nested)
}

/// Whether values of a type are content, or lists of it.
pub(super) fn is_content(ty: &Type) -> bool {
    match ty {
        Type::Content => true,
        Type::List(inner) => is_content(inner),
        _ => false,
    }
}

/// The argument `name` that is content, or several of it; `None` where `ty` is neither.
pub(super) fn content_argument(name: &Ident, ty: &Type) -> Option<Argument> {
    let one = quote! { impl Into<seamstress_runtime::Upload> };
    let ty = match ty {
        Type::Content => one,
        Type::List(inner) if **inner == Type::Content => quote! { impl IntoIterator<Item = #one> },
        _ => return None,
    };
    let value = quote! { #name };
    Some(Argument { ty, value })
}

/// The statement that passes content on to `call`; `None` where `ty` is not content.
pub(super) fn set_content(
    location: Location,
    name: &str,
    ty: &Type,
    variable: &Ident,
    call: &TokenStream,
) -> Option<TokenStream> {
    Some(match (location, ty) {
        (Location::Whole, Type::Content) => quote! { #call.content(#variable); },
        (_, Type::Content) => quote! { #call.upload(#name, #variable); },
        (_, Type::List(inner)) if **inner == Type::Content => {
            quote! { #call.uploads(#name, #variable); }
        }
        _ => return None,
    })
}
