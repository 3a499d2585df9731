//! No path leads to a refusal that lacks a class considered, evidence, an answered concern, or a provision; whatever was
//! done before, in whatever order.

use crate::acts;
use crate::world::{World, decider, officer};
use proptest::prelude::*;
use safeconduct_domain::access::{Action, permit};
use safeconduct_domain::act::{Act, Kind};
use safeconduct_domain::case::Case;
use safeconduct_domain::decision::{Decide, Verdict, adverse};
use safeconduct_domain::eligibility::Class;
use safeconduct_domain::id::PersonId;
use safeconduct_domain::tasks;
use serde_json::json;
use std::sync::atomic::{AtomicUsize, Ordering};

/// What can stand against somebody, and what such a refusal may be wrongly built on.
const ABOUT: [&str; 4] = [
    "well-founded-fear",
    "state-protection",
    "security",
    "organized-crime",
];

/// One step of an officer, by number; refused steps change nothing. Some of them do at once what leads towards a refusal, so
/// that enough paths come to one.
fn step(world: &World, person: PersonId, what: u8, which: usize) -> Vec<Act> {
    match what {
        7 => [0, 2]
            .map(|what| one(world, person, what, which))
            .into_iter()
            .flatten()
            .collect(),
        8 => (0..2)
            .filter_map(|class| one(world, person, 4, class))
            .collect(),
        9 => one(world, person, 3, 1).into_iter().collect(),
        _ => one(world, person, what, which).into_iter().collect(),
    }
}

fn one(world: &World, person: PersonId, what: u8, which: usize) -> Option<Act> {
    let about = ABOUT[which % ABOUT.len()];
    let element = world.policy.element(about, world.today).is_some();
    let case = world.case();
    let last = case.concerns.iter().rev().find(|c| c.put.about == about);
    let found = |finding: &str| {
        if element {
            acts::element(person, about, finding)
        } else {
            acts::check(
                person,
                about,
                if finding == "met" {
                    "passed"
                } else {
                    "concern"
                },
            )
        }
    };
    Some(match what {
        0 => found("not-met"),
        1 => found("met"),
        2 => acts::put(person, about),
        3 => acts::answer(last.or(case.concerns.last())?.id, which.is_multiple_of(2)),
        4 => acts::class(
            person,
            ["convention", "country-of-asylum"][which % 2],
            false,
        ),
        5 => acts::class(person, ["convention", "country-of-asylum"][which % 2], true),
        _ => acts::set_aside(Some(person), about),
    })
}

/// What a refusal must rest on, said again here by hand.
fn sound(world: &World, case: &Case, decide: &Decide) -> Result<(), String> {
    let person = decide.person;
    let evidence = decide.evidence.as_deref().unwrap_or_default();
    if evidence.trim().is_empty() || decide.reasons.trim().is_empty() {
        return Err("no evidence or no reasons".into());
    }
    for class in [Class::Convention, Class::CountryOfAsylum] {
        if case.eligibility.class(person, class).is_none() {
            return Err("a class was not considered".into());
        }
    }
    if decide.provisions.is_empty() {
        return Err("no provision".into());
    }
    let standing = adverse(&world.policy, case, person, world.today);
    if standing.is_empty() {
        return Err("nothing stands against the person".into());
    }
    for against in &standing {
        if !decide.provisions.contains(&against.provision) {
            return Err(format!("{} is not named", against.provision));
        }
        let mut put = case.concerns.iter().rev();
        let put = put.find(|c| c.put.person == against.person && c.put.about == against.about);
        match put.and_then(|c| c.answer.as_ref()) {
            Some(answer) if !answer.met => {}
            _ => return Err(format!("{} was not put and answered", against.about)),
        }
    }
    let open = tasks::of_person(&world.policy, case, person, world.today);
    if open.iter().any(tasks::Task::open) {
        return Err("a mandatory task is open".into());
    }
    Ok(())
}

static TRIED: AtomicUsize = AtomicUsize::new(0);
static REFUSED: AtomicUsize = AtomicUsize::new(0);

/// Tries every way to sign a refusal of the principal applicant now.
fn attempts(world: &World, person: PersonId) -> Result<(), TestCaseError> {
    let case = world.case();
    let standing = adverse(&world.policy, &case, person, world.today);
    let named: Vec<String> = standing.iter().map(|a| a.provision.clone()).collect();
    let lists = [
        named.clone(),
        named.iter().skip(1).cloned().collect(),
        Vec::new(),
        [named, vec!["A36(1)".to_owned()]].concat(),
    ];
    for provisions in lists {
        for (evidence, reasons) in [
            ("The letters.", "As put."),
            ("", "As put."),
            ("The letters.", ""),
        ] {
            let fields = json!({"person": person, "verdict": "refused", "provisions": provisions,
                "evidence": evidence, "reasons": reasons});
            let act = acts::act(Kind::Decide, fields);
            TRIED.fetch_add(1, Ordering::Relaxed);
            if permit(&decider(), Action::Do(Kind::Decide), &case).is_err() {
                continue;
            }
            let Act::Decide(decide) = act.clone() else {
                unreachable!()
            };
            if world.attempt(&decider(), act).is_ok() {
                REFUSED.fetch_add(1, Ordering::Relaxed);
                prop_assert_eq!(decide.verdict, Verdict::Refused);
                let found = sound(world, &case, &decide);
                prop_assert!(found.is_ok(), "a refusal was signed: {:?}", found);
            }
        }
    }
    Ok(())
}

#[test]
fn no_path_leads_to_a_refusal_without_its_grounds() {
    let base = World::new().assessed();
    let person = base.principal();
    let steps = prop::collection::vec((0_u8..10, 0_usize..8), 1..14);
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig::with_cases(600));
    let outcome = runner.run(&steps, |steps| {
        let mut world = base.clone();
        for (what, which) in steps {
            for act in step(&world, person, what, which) {
                let override_task = matches!(act, Act::OverrideTask(_));
                let by = if override_task { decider() } else { officer() };
                if world.attempt(&by, act.clone()).is_ok() {
                    world.act(&by, act);
                }
            }
            attempts(&world, person)?;
        }
        Ok(())
    });
    let (tried, refused) = (
        TRIED.load(Ordering::Relaxed),
        REFUSED.load(Ordering::Relaxed),
    );
    println!("refusals: {tried} tried on random paths, {refused} signed, 0 without their grounds");
    outcome.unwrap();
    assert!(
        refused > 0,
        "no path led to a refusal: the test cannot fail"
    );
}
