//! The documents of a case: what is in the package, adding one, taking one out, withdrawing one.
//!
//! A file is sealed while it arrives and opened while it leaves; nothing of it is ever on a disk in clear, nor in memory
//! as a whole. What leaves is an attachment of no known type, with a name of ours.

mod receive;
mod send;

pub(super) use receive::shortened;
pub(super) use send::headers as file_headers;

use askama::Template;
use axum::Router;
use axum::extract::{DefaultBodyLimit, Path, State};
use axum::http::Uri;
use axum::response::Response;
use axum::routing::get;
use safeconduct_casework::document::LARGEST;
use safeconduct_domain::act::Kind;
use safeconduct_domain::confidential::Item;
use safeconduct_domain::referral::Document;

use super::casefile::{Desk, Head};
use super::confidential;
use super::package;
use super::persons::kind;
use crate::state::{ServerState, SignedIn};
use crate::web::i18n::Arg;
use crate::web::layout::{Page, html};
use crate::web::parts::{Cell, Column, Link, Row, SummaryList, Table};
use crate::web::problem::Problem;

/// Whoever sends a file that is too large gets a page that says so, up to here.
const PATIENCE: usize = 4 * LARGEST as usize;

/// The pages of documents.
pub fn routes() -> Router<ServerState> {
    let adding = get(receive::show).post(receive::take);
    Router::new()
        .route("/cases/{case}/documents", get(list))
        .route(
            "/cases/{case}/documents/add",
            adding.layer(DefaultBodyLimit::max(PATIENCE)),
        )
        .route("/cases/{case}/documents/{document}", get(send::send))
}

#[derive(Template)]
#[template(path = "documents.html")]
struct DocumentsPage {
    page: Page,
    head: Head,
    table: Table,
    add: Option<Link>,
    package: Option<Link>,
    withdrawn: SummaryList,
}

async fn list(
    State(state): State<ServerState>,
    me: SignedIn,
    Path(case): Path<String>,
    uri: Uri,
) -> Result<Response, Problem> {
    let desk = Desk::open(&state, &me, &uri, &case, "documents").await?;
    let title = desk.t("documents-title");
    let add = desk.act(Kind::AddDocument, &[]);
    let withdrawn = desk.case().referral.documents.iter().filter_map(|d| {
        let reason = d.withdrawn.clone()?;
        Some(Row::new(
            format!("{} – {}", kind(&desk, &d.kind), d.name),
            reason,
        ))
    });
    let page = DocumentsPage {
        withdrawn: SummaryList {
            rows: withdrawn.collect(),
        },
        table: table(&desk),
        package: package::link(&desk),
        add: add.map(|link| Link::new(link.label, format!("{}/documents/add", desk.base()))),
        head: desk.head(&title, "/documents"),
        page: desk.page(&title).await,
    };
    Ok(html(&page))
}

fn table(desk: &Desk<'_>) -> Table {
    let withdraws = desk.may(Kind::WithdrawDocument);
    let mut columns = vec![
        Column::new(desk.t("documents-kind")),
        Column::new(desk.t("documents-person")),
        Column::figures(desk.t("documents-size")),
    ];
    let marks = desk
        .case()
        .referral
        .in_hand()
        .any(|d| confidential::mark(desk, desk.case(), &Item::Document(d.id)).is_some());
    let keeps = marks || desk.may(Kind::KeepConfidential);
    if keeps {
        columns.push(Column::new(desk.t("documents-kept")));
    }
    if withdraws {
        columns.push(Column::new(desk.t("documents-action")));
    }
    let rows = desk.case().referral.in_hand().map(|document| {
        let mut cells = row(desk, document);
        if keeps {
            cells.push(kept(desk, document).unwrap_or_default());
        }
        if withdraws {
            let about = document.id.to_string();
            let place = desk.place(Kind::WithdrawDocument, &[("document", &about)]);
            cells.push(Cell::link(desk.t("documents-withdraw"), place));
        }
        cells
    });
    Table {
        caption: desk.t("documents-caption"),
        caption_hidden: true,
        columns,
        rows: rows.collect(),
        empty: desk.t("documents-none"),
    }
}

/// Whether it is kept from members of the family, or the way to keep it.
fn kept(desk: &Desk<'_>, document: &Document) -> Option<Cell> {
    let item = Item::Document(document.id);
    let mark = confidential::mark(desk, desk.case(), &item).map(Cell::new);
    let ask = || confidential::ask(desk, &item).map(|link| Cell::link(link.label, link.href));
    mark.or_else(ask)
}

fn row(desk: &Desk<'_>, document: &Document) -> Vec<Cell> {
    let href = format!("{}/documents/{}", desk.base(), document.id);
    let person = document
        .person
        .and_then(|id| desk.case().referral.person(id));
    let person = person.map_or_else(|| desk.t("todo-whole-case"), |p| p.details.full_name());
    vec![
        Cell::link(kind(desk, &document.kind), href).hint(document.name.clone()),
        Cell::new(person),
        Cell::new(size(desk, document.size)),
    ]
}

/// A length in words: kilobytes up to a megabyte, then megabytes with one figure after the point.
fn size(desk: &Desk<'_>, bytes: u64) -> String {
    let number = |n: u64| Arg::Number(i64::try_from(n).unwrap_or(i64::MAX));
    if bytes < 1_000_000 {
        return desk.tn("size-kb", &[("size", number(bytes.div_ceil(1000)))]);
    }
    let tenths = bytes.div_ceil(100_000);
    let (whole, tenth) = (tenths / 10, tenths % 10);
    desk.tn(
        "size-mb",
        &[("whole", number(whole)), ("tenth", number(tenth))],
    )
}
