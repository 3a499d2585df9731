//! Coming back with the receipt code: reading the answer, writing more, another safe way, a file, taking it all back.

use askama::Template;
use axum::extract::State;
use axum::http::{StatusCode, Uri};
use axum::response::Response;
use safeconduct_casework::Error;
use safeconduct_casework::first_contact::{ReceiptCode, receipt_code};
use safeconduct_casework::form::{Field, FieldError, Form, Kind, Values};
use safeconduct_domain::first_contact::{State as How, What};
use serde_json::Value;

use super::said::{self, Said, Side, text_of};
use super::{CODE, outside};
use crate::pages::frame::unhappy;
use crate::pages::visitor::Visitor;
use crate::state::{ServerState, problem};
use crate::web::form_view::{FormPage, FormView, Tokens};
use crate::web::i18n::Lang;
use crate::web::layout::{Banner, Page, html_with};
use crate::web::problem::Problem;
use crate::web::protected::ProtectedForm;

/// The field of a file.
pub(super) const FILE: &str = "file";

fn code_form() -> Form {
    Form::new(
        "first-contact-return",
        vec![Field::new(CODE, Kind::Line { max: 200 }).sensitive()],
    )
}

fn code_page(
    visitor: &Visitor,
    lang: Lang,
    uri: &Uri,
    values: &Values,
    errors: &[FieldError],
) -> Response {
    let (form, tokens) = (code_form(), visitor.tokens());
    let view = FormView::new(&form, lang, "/first-contact/return", &tokens)
        .values(values)
        .errors(errors)
        .autocomplete(CODE, "off");
    let page = outside(lang, uri, String::new());
    let page = page.crumb(lang.t("first-contact-title"), "/first-contact");
    visitor.keep(FormPage::new(page, view).response())
}

pub(super) async fn ask(visitor: Visitor, lang: Lang, uri: Uri) -> Response {
    code_page(&visitor, lang, &uri, &Values::new(), &[])
}

/// The code of a posted form.
///
/// # Errors
/// The page that asks for it again.
pub(super) fn code_of(
    visitor: &Visitor,
    lang: Lang,
    uri: &Uri,
    values: &Values,
) -> Result<ReceiptCode, Box<Response>> {
    let errors = match code_form().read(values) {
        Err(errors) => errors,
        Ok(_) => match receipt_code(values.first(CODE)) {
            Ok(code) => return Ok(code),
            Err(Error::Refused(why)) => {
                vec![FieldError::new(CODE, "refused").with("text", lang.refused(&why))]
            }
            Err(_) => vec![FieldError::new(CODE, "required")],
        },
    };
    Err(Box::new(code_page(visitor, lang, uri, values, &errors)))
}

/// The four things that can be done with a thread.
pub(super) struct Forms {
    more: Form,
    channel: Form,
    file: Form,
    take_back: Form,
}

impl Forms {
    pub(super) fn new() -> Self {
        let line = |name| Field::new(name, Kind::Line { max: 200 }).sensitive();
        let words = |name| Field::new(name, Kind::Area { max: 5_000 }).sensitive();
        Self {
            more: Form::new("first-contact-more", vec![words("text")]),
            channel: Form::new(
                "first-contact-channel",
                vec![
                    line("reach").optional(),
                    line("hours").optional(),
                    words("never").optional(),
                ],
            ),
            file: Form::new("first-contact-file", Vec::new()),
            take_back: Form::new(
                "first-contact-take-back",
                vec![Field::new("sure", Kind::Flag)],
            ),
        }
    }
}

#[derive(Template)]
#[template(path = "first_contact_thread.html")]
struct ThreadPage<'a> {
    page: Page,
    code: String,
    said: Vec<Said>,
    forms: Vec<FormView<'a>>,
}

/// What was posted to one of the forms and was not taken.
pub(super) struct Wrong<'a> {
    /// Which form.
    pub(super) form: &'static str,
    /// What was typed.
    pub(super) values: &'a Values,
    /// What is wrong with it.
    pub(super) errors: &'a [FieldError],
}

/// The thread of a code; `done` is what was just done.
pub(super) async fn page(
    state: &ServerState,
    visitor: &Visitor,
    lang: Lang,
    uri: &Uri,
    code: &ReceiptCode,
    done: Option<&str>,
) -> Result<Response, Problem> {
    let (banner, wrong) = (done.map(|key| lang.t(&format!("done-{key}"))), None);
    let shown = Shown {
        state,
        visitor,
        lang,
        uri,
        code,
        wrong,
        banner,
    };
    shown.response().await
}

/// The same with what is to be mended.
pub(super) async fn wrong(
    state: &ServerState,
    visitor: &Visitor,
    lang: Lang,
    uri: &Uri,
    code: &ReceiptCode,
    wrong: Wrong<'_>,
) -> Result<Response, Problem> {
    let (banner, wrong) = (None, Some(wrong));
    let shown = Shown {
        state,
        visitor,
        lang,
        uri,
        code,
        wrong,
        banner,
    };
    shown.response().await
}

struct Shown<'a> {
    state: &'a ServerState,
    visitor: &'a Visitor,
    lang: Lang,
    uri: &'a Uri,
    code: &'a ReceiptCode,
    wrong: Option<Wrong<'a>>,
    banner: Option<String>,
}

impl Shown<'_> {
    async fn response(mut self) -> Result<Response, Problem> {
        let (state, lang) = (self.state, self.lang);
        let thread = match state.app.come_back(self.code).await {
            Ok(thread) => thread,
            Err(Error::Refused(why)) => {
                let error = FieldError::new(CODE, "refused").with("text", lang.refused(&why));
                let mut values = Values::new();
                values.push(CODE, self.code.grouped().to_string());
                return Ok(code_page(self.visitor, lang, self.uri, &values, &[error]));
            }
            Err(error) => return Err(problem(&error)),
        };
        let partner = state
            .app
            .policy()
            .partner(&thread.partner, state.app.today());
        let partner = partner.map_or(thread.partner.as_str(), |p| lang.text(&p.name));
        let (forms, tokens) = (Forms::new(), self.visitor.tokens());
        let open = thread.state() != How::Declined;
        let views = if open {
            self.views(&forms, &tokens)
        } else {
            Vec::new()
        };
        let mut page = outside(lang, self.uri, lang.t("first-contact-thread"))
            .crumb(lang.t("first-contact-title"), "/first-contact")
            // the address of a form cannot be come back to
            .at("/first-contact/return");
        if let Some(text) = self.banner.take() {
            page = page.banner(Banner::done(text));
        }
        page.has_errors = views.iter().any(FormView::has_errors);
        let status = match page.has_errors {
            true => StatusCode::UNPROCESSABLE_ENTITY,
            false => StatusCode::OK,
        };
        let page = ThreadPage {
            page,
            code: self.code.grouped().to_string(),
            said: said::all(state, lang, &thread.messages, partner, Side::Outside),
            forms: views,
        };
        Ok(self.visitor.keep(html_with(status, &page)))
    }

    fn views<'f>(&self, forms: &'f Forms, tokens: &'f Tokens) -> Vec<FormView<'f>> {
        let all = [
            (&forms.more, "/first-contact/more"),
            (&forms.channel, "/first-contact/channel"),
            (&forms.file, "/first-contact/file"),
            (&forms.take_back, "/first-contact/take-back"),
        ];
        let view = |(form, place): (&'f Form, &str)| {
            let mut view = FormView::new(form, self.lang, place, tokens)
                .hide(CODE, self.code.expose())
                .heading()
                .summary_above();
            match form.id {
                "first-contact-file" => view = view.file(FILE),
                "first-contact-take-back" => view = view.warning(),
                _ => {}
            }
            match &self.wrong {
                Some(wrong) if wrong.form == form.id => {
                    view.values(wrong.values).errors(wrong.errors)
                }
                _ => view,
            }
        };
        all.into_iter().map(view).collect()
    }
}

pub(super) async fn open(
    State(state): State<ServerState>,
    lang: Lang,
    uri: Uri,
    posted: ProtectedForm<Visitor>,
) -> Result<Response, Problem> {
    let visitor = posted.session();
    match code_of(visitor, lang, &uri, posted.values()) {
        Ok(code) => page(&state, visitor, lang, &uri, &code, None).await,
        Err(again) => Ok(*again),
    }
}

/// What can be done with a thread besides sending a file.
#[derive(Clone, Copy)]
enum Deed {
    More,
    Channel,
    TakeBack,
}

impl Deed {
    fn form(self) -> Form {
        let forms = Forms::new();
        match self {
            Self::More => forms.more,
            Self::Channel => forms.channel,
            Self::TakeBack => forms.take_back,
        }
    }

    /// What it adds to the thread; nothing, where the thread is taken back.
    fn adds(self, said: Value) -> Result<Option<What>, Problem> {
        Ok(match self {
            Self::More => Some(What::Added(text_of(&said))),
            Self::Channel => {
                let channel = serde_json::from_value(said).map_err(|_| Problem::BadRequest)?;
                Some(What::Channel(channel))
            }
            Self::TakeBack => None,
        })
    }

    /// What is said once it is done.
    const fn done(self) -> Option<&'static str> {
        match self {
            Self::More => Some("first-contact-added"),
            Self::Channel => Some("first-contact-channel-changed"),
            Self::TakeBack => None,
        }
    }
}

/// What was posted with a code, read and done.
async fn act(
    state: &ServerState,
    lang: Lang,
    uri: &Uri,
    posted: &ProtectedForm<Visitor>,
    deed: Deed,
) -> Result<Response, Problem> {
    let (visitor, values) = (posted.session(), posted.values());
    let code = match code_of(visitor, lang, uri, values) {
        Ok(code) => code,
        Err(again) => return Ok(*again),
    };
    let form = deed.form();
    let errors = match form.read(values) {
        Err(errors) => errors,
        Ok(said) => {
            let app = &state.app;
            let (done, gone) = match deed.adds(said)? {
                Some(what) => (app.add_to_first_contact(&code, what).await, false),
                None => (app.take_back_first_contact(&code).await, true),
            };
            match done {
                Ok(()) if gone => {
                    let page = outside(lang, uri, lang.t("first-contact-title"));
                    return Ok(html_with(StatusCode::OK, &GonePage { page }));
                }
                Ok(()) => return page(state, visitor, lang, uri, &code, deed.done()).await,
                Err(error) => unhappy(error, lang)?,
            }
        }
    };
    let errors = Wrong {
        form: form.id,
        values,
        errors: &errors,
    };
    wrong(state, visitor, lang, uri, &code, errors).await
}

pub(super) async fn more(
    State(state): State<ServerState>,
    lang: Lang,
    uri: Uri,
    posted: ProtectedForm<Visitor>,
) -> Result<Response, Problem> {
    act(&state, lang, &uri, &posted, Deed::More).await
}

pub(super) async fn channel(
    State(state): State<ServerState>,
    lang: Lang,
    uri: Uri,
    posted: ProtectedForm<Visitor>,
) -> Result<Response, Problem> {
    act(&state, lang, &uri, &posted, Deed::Channel).await
}

pub(super) async fn take_back(
    State(state): State<ServerState>,
    lang: Lang,
    uri: Uri,
    posted: ProtectedForm<Visitor>,
) -> Result<Response, Problem> {
    act(&state, lang, &uri, &posted, Deed::TakeBack).await
}

#[derive(Template)]
#[template(path = "first_contact_gone.html")]
struct GonePage {
    page: Page,
}
