//! Two priorities: what the referral asks for, and what those who process it have set.

use crate::acts::{self, act};
use crate::world::{World, caseworker, clerk, officer, supervisor};
use safeconduct_domain::act::{Act, Kind};
use safeconduct_domain::card::Card;
use safeconduct_domain::event::Urgency;
use serde_json::json;

#[test]
fn the_submission_priority_stands_as_it_was_when_the_file_was_created() {
    let mut world = World::new().prepared();
    world.act(&caseworker(), acts::urgency("urgent"));
    let asked = |world: &World| {
        let card = Card::of(&world.policy, &world.case());
        (card.asked, card.urgency)
    };
    let urgent = (None, Urgency::Urgent);
    assert_eq!(asked(&world), urgent);
    let mut world = World::new().held();
    world.act(&caseworker(), acts::urgency("urgent"));
    assert_eq!(asked(&world), urgent, "what is held is not submitted whole");
    let mut world = World::new().assessment();
    world.act(&officer(), acts::urgency("urgent"));
    let other = (Some(Urgency::Normal), Urgency::Urgent);
    assert_eq!(asked(&world), other);
}

#[test]
fn whoever_processes_a_case_less_soon_than_asked_says_why() {
    let mut world = World::new().prepared();
    world.act(&caseworker(), acts::urgency("urgent"));
    let calm = |grounds: &str| {
        act(
            Kind::SetUrgency,
            json!({"urgency": "normal", "grounds": grounds}),
        )
    };
    assert!(world.attempt(&caseworker(), calm("")).is_ok());
    world
        .act(&caseworker(), Act::RequestApproval {})
        .act(&supervisor(), acts::attest())
        .act(&caseworker(), Act::Submit {})
        .act(&clerk(), Act::AcceptReferral {});
    world.refuses(&clerk(), calm(""), "reason-needed");
    world.act(&clerk(), calm("Moved to another city."));
    let case = world.case();
    assert_eq!(case.priorities.submission.urgency, Urgency::Urgent);
    assert_eq!(case.priorities.processing().urgency, Urgency::Normal);
}
