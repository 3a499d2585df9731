//! Procedural fairness: every concern as it was put, by when an answer is awaited, and what the answer changed.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::Uri;
use axum::response::Response;
use safeconduct_casework::forms;
use safeconduct_domain::act::Kind;
use safeconduct_domain::confidential::Item;
use safeconduct_domain::fairness::{Answer, Concern};
use safeconduct_domain::letter;
use safeconduct_domain::reassignment::Piece;

use super::{earlier, open, paragraphs};
use crate::pages::casefile::{Desk, Head};
use crate::pages::confidential::{self, Kept};
use crate::pages::inset::{self, Inset};
use crate::state::{ServerState, SignedIn};
use crate::web::i18n::Arg;
use crate::web::layout::{Page, html};
use crate::web::parts::{Link, Row, SummaryList, Tag, Tone};
use crate::web::problem::Problem;

#[derive(Template)]
#[template(path = "fairness.html")]
struct FairnessPage {
    page: Page,
    head: Head,
    inset: Option<Inset>,
    concerns: Vec<ConcernView>,
    put: Option<Link>,
    /// The way to the letters, where a concern waits to be put by one.
    letters: Option<Link>,
}

struct ConcernView {
    id: String,
    title: String,
    tag: Tag,
    kept: Kept,
    rows: SummaryList,
    answer: Option<Link>,
    extend: Option<Link>,
}

pub(super) async fn show(
    State(state): State<ServerState>,
    me: SignedIn,
    Path(case): Path<String>,
    uri: Uri,
) -> Result<Response, Problem> {
    let desk = open(&state, &me, &uri, &case, "fairness").await?;
    let title = desk.t("todo-fairness");
    let mut concerns: Vec<&Concern> = desk.case().concerns.iter().collect();
    // what waits for an answer first, the one due soonest at the top
    concerns.sort_by_key(|concern| (concern.answer.is_some(), concern.due));
    let page = FairnessPage {
        inset: inset::considerations(&desk, "decision"),
        concerns: concerns.into_iter().map(|c| view(&desk, c)).collect(),
        put: desk.act(Kind::PutConcern, &[]),
        letters: by_letter(&desk),
        head: desk.head(&title, "/fairness"),
        page: desk.page(&title).await,
    };
    Ok(html(&page))
}

/// The way to the letters, where a concern is to be put by one and none has gone since.
fn by_letter(desk: &Desk<'_>) -> Option<Link> {
    let (case, today) = (desk.case(), desk.today);
    let waits = case
        .referral
        .present()
        .any(|p| letter::concerns(case, p, today).next().is_some());
    let may = waits && desk.may(Kind::SignLetter);
    may.then(|| Link::new(desk.t("letters-write"), format!("{}/letters", desk.base())))
}

fn view(desk: &Desk<'_>, concern: &Concern) -> ConcernView {
    let (lang, put) = (desk.lang(), &concern.put);
    let person = desk.case().referral.person(put.person);
    let about = forms::task(desk.policy(), desk.today, &put.about);
    let about = about.map_or_else(|| put.about.clone(), |text| lang.text(&text).to_owned());
    let name = person.map(|p| p.details.full_name()).unwrap_or_default();
    let manner = desk.t(match put.manner.as_str() {
        "letter" => "concern-manner-letter",
        _ => "concern-manner-interview",
    });
    let mut rows = vec![
        row(desk.t("form-put-concern-concern"), paragraphs(&put.concern)),
        row(
            desk.t("form-put-concern-disclosed"),
            paragraphs(&put.disclosed),
        ),
        row(desk.t("concern-put"), vec![lang.date(put.put_on), manner]),
    ];
    let rests = put.rests_on.iter();
    let rests = rests.map(|item| {
        let title = confidential::title(desk, item);
        confidential::marked(desk, item, title)
    });
    let rests: Vec<_> = rests.collect();
    if !rests.is_empty() {
        rows.push(row(desk.t("form-put-concern-rests-on"), rests));
    }
    rows.push(Row::new(
        desk.t("form-put-concern-due"),
        lang.date(concern.due),
    ));
    rows.extend(extended(desk, concern));
    if let Some(answer) = &concern.answer {
        rows.extend(answered(desk, answer));
    }
    let earlier = earlier(desk, &Piece::Concern(concern.id));
    rows.extend(earlier.map(|text| Row::new(desk.t("fact-officer"), text)));
    let id = concern.id.to_string();
    let answer = desk.act(Kind::AnswerConcern, &[("item", &id)]);
    let extend = desk.act(Kind::ExtendTime, &[("item", &id)]);
    ConcernView {
        title: format!("{name} – {about}"),
        tag: tag(desk, concern),
        kept: Kept::of(desk, Item::Concern(concern.id), name),
        rows: SummaryList { rows },
        answer: answer.filter(|_| concern.answer.is_none()),
        extend: extend.filter(|_| concern.answer.is_none()),
        id,
    }
}

/// Extensions of the time to answer, with why.
fn extended(desk: &Desk<'_>, concern: &Concern) -> Option<Row> {
    let lang = desk.lang();
    let lines = concern.extensions.iter();
    let lines = lines.map(|e| lang.introduced(&lang.date(e.due), &e.reason));
    let lines: Vec<_> = lines.collect();
    (!lines.is_empty()).then(|| row(desk.t("concern-extended"), lines))
}

const fn row(label: String, lines: Vec<String>) -> Row {
    Row {
        label,
        lines,
        action: None,
    }
}

fn answered(desk: &Desk<'_>, answer: &Answer) -> Vec<Row> {
    let said = match &answer.answer {
        Some(text) => paragraphs(text),
        None => vec![desk.t("concern-no-answer")],
    };
    vec![
        row(desk.t("form-answer-concern-answer"), said),
        row(
            desk.t("form-answer-concern-analysis"),
            paragraphs(&answer.analysis),
        ),
    ]
}

fn tag(desk: &Desk<'_>, concern: &Concern) -> Tag {
    match &concern.answer {
        Some(answer) if answer.met => Tag::new(desk.t("concern-met"), Tone::Done),
        Some(_) => Tag::new(desk.t("concern-not-met"), Tone::Neutral),
        None if concern.due < desk.today => Tag::new(desk.t("cases-overdue"), Tone::Urgent),
        None => {
            let far = desk.lang().days_from(concern.due, desk.today);
            Tag::new(
                desk.tn("concern-waiting", &[("far", Arg::Text(far))]),
                Tone::Waiting,
            )
        }
    }
}
