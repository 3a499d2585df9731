//! The partner's list of first contacts: who waits, and declining several at once.

use askama::Template;
use axum::extract::State;
use axum::http::{StatusCode, Uri};
use axum::response::Response;
use safeconduct_casework::Error;
use safeconduct_casework::first_contact::Thread;
use safeconduct_casework::form::Values;
use safeconduct_domain::first_contact::State as How;
use safeconduct_domain::id::CourierId;
use safeconduct_domain::policy::List;

use crate::pages::frame::{done, frame, tokens};
use crate::state::{ServerState, SignedIn, problem};
use crate::web::form_view::Tokens;
use crate::web::i18n::Lang;
use crate::web::layout::{Page, html_with};
use crate::web::parts::{Tag, Tone};
use crate::web::problem::Problem;
use crate::web::protected::ProtectedForm;

/// How much of what somebody wrote stands in the list, in characters.
const BEGINNING: usize = 160;

struct Item {
    id: String,
    title: String,
    beginning: String,
    when: String,
    tag: Tag,
    chosen: bool,
}

struct Reason {
    id: String,
    text: String,
    told: String,
    chosen: bool,
}

#[derive(Template)]
#[template(path = "first_contacts.html")]
struct ListPage {
    page: Page,
    items: Vec<Item>,
    reasons: Vec<Reason>,
    errors: Vec<(String, String)>,
    tokens: Tokens,
}

/// The tag of how far a thread is.
pub(super) fn tag(lang: Lang, how: How) -> Tag {
    let (key, tone) = match how {
        How::Waits => ("first-contact-waits", Tone::Waiting),
        How::Answered => ("first-contact-told-back", Tone::Neutral),
        How::TakenUp => ("first-contact-begun", Tone::Done),
        How::Declined => ("first-contact-declined", Tone::Neutral),
    };
    Tag::new(lang.t(key), tone)
}

fn item(lang: Lang, thread: &Thread, chosen: &[String]) -> Item {
    let id = thread.id.to_string();
    let told = thread.told();
    let name = told.and_then(|t| t.name.clone());
    let left = told.map_or_else(String::new, |t| lang.country(&t.left));
    let now = told.map_or_else(String::new, |t| lang.country(&t.country));
    let work = told.map_or("", |t| t.work.as_str());
    let mut beginning: String = work.chars().take(BEGINNING).collect();
    if work.chars().nth(BEGINNING).is_some() {
        beginning.push('…');
    }
    Item {
        title: format!(
            "{} – {left} → {now}",
            name.unwrap_or_else(|| lang.t("first-contact-nameless"))
        ),
        beginning,
        when: (thread.messages.first()).map_or_else(String::new, |m| lang.date(m.on)),
        tag: tag(lang, thread.state()),
        chosen: chosen.contains(&id),
        id,
    }
}

async fn page(
    state: &ServerState,
    me: &SignedIn,
    uri: &Uri,
    values: &Values,
    errors: Vec<(String, String)>,
) -> Result<Response, Problem> {
    let lang = me.lang;
    let threads = state.app.first_contacts(&me.session).await;
    let threads = threads.map_err(|error| problem(&error))?;
    let chosen = values.all("contact");
    let reasons = state
        .app
        .policy()
        .list(List::FirstContactDecline, state.app.today());
    let reasons = reasons.into_iter().map(|named| Reason {
        id: named.id.clone(),
        text: lang.text(&named.text).to_owned(),
        told: named
            .hint
            .as_ref()
            .map_or_else(String::new, |h| lang.text(h).to_owned()),
        chosen: values.first("reason") == named.id,
    });
    let mut frame = frame(me, state, uri, lang.t("first-contacts-title")).await;
    frame.has_errors = !errors.is_empty();
    let status = match errors.is_empty() {
        true => StatusCode::OK,
        false => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let page = ListPage {
        items: threads.iter().map(|t| item(lang, t, chosen)).collect(),
        reasons: reasons.collect(),
        page: frame,
        errors,
        tokens: tokens(me),
    };
    Ok(html_with(status, &page))
}

pub(super) async fn show(
    State(state): State<ServerState>,
    me: SignedIn,
    uri: Uri,
) -> Result<Response, Problem> {
    page(&state, &me, &uri, &Values::new(), Vec::new()).await
}

pub(super) async fn decline(
    State(state): State<ServerState>,
    uri: Uri,
    posted: ProtectedForm<SignedIn>,
) -> Result<Response, Problem> {
    let (me, values) = (posted.session(), posted.values());
    let ids = values.all("contact").iter().map(|id| id.parse());
    let ids: Vec<CourierId> = ids
        .collect::<Result<_, _>>()
        .map_err(|_| Problem::BadRequest)?;
    let reason = values.first("reason").to_owned();
    let mut errors = Vec::new();
    let mut say = |place: &str, key: &str| errors.push((place.to_owned(), me.lang.t(key)));
    if ids.is_empty() {
        say("contacts", "first-contacts-none-chosen");
    }
    if reason.is_empty() {
        say("reasons", "first-contacts-no-reason");
    }
    if errors.is_empty() {
        match state
            .app
            .decline_first_contacts(&me.session, ids, reason)
            .await
        {
            Ok(_) => return Ok(done("/first-contacts", "first-contacts-declined")),
            Err(Error::Refused(why)) => {
                errors.push(("reasons".to_owned(), me.lang.refused(&why)));
            }
            Err(error) => return Err(problem(&error)),
        }
    }
    page(&state, me, &uri, values, errors).await
}
