//! Obtaining a credential for another one, as a session for a key that anyone may see.

use serde_json::Value;

use super::CredentialKind;
use crate::{Call, Client, ClientBuilder, Error, Operation};

/// What a generated client knows about obtaining a credential by a call.
#[derive(Clone, Copy, Debug)]
pub struct Exchange {
    /// What the caller has.
    pub from: &'static CredentialKind,
    /// The operation that gives the other one.
    pub operation: &'static Operation,
    /// The member of its value that is the other one.
    pub token: &'static str,
    /// What it gives.
    pub to: &'static CredentialKind,
}

/// A client with the credential that `exchange` gives for `secret`; all else is as `builder` says.
///
/// # Errors
///
/// Those of building a client, and of the call. Of [`ErrorKind::Decode`](crate::ErrorKind::Decode), where the value has no
/// such token.
pub(crate) async fn exchange(
    builder: ClientBuilder,
    exchange: &'static Exchange,
    secret: String,
    arguments: Vec<(&'static str, String)>,
) -> Result<Client, Error> {
    // One transport for both: the connection serves the new client too.
    let builder = builder.with_transport()?;
    let client = builder.clone().secret(exchange.from, secret).build()?;
    let mut call = Call::new(&client, exchange.operation);
    for (name, value) in &arguments {
        call.set(name, value);
    }
    let response = call.send::<Value>().await?;
    let Some(token) = response.value.get(exchange.token).and_then(Value::as_str) else {
        let reason = format!(
            "it lacks `{}`, the credential to go on with",
            exchange.token
        );
        return Err(response.envelope().decode_error(&reason));
    };
    builder.secret(exchange.to, token).build()
}
