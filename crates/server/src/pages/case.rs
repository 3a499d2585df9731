//! A case: where it stands, what to do next, and what is done and missing, part by part.

mod intake;
mod next;
mod office;
mod partner;
pub(super) mod record;
mod todo;

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::Uri;
use axum::response::Response;
use axum::routing::get;
use safeconduct_casework::clock;
use safeconduct_casework::forms;
use safeconduct_domain::act::Kind;
use safeconduct_domain::case::Stage;
use safeconduct_domain::directory::Purpose;
use safeconduct_domain::intake::Hold;
use safeconduct_domain::priority::Priority;

use super::casefile::{Desk, Head, urgency_word};
use super::cases::stranded;
use super::family::Family;
use super::inset::Inset;
use super::likeness;
use super::pace::Pace;
use super::package;
use crate::state::{ServerState, SignedIn, problem};
use crate::web::i18n::Arg;
use crate::web::layout::{Page, html};
use crate::web::parts::{Link, Row};
use crate::web::problem::Problem;

use next::Next;
use todo::TodoList;

/// The pages of a case as a whole.
pub fn routes() -> Router<ServerState> {
    Router::new()
        .route("/cases/{case}", get(show))
        .route("/cases/{case}/referral", get(record::show))
}

/// Acts that are possible beside the work itself, in the order they are offered.
const BESIDE: [Kind; 9] = [
    Kind::SetUrgency,
    Kind::RecordNumber,
    Kind::Reassign,
    Kind::AskAuthority,
    Kind::RaiseStatusQuery,
    Kind::DeclarePerson,
    Kind::KeepConfidential,
    Kind::RecallTransfer,
    Kind::Withdraw,
];

#[derive(Template)]
#[template(path = "case.html")]
struct CasePage {
    page: Page,
    head: Head,
    facts: Vec<Row>,
    nobody: Option<Inset>,
    alike: Option<Inset>,
    pace: Option<Pace>,
    next: Next,
    family: Option<Family>,
    todo: TodoList,
    beside: Vec<Link>,
}

async fn show(
    State(state): State<ServerState>,
    me: SignedIn,
    Path(case): Path<String>,
    uri: Uri,
) -> Result<Response, Problem> {
    let desk = Desk::open(&state, &me, &uri, &case, "case").await?;
    let officer = officer(&desk).await?;
    let (nobody, pace) = pace(&desk).await?;
    let groups = todo(&desk);
    let next = next::of(&desk).leading(&desk, &groups);
    let shown = next.kinds();
    let beside = BESIDE.iter().filter(|kind| !shown.contains(kind));
    let beside = beside.filter_map(|kind| desk.act(*kind, &[]));
    let beside = beside.chain(package::link(&desk)).collect();
    let title = desk.t("case-page-overview");
    let mut frame = desk.page(&title).await;
    // the page is where the last crumb leads
    frame.crumbs.pop();
    let page = CasePage {
        page: frame,
        head: desk.head(heading(&desk), ""),
        facts: facts(&desk, officer),
        nobody,
        alike: likeness::among_own(&desk).await?,
        pace,
        family: Family::of(&desk),
        todo: TodoList { groups },
        next,
        beside,
    };
    Ok(html(&page))
}

/// Whose case it is: the principal applicant's name, and how many come along.
fn heading(desk: &Desk<'_>) -> String {
    let referral = &desk.case().referral;
    let Some(principal) = referral.principal() else {
        return desk.t("case-nobody");
    };
    let name = principal.details.full_name();
    match referral.present().count().saturating_sub(1) {
        0 => name,
        others => desk.tn(
            "case-and-others",
            &[("name", name.into()), ("others", Arg::from(others))],
        ),
    }
}

fn todo(desk: &Desk<'_>) -> Vec<todo::TodoGroup> {
    let stage = desk.case().stage;
    match desk.purpose() {
        Some(Purpose::Partner) if stage != Stage::Withdrawn => partner::todo(desk),
        Some(Purpose::Intake) if stage != Stage::Withdrawn => intake::todo(desk),
        Some(Purpose::Office) if desk.assesses() && stage != Stage::Withdrawn => office::todo(desk),
        _ => Vec::new(),
    }
}

/// The name of the officer the case is assigned to.
async fn officer(desk: &Desk<'_>) -> Result<Option<String>, Problem> {
    let Some(officer) = desk.case().officer else {
        return Ok(None);
    };
    let names = desk
        .state
        .app
        .names()
        .await
        .map_err(|error| problem(&error))?;
    Ok(names.get(&officer).cloned())
}

/// What anybody who opens the case wants to see at a glance.
fn facts(desk: &Desk<'_>, officer: Option<String>) -> Vec<Row> {
    let (lang, case) = (desk.lang(), desk.case());
    let referral = &case.referral;
    let mut rows = vec![("fact-persons", persons(desk))];
    let origin = referral.open.as_ref().and_then(|o| o.origin.clone());
    let origin = origin.filter(|origin| *origin != referral.partner);
    let mut partner = vec![desk.partner(&referral.partner)];
    partner.extend(origin.map(|code| desk.t1("fact-origin", "partner", desk.partner(&code))));
    rows.push(("fact-partner", partner));
    let asylum = referral
        .principal()
        .and_then(|p| p.details.residence.clone());
    rows.extend(asylum.map(|code| ("fact-asylum", vec![lang.country(&code)])));
    let stays = desk.purpose() == Some(Purpose::Partner) && case.stage < Stage::Assessment;
    let office = case.intake.office.as_ref().filter(|_| !stays);
    rows.extend(office.map(|o| ("fact-office", vec![desk.office(&o.office)])));
    rows.extend(referral.date.map(|day| ("fact-date", vec![lang.date(day)])));
    let since = clock::day(case.stage_since_ms);
    let days = lang.days_from(since, desk.today);
    rows.push(("fact-since", vec![format!("{} ({days})", lang.date(since))]));
    rows.extend(officer.map(|name| ("fact-officer", vec![name])));
    rows.extend(priorities(desk));
    let mut rows: Vec<Row> = rows
        .into_iter()
        .map(|(key, lines)| row(desk, key, lines))
        .collect();
    rows.extend(
        case.intake
            .numbers
            .iter()
            .filter(|n| n.person.is_none())
            .map(|number| {
                Row::new(
                    desk.t(&format!("number-kind-{}", number.kind)),
                    number.value.clone(),
                )
            }),
    );
    rows
}

/// Both priorities, where there is one: the processing priority if it was set, and what the referral asked for.
fn priorities(desk: &Desk<'_>) -> Vec<(&'static str, Vec<String>)> {
    let both = &desk.case().priorities;
    let lines = |priority: &Priority| {
        let word = urgency_word(desk.lang(), priority.urgency);
        let grounds = Some(priority.grounds.clone()).filter(|grounds| !grounds.is_empty());
        std::iter::once(word).chain(grounds).collect()
    };
    let set = both.processing.as_ref();
    let mut rows: Vec<_> = set
        .map(|set| ("fact-processing-priority", lines(set)))
        .into_iter()
        .collect();
    if both.submission != Priority::default() || set.is_some() {
        rows.push(("fact-submission-priority", lines(&both.submission)));
    }
    rows
}

/// The clocks of the office, and why nobody works on this case, if so.
async fn pace(desk: &Desk<'_>) -> Result<(Option<Inset>, Option<Pace>), Problem> {
    let stage = desk.case().stage;
    let queued = matches!(stage, Stage::InTransfer | Stage::Assessment);
    if desk.purpose() != Some(Purpose::Office) || !queued {
        return Ok((None, None));
    }
    let app = &desk.state.app;
    let overview = app.overview(&desk.me.session).await;
    let Some(overview) = overview.map_err(|error| problem(&error))? else {
        return Ok((None, None));
    };
    let id = desk.view.id;
    let why = overview.stranded.iter().find(|(item, _)| item.id == id);
    let nobody = match why {
        Some((item, why)) => {
            let names = app.names().await.map_err(|error| problem(&error))?;
            let line = stranded::why(desk.lang(), &names, &item.card, *why);
            Some(Inset::new(desk.t("nobody-this"), [line]).warning())
        }
        None => None,
    };
    Ok((nobody, Pace::of_case(desk.lang(), &overview, id)))
}

fn row(desk: &Desk<'_>, key: &str, lines: Vec<String>) -> Row {
    Row {
        label: desk.t(key),
        lines,
        action: None,
    }
}

fn persons(desk: &Desk<'_>) -> Vec<String> {
    let referral = &desk.case().referral;
    let travelling = i64::from(referral.counted());
    let all = i64::try_from(referral.present().count()).unwrap_or(i64::MAX);
    let mut lines = vec![desk.t1("fact-persons-travelling", "count", travelling)];
    if all > travelling {
        lines.push(desk.t1(
            "fact-persons-staying",
            "count",
            all.saturating_sub(travelling),
        ));
    }
    lines
}

/// The lines of a deficiency list, in the words of the policy.
pub(super) fn deficiencies(desk: &Desk<'_>, held: &Hold) -> Vec<String> {
    let text = |code: &String| {
        let text = forms::deficiency(desk.policy(), desk.today, code);
        text.map_or_else(|| code.clone(), |text| desk.lang().text(&text).to_owned())
    };
    held.deficiencies.iter().map(text).collect()
}
