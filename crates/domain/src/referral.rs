//! The referral: what a partner gathers, vouches for and submits.

use crate::case::Case;
use crate::decide::Context;
use crate::event::Event;
use crate::family::Confirmed;
use crate::id::{DocumentId, PersonId, TransferId, UserId};
use crate::person::{Details, Person, Relationship};
use crate::policy::{List, Partner, ReferralDate};
use crate::private::private;
use crate::refused::{Refused, reasoned, require, worded};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Whose inventory a case comes from: UNHCR may take over cases of the other two, and the case keeps its origin.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Open {
    /// The partner's own case number: text, never a key.
    pub reference: String,
    /// Code of the partner in whose inventory the case began; the referring partner itself if empty.
    #[serde(default)]
    pub origin: Option<String>,
    /// Language of correspondence, `en` or `fr`.
    pub language: String,
    /// UNHCR's own number for the case or the person, where there is one.
    #[serde(default)]
    pub unhcr_number: Option<String>,
}

/// Human-rights work, and who persecutes the defender for it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Work {
    /// Codes of categories of defenders, from the policy of forms.
    pub categories: Vec<String>,
    /// What the person does, in words.
    pub description: String,
    /// `state`, `non-state`, or both.
    pub persecutors: Vec<String>,
    /// Who they are.
    pub persecutors_who: String,
    /// Countries whose authorities must never be contacted about this case, ISO 3166 alpha-2.
    pub adverse_countries: Vec<String>,
}

/// The danger, where it comes from, and what it means for an interview.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Risk {
    /// What happened and what is feared.
    pub description: String,
    /// Danger in the country of asylum.
    #[serde(default)]
    pub in_asylum: Option<String>,
    /// What stands in the way of a durable solution: return, staying, resettlement elsewhere (R139(1)(d)).
    pub durable_solution: String,
    /// Charges or convictions known to the partner, with its view of them; "none known" is an answer.
    pub charges: String,
    /// What an interviewer must know so that nobody is put in danger.
    #[serde(default)]
    pub interview: Option<String>,
}

/// What the applicant declares over a signature, and who speaks for them (R10(1), R10(2)).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Declaration {
    /// Every family member is listed, accompanying or not.
    #[serde(default)]
    pub all_family_declared: bool,
    /// The day the principal applicant signed that all is complete and true.
    pub signed_on: Date,
    /// `none` or `yes`.
    pub representative: String,
    /// Name, postal address and telephone number of whoever represents or advises.
    #[serde(default)]
    pub representative_details: Option<String>,
    /// Languages in which the person can be interviewed.
    #[serde(default)]
    pub interview_languages: Vec<String>,
}

/// How to reach the person without endangering anyone. Sealed apart from the rest.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Contact {
    /// Where they live now (R140.1).
    pub address: String,
    /// The only channel that may be used.
    pub channel: String,
    /// When it may be used.
    pub hours: String,
    /// What to say first.
    #[serde(default)]
    pub code_word: Option<String>,
    /// What must never be sent or said.
    #[serde(default)]
    pub never: Option<String>,
}

/// One adult's consent to the referral and to what is told to whom.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Consent {
    /// Who consents.
    pub person: PersonId,
    /// On which day.
    pub given_on: Date,
    /// `written` or `spoken`.
    pub manner: String,
    /// Whether the referring partner may be told the outcome.
    #[serde(default)]
    pub outcome_to_partner: bool,
}

/// A document in the case: its name and kind are sealed with it; so is the key of the sealed object.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Document {
    /// The object's name.
    pub id: DocumentId,
    /// The file name as the person gave it.
    pub name: String,
    /// Code of the kind of document, from the policy.
    pub kind: String,
    /// Whom it is about; the whole case if empty.
    #[serde(default)]
    pub person: Option<PersonId>,
    /// True length in bytes.
    pub size: u64,
    /// Length of the sealed object in bytes.
    pub sealed_size: u64,
    /// SHA-256 of the sealed object, hexadecimal.
    pub sha256: String,
    /// The object's key, hexadecimal.
    pub key: String,
    /// Why it was withdrawn, if it was.
    #[serde(default)]
    pub withdrawn: Option<String>,
}

/// The partner's word, given by a named assessor, that the person is a human rights defender at risk. Nobody else gives it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Attestation {
    /// Grounds, in summary.
    pub grounds: String,
    /// The statement itself, confirmed.
    #[serde(default)]
    pub confirmed: bool,
}

/// What stands of the referral after the entries so far.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Referral {
    /// Reference, origin, language of correspondence.
    pub open: Option<Open>,
    /// The partner that refers, by code.
    pub partner: String,
    /// Human-rights work.
    pub work: Option<Work>,
    /// Risk.
    pub risk: Option<Risk>,
    /// Declaration of the applicant.
    pub declaration: Option<Declaration>,
    /// Safe contact; `None` also when this reader does not hold that compartment.
    pub contact: Option<Contact>,
    /// Everybody, the removed included.
    pub persons: Vec<Person>,
    /// Consents, the latest of each person.
    pub consents: Vec<Consent>,
    /// Documents, the withdrawn included.
    pub documents: Vec<Document>,
    /// The attestation with who gave it and when, until content changes after it.
    pub attestation: Option<(Attestation, UserId, i64)>,
    /// Who asked for approval last.
    pub asked_by: Option<UserId>,
    /// Everybody at the partner who wrote any of it: none of them may approve it.
    pub authors: Vec<UserId>,
    /// The date of the referral: a child's age is locked on it (R25.1(7)).
    pub date: Option<Date>,
    /// Why it was sent back by the supervisor, the last time.
    pub sent_back: Option<String>,
    /// Whether everybody is declared, each time it was asked before departure.
    pub confirmations: Vec<Confirmed>,
}

private!(
    Open,
    Work,
    Risk,
    Declaration,
    Contact,
    Consent,
    Document,
    Attestation,
    Referral
);

impl Referral {
    /// Those still on the case.
    pub fn present(&self) -> impl Iterator<Item = &Person> {
        self.persons.iter().filter(|p| p.removed.is_none())
    }

    /// The principal applicant.
    #[must_use]
    pub fn principal(&self) -> Option<&Person> {
        self.present()
            .find(|p| p.details.relationship == Relationship::PrincipalApplicant)
    }

    /// Persons who take a space: the principal applicant and those who accompany.
    #[must_use]
    pub fn counted(&self) -> u32 {
        u32::try_from(self.travelling().count()).unwrap_or(u32::MAX)
    }

    /// Those in this application, and so those who are decided on: the principal applicant and those who accompany.
    pub fn travelling(&self) -> impl Iterator<Item = &Person> {
        self.present().filter(|p| p.details.travels())
    }

    /// The day on which a child's age is locked: that of the referral or, until it is made, the day given (R25.1(7)).
    #[must_use]
    pub fn lock_in(&self, today: Date) -> Date {
        self.date.unwrap_or(today)
    }

    /// One person still on the case.
    #[must_use]
    pub fn person(&self, id: PersonId) -> Option<&Person> {
        self.present().find(|p| p.id == id)
    }

    /// Documents not withdrawn.
    pub fn in_hand(&self) -> impl Iterator<Item = &Document> {
        self.documents.iter().filter(|d| d.withdrawn.is_none())
    }
}

pub(crate) fn open(ctx: &Context<'_>, act: Open) -> Result<Vec<Event>, Refused> {
    let partner = may_refer(ctx, &ctx.actor.organisation)?;
    worded(&act.reference)?;
    if let Some(origin) = &act.origin {
        let takes = *origin == partner.code || partner.takes_over.contains(origin);
        require(takes, || {
            Refused::by("origin-not-taken-over").with("partner", partner.code.clone())
        })?;
    }
    Ok(vec![Event::Opened {
        open: act,
        partner: partner.code.clone(),
    }])
}

/// The partner of that code, if it may refer on this day.
fn may_refer<'p>(ctx: &Context<'p>, code: &str) -> Result<&'p Partner, Refused> {
    let partner = ctx.policy.partner(code, ctx.today);
    let partner = partner.ok_or_else(|| Refused::by("not-a-partner").citing("R140.3(1)"))?;
    require(partner.may_refer(), || {
        Refused::by("refers-through-unhcr")
            .citing("R140.3(1)")
            .with("partner", partner.code.clone())
    })?;
    Ok(partner)
}

pub(crate) fn add_person(
    ctx: &Context<'_>,
    case: &Case,
    details: Details,
) -> Result<Vec<Event>, Refused> {
    can_be_added(ctx, case, &details)?;
    Ok(vec![Event::PersonAdded {
        person: PersonId::from_bytes(ctx.fresh),
        details,
    }])
}

/// What holds of anybody who is added, whenever that is.
pub(crate) fn can_be_added(
    ctx: &Context<'_>,
    case: &Case,
    details: &Details,
) -> Result<(), Refused> {
    one_principal(case, None, details)?;
    known_birth(ctx, details)
}

pub(crate) fn change_person(
    ctx: &Context<'_>,
    case: &Case,
    person: PersonId,
    details: Details,
) -> Result<Vec<Event>, Refused> {
    require(case.referral.person(person).is_some(), || {
        Refused::by("no-such-person")
    })?;
    one_principal(case, Some(person), &details)?;
    known_birth(ctx, &details)?;
    Ok(vec![Event::PersonChanged { person, details }])
}

fn one_principal(
    case: &Case,
    changing: Option<PersonId>,
    details: &Details,
) -> Result<(), Refused> {
    let other = case.referral.principal().filter(|p| Some(p.id) != changing);
    let two = details.relationship == Relationship::PrincipalApplicant && other.is_some();
    require(!two, || {
        Refused::by("one-principal-applicant").citing("R10(3)")
    })
}

fn known_birth(ctx: &Context<'_>, details: &Details) -> Result<(), Refused> {
    let future = details.birth.is_some_and(|b| b.bounds().0 > ctx.today);
    require(!future, || Refused::by("birth-in-the-future"))
}

pub(crate) fn declare(ctx: &Context<'_>, act: Declaration) -> Result<Vec<Event>, Refused> {
    require(act.signed_on <= ctx.today, || {
        Refused::by("date-in-the-future")
    })?;
    Ok(vec![Event::DeclarationRecorded(act)])
}

pub(crate) fn remove_person(
    case: &Case,
    person: PersonId,
    reason: String,
) -> Result<Vec<Event>, Refused> {
    require(case.referral.person(person).is_some(), || {
        Refused::by("no-such-person")
    })?;
    reasoned(&reason)?;
    Ok(vec![Event::PersonRemoved { person, reason }])
}

pub(crate) fn consent(ctx: &Context<'_>, case: &Case, act: Consent) -> Result<Vec<Event>, Refused> {
    require(case.referral.person(act.person).is_some(), || {
        Refused::by("no-such-person")
    })?;
    require(act.given_on <= ctx.today, || {
        Refused::by("date-in-the-future")
    })?;
    Ok(vec![Event::ConsentRecorded(act)])
}

pub(crate) fn add_document(
    ctx: &Context<'_>,
    case: &Case,
    document: Document,
) -> Result<Vec<Event>, Refused> {
    let known = document
        .person
        .is_none_or(|p| case.referral.person(p).is_some());
    require(known, || Refused::by("no-such-person"))?;
    let kind = (ctx.policy).named(List::DocumentKind, &document.kind, ctx.today);
    require(kind.is_some(), || Refused::by("no-such-kind"))?;
    require(document.size > 0, || Refused::by("empty-file"))?;
    let again = case.referral.documents.iter().any(|d| d.id == document.id);
    require(!again, || Refused::by("document-already-added"))?;
    // whatever the form says, a document that is added is not withdrawn
    let withdrawn = None;
    Ok(vec![Event::DocumentAdded(Document {
        withdrawn,
        ..document
    })])
}

pub(crate) fn withdraw_document(
    case: &Case,
    document: DocumentId,
    reason: String,
) -> Result<Vec<Event>, Refused> {
    require(case.referral.in_hand().any(|d| d.id == document), || {
        Refused::by("no-such-document")
    })?;
    reasoned(&reason)?;
    Ok(vec![Event::DocumentWithdrawn { document, reason }])
}

pub(crate) fn request_approval(ctx: &Context<'_>, case: &Case) -> Result<Vec<Event>, Refused> {
    complete(ctx, case)?;
    Ok(vec![Event::ApprovalRequested])
}

pub(crate) fn attest(
    ctx: &Context<'_>,
    case: &Case,
    act: Attestation,
) -> Result<Vec<Event>, Refused> {
    require(!case.referral.authors.contains(&ctx.actor.user), || {
        Refused::by("own-work")
    })?;
    require(act.confirmed, || Refused::by("statement-not-confirmed"))?;
    reasoned(&act.grounds)?;
    complete(ctx, case)?;
    Ok(vec![Event::Attested(act)])
}

/// Submission: a partner that may refer on the day, everything there, attested by somebody else. Whether places are left
/// in the partner's yearly allocation is counted across cases, where the act is carried out.
pub(crate) fn submit(ctx: &Context<'_>, case: &Case) -> Result<Vec<Event>, Refused> {
    require(case.referral.attestation.is_some(), || {
        Refused::by("not-attested")
    })?;
    may_refer(ctx, &case.referral.partner)?;
    complete(ctx, case)?;
    let to = ctx.intake.ok_or_else(|| Refused::by("no-intake-group"))?;
    let first_stays = ctx
        .policy
        .practice(ctx.today)
        .is_none_or(|p| p.referral_date_after_return == ReferralDate::First);
    let date = case
        .referral
        .date
        .filter(|_| first_stays)
        .unwrap_or(ctx.today);
    Ok(vec![Event::Submitted {
        transfer: TransferId::from_bytes(ctx.fresh),
        to,
        date,
        policy: ctx.policy.version().to_owned(),
    }])
}

pub(crate) fn answer_deficiency(
    ctx: &Context<'_>,
    case: &Case,
    note: String,
) -> Result<Vec<Event>, Refused> {
    require(case.referral.attestation.is_some(), || {
        Refused::by("not-attested")
    })?;
    complete(ctx, case)?;
    worded(&note)?;
    Ok(vec![Event::DeficiencyAnswered { note }])
}

fn complete(ctx: &Context<'_>, case: &Case) -> Result<(), Refused> {
    let missing: Vec<_> = crate::completeness::check(ctx.policy, case, ctx.today)
        .into_iter()
        .filter(|i| i.missing())
        .collect();
    match missing.first() {
        None => Ok(()),
        Some(first) => Err(Refused::by("incomplete")
            .citing(
                first
                    .provisions
                    .iter()
                    .map(ToString::to_string)
                    .collect::<Vec<_>>()
                    .join(", "),
            )
            .with("count", missing.len().to_string())
            .with("first", first.id.clone())),
    }
}
