//! Illegal pairs of state and act: at every stage, reached by a real path of acts, for every kind of act, every role and
//! every group. Leave is given exactly where the sentences of `access_rules` say, and without a fitting leave nothing is
//! ever decided.

use crate::access_rules::sentences;
use crate::world::{CENTRE, GROUPS, OFFICE, PARTNER, World, caseworker, decider, officer, staff};
use crate::{acts, world};
use safeconduct_domain::access::{Action, Actor, Denied, Permit, Relation, Role, permit};
use safeconduct_domain::act::Kind;
use safeconduct_domain::case::Stage;
use safeconduct_domain::event::Event;
use safeconduct_domain::id::{CaseId, GroupId};
use std::collections::BTreeSet;

/// A case at every stage, with the group that holds it and the group it is offered to, as the work says they are.
fn cases() -> Vec<(&'static str, World, Option<GroupId>, Option<GroupId>)> {
    let w = World::new;
    let mut busy = w().assessment();
    busy.hear();
    let principal = busy.principal();
    busy.act(&officer(), acts::check(principal, "security", "concern"));
    busy.act(&officer(), acts::put(principal, "security"));
    busy.act(&officer(), acts::noted(principal));
    busy.act(&officer(), acts::query());
    busy.act(&officer(), acts::keep("work", principal, &[]));
    busy.act(&officer(), acts::letter("fairness", serde_json::json!({})));
    for closed in [true, false] {
        busy.act(&officer(), acts::conviction(principal));
        let id = busy.case().convictions.last().unwrap().id;
        if closed {
            busy.act(&officer(), acts::conclude(id, "not-established"));
        }
    }
    // taken over by the officer of `everybody`
    let mut passed_on = w().assessed();
    let (mut stamp, _) = passed_on.log[passed_on.log.len() - 1].clone();
    stamp.seq += 1;
    let taker = everybody()
        .into_iter()
        .find(|a| a.group == OFFICE && a.role == Role::MigrationOfficer);
    passed_on.log.push((
        stamp,
        Event::Assigned {
            officer: taker.unwrap().user,
            reason: "On leave.".into(),
        },
    ));
    let mut partly = w().assessed();
    let principal = partly.principal();
    partly.act(&decider(), acts::approve(principal));
    let refused = crate::rules_review::refused();
    let mut before_the_court = w().decided();
    let principal = before_the_court.principal();
    before_the_court.act(&officer(), acts::leave_application(principal, world::TODAY));
    let mut returned = w().submitted();
    returned.act(&world::clerk(), acts::give_back());
    vec![
        ("not begun", w(), None, None),
        ("preparing", w().prepared(), Some(PARTNER), None),
        ("returned", returned, Some(PARTNER), None),
        (
            "awaiting approval",
            w().awaiting_approval(),
            Some(PARTNER),
            None,
        ),
        ("attested", w().attested(), Some(PARTNER), None),
        ("submitted", w().submitted(), Some(PARTNER), Some(CENTRE)),
        ("held", w().held(), Some(PARTNER), Some(CENTRE)),
        ("file created", w().file_created(), Some(CENTRE), None),
        (
            "office chosen",
            {
                let mut chosen = w().file_created();
                chosen.act(&world::clerk(), acts::office());
                chosen
            },
            Some(CENTRE),
            None,
        ),
        ("in transfer", w().in_transfer(), Some(CENTRE), Some(OFFICE)),
        ("assessment", w().assessment(), Some(OFFICE), None),
        ("assessment, open questions", busy, Some(OFFICE), None),
        ("assessment, all closed", w().assessed(), Some(OFFICE), None),
        ("assessment, in new hands", passed_on, Some(OFFICE), None),
        ("assessment, one decided", partly, Some(OFFICE), None),
        ("assessment, one refused", refused, Some(OFFICE), None),
        ("decided", w().decided(), Some(OFFICE), None),
        ("before the Court", before_the_court, Some(OFFICE), None),
        (
            "withdrawn by the partner",
            w().attested().withdrawn(),
            Some(PARTNER),
            None,
        ),
        (
            "withdrawn at the centre",
            w().in_transfer().withdrawn(),
            Some(CENTRE),
            None,
        ),
        (
            "withdrawn at the office",
            w().assessment().withdrawn(),
            Some(OFFICE),
            None,
        ),
    ]
}

/// Everybody: each role in each group, with a delegation.
fn everybody() -> Vec<Actor> {
    let delegations = decider().delegations;
    let pairs = Role::ALL
        .into_iter()
        .enumerate()
        .flat_map(|(n, role)| GROUPS.map(|g| (n, role, g)));
    pairs
        .map(|(n, role, group)| Actor {
            delegations: delegations.clone(),
            ..staff(0x60 + u8::try_from(n).unwrap(), group, role)
        })
        .collect()
}

fn relation(group: GroupId, holder: Option<GroupId>, receiver: Option<GroupId>) -> Relation {
    match group {
        g if Some(g) == holder => Relation::Holder,
        g if Some(g) == receiver => Relation::Receiver,
        _ => Relation::Stranger,
    }
}

#[test]
fn leave_is_given_exactly_where_the_table_gives_it() {
    let table = sentences();
    let (mut pairs, mut given, mut stages) = (0, 0, BTreeSet::new());
    for (label, world, holder, receiver) in cases() {
        let case = world.case();
        stages.insert(case.stage);
        assert_eq!(
            (case.holder, case.offer.map(|o| o.to)),
            (holder, receiver),
            "{label}"
        );
        for actor in everybody() {
            let relation = relation(actor.group, holder, receiver);
            let said =
                |action: Action| table.contains(&(actor.role, action.name(), relation, case.stage));
            for action in Action::all() {
                pairs += 1;
                let opens = action == Action::Do(Kind::Open) && case.stage == Stage::None;
                let expected = match (opens, said(action), said(Action::Look)) {
                    (true, ..) if actor.role == Role::Caseworker => Ok(()),
                    (true, ..) => Err(Denied::NotNow),
                    (false, true, _) => Ok(()),
                    (false, false, true) => Err(Denied::NotNow),
                    (false, false, false) => Err(Denied::Absent),
                };
                let got = permit(&actor, action, &case);
                given += usize::from(got.is_ok());
                assert_eq!(
                    got.map(|_| ()),
                    expected,
                    "{label}: {:?} {relation:?} {}",
                    actor.role,
                    action.name()
                );
            }
        }
    }
    println!("pairs: {pairs} of state, actor and action; {given} given leave, 0 against the table");
    assert_eq!(stages.len(), 11, "a stage has no case");
}

/// Every leave anybody can get to that case.
fn permits(world: &World) -> Vec<(Actor, Permit)> {
    let case = world.case();
    let all = everybody()
        .into_iter()
        .flat_map(|a| Action::all().map(move |action| (a.clone(), action)));
    all.filter_map(|(actor, action)| permit(&actor, action, &case).ok().map(|p| (actor, p)))
        .collect()
}

#[test]
fn without_a_fitting_leave_nothing_is_decided() {
    let (mut tried, mut decided) = (0, 0);
    for (label, world, ..) in cases() {
        let case = world.case();
        let others: Vec<World> = {
            let mut other = world.clone();
            other.id = CaseId::from_bytes([0xCB; 16]);
            vec![other]
        };
        let foreign: Vec<_> = others.iter().flat_map(permits).collect();
        let own = permits(&world);
        for kind in Kind::ALL {
            let act = acts::sample(*kind, &case);
            for (actor, permit) in &own {
                let fits = permit.action() == Action::Do(*kind);
                if fits {
                    let refused = world.decide_with(actor, permit, &case, act.clone()).err();
                    assert_ne!(
                        refused.map(|r| r.rule),
                        Some("permit-for-another-act"),
                        "{label} {}",
                        kind.name()
                    );
                    // the same leave in the hands of a colleague of the same group and role, or in another group's name
                    let another = GROUPS.into_iter().find(|g| *g != actor.group).unwrap();
                    let in_its_name = Actor {
                        group: another,
                        ..actor.clone()
                    };
                    for other in [staff(0x7F, actor.group, actor.role), in_its_name] {
                        tried += 1;
                        let refused = world
                            .decide_with(&other, permit, &case, act.clone())
                            .unwrap_err();
                        assert_eq!(refused.rule, "permit-for-another-act", "{label}");
                    }
                    continue;
                }
                tried += 1;
                let outcome = world.decide_with(actor, permit, &case, act.clone());
                decided += usize::from(outcome.is_ok());
                assert_eq!(
                    outcome.unwrap_err().rule,
                    "permit-for-another-act",
                    "{label} {}",
                    kind.name()
                );
            }
            for (actor, permit) in foreign
                .iter()
                .filter(|(_, p)| p.action() == Action::Do(*kind))
            {
                tried += 1;
                let outcome = world.decide_with(actor, permit, &case, act.clone());
                decided += usize::from(outcome.is_ok());
                assert_eq!(
                    outcome.unwrap_err().rule,
                    "permit-for-another-act",
                    "{label}: another case's leave"
                );
            }
        }
    }
    println!("without a fitting leave: {tried} tried, {decided} decided");
    assert!(tried > 10_000);
}

#[test]
fn leave_does_not_outlive_the_stage_it_was_given_at() {
    let mut world = World::new().prepared();
    let before = permit(&caseworker(), Action::Do(Kind::SetContact), &world.case()).unwrap();
    let act = acts::sample(Kind::SetContact, &world.case());
    assert!(
        world
            .decide_with(&caseworker(), &before, &world.case(), act.clone())
            .is_ok()
    );
    world.act(
        &caseworker(),
        safeconduct_domain::act::Act::RequestApproval {},
    );
    let refused = world
        .decide_with(&caseworker(), &before, &world.case(), act)
        .unwrap_err();
    assert_eq!(refused.rule, "permit-for-another-act");
}

#[test]
fn every_kind_of_act_succeeds_somewhere_and_brings_the_case_where_it_should() {
    let mut succeeded = BTreeSet::new();
    let cases = cases();
    for (_, world, ..) in &cases {
        for (actor, permit) in permits(world) {
            let Action::Do(kind) = permit.action() else {
                continue;
            };
            let act = acts::sample(kind, &world.case());
            succeeded.extend(
                world
                    .decide_with(&actor, &permit, &world.case(), act)
                    .is_ok()
                    .then_some(kind),
            );
        }
    }
    let never: Vec<_> = Kind::ALL
        .iter()
        .filter(|k| !succeeded.contains(k))
        .map(|k| k.name())
        .collect();
    println!(
        "acts: {} of {} kinds succeed",
        succeeded.len(),
        Kind::ALL.len()
    );
    assert!(never.is_empty(), "no case lets these succeed: {never:?}");
}
