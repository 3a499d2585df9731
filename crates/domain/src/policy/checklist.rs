//! What a complete referral holds: each item is put in words here and checked by a rule the code knows by name.

use serde::{Deserialize, Serialize};

use super::dated::dated;
use super::error::{PolicyError, Problem};
use super::fields::Fields;
use super::{Citation, Item, Origin, Period, Text};

/// A check of completeness. The code holds one for each name; none weighs or judges what was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rule {
    /// The case names its principal applicant.
    PrincipalApplicantNamed,
    /// The person has a name.
    PersonNamed,
    /// The person has a date of birth, be it only the year.
    BirthDate,
    /// The person has a country of birth.
    CountryOfBirth,
    /// The person has at least one nationality, or is said to be stateless.
    Nationality,
    /// Of somebody without a nationality, at least one country of former habitual residence is given.
    FormerResidence,
    /// The person has an address.
    Address,
    /// It is said whether the person is somebody's spouse, common-law partner or conjugal partner.
    MaritalStatus,
    /// The person's relationship to the principal applicant is given, and whether they accompany.
    FamilyRelationship,
    /// It is stated that every family member has been listed, accompanying or not.
    AllFamilyDeclared,
    /// The case has a country of asylum.
    CountryOfAsylum,
    /// The country of asylum is not Canada.
    OutsideCanada,
    /// The country of asylum is none of the principal applicant's nationalities, nor, where there is none, one of former habitual residence.
    OutsideHomeCountry,
    /// The human-rights work is described.
    HumanRightsWork,
    /// The persecutors are described, with the kind: state or non-state.
    Persecutors,
    /// The risk is described.
    Risk,
    /// What stands in the way of a durable solution is described.
    DurableSolution,
    /// It is said whether anybody in the case was charged or convicted; “none known” is an answer.
    ConvictionsStated,
    /// There is a safe-contact protocol.
    SafeContact,
    /// The languages of correspondence and of interview are given.
    Languages,
    /// The adult has consented.
    ConsentOfAdult,
    /// A supervisor of the partner has signed the attestation of defender status.
    HrdAttestation,
    /// The referring partner may refer on this day.
    ReferralByPartner,
    /// UNHCR's own number is recorded.
    UnhcrNumber,
    /// A document of the kind that the item names is there: about the person where the item applies to persons.
    Document,
    /// The person has an identity document among the documents, or it is explained why not.
    IdentityDocumentOrExplanation,
    /// The principal applicant's signed declaration that all is complete and accurate is there.
    SignedDeclaration,
    /// Either nobody represents or advises the applicant, or the name, postal address and telephone number of whoever does are given.
    RepresentativeIfAny,
}

/// To whom a checklist item applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Applies {
    /// Once, to the case as a whole.
    Case,
    /// To the principal applicant only.
    PrincipalApplicant,
    /// To every person in the case, accompanying or not.
    EachPerson,
    /// To the principal applicant, and to whoever else in the application claims in their own right, where no nationality
    /// is given.
    ClaimsWithoutNationality,
    /// To the principal applicant and every accompanying person.
    EachAccompanying,
    /// To every person who does not accompany.
    EachNonAccompanying,
    /// To the principal applicant and every accompanying person who is an adult.
    EachAdult,
    /// To every accompanying person but the principal applicant.
    EachAccompanyingRelative,
    /// Once, to the case, where somebody represents or advises the applicant.
    Represented,
}

/// Which referrals an item concerns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReferredBy {
    /// All.
    #[default]
    Anyone,
    /// Only those by UNHCR.
    Unhcr,
    /// Only those by a partner other than UNHCR.
    NotUnhcr,
}

/// One thing a complete referral holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ChecklistItem {
    /// What the item is called in data.
    pub id: String,
    /// What must be there, in words.
    pub text: Text,
    /// The provisions that require it; empty where the stream asks for it without one.
    pub provisions: Vec<Citation>,
    /// To whom it applies.
    pub applies: Applies,
    /// Which referrals it concerns.
    pub referred_by: ReferredBy,
    /// Whether a referral without it cannot be submitted or accepted; otherwise it is only a reminder.
    pub blocks: bool,
    /// The check that finds it.
    pub rule: Rule,
    /// The kind of document that must be there, of [`Rule::Document`] and of no other.
    pub document: Option<String>,
    /// When this is in force.
    pub period: Period,
    /// On whose word.
    pub origin: Origin,
}

impl ChecklistItem {
    /// Whether the item concerns a referral by UNHCR, or by another partner.
    #[must_use]
    pub fn concerns(&self, by_unhcr: bool) -> bool {
        match self.referred_by {
            ReferredBy::Anyone => true,
            ReferredBy::Unhcr => by_unhcr,
            ReferredBy::NotUnhcr => !by_unhcr,
        }
    }
}

dated!(
    ChecklistItem,
    text,
    |item| item.id.clone(),
    cites | item | item.provisions.iter().collect()
);

impl Item for ChecklistItem {
    const TABLE: &'static str = "checklist-item";

    fn read(fields: &mut Fields<'_>) -> Result<Self, PolicyError> {
        let item = Self {
            id: fields.id()?,
            text: fields.text()?,
            provisions: fields.citations("provisions")?,
            applies: fields.name("applies")?,
            referred_by: fields.name_or("referred-by")?,
            blocks: fields.flag("blocks")?,
            rule: fields.name("rule")?,
            document: fields.maybe_line("document")?,
            period: fields.period()?,
            origin: fields.origin()?,
        };
        if item.document.is_some() != (item.rule == Rule::Document) {
            return Err(fields.wrong(Problem::Value {
                key: "document",
                wanted: "the kind of document, where the rule is “document”, and nowhere else",
            }));
        }
        Ok(item)
    }
}
