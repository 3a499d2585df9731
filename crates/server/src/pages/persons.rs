//! The persons of a case: who they are, how they belong together, and how old they are where that carries law.

mod age;

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::Uri;
use axum::response::Response;
use axum::routing::get;
use safeconduct_casework::forms::FormContext;
use safeconduct_domain::act::Kind;
use safeconduct_domain::confidential::Item;
use safeconduct_domain::person::Person;
use safeconduct_domain::policy::List;

use super::case::record::{answered, consent_lines};
use super::casefile::{Desk, Head, relationship};
use super::confidential;
use super::family;
use super::inset::{self, Inset};
use super::likeness;
use crate::state::{ServerState, SignedIn};
use crate::web::layout::{Page, html};
use crate::web::parts::{Cell, Column, Link, Row, SummaryList, Table};
use crate::web::problem::Problem;

/// The pages of persons.
pub fn routes() -> Router<ServerState> {
    Router::new()
        .route("/cases/{case}/persons", get(list))
        .route("/cases/{case}/persons/{person}", get(show))
}

#[derive(Template)]
#[template(path = "persons.html")]
struct PersonsPage {
    page: Page,
    head: Head,
    alike: Option<Inset>,
    table: Table,
    add: Option<Link>,
    removed: SummaryList,
}

async fn list(
    State(state): State<ServerState>,
    me: SignedIn,
    Path(case): Path<String>,
    uri: Uri,
) -> Result<Response, Problem> {
    let desk = Desk::open(&state, &me, &uri, &case, "persons").await?;
    let title = desk.t("persons-title");
    let removed = desk.case().referral.persons.iter();
    let removed = removed.filter_map(|person| {
        let reason = person.removed.clone()?;
        Some(Row::new(person.details.full_name(), reason))
    });
    let page = PersonsPage {
        removed: SummaryList {
            rows: removed.collect(),
        },
        alike: likeness::among_own(&desk).await?,
        table: table(&desk),
        add: desk
            .act(Kind::AddPerson, &[])
            .or_else(|| desk.act(Kind::DeclarePerson, &[])),
        head: desk.head(&title, "/persons"),
        page: desk.page(&title).await,
    };
    Ok(html(&page))
}

fn table(desk: &Desk<'_>) -> Table {
    let columns = [
        "persons-name",
        "persons-relationship",
        "persons-born",
        "persons-nationality",
    ];
    let rows = desk.case().referral.present().map(|p| row(desk, p));
    Table {
        caption: desk.t("persons-caption"),
        caption_hidden: true,
        columns: columns
            .into_iter()
            .map(|key| Column::new(desk.t(key)))
            .collect(),
        rows: rows.collect(),
        empty: desk.t("persons-none"),
    }
}

fn row(desk: &Desk<'_>, person: &Person) -> Vec<Cell> {
    let (lang, details) = (desk.lang(), &person.details);
    let href = format!("{}/persons/{}", desk.base(), person.id);
    let native = details.native_name.clone().unwrap_or_default();
    let travels = if details.travels() {
        desk.t("person-in-application")
    } else {
        desk.t("person-not-accompanying")
    };
    let travels = match family::late(desk, person) {
        Some(late) => format!("{travels} · {late}"),
        None => travels,
    };
    let born = details.birth.map(|b| lang.date_text(&b.to_string()));
    let named = |codes: &[String]| {
        let names: Vec<_> = codes.iter().map(|c| lang.country(c)).collect();
        names.join(", ")
    };
    let nations = if details.stateless && details.nationalities.is_empty() {
        let lived = named(&details.former_residences);
        let lived = desk.t1("inset-countries-former", "countries", lived);
        Cell::new(desk.t("person-stateless")).hint(lived)
    } else {
        Cell::new(named(&details.nationalities))
    };
    vec![
        Cell::link(details.full_name(), href).hint(native),
        Cell::new(relationship(lang, person)).hint(travels),
        Cell::new(born.unwrap_or_else(|| desk.t("person-unknown"))).hint(age::today(desk, person)),
        nations,
    ]
}

#[derive(Template)]
#[template(path = "person.html")]
struct PersonPage {
    page: Page,
    head: Head,
    role: String,
    own_right: Option<Inset>,
    ages: Option<Inset>,
    rows: SummaryList,
    more: SummaryList,
    actions: Vec<Link>,
    assessment: Vec<Link>,
}

async fn show(
    State(state): State<ServerState>,
    me: SignedIn,
    Path((case, person)): Path<(String, String)>,
    uri: Uri,
) -> Result<Response, Problem> {
    let desk = Desk::open(&state, &me, &uri, &case, "person").await?;
    let person = desk.person(&person)?;
    let about = person.id.to_string();
    let context = FormContext {
        person: Some(person.id),
        ..FormContext::new(desk.policy(), desk.today, desk.case())
    };
    let acts = [
        Kind::ChangePerson,
        Kind::RecordConsent,
        Kind::AddDocument,
        Kind::RemovePerson,
    ];
    let acts = acts
        .iter()
        .filter_map(|kind| desk.act(*kind, &[("person", &about)]));
    let title = desk.t("person-title");
    let page = PersonPage {
        role: role(&desk, person),
        own_right: inset::own_right(&desk, person),
        ages: age::inset(&desk, person),
        rows: SummaryList {
            rows: answered(desk.lang(), Kind::ChangePerson, &context),
        },
        more: SummaryList {
            rows: more(&desk, person),
        },
        actions: acts.collect(),
        assessment: assessment(&desk, person),
        head: desk.head(person.details.full_name(), "/persons/"),
        page: desk
            .page(&title)
            .await
            .crumb(desk.t("persons-title"), format!("{}/persons", desk.base())),
    };
    Ok(html(&page))
}

fn role(desk: &Desk<'_>, person: &Person) -> String {
    let travels = if person.details.travels() {
        "person-in-application"
    } else {
        "person-not-accompanying"
    };
    let mut parts = vec![relationship(desk.lang(), person), desk.t(travels)];
    parts.extend(family::late(desk, person));
    parts.join(" · ")
}

/// What belongs to the person elsewhere in the case: consent, numbers, documents.
fn more(desk: &Desk<'_>, person: &Person) -> Vec<Row> {
    let case = desk.case();
    let mut rows = Vec::new();
    let consent = consent_lines(desk, case, person.id);
    if !consent.is_empty() {
        rows.push(Row {
            label: desk.t("person-consent"),
            lines: consent,
            action: None,
        });
    }
    let numbers = case
        .intake
        .numbers
        .iter()
        .filter(|n| n.person == Some(person.id));
    rows.extend(numbers.map(|number| {
        Row::new(
            desk.t(&format!("number-kind-{}", number.kind)),
            number.value.clone(),
        )
    }));
    let documents = case
        .referral
        .in_hand()
        .filter(|d| d.person == Some(person.id));
    let documents =
        documents.map(|d| confidential::marked(desk, &Item::Document(d.id), kind(desk, &d.kind)));
    let documents: Vec<_> = documents.collect();
    if !documents.is_empty() {
        rows.push(Row {
            label: desk.t("person-documents"),
            lines: documents,
            action: Some(Link::new(
                desk.t("person-documents-see"),
                format!("{}/documents", desk.base()),
            )),
        });
    }
    rows
}

/// A kind of document in words.
pub(super) fn kind(desk: &Desk<'_>, code: &str) -> String {
    let kind = desk.policy().named(List::DocumentKind, code, desk.today);
    kind.map_or_else(
        || code.to_owned(),
        |kind| desk.lang().text(&kind.text).to_owned(),
    )
}

/// Where the person is assessed, for the office.
fn assessment(desk: &Desk<'_>, person: &Person) -> Vec<Link> {
    if !desk.assesses() {
        return Vec::new();
    }
    let place = |page: &str| format!("{}/{page}/{}", desk.base(), person.id);
    let mut links = vec![
        Link::new(desk.t("todo-eligibility"), place("eligibility")),
        Link::new(desk.t("todo-admissibility"), place("admissibility")),
    ];
    if person.details.travels() {
        links.push(Link::new(desk.t("todo-decision"), place("decision")));
    }
    links
}
