//! Security schemes: what a request has to carry for each (OpenAPI 3.0.4, section 4.8.27).

use std::collections::BTreeSet;

use super::node::Node;
use crate::api::{Credential, Grant, Placement};
use crate::case;
use crate::config::HeaderName;

/// What a security scheme asks for.
#[derive(Clone, Debug)]
pub(super) enum Scheme {
    /// Something that is sent as it is.
    Sent(Placement),
    /// A bearer token that is obtained: by the caller, or for a client's id and secret.
    Token { grant: Option<Grant> },
    /// A certificate, which is shown while connecting.
    Certificate,
}

impl Scheme {
    /// Where it stands in a request.
    pub(super) fn placement(&self) -> Option<Placement> {
        match self {
            Self::Sent(placement) => Some(placement.clone()),
            Self::Token { .. } => Some(Placement::Bearer),
            Self::Certificate => None,
        }
    }

    /// Whether it is part of a request.
    pub(super) fn is_sent(&self) -> bool {
        !matches!(self, Self::Certificate)
    }
}

/// What the scheme at `node` asks for, or why that is not known.
pub(super) fn read(node: &Node<'_>) -> Result<Scheme, String> {
    let kind = node.text("type").ok_or("it has no `type`")?;
    match kind.to_ascii_lowercase().as_str() {
        "apikey" => key(node).map(Scheme::Sent),
        "http" => {
            let scheme = node.text("scheme").ok_or("it has no `scheme`")?;
            Ok(Scheme::Sent(match scheme.to_ascii_lowercase().as_str() {
                "bearer" => Placement::Bearer,
                "basic" => Placement::Basic,
                // Each has rules of its own: the caller gives the whole value.
                _ => Placement::Header("authorization".to_owned()),
            }))
        }
        "oauth2" => Ok(Scheme::Token { grant: grant(node) }),
        "openidconnect" => Ok(Scheme::Token { grant: None }),
        "mutualtls" => Ok(Scheme::Certificate),
        _ => Err(format!("its type `{kind}` is none of the specification's")),
    }
}

fn key(node: &Node<'_>) -> Result<Placement, String> {
    let name = node.text("name").ok_or("it has no `name`")?.to_owned();
    match node.text("in").unwrap_or_default() {
        "header" => {
            HeaderName::try_from(name).map(|name| Placement::Header(name.as_str().to_owned()))
        }
        "query" if !name.is_empty() => Ok(Placement::Query(name)),
        // A cookie's name is a token, as a header's is (RFC 6265, section 4.1.1), but keeps its case.
        "cookie" => HeaderName::try_from(name.clone()).map(|_| Placement::Cookie(name)),
        place => Err(format!("a key cannot be sent in `{place}`")),
    }
}

/// The flow by which a client obtains tokens for itself, if there is one. All others need a
/// person, and a browser.
fn grant(node: &Node<'_>) -> Option<Grant> {
    let flow = node.get("flows")?.get("clientCredentials")?;
    let url = |key: &str| {
        let url = flow.text(key).filter(|url| !url.is_empty());
        url.map(str::to_owned)
    };
    let scopes = flow.members("scopes").into_iter().map(|(name, _)| name);
    let mut documented: Vec<String> = scopes
        .filter(|name| is_scope(name))
        .map(str::to_owned)
        .collect();
    // The order of a map means nothing.
    documented.sort();
    Some(Grant {
        token_url: url("tokenUrl")?,
        refresh_url: url("refreshUrl"),
        scopes: Vec::new(),
        documented,
        secret_in_body: false,
    })
}

/// Whether this can be the name of a scope (RFC 6749, section 3.3).
fn is_scope(name: &str) -> bool {
    let sign = |c: char| matches!(c, '!' | '#'..='[' | ']'..='~');
    !name.is_empty() && name.chars().all(sign)
}

/// What callers call a credential for the scheme `name`.
pub(super) fn called(name: &str) -> String {
    // One word, which has a capital inside.
    let name = name.replace("OAuth", "Oauth").replace("OpenID", "Openid");
    let name = case::snake(&name);
    match name.chars().any(char::is_alphanumeric) {
        true => name,
        false => "credential".to_owned(),
    }
}

/// `text` in small letters with `_` between words, for variables: ASCII only.
pub(super) fn snake(text: &str) -> String {
    let mut snake = case::snake(text);
    snake.retain(|letter| letter.is_ascii_alphanumeric() || letter == '_');
    match snake.is_empty() {
        true => "credential".to_owned(),
        false => snake,
    }
}

/// Gives each credential a name of its own: where several tokens are obtained, those of clients
/// are called after their schemes.
pub(super) fn distinguish(credentials: &mut [Credential]) {
    let grants = credentials.iter().filter(|known| known.grant.is_some());
    let several = grants.count() > 1;
    let mut taken = BTreeSet::new();
    for credential in credentials {
        if several && credential.grant.is_some() {
            let scheme = credential.schemes.join("_");
            credential.name = format!("{}_client_credentials", called(&scheme));
            for variable in [&mut credential.variable, &mut credential.user_variable] {
                *variable = variable.take().map(|name| of_scheme(&name, &scheme));
            }
        }
        // Names that differ in the document, and not as words.
        while taken.contains(&credential.name) {
            credential.name.push_str("_credential");
        }
        let further = ["", "_provider", "_scopes", "_token_url"];
        taken.extend(further.map(|suffix| format!("{}{suffix}", credential.name)));
    }
}

/// `PETS_CLIENT_ID` for one scheme among several: `PETS_OAUTH_CLIENT_ID`.
fn of_scheme(variable: &str, scheme: &str) -> String {
    match variable.rsplit_once("_CLIENT_") {
        Some((package, word)) => {
            let scheme = snake(&called(scheme)).to_ascii_uppercase();
            format!("{package}_{scheme}_CLIENT_{word}")
        }
        None => variable.to_owned(),
    }
}
