
// ==== src/headers.rs ====

//! Headers of answers, and what they are read as: see
//! [`Response::header`](crate::Response::header), and
//! [`Error::header`](crate::Error::header) for those of failures.

#![allow(unused_imports, reason = "which types are there depends on the features")]

use std::collections::BTreeMap;
use seamstress_runtime::{DateTime, Header};
use crate::types::*;

/// The header `Link`.
pub const LINK: Header<String> = Header::new("Link");
/// Seconds to wait.
pub const RETRY_AFTER: Header<i64> = Header::new("Retry-After");
/// The header `X-Changed`.
pub const X_CHANGED: Header<DateTime> = Header::new("X-Changed");
/// The header `X-Color`.
#[cfg(feature = "things")]
pub const X_COLOR: Header<Color> = Header::members("X-Color");
/// The header `X-Counts`.
pub const X_COUNTS: Header<BTreeMap<String, i64>> = Header::members("X-Counts");
/// The header `X-Flag`.
pub const X_FLAG: Header<bool> = Header::new("X-Flag");
/// The header `X-Meta`.
#[cfg(feature = "things")]
pub const X_META: Header<Color> = Header::json("X-Meta");
/// The header `X-Nested`.
pub const X_NESTED: Header<String> = Header::new("X-Nested");
/// The header `X-Order`.
#[cfg(feature = "things")]
pub const X_ORDER: Header<ThingsListXOrder> = Header::new("X-Order");
/// The header `X-Range`.
#[cfg(feature = "things")]
pub const X_RANGE: Header<ThingsListXRange> = Header::pairs("X-Range");
/// How many requests are left.
pub const X_RATE_LIMIT_REMAINING: Header<i64> = Header::new("X-Rate-Limit-Remaining");
/// The header `X-Request-Id`.
pub const X_REQUEST_ID: Header<String> = Header::new("X-Request-Id");
/// The header `X-Tags`.
pub const X_TAGS: Header<String> = Header::new("X-Tags");
/// What they are tagged with.
pub const X_TAGS_LIST: Header<Vec<String>> = Header::list("X-Tags");
/// The header `X-Widths`.
pub const X_WIDTHS: Header<Vec<i32>> = Header::list("X-Widths");

// ==== src/resources/others.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};

/// The operations of `others`.
#[derive(Clone, Debug)]
pub struct Others {
    client: Client,
}

impl Others {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /others`
    ///
    /// Headers of the answer: [`X-Tags`](crate::headers::X_TAGS), [`x-rate-limit-remaining`](crate::headers::X_RATE_LIMIT_REMAINING).
    pub fn list(&self) -> OthersList {
        let call = Call::new(&self.client, &LIST);
        OthersList { call }
    }
}

/// A request of [`Others::list`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct OthersList {
    call: Call,
}

static LIST: Operation = Operation {
    name: "others.list",
    method: Method::Get,
    path: "/others",
    body: Body::None,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { OthersList => value () }

// ==== src/resources/things.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation, Paging};

/// The operations of `things`.
#[derive(Clone, Debug)]
pub struct Things {
    client: Client,
}

impl Things {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /things`
    ///
    /// Headers of the answer: [`Link`](crate::headers::LINK), [`Retry-After`](crate::headers::RETRY_AFTER), [`X-Changed`](crate::headers::X_CHANGED), [`X-Color`](crate::headers::X_COLOR), [`X-Counts`](crate::headers::X_COUNTS), [`X-Flag`](crate::headers::X_FLAG), [`X-Meta`](crate::headers::X_META), [`X-Nested`](crate::headers::X_NESTED), [`X-Order`](crate::headers::X_ORDER), [`X-Range`](crate::headers::X_RANGE), [`X-Rate-Limit-Remaining`](crate::headers::X_RATE_LIMIT_REMAINING), [`X-Request-Id`](crate::headers::X_REQUEST_ID), [`X-Tags`](crate::headers::X_TAGS_LIST), [`X-Widths`](crate::headers::X_WIDTHS).
    pub fn list(&self) -> ThingsList {
        let call = Call::new(&self.client, &LIST);
        ThingsList { call }
    }
}

/// A request of [`Things::list`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct ThingsList {
    call: Call,
}

static LIST: Operation = Operation {
    name: "things.list",
    method: Method::Get,
    path: "/things",
    body: Body::None,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { ThingsList => page String, Paging::NONE }

// ==== src/types/color.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `Color`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Color {
    pub r: i64,
    pub g: Option<i64>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    Color {
        "R" => r: required,
        "G" => g: optional,
    }
}

// ==== src/types/things_operations.rs ====

use seamstress_runtime::json::{Extra, Unknown, UnknownValue};
use super::*;

/// `X-Order`
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum ThingsListXOrder {
    /// `up`
    Up,
    /// `down`
    Down,
    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

/// `X-Range`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ThingsListXRange {
    pub from: i64,
    pub to: Option<i64>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::open_enum! {
    ThingsListXOrder {
        "up" => Up,
        "down" => Down,
    }
}

seamstress_runtime::object! {
    ThingsListXRange {
        "from" => from: required,
        "to" => to: optional,
    }
}
