//! The accessibility statement, open to everybody.

use askama::Template;
use axum::Router;
use axum::routing::get;

use super::i18n::Lang;
use super::layout::{Page, html};

/// The page of the statement.
#[derive(Template)]
#[template(path = "accessibility.html")]
pub(super) struct AccessibilityPage {
    page: Page,
}

impl AccessibilityPage {
    pub(super) fn new(lang: Lang) -> Self {
        Self {
            page: Page::new(lang, lang.t("accessibility-title")).at("/accessibility"),
        }
    }
}

/// The route of the statement.
pub(super) fn routes<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new().route(
        "/accessibility",
        get(|lang: Lang| async move { html(&AccessibilityPage::new(lang)) }),
    )
}
