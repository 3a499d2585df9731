//! Worksheets on convictions: what they are opened with, compared with, concluded on, and how they go with the checks.

use crate::acts::{self, act};
use crate::world::{TODAY, World, decider, officer};
use safeconduct_domain::act::{Act, Kind};
use safeconduct_domain::compartment::Compartment;
use safeconduct_domain::id::{DocumentId, ItemId, PersonId};
use safeconduct_domain::tasks::{self, State};
use serde_json::{Value, json};

fn changed(base: Act, kind: Kind, change: &[(&str, Value)]) -> Act {
    let all = serde_json::to_value(&base).unwrap();
    let mut fields = all[kind.name()].clone();
    for (name, value) in change {
        fields[*name] = value.clone();
    }
    act(kind, fields)
}

fn opened(person: PersonId, change: &[(&str, Value)]) -> Act {
    changed(acts::conviction(person), Kind::OpenConviction, change)
}

fn concluded(id: ItemId, outcome: &str, change: &[(&str, Value)]) -> Act {
    changed(
        acts::conclude(id, outcome),
        Kind::ConcludeConviction,
        change,
    )
}

fn last(world: &World) -> ItemId {
    world.case().convictions.last().unwrap().id
}

fn state(world: &World, person: PersonId) -> Option<(bool, State)> {
    let all = tasks::of_person(&world.policy, &world.case(), person, TODAY);
    let task = all.into_iter().find(|t| t.id == "convictions")?;
    Some((task.mandatory, task.state))
}

#[test]
fn a_worksheet_says_whose_what_and_from_whom() {
    let world = World::new().assessment();
    let person = world.principal();
    let refused = |change: &[(&str, Value)], rule: &str| {
        world.refuses(&officer(), opened(person, change), rule)
    };
    let nobody = PersonId::from_bytes([7; 16]);
    refused(&[("person", json!(nobody))], "no-such-person");
    for field in ["offence", "context", "known-from"] {
        refused(&[(field, json!(" "))], "text-needed");
    }
    refused(&[("sources", json!([]))], "source-needed");
    refused(&[("on", json!("2027"))], "date-in-the-future");
    refused(
        &[("completed-on", json!("2026-11-23"))],
        "date-in-the-future",
    );
    let events = world.attempt(&officer(), acts::conviction(person)).unwrap();
    assert!(
        events
            .iter()
            .all(|e| e.compartment() == Compartment::Internal)
    );
}

#[test]
fn where_only_the_persecutor_says_so_that_is_said_and_weighed() {
    let mut world = World::new().assessment();
    let person = world.principal();
    for alone in [
        json!(["authority"]),
        json!(["document"]),
        json!(["document", "check-result", "authority"]),
    ] {
        let act = opened(person, &[("sources", alone.clone())]);
        let refused = world.refuses(&officer(), act, "adverse-word-unsaid");
        assert_eq!(refused.args, [("country", "ER".to_owned())]);
        let elsewhere = opened(person, &[("sources", alone), ("country", json!("SE"))]);
        assert!(world.attempt(&officer(), elsewhere).is_ok());
    }
    let said = [
        ("sources", json!(["authority"])),
        ("adverse-word-only", json!(true)),
    ];
    world.act(&officer(), opened(person, &said));
    let id = last(&world);
    world.act(&officer(), acts::equivalence(id, "matched"));
    world.act(&officer(), acts::context(id));
    let refused = world.refuses(
        &officer(),
        acts::conclude(id, "criminality"),
        "adverse-word-not-weighed",
    );
    assert_eq!(refused.citation.as_deref(), Some("A33"));
    let weighed = [("word-weighed", json!("The appeal is published."))];
    assert!(
        world
            .attempt(&officer(), concluded(id, "criminality", &weighed))
            .is_ok()
    );
    // in the person's favour nothing has to be weighed
    world.act(&officer(), acts::conclude(id, "not-established"));
}

#[test]
fn an_element_is_compared_with_reasons_and_may_be_compared_again() {
    let mut world = World::new().assessment();
    let person = world.principal();
    let nothing = ItemId::from_bytes([3; 16]);
    world.refuses(
        &officer(),
        acts::equivalence(nothing, "matched"),
        "no-such-conviction",
    );
    world.act(&officer(), acts::conviction(person));
    let id = last(&world);
    let kind = Kind::RecordEquivalence;
    let with = |field: &str, value: Value| {
        changed(acts::equivalence(id, "matched"), kind, &[(field, value)])
    };
    for field in ["element", "corresponds"] {
        world.refuses(&officer(), with(field, json!("")), "text-needed");
    }
    world.refuses(&officer(), with("reasons", json!("")), "reason-needed");
    world.refuses(
        &officer(),
        with("replaces", json!(nothing)),
        "no-such-comparison",
    );
    world.act(&officer(), acts::equivalence(id, "unmatched"));
    world.act(&officer(), acts::equivalence(id, "matched"));
    let first = world.case().convictions[0].compared[0].id;
    world.act(&officer(), with("replaces", json!(first)));
    let conviction = world.case().convictions[0].clone();
    assert_eq!(conviction.compared.len(), 2);
    assert!(conviction.equivalent(), "the first was compared again");
}

#[test]
fn the_partner_is_asked_by_a_way_of_the_policy() {
    let mut world = World::new().assessment();
    let person = world.principal();
    world.act(&officer(), acts::conviction(person));
    let id = last(&world);
    let kind = Kind::RecordContext;
    let with = |field: &str, value: Value| changed(acts::context(id), kind, &[(field, value)]);
    for way in ["embassy-of-eritrea", "telephone", ""] {
        world.refuses(&officer(), with("way", json!(way)), "no-such-channel");
    }
    world.refuses(&officer(), with("asked", json!(" ")), "text-needed");
    world.refuses(
        &officer(),
        with("on", json!("2026-11-23")),
        "date-in-the-future",
    );
    world.act(&officer(), with("answer", Value::Null));
    world.act(&officer(), acts::context(id));
    assert_eq!(world.case().convictions[0].asked.len(), 2);
}

#[test]
fn nobody_is_inadmissible_on_a_worksheet_that_is_not_done() {
    let mut world = World::new().assessment();
    let person = world.principal();
    world.act(&officer(), acts::conviction(person));
    let id = last(&world);
    for (outcome, provision) in [
        ("serious-criminality", "A36(1)(b)"),
        ("criminality", "A36(2)(b)"),
    ] {
        let refused = world.refuses(
            &officer(),
            acts::conclude(id, outcome),
            "partner-context-not-sought",
        );
        assert_eq!(refused.citation.as_deref(), Some(provision));
    }
    world.refuses(
        &officer(),
        acts::conclude(id, "illegitimate"),
        "equivalence-not-made",
    );
    world.act(&officer(), acts::context(id));
    let against = || acts::conclude(id, "criminality");
    world.refuses(&officer(), against(), "equivalence-not-made");
    world.act(&officer(), acts::equivalence(id, "unmatched"));
    world.refuses(&officer(), against(), "element-unmatched");
    let first = world.case().convictions[0].compared[0].id;
    let matched = changed(
        acts::equivalence(id, "matched"),
        Kind::RecordEquivalence,
        &[("replaces", json!(first))],
    );
    world.act(&officer(), matched);
    world.refuses(
        &officer(),
        concluded(
            id,
            "serious-criminality",
            &[("reasons", json!("")), ("ten-years", json!(false))],
        ),
        "reason-needed",
    );
    world.refuses(
        &officer(),
        concluded(id, "serious-criminality", &[("ten-years", json!(false))]),
        "not-ten-years",
    );
    world.refuses(
        &officer(),
        concluded(id, "criminality", &[("prosecution", Value::Null)]),
        "prosecution-needed",
    );
    for enough in ["hybrid", "indictment"] {
        let act = concluded(id, "criminality", &[("prosecution", json!(enough))]);
        assert!(world.attempt(&officer(), act).is_ok());
    }
}

#[test]
fn a_summary_offence_needs_another_of_which_a_court_convicted() {
    let mut world = World::new().assessment();
    let (person, spouse) = (world.principal(), world.person("Yonas"));
    let (first, theirs) = (world.worksheet(person), world.worksheet(spouse));
    let with = |id: ItemId, second: Value| {
        let summary = ("prosecution", json!("summary"));
        concluded(id, "criminality", &[summary, ("second", second)])
    };
    for alone in [Value::Null, json!(first), json!(theirs)] {
        let refused = world.refuses(&officer(), with(first, alone), "summary-offence-alone");
        assert_eq!(refused.citation.as_deref(), Some("A36(2)(b)"));
    }
    world.act(
        &officer(),
        opened(
            person,
            &[("nature", json!("charge")), ("on", json!("2020"))],
        ),
    );
    let charge = last(&world);
    world.act(&officer(), acts::equivalence(charge, "matched"));
    world.act(&officer(), acts::context(charge));
    for (id, second) in [(first, charge), (charge, first)] {
        world.refuses(&officer(), with(id, json!(second)), "summary-offence-alone");
    }
    let second = world.worksheet(person);
    world.act(&officer(), with(first, json!(second)));
}

#[test]
fn the_provision_follows_place_and_nature() {
    use safeconduct_domain::conviction::Outcome as O;
    let mut world = World::new().assessment();
    let person = world.principal();
    for (country, nature, serious, criminality) in [
        ("ER", "conviction", "A36(1)(b)", "A36(2)(b)"),
        ("ER", "charge", "A36(1)(c)", "A36(2)(c)"),
        ("CA", "conviction", "A36(1)(a)", "A36(2)(a)"),
    ] {
        let facts = [("country", json!(country)), ("nature", json!(nature))];
        world.act(&officer(), opened(person, &facts));
        let found = world.case().convictions.last().unwrap().clone();
        assert_eq!(found.provision(O::SeriousCriminality), serious);
        assert_eq!(found.provision(O::Criminality), criminality);
    }
    // of a conviction in Canada no equivalent is sought
    let at_home = last(&world);
    world.act(&officer(), acts::context(at_home));
    world.act(&officer(), acts::conclude(at_home, "criminality"));
}

#[test]
fn what_is_concluded_names_known_signs_and_documents_and_an_unmatched_element() {
    let mut world = World::new().assessment();
    let person = world.principal();
    let id = world.worksheet(person);
    world.refuses(
        &officer(),
        concluded(id, "illegitimate", &[("signs", json!(["bad-vibes"]))]),
        "no-such-sign",
    );
    let nothing = DocumentId::from_bytes([9; 16]);
    world.refuses(
        &officer(),
        concluded(id, "illegitimate", &[("evidence", json!([nothing]))]),
        "no-such-document",
    );
    world.refuses(
        &officer(),
        acts::conclude(id, "no-equivalent"),
        "no-element-unmatched",
    );
    world.act(&officer(), acts::equivalence(id, "unmatched"));
    world.act(&officer(), acts::conclude(id, "no-equivalent"));
    for late in [
        acts::equivalence(id, "matched"),
        acts::context(id),
        acts::conclude(id, "illegitimate"),
    ] {
        world.refuses(&officer(), late, "conviction-concluded");
    }
    let silent = act(
        Kind::ReopenConviction,
        json!({"conviction": id, "reason": ""}),
    );
    world.refuses(&officer(), silent, "reason-needed");
    world.act(&officer(), acts::reopen(id));
    world.refuses(&officer(), acts::reopen(id), "conviction-open");
    assert_eq!(world.case().convictions[0].reopened.len(), 1);
    // what has an element without its like is not equivalent, and is not called so
    world.refuses(
        &officer(),
        acts::conclude(id, "illegitimate"),
        "element-unmatched",
    );
    world.act(&officer(), acts::conclude(id, "not-established"));
}

#[test]
fn an_open_worksheet_keeps_the_decision_shut() {
    let mut world = World::new().assessed();
    let person = world.principal();
    assert_eq!(state(&world, person), None);
    let id = world.worksheet(person);
    assert_eq!(state(&world, person), Some((true, State::Waiting)));
    assert_eq!(state(&world, world.person("Yonas")), None);
    let refused = world.refuses(&decider(), acts::approve(person), "task-open");
    assert!(refused.args.contains(&("task", "convictions".to_owned())));
    world.act(&officer(), acts::conclude(id, "illegitimate"));
    assert_eq!(state(&world, person), Some((true, State::Done)));
    assert!(world.attempt(&decider(), acts::approve(person)).is_ok());
    world.act(&officer(), acts::reopen(id));
    world.act(&decider(), acts::set_aside(Some(person), "convictions"));
    assert!(world.attempt(&decider(), acts::approve(person)).is_ok());
}

#[test]
fn a_worksheet_and_its_check_never_say_opposite_things() {
    let mut world = World::new().assessment();
    let person = world.principal();
    let check = |outcome: &str| acts::check(person, "criminality", outcome);
    let refused = world.refuses(&officer(), check("concern"), "concern-needs-worksheet");
    assert_eq!(refused.citation.as_deref(), Some("A36(2)"));
    let id = world.worksheet(person);
    // while it is open either can be recorded, and then it is the worksheet's turn to agree
    world.act(&officer(), check("passed"));
    let refused = world.refuses(
        &officer(),
        acts::conclude(id, "criminality"),
        "check-passed-already",
    );
    assert_eq!(refused.args, [("task", "criminality".to_owned())]);
    world.act(&officer(), check("concern"));
    world.refuses(
        &officer(),
        acts::conclude(id, "illegitimate"),
        "check-still-a-concern",
    );
    // another worksheet may carry the concern
    let other = world.worksheet(person);
    world.act(&officer(), acts::conclude(id, "illegitimate"));
    world.refuses(
        &officer(),
        acts::conclude(other, "excluded"),
        "check-still-a-concern",
    );
    world.act(&officer(), acts::conclude(other, "criminality"));
    let refused = world.refuses(&officer(), check("passed"), "conviction-stands");
    assert_eq!(refused.citation.as_deref(), Some("A36(2)"));
    world.act(&officer(), check("concern"));
    world.act(&officer(), acts::reopen(other));
    world.act(&officer(), check("passed"));
    world.act(&officer(), acts::conclude(other, "excluded"));
    world.refuses(&officer(), check("concern"), "concluded-otherwise");
    world.act(&officer(), check("passed"));
}

#[test]
fn what_a_worksheet_says_stands_though_its_check_was_left_open() {
    let mut world = World::new().assessment();
    let person = world.principal();
    world.hear();
    let id = world.worksheet(person);
    world.act(&officer(), acts::conclude(id, "serious-criminality"));
    world.act(
        &decider(),
        acts::set_aside(Some(person), "serious-criminality"),
    );
    world.close_tasks();
    let refused = world.refuses(&decider(), acts::approve(person), "finding-stands-against");
    assert_eq!(refused.citation.as_deref(), Some("A36(1)(b)"));
}
