//! Obtaining a credential for another one, as a session for a key that anyone may see.

use super::CredentialKind;
use crate::{Call, Client, ClientBuilder, Envelope, Error, Operation, send};

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
/// Those of building a client, and of the call. Of
/// [`ErrorKind::Decode`](crate::ErrorKind::Decode), where the value has no such token, or one
/// that cannot be used.
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
    let envelope = send::exchange(&call).await?;
    let Some(token) = token(&envelope, exchange) else {
        let reason = format!(
            "it lacks `{}`, the credential to go on with",
            exchange.token
        );
        return Err(envelope.decode_error(&reason));
    };
    // All else was good enough for the first client: what is wrong now came with the answer.
    let client = builder.secret(exchange.to, token).build();
    client.map_err(|error| envelope.decode_error(&error.to_string()))
}

/// The credential in the value of the answer. The usual way to read a value would show, in its
/// error, what it found instead; here that may be the credential, in a place unheard of.
fn token(envelope: &Envelope, exchange: &Exchange) -> Option<String> {
    let answer = envelope.json().ok()?;
    let value = match exchange.operation.response_key {
        Some(key) => answer.get(key)?,
        None => &answer,
    };
    value.get(exchange.token)?.as_str().map(str::to_owned)
}
