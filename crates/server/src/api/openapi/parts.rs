//! Small schemas that the larger ones are made of.

use serde_json::{Map, Value, json};

/// A pseudonym.
pub(super) fn id() -> Value {
    json!({ "type": "string", "pattern": "^[0-9a-f]{32}$" })
}

/// A text.
pub(super) fn text() -> Value {
    json!({ "type": "string" })
}

/// A day.
pub(super) fn day() -> Value {
    json!({ "type": "string", "format": "date" })
}

/// A whole number; moments are UTC milliseconds.
pub(super) fn whole() -> Value {
    json!({ "type": "integer" })
}

/// Yes or no.
pub(super) fn flag() -> Value {
    json!({ "type": "boolean" })
}

/// One of these codes.
pub(super) fn one_of(codes: &[&str]) -> Value {
    json!({ "type": "string", "enum": codes })
}

/// Several of the same.
pub(super) fn list(items: Value) -> Value {
    json!({ "type": "array", "items": items })
}

/// The same under any name.
pub(super) fn map(of: Value) -> Value {
    json!({ "type": "object", "additionalProperties": of })
}

/// Another component.
pub(super) fn refer(name: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{name}") })
}

/// Members: those always there, and those that may be. Nothing else.
pub(super) fn object<const A: usize, const B: usize>(
    always: [(&str, Value); A],
    perhaps: [(&str, Value); B],
) -> Value {
    let required: Vec<&str> = always.iter().map(|(name, _)| *name).collect();
    let required = json!(required);
    let members = always.into_iter().chain(perhaps);
    let properties: Map<String, Value> = members
        .map(|(name, schema)| (name.to_owned(), schema))
        .collect();
    json!({ "type": "object", "properties": properties, "required": required, "additionalProperties": false })
}

/// Two objects in one.
pub(super) fn joined(mut first: Value, second: &Value) -> Value {
    if let (Some(Value::Object(to)), Some(Value::Object(from))) =
        (first.get_mut("properties"), second.get("properties"))
    {
        to.extend(from.clone());
    }
    if let (Some(Value::Array(to)), Some(Value::Array(from))) =
        (first.get_mut("required"), second.get("required"))
    {
        to.extend(from.clone());
    }
    first
}

/// An object without one member.
pub(super) fn without(mut object: Value, name: &str) -> Value {
    if let Some(Value::Object(members)) = object.get_mut("properties") {
        members.remove(name);
    }
    if let Some(Value::Array(required)) = object.get_mut("required") {
        required.retain(|r| r != name);
    }
    object
}
