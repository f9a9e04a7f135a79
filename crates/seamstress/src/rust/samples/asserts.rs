//! What is asserted of a request, beside what all of them have: the calls of helpers, and the
//! helpers themselves, of which a crate has those that it needs.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Called, json, text};
use crate::api::SampleBody;

/// The helpers that the tests of a crate need beside those that all have.
#[derive(Default)]
pub(super) struct Helpers {
    cookies: bool,
    form: bool,
    parts: bool,
    content: bool,
    pub(super) tokens: bool,
}

impl Helpers {
    /// What the tests of these calls need.
    pub(super) fn of<'c, 'a: 'c>(called: impl Iterator<Item = &'c Called<'a>>) -> Self {
        let mut helpers = Self::default();
        for one in called {
            helpers.cookies |= !one.sample.cookies.is_empty();
            helpers.tokens |= one.token.is_some();
            match &one.sample.body {
                SampleBody::Form(_) => helpers.form = true,
                SampleBody::Parts(_) => helpers.parts = true,
                SampleBody::Content { .. } => helpers.content = true,
                SampleBody::None | SampleBody::Json(_) => {}
            }
        }
        helpers
    }

    /// The helpers themselves.
    pub(super) fn source(&self) -> TokenStream {
        let cookies = self.cookies.then(cookies);
        let form = self.form.then(form);
        let parts = self.parts.then(parts);
        let content = self.content.then(content);
        let tokens = self.tokens.then(tokens);
        let pairs = (self.cookies || self.form || self.tokens).then(pairs);
        let read = (pairs.is_some() || self.parts).then(read);
        let request = (self.cookies || self.form || self.parts || self.content).then(request);
        quote! { #cookies #form #parts #content #tokens #request #pairs #read }
    }
}

/// The JSON that a request is sent, where it is sent some.
pub(super) fn json_body(called: &Called<'_>) -> TokenStream {
    match &called.sample.body {
        SampleBody::Json(value) => {
            let json = json(value);
            quote! { Some(#json) }
        }
        _ => quote! { None },
    }
}

/// The assertions on what else it is sent, and on the token that was obtained for it.
pub(super) fn asserts(called: &Called<'_>) -> TokenStream {
    let sample = called.sample;
    let cookies = (!sample.cookies.is_empty()).then(|| {
        let cookies = list(&sample.cookies);
        quote! { cookies(&server, #cookies); }
    });
    let token = called.token.as_ref().map(|token| {
        let (path, form, basic) = (&token.path, list(&token.form), optional(token.basic));
        quote! { obtained(&server, #path, #form, #basic); }
    });
    let body = match &sample.body {
        SampleBody::None | SampleBody::Json(_) => TokenStream::new(),
        SampleBody::Form(fields) => {
            let fields = list(fields);
            quote! { form(&server, #fields); }
        }
        SampleBody::Parts(parts) => {
            let parts = parts.iter().map(|part| {
                let (name, text) = (&part.name, text(&part.text));
                let file = part.file_name.as_deref().unwrap_or_default();
                let media = part.media.as_deref().unwrap_or_default();
                quote! { [#name, #file, #media, #text] }
            });
            quote! { parts(&server, &[#(#parts),*]); }
        }
        SampleBody::Content { media, text } => {
            let media = optional(media.as_deref());
            quote! { content(&server, #media, #text); }
        }
    };
    quote! { #cookies #body #token }
}

/// Pairs as a literal.
pub(super) fn list(pairs: &[(String, String)]) -> TokenStream {
    let pairs = pairs.iter().map(|(name, value)| {
        let value = text(value);
        quote! { (#name, #value) }
    });
    quote! { &[#(#pairs),*] }
}

fn optional(text: Option<&str>) -> TokenStream {
    match text {
        Some(text) => quote! { Some(#text) },
        None => quote! { None },
    }
}

fn request() -> TokenStream {
    quote! {
        /// The last request that the server was sent.
        fn request(server: &FakeTransport) -> seamstress_runtime::testing::RecordedRequest {
            server.requests().pop().unwrap()
        }
    }
}

fn cookies() -> TokenStream {
    quote! {
        /// Asserts which cookies the server was sent.
        #[track_caller]
        fn cookies(server: &FakeTransport, expected: &[(&str, &str)]) {
            let mut found = request(server).cookies();
            found.retain(|(name, _)| !CREDENTIALS.contains(&name.as_str()));
            same(&found, expected);
        }
    }
}

fn form() -> TokenStream {
    quote! {
        /// Asserts which form the server was sent.
        #[track_caller]
        fn form(server: &FakeTransport, expected: &[(&str, &str)]) {
            same(&request(server).form(), expected);
        }
    }
}

fn content() -> TokenStream {
    quote! {
        /// Asserts which content the server was sent, and of which media type.
        #[track_caller]
        fn content(server: &FakeTransport, media: Option<&str>, expected: &str) {
            let request = request(server);
            assert_eq!(request.header("content-type"), media);
            assert_eq!(request.body(), expected);
        }
    }
}

fn parts() -> TokenStream {
    quote! {
        /// Asserts which parts the server was sent: the name of each, the name of its file, its
        /// media type, and what it holds.
        #[track_caller]
        fn parts(server: &FakeTransport, expected: &[[&str; 4]]) {
            let mut found = request(server).parts();
            let mut expected = expected.to_vec();
            found.sort_by(|a, b| a.name.cmp(&b.name));
            expected.sort_by_key(|[name, ..]| *name);
            assert_eq!(found.len(), expected.len(), "{found:?}");
            for (found, [name, file, media, text]) in found.iter().zip(expected) {
                assert_eq!(found.name, name);
                assert_eq!(found.file_name.as_deref().unwrap_or_default(), file, "{name}");
                assert_eq!(found.media_type.as_deref().unwrap_or_default(), media, "{name}");
                assert_eq!(read(&String::from_utf8_lossy(&found.content)), read(text), "{name}");
            }
        }
    }
}

fn tokens() -> TokenStream {
    quote! {
        /// A server that gives a token first, and then plays one answer.
        fn token_server(status: u16, answer: &str) -> FakeTransport {
            let server = FakeTransport::new();
            server.answer(200, value(r#"{"access_token":"token","token_type":"bearer"}"#));
            play(&server, status, answer);
            server
        }

        /// Asserts how the token was obtained that the last request carries.
        #[track_caller]
        fn obtained(
            server: &FakeTransport,
            path: &str,
            form: &[(&str, &str)],
            basic: Option<&str>,
        ) {
            let requests = server.requests();
            assert_eq!(requests.len(), 2, "{requests:?}");
            assert_eq!(requests[0].method().as_str(), "POST");
            assert_eq!(requests[0].path(), path);
            assert_eq!(requests[0].header("authorization"), basic);
            same(&requests[0].form(), form);
            assert_eq!(requests[1].header("authorization"), Some("Bearer token"));
        }
    }
}

fn pairs() -> TokenStream {
    quote! {
        /// Asserts that pairs are the same. Order counts among those of one name.
        #[track_caller]
        fn same(found: &[(String, String)], expected: &[(&str, &str)]) {
            let mut found: Vec<_> = found.iter().map(|(a, b)| (a.as_str(), read(b))).collect();
            let mut expected: Vec<_> = expected.iter().map(|&(a, b)| (a, read(b))).collect();
            found.sort_by_key(|(name, _)| *name);
            expected.sort_by_key(|(name, _)| *name);
            assert_eq!(found, expected);
        }
    }
}

fn read() -> TokenStream {
    quote! {
        /// A text that may be JSON, in which the order of members does not count.
        fn read(text: &str) -> serde_json::Value {
            serde_json::from_str(text).unwrap_or_else(|_| text.into())
        }
    }
}
