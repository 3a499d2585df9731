//! Acts as they come from forms and from other systems: what a form does not have has no effect.

use crate::acts;
use crate::world::World;
use safeconduct_domain::act::{Act, Kind};
use serde_json::{Value, json};

/// Names a client might add in the hope that something listens.
const HOPES: [&str; 14] = [
    "stage",
    "holder",
    "partner",
    "verdict",
    "by",
    "actor",
    "group",
    "seq",
    "at-ms",
    "policy",
    "route",
    "authors",
    "attestation",
    "is-admin",
];

#[test]
fn fields_a_form_does_not_have_change_nothing() {
    let case = World::new().assessed().case();
    let (mut tried, mut effects) = (0, 0);
    for kind in Kind::ALL {
        let act = acts::sample(*kind, &case);
        let fields = serde_json::to_value(&act).unwrap()[kind.name()].clone();
        for hope in HOPES {
            if fields.get(hope).is_some() {
                continue;
            }
            for value in [json!(true), json!("approved"), json!({"x": 1}), Value::Null] {
                tried += 1;
                let mut more = fields.clone();
                more[hope] = value;
                if let Ok(read) = Act::from_form(*kind, more) {
                    effects += usize::from(read != act);
                }
            }
        }
    }
    println!("extra fields: {tried} tried, {effects} with an effect");
    assert_eq!(effects, 0);
}

#[test]
fn a_form_of_one_act_is_not_read_as_another() {
    let case = World::new().assessed().case();
    for kind in Kind::ALL {
        let act = acts::sample(*kind, &case);
        assert_eq!(act.kind(), *kind);
        let value = serde_json::to_value(&act).unwrap();
        assert!(
            serde_json::from_value::<Act>(value.clone()).unwrap() == act,
            "{}",
            kind.name()
        );
        assert_eq!(value.as_object().unwrap().len(), 1);
        assert_eq!(Kind::named(kind.name()), Some(*kind));
    }
    assert_eq!(Kind::named("find-not-a-defender"), None);
}

#[test]
fn wrong_types_are_refused_and_never_a_panic() {
    let case = World::new().assessed().case();
    let wrong = [
        json!(null),
        json!(7),
        json!(-1),
        json!(1e300),
        json!("31 February"),
        json!("2026-02-31"),
        json!([]),
        json!([1]),
        json!({}),
        json!(true),
    ];
    for kind in Kind::ALL {
        let fields = serde_json::to_value(acts::sample(*kind, &case)).unwrap()[kind.name()].clone();
        for whole in &wrong {
            let _ = Act::from_form(*kind, whole.clone());
        }
        for key in fields.as_object().into_iter().flat_map(|f| f.keys()) {
            for value in &wrong {
                let mut with = fields.clone();
                with[key] = value.clone();
                let _ = Act::from_form(*kind, with);
            }
        }
    }
}
