//! The macros that turn the tables of generated code into implementations.
//!
//! They expand to as little as possible: a call into this crate with the fields
//! as a list. A generated crate has hundreds of types, and each line here is
//! type checked once per type.
//!
//! All of it is `#[inline]`, as derived code is: what is not would be compiled with the generated
//! crate, all of it, for a program that uses a few types of hundreds.

mod accessors;
mod kind;
mod object;
mod open_enum;
mod open_number;
mod union;

/// The serde traits of a type, by way of its JSON.
#[doc(hidden)]
#[macro_export]
macro_rules! __serde {
    ($name:ident) => {
        impl $crate::__private::Serialize for $name {
            #[inline]
            fn serialize<S: $crate::__private::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::json::serialize(self, serializer)
            }
        }

        impl<'de> $crate::__private::Deserialize<'de> for $name {
            #[inline]
            fn deserialize<D: $crate::__private::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::json::deserialize(deserializer)
            }
        }
    };
}

#[cfg(test)]
mod tests {
    /// Functions of the macros that are not `#[inline]` would be compiled for every type, whether a
    /// program uses it or not; nothing but the time to compile would show it.
    #[test]
    fn every_function_that_a_macro_writes_is_inline() {
        let sources = [
            include_str!("accessors.rs"),
            include_str!("kind.rs"),
            include_str!("object.rs"),
            include_str!("open_enum.rs"),
            include_str!("open_number.rs"),
            include_str!("union.rs"),
            include_str!("mod.rs"),
            include_str!("../../macros.rs"),
            include_str!("../../id.rs"),
        ];
        let mut functions = 0;
        for source in sources {
            let macros = source.split("macro_rules!").skip(1);
            let bodies = macros.filter_map(|rest| rest.split("\n}\n").next());
            for body in bodies {
                let mut before = "";
                for line in body.lines().map(str::trim) {
                    if line.starts_with("fn ") || line.starts_with("pub fn ") {
                        assert_eq!(before, "#[inline]", "{line}");
                        functions += 1;
                    }
                    before = line;
                }
            }
        }
        assert!(functions > 50, "only {functions} functions were found");
    }
}
