//! The form as a JSON Schema, for the API's description.

use serde_json::{Map, Value, json};

use super::{Choice, Field, Form, HIDDEN_MAX, Kind, LANGUAGE_MAX, SECRET_MAX};

/// The JSON Schema (draft 2020-12) of the object the form reads.
pub(super) fn schema(form: &Form) -> Value {
    let properties: Map<String, Value> = form
        .fields
        .iter()
        .map(|field| (field.name.to_owned(), property(field)))
        .collect();
    let required: Vec<&str> = form
        .fields
        .iter()
        .filter(|field| field.required)
        .map(|field| field.name)
        .collect();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": form.id,
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

fn property(field: &Field) -> Value {
    let mut schema = kind(field);
    if let Value::Object(members) = &mut schema {
        if let Some(provision) = field.provision {
            members.insert("x-provision".to_owned(), Value::from(provision));
        }
        if field.sensitive {
            members.insert("x-sensitive".to_owned(), Value::Bool(true));
        }
    }
    schema
}

fn kind(field: &Field) -> Value {
    let least = usize::from(field.required);
    let text = |max: usize| json!({ "type": "string", "minLength": least, "maxLength": max });
    let pattern = |pattern: &str| json!({ "type": "string", "pattern": pattern });
    let list = |items: Value, max: usize| json!({ "type": "array", "items": items, "minItems": least, "maxItems": max, "uniqueItems": true });
    match &field.kind {
        Kind::Line { max } | Kind::Area { max } => text(*max),
        Kind::Hidden => text(HIDDEN_MAX),
        Kind::Language => text(LANGUAGE_MAX),
        Kind::Secret => {
            let mut schema = text(SECRET_MAX);
            if let Value::Object(members) = &mut schema {
                members.insert("writeOnly".to_owned(), Value::Bool(true));
            }
            schema
        }
        Kind::Date => json!({ "type": "string", "format": "date" }),
        Kind::PartialDate => pattern("^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"),
        Kind::Time => pattern("^([01][0-9]|2[0-3]):[0-5][0-9]$"),
        Kind::Number { min, max } => json!({ "type": "integer", "minimum": min, "maximum": max }),
        Kind::Choice(choices) => json!({ "type": "string", "enum": values(choices) }),
        Kind::Choices(choices) => list(
            json!({ "type": "string", "enum": values(choices) }),
            choices.len(),
        ),
        Kind::Flag if field.required => json!({ "type": "boolean", "const": true }),
        Kind::Flag => json!({ "type": "boolean" }),
        Kind::Country => pattern("^[A-Z]{2}$"),
        Kind::Countries { max } => list(json!({ "type": "string", "pattern": "^[A-Z]{2}$" }), *max),
        Kind::Languages { max } => {
            list(json!({ "type": "string", "maxLength": LANGUAGE_MAX }), *max)
        }
        Kind::Lines { max_items, max } => {
            list(json!({ "type": "string", "maxLength": max }), *max_items)
        }
    }
}

fn values(choices: &[Choice]) -> Vec<&str> {
    choices.iter().map(|choice| choice.value.as_str()).collect()
}
