//! `src/testing.rs`: what tests of programs need, and how the answer of every operation is read.

use proc_macro2::Ident;
use quote::quote;

use super::features::feature_of;
use super::operations::method_value;
use super::source::{literal, type_text};
use super::{Emitter, ident, source};
use crate::api::{Operation, Returns};
use crate::output::File;

/// `src/testing.rs`.
pub(super) fn file(emitter: &Emitter<'_>) -> File {
    let operations = emitter.api.operations.iter();
    let rows: String = operations
        .flat_map(|operation| emitter.answers(operation))
        .collect();
    let used = source::type_names(&rows);
    let has = |name: &&str| used.contains(*name);
    let map = used
        .contains("BTreeMap")
        .then(|| quote! { use std::collections::BTreeMap; });
    let runtime: Vec<Ident> = [
        "Base64",
        "CalendarDate",
        "DateTime",
        "IsoDuration",
        "Method",
        "Paging",
        "TimeOfDay",
    ]
    .into_iter()
    .filter(has)
    .map(ident::ident)
    .collect();
    let runtime =
        (!runtime.is_empty()).then(|| quote! { use seamstress_runtime::{#(#runtime),*}; });
    let json: Vec<Ident> = ["Nullable", "Value"]
        .into_iter()
        .filter(has)
        .map(ident::ident)
        .collect();
    let json = (!json.is_empty()).then(|| quote! { use seamstress_runtime::json::{#(#json),*}; });
    let table = emitter.texts.lines(format!(
        "/// How the answer of every operation is read, without calling it: for tests with answers\n\
         /// that were recorded or made up.\n\
         pub static ANSWERS: &[testing::Answer] = &[\n{rows}];"
    ));
    // In a module of its own, as types of the API may be called as what tests need.
    let tokens = quote! {
        //! For tests: a transport that plays answers, a clock that nobody waits for, and how the
        //! answer of every operation is read.

        #![allow(unused_imports, reason = "what is needed depends on the features")]

        pub use seamstress_runtime::testing::*;
        pub use answers::ANSWERS;

        mod answers {
            #map
            use seamstress_runtime::testing;
            #runtime
            #json
            use crate::types::*;
            #table
        }
    };
    emitter.source("src/testing.rs", tokens, "")
}

impl Emitter<'_> {
    /// How the answer of an operation is read, a line each: its value, and the action beside it.
    fn answers(&self, operation: &Operation) -> Vec<String> {
        let feature = literal(&feature_of(operation));
        let condition = format!("    #[cfg(feature = {feature})]\n");
        let place = format!(
            "{}, {}",
            method_value(operation.method),
            literal(&operation.path)
        );
        let member = |key: &Option<String>| match key {
            Some(key) => format!("Some({})", literal(key)),
            None => "None".to_owned(),
        };
        let value = match &operation.returns {
            Returns::Value { key, ty } => {
                let (ty, key) = (type_text(&self.value_type(ty)), member(key));
                format!("value::<{ty}>({place}, {key})")
            }
            Returns::Page { key, item, paging } => {
                let (item, key) = (type_text(&self.value_type(item)), member(key));
                let paging = self.paging(paging.as_ref());
                format!("page::<{item}>({place}, {key}, {paging})")
            }
            _ => format!("value::<()>({place}, None)"),
        };
        let beside = self.awaited(operation).and_then(|(key, action)| {
            let key = key.filter(|key| operation.returns.key() != Some(*key))?;
            let (key, action) = (literal(key), self.names.of(action));
            Some(format!("beside::<{action}>({place}, {key})"))
        });
        let rows = std::iter::once(value).chain(beside);
        rows.map(|row| format!("{condition}    testing::Answer::{row},\n"))
            .collect()
    }
}
