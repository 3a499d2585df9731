//! Who interprets, what was asked and answered, and what does not agree: the parts of the interview page that grow while
//! a person is heard.

use std::collections::HashMap;

use safeconduct_domain::act::Kind;
use safeconduct_domain::confidential::Item;
use safeconduct_domain::discrepancy::{Discrepancy, Outcome};
use safeconduct_domain::id::{PersonId, UserId};
use safeconduct_domain::interview::{Interpreter, Logged};

use super::{excerpt, paragraphs};
use crate::pages::casefile::Desk;
use crate::pages::confidential::Kept;
use crate::pages::inset::Inset;
use crate::pages::timeline::name;
use crate::web::i18n::Arg;
use crate::web::parts::{Link, Row, SummaryList, Tag, Tone};

/// So many questions and answers on one page.
pub(super) const PAGE: usize = 20;

/// A question with its answer.
pub(super) struct Asked {
    pub(super) number: usize,
    pub(super) who: String,
    pub(super) question: Vec<String>,
    pub(super) answer: Vec<String>,
    pub(super) when: String,
    /// Where a long answer is read whole.
    pub(super) whole: Option<Link>,
    /// Who else of the case was in the room.
    pub(super) others: Option<String>,
    pub(super) kept: Kept,
    /// By whom it was interpreted, where somebody else has taken their place since.
    pub(super) replaced: Option<Inset>,
}

/// A discrepancy, and what can be done about it now.
pub(super) struct Differs {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) tag: Tag,
    pub(super) rows: SummaryList,
    pub(super) kept: Kept,
    pub(super) links: Vec<Link>,
}

fn full_name(desk: &Desk<'_>, id: PersonId) -> String {
    let person = desk.case().referral.person(id);
    person.map(|p| p.details.full_name()).unwrap_or_default()
}

/// The questions from one on, oldest first; or one of them alone and whole.
pub(super) fn log(
    desk: &Desk<'_>,
    names: &HashMap<UserId, String>,
    from: usize,
    only: Option<&str>,
) -> Vec<Asked> {
    let log = desk.case().interview.log.iter().enumerate();
    log.filter(|(at, logged)| match only {
        Some(only) => only == logged.id.to_string(),
        None => (from..from + PAGE).contains(at),
    })
    .map(|(at, logged)| asked(desk, names, at + 1, logged, only.is_some()))
    .collect()
}

fn asked(
    desk: &Desk<'_>,
    names: &HashMap<UserId, String>,
    number: usize,
    logged: &Logged,
    whole: bool,
) -> Asked {
    let (lang, exchange) = (desk.lang(), &logged.exchange);
    let others = exchange.others.iter().map(|id| full_name(desk, *id));
    let others: Vec<_> = others.collect();
    let (answer, cut) = match whole {
        true => (paragraphs(&exchange.answer), false),
        false => excerpt(&exchange.answer),
    };
    let place = format!("{}/interview?answer={}#log", desk.base(), logged.id);
    let args = [
        ("name", Arg::Text(name(lang, names, logged.by.0))),
        ("moment", Arg::Text(lang.moment(logged.by.1))),
    ];
    Asked {
        number,
        who: full_name(desk, exchange.person),
        question: paragraphs(&exchange.question),
        answer,
        whole: cut.then(|| Link::new(desk.t("read-whole"), place)),
        when: desk.tn("logged-by", &args),
        kept: Kept::of(desk, Item::Answer(logged.id), number.to_string()),
        replaced: replaced(desk, logged),
        others: (!others.is_empty()).then(|| desk.t1("log-others", "names", others.join(", "))),
    }
}

/// That an answer came through somebody who no longer interprets, and why.
fn replaced(desk: &Desk<'_>, logged: &Logged) -> Option<Inset> {
    let (then, why) = desk.case().interview.replaced(logged)?;
    let title = desk.t1("log-replaced", "name", then.name.clone());
    let lines = paragraphs(why).into_iter();
    Some(Inset::new(title, lines.chain([desk.t("log-replaced-care")])).warning())
}

/// The answers that came through somebody who no longer interprets, where a discrepancy is put or weighed.
pub(in crate::pages) fn replaced_answers(desk: &Desk<'_>) -> Option<Inset> {
    let interview = &desk.case().interview;
    let numbered = interview.log.iter().zip(1_usize..);
    let theirs = numbered.filter(|(logged, _)| interview.replaced(logged).is_some());
    let numbers: Vec<_> = theirs.map(|(_, number)| number.to_string()).collect();
    if numbers.is_empty() {
        return None;
    }
    let line = desk.t1("inset-replaced", "numbers", numbers.join(", "));
    Some(Inset::new("", [line]).warning())
}

/// The interpreter in words.
pub(super) fn interpreter(desk: &Desk<'_>, interpreter: &Interpreter) -> SummaryList {
    let lang = desk.lang();
    let yes_no = |yes: bool| desk.t(if yes { "yes" } else { "no" });
    let label = |field: &str| desk.t(&format!("form-record-interpreter-{field}"));
    let gender = desk.t(&format!("interpreter-{}", interpreter.gender));
    let mut rows = vec![
        Row::new(label("name"), interpreter.name.clone()),
        Row::new(label("language"), lang.language(&interpreter.language)),
        Row::new(label("gender"), gender),
    ];
    let before = interpreter.replaces.clone();
    let before = before.filter(|reason| !reason.trim().is_empty());
    rows.extend(before.map(|reason| row(label("replaces"), &reason)));
    let reason = interpreter.gender_reason.clone();
    let reason = reason.filter(|reason| !reason.trim().is_empty());
    rows.extend(reason.map(|reason| Row::new(label("gender-reason"), reason)));
    rows.push(row(label("background"), &interpreter.background));
    if interpreter.none_to_avoid {
        rows.push(Row::new(label("none-to-avoid"), desk.t("yes")));
    }
    rows.push(Row::new(label("briefed"), yes_no(interpreter.briefed)));
    rows.push(Row::new(
        label("understood"),
        yes_no(interpreter.understood),
    ));
    SummaryList { rows }
}

fn row(label: String, text: &str) -> Row {
    Row {
        label,
        lines: paragraphs(text),
        action: None,
    }
}

/// Every discrepancy, open ones first.
pub(super) fn discrepancies(desk: &Desk<'_>) -> Vec<Differs> {
    let mut all: Vec<(usize, &Discrepancy)> = (1..).zip(&desk.case().discrepancies).collect();
    all.sort_by_key(|(_, d)| d.settlement.is_some());
    let one = |(number, d)| differs(desk, number, d);
    all.into_iter().map(one).collect()
}

fn differs(desk: &Desk<'_>, number: usize, discrepancy: &Discrepancy) -> Differs {
    let id = discrepancy.id.to_string();
    let noted = &discrepancy.noted;
    let mut rows = vec![
        row(desk.t("form-note-discrepancy-what"), &noted.what),
        row(desk.t("form-note-discrepancy-sources"), &noted.sources),
    ];
    let explained = discrepancy.explanation.as_deref();
    rows.extend(explained.map(|text| row(desk.t("form-put-discrepancy-explanation"), text)));
    let settled = discrepancy.settlement.as_ref();
    rows.extend(settled.map(|s| row(desk.t("form-settle-discrepancy-reasons"), &s.reasons)));
    let tag = match (settled.map(|s| s.outcome), explained) {
        (Some(Outcome::Resolved), _) => Tag::new(desk.t("discrepancy-resolved"), Tone::Done),
        (Some(Outcome::Left), _) => Tag::new(desk.t("discrepancy-left"), Tone::Neutral),
        (None, Some(_)) => Tag::new(desk.t("discrepancy-answered"), Tone::Waiting),
        (None, None) => Tag::new(desk.t("discrepancy-to-put"), Tone::Urgent),
    };
    let open = settled.is_none();
    let acts = [Kind::PutDiscrepancy, Kind::SettleDiscrepancy];
    let links = acts
        .into_iter()
        .filter(|kind| open && (*kind != Kind::PutDiscrepancy || explained.is_none()))
        .filter_map(|kind| desk.act(kind, &[("item", &id)]))
        .collect();
    Differs {
        title: desk.tn(
            "discrepancy-title",
            &[
                ("number", Arg::from(number)),
                ("name", Arg::Text(full_name(desk, noted.person))),
            ],
        ),
        tag,
        rows: SummaryList { rows },
        kept: Kept::of(
            desk,
            Item::Discrepancy(discrepancy.id),
            full_name(desk, noted.person),
        ),
        links,
        id,
    }
}
