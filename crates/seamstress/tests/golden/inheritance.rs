
// ==== src/resources/drawings.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use crate::types::Drawing;

/// The operations of `drawings`.
#[derive(Clone, Debug)]
pub struct Drawings {
    client: Client,
}

impl Drawings {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /drawings/{id}`
    pub fn get(&self, id: impl Into<String>) -> DrawingsGet {
        let call = Call::new(&self.client, &GET).path_into::<String>("id", id);
        DrawingsGet { call }
    }
}

/// A request of [`Drawings::get`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct DrawingsGet {
    call: Call,
}

static GET: Operation = Operation {
    name: "drawings.get",
    method: Method::Get,
    path: "/drawings/{id}",
    body: Body::None,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { DrawingsGet => value Drawing }

// ==== src/resources/pets.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation, Paging};
use crate::types::Pet;

/// The operations of `pets`.
#[derive(Clone, Debug)]
pub struct Pets {
    client: Client,
}

impl Pets {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /pets`
    pub fn list(&self) -> PetsList {
        let call = Call::new(&self.client, &LIST);
        PetsList { call }
    }

    /// `POST /pets`
    #[inline]
    pub fn create(&self, body: Pet) -> PetsCreate {
        let mut call = Call::new(&self.client, &CREATE);
        call.body(&body);
        PetsCreate { call }
    }
}

/// A request of [`Pets::list`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct PetsList {
    call: Call,
}

/// A request of [`Pets::create`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct PetsCreate {
    call: Call,
}

static LIST: Operation = Operation {
    name: "pets.list",
    method: Method::Get,
    path: "/pets",
    body: Body::None,
    security: &[],
    ..Operation::DEFAULT
};

static CREATE: Operation = Operation {
    name: "pets.create",
    method: Method::Post,
    path: "/pets",
    body: Body::JsonValue,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { PetsList => page Pet, Paging::NONE }
seamstress_runtime::operation! { PetsCreate => value Pet }

// ==== src/types/audited.rs ====

use seamstress_runtime::DateTime;
use seamstress_runtime::json::Extra;
use super::*;

/// `Audited`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Audited {
    pub audit_type: Option<String>,
    pub at: Option<DateTime>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    Audited {
        "auditType" => audit_type: optional,
        "at" => at: optional,
    }
}

// ==== src/types/cat.rs ====

use seamstress_runtime::json::{Extra, Unknown, UnknownValue};
use super::*;

/// `Cat`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Cat {
    pub pet_type: String,
    /// What it listens to.
    pub name: String,
    pub friends: Option<Vec<Pet>>,
    pub hunting_skill: Option<CatHuntingSkill>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

impl Cat {
    /// A value with what must be there.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            pet_type: "Cat".to_owned(),
            name: name.into(),
            ..Self::default()
        }
    }

    #[must_use]
    pub fn friends(mut self, friends: impl IntoIterator<Item = Pet>) -> Self {
        self.friends = Some(friends.into_iter().collect::<Vec<Pet>>());
        self
    }

    #[must_use]
    pub fn hunting_skill(mut self, hunting_skill: CatHuntingSkill) -> Self {
        self.hunting_skill = Some(hunting_skill);
        self
    }
}

/// `huntingSkill`
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum CatHuntingSkill {
    /// `lazy`
    Lazy,
    /// `aggressive`
    Aggressive,
    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

seamstress_runtime::object! {
    Cat {
        "petType" => pet_type: required,
        "name" => name: required,
        "friends" => friends: optional,
        "huntingSkill" => hunting_skill: optional,
    }
}

seamstress_runtime::open_enum! {
    CatHuntingSkill {
        "lazy" => Lazy,
        "aggressive" => Aggressive,
    }
}

// ==== src/types/dog.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `Dog`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Dog {
    pub pack_size: u64,
    pub pet_type: String,
    /// What it listens to.
    pub name: String,
    pub friends: Option<Vec<Pet>>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

impl Dog {
    /// A value with what must be there.
    #[must_use]
    pub fn new(pack_size: u64, name: impl Into<String>) -> Self {
        Self {
            pet_type: "dog".to_owned(),
            pack_size,
            name: name.into(),
            ..Self::default()
        }
    }

    #[must_use]
    pub fn friends(mut self, friends: impl IntoIterator<Item = Pet>) -> Self {
        self.friends = Some(friends.into_iter().collect::<Vec<Pet>>());
        self
    }
}

seamstress_runtime::object! {
    Dog {
        "packSize" => pack_size: required,
        "petType" => pet_type: required,
        "name" => name: required,
        "friends" => friends: optional,
    }
}

// ==== src/types/drawing.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `Drawing`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Drawing {
    pub shape: Shape,
    /// More words are no more members.
    pub outer: RoundShape,
    pub element: Element,
    pub labelled: Option<DrawingLabelled>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

/// `labelled`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct DrawingLabelled {
    pub kind: ShapeKind,
    pub filled: Option<bool>,
    pub label: Option<String>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    Drawing {
        "shape" => shape: required,
        "outer" => outer: required,
        "element" => element: required,
        "labelled" => labelled: optional,
    }
}

seamstress_runtime::object! {
    DrawingLabelled {
        "kind" => kind: required,
        "filled" => filled: optional,
        "label" => label: optional,
    }
}

// ==== src/types/element.rs ====

use seamstress_runtime::json::Unknown;
use super::*;

/// `Element`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Element {
    /// `#Drawings.Text`
    TextElement(TextElement),
    /// `#Drawings.Image`
    ImageElement(ImageElement),
    /// One that this version of the crate does not know.
    Unknown(Unknown),
}

seamstress_runtime::tagged! {
    Element "@odata.type" {
        "#Drawings.Text" => TextElement,
        "#Drawings.Image" => ImageElement,
    }
    all {
        odata_type: &str,
    }
}

// ==== src/types/guide_dog.rs ====

use seamstress_runtime::json::{Extra, Nullable};
use super::*;

/// `GuideDog`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct GuideDog {
    pub owner: Option<Box<MaybePet>>,
    pub pack_size: u64,
    pub pet_type: String,
    /// What it listens to.
    pub name: String,
    pub friends: Option<Vec<Pet>>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

impl GuideDog {
    /// A value with what must be there.
    #[must_use]
    pub fn new(pack_size: u64, name: impl Into<String>) -> Self {
        Self {
            pet_type: "GuideDog".to_owned(),
            pack_size,
            name: name.into(),
            ..Self::default()
        }
    }

    #[must_use]
    pub fn owner(mut self, owner: impl Into<Nullable<MaybePet>>) -> Self {
        self.owner = self.extra.set_nullable("owner", owner.into()).map(Box::new);
        self
    }

    #[must_use]
    pub fn friends(mut self, friends: impl IntoIterator<Item = Pet>) -> Self {
        self.friends = Some(friends.into_iter().collect::<Vec<Pet>>());
        self
    }
}

seamstress_runtime::object! {
    GuideDog {
        "owner" => owner: optional,
        "packSize" => pack_size: required,
        "petType" => pet_type: required,
        "name" => name: required,
        "friends" => friends: optional,
    }
}

// ==== src/types/image_element.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `ImageElement`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ImageElement {
    pub url: Option<String>,
    pub odata_type: String,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    ImageElement {
        "url" => url: optional,
        "@odata.type" => odata_type: required,
    }
}

// ==== src/types/lizard.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `Lizard`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Lizard {
    pub pet_type: String,
    /// What it listens to.
    pub name: String,
    pub friends: Option<Vec<Pet>>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

impl Lizard {
    /// A value with what must be there.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            pet_type: "gecko".to_owned(),
            name: name.into(),
            ..Self::default()
        }
    }

    #[must_use]
    pub fn friends(mut self, friends: impl IntoIterator<Item = Pet>) -> Self {
        self.friends = Some(friends.into_iter().collect::<Vec<Pet>>());
        self
    }
}

seamstress_runtime::object! {
    Lizard {
        "petType" => pet_type: required,
        "name" => name: required,
        "friends" => friends: optional,
    }
}

// ==== src/types/log.rs ====

use seamstress_runtime::DateTime;
use seamstress_runtime::json::Extra;
use super::*;

/// `Log`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Log {
    pub audit_type: Option<String>,
    pub at: Option<DateTime>,
    pub line: Option<String>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    Log {
        "auditType" => audit_type: optional,
        "at" => at: optional,
        "line" => line: optional,
    }
}

// ==== src/types/maybe_pet.rs ====

use super::*;

/// `MaybePet`
pub type MaybePet = Pet;

// ==== src/types/pet.rs ====

use seamstress_runtime::json::Unknown;
use super::*;

/// Any pet.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Pet {
    /// `Cat`
    Cat(Cat),
    /// `dog`
    Dog(Dog),
    /// `gecko`
    Gecko(Lizard),
    /// `GuideDog`
    GuideDog(Box<GuideDog>),
    /// One that this version of the crate does not know.
    Unknown(Unknown),
}

seamstress_runtime::tagged! {
    Pet "petType" {
        "Cat" => Cat,
        "dog" => Dog,
        "gecko" => Gecko,
        "GuideDog" => GuideDog,
    }
    all {
        pet_type: &str,
        /// What it listens to.
        name: &str,
        friends: &[Pet],
    }
}

// ==== src/types/ring.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `Ring`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Ring {
    pub kind: ShapeKind,
    pub filled: Option<bool>,
    pub radius: Option<f64>,
    pub hole: Option<f64>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    Ring {
        "kind" => kind: required,
        "filled" => filled: optional,
        "radius" => radius: optional,
        "hole" => hole: optional,
    }
}

// ==== src/types/round_shape.rs ====

use seamstress_runtime::json::{Extra, Unknown};
use super::*;

/// `RoundShape`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum RoundShape {
    /// `round_shape`
    RoundShape(RoundShapeBase),
    /// `ring`
    Ring(Ring),
    /// One that this version of the crate does not know.
    Unknown(Unknown),
}

/// `RoundShape` itself, and none of its kinds.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct RoundShapeBase {
    pub kind: ShapeKind,
    pub filled: Option<bool>,
    pub radius: Option<f64>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::tagged! {
    RoundShape "kind" {
        "round_shape" => RoundShape,
        "ring" => Ring,
    }
    all {
        kind: &ShapeKind,
        filled: bool,
        radius: f64,
    }
}

seamstress_runtime::object! {
    RoundShapeBase {
        "kind" => kind: required,
        "filled" => filled: optional,
        "radius" => radius: optional,
    }
}

// ==== src/types/shape.rs ====

use seamstress_runtime::json::Unknown;
use super::*;

/// `Shape`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Shape {
    /// `round_shape`
    RoundShape(RoundShapeBase),
    /// `square`
    Square(Square),
    /// `ring`
    Ring(Ring),
    /// One that this version of the crate does not know.
    Unknown(Unknown),
}

seamstress_runtime::tagged! {
    Shape "kind" {
        "round_shape" => RoundShape,
        "square" => Square,
        "ring" => Ring,
    }
    all {
        kind: &ShapeKind,
        filled: bool,
    }
}

// ==== src/types/shape_kind.rs ====

use seamstress_runtime::json::{Unknown, UnknownValue};
use super::*;

/// `ShapeKind`
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum ShapeKind {
    /// `round_shape`
    RoundShape,
    /// `ring`
    Ring,
    /// `square`
    Square,
    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

seamstress_runtime::open_enum! {
    ShapeKind {
        "round_shape" => RoundShape,
        "ring" => Ring,
        "square" => Square,
    }
}

// ==== src/types/square.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `Square`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Square {
    pub kind: ShapeKind,
    pub filled: Option<bool>,
    pub side: Option<f64>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    Square {
        "kind" => kind: required,
        "filled" => filled: optional,
        "side" => side: optional,
    }
}

// ==== src/types/text_element.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `TextElement`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct TextElement {
    pub text: Option<String>,
    pub odata_type: String,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    TextElement {
        "text" => text: optional,
        "@odata.type" => odata_type: required,
    }
}
