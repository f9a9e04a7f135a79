//! Whether values of one type are values of another.

use super::super::change::Ways;
use super::super::rules::{
    RECEIVED_FITS, RECEIVED_MENDED, RECEIVED_MISFIT, Rule, SENT_NARROWED, SENT_WIDENED,
};
use super::Walk;
use super::draft::worst;
use crate::api::{Api, Scalar, Type, TypeKind, Union};

/// How many values of one type are values of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    None,
    Some,
    All,
}

/// How far a comparison goes into types that contain themselves.
const DEPTH: usize = 6;

impl Walk<'_> {
    /// What it means that a value is of another type; nothing where it is not. Types with parts of
    /// their own are compared by these, later.
    pub(super) fn fit(&mut self, old: &Type, new: &Type, ways: Ways) -> Option<&'static Rule> {
        let (old_meant, new_meant) = (self.old.api.meant(old), self.new.api.meant(new));
        if let (Type::Named(old), Type::Named(new)) = (old, new)
            && (!matches!(old_meant, Type::Named(_)) || !matches!(new_meant, Type::Named(_)))
        {
            self.meet(*old, *new, ways);
        }
        match (old_meant, new_meant) {
            (Type::Named(one), Type::Named(other)) => {
                let kinds = (
                    &self.old.api.type_def(*one).kind,
                    &self.new.api.type_def(*other).kind,
                );
                let is_alike = matches!(
                    kinds,
                    (TypeKind::Object(_), TypeKind::Object(_))
                        | (TypeKind::Enumeration(_), TypeKind::Enumeration(_))
                        | (TypeKind::Numbers(_), TypeKind::Numbers(_))
                        | (TypeKind::Union(_), TypeKind::Union(_))
                );
                if is_alike {
                    self.meet(*one, *other, ways);
                    return None;
                }
                self.by_values(old_meant, new_meant, ways)
            }
            (Type::List(old), Type::List(new))
            | (Type::Map(old), Type::Map(new))
            | (Type::Nullable(old), Type::Nullable(new)) => self.fit(old, new, ways),
            // Limits are compared as such.
            (Type::Integer { .. }, Type::Integer { .. })
                if self.old.paths.value(old) == self.new.paths.value(new) =>
            {
                None
            }
            (old, new) if old == new => None,
            (old, new) => self.by_values(old, new, ways),
        }
    }

    fn by_values(&self, old: &Type, new: &Type, ways: Ways) -> Option<&'static Rule> {
        let sent = match covers((self.old.api, old), (self.new.api, new), DEPTH) {
            Fit::All => &SENT_WIDENED,
            Fit::Some | Fit::None => &SENT_NARROWED,
        };
        let received = match covers((self.new.api, new), (self.old.api, old), DEPTH) {
            Fit::All => &RECEIVED_FITS,
            Fit::Some => &RECEIVED_MENDED,
            Fit::None => &RECEIVED_MISFIT,
        };
        let rules = [(ways.sent, sent), (ways.received, received)];
        let rules = rules
            .into_iter()
            .filter(|(goes, _)| *goes || ways == Ways::default());
        worst(rules.map(|(_, rule)| rule))
    }
}

/// A model, and a type of it.
type Of<'a> = (&'a Api, &'a Type);

/// How many of the values `of` one type are values of `by`.
fn covers(of: Of<'_>, by: Of<'_>, depth: usize) -> Fit {
    let Some(depth) = depth.checked_sub(1) else {
        return Fit::Some;
    };
    let ((of_api, of), (by_api, by)) = ((of.0, of.0.meant(of.1)), (by.0, by.0.meant(by.1)));
    match (of, by) {
        (_, Type::Json) => return Fit::All,
        (Type::Json, _) => return Fit::Some,
        (Type::Nullable(of), Type::Nullable(by)) => {
            return covers((of_api, of), (by_api, by), depth);
        }
        (Type::Nullable(of), _) => return covers((of_api, of), (by_api, by), depth).min(Fit::Some),
        (_, Type::Nullable(by)) => return covers((of_api, of), (by_api, by), depth),
        (Type::List(of), Type::List(by)) => return covers((of_api, of), (by_api, by), depth),
        (Type::Map(of), Type::Map(by)) => return covers((of_api, of), (by_api, by), depth),
        // Whatever its members are, they are values of a map of anything.
        (_, Type::Map(by))
            if matches!(by_api.meant(by), Type::Json) && shape(of_api, of) == Shape::Object =>
        {
            return Fit::All;
        }
        _ => {}
    }
    if let Some(parts) = alternatives(of_api, of) {
        let fits: Vec<Fit> = parts
            .iter()
            .map(|part| covers((of_api, part), (by_api, by), depth))
            .collect();
        return match (fits.iter().min(), fits.iter().max()) {
            (Some(Fit::All), _) => Fit::All,
            (_, None | Some(Fit::None)) => Fit::None,
            _ => Fit::Some,
        };
    }
    if let Some(parts) = alternatives(by_api, by) {
        let fits = parts
            .iter()
            .map(|part| covers((of_api, of), (by_api, part), depth));
        return fits.max().unwrap_or(Fit::None);
    }
    scalars((of_api, of), (by_api, by))
}

fn scalars((of_api, of): Of<'_>, (by_api, by): Of<'_>) -> Fit {
    match (shape(of_api, of), shape(by_api, by)) {
        (Shape::Text(_), Shape::Text(None)) | (Shape::Whole(..), Shape::Fraction) => Fit::All,
        (Shape::Text(of), Shape::Text(by)) => {
            if of == by {
                Fit::All
            } else {
                Fit::Some
            }
        }
        (Shape::Values(_), Shape::Text(None)) => Fit::All,
        (Shape::Values(of), Shape::Values(by)) => {
            if of.iter().all(|value| by.contains(value)) {
                Fit::All
            } else {
                Fit::Some
            }
        }
        (Shape::Text(_), Shape::Values(_)) | (Shape::Values(_), Shape::Text(_)) => Fit::Some,
        (Shape::Whole(low, high), Shape::Whole(least, most)) => {
            let is_within = least.is_none_or(|least| low.is_some_and(|low| low >= least))
                && most.is_none_or(|most| high.is_some_and(|high| high <= most));
            if is_within { Fit::All } else { Fit::Some }
        }
        (Shape::Fraction, Shape::Whole(..)) => Fit::Some,
        (Shape::Object, Shape::Object) => Fit::Some,
        (of, by) if of == by => Fit::All,
        _ => Fit::None,
    }
}

/// What the JSON of a value looks like, as far as it matters here.
#[derive(PartialEq)]
enum Shape {
    /// Text, perhaps of a format.
    Text(Option<String>),
    /// Text out of a list.
    Values(Vec<String>),
    Flag,
    Whole(Option<i128>, Option<i128>),
    Fraction,
    Array,
    Object,
    Bytes,
}

fn shape(api: &Api, ty: &Type) -> Shape {
    match ty {
        Type::String | Type::Id(_) | Type::Json => Shape::Text(None),
        Type::DateTime => Shape::Text(Some("date-time".to_owned())),
        Type::Formatted(format) => Shape::Text(Some(format!("{format:?}"))),
        Type::Boolean | Type::Constant(Scalar::Boolean(_)) => Shape::Flag,
        Type::Integer { minimum, maximum } => Shape::Whole(*minimum, *maximum),
        Type::Constant(Scalar::Integer(_)) => Shape::Whole(None, None),
        Type::Constant(Scalar::String(value)) => Shape::Values(vec![value.clone()]),
        Type::Number => Shape::Fraction,
        Type::List(_) => Shape::Array,
        Type::Map(_) => Shape::Object,
        Type::Content => Shape::Bytes,
        Type::Nullable(inner) => shape(api, inner),
        Type::Named(id) => match &api.type_def(*id).kind {
            TypeKind::Object(_) | TypeKind::Union(_) | TypeKind::Alias(_) => Shape::Object,
            TypeKind::Enumeration(known) => Shape::Values(
                known
                    .values
                    .iter()
                    .map(|value| value.value.clone())
                    .collect(),
            ),
            TypeKind::Numbers(known) if known.whole => Shape::Whole(None, None),
            TypeKind::Numbers(_) => Shape::Fraction,
        },
    }
}

/// The alternatives of a union.
fn alternatives<'a>(api: &'a Api, ty: &Type) -> Option<Vec<&'a Type>> {
    let Type::Named(id) = ty else { return None };
    match &api.type_def(*id).kind {
        TypeKind::Union(Union::Shaped { alternatives }) => Some(
            alternatives
                .iter()
                .map(|alternative| &alternative.ty)
                .collect(),
        ),
        TypeKind::Union(Union::Tagged { alternatives, .. } | Union::Dependent { alternatives }) => {
            Some(alternatives.iter().map(|(_, ty)| ty).collect())
        }
        _ => None,
    }
}
