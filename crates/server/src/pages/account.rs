//! One's own account: who one is here, the key's fingerprint, another passphrase, signing out.

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use safeconduct_casework::form::{Field, FieldError, Form, Kind, Values};
use safeconduct_vault::passphrase::Passphrase;

use super::frame::{frame, tokens, unhappy};
use super::passphrase::{check_chosen, proposed};
use super::sign_in::forget;
use super::step_up;
use crate::state::{ServerState, SignedIn, problem};
use crate::web::form_view::FormView;
use crate::web::layout::{Page, html, html_with};
use crate::web::parts::{Row, SummaryList};
use crate::web::problem::Problem;
use crate::web::protected::ProtectedForm;

const PASSPHRASE: &str = "/account/passphrase";

/// The routes of this file.
pub fn routes() -> Router<ServerState> {
    Router::new()
        .route("/account", get(show))
        .route(PASSPHRASE, get(ask).post(change))
}

fn form() -> Form {
    let [passphrase, code] = step_up::fields();
    Form::new(
        "change-passphrase",
        vec![
            Field::new("new", Kind::Secret),
            Field::new("again", Kind::Secret).optional(),
            passphrase,
            code,
        ],
    )
}

#[derive(Template)]
#[template(path = "account.html")]
struct AccountPage {
    page: Page,
    about: SummaryList,
    fingerprint: String,
    csrf: String,
}

async fn show(
    State(state): State<ServerState>,
    me: SignedIn,
    uri: Uri,
) -> Result<Response, Problem> {
    let (session, lang) = (&me.session, me.lang);
    let standing = state.app.standing(session).await;
    let standing = standing.map_err(|error| problem(&error))?;
    let row = |key: &str, value: String| Row::new(lang.t(key), value);
    let mut rows = vec![
        row("account-name", session.name.clone()),
        row("form-sign-in-handle", session.handle.clone()),
    ];
    if let Some(team) = &session.team {
        rows.push(row("account-group", team.name.clone()));
    }
    rows.push(row("account-roles", lang.roles(&session.roles)));
    rows.push(row("account-session", lang.moment(session.ends_ms)));
    Ok(html(&AccountPage {
        page: frame(&me, &state, &uri, lang.t("nav-account")).await,
        about: SummaryList { rows },
        fingerprint: standing.fingerprint,
        csrf: session.csrf(),
    }))
}

#[derive(Template)]
#[template(path = "passphrase.html")]
struct PassphrasePage<'a> {
    page: Page,
    words: &'a str,
    form: FormView<'a>,
}

async fn ask(State(state): State<ServerState>, me: SignedIn, uri: Uri) -> Response {
    passphrase_page(&state, &me, &uri, &Passphrase::generate(), &[]).await
}

async fn passphrase_page(
    state: &ServerState,
    me: &SignedIn,
    uri: &Uri,
    words: &Passphrase,
    errors: &[FieldError],
) -> Response {
    let (form, tokens) = (form(), tokens(me));
    let view = step_up::hinted(FormView::new(&form, me.lang, PASSPHRASE, &tokens))
        .errors(errors)
        .hide("proposed", words.expose())
        .autocomplete("new", "new-password")
        .autocomplete("again", "new-password")
        .cancel("/account")
        .summary_above();
    let mut page = frame(me, state, uri, view.title()).await;
    page = page.crumb(me.lang.t("nav-account"), "/account");
    page.has_errors = view.has_errors();
    let status = if errors.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let shown = PassphrasePage {
        page,
        words: words.expose(),
        form: view,
    };
    html_with(status, &shown)
}

async fn change(
    State(state): State<ServerState>,
    uri: Uri,
    form: ProtectedForm<SignedIn>,
) -> Result<Response, Response> {
    let (me, values) = (form.session(), form.values());
    let words = proposed(values);
    let errors = wrong(values);
    if !errors.is_empty() {
        return Ok(passphrase_page(&state, me, &uri, &words, &errors).await);
    }
    let new = Passphrase::new(values.first("new").to_owned());
    let changed = state
        .app
        .change_passphrase(&me.session, step_up::given(values), new);
    match changed.await {
        Ok(()) => Ok(forget(&state, "/sign-in?done=passphrase-changed")),
        Err(error) => {
            let errors = unhappy(error, me.lang).map_err(IntoResponse::into_response)?;
            Ok(passphrase_page(&state, me, &uri, &words, &errors).await)
        }
    }
}

fn wrong(values: &Values) -> Vec<FieldError> {
    let mut errors = form().read(values).err().unwrap_or_default();
    errors.extend(check_chosen(values, "new", "again"));
    errors
}
