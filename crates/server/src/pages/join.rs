//! Joining by invitation. The code is typed and posted, never part of an address; then one page with the passphrase
//! and the second factor; then what happens next, with the digits to read aloud.
//!
//! What the page proposes (passphrase, secret of the second factor) travels in the page itself and nowhere else: until
//! the form is sent, the server has kept none of it.

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use safeconduct_casework::Error;
use safeconduct_casework::account::{Invited, Joining};
use safeconduct_casework::form::{Field, FieldError, Form, Kind, Values};
use safeconduct_vault::passphrase::Passphrase;
use safeconduct_vault::totp::TotpSecret;
use zeroize::Zeroizing;

use super::frame::{outside, unhappy};
use super::home::steps;
use super::passphrase::{check_chosen, proposed};
use super::qr::Qr;
use super::visitor::Visitor;
use crate::state::{ServerState, problem};
use crate::web::form_view::{FormPage, FormView};
use crate::web::i18n::Lang;
use crate::web::layout::{Page, html, html_with};
use crate::web::parts::TaskList;
use crate::web::problem::Problem;
use crate::web::protected::ProtectedForm;

/// How apps name the account.
const ISSUER: &str = "Safeconduct";

/// The routes of this file.
pub fn routes() -> Router<ServerState> {
    Router::new()
        .route("/invitation", get(ask).post(look_up))
        .route("/invitation/passphrase", post(another))
        .route("/invitation/join", post(join))
}

fn code_form() -> Form {
    Form::new(
        "invitation",
        vec![Field::new("code", Kind::Line { max: 60 }).sensitive()],
    )
}

fn join_form() -> Form {
    Form::new(
        "join",
        vec![
            Field::new("passphrase", Kind::Secret),
            Field::new("again", Kind::Secret).optional(),
            Field::new("totp-code", Kind::Secret),
        ],
    )
}

/// What has been proposed so far, carried by the page.
struct Proposal {
    code: String,
    passphrase: Passphrase,
    totp: TotpSecret,
}

impl Proposal {
    fn fresh(code: &str) -> Self {
        Self {
            code: code.to_owned(),
            passphrase: Passphrase::generate(),
            totp: TotpSecret::fresh(),
        }
    }

    /// As the page brings it back; a secret that is none is made anew.
    fn of(values: &Values) -> Self {
        let mut bytes = Zeroizing::new([0; 20]);
        let totp = match hex::decode_to_slice(values.first("secret"), bytes.as_mut_slice()) {
            Ok(()) => TotpSecret::from_bytes(*bytes),
            Err(_) => TotpSecret::fresh(),
        };
        Self {
            code: values.first("invitation").to_owned(),
            passphrase: proposed(values),
            totp,
        }
    }
}

#[derive(Template)]
#[template(path = "join.html")]
struct JoinPage<'a> {
    page: Page,
    invited: Invited,
    roles: String,
    proposal: &'a Proposal,
    groups: Vec<String>,
    uri: Zeroizing<String>,
    qr: Option<Qr>,
    form: FormView<'a>,
    csrf: String,
    once: String,
}

#[derive(Template)]
#[template(path = "joined.html")]
struct JoinedPage {
    page: Page,
    fingerprint: String,
    certified: bool,
    steps: TaskList,
}

async fn ask(visitor: Visitor, lang: Lang, uri: Uri) -> Response {
    code_page(&visitor, lang, &uri, &Values::new(), &[])
}

fn code_page(
    visitor: &Visitor,
    lang: Lang,
    uri: &Uri,
    values: &Values,
    errors: &[FieldError],
) -> Response {
    let (form, tokens) = (code_form(), visitor.tokens());
    let view = FormView::new(&form, lang, "/invitation", &tokens)
        .values(values)
        .errors(errors);
    visitor.keep(FormPage::new(outside(lang, uri, ""), view).response())
}

async fn look_up(
    State(state): State<ServerState>,
    visitor: Visitor,
    lang: Lang,
    uri: Uri,
    form: ProtectedForm<Visitor>,
) -> Result<Response, Problem> {
    let values = form.values();
    if let Err(errors) = code_form().read(values) {
        return Ok(code_page(&visitor, lang, &uri, values, &errors));
    }
    let proposal = Proposal::fresh(values.first("code").trim());
    join_page(&state, &visitor, lang, &proposal, &[]).await
}

async fn another(
    State(state): State<ServerState>,
    visitor: Visitor,
    lang: Lang,
    form: ProtectedForm<Visitor>,
) -> Result<Response, Problem> {
    let proposal = Proposal {
        passphrase: Passphrase::generate(),
        ..Proposal::of(form.values())
    };
    join_page(&state, &visitor, lang, &proposal, &[]).await
}

/// The page that joins; the page that asks for the code again when the invitation is not open.
async fn join_page(
    state: &ServerState,
    visitor: &Visitor,
    lang: Lang,
    proposal: &Proposal,
    errors: &[FieldError],
) -> Result<Response, Problem> {
    let at = Uri::from_static("/invitation");
    let invited = match state.app.invitation(proposal.code.clone()).await {
        Ok(invited) => invited,
        Err(error) => {
            let mut values = Values::new();
            values.set("code", proposal.code.clone());
            return Ok(code_page(
                visitor,
                lang,
                &at,
                &values,
                &unhappy(error, lang)?,
            ));
        }
    };
    let (form, tokens) = (join_form(), visitor.tokens());
    let secret = proposal.totp.base32();
    let uri = proposal
        .totp
        .uri(ISSUER, &invited.handle)
        .unwrap_or_default();
    let view = FormView::new(&form, lang, "/invitation/join", &tokens)
        .errors(errors)
        .hide("invitation", &proposal.code)
        .hide("proposed", proposal.passphrase.expose())
        .hide("secret", hex::encode(proposal.totp.expose()))
        .autocomplete("passphrase", "new-password")
        .autocomplete("again", "new-password")
        .autocomplete("totp-code", "one-time-code")
        .summary_above();
    let status = if errors.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let mut page = outside(lang, &at, lang.t("join-title"));
    // coming back to this page by its address would ask for the code again
    page.path = String::new();
    page.has_errors = view.has_errors();
    let page = JoinPage {
        page,
        roles: lang.roles(&invited.roles),
        groups: in_fours(&secret),
        qr: Qr::new(&uri),
        invited,
        proposal,
        uri,
        form: view,
        csrf: tokens.csrf.clone(),
        once: tokens.once.clone(),
    };
    Ok(visitor.keep(html_with(status, &page)))
}

/// A secret in groups of four, as one types it.
fn in_fours(secret: &str) -> Vec<String> {
    let letters: Vec<char> = secret.chars().collect();
    letters
        .chunks(4)
        .map(|group| group.iter().collect())
        .collect()
}

async fn join(
    State(state): State<ServerState>,
    visitor: Visitor,
    lang: Lang,
    form: ProtectedForm<Visitor>,
) -> Result<Response, Response> {
    let values = form.values();
    let proposal = Proposal::of(values);
    let again = async |errors: Vec<FieldError>| {
        let page = join_page(&state, &visitor, lang, &proposal, &errors).await;
        page.map_err(IntoResponse::into_response)
    };
    let mut errors = join_form().read(values).err().unwrap_or_default();
    errors.extend(check_chosen(values, "passphrase", "again"));
    if !errors.is_empty() {
        return again(errors).await;
    }
    let joining = Joining {
        code: proposal.code.clone(),
        passphrase: Passphrase::new(values.first("passphrase").to_owned()),
        totp: proposal.totp.clone(),
        totp_code: values.first("totp-code").to_owned(),
    };
    let user = match state.app.join(joining).await {
        Ok(user) => user,
        Err(error) => {
            return again(placed(error, lang).map_err(IntoResponse::into_response)?).await;
        }
    };
    let standing = state.app.standing_of(user).await;
    let standing = standing.map_err(|error| problem(&error).into_response())?;
    let uri = Uri::from_static("/sign-in");
    let mut page = outside(lang, &uri, lang.t("joined-title"));
    page.path = "/sign-in".to_owned();
    Ok(html(&JoinedPage {
        page,
        certified: standing.certified,
        steps: steps(&standing, lang),
        fingerprint: standing.fingerprint,
    }))
}

/// What is wrong, a code that does not fit at its field.
fn placed(error: Error, lang: Lang) -> Result<Vec<FieldError>, Problem> {
    let about_code =
        matches!(&error, Error::Refused(refused) if refused.rule == "code-does-not-fit");
    let mut errors = unhappy(error, lang)?;
    if about_code {
        errors
            .iter_mut()
            .for_each(|error| error.field = "totp-code".to_owned());
    }
    Ok(errors)
}
