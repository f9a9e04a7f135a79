//! What one value must fulfil: schemas that apply together, and what was chosen among them.

use serde_json::Value;

use crate::choice::Kind;
use crate::error::SampleError;
use crate::judge::Judge;
use crate::schema::Schema;
use crate::tag::Tag;

/// All that one value must fulfil.
#[derive(Clone, Debug, Default)]
pub(crate) struct Demand<'a> {
    /// The schemas as they were asked for.
    pub(super) roots: Vec<Schema<'a>>,
    /// Schemas that are not unfolded yet; the next one is the last.
    pub(super) pending: Vec<Schema<'a>>,
    /// Schemas with a union of which no variant is chosen yet.
    pub(super) unions: Vec<(Schema<'a>, Kind)>,
    /// Schemas that are unfolded: their own keywords hold, and their parts are in this list too.
    pub(super) flat: Vec<Schema<'a>>,
    /// The variants that must not match, as another one of their `oneOf` was chosen.
    pub(super) others: Vec<Schema<'a>>,
    /// The conditions that must not be fulfilled, as the `else` beside them was chosen.
    pub(super) refused: Vec<Schema<'a>>,
    /// What discriminators ask for.
    pub(super) tags: Vec<Tag<'a>>,
    /// The identities of the schemas that were unfolded, and of those that `nullable` was settled
    /// for.
    pub(super) seen: Vec<usize>,
    /// Whether null was chosen.
    pub(super) is_null: bool,
}

impl<'a> Demand<'a> {
    pub(crate) fn new(roots: Vec<Schema<'a>>) -> Self {
        let pending = roots.iter().rev().cloned().collect();
        Self {
            roots,
            pending,
            ..Self::default()
        }
    }

    /// The demand of one schema that needs no unfolding.
    pub(super) fn plain(schema: Schema<'a>) -> Self {
        Self {
            flat: vec![schema],
            ..Self::default()
        }
    }

    /// The schema that a choice is noted for: the first with the keyword, or the first at all.
    pub(super) fn spokesman(&self, keyword: &str) -> Option<&Schema<'a>> {
        let speaking = self
            .flat
            .iter()
            .find(|schema| schema.get(keyword).is_some());
        speaking.or(self.flat.first()).or(self.roots.first())
    }

    /// Why a value that was built is not allowed, if it is not.
    pub(super) fn complaint(&self, value: &Value, judge: &Judge<'a>) -> Option<SampleError> {
        let refuses = |schema: &&Schema<'a>| judge.accepts(schema, value);
        if let Some(other) = self.others.iter().find(refuses) {
            let reason = "every value of another variant of this `oneOf` was allowed here as well";
            let advice = "write `anyOf`, or tell the variants apart by a required constant";
            return Some(SampleError::new(other.pointer(), reason, advice));
        }
        if let Some(condition) = self.refused.iter().find(refuses) {
            let reason = "no value was found that does not fulfil this `if`";
            let advice = "leave out the `else` that nothing reaches";
            return Some(SampleError::new(condition.pointer(), reason, advice));
        }
        let mut nots = self.flat.iter().filter_map(|schema| schema.child("not"));
        let not = nots.find(|not| judge.accepts(not, value))?;
        let reason = "no value was found that this `not` does not refuse";
        Some(SampleError::new(
            not.pointer(),
            reason,
            "refuse less, or describe what is allowed",
        ))
    }

    /// The types that are allowed, of those that the schemas speak of; those without parts first.
    pub(super) fn types(&self) -> Vec<&'static str> {
        let declared: Vec<_> = self
            .flat
            .iter()
            .filter_map(|schema| schema.get("type"))
            .collect();
        let allows = |declared: &Value, name: &str| match declared {
            Value::Array(names) => names.iter().any(|one| one == name),
            one => one == name,
        };
        // A number without fractions is what `number` and `integer` have in common.
        let allows = |name: &str| {
            declared.iter().all(|declared| {
                allows(declared, name) || (name == "integer" && allows(declared, "number"))
            })
        };
        let mut types = vec![
            "string", "number", "integer", "boolean", "null", "array", "object",
        ];
        types.retain(|name| allows(name));
        if types.contains(&"number") {
            types.retain(|name| *name != "integer");
        }
        if declared.is_empty() && types.iter().any(|name| self.implies(name)) {
            types.retain(|name| self.implies(name));
        }
        types
    }

    /// Whether no schema says anything of values of any type.
    pub(super) fn says_nothing(&self) -> bool {
        let types = ["object", "array", "string", "number"];
        !types.into_iter().any(|name| self.implies(name))
    }

    /// Whether the schemas, though they have no `type`, speak of values of a type.
    fn implies(&self, name: &str) -> bool {
        let keywords: &[&str] = match name {
            "object" => &[
                "properties",
                "required",
                "patternProperties",
                "minProperties",
                "maxProperties",
                "propertyNames",
            ],
            "array" => &[
                "items",
                "prefixItems",
                "minItems",
                "maxItems",
                "uniqueItems",
                "contains",
            ],
            "string" => &["pattern", "minLength", "maxLength", "format"],
            "number" => &[
                "minimum",
                "maximum",
                "exclusiveMinimum",
                "exclusiveMaximum",
                "multipleOf",
            ],
            _ => &[],
        };
        let speaks = |schema: &Schema<'a>| {
            keywords.iter().any(|keyword| schema.get(keyword).is_some())
                || (name == "object"
                    && schema
                        .get("additionalProperties")
                        .is_some_and(|rest| rest != &Value::Bool(true)))
        };
        self.flat.iter().any(speaks) || (name == "object" && !self.tags.is_empty())
    }
}
