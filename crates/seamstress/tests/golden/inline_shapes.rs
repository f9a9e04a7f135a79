
// ==== src/resources/houses.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use crate::types::House;

/// The operations of `houses`.
#[derive(Clone, Debug)]
pub struct Houses {
    client: Client,
}

impl Houses {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /houses`
    pub fn list(&self) -> HousesList {
        let call = Call::new(&self.client, &LIST);
        HousesList { call }
    }
}

/// A request of [`Houses::list`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct HousesList {
    call: Call,
}

static LIST: Operation = Operation {
    name: "houses.list",
    method: Method::Get,
    path: "/houses",
    body: Body::None,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { HousesList => value House }

// ==== src/types/house.rs ====

use std::collections::BTreeMap;
use seamstress_runtime::json::Extra;
use super::*;

/// `House`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct House {
    pub address: HouseAddress,
    pub doors: Vec<HouseDoor>,
    pub garage: HouseGarage,
    pub roof: Option<HouseRoofDetails>,
    pub by_floor: Option<BTreeMap<String, HouseByFloorValue>>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

/// `geo`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct HouseAddressGeo {
    pub latitude: Option<f64>,
    pub longitude: Option<f64>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

/// `address`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct HouseAddress {
    /// Of the house.
    pub street: Option<String>,
    pub geo: Option<HouseAddressGeo>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

/// `hinges`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct HouseDoorHinge {
    pub material: Option<String>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

/// `doors`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct HouseDoor {
    pub width: Option<f64>,
    pub hinges: Option<Vec<HouseDoorHinge>>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

/// `garage`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct HouseGarage {
    pub address: Option<HouseAddress>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

/// `roof`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct HouseRoofDetails {
    pub slope: Option<f64>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

/// `by_floor`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct HouseByFloorValue {
    pub rooms: Option<i64>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    House {
        "address" => address: required,
        "doors" => doors: required,
        "garage" => garage: required,
        "roof" => roof: optional,
        "by_floor" => by_floor: optional,
    }
}

seamstress_runtime::object! {
    HouseAddressGeo {
        "latitude" => latitude: optional,
        "longitude" => longitude: optional,
    }
}

seamstress_runtime::object! {
    HouseAddress {
        "street" => street: optional,
        "geo" => geo: optional,
    }
}

seamstress_runtime::object! {
    HouseDoorHinge {
        "material" => material: optional,
    }
}

seamstress_runtime::object! {
    HouseDoor {
        "width" => width: optional,
        "hinges" => hinges: optional,
    }
}

seamstress_runtime::object! {
    HouseGarage {
        "address" => address: optional,
    }
}

seamstress_runtime::object! {
    HouseRoofDetails {
        "slope" => slope: optional,
    }
}

seamstress_runtime::object! {
    HouseByFloorValue {
        "rooms" => rooms: optional,
    }
}

// ==== src/types/house_roof.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// A component that has the name which the inline roof would have.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct HouseRoof {
    pub tiles: Option<i64>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    HouseRoof {
        "tiles" => tiles: optional,
    }
}
