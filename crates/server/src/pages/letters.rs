//! The letters of a case: what can be written now, what is signed, how it left; and the letters themselves.
//!
//! A letter is ours, from its first byte to its last, so a browser may show it in place; it keeps nothing of it.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, Uri, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use safeconduct_domain::act::Kind;
use safeconduct_domain::case::Stage;
use safeconduct_domain::id::{CaseId, ItemId};
use safeconduct_domain::interview::Plan;
use safeconduct_domain::letter::{self, Channel, Kind as LetterKind, Sending, Signed};
use safeconduct_domain::person::Person;
use safeconduct_domain::policy::Language;

use super::casefile::{Desk, Head};
use super::timeline::name;
use crate::state::{ServerState, SignedIn, problem};
use crate::web::layout::{Page, html};
use crate::web::parts::{Link, Row, SummaryList, Tag, Tone};
use crate::web::problem::Problem;

/// The pages of letters.
pub fn routes() -> Router<ServerState> {
    Router::new()
        .route("/cases/{case}/letters", get(list))
        .route("/cases/{case}/letters/{letter}", get(read))
        .route("/notices/{seq}/letter", get(enclosed))
}

#[derive(Template)]
#[template(path = "letters.html")]
struct LettersPage {
    page: Page,
    head: Head,
    write: Vec<Offered>,
    signed: Vec<SignedView>,
}

/// A letter that can be written now.
struct Offered {
    label: String,
    href: String,
    hint: String,
    /// Why it cannot be written, where it rests on what is kept from its reader.
    kept: Option<String>,
    tag: Tag,
}

struct SignedView {
    id: String,
    title: String,
    tag: Tag,
    rows: SummaryList,
    read: Link,
    send: Option<Link>,
}

async fn list(
    State(state): State<ServerState>,
    me: SignedIn,
    Path(case): Path<String>,
    uri: Uri,
) -> Result<Response, Problem> {
    let desk = Desk::open(&state, &me, &uri, &case, "letters").await?;
    let names = state.app.names().await.map_err(|error| problem(&error))?;
    let title = desk.t("letters-title");
    let signed = desk.case().letters.iter().rev();
    let page = LettersPage {
        write: offered(&desk),
        signed: signed
            .map(|one| view(&desk, one, name(desk.lang(), &names, one.by.0)))
            .collect(),
        head: desk.head(&title, "/letters"),
        page: desk.page(&title).await,
    };
    Ok(html(&page))
}

/// What can be written from the case as it stands: of each kind, to whom.
fn offered(desk: &Desk<'_>) -> Vec<Offered> {
    if !desk.may(Kind::SignLetter) {
        return Vec::new();
    }
    let kinds = LetterKind::ALL.into_iter();
    kinds
        .flat_map(|kind| to_write(desk, kind).into_iter().map(move |to| (kind, to)))
        .map(|(kind, to)| offer(desk, kind, to))
        .collect()
}

/// The key of its name.
pub(super) const fn key(kind: LetterKind) -> &'static str {
    match kind {
        LetterKind::Acknowledgement => "letter-acknowledgement",
        LetterKind::Return => "letter-return",
        LetterKind::Invitation => "letter-invitation",
        LetterKind::Fairness => "letter-fairness",
        LetterKind::Approval => "letter-approval",
        LetterKind::Refusal => "letter-refusal",
        LetterKind::Outcome => "letter-outcome",
    }
}

/// To whom a letter of that kind can be written now; `None` stands for the partner.
fn to_write<'d>(desk: &'d Desk<'_>, kind: LetterKind) -> Vec<Option<&'d Person>> {
    let (case, today) = (desk.case(), desk.today);
    let planned = case.interview.plan.as_ref();
    let heard = |p: &Person| {
        let of_plan = |plan: &Plan| plan.persons.is_empty() || plan.persons.contains(&p.id);
        planned.is_some_and(of_plan)
    };
    let to: Vec<Option<&Person>> = match kind {
        // it acknowledges what the centre has filed; an office has other letters
        LetterKind::Acknowledgement if case.stage != Stage::FileCreated => Vec::new(),
        // it goes with the act that returns the referral
        LetterKind::Return => Vec::new(),
        kind if kind.to_partner() => vec![None],
        // one letter names everybody who is approved
        LetterKind::Approval => case.referral.principal().map(Some).into_iter().collect(),
        LetterKind::Invitation => case
            .referral
            .present()
            .filter(|p| heard(p))
            .map(Some)
            .collect(),
        _ => case.referral.present().map(Some).collect(),
    };
    to.into_iter()
        .filter(|to| letter::has_grounds(case, kind, *to, today).is_ok())
        .collect()
}

fn offer(desk: &Desk<'_>, kind: LetterKind, to: Option<&Person>) -> Offered {
    let person = to.map(|p| p.id.to_string());
    let mut about = vec![("about", kind.code())];
    about.extend(person.as_deref().map(|id| ("person", id)));
    let mut written = desk.case().letters.iter();
    let before = written.any(|l| {
        l.letter.kind == kind && l.letter.addressee(desk.case()).map(|p| p.id) == to.map(|p| p.id)
    });
    let kept = letter::nothing_kept(desk.policy(), desk.case(), kind, to, desk.today);
    let tag = if kept.is_err() {
        Tag::new(desk.t("letters-kept"), Tone::Urgent)
    } else if before {
        Tag::new(desk.t("letters-signed-before"), Tone::Neutral)
    } else {
        Tag::new(desk.t("letters-to-write"), Tone::Waiting)
    };
    Offered {
        label: desk.t(key(kind)),
        href: desk.place(Kind::SignLetter, &about),
        hint: desk.t1("letters-to", "name", addressee(desk, to)),
        kept: kept.err().map(|refused| desk.refused(&refused)),
        tag,
    }
}

/// To whom.
fn addressee(desk: &Desk<'_>, to: Option<&Person>) -> String {
    to.map_or_else(
        || desk.partner(&desk.case().referral.partner),
        |person| person.details.full_name(),
    )
}

fn view(desk: &Desk<'_>, signed: &Signed, by: String) -> SignedView {
    let (lang, id) = (desk.lang(), signed.id.to_string());
    let letter = &signed.letter;
    let language = match letter.language {
        Language::En => "letter-language-en",
        Language::Fr => "letter-language-fr",
    };
    let mut rows = vec![
        Row::new(
            desk.t("letters-addressee"),
            addressee(desk, letter.addressee(desk.case())),
        ),
        Row::new(desk.t("form-sign-letter-language"), desk.t(language)),
        Row::new(
            desk.t("letters-signed"),
            format!("{by}, {}", lang.moment(signed.by.1)),
        ),
        Row::new(desk.t("letters-hash"), signed.made.sha256.clone()),
    ];
    rows.extend(sent(desk, &signed.sent));
    let send = desk.act(Kind::SendLetter, &[("item", &id)]);
    let arrived = letter.kind.to_partner() && !signed.sent.is_empty();
    SignedView {
        title: desk.t(key(letter.kind)),
        tag: match signed.sent.is_empty() {
            // the letter of a return went with it
            true if letter.kind != LetterKind::Return => {
                Tag::new(desk.t("letters-not-sent"), Tone::Waiting)
            }
            _ => Tag::new(desk.t("letters-sent"), Tone::Done),
        },
        rows: SummaryList { rows },
        read: Link::new(
            desk.t1("letters-read", "pages", i64::from(signed.made.pages)),
            format!("{}/letters/{id}", desk.base()),
        ),
        send: send.filter(|_| letter.kind != LetterKind::Return && !arrived),
        id,
    }
}

fn sent(desk: &Desk<'_>, sendings: &[Sending]) -> Option<Row> {
    let lines = sendings.iter().map(|sending| {
        let channel = match sending.by {
            Channel::Partner => "channel-partner",
            Channel::Protocol => "channel-protocol",
        };
        format!("{}, {}", desk.t(channel), desk.lang().date(sending.on))
    });
    let lines: Vec<_> = lines.collect();
    (!lines.is_empty()).then(|| Row {
        label: desk.t("letters-left"),
        lines,
        action: None,
    })
}

async fn read(
    State(state): State<ServerState>,
    me: SignedIn,
    Path((case, letter)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let case: CaseId = case.parse().map_err(|_| Problem::NotFound)?;
    let id: ItemId = letter.parse().map_err(|_| Problem::NotFound)?;
    let fetched = state.app.fetch_letter(&me.session, case, id).await;
    let (signed, bytes) = fetched.map_err(|error| problem(&error))?;
    pdf(bytes, signed.letter.kind.code())
}

async fn enclosed(
    State(state): State<ServerState>,
    me: SignedIn,
    Path(seq): Path<String>,
) -> Result<Response, Problem> {
    let seq: u64 = seq.parse().map_err(|_| Problem::NotFound)?;
    let fetched = state.app.fetch_enclosed(&me.session, seq).await;
    let bytes = fetched.map_err(|error| problem(&error))?;
    pdf(bytes, "letter")
}

/// A letter, to be shown in place. Its name says what kind of letter it is, and nothing else.
pub(crate) fn pdf(bytes: Vec<u8>, kind: &str) -> Result<Response, Problem> {
    let name = format!("inline; filename=\"{kind}.pdf\"");
    let name = HeaderValue::from_str(&name).map_err(|_| Problem::Internal)?;
    let headers = [
        (
            header::CONTENT_TYPE,
            HeaderValue::from_static("application/pdf"),
        ),
        (header::CONTENT_DISPOSITION, name),
    ];
    Ok((headers, bytes).into_response())
}
