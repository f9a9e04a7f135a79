//! Lists in pages: which operations give them, and how.
//!
//! An operation of the configuration is as that says; then comes the style of the whole API, if
//! there is one; and else the style is inferred (`style.rs`), from what the operation is
//! given and what it gives, by names that APIs use for nothing else. What is less than certain is
//! no list in pages: a wrong guess would lose items, a missed one costs a loop.

mod argument;
mod search;
mod style;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use super::context::Lowering;
use super::node::Node;
use super::operations::Candidate;
use super::schema::Place;
use crate::api::{Member, Method, NextPage, Operation, Paging, Returns, Type};
use crate::config::{OperationPaging, PagingStyle};
use crate::diagnostic::Severity;
use argument::Argument;
use style::{List, Sought, way};

impl<'d> Lowering<'d> {
    /// What comes back, where it is a list in pages. `response` is the answer around `schema`.
    pub(in crate::lower) fn pages(
        &mut self,
        place: Place<'_>,
        schema: &Node<'d>,
        response: &Node<'d>,
        candidate: &Candidate<'d>,
    ) -> Option<Returns> {
        let own = self.own_paging(candidate);
        if own.is_some_and(|own| own.style == PagingStyle::None) {
            return None;
        }
        let config = self.config.pagination.as_ref();
        let infers = config.is_none_or(|config| config.infers());
        let general = config.and_then(|config| config.cursor_parameter.as_ref());
        let general = general.filter(|cursor| candidate.names.contains(*cursor));
        if own.is_none() && general.is_none() && !infers {
            return None;
        }
        let arguments = self.arguments(candidate);
        let is_sought = own.is_some() || general.is_some();
        if !is_sought && !self.may_be_paged(schema, response, &arguments) {
            return None;
        }
        let (list, members) = self.paged_list(place, schema, own)?;
        if let Some(own) = own {
            return Some(list.returned(as_configured(own)));
        }
        if general.is_some()
            && let Some(paging) = self.general_paging(&members)
        {
            return Some(list.returned(paging));
        }
        if !infers {
            return None;
        }
        let sought = Sought {
            lowering: self,
            method: candidate.method,
            arguments: &arguments,
            members: &members,
            list: &list,
            has_link: has_link(response),
        };
        let left_out = config.map_or(&[][..], |config| &config.leave_out);
        let is_left_out = |paging: &Paging| {
            let name = paging.next.name();
            left_out.iter().any(|style| style.as_str() == name)
        };
        let paging = style::infer(&sought).filter(|paging| !is_left_out(paging))?;
        Some(list.returned(paging))
    }

    /// The style of the whole API, as the configuration has it.
    pub(in crate::lower) fn general_paging(&self, envelope: &[Member]) -> Option<Paging> {
        let config = self.config.pagination.as_ref()?;
        let next = config.next_cursor.as_ref()?;
        let about = config.info.as_ref().unwrap_or(next);
        envelope.iter().find(|member| member.name == *about)?;
        let inside = |name: &String| config.info.iter().chain([name]).cloned().collect();
        Some(Paging {
            parameter: config.cursor_parameter.clone(),
            next: NextPage::Cursor(inside(next)),
            has_next: config.has_next.as_ref().map(inside).unwrap_or_default(),
            total: Vec::new(),
            may_lack_items: false,
        })
    }

    /// What the configuration says of this one operation.
    fn own_paging(&self, candidate: &Candidate<'d>) -> Option<&'d OperationPaging> {
        let operations = &self.config.pagination.as_ref()?.operations;
        let id = candidate.node.text("operationId");
        let path = candidate.node.pointer.parent();
        let path = path.as_ref().and_then(|path| path.last());
        let line = format!(
            "{} {}",
            candidate.method.name().to_uppercase(),
            path.as_deref().unwrap_or_default()
        );
        operations.get(&line).or_else(|| operations.get(id?))
    }

    /// Whether the operation is worth a closer look, which costs types.
    fn may_be_paged(
        &mut self,
        schema: &Node<'d>,
        response: &Node<'d>,
        arguments: &[Argument],
    ) -> bool {
        if arguments.iter().any(Argument::asks_for_a_page) || has_link(response) {
            return true;
        }
        let schema = self.follow(schema);
        let parts = schema.elements("allOf");
        let parts: Vec<Node<'d>> = parts.iter().map(|part| self.follow(part)).collect();
        let mut parts = parts.iter().chain([&schema]);
        parts.any(|part| {
            let mut members = part.members("properties").into_iter();
            members.any(|(name, _)| style::leads_on(name))
        })
    }

    /// What the operation can be given, as far as pages may be asked for by it.
    fn arguments(&mut self, candidate: &Candidate<'d>) -> Vec<Argument> {
        let own = candidate.node.elements("parameters");
        let mut arguments: Vec<Argument> = Vec::new();
        for node in own.iter().chain(&candidate.shared) {
            let node = self.follow(node);
            let (Some(name), Some("query")) = (node.text("name"), node.text("in")) else {
                continue;
            };
            let schema = node.get("schema").map(|schema| self.follow(&schema));
            if arguments.iter().all(|known| known.name != name) {
                let docs = node.text("description");
                arguments.push(Argument::new(name, docs, schema.as_ref()));
            }
        }
        // Pages of a POST are asked for in its body.
        if candidate.method == Method::Post {
            arguments.clear();
            let body = self.request_schema(&candidate.node);
            let body = body.map(|body| self.follow(&body));
            for (name, node) in body.iter().flat_map(|body| body.members("properties")) {
                let node = self.follow(&node);
                arguments.push(Argument::new(name, node.text("description"), Some(&node)));
            }
        }
        arguments
    }

    /// The list that the answer is, or the one that it has, and the members beside it.
    fn paged_list(
        &mut self,
        place: Place<'_>,
        schema: &Node<'d>,
        own: Option<&OperationPaging>,
    ) -> Option<(List, Vec<Member>)> {
        let node = self.follow(schema);
        if node.text("type") == Some("array") {
            let Type::List(item) = self.schema(place, schema).ty else {
                return None;
            };
            let list = List {
                key: None,
                item: *item,
                may_lack: false,
            };
            return Some((list, Vec::new()));
        }
        let (drafts, _) = self.drafts(place, schema);
        if drafts.len() > 1 {
            return None;
        }
        let members = self.flatten(&drafts).members;
        let member = match own.and_then(|own| own.items.as_ref()) {
            Some(name) => members.iter().find(|member| member.name == *name)?,
            None => style::list_of(self, &members)?,
        };
        let Type::List(item) = &member.ty else {
            return None;
        };
        let list = List {
            key: Some(member.name.clone()),
            item: (**item).clone(),
            may_lack: !member.required,
        };
        Some((list, members))
    }

    /// Says how many lists in pages were found, of which style, and what of the configuration is
    /// about no operation.
    pub(in crate::lower) fn report_paging(&mut self, operations: &[Operation]) {
        self.check_own_paging();
        if self
            .config
            .pagination
            .as_ref()
            .is_some_and(|config| !config.infers())
        {
            return;
        }
        let mut styles: BTreeMap<&str, usize> = BTreeMap::new();
        for operation in operations {
            if let Returns::Page {
                paging: Some(paging),
                ..
            } = &operation.returns
            {
                *styles.entry(paging.next.name()).or_default() += 1;
            }
        }
        if styles.is_empty() {
            return;
        }
        let styles: Vec<String> = styles
            .iter()
            .map(|(style, count)| format!("{count} of style `{style}`"))
            .collect();
        let message = format!("lists in pages were recognised: {}", styles.join(", "));
        let pointer = self.root().pointer.child("paths");
        let document = self.document;
        let note = document.diagnose(Severity::Note, "inferred-pages", message, &pointer);
        self.diagnostics.push(note.help(
            "what is wrong or missing, say under `[pagination.operations]` in the configuration",
        ));
    }

    /// A name that is misspelt would otherwise do nothing, in silence.
    fn check_own_paging(&mut self) {
        let Some(config) = self.config.pagination.as_ref() else {
            return;
        };
        let mut known = BTreeSet::new();
        for (path, item) in self.root().members("paths") {
            for (method, node) in item.entries() {
                known.insert(format!("{} {path}", method.to_uppercase()));
                known.extend(node.text("operationId").map(str::to_owned));
            }
        }
        let unknown = config
            .operations
            .keys()
            .filter(|name| !known.contains(*name));
        let pointer = self.root().pointer.child("paths");
        for name in unknown {
            let message =
                format!("the document has no operation `{name}`, whose pages are configured");
            let warning = self
                .document
                .warning("unknown-operation", message, &pointer);
            let help =
                "write it as `GET /path` or by its `operationId`, under `[pagination.operations]`";
            self.diagnostics.push(warning.help(help));
        }
    }
}

impl List {
    fn returned(self, paging: Paging) -> Returns {
        Returns::Page {
            paging: Some(Paging {
                may_lack_items: paging.may_lack_items || self.may_lack,
                ..paging
            }),
            key: self.key,
            item: self.item,
        }
    }
}

/// Whether the answer has a header `Link` (RFC 8288).
fn has_link(response: &Node<'_>) -> bool {
    let mut headers = response.members("headers").into_iter();
    headers.any(|(name, _)| name.eq_ignore_ascii_case("link"))
}

fn as_configured(own: &OperationPaging) -> Paging {
    let way = |text: &Option<String>| text.as_deref().map(way).unwrap_or_default();
    Paging {
        parameter: own.parameter.clone(),
        next: match own.style {
            PagingStyle::None | PagingStyle::Cursor => NextPage::Cursor(way(&own.next)),
            PagingStyle::LastItem => NextPage::LastItem(way(&own.next)),
            PagingStyle::Offset => NextPage::Offset,
            PagingStyle::Number => NextPage::Number(own.first.unwrap_or(1)),
            PagingStyle::Address => NextPage::Address(way(&own.next)),
            PagingStyle::Link => NextPage::Link,
        },
        has_next: way(&own.has_next),
        total: way(&own.total),
        may_lack_items: false,
    }
}
