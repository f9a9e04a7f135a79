// warning[mismatched-values]: values of the list are not of the type that is declared
//   --> numbers.yaml:24:15 at #/components/schemas/Room/properties/code
//   help: the values count; correct `type`, or write them as values of it
// warning[mismatched-values]: values of the list are not of the type that is declared
//   --> numbers.yaml:26:15 at #/components/schemas/Room/properties/size
//   help: they are left out; write them as values of the type

// ==== src/resources/rooms.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use crate::types::{Room, RoomsListFloor};

/// The operations of `rooms`.
#[derive(Clone, Debug)]
pub struct Rooms {
    client: Client,
}

impl Rooms {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /rooms`
    pub fn list(&self) -> RoomsList {
        let call = Call::new(&self.client, &LIST);
        RoomsList { call }
    }
}

/// A request of [`Rooms::list`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct RoomsList {
    call: Call,
}

impl RoomsList {
    #[inline]
    pub fn floor(mut self, floor: RoomsListFloor) -> Self {
        self.call.set("floor", &floor);
        self
    }
}

static LIST: Operation = Operation {
    name: "rooms.list",
    method: Method::Get,
    path: "/rooms",
    body: Body::Query,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { RoomsList => value Room }

// ==== src/types/level.rs ====

use seamstress_runtime::json::{Unknown, UnknownNumber};
use super::*;

/// How urgent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Level {
    /// Can wait.
    ///
    /// `1`
    Low,
    /// Today.
    ///
    /// `2`
    High,
    /// `10`
    VeryHigh,
    /// A number that this version of the crate does not know.
    Unknown(UnknownNumber<i64>),
}

seamstress_runtime::open_number! {
    Level(i64) {
        1 => Low,
        2 => High,
        10 => VeryHigh,
    }
}

// ==== src/types/maybe_level.rs ====

use seamstress_runtime::json::{Unknown, UnknownValue};
use super::*;

/// `MaybeLevel`
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum MaybeLevel {
    /// `a`
    A,
    /// `b`
    B,
    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

seamstress_runtime::open_enum! {
    MaybeLevel {
        "a" => A,
        "b" => B,
    }
}

// ==== src/types/room.rs ====

use seamstress_runtime::json::{Extra, Unknown, UnknownNumber, UnknownValue};
use super::*;

/// `Room`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Room {
    pub level: Level,
    pub factor: Option<RoomFactor>,
    pub code: Option<RoomCode>,
    pub size: Option<RoomSize>,
    pub mixed: Option<RoomMixed>,
    pub maybe: Option<RoomMaybe>,
    pub maybe_level: Option<MaybeLevel>,
    /// Explained value by value.
    pub kind: RoomKind,
    pub small: Option<i32>,
    pub byte: Option<u32>,
    pub large: Option<u64>,
    /// Limits: at least -1e+30, at most 1e+30.
    pub huge: Option<i128>,
    pub count: u64,
    pub shape: Option<RoomShape>,
    pub number: Option<f64>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

/// `factor`
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum RoomFactor {
    /// `0.5`
    ZeroDot5,
    /// `1`
    One,
    /// `2`
    Two,
    /// A number that this version of the crate does not know.
    Unknown(UnknownNumber<f64>),
}

/// `code`
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum RoomCode {
    /// `1`
    One,
    /// `2`
    Two,
    /// A number that this version of the crate does not know.
    Unknown(UnknownNumber<i64>),
}

/// `size`
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum RoomSize {
    /// `1`
    One,
    /// `2`
    Two,
    /// A number that this version of the crate does not know.
    Unknown(UnknownNumber<i64>),
}

/// `mixed`
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum RoomMixedValue {
    /// `auto`
    Auto,
    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

/// `mixed`
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum RoomMixedValueDetails {
    /// `0`
    Zero,
    /// `1`
    One,
    /// A number that this version of the crate does not know.
    Unknown(UnknownNumber<i64>),
}

/// `mixed`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum RoomMixed {
    /// A string.
    String(RoomMixedValue),
    /// An integer.
    Integer(RoomMixedValueDetails),
    /// A boolean.
    Boolean(bool),
    /// One that this version of the crate does not know.
    Unknown(Unknown),
}

/// `maybe`
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum RoomMaybe {
    /// `on`
    On,
    /// `off`
    Off,
    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

/// Explained value by value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum RoomKind {
    /// With a table.
    ///
    /// `0`
    MeetingRoom,
    /// `1`
    #[deprecated]
    Booth,
    /// A number that this version of the crate does not know.
    Unknown(UnknownNumber<i64>),
}

/// `shape`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct RoomShape {
    /// The `type`, and what only objects with this one have.
    pub kind: RoomShapeKind,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

/// The `type` of [`RoomShape`].
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum RoomShapeKind {
    /// `1`
    #[non_exhaustive]
    One { radius: f64 },
    /// `-2`
    #[non_exhaustive]
    Two { side: f64 },
    /// One that this version of the crate does not know.
    Unknown(Unknown),
}

seamstress_runtime::object! {
    Room {
        "level" => level: required,
        "factor" => factor: optional,
        "code" => code: optional,
        "size" => size: optional,
        "mixed" => mixed: optional,
        "maybe" => maybe: optional,
        "maybe_level" => maybe_level: optional,
        "kind" => kind: required,
        "small" => small: optional,
        "byte" => byte: optional,
        "large" => large: optional,
        "huge" => huge: optional,
        "count" => count: required,
        "shape" => shape: optional,
        "number" => number: optional,
    }
}

seamstress_runtime::open_number! {
    RoomFactor(f64) {
        0.5 => ZeroDot5,
        1.0 => One,
        2.0 => Two,
    }
}

seamstress_runtime::open_number! {
    RoomCode(i64) {
        1 => One,
        2 => Two,
    }
}

seamstress_runtime::open_number! {
    RoomSize(i64) {
        1 => One,
        2 => Two,
    }
}

seamstress_runtime::open_enum! {
    RoomMixedValue {
        "auto" => Auto,
    }
}

seamstress_runtime::open_number! {
    RoomMixedValueDetails(i64) {
        0 => Zero,
        1 => One,
    }
}

seamstress_runtime::union! {
    RoomMixed {
        string => String,
        integer => Integer,
        boolean => Boolean,
    }
}

seamstress_runtime::open_enum! {
    RoomMaybe {
        "on" => On,
        "off" => Off,
    }
}

seamstress_runtime::open_number! {
    RoomKind(i64) {
        0 => MeetingRoom,
        1 => Booth,
    }
}

seamstress_runtime::object! {
    RoomShape {
        "type" => kind: kind,
    }
}

seamstress_runtime::kind! {
    RoomShapeKind {
        1 => One {
            "radius" => radius: required,
        },
        -2 => Two {
            "side" => side: required,
        },
    }
}

// ==== src/types/rooms_operations.rs ====

use seamstress_runtime::json::{Unknown, UnknownNumber};
use super::*;

/// `floor`
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum RoomsListFloor {
    /// `-1`
    MinusOne,
    /// `0`
    Zero,
    /// `1`
    One,
    /// A number that this version of the crate does not know.
    Unknown(UnknownNumber<i64>),
}

seamstress_runtime::open_number! {
    RoomsListFloor(i64) {
        -1 => MinusOne,
        0 => Zero,
        1 => One,
    }
}
