// warning[unnamed-fields]: a `multipart/form-data` body without named fields is sent as it is
//   --> bodies_forms.yaml:61:70 at #/paths/~1mail/post/requestBody/content/multipart~1form-data
//   help: describe its fields as properties of an object

// ==== src/operations.rs ====

//! Operations that belong to no resource.

use crate::Forms;
use seamstress_runtime::{Body, Call, Method, Operation};

impl Forms {
    /// Has a form without fields, which is no body.
    ///
    /// `GET /refresh`
    pub fn refresh(&self) -> Refresh {
        let call = Call::new(self.client(), &REFRESH);
        Refresh { call }
    }
}

/// A request of [`Forms::refresh`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct Refresh {
    call: Call,
}

static REFRESH: Operation = Operation {
    name: "refresh",
    method: Method::Get,
    path: "/refresh",
    body: Body::None,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { Refresh => value () }

// ==== src/resources/charges.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use crate::types::ChargesCreateShipping;

/// The operations of `charges`.
#[derive(Clone, Debug)]
pub struct Charges {
    client: Client,
}

impl Charges {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `POST /charges`
    pub fn create(&self, amount: i64) -> ChargesCreate {
        let mut call = Call::new(&self.client, &CREATE);
        call.set("amount", &amount);
        ChargesCreate { call }
    }
}

/// A request of [`Charges::create`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct ChargesCreate {
    call: Call,
}

impl ChargesCreate {
    pub fn expand(
        mut self,
        expand: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.call
            .set("expand", &expand.into_iter().map(Into::into).collect::<Vec<String>>());
        self
    }

    #[inline]
    pub fn shipping(mut self, shipping: ChargesCreateShipping) -> Self {
        self.call.set("shipping", &shipping);
        self
    }
}

static CREATE: Operation = Operation {
    name: "charges.create",
    method: Method::Post,
    path: "/charges",
    body: Body::NestedForm,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { ChargesCreate => value () }

// ==== src/resources/documents.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};

/// The operations of `documents`.
#[derive(Clone, Debug)]
pub struct Documents {
    client: Client,
}

impl Documents {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// Adds a document by its address, or by what it holds.
    ///
    /// `POST /documents`
    pub fn add(&self, url: impl Into<String>) -> DocumentsAdd {
        let mut call = Call::new(&self.client, &ADD);
        call.set_into::<String>("url", url);
        DocumentsAdd { call }
    }

    /// Adds a document by its address, or by what it holds.
    ///
    /// `POST /documents`
    pub fn add_multipart(
        &self,
        content: impl Into<seamstress_runtime::Upload>,
    ) -> DocumentsAddMultipart {
        let mut call = Call::new(&self.client, &ADD_MULTIPART);
        call.upload("content", content);
        DocumentsAddMultipart { call }
    }
}

/// A request of [`Documents::add`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct DocumentsAdd {
    call: Call,
}

/// A request of [`Documents::add_multipart`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct DocumentsAddMultipart {
    call: Call,
}

static ADD: Operation = Operation {
    name: "documents.add",
    method: Method::Post,
    path: "/documents",
    body: Body::Json,
    security: &[],
    ..Operation::DEFAULT
};

static ADD_MULTIPART: Operation = Operation {
    name: "documents.add_multipart",
    method: Method::Post,
    path: "/documents",
    body: Body::Multipart,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { DocumentsAdd => value () }
seamstress_runtime::operation! { DocumentsAddMultipart => value () }

// ==== src/resources/mail.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};

/// The operations of `mail`.
#[derive(Clone, Debug)]
pub struct Mail {
    client: Client,
}

impl Mail {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `POST /mail`
    pub fn send(&self, body: impl Into<seamstress_runtime::Upload>) -> MailSend {
        let mut call = Call::new(&self.client, &SEND);
        call.content(body);
        MailSend { call }
    }
}

/// A request of [`Mail::send`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct MailSend {
    call: Call,
}

static SEND: Operation = Operation {
    name: "mail.send",
    method: Method::Post,
    path: "/mail",
    body: Body::Content,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { MailSend => value () }

// ==== src/resources/pictures.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use seamstress_runtime::json::Nullable;
use crate::types::PicturesAddAbout;

/// The operations of `pictures`.
#[derive(Clone, Debug)]
pub struct Pictures {
    client: Client,
}

impl Pictures {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `POST /pictures`
    pub fn add(
        &self,
        file: impl Into<seamstress_runtime::Upload>,
        about: PicturesAddAbout,
    ) -> PicturesAdd {
        let mut call = Call::new(&self.client, &ADD);
        call.upload("file", file);
        call.set("about", &about);
        PicturesAdd { call }
    }
}

/// A request of [`Pictures::add`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct PicturesAdd {
    call: Call,
}

impl PicturesAdd {
    pub fn thumbnails(
        mut self,
        thumbnails: impl IntoIterator<Item = impl Into<seamstress_runtime::Upload>>,
    ) -> Self {
        self.call.uploads("thumbnails", thumbnails);
        self
    }

    pub fn tags(mut self, tags: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.call
            .set("tags", &tags.into_iter().map(Into::into).collect::<Vec<String>>());
        self
    }

    pub fn note(mut self, note: impl Into<Nullable<String>>) -> Self {
        self.call.set_into::<Nullable<String>>("note", note);
        self
    }
}

static ADD: Operation = Operation {
    name: "pictures.add",
    method: Method::Post,
    path: "/pictures",
    body: Body::Multipart,
    encodings: &[
        ("file", seamstress_runtime::Encoding::Media("image/png")),
        ("about", seamstress_runtime::Encoding::Media("application/vnd.about+json")),
    ],
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { PicturesAdd => value () }

// ==== src/resources/tokens.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};

/// The operations of `tokens`.
#[derive(Clone, Debug)]
pub struct Tokens {
    client: Client,
}

impl Tokens {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `POST /tokens`
    pub fn create(&self, grant_type: impl Into<String>) -> TokensCreate {
        let mut call = Call::new(&self.client, &CREATE);
        call.set_into::<String>("grant_type", grant_type);
        TokensCreate { call }
    }
}

/// A request of [`Tokens::create`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct TokensCreate {
    call: Call,
}

impl TokensCreate {
    pub fn scopes(
        mut self,
        scopes: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.call
            .set("scopes", &scopes.into_iter().map(Into::into).collect::<Vec<String>>());
        self
    }
}

static CREATE: Operation = Operation {
    name: "tokens.create",
    method: Method::Post,
    path: "/tokens",
    body: Body::Form,
    encodings: &[
        ("scopes", seamstress_runtime::Encoding::Joined(",")),
    ],
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { TokensCreate => value () }

// ==== src/types/charges_operations.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `shipping`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ChargesCreateShipping {
    pub name: String,
    pub carrier: Option<String>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

impl ChargesCreateShipping {
    /// A value with what must be there.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            ..Self::default()
        }
    }

    #[must_use]
    pub fn carrier(mut self, carrier: impl Into<String>) -> Self {
        self.carrier = Some(carrier.into());
        self
    }
}

seamstress_runtime::object! {
    ChargesCreateShipping {
        "name" => name: required,
        "carrier" => carrier: optional,
    }
}

// ==== src/types/pictures_operations.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `about`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct PicturesAddAbout {
    pub title: String,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

impl PicturesAddAbout {
    /// A value with what must be there.
    #[must_use]
    pub fn new(title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            ..Self::default()
        }
    }
}

seamstress_runtime::object! {
    PicturesAddAbout {
        "title" => title: required,
    }
}
