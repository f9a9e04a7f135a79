
// ==== src/resources/settings.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use crate::types::Settings;

/// The operations of `settings`.
#[derive(Clone, Debug)]
pub struct SettingsResource {
    client: Client,
}

impl SettingsResource {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /settings`
    pub fn get(&self) -> SettingsGet {
        let call = Call::new(&self.client, &GET);
        SettingsGet { call }
    }
}

/// A request of [`SettingsResource::get`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct SettingsGet {
    call: Call,
}

static GET: Operation = Operation {
    name: "settings.get",
    method: Method::Get,
    path: "/settings",
    body: Body::None,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { SettingsGet => value Settings }

// ==== src/types/settings.rs ====

use seamstress_runtime::json::{Extra, Unknown, UnknownNumber, UnknownValue};
use super::*;

/// `Settings`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Settings {
    /// Whether it is on.
    pub status: SettingsStatus,
    pub kind: SettingsKind,
    pub operator: SettingsOperator,
    pub only: SettingsOnly,
    pub listed: Option<Vec<SettingsListed>>,
    pub nullable: Option<SettingsNullable>,
    pub numbers: Option<SettingsNumbers>,
    pub flag: Option<bool>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

/// Whether it is on.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum SettingsStatus {
    /// `on`
    On,
    /// `off`
    Off,
    /// `unknown`
    ReportedUnknown,
    /// ``
    Empty,
    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

/// `kind`
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum SettingsKind {
    /// `string`
    String,
    /// `string[]`
    StringList,
    /// `String`
    UpperString,
    /// `STRING`
    OtherString,
    /// `1hour`
    OneHour,
    /// `24h`
    TwoFourH,
    /// `a b`
    AB,
    /// `a_b`
    AUnderscoreB,
    /// `a-b`
    AMinusB,
    /// `self`
    LowerSelf,
    /// `type`
    Type,
    /// `"`
    U22,
    /// `\`
    U5c,
    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

/// `operator`
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum SettingsOperator {
    /// `=`
    Equal,
    /// `!=`
    NotEqual,
    /// `<`
    Less,
    /// `>=`
    GreaterEqual,
    /// `*`
    Any,
    /// `é`
    Ue9,
    /// `日本`
    U65e5U672c,
    /// `😀`
    U1f600,
    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

/// `listed`
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum SettingsListed {
    /// `x`
    X,
    /// `y`
    Y,
    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

/// `nullable`
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum SettingsNullable {
    /// `x`
    X,
    /// `z`
    Z,
    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

/// `numbers`
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum SettingsNumbers {
    /// `1`
    One,
    /// `2`
    Two,
    /// `3`
    Three,
    /// A number that this version of the crate does not know.
    Unknown(UnknownNumber<i64>),
}

/// `only`
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum SettingsOnly {
    /// `single`
    Single,
    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

seamstress_runtime::object! {
    Settings {
        "status" => status: required,
        "kind" => kind: required,
        "operator" => operator: required,
        "only" => only: required,
        "listed" => listed: optional,
        "nullable" => nullable: optional,
        "numbers" => numbers: optional,
        "flag" => flag: optional,
    }
}

seamstress_runtime::open_enum! {
    SettingsStatus {
        "on" => On,
        "off" => Off,
        "unknown" => ReportedUnknown,
        "" => Empty,
    }
}

seamstress_runtime::open_enum! {
    SettingsKind {
        "string" => String,
        "string[]" => StringList,
        "String" => UpperString,
        "STRING" => OtherString,
        "1hour" => OneHour,
        "24h" => TwoFourH,
        "a b" => AB,
        "a_b" => AUnderscoreB,
        "a-b" => AMinusB,
        "self" => LowerSelf,
        "type" => Type,
        "\"" => U22,
        "\\" => U5c,
    }
}

seamstress_runtime::open_enum! {
    SettingsOperator {
        "=" => Equal,
        "!=" => NotEqual,
        "<" => Less,
        ">=" => GreaterEqual,
        "*" => Any,
        "é" => Ue9,
        "日本" => U65e5U672c,
        "😀" => U1f600,
    }
}

seamstress_runtime::open_enum! {
    SettingsListed {
        "x" => X,
        "y" => Y,
    }
}

seamstress_runtime::open_enum! {
    SettingsNullable {
        "x" => X,
        "z" => Z,
    }
}

seamstress_runtime::open_number! {
    SettingsNumbers(i64) {
        1 => One,
        2 => Two,
        3 => Three,
    }
}

seamstress_runtime::open_enum! {
    SettingsOnly {
        "single" => Single,
    }
}
