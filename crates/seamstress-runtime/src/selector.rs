//! What a call goes by where it has to be given one of several things.

use std::fmt;

use serde_json::Value;

use crate::call::sendable;
use crate::json::Json;
use crate::{Call, Upload};

/// The parameters of the body that a choice consists of: what is inside of the selectors of
/// generated clients, `SpacesGetBy::space_key("lobby")`.
///
/// What is wrong with an argument is kept, and comes out as the error of sending.
#[derive(Clone, Default)]
pub struct Selector {
    members: Vec<(&'static str, Value)>,
    uploads: Vec<(&'static str, Vec<Upload>)>,
    fault: Option<String>,
}

impl Selector {
    /// A choice of nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// As [`Call::set`].
    pub fn set(&mut self, name: &'static str, value: &dyn Json) {
        let value = sendable(name, value, &mut self.fault);
        self.members.push((name, value));
    }

    /// As [`Call::set_into`].
    pub fn set_into<T: Json>(&mut self, name: &'static str, value: impl Into<T>) {
        self.set(name, &value.into());
    }

    /// As [`Call::upload`].
    pub fn upload(&mut self, name: &'static str, upload: impl Into<Upload>) {
        self.uploads(name, [upload]);
    }

    /// As [`Call::uploads`].
    pub fn uploads(
        &mut self,
        name: &'static str,
        uploads: impl IntoIterator<Item = impl Into<Upload>>,
    ) {
        let uploads = uploads.into_iter().map(Into::into).collect();
        self.uploads.push((name, uploads));
    }
}

impl Call {
    /// The choice that the call goes by, out of any form that its type is made from.
    pub fn select<S: Into<Selector>>(&mut self, by: impl Into<S>) {
        let by: S = by.into();
        let Selector {
            members,
            uploads,
            fault,
        } = by.into();
        for (name, value) in members {
            self.set_value(name, value);
        }
        for (name, uploads) in uploads {
            self.uploads(name, uploads);
        }
        if fault.is_some() {
            let known = &mut self.rare_mut().fault;
            *known = known.take().or(fault);
        }
    }
}

/// Names only: values may be secrets.
impl fmt::Debug for Selector {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let members = self.members.iter().map(|(name, _)| name);
        let uploads = self.uploads.iter().map(|(name, _)| name);
        f.debug_set().entries(members.chain(uploads)).finish()
    }
}

/// Makes a struct around a [`Selector`] what a call goes by, and what is in the table stand for the
/// choice that its constructor makes.
///
/// ```
/// use seamstress_runtime::{Selector, id};
///
/// id! {
///     /// The id of a space.
///     SpaceId
/// }
///
/// /// What a call goes by: one of these.
/// #[derive(Clone, Debug)]
/// pub struct SpacesGetBy(Selector);
///
/// impl SpacesGetBy {
///     /// The id of the space.
///     pub fn space_id(space_id: impl Into<SpaceId>) -> Self {
///         let mut by = Selector::new();
///         by.set_into::<SpaceId>("space_id", space_id);
///         Self(by)
///     }
/// }
///
/// seamstress_runtime::selector! { SpacesGetBy { SpaceId => space_id } }
///
/// let by = SpacesGetBy::from(&SpaceId::from("1"));
/// assert_eq!(format!("{by:?}"), r#"SpacesGetBy({"space_id"})"#);
/// ```
#[macro_export]
macro_rules! selector {
    ($name:ident { $($value:ty => $constructor:ident),* }) => {
        impl ::core::convert::From<$name> for $crate::Selector {
            fn from(by: $name) -> Self {
                by.0
            }
        }

        $(
            impl ::core::convert::From<$value> for $name {
                fn from(value: $value) -> Self {
                    Self::$constructor(value)
                }
            }

            impl ::core::convert::From<&$value> for $name {
                fn from(value: &$value) -> Self {
                    Self::$constructor(value)
                }
            }
        )*
    };
}
