//! Results: what comes back from an operation.

use super::context::Lowering;
use super::node::Node;
use super::schema::{Place, singular};
use crate::api::{Member, Method, Returns, Type, Waiting};

impl<'d> Lowering<'d> {
    /// What comes back, and whether it can be awaited.
    pub(super) fn returns(
        &mut self,
        node: &Node<'d>,
        resource: &[String],
        method: Method,
    ) -> (Returns, Option<Waiting>) {
        let Some(schema) = self
            .success(node)
            .and_then(|response| self.json_schema(&response))
        else {
            return (Returns::Nothing, None);
        };
        let owner: Vec<_> = resource.iter().map(|step| singular(step)).collect();
        let owner = owner.join("_");
        let place = Place {
            owner: &owner,
            member: "",
        };
        let Some(key) = self
            .config
            .operations
            .response_key
            .as_deref()
            .and_then(|key| node.get(key))
        else {
            let lowered = self.schema(place, &schema);
            return (
                returned(None, lowered.ty, method == Method::Get, false),
                None,
            );
        };
        let (drafts, _) = self.drafts(place, &schema);
        let envelope = self.flatten(&drafts).members;
        let waiting = self.waiting(&envelope);
        let paging = &self.config.pagination;
        let info = paging.as_ref().and_then(|paging| paging.info.as_deref());
        let paged = info.is_some_and(|info| envelope.iter().any(|member| member.name == info));
        let payload = match key.value.as_str() {
            Some(key) => envelope.iter().find(|member| member.name == key),
            None => only_payload(&envelope, info),
        };
        let returns = match payload {
            Some(member) => {
                let list = paged || method == Method::Get;
                let optional = (!member.required && key.value.is_null()) || member.nullable;
                let ty = member.ty.clone();
                let ty = if optional {
                    Type::Nullable(Box::new(ty))
                } else {
                    ty
                };
                returned(Some(member.name.clone()), ty, list, paged)
            }
            None => Returns::Nothing,
        };
        (returns, waiting)
    }

    /// The first response of success (RFC 9110, section 15.3).
    fn success(&mut self, node: &Node<'d>) -> Option<Node<'d>> {
        let responses = node.members("responses");
        let success = responses
            .iter()
            .filter(|(status, _)| status.starts_with('2'));
        let first = success
            .min_by_key(|(status, _)| *status)
            .map(|(_, node)| node.clone());
        let response = first.or_else(|| {
            responses
                .iter()
                .find(|(status, _)| *status == "default")
                .map(|(_, node)| node.clone())
        })?;
        Some(self.follow(&response))
    }

    fn waiting(&self, envelope: &[Member]) -> Option<Waiting> {
        let schema = &self.config.waiting.as_ref()?.schema;
        let action = self.component_type(schema)?;
        let member = envelope
            .iter()
            .find(|member| member.ty == Type::Named(action))?;
        Some(Waiting {
            key: member.name.clone(),
        })
    }
}

/// The one member of an envelope that is no flag and no paging information.
fn only_payload<'a>(envelope: &'a [Member], info: Option<&str>) -> Option<&'a Member> {
    let is_payload = |member: &&Member| {
        let is_data = matches!(member.ty, Type::Named(_) | Type::List(_) | Type::Map(_));
        is_data && Some(member.name.as_str()) != info
    };
    let mut payloads = envelope.iter().filter(is_payload);
    payloads.next().filter(|_| payloads.next().is_none())
}

fn returned(key: Option<String>, ty: Type, list: bool, paged: bool) -> Returns {
    match ty {
        Type::List(item) if list => Returns::Page {
            key,
            item: *item,
            paged,
        },
        ty => Returns::Value { key, ty },
    }
}
