//! The interview: its plan with safety first, the notes as signed, and what was added below them.

use std::collections::HashMap;

use askama::Template;
use axum::extract::{Path, State};
use axum::http::Uri;
use axum::response::Response;
use safeconduct_casework::forms::FormContext;
use safeconduct_domain::act::Kind;
use safeconduct_domain::confidential::Item;
use safeconduct_domain::id::UserId;
use safeconduct_domain::interview::{Mode, Signed};
use safeconduct_domain::reassignment::{Hearing, Piece, Stated};
use safeconduct_domain::tasks;

use super::hearing::{self, Asked, Differs, PAGE};
use super::{earlier, excerpt, open, paragraphs};
use crate::pages::case::record::answered;
use crate::pages::casefile::{Desk, Head};
use crate::pages::confidential::Kept;
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
    interpreter: Option<SummaryList>,
    interpreter_link: Option<Link>,
    asked: Vec<Asked>,
    pages: Vec<Link>,
    ask: Vec<Link>,
    differs: Vec<Differs>,
    note: Option<Link>,
    afresh: Vec<Statement>,
    owed: Option<String>,
    assess: Option<Link>,
    notes: Vec<NotesView>,
    sign: Option<Link>,
}

/// What an officer stated who took the case over.
struct Statement {
    title: String,
    signed: String,
    record: Vec<String>,
    reasons: Vec<String>,
}

/// Signed notes, with what was added below them.
struct NotesView {
    id: String,
    title: String,
    signed: String,
    earlier: Option<String>,
    present: String,
    understood: String,
    text: Vec<String>,
    whole: Option<Link>,
    addenda: Vec<(String, Vec<String>)>,
    kept: Kept,
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
    let heard = (interview.plan.as_ref()).is_some_and(|plan| plan.mode != Mode::Waived);
    let label_of_interpreter = if interview.interpreter().is_some() {
        "interpreter-change"
    } else {
        "act-record-interpreter"
    };
    let interpreter_link = desk.act(Kind::RecordInterpreter, &[]).filter(|_| heard);
    let page = InterviewPage {
        insets: insets(&desk),
        plan_link: plan_link.map(|link| Link::new(desk.t(label), link.href)),
        interpreter: interview
            .interpreter()
            .map(|i| hearing::interpreter(&desk, i)),
        interpreter_link: interpreter_link
            .map(|link| Link::new(desk.t(label_of_interpreter), link.href)),
        asked: hearing::log(
            &desk,
            &names,
            from(&uri, interview.log.len()),
            part(&uri, "answer"),
        ),
        pages: pages(&desk, interview.log.len()),
        ask: if heard { ask(&desk) } else { Vec::new() },
        differs: hearing::discrepancies(&desk),
        note: desk.act(Kind::NoteDiscrepancy, &[]),
        afresh: statements(&desk, &names),
        owed: owed(&desk).then(|| desk.t("next-afresh-what")),
        assess: assess(&desk),
        sign: desk.act(Kind::SignNotes, &[]).filter(|_| heard),
        plan,
        notes: notes
            .map(|n| notes_view(&desk, &names, n, only.is_some()))
            .collect(),
        head: desk.head(&title, "/interview"),
        page: desk.page(&title).await,
    };
    Ok(html(&page))
}

/// The statements of officers who took the case over.
fn statements(desk: &Desk<'_>, names: &HashMap<UserId, String>) -> Vec<Statement> {
    let lang = desk.lang();
    let one = |stated: &Stated| {
        let args = [
            ("name", Arg::Text(name(lang, names, stated.by.0))),
            ("moment", Arg::Text(lang.moment(stated.by.1))),
        ];
        let key = match stated.afresh.hearing {
            Hearing::Again => "hearing-again",
            Hearing::NotNeeded => "hearing-not-needed",
        };
        Statement {
            title: desk.t(key),
            signed: desk.tn("logged-by", &args),
            record: paragraphs(&stated.afresh.record),
            reasons: paragraphs(&stated.afresh.reasons),
        }
    };
    desk.case().hands.afresh.iter().map(one).collect()
}

/// The way to the statement, for whoever owes it.
fn assess(desk: &Desk<'_>) -> Option<Link> {
    let mine = desk.case().officer == Some(desk.me.session.user);
    let link = desk.act(Kind::AssessAfresh, &[]);
    link.filter(|_| mine && owed(desk))
}

/// Whether the officer whose case it is has still to assess it afresh.
fn owed(desk: &Desk<'_>) -> bool {
    let case = desk.case();
    case.hands.task(case.officer) == Some(tasks::State::NotStarted)
}

/// The first question shown: those of the page asked for, or else of the last one.
fn from(uri: &Uri, all: usize) -> usize {
    let last = all.saturating_sub(1) / PAGE;
    let page = part(uri, "log").and_then(|page| page.parse::<usize>().ok());
    page.map_or(last, |page| page.saturating_sub(1).min(last)) * PAGE
}

/// The pages of a long log.
fn pages(desk: &Desk<'_>, all: usize) -> Vec<Link> {
    let pages = all.div_ceil(PAGE);
    let one = |page: usize| {
        let (first, last) = ((page - 1) * PAGE + 1, (page * PAGE).min(all));
        Link::new(
            format!("{first}–{last}"),
            format!("{}/interview?log={page}#log", desk.base()),
        )
    };
    match pages {
        0 | 1 => Vec::new(),
        pages => (1..=pages).map(one).collect(),
    }
}

/// A question can be put to whoever the plan says is heard, each by name.
fn ask(desk: &Desk<'_>) -> Vec<Link> {
    let case = desk.case();
    let plan = case.interview.plan.as_ref();
    let heard = |id| plan.is_some_and(|p| p.persons.is_empty() || p.persons.contains(&id));
    let persons = case.referral.present().filter(|p| heard(p.id));
    persons
        .filter_map(|person| {
            let id = person.id.to_string();
            let link = desk.act(Kind::LogAnswer, &[("person", &id)])?;
            let label = desk.t1("ask-person", "name", person.details.full_name());
            Some(Link::new(label, link.href))
        })
        .collect()
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
        earlier: earlier(desk, &Piece::Notes(signed.id)),
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
        kept: Kept::of(
            desk,
            Item::Notes(signed.id),
            lang.date(signed.notes.held_on),
        ),
        id,
    }
}
