//! A file from somebody without an account: sealed as it arrives.

use axum::extract::State;
use axum::http::Uri;
use axum::response::{IntoResponse, Response};
use safeconduct_casework::Error;
use safeconduct_casework::first_contact::{Enclosing, ReceiptCode};
use safeconduct_casework::form::{FieldError, Values};

use super::thread::{self, FILE, Wrong, code_of};
use crate::pages::documents::shortened;
use crate::pages::visitor::Visitor;
use crate::state::{ServerState, problem};
use crate::web::i18n::Lang;
use crate::web::problem::Problem;
use crate::web::upload::{FilePart, Part, ProtectedUpload};

/// What came of a file.
enum Taken {
    Nothing,
    Whole(Box<Enclosing>, String),
    Refused(FieldError),
}

pub(super) async fn take(
    State(state): State<ServerState>,
    lang: Lang,
    uri: Uri,
    mut upload: ProtectedUpload<Visitor>,
) -> Result<Response, Response> {
    let visitor = upload.session().clone();
    let mut values = Values::new();
    let mut taken = Taken::Nothing;
    // the form sends its code before the file
    while let Some(part) = upload.next().await.map_err(IntoResponse::into_response)? {
        match part {
            Part::Text { name, value } => values.push(name, value),
            Part::File(file) => {
                let code = code_of(&visitor, lang, &uri, &values).map_err(|again| *again)?;
                let received = receive(&state, lang, &code, file).await;
                taken = received.map_err(IntoResponse::into_response)?;
            }
        }
    }
    let code = code_of(&visitor, lang, &uri, &values).map_err(|again| *again)?;
    let once = upload.once().to_owned();
    let error = match taken {
        Taken::Nothing => FieldError::new(FILE, "no-file"),
        Taken::Refused(error) => error,
        Taken::Whole(incoming, name) => {
            match state.app.enclosed_as(*incoming, &name, &once).await {
                Ok(()) => {
                    let done = Some("first-contact-file");
                    let page = thread::page(&state, &visitor, lang, &uri, &code, done).await;
                    return page.map_err(IntoResponse::into_response);
                }
                Err(error) => words(lang, error).map_err(IntoResponse::into_response)?,
            }
        }
    };
    let wrong = Wrong {
        form: "first-contact-file",
        values: &values,
        errors: &[error],
    };
    let page = thread::wrong(&state, &visitor, lang, &uri, &code, wrong).await;
    page.map_err(IntoResponse::into_response)
}

async fn receive(
    state: &ServerState,
    lang: Lang,
    code: &ReceiptCode,
    mut file: FilePart<'_>,
) -> Result<Taken, Problem> {
    let name = shortened(file.file_name());
    let mut incoming: Option<Enclosing> = None;
    let mut refused = None;
    while let Some(piece) = file.chunk().await? {
        if piece.is_empty() || refused.is_some() {
            continue;
        }
        let taking = match incoming.as_mut() {
            Some(open) => open.push(&piece).await,
            None => match state.app.enclose(code).await {
                Ok(begun) => incoming.insert(begun).push(&piece).await,
                Err(error) => Err(error),
            },
        };
        if let Err(error) = taking {
            refused = Some(words(lang, error)?);
        }
    }
    match (refused, incoming) {
        (Some(error), incoming) => {
            if let Some(incoming) = incoming {
                let abandoned = incoming.abandon().await;
                abandoned.map_err(|error| problem(&error))?;
            }
            Ok(Taken::Refused(error))
        }
        (None, Some(incoming)) => Ok(Taken::Whole(Box::new(incoming), name)),
        (None, None) if name.is_empty() => Ok(Taken::Nothing),
        (None, None) => Ok(Taken::Refused(FieldError::new(FILE, "empty-file"))),
    }
}

/// What the form says of a file that was refused.
fn words(lang: Lang, error: Error) -> Result<FieldError, Problem> {
    match error {
        Error::Refused(why) => {
            Ok(FieldError::new(FILE, "refused").with("text", lang.refused(&why)))
        }
        error => Err(problem(&error)),
    }
}
