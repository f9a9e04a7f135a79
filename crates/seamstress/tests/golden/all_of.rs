
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
    pub fn get_staff(&self) -> StaffGetStaff {
        let call = Call::new(&self.client, &GET_STAFF);
        StaffGetStaff { call }
    }
}

/// A request of [`Staff::get_staff`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct StaffGetStaff {
    call: Call,
}

static GET_STAFF: Operation = Operation {
    name: "staff.getStaff",
    method: Method::Get,
    path: "/staff",
    body: Body::None,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { StaffGetStaff => value Manager }

// ==== src/types/employee.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// A person with a job.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Employee {
    pub name: String,
    pub age: Option<i64>,
    pub salary: f64,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    Employee {
        "name" => name: required,
        "age" => age: optional,
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
    pub age: Option<i64>,
    pub salary: f64,
    pub reports: Vec<Employee>,
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
    /// A person.
    ///
    /// `senior`
    #[non_exhaustive]
    Senior { car: String },
    /// A person.
    ///
    /// `junior`
    Junior,
    /// One that this version of the crate does not know.
    Unknown(Unknown),
}

seamstress_runtime::object! {
    Manager {
        "name" => name: required,
        "age" => age: optional,
        "salary" => salary: required,
        "reports" => reports: required,
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
