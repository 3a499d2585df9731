//! Who can be trusted with keys. Key officers certify colleagues and give back lost passphrases, two of them each time;
//! members let certified newcomers into their group. Every step shows the fingerprint to compare by voice.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::Uri;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use safeconduct_casework::admission::Candidate;
use safeconduct_casework::form::{FieldError, Form, Values};
use safeconduct_casework::regrant::Asked;
use safeconduct_casework::standing::OFFICERS_NEEDED;
use safeconduct_domain::access::Role;
use safeconduct_domain::id::{ItemId, UserId};

use super::frame::{done, frame, status, tokens, unhappy};
use super::lost;
use super::step_up;
use crate::state::{ServerState, SignedIn, problem};
use crate::web::form_view::FormView;
use crate::web::i18n::{Lang, t};
use crate::web::layout::{Page, html, html_with};
use crate::web::parts::{Cell, Column, Row, SummaryList, Table, Tag, Tone};
use crate::web::problem::Problem;
use crate::web::protected::ProtectedForm;

/// The routes of this file.
pub fn routes() -> Router<ServerState> {
    Router::new()
        .route("/keys", get(show))
        .route(
            "/keys/certify/{certificate}",
            get(ask_certify).post(certify),
        )
        .route("/keys/admit/{user}", get(ask_admit).post(admit))
        .route("/keys/lost", get(lost::ask).post(lost::record))
        .route("/keys/lost/{request}", get(lost::ask_approve))
        .route("/keys/lost/{request}/approve", post(lost::approve))
}

#[derive(Template)]
#[template(path = "keys.html")]
struct KeysPage {
    page: Page,
    officer: bool,
    certify: Table,
    lost: Table,
    member: bool,
    admit: Table,
}

async fn show(
    State(state): State<ServerState>,
    me: SignedIn,
    uri: Uri,
) -> Result<Response, Problem> {
    let (app, session, lang) = (&state.app, &me.session, me.lang);
    let officer = session.has(Role::KeyOfficer);
    let (mut candidates, mut asked, mut newcomers) = (Vec::new(), Vec::new(), Vec::new());
    if officer {
        candidates = app.to_certify(session).await.map_err(|e| problem(&e))?;
        asked = app.regrants(session).await.map_err(|e| problem(&e))?.0;
    }
    if session.team.is_some() {
        newcomers = app.to_admit(session).await.map_err(|e| problem(&e))?;
    }
    Ok(html(&KeysPage {
        page: frame(&me, &state, &uri, lang.t("keys-title")).await,
        officer,
        certify: to_certify(&candidates, lang),
        lost: lost_table(&asked, lang),
        member: session.team.is_some(),
        admit: to_admit(&newcomers, lang),
    }))
}

fn to_certify(candidates: &[Candidate], lang: Lang) -> Table {
    let row = |candidate: &Candidate| {
        let name = if candidate.signed_by_me {
            Cell::new(&candidate.name)
        } else {
            Cell::link(
                &candidate.name,
                format!("/keys/certify/{}", candidate.certificate),
            )
        };
        let tag = if candidate.signed_by_me {
            Tag::new(lang.t("keys-signed-by-me"), Tone::Info)
        } else {
            Tag::new(lang.t("keys-waits-for-you"), Tone::Waiting)
        };
        vec![
            name,
            Cell::new(lang.roles(&candidate.roles)),
            Cell::new(&candidate.fingerprint),
            Cell::tag(tag).hint(signatures(candidate, lang)),
        ]
    };
    Table {
        caption: lang.t("keys-certify-title"),
        caption_hidden: true,
        columns: ["keys-name", "keys-roles", "keys-fingerprint", "keys-state"]
            .map(|key| Column::new(lang.t(key)))
            .into(),
        rows: candidates.iter().map(row).collect(),
        empty: lang.t("keys-certify-none"),
    }
}

fn signatures(candidate: &Candidate, lang: Lang) -> String {
    let args = [
        ("signed", candidate.signatures.into()),
        ("needed", OFFICERS_NEEDED.into()),
    ];
    t(lang, "keys-signatures", &args)
}

fn to_admit(newcomers: &[Candidate], lang: Lang) -> Table {
    let row = |newcomer: &Candidate| {
        vec![
            Cell::link(&newcomer.name, format!("/keys/admit/{}", newcomer.user)),
            Cell::new(lang.roles(&newcomer.roles)),
            Cell::new(&newcomer.fingerprint),
        ]
    };
    Table {
        caption: lang.t("keys-admit-title"),
        caption_hidden: true,
        columns: ["keys-name", "keys-roles", "keys-fingerprint"]
            .map(|key| Column::new(lang.t(key)))
            .into(),
        rows: newcomers.iter().map(row).collect(),
        empty: lang.t("keys-admit-none"),
    }
}

fn lost_table(asked: &[Asked], lang: Lang) -> Table {
    let row = |request: &Asked| {
        if request.asked_by_me {
            let tag = Tag::new(lang.t("keys-asked-by-me"), Tone::Info);
            vec![Cell::new(&request.name), Cell::tag(tag)]
        } else {
            let tag = Tag::new(lang.t("keys-waits-for-you"), Tone::Waiting);
            vec![
                Cell::link(&request.name, format!("/keys/lost/{}", request.id)),
                Cell::tag(tag),
            ]
        }
    };
    Table {
        caption: lang.t("keys-lost-title"),
        caption_hidden: true,
        columns: ["keys-name", "keys-state"]
            .map(|key| Column::new(lang.t(key)))
            .into(),
        rows: asked.iter().map(row).collect(),
        empty: lang.t("keys-lost-none"),
    }
}

/// A page about one person: who they are, what to compare, one form.
#[derive(Template)]
#[template(path = "keys-person.html")]
pub(super) struct PersonPage<'a> {
    pub(super) page: Page,
    pub(super) about: SummaryList,
    pub(super) fingerprint: String,
    pub(super) explain: String,
    pub(super) form: FormView<'a>,
}

fn about(candidate: &Candidate, lang: Lang) -> SummaryList {
    SummaryList {
        rows: vec![
            Row::new(lang.t("keys-name"), &candidate.name),
            Row::new(lang.t("keys-roles"), lang.roles(&candidate.roles)),
        ],
    }
}

fn certify_form() -> Form {
    Form::new("certify", step_up::fields().into())
}

async fn to_sign(state: &ServerState, me: &SignedIn, id: ItemId) -> Result<Candidate, Problem> {
    let waiting = state.app.to_certify(&me.session).await;
    let mut waiting = waiting.map_err(|error| problem(&error))?.into_iter();
    waiting
        .find(|c| c.certificate == id && !c.signed_by_me)
        .ok_or(Problem::NotFound)
}

async fn certify_page(
    state: &ServerState,
    me: &SignedIn,
    uri: &Uri,
    candidate: Candidate,
    errors: &[FieldError],
) -> Response {
    let (form, tokens, lang) = (certify_form(), tokens(me), me.lang);
    let view = step_up::hinted(FormView::new(&form, lang, uri.path(), &tokens)).errors(errors);
    let title = lang.t1("keys-certify-person", "name", candidate.name.clone());
    let page = person_frame(state, me, uri, title).await;
    let shown = PersonPage {
        page,
        about: about(&candidate, lang),
        explain: lang.t("keys-certify-explain"),
        fingerprint: candidate.fingerprint,
        form: view,
    };
    shown.response()
}

/// The frame of a page below the keys.
pub(super) async fn person_frame(
    state: &ServerState,
    me: &SignedIn,
    uri: &Uri,
    title: String,
) -> Page {
    let page = frame(me, state, uri, title).await;
    page.crumb(me.lang.t("keys-title"), "/keys")
}

impl PersonPage<'_> {
    /// The page, whose way out leads back to the keys.
    pub(super) fn response(self) -> Response {
        self.cancelled_to("/keys")
    }

    /// The page, with a way out; 422 when there is something to mend.
    pub(super) fn cancelled_to(mut self, back: &str) -> Response {
        self.form = self.form.cancel(back).summary_above();
        self.page.has_errors = self.form.has_errors();
        html_with(status(&self.form), &self)
    }
}

async fn ask_certify(
    State(state): State<ServerState>,
    me: SignedIn,
    Path(id): Path<ItemId>,
    uri: Uri,
) -> Result<Response, Problem> {
    let candidate = to_sign(&state, &me, id).await?;
    Ok(certify_page(&state, &me, &uri, candidate, &[]).await)
}

async fn certify(
    State(state): State<ServerState>,
    Path(id): Path<ItemId>,
    uri: Uri,
    form: ProtectedForm<SignedIn>,
) -> Result<Response, Response> {
    let (me, values) = (form.session(), form.values());
    let answer = try_certify(&state, me, id, &uri, values).await;
    answer.map_err(IntoResponse::into_response)
}

async fn try_certify(
    state: &ServerState,
    me: &SignedIn,
    id: ItemId,
    uri: &Uri,
    values: &Values,
) -> Result<Response, Problem> {
    let candidate = to_sign(state, me, id).await?;
    if let Err(errors) = certify_form().read(values) {
        return Ok(certify_page(state, me, uri, candidate, &errors).await);
    }
    match state
        .app
        .certify(&me.session, id, step_up::given(values))
        .await
    {
        Ok(true) => Ok(done("/keys", "certified")),
        Ok(false) => Ok(done("/keys", "signed")),
        Err(error) => {
            let errors = unhappy(error, me.lang)?;
            Ok(certify_page(state, me, uri, candidate, &errors).await)
        }
    }
}

async fn newcomer(state: &ServerState, me: &SignedIn, user: UserId) -> Result<Candidate, Problem> {
    let waiting = state.app.to_admit(&me.session).await;
    let mut waiting = waiting.map_err(|error| problem(&error))?.into_iter();
    waiting.find(|c| c.user == user).ok_or(Problem::NotFound)
}

async fn ask_admit(
    State(state): State<ServerState>,
    me: SignedIn,
    Path(user): Path<UserId>,
    uri: Uri,
) -> Result<Response, Problem> {
    let newcomer = newcomer(&state, &me, user).await?;
    Ok(admit_page(&state, &me, &uri, newcomer, &[]).await)
}

async fn admit_page(
    state: &ServerState,
    me: &SignedIn,
    uri: &Uri,
    newcomer: Candidate,
    errors: &[FieldError],
) -> Response {
    let (form, tokens, lang) = (Form::new("admit", Vec::new()), tokens(me), me.lang);
    let title = lang.t1("keys-admit-person", "name", newcomer.name.clone());
    let group = me
        .session
        .team
        .as_ref()
        .map(|team| team.name.clone())
        .unwrap_or_default();
    PersonPage {
        page: person_frame(state, me, uri, title).await,
        about: about(&newcomer, lang),
        explain: lang.t1("keys-admit-explain", "group", group),
        fingerprint: newcomer.fingerprint,
        form: FormView::new(&form, lang, uri.path(), &tokens).errors(errors),
    }
    .response()
}

async fn admit(
    State(state): State<ServerState>,
    Path(user): Path<UserId>,
    uri: Uri,
    form: ProtectedForm<SignedIn>,
) -> Result<Response, Problem> {
    let me = form.session();
    let newcomer = newcomer(&state, me, user).await?;
    match state.app.admit(&me.session, user).await {
        Ok(()) => Ok(done("/keys", "admitted")),
        Err(error) => {
            let errors = unhappy(error, me.lang)?;
            Ok(admit_page(&state, me, &uri, newcomer, &errors).await)
        }
    }
}
