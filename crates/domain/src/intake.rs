//! Intake at the Resettlement Operations Centre: completeness, the file, its numbers, the office.

use crate::case::Case;
use crate::decide::Context;
use crate::event::Event;
use crate::id::{PersonId, TransferId};
use crate::letter::{self, Letter};
use crate::likeness;
use crate::policy::{Incomplete, Language, List};
use crate::private::private;
use crate::refused::{Refused, require, worded};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The package goes back to the partner, with reasons.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Return {
    /// Codes of reasons from the policy.
    pub reasons: Vec<String>,
    /// What the partner must know to mend it.
    pub note: String,
}

/// The package waits at the centre while the partner supplies what is missing.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Hold {
    /// Codes of reasons from the policy, or of checklist items that are missing.
    pub deficiencies: Vec<String>,
    /// What is needed, in words.
    pub note: String,
    /// By when.
    #[serde(default)]
    pub due: Option<Date>,
}

/// A number another system gave: typed text with its issuer, never a key here.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Number {
    /// One of [`NUMBER_KINDS`].
    pub kind: String,
    /// The number as printed.
    pub value: String,
    /// Whose number; the case's if empty.
    #[serde(default)]
    pub person: Option<PersonId>,
}

/// The office that will process the case.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Office {
    /// Code of the office, from the policy.
    pub office: String,
    /// Why not the office the country of asylum points to: somebody's safety, usually.
    #[serde(default)]
    pub reason: Option<String>,
}

/// What stands of the intake.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Intake {
    /// Last return.
    pub returned: Option<Return>,
    /// The open deficiency list, until answered.
    pub held: Option<Hold>,
    /// The partner's answer to the last list.
    pub answered: Option<String>,
    /// When the file was created, UTC milliseconds.
    pub file_created_ms: Option<i64>,
    /// Numbers, in the order recorded.
    pub numbers: Vec<Number>,
    /// The office chosen.
    pub office: Option<Office>,
}

private!(Return, Hold, Number, Office, Intake);

/// The kinds of numbers other systems give.
pub const NUMBER_KINDS: [&str; 6] = [
    "g-number",
    "uci",
    "unhcr-individual",
    "unhcr-group",
    "partner",
    "other",
];

/// A file of its own, and a look for other cases of the same person.
pub(crate) fn accept(ctx: &Context<'_>) -> Vec<Event> {
    let created = Event::FileCreated {
        policy: ctx.policy.version().to_owned(),
    };
    let checked = likeness::on_acceptance(ctx);
    std::iter::once(created).chain(checked).collect()
}

/// A return names its reasons. R140.4 speaks of sponsored applications only: for these it is a rule of the work.
/// The letter that says so goes back with it.
pub(crate) fn give_back(
    ctx: &Context<'_>,
    case: &Case,
    act: Return,
) -> Result<Vec<Event>, Refused> {
    require(practice(ctx) != Incomplete::Hold, || {
        Refused::by("practice-is-to-hold")
    })?;
    require(!act.reasons.is_empty(), || Refused::by("reason-needed"))?;
    let known = |code: &String| ctx.policy.named(List::ReturnReason, code, ctx.today);
    require(act.reasons.iter().all(|r| known(r).is_some()), || {
        Refused::by("no-such-reason")
    })?;
    let letter = return_letter(case);
    let signed = ctx
        .made
        .map(|_| letter::signed(ctx, letter, Vec::new()))
        .transpose()?;
    let returned = std::iter::once(Event::Returned(act));
    Ok(returned.chain(signed).collect())
}

/// The letter of a return, in the language of correspondence.
#[must_use]
pub fn return_letter(case: &Case) -> Letter {
    let open = case.referral.open.as_ref();
    let language = match open.map(|o| o.language.as_str()) {
        Some("fr") => Language::Fr,
        _ => Language::En,
    };
    Letter::new(letter::Kind::Return, language)
}

/// What the policy lets intake do with an incomplete referral; where it is silent, either.
fn practice(ctx: &Context<'_>) -> Incomplete {
    let practice = ctx.policy.practice(ctx.today);
    practice.map_or(Incomplete::Either, |p| p.incomplete_referral)
}

pub(crate) fn hold(ctx: &Context<'_>, act: Hold) -> Result<Vec<Event>, Refused> {
    require(practice(ctx) != Incomplete::Return, || {
        Refused::by("practice-is-to-return")
    })?;
    require(!act.deficiencies.is_empty(), || {
        Refused::by("reason-needed")
    })?;
    let items = ctx.policy.checklist(ctx.today);
    let known = |code: &String| {
        let reason = ctx.policy.named(List::HoldReason, code, ctx.today);
        reason.is_some() || items.iter().any(|i| i.id == *code)
    };
    require(act.deficiencies.iter().all(known), || {
        Refused::by("no-such-reason")
    })?;
    require(act.due.is_none_or(|d| d >= ctx.today), || {
        Refused::by("due-in-the-past")
    })?;
    Ok(vec![Event::Held(act)])
}

pub(crate) fn number(case: &Case, act: Number) -> Result<Vec<Event>, Refused> {
    let known = act.person.is_none_or(|p| case.referral.person(p).is_some());
    require(known, || Refused::by("no-such-person"))?;
    require(NUMBER_KINDS.contains(&act.kind.as_str()), || {
        Refused::by("no-such-kind")
    })?;
    worded(&act.value)?;
    require(!(act.kind == "uci" && act.person.is_none()), || {
        Refused::by("uci-belongs-to-a-person")
    })?;
    require(!case.intake.numbers.contains(&act), || {
        Refused::by("number-already-recorded")
    })?;
    Ok(vec![Event::NumberRecorded(act)])
}

/// The office the country of asylum points to; any other needs a reason, and an office in an adverse country is refused.
pub(crate) fn choose_office(
    ctx: &Context<'_>,
    case: &Case,
    act: Office,
) -> Result<Vec<Event>, Refused> {
    let office = ctx
        .policy
        .office(&act.office, ctx.today)
        .ok_or_else(|| Refused::by("no-such-office"))?;
    let adverse = case
        .referral
        .work
        .as_ref()
        .is_some_and(|w| w.adverse_countries.contains(&office.country));
    require(!adverse, || {
        Refused::by("office-in-adverse-country").with("office", act.office.clone())
    })?;
    let proposed = proposed_office(ctx, case);
    let differs = proposed.as_deref() != Some(act.office.as_str());
    let reasoned = act.reason.as_deref().is_some_and(|r| !r.trim().is_empty());
    require(!differs || reasoned, || {
        Refused::by("office-override-needs-reason").citing("R140.3(4)")
    })?;
    Ok(vec![Event::OfficeChosen(act)])
}

/// The code of the office serving the principal applicant's country of asylum (R140.3(4)).
#[must_use]
pub fn proposed_office(ctx: &Context<'_>, case: &Case) -> Option<String> {
    let country = case.referral.principal()?.details.residence.clone()?;
    ctx.policy
        .office_for(&country, ctx.today)
        .map(|o| o.code.clone())
}

pub(crate) fn transfer(ctx: &Context<'_>, case: &Case) -> Result<Vec<Event>, Refused> {
    let chosen = case
        .intake
        .office
        .as_ref()
        .ok_or_else(|| Refused::by("no-office-chosen"))?;
    let to = ctx
        .office
        .ok_or_else(|| Refused::by("office-has-no-group").with("office", chosen.office.clone()))?;
    Ok(vec![Event::OfferedToOffice {
        transfer: TransferId::from_bytes(ctx.fresh),
        to,
        office: chosen.office.clone(),
    }])
}
