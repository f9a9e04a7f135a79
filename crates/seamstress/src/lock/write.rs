//! Writing the lock file: sorted, and one name or place per line, so that two changes seldom meet.

use std::fmt::{self, Write};

use super::read::VERSION;
use super::{Lock, Names};

/// The first lines, for those who wonder what the file is.
const HEAD: &str = "\
# The names of this crate, so that they stay what they are when the document changes.
# Written by the generator: commit it. Names under [retired] are given to nothing else;
# remove a line to set its name free.
";

impl fmt::Display for Lock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{HEAD}version = {VERSION}")?;
        sections(f, "", &self.live)?;
        sections(f, "retired.", &self.retired)
    }
}

/// How many things of one name stand on its line.
const ON_A_LINE: usize = 4;

fn sections(f: &mut fmt::Formatter<'_>, prefix: &str, names: &Names) -> fmt::Result {
    if !names.operations.is_empty() {
        writeln!(f, "\n[{prefix}operations]")?;
    }
    for (key, way) in &names.operations {
        let has_dots = way.iter().any(|step| step.contains('.'));
        let way = match has_dots {
            true => list(way),
            false => quoted(&way.join(".")),
        };
        writeln!(f, "{} = {way}", quoted(key))?;
    }
    if !names.types.is_empty() {
        writeln!(f, "\n[{prefix}types]")?;
    }
    for (name, things) in &names.types {
        writeln!(f, "{} = {}", key(name), lines(things))?;
    }
    if !names.parts.is_empty() {
        writeln!(f, "\n[{prefix}parts]")?;
    }
    for (part, name) in &names.parts {
        writeln!(f, "{} = {}", quoted(part), quoted(name))?;
    }
    Ok(())
}

/// A name as a key: bare where it can be (TOML 1.0.0, "Keys").
fn key(name: &str) -> String {
    let is_bare = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    match name.bytes().all(is_bare) {
        true => name.to_owned(),
        false => quoted(name),
    }
}

/// The same as [`list`], where there are many with a line for each.
fn lines(texts: &[String]) -> String {
    if texts.len() <= ON_A_LINE {
        return list(texts);
    }
    let texts = texts.iter().map(|text| format!("    {},\n", quoted(text)));
    format!("[\n{}]", texts.collect::<String>())
}

fn list(texts: &[String]) -> String {
    let texts: Vec<String> = texts.iter().map(|text| quoted(text)).collect();
    format!("[{}]", texts.join(", "))
}

/// A basic string (TOML 1.0.0, "String").
fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => {
                quoted.push('\\');
                quoted.push(character);
            }
            control if control.is_control() => {
                // Writing to a string cannot fail.
                let _ = write!(quoted, "\\u{:04x}", u32::from(control));
            }
            other => quoted.push(other),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        let mut lock = Lock::default();
        let hostile = "a \"b\"\n\\ [x]\u{7f}\u{1f600}\u{2028}# c";
        for names in [&mut lock.live, &mut lock.retired] {
            let way = vec!["a.b".to_owned(), "c".to_owned()];
            names.operations.insert(hostile.to_owned(), way);
            let way = vec!["pets".to_owned(), "list".to_owned()];
            names.operations.insert("GET /pets".to_owned(), way);
            let things = vec![hostile.to_owned(), String::new()];
            let many = things.iter().cycle().take(10).cloned().collect();
            names.types.insert("Dogs".to_owned(), many);
            names.types.insert("Größe".to_owned(), Vec::new());
            names.types.insert("_X1".to_owned(), Vec::new());
            names.types.insert("Pet".to_owned(), things);
            names.parts.insert(hostile.to_owned(), "type".to_owned());
        }
        let text = lock.to_string();
        let read = Lock::from_text(Path::new("seamstress.lock"), &text);
        assert_eq!(read.as_ref().ok(), Some(&lock), "{text}\n{read:?}");
        assert_eq!(read.map(|read| read.to_string()).ok(), Some(text));
    }
}
