//! A lost passphrase: one key officer asks, another approves and gets the code of a new invitation, shown once.

use axum::extract::{Path, State};
use axum::http::Uri;
use axum::response::Response;
use safeconduct_casework::form::{Choice, Field, FieldError, Form, Kind, Values};
use safeconduct_casework::regrant::Asked;
use safeconduct_domain::id::{ItemId, UserId};
use safeconduct_domain::policy::Text;

use super::code_once::{self, CodeFor};
use super::frame::{done, tokens, unhappy};
use super::keys::{PersonPage, person_frame};
use crate::state::{ServerState, SignedIn, problem};
use crate::web::form_view::{FormPage, FormView};
use crate::web::parts::{Row, SummaryList};
use crate::web::problem::Problem;
use crate::web::protected::ProtectedForm;

/// A text that is the same in both languages: a name.
pub(super) fn same(name: &str) -> Text {
    Text {
        en: name.to_owned(),
        fr: name.to_owned(),
    }
}

async fn colleagues(state: &ServerState, me: &SignedIn) -> Result<Form, Problem> {
    let (_, colleagues) = state
        .app
        .regrants(&me.session)
        .await
        .map_err(|error| problem(&error))?;
    let choices = colleagues
        .iter()
        .map(|(user, name)| Choice::text(user.to_string(), same(name)))
        .collect();
    Ok(Form::new(
        "lost",
        vec![
            Field::new("user", Kind::Choice(choices)),
            Field::new("checked", Kind::Flag),
        ],
    ))
}

async fn lost_page(
    state: &ServerState,
    me: &SignedIn,
    uri: &Uri,
    form: &Form,
    values: &Values,
    errors: &[FieldError],
) -> Response {
    let tokens = tokens(me);
    let view = FormView::new(form, me.lang, "/keys/lost", &tokens)
        .values(values)
        .errors(errors)
        .cancel("/keys");
    let page = person_frame(state, me, uri, String::new()).await;
    FormPage::new(page, view).response()
}

pub(super) async fn ask(
    State(state): State<ServerState>,
    me: SignedIn,
    uri: Uri,
) -> Result<Response, Problem> {
    let form = colleagues(&state, &me).await?;
    Ok(lost_page(&state, &me, &uri, &form, &Values::new(), &[]).await)
}

pub(super) async fn record(
    State(state): State<ServerState>,
    uri: Uri,
    posted: ProtectedForm<SignedIn>,
) -> Result<Response, Problem> {
    let (me, values) = (posted.session(), posted.values());
    let form = colleagues(&state, me).await?;
    let errors = match form.read(values) {
        Err(errors) => errors,
        Ok(_) => {
            let user: UserId = values
                .first("user")
                .parse()
                .map_err(|_| Problem::BadRequest)?;
            match state.app.ask_regrant(&me.session, user).await {
                Ok(()) => return Ok(done("/keys", "regrant-asked")),
                Err(error) => unhappy(error, me.lang)?,
            }
        }
    };
    Ok(lost_page(&state, me, &uri, &form, values, &errors).await)
}

async fn asked(state: &ServerState, me: &SignedIn, id: ItemId) -> Result<Asked, Problem> {
    let waiting = state.app.regrants(&me.session).await;
    let (waiting, _) = waiting.map_err(|error| problem(&error))?;
    let mut waiting = waiting.into_iter();
    waiting
        .find(|request| request.id == id && !request.asked_by_me)
        .ok_or(Problem::NotFound)
}

pub(super) async fn ask_approve(
    State(state): State<ServerState>,
    me: SignedIn,
    Path(id): Path<ItemId>,
    uri: Uri,
) -> Result<Response, Problem> {
    let request = asked(&state, &me, id).await?;
    Ok(approve_page(&state, &me, &uri, &request, &[]).await)
}

async fn approve_page(
    state: &ServerState,
    me: &SignedIn,
    uri: &Uri,
    request: &Asked,
    errors: &[FieldError],
) -> Response {
    let (form, tokens, lang) = (Form::new("approve-lost", Vec::new()), tokens(me), me.lang);
    let action = format!("/keys/lost/{}/approve", request.id);
    PersonPage {
        page: person_frame(
            state,
            me,
            uri,
            lang.t1("keys-lost-person", "name", request.name.clone()),
        )
        .await,
        about: SummaryList {
            rows: vec![Row::new(lang.t("keys-name"), &request.name)],
        },
        explain: lang.t("keys-lost-explain"),
        fingerprint: String::new(),
        form: FormView::new(&form, lang, action, &tokens)
            .errors(errors)
            .warning(),
    }
    .response()
}

pub(super) async fn approve(
    State(state): State<ServerState>,
    Path(id): Path<ItemId>,
    uri: Uri,
    form: ProtectedForm<SignedIn>,
) -> Result<Response, Problem> {
    let me = form.session();
    let request = asked(&state, me, id).await?;
    match state.app.approve_regrant(&me.session, id).await {
        Ok(code) => {
            let page = person_frame(&state, me, &uri, String::new()).await;
            let about = CodeFor {
                name: request.name,
                back: "/keys",
            };
            Ok(code_once::page(page, code, about))
        }
        Err(error) => {
            let errors = unhappy(error, me.lang)?;
            Ok(approve_page(&state, me, &uri, &request, &errors).await)
        }
    }
}
