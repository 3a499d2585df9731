//! Notices to the group: what happened to cases it does not hold. Outcome and course only, never reasons.

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;
use axum::routing::{get, post};
use safeconduct_casework::notice::Received;
use safeconduct_domain::notice::{News, Notice};

use super::frame::{done, frame, tokens, works_on_cases};
use super::letters;
use crate::state::{ServerState, SignedIn, problem};
use crate::web::form_view::Tokens;
use crate::web::i18n::{Arg, Lang, t};
use crate::web::layout::{Page, html};
use crate::web::problem::Problem;
use crate::web::protected::ProtectedForm;

/// Notices on the page: the newest.
const SHOWN: u32 = 50;

/// The routes of this file.
pub fn routes() -> Router<ServerState> {
    Router::new()
        .route("/notices", get(show))
        .route("/notices/read", post(read))
}

struct Item {
    reference: String,
    text: String,
    when: String,
    unread: bool,
    letter: Option<String>,
}

#[derive(Template)]
#[template(path = "notices.html")]
struct NoticesPage {
    page: Page,
    items: Vec<Item>,
    unread: Vec<u64>,
    full: bool,
    tokens: Tokens,
}

async fn show(
    State(state): State<ServerState>,
    me: SignedIn,
    uri: Uri,
) -> Result<Response, Problem> {
    if !works_on_cases(&me.session) {
        return Err(Problem::NotFound);
    }
    let received = state.app.notices(&me.session, SHOWN).await;
    let received = received.map_err(|error| problem(&error))?;
    let unread = received.iter().filter(|r| !r.read).map(|r| r.seq);
    Ok(html(&NoticesPage {
        page: frame(&me, &state, &uri, me.lang.t("nav-notices")).await,
        items: received.iter().map(|r| item(&state, r, me.lang)).collect(),
        unread: unread.collect(),
        full: received.len() >= usize::try_from(SHOWN).unwrap_or(usize::MAX),
        tokens: tokens(&me),
    }))
}

fn item(state: &ServerState, received: &Received, lang: Lang) -> Item {
    Item {
        reference: received.notice.reference.clone(),
        text: text(state, &received.notice, lang),
        when: lang.moment(received.at_ms),
        unread: !received.read,
        letter: (received.notice.letter.as_ref())
            .map(|_| format!("/notices/{}/letter", received.seq)),
    }
}

/// What a notice says, in words.
fn text(state: &ServerState, notice: &Notice, lang: Lang) -> String {
    let key = format!("news-{}", notice.news.name());
    let number = |n: u32| Arg::Number(i64::from(n));
    let office = || {
        let code = notice.office.as_deref().unwrap_or_default();
        let office = state.app.policy().office(code, state.app.today());
        office.map_or_else(|| code.to_owned(), |o| lang.text(&o.name).to_owned())
    };
    match notice.news {
        News::Held { due: Some(due) } => lang.t1("news-held-until", "due", lang.date(due)),
        News::FileCreated {
            referral_date: Some(date),
        } => lang.t1("news-file-created-on", "date", lang.date(date)),
        News::Numbered => lang.t1(&key, "number", notice.number.clone().unwrap_or_default()),
        News::Transferred => lang.t1(&key, "office", office()),
        News::Outcome {
            approved,
            refused,
            on,
        } => {
            let args = [
                ("approved", number(approved)),
                ("refused", number(refused)),
                ("on", lang.date(on).into()),
            ];
            t(lang, &key, &args)
        }
        News::Letter { kind } => lang.t1(&key, "letter", lang.t(letters::key(kind))),
        News::Reopened { on } | News::Ended { on } => lang.t1(&key, "on", lang.date(on)),
        _ => lang.t(&key),
    }
}

async fn read(
    State(state): State<ServerState>,
    form: ProtectedForm<SignedIn>,
) -> Result<Response, Problem> {
    let (me, values) = (form.session(), form.values());
    if !works_on_cases(&me.session) {
        return Err(Problem::NotFound);
    }
    let seqs = values
        .all("seq")
        .iter()
        .take(usize::try_from(SHOWN).unwrap_or(0));
    let seqs: Result<Vec<u64>, _> = seqs.map(|seq| seq.parse()).collect();
    let seqs = seqs.map_err(|_| Problem::BadRequest)?;
    let marked = state.app.notices_read(&me.session, seqs).await;
    marked.map_err(|error| problem(&error))?;
    Ok(done("/notices", "notices-read"))
}
