//! What a page says of the one after it.
//!
//! A wrong decision here loses items, or never ends. So nothing is corrected: what cannot
//! be understood is an error of the page, or of going on.

use serde_json::Value;

use super::Paging;
use crate::Error;
use crate::json::Json;
use crate::response::Envelope;

/// What a page says of the one after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Next {
    /// There is none.
    End,
    /// It is asked for by this cursor.
    Cursor(String),
    /// There is one, and no cursor to ask for it.
    Missing,
}

impl Next {
    /// Reads `items`, and what the answer says of the next page.
    pub(super) fn read<T: Json + Default + 'static>(
        envelope: &mut Envelope,
        items: &mut Vec<T>,
        paging: &Paging,
    ) -> Result<Self, Error> {
        if paging.is_none() {
            envelope.read_value(items, &mut [])?;
            return Ok(Self::End);
        }
        let mut has_next = None;
        let mut cursor = None;
        match paging.info {
            Some(info) => {
                let mut object: Option<Value> = None;
                envelope.read_value(items, &mut [(info, &mut object)])?;
                let mut take = |name: &str| Some(object.as_mut()?.get_mut(name)?.take());
                has_next = paging.has_next.and_then(&mut take);
                cursor = take(paging.next_cursor);
                if object.is_some_and(|object| !object.is_object() && !object.is_null()) {
                    return Err(unreadable(envelope, info, "an object"));
                }
            }
            None => {
                let mut others: Vec<(&str, &mut dyn Json)> =
                    vec![(paging.next_cursor, &mut cursor)];
                others.extend(
                    paging
                        .has_next
                        .map(|name| (name, &mut has_next as &mut dyn Json)),
                );
                envelope.read_value(items, &mut others)?;
            }
        }
        Self::decide(envelope, paging, has_next, cursor)
    }

    fn decide(
        envelope: &Envelope,
        paging: &Paging,
        has_next: Option<Value>,
        cursor: Option<Value>,
    ) -> Result<Self, Error> {
        let cursor = match cursor {
            None | Some(Value::Null) => None,
            Some(Value::String(text)) => Some(text).filter(|text| !text.is_empty()),
            Some(Value::Number(number)) => Some(number.to_string()),
            Some(_) => return Err(unreadable(envelope, paging.next_cursor, "a string")),
        };
        match (has_next, cursor) {
            (Some(Value::Bool(false)), _) => Ok(Self::End),
            (Some(Value::Bool(true)), None) => Ok(Self::Missing),
            (None | Some(Value::Null), None) => Ok(Self::End),
            (None | Some(Value::Null | Value::Bool(true)), Some(cursor)) => {
                Ok(Self::Cursor(cursor))
            }
            (Some(_), _) => {
                let name = paging.has_next.unwrap_or_default();
                Err(unreadable(envelope, name, "true or false"))
            }
        }
    }
}

fn unreadable(envelope: &Envelope, name: &str, expected: &str) -> Error {
    envelope.decode_error(&format!(
        "`{name}`, which says whether another page follows, is not {expected}"
    ))
}
