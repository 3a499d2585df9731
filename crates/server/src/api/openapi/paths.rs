//! Operations as OpenAPI writes them: parameters, bodies, answers.

use serde_json::{Map, Value, json};

use super::parts::{day, id, text, whole};
use super::say;
use crate::api::cases::{CLASSES, SORTS, URGENCIES, YES};
use crate::api::failure::MEDIA;
use crate::api::operation::{Gives, KeyUse, Operation, Takes};
use crate::web::i18n::Lang;
use safeconduct_domain::case::Stage;
use safeconduct_domain::waiting::WaitsOn;

const SCHEMAS: &str = "#/components/schemas/";

/// An operation.
pub(super) fn operation(operation: &Operation, lang: Lang) -> Value {
    let mut members = Map::new();
    let mut put = |name: &str, value: Value| members.insert(name.to_owned(), value);
    put("operationId", json!(operation.id));
    put("tags", json!([operation.group.words().0]));
    put("summary", json!(say(lang, &operation.words)));
    if let Some(more) = operation.more {
        put("description", json!(say(lang, more)));
    }
    if operation.open {
        put("security", json!([]));
    }
    let parameters = parameters(operation, lang);
    if !parameters.is_empty() {
        put("parameters", Value::Array(parameters));
    }
    if let Some(body) = body(operation.takes, lang) {
        put("requestBody", body);
    }
    put("responses", answers(operation));
    Value::Object(members)
}

fn parameters(operation: &Operation, lang: Lang) -> Vec<Value> {
    let in_path = operation
        .path
        .split('/')
        .filter_map(|step| step.strip_prefix('{')?.strip_suffix('}'));
    let mut all: Vec<Value> = in_path
        .map(|name| {
            let (schema, words) = place(name);
            json!({ "name": name, "in": "path", "required": true, "schema": schema, "description": say(lang, words) })
        })
        .collect();
    all.extend(operation.query.iter().map(|name| {
        let (schema, words) = parameter(name);
        json!({ "name": name, "in": "query", "required": false, "schema": schema, "description": say(lang, words) })
    }));
    match operation.key {
        KeyUse::None => {}
        KeyUse::May => all.push(json!({ "$ref": "#/components/parameters/key" })),
        KeyUse::Must => all.push(json!({ "$ref": "#/components/parameters/key-needed" })),
    }
    if operation.takes == Takes::File {
        all.extend(crate::api::documents::ANSWERS.iter().map(|name| {
            let words = match *name {
                "name" => "api-document-name",
                "kind" => "api-document-kind",
                _ => "api-document-person",
            };
            json!({ "name": format!("Document-{name}"), "in": "header", "required": false, "schema": text(),
                "description": say(lang, words) })
        }));
    }
    all
}

/// What stands for a name in braces.
fn place(name: &str) -> (Value, &'static str) {
    match name {
        "doc" => (id(), "api-place-doc"),
        "ms" => (whole(), "api-place-ms"),
        _ => (id(), "api-place-id"),
    }
}

/// A parameter of an address: its schema and the key of its words.
#[must_use]
pub fn parameter(name: &str) -> (Value, &'static str) {
    let one_of = |codes: Vec<&str>| json!({ "type": "string", "enum": codes });
    match name {
        "class" => (one_of(CLASSES.to_vec()), "api-query-class"),
        "stage" => (
            one_of(Stage::ALL.iter().map(|s| s.code()).collect()),
            "api-query-stage",
        ),
        "urgency" => (one_of(URGENCIES.to_vec()), "api-query-urgency"),
        "waits" => (
            one_of(WaitsOn::ALL.map(WaitsOn::code).to_vec()),
            "api-query-waits",
        ),
        "stranded" => (one_of(vec![YES]), "api-query-stranded"),
        "sort" => (
            one_of(SORTS.iter().map(|(name, _)| *name).collect()),
            "api-query-sort",
        ),
        "owner" => (id(), "api-query-owner"),
        "case" => (id(), "api-query-case"),
        "actor" => (id(), "api-query-actor"),
        "before" => (
            json!({ "type": "integer", "minimum": 0 }),
            "api-query-before",
        ),
        "limit" => (
            json!({ "type": "integer", "minimum": 1, "maximum": crate::api::board::NOTICES }),
            "api-query-limit",
        ),
        "on" => (day(), "api-query-on"),
        _ => (json!({ "type": "integer", "minimum": 1 }), "api-query-page"),
    }
}

fn body(takes: Takes, lang: Lang) -> Option<Value> {
    let of = |schema: String| json!({ "required": true, "content": { "application/json": { "schema": { "$ref": schema } } } });
    match takes {
        Takes::Nothing => None,
        Takes::Json(name) => Some(of(format!("{SCHEMAS}{name}"))),
        Takes::Act(kind) => Some(of(format!("{SCHEMAS}act-{}", kind.name()))),
        Takes::File => Some(json!({
            "required": true,
            "description": say(lang, "api-add-document-more"),
            "content": {
                "multipart/form-data": { "schema": { "$ref": format!("{SCHEMAS}document-parts") } },
                "application/octet-stream": { "schema": { "type": "string", "format": "binary" } },
            },
        })),
    }
}

fn answers(operation: &Operation) -> Value {
    let json = |name: &str| json!({ "application/json": { "schema": { "$ref": format!("{SCHEMAS}{name}") } } });
    let mut all = Map::new();
    let mut put = |status: &str, value: Value| all.insert(status.to_owned(), value);
    match operation.gives {
        Gives::Nothing => {
            put("204", json!({ "description": "Done." }));
        }
        Gives::Json(name) => {
            let status = if operation.id == "begin-session" {
                "201"
            } else {
                "200"
            };
            put(
                status,
                json!({ "description": name, "content": json(name) }),
            );
        }
        Gives::Made(name) => {
            let location = json!({ "Location": { "$ref": "#/components/headers/location" } });
            put(
                "201",
                json!({ "description": name, "headers": location, "content": json(name) }),
            );
            put(
                "200",
                json!({ "description": name, "headers": location, "content": json(name) }),
            );
        }
        Gives::File => {
            let bytes = json!({ "application/octet-stream": { "schema": { "type": "string", "format": "binary" } } });
            put("200", json!({ "description": "file", "content": bytes }));
        }
        Gives::Archive => {
            let bytes = json!({ "application/zip": { "schema": { "type": "string", "format": "binary" } } });
            put("200", json!({ "description": "archive", "content": bytes }));
        }
        Gives::Letter => {
            let bytes = json!({ "application/pdf": { "schema": { "type": "string", "format": "binary" } } });
            put("200", json!({ "description": "letter", "content": bytes }));
        }
    }
    let refer = |name: &str| json!({ "$ref": format!("#/components/responses/{name}") });
    if operation.takes != Takes::Nothing
        || !operation.query.is_empty()
        || operation.key != KeyUse::None
    {
        put("400", refer("malformed"));
    }
    if operation.takes != Takes::Nothing {
        put("413", refer("too-large"));
        put("422", refer("unprocessable"));
    }
    if matches!(operation.takes, Takes::Json(_) | Takes::Act(_)) {
        put("415", refer("malformed"));
    }
    if operation.path.contains('{') {
        put("404", refer("not-found"));
    }
    if operation.id == "begin-session" {
        put("429", refer("too-many"));
    }
    put("401", refer("signed-out"));
    put("default", refer("problem"));
    Value::Object(all)
}

/// Answers that many operations share.
pub(super) fn responses(lang: Lang) -> Value {
    let one = |words: &str, schema: &str| {
        json!({ "description": say(lang, words),
            "content": { MEDIA: { "schema": { "$ref": format!("{SCHEMAS}{schema}") } } } })
    };
    json!({
        "problem": one("api-answer-problem", "problem"),
        "malformed": one("problem-bad-request-title", "problem"),
        "signed-out": one("problem-signed-out-title", "problem"),
        "not-found": one("api-answer-not-found", "problem"),
        "too-large": one("problem-too-large-title", "problem"),
        "too-many": one("problem-too-many-title", "problem"),
        "unprocessable": one("api-answer-unprocessable", "problem"),
    })
}

/// Headers of answers.
pub(super) fn headers(lang: Lang) -> Value {
    json!({ "location": { "description": say(lang, "api-header-location"), "schema": text() } })
}

/// `Idempotency-Key`, where it may and where it must be sent.
pub(super) fn key_parameters(lang: Lang) -> Value {
    let one = |required: bool| {
        json!({ "name": "Idempotency-Key", "in": "header", "required": required, "description": say(lang, "api-key-text"),
            "schema": { "type": "string", "pattern": "^\"?[A-Za-z0-9_-]{8,64}\"?$" } })
    };
    json!({ "key": one(false), "key-needed": one(true) })
}
