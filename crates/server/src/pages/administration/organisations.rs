//! Organisations, each with its group: the list, and a new one.

use askama::Template;
use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;
use safeconduct_casework::form::{Choice, Field, FieldError, Form, Kind, Values};
use safeconduct_casework::organisation::{Listed, NewOrganisation};
use safeconduct_domain::access::Role;
use safeconduct_domain::directory::Purpose;

use super::super::frame::{done, frame, tokens, unhappy};
use super::{HOME, administrator, below};
use crate::state::{ServerState, SignedIn, problem};
use crate::web::form_view::{FormPage, FormView};
use crate::web::i18n::Lang;
use crate::web::layout::{Page, html};
use crate::web::parts::{Cell, Column, Table, Tag, Tone};
use crate::web::problem::Problem;
use crate::web::protected::ProtectedForm;

pub(super) const NEW: &str = "/administration/organisations/new";

#[derive(Template)]
#[template(path = "administration.html")]
struct HomePage {
    page: Page,
    administrator: bool,
    organisations: Table,
}

pub(super) async fn show(
    State(state): State<ServerState>,
    me: SignedIn,
    uri: Uri,
) -> Result<Response, Problem> {
    let listed = state.app.organisations(&me.session).await;
    let listed = listed.map_err(|error| problem(&error))?;
    let page = frame(&me, &state, &uri, me.lang.t("nav-administration")).await;
    Ok(html(&HomePage {
        page: page.wide(),
        administrator: me.session.has(Role::Administrator),
        organisations: table(&listed, &me),
    }))
}

fn table(listed: &[Listed], me: &SignedIn) -> Table {
    let lang = me.lang;
    let row = |listed: &Listed| {
        let members = i64::try_from(listed.members).unwrap_or(i64::MAX);
        let state = if listed.group.epoch > 0 {
            Cell::new(lang.number(members))
        } else {
            Cell::tag(Tag::new(
                lang.t("administration-no-keys-yet"),
                Tone::Waiting,
            ))
        };
        vec![
            Cell::new(&listed.organisation.name),
            Cell::new(purpose(lang, &listed.group.kind)),
            Cell::new(&listed.group.code),
            state,
        ]
    };
    Table {
        caption: lang.t("administration-organisations"),
        caption_hidden: true,
        columns: vec![
            Column::new(lang.t("administration-organisation")),
            Column::new(lang.t("administration-purpose")),
            Column::new(lang.t("administration-code")),
            Column::figures(lang.t("administration-members")),
        ],
        rows: listed.iter().map(row).collect(),
        empty: lang.t("administration-none"),
    }
}

/// What a group is for, in words.
pub(super) fn purpose(lang: Lang, code: &str) -> String {
    lang.t(&format!(
        "purpose-{}",
        Purpose::from_code(code).map_or("administration", Purpose::code)
    ))
}

const fn purpose_key(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Partner => "purpose-partner",
        Purpose::Intake => "purpose-intake",
        Purpose::Office => "purpose-office",
        Purpose::Planning => "purpose-planning",
        Purpose::Audit => "purpose-audit",
        Purpose::Administration => "purpose-administration",
    }
}

fn form() -> Form {
    let purposes = Purpose::ALL.map(|p| Choice::key(p.code(), purpose_key(p)));
    Form::new(
        "organisation",
        vec![
            Field::new("purpose", Kind::Choice(purposes.into())),
            Field::new("name", Kind::Line { max: 120 }),
            Field::new("code", Kind::Line { max: 30 }),
        ],
    )
}

pub(super) async fn ask(
    State(state): State<ServerState>,
    me: SignedIn,
    uri: Uri,
) -> Result<Response, Problem> {
    administrator(&me)?;
    Ok(page(&state, &me, &uri, &Values::new(), &[]).await)
}

async fn page(
    state: &ServerState,
    me: &SignedIn,
    uri: &Uri,
    values: &Values,
    errors: &[FieldError],
) -> Response {
    let (form, tokens) = (form(), tokens(me));
    let view = FormView::new(&form, me.lang, NEW, &tokens)
        .values(values)
        .errors(errors)
        .cancel(HOME);
    FormPage::new(below(state, me, uri, String::new()).await, view).response()
}

pub(super) async fn make(
    State(state): State<ServerState>,
    uri: Uri,
    posted: ProtectedForm<SignedIn>,
) -> Result<Response, Problem> {
    let (me, values) = (posted.session(), posted.values());
    administrator(me)?;
    let errors = match read(values) {
        Err(errors) => errors,
        Ok(new) => {
            let session = Some(std::sync::Arc::clone(&me.session));
            match state.app.make_organisation(session, new).await {
                Ok(_) => return Ok(done(HOME, "organisation-made")),
                Err(error) => unhappy(error, me.lang)?,
            }
        }
    };
    Ok(page(&state, me, &uri, values, &errors).await)
}

fn read(values: &Values) -> Result<NewOrganisation, Vec<FieldError>> {
    let mut errors = form().read(values).err().unwrap_or_default();
    let code = values.first("code").trim();
    let fits = |c: u8| c.is_ascii_lowercase() || c.is_ascii_digit() || c == b'-';
    if !code.is_empty() && !code.bytes().all(fits) {
        errors.push(FieldError::new("code", "code"));
    }
    let purpose = Purpose::from_code(values.first("purpose"));
    match purpose {
        Some(purpose) if errors.is_empty() => Ok(NewOrganisation {
            code: code.to_owned(),
            purpose,
            name: values.first("name").trim().to_owned(),
        }),
        _ => Err(errors),
    }
}
