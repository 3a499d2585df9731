//! What the forms do not offer: a second principal applicant, an office among the persecutors, an emergency that is
//! not UNHCR's; and nowhere a way to find that somebody is not a defender.

use super::locales::{Words, english};
use super::round_trip::contexts;
use super::sample::{CHILD, PRINCIPAL, case, named, unnamed};
use crate::form::{Choice, Field, Form, Label};
use crate::forms::{FormContext, form};
use safeconduct_domain::access::{Action, Relation, Role, allowed};
use safeconduct_domain::act::Kind;
use safeconduct_domain::case::{Case, Stage};

fn values(form: &Form, field: &str) -> Vec<String> {
    let choices = form.field(field).map(Field::choices).unwrap_or_default();
    choices.iter().map(|c| c.value.clone()).collect()
}

/// Acts the centre or an office may do at some stage.
fn officers() -> Vec<Kind> {
    let roles = [
        Role::IntakeOfficer,
        Role::MigrationOfficer,
        Role::DesignatedOfficer,
    ];
    let may = |kind: Kind| {
        let mut everywhere = roles.iter().flat_map(|r| Relation::ALL.map(|to| (*r, to)));
        everywhere.any(|(r, to)| {
            Stage::ALL
                .iter()
                .any(|s| allowed(r, Action::Do(kind), to, *s))
        })
    };
    Kind::ALL.iter().copied().filter(|k| may(*k)).collect()
}

fn label(words: &Words, label: &Label) -> String {
    match label {
        Label::Key(key) => words.text(key),
        Label::Text(text) => text.en.clone(),
        Label::About(keys, text) => {
            let keys = keys.iter().map(|key| words.text(key));
            keys.chain([text.en.clone()]).collect::<Vec<_>>().join(": ")
        }
    }
}

#[test]
fn no_officer_is_asked_whether_somebody_is_a_defender() {
    let (full, empty, words) = (case(), Case::default(), english());
    let officers = officers();
    assert!(officers.len() > 20 && !officers.contains(&Kind::Attest));
    for kind in officers {
        // a kind of document or a missing description is no finding: there the words may name defenders
        let lists = matches!(kind, Kind::AddDocument | Kind::HoldReferral);
        for ctx in contexts(&full, &empty, kind) {
            let form = form(kind, &ctx);
            for field in &form.fields {
                let asked = words
                    .maybe(&format!("form-{}-{}", form.id, field.name))
                    .unwrap_or_default();
                let worded = |c: &Choice| {
                    if lists {
                        String::new()
                    } else {
                        label(&words, &c.label)
                    }
                };
                let offered = field
                    .choices()
                    .iter()
                    .flat_map(|c| [c.value.clone(), worded(c)]);
                for said in [field.name.to_owned(), asked].into_iter().chain(offered) {
                    let said = said.to_lowercase();
                    assert!(
                        !said.contains("defender") && !said.contains("hrd"),
                        "{}: {said}",
                        kind.name()
                    );
                }
            }
        }
    }
}

#[test]
fn a_case_is_offered_one_principal_applicant() {
    let (full, empty) = (case(), Case::default());
    let offers = |kind, ctx: &FormContext<'_>| {
        values(&form(kind, ctx), "relationship").contains(&"principal-applicant".to_owned())
    };
    assert!(offers(Kind::AddPerson, &unnamed(&empty)));
    assert!(!offers(Kind::AddPerson, &unnamed(&full)));
    let of = |person| FormContext {
        person: Some(person),
        ..unnamed(&full)
    };
    assert!(offers(Kind::ChangePerson, &of(PRINCIPAL)));
    assert!(!offers(Kind::ChangePerson, &of(CHILD)));
}

#[test]
fn no_office_is_offered_in_a_country_never_to_be_contacted() {
    let mut case = case();
    let offered = |case: &Case| {
        values(&form(Kind::ChooseOffice, &unnamed(case)), "office").contains(&"nairobi".to_owned())
    };
    assert!(offered(&case));
    case.referral.work.as_mut().unwrap().adverse_countries = vec!["KE".to_owned()];
    assert!(!offered(&case));
}

#[test]
fn an_emergency_is_offered_to_unhcr_alone() {
    let mut case = case();
    let offered = |case: &Case| {
        values(&form(Kind::SetUrgency, &unnamed(case)), "urgency").contains(&"emergency".to_owned())
    };
    assert!(offered(&case));
    case.referral.partner = "fld".to_owned();
    assert!(!offered(&case));
}

#[test]
fn a_result_is_offered_only_where_the_law_knows_it() {
    let case = case();
    let outcomes = |code| {
        let ctx = FormContext {
            about: Some(code),
            ..named(&case, Kind::RecordCheck)
        };
        values(&form(Kind::RecordCheck, &ctx), "outcome")
    };
    assert_eq!(outcomes("criminality"), ["pending", "passed", "concern"]);
    assert_eq!(outcomes("biometrics"), ["pending", "passed", "exempt"]);
    let findings = |code| {
        let ctx = FormContext {
            about: Some(code),
            ..named(&case, Kind::FindElement)
        };
        values(&form(Kind::FindElement, &ctx), "finding")
    };
    assert_eq!(findings("establishment"), ["met", "not-met", "not-asked"]);
    assert_eq!(findings("well-founded-fear"), ["met", "not-met"]);
}

#[test]
fn a_refusal_can_name_only_what_stands_against_the_person() {
    let mut case = case();
    let provisions = |case: &Case| {
        values(
            &form(Kind::Decide, &named(case, Kind::Decide)),
            "provisions",
        )
    };
    assert_eq!(provisions(&case), ["R139(1)(g)", "A36(2)"]);
    case.eligibility.elements.clear();
    case.admissibility.checks.clear();
    assert!(provisions(&case).is_empty());
}
