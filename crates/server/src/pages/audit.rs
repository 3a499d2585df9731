//! The trail: who did what and who looked at what, newest first. It is read from clear headers and from details sealed
//! to the auditors; no case can be opened from here. What is looked for is posted, never part of an address.

use askama::Template;
use axum::Router;
use axum::extract::{Query, State};
use axum::http::Uri;
use axum::response::Response;
use axum::routing::get;
use safeconduct_casework::audit::{Line, PAGE, Wanted, place};
use safeconduct_casework::form::{Choice, Field, FieldError, Form, Kind, Values};
use safeconduct_domain::access::Role;
use safeconduct_domain::compartment::Class;
use safeconduct_domain::id::UserId;
use safeconduct_journal::Scope;
use serde::Deserialize;
use std::collections::HashMap;

use super::frame::{frame, status, tokens};
use super::lost::same;
use crate::state::{ServerState, SignedIn, problem};
use crate::web::form_view::{FormView, Tokens};
use crate::web::i18n::{Lang, has};
use crate::web::layout::{Page, html_with};
use crate::web::problem::Problem;
use crate::web::protected::ProtectedForm;

/// Stands for whoever acts while nobody is signed in.
const NOBODY: UserId = UserId::from_bytes([0; 16]);

/// The routes of this file.
pub fn routes() -> Router<ServerState> {
    Router::new().route("/audit", get(show).post(search))
}

/// Where to go on.
#[derive(Debug, Default, Deserialize)]
struct Before {
    before: Option<u64>,
}

struct Entry {
    seq: u64,
    when: String,
    who: String,
    actor: String,
    what: String,
    page: String,
    class: String,
    place: String,
    case: String,
}

impl Entry {
    /// The beginning of the case's pseudonym, as the list shows it.
    fn short(&self) -> &str {
        self.case.get(..8).unwrap_or_default()
    }
}

#[derive(Template)]
#[template(path = "audit.html")]
struct AuditPage<'a> {
    page: Page,
    form: FormView<'a>,
    tokens: &'a Tokens,
    entries: Vec<Entry>,
    older: Option<u64>,
    wanted: Wanted,
}

impl AuditPage<'_> {
    fn filtered(&self) -> bool {
        self.wanted.case.is_some() || self.wanted.actor.is_some()
    }
}

fn form(people: &[(UserId, String)]) -> Form {
    let people = people
        .iter()
        .map(|(user, name)| Choice::text(user.to_string(), same(name)));
    Form::new(
        "audit",
        vec![
            Field::new("case", Kind::Line { max: 32 }).optional(),
            Field::new("actor", Kind::Choice(people.collect())).optional(),
        ],
    )
}

async fn show(
    State(state): State<ServerState>,
    me: SignedIn,
    Query(Before { before }): Query<Before>,
    uri: Uri,
) -> Result<Response, Problem> {
    let wanted = Wanted {
        before,
        ..Wanted::default()
    };
    trail(&state, &me, &uri, &Values::new(), Ok(wanted)).await
}

async fn search(
    State(state): State<ServerState>,
    uri: Uri,
    posted: ProtectedForm<SignedIn>,
) -> Result<Response, Problem> {
    let (me, values) = (posted.session(), posted.values());
    trail(&state, me, &uri, values, wanted(values)).await
}

/// What was asked for: one case or one person.
fn wanted(values: &Values) -> Result<Wanted, Vec<FieldError>> {
    let text = |name| Some(values.first(name).trim()).filter(|t: &&str| !t.is_empty());
    let case = text("case").map(|t| t.to_lowercase().parse()).transpose();
    let case = case.map_err(|_| vec![FieldError::new("case", "case-id")])?;
    let actor = text("actor").map(str::parse).transpose();
    let actor = actor.map_err(|_| vec![FieldError::new("actor", "choice")])?;
    if case.is_some() && actor.is_some() {
        return Err(vec![FieldError::new("actor", "one-of-two")]);
    }
    let before = text("before").and_then(|t| t.parse().ok());
    Ok(Wanted {
        case,
        actor,
        before,
    })
}

async fn trail(
    state: &ServerState,
    me: &SignedIn,
    uri: &Uri,
    values: &Values,
    wanted: Result<Wanted, Vec<FieldError>>,
) -> Result<Response, Problem> {
    if !me.session.has(Role::Auditor) {
        return Err(Problem::NotFound);
    }
    let names = state.app.names().await.map_err(|error| problem(&error))?;
    let (wanted, errors) = match wanted {
        Ok(wanted) => (Some(wanted), Vec::new()),
        Err(errors) => (None, errors),
    };
    let lines = match wanted {
        Some(wanted) => state
            .app
            .audit(&me.session, wanted)
            .await
            .map_err(|error| problem(&error))?,
        None => Vec::new(),
    };
    let mut people: Vec<_> = names
        .iter()
        .map(|(user, name)| (*user, name.clone()))
        .collect();
    people.sort_by(|a, b| a.1.cmp(&b.1));
    let (form, tokens) = (form(&people), tokens(me));
    let view = FormView::new(&form, me.lang, "/audit", &tokens)
        .values(values)
        .errors(&errors)
        .summary_above();
    let mut page = frame(me, state, uri, me.lang.t("audit-title")).await.wide();
    page.has_errors = view.has_errors();
    let full = lines.len() >= usize::try_from(PAGE).unwrap_or(usize::MAX);
    let shown = AuditPage {
        page,
        tokens: &tokens,
        older: lines
            .last()
            .map(|line| line.header.seq)
            .filter(|seq| full && *seq > 0),
        entries: lines
            .iter()
            .map(|line| entry(line, &names, me.lang))
            .collect(),
        wanted: wanted.unwrap_or_default(),
        form: view,
    };
    Ok(html_with(status(&shown.form), &shown))
}

fn entry(line: &Line, names: &HashMap<UserId, String>, lang: Lang) -> Entry {
    let header = &line.header;
    let nobody = header.actor == NOBODY;
    let who = match names.get(&header.actor) {
        Some(name) => name.clone(),
        None if nobody => lang.t("audit-nobody"),
        None => header.actor.to_string(),
    };
    Entry {
        seq: header.seq,
        when: lang.moment(header.at_ms),
        who,
        actor: if nobody {
            String::new()
        } else {
            header.actor.to_string()
        },
        what: what(line, lang),
        page: line
            .page
            .as_deref()
            .map(|page| looked_at(page, lang))
            .unwrap_or_default(),
        class: lang.t(class_key(header.class)),
        place: kept_in(place(header), lang),
        case: header
            .case()
            .map(|case| case.to_string())
            .unwrap_or_default(),
    }
}

const fn class_key(class: Class) -> &'static str {
    match class {
        Class::Referral => "entry-class-referral",
        Class::Intake => "entry-class-intake",
        Class::Assessment => "entry-class-assessment",
        Class::Decision => "entry-class-decision",
        Class::Departure => "entry-class-departure",
        Class::AfterArrival => "entry-class-after-arrival",
        Class::Access => "entry-class-access",
        Class::Administration => "entry-class-administration",
    }
}

/// The exact name of what happened, where a courier to the auditors carried it.
fn what(line: &Line, lang: Lang) -> String {
    let Some(what) = &line.what else {
        return lang.t("audit-not-told");
    };
    let kind = match line.header.scope {
        Scope::Case { .. } => "event",
        Scope::Courier { .. } => "message",
        Scope::Directory => "directory",
    };
    let key = format!("{kind}-{what}");
    if has(lang, &key) {
        lang.t(&key)
    } else {
        what.clone()
    }
}

fn looked_at(page: &str, lang: Lang) -> String {
    let key = format!("looked-{page}");
    if has(lang, &key) {
        lang.t(&key)
    } else {
        page.to_owned()
    }
}

fn kept_in(place: &str, lang: Lang) -> String {
    match place {
        "message" => lang.t("audit-place-message"),
        "directory" => lang.t("audit-place-directory"),
        compartment => lang.t(&format!("compartment-{compartment}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(pairs: &[(&str, &str)]) -> Result<Wanted, &'static str> {
        let values: Values = pairs.iter().copied().collect();
        wanted(&values).map_err(|errors| errors[0].code)
    }

    #[test]
    fn one_case_or_one_person_is_looked_for() {
        let id = "0123456789abcdef0123456789ABCDEF";
        assert!(of(&[("case", id)]).unwrap().case.is_some());
        assert!(
            of(&[("actor", &id.to_lowercase()), ("case", " ")])
                .unwrap()
                .actor
                .is_some()
        );
        assert_eq!(of(&[("before", "17")]).unwrap().before, Some(17));
        assert_eq!(of(&[("case", "FLD-2026-014")]).unwrap_err(), "case-id");
        assert_eq!(of(&[("actor", "x")]).unwrap_err(), "choice");
        assert_eq!(
            of(&[("case", id), ("actor", &id.to_lowercase())]).unwrap_err(),
            "one-of-two"
        );
    }
}
