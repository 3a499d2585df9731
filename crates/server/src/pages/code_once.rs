//! The code of an invitation, shown once: to the one who made it, never again.

use askama::Template;
use axum::response::Response;

use crate::web::layout::{Page, html};

/// Whose code it is, and where to go from there.
#[derive(Debug)]
pub(super) struct CodeFor {
    pub(super) name: String,
    pub(super) back: &'static str,
}

#[derive(Template)]
#[template(path = "code-once.html")]
struct CodePage {
    page: Page,
    code: String,
    about: CodeFor,
}

/// The page with the code.
pub(super) fn page(mut page: Page, code: String, about: CodeFor) -> Response {
    page.title = page.t1("code-once-title", "name", about.name.clone());
    // it cannot be opened again: a change of language leads back to the list
    page.path = about.back.to_owned();
    html(&CodePage { page, code, about })
}
