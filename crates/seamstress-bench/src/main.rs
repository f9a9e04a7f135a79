//! Times of decoding and of calls: `seamstress-bench decode|call`.

use seamstress_bench::arguments::Arguments;
use seamstress_bench::server::{self, Server};
use seamstress_bench::{Fault, callers, decode, pages, proxies, table};

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
        "decode" => {
            let pages = pages::draw(arguments.objects, arguments.seed)?;
            table::print(&[decode::times(&pages, arguments.runs)?, decode::sizes()])
        }
        "call" => {
            let server = Server::start(&std::env::current_exe()?)?;
            let times = callers::times(server.address, arguments.calls, arguments.runs)?;
            table::print(&[times])
        }
        other => Err(format!("there is no benchmark {other}").into()),
    }
}
