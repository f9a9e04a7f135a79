//! The objects as a person would write them for `serde` to derive the rest: strict, so that what is
//! missing, unknown or of another type is an error, and with every member that the document has.
//!
//! They are what decoding is measured against, so they are given what makes them fast: timestamps
//! are read, words are enumerations without text, what is rare and large is in a box. Of things
//! that come in many shapes, as errors and events, there is one type with all members, since
//! unions that are told apart by a tag would be read twice.

#![allow(missing_docs, reason = "the document says what they are")]

/// Structs: `Name { member: Type, … }`.
macro_rules! objects {
    ($($name:ident { $($field:ident: $type:ty),* $(,)? })*) => {$(
        #[derive(Clone, Debug, serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct $name { $(pub $field: $type),* }
    )*};
}

/// Enumerations: `Name { Variant = "text", … }`.
macro_rules! words {
    ($($name:ident { $($variant:ident = $text:literal),* $(,)? })*) => {$(
        #[derive(Clone, Copy, Debug, serde::Deserialize)]
        pub enum $name { $(#[serde(rename = $text)] $variant),* }
    )*};
}

pub mod access_code;
pub mod device;
pub mod event;
