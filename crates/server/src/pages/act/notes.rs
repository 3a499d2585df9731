//! What stands beside the form of an act: whom and what it is about, the law, what to keep in mind, what follows.

use safeconduct_domain::act::Kind;
use safeconduct_domain::case::Case;
use safeconduct_domain::completeness;
use safeconduct_domain::confidential::Item;
use safeconduct_domain::conviction::CRIMINALITY;
use safeconduct_domain::date::{Known, age_on};
use safeconduct_domain::directory::Purpose;
use safeconduct_domain::letter;
use safeconduct_domain::policy::{CheckKind, DeadlineId};

use super::Doing;
use crate::pages::assessment::{conviction, hearing};
use crate::pages::casefile::Desk;
use crate::pages::confidential;
use crate::pages::inset::{self, Inset};
use crate::pages::places;
use crate::web::i18n::Arg;
use crate::web::problem::Problem;

/// So many characters of a question or an answer recall it.
const SHORT: usize = 200;

/// What stands beside the form.
///
/// # Errors
/// The store's own.
pub(super) async fn beside(doing: &Doing<'_>) -> Result<Vec<Inset>, Problem> {
    let Some(desk) = &doing.desk else {
        let places = places::of(doing.state, doing.me).await?;
        return Ok(places
            .map(|p| places_left(doing, p, 1))
            .into_iter()
            .collect());
    };
    let mut notes = match doing.kind {
        Kind::Submit => submission(doing, desk).await?,
        Kind::Attest | Kind::RequestApproval => missing(desk),
        Kind::AnswerDeficiency => deficiency(desk),
        Kind::ReturnReferral | Kind::HoldReferral | Kind::AcceptReferral => missing(desk),
        Kind::ChooseOffice => office(desk),
        Kind::Transfer => vec![Inset::new("", [chosen_office(desk)])],
        Kind::Reassign if desk.case().hands.assessed() => {
            vec![Inset::new("", [desk.t("inset-reassign")])]
        }
        _ => assessment(doing, desk),
    };
    notes.extend(adverse(doing.kind, desk));
    notes.extend(not_to_tell(doing, desk));
    Ok(notes)
}

fn places_left(doing: &Doing<'_>, places: places::Places, needed: u32) -> Inset {
    let mut lines = vec![places.words(doing.lang())];
    if places.left() < needed {
        lines.push(doing.lang().t("places-none"));
        return Inset::new("", lines).warning();
    }
    Inset::new("", lines)
}

async fn submission(doing: &Doing<'_>, desk: &Desk<'_>) -> Result<Vec<Inset>, Problem> {
    let case = desk.case();
    let persons = case.referral.counted();
    let mut notes = missing(desk);
    let mut lines = vec![desk.t1("submit-persons", "persons", i64::from(persons))];
    let day = case.referral.lock_in(desk.today);
    lines.push(desk.t1("submit-date", "date", desk.lang().date(day)));
    lines.extend(ages(desk, case));
    notes.push(Inset::new("", lines));
    if let Some(places) = places::of(doing.state, doing.me).await? {
        notes.push(places_left(doing, places, persons));
    }
    Ok(notes)
}

/// The children whose age the referral date locks.
fn ages(desk: &Desk<'_>, case: &Case) -> Vec<String> {
    let day = case.referral.lock_in(desk.today);
    let children = case
        .referral
        .present()
        .filter(|p| p.details.relationship.is_child());
    children
        .map(|child| {
            let name = Arg::Text(child.details.full_name());
            let age = child
                .details
                .birth
                .and_then(|b| b.exact())
                .map(|b| age_on(b, day));
            match (age, child.details.dependent_child(day)) {
                (Some(age), Known::Yes) => {
                    let age = Arg::Number(i64::from(age));
                    desk.tn("submit-age", &[("name", name), ("age", age)])
                }
                (_, Known::No) => desk.tn("submit-age-not", &[("name", name)]),
                _ => desk.tn("submit-age-unclear", &[("name", name)]),
            }
        })
        .collect()
}

/// The codes of what the checklist still misses, each once.
pub(super) fn missing_codes(desk: &Desk<'_>) -> Vec<String> {
    let items = completeness::check(desk.policy(), desk.case(), desk.today);
    let mut codes: Vec<String> = Vec::new();
    for item in items.into_iter().filter(|item| item.missing()) {
        if !codes.contains(&item.id) {
            codes.push(item.id);
        }
    }
    codes
}

/// What the checklist still misses.
fn missing(desk: &Desk<'_>) -> Vec<Inset> {
    let items = completeness::check(desk.policy(), desk.case(), desk.today);
    let lines = items.iter().filter(|item| item.missing()).map(|item| {
        let text = desk.lang().text(&item.text);
        let who = item.person.and_then(|id| desk.case().referral.person(id));
        let text = match who {
            Some(person) => desk.lang().introduced(&person.details.full_name(), text),
            None => text.to_owned(),
        };
        match item.provisions.is_empty() {
            true => text,
            false => format!("{text} ({})", inset::cited(desk, &item.provisions)),
        }
    });
    let found = Inset::new(desk.t("inset-missing"), lines).unless_empty();
    match found {
        Some(missing) => vec![missing.warning()],
        None => vec![Inset::new("", [desk.t("inset-complete")])],
    }
}

fn deficiency(desk: &Desk<'_>) -> Vec<Inset> {
    let Some(held) = &desk.case().intake.held else {
        return Vec::new();
    };
    let mut lines = crate::pages::case::deficiencies(desk, held);
    lines.push(held.note.clone());
    vec![Inset::new(desk.t("inset-deficiencies"), lines)]
}

fn office(desk: &Desk<'_>) -> Vec<Inset> {
    let principal = desk.case().referral.principal();
    let country = principal.and_then(|p| p.details.residence.clone());
    let Some(country) = country else {
        return Vec::new();
    };
    let served = desk.policy().office_for(&country, desk.today);
    let name = served.map(|o| desk.lang().text(&o.name).to_owned());
    let args = [
        ("country", Arg::Text(desk.lang().country(&country))),
        ("office", Arg::Text(name.unwrap_or_default())),
    ];
    vec![Inset::new("", [desk.tn("inset-office", &args)])]
}

fn chosen_office(desk: &Desk<'_>) -> String {
    match &desk.case().intake.office {
        Some(chosen) => desk.t1("inset-office-chosen", "office", desk.office(&chosen.office)),
        None => desk.t("inset-office-none"),
    }
}

/// What is kept from the person who is heard, written to or decided on.
fn not_to_tell(doing: &Doing<'_>, desk: &Desk<'_>) -> Option<Inset> {
    let case = desk.case();
    let item = doing.about.item;
    let principal = || case.referral.principal().map(|p| p.id);
    let person = match doing.kind {
        Kind::LogAnswer | Kind::PutConcern | Kind::Decide => doing.about.person,
        Kind::SignLetter => {
            let kind = letter::Kind::named(doing.about.code.as_deref()?)?;
            let to = doing.about.person.or_else(principal);
            to.filter(|_| !kind.to_partner())
        }
        Kind::PutDiscrepancy => {
            let found = case.discrepancies.iter().find(|d| Some(d.id) == item);
            found.map(|d| d.noted.person)
        }
        Kind::AnswerConcern => {
            let found = case.concerns.iter().find(|c| Some(c.id) == item);
            found.map(|c| c.put.person)
        }
        _ => None,
    };
    confidential::not_to_tell(desk, person?)
}

/// What is kept, or was.
fn kept(doing: &Doing<'_>, desk: &Desk<'_>) -> Option<Inset> {
    let item: Item = doing.about.code.as_deref()?.parse().ok()?;
    let title = confidential::title(desk, &item);
    let mark = confidential::mark(desk, desk.case(), &item);
    Some(Inset::new(title, mark))
}

/// Countries whose authorities must never be contacted, wherever somebody might think of asking them.
fn adverse(kind: Kind, desk: &Desk<'_>) -> Option<Inset> {
    let near = matches!(
        kind,
        Kind::HoldReferral
            | Kind::ReturnReferral
            | Kind::ChooseOffice
            | Kind::AskAuthority
            | Kind::PlanInterview
            | Kind::RecordCheck
            | Kind::OpenConviction
            | Kind::RecordContext
            | Kind::PutConcern
            | Kind::SignLetter
            | Kind::SendLetter
            | Kind::RaiseStatusQuery
    );
    let work = desk.case().referral.work.as_ref().filter(|_| near)?;
    if work.adverse_countries.is_empty() || desk.purpose() == Some(Purpose::Partner) {
        return None;
    }
    let names: Vec<_> = (work.adverse_countries.iter())
        .map(|code| desk.lang().country(code))
        .collect();
    let line = desk.t1("inset-adverse", "countries", names.join(", "));
    Some(Inset::new("", [line]).warning())
}

fn assessment(doing: &Doing<'_>, desk: &Desk<'_>) -> Vec<Inset> {
    let (policy, day) = (desk.policy(), desk.today);
    let code = doing.about.code.as_deref().unwrap_or_default();
    let element = policy.element(code, day);
    let check = policy
        .check(code, day)
        .filter(|c| c.kind == CheckKind::Task);
    let on = |about: &str| inset::considerations(desk, about);
    match doing.kind {
        Kind::FindElement => {
            let person = doing.about.person.zip(element);
            let given = person.and_then(|(person, e)| inset::countries(desk, person, e));
            let law = element.map(|e| inset::element(desk, e)).unwrap_or_default();
            law.into_iter().chain(given).collect()
        }
        Kind::RecordCheck => check.map(|c| inset::check(desk, c)).unwrap_or_default(),
        Kind::OpenConviction
        | Kind::RecordEquivalence
        | Kind::RecordContext
        | Kind::ConcludeConviction
        | Kind::ReopenConviction => conviction(doing, desk),
        Kind::ConsiderRelief => (doing.about.person)
            .and_then(|person| conviction::relief(desk, person, code))
            .into_iter()
            .collect(),
        Kind::FindClass => on("class-member").into_iter().collect(),
        Kind::PlanInterview => safety(desk).into_iter().chain(on("interview")).collect(),
        Kind::RecordInterpreter => asked_for(desk)
            .into_iter()
            .chain(background(desk))
            .chain(on("interpreter"))
            .collect(),
        Kind::KeepConfidential | Kind::LiftConfidence => kept(doing, desk).into_iter().collect(),
        Kind::DeclarePerson | Kind::ConfirmDeclaration => on("declaration").into_iter().collect(),
        Kind::LogAnswer => safety(desk).into_iter().chain(last(doing, desk)).collect(),
        Kind::NoteDiscrepancy => on("discrepancy").into_iter().collect(),
        Kind::PutDiscrepancy | Kind::SettleDiscrepancy => discrepancy(doing, desk)
            .into_iter()
            .chain(hearing::replaced_answers(desk))
            .chain(on("discrepancy"))
            .collect(),
        Kind::SignNotes | Kind::AddAddendum => signed(doing, desk),
        Kind::PutConcern => {
            let mut notes: Vec<_> = about(desk, code).into_iter().collect();
            notes.extend(on("decision"));
            notes
        }
        Kind::AnswerConcern => concern(doing, desk).into_iter().collect(),
        Kind::ExtendTime => concern(doing, desk).into_iter().collect(),
        Kind::SignLetter => letter_of(desk, code),
        Kind::SendLetter => protocol(desk),
        Kind::RaiseStatusQuery => route(desk).into_iter().chain(on("status-query")).collect(),
        Kind::AnswerStatusQuery => query(doing, desk).into_iter().collect(),
        Kind::OverrideTask => about(desk, code).into_iter().collect(),
        Kind::Decide => on("decision").into_iter().collect(),
        _ => Vec::new(),
    }
}

/// The element or check by its name and provision.
fn about(desk: &Desk<'_>, code: &str) -> Option<Inset> {
    let (policy, day) = (desk.policy(), desk.today);
    let element = policy
        .element(code, day)
        .map(|e| (&e.text, Some(&e.provision)));
    let check = || {
        policy
            .check(code, day)
            .map(|c| (&c.text, c.provision.as_ref()))
    };
    let (text, provision) = element.or_else(check)?;
    let law: Vec<_> = provision.iter().map(|p| inset::cited(desk, [*p])).collect();
    Some(Inset::new(desk.lang().text(text), law))
}

/// What a letter takes from the case, and what the person has said of how to be reached.
fn letter_of(desk: &Desk<'_>, code: &str) -> Vec<Inset> {
    let key = match code {
        "acknowledgement" => "inset-letter-acknowledgement",
        "invitation" => "inset-letter-invitation",
        "fairness" => "inset-letter-fairness",
        "approval" => "inset-letter-approval",
        "refusal" => "inset-letter-refusal",
        "outcome" => "inset-letter-outcome",
        _ => "inset-letter",
    };
    let mut notes = vec![Inset::new("", [desk.t(key)])];
    if code == "invitation" {
        notes.extend(safety(desk));
        notes.extend(planned(desk, &["asylum-risk", "travel", "surveillance"]));
    }
    notes
}

/// The safe-contact protocol, word for word.
fn protocol(desk: &Desk<'_>) -> Vec<Inset> {
    let Some(contact) = &desk.case().referral.contact else {
        return vec![Inset::new("", [desk.t("inset-no-contact")]).warning()];
    };
    let line = |key: &str, text: &str| desk.lang().introduced(&desk.t(key), text);
    let mut lines = vec![
        line("form-set-contact-channel", &contact.channel),
        line("form-set-contact-hours", &contact.hours),
    ];
    let further = [
        ("form-set-contact-code-word", &contact.code_word),
        ("form-set-contact-never", &contact.never),
    ];
    for (key, text) in further {
        lines.extend(text.as_deref().map(|text| line(key, text)));
    }
    vec![Inset::new(desk.t("inset-protocol"), lines).warning()]
}

/// What the partner wrote for whoever hears the person.
fn safety(desk: &Desk<'_>) -> Option<Inset> {
    let said = desk.case().referral.risk.as_ref()?.interview.clone()?;
    Some(Inset::new(desk.t("inset-interview-safety"), [said]).warning())
}

fn signed(doing: &Doing<'_>, desk: &Desk<'_>) -> Vec<Inset> {
    let wanted = doing.about.item;
    let notes = desk
        .case()
        .interview
        .notes
        .iter()
        .find(|n| Some(n.id) == wanted);
    let held = notes.map(|n| desk.t1("inset-notes-of", "date", desk.lang().date(n.notes.held_on)));
    held.map(|line| Inset::new("", [line]))
        .into_iter()
        .collect()
}

/// The interpreter the person asked for.
fn asked_for(desk: &Desk<'_>) -> Option<Inset> {
    let plan = desk.case().interview.plan.as_ref()?;
    let line = desk.t(match plan.interpreter_gender.as_deref()? {
        "woman" => "inset-interpreter-woman",
        "man" => "inset-interpreter-man",
        _ => return None,
    });
    Some(Inset::new("", [line]))
}

/// The background an interpreter needs, and the one that is to be avoided.
fn background(desk: &Desk<'_>) -> Option<Inset> {
    let inset = planned(desk, &["interpreter-needed", "interpreter-avoid"])?;
    Some(inset.warning())
}

/// What the plan of the interview says on some of its questions.
fn planned(desk: &Desk<'_>, fields: &[&str]) -> Option<Inset> {
    let plan = desk.case().interview.plan.as_ref()?;
    let said = |field: &str| match field {
        "asylum-risk" => plan.asylum_risk.as_deref(),
        "travel" => plan.travel.as_deref(),
        "surveillance" => plan.surveillance.as_deref(),
        "interpreter-needed" => plan.interpreter_needed.as_deref(),
        _ => plan.interpreter_avoid.as_deref(),
    };
    let line = |field: &&str| {
        let label = desk.t(&format!("form-plan-interview-{field}"));
        Some(desk.lang().introduced(&label, said(field)?))
    };
    Inset::new(desk.t("inset-planned"), fields.iter().filter_map(line)).unless_empty()
}

/// The last question to the same person, so that whoever asks knows where the log stands.
fn last(doing: &Doing<'_>, desk: &Desk<'_>) -> Option<Inset> {
    let mut log = desk.case().interview.log.iter().rev();
    let last = log.find(|l| Some(l.exchange.person) == doing.about.person)?;
    let lines = [&last.exchange.question, &last.exchange.answer].map(|text| short(text));
    Some(Inset::new(desk.t("inset-last-answer"), lines))
}

fn short(text: &str) -> String {
    let mut begins: String = text.chars().take(SHORT).collect();
    if begins.len() < text.len() {
        begins.push('…');
    }
    begins
}

fn discrepancy(doing: &Doing<'_>, desk: &Desk<'_>) -> Option<Inset> {
    let mut all = desk.case().discrepancies.iter();
    let found = all.find(|d| Some(d.id) == doing.about.item)?;
    let noted = &found.noted;
    let mut lines = vec![noted.what.clone(), noted.sources.clone()];
    lines.extend(found.explanation.clone());
    Some(Inset::new(desk.t("inset-discrepancy"), lines))
}

/// The worksheet the form is about, the steps or the signs, and what to keep in mind.
fn conviction(doing: &Doing<'_>, desk: &Desk<'_>) -> Vec<Inset> {
    let mut all = desk.case().convictions.iter();
    let found = all.find(|c| Some(c.id) == doing.about.item);
    let mut notes = Vec::new();
    notes.extend(found.map(|c| {
        let lines = [short(&c.facts.offence), short(&c.facts.context)];
        Inset::new(conviction::title(desk, c), lines)
    }));
    notes.extend(match doing.kind {
        Kind::ConcludeConviction => inset::conviction_signs(desk),
        _ => inset::conviction_steps(desk),
    });
    notes.extend(inset::considerations(desk, CRIMINALITY));
    notes
}

fn concern(doing: &Doing<'_>, desk: &Desk<'_>) -> Option<Inset> {
    let concern = desk
        .case()
        .concerns
        .iter()
        .find(|c| Some(c.id) == doing.about.item)?;
    let put = &concern.put;
    let due = desk.t1("inset-concern-due", "date", desk.lang().date(concern.due));
    let lines = [put.concern.clone(), put.disclosed.clone(), due];
    Some(Inset::new(desk.t("inset-concern"), lines))
}

fn query(doing: &Doing<'_>, desk: &Desk<'_>) -> Option<Inset> {
    let query = desk
        .case()
        .queries
        .iter()
        .find(|q| Some(q.id) == doing.about.item)?;
    let lines = [query.query.question.clone(), query.query.evidence.clone()];
    Some(Inset::new(desk.t("inset-query"), lines))
}

/// Whom the query goes to, by who referred.
fn route(desk: &Desk<'_>) -> Option<Inset> {
    let lang = desk.lang();
    let route = desk
        .policy()
        .route(&desk.case().referral.partner, desk.today)?;
    let lines = [&route.consult, &route.mode].map(|text| lang.text(text).to_owned());
    let reply = desk
        .policy()
        .deadline(DeadlineId::StatusQueryReply, desk.today);
    let ends = reply
        .and_then(|d| d.ends(desk.today))
        .map(|d| desk.t1("inset-reply-by", "date", lang.date(d)));
    Some(Inset::new(
        lang.text(&route.text),
        lines.into_iter().chain(ends),
    ))
}
