//! Writing objects from the fields of generated types, by their tables.

use super::shape::{KnownTag, Variant, VariantTag};
use super::{Extra, Json, Member, Presence, Rest, Shape, Writer};

/// Writes an object. `fields` are in the order of `shape.members`; `rest` is at
/// most one map of members that have no field.
#[doc(hidden)]
pub fn write_object(
    writer: &mut Writer,
    shape: &Shape,
    fields: &[&dyn Json],
    rest: &[&dyn Rest],
    extra: &Extra,
) {
    writer.begin_object();
    let mut variants = Vec::new();
    for (member, field) in shape.members.iter().zip(fields) {
        if member.presence == Presence::Kind {
            let variant = field.variant();
            write_tag(writer, member.name, &variant);
            write_members(writer, variant.members, &variant.fields, extra);
            variants.push(variant);
        } else {
            write_member(writer, member, *field, extra);
        }
    }
    for rest in rest {
        rest.each(&mut |name, value| {
            writer.key(name);
            value.write(writer);
        });
    }
    for (name, value) in extra {
        let variants = variants
            .iter()
            .any(|variant| holds(variant.members, &variant.fields, name));
        if !variants
            && !holds(shape.members, fields, name)
            && !rest.iter().any(|rest| rest.has(name))
        {
            writer.key(name);
            value.write(writer);
        }
    }
    writer.end_object();
}

/// Writes the tag of a kind, and what an unknown kind holds.
fn write_tag(writer: &mut Writer, name: &str, variant: &Variant<'_>) {
    match variant.tag {
        VariantTag::Known(KnownTag { text, literal }) => {
            writer.key(name);
            if literal.starts_with('"') {
                writer.string(text)
            } else {
                writer.raw(literal)
            }
        }
        VariantTag::None => {}
        VariantTag::Unknown(unknown) => {
            unknown.write_tag(name, writer);
            for (name, value) in unknown.members() {
                writer.key(name);
                value.write(writer);
            }
        }
    }
}

fn write_members(writer: &mut Writer, members: &[Member], fields: &[&dyn Json], extra: &Extra) {
    for (member, field) in members.iter().zip(fields) {
        write_member(writer, member, *field, extra);
    }
}

fn write_member(writer: &mut Writer, member: &Member, field: &dyn Json, extra: &Extra) {
    let none = field.is_none();
    let written = match member.presence {
        Presence::Optional => !none,
        // What stood there and did not fit is among the extra members.
        Presence::Nullable => !none || extra.get(member.name).is_none(),
        Presence::Required | Presence::Kind => extra.get(member.name).is_none(),
    };
    if written {
        writer.key(member.name);
        field.write(writer);
    }
}

/// True if a field has taken the place of the extra member of this name.
fn holds(members: &[Member], fields: &[&dyn Json], name: &str) -> bool {
    members.iter().zip(fields).any(|(member, field)| {
        member.name == name
            && match member.presence {
                Presence::Optional | Presence::Nullable => !field.is_none(),
                Presence::Required => false,
                Presence::Kind => true,
            }
    })
}
