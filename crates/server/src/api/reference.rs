//! The pages of the API for people, drawn from the OpenAPI document. Open to everybody, in both languages, no scripts.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use serde_json::Value;

use super::openapi::{self, ADDRESS, REFERRAL};
use super::operations;
use crate::state::ServerState;
use crate::web::i18n::Lang;
use crate::web::layout::{Page, html};
use crate::web::problem::Problem;

/// The routes of the pages.
pub(super) fn routes() -> Router<ServerState> {
    Router::new()
        .route("/api", get(index))
        .route("/api/operations/{id}", get(operation))
}

/// What all of it is, and every call.
#[derive(Template)]
#[template(path = "api.html")]
struct IndexPage {
    page: Page,
    document: &'static str,
    schema: &'static str,
    version: String,
    groups: Vec<GroupView>,
}

struct GroupView {
    title: String,
    calls: Vec<CallView>,
}

struct CallView {
    id: String,
    verb: String,
    path: String,
    summary: String,
}

/// One call.
#[derive(Template)]
#[template(path = "api_operation.html")]
struct OperationPage {
    page: Page,
    call: CallView,
    description: String,
    open: bool,
    parameters: Vec<MemberView>,
    media: Vec<String>,
    members: Vec<MemberView>,
    answers: Vec<(String, String)>,
}

struct MemberView {
    name: String,
    place: String,
    kind: String,
    title: String,
    description: String,
    needed: bool,
    provision: String,
    codes: Vec<(String, String)>,
}

async fn index(State(state): State<ServerState>, lang: Lang) -> Response {
    let document = openapi::current(&state, lang);
    let tags = items(&document, "/tags");
    let calls = calls(&document);
    let groups = tags.iter().map(|tag| {
        let name = text(tag, "name");
        let of_tag = calls.iter().filter(|(tags, _, _, _)| tags.contains(&name));
        GroupView {
            title: text(tag, "description"),
            calls: of_tag
                .map(|(_, path, verb, operation)| call(path, verb, operation))
                .collect(),
        }
    });
    html(&IndexPage {
        page: Page::new(lang, lang.t("api-title")).at("/api"),
        document: ADDRESS,
        schema: REFERRAL,
        version: document
            .pointer("/info/version")
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned(),
        groups: groups.collect(),
    })
}

async fn operation(
    State(state): State<ServerState>,
    lang: Lang,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let document = openapi::current(&state, lang);
    let calls = calls(&document);
    let found = calls
        .iter()
        .find(|(_, _, _, operation)| text(operation, "operationId") == id);
    let (_, path, verb, operation) = found.ok_or(Problem::NotFound)?;
    let call = call(path, verb, operation);
    let content = operation
        .pointer("/requestBody/content")
        .and_then(Value::as_object);
    let schema = content
        .and_then(|c| c.values().next()?.get("schema"))
        .map(|s| resolved(&document, s));
    let answers = operation.get("responses").and_then(Value::as_object);
    let answers = answers.into_iter().flatten().map(|(status, answer)| {
        let answer = resolved(&document, answer);
        (status.clone(), text(answer, "description"))
    });
    let page = Page::new(lang, call.summary.clone()).at(format!("/api/operations/{id}"));
    Ok(html(&OperationPage {
        page: page.crumb(lang.t("api-title"), "/api"),
        description: text(operation, "description"),
        open: operation.get("security").is_some(),
        parameters: items(operation, "/parameters")
            .iter()
            .map(|p| parameter(resolved(&document, p)))
            .collect(),
        media: content
            .map(|c| c.keys().cloned().collect())
            .unwrap_or_default(),
        members: schema
            .map(|s| members(&document, s, ""))
            .unwrap_or_default(),
        answers: answers.collect(),
        call,
    }))
}

/// Every call of the document, in the order of the list: tags, path, verb, and the operation itself.
fn calls(document: &Value) -> Vec<(Vec<String>, String, String, Value)> {
    let paths = document.get("paths").and_then(Value::as_object);
    let each = paths.into_iter().flatten().flat_map(|(path, verbs)| {
        let verbs = verbs.as_object().into_iter().flatten();
        verbs.map(move |(verb, operation)| {
            let tags = items(operation, "/tags");
            let tags = tags.iter().filter_map(Value::as_str).map(str::to_owned);
            (
                tags.collect(),
                path.clone(),
                verb.clone(),
                operation.clone(),
            )
        })
    });
    let mut all: Vec<_> = each.collect();
    let order: Vec<String> = operations::all().into_iter().map(|o| o.id).collect();
    all.sort_by_key(|(_, _, _, operation)| {
        let id = text(operation, "operationId");
        order.iter().position(|o| *o == id)
    });
    all
}

fn call(path: &str, verb: &str, operation: &Value) -> CallView {
    CallView {
        id: text(operation, "operationId"),
        verb: verb.to_uppercase(),
        path: path.to_owned(),
        summary: text(operation, "summary"),
    }
}

fn text(value: &Value, name: &str) -> String {
    value
        .get(name)
        .and_then(Value::as_str)
        .unwrap_or_default()
        .to_owned()
}

fn items<'v>(value: &'v Value, pointer: &str) -> &'v [Value] {
    value
        .pointer(pointer)
        .and_then(Value::as_array)
        .map_or(&[], Vec::as_slice)
}

/// What a reference stands for.
fn resolved<'v>(document: &'v Value, value: &'v Value) -> &'v Value {
    let target = value
        .get("$ref")
        .and_then(Value::as_str)
        .and_then(|r| r.strip_prefix('#'));
    target
        .and_then(|pointer| document.pointer(pointer))
        .unwrap_or(value)
}

fn parameter(parameter: &Value) -> MemberView {
    let schema = parameter.get("schema").cloned().unwrap_or_default();
    MemberView {
        name: text(parameter, "name"),
        place: text(parameter, "in"),
        needed: parameter.get("required") == Some(&Value::Bool(true)),
        description: text(parameter, "description"),
        ..member("", &schema)
    }
}

/// The members of an object, those of objects within it after it, named by their way down.
fn members(document: &Value, schema: &Value, way: &str) -> Vec<MemberView> {
    let schema = resolved(document, schema);
    let required = items(schema, "/required");
    let properties = schema.get("properties").and_then(Value::as_object);
    let each = properties
        .into_iter()
        .flatten()
        .flat_map(|(name, property)| {
            let property = resolved(document, property);
            let way = if way.is_empty() {
                name.clone()
            } else {
                format!("{way}.{name}")
            };
            let needed = required.iter().any(|r| r.as_str() == Some(name));
            let within = match property.get("items") {
                Some(item) => members(document, item, &format!("{way}[]")),
                None => members(document, property, &way),
            };
            let own = MemberView {
                needed,
                ..member(&way, property)
            };
            std::iter::once(own).chain(within).collect::<Vec<_>>()
        });
    each.collect()
}

fn member(way: &str, schema: &Value) -> MemberView {
    let labels = schema.get("x-labels").and_then(Value::as_object);
    let codes = schema
        .get("enum")
        .or_else(|| schema.pointer("/items/enum"))
        .and_then(Value::as_array);
    let codes = codes
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .map(|code| {
            let label = labels.and_then(|l| l.get(code)).and_then(Value::as_str);
            (code.to_owned(), label.unwrap_or_default().to_owned())
        });
    MemberView {
        name: way.to_owned(),
        place: String::new(),
        kind: kind(schema),
        title: text(schema, "title"),
        description: text(schema, "description"),
        needed: false,
        provision: text(schema, "x-provision"),
        codes: codes.collect(),
    }
}

/// The type as a reader of JSON knows it, with its bounds.
fn kind(schema: &Value) -> String {
    let mut kind = text(schema, "type");
    if let Some(items) = schema.get("items") {
        kind = format!("{kind} ({})", text(items, "type"));
    }
    for (name, sign) in [
        ("format", ""),
        ("contentEncoding", ""),
        ("minimum", "≥ "),
        ("maximum", "≤ "),
        ("maxLength", "≤ "),
    ] {
        match schema.get(name) {
            Some(Value::String(bound)) => kind = format!("{kind}, {bound}"),
            Some(bound) => kind = format!("{kind}, {sign}{bound}"),
            None => {}
        }
    }
    kind
}
