//! Allocations of decoding and of calls: `allocations decode|call`.
//!
//! Its allocator counts what one thread allocates. That costs time, so times are measured by
//! another program.

use allocation_counter::measure;
use seamstress_bench::arguments::Arguments;
use seamstress_bench::callers::Caller;
use seamstress_bench::pages::{self, Page};
use seamstress_bench::server::{self, Server};
use seamstress_bench::table::{self, Cell, Table};
use seamstress_bench::{Fault, decode, proxies};

fn main() -> Result<(), Fault> {
    let mut words = std::env::args().skip(1).peekable();
    if words.peek().is_some_and(|word| word == server::COMMAND) {
        return server::serve();
    }
    if proxies::run_without()? {
        return Ok(());
    }
    let arguments = Arguments::read(words)?;
    match arguments.benchmark.as_str() {
        "decode" => table::print(&[decoding(&pages::draw(arguments.objects, arguments.seed)?)?]),
        "call" => table::print(&[calls(arguments.calls)?]),
        other => Err(format!("there is no benchmark {other}").into()),
    }
}

fn decoding(pages: &[Page]) -> Result<Table, Fault> {
    let mut table = Table {
        title: "Allocations of decoding a page".to_owned(),
        columns: vec![
            "page",
            "decoded by",
            "per object",
            "bytes in all",
            "peak",
            "left",
        ],
        rows: Vec::new(),
    };
    for page in pages {
        for subject in decode::subjects(page)? {
            let mut decoded = None;
            let counted = measure(|| decoded = Some((subject.run)()));
            decoded.ok_or("nothing was decoded")??;
            table.rows.push(vec![
                Cell::text(page.key),
                Cell::text(subject.name),
                Cell::Ratio(counted.count_total as f64 / page.objects as f64),
                Cell::Bytes(counted.bytes_total),
                Cell::Bytes(counted.bytes_max),
                Cell::Bytes(u64::try_from(counted.bytes_current).unwrap_or(0)),
            ]);
        }
    }
    Ok(table)
}

fn calls(calls: usize) -> Result<Table, Fault> {
    let server = Server::start(&std::env::current_exe()?)?;
    let mut table = Table {
        title: format!("Allocations of a call, of {calls} one after the other"),
        columns: vec!["caller", "per call", "bytes per call"],
        rows: Vec::new(),
    };
    // All is done on this thread: connections, too.
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    for caller in Caller::all(server.address)? {
        // The first call connects.
        runtime.block_on(caller.call())?;
        let mut outcome = Ok(());
        let counted = measure(|| {
            outcome = runtime.block_on(async {
                for _ in 0..calls {
                    caller.call().await?;
                }
                Ok::<_, Fault>(())
            });
        });
        outcome?;
        table.rows.push(vec![
            Cell::text(caller.name()),
            Cell::Ratio(counted.count_total as f64 / calls as f64),
            Cell::Ratio(counted.bytes_total as f64 / calls as f64),
        ]);
    }
    Ok(table)
}
