//! Headers of answers: which there are, what their values are, and how they are written.

use super::context::Lowering;
use super::media::Kind;
use super::node::Node;
use super::responses::{Answer, http_name};
use super::schema::Place;
use crate::api::{AnswerHeader, HeaderForm, Type, TypeKind, Union};

impl<'d> Lowering<'d> {
    /// The headers that the answers of an operation have, each once: of successes first, then of
    /// failures.
    pub(super) fn answer_headers(
        &mut self,
        operation: &Node<'d>,
        successes: &[Answer<'d>],
    ) -> Vec<AnswerHeader> {
        let mut answers: Vec<Node<'d>> = successes.iter().map(|one| one.node().clone()).collect();
        // The order of maps means nothing.
        let mut responses = operation.members("responses");
        responses.sort_by_key(|(status, _)| *status);
        for (_, response) in responses {
            answers.push(self.follow(&response));
        }
        let mut headers: Vec<AnswerHeader> = Vec::new();
        let in_answers = answers.iter().flat_map(|answer| {
            let mut headers = answer.members("headers");
            headers.sort_by_key(|(name, _)| *name);
            headers
        });
        for (name, node) in in_answers {
            let is_known = |known: &AnswerHeader| known.name.eq_ignore_ascii_case(name);
            // What the content is, is not described as a header (section 4.8.17.1).
            let is_name = http_name(name) && !name.eq_ignore_ascii_case("content-type");
            if is_name && !headers.iter().any(is_known) {
                headers.push(self.answer_header(name, &node));
            }
        }
        headers
    }

    fn answer_header(&mut self, name: &str, node: &Node<'d>) -> AnswerHeader {
        let node = self.follow(node);
        let content = self.media(&node).into_iter().next();
        let is_json = content.as_ref().map(|media| media.kind == Kind::Json);
        let schema = match &content {
            Some(media) => media.schema(),
            None => node.get("schema"),
        };
        let place = Place {
            owner: "",
            member: name,
        };
        let schema = schema.filter(|schema| !schema.is_only_words());
        let ty = schema.map(|schema| self.schema(place, &schema).ty);
        let (ty, form) = match is_json {
            Some(true) => (ty.unwrap_or(Type::Json), HeaderForm::Json),
            Some(false) => (Type::String, HeaderForm::Value),
            None => self.header_value(ty.unwrap_or(Type::String), node.flag("explode")),
        };
        AnswerHeader {
            name: name.to_owned(),
            docs: self.docs(&node),
            ty,
            form,
        }
    }

    /// What a header of values of `ty` is read as, and how it is written in the style `simple`. What
    /// the style has no words for is text.
    fn header_value(&self, ty: Type, explode: bool) -> (Type, HeaderForm) {
        let of_object = match explode {
            true => HeaderForm::Pairs,
            false => HeaderForm::Members,
        };
        match ty {
            Type::Nullable(inner) => self.header_value(*inner, explode),
            Type::List(item) => match self.header_value((*item).clone(), explode) {
                (item, HeaderForm::Value) => (Type::List(Box::new(item)), HeaderForm::List),
                _ => (Type::String, HeaderForm::Value),
            },
            Type::Map(item) => (Type::Map(item), of_object),
            // Ids in headers are those of requests and the like, which no call is given.
            Type::Constant(_) | Type::Json | Type::Content | Type::Id(_) => {
                (Type::String, HeaderForm::Value)
            }
            Type::Named(id) => match &self.types[id.0].kind {
                TypeKind::Alias(inner) => {
                    let (_, form) = self.header_value(inner.clone(), explode);
                    (Type::Named(id), form)
                }
                TypeKind::Object(_) | TypeKind::Union(Union::Tagged { .. }) => {
                    (Type::Named(id), of_object)
                }
                _ => (Type::Named(id), HeaderForm::Value),
            },
            ty => (ty, HeaderForm::Value),
        }
    }
}
