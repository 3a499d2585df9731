//! The decision on one person: what keeps it from being made, what stands against the person, what an approval and a
//! refusal still need, within which power; and the decision itself once it is signed.

mod after;

use askama::Template;
use axum::extract::{Path, State};
use axum::http::Uri;
use axum::response::Response;
use safeconduct_casework::record::Edition;
use safeconduct_domain::access::Role;
use safeconduct_domain::act::Kind;
use safeconduct_domain::case::Stage;
use safeconduct_domain::decision::{Decided, Delegation, POWER_TO_DECIDE, adverse};
use safeconduct_domain::judicial_review;
use safeconduct_domain::person::Person;
use safeconduct_domain::review;

use super::needs::{self, Need, task_name};
use super::{PersonNav, open};
use crate::pages::casefile::{Desk, Head};
use crate::pages::inset::{self, Inset};
use crate::pages::record;
use crate::state::{ServerState, SignedIn, problem};
use crate::web::i18n::Arg;
use crate::web::layout::{Page, html};
use crate::web::parts::{Link, SummaryList};
use crate::web::problem::Problem;
use after::PastGroup;

#[derive(Template)]
#[template(path = "decision.html")]
struct DecisionPage {
    page: Page,
    head: Head,
    nav: PersonNav,
    decided: Option<SummaryList>,
    groups: Vec<NeedGroup>,
    insets: Vec<Inset>,
    decide: Vec<Link>,
    records: Vec<Link>,
    court_records: Vec<Link>,
    past: Vec<PastGroup>,
}

/// What is needed for one thing.
struct NeedGroup {
    title: String,
    empty: String,
    needs: Vec<Need>,
}

pub(super) async fn show(
    State(state): State<ServerState>,
    me: SignedIn,
    Path((case, person)): Path<(String, String)>,
    uri: Uri,
) -> Result<Response, Problem> {
    let desk = open(&state, &me, &uri, &case, "decision").await?;
    let person = desk.person(&person)?;
    if !person.details.travels() {
        return Err(Problem::NotFound);
    }
    let decided = match desk.case().decision(person.id) {
        Some(decided) => Some(after::signed(&desk, decided).await?),
        None => None,
    };
    let undecided = decided.is_none() && desk.case().stage == Stage::Assessment;
    let title = desk.t("todo-decision");
    let mut insets = Vec::new();
    if undecided {
        insets.push(power(&desk).await?);
        insets.extend(query(&desk));
        insets.extend(inset::considerations(&desk, "decision"));
    }
    insets.extend(court(&desk, person));
    if unread(&desk, person) {
        insets.push(Inset::new("", [desk.t("decision-second-person")]).warning());
    }
    let page = DecisionPage {
        groups: if undecided {
            groups(&desk, person)
        } else {
            Vec::new()
        },
        decide: acts(&desk, person, undecided),
        records: record::of_person(&desk, person.id, Edition::Person),
        court_records: record::of_person(&desk, person.id, Edition::Court),
        past: after::past(&desk, person).await?,
        insets,
        decided,
        nav: PersonNav::new(&desk, person, "decision"),
        head: desk.head(person.details.full_name(), "/decision"),
        page: desk.page(&title).await,
    };
    Ok(html(&page))
}

/// Whether the decision waits for a second person.
fn unread(desk: &Desk<'_>, person: &Person) -> bool {
    let decided = desk.case().decision(person.id);
    decided.is_some_and(|d| review::waits(desk.policy(), d, desk.today))
}

/// What can be done about it now: decide, read as the second person, look at it again.
fn acts(desk: &Desk<'_>, person: &Person, undecided: bool) -> Vec<Link> {
    let id = person.id.to_string();
    let own = |d: &Decided| d.by == desk.me.session.user;
    let decided = desk.case().decision(person.id);
    let kind = match decided {
        None if undecided => Kind::Decide,
        Some(decided) if unread(desk, person) && !own(decided) => Kind::ReviewDecision,
        Some(_) => Kind::Reconsider,
        None => return Vec::new(),
    };
    let mut acts: Vec<Link> = desk.act(kind, &[("person", &id)]).into_iter().collect();
    if decided.is_some() {
        acts.extend(match judicial_review::pending(desk.case(), person.id) {
            None => desk.act(Kind::RecordLeaveApplication, &[("person", &id)]),
            Some(applied) => {
                let about = [("person", id.as_str()), ("item", &applied.id.to_string())];
                desk.act(Kind::RecordCourtOutcome, &about)
            }
        });
    }
    acts
}

/// What is before the Court, or what it ordered and was not yet done.
fn court(desk: &Desk<'_>, person: &Person) -> Option<Inset> {
    if let Some(applied) = judicial_review::pending(desk.case(), person.id) {
        let served = desk.lang().date(applied.application.served_on);
        let args = [
            ("file", Arg::Text(applied.application.court_file.clone())),
            ("date", Arg::Text(served)),
        ];
        return Some(Inset::new("", [desk.tn("court-pending", &args)]).warning());
    }
    let aside = judicial_review::set_aside(desk.case(), person.id);
    aside.then(|| Inset::new("", [desk.t("court-set-aside")]).warning())
}

fn groups(desk: &Desk<'_>, person: &Person) -> Vec<NeedGroup> {
    let group = |key: &str, empty: &str, needs: Vec<Need>| NeedGroup {
        title: desk.t(key),
        empty: desk.t(empty),
        needs,
    };
    vec![
        group(
            "decision-open",
            "decision-open-none",
            needs::open(desk, person),
        ),
        group(
            "decision-against",
            "decision-against-none",
            against(desk, person),
        ),
        group(
            "decision-approval",
            "decision-open-none",
            needs::approval(desk, person),
        ),
        group(
            "decision-refusal",
            "decision-open-none",
            needs::refusal(desk, person),
        ),
    ]
}

/// The findings that stand against the person, each by its provision.
fn against(desk: &Desk<'_>, person: &Person) -> Vec<Need> {
    let standing = adverse(desk.policy(), desk.case(), person.id, desk.today);
    let case = desk.case();
    let found = standing.into_iter().map(|against| {
        let text = task_name(desk, &against.about);
        let on = (against.person != person.id).then(|| case.referral.person(against.person));
        let text = match on.flatten() {
            Some(other) => desk.tn(
                "decision-carried",
                &[
                    ("what", Arg::Text(text)),
                    ("name", Arg::Text(other.details.full_name())),
                ],
            ),
            None => text,
        };
        Need {
            text,
            law: desk.lang().cite(&against.provision),
            tag: crate::web::parts::Tag::new(
                desk.t("task-state-concern"),
                crate::web::parts::Tone::Urgent,
            ),
            links: Vec::new(),
        }
    });
    found.collect()
}

/// Whether a query keeps everybody on the case from being decided.
fn query(desk: &Desk<'_>) -> Option<Inset> {
    let open = desk.case().queries.iter().any(|q| q.reply.is_none());
    open.then(|| Inset::new("", [desk.t("decision-query-open")]).warning())
}

/// The reader's own recorded power to decide, today.
async fn power(desk: &Desk<'_>) -> Result<Inset, Problem> {
    if desk.me.session.role() != Some(Role::DesignatedOfficer) {
        return Ok(Inset::new("", [desk.t("decision-not-designated")]));
    }
    let recorded = desk.state.app.own_powers(&desk.me.session).await;
    let (recorded, today) = (recorded.map_err(|error| problem(&error))?, desk.today);
    let covering = recorded.iter().find(|d| d.covers(POWER_TO_DECIDE, today));
    let law = desk.lang().cite("A6(1)");
    Ok(match covering {
        None => Inset::new("", [desk.t1("decision-no-power", "provision", law)]).warning(),
        Some(Delegation { from, to: None, .. }) => {
            let args = [
                ("from", Arg::Text(desk.lang().date(*from))),
                ("provision", law.into()),
            ];
            Inset::new("", [desk.tn("decision-power", &args)])
        }
        Some(Delegation {
            from, to: Some(to), ..
        }) => {
            let args = [
                ("from", Arg::Text(desk.lang().date(*from))),
                ("to", Arg::Text(desk.lang().date(*to))),
                ("provision", law.into()),
            ];
            Inset::new("", [desk.tn("decision-power-until", &args)])
        }
    })
}
