//! The frame of a page for somebody signed in: who they are, their main places, what waits, what was just done.
//!
//! Also what every page with a form needs: tokens, the answer after a success, and how a use case that did not happen
//! is shown on the form.

use axum::http::{StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use safeconduct_casework::Error;
use safeconduct_casework::first_contact::reads_first_contacts;
use safeconduct_casework::form::FieldError;
use safeconduct_casework::session::Session;
use safeconduct_domain::access::Role;
use safeconduct_domain::directory::Purpose;
use safeconduct_domain::first_contact;
use safeconduct_vault::random;

use crate::state::{ServerState, SignedIn, problem};
use crate::web::form_view::{FormView, Tokens};
use crate::web::i18n::{Lang, has, t};
use crate::web::layout::{self, Banner, Page};
use crate::web::parts::Link;
use crate::web::problem::Problem;

/// The name of the query's part that says what was just done.
const DONE: &str = "done";

/// The frame of a page at `uri` about `title`, with the main places of whoever is signed in.
pub async fn frame(
    me: &SignedIn,
    state: &ServerState,
    uri: &Uri,
    title: impl Into<String>,
) -> Page {
    let session = &me.session;
    let mut page = Page::new(me.lang, title)
        .at(come_back_to(uri))
        .signed_in(layout::SignedIn {
            name: session.name.clone(),
            role: role(session, me.lang),
            csrf: session.csrf(),
        })
        .nav(nav(me, state, uri.path()).await);
    page.banner = banner(uri, me.lang);
    if is_partner(session) {
        page = page.quick_exit();
    }
    page
}

/// The frame of a page for somebody who is not signed in.
#[must_use]
pub fn outside(lang: Lang, uri: &Uri, title: impl Into<String>) -> Page {
    let mut page = Page::new(lang, title).at(come_back_to(uri));
    page.banner = banner(uri, lang);
    page
}

/// The tokens of a form of this session: its own, and a fresh one that makes sending twice the same as sending once.
#[must_use]
pub fn tokens(me: &SignedIn) -> Tokens {
    Tokens {
        csrf: me.session.csrf(),
        once: once(),
    }
}

/// A fresh random text of 32 letters and figures.
#[must_use]
pub fn once() -> String {
    hex::encode(random::fresh_id())
}

/// The answer after a success: back to a page, which says what was done: `done-{code}`, or the name of an event.
#[must_use]
pub fn done(to: &str, code: &str) -> Response {
    let joint = if to.contains('?') { '&' } else { '?' };
    see_other(&format!("{to}{joint}{DONE}={code}"))
}

/// The answer that sends to another page of ours.
#[must_use]
pub fn see_other(to: &str) -> Response {
    (StatusCode::SEE_OTHER, [(header::LOCATION, to.to_owned())]).into_response()
}

/// What a form shows when its use case did not happen: a refusal with its rule and citation, or errors field by field.
///
/// # Errors
/// The problem page, for everything a form cannot mend.
pub fn unhappy(error: Error, lang: Lang) -> Result<Vec<FieldError>, Problem> {
    match error {
        Error::Refused(refused) => Ok(vec![
            FieldError::new("", "refused").with("text", lang.refused(&refused)),
        ]),
        Error::Fields(fields) => Ok(fields),
        Error::SignInFailed => Ok(vec![FieldError::new("", "step-up")]),
        other => Err(problem(&other)),
    }
}

/// 422 for a form with something to mend, 200 otherwise.
#[must_use]
pub const fn status(form: &FormView<'_>) -> StatusCode {
    if form.has_errors() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    }
}

/// The role somebody acts in, and the group they act for.
fn role(session: &Session, lang: Lang) -> String {
    let role = session.role().map(|role| lang.role(role));
    let team = session.team.as_ref().map(|team| team.name.clone());
    [role, team]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(", ")
}

impl Lang {
    /// The name of a role.
    #[must_use]
    pub fn role(self, role: Role) -> String {
        self.t(&format!("role-{}", role.code()))
    }

    /// The names of several roles, one after the other; the key officer's comes last.
    #[must_use]
    pub fn roles(self, roles: &[Role]) -> String {
        let (officer, others): (Vec<Role>, Vec<Role>) = roles
            .iter()
            .copied()
            .partition(|role| *role == Role::KeyOfficer);
        let named = others
            .into_iter()
            .chain(officer)
            .map(|role| self.role(role));
        named.collect::<Vec<_>>().join(", ")
    }
}

fn is_partner(session: &Session) -> bool {
    let team = session.team.as_ref();
    team.is_some_and(|team| team.purpose == Purpose::Partner)
        || session.has(Role::Caseworker)
        || session.has(Role::Supervisor)
}

/// Whether somebody works on cases: they have a work list and notices.
#[must_use]
pub fn works_on_cases(session: &Session) -> bool {
    let held = session.team.as_ref();
    held.is_some_and(|team| team.purpose.party().is_some())
        && session.role().is_some_and(|role| role != Role::KeyOfficer)
}

/// How many newcomers and lost passphrases wait for this person.
pub async fn keys_waiting(me: &SignedIn, state: &ServerState) -> usize {
    let session = &me.session;
    let mut waiting = 0;
    if session.has(Role::KeyOfficer) {
        if let Ok(candidates) = state.app.to_certify(session).await {
            waiting += candidates.iter().filter(|c| !c.signed_by_me).count();
        }
        if let Ok((asked, _)) = state.app.regrants(session).await {
            waiting += asked.iter().filter(|a| !a.asked_by_me).count();
        }
    }
    if session.team.is_some()
        && let Ok(newcomers) = state.app.to_admit(session).await
    {
        waiting += newcomers.len();
    }
    waiting
}

async fn nav(me: &SignedIn, state: &ServerState, path: &str) -> Vec<Link> {
    let (session, lang) = (&me.session, me.lang);
    let counted = |key: &str, count: u64| {
        let label = lang.t(key);
        if count == 0 {
            return label;
        }
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        t(
            lang,
            "nav-count",
            &[("label", label.into()), ("count", count.into())],
        )
    };
    let mut places = Vec::new();
    if works_on_cases(session) {
        places.push((lang.t("nav-work"), "/cases"));
        let unread = state.app.notices_waiting(session).await.unwrap_or(0);
        places.push((counted("nav-notices", unread), "/notices"));
    }
    if reads_first_contacts(session) && takes(state, session) {
        places.push((lang.t("nav-first-contacts"), "/first-contacts"));
    }
    if session.has(Role::Planner) {
        places.push((lang.t("nav-tracking"), "/tracking"));
    }
    if session.has(Role::Auditor) {
        places.push((lang.t("nav-audit"), "/audit"));
    }
    if session.has(Role::Administrator) || session.has(Role::Auditor) {
        places.push((lang.t("nav-administration"), "/administration"));
    }
    let waiting = keys_waiting(me, state).await;
    if session.has(Role::KeyOfficer) || waiting > 0 {
        let waiting = u64::try_from(waiting).unwrap_or(u64::MAX);
        places.push((counted("nav-keys", waiting), "/keys"));
    }
    places.push((lang.t("nav-account"), "/account"));
    places
        .into_iter()
        .map(|(label, href)| Link::new(label, href).current_if(is_under(path, href)))
        .collect()
}

/// Whether the session's partner takes first contacts here.
fn takes(state: &ServerState, session: &Session) -> bool {
    let (policy, today) = (state.app.policy(), state.app.today());
    first_contact::takes(policy, &session.organisation_code, today)
}

/// Whether a page belongs to one of the main places.
fn is_under(path: &str, place: &str) -> bool {
    path.strip_prefix(place)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// The page's own address without what was just done, to come back to after a change of language.
fn come_back_to(uri: &Uri) -> String {
    let kept: Vec<&str> = uri
        .query()
        .unwrap_or_default()
        .split('&')
        .filter(|part| !part.is_empty() && name(part) != DONE)
        .collect();
    if kept.is_empty() {
        uri.path().to_owned()
    } else {
        format!("{}?{}", uri.path(), kept.join("&"))
    }
}

fn name(part: &str) -> &str {
    part.split_once('=').map_or(part, |(name, _)| name)
}

/// What was just done, if the address says so in a word we know.
fn banner(uri: &Uri, lang: Lang) -> Option<Banner> {
    let parts = uri.query()?.split('&');
    let code = parts
        .filter_map(|part| part.split_once('='))
        .find_map(|(name, code)| (name == DONE).then_some(code))?;
    let known = code
        .bytes()
        .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    if !known || code.len() > 60 {
        return None;
    }
    if code == "repeated" {
        return Some(Banner::info(lang.t("done-repeated")));
    }
    ["done", "event"]
        .map(|kind| format!("{kind}-{code}"))
        .into_iter()
        .find(|key| has(lang, key))
        .map(|key| Banner::done(lang.t(&key)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn uri(text: &str) -> Uri {
        text.parse().unwrap()
    }

    #[test]
    fn what_was_done_is_said_once_and_only_in_our_own_words() {
        assert_eq!(
            come_back_to(&uri("/work?page=2&done=submitted")),
            "/work?page=2"
        );
        assert_eq!(come_back_to(&uri("/work?done=submitted")), "/work");
        assert_eq!(come_back_to(&uri("/work")), "/work");
        let said = |text: &str| banner(&uri(text), Lang::En).map(|b| b.text);
        assert_eq!(
            said("/work?done=person-added").as_deref(),
            Some("Person added")
        );
        assert!(said("/work?done=repeated").is_some());
        for strange in [
            "/work",
            "/work?done=",
            "/work?done=x<y",
            "/work?done=nothing-of-ours",
            "/work?page=1",
        ] {
            assert_eq!(said(&strange.replace('<', "%3C")), None, "{strange}");
        }
    }

    #[test]
    fn a_page_is_under_its_place() {
        assert!(is_under("/keys/ab/certify", "/keys"));
        assert!(is_under("/cases/ab", "/cases"));
        assert!(!is_under("/casework", "/cases"));
        assert!(!is_under("/audit", "/cases"));
    }

    #[test]
    fn an_answer_after_a_success_carries_its_word() {
        let to = |response: Response| {
            response.headers()[header::LOCATION]
                .to_str()
                .unwrap()
                .to_owned()
        };
        assert_eq!(to(done("/work", "a")), "/work?done=a");
        assert_eq!(to(done("/work?page=2", "a")), "/work?page=2&done=a");
    }
}
