//! The example that calls every operation of a server once.

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::super::Emitter;
use super::Called;
use crate::output::File;

impl Emitter<'_> {
    /// `examples/every_operation.rs`.
    pub(super) fn example(
        &self,
        modules: &BTreeMap<String, Vec<Called<'_>>>,
        clients: &BTreeMap<String, TokenStream>,
    ) -> File {
        let names: Vec<_> = clients.keys().map(|name| format_ident!("{name}")).collect();
        let builders = clients.values();
        let types = clients
            .values()
            .map(|builder| builder.clone().into_iter().next());
        let calls = modules.keys().map(|module| format_ident!("call_{module}"));
        let functions = modules.iter().map(|(module, called)| {
            let function = format_ident!("call_{module}");
            let rows = called.iter().map(|called| {
                let (client, call) = (format_ident!("{}", called.client), &called.call);
                let name = called.operation.full_path().join(".");
                quote! { table.row(#name, clients.#client #call .send().await); }
            });
            quote! { async fn #function(clients: &Clients, table: &mut Table) { #(#rows)* } }
        });
        let imports = self.sample_imports();
        let tokens = quote! {
            //! Calls every operation once against a server, and prints what was answered:
            //! `cargo run --example every_operation -- BASE_URL`.
            //!
            //! What is sent is made up. Choose a server that can bear it, such as a mock server.

            #![allow(
                deprecated, unused_imports, clippy::unwrap_used,
                reason = "what is needed depends on the API; an example fails by panicking"
            )]

            #imports
            use serde::de::DeserializeOwned;

            #[tokio::main]
            async fn main() -> Result<(), Error> {
                let Some(url) = std::env::args().nth(1) else {
                    eprintln!("usage: every_operation BASE_URL");
                    std::process::exit(2);
                };
                let clients = Clients::new(&url)?;
                let mut table = Table::default();
                #(#calls(&clients, &mut table).await;)*
                println!("{} of {} operations were answered as the document says", table.good, table.all);
                Ok(())
            }

            /// A client for each credential that some operation needs.
            struct Clients { #(#names: #types),* }

            impl Clients {
                fn new(url: &str) -> Result<Self, Error> {
                    Ok(Self { #(#names: #builders.base_url(url).build()?),* })
                }
            }

            /// What the operations came to.
            #[derive(Default)]
            struct Table { all: usize, good: usize }

            impl Table {
                fn row<T>(&mut self, operation: &str, answer: Result<T, Error>) {
                    self.all += 1;
                    match answer {
                        Ok(_) => {
                            self.good += 1;
                            println!("{operation:<50} ok");
                        }
                        Err(error) => {
                            let error = error.to_string();
                            let place = format!("{operation}: ");
                            println!("{operation:<50} {}", error.strip_prefix(&place).unwrap_or(&error));
                        }
                    }
                }
            }

            /// An argument, out of its JSON.
            #[allow(dead_code, reason = "where all arguments are plain, nobody needs it")]
            fn value<T: DeserializeOwned>(json: &str) -> T {
                serde_json::from_str(json).unwrap()
            }

            #(#functions)*
        };
        self.source("examples/every_operation.rs", tokens, "")
    }
}
