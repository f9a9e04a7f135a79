
// ==== src/resources/days.rs ====

use seamstress_runtime::{
    Base64, Body, CalendarDate, Call, Client, IsoDuration, Method, Operation, TimeOfDay,
};
use seamstress_runtime::json::Nullable;
use crate::types::Day;

/// The operations of `days`.
#[derive(Clone, Debug)]
pub struct Days {
    client: Client,
}

impl Days {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /days/{day}`
    pub fn get(&self, day: impl Into<CalendarDate>) -> DaysGet {
        let call = Call::new(&self.client, &GET).path_into::<CalendarDate>("day", day);
        DaysGet { call }
    }

    /// `PUT /days/{day}`
    pub fn update(
        &self,
        day: impl Into<CalendarDate>,
        body_day: impl Into<CalendarDate>,
        image: impl Into<Base64>,
    ) -> DaysUpdate {
        let mut call = Call::new(&self.client, &UPDATE)
            .path_into::<CalendarDate>("day", day);
        call.set_into::<CalendarDate>("day", body_day);
        call.set_into::<Base64>("image", image);
        DaysUpdate { call }
    }
}

/// A request of [`Days::get`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct DaysGet {
    call: Call,
}

impl DaysGet {
    pub fn at(mut self, at: impl Into<TimeOfDay>) -> Self {
        self.call.set_into::<TimeOfDay>("at", at);
        self
    }
}

/// A request of [`Days::update`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct DaysUpdate {
    call: Call,
}

impl DaysUpdate {
    pub fn opens(mut self, opens: impl Into<Nullable<TimeOfDay>>) -> Self {
        self.call.set_into::<Nullable<TimeOfDay>>("opens", opens);
        self
    }

    pub fn lasts(mut self, lasts: impl Into<IsoDuration>) -> Self {
        self.call.set_into::<IsoDuration>("lasts", lasts);
        self
    }

    pub fn holidays(
        mut self,
        holidays: impl IntoIterator<Item = impl Into<CalendarDate>>,
    ) -> Self {
        self.call
            .set(
                "holidays",
                &holidays.into_iter().map(Into::into).collect::<Vec<CalendarDate>>(),
            );
        self
    }

    pub fn site(mut self, site: impl Into<String>) -> Self {
        self.call.set_into::<String>("site", site);
        self
    }

    pub fn address(mut self, address: impl Into<String>) -> Self {
        self.call.set_into::<String>("address", address);
        self
    }

    pub fn owner(mut self, owner: impl Into<String>) -> Self {
        self.call.set_into::<String>("owner", owner);
        self
    }

    pub fn secret(mut self, secret: impl Into<String>) -> Self {
        self.call.set_into::<String>("secret", secret);
        self
    }

    pub fn price(mut self, price: impl Into<String>) -> Self {
        self.call.set_into::<String>("price", price);
        self
    }

    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.call.set_into::<String>("name", name);
        self
    }
}

static GET: Operation = Operation {
    name: "days.get",
    method: Method::Get,
    path: "/days/{day}",
    body: Body::Query,
    security: &[],
    ..Operation::DEFAULT
};

static UPDATE: Operation = Operation {
    name: "days.update",
    method: Method::Put,
    path: "/days/{day}",
    body: Body::Json,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { DaysGet => value Day }
seamstress_runtime::operation! { DaysUpdate => value () }

// ==== src/types/day.rs ====

use seamstress_runtime::{Base64, CalendarDate, IsoDuration, TimeOfDay};
use seamstress_runtime::json::Extra;
use super::*;

/// `Day`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Day {
    pub day: CalendarDate,
    pub opens: Option<TimeOfDay>,
    pub lasts: Option<IsoDuration>,
    pub image: Base64,
    pub holidays: Option<Vec<CalendarDate>>,
    pub site: Option<String>,
    pub address: Option<String>,
    pub owner: Option<String>,
    pub secret: Option<String>,
    pub price: Option<String>,
    pub name: Option<String>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    Day {
        "day" => day: required,
        "opens" => opens: optional,
        "lasts" => lasts: optional,
        "image" => image: required,
        "holidays" => holidays: optional,
        "site" => site: optional,
        "address" => address: optional,
        "owner" => owner: optional,
        "secret" => secret: optional,
        "price" => price: optional,
        "name" => name: optional,
    }
}
