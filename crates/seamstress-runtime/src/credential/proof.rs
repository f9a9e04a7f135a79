//! Which credentials go out with a call, and what comes of them.

use std::sync::Arc;
use std::time::Duration;

use http::header::AUTHORIZATION;
use http::{HeaderMap, Request, StatusCode};

use super::Credential;
use super::token::{Bearer, Tokens};
use crate::client::Shared;
use crate::retry::Outcome;
use crate::{Call, Error, ErrorKind, Operation};

/// What goes out with the requests of a call: credentials, with their tokens.
pub(crate) struct Proof<'a> {
    /// The first of them, which nearly always is the only one.
    first: Option<&'a Credential>,
    others: Vec<&'a Credential>,
    bearers: Vec<(&'a Arc<Tokens>, Bearer)>,
}

impl<'a> Proof<'a> {
    /// The credentials that `operation` accepts, of those that the client has: the first one that
    /// suffices alone, or else the first set that does.
    ///
    /// # Errors
    ///
    /// Of [`ErrorKind::Credential`], where there is none: the server would refuse the call, and
    /// says less clearly why.
    pub(crate) fn choose(operation: &Operation, client: &'a Shared) -> Result<Self, Error> {
        let of = |first, others| Self {
            first,
            others,
            bearers: Vec::new(),
        };
        let known = &client.credentials;
        let alone = |credential: &&Credential| intersects(credential.schemes, operation.security);
        if let Some(credential) = known.iter().find(alone) {
            return Ok(of(Some(credential), Vec::new()));
        }
        let together = operation.security_sets.iter();
        if let Some(all) = together.filter_map(|set| all(set, known)).next() {
            return Ok(of(None, all));
        }
        let is_open = operation.security.is_empty() && operation.security_sets.is_empty();
        match is_open || operation.anonymous {
            true => Ok(of(None, Vec::new())),
            false => Err(refused(operation, client)),
        }
    }

    /// Whether tokens are to be obtained before the request can go out.
    pub(crate) fn needs_tokens(&self) -> bool {
        self.credentials().any(|known| known.tokens.is_some())
    }

    /// Obtains the tokens, until `end` at the latest.
    ///
    /// # Errors
    ///
    /// Those of obtaining a token.
    pub(crate) async fn obtain(&mut self, client: &'a Shared, end: Duration) -> Result<(), Error> {
        let mut bearers = Vec::new();
        for tokens in self.credentials().filter_map(|known| known.tokens.as_ref()) {
            bearers.push((tokens, tokens.bearer(client, end).await?));
        }
        self.bearers = bearers;
        Ok(())
    }

    fn credentials(&self) -> impl Iterator<Item = &'a Credential> {
        self.first.into_iter().chain(self.others.iter().copied())
    }
}

impl Proof<'_> {
    /// The headers of `call` with the credential among them, where they are the same for all calls:
    /// then there is nothing to [`add`](Self::add).
    pub(crate) fn headers(&self, call: &Call) -> Option<&HeaderMap> {
        let rare = call.rare();
        let headers = self.first?.headers.as_ref();
        // The call's own come before a credential, which takes their place.
        headers.filter(|_| rare.headers.is_empty() && rare.cookies.is_empty())
    }

    /// Adds the credentials to `request`, in the place of anything else of their names.
    ///
    /// # Errors
    ///
    /// Of [`ErrorKind::Request`], where there is no room for them.
    pub(crate) fn add<B>(&self, request: &mut Request<B>) -> Result<(), Error> {
        for (_, bearer) in &self.bearers {
            let headers = request.headers_mut();
            headers.insert(AUTHORIZATION, bearer.header.clone());
        }
        let mut parts = self.credentials().flat_map(|known| &known.parts);
        parts.try_for_each(|part| part.add(request))
    }

    /// Whether the server refused a token that can be obtained anew, by 401: it has not acted on
    /// the request then (RFC 9110, section 15.5.2). Such a token is forgotten.
    pub(crate) fn is_outdated(&self, outcome: &Outcome) -> bool {
        let is_refused =
            matches!(outcome, Ok(answer) if answer.status() == StatusCode::UNAUTHORIZED);
        if is_refused {
            for (tokens, bearer) in &self.bearers {
                tokens.refuse(bearer);
            }
        }
        is_refused && !self.bearers.is_empty()
    }
}

/// A credential for each scheme of `set`, each once; nothing where one is missing.
fn all<'a>(set: &[&str], known: &'a [Credential]) -> Option<Vec<&'a Credential>> {
    let mut chosen: Vec<&Credential> = Vec::new();
    for scheme in set {
        let suits = |credential: &Credential| credential.schemes.contains(scheme);
        if !chosen.iter().any(|credential| suits(credential)) {
            chosen.push(known.iter().find(|credential| suits(credential))?);
        }
    }
    Some(chosen)
}

/// The error of an operation that accepts none of the client's credentials. Both are called as
/// the builder of the client calls them, where it knows them.
fn refused(operation: &Operation, client: &Shared) -> Error {
    let kinds = client.settings.credentials;
    let accepted = kinds
        .iter()
        .filter(|kind| intersects(kind.schemes, operation.security));
    let mut accepted: Vec<String> = accepted.map(|kind| kind.to_string()).collect();
    if accepted.is_empty() {
        accepted.extend(operation.security.iter().map(ToString::to_string));
    }
    for set in operation.security_sets {
        let names = set.iter().map(|scheme| {
            let kind = kinds.iter().find(|kind| kind.schemes.contains(scheme));
            kind.map_or_else(|| (*scheme).to_owned(), |kind| kind.to_string())
        });
        accepted.push(names.collect::<Vec<_>>().join(" together with "));
    }
    let has = client.credentials.iter().map(Credential::called);
    let has = has.collect::<Vec<_>>().join(", ");
    let has = if has.is_empty() { "none" } else { &has };
    let accepted = accepted.join(", ");
    Error::new(
        ErrorKind::Credential,
        format!("it accepts the credentials {accepted}; this client has {has}"),
    )
}

fn intersects(some: &[&str], others: &[&str]) -> bool {
    some.iter().any(|scheme| others.contains(scheme))
}
