//! The OpenAPI 3.1 document, made from the list of operations and the forms of the acts, in either language.
//!
//! Why by hand and not by derive macros: `docs/decisions/0013-forms-make-the-api.md`.

mod cases;
mod forms;
mod likeness;
mod parts;
mod paths;
mod sample;
mod schemas;

pub use forms::titled;
pub use paths::parameter;

use std::sync::{Arc, PoisonError, RwLock};

use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use jiff::civil::Date;
use safeconduct_domain::policy::Policy;
use serde_json::{Map, Value, json};

use super::ok;
use super::operation::Group;
use super::operations::all;
use crate::state::ServerState;
use crate::web::i18n::{Lang, plain};

/// Where the document is.
pub const ADDRESS: &str = "/api/openapi.json";
/// Where the schema of a complete referral is.
pub const REFERRAL: &str = "/api/v1/schemas/referral.json";

/// The routes of the descriptions that programs read. They say nothing about anybody, so anybody may read them.
pub(super) fn routes() -> Router<ServerState> {
    Router::new()
        .route(ADDRESS, get(show))
        .route(REFERRAL, get(referral))
}

async fn show(State(state): State<ServerState>, lang: Lang) -> Response {
    ok(&current(&state, lang))
}

/// Documents made so far: anybody may ask for one, and making it takes time.
static MADE: RwLock<Vec<Made>> = RwLock::new(Vec::new());
/// Two languages, and the day before.
const KEPT: usize = 4;

struct Made {
    policy: String,
    today: Date,
    lang: Lang,
    document: Arc<Value>,
}

/// The document of today in a language.
pub(super) fn current(state: &ServerState, lang: Lang) -> Arc<Value> {
    let (policy, today) = (state.app.policy(), state.app.today());
    let same = |m: &&Made| m.lang == lang && m.today == today && m.policy == policy.version();
    let found = MADE
        .read()
        .unwrap_or_else(PoisonError::into_inner)
        .iter()
        .find(same)
        .map(|m| Arc::clone(&m.document));
    found.unwrap_or_else(|| {
        let document = Arc::new(document(policy, today, lang));
        let mut made = MADE.write().unwrap_or_else(PoisonError::into_inner);
        if made.len() >= KEPT {
            made.remove(0);
        }
        let policy = policy.version().to_owned();
        made.push(Made {
            policy,
            today,
            lang,
            document: Arc::clone(&document),
        });
        document
    })
}

async fn referral(State(state): State<ServerState>, lang: Lang) -> Response {
    let mut schema = forms::referral(state.app.policy(), state.app.today(), lang);
    if let Value::Object(members) = &mut schema {
        members.insert("$id".to_owned(), json!(REFERRAL));
    }
    ok(&schema)
}

/// The document as it stands on a day.
#[must_use]
pub fn document(policy: &Policy, today: Date, lang: Lang) -> Value {
    let operations = all();
    let mut all_paths: Map<String, Value> = Map::new();
    for operation in &operations {
        let entry = all_paths
            .entry(operation.path.clone())
            .or_insert_with(|| json!({}));
        if let Value::Object(verbs) = entry {
            verbs.insert(
                operation.verb.name().to_owned(),
                paths::operation(operation, lang),
            );
        }
    }
    let tags: Vec<Value> = Group::ALL.iter().map(|group| tag(*group, lang)).collect();
    json!({
        "openapi": "3.1.0",
        "jsonSchemaDialect": "https://json-schema.org/draft/2020-12/schema",
        "info": {
            "title": say(lang, "api-title"),
            "version": env!("CARGO_PKG_VERSION"),
            "description": say(lang, "api-lead"),
            "license": { "name": "Apache-2.0", "identifier": "Apache-2.0" },
            "x-policy": policy.version(),
        },
        "servers": [{ "url": "/" }],
        "tags": tags,
        "security": [{ "bearer": [] }],
        "paths": all_paths,
        "components": {
            "securitySchemes": {
                "bearer": { "type": "http", "scheme": "bearer", "description": say(lang, "api-sign-in-text") },
                "cookie": { "type": "apiKey", "in": "cookie", "name": "__Host-s", "description": say(lang, "api-cookie-text") },
            },
            "schemas": schemas::all(policy, today, lang),
            "responses": paths::responses(lang),
            "headers": paths::headers(lang),
            "parameters": paths::key_parameters(lang),
        },
    })
}

fn tag(group: Group, lang: Lang) -> Value {
    let (name, words) = group.words();
    json!({ "name": name, "description": say(lang, words) })
}

/// A message without marks for pages.
pub(super) fn say(lang: Lang, key: &str) -> String {
    plain(lang, key, &[])
}
