//! What went and what came with the same shape: probably one thing with a new name.

use super::Side;
use crate::api::{Type, TypeKind};

/// Something that went or came.
pub(super) struct Candidate {
    pub(super) name: String,
    pub(super) shape: String,
}

/// How alike two names must be where several things have the shape.
const ALIKE: f64 = 0.75;

/// Pairs of places in the two lists: what went, and what came for it.
pub(super) fn renames(gone: &[Candidate], came: &[Candidate]) -> Vec<(usize, usize)> {
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for (at, candidate) in gone.iter().enumerate() {
        let shape = &candidate.shape;
        let alike = |one: &str| strsim::jaro_winkler(&candidate.name, one);
        let same = came
            .iter()
            .enumerate()
            .filter(|(_, known)| known.shape == *shape);
        let free = same.filter(|(to, _)| !pairs.iter().any(|(_, taken)| taken == to));
        let best =
            free.max_by(|(_, one), (_, other)| alike(&one.name).total_cmp(&alike(&other.name)));
        let Some((to, best)) = best else { continue };
        let count = |all: &[Candidate]| all.iter().filter(|one| one.shape == *shape).count();
        let is_only = count(gone) == 1 && count(came) == 1 && !shape.is_empty();
        if alike(&best.name) >= ALIKE || (is_only && shares_a_word(&candidate.name, &best.name)) {
            pairs.push((at, to));
        }
    }
    pairs
}

/// Whether two names have a word in common.
fn shares_a_word(one: &str, other: &str) -> bool {
    let words = |name: &str| -> Vec<String> {
        let parts = name.split(|letter: char| !letter.is_alphanumeric());
        parts
            .filter(|part| part.len() > 2)
            .map(str::to_lowercase)
            .collect()
    };
    let other = words(other);
    words(one).iter().any(|word| other.contains(word))
}

/// The shape of a type: what it consists of, without its own name.
pub(super) fn shape(side: &Side<'_>, ty: &Type, depth: usize) -> String {
    match ty {
        Type::List(inner) => format!("[{}]", shape(side, inner, depth)),
        Type::Map(inner) => format!("{{{}}}", shape(side, inner, depth)),
        Type::Nullable(inner) => format!("{}?", shape(side, inner, depth)),
        Type::Named(id) => {
            let Some(depth) = depth.checked_sub(1) else {
                return "…".to_owned();
            };
            match &side.api.type_def(*id).kind {
                TypeKind::Object(object) => {
                    let members = object.members.iter().map(|member| {
                        let ty = shape(side, &member.ty, depth);
                        format!(
                            "{} {} {} {ty}",
                            member.name, member.required, member.nullable
                        )
                    });
                    let cases = object.cases.iter().flat_map(|cases| &cases.cases);
                    let cases =
                        cases.map(|case| format!("{} {}", case.value.text(), case.members.len()));
                    members.chain(cases).collect::<Vec<_>>().join(", ")
                }
                kind @ (TypeKind::Union(_) | TypeKind::Alias(_)) => {
                    let parts = kind.types().into_iter().map(|ty| shape(side, ty, depth));
                    parts.collect::<Vec<_>>().join(" | ")
                }
                TypeKind::Enumeration(_) | TypeKind::Numbers(_) => {
                    side.paths.variants(*id).join(" ")
                }
            }
        }
        other => side.paths.value(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn candidates(list: &[(&str, &str)]) -> Vec<Candidate> {
        let one = |(name, shape): &(&str, &str)| Candidate {
            name: (*name).to_owned(),
            shape: (*shape).to_owned(),
        };
        list.iter().map(one).collect()
    }

    #[test]
    fn a_new_name_is_recognised_where_nothing_else_is_meant() {
        for (gone, came, expected) in [
            (
                &[("pet_name", "String")][..],
                &[("pet_title", "String")][..],
                &[(0, 0)][..],
            ),
            (&[("colour", "String")], &[("color", "String")], &[(0, 0)]),
            (&[("colour", "String")], &[("age", "u32")], &[]),
            (&[("colour", "String")], &[("owner", "String")], &[]),
            (
                &[("alpha", "String"), ("breed", "String")],
                &[("kind", "String"), ("mood", "String")],
                &[],
            ),
        ] {
            assert_eq!(
                renames(&candidates(gone), &candidates(came)),
                expected,
                "{gone:?}"
            );
        }
    }
}
