//! Who one is, what one is told, what is counted, and who looked.

use std::collections::BTreeMap;

use jiff::civil::Date;
use safeconduct_casework::audit::{Line, place};
use safeconduct_casework::notice::Received;
use safeconduct_casework::session::Session;
use safeconduct_casework::tracking::{Count, Tracked};
use safeconduct_domain::compartment::Class;
use safeconduct_domain::directory::Purpose;
use safeconduct_domain::id::{CaseId, GroupId, UserId};
use safeconduct_domain::notice::News;
use serde::Serialize;

/// Somebody signed in, about themselves.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct MeView<'a> {
    user: UserId,
    name: &'a str,
    handle: &'a str,
    organisation: &'a str,
    roles: Vec<&'static str>,
    team: Option<TeamView<'a>>,
    session_ends_ms: i64,
    csrf: Option<String>,
}

#[derive(Serialize)]
struct TeamView<'a> {
    id: GroupId,
    code: &'a str,
    name: &'a str,
    purpose: Purpose,
}

impl<'a> MeView<'a> {
    /// The session's person; with the token for `X-CSRF` when they came by cookie.
    #[must_use]
    pub fn of(session: &'a Session, by_cookie: bool) -> Self {
        Self {
            user: session.user,
            name: &session.name,
            handle: &session.handle,
            organisation: &session.organisation_code,
            roles: session.roles.iter().map(|r| r.code()).collect(),
            team: session.team.as_ref().map(|t| TeamView {
                id: t.id,
                code: &t.code,
                name: &t.name,
                purpose: t.purpose,
            }),
            session_ends_ms: session.ends_ms,
            csrf: by_cookie.then(|| session.csrf()),
        }
    }
}

/// A notice.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct NoticeView<'a> {
    seq: u64,
    at_ms: i64,
    read: bool,
    reference: &'a str,
    news: &'static str,
    office: Option<&'a str>,
    number: Option<&'a str>,
    due: Option<Date>,
    referral_date: Option<Date>,
    approved: Option<u32>,
    refused: Option<u32>,
    on: Option<Date>,
    letter: Option<&'static str>,
}

impl<'a> From<&'a Received> for NoticeView<'a> {
    fn from(received: &'a Received) -> Self {
        let notice = &received.notice;
        let plain = Self {
            seq: received.seq,
            at_ms: received.at_ms,
            read: received.read,
            reference: &notice.reference,
            news: notice.news.name(),
            office: notice.office.as_deref(),
            number: notice.number.as_deref(),
            due: None,
            referral_date: None,
            approved: None,
            refused: None,
            on: None,
            letter: None,
        };
        match notice.news {
            News::Held { due } => Self { due, ..plain },
            News::FileCreated { referral_date } => Self {
                referral_date,
                ..plain
            },
            News::Outcome {
                approved,
                refused,
                on,
            } => Self {
                approved: Some(approved),
                refused: Some(refused),
                on: Some(on),
                ..plain
            },
            News::Letter { kind } => Self {
                letter: Some(kind.code()),
                ..plain
            },
            News::Reopened { on } | News::Ended { on } => Self {
                on: Some(on),
                ..plain
            },
            _ => plain,
        }
    }
}

/// The tracker.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct TrackedView {
    by_stage: BTreeMap<String, CountView>,
    by_partner: BTreeMap<String, CountView>,
    by_origin: BTreeMap<String, CountView>,
    by_office: BTreeMap<String, CountView>,
    referred_by_month: BTreeMap<String, CountView>,
    decided_by_month: BTreeMap<String, DecidedView>,
    year: YearView,
}

#[derive(Serialize)]
struct CountView {
    cases: u32,
    persons: u32,
}

#[derive(Serialize)]
struct DecidedView {
    approved: u32,
    refused: u32,
}

#[derive(Serialize)]
struct YearView {
    referred: u32,
    approved: u32,
    ceiling: Option<u32>,
}

impl From<&Tracked> for TrackedView {
    fn from(tracked: &Tracked) -> Self {
        let count = |(name, count): (&String, &Count)| (name.clone(), CountView::from(*count));
        let by_stage = tracked.by_stage.iter();
        let decided = tracked.decided_by_month.iter();
        Self {
            by_stage: by_stage
                .map(|(stage, count)| (stage.code().to_owned(), CountView::from(*count)))
                .collect(),
            by_partner: tracked.by_partner.iter().map(count).collect(),
            by_origin: tracked.by_origin.iter().map(count).collect(),
            by_office: tracked.by_office.iter().map(count).collect(),
            referred_by_month: tracked.referred_by_month.iter().map(count).collect(),
            decided_by_month: decided
                .map(|(month, (approved, refused))| {
                    let (approved, refused) = (*approved, *refused);
                    (month.clone(), DecidedView { approved, refused })
                })
                .collect(),
            year: YearView {
                referred: tracked.year.0,
                approved: tracked.year.1,
                ceiling: tracked.ceiling,
            },
        }
    }
}

impl From<Count> for CountView {
    fn from(count: Count) -> Self {
        Self {
            cases: count.cases,
            persons: count.persons,
        }
    }
}

/// A line of the trail.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct LineView<'a> {
    seq: u64,
    at_ms: i64,
    actor: UserId,
    group: GroupId,
    class: Class,
    place: &'static str,
    case: Option<CaseId>,
    what: Option<&'a str>,
    page: Option<&'a str>,
}

impl<'a> From<&'a Line> for LineView<'a> {
    fn from(line: &'a Line) -> Self {
        let header = &line.header;
        Self {
            seq: header.seq,
            at_ms: header.at_ms,
            actor: header.actor,
            group: header.group,
            class: header.class,
            place: place(header),
            case: header.case(),
            what: line.what.as_deref(),
            page: line.page.as_deref(),
        }
    }
}
