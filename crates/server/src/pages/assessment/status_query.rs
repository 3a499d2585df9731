//! Status queries: the one thing an officer may do with a doubt about what the partner attested. Nothing is found here;
//! something is asked, by the route of whoever referred.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::Uri;
use axum::response::Response;
use safeconduct_domain::act::Kind;
use safeconduct_domain::status_query::StatusQuery;

use super::{open, paragraphs};
use crate::pages::casefile::{Desk, Head};
use crate::pages::inset::{self, Inset};
use crate::state::{ServerState, SignedIn};
use crate::web::layout::{Page, html};
use crate::web::parts::{Link, Row, SummaryList, Tag, Tone};
use crate::web::problem::Problem;

#[derive(Template)]
#[template(path = "status_queries.html")]
struct QueriesPage {
    page: Page,
    head: Head,
    insets: Vec<Inset>,
    queries: Vec<QueryView>,
    raise: Option<Link>,
}

struct QueryView {
    id: String,
    title: String,
    tag: Tag,
    rows: SummaryList,
    answer: Option<Link>,
}

pub(super) async fn show(
    State(state): State<ServerState>,
    me: SignedIn,
    Path(case): Path<String>,
    uri: Uri,
) -> Result<Response, Problem> {
    let desk = open(&state, &me, &uri, &case, "status-queries").await?;
    let title = desk.t("case-page-queries");
    let waiting = desk.case().queries.iter().any(|q| q.reply.is_none());
    let page = QueriesPage {
        insets: inset::considerations(&desk, "status-query")
            .into_iter()
            .chain(route(&desk))
            .collect(),
        queries: (desk.case().queries.iter().zip(1_i64..))
            .map(|(query, at)| view(&desk, query, at))
            .collect(),
        raise: desk.act(Kind::RaiseStatusQuery, &[]).filter(|_| !waiting),
        head: desk.head(&title, "/status-queries"),
        page: desk.page(&title).await,
    };
    Ok(html(&page))
}

/// Whom a query about a case of this partner goes to, and how.
pub(super) fn route(desk: &Desk<'_>) -> Option<Inset> {
    let lang = desk.lang();
    let route = desk
        .policy()
        .route(&desk.case().referral.partner, desk.today)?;
    let lines = [&route.consult, &route.mode].map(|text| lang.text(text).to_owned());
    let lines = lines.into_iter().chain([desk.source(&route.origin)]);
    Some(Inset::new(lang.text(&route.text), lines))
}

fn view(desk: &Desk<'_>, query: &StatusQuery, at: i64) -> QueryView {
    let row = |key: &str, lines: Vec<String>| Row {
        label: desk.t(key),
        lines,
        action: None,
    };
    let mut rows = vec![
        row(
            "form-raise-status-query-question",
            paragraphs(&query.query.question),
        ),
        row(
            "form-raise-status-query-evidence",
            paragraphs(&query.query.evidence),
        ),
    ];
    if let Some(reply) = &query.reply {
        rows.push(row("form-answer-status-query-by", vec![reply.by.clone()]));
        rows.push(row(
            "form-answer-status-query-answer",
            paragraphs(&reply.answer),
        ));
    }
    let id = query.id.to_string();
    let answer = desk.act(Kind::AnswerStatusQuery, &[("item", &id)]);
    QueryView {
        title: desk.t1("query-title", "number", at),
        tag: match query.reply {
            Some(_) => Tag::new(desk.t("todo-answered"), Tone::Done),
            None => Tag::new(desk.t("task-state-waiting"), Tone::Waiting),
        },
        rows: SummaryList { rows },
        answer: answer.filter(|_| query.reply.is_none()),
        id,
    }
}
