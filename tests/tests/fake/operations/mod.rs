//! Every operation that the fake server has and the other tests leave out: each is called once,
//! and its row says what was read, or which error came back.

mod access_systems;
mod accounts;
mod devices;
mod workspaces;

use std::fmt::Display;

use seam_api::{Error, Page};
use seam_tests::FakeSeam;

use crate::client;

/// What the operations gave, row by row.
#[derive(Default)]
struct Table {
    rows: usize,
    surprises: Vec<String>,
}

impl Table {
    /// `expected` is what the value is made to say, or the error: its status and type where the
    /// server refuses, else its kind.
    fn row(&mut self, operation: &str, expected: &str, found: Result<impl Display, Error>) {
        self.rows += 1;
        let found = match found {
            Ok(value) => value.to_string(),
            Err(error) => {
                assert_eq!(error.operation(), Some(operation), "{error}");
                match error.api() {
                    Some(api) => format!(
                        "{} {}",
                        api.status().as_u16(),
                        api.kind().unwrap_or(api.body())
                    ),
                    None => format!("{:?}", error.kind()),
                }
            }
        };
        if found != expected {
            self.surprises
                .push(format!("{operation}: expected {expected}, found {found}"));
        }
    }
}

#[tokio::test]
async fn every_operation_of_the_fake_is_understood() {
    let Some(server) = FakeSeam::start() else {
        return;
    };
    let seam = client(&server);
    let mut table = Table::default();
    devices::access_codes(&seam, &mut table).await;
    devices::devices(&seam, &mut table).await;
    devices::thermostats(&seam, &mut table).await;
    devices::noise_sensors(&seam, &mut table).await;
    accounts::accounts(&seam, &mut table).await;
    accounts::sessions(&seam, &mut table).await;
    access_systems::access_systems(&seam, &mut table).await;
    workspaces::events(&seam, &mut table).await;
    workspaces::webhooks(&seam, &mut table).await;
    workspaces::workspaces(&seam, &mut table).await;
    assert!(table.surprises.is_empty(), "{:#?}", table.surprises);
    assert_eq!(table.rows, 61);
}

fn count<T>(page: Result<Page<T>, Error>) -> Result<usize, Error> {
    page.map(|page| page.items.len())
}

fn done(result: Result<(), Error>) -> Result<&'static str, Error> {
    result.map(|()| "done")
}
