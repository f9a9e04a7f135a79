//! What the tables of the runtime give a type: the macros behind emitted types and requests.
//!
//! This repeats in short what the macros of `seamstress-runtime` define. What they define for all
//! types alike cannot differ between two crates and is left out.

use proc_macro2::{TokenStream, TokenTree};

use super::accessors::accessors;
use super::tokens::text;
use super::{Argument, Item, ItemKind};

/// The items that the table `kind` adds, by what follows the path of the type: `::as_str()`. `rest`
/// is what stands in the table behind the name of the type.
pub(super) fn provided(kind: &str, rest: &[TokenTree]) -> Vec<(String, Item)> {
    match kind {
        "kind" => methods(&[("as_str", "&str")], &["Default"]),
        "open_enum" => methods(
            &[("as_str", "&str")],
            &[
                "Default",
                "Display",
                "From<&str>",
                "From<String>",
                "FromStr",
            ],
        ),
        "open_number" => {
            let held = match rest.first() {
                Some(TokenTree::Group(held)) => text(held.stream()),
                _ => String::new(),
            };
            let from = format!("From<{held}>");
            methods(&[("get", &held)], &["Default", "Display", &from])
        }
        "tagged" | "dependent" | "union" => {
            let mut found = methods(&[], &["Default"]);
            found.extend(accessors(rest));
            found
        }
        "id" => methods(
            &[("as_str", "&str")],
            &[
                "AsRef<str>",
                "Borrow<str>",
                "Clone",
                "Debug",
                "Default",
                "Display",
                "Eq",
                "From<&String>",
                "From<&str>",
                "From<String>",
                "FromStr",
                "Hash",
                "Ord",
                "PartialEq",
                "PartialOrd",
            ],
        ),
        "outcomes" => methods(&[], &["FromAnswer"]),
        "failures" => methods(&[], &["FromFailure"]),
        "selector" => selector(rest),
        "operation" => request(rest),
        "operation_events" => {
            let item = parts(rest).into_iter().next().unwrap_or_default();
            let item = text(item);
            vec![method("events", &format!("Sending<EventStream<{item}>>"))]
        }
        _ => Vec::new(),
    }
}

fn methods(methods: &[(&str, &str)], traits: &[&str]) -> Vec<(String, Item)> {
    let methods = methods.iter().map(|(name, ty)| getter(name, ty));
    let traits = traits
        .iter()
        .map(|name| (format!(": {name}"), Item::new(ItemKind::Impl, "")));
    methods.chain(traits).collect()
}

/// A method that reads.
pub(super) fn getter(name: &str, ty: &str) -> (String, Item) {
    method_of("&self", name, ty)
}

/// A method that takes what it is of.
fn method(name: &str, ty: &str) -> (String, Item) {
    method_of("self", name, ty)
}

fn method_of(receiver: &str, name: &str, ty: &str) -> (String, Item) {
    let mut item = Item::new(ItemKind::Method, ty);
    let receiver = Argument {
        name: "self".to_owned(),
        ty: receiver.to_owned(),
    };
    item.arguments.push(receiver);
    (format!("::{name}()"), item)
}

/// `selector! { Name { Id => constructor, … } }`: the ids that stand for a choice.
fn selector(rest: &[TokenTree]) -> Vec<(String, Item)> {
    let Some(TokenTree::Group(rows)) = rest.first() else {
        return Vec::new();
    };
    let rows: Vec<TokenTree> = rows.stream().into_iter().collect();
    let ids = rows.windows(2).filter_map(|pair| match pair {
        [TokenTree::Ident(id), TokenTree::Punct(mark)] if mark.as_char() == '=' => {
            Some([format!("From<&{id}>"), format!("From<{id}>")])
        }
        _ => None,
    });
    let traits: Vec<String> = ids.flatten().collect();
    let traits: Vec<&str> = traits.iter().map(String::as_str).collect();
    methods(&[], &traits)
}

/// `operation! { Name => value T, wait … }`: how a request is sent, and what comes back.
fn request(rest: &[TokenTree]) -> Vec<(String, Item)> {
    let parts = parts(rest);
    let mut found = Vec::new();
    for (at, part) in parts.iter().enumerate() {
        let mut words = part.clone().into_iter();
        let word = words
            .next()
            .map(|word| word.to_string())
            .unwrap_or_default();
        let ty = text(words.collect::<TokenStream>());
        match (word.as_str(), at) {
            ("page", 0) => {
                found.push(method("send", &format!("Sending<Page<{ty}>>")));
                found.push(method("pages", &format!("Pages<{ty}>")));
                found.push(method("stream", &format!("Items<{ty}>")));
            }
            ("value" | "answer", 0) => found.extend(sent(&ty)),
            ("download", 0) => found.push(method("send", "Sending<Download>")),
            ("stream", 0) => found.push(method("send", &format!("Sending<EventStream<{ty}>>"))),
            ("wait", 0) => {
                found.extend(sent(&ty));
                found.push(method("wait", &format!("Sending<{ty}>")));
            }
            // `wait "member" as T`
            ("wait", _) => {
                let action = ty.rsplit(" as ").next().unwrap_or(&ty);
                found.push(method("wait", &format!("Sending<{action}>")));
            }
            _ => {}
        }
    }
    found
}

fn sent(ty: &str) -> [(String, Item); 2] {
    let response = format!("Sending<Response<{ty}>>");
    [
        method("send", &format!("Sending<{ty}>")),
        method("send_with_response", &response),
    ]
}

/// What stands behind `=>`, or all where there is none, by commas that are not inside of a type.
pub(super) fn parts(rest: &[TokenTree]) -> Vec<TokenStream> {
    let is = |token: &TokenTree, mark: char| matches!(token, TokenTree::Punct(punct) if punct.as_char() == mark);
    let arrow = rest
        .windows(2)
        .position(|pair| is(&pair[0], '=') && is(&pair[1], '>'));
    let rest = arrow.map_or(rest, |at| &rest[at + 2..]);
    let mut parts = vec![TokenStream::new()];
    let mut depth = 0_usize;
    for token in rest {
        match token {
            token if is(token, '<') => depth += 1,
            token if is(token, '>') => depth = depth.saturating_sub(1),
            token if is(token, ',') && depth == 0 => {
                parts.push(TokenStream::new());
                continue;
            }
            _ => {}
        }
        if let Some(last) = parts.last_mut() {
            last.extend([token.clone()]);
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn methods_of(kind: &str, table: &str) -> Vec<String> {
        let tokens: TokenStream = table.parse().unwrap();
        let tokens: Vec<TokenTree> = tokens.into_iter().skip(1).collect();
        let items = provided(kind, &tokens).into_iter();
        let methods = items.filter(|(_, item)| item.kind == ItemKind::Method);
        methods
            .map(|(path, item)| format!("{path} {}", item.ty))
            .collect()
    }

    #[test]
    fn requests_are_sent_by_what_they_give() {
        for (table, expected) in [
            (
                "PetsList => page Pet, &PAGING",
                &[
                    "::send() Sending<Page<Pet>>",
                    "::pages() Pages<Pet>",
                    "::stream() Items<Pet>",
                ][..],
            ),
            (
                "PetsGet => value BTreeMap<String, Pet>",
                &[
                    "::send() Sending<BTreeMap<String, Pet>>",
                    "::send_with_response() Sending<Response<BTreeMap<String, Pet>>>",
                ],
            ),
            (
                "Unlock => value (), wait \"action\" as Action, crate::waiting::poll",
                &[
                    "::send() Sending<()>",
                    "::send_with_response() Sending<Response<()>>",
                    "::wait() Sending<Action>",
                ],
            ),
            ("Film => download", &["::send() Sending<Download>"]),
        ] {
            assert_eq!(methods_of("operation", table), expected);
        }
        let events = methods_of(
            "operation_events",
            "Ask => Chunk, seamstress_runtime::StreamFormat::EventData, \"text/event-stream\"",
        );
        assert_eq!(events, ["::events() Sending<EventStream<Chunk>>"]);
    }

    #[test]
    fn ids_stand_for_the_choice_that_they_are() {
        let table: TokenStream = "By { SpaceId => space_id, UserId => user_id }"
            .parse()
            .unwrap();
        let table: Vec<TokenTree> = table.into_iter().skip(1).collect();
        let found = provided("selector", &table).into_iter();
        let found: Vec<String> = found.map(|(path, _)| path).collect();
        let expected = [
            ": From<&SpaceId>",
            ": From<SpaceId>",
            ": From<&UserId>",
            ": From<UserId>",
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn open_numbers_are_of_what_they_hold() {
        assert_eq!(
            methods_of("open_number", "Level(i64) { 1 => One }"),
            ["::get() i64"]
        );
    }
}
