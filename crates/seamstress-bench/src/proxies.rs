//! Proxies of the environment, which would be measured in the server's place.

use std::process::Command;

use crate::Fault;

/// The variables by which the client and `reqwest` find proxies; `hyper`, bare, looks at none of them.
const VARIABLES: [&str; 6] = [
    "HTTP_PROXY",
    "http_proxy",
    "HTTPS_PROXY",
    "https_proxy",
    "ALL_PROXY",
    "all_proxy",
];

/// Runs this program again without them, where there are any; gives whether it did.
///
/// The clients could be told to use none. But then they would not be what callers have, who leave
/// that setting alone.
///
/// # Errors
///
/// Where the program cannot be run, or fails.
pub fn run_without() -> Result<bool, Fault> {
    if VARIABLES
        .iter()
        .all(|name| std::env::var_os(name).is_none())
    {
        return Ok(false);
    }
    let mut again = Command::new(std::env::current_exe()?);
    again.args(std::env::args_os().skip(1));
    for name in VARIABLES {
        again.env_remove(name);
    }
    match again.status()?.success() {
        true => Ok(true),
        false => Err("without the proxies of the environment, it fails".into()),
    }
}
