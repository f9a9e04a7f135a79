//! The traits of serde for generated types, so that they can be kept in any
//! format. All of it goes by way of `serde_json::Value`: generated code has no
//! serde code of its own to compile.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

use super::{Json, from_slice, to_value, to_vec};

/// What `Serialize::serialize` of a generated type does.
///
/// # Errors
///
/// Those of the serializer.
#[doc(hidden)]
pub fn serialize<S: Serializer>(value: &dyn Json, serializer: S) -> Result<S::Ok, S::Error> {
    to_value(value).serialize(serializer)
}

/// What `Deserialize::deserialize` of a generated type does. It is as tolerant
/// as reading an answer, and cannot tell what it mended.
///
/// # Errors
///
/// Those of the deserializer, and those of [`from_slice`].
#[doc(hidden)]
pub fn deserialize<'de, D: Deserializer<'de>, T: Json + Default>(
    deserializer: D,
) -> Result<T, D::Error> {
    let value = Value::deserialize(deserializer)?;
    let (value, _) = from_slice(&to_vec(&value)).map_err(D::Error::custom)?;
    Ok(value)
}
