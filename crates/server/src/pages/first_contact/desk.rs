//! One first contact on the partner's desk: what was said, an answer, a referral.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use safeconduct_casework::Error;
use safeconduct_casework::first_contact::Thread;
use safeconduct_casework::form::{Choice, Field, FieldError, Form, Kind, Values};
use safeconduct_domain::first_contact::{State as How, What};
use safeconduct_domain::id::CourierId;
use safeconduct_domain::referral::Open;

use super::list::tag;
use super::said::{self, Said, Side, text_of};
use crate::pages::documents::file_headers;
use crate::pages::frame::{done, frame, see_other, tokens, unhappy};
use crate::state::{ServerState, SignedIn, problem};
use crate::web::body::streamed;
use crate::web::form_view::FormView;
use crate::web::layout::{Page, html_with};
use crate::web::parts::{Link, Tag};
use crate::web::problem::Problem;
use crate::web::protected::ProtectedForm;

fn answer_form() -> Form {
    let text = Field::new("text", Kind::Area { max: 10_000 }).sensitive();
    Form::new("first-contact-answer", vec![text])
}

fn take_up_form() -> Form {
    let languages = [
        Choice::key("en", "letter-language-en"),
        Choice::key("fr", "letter-language-fr"),
    ];
    Form::new(
        "first-contact-take-up",
        vec![
            Field::new("reference", Kind::Line { max: 200 }).sensitive(),
            Field::new("language", Kind::Choice(languages.into())),
        ],
    )
}

#[derive(Template)]
#[template(path = "first_contact_desk.html")]
struct DeskPage<'a> {
    page: Page,
    tag: Tag,
    said: Vec<Said>,
    case: Option<Link>,
    forms: Vec<FormView<'a>>,
}

/// What was posted to one of the forms and was not taken.
type Wrong<'a> = Option<(&'static str, &'a Values, &'a [FieldError])>;

async fn opened(state: &ServerState, me: &SignedIn, id: &str) -> Result<Thread, Problem> {
    let id: CourierId = id.parse().map_err(|_| Problem::NotFound)?;
    let thread = state.app.first_contact(&me.session, id).await;
    thread.map_err(|error| problem(&error))
}

async fn page(
    state: &ServerState,
    me: &SignedIn,
    uri: &Uri,
    id: &str,
    wrong: Wrong<'_>,
) -> Result<Response, Problem> {
    let (lang, thread) = (me.lang, opened(state, me, id).await?);
    let place = format!("/first-contacts/{}", thread.id);
    let partner = state
        .app
        .policy()
        .partner(&thread.partner, state.app.today());
    let partner = partner.map_or(thread.partner.as_str(), |p| lang.text(&p.name));
    let (answer, take_up, tokens) = (answer_form(), take_up_form(), tokens(me));
    let mut all = vec![(&answer, format!("{place}/answer"))];
    if thread.state() != How::TakenUp {
        all.push((&take_up, format!("{place}/take-up")));
    }
    let view = |(form, action): (_, String)| {
        let view = FormView::new(form, lang, action, &tokens)
            .heading()
            .summary_above();
        match wrong {
            Some((id, values, errors)) if form.id == id => view.values(values).errors(errors),
            _ => view,
        }
    };
    let forms: Vec<_> = all.into_iter().map(view).collect();
    let case = thread.messages.iter().find_map(|m| match m.what {
        What::TakenUp(case) => Some(case),
        _ => None,
    });
    let mut frame = frame(me, state, uri, lang.t("first-contact-desk-title")).await;
    frame = frame.crumb(lang.t("first-contacts-title"), "/first-contacts");
    frame.has_errors = forms.iter().any(FormView::has_errors);
    let status = match frame.has_errors {
        true => StatusCode::UNPROCESSABLE_ENTITY,
        false => StatusCode::OK,
    };
    let page = DeskPage {
        tag: tag(lang, thread.state()),
        said: said::all(state, lang, &thread.messages, partner, Side::Desk(&place)),
        case: case.map(|case| Link::new(lang.t("first-contact-case"), format!("/cases/{case}"))),
        page: frame,
        forms,
    };
    Ok(html_with(status, &page))
}

pub(super) async fn show(
    State(state): State<ServerState>,
    me: SignedIn,
    Path(id): Path<String>,
    uri: Uri,
) -> Result<Response, Problem> {
    page(&state, &me, &uri, &id, None).await
}

pub(super) async fn answer(
    State(state): State<ServerState>,
    Path(id): Path<String>,
    uri: Uri,
    posted: ProtectedForm<SignedIn>,
) -> Result<Response, Problem> {
    let (me, values) = (posted.session(), posted.values());
    let thread = opened(&state, me, &id).await?;
    let errors = match answer_form().read(values) {
        Err(errors) => errors,
        Ok(said) => {
            let text = text_of(&said);
            let answered = state.app.answer_first_contact(&me.session, thread.id, text);
            match answered.await {
                Ok(()) => {
                    let place = format!("/first-contacts/{}", thread.id);
                    return Ok(done(&place, "first-contact-answered"));
                }
                Err(error) => unhappy(error, me.lang)?,
            }
        }
    };
    let wrong = Some(("first-contact-answer", values, errors.as_slice()));
    page(&state, me, &uri, &id, wrong).await
}

pub(super) async fn take_up(
    State(state): State<ServerState>,
    Path(id): Path<String>,
    uri: Uri,
    posted: ProtectedForm<SignedIn>,
) -> Result<Response, Problem> {
    let (me, values) = (posted.session(), posted.values());
    let thread = opened(&state, me, &id).await?;
    let errors = match take_up_form().read(values) {
        Err(errors) => errors,
        Ok(said) => {
            let open: Open = serde_json::from_value(said).map_err(|_| Problem::BadRequest)?;
            let once = state.app.once(&me.session, posted.once());
            let taken = state
                .app
                .take_up_first_contact(&me.session, thread.id, open, Some(once));
            match taken.await {
                Ok(case) => return Ok(done(&format!("/cases/{case}"), "first-contact-taken-up")),
                Err(Error::Repeated(Some(case))) => {
                    return Ok(see_other(&format!("/cases/{case}")));
                }
                Err(error) => unhappy(error, me.lang)?,
            }
        }
    };
    let wrong = Some(("first-contact-take-up", values, errors.as_slice()));
    page(&state, me, &uri, &id, wrong).await
}

pub(super) async fn file(
    State(state): State<ServerState>,
    me: SignedIn,
    Path((id, document)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let id: CourierId = id.parse().map_err(|_| Problem::NotFound)?;
    let document = document.parse().map_err(|_| Problem::NotFound)?;
    let fetched = state
        .app
        .fetch_enclosed_file(&me.session, id, document)
        .await;
    let (file, pieces) = fetched.map_err(|error| problem(&error))?;
    let headers = file_headers(document, &file.name, file.size)?;
    Ok((headers, streamed(pieces, "a file")).into_response())
}
