//! What stands now, in the shape a form reads, so that a page edits rather than asks again.

use super::{FormContext, form};
use jiff::civil::Date;
use safeconduct_domain::act::Kind;
use safeconduct_domain::confidential::Item;
use safeconduct_domain::eligibility::Class;
use safeconduct_domain::event::Urgency;
use safeconduct_domain::id::PersonId;
use safeconduct_domain::letter::latest_due;
use safeconduct_domain::policy::DeadlineId;
use safeconduct_domain::priority::Priority;
use serde::Serialize;
use serde_json::{Map, Value, json};

/// What the form of an act begins with: what stands, for an act that replaces it; what the page is about; and for a few
/// questions the usual answer, which may be changed. Empty members are left out.
///
/// `form(kind, ctx).fill(&prefill(kind, ctx))` are the values the page shows.
#[must_use]
pub fn prefill(kind: Kind, ctx: &FormContext<'_>) -> Value {
    let mut members = standing(kind, ctx);
    members.retain(|_, value| !empty(value));
    for (name, value) in targets(ctx).into_iter().chain(usual(kind, ctx)) {
        members.entry(name).or_insert(value);
    }
    let form = form(kind, ctx);
    members.retain(|name, _| form.field(name).is_some());
    Value::Object(members)
}

fn empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        _ => false,
    }
}

/// What an act of this kind would replace.
fn standing(kind: Kind, ctx: &FormContext<'_>) -> Map<String, Value> {
    let (case, referral) = (ctx.case, &ctx.case.referral);
    match kind {
        Kind::RecordWork => members(referral.work.as_ref()),
        Kind::RecordRisk => members(referral.risk.as_ref()),
        Kind::RecordDeclaration => members(referral.declaration.as_ref()),
        Kind::SetContact => members(referral.contact.as_ref()),
        Kind::ChangePerson => {
            let person = ctx.person.and_then(|id| referral.person(id));
            members(person.map(|p| &p.details))
        }
        Kind::RecordConsent => {
            let mut consents = referral.consents.iter();
            members(consents.find(|c| Some(c.person) == ctx.person))
        }
        Kind::ChooseOffice => members(case.intake.office.as_ref()),
        Kind::PlanInterview => members(case.interview.plan.as_ref()),
        Kind::FindElement => members(
            ctx.person
                .zip(ctx.about)
                .and_then(|(person, element)| case.eligibility.element(person, element)),
        ),
        Kind::FindClass => members(
            ctx.person
                .zip(ctx.about)
                .and_then(|(person, code)| case.eligibility.class(person, class(code)?)),
        ),
        Kind::RecordCheck => members(
            ctx.person
                .zip(ctx.about)
                .and_then(|(person, check)| case.admissibility.check(person, check)),
        ),
        Kind::SetUrgency if case.priorities.at(case.stage).urgency != Urgency::Normal => {
            let Priority { urgency, grounds } = case.priorities.at(case.stage);
            members(Some(&json!({ "urgency": urgency, "grounds": grounds })))
        }
        _ => Map::new(),
    }
}

fn members<T: Serialize>(what: Option<&T>) -> Map<String, Value> {
    match what.map(serde_json::to_value) {
        Some(Ok(Value::Object(members))) => members,
        _ => Map::new(),
    }
}

fn class(code: &str) -> Option<Class> {
    serde_json::from_value(Value::from(code)).ok()
}

/// What the page is about, under every name a form may carry it.
fn targets(ctx: &FormContext<'_>) -> Vec<(String, Value)> {
    let person = ctx.person.map(|id| id.to_string());
    let document = ctx.document.map(|id| id.to_string());
    let item = ctx.item.map(|id| id.to_string());
    let about = ctx.about.map(str::to_owned);
    let named = |names: &[&str], code: Option<String>| -> Vec<(String, Value)> {
        let code = code.map(Value::from);
        let one = |name: &&str| Some(((*name).to_owned(), code.clone()?));
        names.iter().filter_map(one).collect()
    };
    let mut all = named(&["person"], person);
    all.extend(named(&["document"], document));
    all.extend(named(
        &[
            "notes",
            "discrepancy",
            "conviction",
            "concern",
            "query",
            "letter",
            "application",
        ],
        item,
    ));
    all.extend(named(
        &[
            "element", "check", "class", "about", "task", "kind", "item", "other",
        ],
        about,
    ));
    all
}

/// The usual answer to a few questions, where nothing stands.
fn usual(kind: Kind, ctx: &FormContext<'_>) -> Vec<(String, Value)> {
    let ends = |id| {
        ctx.policy
            .deadline(id, ctx.today)
            .and_then(|d| d.ends(ctx.today))
    };
    let referral = &ctx.case.referral;
    let usual = match kind {
        Kind::Open => vec![("origin", json!(ctx.organisation))],
        Kind::AddPerson if referral.principal().is_none() => vec![
            ("relationship", json!("principal-applicant")),
            ("accompanying", json!(true)),
        ],
        Kind::HoldReferral => vec![("due", json!(ends(DeadlineId::DeficiencyReply)))],
        Kind::ChooseOffice => vec![("office", json!(proposed_office(ctx)))],
        Kind::RecordCheck | Kind::RecordContext => vec![("on", json!(ctx.today))],
        Kind::PutConcern => vec![
            ("put-on", json!(ctx.today)),
            ("due", json!(ends(DeadlineId::FairnessReply))),
        ],
        Kind::SetUrgency => vec![(
            "urgency",
            json!(ctx.case.priorities.at(ctx.case.stage).urgency),
        )],
        Kind::SignLetter => {
            let language = referral.open.as_ref().map(|open| open.language.clone());
            let due = || letter_due(ctx).or_else(|| ends(DeadlineId::FairnessReply));
            let due = (ctx.about == Some("fairness")).then(due);
            vec![("language", json!(language)), ("due", json!(due.flatten()))]
        }
        Kind::RecordLeaveApplication => vec![("served-on", json!(ctx.today))],
        Kind::RecordCourtOutcome => vec![("ended-on", json!(ctx.today))],
        Kind::SendLetter => vec![("on", json!(ctx.today))],
        Kind::KeepConfidential => vec![
            ("person", json!(whose(ctx))),
            ("asked-on", json!(ctx.today)),
        ],
        Kind::LiftConfidence => vec![("agreed-on", json!(ctx.today))],
        Kind::DeclarePerson => vec![
            ("declared-on", json!(ctx.today)),
            ("declared-by", json!(referral.principal().map(|p| p.id))),
        ],
        Kind::ConfirmDeclaration => vec![
            ("person", json!(referral.principal().map(|p| p.id))),
            ("on", json!(ctx.today)),
        ],
        Kind::ExtendTime => vec![("due", json!(ends(DeadlineId::FairnessReply)))],
        _ => Vec::new(),
    };
    let said = usual.into_iter().filter(|(_, value)| !empty(value));
    said.map(|(name, value)| (name.to_owned(), value)).collect()
}

/// Whose fact the item is that the page is about, where it is somebody's own answer.
fn whose(ctx: &FormContext<'_>) -> Option<PersonId> {
    let item: Item = ctx.about?.parse().ok()?;
    item.known_to(ctx.case)
}

/// The latest day already given for an answer, of the concerns that wait for a letter.
fn letter_due(ctx: &FormContext<'_>) -> Option<Date> {
    let case = ctx.case;
    let to = match ctx.person {
        Some(person) => case.referral.person(person),
        None => case.referral.principal(),
    }?;
    latest_due(case, to, ctx.today)
}

/// The office that serves the country of asylum (R140.3(4)).
fn proposed_office(ctx: &FormContext<'_>) -> Option<String> {
    let country = ctx.case.referral.principal()?.details.residence.as_ref()?;
    let office = ctx.policy.office_for(country, ctx.today)?;
    Some(office.code.clone())
}
