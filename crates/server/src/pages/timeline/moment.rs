//! The case as it stood at a moment: what a judge is shown on judicial review.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::Uri;
use axum::response::Response;
use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;
use safeconduct_domain::case::{Case, Stage};
use safeconduct_domain::confidential::Item;
use safeconduct_domain::decision::Verdict;

use super::part;
use crate::pages::assessment::conviction;
use crate::pages::case::record;
use crate::pages::casefile::{Desk, Head, relationship, stage_tag};
use crate::pages::confidential;
use crate::state::{ServerState, SignedIn};
use crate::web::i18n::Arg;
use crate::web::layout::{Page, html};
use crate::web::parts::{Row, SummaryList, Tag};
use crate::web::problem::Problem;

/// The form that asks for a moment, in UTC.
pub(super) struct Ask {
    pub(super) action: String,
    pub(super) day: String,
    pub(super) month: String,
    pub(super) year: String,
    pub(super) time: String,
    /// What was typed is no moment.
    pub(super) wrong: bool,
}

impl Ask {
    /// The form with what the address says in it.
    pub(super) fn new(desk: &Desk<'_>, uri: &Uri) -> Self {
        let typed = |name: &str| part(uri, name).map(plain).unwrap_or_default();
        let at = part(uri, "at")
            .and_then(at_text)
            .map(|at| at.to_zoned(TimeZone::UTC));
        let mut ask = Self {
            action: format!("{}/as-of", desk.base()),
            day: typed("day"),
            month: typed("month"),
            year: typed("year"),
            time: typed("time"),
            wrong: false,
        };
        if let Some(at) = at {
            ask.day = at.day().to_string();
            ask.month = at.month().to_string();
            ask.year = at.year().to_string();
            ask.time = format!("{:02}:{:02}:{:02}", at.hour(), at.minute(), at.second());
        }
        ask
    }
}

/// Figures and colons only: all that a moment is made of.
fn plain(text: &str) -> String {
    let text = text
        .replace("%3A", ":")
        .replace("%3a", ":")
        .replace('+', " ");
    let kept = |c: &char| c.is_ascii_digit() || matches!(c, ':' | 'h' | ' ');
    text.chars()
        .filter(kept)
        .take(12)
        .collect::<String>()
        .trim()
        .to_owned()
}

/// A moment in an address: `2026-11-22T14:30:05Z`, with thousandths where it is an entry's.
pub(super) fn text(at_ms: i64) -> String {
    Timestamp::from_millisecond(at_ms).map_or_else(|_| at_ms.to_string(), |at| at.to_string())
}

fn at_text(text: &str) -> Option<Timestamp> {
    let text = text.replace("%3A", ":").replace("%3a", ":");
    text.parse().ok()
}

/// The moment an address asks for, UTC milliseconds; `Err` when it says something that is no moment.
fn asked(uri: &Uri, ask: &Ask) -> Result<Option<i64>, ()> {
    if let Some(text) = part(uri, "at").filter(|text| !text.is_empty()) {
        return at_text(text).map(|at| Some(at.as_millisecond())).ok_or(());
    }
    if [&ask.day, &ask.month, &ask.year]
        .iter()
        .all(|text| text.is_empty())
    {
        return if part(uri, "day").is_some() {
            Err(())
        } else {
            Ok(None)
        };
    }
    moment(&ask.day, &ask.month, &ask.year, &ask.time)
        .map(Some)
        .ok_or(())
}

/// The end of the minute or second that was meant: what happened within it belongs to it. No time means the whole day.
fn moment(day: &str, month: &str, year: &str, time: &str) -> Option<i64> {
    let date = Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()?;
    let figures: Vec<&str> = time
        .split([':', 'h', ' '])
        .filter(|p| !p.is_empty())
        .collect();
    let part = |at: usize| figures.get(at).map(|text| text.parse::<i8>());
    let (hour, minute, second) = match (part(0), part(1), part(2)) {
        (None, ..) => (23, 59, 59),
        (Some(hour), minute, second) => (
            hour.ok()?,
            minute.transpose().ok()?.unwrap_or(0),
            second.transpose().ok()?.unwrap_or(59),
        ),
    };
    let time = Time::new(hour, minute, second, 999_000_000).ok()?;
    let at = DateTime::from_parts(date, time)
        .to_zoned(TimeZone::UTC)
        .ok()?;
    Some(at.timestamp().as_millisecond())
}

#[derive(Template)]
#[template(path = "as_of.html")]
struct AsOfPage {
    page: Page,
    head: Head,
    ask: Ask,
    shown: Option<Stood>,
}

/// The case as it stood.
struct Stood {
    title: String,
    /// Said when the case had not begun.
    before: bool,
    stage: Tag,
    entries: String,
    parts: Vec<record::Part>,
}

pub(super) async fn show(
    State(state): State<ServerState>,
    me: SignedIn,
    Path(case): Path<String>,
    uri: Uri,
) -> Result<Response, Problem> {
    let desk = Desk::open(&state, &me, &uri, &case, "as-of").await?;
    let mut ask = Ask::new(&desk, &uri);
    let asked = asked(&uri, &ask);
    ask.wrong = asked.is_err();
    let title = desk.t("as-of-title");
    let mut page = desk.page(&title).await;
    page.has_errors = ask.wrong;
    let shown = asked.ok().flatten().map(|at_ms| stood(&desk, at_ms));
    Ok(html(&AsOfPage {
        head: desk.head(&title, "/timeline"),
        page,
        ask,
        shown,
    }))
}

fn stood(desk: &Desk<'_>, at_ms: i64) -> Stood {
    let case = desk.view.as_of(at_ms);
    let entries = desk
        .view
        .entries
        .iter()
        .take_while(|(stamp, _)| stamp.at_ms <= at_ms);
    let before = case.stage == Stage::None;
    Stood {
        title: desk.t1("as-of-moment", "moment", desk.lang().moment(at_ms)),
        before,
        stage: stage_tag(desk.lang(), case.stage),
        entries: desk.t1("as-of-entries", "count", entries.count()),
        parts: if before {
            Vec::new()
        } else {
            parts(desk, &case)
        },
    }
}

fn parts(desk: &Desk<'_>, case: &Case) -> Vec<record::Part> {
    let mut parts = vec![persons(desk, case)];
    parts.extend(record::of(desk, case, false));
    parts.push(documents(desk, case));
    parts.extend([findings(desk, case), decisions(desk, case)]);
    parts.retain(|part| !part.rows.rows.is_empty());
    parts
}

fn part_of(desk: &Desk<'_>, key: &str, rows: Vec<Row>) -> record::Part {
    record::Part {
        title: desk.t(key),
        rows: SummaryList { rows },
        empty: String::new(),
        change: None,
    }
}

fn persons(desk: &Desk<'_>, case: &Case) -> record::Part {
    let lang = desk.lang();
    let rows = case.referral.present().map(|person| {
        let details = &person.details;
        let born = details.birth.map(|b| lang.date_text(&b.to_string()));
        let nations = details.home_countries().iter().map(|c| lang.country(c));
        let nations = nations.collect::<Vec<_>>().join(", ");
        let nations = match details.nationalities.is_empty() && !nations.is_empty() {
            true => desk.t1("person-no-nationality", "countries", nations),
            false => nations,
        };
        let lines = [Some(relationship(lang, person)), born, Some(nations)];
        Row {
            label: details.full_name(),
            lines: lines
                .into_iter()
                .flatten()
                .filter(|l| !l.is_empty())
                .collect(),
            action: None,
        }
    });
    part_of(desk, "persons-title", rows.collect())
}

fn documents(desk: &Desk<'_>, case: &Case) -> record::Part {
    let rows = case.referral.in_hand().map(|document| {
        let mark = confidential::mark(desk, case, &Item::Document(document.id));
        Row {
            label: crate::pages::persons::kind(desk, &document.kind),
            lines: std::iter::once(document.name.clone()).chain(mark).collect(),
            action: None,
        }
    });
    part_of(desk, "documents-title", rows.collect())
}

/// What the office had found, one line a finding.
fn findings(desk: &Desk<'_>, case: &Case) -> record::Part {
    let of = |code: &str| {
        let text = safeconduct_casework::forms::task(desk.policy(), desk.today, code);
        text.map_or_else(
            || code.to_owned(),
            |text| desk.lang().text(&text).to_owned(),
        )
    };
    let word = |prefix: &str, value: serde_json::Value| {
        desk.t(&format!("{prefix}-{}", value.as_str().unwrap_or_default()))
    };
    let name = |id| {
        case.referral
            .person(id)
            .map(|p| p.details.full_name())
            .unwrap_or_default()
    };
    let elements = case.eligibility.elements.iter().map(|found| Row {
        label: format!("{} – {}", name(found.person), of(&found.element)),
        lines: vec![word("finding", serde_json::json!(found.finding))],
        action: None,
    });
    let checks = case.admissibility.checks.iter().map(|check| Row {
        label: format!("{} – {}", name(check.person), of(&check.check)),
        lines: vec![word("outcome", serde_json::json!(check.outcome))],
        action: None,
    });
    let worksheets = case.convictions.iter().map(|found| Row {
        label: format!(
            "{} – {}",
            name(found.facts.person),
            conviction::title(desk, found)
        ),
        lines: vec![match &found.conclusion {
            Some(conclusion) => word("conviction", serde_json::json!(conclusion.outcome)),
            None => desk.t("conviction-open"),
        }]
        .into_iter()
        .chain(confidential::mark(desk, case, &Item::Conviction(found.id)))
        .collect(),
        action: None,
    });
    let rows = elements.chain(checks).chain(worksheets);
    part_of(desk, "as-of-findings", rows.collect())
}

fn decisions(desk: &Desk<'_>, case: &Case) -> record::Part {
    let rows = case.decisions.iter().map(|decided| {
        let person = case.referral.person(decided.decide.person);
        let verdict = match decided.decide.verdict {
            Verdict::Approved => desk.t("verdict-approved"),
            Verdict::Refused => desk.t("verdict-refused"),
        };
        let args = [
            ("verdict", Arg::Text(verdict)),
            ("policy", Arg::Text(decided.policy.clone())),
        ];
        let lines = vec![
            desk.tn("entry-decided", &args),
            desk.lang().date(decided.on),
        ];
        Row {
            label: person.map(|p| p.details.full_name()).unwrap_or_default(),
            lines,
            action: None,
        }
    });
    part_of(desk, "todo-decision", rows.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_the_end_of_what_was_meant() {
        let at = |time: &str| moment("22", "11", "2026", time).map(text);
        assert_eq!(at("14:30").as_deref(), Some("2026-11-22T14:30:59.999Z"));
        assert_eq!(at("14 h 30").as_deref(), Some("2026-11-22T14:30:59.999Z"));
        assert_eq!(at("14:30:05").as_deref(), Some("2026-11-22T14:30:05.999Z"));
        assert_eq!(at("").as_deref(), Some("2026-11-22T23:59:59.999Z"));
        for bad in ["25:00", "99", "1:61"] {
            assert_eq!(at(bad), None, "{bad}");
        }
        assert_eq!(moment("31", "2", "2026", ""), None);
        assert_eq!(moment("1", "1", "99999", ""), None);
    }

    #[test]
    fn an_address_carries_an_entrys_own_moment() {
        let at_ms = 1_795_353_000_123;
        let back = at_text(&text(at_ms)).unwrap();
        assert_eq!(back.as_millisecond(), at_ms);
        assert!(at_text("yesterday").is_none());
        assert_eq!(plain("14%3A30<script>"), "14:30");
    }
}
