//! Operations: a static that says what the operation is, and a line of macros that gives its request
//! the ways of being sent.

use proc_macro2::Ident;

use super::bodies::{self, body_variant};
use super::source::literal;
use super::{Emitter, ident, styles};
use crate::api::{Method, Operation, Returns, TypeId};

impl Emitter<'_> {
    /// The name of the static that says what the operation is.
    pub(super) fn static_name(&self, operation: &Operation) -> Ident {
        let method = self.scopes.method(operation).to_string();
        ident::ident(&method.trim_start_matches("r#").to_uppercase())
    }

    /// The static that says what the operation is, as text: lists of security schemes read
    /// better on one line than the formatter would print them.
    pub(super) fn operation_static(&self, operation: &Operation, name: &Ident) -> String {
        let mut text = format!("static {name}: Operation = Operation {{\n");
        let mut row = |name: &str, value: String| text.push_str(&format!("    {name}: {value},\n"));
        row("name", literal(&operation.full_path().join(".")));
        row("method", method_value(operation.method));
        row("path", literal(&operation.path));
        if let Some(server) = &operation.server {
            row("server", format!("Some({})", literal(server)));
        }
        row("body", format!("Body::{}", body_variant(operation)));
        if let Some(styles) = styles::row(operation) {
            row("styles", styles);
        }
        for (name, value) in bodies::rows(operation) {
            row(name, value);
        }
        if let Returns::Value { key: Some(key), .. } | Returns::Page { key: Some(key), .. } =
            &operation.returns
        {
            row("response_key", format!("Some({})", literal(key)));
        }
        let security: Vec<String> = operation
            .security
            .iter()
            .map(|scheme| literal(scheme))
            .collect();
        row("security", format!("&[{}]", security.join(", ")));
        if !operation.security_sets.is_empty() {
            let sets = operation.security_sets.iter().map(|set| {
                let names: Vec<String> = set.iter().map(|scheme| literal(scheme)).collect();
                format!("&[{}]", names.join(", "))
            });
            let sets: Vec<String> = sets.collect();
            row("security_sets", format!("&[{}]", sets.join(", ")));
        }
        if operation.has_post_twin {
            row("twin_post", "true".to_owned());
        }
        if operation.idempotent {
            row("idempotent", "true".to_owned());
        }
        let is_secured = !operation.security.is_empty() || !operation.security_sets.is_empty();
        if operation.anonymous && is_secured {
            row("anonymous", "true".to_owned());
        }
        // No operation needs every field: forms have no twin.
        text.push_str("    ..Operation::DEFAULT\n};\n\n");
        text
    }

    /// The names of the types of the API that the operation names.
    pub(super) fn operation_types(&self, operation: &Operation) -> Vec<Ident> {
        let parameters = operation.parameters.iter().map(|parameter| &parameter.ty);
        let streamed = operation.stream.iter().map(|stream| &stream.item);
        let returned = operation.returns.types().into_iter().chain(streamed);
        // The runtime's type of content is named with its way, and so imported nowhere.
        let types = parameters
            .chain(returned)
            .filter(|ty| !bodies::is_content(ty));
        let types = types.filter_map(|ty| self.named_type(ty));
        let action = self
            .awaited(operation)
            .map(|(_, action)| self.names.of(action).clone());
        types.chain(action).collect()
    }

    /// The member of the body with the action that can be awaited (nothing where it is the value
    /// itself), and its type.
    pub(super) fn awaited<'o>(
        &self,
        operation: &'o Operation,
    ) -> Option<(Option<&'o str>, TypeId)> {
        let waiting = operation.waiting.as_ref()?;
        if let Returns::Page { .. } = operation.returns {
            return None;
        }
        Some((waiting.key.as_deref(), self.waiting_type()?))
    }

    /// The line that gives the request its ways of being sent.
    pub(super) fn operation_table(&self, operation: &Operation) -> String {
        let name = self.names.request(operation);
        let returned = self.returned(operation);
        let waiting = self.awaited(operation).map(|(key, action)| {
            let action = self.names.of(action);
            match key {
                Some(key) => format!(", wait {} as {action}, crate::waiting::poll", literal(key)),
                None => ", crate::waiting::poll".to_owned(),
            }
        });
        let returned = match self.awaited(operation) {
            Some((None, action)) => format!("wait {}", self.names.of(action)),
            _ => returned,
        };
        let waiting = waiting.unwrap_or_default();
        let request =
            format!("seamstress_runtime::operation! {{ {name} => {returned}{waiting} }}\n");
        let events = self.events_table(operation).unwrap_or_default();
        let answer = self.answer_table(operation).unwrap_or_default();
        let selector = self.selector_table(operation).unwrap_or_default();
        request + &events + &answer + &selector
    }
}

/// The expression for a method: `Method::Get`.
pub(super) fn method_value(method: Method) -> String {
    match method {
        Method::Other(name) => format!("Method::other({})", literal(name.as_str())),
        usual => format!("Method::{}", method_variant(usual)),
    }
}

/// The runtime's name of a method.
pub(super) fn method_variant(method: Method) -> Ident {
    ident::ident(&ident::pascal(method.name()))
}
