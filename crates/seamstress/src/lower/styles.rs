//! Styles: how values of parameters are written as text (OpenAPI 3.0.4, section 4.7.12).

use super::context::Lowering;
use super::node::Node;
use crate::api::{Layout, Location, Style, Type, TypeKind};
use crate::config::QueryStyle;

/// What a style has to write.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    Scalar,
    List,
    Any,
}

impl<'d> Lowering<'d> {
    /// How the parameter at `node` is written. A style that writes values of its type as the
    /// default does is the default.
    pub(super) fn style(&mut self, node: &Node<'d>, location: Location, ty: &Type) -> Style {
        let default = Style::of(location);
        // The configuration knows of one style for the whole query.
        if location == Location::Query && self.config.client.query.style == QueryStyle::Dotted {
            return default;
        }
        let (layout, explode) = match node.text("style") {
            None => (default.layout, default.explode),
            Some(name) => match layout(location, name) {
                Some(layout) => (layout, layout == Layout::Form),
                None => {
                    let message = format!("no parameter in this place has the style `{name}`");
                    let help = "it is written in the default style of its place";
                    self.warn(&node.pointer, "unsupported-style", message, Some(help));
                    (default.layout, default.explode)
                }
            },
        };
        let explicit = node.get("explode");
        let explicit = explicit.and_then(|explode| explode.value.as_bool());
        let style = Style {
            layout,
            explode: explicit.unwrap_or(explode),
            // Cookies have a style that encodes nothing (OpenAPI 3.2).
            reserved: node.flag("allowReserved") || node.text("style") == Some("cookie"),
            // An empty text is one in any case.
            empty: location == Location::Query
                && node.flag("allowEmptyValue")
                && *ty != Type::String,
            whole: false,
        };
        plainest(style, location, self.shape(ty))
    }

    /// Whether values of a type are lists, or have no parts at all.
    fn shape(&self, ty: &Type) -> Shape {
        match ty {
            Type::Named(id) => match self.kind(*id) {
                TypeKind::Enumeration(_) | TypeKind::Numbers(_) => Shape::Scalar,
                TypeKind::Alias(ty) if !self.is_circle(*id) => self.shape(ty),
                _ => Shape::Any,
            },
            Type::List(_) => Shape::List,
            Type::Map(_) | Type::Nullable(_) | Type::Json => Shape::Any,
            _ => Shape::Scalar,
        }
    }
}

/// The layout that documents call `name`, if parameters of this place can have it.
fn layout(location: Location, name: &str) -> Option<Layout> {
    match (location, name) {
        (Location::Path | Location::Header, "simple") => Some(Layout::Simple),
        (Location::Path, "label") => Some(Layout::Label),
        (Location::Path, "matrix") => Some(Layout::Matrix),
        (Location::Query | Location::Cookie, "form") => Some(Layout::Form),
        (Location::Cookie, "cookie") => Some(Layout::Form),
        (Location::Query, "spaceDelimited") => Some(Layout::SpaceDelimited),
        (Location::Query, "pipeDelimited") => Some(Layout::PipeDelimited),
        (Location::Query, "deepObject") => Some(Layout::DeepObject),
        _ => None,
    }
}

/// The style nearest to the default that writes values of this shape alike.
fn plainest(style: Style, location: Location, shape: Shape) -> Style {
    let default = Style::of(location);
    let (layout, explode) = match (style.layout, shape) {
        (Layout::Label | Layout::Matrix, Shape::Scalar) => (style.layout, default.explode),
        (_, Shape::Scalar) | (Layout::Simple, Shape::List) => (default.layout, default.explode),
        // With every element for itself there is nothing left to stand between them.
        (Layout::SpaceDelimited | Layout::PipeDelimited, _) if style.explode => {
            (Layout::Form, true)
        }
        (Layout::DeepObject, _) => (Layout::DeepObject, true),
        (layout, _) => (layout, style.explode),
    };
    Style {
        layout,
        explode,
        ..style
    }
}
