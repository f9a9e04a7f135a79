//! A request under construction.

use std::fmt;
use std::time::Duration;

use http::header::ACCEPT;
use http::{HeaderName, HeaderValue};
use serde_json::Value;

use crate::client::origin;
use crate::json::{self, Json};
use crate::page::{Asked, Items, Page, Pages, Paging};
use crate::response::{FromAnswer, Response};
use crate::retry::is_idempotent;
use crate::send::{Sending, exchange};
use crate::{Client, Download, EventStream, Operation, RetryOptions, StreamFormat, Upload};

/// A request under construction: data only. Nothing is sent before [`send`](Self::send) or one
/// of its kin is awaited.
///
/// What is wrong with an argument is kept, and comes out as the error of sending.
#[derive(Clone)]
#[must_use = "nothing is sent until `send` is awaited"]
pub struct Call {
    pub(crate) client: Client,
    pub(crate) operation: &'static Operation,
    pub(crate) path: Vec<(&'static str, Value)>,
    pub(crate) query: Vec<(&'static str, Value)>,
    pub(crate) members: Vec<(&'static str, Value)>,
    pub(crate) timeout: Option<Duration>,
    pub(crate) idempotent: bool,
    pub(crate) strict: bool,
    /// What few calls have.
    rare: Option<Box<Rare>>,
}

/// What few calls have. The others are smaller without, and so is moving them.
#[derive(Clone)]
pub(crate) struct Rare {
    pub(crate) uploads: Vec<(&'static str, Upload)>,
    pub(crate) content: Option<Content>,
    pub(crate) headers: Vec<(HeaderName, HeaderValue)>,
    pub(crate) cookies: Vec<(&'static str, Value)>,
    pub(crate) retry: Option<RetryOptions>,
    pub(crate) fault: Option<String>,
    /// The whole address, where the server gave it; path and query are not looked at then.
    pub(crate) address: Option<String>,
}

impl Rare {
    const NOTHING: Self = Self {
        uploads: Vec::new(),
        content: None,
        headers: Vec::new(),
        cookies: Vec::new(),
        retry: None,
        fault: None,
        address: None,
    };
}

/// A body that is not made of parameters.
#[derive(Clone)]
pub(crate) enum Content {
    Json(Value),
    Upload(Upload),
}

impl Call {
    /// A call of `operation` without any arguments.
    pub fn new(client: &Client, operation: &'static Operation) -> Self {
        Self {
            client: client.clone(),
            operation,
            path: Vec::new(),
            query: Vec::new(),
            members: Vec::new(),
            timeout: None,
            idempotent: operation.idempotent || is_idempotent(operation.method),
            strict: client.0.strict,
            rare: None,
        }
    }

    /// The argument `name` of the path. It is percent-encoded, and can never leave its
    /// segment: what is empty, `.`, `..` or holds such a segment is an error of sending.
    pub fn path(mut self, name: &'static str, value: impl fmt::Display) -> Self {
        put(&mut self.path, name, Value::from(value.to_string()));
        self
    }

    /// The same, out of any form that its type is made from.
    pub fn path_into<T: fmt::Display>(self, name: &'static str, value: impl Into<T>) -> Self {
        self.path(name, value.into())
    }

    /// An argument of the path that may be a list or an object: it is written in the style that
    /// [`Operation::styles`] has for it. What is wrong with text is wrong with theirs.
    pub fn path_value(mut self, name: &'static str, value: &dyn Json) -> Self {
        let value = self.value(name, value);
        put(&mut self.path, name, value);
        self
    }

    /// The same, out of any form that its type is made from.
    pub fn path_value_into<T: Json>(self, name: &'static str, value: impl Into<T>) -> Self {
        self.path_value(name, &value.into())
    }

    /// A parameter. It goes where [`Operation::body`] says; set again, the last value counts.
    pub fn set(&mut self, name: &'static str, value: &dyn Json) {
        let value = self.value(name, value);
        self.set_value(name, value);
    }

    pub(crate) fn set_value(&mut self, name: &'static str, value: Value) {
        put(self.parameters(), name, value);
    }

    /// A parameter, out of any form that its type is made from.
    pub fn set_into<T: Json>(&mut self, name: &'static str, value: impl Into<T>) {
        self.set(name, &value.into());
    }

    /// A parameter that is null, which is not the same as one that is not set.
    pub fn set_null(&mut self, name: &'static str) {
        put(self.parameters(), name, Value::Null);
    }

    /// A part of the body whose content is given as it is: see [`Body::Multipart`](crate::Body::Multipart).
    pub fn upload(&mut self, name: &'static str, upload: impl Into<Upload>) {
        self.uploads(name, [upload]);
    }

    /// Several parts of one name.
    pub fn uploads(
        &mut self,
        name: &'static str,
        uploads: impl IntoIterator<Item = impl Into<Upload>>,
    ) {
        self.rare_mut().uploads.retain(|(known, _)| *known != name);
        let uploads = uploads.into_iter().map(|upload| (name, upload.into()));
        self.rare_mut().uploads.extend(uploads);
    }

    /// The whole body, as JSON: see [`Body::JsonValue`](crate::Body::JsonValue).
    pub fn body(&mut self, value: &dyn Json) {
        let value = self.value("body", value);
        self.rare_mut().content = Some(Content::Json(value));
    }

    /// The whole body, out of any form that its type is made from.
    pub fn body_into<T: Json>(&mut self, value: impl Into<T>) {
        self.body(&value.into());
    }

    /// The whole body, sent as it is, whatever [`Operation::body`] says.
    pub fn content(&mut self, content: impl Into<Upload>) {
        self.rare_mut().content = Some(Content::Upload(content.into()));
    }

    /// A parameter of the query, wherever the others go.
    pub fn set_query(&mut self, name: &'static str, value: &dyn Json) {
        let value = self.value(name, value);
        put(&mut self.query, name, value);
    }

    /// A parameter without which the call would be about something else, such as the id of a
    /// long-running action that is read again: an empty one is an error of sending. Servers may
    /// leave out what they promise, and an id that had to be made up must not be asked for.
    pub fn identify(&mut self, name: &'static str, value: &dyn Json) {
        let value = json::to_value(value);
        if value.as_str().is_none_or(|text| text.trim().is_empty()) && !value.is_number() {
            self.rare_mut().fault = Some(format!(
                "`{name}` is empty, so it is not known what to read"
            ));
        }
        put(self.parameters(), name, value);
    }

    /// A header. What no header can carry is an error of sending. It cannot replace those by
    /// which the client identifies itself to the API, nor those of a credential.
    pub fn header(&mut self, name: &str, value: impl fmt::Display) {
        let value = value.to_string();
        // Whitespace around a value is no part of it (RFC 9110, section 5.5): servers drop it.
        let is_whole = value.trim_matches([' ', '\t']).len() == value.len();
        let value = HeaderValue::try_from(value).ok();
        let header = HeaderName::try_from(name).ok().zip(value);
        match header.filter(|_| is_whole) {
            Some((name, mut value)) => {
                value.set_sensitive(true);
                put(&mut self.rare_mut().headers, name, value);
            }
            None => {
                self.rare_mut().fault = Some(format!("the header {name:?} cannot be sent as it is"))
            }
        }
    }

    /// A header, out of any form that its type is made from.
    pub fn header_into<T: fmt::Display>(&mut self, name: &str, value: impl Into<T>) {
        self.header(name, value.into());
    }

    /// A header that may be a list or an object: it is written in the style that
    /// [`Operation::styles`] has for it. An element with a comma is an error of sending, as it
    /// could not be told from two.
    pub fn header_value(&mut self, name: &'static str, value: &dyn Json) {
        let value = self.value(name, value);
        match crate::request::header(self.operation, name, &value) {
            Ok(Some(text)) => self.header(name, text),
            Ok(None) => {}
            Err(error) => self.rare_mut().fault = Some(error.to_string()),
        }
    }

    /// A cookie. All cookies of a request go in one header; names and values are
    /// percent-encoded, so that none can end where it stands.
    pub fn cookie(&mut self, name: &'static str, value: &dyn Json) {
        let value = self.value(name, value);
        put(&mut self.rare_mut().cookies, name, value);
    }

    /// A cookie, out of any form that its type is made from.
    pub fn cookie_into<T: Json>(&mut self, name: &'static str, value: impl Into<T>) {
        self.cookie(name, &value.into());
    }

    /// The time for one attempt of this call, instead of the client's. Zero is refused.
    pub fn timeout(&mut self, timeout: Duration) {
        if timeout.is_zero() {
            self.rare_mut().fault = Some("a timeout of zero would fail every attempt".to_owned());
        }
        self.timeout = Some(timeout);
    }

    /// How often and how long this call is tried again, instead of the client's options.
    pub fn retry(&mut self, options: RetryOptions) {
        if let Err(error) = options.check() {
            self.rare_mut().fault = Some(error.to_string());
        }
        self.rare_mut().retry = Some(options);
    }

    /// Whether sending this call twice does the same as sending it once, so that it may be tried
    /// again even where the server may have acted on it. By default its method tells
    /// (RFC 9110, section 9.2.2), or else [`Operation::idempotent`].
    pub fn idempotent(&mut self, idempotent: bool) {
        self.idempotent = idempotent;
    }

    /// Whether an answer that had to be corrected is an error, instead of what the client says.
    pub fn strict(&mut self, strict: bool) {
        self.strict = strict;
    }

    /// The client that sends it.
    #[must_use]
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// The operation that it calls.
    #[must_use]
    pub fn operation(&self) -> &'static Operation {
        self.operation
    }

    /// Sends it, and reads the value that [`Operation::response_key`] names. `()` reads nothing.
    pub fn send<T: Json + Default + Send + 'static>(self) -> Sending<Response<T>> {
        Sending::new(async move { Response::read(*exchange(&self).await?) })
    }

    /// The same as [`send`](Self::send), for those who want the value alone.
    pub fn send_value<T: Json + Default + Send + 'static>(self) -> Sending<T> {
        Sending::new(async move {
            let mut envelope = exchange(&self).await?;
            let mut value = T::default();
            envelope.read_value(&mut value)?;
            Ok(value)
        })
    }

    /// Sends it, and gives the answer as soon as it begins: its content comes piece by piece.
    pub fn download(self) -> Sending<Download> {
        Sending::new(crate::send::download(self))
    }

    /// Sends it, and gives what comes back item by item, in the form `format`. The media type
    /// `accept` is asked for, and the parameter `switch`, where there is one, is `true`.
    pub fn send_stream<T: Json + Default + 'static>(
        mut self,
        format: StreamFormat,
        accept: &'static str,
        switch: Option<&'static str>,
    ) -> Sending<EventStream<T>> {
        if let Some(switch) = switch {
            self.set(switch, &true);
        }
        let is_accepted = self.rare().headers.iter().any(|(name, _)| name == ACCEPT);
        if let (false, Ok(accept)) = (is_accepted, HeaderValue::from_str(accept)) {
            self.rare_mut().headers.push((ACCEPT, accept));
        }
        let download = self.download();
        Sending::new(async move { Ok(EventStream::new(download.await?, format)) })
    }

    /// Sends it, and reads what its status says that comes back.
    pub fn send_answer<T: FromAnswer + Send + 'static>(self) -> Sending<T> {
        Sending::new(async move { T::from_answer(&mut *exchange(&self).await?) })
    }

    /// The same, with the answer around it.
    pub fn send_answer_with_response<T: FromAnswer + Send + 'static>(self) -> Sending<Response<T>> {
        Sending::new(async move { Response::of(*exchange(&self).await?) })
    }

    /// Sends it, and reads one page of a list.
    pub fn send_page<T: Json + Default + Send + 'static>(
        self,
        paging: &'static Paging,
    ) -> Sending<Page<T>> {
        Sending::new(async move {
            let asked = Asked::of(&self, paging);
            Page::read(*exchange(&self).await?, paging, &asked)
        })
    }

    /// All pages of a list, from the one that this call asks for.
    pub fn pages<T: Json + Default + Send + 'static>(self, paging: &'static Paging) -> Pages<T> {
        Pages::new(self, paging)
    }

    /// All items of all pages.
    pub fn stream<T: Json + Default + Send + 'static>(self, paging: &'static Paging) -> Items<T> {
        Items::new(self.pages(paging))
    }

    /// Whether another attempt could send the same.
    pub(crate) fn is_repeatable(&self) -> bool {
        let mut uploads = self.rare().uploads.iter().map(|(_, upload)| upload);
        let content = match &self.rare().content {
            Some(Content::Upload(upload)) => Some(upload),
            _ => None,
        };
        !uploads.any(Upload::is_used_up) && !content.is_some_and(Upload::is_used_up)
    }

    /// Asks for the page at this address. It has to be at the origin of the operation, where its
    /// credentials may go; any other is an error of sending.
    pub(crate) fn at_address(&mut self, address: &str) {
        let origin = self.origin();
        let rest = address.strip_prefix(origin);
        if rest.is_none_or(|rest| !rest.is_empty() && !rest.starts_with(['/', '?'])) {
            self.rare_mut().fault =
                Some("the address of the page is not at the API's origin".to_owned());
        }
        self.rare_mut().address = Some(address.to_owned());
    }

    /// Scheme, host and port of where it goes.
    pub(crate) fn origin(&self) -> &str {
        origin(self.client.server(self.operation))
    }

    /// The value of a parameter that was set.
    pub(crate) fn parameter(&self, name: &str) -> Option<&Value> {
        let list = match self.operation.body.has_members() {
            true => &self.members,
            false => &self.query,
        };
        let (_, value) = list.iter().find(|(known, _)| *known == name)?;
        Some(value)
    }

    /// The value of a parameter as JSON; one that has no form there is an error of sending.
    fn value(&mut self, name: &str, value: &dyn Json) -> Value {
        let mut fault = None;
        let value = sendable(name, value, &mut fault);
        if fault.is_some() {
            self.rare_mut().fault = fault;
        }
        value
    }

    /// What few calls have.
    pub(crate) fn rare(&self) -> &Rare {
        static NOTHING: Rare = Rare::NOTHING;
        self.rare.as_deref().unwrap_or(&NOTHING)
    }

    pub(crate) fn rare_mut(&mut self) -> &mut Rare {
        self.rare.get_or_insert_with(|| Box::new(Rare::NOTHING))
    }

    fn parameters(&mut self) -> &mut Vec<(&'static str, Value)> {
        match self.operation.body.has_members() {
            true => &mut self.members,
            false => &mut self.query,
        }
    }
}

/// `value` as JSON; one that has no form there is a fault.
pub(crate) fn sendable(name: &str, value: &dyn Json, fault: &mut Option<String>) -> Value {
    json::to_sendable(value).unwrap_or_else(|| {
        *fault = Some(format!(
            "`{name}` cannot be sent: JSON has no NaN, no infinity, and at most 127 levels"
        ));
        Value::Null
    })
}

/// Calls have few parameters: a list keeps their order, and costs less than a map.
fn put<N: PartialEq, T>(list: &mut Vec<(N, T)>, name: N, value: T) {
    match list.iter_mut().find(|(known, _)| *known == name) {
        Some((_, old)) => *old = value,
        None => list.push((name, value)),
    }
}

/// Names only: values may be secrets, such as the code of a door.
impl fmt::Debug for Call {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.path.iter().map(|(name, _)| *name);
        let query = self.query.iter().map(|(name, _)| *name);
        let members = self.members.iter().map(|(name, _)| *name);
        let uploads = self.rare().uploads.iter().map(|(name, _)| *name);
        let cookies = self.rare().cookies.iter().map(|(name, _)| *name);
        let bodies = members.chain(uploads);
        let names: Vec<&str> = path.chain(query).chain(bodies).chain(cookies).collect();
        f.debug_struct("Call")
            .field("operation", &self.operation.name)
            .field("parameters", &names)
            .finish_non_exhaustive()
    }
}
