// warning[conflicting-types]: the parts of the composition contradict each other about `clash`
//   --> compositions.yaml:30:20 at #/components/schemas/Thing/allOf/1/properties/clash
//   help: the value is taken as any JSON; let one part say what it is
// warning[ambiguous-union]: some alternatives require the same properties
//   --> compositions.yaml:71:7 at #/components/schemas/Overlapping
//   help: add a discriminator; until then the one that fits best is taken
// warning[ambiguous-union]: the alternatives have nothing that tells them apart
//   --> compositions.yaml:105:7 at #/components/schemas/Disagreeing
//   help: give each a property with a fixed value; until then the one that fits best is taken

// ==== src/resources/things.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use crate::types::Thing;

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
    pub fn get(&self) -> ThingsGet {
        let call = Call::new(&self.client, &GET);
        ThingsGet { call }
    }
}

/// A request of [`Things::get`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct ThingsGet {
    call: Call,
}

static GET: Operation = Operation {
    name: "things.get",
    method: Method::Get,
    path: "/things",
    body: Body::None,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { ThingsGet => value Thing }

// ==== src/types/composed.rs ====

use seamstress_runtime::json::Unknown;
use super::*;

/// The fixed values stand in what the alternatives are composed of.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Composed {
    /// `message`
    Message(Kept),
    /// `silence`
    Silence(Silent),
    /// One that this version of the crate does not know.
    Unknown(Unknown),
}

seamstress_runtime::tagged! {
    Composed "type" {
        "message" => Message,
        "silence" => Silence,
    }
}

// ==== src/types/conditional.rs ====

use seamstress_runtime::json::{Extra, Unknown, UnknownValue};
use super::*;

/// `Conditional`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Conditional {
    pub kind: ConditionalKind,
    pub amount: Option<f64>,
    pub number: Option<String>,
    pub currency: Option<String>,
    pub cvc: Option<String>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

/// `kind`
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum ConditionalKind {
    /// `card`
    Card,
    /// `cash`
    Cash,
    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

seamstress_runtime::object! {
    Conditional {
        "kind" => kind: required,
        "amount" => amount: optional,
        "number" => number: optional,
        "currency" => currency: optional,
        "cvc" => cvc: optional,
    }
}

seamstress_runtime::open_enum! {
    ConditionalKind {
        "card" => Card,
        "cash" => Cash,
    }
}

// ==== src/types/described.rs ====

use super::*;

/// `Described`
pub type Described = String;

// ==== src/types/disagreeing.rs ====

use seamstress_runtime::json::{Extra, Unknown};
use super::*;

/// `Disagreeing`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Disagreeing {
    /// A narrow.
    Narrow(Narrow),
    /// An object.
    Object(DisagreeingValue),
    /// One that this version of the crate does not know.
    Unknown(Unknown),
}

/// `Disagreeing`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct DisagreeingValue {
    pub id: Option<Vec<DisagreeingId>>,
    pub note: Option<String>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::union! {
    Disagreeing {
        object("id") => Narrow,
        object => Object,
    }
}

seamstress_runtime::object! {
    DisagreeingValue {
        "id" => id: optional,
        "note" => note: optional,
    }
}

// ==== src/types/event.rs ====

use seamstress_runtime::json::Unknown;
use super::*;

/// `Event`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Event {
    /// `created`
    Created(Made),
    /// `restored`
    Restored(Made),
    /// `deleted`
    Deleted(Gone),
    /// One that this version of the crate does not know.
    Unknown(Unknown),
}

seamstress_runtime::tagged! {
    Event "type" {
        "created" => Created,
        "restored" => Restored,
        "deleted" => Deleted,
    }
    all {
        r#type: &str,
    }
}

// ==== src/types/gone.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `Gone`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Gone {
    pub r#type: String,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    Gone {
        "type" => r#type: required,
    }
}

// ==== src/types/ids.rs ====

seamstress_runtime::id! {
    /// Identifies a disagreeing.
    DisagreeingId
}

seamstress_runtime::id! {
    /// Identifies a lists.
    ListsId
}

seamstress_runtime::id! {
    /// Identifies a narrow.
    NarrowId
}

seamstress_runtime::id! {
    /// Identifies a wide.
    WideId
}

// ==== src/types/kept.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `Kept`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Kept {
    pub r#type: KeptType,
    pub text: String,
    pub id: i64,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    Kept {
        "type" => r#type: required,
        "text" => text: required,
        "id" => id: required,
    }
}

// ==== src/types/lists.rs ====

use seamstress_runtime::json::{Extra, Unknown};
use super::*;

/// `Lists`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Lists {
    /// A string list.
    StringList(Vec<String>),
    /// An object list.
    ObjectList(Vec<ListsValue>),
    /// A string.
    String(String),
    /// One that this version of the crate does not know.
    Unknown(Unknown),
}

/// `Lists`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ListsValue {
    pub id: ListsId,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::union! {
    Lists {
        array => StringList,
        array => ObjectList,
        string => String,
    }
}

seamstress_runtime::object! {
    ListsValue {
        "id" => id: required,
    }
}

// ==== src/types/made.rs ====

use seamstress_runtime::DateTime;
use seamstress_runtime::json::Extra;
use super::*;

/// `Made`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Made {
    pub r#type: String,
    pub at: Option<DateTime>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    Made {
        "type" => r#type: required,
        "at" => at: optional,
    }
}

// ==== src/types/narrow.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `Narrow`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Narrow {
    pub id: NarrowId,
    pub tags: Option<Vec<String>>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    Narrow {
        "id" => id: required,
        "tags" => tags: optional,
    }
}

// ==== src/types/nested.rs ====

use seamstress_runtime::json::Unknown;
use super::*;

/// `Nested`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Nested {
    /// A string.
    String(String),
    /// An integer.
    Integer(i64),
    /// A boolean.
    Boolean(bool),
    /// One that this version of the crate does not know.
    Unknown(Unknown),
}

seamstress_runtime::union! {
    Nested {
        string => String,
        integer => Integer,
        boolean => Boolean,
    }
}

// ==== src/types/overlapping.rs ====

use seamstress_runtime::json::Unknown;
use super::*;

/// `Overlapping`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Overlapping {
    /// A narrow.
    Narrow(Narrow),
    /// A wide.
    Wide(Wide),
    /// One that this version of the crate does not know.
    Unknown(Unknown),
}

seamstress_runtime::union! {
    Overlapping {
        object("id") => Narrow,
        object("id") => Wide,
    }
}

// ==== src/types/patterns.rs ====

use std::collections::BTreeMap;
use seamstress_runtime::json::Extra;
use super::*;

/// `Patterns`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Patterns {
    pub name: Option<String>,
    /// All further members.
    pub additional: BTreeMap<String, TuplesEntry>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    Patterns {
        "name" => name: optional,
        * => additional: rest,
    }
}

// ==== src/types/silent.rs ====

use seamstress_runtime::json::{Extra, Unknown, UnknownValue};
use super::*;

/// `Silent`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Silent {
    pub r#type: SilentType,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

/// `type`
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum SilentType {
    /// `silence`
    Silence,
    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

seamstress_runtime::object! {
    Silent {
        "type" => r#type: required,
    }
}

seamstress_runtime::open_enum! {
    SilentType {
        "silence" => Silence,
    }
}

// ==== src/types/spoken.rs ====

use seamstress_runtime::json::{Extra, Unknown, UnknownValue};
use super::*;

/// `Spoken`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Spoken {
    pub r#type: KeptType,
    pub voice: String,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

/// `type`
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum KeptType {
    /// `message`
    Message,
    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

seamstress_runtime::object! {
    Spoken {
        "type" => r#type: required,
        "voice" => voice: required,
    }
}

seamstress_runtime::open_enum! {
    KeptType {
        "message" => Message,
    }
}

// ==== src/types/thing.rs ====

use seamstress_runtime::DateTime;
use seamstress_runtime::json::{Extra, Unknown, UnknownValue, Value};
use super::*;

/// `Thing`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    pub size: i64,
    pub state: Option<ThingState>,
    pub place: Option<ThingPlace>,
    pub clash: Option<Value>,
    pub any: Option<DateTime>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

/// `state`
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum ThingState {
    /// `on`
    On,
    /// `off`
    Off,
    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

/// `place`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ThingPlace {
    pub x: Option<f64>,
    pub y: f64,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    Thing {
        "size" => size: required,
        "state" => state: optional,
        "place" => place: optional,
        "clash" => clash: optional,
        "any" => any: optional,
    }
}

seamstress_runtime::open_enum! {
    ThingState {
        "on" => On,
        "off" => Off,
    }
}

seamstress_runtime::object! {
    ThingPlace {
        "x" => x: optional,
        "y" => y: required,
    }
}

// ==== src/types/tuples.rs ====

use seamstress_runtime::json::{Extra, Unknown};
use super::*;

/// `Tuples`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Tuples {
    pub point: Option<Vec<f64>>,
    pub entry: Option<Vec<Option<TuplesEntry>>>,
    pub row: Option<Vec<TuplesRow>>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

/// `entry`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum TuplesEntry {
    /// A string.
    String(String),
    /// An integer.
    Integer(i64),
    /// One that this version of the crate does not know.
    Unknown(Unknown),
}

/// `row`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum TuplesRow {
    /// A string.
    String(String),
    /// A boolean.
    Boolean(bool),
    /// One that this version of the crate does not know.
    Unknown(Unknown),
}

seamstress_runtime::object! {
    Tuples {
        "point" => point: optional,
        "entry" => entry: optional,
        "row" => row: optional,
    }
}

seamstress_runtime::union! {
    TuplesEntry {
        string => String,
        integer => Integer,
    }
}

seamstress_runtime::union! {
    TuplesRow {
        string => String,
        boolean => Boolean,
    }
}

// ==== src/types/twins.rs ====

use seamstress_runtime::json::Unknown;
use super::*;

/// Two of the alternatives have the same value.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Twins {
    /// `message`
    Message(TwinsMessage),
    /// `silence`
    Silence(Silent),
    /// One that this version of the crate does not know.
    Unknown(Unknown),
}

/// Two of the alternatives have the same value.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum TwinsMessage {
    /// A spoken.
    Spoken(Spoken),
    /// A written.
    Written(Written),
    /// One that this version of the crate does not know.
    Unknown(Unknown),
}

seamstress_runtime::tagged! {
    Twins "type" {
        "message" => Message,
        "silence" => Silence,
    }
}

seamstress_runtime::union! {
    TwinsMessage {
        object("type", "voice") => Spoken,
        object("type", "text") => Written,
    }
    all {
        r#type: &KeptType,
    }
}

// ==== src/types/wide.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `Wide`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Wide {
    pub id: WideId,
    pub tags: Option<Vec<WideTag>>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

/// `tags`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct WideTag {
    pub key: Option<String>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    Wide {
        "id" => id: required,
        "tags" => tags: optional,
    }
}

seamstress_runtime::object! {
    WideTag {
        "key" => key: optional,
    }
}

// ==== src/types/word.rs ====

use seamstress_runtime::json::{Unknown, UnknownValue};
use super::*;

/// Parts that are no objects.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Word {
    /// `a`
    A,
    /// `b`
    B,
    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

seamstress_runtime::open_enum! {
    Word {
        "a" => A,
        "b" => B,
    }
}

// ==== src/types/written.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `Written`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Written {
    pub r#type: KeptType,
    pub text: String,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    Written {
        "type" => r#type: required,
        "text" => text: required,
    }
}
