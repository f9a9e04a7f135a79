//! Decoding a page of objects: by the client, by its types alone, by strict structs that `serde`
//! derives, and into values of any kind.

use std::any::Any;
use std::mem::size_of;

use bytes::Bytes;
use seam_api::types::{AccessCode, Device, Event};
use seam_api::{Seam, Transport, TransportError};
use seamstress_runtime::json::{self, Json};
use seamstress_runtime::{BoxFuture, Limits};
use serde::de::DeserializeOwned;

use crate::Fault;
use crate::pages::Page;
use crate::strict;
use crate::table::{Cell, Table};
use crate::timing::{Stopwatch, Time, median};

/// What everything is compared with.
pub const STRICT: &str = "strict structs, derived";

/// A way to decode a page.
pub struct Subject<'a> {
    /// What tables call it.
    pub name: &'static str,
    /// Decodes the page. What it gives is dropped by the caller, after the clock was read.
    pub run: Box<dyn Fn() -> Result<Box<dyn Any>, Fault> + 'a>,
}

/// All ways to decode a page.
///
/// # Errors
///
/// Where one of them does not read the page as it is: then nothing would be compared.
pub fn subjects(page: &Page) -> Result<Vec<Subject<'_>>, Fault> {
    match page.key {
        "devices" => of::<Device, strict::device::Device>(page, |seam, runtime| {
            Ok(Box::new(runtime.block_on(seam.devices().list().send())?))
        }),
        "access_codes" => {
            of::<AccessCode, strict::access_code::AccessCode>(page, |seam, runtime| {
                Ok(Box::new(
                    runtime.block_on(seam.access_codes().list().send())?,
                ))
            })
        }
        "events" => of::<Event, strict::event::Event>(page, |seam, runtime| {
            Ok(Box::new(runtime.block_on(seam.events().list().send())?))
        }),
        other => Err(format!("there are no types for {other}").into()),
    }
}

type Call = fn(&Seam, &tokio::runtime::Runtime) -> Result<Box<dyn Any>, Fault>;

fn of<'a, Ours, Strict>(page: &'a Page, call: Call) -> Result<Vec<Subject<'a>>, Fault>
where
    Ours: Json + Default + DeserializeOwned + 'static,
    Strict: DeserializeOwned + 'static,
{
    agree::<Ours, Strict>(page)?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let seam = Seam::builder()
        .api_key("seam_apikey1_token")
        .transport(Plays(Bytes::from(page.answer())))
        .build()?;
    let list = page.list.as_slice();
    Ok(vec![
        subject(STRICT, || {
            Ok(Box::new(serde_json::from_slice::<Vec<Strict>>(list)?))
        }),
        subject("the client, whole answer", move || call(&seam, &runtime)),
        subject("its types alone", || {
            Ok(Box::new(json::from_slice::<Vec<Ours>>(list)?))
        }),
        subject("its types by serde's traits", || {
            Ok(Box::new(serde_json::from_slice::<Vec<Ours>>(list)?))
        }),
        subject("`serde_json::Value`", || {
            Ok(Box::new(serde_json::from_slice::<serde_json::Value>(list)?))
        }),
    ])
}

fn subject<'a>(
    name: &'static str,
    run: impl Fn() -> Result<Box<dyn Any>, Fault> + 'a,
) -> Subject<'a> {
    Subject {
        name,
        run: Box::new(run),
    }
}

/// Sees to it that all of the page is read by both, with nothing mended.
fn agree<Ours, Strict>(page: &Page) -> Result<(), Fault>
where
    Ours: Json + Default,
    Strict: DeserializeOwned,
{
    let strict: Vec<Strict> = serde_json::from_slice(&page.list)
        .map_err(|error| format!("the strict types do not read {}: {error}", page.key))?;
    // What is kept as unknown is read, too: a value that the document leaves open may be.
    let (ours, report) = json::from_slice::<Vec<Ours>>(&page.list)?;
    if !report.is_empty() || ours.len() != strict.len() {
        return Err(format!("the types do not read {} as they are: {report:?}", page.key).into());
    }
    Ok(())
}

/// A transport that gives one answer, and does nothing else.
#[derive(Debug)]
struct Plays(Bytes);

impl Transport for Plays {
    fn execute(
        &self,
        _: http::Request<Bytes>,
        _: Limits,
    ) -> BoxFuture<'_, Result<http::Response<Bytes>, TransportError>> {
        let answer = http::Response::new(self.0.clone());
        Box::pin(std::future::ready(Ok(answer)))
    }
}

/// How long each way takes, `rounds` times.
///
/// # Errors
///
/// Where a page cannot be decoded.
pub fn times(pages: &[Page], rounds: usize) -> Result<Table, Fault> {
    let mut table = Table {
        title: "Decoding a page; the ratio is to the strict structs, by processor time".to_owned(),
        columns: vec![
            "page",
            "decoded by",
            "objects",
            "size",
            "time",
            "processor",
            "objects/s",
            "ratio",
        ],
        rows: Vec::new(),
    };
    for page in pages {
        let subjects = subjects(page)?;
        let mut times: Vec<Vec<Time>> = vec![Vec::new(); subjects.len()];
        for _ in 0..rounds {
            for (subject, times) in subjects.iter().zip(&mut times) {
                let watch = Stopwatch::start();
                let decoded = std::hint::black_box((subject.run)()?);
                times.push(watch.read());
                drop(decoded);
            }
        }
        let cpu: Vec<f64> = times
            .iter()
            .map(|one| median(one.iter().map(|time| time.cpu)))
            .collect();
        let strict = cpu.first().copied().unwrap_or_default();
        for ((subject, times), cpu) in subjects.iter().zip(&times).zip(cpu) {
            table.rows.push(vec![
                Cell::text(page.key),
                Cell::text(subject.name),
                Cell::count(page.objects),
                Cell::bytes(page.list.len()),
                Cell::Seconds(median(times.iter().map(|time| time.wall))),
                Cell::Seconds(cpu),
                Cell::count((page.objects as f64 / cpu) as usize),
                Cell::Ratio(cpu / strict),
            ]);
        }
    }
    Ok(table)
}

/// How large the types are in memory, what they point to left out.
#[must_use]
pub fn sizes() -> Table {
    use seam_api::types::{AccessCodeError, DeviceError, DeviceProperties};
    let rows = [
        (
            "Device",
            size_of::<Device>(),
            size_of::<strict::device::Device>(),
        ),
        (
            "DeviceProperties",
            size_of::<DeviceProperties>(),
            size_of::<strict::device::DeviceProperties>(),
        ),
        (
            "DeviceError",
            size_of::<DeviceError>(),
            size_of::<strict::device::DeviceError>(),
        ),
        (
            "AccessCode",
            size_of::<AccessCode>(),
            size_of::<strict::access_code::AccessCode>(),
        ),
        (
            "AccessCodeError",
            size_of::<AccessCodeError>(),
            size_of::<strict::access_code::AccessCodeError>(),
        ),
        (
            "Event",
            size_of::<Event>(),
            size_of::<strict::event::Event>(),
        ),
    ];
    let row = |(name, ours, strict): (&str, usize, usize)| {
        vec![Cell::text(name), Cell::bytes(ours), Cell::bytes(strict)]
    };
    Table {
        title: "How large types are, what they point to left out".to_owned(),
        columns: vec!["type", "ours", "strict"],
        rows: rows.map(row).into(),
    }
}
