//! Results: what comes back from an operation.

use super::context::Lowering;
use super::node::Node;
use super::operations::Candidate;
use super::responses::Answer;
use super::schema::{Place, singular};
use crate::api::{Member, Method, Paging, Returns, Type, TypeId, Waiting};

impl<'d> Lowering<'d> {
    /// What comes back, and whether it can be awaited.
    pub(super) fn returns(
        &mut self,
        candidate: &Candidate<'d>,
        resource: &[String],
        answers: &[Answer<'d>],
    ) -> (Returns, Option<Waiting>) {
        if candidate.method == Method::Head {
            // An answer to it is headers, whatever is described (RFC 9110, section 9.3.2).
            return (Returns::Nothing, None);
        }
        let json = |answer: &'_ Answer<'d>| Some((answer.json()?, answer.node().clone()));
        let Some((schema, response)) = answers.iter().find_map(json) else {
            return (self.other_content(answers), None);
        };
        let (returns, waiting) = self.value(candidate, resource, &schema, &response);
        (self.with_others(answers, returns), waiting)
    }

    /// What comes back where it is JSON of this schema.
    fn value(
        &mut self,
        candidate: &Candidate<'d>,
        resource: &[String],
        schema: &Node<'d>,
        response: &Node<'d>,
    ) -> (Returns, Option<Waiting>) {
        let (node, method) = (&candidate.node, candidate.method);
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
            return self.without_key(place, schema, response, candidate);
        };
        let (drafts, _) = self.drafts(place, schema);
        let envelope = self.flatten(&drafts).members;
        let waiting = self.waiting(&envelope);
        let paging = &self.config.pagination;
        let info = paging.as_ref().and_then(|paging| paging.info.as_deref());
        let is_told = |info: &str| envelope.iter().any(|member| member.name == info);
        let paged = info
            .is_some_and(is_told)
            .then(|| self.general_paging(&envelope))
            .flatten();
        let payload = match key.value.as_str() {
            Some(key) => envelope.iter().find(|member| member.name == key),
            None => only_payload(&envelope, info),
        };
        let returns = match payload {
            Some(member) => {
                let list = paged.is_some() || method == Method::Get;
                let optional = !member.required || member.nullable;
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

    /// What comes back where nothing names the member that is the result: the list in pages that
    /// the configuration describes, or else the whole body.
    fn without_key(
        &mut self,
        place: Place<'_>,
        schema: &Node<'d>,
        response: &Node<'d>,
        candidate: &Candidate<'d>,
    ) -> (Returns, Option<Waiting>) {
        if let Some(returns) = self.pages(place, schema, response, candidate) {
            return (returns, None);
        }
        let ty = self.schema(place, schema).ty;
        let is_action = self.action().is_some_and(|id| ty == Type::Named(id));
        let waiting = is_action.then_some(Waiting { key: None });
        let list = candidate.method == Method::Get;
        (returned(None, ty, list, None), waiting)
    }

    /// The type of long-running actions.
    fn action(&self) -> Option<TypeId> {
        self.component_type(&self.config.waiting.as_ref()?.schema)
    }

    fn waiting(&self, envelope: &[Member]) -> Option<Waiting> {
        let action = self.action()?;
        let member = envelope
            .iter()
            .find(|member| member.ty == Type::Named(action))?;
        Some(Waiting {
            key: Some(member.name.clone()),
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

fn returned(key: Option<String>, ty: Type, list: bool, paging: Option<Paging>) -> Returns {
    match ty {
        Type::List(item) if list => Returns::Page {
            key,
            item: *item,
            paging,
        },
        ty => Returns::Value { key, ty },
    }
}
