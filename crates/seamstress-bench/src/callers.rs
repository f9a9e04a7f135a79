//! Calls to the server: by the client, and by other libraries, bare.
//!
//! All send the same request with a credential, the headers that say who calls among them, and read
//! the same answer into a type.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use bytes::Bytes;
use http::{HeaderName, HeaderValue};
use http_body_util::{BodyExt, Empty};
use hyper_util::client::legacy::Client as HyperClient;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use seam_api::Seam;
use serde::Deserialize;

use crate::Fault;
use crate::table::{Cell, Table};
use crate::timing::{Stopwatch, Time, median, quantile};

const KEY: &str = "seam_apikey1_token";
const WEBHOOK: &str = "d5b2aa7c-91c0-4b5e-8f1e-9d1b8a1c2f3e";

/// What the client sends with every request. The others have them from here: what a header costs is
/// no difference between libraries.
const HEADERS: [(&str, &str); 4] = [
    ("accept", "application/json"),
    ("user-agent", "seam-api/0.1.0"),
    ("seam-sdk-name", "seam-api/rust"),
    ("seam-sdk-version", "0.1.0"),
];

/// How many calls are under way at a time.
const PARALLEL: [usize; 2] = [1, 64];

/// Whoever calls. Copies share connections.
#[derive(Clone, Debug)]
pub enum Caller {
    /// The emitted client.
    Seam(Seam),
    /// `reqwest`, which most programs use.
    Reqwest(reqwest::Client, String),
    /// `hyper`, which both stand on.
    Hyper(HyperClient<HttpConnector, Empty<Bytes>>, String),
}

/// The answer, as a person would write it.
#[derive(Deserialize)]
struct Answer {
    webhook: Webhook,
}

#[derive(Deserialize)]
struct Webhook {
    webhook_id: String,
    #[allow(dead_code, reason = "it is read, as the client reads it")]
    url: String,
    #[allow(dead_code, reason = "it is read, as the client reads it")]
    event_types: Option<Vec<String>>,
    #[allow(dead_code, reason = "it is read, as the client reads it")]
    secret: Option<String>,
}

impl Caller {
    /// All of them, the bare ones first.
    ///
    /// # Errors
    ///
    /// Where a client cannot be built.
    pub fn all(address: SocketAddr) -> Result<[Self; 3], Fault> {
        let base = format!("http://{address}");
        let url = format!("{base}/webhooks/get?webhook_id={WEBHOOK}");
        let hyper = HyperClient::builder(TokioExecutor::new()).build_http();
        // As the client has it, proxies of the environment included: see `proxies.rs`.
        let headers = HEADERS.map(|(name, value)| {
            let name = HeaderName::from_static(name);
            (name, HeaderValue::from_static(value))
        });
        let reqwest = reqwest::Client::builder()
            .default_headers(headers.into_iter().collect())
            .build()?;
        let seam = Seam::builder().api_key(KEY).base_url(base).build()?;
        Ok([
            Self::Reqwest(reqwest, url.clone()),
            Self::Hyper(hyper, url),
            Self::Seam(seam),
        ])
    }

    /// What tables call it.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Seam(_) => "the client",
            Self::Reqwest(..) => "reqwest",
            Self::Hyper(..) => "hyper",
        }
    }

    /// Calls once.
    ///
    /// # Errors
    ///
    /// Where the call fails, or the answer is another one.
    pub async fn call(&self) -> Result<(), Fault> {
        let bearer = format!("Bearer {KEY}");
        let is_asked_for = match self {
            Self::Seam(seam) => seam.webhooks().get(WEBHOOK).send().await?.webhook_id == WEBHOOK,
            Self::Reqwest(client, url) => {
                let request = client.get(url).header("authorization", bearer);
                let body = request.send().await?.error_for_status()?.bytes().await?;
                serde_json::from_slice::<Answer>(&body)?.webhook.webhook_id == WEBHOOK
            }
            Self::Hyper(client, url) => {
                let mut request = http::Request::get(url).header("authorization", bearer);
                for (name, value) in HEADERS {
                    request = request.header(name, value);
                }
                let response = client.request(request.body(Empty::new())?).await?;
                let body = response.into_body().collect().await?.to_bytes();
                serde_json::from_slice::<Answer>(&body)?.webhook.webhook_id == WEBHOOK
            }
        };
        match is_asked_for {
            true => Ok(()),
            false => Err("the answer is of another webhook".into()),
        }
    }
}

/// A run of many calls.
struct Run {
    total: Time,
    each: Vec<Duration>,
}

/// Calls in rounds: each caller once per round, `calls` calls each.
///
/// # Errors
///
/// Where a call fails.
pub fn times(address: SocketAddr, calls: usize, rounds: usize) -> Result<Table, Fault> {
    let mut table = Table {
        title: format!("Calls over the loopback address, {calls} per run; ratios are to reqwest"),
        columns: vec![
            "caller",
            "in parallel",
            "calls/s",
            "p50",
            "p99",
            "processor per call",
            "calls/s: ratio",
            "processor: ratio",
        ],
        rows: Vec::new(),
    };
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?;
    for parallel in PARALLEL {
        let callers = Caller::all(address)?;
        let mut runs: [Vec<Run>; 3] = Default::default();
        for round in 0..=rounds {
            for (caller, runs) in callers.iter().zip(&mut runs) {
                let run = runtime.block_on(run(caller, calls, parallel))?;
                // The first round connects.
                if round > 0 {
                    runs.push(run);
                }
            }
        }
        let figures = runs.each_ref().map(|runs| Figures::of(runs, calls));
        let bare = &figures[0];
        for (caller, figures) in callers.iter().zip(&figures) {
            table.rows.push(vec![
                Cell::text(caller.name()),
                Cell::count(parallel),
                Cell::count(figures.per_second as usize),
                Cell::Seconds(figures.p50),
                Cell::Seconds(figures.p99),
                Cell::Seconds(figures.cpu),
                Cell::Ratio(figures.per_second / bare.per_second),
                Cell::Ratio(figures.cpu / bare.cpu),
            ]);
        }
    }
    Ok(table)
}

/// Medians over runs.
struct Figures {
    per_second: f64,
    p50: f64,
    p99: f64,
    cpu: f64,
}

impl Figures {
    fn of(runs: &[Run], calls: usize) -> Self {
        let of_runs = |share: f64| {
            let of_run = |run: &Run| quantile(run.each.iter().copied(), share);
            median(runs.iter().map(|run| Duration::from_secs_f64(of_run(run))))
        };
        Self {
            per_second: calls as f64 / median(runs.iter().map(|run| run.total.wall)),
            p50: of_runs(0.5),
            p99: of_runs(0.99),
            cpu: median(runs.iter().map(|run| run.total.cpu)) / calls as f64,
        }
    }
}

async fn run(caller: &Caller, calls: usize, parallel: usize) -> Result<Run, Fault> {
    let watch = Stopwatch::start();
    let tasks: Vec<_> = (0..parallel)
        .map(|task| {
            let caller = caller.clone();
            let share = (calls + task) / parallel;
            tokio::spawn(async move {
                let mut each = Vec::with_capacity(share);
                for _ in 0..share {
                    let since = Instant::now();
                    caller.call().await?;
                    each.push(since.elapsed());
                }
                Ok::<_, Fault>(each)
            })
        })
        .collect();
    let mut each = Vec::with_capacity(calls);
    for task in tasks {
        each.extend(task.await??);
    }
    Ok(Run {
        total: watch.read(),
        each,
    })
}
