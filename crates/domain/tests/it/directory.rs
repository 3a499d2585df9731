//! What happens outside any case: it reads back as written, and says nothing to a log.

use safeconduct_domain::access::{Action, Relation, Role, allowed};
use safeconduct_domain::directory::{Event, Purpose};
use safeconduct_domain::event;
use std::collections::BTreeSet;

const ID: &str = "0102030405060708090a0b0c0d0e0f10";

/// One of each, as it is sealed.
fn samples() -> Vec<String> {
    let power = r#"{"from":"2026-01-01","to":"2026-12-31","power":"decide-resettlement"}"#;
    [
        format!(r#"{{"organisation-made":{{"organisation":"{ID}","code":"fld","purpose":"partner","name":"FLD"}}}}"#),
        format!(r#"{{"group-made":{{"group":"{ID}","organisation":"{ID}","code":"one","purpose":"office","name":"One"}}}}"#),
        format!(r#"{{"invited":{{"invitation":"{ID}","organisation":"{ID}","group":"{ID}","roles":["supervisor"],"founding":true}}}}"#),
        format!(r#"{{"joined":{{"user":"{ID}","invitation":"{ID}"}}}}"#),
        format!(r#"{{"certified":{{"user":"{ID}","signatures":2}}}}"#),
        format!(r#"{{"group-opened":{{"group":"{ID}","epoch":3}}}}"#),
        format!(r#"{{"admitted":{{"user":"{ID}","group":"{ID}"}}}}"#),
        format!(r#"{{"account-closed":{{"user":"{ID}"}}}}"#),
        format!(r#"{{"regrant-asked":{{"user":"{ID}"}}}}"#),
        format!(r#"{{"regrant-approved":{{"user":"{ID}"}}}}"#),
        format!(r#"{{"passphrase-changed":{{"user":"{ID}"}}}}"#),
        format!(r#"{{"delegated":{{"delegation":"{ID}","user":"{ID}","power":{power}}}}}"#),
        format!(r#"{{"delegation-ended":{{"delegation":"{ID}","last-day":"2026-11-22"}}}}"#),
        format!(r#"{{"signed-in":{{"user":"{ID}"}}}}"#),
        r#"{"sign-in-failed":{"user":null}}"#.to_owned(),
        format!(r#"{{"signed-out":{{"user":"{ID}"}}}}"#),
        r#"{"looked":{"what":"the tracker"}}"#.to_owned(),
        r#"{"spaces-moved":{"partner":"fld","year":2026,"persons":-3}}"#.to_owned(),
        format!(r#"{{"taken-in":{{"group":"{ID}","cases":["{ID}"]}}}}"#),
        r#"{"rebuilt":{"group":null}}"#.to_owned(),
        format!(r#"{{"first-contact-answered":{{"contact":"{ID}"}}}}"#),
        format!(r#"{{"first-contact-declined":{{"contact":"{ID}","reason":"criteria"}}}}"#),
        format!(r#"{{"first-contact-taken-up":{{"contact":"{ID}"}}}}"#),
    ]
    .into()
}

#[test]
fn every_entry_of_the_directory_reads_back_and_prints_nothing() {
    let mut names = BTreeSet::new();
    for sample in samples() {
        let event =
            Event::from_bytes(sample.as_bytes()).unwrap_or_else(|e| panic!("{sample}: {e}"));
        assert_eq!(String::from_utf8(event.to_bytes()).unwrap(), sample);
        assert_eq!(format!("{event:?}"), "Event(…)");
        assert!(names.insert(event.name()), "{} is used twice", event.name());
        // an entry of the directory is never read as an entry of a case, nor the other way round
        assert!(event::Event::from_bytes(sample.as_bytes()).is_err());
    }
    let (_, text) = crate::sources::of_the_crate()
        .into_iter()
        .find(|(name, _)| name == "directory.rs")
        .unwrap();
    let declared = text
        .lines()
        .filter(|l| l.contains("Self::") && l.contains("{ .. } => \""))
        .count();
    assert_eq!(
        names.len(),
        declared,
        "an entry of the directory has no sample"
    );
}

#[test]
fn only_groups_that_hold_cases_have_roles_that_touch_them() {
    for purpose in Purpose::ALL {
        assert_eq!(Purpose::from_code(purpose.code()), Some(purpose));
        for role in purpose.roles() {
            let touches = Action::all().any(|a| {
                Relation::ALL
                    .into_iter()
                    .any(|r| crate::access_rules::stages().any(|s| allowed(*role, a, r, s)))
            });
            assert_eq!(
                touches,
                purpose.party().is_some(),
                "{role:?} in a group for {}",
                purpose.code()
            );
        }
    }
    let homes = |role: Role| {
        Purpose::ALL
            .into_iter()
            .filter(|p| p.roles().contains(&role))
            .count()
    };
    for role in Role::ALL {
        // key officers belong to an organisation, not to a group
        assert_eq!(
            homes(role),
            usize::from(role != Role::KeyOfficer),
            "{role:?}"
        );
    }
}
