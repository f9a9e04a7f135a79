//! Answers as the document allows them, and then not quite.

#![no_main]

use libfuzzer_sys::fuzz_target;
use seamstress_fuzz::{answer, check, sample};
use serde_json::{Map, Value, json};

fuzz_target!(|input: &[u8]| {
    let [choice, seed, changes @ ..] = input else {
        return;
    };
    let answer = answer(*choice);
    let mut body = sample(answer, *seed);
    let (tree, text) = changes.split_at(changes.len() / 2);
    for change in tree.chunks_exact(4) {
        let place = u16::from_le_bytes([change[0], change[1]]);
        mutate(&mut body, usize::from(place), change[2], change[3]);
    }
    let mut bytes = body.to_string().into_bytes();
    check(answer, &bytes);
    // And what is no JSON any more.
    for change in text.chunks_exact(3) {
        let place = usize::from(u16::from_le_bytes([change[0], change[1]])) * bytes.len() / 65_536;
        if let Some(byte) = bytes.get_mut(place) {
            *byte = change[2];
        }
    }
    check(answer, &bytes);
});

/// Changes the value that is the `place`-th of the tree, as far as it goes round.
fn mutate(body: &mut Value, place: usize, what: u8, with: u8) {
    let mut left = place % count(body);
    visit(body, &mut left, &mut |value| change(value, what, with));
}

fn count(value: &Value) -> usize {
    1 + match value {
        Value::Array(elements) => elements.iter().map(count).sum(),
        Value::Object(members) => members.values().map(count).sum(),
        _ => 0,
    }
}

fn visit(value: &mut Value, left: &mut usize, act: &mut dyn FnMut(&mut Value)) -> bool {
    if *left == 0 {
        act(value);
        return true;
    }
    *left -= 1;
    match value {
        Value::Array(elements) => elements.iter_mut().any(|value| visit(value, left, act)),
        Value::Object(members) => members.values_mut().any(|value| visit(value, left, act)),
        _ => false,
    }
}

fn change(value: &mut Value, what: u8, with: u8) {
    match what % 12 {
        0 => *value = Value::Null,
        1 => *value = json!(with % 2 == 0),
        2 => *value = json!(i64::from(with) - 128),
        3 => *value = json!(f64::from(with) * 1e300),
        4 => *value = json!(""),
        5 => *value = json!("x".repeat(usize::from(with) * 4)),
        6 => *value = json!([value.clone(), with]),
        7 => *value = json!({ "type": value.clone() }),
        8 => remove(value, with),
        9 => rename(value, with),
        10 => nest(value, with),
        _ => double(value),
    }
}

fn remove(value: &mut Value, with: u8) {
    match value {
        Value::Object(members) => {
            let name = members.keys().nth(usize::from(with) % members.len().max(1)).cloned();
            name.and_then(|name| members.remove(&name));
        }
        Value::Array(elements) => {
            elements.pop();
        }
        _ => *value = json!({}),
    }
}

fn rename(value: &mut Value, with: u8) {
    if let Value::Object(members) = value {
        let turned = std::mem::take(members).into_iter().enumerate().map(|(at, (name, value))| {
            match at == usize::from(with) {
                true => (format!("{name}\u{1f511}\n"), value),
                false => (name, value),
            }
        });
        *members = turned.collect::<Map<_, _>>();
    }
}

/// Deeper than any answer is.
fn nest(value: &mut Value, with: u8) {
    for _ in 0..with {
        *value = Value::Array(vec![std::mem::take(value)]);
    }
}

fn double(value: &mut Value) {
    if let Value::Array(elements) = value {
        elements.extend_from_within(..elements.len().min(64));
    }
}
