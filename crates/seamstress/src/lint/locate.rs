//! Where settings are in the configuration file.

use std::path::Path;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::diagnostic::{Diagnostics, Location, Setting};
use crate::text::position_at;

/// Gives complaints that are about settings the line in the configuration file. What is not written
/// there, but a default, is a matter of the whole file.
pub(super) fn locate(file: &Path, diagnostics: &mut Diagnostics) {
    let text = std::fs::read_to_string(file).unwrap_or_default();
    let Ok(table) = DeTable::parse(&text) else {
        return;
    };
    let located = std::mem::take(diagnostics).into_iter().map(|one| {
        let Some(setting) = one.setting.as_ref().filter(|_| one.location.is_none()) else {
            return one;
        };
        let offset = offset(table.get_ref(), setting);
        let line = offset.map_or(0, |offset| position_at(&text, offset).line);
        one.located(Location::new(file, line, 0))
    });
    *diagnostics = located.collect();
    diagnostics.sort_by_place();
}

/// Where the value starts; where no section has that, where the key does.
fn offset(root: &DeTable<'_>, setting: &Setting) -> Option<usize> {
    let mut sections = vec![root];
    for step in setting.section.split('.') {
        let inner = sections.iter().filter_map(|section| section.get(step));
        sections = inner.flat_map(|value| tables(value.get_ref())).collect();
    }
    let entries = || {
        let entries = sections.iter();
        entries.filter_map(|section| section.get_key_value(setting.key.as_str()))
    };
    let value = setting.value.as_deref().and_then(|wanted| {
        let mut places = entries().filter_map(|(_, value)| place_of(wanted, value));
        places.next()
    });
    value.or_else(|| entries().next().map(|(key, _)| key.span().start))
}

/// A section, or all of those with one heading (TOML 1.0.0, "Array of Tables").
fn tables<'t, 'i>(value: &'t DeValue<'i>) -> Vec<&'t DeTable<'i>> {
    match value {
        DeValue::Table(table) => vec![table],
        DeValue::Array(tables) => {
            let tables = tables.iter();
            tables.filter_map(|one| one.get_ref().as_table()).collect()
        }
        _ => Vec::new(),
    }
}

/// Where a text starts in a value: all of it, or one of a list.
fn place_of(wanted: &str, value: &Spanned<DeValue<'_>>) -> Option<usize> {
    let is_it = |value: &Spanned<DeValue<'_>>| value.get_ref().as_str() == Some(wanted);
    if is_it(value) {
        return Some(value.span().start);
    }
    let list = value.get_ref().as_array()?;
    let element = list.iter().find(|element| is_it(element))?;
    Some(element.span().start)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "\
# waiting.pending = 'asleep'
[waiting]
pending = ['ill', 'asleep',
    'tired'] # 'dead'
[names.rename]
'#/a/b' = 'C'
[[client.exchange]]
arguments = ['tired']
[[client.exchange]]
arguments = ['name']
";

    #[test]
    fn settings_are_found_where_they_are_written() {
        let table = DeTable::parse(TEXT).unwrap();
        for (section, key, value, line) in [
            ("waiting", "pending", Some("asleep"), Some(3)),
            ("waiting", "pending", Some("tired"), Some(4)),
            ("waiting", "pending", Some("dead"), Some(3)),
            ("waiting", "success", Some("asleep"), None),
            ("names.rename", "#/a/b", None, Some(6)),
            ("client.exchange", "arguments", Some("name"), Some(10)),
            ("client.exchange", "arguments", Some("other"), Some(8)),
            ("webhooks", "name", None, None),
        ] {
            let setting = Setting {
                section,
                key: key.to_owned(),
                value: value.map(str::to_owned),
            };
            let found = offset(table.get_ref(), &setting);
            let found = found.map(|offset| position_at(TEXT, offset).line);
            assert_eq!(found, line, "{setting:?}");
        }
    }
}
