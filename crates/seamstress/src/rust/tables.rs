//! Tables: how each type is read and written, for the runtime's macros.
//!
//! They are printed here line by line, since no formatter knows the macros' syntax. Only
//! identifiers and literals go in.

use std::fmt::Write;

use proc_macro2::{Ident, Literal};

use super::Emitter;
use super::numbers;
use crate::api::{
    Alternative, Cases, Enumeration, Member, Object, Scalar, Type, TypeId, TypeKind, Union,
};

impl Emitter<'_> {
    /// The tables of a type, with `condition` before each.
    pub(super) fn tables(&self, id: TypeId, condition: &str) -> String {
        let name = self.names.of(id);
        match &self.api.type_def(id).kind {
            TypeKind::Object(object) => self.object_tables(id, object, condition),
            TypeKind::Enumeration(enumeration) => table(
                condition,
                "open_enum",
                &format!("{name} {{"),
                &enum_rows(enumeration, self.scopes.variants(id)),
            ),
            TypeKind::Numbers(numbers) => table(
                condition,
                "open_number",
                &format!("{name}({}) {{", numbers::held(numbers)),
                &numbers::rows(numbers, self.scopes.variants(id)),
            ),
            TypeKind::Union(union) => self.union_table(id, union, condition),
            TypeKind::Alias(_) => String::new(),
        }
    }

    fn union_table(&self, id: TypeId, union: &Union, condition: &str) -> String {
        let (name, variants) = (self.names.of(id), self.scopes.variants(id));
        let head = format!("{name} {{");
        let mut text = match union {
            Union::Shaped { alternatives } => {
                let rows = shaped_rows(alternatives, variants);
                table(condition, "union", &head, &rows)
            }
            Union::Tagged { tag, alternatives } => {
                let head = format!("{name} {} {{", literal(tag));
                let values = alternatives.iter().map(|(value, _)| value);
                table(condition, "tagged", &head, &rows(values, variants, ""))
            }
            Union::Dependent { alternatives } => {
                let row = |((value, ty), variant): (&(Scalar, Type), &Ident)| {
                    let held = self.held_type(id, ty, true);
                    format!("{} => {variant}({}),", scalar(value), spaced(&held))
                };
                let rows = alternatives.iter().zip(variants).map(row);
                table(condition, "dependent", &head, &rows.collect::<Vec<_>>())
            }
        };
        let accessors = self.accessors(union);
        if !accessors.is_empty() {
            text.truncate(text.len() - "}\n".len());
            push_block(&mut text, "all {", &accessors);
            text.push_str("}\n");
        }
        text
    }

    fn object_tables(&self, id: TypeId, object: &Object, condition: &str) -> String {
        let name = self.names.of(id);
        let mut rows: Vec<String> = object
            .members
            .iter()
            .map(|member| self.member_row(id, member))
            .collect();
        if object.rest.is_some() {
            rows.push(format!("* => {}: rest,", self.scopes.rest(id)));
        }
        let Some(cases) = &object.cases else {
            return table(condition, "object", &format!("{name} {{"), &rows);
        };
        let field = self.scopes.kind(id);
        rows.push(format!("{} => {field}: kind,", literal(&cases.tag)));
        let mut text = table(condition, "object", &format!("{name} {{"), &rows);
        let head = format!("{} {{", self.names.kind(id));
        text.push('\n');
        text.push_str(&table(condition, "kind", &head, &self.case_rows(id, cases)));
        text
    }

    fn case_rows(&self, id: TypeId, cases: &Cases) -> Vec<String> {
        let mut rows = Vec::new();
        for (case, name) in cases.cases.iter().zip(self.scopes.variants(id)) {
            let value = scalar(&case.value);
            if case.members.is_empty() {
                rows.push(format!("{value} => {name} {{}},"));
                continue;
            }
            rows.push(format!("{value} => {name} {{"));
            rows.extend(
                case.members
                    .iter()
                    .map(|member| format!("    {}", self.member_row(id, member))),
            );
            rows.push("},".to_owned());
        }
        rows
    }

    fn member_row(&self, id: TypeId, member: &Member) -> String {
        let presence = match (member.required, member.nullable) {
            (true, false) => "required",
            (true, true) => "nullable",
            (false, _) => "optional",
        };
        let by = member
            .selector
            .as_deref()
            .map(|tag| format!(" by {}", literal(tag)));
        let field = self.scopes.field(id, &member.name);
        format!(
            "{} => {field}: {presence}{},",
            literal(&member.name),
            by.unwrap_or_default()
        )
    }
}

fn shaped_rows(alternatives: &[Alternative], names: &[Ident]) -> Vec<String> {
    let row = |(alternative, name): (&Alternative, &Ident)| {
        let kind = alternative.json.word();
        let keys: Vec<String> = alternative
            .required
            .iter()
            .map(|key| literal(key))
            .collect();
        let keys = if keys.is_empty() {
            String::new()
        } else {
            format!("({})", keys.join(", "))
        };
        format!("{kind}{keys} => {name},")
    };
    alternatives.iter().zip(names).map(row).collect()
}

fn enum_rows(enumeration: &Enumeration, names: &[Ident]) -> Vec<String> {
    let values = enumeration.values.iter();
    values
        .zip(names)
        .map(|(value, name)| format!("{} => {name},", literal(&value.value)))
        .collect()
}

fn rows<'a>(values: impl Iterator<Item = &'a Scalar>, names: &[Ident], after: &str) -> Vec<String> {
    values
        .zip(names)
        .map(|(value, name)| format!("{} => {name}{after},", scalar(value)))
        .collect()
}

fn table(condition: &str, kind: &str, head: &str, rows: &[String]) -> String {
    let mut text = String::new();
    if !condition.is_empty() {
        text.push_str(condition);
        text.push('\n');
    }
    // Writing to a string cannot fail.
    let _ = writeln!(text, "seamstress_runtime::{kind}! {{");
    push_block(&mut text, head, rows);
    text.push_str("}\n");
    text
}

fn push_block(text: &mut String, head: &str, rows: &[String]) {
    let _ = writeln!(text, "    {head}");
    for row in rows {
        let _ = writeln!(text, "        {row}");
    }
    text.push_str("    }\n");
}

fn literal(text: &str) -> String {
    Literal::string(text).to_string()
}

fn scalar(value: &Scalar) -> String {
    match value {
        Scalar::String(text) => literal(text),
        Scalar::Boolean(flag) => flag.to_string(),
        Scalar::Integer(number) => number.clone(),
    }
}

/// Tokens as text, without the spaces that tokens print with around punctuation.
pub(super) fn spaced(tokens: &proc_macro2::TokenStream) -> String {
    tokens
        .to_string()
        .replace("& ", "&")
        .replace("[ ", "[")
        .replace(" ]", "]")
        .replace(" < ", "<")
        .replace(" >", ">")
        .replace(" ,", ",")
}
