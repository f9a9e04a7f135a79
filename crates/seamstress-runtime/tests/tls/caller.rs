//! A process that calls once.

use std::process::Command;

use seamstress_runtime::{Call, Client, Operation, RetryOptions, Settings};

/// Where the process finds the address that it is to call.
const ADDRESS: &str = "SEAMSTRESS_TEST_ADDRESS";

/// What stands before the outcome, in what the process prints.
const OUTCOME: &str = "outcome: ";

/// What changes how calls are made; a test has only those that it gives.
const VARIABLES: [&str; 10] = [
    "ALL_PROXY",
    "HTTPS_PROXY",
    "HTTP_PROXY",
    "NO_PROXY",
    "all_proxy",
    "https_proxy",
    "http_proxy",
    "no_proxy",
    "SSL_CERT_DIR",
    "SSL_CERT_FILE",
];

static SETTINGS: Settings = Settings {
    base_url: "https://api.example.invalid",
    ..Settings::DEFAULT
};

static ACCESS: Operation = Operation {
    name: "access",
    path: "/access",
    ..Operation::DEFAULT
};

/// Calls `url` in a process with `variables`: what was answered, or the error.
pub(crate) async fn call(url: &str, variables: &[(&str, String)]) -> String {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", "caller::calls_if_it_is_told_to", "--nocapture"]);
    for name in VARIABLES {
        command.env_remove(name);
    }
    command.env(ADDRESS, url);
    command.envs(variables.iter().map(|(name, value)| (name, value)));
    let output = tokio::task::spawn_blocking(move || command.output().unwrap());
    let text = String::from_utf8(output.await.unwrap().stdout).unwrap();
    let Some((_, outcome)) = text.split_once(OUTCOME) else {
        panic!("nothing was called: {text}");
    };
    outcome.lines().next().unwrap().to_owned()
}

/// The process that `call` starts. Among the other tests, it has nothing to do.
#[tokio::test]
async fn calls_if_it_is_told_to() {
    let Ok(url) = std::env::var(ADDRESS) else {
        return;
    };
    let client = Client::builder(&SETTINGS)
        .base_url(url)
        .retry(RetryOptions::never());
    let call = Call::new(&client.build().unwrap(), &ACCESS);
    match call.send_value::<String>().await {
        Ok(answer) => println!("{OUTCOME}{answer}"),
        Err(error) => println!("{OUTCOME}{error}"),
    }
}
