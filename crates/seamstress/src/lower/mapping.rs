//! What a discriminator's `mapping` says (OpenAPI 3.0.4, section 4.7.25).

use std::borrow::Cow;
use std::collections::HashMap;

use super::node::Node;
use super::schema::component_name;
use crate::api::Scalar;

/// The values of a tag, by the component that they mean. It is asked once per component, and the
/// lists of large documents are long.
#[derive(Default)]
pub(super) struct Mapping<'d> {
    values: HashMap<Cow<'d, str>, Vec<&'d str>>,
}

impl<'d> Mapping<'d> {
    /// That of the discriminator of the schema at `node`; empty where there is none.
    pub(super) fn of(node: &Node<'d>) -> Self {
        let entries = node.get("discriminator");
        let entries = entries.map(|discriminator| discriminator.members("mapping"));
        let mut values: HashMap<_, Vec<&str>> = HashMap::new();
        for (value, target) in entries.unwrap_or_default() {
            if let Some(target) = target.value.as_str() {
                // A target is a name, or a reference.
                let name = component_name(target).unwrap_or(Cow::Borrowed(target));
                values.entry(name).or_default().push(value);
            }
        }
        Self { values }
    }

    /// The values that mean the component `name`, in their order; several may mean the same.
    pub(super) fn values(&self, name: &str) -> Vec<Scalar> {
        let values = self.values.get(name).into_iter().flatten();
        let text = |value: &&str| Scalar::String((*value).to_owned());
        values.map(text).collect()
    }
}
