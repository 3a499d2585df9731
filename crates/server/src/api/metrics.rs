//! What is counted about the service itself, in Prometheus' text format: answers by route template and class of status,
//! the length of the journal, jobs that are late. No address that was called, no pseudonym, no personal data.
//!
//! The counters are this node's since it started. The page is for the machine's own collector: what a proxy passes on
//! from outside gets no answer, because the growth of the journal betrays activity.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use safeconduct_store::Error;

use crate::state::ServerState;
use crate::web::problem::Problem;

/// The counters of a node. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct Metrics(Arc<Mutex<BTreeMap<(String, char), u64>>>);

impl Metrics {
    fn count(&self, template: &str, status: StatusCode) {
        let class = char::from_digit(u32::from(status.as_u16() / 100), 10).unwrap_or('0');
        let mut counters = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let counter = counters.entry((template.to_owned(), class)).or_default();
        *counter = counter.saturating_add(1);
    }

    fn lines(&self, out: &mut String) {
        let counters = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        head(
            out,
            "http_responses_total",
            "counter",
            "Answers by route template and class of status.",
        );
        for ((template, class), count) in counters.iter() {
            let _ = writeln!(
                out,
                "safeconduct_http_responses_total{{route=\"{template}\",class=\"{class}xx\"}} {count}"
            );
        }
    }
}

/// Counts every answer, by the template of its route: the names in braces stay names.
pub async fn count(State(metrics): State<Metrics>, request: Request, next: Next) -> Response {
    let template = request
        .extensions()
        .get::<MatchedPath>()
        .map(|path| path.as_str().to_owned());
    let response = next.run(request).await;
    metrics.count(template.as_deref().unwrap_or("none"), response.status());
    response
}

/// The route of the page.
pub fn routes(metrics: Metrics) -> Router<ServerState> {
    let show =
        move |state: State<ServerState>, headers: HeaderMap| show(metrics.clone(), state, headers);
    Router::new().route("/metrics", get(show))
}

async fn show(
    metrics: Metrics,
    State(state): State<ServerState>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let passed_on = ["forwarded", "x-forwarded-for", "x-real-ip", "via"];
    if passed_on.iter().any(|name| headers.contains_key(*name)) {
        return Err(Problem::NotFound);
    }
    let now = state.app.now_ms();
    let read = state
        .app
        .db()
        .read(move |r| Ok::<_, Error>((r.head()?.size, r.jobs_due(now)?)))
        .await;
    let mut out = String::new();
    metrics.lines(&mut out);
    gauge(
        &mut out,
        "database_up",
        "Whether the database answers.",
        u64::from(read.is_ok()),
    );
    if let Ok((entries, jobs)) = read {
        gauge(
            &mut out,
            "journal_entries",
            "Entries in the journal.",
            entries,
        );
        gauge(
            &mut out,
            "jobs_due",
            "Jobs that are late or under way.",
            jobs,
        );
    }
    head(&mut out, "build_info", "gauge", "The version that runs.");
    let _ = writeln!(
        out,
        "safeconduct_build_info{{version=\"{}\"}} 1",
        env!("CARGO_PKG_VERSION")
    );
    Ok((
        [(
            header::CONTENT_TYPE,
            "text/plain; version=0.0.4; charset=utf-8",
        )],
        out,
    )
        .into_response())
}

fn gauge(out: &mut String, name: &str, help: &str, value: u64) {
    head(out, name, "gauge", help);
    let _ = writeln!(out, "safeconduct_{name} {value}");
}

fn head(out: &mut String, name: &str, kind: &str, help: &str) {
    let _ = writeln!(
        out,
        "# HELP safeconduct_{name} {help}\n# TYPE safeconduct_{name} {kind}"
    );
}
