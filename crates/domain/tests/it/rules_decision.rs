//! Deciding: within a delegation, on closed tasks, for whoever is in the application; a refusal only on findings that were
//! put, answered and named.

use crate::acts::{self, act, details};
use crate::world::{CENTRE, OFFICE, PARTNER, TODAY, World, caseworker, decider, officer};
use jiff::civil::{Date, date};
use safeconduct_domain::access::Actor;
use safeconduct_domain::act::{Act, Kind};
use safeconduct_domain::case::Stage;
use safeconduct_domain::decision::{Delegation, POWER_TO_DECIDE, adverse};
use safeconduct_domain::event::Event;
use safeconduct_domain::id::PersonId;
use safeconduct_domain::notice::Notice;
use serde_json::json;

/// Assessed, and then the principal applicant was found not to meet one element.
fn one_element_not_met() -> (World, PersonId) {
    let mut world = World::new().assessed();
    let principal = world.principal();
    world.act(
        &officer(),
        acts::element(principal, "well-founded-fear", "not-met"),
    );
    (world, principal)
}

fn classes(world: &mut World, person: PersonId) {
    world.act(&officer(), acts::class(person, "convention", false));
    world.act(&officer(), acts::class(person, "country-of-asylum", false));
}

fn heard_on(world: &mut World, person: PersonId, about: &str) {
    world.act(&officer(), acts::put(person, about));
    let concern = world.case().concerns.last().unwrap().id;
    world.act(&officer(), acts::answer(concern, false));
}

/// Everything a refusal needs.
fn refusable() -> (World, PersonId) {
    let (mut world, principal) = one_element_not_met();
    classes(&mut world, principal);
    heard_on(&mut world, principal, "well-founded-fear");
    (world, principal)
}

fn fear(world: &World) -> String {
    world
        .policy
        .element("well-founded-fear", TODAY)
        .unwrap()
        .provision
        .to_string()
}

#[test]
fn a_decision_is_made_within_a_delegation_to_the_day() {
    let mut world = World::new().assessed();
    let principal = world.principal();
    let with = |from: Date, to: Option<Date>, power: &str| Actor {
        delegations: vec![Delegation {
            from,
            to,
            power: power.into(),
        }],
        ..decider()
    };
    let (first, last) = (date(2026, 12, 1), date(2026, 12, 31));
    let delegated = with(first, Some(last), POWER_TO_DECIDE);
    for (day, within) in [
        (date(2026, 11, 30), false),
        (first, true),
        (date(2026, 12, 15), true),
        (last, true),
        (date(2027, 1, 1), false),
    ] {
        world.today = day;
        if within {
            assert!(
                world.attempt(&delegated, acts::approve(principal)).is_ok(),
                "{day}"
            );
            assert!(
                world
                    .attempt(&delegated, acts::set_aside(None, "interview"))
                    .is_ok(),
                "{day}"
            );
        } else {
            let refused = world.refuses(&delegated, acts::approve(principal), "outside-delegation");
            assert_eq!(refused.citation.as_deref(), Some("A6(1)"));
            world.refuses(
                &delegated,
                acts::set_aside(None, "interview"),
                "outside-delegation",
            );
        }
    }
    world.today = TODAY;
    for without in [
        with(TODAY, None, "issue-permits"),
        Actor {
            delegations: vec![],
            ..decider()
        },
    ] {
        world.refuses(&without, acts::approve(principal), "outside-delegation");
    }
    assert!(
        world
            .attempt(
                &with(TODAY, None, POWER_TO_DECIDE),
                acts::approve(principal)
            )
            .is_ok()
    );
    world.denies(&officer(), &acts::approve(principal));
}

#[test]
fn an_open_task_keeps_the_decision_back() {
    let mut world = World::new().assessment();
    let principal = world.principal();
    let refused = world.refuses(&decider(), acts::approve(principal), "task-open");
    assert_eq!(
        refused.citation.as_deref(),
        Some("REF-OVS-13-6"),
        "nobody has been heard"
    );
    world.hear().close_tasks();
    assert!(world.attempt(&decider(), acts::approve(principal)).is_ok());
    // each mandatory task in turn
    let tasks =
        safeconduct_domain::tasks::of_person(&world.policy, &world.case(), principal, TODAY);
    let reopened: Vec<_> = tasks
        .iter()
        .filter(|t| t.mandatory && world.policy.check(&t.id, TODAY).is_some())
        .collect();
    assert!(reopened.len() > 10);
    for task in reopened {
        let mut again = world.clone();
        again.act(&officer(), acts::check(principal, &task.id, "pending"));
        let refused = again.refuses(&decider(), acts::approve(principal), "task-open");
        assert_eq!(refused.args[0], ("task", task.id.clone()));
        again.act(&decider(), acts::set_aside(Some(principal), &task.id));
        assert!(
            again.attempt(&decider(), acts::approve(principal)).is_ok(),
            "{} was left open on purpose",
            task.id
        );
    }
}

#[test]
fn a_result_that_has_aged_is_open_again() {
    let mut world = World::new().assessed();
    let principal = world.principal();
    let medical = json!({"person": principal, "check": "medical-examination", "outcome": "passed", "on": "2025-11-22", "valid-until": "2026-11-22"});
    world.act(&officer(), act(Kind::RecordCheck, medical));
    assert!(world.attempt(&decider(), acts::approve(principal)).is_ok());
    world.today = date(2026, 11, 23);
    world.refuses(&decider(), acts::approve(principal), "task-open");
}

#[test]
fn what_is_left_open_is_a_task_and_has_a_reason() {
    let world = World::new().assessed();
    let principal = world.principal();
    world.refuses(
        &decider(),
        acts::set_aside(Some(principal), "is-a-defender"),
        "no-such-task",
    );
    let silent = act(
        Kind::OverrideTask,
        json!({"person": principal, "task": "security", "reason": ""}),
    );
    world.refuses(&decider(), silent, "reason-needed");
    for task in ["interview", "security", "outside-canada"] {
        assert!(
            world
                .attempt(&decider(), acts::set_aside(Some(principal), task))
                .is_ok()
        );
    }
}

#[test]
fn nobody_is_approved_on_an_element_that_was_left_open() {
    let mut world = World::new().assessment();
    let principal = world.principal();
    world.hear();
    world.act(
        &decider(),
        acts::set_aside(Some(principal), "well-founded-fear"),
    );
    world.close_tasks();
    let refused = world.refuses(
        &decider(),
        acts::approve(principal),
        "element-not-established",
    );
    assert_eq!(refused.citation, Some(fear(&world)));
    world.act(
        &officer(),
        acts::element(principal, "well-founded-fear", "met"),
    );
    assert!(world.attempt(&decider(), acts::approve(principal)).is_ok());
}

#[test]
fn an_open_status_query_keeps_the_decision_back() {
    let mut world = World::new().assessed();
    let principal = world.principal();
    world.act(&officer(), acts::query());
    world.refuses(&decider(), acts::approve(principal), "status-query-open");
    let query = world.case().queries[0].id;
    world.act(&officer(), acts::reply(query));
    assert!(
        world.attempt(&decider(), acts::approve(principal)).is_ok(),
        "whatever the answer says"
    );
}

#[test]
fn nobody_is_approved_against_a_finding() {
    let (world, principal) = one_element_not_met();
    let refused = world.refuses(
        &decider(),
        acts::approve(principal),
        "finding-stands-against",
    );
    assert_eq!(refused.citation, Some(fear(&world)));
    let policy = world.policy.clone();
    for check in policy.checks(TODAY).into_iter().filter(|c| c.ground) {
        let mut world = World::new().assessed();
        let crime = check.id.ends_with("criminality");
        let worksheet = crime.then(|| world.worksheet(principal));
        world.act(&officer(), acts::check(principal, &check.id, "concern"));
        if let Some(id) = worksheet {
            world.act(&officer(), acts::conclude(id, &check.id));
        }
        let refused = world.refuses(
            &decider(),
            acts::approve(principal),
            "finding-stands-against",
        );
        assert_eq!(
            refused.citation,
            check.provision.as_ref().map(ToString::to_string)
        );
        // a finding cannot be left open: it is there
        world.act(&decider(), acts::set_aside(Some(principal), &check.id));
        world.refuses(
            &decider(),
            acts::approve(principal),
            "finding-stands-against",
        );
    }
}

#[test]
fn nobody_is_approved_who_was_found_outside_the_class() {
    let mut world = World::new().assessed();
    let principal = world.principal();
    world.act(&officer(), acts::class(principal, "convention", false));
    let refused = world.refuses(&decider(), acts::approve(principal), "not-of-the-class");
    assert_eq!(refused.citation.as_deref(), Some("R139(1)(f)(ii)"));
    world.act(&officer(), acts::class(principal, "convention", true));
    assert!(world.attempt(&decider(), acts::approve(principal)).is_ok());
}

#[test]
fn a_refusal_needs_a_finding() {
    let world = World::new().assessed();
    let refused = world.refuses(
        &decider(),
        acts::refuse(world.principal(), &["R139(1)(c)"]),
        "refusal-needs-a-finding",
    );
    assert_eq!(refused.citation.as_deref(), Some("R139(1)"));
}

#[test]
fn a_refusal_considers_both_classes() {
    let (mut world, principal) = one_element_not_met();
    heard_on(&mut world, principal, "well-founded-fear");
    let refuse = acts::refuse(principal, &[&fear(&world)]);
    let refused = world.refuses(&decider(), refuse.clone(), "class-not-considered");
    assert_eq!(refused.citation.as_deref(), Some("R145"));
    world.act(&officer(), acts::class(principal, "convention", false));
    let refused = world.refuses(&decider(), refuse.clone(), "class-not-considered");
    assert_eq!(refused.citation.as_deref(), Some("R147"));
    world.act(
        &officer(),
        acts::class(principal, "country-of-asylum", false),
    );
    assert!(world.attempt(&decider(), refuse).is_ok());
}

#[test]
fn a_refusal_states_its_evidence_and_reasons() {
    let (world, principal) = refusable();
    let refuse = |evidence: serde_json::Value, reasons: &str| {
        act(
            Kind::Decide,
            json!({"person": principal, "verdict": "refused", "provisions": [fear(&world)], "evidence": evidence, "reasons": reasons}),
        )
    };
    world.refuses(
        &decider(),
        refuse(json!(null), "x"),
        "refusal-needs-evidence",
    );
    world.refuses(
        &decider(),
        refuse(json!(" "), "x"),
        "refusal-needs-evidence",
    );
    world.refuses(
        &decider(),
        refuse(json!("The letters."), ""),
        "reason-needed",
    );
    assert!(
        world
            .attempt(&decider(), refuse(json!("The letters."), "x"))
            .is_ok()
    );
}

#[test]
fn what_a_refusal_rests_on_was_put_and_answered_and_the_answer_did_not_meet_it() {
    let (mut world, principal) = one_element_not_met();
    classes(&mut world, principal);
    let refuse = acts::refuse(principal, &[&fear(&world)]);
    world.refuses(&decider(), refuse.clone(), "concern-never-put");
    world.act(&officer(), acts::put(principal, "well-founded-fear"));
    world.refuses(&decider(), refuse.clone(), "concern-not-answered");
    let concern = world.case().concerns[0].id;
    let mut met = world.clone();
    met.act(&officer(), acts::answer(concern, true));
    met.refuses(&decider(), refuse.clone(), "concern-met");
    world.act(&officer(), acts::answer(concern, false));
    assert!(world.attempt(&decider(), refuse.clone()).is_ok());
    // the newest round counts: what is put again must be answered again
    world.act(&officer(), acts::put(principal, "well-founded-fear"));
    world.refuses(&decider(), refuse, "concern-not-answered");
}

#[test]
fn a_refusal_rests_on_no_discrepancy_that_was_never_put() {
    let (mut world, principal) = refusable();
    let spouse = world.person("Yonas");
    // the second on the case, the first in her account
    for person in [spouse, principal] {
        world.act(&officer(), acts::noted(person));
    }
    let refuse = acts::refuse(principal, &[&fear(&world)]);
    world.refuses(&decider(), refuse.clone(), "task-open");
    let aside = json!({"person": principal, "task": "discrepancies", "reason": "no-bearing"});
    world.act(&decider(), act(Kind::OverrideTask, aside));
    let refused = world.refuses(&decider(), refuse.clone(), "discrepancy-never-put");
    assert_eq!(refused.args, [("number", "2".to_owned())]);
    let id = world.case().discrepancies[1].id;
    let mut resolved = world.clone();
    let of_no_weight =
        json!({"discrepancy": id, "outcome": "resolved", "reasons": "A slip of the pen."});
    resolved.act(&officer(), act(Kind::SettleDiscrepancy, of_no_weight));
    assert!(resolved.attempt(&decider(), refuse.clone()).is_ok());
    world.act(&officer(), acts::put_discrepancy(id));
    assert!(world.attempt(&decider(), refuse).is_ok());
}

#[test]
fn a_concern_put_to_another_person_does_not_serve() {
    let (mut world, principal) = one_element_not_met();
    classes(&mut world, principal);
    let spouse = world.person("Yonas");
    heard_on(&mut world, spouse, "well-founded-fear");
    heard_on(&mut world, principal, "security");
    world.refuses(
        &decider(),
        acts::refuse(principal, &[&fear(&world)]),
        "concern-never-put",
    );
}

#[test]
fn a_refusal_names_every_provision_and_no_other() {
    let (mut world, principal) = refusable();
    world.convicted(principal);
    heard_on(&mut world, principal, "serious-criminality");
    let fear = fear(&world);
    for incomplete in [vec![], vec![fear.as_str()], vec!["A36(1)"]] {
        let refused = world.refuses(
            &decider(),
            acts::refuse(principal, &incomplete),
            "provision-missing",
        );
        assert!(refused.citation.is_some());
    }
    let more = acts::refuse(principal, &[&fear, "A36(1)", "A34(1)"]);
    world.refuses(&decider(), more, "provision-without-finding");
    assert!(
        world
            .attempt(&decider(), acts::refuse(principal, &[&fear, "A36(1)"]))
            .is_ok()
    );
}

#[test]
fn a_person_is_decided_once() {
    let mut world = World::new().assessed();
    let principal = world.principal();
    world.act(&decider(), acts::approve(principal));
    world.refuses(&decider(), acts::approve(principal), "already-decided");
    world.refuses(&decider(), acts::refuse(principal, &[]), "already-decided");
    assert_eq!(
        world.stage(),
        Stage::Assessment,
        "the family is still to be decided"
    );
}

#[test]
fn who_does_not_travel_is_not_in_this_application() {
    let mut world = World::new().assessed();
    let behind = world.person("Abrehet");
    let refused = world.refuses(&decider(), acts::approve(behind), "not-in-this-application");
    assert_eq!(refused.citation.as_deref(), Some("R141(1)(b)"));
    for given in ["Selam", "Yonas", "Luwam"] {
        let person = world.person(given);
        world.act(&decider(), acts::approve(person));
    }
    let case = world.case();
    assert_eq!(
        case.stage,
        Stage::Decided,
        "and nobody waits for a decision that is not due"
    );
    assert_eq!(case.referral.counted() as usize, case.decisions.len());
}

#[test]
fn the_family_follows_the_principal_applicant() {
    let mut world = World::new().assessed();
    let spouse = world.person("Yonas");
    let refused = world.refuses(&decider(), acts::approve(spouse), "principal-first");
    assert_eq!(refused.citation.as_deref(), Some("R140"));
    world.act(&decider(), acts::approve(world.principal()));
    assert!(world.attempt(&decider(), acts::approve(spouse)).is_ok());
}

#[test]
fn what_the_principal_applicant_was_refused_on_carries_to_the_family() {
    let (mut world, principal) = refusable();
    let fear = fear(&world);
    world.act(&decider(), acts::refuse(principal, &[&fear]));
    let spouse = world.person("Yonas");
    world.refuses(&decider(), acts::approve(spouse), "finding-stands-against");
    world.refuses(&decider(), acts::refuse(spouse, &[]), "provision-missing");
    world.act(&decider(), acts::refuse(spouse, &[&fear]));
    let child = world.person("Luwam");
    world.act(&decider(), acts::refuse(child, &[&fear]));
    for person in [principal, spouse, child] {
        world.act(&officer(), acts::review(person, true));
    }
    let case = world.case();
    assert_eq!(case.stage, Stage::Decided);
    assert!(
        case.decisions
            .iter()
            .all(|d| d.policy == world.policy.version() && d.on == TODAY)
    );
}

#[test]
fn the_family_of_an_inadmissible_person_is_inadmissible_as_family() {
    let mut world = World::new().assessed();
    let (principal, spouse) = (world.principal(), world.person("Yonas"));
    classes(&mut world, principal);
    world.convicted(principal);
    heard_on(&mut world, principal, "serious-criminality");
    world.act(&decider(), acts::refuse(principal, &["A36(1)"]));
    // not for a crime of their own
    let refused = world.refuses(
        &decider(),
        acts::refuse(spouse, &["A36(1)"]),
        "provision-missing",
    );
    assert_eq!(refused.citation.as_deref(), Some("A42(1)"));
    world.act(&decider(), acts::refuse(spouse, &["A42(1)"]));
}

#[test]
fn who_is_no_family_member_in_law_claims_in_their_own_right() {
    for relationship in ["de-facto-dependant", "other-relative"] {
        let mut world = World::new().prepared();
        world.act(
            &caseworker(),
            Act::AddPerson(details(relationship, "Mehret", "1999-09-09")),
        );
        world.supply();
        // the rest of the way by the same steps as ever
        world.act(&caseworker(), Act::RequestApproval {});
        world.act(&crate::world::supervisor(), acts::attest());
        world.act(&caseworker(), Act::Submit {});
        let clerk = crate::world::clerk();
        world.act(&clerk, Act::AcceptReferral {});
        world.act(&clerk, acts::office());
        world.act(&clerk, Act::Transfer {});
        world.act(&officer(), Act::AcceptTransfer {});
        world.hear().close_tasks();
        let (principal, alone) = (world.principal(), world.person("Mehret"));
        let fear = fear(&world);
        let tasks =
            safeconduct_domain::tasks::of_person(&world.policy, &world.case(), alone, TODAY);
        assert!(
            tasks
                .iter()
                .any(|t| t.id == "well-founded-fear" && t.mandatory),
            "{relationship}"
        );
        assert!(
            world.attempt(&decider(), acts::approve(alone)).is_ok(),
            "no need to wait for the principal applicant"
        );
        world.act(
            &officer(),
            acts::element(principal, "well-founded-fear", "not-met"),
        );
        classes(&mut world, principal);
        heard_on(&mut world, principal, "well-founded-fear");
        world.act(&decider(), acts::refuse(principal, &[&fear]));
        assert!(
            adverse(&world.policy, &world.case(), alone, TODAY).is_empty(),
            "{relationship}"
        );
        assert!(world.attempt(&decider(), acts::approve(alone)).is_ok());
        // and a refusal of theirs needs class findings of their own
        world.act(
            &officer(),
            acts::element(alone, "well-founded-fear", "not-met"),
        );
        heard_on(&mut world, alone, "well-founded-fear");
        world.refuses(
            &decider(),
            acts::refuse(alone, &[&fear]),
            "class-not-considered",
        );
    }
}

#[test]
fn the_notice_comes_with_the_last_decision_and_says_the_outcome_only() {
    let mut world = World::new().assessed();
    let persons: Vec<_> = world.case().referral.travelling().map(|p| p.id).collect();
    for (n, person) in persons.iter().enumerate() {
        let events = world.attempt(&decider(), acts::approve(*person)).unwrap();
        let notice = events
            .iter()
            .any(|e| matches!(e, Event::NoticeGiven { .. }));
        assert_eq!(notice, n + 1 == persons.len());
        world.act(&decider(), acts::approve(*person));
    }
    let notices = Notice::of(
        &Event::NoticeGiven { on: TODAY },
        &world.case(),
        OFFICE,
        TODAY,
    );
    let to: Vec<_> = notices.iter().map(|(group, _)| *group).collect();
    assert_eq!(
        to,
        [PARTNER, CENTRE],
        "the referring partner, and the centre that filed it"
    );
    let told = serde_json::to_value(&notices[0].1).unwrap();
    let outcome = json!({"outcome": {"approved": 3, "refused": 0, "on": "2026-11-22"}});
    let expected = json!({"reference": "FLD-2026-0117", "news": outcome, "office": "nairobi", "number": null, "letter": null});
    assert_eq!(told, expected);
}
