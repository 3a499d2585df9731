//! Draws any [`Form`]: labels, hints, the provision behind a question, errors in place and in a summary that leads to
//! them. Put one in a page with `{{ form }}`, or answer with a [`FormPage`], a page that is one form.
//!
//! Words come from the locale files: `form-{form}-title`, `-intro` (optional), `-submit`; for each field
//! `form-{form}-{field}`, `-hint` (optional), `-section` (optional: a heading before the field), and
//! `-error-{code}` (optional: a message of its own, a whole sentence) before the general `error-{code}`.

mod answers;
mod inputs;
#[cfg(test)]
mod tests;
mod words;

use askama::Template;
use askama::filters::HtmlSafe;
use axum::http::StatusCode;
use axum::response::Response;
use safeconduct_casework::form::{FieldError, Form, Kind, Values};

pub use answers::answers;
use inputs::{FieldView, Widget};

use super::i18n::{Lang, has};
use super::layout::{Page, html_with};
use super::parts::Link;
use super::problem::KEEP;

/// The two texts every posted form carries.
#[derive(Clone)]
pub struct Tokens {
    /// The session's token.
    pub csrf: String,
    /// A random text, new with every page: 8 to 64 letters, figures, `-` or `_`.
    pub once: String,
}

impl std::fmt::Debug for Tokens {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Tokens(…)")
    }
}

/// A form on its way into a page.
#[derive(Clone, Template)]
#[template(path = "_form.html")]
pub struct FormView<'a> {
    form: &'a Form,
    lang: Lang,
    action: String,
    tokens: &'a Tokens,
    values: Values,
    errors: Vec<FieldError>,
    submit: Option<String>,
    hidden: Vec<(String, String)>,
    buttons: Vec<(String, String, String)>,
    cancel: Option<Link>,
    autocomplete: Vec<(&'static str, &'static str)>,
    multipart: bool,
    file: Option<&'static str>,
    warning: bool,
    heading: bool,
    summary: bool,
    lists: bool,
}

impl HtmlSafe for FormView<'_> {}

impl std::fmt::Debug for FormView<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "FormView({})", self.form.id)
    }
}

impl<'a> FormView<'a> {
    /// An empty form that is posted to `action`.
    #[must_use]
    pub fn new(form: &'a Form, lang: Lang, action: impl Into<String>, tokens: &'a Tokens) -> Self {
        Self {
            form,
            lang,
            action: action.into(),
            tokens,
            values: Values::new(),
            errors: Vec::new(),
            submit: None,
            hidden: Vec::new(),
            buttons: Vec::new(),
            cancel: None,
            autocomplete: Vec::new(),
            multipart: false,
            file: None,
            warning: false,
            heading: false,
            summary: true,
            lists: true,
        }
    }

    /// The same showing these values: as posted, or from [`Form::fill`].
    #[must_use]
    pub fn values(mut self, values: &Values) -> Self {
        self.values = values.clone();
        self
    }

    /// The same with these errors.
    #[must_use]
    pub fn errors(mut self, errors: &[FieldError]) -> Self {
        self.errors = errors.to_vec();
        self
    }

    /// The same with another text on its button: a Fluent key.
    #[must_use]
    pub fn submit(mut self, key: &str) -> Self {
        self.submit = Some(self.lang.t(key));
        self
    }

    /// The same with one more hidden value.
    #[must_use]
    pub fn hide(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.hidden.push((name.into(), value.into()));
        self
    }

    /// The same with a second button, which posts `name=value` with the form: "Save and finish later".
    #[must_use]
    pub fn button(mut self, name: &str, value: &str, key: &str) -> Self {
        self.buttons
            .push((name.to_owned(), value.to_owned(), self.lang.t(key)));
        self
    }

    /// The same with a way out that sends nothing.
    #[must_use]
    pub fn cancel(mut self, href: impl Into<String>) -> Self {
        self.cancel = Some(Link::new(self.lang.t("form-cancel"), href));
        self
    }

    /// The same telling the browser what a field is for, such as `username` or `one-time-code`.
    #[must_use]
    pub fn autocomplete(mut self, field: &'static str, token: &'static str) -> Self {
        self.autocomplete.push((field, token));
        self
    }

    /// The same posted as `multipart/form-data`.
    #[must_use]
    pub const fn multipart(mut self) -> Self {
        self.multipart = true;
        self
    }

    /// The same with a button that warns: for what cannot be undone.
    #[must_use]
    pub const fn warning(mut self) -> Self {
        self.warning = true;
        self
    }

    /// The same under its title, as one of several things on a page.
    #[must_use]
    pub const fn heading(mut self) -> Self {
        self.heading = true;
        self
    }

    /// The same without the lists of countries and languages, for the second form of a page.
    #[must_use]
    pub const fn without_lists(mut self) -> Self {
        self.lists = false;
        self
    }

    /// The same without its list of errors: the page shows it above its heading.
    #[must_use]
    pub const fn summary_above(mut self) -> Self {
        self.summary = false;
        self
    }

    /// The same with a box for one file after its fields: `form-{form}-{name}` is its label, with its hint. The form is
    /// posted in parts, the file last.
    #[must_use]
    pub const fn file(mut self, name: &'static str) -> Self {
        self.file = Some(name);
        self.multipart = true;
        self
    }

    /// Whether there is something to mend.
    #[must_use]
    pub const fn has_errors(&self) -> bool {
        !self.errors.is_empty()
    }

    /// The form's title.
    #[must_use]
    pub fn title(&self) -> String {
        self.lang.t(&format!("form-{}-title", self.form.id))
    }

    fn intro(&self) -> Option<String> {
        let key = format!("form-{}-intro", self.form.id);
        has(self.lang, &key).then(|| self.lang.t(&key))
    }

    fn submit_text(&self) -> String {
        self.submit
            .clone()
            .unwrap_or_else(|| self.lang.t(&format!("form-{}-submit", self.form.id)))
    }

    /// Whether what was typed may be given back on an error page: not where a secret was typed.
    fn keeps(&self) -> Option<(&'static str, &'static str)> {
        (!self.has_secret()).then_some((KEEP, self.form.id))
    }

    fn has_secret(&self) -> bool {
        self.form
            .fields
            .iter()
            .any(|field| matches!(field.kind, Kind::Secret))
    }

    fn fields(&self) -> Vec<FieldView> {
        self.form
            .fields
            .iter()
            .map(|field| FieldView::new(self, field))
            .collect()
    }

    /// The list of what is to mend, for a page that shows it above its heading; see [`FormView::summary_above`].
    #[must_use]
    pub fn error_summary(&self) -> ErrorSummary {
        ErrorSummary {
            lang: self.lang,
            secret: self.has_secret(),
            items: self
                .errors
                .iter()
                .map(|error| words::summary_item(self, error))
                .collect(),
        }
    }

    /// A word of the file's own.
    fn file_words(&self, name: &str, part: &str) -> String {
        self.lang.t(&format!("form-{}-{name}{part}", self.form.id))
    }

    /// The error that stands against the file.
    fn file_error(&self, name: &str) -> Option<String> {
        let wrong = self.errors.iter().find(|error| error.field == name);
        wrong.map(|wrong| words::error(self.lang, self.form.id, wrong).0)
    }

    fn lists_shown(&self) -> Vec<DataList> {
        if !self.lists {
            return Vec::new();
        }
        let any =
            |wanted: fn(&Kind) -> bool| self.form.fields.iter().any(|field| wanted(&field.kind));
        let mut lists = Vec::new();
        if any(|kind| matches!(kind, Kind::Country | Kind::Countries { .. })) {
            lists.push(DataList {
                id: inputs::COUNTRIES,
                names: inputs::country_names(self.lang),
            });
        }
        if any(|kind| matches!(kind, Kind::Language | Kind::Languages { .. })) {
            lists.push(DataList {
                id: inputs::LANGUAGES,
                names: inputs::language_names(self.lang),
            });
        }
        lists
    }
}

/// Suggestions for an input, shared by all the inputs of a page.
struct DataList {
    id: &'static str,
    names: Vec<String>,
}

/// The list of what is to mend, at the top of the page, each entry leading to its field.
#[derive(Debug, Clone, Template)]
#[template(path = "_error_summary.html")]
pub struct ErrorSummary {
    lang: Lang,
    secret: bool,
    items: Vec<(Option<String>, String)>,
}

impl HtmlSafe for ErrorSummary {}

/// A page that is one form.
#[derive(Template)]
#[template(path = "form.html")]
pub struct FormPage<'a> {
    page: Page,
    form: FormView<'a>,
}

impl<'a> FormPage<'a> {
    /// The form in its frame. The page takes its title from the form unless it has one.
    #[must_use]
    pub fn new(mut page: Page, mut form: FormView<'a>) -> Self {
        form.summary = false;
        page.has_errors = form.has_errors();
        if page.title.is_empty() {
            page.title = form.title();
        }
        Self { page, form }
    }

    /// The answer: 422 if there is something to mend, 200 otherwise.
    #[must_use]
    pub fn response(&self) -> Response {
        let status = if self.form.has_errors() {
            StatusCode::UNPROCESSABLE_ENTITY
        } else {
            StatusCode::OK
        };
        html_with(status, self)
    }
}
