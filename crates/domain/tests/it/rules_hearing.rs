//! Hearing a person: the interpreter, questions and answers, and what does not agree.

use crate::acts::{self, act};
use crate::world::{World, decider, officer};
use safeconduct_domain::act::{Act, Kind};
use safeconduct_domain::id::{ItemId, PersonId};
use safeconduct_domain::tasks::{self, State};
use serde_json::{Value, json};

fn changed(base: Act, kind: Kind, name: &str, value: Value) -> Act {
    let all = serde_json::to_value(&base).unwrap();
    let mut fields = all[kind.name()].clone();
    fields[name] = value;
    act(kind, fields)
}

fn interpreter(name: &str, value: Value) -> Act {
    changed(acts::interpreter(), Kind::RecordInterpreter, name, value)
}

#[test]
fn nobody_is_heard_without_a_plan_or_through_somebody_they_do_not_understand() {
    let mut world = World::new().assessment();
    let person = world.principal();
    for early in [acts::interpreter(), acts::exchange(person)] {
        let refused = world.refuses(&officer(), early.clone(), "interview-not-planned");
        assert_eq!(refused.citation.as_deref(), Some("REF-OVS-13-6"));
    }
    world.act(&officer(), acts::plan());
    world.refuses(
        &officer(),
        interpreter("briefed", json!(false)),
        "interpreter-not-briefed",
    );
    world.refuses(
        &officer(),
        interpreter("gender", json!("other")),
        "no-such-gender",
    );
    world.refuses(
        &officer(),
        interpreter("background", json!(" ")),
        "text-needed",
    );
    world.act(&officer(), interpreter("understood", json!(false)));
    world.refuses(
        &officer(),
        acts::exchange(person),
        "interpreter-not-understood",
    );
    world.act(&officer(), acts::interpreter());
    world.act(&officer(), acts::exchange(person));
    let log = &world.case().interview.log;
    assert_eq!(log.len(), 1);
    assert_eq!(log[0].by.0, officer().user);
}

#[test]
fn an_interpreter_is_compared_with_who_must_be_avoided() {
    let mut world = World::new().assessment();
    world.act(&officer(), acts::plan());
    let uncompared = interpreter("none-to-avoid", json!(false));
    world.refuses(&officer(), uncompared.clone(), "interpreter-to-be-avoided");
    // a plan of before these questions says nothing to compare with, and stays as readable as it was
    let old: safeconduct_domain::interview::Plan = serde_json::from_value(
        json!({"mode": "in-person", "safety": "By the side entrance.", "persons": []}),
    )
    .unwrap();
    assert_eq!(old.safety, "By the side entrance.");
    world.write(
        &officer(),
        safeconduct_domain::event::Event::InterviewPlanned(old),
    );
    assert!(world.attempt(&officer(), uncompared).is_ok());
}

#[test]
fn the_interpreter_asked_for_comes_or_it_is_written_why_not() {
    let mut world = World::new().assessment();
    let plan = changed(
        acts::plan(),
        Kind::PlanInterview,
        "interpreter-gender",
        json!("woman"),
    );
    world.act(&officer(), plan);
    for empty in [Value::Null, json!("  ")] {
        let mut without = interpreter("gender", json!("man"));
        without = changed(without, Kind::RecordInterpreter, "gender-reason", empty);
        world.refuses(&officer(), without, "interpreter-gender-needs-reason");
    }
    let with = interpreter("gender", json!("man"));
    let with = changed(
        with,
        Kind::RecordInterpreter,
        "gender-reason",
        json!("None was free."),
    );
    world.act(&officer(), with);
    world.act(&officer(), acts::interpreter());
}

#[test]
fn what_came_through_an_interpreter_who_was_replaced_says_so() {
    let mut world = World::new().assessment();
    let person = world.principal();
    world.act(&officer(), acts::plan());
    world.act(&officer(), acts::exchange(person));
    world.act(&officer(), acts::interpreter());
    world.act(&officer(), acts::exchange(person));
    // the same one again, asked once more whether they are understood, replaces nobody
    world.act(&officer(), acts::interpreter());
    let another = |why: Value| {
        let named = interpreter("name", json!("B. Interpreter"));
        changed(named, Kind::RecordInterpreter, "replaces", why)
    };
    for silent in [Value::Null, json!(" ")] {
        let refused = world.refuses(
            &officer(),
            another(silent),
            "interpreter-replaced-without-reason",
        );
        assert_eq!(refused.citation.as_deref(), Some("REF-OVS-4-9"));
    }
    world.act(&officer(), another(json!("A brother serves with them.")));
    world.act(&officer(), acts::exchange(person));
    let interview = world.case().interview;
    let through: Vec<_> = interview
        .log
        .iter()
        .map(|l| interview.replaced(l))
        .collect();
    let why = through.iter().map(|r| r.map(|(_, why)| why));
    let kept = [None, Some("A brother serves with them."), None];
    assert_eq!(why.collect::<Vec<_>>(), kept);
}

#[test]
fn an_exchange_is_between_people_of_the_case() {
    let mut world = World::new().assessment();
    let person = world.principal();
    world.act(&officer(), acts::plan());
    let nobody = PersonId::from_bytes([7; 16]);
    world.refuses(&officer(), acts::exchange(nobody), "no-such-person");
    let with = |others: Value| changed(acts::exchange(person), Kind::LogAnswer, "others", others);
    world.refuses(&officer(), with(json!([nobody])), "no-such-person");
    world.refuses(&officer(), with(json!([person])), "heard-and-in-the-room");
    for field in ["question", "answer"] {
        let empty = changed(acts::exchange(person), Kind::LogAnswer, field, json!(""));
        world.refuses(&officer(), empty, "text-needed");
    }
    // without an interpreter, where none is needed
    world.act(&officer(), acts::exchange(person));
}

#[test]
fn a_discrepancy_is_put_before_it_is_left_and_keeps_the_decision_open() {
    let mut world = World::new().assessment();
    let person = world.principal();
    let nothing = ItemId::from_bytes([3; 16]);
    world.refuses(
        &officer(),
        acts::put_discrepancy(nothing),
        "no-such-discrepancy",
    );
    let state = |world: &World| {
        let all = tasks::of_person(&world.policy, &world.case(), person, crate::world::TODAY);
        all.into_iter()
            .find(|t| t.id == "discrepancies")
            .map(|t| (t.mandatory, t.state))
    };
    assert_eq!(
        state(&world),
        None,
        "where nothing differs there is nothing to do"
    );
    world.act(&officer(), acts::noted(person));
    assert_eq!(state(&world), Some((true, State::Waiting)));
    let id = world.case().discrepancies[0].id;
    world.refuses(
        &officer(),
        acts::settle_discrepancy(id, "left"),
        "discrepancy-not-put",
    );
    let silent = changed(
        acts::settle_discrepancy(id, "resolved"),
        Kind::SettleDiscrepancy,
        "reasons",
        json!(""),
    );
    world.refuses(&officer(), silent, "reason-needed");
    world.act(&officer(), acts::put_discrepancy(id));
    world.act(&decider(), acts::settle_discrepancy(id, "left"));
    assert_eq!(state(&world), Some((true, State::Done)));
    for late in [
        acts::put_discrepancy(id),
        acts::settle_discrepancy(id, "resolved"),
    ] {
        world.refuses(&officer(), late, "discrepancy-settled");
    }
}
