//! The interview: its plan with safety first, the notes as signed, and what was added below them.

use std::collections::HashMap;

use askama::Template;
use axum::extract::{Path, State};
use axum::http::Uri;
use axum::response::Response;
use safeconduct_casework::forms::FormContext;
use safeconduct_domain::act::Kind;
use safeconduct_domain::id::UserId;
use safeconduct_domain::interview::Signed;

use super::{excerpt, open, paragraphs};
use crate::pages::case::record::answered;
use crate::pages::casefile::{Desk, Head};
use crate::pages::inset::{self, Inset};
use crate::pages::timeline::{name, part};
use crate::state::{ServerState, SignedIn, problem};
use crate::web::i18n::Arg;
use crate::web::layout::{Page, html};
use crate::web::parts::{Link, SummaryList};
use crate::web::problem::Problem;

#[derive(Template)]
#[template(path = "interview.html")]
struct InterviewPage {
    page: Page,
    head: Head,
    insets: Vec<Inset>,
    plan: Option<SummaryList>,
    plan_link: Option<Link>,
    notes: Vec<NotesView>,
    sign: Option<Link>,
}

/// Signed notes, with what was added below them.
struct NotesView {
    id: String,
    title: String,
    signed: String,
    present: String,
    understood: String,
    text: Vec<String>,
    whole: Option<Link>,
    addenda: Vec<(String, Vec<String>)>,
    add: Option<Link>,
}

pub(super) async fn show(
    State(state): State<ServerState>,
    me: SignedIn,
    Path(case): Path<String>,
    uri: Uri,
) -> Result<Response, Problem> {
    let desk = open(&state, &me, &uri, &case, "interview").await?;
    let names = state.app.names().await.map_err(|error| problem(&error))?;
    let title = desk.t("case-page-interview");
    let interview = &desk.case().interview;
    let context = FormContext::new(desk.policy(), desk.today, desk.case());
    let nothing = desk.t("answers-none");
    let plan = interview.plan.as_ref().map(|_| {
        let mut rows = answered(desk.lang(), Kind::PlanInterview, &context);
        rows.retain(|row| row.lines.first() != Some(&nothing));
        SummaryList { rows }
    });
    let only = part(&uri, "notes");
    let wanted = |notes: &&Signed| only.is_none_or(|only| only == notes.id.to_string());
    let notes = interview.notes.iter().filter(wanted);
    let label = if plan.is_some() {
        "interview-change"
    } else {
        "act-plan-interview"
    };
    let plan_link = desk.act(Kind::PlanInterview, &[]);
    let page = InterviewPage {
        insets: insets(&desk),
        plan_link: plan_link.map(|link| Link::new(desk.t(label), link.href)),
        sign: desk.act(Kind::SignNotes, &[]).filter(|_| plan.is_some()),
        plan,
        notes: notes
            .map(|n| notes_view(&desk, &names, n, only.is_some()))
            .collect(),
        head: desk.head(&title, "/interview"),
        page: desk.page(&title).await,
    };
    Ok(html(&page))
}

fn insets(desk: &Desk<'_>) -> Vec<Inset> {
    let risk = desk.case().referral.risk.as_ref();
    let said = risk.and_then(|risk| risk.interview.clone());
    let said = said.map(|said| Inset::new(desk.t("inset-interview-safety"), [said]).warning());
    let considered = inset::considerations(desk, "interview");
    said.into_iter().chain(considered).collect()
}

fn notes_view(
    desk: &Desk<'_>,
    names: &HashMap<UserId, String>,
    signed: &Signed,
    whole: bool,
) -> NotesView {
    let lang = desk.lang();
    let by = |user: UserId, at_ms: i64| {
        let args = [
            ("name", Arg::Text(name(lang, names, user))),
            ("moment", Arg::Text(lang.moment(at_ms))),
        ];
        desk.tn("signed-by", &args)
    };
    let id = signed.id.to_string();
    let (text, cut) = match whole {
        true => (paragraphs(&signed.notes.text), false),
        false => excerpt(&signed.notes.text),
    };
    let place = format!("{}/interview?notes={id}", desk.base());
    let key = if signed.notes.understood { "yes" } else { "no" };
    NotesView {
        title: desk.t1("notes-of", "date", lang.date(signed.notes.held_on)),
        signed: by(signed.by.0, signed.by.1),
        present: signed.notes.present.clone(),
        understood: desk.t(key),
        text,
        whole: cut.then(|| Link::new(desk.t("read-whole"), place)),
        addenda: signed
            .addenda
            .iter()
            .map(|(text, user, at_ms)| (by(*user, *at_ms), paragraphs(text)))
            .collect(),
        add: desk.act(Kind::AddAddendum, &[("item", &id)]),
        id,
    }
}
