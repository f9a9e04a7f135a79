//! Titles: what documents call inline schemas, where that can be the name of a type.

use super::node::Node;
use super::schema::Place;

/// Longer titles are sentences, and no names.
const WORDS: usize = 4;
const LETTERS: usize = 40;

/// Words that say what anything is. A title of nothing else names nothing.
const EMPTY_WORDS: &[&str] = &[
    "a",
    "all",
    "an",
    "any",
    "array",
    "attributes",
    "base",
    "body",
    "content",
    "data",
    "default",
    "details",
    "entry",
    "enum",
    "error",
    "errors",
    "id",
    "info",
    "information",
    "inline",
    "input",
    "item",
    "items",
    "kind",
    "list",
    "map",
    "meta",
    "metadata",
    "model",
    "name",
    "object",
    "of",
    "options",
    "output",
    "parameters",
    "params",
    "payload",
    "properties",
    "property",
    "record",
    "request",
    "response",
    "result",
    "results",
    "root",
    "schema",
    "status",
    "string",
    "success",
    "the",
    "type",
    "union",
    "value",
    "values",
    "with",
];

/// Last words of names that are those of code behind the API, where such things are told apart by
/// where they are used, and not by name.
const CODE_WORDS: &[&str] = &[
    "body",
    "dto",
    "input",
    "model",
    "object",
    "output",
    "param",
    "parameter",
    "parameters",
    "params",
    "payload",
    "request",
    "response",
    "schema",
    "spec",
    "specs",
];

/// What the document calls the inline schema at `node`, which stands at `place`: the name that it
/// has for Azure's generators, or a title that is a name. A title that repeats the member, as
/// frameworks write it, says nothing.
pub(super) fn title(place: &Place<'_>, node: &Node<'_>) -> Option<String> {
    let named = node.get("x-ms-enum");
    let named = named.as_ref().and_then(|named| named.text("name"));
    let title = named.or_else(|| node.text("title"))?;
    (is_name(title) && !is_same(title, place.member)).then(|| title.to_owned())
}

/// Whether a title is a name, and one that tells a thing from others.
fn is_name(title: &str) -> bool {
    let is_letter = |letter: char| letter.is_alphanumeric() || " _-.".contains(letter);
    let is_plain = title.chars().all(is_letter) && title.starts_with(char::is_alphabetic);
    let words = heck::AsSnakeCase(title).to_string();
    let words: Vec<&str> = words.split('_').collect();
    is_plain
        && title.chars().count() <= LETTERS
        && words.len() <= WORDS
        && title.split(' ').count() <= WORDS
        && words.first() != Some(&"response")
        && words.last().is_none_or(|word| !CODE_WORDS.contains(word))
        && words.iter().any(|word| !EMPTY_WORDS.contains(word))
}

/// Whether both are one name in another spelling.
fn is_same(title: &str, member: &str) -> bool {
    let letters = |text: &str| -> String {
        let letters = text.chars().filter(|letter| letter.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect()
    };
    let title = letters(title);
    title == letters(member) || title == letters(&super::singular(member))
}

#[cfg(test)]
mod tests {
    use super::is_name;

    #[test]
    fn names() {
        for (title, expected) in [
            ("Postal address", true),
            ("ShippingRate", true),
            ("Text content part", true),
            ("Response", false),
            ("Error response", false),
            ("client_key_param", false),
            ("Response Read Items", false),
            ("The list of all things in it", false),
            ("What it is, and why", false),
            ("3D model", false),
            ("Data", false),
            ("", false),
            ("x", true),
        ] {
            assert_eq!(is_name(title), expected, "{title}");
        }
    }
}
