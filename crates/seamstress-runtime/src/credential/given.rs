//! What a caller gave a builder to authenticate with, and what is wrong with it.

use std::fmt;
use std::sync::{Arc, Mutex};

use http::HeaderValue;

use super::grant::GrantSource;
use super::part::is_cookie_value;
use super::token::Source;
use super::{Credential, CredentialKind, Grant, NO_COOKIE, Placement, TokenProvider};
use crate::{Error, Settings};

/// What a caller gave a builder to authenticate with. Secrets are never shown.
#[derive(Clone, Default)]
pub(crate) struct Given {
    secrets: Vec<(&'static CredentialKind, Secret)>,
    companions: Vec<(&'static str, String)>,
    /// What is asked of token endpoints, other than what the API's own settings say.
    scopes: Vec<(&'static str, Vec<String>)>,
    token_urls: Vec<(&'static str, String)>,
    /// Whether to have none is an error.
    required: bool,
}

/// A credential as the caller has it.
#[derive(Clone)]
enum Secret {
    Value(String),
    Pair { user: String, secret: String },
    Tokens(Arc<dyn TokenProvider>),
}

impl Given {
    /// A secret of `kind`; given twice, the last counts.
    pub(crate) fn secret(&mut self, kind: &'static CredentialKind, value: String) {
        self.put(kind, Secret::Value(value));
    }

    /// A name and a secret: of a user, or of a client that obtains tokens.
    pub(crate) fn pair(&mut self, kind: &'static CredentialKind, user: String, secret: String) {
        self.put(kind, Secret::Pair { user, secret });
    }

    /// What gives tokens.
    pub(crate) fn tokens(
        &mut self,
        kind: &'static CredentialKind,
        provider: Arc<dyn TokenProvider>,
    ) {
        self.put(kind, Secret::Tokens(provider));
    }

    /// The scopes that a token of `kind` is asked for.
    pub(crate) fn scopes(&mut self, kind: &'static CredentialKind, scopes: Vec<String>) {
        self.scopes.push((kind.name, scopes));
    }

    /// Where a token of `kind` is asked for.
    pub(crate) fn token_url(&mut self, kind: &'static CredentialKind, url: String) {
        self.token_urls.push((kind.name, url));
    }

    fn put(&mut self, kind: &'static CredentialKind, secret: Secret) {
        self.secrets.retain(|(known, _)| known.name != kind.name);
        self.secrets.push((kind, secret));
    }

    /// What has to go with a secret.
    pub(crate) fn companion(&mut self, name: &'static str, value: String) {
        self.companions.retain(|(known, _)| *known != name);
        self.companions.push((name, value));
    }

    /// Takes what `variable` finds in the environment for the credentials of `settings`.
    /// A companion is taken only where one of the secrets needs it.
    pub(crate) fn environment(
        &mut self,
        settings: &'static Settings,
        variable: &dyn Fn(&str) -> Option<String>,
    ) {
        self.required = true;
        for kind in settings.credentials {
            let Some(value) = kind.variable.and_then(variable) else {
                continue;
            };
            match kind.user_variable {
                // Half of a pair is no credential, and may be meant for something else.
                Some(user) => match variable(user) {
                    Some(user) => self.pair(kind, user, value),
                    None => continue,
                },
                None => self.secret(kind, value),
            }
            if let Some(companion) = &kind.companion
                && let Some(value) = companion.variable.and_then(variable)
            {
                self.companion(companion.name, value);
            }
        }
    }

    /// The credentials that this makes; the client may have `others`, made by hand.
    ///
    /// # Errors
    ///
    /// Of [`ErrorKind::Configuration`](crate::ErrorKind::Configuration), each naming what the
    /// caller can set: where there is none and has to be one, where there are several and the
    /// API takes one, where a value is of another kind, where a companion is missing or has
    /// nothing to go with.
    pub(crate) fn credentials(
        &self,
        settings: &Settings,
        others: &[Credential],
    ) -> Result<Vec<Credential>, Error> {
        if self.secrets.is_empty() && others.is_empty() && self.required {
            return Err(missing(settings));
        }
        if let [(first, _), (second, _), ..] = self.secrets.as_slice()
            && settings.exclusive_credentials
        {
            let message = format!(
                "{} and {} are both given, and a client uses one credential: leave one out",
                called(first),
                called(second),
            );
            return Err(Error::configuration(message));
        }
        for (name, _) in &self.companions {
            let wants = |kind: &CredentialKind| {
                let companion = kind.companion.as_ref();
                companion.is_some_and(|companion| companion.name == *name)
            };
            if !self.secrets.iter().any(|(kind, _)| wants(kind)) {
                return Err(alone(name, settings));
            }
        }
        let secrets = self.secrets.iter();
        secrets
            .map(|(kind, value)| self.credential(kind, value, settings))
            .collect()
    }

    fn credential(
        &self,
        kind: &'static CredentialKind,
        secret: &Secret,
        settings: &Settings,
    ) -> Result<Credential, Error> {
        let value = match secret {
            Secret::Value(value) => value,
            Secret::Pair { user, secret } => return self.of_pair(kind, user, secret),
            Secret::Tokens(provider) => {
                let source = Source::Provider(Arc::clone(provider));
                let credential = Credential::obtained(kind.schemes, source);
                return Ok(credential.called_as(kind));
            }
        };
        check(kind, value, settings)?;
        let credential = match kind.placement {
            Placement::Bearer => Credential::bearer(kind.schemes, value)?,
            Placement::Basic => Credential::basic(kind.schemes, value, "")?,
            Placement::Header(name) => Credential::header(kind.schemes, name, value)?,
            Placement::Query(name) => Credential::query(kind.schemes, name, value)?,
            Placement::Cookie(name) => Credential::cookie(kind.schemes, name, value)?,
        };
        let mut credential = credential.called_as(kind);
        for header in kind.also {
            credential = credential.and_header(header, value)?;
        }
        let Some(companion) = &kind.companion else {
            return Ok(credential);
        };
        let mut companions = self.companions.iter();
        match companions.find(|(name, _)| *name == companion.name) {
            Some((_, value)) if !value.trim().is_empty() => {
                if HeaderValue::try_from(value).is_err() {
                    return Err(unusable(companion, NO_HEADER));
                }
                credential.and_header(companion.header, value)
            }
            _ => {
                let message = format!("{} needs {companion} to go with it", called(kind));
                Err(Error::configuration(message))
            }
        }
    }

    fn of_pair(
        &self,
        kind: &'static CredentialKind,
        user: &str,
        secret: &str,
    ) -> Result<Credential, Error> {
        let Some(grant) = kind.grant else {
            let header = super::basic::basic(user, secret);
            header.map_err(|reason| unusable(&called(kind), reason))?;
            let credential = Credential::basic(kind.schemes, user, secret)?;
            return Ok(credential.called_as(kind));
        };
        if user.trim().is_empty() || secret.trim().is_empty() {
            return Err(unusable(&called(kind), "its id or its secret is empty"));
        }
        let source = Source::Grant(self.grant(kind, grant, user, secret));
        Ok(Credential::obtained(kind.schemes, source).called_as(kind))
    }

    fn grant(
        &self,
        kind: &CredentialKind,
        grant: &'static Grant,
        user: &str,
        secret: &str,
    ) -> GrantSource {
        let scopes = self.scopes.iter().rev();
        let mut scopes = scopes.filter(|(name, _)| *name == kind.name);
        let urls = self.token_urls.iter().rev();
        let mut urls = urls.filter(|(name, _)| *name == kind.name);
        GrantSource {
            grant,
            token_url: urls.next().map(|(_, url)| url.clone()),
            scopes: scopes.next().map(|(_, scopes)| scopes.clone()),
            client_id: user.to_owned(),
            client_secret: secret.to_owned(),
            refresh: Mutex::default(),
        }
    }
}

impl Credential {
    fn called_as(mut self, kind: &CredentialKind) -> Self {
        self.name = Some(kind.name);
        self
    }
}

/// Names only.
impl fmt::Debug for Given {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let secrets = self.secrets.iter().map(|(kind, _)| kind.name);
        let companions = self.companions.iter().map(|(name, _)| *name);
        f.debug_set().entries(secrets.chain(companions)).finish()
    }
}

/// What is wrong with a value with a line break, such as one that was read from a file.
const NO_HEADER: &str = "it has characters that no header can carry";

/// The error of a value that cannot be used, by what the caller knows it as.
fn unusable(what: &dyn fmt::Display, reason: &str) -> Error {
    Error::configuration(format!("{what} cannot be used: {reason}"))
}

/// Whether `value` can be of `kind`, by what it begins with. The value is not repeated.
fn check(kind: &CredentialKind, value: &str, settings: &Settings) -> Result<(), Error> {
    let refuse = |reason: &str| Err(unusable(&called(kind), reason));
    if value.trim().is_empty() {
        return refuse("it is empty");
    }
    match kind.placement {
        Placement::Query(_) => {}
        Placement::Cookie(_) if !is_cookie_value(value) => return refuse(NO_COOKIE),
        _ if HeaderValue::try_from(value).is_err() => return refuse(NO_HEADER),
        _ => {}
    }
    let Some(own) = kind.prefix else {
        return Ok(());
    };
    let others = settings.credentials.iter();
    let longest = others
        .filter_map(|other| {
            Some((
                other,
                other.prefix.filter(|prefix| value.starts_with(prefix))?,
            ))
        })
        .max_by_key(|(_, prefix)| prefix.len());
    match longest {
        Some((_, prefix)) if prefix.len() > own.len() || !value.starts_with(own) => {
            let of = settings.credentials.iter();
            let of = of.filter(|other| other.prefix == Some(prefix));
            let names: Vec<String> = of.map(|other| format!("`{}`", other.name)).collect();
            refuse(&format!("it is a value for {}", names.join(" or ")))
        }
        _ if !value.starts_with(own) => refuse(&format!("it does not begin with `{own}`")),
        _ => Ok(()),
    }
}

/// A kind of credential without what goes with it.
fn called(kind: &CredentialKind) -> CredentialKind {
    CredentialKind {
        companion: None,
        ..*kind
    }
}

fn missing(settings: &Settings) -> Error {
    let known = settings.credentials.iter();
    let ways: Vec<String> = known.filter_map(|kind| kind.variables()).collect();
    let ways = ways.join(", or ");
    Error::configuration(format!(
        "no credential: set the environment variable {ways}"
    ))
}

fn alone(name: &str, settings: &Settings) -> Error {
    let wants = settings.credentials.iter().filter(|kind| {
        let companion = kind.companion.as_ref();
        companion.is_some_and(|companion| companion.name == name)
    });
    let wants: Vec<String> = wants.map(|kind| called(kind).to_string()).collect();
    if wants.is_empty() {
        let message = format!("`{name}` is given and no credential goes with it");
        return Error::configuration(message);
    }
    Error::configuration(format!(
        "`{name}` is given and no credential that it goes with: {}",
        wants.join(" or ")
    ))
}
