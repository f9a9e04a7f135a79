//! A list of numbered items, as servers of every style give it.

use bytes::Bytes;
use http::Response;
use seamstress_runtime::testing::{FakeClock, FakeTransport, RecordedRequest};
use seamstress_runtime::{
    Body, Call, Client, Credential, NextPage, Operation, Paging, RetryOptions, Settings, bytes,
    http,
};
use serde_json::{Value, json};

pub(crate) static SETTINGS: Settings = Settings {
    base_url: "https://api.example.com/v1",
    ..Settings::DEFAULT
};

/// The items are the member `data` of the answer.
pub(crate) static LIST: Operation = Operation {
    name: "items.list",
    path: "/items",
    body: Body::Query,
    response_key: Some("data"),
    security: &["key"],
    anonymous: true,
    ..Operation::DEFAULT
};

/// The answer is the list.
pub(crate) static BARE: Operation = Operation {
    response_key: None,
    ..LIST
};

/// A style, and how a server of it answers: what it is asked for, and how many items there are.
pub(crate) struct Style {
    pub(crate) name: &'static str,
    pub(crate) paging: &'static Paging,
    pub(crate) operation: &'static Operation,
    pub(crate) answer: fn(&RecordedRequest, usize) -> Response<Bytes>,
    /// How many requests it takes beyond one per item.
    pub(crate) more_requests: usize,
}

macro_rules! paging {
    ($name:ident: $($field:ident: $value:expr),*) => {
        pub(crate) static $name: Paging = Paging { $($field: $value,)* ..Paging::ONE_PAGE };
    };
}

paging! { CURSOR: parameter: "cursor", next: NextPage::Cursor(&["meta", "next"]) }
paging! { FLAGGED: parameter: "cursor", next: NextPage::Cursor(&["meta", "next"]), has_next: &["meta", "more"] }
paging! { LAST: parameter: "starting_after", next: NextPage::LastItem(&["id"]), has_next: &["has_more"] }
paging! { LAST_UNTOLD: parameter: "starting_after", next: NextPage::LastItem(&["id"]) }
paging! { OFFSET: parameter: "offset", next: NextPage::Offset }
paging! { OFFSET_TOTAL: parameter: "offset", next: NextPage::Offset, total: &["total"] }
paging! { NUMBER: parameter: "page", next: NextPage::Number(1) }
paging! { NUMBER_TOTAL: parameter: "page", next: NextPage::Number(0), total: &["meta", "pages"] }
paging! { ADDRESS: parameter: "", next: NextPage::Address(&["links", "next"]) }
paging! { LINK: parameter: "", next: NextPage::Link }

#[rustfmt::skip]
pub(crate) static STYLES: &[Style] = &[
    Style { name: "cursor", paging: &CURSOR, operation: &LIST, answer: cursor, more_requests: 0 },
    Style { name: "flagged cursor", paging: &FLAGGED, operation: &LIST, answer: cursor, more_requests: 0 },
    Style { name: "last item", paging: &LAST, operation: &LIST, answer: last, more_requests: 0 },
    Style { name: "last item, untold", paging: &LAST_UNTOLD, operation: &LIST, answer: last, more_requests: 1 },
    Style { name: "offset", paging: &OFFSET, operation: &BARE, answer: offset, more_requests: 1 },
    Style { name: "offset of a total", paging: &OFFSET_TOTAL, operation: &LIST, answer: offset_total, more_requests: 0 },
    Style { name: "number", paging: &NUMBER, operation: &BARE, answer: number, more_requests: 1 },
    Style { name: "number of a total", paging: &NUMBER_TOTAL, operation: &LIST, answer: number_total, more_requests: 0 },
    Style { name: "address", paging: &ADDRESS, operation: &LIST, answer: address, more_requests: 0 },
    Style { name: "link", paging: &LINK, operation: &BARE, answer: link, more_requests: 0 },
];

pub(crate) fn client(server: &FakeTransport) -> Client {
    Client::builder(&SETTINGS)
        .transport(server.clone())
        .clock(FakeClock::new())
        .retry(RetryOptions::never())
        .credential(Credential::query(&["key"], "api_key", "s3cret").unwrap())
        .build()
        .unwrap()
}

pub(crate) fn call(server: &FakeTransport, operation: &'static Operation) -> Call {
    Call::new(&client(server), operation)
}

pub(crate) fn body(body: Value) -> Response<Bytes> {
    Response::new(Bytes::from(body.to_string()))
}

fn parameter(request: &RecordedRequest, name: &str) -> Option<String> {
    let query = request.query();
    let found = query.into_iter().find(|(known, _)| known == name);
    found.map(|(_, value)| value)
}

/// The place that a parameter asks for, which is `default` without it.
fn place(request: &RecordedRequest, name: &str, default: usize) -> usize {
    parameter(request, name).map_or(default, |place| place.parse().unwrap())
}

/// The page of one item, or of none after the last one.
fn items(place: usize, total: usize) -> Value {
    match place < total {
        true => json!([{"id": place.to_string()}]),
        false => json!([]),
    }
}

fn cursor(request: &RecordedRequest, total: usize) -> Response<Bytes> {
    let here = parameter(request, "cursor").map_or(0, |cursor| cursor[1..].parse().unwrap());
    let more = here + 1 < total;
    let next = more.then(|| format!("c{}", here + 1));
    body(json!({"meta": {"next": next, "more": more}, "data": items(here, total)}))
}

fn last(request: &RecordedRequest, total: usize) -> Response<Bytes> {
    let here =
        parameter(request, "starting_after").map_or(0, |id| id.parse::<usize>().unwrap() + 1);
    body(json!({"data": items(here, total), "has_more": here + 1 < total}))
}

fn offset(request: &RecordedRequest, total: usize) -> Response<Bytes> {
    body(items(place(request, "offset", 0), total))
}

fn offset_total(request: &RecordedRequest, total: usize) -> Response<Bytes> {
    body(json!({"total": total, "data": items(place(request, "offset", 0), total)}))
}

fn number(request: &RecordedRequest, total: usize) -> Response<Bytes> {
    body(items(place(request, "page", 1) - 1, total))
}

fn number_total(request: &RecordedRequest, total: usize) -> Response<Bytes> {
    let here = place(request, "page", 0);
    body(json!({"data": items(here, total), "meta": {"pages": total}}))
}

fn address(request: &RecordedRequest, total: usize) -> Response<Bytes> {
    let here = place(request, "at", 0);
    // Whole, and relative in two ways.
    let next = match here % 3 {
        0 => format!("https://API.example.com:443/v1/items?at={}", here + 1),
        1 => format!("/v1/items?at={}", here + 1),
        _ => format!("?at={}", here + 1),
    };
    let next = (here + 1 < total).then_some(next);
    body(json!({"data": items(here, total), "links": {"next": next}}))
}

fn link(request: &RecordedRequest, total: usize) -> Response<Bytes> {
    let here = place(request, "at", 0);
    let mut answer = body(items(here, total));
    let last = format!(
        "<https://api.example.com/v1/items?at={}>; rel=\"last\"",
        total - 1
    );
    let next = format!(
        "<https://api.example.com/v1/items?at={}>; rel=\"next\"",
        here + 1
    );
    let links = match here + 1 < total {
        true => format!("{last}, {next}"),
        false => last,
    };
    answer
        .headers_mut()
        .insert(http::header::LINK, links.parse().unwrap());
    answer
}
