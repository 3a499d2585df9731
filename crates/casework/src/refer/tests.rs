use super::*;
use jiff::civil::date;
use safeconduct_domain::policy::Policy;
use serde_json::{Value, json};
use std::sync::LazyLock;

static POLICY: LazyLock<Policy> = LazyLock::new(|| Policy::builtin().unwrap());

fn packet() -> Packet<'static> {
    Packet {
        policy: &POLICY,
        today: date(2026, 11, 22),
        organisation: "fld",
    }
}

fn complete() -> Value {
    json!({
        "open": {"reference": "FLD-26-1", "language": "fr"},
        "work": {"categories": ["journalist"], "description": "Reports on prisons", "persecutors": ["state"],
            "persecutors-who": "The ministry", "adverse-countries": ["ER"]},
        "risk": {"description": "Arrested twice", "durable-solution": "None", "charges": "none known"},
        "declaration": {"all-family-declared": true, "signed-on": "2026-11-01", "representative": "none",
            "interview-languages": ["ti"]},
        "contact": {"address": "Sealed", "channel": "Through us", "hours": "Mornings"},
        "persons": [
            {"relationship": "principal-applicant", "accompanying": true, "family-name": "Tesfay", "given-names": "Miriam",
             "birth": "1990-05-17"},
            {"relationship": "dependent-child", "accompanying": true, "family-name": "Tesfay", "birth": "2012"}],
        "consents": [{"person": 0, "given-on": "2026-10-30", "manner": "written", "outcome-to-partner": true}],
        "documents": [{"name": "form.pdf", "kind": "application-form", "content": "aGVsbG8="},
            {"name": "photo.jpg", "kind": "photo", "person": 1, "content": "aGVsbG8="}],
    })
}

fn errors(value: &Value) -> Vec<String> {
    let errors = read_json(&packet(), value).unwrap_err();
    errors.iter().map(ToString::to_string).collect()
}

fn with(pointer: &str, value: Value) -> Value {
    let mut all = complete();
    match all.pointer_mut(pointer) {
        Some(place) => *place = value,
        None => {
            let (parent, name) = pointer.rsplit_once('/').unwrap();
            let parent = all.pointer_mut(parent).unwrap().as_object_mut().unwrap();
            parent.insert(name.to_owned(), value);
        }
    }
    all
}

#[test]
fn a_complete_referral_is_read() {
    let read = read_json(&packet(), &complete()).unwrap();
    assert_eq!(read.persons.len(), 2);
    assert_eq!(read.consents.first().unwrap().0, 0);
    let photo = read.documents.get(1).unwrap();
    assert_eq!(
        (photo.person, photo.content.as_slice()),
        (Some(1), &b"hello"[..])
    );
    assert!(!read.documents_follow);
    assert_eq!(format!("{read:?} {photo:?}"), "Referral(…) Enclosed(…)");
}

#[test]
fn everything_to_mend_is_named_by_its_way() {
    let cases = [
        (json!([]), vec![": type"]),
        (
            with("/persons/1/birth", json!("2012-02-31")),
            vec!["persons.1.birth: date"],
        ),
        (with("/persons", json!([])), vec!["persons: required"]),
        (with("/persons", json!("x")), vec!["persons: type"]),
        (
            with("/work/description", json!("a\u{202e}b")),
            vec!["work.description: bidi"],
        ),
        (with("/contact", Value::Null), vec!["contact: required"]),
        (with("/contact", json!(7)), vec!["contact: type"]),
        (with("/surprise", json!(1)), vec!["surprise: unknown"]),
        (
            with("/open/surprise", json!(1)),
            vec!["open.surprise: unknown"],
        ),
        (
            with("/documents-follow", json!("yes")),
            vec!["documents-follow: type"],
        ),
        (
            with("/documents/0/content", json!("not base 64")),
            vec!["documents.0.content: base64"],
        ),
        (
            with("/documents/0/content", json!("")),
            vec!["documents.0.content: required"],
        ),
        (with("/documents/0", json!(null)), vec!["documents.0: type"]),
        (
            with("/documents/0/person", json!(2)),
            vec!["documents.0.person: range"],
        ),
        (
            with("/consents/0/person", json!(-1)),
            vec!["consents.0.person: range"],
        ),
        (
            with("/consents/0/person", json!("0")),
            vec!["consents.0.person: number"],
        ),
    ];
    for (value, expected) in cases {
        assert_eq!(errors(&value), expected);
    }
}

#[test]
fn all_documents_together_have_a_limit() {
    use base64::Engine as _;
    let half = base64::engine::general_purpose::STANDARD.encode(vec![0; LARGEST / 2 + 1]);
    let document = json!({"name": "a", "kind": "photo", "content": half});
    let two = with("/documents", json!([document, document]));
    assert_eq!(errors(&two), ["documents.1.content: files-too-large"]);
}

#[test]
fn the_schema_names_every_part_and_nothing_else() {
    let schema = schema(&packet(), crate::form::Form::schema);
    let complete = complete();
    let properties = schema.get("properties").unwrap().as_object().unwrap();
    for member in complete.as_object().unwrap().keys() {
        assert!(properties.contains_key(member), "{member}");
    }
    assert_eq!(properties.len(), 9);
    assert_eq!(
        schema
            .pointer("/properties/consents/items/properties/person/type")
            .unwrap(),
        "integer"
    );
    assert!(
        !schema
            .get("properties")
            .unwrap()
            .to_string()
            .contains("$schema")
    );
}
