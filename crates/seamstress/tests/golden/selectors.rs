// warning[ambiguous-union]: the alternatives have nothing that tells them apart
//   --> selectors.yaml:82:15 at #/paths/~1orders/post/requestBody/content/application~1json/schema
//   help: give each a property with a fixed value; until then all their properties are optional in one type

// ==== src/resources/orders.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};

/// The operations of `orders`.
#[derive(Clone, Debug)]
pub struct Orders {
    client: Client,
}

impl Orders {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// One set of members is within another.
    ///
    /// `POST /orders`
    pub fn create(&self, item: impl Into<String>) -> OrdersCreate {
        let mut call = Call::new(&self.client, &CREATE);
        call.set_into::<String>("item", item);
        OrdersCreate { call }
    }
}

/// A request of [`Orders::create`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct OrdersCreate {
    call: Call,
}

impl OrdersCreate {
    pub fn gift(mut self, gift: impl Into<String>) -> Self {
        self.call.set_into::<String>("gift", gift);
        self
    }
}

static CREATE: Operation = Operation {
    name: "orders.create",
    method: Method::Post,
    path: "/orders",
    body: Body::Json,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { OrdersCreate => value () }

// ==== src/resources/payments.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use crate::types::PaymentsPayBody;

/// The operations of `payments`.
#[derive(Clone, Debug)]
pub struct Payments {
    client: Client,
}

impl Payments {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// A tag tells what is sent.
    ///
    /// `POST /payments`
    #[inline]
    pub fn pay(&self, body: PaymentsPayBody) -> PaymentsPay {
        let mut call = Call::new(&self.client, &PAY);
        call.body(&body);
        PaymentsPay { call }
    }
}

/// A request of [`Payments::pay`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct PaymentsPay {
    call: Call,
}

static PAY: Operation = Operation {
    name: "payments.pay",
    method: Method::Post,
    path: "/payments",
    body: Body::JsonValue,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { PaymentsPay => value () }

// ==== src/resources/people.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use crate::types::PersonId;

/// The operations of `people`.
#[derive(Clone, Debug)]
pub struct People {
    client: Client,
}

impl People {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// Of `anyOf` more than one may be given.
    ///
    /// `POST /people/search`
    pub fn search(&self, by: impl Into<PeopleSearchBy>) -> PeopleSearch {
        let mut call = Call::new(&self.client, &SEARCH);
        call.select::<PeopleSearchBy>(by);
        PeopleSearch { call }
    }
}

/// A request of [`People::search`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct PeopleSearch {
    call: Call,
}

impl PeopleSearch {
    pub fn email(mut self, email: impl Into<String>) -> Self {
        self.call.set_into::<String>("email", email);
        self
    }

    pub fn person_id(mut self, person_id: impl Into<PersonId>) -> Self {
        self.call.set_into::<PersonId>("person_id", person_id);
        self
    }

    pub fn exact(mut self, exact: bool) -> Self {
        self.call.set("exact", &exact);
        self
    }
}

/// What a call of [`People::search`] goes by: one of these.
#[derive(Clone, Debug)]
pub struct PeopleSearchBy(seamstress_runtime::Selector);

impl PeopleSearchBy {
    /// By `email`.
    #[must_use]
    pub fn email(email: impl Into<String>) -> Self {
        let mut by = seamstress_runtime::Selector::new();
        by.set_into::<String>("email", email);
        Self(by)
    }

    /// By `person_id`.
    #[must_use]
    pub fn person_id(person_id: impl Into<PersonId>) -> Self {
        let mut by = seamstress_runtime::Selector::new();
        by.set_into::<PersonId>("person_id", person_id);
        Self(by)
    }
}

static SEARCH: Operation = Operation {
    name: "people.search",
    method: Method::Post,
    path: "/people/search",
    body: Body::Form,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { PeopleSearch => value i64 }
seamstress_runtime::selector! { PeopleSearchBy { PersonId => person_id } }

// ==== src/resources/pictures.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use seamstress_runtime::json::Nullable;

/// The operations of `pictures`.
#[derive(Clone, Debug)]
pub struct Pictures {
    client: Client,
}

impl Pictures {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `POST /pictures`
    pub fn add(
        &self,
        title: impl Into<String>,
        by: impl Into<PicturesAddBy>,
    ) -> PicturesAdd {
        let mut call = Call::new(&self.client, &ADD);
        call.set_into::<String>("title", title);
        call.select::<PicturesAddBy>(by);
        PicturesAdd { call }
    }
}

/// A request of [`Pictures::add`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct PicturesAdd {
    call: Call,
}

/// What a call of [`Pictures::add`] goes by: one of these.
#[derive(Clone, Debug)]
pub struct PicturesAddBy(seamstress_runtime::Selector);

impl PicturesAddBy {
    /// By `file`.
    #[must_use]
    pub fn file(file: impl Into<seamstress_runtime::Upload>) -> Self {
        let mut by = seamstress_runtime::Selector::new();
        by.upload("file", file);
        Self(by)
    }

    /// By `url`.
    #[must_use]
    pub fn url(url: impl Into<Nullable<String>>) -> Self {
        let mut by = seamstress_runtime::Selector::new();
        by.set_into::<Nullable<String>>("url", url);
        Self(by)
    }
}

static ADD: Operation = Operation {
    name: "pictures.add",
    method: Method::Post,
    path: "/pictures",
    body: Body::Multipart,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { PicturesAdd => value () }
seamstress_runtime::selector! { PicturesAddBy {} }

// ==== src/resources/spaces.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use crate::types::{Space, SpaceId};

/// The operations of `spaces`.
#[derive(Clone, Debug)]
pub struct Spaces {
    client: Client,
}

impl Spaces {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `POST /spaces/find`
    pub fn find(&self, by: impl Into<SpacesFindBy>) -> SpacesFind {
        let mut call = Call::new(&self.client, &FIND);
        call.select::<SpacesFindBy>(by);
        SpacesFind { call }
    }

    /// What is common is asked for as always, and ids of one kind do not say which choice they are.
    ///
    /// `POST /spaces/{space_id}/move`
    pub fn r#move(
        &self,
        space_id: impl Into<SpaceId>,
        body_by: impl Into<String>,
        by: impl Into<SpacesMoveBy>,
    ) -> SpacesMove {
        let mut call = Call::new(&self.client, &MOVE)
            .path_into::<SpaceId>("space_id", space_id);
        call.set_into::<String>("by", body_by);
        call.select::<SpacesMoveBy>(by);
        SpacesMove { call }
    }
}

/// A request of [`Spaces::find`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct SpacesFind {
    call: Call,
}

/// What a call of [`Spaces::find`] goes by: one of these.
#[derive(Clone, Debug)]
pub struct SpacesFindBy(seamstress_runtime::Selector);

impl SpacesFindBy {
    /// The id of the space.
    #[must_use]
    pub fn space_id(space_id: impl Into<SpaceId>) -> Self {
        let mut by = seamstress_runtime::Selector::new();
        by.set_into::<SpaceId>("space_id", space_id);
        Self(by)
    }

    /// Your own key of the space.
    #[must_use]
    pub fn space_key(space_key: impl Into<String>) -> Self {
        let mut by = seamstress_runtime::Selector::new();
        by.set_into::<String>("space_key", space_key);
        Self(by)
    }

    /// By where it is.
    #[must_use]
    pub fn building_and_floor(building: impl Into<String>, floor: i32) -> Self {
        let mut by = seamstress_runtime::Selector::new();
        by.set_into::<String>("building", building);
        by.set("floor", &floor);
        Self(by)
    }
}

/// A request of [`Spaces::move`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct SpacesMove {
    call: Call,
}

impl SpacesMove {
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.call.set_into::<String>("note", note);
        self
    }
}

/// What a call of [`Spaces::move`] goes by: one of these.
#[derive(Clone, Debug)]
pub struct SpacesMoveBy(seamstress_runtime::Selector);

impl SpacesMoveBy {
    /// By `before`.
    #[must_use]
    #[inline]
    pub fn before(before: SpaceId) -> Self {
        let mut by = seamstress_runtime::Selector::new();
        by.set("before", &before);
        Self(by)
    }

    /// By `after`.
    #[must_use]
    #[inline]
    pub fn after(after: SpaceId) -> Self {
        let mut by = seamstress_runtime::Selector::new();
        by.set("after", &after);
        Self(by)
    }
}

static FIND: Operation = Operation {
    name: "spaces.find",
    method: Method::Post,
    path: "/spaces/find",
    body: Body::Json,
    security: &[],
    ..Operation::DEFAULT
};

static MOVE: Operation = Operation {
    name: "spaces.move",
    method: Method::Post,
    path: "/spaces/{space_id}/move",
    body: Body::Json,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { SpacesFind => value Space }
seamstress_runtime::selector! { SpacesFindBy { SpaceId => space_id } }
seamstress_runtime::operation! { SpacesMove => value () }
seamstress_runtime::selector! { SpacesMoveBy {} }

// ==== src/types/ids.rs ====

seamstress_runtime::id! {
    /// Identifies a person.
    PersonId
}

seamstress_runtime::id! {
    /// Identifies a space.
    SpaceId
}

// ==== src/types/payments_operations.rs ====

use seamstress_runtime::json::{Extra, Unknown};
use super::*;

/// `application/json`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct PaymentsPayBody {
    /// The `kind`, and what only objects with this one have.
    pub kind: PaymentsPayBodyKind,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

/// The `kind` of [`PaymentsPayBody`].
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum PaymentsPayBodyKind {
    /// `card`
    #[non_exhaustive]
    Card { card: String },
    /// `bank`
    #[non_exhaustive]
    Bank { iban: String },
    /// One that this version of the crate does not know.
    Unknown(Unknown),
}

impl PaymentsPayBody {
    /// One of kind `card`.
    #[must_use]
    pub fn card(card: impl Into<String>) -> Self {
        Self {
            kind: PaymentsPayBodyKind::Card {
                card: card.into(),
            },
            ..Self::default()
        }
    }

    /// One of kind `bank`.
    #[must_use]
    pub fn bank(iban: impl Into<String>) -> Self {
        Self {
            kind: PaymentsPayBodyKind::Bank {
                iban: iban.into(),
            },
            ..Self::default()
        }
    }
}

seamstress_runtime::object! {
    PaymentsPayBody {
        "kind" => kind: kind,
    }
}

seamstress_runtime::kind! {
    PaymentsPayBodyKind {
        "card" => Card {
            "card" => card: required,
        },
        "bank" => Bank {
            "iban" => iban: required,
        },
    }
}

// ==== src/types/space.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `Space`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Space {
    pub space_id: SpaceId,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    Space {
        "space_id" => space_id: required,
    }
}

// ==== src/types/space_id.rs ====

use super::*;
