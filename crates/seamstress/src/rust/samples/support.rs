//! What the tests of all operations share: clients, and the comparison of what was sent.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::super::Emitter;
use super::Called;
use super::asserts::Helpers;
use crate::api::{Credential, Placement};
use crate::output::File;

impl Emitter<'_> {
    /// What the tests have in common.
    pub(super) fn support(
        &self,
        modules: &BTreeMap<String, Vec<Called<'_>>>,
        clients: &BTreeMap<String, TokenStream>,
    ) -> File {
        let helpers = Helpers::of(modules.values().flatten());
        let (servers, sent_request, others) =
            (servers(&helpers), sent_request(&helpers), helpers.source());
        let modules = modules.keys().map(|module| {
            let module = format_ident!("{module}");
            quote! { mod #module; }
        });
        let clients = clients.iter().map(|(name, builder)| {
            let (name, client) = (format_ident!("{name}"), builder.clone().into_iter().next());
            quote! {
                fn #name(server: &FakeTransport) -> #client {
                    let builder = #builder.base_url("https://example.com");
                    builder.transport(server.clone()).build().unwrap()
                }
            }
        });
        let imports = self.sample_imports();
        let secret = self.secret_names();
        let tokens = quote! {
            //! A test per operation: what is sent is what the document says, and what comes back
            //! is read.

            #![allow(
                dead_code, deprecated, unused_imports, clippy::unwrap_used,
                reason = "not every file needs everything, and a test fails by panicking"
            )]

            #(#modules)*
            #imports
            use seamstress_runtime::http::Response;
            use seamstress_runtime::testing::FakeTransport;
            use serde::Serialize;
            use serde::de::DeserializeOwned;

            #servers

            #(#clients)*

            /// An argument, out of its JSON.
            fn value<T: DeserializeOwned>(json: &str) -> T {
                serde_json::from_str(json).unwrap()
            }

            /// Asserts what the server was sent: one request.
            #[track_caller]
            fn sent(
                server: &FakeTransport,
                method: &str,
                path: &str,
                query: Option<&[(&str, &str)]>,
                headers: &[(&str, &str)],
                body: Option<&str>,
            ) {
                #sent_request
                assert_eq!(request.method().as_str(), method);
                assert_eq!(decoded(request.path()), decoded(path));
                if let Some(query) = query {
                    let mut found = request.query();
                    found.retain(|(name, _)| !CREDENTIALS.contains(&name.as_str()));
                    let pair = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
                    let mut query: Vec<(String, String)> = query.iter().map(pair).collect();
                    found.sort();
                    query.sort();
                    assert_eq!(found, query);
                }
                for &(name, value) in headers {
                    assert_eq!(request.header(name), Some(value), "{name}");
                }
                if let Some(body) = body {
                    let body: serde_json::Value = value(body);
                    assert_eq!(request.json(), body);
                }
            }

            /// Parameters of queries and cookies that are credentials.
            const CREDENTIALS: &[&str] = &[#(#secret),*];

            /// The steps of a path, each decoded.
            fn decoded(path: &str) -> Vec<Vec<u8>> {
                let decode = |step: &str| {
                    let mut bytes = Vec::new();
                    let mut rest = step.as_bytes();
                    while let [first, tail @ ..] = rest {
                        let code = tail.get(..2).filter(|_| *first == b'%');
                        let code = code.and_then(|code| std::str::from_utf8(code).ok());
                        match code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
                            Some(byte) => {
                                bytes.push(byte);
                                rest = &tail[2..];
                            }
                            None => {
                                bytes.push(*first);
                                rest = tail;
                            }
                        }
                    }
                    bytes
                };
                path.split('/').map(decode).collect()
            }

            /// Asserts that what came back was read as it was sent.
            #[track_caller]
            fn got(value: &impl Serialize, json: &str) {
                let expected: serde_json::Value = self::value(json);
                assert_eq!(serde_json::to_value(value).unwrap(), expected);
            }

            #others
        };
        self.source("tests/operations/main.rs", tokens, "")
    }

    /// What parameters of queries and cookies are called that are credentials.
    fn secret_names(&self) -> BTreeSet<&String> {
        let restricted = self.api.restricted.iter();
        let restricted = restricted.flat_map(|client| &client.credentials);
        let credentials = self.api.credentials.iter().chain(restricted);
        credentials.filter_map(name_of_pair).collect()
    }
}

/// What the pair is called that a credential is, in a query or a cookie.
fn name_of_pair(credential: &Credential) -> Option<&String> {
    match &credential.placement {
        Placement::Query(name) | Placement::Cookie(name) => Some(name),
        _ => None,
    }
}

/// The function that makes a server.
fn servers(helpers: &Helpers) -> TokenStream {
    let play = quote! {
        if answer.is_empty() {
            let empty = Response::builder().status(status).body(Default::default());
            server.answer_with(empty.unwrap());
        } else {
            server.answer(status, value(answer));
        }
    };
    let (body, play) = match helpers.tokens {
        false => (play, None),
        true => {
            let helper = quote! {
                /// Adds an answer; an empty one has no body.
                fn play(server: &FakeTransport, status: u16, answer: &str) { #play }
            };
            (quote! { play(&server, status, answer); }, Some(helper))
        }
    };
    quote! {
        /// A server that plays one answer; an empty one has no body.
        fn server(status: u16, answer: &str) -> FakeTransport {
            let server = FakeTransport::new();
            #body
            server
        }

        #play
    }
}

/// The request that is looked at: the only one, or the last one where a token was obtained before.
fn sent_request(helpers: &Helpers) -> TokenStream {
    match helpers.tokens {
        false => quote! {
            let requests = server.requests();
            assert_eq!(requests.len(), 1, "{requests:?}");
            let request = &requests[0];
        },
        true => quote! {
            let requests = server.requests();
            assert_eq!(server.answers_left(), 0, "{requests:?}");
            let request = requests.last().unwrap();
        },
    }
}
