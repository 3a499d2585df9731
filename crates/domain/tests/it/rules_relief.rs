//! Relief, and the checks whose days and exemptions the law fixes.

use crate::acts::{self, act, details};
use crate::world::{TODAY, World, caseworker, officer};
use jiff::civil::date;
use safeconduct_domain::act::{Act, Kind};
use safeconduct_domain::id::PersonId;
use safeconduct_domain::relief::{Way, ways};
use safeconduct_domain::tasks::{self, State};
use serde_json::{Value, json};

fn open_to(world: &World, person: PersonId, check: &str) -> Vec<(String, bool)> {
    let all = ways(&world.policy, &world.case(), person, check, TODAY);
    all.into_iter()
        .map(|(relief, way)| (relief.id.clone(), way == Way::Open))
        .collect()
}

fn check(person: PersonId, check: &str, outcome: &str, change: &[(&str, Value)]) -> Act {
    let all = serde_json::to_value(acts::check(person, check, outcome)).unwrap();
    let mut fields = all["record-check"].clone();
    for (name, value) in change {
        fields[*name] = value.clone();
    }
    act(Kind::RecordCheck, fields)
}

#[test]
fn each_ground_is_cured_by_what_the_act_lets_cure_it() {
    let world = World::new().assessment();
    let person = world.principal();
    let names = |check: &str| {
        let open = open_to(&world, person, check);
        open.into_iter().map(|(id, _)| id).collect::<Vec<_>>()
    };
    let (permit, policy, minister) = (
        "temporary-resident-permit",
        "public-policy",
        "ministerial-relief",
    );
    // A25(1) and A25.1(1) leave out 34, 35, 35.1 and 37; A42.1 names 34, 35(1)(b) and 37(1)
    for excluded in ["security", "human-rights-violations", "organized-crime"] {
        assert_eq!(names(excluded), [permit, policy, minister], "{excluded}");
    }
    assert_eq!(names("sanctions"), [permit, policy]);
    let humane = ["humanitarian", "humanitarian-own-initiative"];
    let plain = [permit, humane[0], humane[1], policy];
    for ground in [
        "misrepresentation",
        "health-public-health",
        "inadmissible-family",
    ] {
        assert_eq!(names(ground), plain, "{ground}");
    }
    // R18(2)(a)(i), (c)(i): never where the maximum is ten years or more
    assert_eq!(
        names("serious-criminality"),
        [&plain[..], &["rehabilitation"]].concat()
    );
    assert_eq!(
        names("criminality"),
        [&plain[..], &["rehabilitation", "deemed-rehabilitation"]].concat()
    );
    assert!(names("medical-examination").is_empty());
}

#[test]
fn a_ground_that_excludes_the_person_shuts_the_way_for_the_others_too() {
    let mut world = World::new().assessment();
    let person = world.principal();
    world.act(
        &officer(),
        acts::check(person, "misrepresentation", "concern"),
    );
    let open = |world: &World| open_to(world, person, "misrepresentation")[1].clone();
    assert_eq!(open(&world), ("humanitarian".to_owned(), true));
    world.act(&officer(), acts::check(person, "security", "concern"));
    assert_eq!(open(&world), ("humanitarian".to_owned(), false));
    let pursued = acts::relief(person, "misrepresentation", "humanitarian");
    let refused = world.refuses(&officer(), pursued.clone(), "relief-is-shut");
    assert_eq!(refused.citation.as_deref(), Some("A25(1)"));
    let Act::ConsiderRelief(mut considered) = pursued else {
        unreachable!()
    };
    considered.pursued = false;
    world.act(&officer(), Act::ConsiderRelief(considered));
}

#[test]
fn relief_is_considered_where_something_stands_and_with_reasons() {
    let mut world = World::new().assessment();
    let person = world.principal();
    let nobody = PersonId::from_bytes([7; 16]);
    let policy = |person| acts::relief(person, "security", "public-policy");
    world.refuses(&officer(), policy(nobody), "no-such-person");
    world.refuses(&officer(), policy(person), "nothing-to-relieve");
    world.act(&officer(), acts::check(person, "security", "concern"));
    world.refuses(
        &officer(),
        acts::relief(person, "security", "good-will"),
        "no-such-relief",
    );
    let refused = world.refuses(
        &officer(),
        acts::relief(person, "security", "humanitarian"),
        "relief-cures-another-ground",
    );
    assert_eq!(refused.citation.as_deref(), Some("A25(1)"));
    let Act::ConsiderRelief(mut silent) = policy(person) else {
        unreachable!()
    };
    silent.reasons = " ".into();
    world.refuses(&officer(), Act::ConsiderRelief(silent), "reason-needed");
    world.act(&officer(), policy(person));
    world.act(&officer(), policy(person));
    assert_eq!(world.case().reliefs.len(), 1, "the last word stands");
}

#[test]
fn a_medical_result_holds_twelve_months_and_no_longer() {
    let mut world = World::new().assessment();
    let person = world.principal();
    let medical = |change: &[(&str, Value)]| check(person, "medical-examination", "passed", change);
    let refused = world.refuses(
        &officer(),
        medical(&[("valid-until", json!("2027-11-21"))]),
        "holds-too-long",
    );
    assert_eq!(refused.citation.as_deref(), Some("R30(3)"));
    assert_eq!(refused.args, [("due", "2027-11-20".to_owned())]);
    world.act(&officer(), medical(&[]));
    let stands = |world: &World| {
        let case = world.case();
        let check = case.admissibility.check(person, "medical-examination");
        check.unwrap().valid_until
    };
    assert_eq!(stands(&world), Some(date(2027, 11, 20)));
    world.act(&officer(), medical(&[("valid-until", json!("2027-05-01"))]));
    assert_eq!(stands(&world), Some(date(2027, 5, 1)));
    let state = |day| {
        let all = tasks::of_person(&world.policy, &world.case(), person, day);
        let task = all.into_iter().find(|t| t.id == "medical-examination");
        task.unwrap().state
    };
    assert_eq!(state(date(2027, 5, 1)), State::Done);
    assert_eq!(state(date(2027, 5, 2)), State::Expired);
}

#[test]
fn what_is_asked_elsewhere_shows_both_its_days() {
    let mut world = World::new().assessment();
    let person = world.principal();
    let screening = |outcome: &str, change: &[(&str, Value)]| {
        check(person, "security-screening", outcome, change)
    };
    world.refuses(
        &officer(),
        screening("passed", &[("asked-on", json!("2026-11-21"))]),
        "answered-before-asked",
    );
    world.act(
        &officer(),
        screening("pending", &[("on", json!("2026-10-01"))]),
    );
    world.act(&officer(), screening("passed", &[]));
    let case = world.case();
    let stands = case.admissibility.check(person, "security-screening");
    let stands = stands.unwrap();
    assert_eq!(
        (stands.asked_on, stands.on),
        (Some(date(2026, 10, 1)), date(2026, 11, 20))
    );
}

#[test]
fn biometrics_are_spared_by_age_without_a_record_and_otherwise_for_a_reason() {
    let mut world = World::new().prepared();
    for (given, birth) in [
        ("Young", "2012-11-23"),
        ("Turned", "2012-11-22"),
        ("Unsure", "2012"),
        ("Old", "1946-11-22"),
        ("Nearly", "1946-11-23"),
    ] {
        let relative = details("dependent-child", given, birth);
        world.act(&caseworker(), Act::AddPerson(relative));
    }
    world.supply();
    world.act(&caseworker(), Act::RequestApproval {});
    world.act(&crate::world::supervisor(), acts::attest());
    world.act(&caseworker(), Act::Submit {});
    world.act(&crate::world::clerk(), Act::AcceptReferral {});
    world.act(&crate::world::clerk(), acts::office());
    world.act(&crate::world::clerk(), Act::Transfer {});
    world.act(&officer(), Act::AcceptTransfer {});
    let state = |world: &World, given: &str| {
        let person = world.person(given);
        let all = tasks::of_person(&world.policy, &world.case(), person, world.today);
        let task = all.into_iter().find(|t| t.id == "biometrics");
        task.unwrap().state
    };
    for (given, expected) in [
        ("Young", State::Done),
        ("Turned", State::NotStarted),
        ("Unsure", State::NotStarted),
        ("Old", State::Done),
        ("Nearly", State::NotStarted),
    ] {
        assert_eq!(state(&world, given), expected, "{given}");
    }
    let exempt = |world: &World, given: &str, code: Value| {
        let reason = [("exemption", code)];
        check(world.person(given), "biometrics", "exempt", &reason)
    };
    for none in [Value::Null, json!("shy")] {
        let act = exempt(&world, "Nearly", none);
        let refused = world.refuses(&officer(), act, "exemption-needs-its-reason");
        assert_eq!(refused.citation.as_deref(), Some("R12.8"));
    }
    for (given, code, provision) in [
        ("Turned", "under-14", "R12.2(1)(a)"),
        ("Nearly", "over-79", "R12.2(1)(b)"),
    ] {
        let act = exempt(&world, given, json!(code));
        let refused = world.refuses(&officer(), act, "age-is-another");
        assert_eq!(refused.citation.as_deref(), Some(provision));
    }
    // where the birth date leaves it open a person decides, and what cannot be collected is not asked
    world.act(&officer(), exempt(&world, "Unsure", json!("under-14")));
    world.act(&officer(), exempt(&world, "Nearly", json!("impossible")));
    // the age counts on the day of the application, not on the day of the result
    world.today = date(2028, 1, 1);
    assert_eq!(state(&world, "Young"), State::Done);
    assert_eq!(state(&world, "Nearly"), State::Done);
}
