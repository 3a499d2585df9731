//! Other cases of the same person: looked for when a referral is taken in, so often in an hour, and one word stands on each.

use crate::acts::{OTHER, settle_match, sought};
use crate::world::{World, caseworker, clerk, officer};
use safeconduct_domain::act::Act;
use safeconduct_domain::compartment::Compartment;
use safeconduct_domain::event::Event;
use safeconduct_domain::likeness::{Sameness, Sought};

#[test]
fn taking_in_looks_for_other_cases_and_only_intake_can_read_what_was_found() {
    let world = World::new().file_created();
    let case = world.case();
    assert!(case.matches.checked_ms.is_some());
    assert_eq!((case.matches.found.len(), case.matches.open()), (1, 1));
    let found = world.log.iter().map(|(_, event)| event);
    let mut found = found.filter(|e| matches!(e, Event::EarlierChecked { .. }));
    assert!(found.all(|e| e.compartment() == Compartment::Intake));
    for actor in [caseworker(), officer()] {
        world.denies(&actor, &Act::CheckEarlier {});
    }
}

#[test]
fn one_word_stands_and_can_be_taken_back() {
    let mut world = World::new().file_created();
    let mut nobody = settle_match("same-person");
    if let Act::SettleMatch { other, .. } = &mut nobody {
        *other = safeconduct_domain::id::CaseId::from_bytes([9; 16]);
    }
    world.refuses(&clerk(), nobody, "no-such-match");
    world.refuses(&clerk(), settle_match("open"), "nothing-to-take-back");
    world.act(&clerk(), settle_match("same-person"));
    world.refuses(&clerk(), settle_match("same-person"), "match-said-already");
    assert_eq!(world.case().matches.open(), 0);
    world.act(&clerk(), settle_match("another-person"));
    let case = world.case();
    let said = case.matches.said(OTHER).unwrap();
    assert!(said.said.sameness == Sameness::AnotherPerson && case.matches.settled.len() == 1);
    world.act(&clerk(), settle_match("open"));
    let case = world.case();
    assert!(case.matches.said(OTHER).is_none() && case.matches.open() == 1);
    let mut silent = settle_match("same-person");
    if let Act::SettleMatch { said, .. } = &mut silent {
        said.reason = " ".into();
    }
    world.refuses(&clerk(), silent, "reason-needed");
}

#[test]
fn what_was_said_stays_when_the_match_is_found_no_more() {
    let mut world = World::new().file_created();
    world.act(&clerk(), settle_match("same-person"));
    world.sought = Some(Sought::default());
    world.act(&clerk(), Act::CheckEarlier {});
    assert_eq!(world.case().matches.found.len(), 1);
    world
        .act(&clerk(), settle_match("open"))
        .act(&clerk(), Act::CheckEarlier {});
    assert!(world.case().matches.found.is_empty());
}

#[test]
fn who_checks_too_often_is_refused_and_recorded_and_taking_in_goes_on() {
    let mut world = World::new().file_created();
    let often = |checks| Some(Sought { checks, ..sought() });
    world.sought = often(59);
    world.act(&clerk(), Act::CheckEarlier {});
    world.sought = often(60);
    let refused = world.refuses(&clerk(), Act::CheckEarlier {}, "checks-used-up");
    assert!(refused.attempt.is_some_and(|e| *e == Event::CheckCapped {}));
    world.sought = None;
    world.refuses(&clerk(), Act::CheckEarlier {}, "no-register");

    let mut world = World::new().submitted();
    world.sought = often(60);
    world.act(&clerk(), Act::AcceptReferral {});
    assert!(world.case().matches.checked_ms.is_none());
}

#[test]
fn a_number_or_a_person_more_makes_the_check_old() {
    let mut world = World::new().file_created();
    assert!(!world.case().matches.stale);
    let number = |kind: &str| {
        let fields = serde_json::json!({"kind": kind, "value": "912-00077"});
        crate::acts::act(safeconduct_domain::act::Kind::RecordNumber, fields)
    };
    world.act(&clerk(), number("g-number"));
    assert!(!world.case().matches.stale);
    world.act(&clerk(), number("unhcr-individual"));
    assert!(world.case().matches.stale);
    world.act(&clerk(), Act::CheckEarlier {});
    assert!(!world.case().matches.stale);
}
