//! For the tests of programs that call an API: a transport that plays answers and records
//! requests, and a clock that nobody waits for. No server, no socket, no port.
//!
//! ```
//! use seamstress_runtime::testing::{FakeClock, FakeTransport, json};
//! use seamstress_runtime::{Call, Client, Method, Operation, Settings};
//!
//! # static SETTINGS: Settings = Settings { base_url: "https://api.example.com", ..Settings::DEFAULT };
//! static GET: Operation = Operation {
//!     name: "names.get",
//!     path: "/names/get",
//!     response_key: Some("name"),
//!     ..Operation::DEFAULT
//! };
//!
//! // The code under test gets a client like any other.
//! async fn greeting(client: &Client) -> Result<String, seamstress_runtime::Error> {
//!     let name: String = Call::new(client, &GET).send_value().await?;
//!     Ok(format!("Hello, {name}!"))
//! }
//!
//! # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(async {
//! let server = FakeTransport::new();
//! server.answer(503, json!({"error": "busy"})); // tried again, without a pause
//! server.answer(200, json!({"name": "Ada"}));
//! let client = Client::builder(&SETTINGS)
//!     .transport(server.clone())
//!     .clock(FakeClock::new())
//!     .build()?;
//!
//! assert_eq!(greeting(&client).await?, "Hello, Ada!");
//! assert_eq!(server.requests().len(), 2);
//! assert_eq!(server.requests()[0].line(), "GET /names/get");
//! # Ok::<(), seamstress_runtime::Error>(()) }).unwrap();
//! ```

mod answer;
mod clock;
mod compare;
mod part;
mod recorded;
mod transport;

pub use answer::{Answer, Reading};
pub use clock::FakeClock;
pub use part::RecordedPart;
pub use recorded::RecordedRequest;
pub use transport::FakeTransport;

/// Makes the JSON of an answer: `json!({"ok": true})`.
pub use serde_json::json;
