//! What was typed before a session ended, given back after signing in again.
//!
//! A form posted without a session is answered by the problem page, which carries what was typed as hidden inputs:
//! [`ACTION`] says where it was going, every other begins with [`TYPED`]. They travel in bodies of requests only, from
//! that page through the sign-in form, and nothing of them is shown before somebody has signed in.
//!
//! How the sign-in page takes part:
//! * posted without a user name at all, it shows its form with the inputs of [`Resume::hidden`];
//! * whenever it shows its form again, it carries them on;
//! * on success it answers with [`Resume::page`] and the new session's cookie instead of a redirect.

use askama::Template;
use axum::http::Uri;
use axum::response::Response;
use safeconduct_casework::form::Values;

use super::{act, frame};
use crate::state::{ServerState, SignedIn};
use crate::web::form_view::Tokens;
use crate::web::layout::{Banner, Page, html};
use crate::web::problem::{KEEP, Problem, given_back};

/// The hidden input that says where the form was going: a path of ours with its query.
pub const ACTION: &str = "resume-action";
/// How the names of the hidden inputs begin that hold what was typed.
pub const TYPED: &str = "resume-f-";

/// What was typed before the session ended.
#[derive(Debug, Clone)]
pub struct Resume {
    action: String,
    typed: Values,
}

impl Resume {
    /// What was going to `action`, if that is a place of ours and something was typed.
    #[must_use]
    pub fn new(action: &str, typed: Values) -> Option<Self> {
        let ours = action.starts_with('/')
            && !action.starts_with("//")
            && !action.contains('\\')
            && action.parse::<Uri>().is_ok();
        let kept = !typed.first(KEEP).is_empty();
        (ours && kept).then(|| Self {
            action: action.to_owned(),
            typed,
        })
    }

    /// What the sign-in form carried.
    #[must_use]
    pub fn of(posted: &Values) -> Option<Self> {
        let typed = posted.iter().filter_map(|(name, values)| {
            let name = name.strip_prefix(TYPED)?;
            Some(values.iter().map(move |value| (name, value.as_str())))
        });
        Self::new(posted.first(ACTION), typed.flatten().collect())
    }

    /// The hidden inputs that carry it on, name and value.
    #[must_use]
    pub fn hidden(&self) -> Vec<(String, String)> {
        let typed = self.typed.iter().flat_map(|(name, values)| {
            values
                .iter()
                .map(move |value| (format!("{TYPED}{name}"), value.clone()))
        });
        std::iter::once((ACTION.to_owned(), self.action.clone()))
            .chain(typed)
            .collect()
    }

    /// The page after signing in: the form with everything typed in it. Nothing has been sent.
    ///
    /// # Errors
    /// The problem page of a form that is not, or no longer, this person's.
    pub async fn page(self, state: &ServerState, me: &SignedIn) -> Result<Response, Problem> {
        let uri: Uri = self.action.parse().map_err(|_| Problem::BadRequest)?;
        if let Some(shown) = act::resumed(state, me, &uri, &self.typed).await {
            return shown;
        }
        let page = frame::frame(me, state, &uri, me.lang.t("resume-title")).await;
        Ok(html(&Again {
            page: page.banner(Banner::info(me.lang.t("resume-banner"))),
            kept: given_back(&self.typed, me.lang),
            tokens: frame::tokens(me),
            hidden: sent_again(&self.typed),
            action: self.action,
        }))
    }
}

/// A form of another page, ready to be sent as it was.
#[derive(Template)]
#[template(path = "resume.html")]
struct Again {
    page: Page,
    action: String,
    tokens: Tokens,
    hidden: Vec<(String, String)>,
    kept: Vec<(String, String)>,
}

fn sent_again(typed: &Values) -> Vec<(String, String)> {
    let all = typed.iter().flat_map(|(name, values)| {
        values
            .iter()
            .map(move |value| (name.to_owned(), value.clone()))
    });
    all.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed() -> Values {
        [
            (KEEP, "record-risk"),
            ("description", "a\nb"),
            ("who", "x"),
            ("who", "y"),
        ]
        .into_iter()
        .collect()
    }

    #[test]
    fn what_was_typed_travels_in_hidden_inputs_and_comes_back() {
        let resume = Resume::new("/cases/ab/do/record-risk?person=1", typed()).unwrap();
        let carried: Values = resume.hidden().into_iter().collect();
        assert!(carried.iter().all(|(name, _)| name.starts_with("resume-")));
        let back = Resume::of(&carried).unwrap();
        assert_eq!((back.action, back.typed), (resume.action, typed()));
    }

    #[test]
    fn only_places_of_ours_and_only_forms_that_may_be_kept() {
        for elsewhere in [
            "",
            "//evil.example/x",
            "https://evil.example/",
            "x",
            "/\\evil.example",
        ] {
            assert!(Resume::new(elsewhere, typed()).is_none(), "{elsewhere}");
        }
        assert!(Resume::new("/x", Values::new()).is_none());
        assert!(Resume::of(&Values::new()).is_none());
    }
}
