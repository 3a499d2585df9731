//! What the policy assumes where the sources are silent, for whoever must confirm it.

use askama::Template;
use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;
use safeconduct_domain::policy::Assumption;

use super::{below, reader};
use crate::state::{ServerState, SignedIn};
use crate::web::i18n::{Lang, t};
use crate::web::layout::{Page, html};
use crate::web::problem::Problem;

pub(super) const LIST: &str = "/administration/policy";

#[derive(Template)]
#[template(path = "policy.html")]
struct PolicyPage {
    page: Page,
    version: String,
    total: usize,
    groups: Vec<Group>,
}

struct Group {
    title: String,
    /// Since when, for all of it but what says otherwise.
    since: String,
    items: Vec<(String, String)>,
}

pub(super) async fn show(
    State(state): State<ServerState>,
    me: SignedIn,
    uri: Uri,
) -> Result<Response, Problem> {
    reader(&me)?;
    let policy = state.app.policy();
    let assumed = policy.assumptions();
    Ok(html(&PolicyPage {
        page: below(&state, &me, &uri, me.lang.t("policy-title")).await,
        version: policy.version().to_owned(),
        total: assumed.len(),
        groups: grouped(&assumed, me.lang),
    }))
}

fn grouped(assumed: &[Assumption<'_>], lang: Lang) -> Vec<Group> {
    let of_one_table = assumed.chunk_by(|a, b| a.table == b.table);
    of_one_table
        .filter_map(|chunk| {
            let table = chunk.first()?.table;
            let first = since(chunk.first()?, lang);
            let items = chunk.iter().map(|item| {
                let own = since(item, lang);
                let own = if own == first { String::new() } else { own };
                (lang.text(item.text).to_owned(), own)
            });
            Some(Group {
                title: lang.t(&format!("policy-table-{table}")),
                items: items.collect(),
                since: first,
            })
        })
        .collect()
}

fn since(item: &Assumption<'_>, lang: Lang) -> String {
    let from = lang.date(item.period.from);
    match item.period.to {
        None => lang.t1("policy-from", "from", from),
        Some(to) => {
            let to = lang.date(to);
            t(
                lang,
                "policy-from-to",
                &[("from", from.into()), ("to", to.into())],
            )
        }
    }
}
