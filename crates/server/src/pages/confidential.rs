//! What members of a case asked to be kept from other members of the family: said wherever such an item is shown, and all
//! of it on one page.
//!
//! Pages are for staff. The mark is in words, so that it is there on paper too: whoever prints a page sees to whom it must
//! not be given.

use std::collections::HashMap;

use askama::Template;
use askama::filters::HtmlSafe;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::Uri;
use axum::response::Response;
use axum::routing::get;
use safeconduct_casework::forms::{self, FormContext};
use safeconduct_domain::act::Kind;
use safeconduct_domain::case::Case;
use safeconduct_domain::confidential::{self, Item, Keep};
use safeconduct_domain::id::{PersonId, UserId};

use super::casefile::{Desk, Head};
use super::inset::Inset;
use super::timeline::name;
use crate::state::{ServerState, SignedIn, problem};
use crate::web::i18n::Arg;
use crate::web::layout::{Page, html};
use crate::web::parts::{Link, Row, SummaryList};
use crate::web::problem::Problem;

/// The page of all that is kept.
pub fn routes() -> Router<ServerState> {
    Router::new().route("/cases/{case}/confidential", get(show))
}

/// Whether an item is kept, in words; or the way to keep it.
#[derive(Template)]
#[template(path = "_kept.html")]
pub(super) struct Kept {
    mark: Option<String>,
    ask: Option<Link>,
    about: String,
}

impl HtmlSafe for Kept {}

impl Kept {
    /// Of an item of the case as it stands.
    pub(super) fn of(desk: &Desk<'_>, item: Item, about: impl Into<String>) -> Self {
        let mark = mark(desk, desk.case(), &item);
        let ask = mark.is_none().then(|| ask(desk, &item)).flatten();
        let about = about.into();
        Self { mark, ask, about }
    }
}

/// The way to keep an item.
pub(super) fn ask(desk: &Desk<'_>, item: &Item) -> Option<Link> {
    let link = desk.act(Kind::KeepConfidential, &[("about", &item.to_string())])?;
    Some(Link::new(desk.t("kept-ask"), link.href))
}

/// From whom an item is kept and who asked it, in a case as it stands or stood; nothing where nobody asked.
pub(super) fn mark(desk: &Desk<'_>, case: &Case, item: &Item) -> Option<String> {
    let wishes = confidential::standing(case, item).map(|k| wish(desk, case, &k.keep));
    let mut said: Vec<String> = wishes.collect();
    if said.is_empty() {
        said.extend(rests(desk, case, item));
    }
    (!said.is_empty()).then(|| said.join(" "))
}

/// What an item is called in a list, with the mark before it where it is kept.
pub(super) fn marked(desk: &Desk<'_>, item: &Item, text: String) -> String {
    match mark(desk, desk.case(), item) {
        Some(_) => desk.lang().introduced(&desk.t("item-kept"), &text),
        None => text,
    }
}

fn wish(desk: &Desk<'_>, case: &Case, keep: &Keep) -> String {
    let who = ("name", Arg::Text(full_name(case, keep.person)));
    if keep.from.is_empty() {
        return desk.tn("kept-mark", &[who]);
    }
    let from = ("from", Arg::Text(names_of(case, keep.from.iter().copied())));
    desk.tn("kept-mark-some", &[who, from])
}

/// It holds what is kept without having been kept itself.
fn rests(desk: &Desk<'_>, case: &Case, item: &Item) -> Option<String> {
    let present = case.referral.present().map(|p| p.id);
    let from: Vec<_> = present
        .filter(|p| confidential::kept_from(case, item, *p))
        .collect();
    (!from.is_empty()).then(|| desk.t1("kept-mark-rests", "from", names_of(case, from.into_iter())))
}

fn full_name(case: &Case, id: PersonId) -> String {
    let persons = &case.referral.persons;
    let found = persons.iter().find(|p| p.id == id);
    found.map(|p| p.details.full_name()).unwrap_or_default()
}

fn names_of(case: &Case, ids: impl Iterator<Item = PersonId>) -> String {
    let names: Vec<_> = ids.map(|id| full_name(case, id)).collect();
    names.join(", ")
}

/// An item in words.
pub(super) fn title(desk: &Desk<'_>, item: &Item) -> String {
    let kind = desk.t(&format!("item-{}", item.kind()));
    let context = FormContext::new(desk.policy(), desk.today, desk.case());
    match forms::item(&context, item) {
        Some(text) => desk.lang().introduced(&kind, desk.lang().text(&text)),
        None => kind,
    }
}

/// What must not be told to a person, beside whatever is said or written to them.
pub(super) fn not_to_tell(desk: &Desk<'_>, person: PersonId) -> Option<Inset> {
    let items = confidential::all_kept_from(desk.case(), person);
    let lines = items.map(|item| title(desk, &item));
    let who = full_name(desk.case(), person);
    let inset = Inset::new(desk.t1("kept-not-to-tell", "name", who), lines);
    Some(inset.unless_empty()?.warning())
}

#[derive(Template)]
#[template(path = "confidential.html")]
struct ConfidentialPage {
    page: Page,
    head: Head,
    standing: Vec<Wish>,
    lifted: Vec<Wish>,
    keep: Option<Link>,
}

/// What one member asked.
struct Wish {
    id: String,
    title: String,
    rows: SummaryList,
    lift: Option<Link>,
}

async fn show(
    State(state): State<ServerState>,
    me: SignedIn,
    Path(case): Path<String>,
    uri: Uri,
) -> Result<Response, Problem> {
    let desk = Desk::open(&state, &me, &uri, &case, "confidential").await?;
    let names = state.app.names().await.map_err(|error| problem(&error))?;
    let heading = desk.t("confidential-title");
    let all = desk.case().confidences.iter().enumerate();
    let wishes = all.map(|(at, kept)| (kept.lifted.is_some(), of(&desk, &names, at, kept)));
    let (lifted, standing): (Vec<_>, Vec<_>) = wishes.partition(|(lifted, _)| *lifted);
    let bare = |wishes: Vec<(bool, Wish)>| wishes.into_iter().map(|(_, wish)| wish).collect();
    let page = ConfidentialPage {
        standing: bare(standing),
        lifted: bare(lifted),
        keep: desk.act(Kind::KeepConfidential, &[]),
        head: desk.head(&heading, "/confidential"),
        page: desk.page(&heading).await,
    };
    Ok(html(&page))
}

fn of(
    desk: &Desk<'_>,
    names: &HashMap<UserId, String>,
    at: usize,
    kept: &confidential::Kept,
) -> Wish {
    let (case, lang, keep) = (desk.case(), desk.lang(), &kept.keep);
    let recorded = |day: String, (by, at_ms): (UserId, i64)| {
        let args = [
            ("name", Arg::Text(name(lang, names, by))),
            ("moment", Arg::Text(lang.moment(at_ms))),
        ];
        vec![day, desk.tn("logged-by", &args)]
    };
    let row = |key: &str, lines: Vec<String>| Row {
        label: desk.t(key),
        lines,
        action: None,
    };
    let from = match keep.from.is_empty() {
        true => desk.t("kept-from-all"),
        false => names_of(case, keep.from.iter().copied()),
    };
    let mut rows = vec![
        row("kept-asked-by", vec![full_name(case, keep.person)]),
        row("kept-from", vec![from]),
        row("kept-asked-on", recorded(lang.date(keep.asked_on), kept.by)),
    ];
    if let Some((lift, by, at_ms)) = &kept.lifted {
        let lines = recorded(lang.date(lift.agreed_on), (*by, *at_ms));
        rows.push(row("kept-agreed-on", lines));
    }
    let (item, person) = (keep.item.to_string(), keep.person.to_string());
    let about = [("about", item.as_str()), ("person", person.as_str())];
    let lift = desk.act(Kind::LiftConfidence, &about);
    Wish {
        id: at.to_string(),
        title: title(desk, &keep.item),
        rows: SummaryList { rows },
        lift: lift.filter(|_| kept.lifted.is_none()),
    }
}
