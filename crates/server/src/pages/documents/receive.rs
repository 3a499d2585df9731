//! Adding a document: the form, and the file as it streams in.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use safeconduct_casework::Error;
use safeconduct_casework::document::{Incoming, Label};
use safeconduct_casework::form::{FieldError, Form, Values};
use safeconduct_casework::forms::{self, FormContext};
use safeconduct_domain::act::Kind;
use safeconduct_domain::id::PersonId;

use crate::pages::casefile::Desk;
use crate::pages::frame;
use crate::state::{ServerState, SignedIn, problem};
use crate::web::form_view::FormView;
use crate::web::layout::{Page, html_with};
use crate::web::problem::Problem;
use crate::web::upload::{FilePart, Part, ProtectedUpload};

/// The input that carries the file.
const FILE: &str = "file";
/// The longest file name kept, in characters.
const NAME: usize = 200;

#[derive(Template)]
#[template(path = "act.html")]
struct UploadPage<'a> {
    page: Page,
    caption: String,
    title: String,
    notes: Vec<crate::pages::inset::Inset>,
    form: FormView<'a>,
}

pub(super) async fn show(
    State(state): State<ServerState>,
    me: SignedIn,
    Path(case): Path<String>,
    uri: Uri,
) -> Result<Response, Problem> {
    let desk = Desk::open(&state, &me, &uri, &case, "document").await?;
    let mut values = Values::new();
    let person = uri.query().unwrap_or_default().split('&');
    let person = person
        .filter_map(|part| part.strip_prefix("person="))
        .next();
    if let Some(person) = person {
        values.set("person", desk.person(person)?.id.to_string());
    }
    page(&desk, &values, &[]).await
}

/// What asks for a kind, whom it is about, and the file.
fn form(desk: &Desk<'_>) -> Form {
    let context = FormContext::new(desk.policy(), desk.today, desk.case());
    forms::form(Kind::AddDocument, &context)
}

async fn page(
    desk: &Desk<'_>,
    values: &Values,
    errors: &[FieldError],
) -> Result<Response, Problem> {
    if !desk.may(Kind::AddDocument) {
        return Err(Problem::Unprocessable);
    }
    let (form, tokens) = (form(desk), frame::tokens(desk.me));
    let place = format!("{}/documents", desk.base());
    let view = FormView::new(&form, desk.lang(), format!("{place}/add"), &tokens)
        .values(values)
        .errors(errors)
        .file(FILE)
        .cancel(place.clone())
        .summary_above();
    let title = view.title();
    let mut frame = desk
        .page(&title)
        .await
        .crumb(desk.t("documents-title"), place);
    frame.has_errors = view.has_errors();
    let status = if errors.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let shown = UploadPage {
        page: frame,
        caption: desk.t1("case-caption", "reference", desk.reference()),
        title,
        notes: Vec::new(),
        form: view,
    };
    Ok(html_with(status, &shown))
}

/// What came of a file.
enum Taken {
    /// Nothing was chosen.
    Nothing,
    /// It is sealed and waits to be kept.
    Whole(Box<Incoming>, String),
    /// It cannot be taken: what is said of it.
    Refused(FieldError),
}

pub(super) async fn take(
    State(state): State<ServerState>,
    Path(case): Path<String>,
    uri: Uri,
    mut upload: ProtectedUpload<SignedIn>,
) -> Result<Response, Response> {
    let me = upload.session().clone();
    let open = Desk::open(&state, &me, &uri, &case, "document").await;
    let desk = open.map_err(IntoResponse::into_response)?;
    let mut values = Values::new();
    let mut taken = Taken::Nothing;
    while let Some(part) = upload.next().await.map_err(IntoResponse::into_response)? {
        match part {
            Part::Text { name, value } => values.push(name, value),
            Part::File(file) => {
                let wanted = form(&desk).read(&values).is_ok() && file.name() == FILE;
                taken = receive(&desk, file, wanted)
                    .await
                    .map_err(IntoResponse::into_response)?;
            }
        }
    }
    let once = upload.once().to_owned();
    let answer = keep(&desk, &values, taken, &once).await;
    answer.map_err(IntoResponse::into_response)
}

/// Takes a file in, or only listens to its end when it cannot be kept.
async fn receive(desk: &Desk<'_>, mut file: FilePart<'_>, wanted: bool) -> Result<Taken, Problem> {
    let name = shortened(file.file_name());
    let mut incoming = None;
    let mut refused = None;
    let mut any = false;
    while let Some(piece) = file.chunk().await? {
        any |= !piece.is_empty();
        if !wanted || refused.is_some() {
            continue;
        }
        if incoming.is_none() {
            let begun = desk.state.app.receive(&desk.me.session, desk.view.id).await;
            incoming = Some(begun.map_err(|error| problem(&error))?);
        }
        if let Some(open) = incoming.as_mut()
            && let Err(error) = open.push(&piece).await
        {
            refused = Some(words(desk, error)?);
        }
    }
    if let Some(error) = refused {
        abandon(incoming).await;
        return Ok(Taken::Refused(error));
    }
    if !any && !name.is_empty() && wanted {
        return Ok(Taken::Refused(FieldError::new(FILE, "empty-file")));
    }
    match incoming {
        Some(incoming) => Ok(Taken::Whole(Box::new(incoming), name)),
        None => Ok(Taken::Nothing),
    }
}

async fn abandon(incoming: Option<Incoming>) {
    if let Some(incoming) = incoming
        && let Err(error) = incoming.abandon().await
    {
        tracing::warn!(%error, "a file that was given up could not be cleared away");
    }
}

/// What the form says of a file that was refused.
fn words(desk: &Desk<'_>, error: Error) -> Result<FieldError, Problem> {
    let Error::Refused(refused) = error else {
        return Err(problem(&error));
    };
    Ok(FieldError::new(FILE, "refused").with("text", desk.refused(&refused)))
}

async fn keep(
    desk: &Desk<'_>,
    values: &Values,
    taken: Taken,
    once: &str,
) -> Result<Response, Problem> {
    let form = form(desk);
    let mut errors = form.read(values).err().unwrap_or_default();
    let (incoming, name) = match taken {
        Taken::Whole(incoming, name) if errors.is_empty() => (incoming, name),
        Taken::Whole(incoming, _) => {
            abandon(Some(*incoming)).await;
            return page(desk, values, &errors).await;
        }
        Taken::Refused(error) => {
            errors.push(error);
            return page(desk, values, &errors).await;
        }
        Taken::Nothing => {
            errors.push(FieldError::new(FILE, "required-file"));
            return page(desk, values, &errors).await;
        }
    };
    let person: Option<PersonId> = values.first("person").parse().ok();
    let label = Label {
        name,
        kind: values.first("kind").to_owned(),
        person,
    };
    let app = &desk.state.app;
    let once = app.once(&desk.me.session, once);
    let place = format!("{}/documents", desk.base());
    match app.keep(*incoming, label, Some(once)).await {
        Ok(_) => Ok(frame::done(&place, Kind::AddDocument.name())),
        Err(Error::Repeated(_)) => Ok(frame::done(&place, "repeated")),
        Err(Error::Fields(errors)) => page(desk, values, &errors).await,
        Err(error) => {
            let error = words(desk, error)?;
            page(desk, values, &[error]).await
        }
    }
}

/// A file name without what could mislead: hidden characters, marks that reorder letters, a path.
pub(in crate::pages) fn shortened(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let plain = |c: &char| {
        !c.is_control()
            && !matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{fffd}')
    };
    last.chars()
        .filter(plain)
        .take(NAME)
        .collect::<String>()
        .trim()
        .to_owned()
}
