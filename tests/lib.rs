//! Seam's own fake server, started for tests of the Rust client.
//!
//! The fake is an npm package. Where Node.js is missing, the tests that need it are skipped with a
//! line that says so; where the environment variable `CI` is set, that is a failure instead, since a
//! skipped test there would go unseen. See [`FakeSeam`].

mod http;
mod install;

use std::io::{BufRead, BufReader, ErrorKind, Read};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::thread;

/// An API key of [`WORKSPACE`], which has example devices.
pub const API_KEY: &str = "seam_apikey1_token";
/// A personal access token; it goes with the header `seam-workspace`.
pub const PERSONAL_ACCESS_TOKEN: &str = "seam_at1_longtoken";
/// A client session's token, of the same workspace.
pub const CLIENT_SESSION_TOKEN: &str = "seam_cst1_token";
/// A publishable key of the same workspace.
pub const PUBLISHABLE_KEY: &str = "seam_pk1_token";
/// The workspace of the example data.
pub const WORKSPACE: &str = "seed_workspace_1";
/// A lock of the example data.
pub const LOCK: &str = "august_device_1";

/// A running fake server with Seam's example data, on the loopback address only.
///
/// Each test starts its own (it takes less than a second), so that no test sees what another one
/// did. The server ends with this value, and by itself should the test be killed.
///
/// ```no_run
/// let Some(seam) = seam_tests::FakeSeam::start() else { return };
/// println!("{}", seam.url());
/// ```
#[derive(Debug)]
pub struct FakeSeam {
    server: Child,
    url: String,
}

impl FakeSeam {
    /// Starts a server; `None`, with a line on standard error, where there is no Node.js.
    ///
    /// # Panics
    ///
    /// Where `CI` is set, when the server cannot be started.
    #[must_use]
    pub fn start() -> Option<Self> {
        match Self::try_start() {
            Ok(seam) => Some(seam),
            Err(reason) => {
                #[expect(clippy::panic, reason = "a test that cannot run in CI has failed")]
                if std::env::var_os("CI").is_some() {
                    panic!("the fake server cannot be started: {reason}");
                }
                eprintln!("SKIPPED: the fake server cannot be started: {reason}");
                None
            }
        }
    }

    /// Starts a server.
    ///
    /// # Errors
    ///
    /// With the reason, when Node.js is missing, its packages cannot be installed, or the server
    /// does not start.
    pub fn try_start() -> Result<Self, String> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
        install::install(folder)?;
        let mut server = Command::new("node")
            .arg("fake-seam.mjs")
            .current_dir(folder)
            // The server ends when this pipe does.
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| match error.kind() {
                ErrorKind::NotFound => "Node.js is not installed".to_owned(),
                _ => format!("`node` cannot be started: {error}"),
            })?;
        let stdout = server.stdout.take().ok_or("the server has no output")?;
        match first_line(stdout) {
            Some(url) => Ok(Self { server, url }),
            None => {
                let status = server.wait().map_err(|error| error.to_string())?;
                Err(format!("the server ended before it was ready ({status})"))
            }
        }
    }

    /// Where the server is: `http://127.0.0.1:` and a port, without a slash at the end.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Posts JSON to the server and returns status and body. Meant for the fake's own endpoints,
    /// which need no authentication, such as `/_fake/update_action_attempt` with
    /// `{"action_attempt_id": …, "status": …, "result": …}`, or
    /// `/_fake/simulate_workspace_outage` with `{"workspace_id": …, "routes": […]}`.
    ///
    /// # Errors
    ///
    /// When the server does not answer.
    pub fn control(&self, path: &str, json: &str) -> std::io::Result<(u16, String)> {
        http::send(
            &self.url,
            &http::Request {
                method: "POST",
                path,
                headers: &[],
                json,
            },
        )
    }
}

impl Drop for FakeSeam {
    fn drop(&mut self) {
        // It may have ended by itself; there is nothing to do about an error here.
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

/// The first line of the server's output. What follows is read and dropped, lest a full pipe stop
/// the server.
fn first_line(stdout: ChildStdout) -> Option<String> {
    let mut output = BufReader::new(stdout);
    let mut line = String::new();
    output.read_line(&mut line).ok()?;
    thread::spawn(move || std::io::copy(&mut output.by_ref(), &mut std::io::sink()));
    let line = line.trim();
    line.starts_with("http://127.0.0.1:")
        .then(|| line.to_owned())
}

#[cfg(test)]
mod tests {
    use std::net::TcpStream;

    use super::*;

    fn get(seam: &FakeSeam, path: &str, key: &str) -> (u16, String) {
        let headers = [("authorization", format!("Bearer {key}"))];
        let request = http::Request {
            method: "GET",
            path,
            headers: &headers,
            json: "",
        };
        http::send(seam.url(), &request).unwrap()
    }

    #[test]
    fn the_server_answers_with_its_example_data() {
        let Some(seam) = FakeSeam::start() else {
            return;
        };
        let (status, body) = get(&seam, "/devices/list?limit=1", API_KEY);
        assert_eq!(status, 200, "{body}");
        assert!(body.contains(r#""has_next_page":true"#), "{body}");
        assert!(
            body.contains(&format!(r#""next_page_url":"{}"#, seam.url())),
            "{body}"
        );

        let (status, body) = get(&seam, &format!("/devices/get?device_id={LOCK}"), API_KEY);
        assert_eq!(status, 200, "{body}");
        assert!(body.contains(WORKSPACE), "{body}");

        let (status, body) = get(&seam, "/devices/list", "seam_nobody");
        assert_eq!(status, 401, "{body}");
    }

    #[test]
    fn servers_are_independent_and_end_with_their_value() {
        let Some(seam) = FakeSeam::start() else {
            return;
        };
        let Some(other) = FakeSeam::start() else {
            return;
        };
        assert_ne!(seam.url(), other.url());

        let outage = format!(r#"{{"workspace_id":"{WORKSPACE}","routes":["/devices/list"]}}"#);
        let (status, body) = seam
            .control("/_fake/simulate_workspace_outage", &outage)
            .unwrap();
        assert_eq!(status, 200, "{body}");
        assert_eq!(get(&seam, "/devices/list", API_KEY).0, 503);
        assert_eq!(get(&other, "/devices/list", API_KEY).0, 200);

        let address = seam.url().trim_start_matches("http://").to_owned();
        assert!(TcpStream::connect(&address).is_ok());
        drop(seam);
        assert!(TcpStream::connect(&address).is_err());
    }

    #[test]
    fn a_server_ends_when_its_input_is_closed() {
        let Some(mut seam) = FakeSeam::start() else {
            return;
        };
        drop(seam.server.stdin.take());
        assert!(seam.server.wait().unwrap().success());
    }
}
