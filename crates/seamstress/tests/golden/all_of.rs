
// ==== src/resources/staff.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use crate::types::Manager;

/// The operations of `staff`.
#[derive(Clone, Debug)]
pub struct Staff {
    client: Client,
}

impl Staff {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /staff`
    pub fn get(&self) -> StaffGet {
        let call = Call::new(&self.client, &GET);
        StaffGet { call }
    }
}

/// A request of [`Staff::get`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct StaffGet {
    call: Call,
}

static GET: Operation = Operation {
    name: "staff.get",
    method: Method::Get,
    path: "/staff",
    body: Body::None,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { StaffGet => value Manager }

// ==== src/types/color.rs ====

use seamstress_runtime::json::{Unknown, UnknownValue};
use super::*;

/// `Color`
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Color {
    /// `red`
    Red,
    /// `green`
    Green,
    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

seamstress_runtime::open_enum! {
    Color {
        "red" => Red,
        "green" => Green,
    }
}

// ==== src/types/employee.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// A person with a job.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Employee {
    pub name: String,
    pub age: i64,
    pub salary: f64,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    Employee {
        "name" => name: required,
        "age" => age: required,
        "salary" => salary: required,
    }
}

// ==== src/types/manager.rs ====

use seamstress_runtime::json::{Extra, Unknown};
use super::*;

/// An employee with others.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Manager {
    pub name: String,
    pub age: i64,
    pub salary: f64,
    pub reports: Vec<Employee>,
    /// More about a reference, which is no object.
    pub color: Option<Color>,
    pub both: Option<Color>,
    /// Itself again.
    pub boss: Option<Box<Manager>>,
    /// One at most.
    pub deputy: Option<Person>,
    /// The `grade`, and what only objects with this one have.
    pub kind: ManagerKind,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

/// The `grade` of [`Manager`].
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ManagerKind {
    /// `senior`
    #[non_exhaustive]
    Senior { car: String },
    /// `junior`
    Junior,
    /// One that this version of the crate does not know.
    Unknown(Unknown),
}

seamstress_runtime::object! {
    Manager {
        "name" => name: required,
        "age" => age: required,
        "salary" => salary: required,
        "reports" => reports: required,
        "color" => color: optional,
        "both" => both: optional,
        "boss" => boss: optional,
        "deputy" => deputy: optional,
        "grade" => kind: kind,
    }
}

seamstress_runtime::kind! {
    ManagerKind {
        "senior" => Senior {
            "car" => car: required,
        },
        "junior" => Junior {},
    }
}

// ==== src/types/named.rs ====

use super::*;

/// Nothing but another name.
pub type Named = Person;

// ==== src/types/person.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// A person.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Person {
    pub name: String,
    pub age: Option<i64>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    Person {
        "name" => name: required,
        "age" => age: optional,
    }
}
