//! Whether calls with the old arguments of a method compile with the new ones.

use super::Argument;
use super::compare::Delta;

/// What is different between the arguments of a method; nothing where nothing is.
pub(super) fn differences(old: &[Argument], new: &[Argument]) -> Option<Delta> {
    if old == new {
        return None;
    }
    if old.len() != new.len() {
        return Some(Delta::ArgumentCount);
    }
    let mut worst = None;
    for (old, new) in old.iter().zip(new) {
        let delta = if old.ty == new.ty {
            continue;
        } else {
            generalised(&old.ty, &new.ty)
        };
        if worst != Some(Delta::ArgumentType) {
            worst = Some(delta);
        }
    }
    worst.or_else(|| renamed(old, new))
}

/// Types are as they were, and names are not: a call compiles, and may say something else.
fn renamed(old: &[Argument], new: &[Argument]) -> Option<Delta> {
    let is_moved = |(at, argument): (usize, &Argument)| {
        argument.name != old[at].name && old.iter().any(|known| known.name == argument.name)
    };
    let is_renamed = old.iter().zip(new).any(|(old, new)| old.name != new.name);
    match new.iter().enumerate().any(is_moved) {
        true => Some(Delta::ArgumentOrder),
        false if is_renamed => Some(Delta::ArgumentName),
        false => None,
    }
}

/// What the change of the type of one argument means: values that were given may still be taken.
fn generalised(old: &str, new: &str) -> Delta {
    let inside = |text: &str, before: &str| {
        let rest = text.strip_prefix(before)?;
        Some(rest.strip_suffix('>')?.to_owned())
    };
    let into = inside(new, "impl Into<");
    let nullable = into.as_deref().and_then(|into| inside(into, "Nullable<"));
    let was_into = inside(old, "impl Into<");
    let items = |text: &str| inside(text, "impl IntoIterator<Item = ");
    let takes = match (&was_into, nullable.as_deref().or(into.as_deref())) {
        // What became text in several ways becomes text or null in two of them.
        (Some(was), Some("String")) => was == "String",
        (Some(_), _) => false,
        (None, Some(now)) => now == old,
        (None, None) => match (items(old), items(new)) {
            (Some(was), Some(now)) => inside(&now, "impl Into<") == Some(was),
            _ => false,
        },
    };
    match takes {
        true => Delta::ArgumentWider,
        false => Delta::ArgumentType,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arguments(list: &[(&str, &str)]) -> Vec<Argument> {
        let one = |(name, ty): &(&str, &str)| Argument {
            name: (*name).to_owned(),
            ty: (*ty).to_owned(),
        };
        list.iter().map(one).collect()
    }

    #[test]
    fn calls_compile_or_do_not() {
        let text = "impl Into<String>";
        for (old, new, expected) in [
            (&[("a", text)][..], &[("a", text)][..], None),
            (
                &[("a", text)],
                &[("a", text), ("b", "bool")],
                Some(Delta::ArgumentCount),
            ),
            (
                &[("a", text), ("b", text)],
                &[("b", text), ("a", text)],
                Some(Delta::ArgumentOrder),
            ),
            (&[("a", text)], &[("b", text)], Some(Delta::ArgumentName)),
            (
                &[("a", "bool")],
                &[("a", "impl Into<Nullable<bool>>")],
                Some(Delta::ArgumentWider),
            ),
            (
                &[("a", text)],
                &[("a", "impl Into<Nullable<String>>")],
                Some(Delta::ArgumentWider),
            ),
            (
                &[("a", "impl Into<PetId>")],
                &[("a", "impl Into<Nullable<PetId>>")],
                Some(Delta::ArgumentType),
            ),
            (&[("a", text)], &[("a", "bool")], Some(Delta::ArgumentType)),
            (
                &[("a", "u32"), ("b", "bool")],
                &[("a", "u64"), ("b", "impl Into<bool>")],
                Some(Delta::ArgumentType),
            ),
            (
                &[("a", "impl IntoIterator<Item = PetId>")],
                &[("a", "impl IntoIterator<Item = impl Into<PetId>>")],
                Some(Delta::ArgumentWider),
            ),
        ] {
            assert_eq!(
                differences(&arguments(old), &arguments(new)),
                expected,
                "{old:?} {new:?}"
            );
        }
    }
}
