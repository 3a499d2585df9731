//! The persons of a case.

use super::FormContext;
use super::common::{line, one_of, person, reason, tick, words};
use crate::form::{Choice, Field, Kind};
use safeconduct_domain::person::Relationship;

/// Sex as stated: code and key.
const SEX: [(&str, &str); 4] = [
    ("female", "sex-female"),
    ("male", "sex-male"),
    ("another", "sex-another"),
    ("unstated", "sex-unstated"),
];

/// Marital status: code and key.
const MARITAL: [(&str, &str); 6] = [
    ("single", "marital-status-single"),
    ("married", "marital-status-married"),
    ("common-law", "marital-status-common-law"),
    ("separated", "marital-status-separated"),
    ("divorced", "marital-status-divorced"),
    ("widowed", "marital-status-widowed"),
];

pub(super) fn add(ctx: &FormContext<'_>) -> Vec<Field> {
    details(ctx.case.referral.principal().is_some())
}

pub(super) fn change(ctx: &FormContext<'_>) -> Vec<Field> {
    let principal = ctx.case.referral.principal().map(|p| p.id);
    let another = ctx.person.is_some() && principal.is_some() && principal != ctx.person;
    let mut fields = vec![person(ctx, ctx.case.referral.present())];
    fields.extend(details(another));
    fields
}

pub(super) fn remove(ctx: &FormContext<'_>) -> Vec<Field> {
    vec![person(ctx, ctx.case.referral.present()), reason("reason")]
}

/// What is asked of a person. A case has one principal applicant: where another is known to be it, the form does not
/// offer a second.
pub(super) fn details(another_is_principal: bool) -> Vec<Field> {
    let mut fields = relation(another_is_principal);
    fields.extend(names());
    fields.extend(origin());
    fields.extend(papers());
    fields
}

fn relation(another_is_principal: bool) -> Vec<Field> {
    let offered = Relationship::ALL.into_iter();
    let choices = offered
        .filter(|r| !(another_is_principal && *r == Relationship::PrincipalApplicant))
        .map(|r| Choice::key(r.code(), relationship_key(r)))
        .collect();
    vec![
        Field::new("relationship", Kind::Choice(choices)).provision("R1(3)"),
        tick("accompanying").provision("R140.1"),
    ]
}

/// The key of a relationship in the locale files.
const fn relationship_key(relationship: Relationship) -> &'static str {
    match relationship {
        Relationship::PrincipalApplicant => "relationship-principal-applicant",
        Relationship::Spouse => "relationship-spouse",
        Relationship::CommonLawPartner => "relationship-common-law-partner",
        Relationship::DependentChild => "relationship-dependent-child",
        Relationship::ChildOfDependentChild => "relationship-child-of-dependent-child",
        Relationship::DeFactoDependant => "relationship-de-facto-dependant",
        Relationship::OtherRelative => "relationship-other-relative",
    }
}

fn names() -> Vec<Field> {
    vec![
        line("family-name").provision("R140.1"),
        line("given-names").optional().provision("R140.1"),
        line("native-name").optional(),
        line("other-names").optional(),
        one_of("sex", &SEX).optional(),
    ]
}

fn origin() -> Vec<Field> {
    vec![
        Field::new("birth", Kind::PartialDate)
            .optional()
            .sensitive()
            .provision("R25.1(7)"),
        country("birth-country").provision("R140.1"),
        Field::new("nationalities", Kind::Countries { max: 10 })
            .optional()
            .sensitive()
            .provision("A96"),
        tick("stateless").provision("A96(b)"),
        Field::new("former-residences", Kind::Countries { max: 10 })
            .optional()
            .sensitive()
            .provision("A96(b)"),
        country("residence").provision("R140.3(4)"),
        line("status").optional(),
        one_of("marital-status", &MARITAL)
            .optional()
            .provision("R140.1(c)"),
        Field::new("languages", Kind::Languages { max: 10 })
            .optional()
            .sensitive(),
    ]
}

fn papers() -> Vec<Field> {
    vec![
        words("no-identity-document").optional().provision("A16(1)"),
        tick("dependent-by-condition").provision("R2"),
    ]
}

fn country(name: &'static str) -> Field {
    Field::new(name, Kind::Country).optional().sensitive()
}
