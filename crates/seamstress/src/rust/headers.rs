//! `src/headers.rs`: the headers of answers, as constants that say what each is read as.

use std::collections::BTreeMap;

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::{Emitter, ident, source};
use crate::api::{AnswerHeader, Docs, HeaderForm, Operation};
use crate::output::File;

/// A header, and the operation whose answers have it.
type Use<'a> = (&'a Operation, &'a AnswerHeader);

/// `src/headers.rs`; nothing where no header is described.
pub(super) fn file(emitter: &Emitter<'_>) -> Option<File> {
    let mut known: BTreeMap<&Ident, Vec<Use<'_>>> = BTreeMap::new();
    for operation in &emitter.api.operations {
        for header in &operation.headers {
            if let Some(name) = emitter.headers.of(header) {
                known.entry(name).or_default().push((operation, header));
            }
        }
    }
    if known.is_empty() {
        return None;
    }
    let headers = known.values().flatten().map(|(_, header)| header);
    let types = headers.clone().map(|header| emitter.value_type(&header.ty));
    let types = quote! { #(#types)* }.to_string();
    let used = source::type_names(&types);
    // A type of the API may have the name.
    let (header, import) = match used.contains("Header") {
        true => (format_ident!("Described"), quote! { Header as Described }),
        false => (format_ident!("Header"), quote! { Header }),
    };
    let map = used
        .contains("BTreeMap")
        .then(|| quote! { use std::collections::BTreeMap; });
    let formats = [
        "Base64",
        "CalendarDate",
        "DateTime",
        "IsoDuration",
        "TimeOfDay",
    ];
    let formats = formats.into_iter().filter(|name| used.contains(*name));
    let formats: Vec<Ident> = formats.map(ident::ident).collect();
    // Which of them are there depends on the features.
    let has_types = headers
        .clone()
        .any(|header| emitter.named_type(&header.ty).is_some());
    let (allow, types) = match has_types {
        true => (
            quote! { #![allow(unused_imports, reason = "which types are there depends on the features")] },
            quote! { use crate::types::*; },
        ),
        false => Default::default(),
    };
    let constants = known.iter();
    let constants = constants.map(|(name, uses)| emitter.header_constant(name, &header, uses));
    let tokens = quote! {
        //! Headers of answers, and what they are read as: see
        //! [`Response::header`](crate::Response::header), and
        //! [`Error::header`](crate::Error::header) for those of failures.

        #allow

        #map
        use seamstress_runtime::{#(#formats,)* #import};
        #types
        #(#constants)*
    };
    Some(emitter.source("src/headers.rs", tokens, ""))
}

/// The line of `src/lib.rs` that leads to the file.
pub(super) fn module(emitter: &Emitter<'_>) -> Option<TokenStream> {
    (!emitter.headers.is_empty()).then(|| quote! { pub mod headers; })
}

impl Emitter<'_> {
    fn header_constant(&self, name: &Ident, header: &Ident, uses: &[Use<'_>]) -> TokenStream {
        let Some((_, first)) = uses.first() else {
            return TokenStream::new();
        };
        let ty = self.value_type(&first.ty);
        // Of several descriptions, and of several spellings, one: always the same.
        let texts = uses
            .iter()
            .filter_map(|(_, header)| header.docs.text.as_ref());
        let text = texts.min().cloned();
        let written = uses.iter().map(|(_, header)| &header.name).min();
        let own = written.map(|name| format!("The header `{}`.", super::definitions::code(name)));
        let docs = self.texts.attributes(&Docs {
            text: text.or(own),
            // Where one operation still has it, it is not out of use.
            deprecated: None,
        });
        // It is there whenever its type is.
        let gated = first
            .ty
            .named()
            .filter(|_| self.named_type(&first.ty).is_some());
        let condition = gated.map(|id| self.features.condition(self.features.of(id)));
        let form = format_ident!(
            "{}",
            match first.form {
                HeaderForm::Value => "new",
                HeaderForm::List => "list",
                HeaderForm::Members => "members",
                HeaderForm::Pairs => "pairs",
                HeaderForm::Json => "json",
            }
        );
        quote! {
            #docs
            #condition
            pub const #name: #header<#ty> = #header::#form(#written);
        }
    }

    /// The headers of an operation's answers, as links to their constants.
    pub(super) fn header_links(&self, operation: &Operation) -> String {
        let mut headers: Vec<&AnswerHeader> = operation.headers.iter().collect();
        // The order of a map of headers means nothing.
        headers.sort_by(|a, b| a.name.cmp(&b.name));
        let links = headers.into_iter().filter_map(|header| {
            let (name, constant) = (&header.name, self.headers.of(header)?);
            let name = super::definitions::code(name);
            Some(format!("[`{name}`](crate::headers::{constant})"))
        });
        links.collect::<Vec<String>>().join(", ")
    }
}
