//! The first words to a partner. The receipt code stands on the page before anything is sent: whatever the line does, the
//! person has it, and the same form sent again counts once.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::{StatusCode, Uri};
use axum::response::Response;
use safeconduct_casework::Error;
use safeconduct_casework::first_contact::{ReceiptCode, receipt_code};
use safeconduct_casework::form::{Field, FieldError, Form, Kind, Values};
use safeconduct_domain::first_contact::Told;

use super::{CODE, PartnerView, outside, thread};
use crate::pages::frame::unhappy;
use crate::pages::visitor::Visitor;
use crate::state::ServerState;
use crate::web::form_view::FormView;
use crate::web::i18n::Lang;
use crate::web::layout::{Page, html_with};
use crate::web::problem::Problem;
use crate::web::protected::ProtectedForm;

/// The most that is written in answer to one question, in characters.
const WORDS: usize = 5_000;

/// What is asked. Which questions a partner asks is not published; these are what its criteria need, and how to answer.
fn form() -> Form {
    let words = |name| Field::new(name, Kind::Area { max: WORDS }).sensitive();
    let line = |name| Field::new(name, Kind::Line { max: 200 }).sensitive();
    Form::new(
        "first-contact",
        vec![
            line("name").optional(),
            words("work"),
            words("references").optional(),
            words("danger"),
            Field::new("left", Kind::Country),
            Field::new("country", Kind::Country),
            Field::new("persons", Kind::Number { min: 1, max: 50 }).optional(),
            Field::new("language", Kind::Language),
            line("reach").optional(),
            line("hours").optional(),
            words("never").optional(),
            Field::new("understood", Kind::Flag),
        ],
    )
}

#[derive(Template)]
#[template(path = "first_contact_write.html")]
struct WritePage<'a> {
    page: Page,
    partner: String,
    code: String,
    form: FormView<'a>,
}

struct Shown<'a> {
    values: &'a Values,
    errors: &'a [FieldError],
    code: &'a ReceiptCode,
}

fn page(
    visitor: &Visitor,
    lang: Lang,
    uri: &Uri,
    partner: PartnerView,
    shown: Shown<'_>,
) -> Response {
    let (form, tokens) = (form(), visitor.tokens());
    let place = partner.href.unwrap_or_default();
    let view = FormView::new(&form, lang, format!("{place}/write"), &tokens)
        .values(shown.values)
        .errors(shown.errors)
        .hide(CODE, shown.code.expose())
        .cancel(place.clone())
        .summary_above();
    let mut page = outside(lang, uri, view.title())
        .crumb(lang.t("first-contact-title"), "/first-contact")
        .crumb(partner.name.clone(), place);
    page.has_errors = view.has_errors();
    let status = if view.has_errors() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    let page = WritePage {
        page,
        partner: partner.name,
        code: shown.code.grouped().to_string(),
        form: view,
    };
    visitor.keep(html_with(status, &page))
}

/// A partner that takes first contacts.
async fn taking(state: &ServerState, lang: Lang, code: &str) -> Result<PartnerView, Problem> {
    let partner = PartnerView::of(state, lang, code).await?;
    match partner.href {
        Some(_) => Ok(partner),
        None => Err(Problem::NotFound),
    }
}

pub(super) async fn show(
    State(state): State<ServerState>,
    visitor: Visitor,
    lang: Lang,
    Path(partner): Path<String>,
    uri: Uri,
) -> Result<Response, Problem> {
    let partner = taking(&state, lang, &partner).await?;
    let shown = Shown {
        values: &Values::new(),
        errors: &[],
        code: &ReceiptCode::generate(),
    };
    Ok(page(&visitor, lang, &uri, partner, shown))
}

pub(super) async fn take(
    State(state): State<ServerState>,
    lang: Lang,
    Path(code): Path<String>,
    uri: Uri,
    posted: ProtectedForm<Visitor>,
) -> Result<Response, Problem> {
    let (visitor, values) = (posted.session(), posted.values());
    let partner = taking(&state, lang, &code).await?;
    // a form whose code was lost on the way gets another one
    let receipt = receipt_code(values.first(CODE)).unwrap_or_else(|_| ReceiptCode::generate());
    let shown = |errors| Shown {
        values,
        errors,
        code: &receipt,
    };
    let told = match form().read(values) {
        Ok(told) => serde_json::from_value::<Told>(told).map_err(|_| Problem::BadRequest)?,
        Err(errors) => return Ok(page(visitor, lang, &uri, partner, shown(&errors))),
    };
    match state.app.begin_first_contact(&code, &receipt, told).await {
        // the same form came twice at once
        Ok(()) | Err(Error::Repeated(_)) => {
            let done = Some("first-contact-sent");
            thread::page(&state, visitor, lang, &uri, &receipt, done).await
        }
        Err(error) => {
            let errors = unhappy(error, lang)?;
            Ok(page(visitor, lang, &uri, partner, shown(&errors)))
        }
    }
}
