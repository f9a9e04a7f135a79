//! That the benchmarks measure what they say: every way to decode reads every page, and all callers
//! get the answer. How long it takes is no question here.

#![allow(
    clippy::unwrap_used,
    reason = "the helpers of a test fail as a test does"
)]

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::Path;
use std::process::Command;

use seamstress_bench::callers::Caller;
use seamstress_bench::pages::{self, Page};
use seamstress_bench::server::Server;
use seamstress_bench::{callers, decode};

#[test]
fn every_way_to_decode_reads_every_page() {
    for seed in 0..4 {
        for page in pages::draw(100, seed).unwrap() {
            let subjects = decode::subjects(&page).unwrap();
            assert_eq!(subjects[0].name, decode::STRICT);
            for subject in subjects {
                assert!((subject.run)().is_ok(), "{}: {}", page.key, subject.name);
            }
        }
    }
}

#[test]
fn what_is_unknown_is_no_page_to_compare_with() {
    let page = Page {
        key: "events",
        list: br#"[{"event_type": "new"}]"#.to_vec(),
        objects: 1,
    };
    assert!(decode::subjects(&page).is_err());
}

#[test]
fn the_same_seed_gives_the_same_page() {
    let [first, again, other] = [7, 7, 8].map(|seed| pages::draw(5, seed).unwrap());
    assert_eq!(first[0].list, again[0].list);
    assert_ne!(first[0].list, other[0].list);
}

#[test]
fn all_callers_get_the_answer() {
    let program = env!("CARGO_BIN_EXE_seamstress-bench");
    let server = Server::start(Path::new(program)).unwrap();
    let table = callers::times(server.address, 70, 1).unwrap();
    assert_eq!(table.rows.len(), 6);
}

#[test]
fn all_callers_send_the_same_headers() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let all = Caller::all(listener.local_addr().unwrap()).unwrap();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let sent = all.map(|caller| {
        // Nothing is answered: the call ends with the runtime.
        runtime.spawn(async move { caller.call().await.map_err(|fault| fault.to_string()) });
        let (connection, _) = listener.accept().unwrap();
        let head = BufReader::new(connection).lines().map(Result::unwrap);
        let head = head.skip(1).take_while(|line| !line.is_empty());
        let names = head.map(|line| line.split(':').next().unwrap().to_lowercase());
        names.collect::<BTreeSet<_>>()
    });
    assert_eq!(sent[0].len(), 6, "{sent:?}");
    assert!(sent.iter().all(|names| *names == sent[0]), "{sent:#?}");
}

/// Scenario: the environment names a proxy, at which nothing listens. Expected: the calls MUST go
/// to the server all the same.
#[test]
fn a_proxy_is_not_measured() {
    for program in [
        env!("CARGO_BIN_EXE_seamstress-bench"),
        env!("CARGO_BIN_EXE_allocations"),
    ] {
        let mut command = Command::new(program);
        command.args(["call", "--calls", "70", "--runs", "1"]);
        command
            .env("HTTP_PROXY", "http://127.0.0.1:1")
            .env("http_proxy", "http://127.0.0.1:1");
        let output = command.output().unwrap();
        assert!(output.status.success(), "{output:?}");
    }
}
