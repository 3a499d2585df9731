//! What an entry says, in one line.

use std::collections::HashMap;

use safeconduct_casework::forms;
use safeconduct_domain::confidential::Item;
use safeconduct_domain::event::Event;
use safeconduct_domain::id::{DocumentId, ItemId, PersonId, UserId};
use safeconduct_domain::policy::List;
use safeconduct_domain::tasks;

use super::name;
use crate::pages::casefile::Desk;
use crate::pages::confidential;
use crate::pages::letters;
use crate::pages::persons::kind;
use crate::web::i18n::Arg;

/// The longest line, in characters; the whole stands on the page of the thing itself.
const LONGEST: usize = 160;

pub(super) fn of(desk: &Desk<'_>, names: &HashMap<UserId, String>, event: &Event) -> String {
    let text = referral(desk, event)
        .or_else(|| intake(desk, names, event))
        .or_else(|| assessment(desk, event))
        .unwrap_or_default();
    let text = shortened(&text);
    match item(event) {
        Some(item) => confidential::marked(desk, &item, text),
        None => text,
    }
}

/// The item an entry is about.
const fn item(event: &Event) -> Option<Item> {
    Some(match event {
        Event::WorkRecorded(_) => Item::Work,
        Event::RiskRecorded(_) => Item::Risk,
        Event::DocumentAdded(document) => Item::Document(document.id),
        Event::DocumentWithdrawn { document, .. } => Item::Document(*document),
        Event::AnswerLogged { id, .. } => Item::Answer(*id),
        Event::NotesSigned { id, .. } | Event::AddendumSigned { notes: id, .. } => Item::Notes(*id),
        Event::DiscrepancyNoted { id, .. }
        | Event::DiscrepancyPut {
            discrepancy: id, ..
        }
        | Event::DiscrepancySettled {
            discrepancy: id, ..
        } => Item::Discrepancy(*id),
        Event::ConcernPut { id, .. }
        | Event::ConcernAnswered { concern: id, .. }
        | Event::TimeExtended { concern: id, .. } => Item::Concern(*id),
        Event::ConvictionOpened { id, .. }
        | Event::EquivalenceRecorded { conviction: id, .. }
        | Event::ContextRecorded { conviction: id, .. }
        | Event::ConvictionConcluded { conviction: id, .. }
        | Event::ConvictionReopened { conviction: id, .. } => Item::Conviction(*id),
        _ => return None,
    })
}

pub(super) fn shortened(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= LONGEST {
        return line;
    }
    let kept: String = line.chars().take(LONGEST).collect();
    format!("{}…", kept.trim_end())
}

fn referral(desk: &Desk<'_>, event: &Event) -> Option<String> {
    Some(match event {
        Event::Opened { open, .. } => open.reference.clone(),
        Event::PersonAdded { details, .. } | Event::PersonChanged { details, .. } => {
            details.full_name()
        }
        Event::PersonRemoved { person, reason } => on(desk, Some(*person), reason),
        Event::ConsentRecorded(consent) => who(desk, consent.person),
        Event::DocumentAdded(document) => on(desk, document.person, &kind(desk, &document.kind)),
        Event::DocumentWithdrawn { document, reason } => desk
            .lang()
            .introduced(&document_kind(desk, *document), reason),
        Event::PersonDeclared { declared, .. } => declared.details.full_name(),
        Event::DeclarationConfirmed(confirmation) => {
            let answer = desk.t(&code("family", &confirmation.answer));
            on(desk, Some(confirmation.person), &answer)
        }
        Event::KeptConfidential(keep) => on(
            desk,
            Some(keep.person),
            &confidential::title(desk, &keep.item),
        ),
        Event::ConfidenceLifted(lift) => on(
            desk,
            Some(lift.person),
            &confidential::title(desk, &lift.item),
        ),
        Event::SentBack { reason } => reason.clone(),
        Event::Attested(attestation) => attestation.grounds.clone(),
        Event::Submitted { date, policy, .. } => {
            let args = [
                ("date", Arg::Text(desk.lang().date(*date))),
                ("policy", Arg::Text(policy.clone())),
            ];
            desk.tn("entry-submitted", &args)
        }
        Event::DeficiencyAnswered { note } => note.clone(),
        _ => return None,
    })
}

fn intake(desk: &Desk<'_>, names: &HashMap<UserId, String>, event: &Event) -> Option<String> {
    let lang = desk.lang();
    Some(match event {
        Event::Returned(returned) => {
            let reasons = returned.reasons.iter();
            let reasons: Vec<_> = reasons
                .map(|c| named(desk, List::ReturnReason, c))
                .collect();
            reasons.join("; ")
        }
        Event::Held(held) => crate::pages::case::deficiencies(desk, held).join("; "),
        Event::NumberRecorded(number) => {
            let label = desk.t(&format!("number-kind-{}", number.kind));
            lang.introduced(&label, &number.value)
        }
        Event::EarlierChecked { found } => desk.t1("entry-earlier-checked", "count", found.len()),
        Event::MatchSettled { other, said } => {
            let found = desk.case().matches.found.iter();
            let reference = found.into_iter().find(|f| f.case == *other);
            let reference = reference.map(|f| f.reference.clone()).unwrap_or_default();
            let word = desk.t(&format!("sameness-{}", said.sameness.code()));
            lang.introduced(&reference, &word)
        }
        Event::OfficeChosen(chosen) => desk.office(&chosen.office),
        Event::OfferedToOffice { office, .. } => desk.office(office),
        Event::TransferRefused { reason } => named(desk, List::TransferRefusalReason, reason),
        Event::TransferRecalled { reason } => reason.clone(),
        Event::Assigned { officer, .. } => name(lang, names, *officer),
        Event::UrgencySet { urgency, grounds } => {
            let urgency = serde_json::to_value(urgency).unwrap_or_default();
            let urgency = desk.t(&format!("urgency-{}", urgency.as_str().unwrap_or("normal")));
            lang.introduced(&urgency, grounds)
        }
        Event::Withdrawn(withdrawal) => named(desk, List::WithdrawalReason, &withdrawal.reason),
        _ => return None,
    })
}

fn assessment(desk: &Desk<'_>, event: &Event) -> Option<String> {
    let lang = desk.lang();
    Some(match event {
        Event::InterviewPlanned(plan) => {
            let mode = desk.t(code("mode", &plan.mode).as_str());
            match plan.on {
                Some(day) => format!("{mode}, {}", lang.date(day)),
                None => mode,
            }
        }
        Event::AssessedAfresh(afresh) => desk.t(&code("hearing", &afresh.hearing)),
        Event::InterpreterRecorded(interpreter) => lang.language(&interpreter.language),
        Event::AnswerLogged { exchange, .. } => who(desk, exchange.person),
        Event::DiscrepancyNoted { noted, .. } => on(desk, Some(noted.person), &noted.what),
        Event::DiscrepancyPut { discrepancy, .. } => discrepancy_of(desk, *discrepancy),
        Event::DiscrepancySettled {
            discrepancy,
            settlement,
        } => {
            let outcome = desk.t(&code("discrepancy", &settlement.outcome));
            lang.introduced(&discrepancy_of(desk, *discrepancy), &outcome)
        }
        Event::NotesSigned { notes, .. } => lang.date(notes.held_on),
        Event::AddendumSigned { notes, .. } => notes_of(desk, *notes),
        Event::ElementFound(found) => {
            let finding = desk.t(&code("finding", &found.finding));
            let about = lang.introduced(&task(desk, &found.element), &finding);
            on(desk, Some(found.person), &about)
        }
        Event::ClassFound(found) => {
            let member = desk.t(if found.member {
                "class-member"
            } else {
                "class-not-member"
            });
            let class = desk.t(&code("class", &found.class));
            on(desk, Some(found.person), &lang.introduced(&class, &member))
        }
        Event::CheckRecorded(check) => {
            let outcome = desk.t(&code("outcome", &check.outcome));
            let about = lang.introduced(&task(desk, &check.check), &outcome);
            on(desk, Some(check.person), &about)
        }
        Event::ConvictionOpened { facts, .. } => on(desk, Some(facts.person), &facts.offence),
        Event::EquivalenceRecorded { conviction, .. }
        | Event::ContextRecorded { conviction, .. }
        | Event::ConvictionReopened { conviction, .. } => conviction_of(desk, *conviction),
        Event::ConvictionConcluded {
            conviction,
            conclusion,
        } => {
            let outcome = desk.t(&code("conviction", &conclusion.outcome));
            lang.introduced(&conviction_of(desk, *conviction), &outcome)
        }
        Event::ReliefConsidered(considered) => {
            let ground = task(desk, &considered.check);
            on(desk, Some(considered.person), &ground)
        }
        Event::ConcernPut { put, .. } => on(desk, Some(put.person), &task(desk, &put.about)),
        Event::ConcernAnswered { concern, .. } => concern_of(desk, *concern),
        Event::TimeExtended { concern, extension } => {
            let until = lang.date(extension.due);
            lang.introduced(&concern_of(desk, *concern), &until)
        }
        Event::LetterSigned { letter, .. } => desk.t(letters::key(letter.kind)),
        Event::LetterSent { letter, sending } => {
            let channel = desk.t(&code("channel", &sending.by));
            lang.introduced(&letter_of(desk, *letter), &channel)
        }
        Event::AuthorityAsked { inquiry, .. } | Event::InquiryBarred { inquiry, .. } => {
            let purpose = desk.t(&code("purpose", &inquiry.purpose));
            lang.introduced(&lang.country(&inquiry.country), &purpose)
        }
        Event::TaskOverridden(over) => on(desk, over.person, &task(desk, &over.task)),
        Event::Decided { decide, policy, .. } => {
            let verdict = desk.t(&code("verdict", &decide.verdict));
            let args = [
                ("verdict", Arg::Text(verdict)),
                ("policy", Arg::Text(policy.clone())),
            ];
            on(desk, Some(decide.person), &desk.tn("entry-decided", &args))
        }
        Event::DecisionReviewed(review) => {
            let opinion = desk.t(&code("opinion", &review.opinion));
            on(desk, Some(review.person), &opinion)
        }
        Event::Reconsidered {
            reconsideration, ..
        } => {
            let outcome = desk.t(&code("reconsidered", &reconsideration.outcome));
            on(desk, Some(reconsideration.person), &outcome)
        }
        Event::LeaveSought { application, .. } => {
            on(desk, Some(application.person), &application.court_file)
        }
        Event::CourtEnded {
            application,
            ending,
        } => {
            let mut all = desk.case().applications.iter();
            let person = all.find(|a| a.id == *application);
            let person = person.map(|a| a.application.person);
            let outcome = named(desk, List::CourtOutcome, &ending.outcome);
            on(desk, person, &outcome)
        }
        Event::NoticeGiven { on } => lang.date(*on),
        _ => return None,
    })
}

/// The key of a value that is written in kebab-case.
fn code(prefix: &str, value: &impl serde::Serialize) -> String {
    let value = serde_json::to_value(value).unwrap_or_default();
    format!("{prefix}-{}", value.as_str().unwrap_or_default())
}

fn named(desk: &Desk<'_>, list: List, code: &str) -> String {
    let named = desk.policy().named(list, code, desk.today);
    named.map_or_else(
        || code.to_owned(),
        |named| desk.lang().text(&named.text).to_owned(),
    )
}

fn task(desk: &Desk<'_>, code: &str) -> String {
    if tasks::is_plain(code) {
        return desk.t(&format!("task-{code}"));
    }
    let text = forms::task(desk.policy(), desk.today, code);
    text.map_or_else(
        || code.to_owned(),
        |text| desk.lang().text(&text).to_owned(),
    )
}

/// A person's name, also of one taken off the case.
fn who(desk: &Desk<'_>, person: PersonId) -> String {
    let persons = &desk.case().referral.persons;
    let found = persons.iter().find(|p| p.id == person);
    found.map(|p| p.details.full_name()).unwrap_or_default()
}

fn on(desk: &Desk<'_>, person: Option<PersonId>, what: &str) -> String {
    match person
        .map(|id| who(desk, id))
        .filter(|name| !name.is_empty())
    {
        Some(name) => format!("{name} – {what}"),
        None => what.to_owned(),
    }
}

fn document_kind(desk: &Desk<'_>, id: DocumentId) -> String {
    let documents = &desk.case().referral.documents;
    let found = documents.iter().find(|d| d.id == id);
    found.map(|d| kind(desk, &d.kind)).unwrap_or_default()
}

fn notes_of(desk: &Desk<'_>, id: ItemId) -> String {
    let found = desk.case().interview.notes.iter().find(|n| n.id == id);
    found
        .map(|n| desk.lang().date(n.notes.held_on))
        .unwrap_or_default()
}

fn discrepancy_of(desk: &Desk<'_>, id: ItemId) -> String {
    let found = desk.case().discrepancies.iter().find(|d| d.id == id);
    found
        .map(|d| on(desk, Some(d.noted.person), &d.noted.what))
        .unwrap_or_default()
}

fn letter_of(desk: &Desk<'_>, id: ItemId) -> String {
    let found = desk.case().letters.iter().find(|l| l.id == id);
    found
        .map(|l| desk.t(letters::key(l.letter.kind)))
        .unwrap_or_default()
}

fn conviction_of(desk: &Desk<'_>, id: ItemId) -> String {
    let found = desk.case().convictions.iter().find(|c| c.id == id);
    found
        .map(|c| on(desk, Some(c.facts.person), &c.facts.offence))
        .unwrap_or_default()
}

fn concern_of(desk: &Desk<'_>, id: ItemId) -> String {
    let found = desk.case().concerns.iter().find(|c| c.id == id);
    found
        .map(|c| on(desk, Some(c.put.person), &task(desk, &c.put.about)))
        .unwrap_or_default()
}
