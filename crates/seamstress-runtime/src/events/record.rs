//! One item of a stream, before it is read.

use std::time::Duration;

use serde_json::{Map, Value};

/// One item of a stream, before it is read: an event, or a line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Record {
    pub(super) data: String,
    pub(super) event: Option<String>,
    /// The id that this event gives; an empty one takes back what others gave.
    pub(super) id: Option<String>,
    pub(super) retry: Option<Duration>,
}

impl Record {
    /// The event as an object.
    pub(super) fn into_json(self) -> Vec<u8> {
        let mut members = Map::new();
        members.insert("data".to_owned(), Value::String(self.data));
        if let Some(event) = self.event {
            members.insert("event".to_owned(), Value::String(event));
        }
        if let Some(id) = self.id {
            members.insert("id".to_owned(), Value::String(id));
        }
        if let Some(retry) = self.retry {
            let retry = u64::try_from(retry.as_millis()).unwrap_or(u64::MAX);
            members.insert("retry".to_owned(), Value::from(retry));
        }
        Value::Object(members).to_string().into_bytes()
    }
}
