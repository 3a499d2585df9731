//! The register of powers to decide: given, ended, and what holds today.

use axum::extract::{Path, State};
use axum::http::Uri;
use axum::response::Response;
use safeconduct_casework::Error;
use safeconduct_casework::form::{Choice, Field, FieldError, Form, Kind, Values};
use safeconduct_casework::organisation::Delegated;
use safeconduct_domain::access::Role;
use safeconduct_domain::id::{ItemId, UserId};
use std::collections::HashMap;

use super::super::frame::{done, tokens, unhappy};
use super::super::keys::PersonPage;
use super::super::lost::same;
use super::accounts::{RegisterPage, known};
use super::{administrator, below};
use crate::state::{ServerState, SignedIn, problem};
use crate::web::form_view::{FormPage, FormView};
use crate::web::layout::html;
use crate::web::parts::{Cell, Column, Row, SummaryList, Table, Tag, Tone};
use crate::web::problem::Problem;
use crate::web::protected::ProtectedForm;

pub(super) const LIST: &str = "/administration/delegations";
pub(super) const NEW: &str = "/administration/delegations/new";

async fn register(state: &ServerState, me: &SignedIn) -> Result<Vec<Delegated>, Problem> {
    let register = state.app.delegations(&me.session).await;
    register.map_err(|error| problem(&error))
}

async fn names(state: &ServerState) -> Result<HashMap<UserId, String>, Problem> {
    state.app.names().await.map_err(|error| problem(&error))
}

pub(super) async fn show(
    State(state): State<ServerState>,
    me: SignedIn,
    uri: Uri,
) -> Result<Response, Problem> {
    let (register, names) = (register(&state, &me).await?, names(&state).await?);
    let may_change = me.session.has(Role::Administrator);
    let lang = me.lang;
    let rows = register.iter().map(|d| {
        let name = names.get(&d.user).cloned().unwrap_or_default();
        let ended = has_ended(&state, d);
        let name = if may_change && !ended {
            Cell::link(name, format!("{LIST}/{}/end", d.id))
        } else {
            Cell::new(name)
        };
        let to = d.power.to.map(|day| lang.date(day));
        vec![
            name,
            Cell::new(lang.date(d.power.from)),
            Cell::new(to.unwrap_or_else(|| lang.t("delegations-open"))),
            Cell::tag(tag(&state, &me, d)),
        ]
    });
    let columns = [
        "account-name",
        "delegations-from",
        "delegations-to",
        "administration-status",
    ];
    let table = Table {
        caption: lang.t("delegations-title"),
        caption_hidden: true,
        columns: columns.map(|key| Column::new(lang.t(key))).into(),
        rows: rows.collect(),
        empty: lang.t("delegations-none"),
    };
    let page = below(&state, &me, &uri, lang.t("delegations-title")).await;
    Ok(html(&RegisterPage {
        page,
        lead: lang.t("delegations-lead"),
        table,
        add: may_change.then(|| (NEW, lang.t("form-delegate-title"))),
    }))
}

fn has_ended(state: &ServerState, delegated: &Delegated) -> bool {
    let today = state.app.today();
    delegated.power.to.is_some_and(|to| to < today)
}

fn tag(state: &ServerState, me: &SignedIn, delegated: &Delegated) -> Tag {
    let today = state.app.today();
    if has_ended(state, delegated) {
        Tag::new(me.lang.t("delegations-ended"), Tone::Neutral)
    } else if delegated.power.from > today {
        Tag::new(me.lang.t("delegations-later"), Tone::Info)
    } else {
        Tag::new(me.lang.t("delegations-holds"), Tone::Done)
    }
}

async fn form(state: &ServerState, me: &SignedIn) -> Result<Form, Problem> {
    let known = known(state, me).await?;
    let officers = known
        .iter()
        .filter(|(_, _, roles)| roles.contains(&Role::DesignatedOfficer));
    let choices = officers
        .map(|(account, profile, _)| Choice::text(account.user.to_string(), same(&profile.name)));
    Ok(Form::new(
        "delegate",
        vec![
            Field::new("user", Kind::Choice(choices.collect())).provision("A6(1)"),
            Field::new("from", Kind::Date),
            Field::new("to", Kind::Date).optional(),
        ],
    ))
}

async fn page(
    state: &ServerState,
    me: &SignedIn,
    uri: &Uri,
    form: &Form,
    values: &Values,
    errors: &[FieldError],
) -> Response {
    let tokens = tokens(me);
    let view = FormView::new(form, me.lang, NEW, &tokens)
        .values(values)
        .errors(errors)
        .cancel(LIST);
    let page = below(state, me, uri, String::new()).await;
    FormPage::new(page.crumb(me.lang.t("delegations-title"), LIST), view).response()
}

pub(super) async fn ask(
    State(state): State<ServerState>,
    me: SignedIn,
    uri: Uri,
) -> Result<Response, Problem> {
    administrator(&me)?;
    let form = form(&state, &me).await?;
    let today = serde_json::json!({ "from": state.app.today().to_string() });
    Ok(page(&state, &me, &uri, &form, &form.fill(&today), &[]).await)
}

pub(super) async fn give(
    State(state): State<ServerState>,
    uri: Uri,
    posted: ProtectedForm<SignedIn>,
) -> Result<Response, Problem> {
    let (me, values) = (posted.session(), posted.values());
    administrator(me)?;
    let form = form(&state, me).await?;
    let errors = match form.read(values) {
        Err(errors) => errors,
        Ok(read) => {
            let text = |name: &str| read.get(name).and_then(serde_json::Value::as_str);
            let user: Option<UserId> = text("user").and_then(|id| id.parse().ok());
            let from = text("from").and_then(|day| day.parse().ok());
            let (Some(user), Some(from)) = (user, from) else {
                return Err(Problem::BadRequest);
            };
            let to = text("to").and_then(|day| day.parse().ok());
            let once = state.app.once(&me.session, posted.once());
            let given = state
                .app
                .delegate_once(&me.session, user, (from, to), Some(once));
            match given.await {
                Ok(_) => return Ok(done(LIST, "delegated")),
                Err(Error::Repeated(_)) => return Ok(done(LIST, "repeated")),
                Err(error) => unhappy(error, me.lang)?,
            }
        }
    };
    Ok(page(&state, me, &uri, &form, values, &errors).await)
}

/// A power that has not ended, with the name of who has it.
async fn standing(
    state: &ServerState,
    me: &SignedIn,
    id: ItemId,
) -> Result<(Delegated, String), Problem> {
    administrator(me)?;
    let mut register = register(state, me).await?.into_iter();
    let found = register.find(|d| d.id == id && !has_ended(state, d));
    let found = found.ok_or(Problem::NotFound)?;
    let name = names(state).await?.remove(&found.user).unwrap_or_default();
    Ok((found, name))
}

pub(super) async fn ask_end(
    State(state): State<ServerState>,
    me: SignedIn,
    Path(id): Path<ItemId>,
    uri: Uri,
) -> Result<Response, Problem> {
    let (found, name) = standing(&state, &me, id).await?;
    let (form, tokens, lang) = (
        Form::new("end-delegation", Vec::new()),
        tokens(&me),
        me.lang,
    );
    let page = below(&state, &me, &uri, lang.t("delegations-end-title")).await;
    let rows = vec![
        Row::new(lang.t("account-name"), name),
        Row::new(lang.t("delegations-from"), lang.date(found.power.from)),
    ];
    let shown = PersonPage {
        page: page.crumb(lang.t("delegations-title"), LIST),
        about: SummaryList { rows },
        fingerprint: String::new(),
        explain: lang.t("delegations-end-explain"),
        form: FormView::new(&form, lang, uri.path(), &tokens).warning(),
    };
    Ok(shown.cancelled_to(LIST))
}

pub(super) async fn end(
    State(state): State<ServerState>,
    Path(id): Path<ItemId>,
    form: ProtectedForm<SignedIn>,
) -> Result<Response, Problem> {
    let me = form.session();
    standing(&state, me, id).await?;
    let ended = state.app.end_delegation(&me.session, id).await;
    ended.map_err(|error| problem(&error))?;
    Ok(done(LIST, "delegation-ended"))
}
