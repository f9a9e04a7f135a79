//! `src/failures.rs`: what comes with failures, where the status decides on its type.
//!
//! Operations that fail alike share an enum. Failures of one type need none: that type is named in
//! the documentation of the method.

use std::collections::BTreeMap;

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::Emitter;
use super::features::{Condition, of_operations};
use super::outcomes::{pattern, variants};
use super::source::type_text;
use crate::api::{Api, Docs, Operation, OperationId, Outcome, Status};
use crate::output::File;

/// Operations that fail with the same types by the same statuses.
pub(super) struct Alike {
    /// Their failures, by status.
    pub(super) failures: Vec<Outcome>,
    /// The operations, by their names.
    pub(super) operations: Vec<OperationId>,
}

/// The operations whose failures are of several types, by how they fail: the most frequent first.
pub(super) fn alike(api: &Api) -> Vec<Alike> {
    let mut known: BTreeMap<Vec<(Status, String)>, Alike> = BTreeMap::new();
    for (at, operation) in api.operations.iter().enumerate() {
        if !has_several(operation) {
            continue;
        }
        let key = operation.failures.iter();
        let key = key.map(|failure| (failure.status, format!("{:?}", failure.ty)));
        let alike = known.entry(key.collect()).or_insert_with(|| Alike {
            failures: operation.failures.clone(),
            operations: Vec::new(),
        });
        for (failure, other) in alike.failures.iter_mut().zip(&operation.failures) {
            // What is said by one operation only is no description of all.
            if failure.docs != other.docs {
                failure.docs = Docs::default();
            }
        }
        alike.operations.push(OperationId(at));
    }
    let mut all: Vec<Alike> = known.into_values().collect();
    for alike in &mut all {
        alike
            .operations
            .sort_by_key(|id| api.operation(*id).full_path());
    }
    all.sort_by_key(|alike| {
        let first = alike.operations.first();
        let first = first.map(|id| api.operation(*id).full_path());
        (std::cmp::Reverse(alike.operations.len()), first)
    });
    all
}

/// Whether the failures of an operation are of different types.
pub(super) fn has_several(operation: &Operation) -> bool {
    let mut types = operation.failures.iter().filter_map(|one| one.ty.as_ref());
    let first = types.next();
    types.any(|other| Some(other) != first)
}

/// `src/failures.rs`; nothing where no operation fails in several ways.
pub(super) fn file(emitter: &Emitter<'_>) -> Option<File> {
    let all = alike(emitter.api);
    let enums = all.iter().map(|alike| emitter.failure_enum(alike));
    let tables = all.iter().map(|alike| emitter.failure_table(alike));
    let (enums, tables): (Vec<TokenStream>, String) = (enums.collect(), tables.collect());
    let tokens = quote! {
        //! What comes with failures, where the status decides on its type: see
        //! [`Error::failure`](crate::Error::failure).

        #![allow(unused_imports, reason = "which types are there depends on the features")]

        use seamstress_runtime::json::Value;
        use crate::types::*;
        #(#enums)*
    };
    (!all.is_empty()).then(|| emitter.source("src/failures.rs", tokens, &tables))
}

/// The line of `src/lib.rs` that leads to the file.
pub(super) fn module(emitter: &Emitter<'_>) -> Option<TokenStream> {
    let has_one = emitter.api.operations.iter().any(has_several);
    has_one.then(|| quote! { pub mod failures; })
}

impl Emitter<'_> {
    /// The enum that the failures of an operation are read as, where they are of several types.
    pub(super) fn failure_type(&self, operation: &Operation) -> Option<&Ident> {
        self.names.failure(operation)
    }

    fn failure_enum(&self, alike: &Alike) -> TokenStream {
        let Some((name, condition, about)) = self.failure_of(alike) else {
            return TokenStream::new();
        };
        let condition = condition.tokens;
        let variants = variants(&alike.failures, status_name);
        let variants = variants.into_iter().map(|(variant, failure)| {
            let (docs, ty) = (self.texts.attributes(&failure.docs), failure.ty.as_ref());
            let ty = ty.map(|ty| self.value_type(ty));
            quote! { #docs #variant(#ty) }
        });
        quote! {
            #about
            #condition
            #[derive(Clone, Debug, PartialEq)]
            #[non_exhaustive]
            #[allow(clippy::large_enum_variant, reason = "there is one at a time")]
            pub enum #name {
                #(#variants,)*
                /// Another status, or a body that is not what its status says: what came.
                Other(Value),
            }
        }
    }

    /// The name, the features, and what is said of an enum.
    fn failure_of(&self, alike: &Alike) -> Option<(&Ident, Condition, TokenStream)> {
        let operations = alike.operations.iter().map(|id| self.api.operation(*id));
        let first = operations.clone().next()?;
        let features = of_operations(operations.clone());
        let request = self.names.request(first);
        let others = match operations.count() - 1 {
            0 => String::new(),
            1 => " and one other request".to_owned(),
            many => format!(" and {many} other requests"),
        };
        let about = self.texts.ours(&format!(
            "What comes with failures of [`{request}`](crate::resources::{request}){others}, by \
             status."
        ));
        let condition = Condition::new(&self.features.condition(&features), &self.texts);
        Some((self.names.failure(first)?, condition, about))
    }

    /// The table by which the enum is read.
    fn failure_table(&self, alike: &Alike) -> String {
        let Some((name, condition, _)) = self.failure_of(alike) else {
            return String::new();
        };
        let rows = variants(&alike.failures, status_name).into_iter();
        let rows = rows.filter_map(|(variant, failure)| {
            let ty = type_text(&self.value_type(failure.ty.as_ref()?));
            let status = pattern(failure.status);
            Some((
                failure.status,
                format!("        {status} => {variant}({ty}),\n"),
            ))
        });
        let mut rows: Vec<(Status, String)> = rows.collect();
        // The first that fits counts, and what is said of one status says more.
        rows.sort_by_key(|(status, _)| *status);
        let rows: String = rows.into_iter().map(|(_, row)| row).collect();
        let condition = condition.text;
        format!(
            "{condition}\nseamstress_runtime::failures! {{\n    {name} {{\n{rows}    }}\n}}\n\n"
        )
    }
}

/// The name of a status of failures (RFC 9110, sections 15.5 and 15.6; RFC 6585).
fn status_name(status: Status) -> String {
    let name = match status {
        Status::Exactly(400) => "BadRequest",
        Status::Exactly(401) => "Unauthorized",
        Status::Exactly(402) => "PaymentRequired",
        Status::Exactly(403) => "Forbidden",
        Status::Exactly(404) => "NotFound",
        Status::Exactly(405) => "MethodNotAllowed",
        Status::Exactly(406) => "NotAcceptable",
        Status::Exactly(407) => "ProxyAuthenticationRequired",
        Status::Exactly(408) => "RequestTimeout",
        Status::Exactly(409) => "Conflict",
        Status::Exactly(410) => "Gone",
        Status::Exactly(411) => "LengthRequired",
        Status::Exactly(412) => "PreconditionFailed",
        Status::Exactly(413) => "ContentTooLarge",
        Status::Exactly(414) => "UriTooLong",
        Status::Exactly(415) => "UnsupportedMediaType",
        Status::Exactly(416) => "RangeNotSatisfiable",
        Status::Exactly(417) => "ExpectationFailed",
        Status::Exactly(421) => "MisdirectedRequest",
        Status::Exactly(422) => "UnprocessableContent",
        Status::Exactly(423) => "Locked",
        Status::Exactly(424) => "FailedDependency",
        Status::Exactly(425) => "TooEarly",
        Status::Exactly(426) => "UpgradeRequired",
        Status::Exactly(428) => "PreconditionRequired",
        Status::Exactly(429) => "TooManyRequests",
        Status::Exactly(431) => "RequestHeaderFieldsTooLarge",
        Status::Exactly(451) => "UnavailableForLegalReasons",
        Status::Exactly(500) => "InternalServerError",
        Status::Exactly(501) => "NotImplemented",
        Status::Exactly(502) => "BadGateway",
        Status::Exactly(503) => "ServiceUnavailable",
        Status::Exactly(504) => "GatewayTimeout",
        Status::Exactly(505) => "HttpVersionNotSupported",
        Status::Exactly(507) => "InsufficientStorage",
        Status::Exactly(508) => "LoopDetected",
        Status::Exactly(511) => "NetworkAuthenticationRequired",
        Status::Class(4) => "ClientError",
        Status::Class(5) => "ServerError",
        Status::Default => "Default",
        Status::Exactly(status) => return format!("Status{status}"),
        Status::Class(class) => return format!("Status{class}xx"),
    };
    name.to_owned()
}
