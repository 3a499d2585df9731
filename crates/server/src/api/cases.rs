//! Work lists, and opening a referral.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use safeconduct_casework::form::{Choice, Field, FieldError, Form, Kind};
use safeconduct_casework::forms::{FormContext, read_json};
use safeconduct_casework::list::{Sort, Wanted};
use safeconduct_domain::act::Kind as Act;
use safeconduct_domain::case::{Case, Stage};
use safeconduct_domain::compartment::Class;
use safeconduct_domain::id::CaseId;
use safeconduct_domain::waiting::WaitsOn;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::body::{Json, LIMIT};
use super::caller::Caller;
use super::failure::Failure;
use super::key::once;
use super::query::Query;
use super::view::card::ListView;
use super::view::json as shown;
use super::{Answer, answer, ok, or_repeated};
use crate::state::ServerState;

/// The filters of a work list that an address may carry.
pub const FILTERS: [&str; 8] = [
    "class", "stage", "urgency", "waits", "stranded", "owner", "sort", "page",
];
/// The classes a case can be in.
pub const CLASSES: [&str; 4] = ["referral", "intake", "assessment", "decision"];
/// How soon, in order.
pub const URGENCIES: [&str; 3] = ["emergency", "urgent", "normal"];
/// The orders there are.
pub const SORTS: [(&str, Sort); 7] = [
    ("due", Sort::Due),
    ("changed", Sort::Changed),
    ("urgency", Sort::Urgency),
    ("age", Sort::Age),
    ("waits", Sort::Waits),
    ("reference", Sort::Reference),
    ("stage", Sort::Stage),
];
/// The one value of a filter that is asked for or not.
pub const YES: &str = "yes";
/// The last page that can be asked for.
const PAGES: i64 = 100_000;

/// `GET /api/v1/cases`
pub async fn list(State(state): State<ServerState>, caller: Caller, query: Query) -> Answer {
    query.only(&FILTERS)?;
    let wanted = Wanted {
        class: query.read("class", class)?,
        stage: query.read("stage", stage)?,
        urgency: query.read("urgency", coded)?,
        waits: query.read("waits", coded)?,
        stranded: query.read("stranded", yes)?.is_some(),
        owner: query.get("owner")?,
        search: String::new(),
        sort: query.read("sort", sort)?.unwrap_or_default(),
        page: query.read("page", page)?.unwrap_or(1),
    };
    listed(&state, &caller, wanted).await
}

/// What a search asks: the same filters, and a text that never stands in an address.
#[must_use]
pub fn search_form() -> Form {
    let one_of = |codes: Vec<&str>| {
        let choices = codes
            .into_iter()
            .map(|c| Choice::key(c, "act-open-referral"));
        Kind::Choice(choices.collect())
    };
    let stages = Stage::ALL.iter().map(|s| s.code()).collect();
    let sorts = SORTS.iter().map(|(name, _)| *name).collect();
    Form::new(
        "api-search",
        vec![
            Field::new("search", Kind::Line { max: 200 })
                .optional()
                .sensitive(),
            Field::new("class", one_of(CLASSES.to_vec())).optional(),
            Field::new("stage", one_of(stages)).optional(),
            Field::new("urgency", one_of(URGENCIES.to_vec())).optional(),
            Field::new("waits", one_of(WaitsOn::ALL.map(WaitsOn::code).to_vec())).optional(),
            Field::new("stranded", one_of(vec![YES])).optional(),
            Field::new("owner", Kind::Hidden).optional(),
            Field::new("sort", one_of(sorts)).optional(),
            Field::new("page", Kind::Number { min: 1, max: PAGES }).optional(),
        ],
    )
}

/// `POST /api/v1/cases/search`
pub async fn search(State(state): State<ServerState>, caller: Caller, body: Json<LIMIT>) -> Answer {
    let read = search_form().read_json(&body.value)?;
    let text = |name: &str| read.get(name).and_then(Value::as_str);
    let owner = match text("owner").map(str::parse) {
        None => None,
        Some(Ok(owner)) => Some(owner),
        Some(Err(_)) => return Err(vec![FieldError::new("owner", "choice")].into()),
    };
    let pages = read.get("page").and_then(Value::as_u64);
    let wanted = Wanted {
        class: text("class").and_then(class),
        stage: text("stage").and_then(stage),
        urgency: text("urgency").and_then(coded),
        waits: text("waits").and_then(coded),
        stranded: text("stranded").and_then(yes).is_some(),
        owner,
        search: text("search").unwrap_or_default().to_owned(),
        sort: text("sort").and_then(sort).unwrap_or_default(),
        page: pages.and_then(|p| usize::try_from(p).ok()).unwrap_or(1),
    };
    listed(&state, &caller, wanted).await
}

async fn listed(state: &ServerState, caller: &Caller, wanted: Wanted) -> Answer {
    let listed = state.app.list(&caller.session, wanted).await?;
    Ok(ok(&shown(&ListView::from(&listed))))
}

/// `POST /api/v1/cases`
pub async fn open(
    State(state): State<ServerState>,
    caller: Caller,
    headers: HeaderMap,
    body: Json<LIMIT>,
) -> Answer {
    let once = once(&state, &caller, &headers, "open-referral", &body.bytes)?;
    if let Some(once) = &once
        && let Some(repeated) = or_repeated(state.app.unused(once).await)?
    {
        return Ok(opened(StatusCode::OK, repeated));
    }
    let (app, empty) = (&state.app, Case::default());
    let ctx = FormContext {
        organisation: &caller.session.organisation_code,
        ..FormContext::new(app.policy(), app.today(), &empty)
    };
    let act = read_json(Act::Open, &ctx, &body.value)?;
    match app.act(&caller.session, None, act, once).await {
        Ok(done) => Ok(opened(StatusCode::CREATED, done.case)),
        Err(error) => match or_repeated(Err(error))? {
            Some(case) => Ok(opened(StatusCode::OK, case)),
            None => Err(Failure::NotNow),
        },
    }
}

/// The answer to whatever opens a case.
pub fn opened(status: StatusCode, case: CaseId) -> Response {
    let location = [(header::LOCATION, format!("/api/v1/cases/{case}"))];
    (location, answer(status, &json!({ "case": case }))).into_response()
}

fn class(code: &str) -> Option<Class> {
    CLASSES.contains(&code).then(|| coded(code)).flatten()
}

fn yes(code: &str) -> Option<()> {
    (code == YES).then_some(())
}

fn stage(code: &str) -> Option<Stage> {
    Stage::ALL.into_iter().find(|s| s.code() == code)
}

fn sort(code: &str) -> Option<Sort> {
    let mut sorts = SORTS.into_iter();
    sorts.find(|(name, _)| *name == code).map(|(_, sort)| sort)
}

fn page(text: &str) -> Option<usize> {
    let page: i64 = text.parse().ok()?;
    let sound = (1..=PAGES).contains(&page);
    usize::try_from(page).ok().filter(|_| sound)
}

fn coded<T: DeserializeOwned>(code: &str) -> Option<T> {
    serde_json::from_value(Value::from(code)).ok()
}
