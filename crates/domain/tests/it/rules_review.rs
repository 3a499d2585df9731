//! A second person reads a refusal before anybody is told; a decision that was told is opened again.

use crate::acts;
use crate::world::{TODAY, World, decider, officer};
use safeconduct_domain::access::Actor;
use safeconduct_domain::act::{Act, Kind};
use safeconduct_domain::case::Stage;
use safeconduct_domain::event::Event;
use safeconduct_domain::id::PersonId;
use safeconduct_domain::notice::{News, Notice};
use serde_json::json;

/// The principal applicant can be refused, and with them the family.
fn refusable() -> (World, PersonId, Act) {
    let mut world = World::new().assessed();
    let principal = world.principal();
    let about = "well-founded-fear";
    world.act(&officer(), acts::element(principal, about, "not-met"));
    for class in ["convention", "country-of-asylum"] {
        world.act(&officer(), acts::class(principal, class, false));
    }
    world.act(&officer(), acts::put(principal, about));
    let concern = world.case().concerns.last().unwrap().id;
    world.act(&officer(), acts::answer(concern, false));
    let provision = world
        .policy
        .element(about, TODAY)
        .unwrap()
        .provision
        .to_string();
    let refuse = acts::refuse(principal, &[&provision]);
    (world, principal, refuse)
}

/// One refused, waiting for the second person.
pub fn refused() -> World {
    let (mut world, _, refuse) = refusable();
    world.act(&decider(), refuse);
    world
}

fn refuse_everybody(world: &mut World) -> Vec<PersonId> {
    let persons: Vec<_> = world.case().referral.travelling().map(|p| p.id).collect();
    for person in &persons {
        let case = world.case();
        let against =
            safeconduct_domain::decision::adverse(&world.policy, &case, *person, world.today);
        let mut provisions: Vec<&str> = against.iter().map(|a| a.provision.as_str()).collect();
        provisions.dedup();
        world.act(&decider(), acts::refuse(*person, &provisions));
    }
    persons
}

#[test]
fn nobody_is_told_of_a_refusal_that_no_second_person_has_read() {
    let (mut world, ..) = refusable();
    let persons = refuse_everybody(&mut world);
    assert_eq!(world.stage(), Stage::Assessment, "all decided, nobody told");
    for (n, person) in persons.iter().enumerate() {
        world.refuses(&decider(), acts::review(*person, true), "own-decision");
        world.act(&officer(), acts::review(*person, true));
        let told = world.case().notice.is_some();
        assert_eq!(told, n + 1 == persons.len());
    }
    assert_eq!(world.stage(), Stage::Decided);
    let reviewed = world.case().decisions.iter().all(|d| {
        d.review
            .as_ref()
            .is_some_and(|(_, by)| *by == officer().user)
    });
    assert!(reviewed);
}

#[test]
fn who_disagrees_gives_the_decision_back_and_decides_nothing() {
    let (mut world, principal, refuse) = refusable();
    world.act(&decider(), refuse.clone());
    world.refuses(
        &officer(),
        acts::act(
            Kind::ReviewDecision,
            json!({"person": principal, "opinion": "gives-back", "reasons": ""}),
        ),
        "reason-needed",
    );
    world.act(&officer(), acts::review(principal, false));
    let case = world.case();
    assert!(case.decision(principal).is_none());
    assert_eq!(case.taken_back.len(), 1, "it stays in the record");
    // the same decision can be made again: nobody decides for the one who decides
    world.act(&decider(), refuse);
    world.act(&officer(), acts::review(principal, true));
    world.refuses(
        &officer(),
        acts::review(principal, true),
        "no-second-person-asked",
    );
}

#[test]
fn an_approval_waits_for_nobody() {
    let mut world = World::new().assessed();
    let principal = world.principal();
    world.refuses(&officer(), acts::review(principal, true), "not-decided");
    world.act(&decider(), acts::approve(principal));
    world.refuses(
        &officer(),
        acts::review(principal, true),
        "no-second-person-asked",
    );
}

#[test]
fn a_decision_that_was_told_is_opened_again_with_reasons() {
    let mut world = World::new().decided();
    let principal = world.principal();
    let by = decider();
    let without = Actor {
        delegations: vec![],
        ..decider()
    };
    world.refuses(
        &without,
        acts::reconsider(principal, "applicant", true),
        "outside-delegation",
    );
    world.refuses(
        &by,
        acts::reconsider(PersonId::from_bytes([1; 16]), "applicant", true),
        "not-decided",
    );
    world.refuses(
        &by,
        acts::reconsider(principal, "a-friend", true),
        "no-such-reason",
    );
    world.refuses(
        &by,
        acts::reconsider(principal, "federal-court", false),
        "court-ordered-it",
    );
    for (missing, rule) in [("ground", "text-needed"), ("reasons", "reason-needed")] {
        let mut fields = json!({"person": principal, "asked-by": "counsel", "ground": "New.", "outcome": "stands",
            "reasons": "Read."});
        fields[missing] = json!(" ");
        let act = acts::act(Kind::Reconsider, fields);
        assert_eq!(world.attempt(&by, act).unwrap_err().rule, rule);
    }
    world.act(&by, acts::reconsider(principal, "counsel", false));
    assert_eq!(world.stage(), Stage::Decided, "asked, and not opened");
    world.act(&by, acts::reconsider(principal, "federal-court", true));
    let case = world.case();
    assert_eq!((case.stage, case.notice), (Stage::Assessment, None));
    assert_eq!((case.decisions.len(), case.taken_back.len()), (2, 1));
    assert_eq!(case.reconsidered.len(), 2);
    let (_, event) = world.log.last().unwrap();
    let told = Notice::of(event, &case, by.group, TODAY);
    assert!(
        told.iter()
            .all(|(_, n)| matches!(n.news, News::Reopened { on: TODAY }))
    );
    assert_eq!(told.len(), 2, "the partner and the centre");
    let reasons = serde_json::to_string(&told[0].1).unwrap();
    assert!(!reasons.contains("judgment"), "never why");
    // decided again, everybody is told again
    world.act(&by, acts::approve(principal));
    assert_eq!(world.stage(), Stage::Decided);
    assert!(matches!(
        world.log.last().unwrap().1,
        Event::NoticeGiven { .. }
    ));
}
