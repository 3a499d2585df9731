//! The persons of a case: the principal applicant and every family member, accompanying or not.

use crate::date::{Known, PartialDate, younger_than};
use crate::id::PersonId;
use crate::private::private;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// How a person is related to the principal applicant (R1(3), R2; a de facto dependant is no family member in law
/// and must meet the refugee definition alone).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Relationship {
    /// The applicant in whose name the case stands.
    PrincipalApplicant,
    /// Married to the principal applicant.
    Spouse,
    /// Common-law partner (R1(1), R1(2)).
    CommonLawPartner,
    /// Dependent child of the applicant or of the spouse or partner (R2).
    DependentChild,
    /// Dependent child of a dependent child (R1(3)(c)).
    ChildOfDependentChild,
    /// Depends on the family in fact; assessed in their own right.
    DeFactoDependant,
    /// Another relative, declared.
    OtherRelative,
}

impl Relationship {
    /// All of them, in the order a form offers them.
    pub const ALL: [Self; 7] = [
        Self::PrincipalApplicant,
        Self::Spouse,
        Self::CommonLawPartner,
        Self::DependentChild,
        Self::ChildOfDependentChild,
        Self::DeFactoDependant,
        Self::OtherRelative,
    ];

    /// The code used in forms, files and policy.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::PrincipalApplicant => "principal-applicant",
            Self::Spouse => "spouse",
            Self::CommonLawPartner => "common-law-partner",
            Self::DependentChild => "dependent-child",
            Self::ChildOfDependentChild => "child-of-dependent-child",
            Self::DeFactoDependant => "de-facto-dependant",
            Self::OtherRelative => "other-relative",
        }
    }

    /// Whether dependency, and so age, matters.
    #[must_use]
    pub const fn is_child(self) -> bool {
        matches!(self, Self::DependentChild | Self::ChildOfDependentChild)
    }
}

/// What is known of a person. Names carry a Latin form; the name as its owner writes it may be in any script.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Details {
    /// Relationship to the principal applicant.
    pub relationship: Relationship,
    /// Whether the person is to travel with the principal applicant.
    #[serde(default)]
    pub accompanying: bool,
    /// Family name in Latin letters.
    pub family_name: String,
    /// Given names in Latin letters; empty where a person has one name only.
    #[serde(default)]
    pub given_names: String,
    /// The full name in its own script.
    #[serde(default)]
    pub native_name: Option<String>,
    /// Other names used.
    #[serde(default)]
    pub other_names: Option<String>,
    /// `female`, `male`, `another` or `unstated`.
    #[serde(default)]
    pub sex: Option<String>,
    /// Date of birth, as far as it is known.
    #[serde(default)]
    pub birth: Option<PartialDate>,
    /// Country of birth, ISO 3166 alpha-2 (R140.1).
    #[serde(default)]
    pub birth_country: Option<String>,
    /// Every nationality, ISO 3166 alpha-2.
    #[serde(default)]
    pub nationalities: Vec<String>,
    /// Has no nationality (A96(b)).
    #[serde(default)]
    pub stateless: bool,
    /// Every country of former habitual residence of somebody without a nationality, ISO 3166 alpha-2 (A96(b)).
    #[serde(default)]
    pub former_residences: Vec<String>,
    /// Country where the person lives now, ISO 3166 alpha-2.
    #[serde(default)]
    pub residence: Option<String>,
    /// Immigration status there (R10(2)).
    #[serde(default)]
    pub status: Option<String>,
    /// `single`, `married`, `common-law`, `separated`, `divorced`, `widowed`.
    #[serde(default)]
    pub marital_status: Option<String>,
    /// Languages the person speaks, best first.
    #[serde(default)]
    pub languages: Vec<String>,
    /// Why there is no identity document, where there is none.
    #[serde(default)]
    pub no_identity_document: Option<String>,
    /// Aged 22 or more and dependent since before 22 because of a physical or mental condition (R2).
    #[serde(default)]
    pub dependent_by_condition: bool,
}

/// A person in a case.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Person {
    /// Pseudonym within the system.
    pub id: PersonId,
    /// What is known.
    #[serde(flatten)]
    pub details: Details,
    /// Why the person was taken off the case, when they were; nobody is ever deleted.
    #[serde(default)]
    pub removed: Option<String>,
    /// The day on which the person was declared, if that was after the submission.
    #[serde(default)]
    pub declared_on: Option<Date>,
}

private!(Details, Person);

impl Details {
    /// Given names and family name, in Latin letters.
    #[must_use]
    pub fn full_name(&self) -> String {
        format!("{} {}", self.given_names, self.family_name)
            .trim()
            .to_owned()
    }

    /// First letters of the names, for a work list.
    #[must_use]
    pub fn initials(&self) -> String {
        [&self.given_names, &self.family_name]
            .into_iter()
            .filter_map(|n| n.chars().next())
            .collect()
    }

    /// The countries whose protection the law asks about: those of nationality or, where there is none, those of former
    /// habitual residence (A96(a), (b)).
    #[must_use]
    pub fn home_countries(&self) -> &[String] {
        if self.nationalities.is_empty() {
            &self.former_residences
        } else {
            &self.nationalities
        }
    }

    /// Whether the person is in this application: the principal applicant and those who accompany. Family members who
    /// do not accompany apply later, on their own (R141(1)(b)).
    #[must_use]
    pub fn travels(&self) -> bool {
        self.accompanying || self.relationship == Relationship::PrincipalApplicant
    }

    /// Whether the person is known not to be an adult on a day.
    #[must_use]
    pub fn minor(&self, day: Date) -> bool {
        self.adult(day) == Known::No
    }

    /// Whether the person is an adult on a day, for consent (18 and over).
    #[must_use]
    pub fn adult(&self, day: Date) -> Known {
        match self.birth.map(|b| younger_than(b, 18, day)) {
            Some(Known::Yes) => Known::No,
            Some(Known::No) => Known::Yes,
            Some(Known::Unclear) | None => Known::Unclear,
        }
    }

    /// Whether a child is a dependent child on the lock-in date: under 22 and neither married nor in a common-law
    /// relationship, or dependent by a condition since before 22 (R2, R25.1). Whether somebody who lives apart is still
    /// a spouse cannot be told from here.
    #[must_use]
    pub fn dependent_child(&self, lock_in: Date) -> Known {
        let partnered = matches!(
            self.marital_status.as_deref(),
            Some("married" | "common-law")
        );
        let young = self
            .birth
            .map_or(Known::Unclear, |b| younger_than(b, 22, lock_in));
        match young {
            Known::Yes if partnered => Known::No,
            Known::Yes if self.marital_status.as_deref() == Some("separated") => Known::Unclear,
            Known::Yes => Known::Yes,
            Known::No | Known::Unclear if self.dependent_by_condition => Known::Yes,
            other => other,
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use jiff::civil::date;

    fn child(birth: &str) -> Details {
        serde_json::from_value(serde_json::json!({
            "relationship": "dependent-child", "family-name": "Tesfay", "given-names": "Selam", "birth": birth,
        }))
        .unwrap()
    }

    #[test]
    fn age_is_locked_on_the_referral_date() {
        let referral = date(2026, 11, 22);
        assert_eq!(child("2004-11-23").dependent_child(referral), Known::Yes);
        assert_eq!(child("2004-11-22").dependent_child(referral), Known::No);
        let mut married = child("2010-01-01");
        married.marital_status = Some("married".into());
        assert_eq!(married.dependent_child(referral), Known::No);
        let mut condition = child("1990");
        condition.dependent_by_condition = true;
        assert_eq!(condition.dependent_child(referral), Known::Yes);
    }

    #[test]
    fn debug_says_nothing() {
        assert_eq!(format!("{:?}", child("2004")), "Details(…)");
    }

    #[test]
    fn initials_work_in_any_script_and_with_one_name() {
        let mut one = child("2004");
        one.given_names = String::new();
        assert_eq!(one.initials(), "T");
    }
}
