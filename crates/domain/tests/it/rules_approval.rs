//! Four eyes at the partner: who wrote any of it cannot approve it, and what changes afterwards must be approved again.

use crate::acts::{self, act, reasoned};
use crate::world::{PARTNER, World, caseworker, clerk, staff, supervisor};
use safeconduct_domain::access::{Actor, Role};
use safeconduct_domain::act::{Act, Kind};
use safeconduct_domain::case::Stage;
use safeconduct_domain::event::Event;
use serde_json::json;

/// A supervisor who is also the caseworker of before: the same person in another role.
fn author_as_supervisor() -> Actor {
    Actor {
        role: Role::Supervisor,
        ..caseworker()
    }
}

#[test]
fn nobody_approves_their_own_work() {
    let world = World::new().awaiting_approval();
    world.refuses(&author_as_supervisor(), acts::attest(), "own-work");
    assert!(world.attempt(&supervisor(), acts::attest()).is_ok());
}

#[test]
fn whoever_wrote_one_part_of_it_cannot_approve_the_whole() {
    for one_part in [
        acts::everything_about_the_claim().remove(0),
        acts::sample(Kind::SetContact, &World::new().prepared().case()),
        acts::document(90, "reference", None),
        acts::consent(World::new().prepared().principal()),
    ] {
        let name = one_part.kind().name();
        let mut world = World::new().prepared();
        world.act(&supervisor(), one_part);
        world.act(&caseworker(), Act::RequestApproval {});
        let refused = world.refuses(&supervisor(), acts::attest(), "own-work");
        assert!(refused.citation.is_none(), "{name}");
        assert!(
            world
                .attempt(&staff(0x5A, PARTNER, Role::Supervisor), acts::attest())
                .is_ok(),
            "{name}"
        );
    }
}

#[test]
fn who_asked_for_approval_cannot_give_it() {
    let mut world = World::new().prepared();
    let second = staff(0x5B, PARTNER, Role::Caseworker);
    world.act(&second, Act::RequestApproval {});
    let same = Actor {
        role: Role::Supervisor,
        ..second
    };
    world.refuses(&same, acts::attest(), "own-work");
}

#[test]
fn the_statement_is_confirmed_and_says_its_grounds() {
    let world = World::new().awaiting_approval();
    let unconfirmed = act(Kind::Attest, json!({"grounds": "Known to us."}));
    world.refuses(&supervisor(), unconfirmed, "statement-not-confirmed");
    let groundless = act(Kind::Attest, json!({"grounds": " ", "confirmed": true}));
    world.refuses(&supervisor(), groundless, "reason-needed");
}

#[test]
fn an_incomplete_referral_cannot_be_approved_or_sent() {
    // a person's consent was recorded, and the person then turned out to be an adult with no document
    let world = World::new().attested();
    let mut without = world.clone();
    let document = without.case().referral.documents[0].id;
    without.write(
        &caseworker(),
        Event::DocumentWithdrawn {
            document,
            reason: "x".into(),
        },
    );
    assert_eq!(
        without.stage(),
        Stage::Preparing,
        "and it is no longer attested"
    );
    without.refuses(&caseworker(), Act::RequestApproval {}, "incomplete");
    let mut forced = without.clone();
    forced.write(&caseworker(), Event::ApprovalRequested);
    forced.refuses(&supervisor(), acts::attest(), "incomplete");
}

#[test]
fn what_changes_after_the_attestation_takes_it_away() {
    let fresh = World::new().attested();
    let principal = fresh.principal();
    let changes = [
        acts::everything_about_the_claim().remove(0),
        acts::everything_about_the_claim().remove(1),
        acts::everything_about_the_claim().remove(2),
        acts::sample(Kind::AddPerson, &fresh.case()),
        acts::sample(Kind::ChangePerson, &fresh.case()),
        act(
            Kind::RemovePerson,
            json!({"person": fresh.person("Luwam"), "reason": "Stays behind."}),
        ),
        acts::document(91, "human-rights-work", Some(principal)),
        acts::sample(Kind::WithdrawDocument, &fresh.case()),
    ];
    for change in changes {
        let name = change.kind().name();
        for mut world in [World::new().awaiting_approval(), fresh.clone()] {
            world.act(&caseworker(), change.clone());
            let case = world.case();
            assert_eq!(case.stage, Stage::Preparing, "{name}");
            assert!(case.referral.attestation.is_none(), "{name}");
            world.denies(&caseworker(), &Act::Submit {});
        }
    }
    // what says nothing of the status leaves it standing
    for harmless in [
        acts::sample(Kind::SetContact, &fresh.case()),
        acts::consent(principal),
        acts::urgency("urgent"),
    ] {
        let mut world = fresh.clone();
        world.act(&caseworker(), harmless);
        assert_eq!(world.stage(), Stage::Attested);
    }
}

#[test]
fn sending_back_takes_the_attestation_away_and_says_why() {
    let mut world = World::new().attested();
    world.refuses(&supervisor(), reasoned(Kind::SendBack, ""), "reason-needed");
    world.act(
        &supervisor(),
        reasoned(Kind::SendBack, "The dates of the arrest differ."),
    );
    let case = world.case();
    assert_eq!(case.stage, Stage::Preparing);
    assert!(case.referral.attestation.is_none());
    assert_eq!(
        case.referral.sent_back.as_deref(),
        Some("The dates of the arrest differ.")
    );
}

#[test]
fn nothing_is_sent_without_an_attestation() {
    // no act leads to a held or attested case without one: the refusal is the second lock
    let mut world = World::new().attested();
    world.write(&supervisor(), Event::SentBack { reason: "x".into() });
    world.write(&caseworker(), Event::ApprovalRequested);
    let mut forced = world.case();
    forced.stage = Stage::Attested;
    let permit = safeconduct_domain::access::permit(
        &caseworker(),
        safeconduct_domain::access::Action::Do(Kind::Submit),
        &forced,
    );
    let refused = world
        .decide_with(&caseworker(), &permit.unwrap(), &forced, Act::Submit {})
        .unwrap_err();
    assert_eq!(refused.rule, "not-attested");
}

#[test]
fn a_held_referral_that_changed_is_attested_again_before_it_is_answered() {
    let mut world = World::new().held();
    let answer = || act(Kind::AnswerDeficiency, json!({"note": "Scanned again."}));
    assert!(world.attempt(&caseworker(), answer()).is_ok());
    world.act(
        &caseworker(),
        acts::document(92, "identity", Some(world.principal())),
    );
    assert!(
        world.attempt(&caseworker(), answer()).is_ok(),
        "documents answer the list"
    );
    world.act(&caseworker(), acts::everything_about_the_claim().remove(1));
    assert_eq!(world.stage(), Stage::Held);
    world.refuses(&caseworker(), answer(), "not-attested");
    world.refuses(&author_as_supervisor(), acts::attest(), "own-work");
    world.act(&supervisor(), acts::attest());
    let silent = act(Kind::AnswerDeficiency, json!({"note": " "}));
    world.refuses(&caseworker(), silent, "text-needed");
    world.act(&caseworker(), answer());
    let case = world.case();
    assert_eq!(
        (case.stage, case.intake.held.is_none()),
        (Stage::Submitted, true)
    );
    assert_eq!(
        case.offer.unwrap().to,
        crate::world::CENTRE,
        "still offered to the same group"
    );
}

#[test]
fn a_returned_referral_is_attested_again() {
    let mut world = World::new().submitted();
    world.act(&clerk(), acts::give_back());
    assert!(world.case().referral.attestation.is_none());
    world.denies(&caseworker(), &Act::Submit {});
    world.denies(&clerk(), &Act::AcceptReferral {});
}

#[test]
fn what_became_incomplete_since_the_approval_is_not_sent() {
    let mut world = World::new().prepared();
    let child = acts::details("dependent-child", "Saron", "2008-11-23");
    world.act(&caseworker(), Act::AddPerson(child));
    let saron = world.person("Saron");
    for kind in ["photo", "identity"] {
        let document = acts::document(world.log.len(), kind, Some(saron));
        world.act(&caseworker(), document);
    }
    world.act(&caseworker(), Act::RequestApproval {});
    world.act(&supervisor(), acts::attest());
    assert!(world.attempt(&caseworker(), Act::Submit {}).is_ok());
    // tomorrow they are 18, and their own consent is asked
    world.today = world.today.tomorrow().unwrap();
    let refused = world.refuses(&caseworker(), Act::Submit {}, "incomplete");
    assert!(refused.args.contains(&("first", "consent-of-adult".into())));
}

#[test]
fn a_deficiency_is_not_answered_by_taking_more_away() {
    let mut world = World::new().held();
    let photo = |world: &World| {
        let case = world.case();
        case.referral
            .in_hand()
            .find(|d| d.kind == "photo")
            .unwrap()
            .id
    };
    let withdraw = json!({"document": photo(&world), "reason": "Blurred."});
    world.act(&caseworker(), act(Kind::WithdrawDocument, withdraw));
    let answer = act(Kind::AnswerDeficiency, json!({"note": "Done."}));
    world.refuses(&caseworker(), answer, "incomplete");
}
