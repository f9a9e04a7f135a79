//! `src/operations.rs`: operations that belong to no resource, as methods of the client itself.

use std::collections::HashSet;

use quote::quote;

use super::features::OWN;
use super::resources::imports;
use super::{Emitter, restricted};
use crate::api::Operation;
use crate::output::File;

/// The file, where there are such operations.
pub(super) fn file(emitter: &Emitter<'_>) -> Option<File> {
    let own = emitter.api.own_operations();
    let own: Vec<&Operation> = own
        .into_iter()
        .map(|id| emitter.api.operation(id))
        .collect();
    if own.is_empty() {
        return None;
    }
    let (client, _) = emitter.client_names();
    let methods = own.iter().map(|operation| emitter.method(operation));
    // A restricted client has a builder and connections of its own, and so methods of its own.
    let others = emitter.api.restricted.iter().map(|other| {
        let (client, _) = restricted::names(other);
        let offered = own
            .iter()
            .filter(|operation| restricted::offers(other, operation));
        let methods: Vec<_> = offered.map(|operation| emitter.method(operation)).collect();
        (!methods.is_empty()).then(|| quote! { impl crate::#client { #(#methods)* } })
    });
    let requests = own.iter().map(|operation| emitter.request(operation));
    let body = quote! {
        impl #client { #(#methods)* }
        #(#others)*
        #(#requests)*
    };
    let statics = own
        .iter()
        .map(|operation| emitter.operation_static(operation, &emitter.static_name(operation)));
    let rows = own
        .iter()
        .map(|operation| emitter.operation_table(operation));
    let tables: String = statics.chain(rows).collect();
    let head = |used: &HashSet<&str>| {
        let imports = imports(emitter, &own, used);
        quote! {
            //! Operations that belong to no resource.

            use crate::#client;
            #imports
        }
    };
    Some(emitter.source_with_head("src/operations.rs", head, body, &tables))
}

/// The lines of `src/resources.rs` and `src/lib.rs` that lead to the file.
pub(super) fn modules(
    emitter: &Emitter<'_>,
) -> (proc_macro2::TokenStream, proc_macro2::TokenStream) {
    if emitter.api.own_operations().is_empty() {
        return Default::default();
    }
    let condition = quote! { #[cfg(feature = #OWN)] };
    (
        quote! { #condition pub use crate::operations::*; },
        quote! { #condition mod operations; },
    )
}
