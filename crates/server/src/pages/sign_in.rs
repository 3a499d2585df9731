//! Signing in and out. `/sign-in` takes name, passphrase and code on one form and says the same whichever is wrong; in
//! a demonstration it also offers every role by one button.

use askama::Template;
use axum::Router;
use axum::extract::{Query, State};
use axum::http::{HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use safeconduct_casework::Error;
use safeconduct_casework::form::{Field, FieldError, Form, Kind, Values};
use safeconduct_casework::sign_in::Credentials;
use safeconduct_domain::access::Role;
use safeconduct_vault::passphrase::Passphrase;
use serde::Deserialize;

use super::frame::{outside, see_other};
use super::resume::Resume;
use super::visitor::{Visitor, with_cookie};
use crate::state::{Anyone, DemoAccount, ServerState, SignedIn, problem};
use crate::web::form_view::{FormView, Tokens};
use crate::web::i18n::Lang;
use crate::web::language::is_local;
use crate::web::layout::{Page, html_with};
use crate::web::problem::{Problem, kept};
use crate::web::protected::ProtectedForm;

/// The routes of this file.
pub fn routes() -> Router<ServerState> {
    Router::new()
        .route("/sign-in", get(show).post(sign_in))
        .route("/sign-out", post(sign_out))
        .route("/demo-sign-in", post(demo))
}

/// What is asked.
fn form() -> Form {
    Form::new(
        "sign-in",
        vec![
            Field::new("handle", Kind::Line { max: 64 }),
            Field::new("passphrase", Kind::Secret),
            Field::new("code", Kind::Secret),
        ],
    )
}

/// Where to go afterwards.
#[derive(Debug, Default, Deserialize)]
struct Back {
    back: Option<String>,
}

impl Back {
    fn of(values: &Values) -> Self {
        Self {
            back: Some(values.first("back").to_owned()),
        }
    }

    /// A page of ours; the home page when none was asked for, or another site's.
    fn place(self) -> String {
        self.back
            .filter(|path| is_local(path))
            .unwrap_or_else(|| "/".to_owned())
    }
}

/// The accounts of one organisation of a demonstration.
struct DemoGroup {
    organisation: String,
    accounts: Vec<DemoButton>,
}

struct DemoButton {
    handle: String,
    name: String,
    role: String,
}

#[derive(Template)]
#[template(path = "sign-in.html")]
struct SignInPage<'a> {
    page: Page,
    form: FormView<'a>,
    tokens: &'a Tokens,
    back: String,
    /// What was typed elsewhere before a session ended, carried on.
    hidden: Vec<(String, String)>,
    demo: Vec<DemoGroup>,
}

/// What the page shows beside the empty form.
struct Shown<'a> {
    values: &'a Values,
    errors: &'a [FieldError],
    back: String,
    hidden: Vec<(String, String)>,
    status: StatusCode,
}

impl<'a> Shown<'a> {
    /// An empty form.
    const fn empty(back: String, nothing: &'a Values) -> Self {
        Self {
            values: nothing,
            errors: &[],
            back,
            hidden: Vec::new(),
            status: StatusCode::OK,
        }
    }
}

/// What was typed elsewhere before a session ended, as the form carries it on.
fn carried(values: &Values) -> Vec<(String, String)> {
    Resume::of(values)
        .map(|resume| resume.hidden())
        .unwrap_or_default()
}

fn page(
    state: &ServerState,
    visitor: &Visitor,
    lang: Lang,
    uri: &Uri,
    shown: Shown<'_>,
) -> Response {
    let (form, tokens) = (form(), visitor.tokens());
    let mut view = FormView::new(&form, lang, "/sign-in", &tokens)
        .autocomplete("handle", "username")
        .autocomplete("code", "one-time-code")
        .values(shown.values)
        .errors(shown.errors)
        .hide("back", &shown.back)
        .summary_above();
    for (name, value) in &shown.hidden {
        view = view.hide(name, value);
    }
    let mut page = outside(lang, uri, view.title());
    page.has_errors = view.has_errors();
    let page = SignInPage {
        page,
        form: view,
        tokens: &tokens,
        back: shown.back,
        hidden: shown.hidden,
        demo: offered(&state.demo, lang),
    };
    visitor.keep(html_with(shown.status, &page))
}

/// The accounts of a demonstration, by organisation, in the order they were made.
fn offered(accounts: &[DemoAccount], lang: Lang) -> Vec<DemoGroup> {
    let mut groups: Vec<DemoGroup> = Vec::new();
    for account in accounts {
        let roles: Vec<Role> = account
            .roles
            .iter()
            .filter_map(|code| Role::from_code(code))
            .collect();
        let button = DemoButton {
            handle: account.handle.clone(),
            name: account.name.clone(),
            role: lang.roles(roles.get(..1).unwrap_or_default()),
        };
        match groups
            .iter_mut()
            .find(|g| g.organisation == account.organisation)
        {
            Some(group) => group.accounts.push(button),
            None => groups.push(DemoGroup {
                organisation: account.organisation.clone(),
                accounts: vec![button],
            }),
        }
    }
    groups
}

async fn show(
    State(state): State<ServerState>,
    visitor: Visitor,
    Anyone(me): Anyone,
    lang: Lang,
    Query(back): Query<Back>,
    uri: Uri,
) -> Response {
    let back = back.place();
    if me.is_some() {
        return see_other(&back);
    }
    let nothing = Values::new();
    let shown = Shown::empty(back, &nothing);
    page(&state, &visitor, lang, &uri, shown)
}

async fn sign_in(
    State(state): State<ServerState>,
    visitor: Visitor,
    lang: Lang,
    uri: Uri,
    form: Result<ProtectedForm<Visitor>, Response>,
) -> Result<Response, Response> {
    let form = match form {
        Ok(form) => form,
        Err(rejection) => return Ok(stale(&state, &visitor, lang, &uri, rejection)),
    };
    let values = form.values();
    let again = |errors: &[FieldError], status| {
        let shown = Shown {
            values,
            errors,
            back: Back::of(values).place(),
            hidden: carried(values),
            status,
        };
        page(&state, &visitor, lang, &uri, shown)
    };
    if let Err(errors) = self::form().read(values) {
        return Ok(again(&errors, StatusCode::UNPROCESSABLE_ENTITY));
    }
    let typed = Credentials {
        handle: values.first("handle").to_owned(),
        passphrase: Passphrase::new(values.first("passphrase").to_owned()),
        code: values.first("code").to_owned(),
    };
    match state.app.sign_in(typed).await {
        Ok(secret) => Ok(signed_in(&state, &secret, lang, values).await),
        Err(Error::SignInFailed) => Ok(again(
            &[FieldError::new("", "sign-in")],
            StatusCode::UNPROCESSABLE_ENTITY,
        )),
        Err(Error::Throttled { seconds }) => {
            let error = FieldError::new("", "sign-in-wait").with("seconds", seconds);
            Ok(again(&[error], StatusCode::TOO_MANY_REQUESTS))
        }
        Err(other) => Err(problem(&other).into_response()),
    }
}

/// A sign-in page that was open for hours, or a browser that keeps no cookies: the form again, with a fresh token.
fn stale(
    state: &ServerState,
    visitor: &Visitor,
    lang: Lang,
    uri: &Uri,
    rejection: Response,
) -> Response {
    if rejection.extensions().get::<Problem>() != Some(&Problem::StaleForm) {
        return rejection;
    }
    let nothing = Values::new();
    let typed = kept(&rejection).unwrap_or(&nothing);
    let errors = [FieldError::new("", "sign-in-stale")];
    let mut shown = Shown::empty(Back::of(typed).place(), &nothing);
    shown.hidden = carried(typed);
    // from the page that says a session has ended: nobody has typed a name yet
    if shown.hidden.is_empty() || !typed.first("handle").is_empty() {
        (shown.errors, shown.status) = (&errors, StatusCode::FORBIDDEN);
    }
    page(state, visitor, lang, uri, shown)
}

/// The answer that begins a session: the page asked for, or the form that was being filled in when the last one ended.
async fn signed_in(state: &ServerState, secret: &str, lang: Lang, values: &Values) -> Response {
    let cookies = state.cookies;
    let response = match (Resume::of(values), state.app.session(secret).await) {
        (Some(resume), Ok(session)) => {
            let me = SignedIn::new(session, lang);
            resume
                .page(state, &me)
                .await
                .unwrap_or_else(IntoResponse::into_response)
        }
        _ => see_other(&Back::of(values).place()),
    };
    let response = with_cookie(response, &cookies.set(cookies.session(), secret, None));
    with_cookie(response, &cookies.set(cookies.visitor(), "", Some(0)))
}

async fn demo(
    State(state): State<ServerState>,
    lang: Lang,
    form: ProtectedForm<Visitor>,
) -> Result<Response, Problem> {
    let handle = form.values().first("handle");
    let account = state.demo.iter().find(|account| account.handle == handle);
    let account = account.ok_or(Problem::NotFound)?;
    let passphrase = Passphrase::new(account.passphrase.clone());
    let secret = state.app.demo_sign_in(handle, passphrase).await;
    let secret = secret.map_err(|error| problem(&error))?;
    Ok(signed_in(&state, &secret, lang, form.values()).await)
}

async fn sign_out(
    State(state): State<ServerState>,
    form: Result<ProtectedForm<SignedIn>, Response>,
) -> Result<Response, Response> {
    match form {
        Ok(form) => {
            let ended = state.app.sign_out(&form.session().session).await;
            ended.map_err(|error| problem(&error).into_response())?;
        }
        // the session was over already: that is what was asked for
        Err(gone) if gone.extensions().get::<Problem>() == Some(&Problem::SignedOut) => {}
        Err(rejection) => return Err(rejection),
    }
    Ok(forget(&state, "/sign-in?done=signed-out"))
}

/// The answer after a session has ended: the browser forgets its cookie and what it may have kept of pages.
pub(super) fn forget(state: &ServerState, to: &str) -> Response {
    let cookies = state.cookies;
    let mut response = with_cookie(see_other(to), &cookies.set(cookies.session(), "", Some(0)));
    let clear = HeaderValue::from_static("\"cache\", \"storage\"");
    response.headers_mut().insert("clear-site-data", clear);
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
