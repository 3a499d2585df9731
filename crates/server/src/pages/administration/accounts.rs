//! The register of accounts, and switching one off.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::Uri;
use axum::response::Response;
use safeconduct_casework::directory::Profile;
use safeconduct_casework::form::Form;
use safeconduct_domain::access::Role;
use safeconduct_domain::id::UserId;
use safeconduct_store::account::{Account, AccountStatus};

use super::super::frame::{done, tokens};
use super::super::keys::PersonPage;
use super::{administrator, below};
use crate::state::{ServerState, SignedIn, problem};
use crate::web::form_view::FormView;
use crate::web::i18n::Lang;
use crate::web::layout::{Page, html};
use crate::web::parts::{Cell, Column, Row, SummaryList, Table, Tag, Tone};
use crate::web::problem::Problem;
use crate::web::protected::ProtectedForm;

pub(super) const LIST: &str = "/administration/accounts";

type Known = (Account, Profile, Vec<Role>);

#[derive(Template)]
#[template(path = "register.html")]
pub(super) struct RegisterPage {
    pub(super) page: Page,
    pub(super) lead: String,
    pub(super) table: Table,
    /// Where something new is made, and what that is called.
    pub(super) add: Option<(&'static str, String)>,
}

pub(super) async fn known(state: &ServerState, me: &SignedIn) -> Result<Vec<Known>, Problem> {
    let known = state.app.accounts(&me.session).await;
    known.map_err(|error| problem(&error))
}

pub(super) async fn show(
    State(state): State<ServerState>,
    me: SignedIn,
    uri: Uri,
) -> Result<Response, Problem> {
    let known = known(&state, &me).await?;
    let listed = state.app.organisations(&me.session).await;
    let listed = listed.map_err(|error| problem(&error))?;
    let lang = me.lang;
    let may_close = me.session.has(Role::Administrator);
    let rows = known.iter().map(|(account, profile, roles)| {
        let organisation = listed
            .iter()
            .find(|l| l.organisation.id == account.organisation);
        let organisation = organisation.map_or("", |l| l.organisation.name.as_str());
        let other = account.user != me.session.user && account.status != AccountStatus::Off;
        let name = if may_close && other {
            let to = format!("{LIST}/{}/close", account.user);
            Cell::link(&profile.name, to)
        } else {
            Cell::new(&profile.name)
        };
        vec![
            name.hint(&profile.handle),
            Cell::new(organisation),
            Cell::new(lang.roles(roles)),
            Cell::tag(status(account.status, lang)),
        ]
    });
    let columns = [
        "account-name",
        "administration-organisation",
        "account-roles",
        "administration-status",
    ];
    let table = Table {
        caption: lang.t("accounts-title"),
        caption_hidden: true,
        columns: columns.map(|key| Column::new(lang.t(key))).into(),
        rows: rows.collect(),
        empty: lang.t("administration-none"),
    };
    let page = below(&state, &me, &uri, lang.t("accounts-title")).await;
    Ok(html(&RegisterPage {
        page: page.wide(),
        lead: lang.t(if may_close {
            "accounts-lead"
        } else {
            "accounts-lead-reader"
        }),
        table,
        add: may_close.then(|| (super::invite::NEW, lang.t("form-invite-title"))),
    }))
}

fn status(status: AccountStatus, lang: Lang) -> Tag {
    match status {
        AccountStatus::Waiting => Tag::new(lang.t("account-status-waiting"), Tone::Waiting),
        AccountStatus::Active => Tag::new(lang.t("account-status-active"), Tone::Done),
        AccountStatus::Off => Tag::new(lang.t("account-status-off"), Tone::Neutral),
        AccountStatus::Lost => Tag::new(lang.t("account-status-lost"), Tone::Waiting),
    }
}

/// Somebody else whose account is not off yet.
async fn other(state: &ServerState, me: &SignedIn, user: UserId) -> Result<Known, Problem> {
    administrator(me)?;
    let mut known = known(state, me).await?.into_iter();
    known
        .find(|(account, ..)| {
            account.user == user
                && account.user != me.session.user
                && account.status != AccountStatus::Off
        })
        .ok_or(Problem::NotFound)
}

pub(super) async fn ask(
    State(state): State<ServerState>,
    me: SignedIn,
    Path(user): Path<UserId>,
    uri: Uri,
) -> Result<Response, Problem> {
    let (_, profile, roles) = other(&state, &me, user).await?;
    let (form, tokens, lang) = (Form::new("close-account", Vec::new()), tokens(&me), me.lang);
    let title = lang.t1("accounts-close-person", "name", profile.name.clone());
    let page = below(&state, &me, &uri, title).await;
    let rows = vec![
        Row::new(lang.t("account-name"), &profile.name),
        Row::new(lang.t("account-roles"), lang.roles(&roles)),
    ];
    let shown = PersonPage {
        page: page.crumb(lang.t("accounts-title"), LIST),
        about: SummaryList { rows },
        fingerprint: String::new(),
        explain: lang.t("accounts-close-explain"),
        form: FormView::new(&form, lang, uri.path(), &tokens).warning(),
    };
    Ok(shown.cancelled_to(LIST))
}

pub(super) async fn close(
    State(state): State<ServerState>,
    Path(user): Path<UserId>,
    form: ProtectedForm<SignedIn>,
) -> Result<Response, Problem> {
    let me = form.session();
    other(&state, me, user).await?;
    let closed = state.app.close_account(&me.session, user).await;
    closed.map_err(|error| problem(&error))?;
    Ok(done(LIST, "account-closed"))
}
