
// ==== src/resources/zoo.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use crate::types::Zoo;

/// The operations of `zoo`.
#[derive(Clone, Debug)]
pub struct ZooResource {
    client: Client,
}

impl ZooResource {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /zoo`
    pub fn get(&self) -> ZooGet {
        let call = Call::new(&self.client, &GET);
        ZooGet { call }
    }
}

/// A request of [`ZooResource::get`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct ZooGet {
    call: Call,
}

static GET: Operation = Operation {
    name: "zoo.get",
    method: Method::Get,
    path: "/zoo",
    body: Body::None,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { ZooGet => value Zoo }

// ==== src/types/also_fox.rs ====

use super::*;

/// `AlsoFox`
pub type AlsoFox = Fox;

// ==== src/types/animal.rs ====

use seamstress_runtime::DateTime;
use seamstress_runtime::json::Unknown;
use super::*;

/// Any animal.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Animal {
    /// `Cat`
    Cat(Box<Cat>),
    /// `Dog`
    Dog(Box<Dog>),
    /// `fox`
    Fox(Box<AlsoFox>),
    /// One that this version of the crate does not know.
    Unknown(Unknown),
}

seamstress_runtime::tagged! {
    Animal "type" {
        "Cat" => Cat,
        "Dog" => Dog,
        "fox" => Fox,
    }
    all {
        r#type: &str,
        name: &str,
        /// When it was born.
        born: &DateTime,
        age: u64,
        level: Level,
        /// Further names. See \[the list\](#names) of `all`.
        names: &[String],
        owner: &Person,
        /// Whether it was cloned.
        #[deprecated]
        clone as clone_: bool,
        home_id: &HomeId,
    }
}

// ==== src/types/cat.rs ====

use seamstress_runtime::DateTime;
use seamstress_runtime::json::Extra;
use super::*;

/// `Cat`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Cat {
    pub r#type: String,
    pub name: Name,
    /// When it was born.
    pub born: DateTime,
    /// In years.
    pub age: u64,
    pub level: Level,
    /// Further names. See \[the list\](#names) of `all`.
    pub names: Vec<String>,
    pub owner: Person,
    /// Whether it was cloned.
    #[deprecated]
    pub clone: bool,
    pub home_id: HomeId,
    pub lives: i64,
    pub size: i64,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    Cat {
        "type" => r#type: required,
        "name" => name: required,
        "born" => born: required,
        "age" => age: required,
        "level" => level: required,
        "names" => names: required,
        "owner" => owner: required,
        "clone" => clone: required,
        "home_id" => home_id: required,
        "lives" => lives: required,
        "size" => size: required,
    }
}

// ==== src/types/day_ticket.rs ====

use seamstress_runtime::CalendarDate;
use seamstress_runtime::json::{Extra, Unknown, UnknownValue};
use super::*;

/// `DayTicket`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct DayTicket {
    pub kind: DayTicketKind,
    pub price: f64,
    pub day: Option<CalendarDate>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

/// `kind`
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum DayTicketKind {
    /// `day`
    Day,
    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

seamstress_runtime::object! {
    DayTicket {
        "kind" => kind: required,
        "price" => price: required,
        "day" => day: optional,
    }
}

seamstress_runtime::open_enum! {
    DayTicketKind {
        "day" => Day,
    }
}

// ==== src/types/dog.rs ====

use std::collections::BTreeMap;
use seamstress_runtime::DateTime;
use seamstress_runtime::json::Extra;
use super::*;

/// `Dog`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Dog {
    pub r#type: String,
    pub name: Option<Name>,
    /// When it was born.
    pub born: Option<DateTime>,
    /// In years of a dog.
    ///
    /// Limits: at most 8000000000.
    pub age: Option<u64>,
    pub level: Option<Level>,
    /// Further names. See \[the list\](#names) of `all`.
    pub names: Option<Vec<String>>,
    pub owner: Option<Box<Person>>,
    /// Whether it was cloned.
    #[deprecated]
    pub clone: Option<bool>,
    pub home_id: Option<HomeId>,
    pub tricks: BTreeMap<String, String>,
    pub size: Option<String>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    Dog {
        "type" => r#type: required,
        "name" => name: optional,
        "born" => born: optional,
        "age" => age: optional,
        "level" => level: optional,
        "names" => names: optional,
        "owner" => owner: optional,
        "clone" => clone: optional,
        "home_id" => home_id: optional,
        "tricks" => tricks: required,
        "size" => size: optional,
    }
}

// ==== src/types/fox.rs ====

use seamstress_runtime::DateTime;
use seamstress_runtime::json::Extra;
use super::*;

/// `Fox`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Fox {
    pub r#type: String,
    pub name: Name,
    /// When it was born.
    pub born: Option<DateTime>,
    /// In years.
    pub age: Option<u64>,
    pub level: Option<Level>,
    /// Further names. See \[the list\](#names) of `all`.
    pub names: Option<Vec<String>>,
    pub owner: Option<Box<Person>>,
    /// Whether it was cloned.
    #[deprecated]
    pub clone: Option<bool>,
    pub home_id: Option<HomeId>,
    pub lives: Option<i64>,
    pub size: Option<i64>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    Fox {
        "type" => r#type: required,
        "name" => name: required,
        "born" => born: nullable,
        "age" => age: optional,
        "level" => level: optional,
        "names" => names: optional,
        "owner" => owner: optional,
        "clone" => clone: optional,
        "home_id" => home_id: optional,
        "lives" => lives: optional,
        "size" => size: optional,
    }
}

// ==== src/types/ids.rs ====

seamstress_runtime::id! {
    /// Identifies a home.
    HomeId
}

// ==== src/types/level.rs ====

use seamstress_runtime::json::{Unknown, UnknownNumber};
use super::*;

/// How wild it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Level {
    /// `1`
    One,
    /// `2`
    Two,
    /// A number that this version of the crate does not know.
    Unknown(UnknownNumber<i64>),
}

seamstress_runtime::open_number! {
    Level(i64) {
        1 => One,
        2 => Two,
    }
}

// ==== src/types/name.rs ====

use super::*;

/// What it is called.
pub type Name = String;

// ==== src/types/person.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `Person`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Person {
    pub first: String,
    pub last: String,
    pub street: String,
    pub city: String,
    pub country: String,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    Person {
        "first" => first: required,
        "last" => last: required,
        "street" => street: required,
        "city" => city: required,
        "country" => country: required,
    }
}

// ==== src/types/ticket.rs ====

use seamstress_runtime::json::Unknown;
use super::*;

/// The kinds of ticket have the member that tells them apart, each with a value of its own.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Ticket {
    /// `day`
    Day(DayTicket),
    /// `year`
    Year(YearTicket),
    /// One that this version of the crate does not know.
    Unknown(Unknown),
}

seamstress_runtime::tagged! {
    Ticket "kind" {
        "day" => Day,
        "year" => Year,
    }
    all {
        price: f64,
    }
}

// ==== src/types/year_ticket.rs ====

use seamstress_runtime::json::{Extra, Unknown, UnknownValue};
use super::*;

/// `YearTicket`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct YearTicket {
    pub kind: YearTicketKind,
    pub price: f64,
    pub year: Option<i64>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

/// `kind`
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum YearTicketKind {
    /// `year`
    Year,
    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

seamstress_runtime::object! {
    YearTicket {
        "kind" => kind: required,
        "price" => price: required,
        "year" => year: optional,
    }
}

seamstress_runtime::open_enum! {
    YearTicketKind {
        "year" => Year,
    }
}

// ==== src/types/zoo.rs ====

use seamstress_runtime::DateTime;
use seamstress_runtime::json::{Extra, Unknown};
use super::*;

/// `Zoo`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Zoo {
    pub star: Animal,
    /// Told apart by what each requires.
    pub shown: Option<ZooShown>,
    /// Text has no members, so that there is none that all have.
    pub guest: Option<ZooGuest>,
    pub tickets: Vec<Ticket>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

/// Told apart by what each requires.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ZooShown {
    /// A cat.
    Cat(Box<Cat>),
    /// A dog.
    Dog(Box<Dog>),
    /// One that this version of the crate does not know.
    Unknown(Unknown),
}

/// Text has no members, so that there is none that all have.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ZooGuest {
    /// A cat.
    Cat(Box<Cat>),
    /// A string.
    String(String),
    /// One that this version of the crate does not know.
    Unknown(Unknown),
}

seamstress_runtime::object! {
    Zoo {
        "star" => star: required,
        "shown" => shown: optional,
        "guest" => guest: optional,
        "tickets" => tickets: required,
    }
}

seamstress_runtime::union! {
    ZooShown {
        object("type", "name", "born", "age", "level", "names", "owner", "clone", "home_id", "lives", "size") => Cat,
        object("type", "tricks") => Dog,
    }
    all {
        r#type: &str,
        name: &str,
        /// When it was born.
        born: &DateTime,
        age: u64,
        level: Level,
        /// Further names. See \[the list\](#names) of `all`.
        names: &[String],
        owner: &Person,
        /// Whether it was cloned.
        #[deprecated]
        clone as clone_: bool,
        home_id: &HomeId,
    }
}

seamstress_runtime::union! {
    ZooGuest {
        object => Cat,
        string => String,
    }
}
