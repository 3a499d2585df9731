//! Other cases that may be of the same person, for the centre's intake: by their number and why, and what was said of each.
//! Nothing of another case is shown; whoever holds it opens it as ever.

use std::collections::HashMap;

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::Uri;
use axum::response::Response;
use axum::routing::get;
use safeconduct_domain::act::Kind;
use safeconduct_domain::directory::Purpose;
use safeconduct_domain::id::UserId;
use safeconduct_domain::likeness::{Alike, Found, Why};

use super::casefile::{Desk, Head};
use super::inset::Inset;
use super::timeline::name;
use crate::state::{ServerState, SignedIn, problem};
use crate::web::i18n::{Arg, Lang};
use crate::web::layout::{Page, html};
use crate::web::parts::{Link, Row, SummaryList, Tag, Tone};
use crate::web::problem::Problem;

/// The page of possible matches.
pub fn routes() -> Router<ServerState> {
    Router::new().route("/cases/{case}/possible-matches", get(show))
}

#[derive(Template)]
#[template(path = "possible_matches.html")]
struct MatchesPage {
    page: Page,
    head: Head,
    checked: String,
    stale: bool,
    found: Vec<Match>,
    check: Option<Link>,
}

/// Another case.
struct Match {
    id: String,
    title: String,
    tag: Tag,
    rows: SummaryList,
    say: Option<Link>,
}

async fn show(
    State(state): State<ServerState>,
    me: SignedIn,
    Path(case): Path<String>,
    uri: Uri,
) -> Result<Response, Problem> {
    let desk = Desk::open(&state, &me, &uri, &case, "possible-matches").await?;
    if !concerns(&desk) {
        return Err(Problem::NotFound);
    }
    let names = state.app.names().await.map_err(|error| problem(&error))?;
    let heading = desk.t("matches-title");
    let matches = &desk.case().matches;
    let checked = match matches.checked_ms {
        Some(at_ms) => desk.t1("matches-checked", "moment", desk.lang().moment(at_ms)),
        None => desk.t("matches-never-checked"),
    };
    let page = MatchesPage {
        checked,
        stale: matches.stale,
        found: matches.found.iter().map(|f| of(&desk, &names, f)).collect(),
        check: desk.act(Kind::CheckEarlier, &[]),
        head: desk.head(&heading, "/possible-matches"),
        page: desk.page(&heading).await,
    };
    Ok(html(&page))
}

/// Whether the reader is of the centre's intake and holds the file: the page is there for nobody else.
pub(super) fn concerns(desk: &Desk<'_>) -> bool {
    desk.purpose() == Some(Purpose::Intake)
        && desk.holds()
        && desk.case().intake.file_created_ms.is_some()
}

/// The partner's own cases that may be of the same person, beside the persons of a case it prepares.
pub(super) async fn among_own(desk: &Desk<'_>) -> Result<Option<Inset>, Problem> {
    let (app, session) = (&desk.state.app, &desk.me.session);
    let found = app.alike_among_own(session, &desk.view).await;
    let found = found.map_err(|error| problem(&error))?;
    let lines = found.iter().flat_map(|found| {
        found.people.iter().map(|alike| {
            let args = [
                ("name", Arg::Text(who(desk, alike))),
                ("reference", Arg::Text(found.reference.clone())),
                ("why", Arg::Text(words(desk.lang(), &alike.why).join(" "))),
            ];
            desk.tn("matches-own", &args)
        })
    });
    let inset = Inset::new(desk.t("matches-own-title"), lines.collect::<Vec<_>>());
    Ok(inset.unless_empty().map(Inset::warning))
}

fn of(desk: &Desk<'_>, names: &HashMap<UserId, String>, found: &Found) -> Match {
    let lang = desk.lang();
    let row = |label: String, lines: Vec<String>| Row {
        label,
        lines,
        action: None,
    };
    let people = found.people.iter();
    let mut rows: Vec<Row> = people
        .map(|alike| row(who(desk, alike), words(lang, &alike.why)))
        .collect();
    let said = desk.case().matches.said(found.case);
    let tag = match said {
        Some(settled) => {
            let (by, at_ms) = settled.by;
            let args = [
                ("name", Arg::Text(name(lang, names, by))),
                ("moment", Arg::Text(lang.moment(at_ms))),
            ];
            let lines = vec![settled.said.reason.clone(), desk.tn("logged-by", &args)];
            rows.push(row(desk.t("matches-reason"), lines));
            let code = settled.said.sameness.code();
            Tag::new(desk.t(&format!("sameness-{code}")), Tone::Done)
        }
        None => Tag::new(desk.t("matches-possible"), Tone::Waiting),
    };
    let other = found.case.to_string();
    let label = match said {
        Some(_) => "matches-say-otherwise",
        None => "act-settle-match",
    };
    let say = desk.act(Kind::SettleMatch, &[("about", &other)]);
    Match {
        id: other,
        title: desk.t1("matches-case", "reference", found.reference.clone()),
        tag,
        rows: SummaryList { rows },
        say: say.map(|link| Link::new(desk.t(label), link.href)),
    }
}

fn who(desk: &Desk<'_>, alike: &Alike) -> String {
    let persons = desk.case().referral.persons.iter();
    let found = persons.into_iter().find(|p| p.id == alike.person);
    found.map(|p| p.details.full_name()).unwrap_or_default()
}

/// What agrees, in words.
pub(super) fn words(lang: Lang, why: &Why) -> Vec<String> {
    let agreements = why.agreements.iter();
    let mut lines: Vec<String> = agreements
        .map(|a| lang.t(&format!("agreement-{}", a.code())))
        .collect();
    if !why.names.is_empty() {
        let parts = why.names.iter();
        let parts: Vec<_> = parts
            .map(|p| lang.t(&format!("name-part-{}", p.code())))
            .collect();
        lines.push(lang.t1("agreement-among", "names", parts.join(", ")));
    }
    lines
}
