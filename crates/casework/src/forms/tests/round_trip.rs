//! Whatever a form reads is its act, and what stands comes back as it was.

use super::sample::{CHILD, POLICY, TODAY, about, all, case, document, named, rest, unnamed};
use crate::form::{Form, Kind as Ask};
use crate::forms::{FormContext, form, prefill, read, read_json};
use safeconduct_domain::act::{Act, Kind};
use safeconduct_domain::case::Case;
use serde_json::{Map, Value, json};

/// The acts that replace what stands.
const REPLACING: [Kind; 12] = [
    Kind::RecordWork,
    Kind::RecordRisk,
    Kind::RecordDeclaration,
    Kind::SetContact,
    Kind::ChangePerson,
    Kind::RecordConsent,
    Kind::ChooseOffice,
    Kind::PlanInterview,
    Kind::FindElement,
    Kind::FindClass,
    Kind::RecordCheck,
    Kind::SetUrgency,
];

/// An object without members that say nothing.
fn said(object: &Value) -> Value {
    let members = object.as_object().cloned().unwrap_or_default();
    let kept = members.into_iter().filter(|(_, v)| {
        !(v.is_null() || *v == json!([]) || *v == json!("") || *v == json!(false))
    });
    Value::Object(kept.collect())
}

fn merged(first: &Value, second: &Value) -> Value {
    let mut members: Map<_, _> = first.as_object().cloned().unwrap_or_default();
    members.extend(second.as_object().cloned().unwrap_or_default());
    Value::Object(members)
}

/// The act of what a form read; for a document, with what the upload adds.
fn act(kind: Kind, object: &Value) -> Act {
    let whole = match kind {
        Kind::AddDocument => merged(&document(), object),
        _ => object.clone(),
    };
    Act::from_form(kind, whole).unwrap_or_else(|error| panic!("{}: {error}", kind.name()))
}

fn through(form: &Form, object: &Value) -> Value {
    let read = form.read(&form.fill(object));
    read.unwrap_or_else(|errors| panic!("{}: {errors:?}", form.id))
}

/// The case an act of this kind is done to: the first person is added to an empty one.
fn begun(kind: Kind) -> Case {
    if kind == Kind::AddPerson {
        Case::default()
    } else {
        case()
    }
}

fn becomes_its_act(kind: Kind, ctx: &FormContext<'_>, answers: &Value) {
    let form = form(kind, ctx);
    let object = through(&form, answers);
    assert_eq!(object, *answers, "{}", kind.name());
    let act = act(kind, &object);
    assert_eq!(act.kind(), kind);
    // nothing that was answered is lost on the way into the act
    let payload = serde_json::to_value(&act).unwrap()[kind.name()].clone();
    let uploaded = if kind == Kind::AddDocument {
        document()
    } else {
        json!({})
    };
    assert_eq!(
        said(&payload),
        said(&merged(&uploaded, &object)),
        "{}",
        kind.name()
    );
}

#[test]
fn every_form_reads_to_its_act_when_the_page_names_what_it_is_about() {
    for &kind in Kind::ALL {
        let case = begun(kind);
        let ctx = named(&case, kind);
        let answers = merged(&prefill(kind, &ctx), &rest(kind));
        for field in form(kind, &ctx).fields {
            assert!(
                answers.get(field.name).is_some(),
                "{}: {} is not answered",
                kind.name(),
                field.name
            );
        }
        becomes_its_act(kind, &ctx, &answers);
    }
}

#[test]
fn every_form_reads_to_its_act_when_the_page_names_nothing() {
    for &kind in Kind::ALL {
        let case = begun(kind);
        let ctx = unnamed(&case);
        let hidden = |form: &Form| form.fields.iter().any(|f| matches!(f.kind, Ask::Hidden));
        assert!(
            !hidden(&form(kind, &ctx)),
            "{} asks for something nobody can see",
            kind.name()
        );
        let answers = all(kind, about(kind));
        becomes_its_act(kind, &ctx, &answers);
        if kind != Kind::AddDocument {
            assert_eq!(read_json(kind, &ctx, &answers).unwrap().kind(), kind);
        }
    }
}

#[test]
fn what_stands_comes_back_as_it_was() {
    let case = case();
    for kind in REPLACING {
        let ctx = named(&case, kind);
        let standing = prefill(kind, &ctx);
        let form = form(kind, &ctx);
        assert_eq!(through(&form, &standing), standing, "{}", kind.name());
        assert!(read(kind, &ctx, &form.fill(&standing)).is_ok());
    }
}

#[test]
fn no_description_has_a_fault_whatever_the_case() {
    let (full, empty) = (case(), Case::default());
    for &kind in Kind::ALL {
        for ctx in contexts(&full, &empty, kind) {
            let form = form(kind, &ctx);
            assert_eq!(form.faults(), Vec::<String>::new(), "{}", kind.name());
            assert_eq!(form.id, kind.name());
        }
    }
}

#[test]
fn every_provision_is_one() {
    let case = case();
    for &kind in Kind::ALL {
        for field in form(kind, &named(&case, kind)).fields {
            let Some(provision) = field.provision else {
                continue;
            };
            let citation = provision.parse::<safeconduct_domain::policy::Citation>();
            assert!(
                citation.is_ok() || provision.starts_with("REF-OVS-"),
                "{provision}"
            );
        }
    }
}

#[test]
fn a_field_altered_unseen_is_an_error_and_not_an_act() {
    let case = case();
    let ctx = named(&case, Kind::RemovePerson);
    let mut values = form(Kind::RemovePerson, &ctx).fill(&all(Kind::RemovePerson, ""));
    values.set("person", "somebody else");
    let errors = read(Kind::RemovePerson, &ctx, &values).unwrap_err();
    assert_eq!((errors[0].field.as_str(), errors[0].code), ("", "type"));
}

#[test]
fn the_usual_answers_are_there_to_be_changed() {
    let case = case();
    let ctx = named(&case, Kind::PutConcern);
    let put = prefill(Kind::PutConcern, &ctx);
    assert_eq!(put["put-on"], json!(TODAY));
    assert_eq!(put["due"], json!("2026-12-22"));
    let office = |case: &Case| prefill(Kind::ChooseOffice, &unnamed(case))["office"].clone();
    let mut fresh = case.clone();
    fresh.intake.office = None;
    let served = POLICY.office_for("KE", TODAY).unwrap();
    assert_eq!(office(&fresh), json!(served.code));
    let empty = Case::default();
    let first = prefill(Kind::AddPerson, &unnamed(&empty));
    assert_eq!(first["relationship"], json!("principal-applicant"));
    assert_eq!(prefill(Kind::AddPerson, &unnamed(&case)), json!({}));
    // a person of whom nothing is said yet
    let child = FormContext {
        person: Some(CHILD),
        ..unnamed(&case)
    };
    assert_eq!(
        prefill(Kind::RecordConsent, &child),
        json!({"person": CHILD.to_string()})
    );
}

/// A case in full and an empty one, with and without what the page is about.
pub(super) fn contexts<'c>(full: &'c Case, empty: &'c Case, kind: Kind) -> [FormContext<'c>; 4] {
    [
        named(full, kind),
        unnamed(full),
        named(empty, kind),
        unnamed(empty),
    ]
}
