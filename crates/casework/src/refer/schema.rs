//! A referral as a JSON Schema: the schemas of the forms, put together.

use super::read::{CONSENTS, CONTENT, DOCUMENTS, FOLLOW, PARTS, PERSONS, Packet};
use super::{MOST_DOCUMENTS, MOST_PERSONS};
use crate::form::Form;
use safeconduct_domain::act::Kind;
use serde_json::{Map, Value, json};

/// The JSON Schema (draft 2020-12) of what [`super::read_json`] takes. `part` may add to the schema of a form, such as
/// titles in a language.
#[must_use]
pub fn schema(packet: &Packet<'_>, part: impl Fn(&Form) -> Value) -> Value {
    let part = |form: &Form| {
        let mut schema = part(form);
        if let Value::Object(members) = &mut schema {
            members.remove("$schema");
        }
        schema
    };
    let mut properties: Map<String, Value> = PARTS
        .iter()
        .map(|(name, kind)| ((*name).to_owned(), part(&packet.form(*kind))))
        .collect();
    let list = |items: Value, least: usize, most: usize| json!({ "type": "array", "items": items, "minItems": least, "maxItems": most });
    let persons = list(part(&packet.form(Kind::AddPerson)), 1, MOST_PERSONS);
    let consents = list(part(&packet.consent(MOST_PERSONS)), 0, MOST_PERSONS);
    let documents = list(
        with_content(part(&packet.document(MOST_PERSONS))),
        0,
        MOST_DOCUMENTS,
    );
    properties.insert(PERSONS.to_owned(), persons);
    properties.insert(CONSENTS.to_owned(), consents);
    properties.insert(DOCUMENTS.to_owned(), documents);
    properties.insert(
        FOLLOW.to_owned(),
        json!({ "type": "boolean", "default": false }),
    );
    let required: Vec<&str> = PARTS
        .iter()
        .map(|(name, _)| *name)
        .chain([PERSONS])
        .collect();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "referral",
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

/// The schema of a document with the file itself, in base 64.
fn with_content(mut schema: Value) -> Value {
    let content = json!({ "type": "string", "minLength": 1, "contentEncoding": "base64" });
    if let Some(Value::Object(properties)) = schema.get_mut("properties") {
        properties.insert(CONTENT.to_owned(), content);
    }
    if let Some(Value::Array(required)) = schema.get_mut("required") {
        required.push(Value::from(CONTENT));
    }
    schema
}
