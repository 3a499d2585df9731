//! An application for leave is recorded once a decision was made, and what came of it once.

use crate::acts::{self, court_outcome, leave_application};
use crate::world::{TODAY, World, decider, officer};
use jiff::ToSpan as _;
use safeconduct_domain::case::Stage;
use safeconduct_domain::id::{ItemId, PersonId};
use safeconduct_domain::judicial_review::{pending, set_aside};

#[test]
fn an_application_is_before_the_court_until_it_ends() {
    let mut world = World::new().decided();
    let person = world.principal();
    world.today = TODAY.checked_add(30.days()).unwrap();
    let served = |days: i64| leave_application(person, TODAY.checked_add(days.days()).unwrap());
    let by = officer();
    world.refuses(
        &by,
        leave_application(PersonId::from_bytes([1; 16]), TODAY),
        "not-decided",
    );
    world.refuses(&by, served(31), "date-in-the-future");
    world.refuses(&by, served(-1), "served-before-the-decision");
    let nameless = acts::act(
        safeconduct_domain::act::Kind::RecordLeaveApplication,
        serde_json::json!({"person": person, "court-file": " ", "served-on": TODAY}),
    );
    world.refuses(&by, nameless, "text-needed");
    assert!(pending(&world.case(), person).is_none());
    world.act(&by, served(20));
    world.refuses(&by, served(20), "leave-sought-already");
    let id = pending(&world.case(), person).unwrap().id;

    let ended =
        |days: i64, how: &str| court_outcome(id, how, TODAY.checked_add(days.days()).unwrap());
    world.refuses(
        &by,
        court_outcome(ItemId::from_bytes([0; 16]), "dismissed", TODAY),
        "no-such-application",
    );
    world.refuses(&by, ended(20, "won"), "no-such-reason");
    world.refuses(&by, ended(31, "dismissed"), "date-in-the-future");
    world.refuses(&by, ended(19, "dismissed"), "ended-before-it-was-served");
    world.act(&by, ended(25, "dismissed"));
    world.refuses(&by, ended(25, "dismissed"), "application-has-ended");
    let case = world.case();
    assert!(pending(&case, person).is_none() && !set_aside(&case, person));
    assert_eq!(
        case.stage,
        Stage::Decided,
        "a decision stands until it is opened again"
    );
    // another may come, as after an appeal
    world.act(&by, served(26));
    assert!(pending(&world.case(), person).is_some());
}

#[test]
fn what_the_court_sets_aside_waits_to_be_opened_again() {
    let mut world = World::new().decided();
    let person = world.principal();
    let other = world.person("Yonas");
    world.today = TODAY.checked_add(30.days()).unwrap();
    world.act(&officer(), leave_application(person, TODAY));
    let id = world.case().applications[0].id;
    world.act(&officer(), court_outcome(id, "set-aside", world.today));
    assert!(set_aside(&world.case(), person) && !set_aside(&world.case(), other));
    world.act(&decider(), acts::reconsider(person, "federal-court", true));
    assert!(!set_aside(&world.case(), person), "it is opened again");
    world.act(&decider(), acts::approve(person));
    assert!(!set_aside(&world.case(), person), "another decision stands");
}
