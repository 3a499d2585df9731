//! What a complete referral holds, item by item, with the provision each comes from. It explains; it never scores.
//!
//! The items are data (`policy/checklist.toml`); each names one of the checks below.

use crate::case::Case;
use crate::id::PersonId;
use crate::person::{Person, Relationship};
use crate::policy::{Applies, ChecklistItem, Citation, Origin, Policy, Rule, Text};
use crate::tasks::shares_class;
use jiff::civil::Date;

/// One thing a complete referral holds, and whether it is there.
#[derive(Clone, PartialEq, Eq)]
pub struct Item {
    /// Code of the checklist item.
    pub id: String,
    /// What must be there, in words.
    pub text: Text,
    /// The provisions it comes from.
    pub provisions: Vec<Citation>,
    /// On whose word it is asked for: what no provision asks for has a source all the same, or is assumed.
    pub origin: Origin,
    /// About whom; the case as a whole if empty.
    pub person: Option<PersonId>,
    /// Whether a referral without it cannot be submitted.
    pub blocks: bool,
    /// Whether it is there.
    pub there: bool,
    /// Where it is mended.
    pub section: Section,
}

/// The part of the work in which an item is mended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    /// Persons.
    Persons,
    /// Human-rights work and persecutors.
    Work,
    /// Risk and durable solution.
    Risk,
    /// Safe contact.
    Contact,
    /// Consents.
    Consent,
    /// Declaration and representative.
    Declaration,
    /// Documents.
    Documents,
    /// The referral itself: reference and numbers.
    Referral,
}

impl Section {
    /// All of them, in the order of the work.
    pub const ALL: [Self; 8] = [
        Self::Persons,
        Self::Work,
        Self::Risk,
        Self::Contact,
        Self::Consent,
        Self::Declaration,
        Self::Documents,
        Self::Referral,
    ];

    /// Its code: what to do about it is said in the words of policy called `cover-do-{code}`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Persons => "persons",
            Self::Work => "work",
            Self::Risk => "risk",
            Self::Contact => "contact",
            Self::Consent => "consent",
            Self::Declaration => "declaration",
            Self::Documents => "documents",
            Self::Referral => "referral",
        }
    }
}

impl Item {
    /// Whether its absence keeps the referral from being submitted.
    #[must_use]
    pub const fn missing(&self) -> bool {
        self.blocks && !self.there
    }
}

/// Every item that applies to the case, in the order of the policy, each person in turn. The attestation is not among
/// them: it is the act of approval itself.
#[must_use]
pub fn check(policy: &Policy, case: &Case, day: Date) -> Vec<Item> {
    let day = case.referral.date.unwrap_or(day);
    let by_unhcr = policy
        .partner(&case.referral.partner, day)
        .is_some_and(crate::policy::Partner::is_unhcr);
    let items = policy
        .checklist(day)
        .into_iter()
        .filter(|i| i.concerns(by_unhcr) && i.rule != Rule::HrdAttestation);
    items
        .flat_map(|item| of_item(policy, case, item, day))
        .collect()
}

fn of_item(policy: &Policy, case: &Case, item: &ChecklistItem, day: Date) -> Vec<Item> {
    let one = |person: Option<&Person>, there: bool| Item {
        id: item.id.clone(),
        text: item.text.clone(),
        provisions: item.provisions.clone(),
        origin: item.origin.clone(),
        person: person.map(|p| p.id),
        blocks: item.blocks,
        there,
        section: section(item.rule),
    };
    match item.applies {
        Applies::Case => return vec![one(None, case_has(policy, case, item, day))],
        Applies::Represented if represented(case) => {
            return vec![one(None, case_has(policy, case, item, day))];
        }
        _ => {}
    }
    let concerned = case
        .referral
        .present()
        .filter(|p| applies(case, item.applies, p, day));
    concerned
        .map(|p| {
            let there =
                of_person(case, p, item).unwrap_or_else(|| case_has(policy, case, item, day));
            one(Some(p), there)
        })
        .collect()
}

fn applies(case: &Case, applies: Applies, person: &Person, day: Date) -> bool {
    let principal = person.details.relationship == Relationship::PrincipalApplicant;
    let travels = person.details.travels();
    match applies {
        Applies::Case | Applies::Represented => false,
        Applies::PrincipalApplicant => principal,
        Applies::EachPerson => true,
        // family members share the class; everybody else meets the definition of a refugee alone (R140)
        Applies::ClaimsWithoutNationality => {
            let none = person.details.nationalities.is_empty();
            travels && none && !shares_class(case, person, day)
        }
        Applies::EachAccompanying => travels,
        Applies::EachAccompanyingRelative => travels && !principal,
        Applies::EachNonAccompanying => !travels,
        // where the age cannot be told, the person is asked
        Applies::EachAdult => travels && !person.details.minor(day),
    }
}

const fn section(rule: Rule) -> Section {
    match rule {
        Rule::PrincipalApplicantNamed
        | Rule::PersonNamed
        | Rule::BirthDate
        | Rule::CountryOfBirth
        | Rule::Nationality
        | Rule::FormerResidence
        | Rule::MaritalStatus
        | Rule::FamilyRelationship
        | Rule::CountryOfAsylum
        | Rule::OutsideCanada
        | Rule::OutsideHomeCountry => Section::Persons,
        Rule::HumanRightsWork | Rule::Persecutors => Section::Work,
        Rule::Risk | Rule::DurableSolution | Rule::ConvictionsStated => Section::Risk,
        Rule::SafeContact | Rule::Address => Section::Contact,
        Rule::ConsentOfAdult => Section::Consent,
        Rule::AllFamilyDeclared
        | Rule::SignedDeclaration
        | Rule::RepresentativeIfAny
        | Rule::Languages => Section::Declaration,
        Rule::Document | Rule::IdentityDocumentOrExplanation => Section::Documents,
        Rule::ReferralByPartner | Rule::UnhcrNumber | Rule::HrdAttestation => Section::Referral,
    }
}

/// Whether somebody represents or advises the applicant.
fn represented(case: &Case) -> bool {
    let declaration = case.referral.declaration.as_ref();
    declaration.is_some_and(|d| d.representative != "none")
}

fn said(text: &str) -> bool {
    !text.trim().is_empty()
}

/// The checks on the case as a whole.
fn case_has(policy: &Policy, case: &Case, item: &ChecklistItem, day: Date) -> bool {
    let referral = &case.referral;
    let work = referral.work.as_ref();
    let risk = referral.risk.as_ref();
    let declaration = referral.declaration.as_ref();
    match item.rule {
        Rule::PrincipalApplicantNamed => referral
            .principal()
            .is_some_and(|p| said(&p.details.family_name)),
        Rule::HumanRightsWork => work.is_some_and(|w| said(&w.description)),
        Rule::Persecutors => {
            work.is_some_and(|w| !w.persecutors.is_empty() && said(&w.persecutors_who))
        }
        Rule::Risk => risk.is_some_and(|r| said(&r.description)),
        Rule::DurableSolution => risk.is_some_and(|r| said(&r.durable_solution)),
        Rule::ConvictionsStated => risk.is_some_and(|r| said(&r.charges)),
        Rule::SafeContact => referral
            .contact
            .as_ref()
            .is_some_and(|c| said(&c.channel) && said(&c.hours)),
        Rule::AllFamilyDeclared => declaration.is_some_and(|d| d.all_family_declared),
        Rule::SignedDeclaration => declaration.is_some(),
        Rule::Languages => declaration.is_some_and(|d| !d.interview_languages.is_empty()),
        Rule::RepresentativeIfAny => declaration.is_some_and(|d| {
            d.representative == "none" || d.representative_details.as_deref().is_some_and(said)
        }),
        Rule::Document => (item.document.iter()).all(|kind| has_document(case, None, kind)),
        Rule::ReferralByPartner => policy
            .partner(&referral.partner, day)
            .is_some_and(crate::policy::Partner::may_refer),
        Rule::UnhcrNumber => referral
            .open
            .as_ref()
            .is_some_and(|o| o.unhcr_number.as_deref().is_some_and(said)),
        Rule::HrdAttestation => referral.attestation.is_some(),
        Rule::CountryOfAsylum | Rule::OutsideCanada | Rule::OutsideHomeCountry | Rule::Address => {
            referral
                .principal()
                .is_some_and(|p| of_person(case, p, item) == Some(true))
        }
        Rule::PersonNamed
        | Rule::BirthDate
        | Rule::CountryOfBirth
        | Rule::Nationality
        | Rule::FormerResidence
        | Rule::MaritalStatus
        | Rule::FamilyRelationship
        | Rule::ConsentOfAdult
        | Rule::IdentityDocumentOrExplanation => referral
            .present()
            .all(|p| of_person(case, p, item) == Some(true)),
    }
}

/// The checks on one person; `None` for what can only be asked of the case.
fn of_person(case: &Case, person: &Person, item: &ChecklistItem) -> Option<bool> {
    let d = &person.details;
    let principal = d.relationship == Relationship::PrincipalApplicant;
    Some(match item.rule {
        Rule::PersonNamed => said(&d.family_name) || said(&d.given_names),
        Rule::BirthDate => d.birth.is_some(),
        Rule::CountryOfBirth => d.birth_country.is_some(),
        Rule::Nationality => d.stateless || !d.nationalities.is_empty(),
        Rule::FormerResidence => !d.home_countries().is_empty(),
        Rule::MaritalStatus => d.marital_status.is_some(),
        Rule::FamilyRelationship => true,
        Rule::CountryOfAsylum => d.residence.is_some(),
        Rule::OutsideCanada => d.residence.as_deref().is_some_and(|c| c != "CA"),
        Rule::OutsideHomeCountry => d
            .residence
            .as_ref()
            .is_some_and(|c| !d.home_countries().contains(c)),
        // one address stands for the family; who lives elsewhere has a country of residence of their own
        Rule::Address => {
            case.referral
                .contact
                .as_ref()
                .is_some_and(|c| said(&c.address))
                && (principal || d.residence.is_some())
        }
        Rule::ConsentOfAdult => case.referral.consents.iter().any(|c| c.person == person.id),
        Rule::Document => {
            (item.document.iter()).all(|kind| has_document(case, Some(person.id), kind))
        }
        Rule::IdentityDocumentOrExplanation => {
            has_document(case, Some(person.id), "identity")
                || has_document(case, Some(person.id), "travel-document")
                || d.no_identity_document.as_deref().is_some_and(said)
        }
        _ => return None,
    })
}

fn has_document(case: &Case, person: Option<PersonId>, kind: &str) -> bool {
    case.referral
        .in_hand()
        .any(|d| d.kind == kind && (person.is_none() || d.person == person))
}
