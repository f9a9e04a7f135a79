//! Security: which credentials an operation accepts, and which there are.

use super::context::Lowering;
use super::node::Node;
use super::schemes::{self, Scheme};
use crate::api::{
    Companion, Credential, Exchange, Grant, Operation, OperationId, Placement, RestrictedClient,
};
use crate::config::CredentialConfig;

/// What an operation asks of its callers.
#[derive(Debug, Default)]
pub(super) struct Security {
    /// The schemes that each suffice alone.
    pub(super) single: Vec<String>,
    /// Sets of schemes that suffice together.
    pub(super) sets: Vec<Vec<String>>,
    /// The schemes of each alternative, with the scopes that they need; nothing where none of them
    /// needs any.
    pub(super) scopes: Vec<Vec<(String, Vec<String>)>>,
    /// Whether it can do without any.
    pub(super) anonymous: bool,
}

impl<'d> Lowering<'d> {
    /// The security requirements of an operation, or else of the whole API (OpenAPI 3.0.4,
    /// section 4.8.30): each names schemes that are needed together, one of them suffices, and
    /// an empty one means that none is needed.
    ///
    /// Schemes that no credential of a request can satisfy, such as a certificate, are not asked
    /// for here: they are the transport's.
    pub(super) fn security(&mut self, node: &Node<'d>) -> Security {
        let own = node.has("security").then(|| node.elements("security"));
        let requirements = own.unwrap_or_else(|| self.root().elements("security"));
        let known = self.security_schemes();
        let mut security = Security::default();
        for requirement in requirements {
            let mut names: Vec<String> = Vec::new();
            let mut scopes = Vec::new();
            for (name, scheme) in requirement.entries() {
                match known.iter().find(|(known, _)| *known == name) {
                    Some((_, node)) if schemes::read(node).is_ok_and(|s| s.is_sent()) => {
                        names.push(name.to_owned());
                        let needed = requirement.strings(name).into_iter();
                        scopes.push((name.to_owned(), needed.map(str::to_owned).collect()));
                    }
                    // What it is, or why it is left out, is said where it stands.
                    Some(_) => {}
                    None => {
                        let message = format!("the document has no security scheme `{name}`");
                        let help =
                            "define it under `components.securitySchemes`, or correct the name";
                        self.warn(&scheme.pointer, "unknown-security", message, Some(help));
                    }
                }
            }
            // The order of a map means nothing.
            names.sort();
            scopes.sort();
            if !scopes.is_empty() && !security.scopes.contains(&scopes) {
                security.scopes.push(scopes);
            }
            match names.len() {
                0 => security.anonymous = true,
                1 if security.single.contains(&names[0]) => {}
                1 => security.single.append(&mut names),
                _ if security.sets.contains(&names) => {}
                _ => security.sets.push(names),
            }
        }
        let mut needed = security.scopes.iter().flatten();
        if needed.all(|(_, scopes)| scopes.is_empty()) {
            security.scopes.clear();
        }
        security
    }

    /// The ways to authenticate: those of the configuration, or else those of the document.
    pub(super) fn credentials(&mut self) -> Vec<Credential> {
        let configured = &self.config.client.credentials;
        if !configured.is_empty() {
            return self.configured(configured);
        }
        let mut credentials = Vec::new();
        for (name, node) in self.security_schemes() {
            match schemes::read(&node) {
                Ok(scheme) => {
                    let docs = node.text("description").map(str::to_owned);
                    credentials.extend(self.of_scheme(name, scheme, docs));
                }
                Err(reason) => {
                    let message = format!("the security scheme `{name}` is left out: {reason}");
                    let help = "set what it needs as a header of the client, or in a hook";
                    self.warn(&node.pointer, "unsupported-security", message, Some(help));
                }
            }
        }
        schemes::distinguish(&mut credentials);
        credentials
    }

    /// The credentials that satisfy a scheme: a token is given, or obtained for a client's id.
    fn of_scheme(&self, name: &str, scheme: Scheme, docs: Option<String>) -> Vec<Credential> {
        let Some(placement) = scheme.placement() else {
            return Vec::new();
        };
        let (is_token, grant) = match scheme {
            Scheme::Token { grant } => (true, grant),
            _ => (false, None),
        };
        let called = schemes::called(name);
        let (user_variable, variable) = match &placement {
            Placement::Basic => (Some("USER"), "PASSWORD"),
            _ => (None, ""),
        };
        let mut credentials = vec![Credential {
            name: called.clone(),
            schemes: vec![name.to_owned()],
            placement,
            grant: None,
            is_token,
            also_headers: Vec::new(),
            prefix: None,
            variable: Some(self.variable(&[&called, variable])),
            user_variable: user_variable.map(|user| self.variable(&[&called, user])),
            companion: None,
            docs,
        }];
        credentials.extend(grant.map(|grant| Credential {
            name: "client_credentials".to_owned(),
            schemes: vec![name.to_owned()],
            placement: Placement::Bearer,
            grant: Some(grant),
            is_token: false,
            also_headers: Vec::new(),
            prefix: None,
            variable: Some(self.variable(&["CLIENT_SECRET"])),
            user_variable: Some(self.variable(&["CLIENT_ID"])),
            companion: None,
            docs: None,
        }));
        credentials
    }

    /// A variable of the environment, after the package: `PETS_API_KEY`.
    fn variable(&self, words: &[&str]) -> String {
        let mut text = self.config.package.name.in_code();
        for word in words.iter().filter(|word| !word.is_empty()) {
            text.push('_');
            text.push_str(&schemes::snake(word));
        }
        text.to_ascii_uppercase()
    }

    /// The clients with less to offer.
    pub(super) fn restricted(&mut self) -> Vec<RestrictedClient> {
        let config = self.config;
        let restricted = config.client.restricted.iter();
        restricted
            .map(|client| RestrictedClient {
                name: client.name.as_str().to_owned(),
                docs: client.description.clone(),
                credentials: self.configured(&client.credentials),
            })
            .collect()
    }

    /// The credentials that are obtained by a call.
    pub(super) fn exchanges(
        &mut self,
        credentials: &[Credential],
        operations: &[Operation],
    ) -> Vec<Exchange> {
        let config = self.config;
        let mut exchanges = Vec::new();
        for exchange in &config.client.exchange {
            let named = |name: &str| credentials.iter().position(|known| known.name == name);
            let operation = operations
                .iter()
                .position(|known| known.path == exchange.path);
            let (Some(from), Some(to), Some(operation)) = (
                named(exchange.from.as_str()),
                named(exchange.to.as_str()),
                operation,
            ) else {
                let message = format!(
                    "the exchange of `{}` for `{}` is left out: it names a credential or a path \
                     that is not there",
                    exchange.from.as_str(),
                    exchange.to.as_str()
                );
                let help = "correct it under `[[client.exchange]]`";
                self.warn(
                    &self.root().pointer,
                    "unknown-credential",
                    message,
                    Some(help),
                );
                continue;
            };
            exchanges.push(Exchange {
                from,
                to,
                operation: OperationId(operation),
                arguments: exchange.arguments.clone(),
                token: exchange.token.clone(),
                docs: exchange.description.clone(),
            });
        }
        exchanges
    }

    fn configured(&mut self, configured: &[CredentialConfig]) -> Vec<Credential> {
        let schemes = self.security_schemes();
        let mut credentials = Vec::new();
        for config in configured {
            let mut scheme = None;
            for name in &config.schemes {
                let Some((_, node)) = schemes.iter().find(|(known, _)| known == name) else {
                    let message = format!("the document has no security scheme `{name}`");
                    let help = "correct the schemes of this credential in the configuration";
                    let pointer = self.root().pointer.child("components");
                    let pointer = pointer.child("securitySchemes").child(name);
                    self.warn(&pointer, "unknown-credential", message, Some(help));
                    continue;
                };
                scheme = scheme.or_else(|| schemes::read(node).ok());
            }
            credentials.push(as_configured(config, scheme));
        }
        credentials
    }

    fn security_schemes(&mut self) -> Vec<(&'d str, Node<'d>)> {
        let components = self.root().get("components");
        let schemes = components.map(|components| components.members("securitySchemes"));
        let schemes = schemes.unwrap_or_default().into_iter();
        schemes
            .map(|(name, node)| (name, self.follow(&node)))
            .collect()
    }
}

/// A credential of the configuration, of which the document describes `scheme`.
fn as_configured(config: &CredentialConfig, scheme: Option<Scheme>) -> Credential {
    let placement = scheme.as_ref().and_then(Scheme::placement);
    let of_scheme = match scheme {
        Some(Scheme::Token { grant }) => grant,
        _ => None,
    };
    let grant = config.grant.as_ref().map(|own| {
        let token_url = own.token_url.clone();
        let known = of_scheme.as_ref().map(|grant| grant.token_url.clone());
        let documented = of_scheme.as_ref().map(|grant| grant.documented.clone());
        Grant {
            token_url: token_url.or(known).unwrap_or_default(),
            refresh_url: of_scheme.and_then(|grant| grant.refresh_url),
            scopes: own.scopes.clone(),
            // What the configuration names goes before.
            documented: documented
                .filter(|_| own.scopes.is_empty())
                .unwrap_or_default(),
            secret_in_body: own.secret_in_body,
        }
    });
    Credential {
        name: config.name.as_str().to_owned(),
        schemes: config.schemes.clone(),
        placement: placement.unwrap_or(Placement::Bearer),
        grant,
        is_token: false,
        also_headers: config
            .also_headers
            .iter()
            .map(|name| name.as_str().to_owned())
            .collect(),
        prefix: config.prefix.clone(),
        variable: config.environment.clone(),
        user_variable: config.user_environment.clone(),
        companion: config.companion.as_ref().map(|companion| Companion {
            name: companion.name.as_str().to_owned(),
            header: companion.header.as_str().to_owned(),
            variable: companion.environment.clone(),
        }),
        docs: config.description.clone(),
    }
}
