//! What each step leaves behind in the case: notes, reasons, dates, and the places a referral takes.

use crate::acts::{self, act, details, reasoned};
use crate::world::{TODAY, World, caseworker, clerk, officer, supervisor};
use safeconduct_domain::act::{Act, Kind};
use safeconduct_domain::case::Case;
use safeconduct_domain::interview::Mode;
use serde_json::json;

fn after(mut world: World, by: &safeconduct_domain::access::Actor, act: Act) -> Case {
    world.act(by, act).case()
}

fn back() -> Act {
    reasoned(Kind::RecallTransfer, "A document is wrong.")
}

#[test]
fn a_submission_takes_a_place_for_each_person_who_travels() {
    let places = Some((2026, 3));
    assert_eq!(World::new().attested().case().places, None);
    assert_eq!(World::new().submitted().case().places, places);
    for stage in [
        World::held,
        World::file_created,
        World::assessment,
        World::decided,
    ] {
        assert_eq!(stage(World::new()).case().places, places);
    }
}

#[test]
fn the_places_are_given_back_with_a_referral_that_comes_back() {
    for world in [World::new().submitted(), World::new().held()] {
        assert_eq!(
            after(world.clone(), &clerk(), acts::give_back()).places,
            None
        );
        assert_eq!(after(world.clone(), &caseworker(), back()).places, None);
        assert_eq!(world.withdrawn().case().places, None);
    }
    let kept = World::new().file_created().withdrawn().case().places;
    assert_eq!(
        kept,
        Some((2026, 3)),
        "once a file exists the place was used"
    );
}

#[test]
fn the_places_are_counted_anew_when_a_held_referral_is_answered() {
    let mut world = World::new().held();
    let child = Act::AddPerson(details("dependent-child", "Saron", "2020-05-05"));
    world.act(&caseworker(), child).supply();
    world.act(&supervisor(), acts::attest());
    let answer = acts::sample(Kind::AnswerDeficiency, &world.case());
    assert_eq!(after(world, &caseworker(), answer).places, Some((2026, 4)));
}

#[test]
fn a_return_and_a_hold_leave_their_words_until_they_are_met() {
    let mut world = World::new().submitted();
    let held = after(world.clone(), &clerk(), acts::hold());
    assert_eq!(held.intake.held.unwrap().note, "Page 2.");
    world.act(&clerk(), acts::hold());
    let answer = acts::sample(Kind::AnswerDeficiency, &world.case());
    world.act(&caseworker(), answer);
    assert_eq!(
        world.case().intake.answered.as_deref(),
        Some("Scanned again.")
    );
    let again = after(world.clone(), &clerk(), acts::hold());
    assert_eq!(
        again.intake.answered, None,
        "the new list is not answered yet"
    );
    world.act(&clerk(), acts::give_back());
    assert_eq!(world.case().intake.returned.unwrap().note, "See the list.");
    world.act(&caseworker(), Act::RequestApproval {});
    world.act(&supervisor(), acts::attest());
    world.act(&caseworker(), Act::Submit {});
    assert!(world.case().intake.returned.is_none());
}

#[test]
fn what_was_recalled_is_attested_again() {
    let case = after(World::new().submitted(), &caseworker(), back());
    assert!(case.referral.attestation.is_none());
    assert_eq!(case.transfer_note.as_deref(), Some("A document is wrong."));
}

#[test]
fn a_new_request_answers_what_was_sent_back() {
    let mut world = World::new().awaiting_approval();
    world.act(&supervisor(), reasoned(Kind::SendBack, "Which year?"));
    assert!(world.case().referral.sent_back.is_some());
    world.act(&caseworker(), Act::RequestApproval {});
    assert!(world.case().referral.sent_back.is_none());
}

#[test]
fn a_new_offer_forgets_why_the_last_one_failed() {
    let mut world = World::new().in_transfer();
    world.act(&officer(), reasoned(Kind::RefuseTransfer, "Unsafe here."));
    assert!(world.case().transfer_note.is_some());
    world.act(&clerk(), Act::Transfer {});
    assert!(world.case().transfer_note.is_none());
}

#[test]
fn the_file_the_notice_and_the_end_have_their_day() {
    let filed = World::new().file_created();
    let at = filed
        .log
        .iter()
        .find(|(_, e)| e.name() == "file-created")
        .unwrap()
        .0
        .at_ms;
    assert_eq!(filed.case().intake.file_created_ms, Some(at));
    assert_eq!(World::new().assessed().case().notice, None);
    assert_eq!(World::new().decided().case().notice, Some(TODAY));
    assert_eq!(
        filed.withdrawn().case().withdrawn.unwrap().reason,
        "applicant-asks"
    );
}

#[test]
fn the_plan_urgency_and_override_that_stand_are_the_last() {
    let mut world = World::new().assessment();
    world
        .act(&officer(), acts::plan())
        .act(&officer(), acts::waive());
    let case = world.case();
    assert_eq!(case.interview.plan.as_ref().unwrap().mode, Mode::Waived);
    assert!(
        case.interview.closed(),
        "nobody waits for an interview that is waived"
    );
    world.act(&officer(), acts::urgency("urgent"));
    let calm = act(
        Kind::SetUrgency,
        json!({"urgency": "normal", "grounds": "Moved to safety."}),
    );
    let case = after(world, &officer(), calm);
    assert_eq!(case.priorities.processing().grounds, "Moved to safety.");
}

#[test]
fn the_card_shows_the_next_day_that_matters_and_none_when_all_is_over() {
    use safeconduct_domain::card::Card;
    let mut world = World::new().held();
    assert_eq!(
        Card::of(&world.policy, &world.case()).due,
        Some("2026-12-22".parse().unwrap())
    );
    world = World::new().assessed();
    // the medical examination ends to hold
    assert_eq!(
        Card::of(&world.policy, &world.case()).due,
        Some("2027-11-20".parse().unwrap())
    );
    let principal = world.principal();
    world.act(&officer(), acts::put(principal, "security"));
    assert_eq!(
        Card::of(&world.policy, &world.case()).due,
        Some("2026-12-22".parse().unwrap())
    );
    assert_eq!(
        Card::of(&world.policy.clone(), &world.withdrawn().case()).due,
        None
    );
}
