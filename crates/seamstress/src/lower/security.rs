//! Security: which credentials an operation accepts, and which there are.

use openapiv3::{APIKeyLocation, SecurityScheme};

use super::context::Lowering;
use super::node::Node;
use crate::api::{
    Companion, Credential, Exchange, Operation, OperationId, Placement, RestrictedClient,
};
use crate::config::{CredentialConfig, HeaderName};
use crate::document::node::security_scheme;

impl<'d> Lowering<'d> {
    /// The security schemes that suffice alone, and whether the operation can do without any
    /// (OpenAPI 3.0.3, section 4.7.30: a requirement without schemes).
    pub(super) fn security(&mut self, node: &Node<'d>) -> (Vec<String>, bool) {
        let own = node.has("security").then(|| node.elements("security"));
        let requirements = own.unwrap_or_else(|| self.root().elements("security"));
        let anonymous = requirements.iter().any(|all| all.entries().is_empty());
        let single = requirements
            .iter()
            .map(Node::entries)
            .filter(|schemes| schemes.len() == 1);
        let names: Vec<String> = single
            .filter_map(|schemes| schemes.first().map(|(name, _)| (*name).to_owned()))
            .collect();
        if names.is_empty() && requirements.iter().any(|all| all.entries().len() > 1) {
            let message = "several security schemes are required at once".to_owned();
            self.warn(&node.pointer, "unsupported-security", message, None);
        }
        (names, anonymous)
    }

    /// The ways to authenticate: those of the configuration, or else one per security scheme.
    pub(super) fn credentials(&mut self) -> Vec<Credential> {
        let configured = &self.config.client.credentials;
        if !configured.is_empty() {
            return self.configured(configured);
        }
        let schemes = self.security_schemes();
        let mut credentials = Vec::new();
        for (name, node) in schemes {
            match self.placement(&node) {
                Ok(placement) => credentials.push(Credential {
                    name: name.to_owned(),
                    schemes: vec![name.to_owned()],
                    placement,
                    also_headers: Vec::new(),
                    prefix: None,
                    variable: None,
                    companion: None,
                    docs: node.text("description").map(str::to_owned),
                }),
                Err(reason) => {
                    let message = format!("the security scheme `{name}` is left out: {reason}");
                    self.warn(&node.pointer, "unsupported-security", message, None);
                }
            }
        }
        credentials
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
            let mut placement = None;
            for name in &config.schemes {
                let Some((_, node)) = schemes.iter().find(|(known, _)| known == name) else {
                    let message = format!("the document has no security scheme `{name}`");
                    let help = "correct the schemes of this credential in the configuration";
                    let pointer = self.root().pointer.child("components");
                    let pointer = pointer.child("securitySchemes").child(name);
                    self.warn(&pointer, "unknown-credential", message, Some(help));
                    continue;
                };
                placement = placement.or_else(|| self.placement(node).ok());
            }
            credentials.push(Credential {
                name: config.name.as_str().to_owned(),
                schemes: config.schemes.clone(),
                placement: placement.unwrap_or(Placement::Bearer),
                also_headers: config
                    .also_headers
                    .iter()
                    .map(|name| name.as_str().to_owned())
                    .collect(),
                prefix: config.prefix.clone(),
                variable: config.environment.clone(),
                companion: config.companion.as_ref().map(|companion| Companion {
                    name: companion.name.as_str().to_owned(),
                    header: companion.header.as_str().to_owned(),
                    variable: companion.environment.clone(),
                }),
                docs: config.description.clone(),
            });
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

    /// Where a credential for the scheme is sent, or why that is not known here.
    fn placement(&self, node: &Node<'d>) -> Result<Placement, String> {
        match security_scheme(node.value)? {
            SecurityScheme::APIKey {
                location: APIKeyLocation::Header,
                name,
                ..
            } => HeaderName::try_from(name).map(|name| Placement::Header(name.as_str().to_owned())),
            SecurityScheme::APIKey { .. } => Err("keys in queries and cookies".to_owned()),
            SecurityScheme::HTTP { scheme, .. } if scheme.eq_ignore_ascii_case("bearer") => {
                Ok(Placement::Bearer)
            }
            SecurityScheme::HTTP { scheme, .. } => Err(format!("HTTP's scheme {scheme:?}")),
            // Both end in a bearer token (RFC 6750), which the caller has to obtain.
            SecurityScheme::OAuth2 { .. } | SecurityScheme::OpenIDConnect { .. } => {
                Ok(Placement::Bearer)
            }
        }
    }
}
