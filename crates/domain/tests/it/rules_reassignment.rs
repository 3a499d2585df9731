//! A case in new hands: who hears must decide.

use crate::acts::{self, act};
use crate::world::{COLLEAGUES, TODAY, World, decider, officer};
use safeconduct_domain::act::{Act, Kind};
use safeconduct_domain::reassignment::{FRESH, Piece};
use safeconduct_domain::tasks::{self, State};
use serde_json::{Value, json};

fn changed(name: &str, value: Value) -> Act {
    let all = serde_json::to_value(acts::afresh("not-needed")).unwrap();
    let mut fields = all[Kind::AssessAfresh.name()].clone();
    fields[name] = value;
    act(Kind::AssessAfresh, fields)
}

fn state(world: &World) -> Option<State> {
    let all = tasks::of_person(&world.policy, &world.case(), world.principal(), TODAY);
    let found = all.into_iter().find(|t| t.id == FRESH);
    found.map(|t| {
        assert!(t.mandatory);
        t.state
    })
}

fn approve(world: &World) -> Act {
    acts::approve(world.principal())
}

#[test]
fn a_designated_officer_decides_on_what_the_assigned_officer_found() {
    let mut world = World::new().assessed();
    assert_eq!(state(&world), None, "nothing was taken over");
    world.refuses(
        &officer(),
        acts::afresh("not-needed"),
        "nothing-to-assess-afresh",
    );
    let approve = approve(&world);
    world.act(&decider(), approve);
}

#[test]
fn whoever_takes_an_assessed_case_over_assesses_it_afresh_before_anybody_is_decided() {
    let mut world = World::new().assessed();
    world.act(&officer(), acts::reassign(COLLEAGUES[1]));
    assert_eq!(state(&world), Some(State::NotStarted));
    let refused = world.refuses(&decider(), approve(&world), "task-open");
    assert_eq!(
        (refused.args[0].1.as_str(), refused.citation),
        (FRESH, None)
    );
    world.refuses(
        &officer(),
        acts::afresh("not-needed"),
        "case-of-another-officer",
    );
    world.refuses(&decider(), changed("record", json!(" ")), "text-needed");
    world.refuses(&decider(), changed("reasons", json!("")), "reason-needed");
    let leave = json!({"task": FRESH, "reason": "Told to decide."});
    world.refuses(
        &decider(),
        act(Kind::OverrideTask, leave),
        "who-hears-decides",
    );
    world.act(&decider(), acts::afresh("not-needed"));
    assert_eq!(state(&world), Some(State::Done));
    assert_eq!(
        world.case().hands.stated(COLLEAGUES[1]).unwrap().by.0,
        COLLEAGUES[1]
    );
    world.refuses(
        &decider(),
        acts::afresh("not-needed"),
        "nothing-to-assess-afresh",
    );
    let approve = approve(&world);
    world.act(&decider(), approve);
}

#[test]
fn heard_again_is_said_only_after_hearing() {
    let mut world = World::new().assessed();
    world.act(&officer(), acts::reassign(COLLEAGUES[1]));
    world.refuses(&decider(), acts::afresh("again"), "not-heard-again");
    world.act(&decider(), acts::notes());
    world.act(&decider(), acts::afresh("again"));
    assert_eq!(state(&world), Some(State::Done));
}

#[test]
fn nothing_is_afresh_where_nothing_was_assessed_or_the_case_only_comes_back() {
    let mut world = World::new().assessment();
    world.act(&officer(), acts::plan());
    world.act(&officer(), acts::reassign(COLLEAGUES[1]));
    assert_eq!(state(&world), None, "a plan is no assessment");
    let mut world = World::new().assessed();
    world.act(&officer(), acts::reassign(COLLEAGUES[1]));
    world.act(&decider(), acts::reassign(COLLEAGUES[0]));
    assert_eq!(state(&world), None, "it is their own assessment");
    world.act(&officer(), acts::reassign(COLLEAGUES[1]));
    world.act(&decider(), acts::afresh("not-needed"));
    world.act(&decider(), acts::reassign(COLLEAGUES[0]));
    world.act(&officer(), acts::reassign(COLLEAGUES[1]));
    assert_eq!(
        state(&world),
        Some(State::Done),
        "what was read once need not be read again"
    );
}

#[test]
fn a_finding_of_before_is_marked_until_it_is_made_anew() {
    let mut world = World::new().assessed();
    let person = world.principal();
    let code = world.case().eligibility.elements[0].element.clone();
    let piece = Piece::Element(person, code.clone());
    let earlier = |world: &World| {
        let case = world.case();
        case.hands.earlier(case.officer, &piece)
    };
    assert_eq!(earlier(&world), None);
    world.act(&officer(), acts::reassign(COLLEAGUES[1]));
    assert_eq!(earlier(&world), Some(COLLEAGUES[0]));
    world.act(&decider(), acts::element(person, &code, "met"));
    assert_eq!(earlier(&world), None);
    assert_eq!(state(&world), Some(State::NotStarted), "the rest stands");
}

#[test]
fn a_result_that_came_in_is_nobodys_judgment() {
    let mut world = World::new().assessment();
    let person = world.principal();
    world.act(&officer(), acts::check(person, "security", "passed"));
    world.act(&officer(), acts::reassign(COLLEAGUES[1]));
    assert_eq!(state(&world), None);
    world.act(&decider(), acts::check(person, "security", "concern"));
    world.act(&decider(), acts::reassign(COLLEAGUES[0]));
    assert_eq!(state(&world), Some(State::NotStarted));
}
