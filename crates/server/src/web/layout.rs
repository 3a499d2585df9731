//! What every page shows around its own content: title, language switch, who is signed in, where one is.

use askama::Template;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::i18n::{Arg, Lang, t};
use super::parts::Link;
use super::problem::Problem;
use super::{assets, language};

/// Where the quick exit leads: a page that says nothing about why it was opened.
pub const NEUTRAL_SITE: &str = "https://www.wikipedia.org/";

/// The frame of a page.
#[derive(Debug, Clone)]
pub struct Page {
    /// The language of the page.
    pub lang: Lang,
    /// What the page is about: in the browser's title, and for templates that show it as their heading.
    pub title: String,
    /// The page's own address, path and query, to come back to after a change of language; empty where the page has
    /// none that could be opened again.
    pub path: String,
    /// Who is signed in.
    pub user: Option<SignedIn>,
    /// The main places of the signed-in person.
    pub nav: Vec<Link>,
    /// The way from the home page down to the page above this one.
    pub crumbs: Vec<Link>,
    /// A message about what has just been done.
    pub banner: Option<Banner>,
    /// The address of the quick exit, on pages that somebody may need to leave at once.
    pub exit: Option<&'static str>,
    /// Whether the page needs the whole width: tables.
    pub wide: bool,
    /// Whether a form on the page has errors: the title says so first.
    pub has_errors: bool,
}

/// Who is signed in, as every page shows it.
#[derive(Clone)]
pub struct SignedIn {
    /// The person's name, as it stands in the directory.
    pub name: String,
    /// The role they act in, in the page's language.
    pub role: String,
    /// The session's CSRF token, for the button that signs out.
    pub csrf: String,
}

impl std::fmt::Debug for SignedIn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SignedIn(…)")
    }
}

/// A message at the top of the page.
#[derive(Debug, Clone)]
pub struct Banner {
    /// What sort of message it is.
    pub tone: BannerTone,
    /// The message.
    pub text: String,
}

/// What sort of message a banner is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BannerTone {
    /// Something was done.
    Done,
    /// Something to know.
    Info,
    /// Something to look out for.
    Warning,
}

impl Banner {
    /// Something was done.
    #[must_use]
    pub const fn done(text: String) -> Self {
        Self {
            tone: BannerTone::Done,
            text,
        }
    }
    /// Something to know.
    #[must_use]
    pub const fn info(text: String) -> Self {
        Self {
            tone: BannerTone::Info,
            text,
        }
    }
    /// Something to look out for.
    #[must_use]
    pub const fn warning(text: String) -> Self {
        Self {
            tone: BannerTone::Warning,
            text,
        }
    }
    /// The style of the tone.
    #[must_use]
    pub const fn class(&self) -> &'static str {
        match self.tone {
            BannerTone::Done => "done",
            BannerTone::Info => "info",
            BannerTone::Warning => "warning",
        }
    }
    /// The key of the banner's heading.
    #[must_use]
    pub const fn heading(&self) -> &'static str {
        match self.tone {
            BannerTone::Done => "banner-done",
            BannerTone::Info => "banner-info",
            BannerTone::Warning => "banner-warning",
        }
    }
}

impl Page {
    /// A page in that language, about that.
    #[must_use]
    pub fn new(lang: Lang, title: impl Into<String>) -> Self {
        Self {
            lang,
            title: title.into(),
            path: String::new(),
            user: None,
            nav: Vec::new(),
            crumbs: Vec::new(),
            banner: None,
            exit: None,
            wide: false,
            has_errors: false,
        }
    }

    /// The same at its address: path and query.
    #[must_use]
    pub fn at(mut self, path: impl Into<String>) -> Self {
        self.path = path.into();
        self
    }

    /// The same for somebody who is signed in.
    #[must_use]
    pub fn signed_in(mut self, user: SignedIn) -> Self {
        self.user = Some(user);
        self
    }

    /// The same with these main places.
    #[must_use]
    pub fn nav(mut self, nav: Vec<Link>) -> Self {
        self.nav = nav;
        self
    }

    /// The same one step further down from the home page.
    #[must_use]
    pub fn crumb(mut self, label: impl Into<String>, href: impl Into<String>) -> Self {
        self.crumbs.push(Link::new(label, href));
        self
    }

    /// The same with a message at the top.
    #[must_use]
    pub fn banner(mut self, banner: Banner) -> Self {
        self.banner = Some(banner);
        self
    }

    /// The same with a quick exit.
    #[must_use]
    pub const fn quick_exit(mut self) -> Self {
        self.exit = Some(NEUTRAL_SITE);
        self
    }

    /// The same over the whole width.
    #[must_use]
    pub const fn wide(mut self) -> Self {
        self.wide = true;
        self
    }

    /// The message of that key, in the page's language.
    #[must_use]
    pub fn t(&self, key: &str) -> String {
        self.lang.t(key)
    }

    /// The message of that key, with one argument.
    #[must_use]
    pub fn t1(&self, key: &str, name: &'static str, value: impl Into<Arg>) -> String {
        t(self.lang, key, &[(name, value.into())])
    }

    /// The title of the browser's tab: errors first, then the page, then the product.
    #[must_use]
    pub fn head_title(&self) -> String {
        let title = format!("{} – {}", self.title, self.t("product"));
        if self.has_errors {
            self.lang.introduced(&self.t("title-error"), &title)
        } else {
            title
        }
    }

    /// The address of the stylesheet.
    #[must_use]
    pub fn stylesheet(&self) -> &'static str {
        assets::stylesheet()
    }

    /// The address that switches the language and comes back here.
    #[must_use]
    pub fn switch(&self) -> String {
        language::switch(self.lang.other(), &self.path)
    }
}

/// The answer that shows a page.
#[must_use]
pub fn html(page: &impl Template) -> Response {
    html_with(StatusCode::OK, page)
}

/// The answer that shows a page, with a status.
#[must_use]
pub fn html_with(status: StatusCode, page: &impl Template) -> Response {
    match page.render() {
        Ok(text) => (
            status,
            [(header::CONTENT_TYPE, "text/html; charset=utf-8")],
            text,
        )
            .into_response(),
        Err(error) => {
            tracing::error!(%error, "a page could not be drawn");
            Problem::Internal.into_response()
        }
    }
}
