//! How lists come in pages: a static per way that the API has.

use std::collections::BTreeMap;

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::{Emitter, ident};
use crate::api::{Api, NextPage, Paging, Returns};

/// The name of the static of each way to give lists in pages.
#[derive(Debug, Default)]
pub(super) struct PagingNames(BTreeMap<Paging, String>);

impl PagingNames {
    /// One way is `PAGING`; several are called after the parameter that asks for a page, or
    /// after where the next page is.
    pub(super) fn new(api: &Api) -> Self {
        let mut ways: BTreeMap<Paging, String> = BTreeMap::new();
        for operation in &api.operations {
            if let Returns::Page {
                paging: Some(paging),
                ..
            } = &operation.returns
            {
                ways.entry(paging.clone()).or_default();
            }
        }
        let is_one = ways.len() == 1;
        let mut taken: BTreeMap<String, usize> = BTreeMap::new();
        for (paging, name) in &mut ways {
            let place = paging.parameter.as_deref().unwrap_or(paging.next.name());
            let place = ident::snake(place).to_string();
            let place = place.trim_start_matches("r#").to_uppercase();
            let wanted = match is_one {
                true => "PAGING".to_owned(),
                false => format!("PAGING_{place}"),
            };
            // Ways with one parameter have no words that tell them apart, and nobody else sees them.
            let count = taken.entry(wanted.clone()).or_default();
            *count += 1;
            *name = match *count {
                1 => wanted,
                number => format!("{wanted}_{number}"),
            };
        }
        Self(ways)
    }
}

impl Emitter<'_> {
    /// What says how a list comes in pages.
    pub(super) fn paging(&self, paging: Option<&Paging>) -> String {
        let name = paging.and_then(|paging| self.paging.0.get(paging));
        name.map_or("Paging::NONE".to_owned(), |name| {
            format!("&crate::settings::{name}")
        })
    }

    /// The statics.
    pub(super) fn paging_statics(&self) -> TokenStream {
        let statics = self.paging.0.iter().map(|(paging, name)| {
            let name: Ident = ident::ident(name);
            let parameter = paging.parameter.as_deref().unwrap_or_default();
            let next = match &paging.next {
                NextPage::Cursor(way) => quote! { NextPage::Cursor(&[#(#way),*]) },
                NextPage::LastItem(way) => quote! { NextPage::LastItem(&[#(#way),*]) },
                NextPage::Offset => quote! { NextPage::Offset },
                NextPage::Number(first) => {
                    let first = proc_macro2::Literal::u64_unsuffixed(*first);
                    quote! { NextPage::Number(#first) }
                }
                NextPage::Address(way) => quote! { NextPage::Address(&[#(#way),*]) },
                NextPage::Link => quote! { NextPage::Link },
            };
            let way = |field: &str, way: &[String]| {
                let field = ident::ident(field);
                (!way.is_empty()).then(|| quote! { #field: &[#(#way),*], })
            };
            let (has_next, total) = (
                way("has_next", &paging.has_next),
                way("total", &paging.total),
            );
            let may_lack = paging
                .may_lack_items
                .then(|| quote! { may_lack_items: true, });
            let is_whole = has_next.is_some() && total.is_some() && may_lack.is_some();
            let rest = (!is_whole).then(|| quote! { ..Paging::ONE_PAGE });
            quote! {
                /// How lists come in pages.
                #[allow(dead_code, reason = "some features have no lists")]
                pub(crate) static #name: Paging = Paging {
                    parameter: #parameter,
                    next: #next,
                    #has_next
                    #total
                    #may_lack
                    #rest
                };
            }
        });
        quote! { #(#statics)* }
    }
}
