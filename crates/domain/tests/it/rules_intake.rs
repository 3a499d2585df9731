//! What the Resettlement Operations Centre may do with what arrived, and what an office may answer.

use crate::acts::{self, act, reasoned};
use crate::builtin::policy_with;
use crate::world::{CENTRE, OFFICE, PARTNER, TODAY, World, caseworker, clerk, officer};
use safeconduct_domain::act::{Act, Kind};
use safeconduct_domain::case::Stage;
use safeconduct_domain::event::Event;
use serde_json::json;

#[test]
fn a_return_names_its_reasons() {
    let world = World::new().submitted();
    let none = act(Kind::ReturnReferral, json!({"reasons": [], "note": "x"}));
    let refused = world.refuses(&clerk(), none, "reason-needed");
    // R140.4 is about sponsored applications: it is not what this rests on
    assert_eq!(refused.citation, None);
    let unknown = act(
        Kind::ReturnReferral,
        json!({"reasons": ["incomplete", "not-a-defender"], "note": "x"}),
    );
    world.refuses(&clerk(), unknown, "no-such-reason");
}

#[test]
fn a_hold_says_what_is_missing_and_by_when() {
    let world = World::new().submitted();
    let hold = |what: serde_json::Value, due: &str| {
        act(
            Kind::HoldReferral,
            json!({"deficiencies": what, "note": "x", "due": due}),
        )
    };
    world.refuses(&clerk(), hold(json!([]), "2026-12-01"), "reason-needed");
    world.refuses(
        &clerk(),
        hold(json!(["whatever"]), "2026-12-01"),
        "no-such-reason",
    );
    world.refuses(
        &clerk(),
        hold(json!(["photo"]), "2026-11-21"),
        "due-in-the-past",
    );
    for fine in [
        hold(json!(["photo"]), "2026-11-22"),
        hold(
            json!(["signature-missing", "consent-of-adult"]),
            "2027-01-01",
        ),
    ] {
        assert!(world.attempt(&clerk(), fine).is_ok());
    }
}

#[test]
fn the_practice_of_the_policy_is_kept() {
    let practice = |one: &str| {
        let changed = format!("incomplete-referral = \"{one}\"");
        let policy = policy_with("terms.toml", |t| {
            t.replacen("incomplete-referral = \"either\"", &changed, 1)
        });
        World::under(policy, TODAY).submitted()
    };
    practice("return").refuses(&clerk(), acts::hold(), "practice-is-to-return");
    assert!(
        practice("return")
            .attempt(&clerk(), acts::give_back())
            .is_ok()
    );
    practice("hold").refuses(&clerk(), acts::give_back(), "practice-is-to-hold");
    assert!(practice("hold").attempt(&clerk(), acts::hold()).is_ok());
}

#[test]
fn a_held_referral_can_still_be_returned() {
    let mut world = World::new().held();
    world.act(&clerk(), acts::give_back());
    let case = world.case();
    assert_eq!(
        (case.stage, case.offer.is_none(), case.holder),
        (Stage::Preparing, true, Some(PARTNER))
    );
    assert!(case.intake.held.is_none());
}

#[test]
fn numbers_are_typed_and_never_twice() {
    let mut world = World::new().file_created();
    let number = |kind: &str, value: &str, person: Option<&str>, world: &World| {
        let person = person.map(|p| world.person(p));
        act(
            Kind::RecordNumber,
            json!({"kind": kind, "value": value, "person": person}),
        )
    };
    world.refuses(&clerk(), number("visa", "1", None, &world), "no-such-kind");
    world.refuses(
        &clerk(),
        number("g-number", " ", None, &world),
        "text-needed",
    );
    world.refuses(
        &clerk(),
        number("uci", "1234567890", None, &world),
        "uci-belongs-to-a-person",
    );
    let nobody = act(
        Kind::RecordNumber,
        json!({"kind": "uci", "value": "1", "person": safeconduct_domain::id::PersonId::from_bytes([8; 16])}),
    );
    world.refuses(&clerk(), nobody, "no-such-person");
    let g = number("g-number", "G000123456", None, &world);
    world.act(&clerk(), g.clone());
    world.refuses(&clerk(), g, "number-already-recorded");
    world.act(&clerk(), number("uci", "1234567890", Some("Selam"), &world));
    world.act(
        &clerk(),
        number("unhcr-individual", "123-45C00001", Some("Selam"), &world),
    );
    assert_eq!(world.case().intake.numbers.len(), 3);
}

#[test]
fn the_office_serving_the_country_of_asylum_is_proposed_and_another_needs_a_reason() {
    let mut world = World::new().file_created();
    let office = |code: &str, reason: Option<&str>| {
        act(
            Kind::ChooseOffice,
            json!({"office": code, "reason": reason}),
        )
    };
    assert!(
        world.attempt(&clerk(), office("nairobi", None)).is_ok(),
        "the family lives in Kenya"
    );
    let refused = world.refuses(
        &clerk(),
        office("dakar", None),
        "office-override-needs-reason",
    );
    assert_eq!(refused.citation.as_deref(), Some("R140.3(4)"));
    world.refuses(
        &clerk(),
        office("dakar", Some("  ")),
        "office-override-needs-reason",
    );
    world.refuses(&clerk(), office("atlantis", Some("x")), "no-such-office");
    world.act(&clerk(), office("dakar", Some("Followed in Nairobi.")));
    assert_eq!(world.case().intake.office.unwrap().office, "dakar");
}

#[test]
fn no_office_in_an_adverse_country_whatever_the_reason() {
    let mut world = World::new();
    let by = caseworker();
    world.act(&by, acts::open());
    world.write(&by, {
        let Act::RecordWork(mut work) = acts::everything_about_the_claim().remove(0) else {
            panic!()
        };
        work.adverse_countries = vec!["ER".into(), "KE".into()];
        Event::WorkRecorded(work)
    });
    let mut world = World {
        log: world.log,
        ..World::new()
    };
    world.write(
        &by,
        Event::FileCreated {
            policy: "test".into(),
        },
    );
    // the holder of a written state is the group that wrote it
    let here = crate::world::staff(
        0x53,
        PARTNER,
        safeconduct_domain::access::Role::IntakeOfficer,
    );
    let office = act(
        Kind::ChooseOffice,
        json!({"office": "nairobi", "reason": "Nearest."}),
    );
    world.refuses(&here, office, "office-in-adverse-country");
}

#[test]
fn a_transfer_needs_an_office_and_a_group_there() {
    let mut world = World::new().file_created();
    world.refuses(&clerk(), Act::Transfer {}, "no-office-chosen");
    world.act(&clerk(), acts::office());
    world.office = None;
    world.refuses(&clerk(), Act::Transfer {}, "office-has-no-group");
}

#[test]
fn a_case_has_one_holder_at_every_step() {
    let mut world = World::new().in_transfer();
    assert_eq!(world.case().holder, Some(CENTRE));
    world.refuses(
        &officer(),
        reasoned(Kind::RefuseTransfer, " "),
        "reason-needed",
    );
    world.act(
        &officer(),
        reasoned(Kind::RefuseTransfer, "A colleague is related."),
    );
    let case = world.case();
    assert_eq!(
        (case.holder, case.stage, case.offer.is_none()),
        (Some(CENTRE), Stage::FileCreated, true)
    );
    assert_eq!(
        case.transfer_note.as_deref(),
        Some("A colleague is related.")
    );
    world.act(&clerk(), Act::Transfer {});
    world.refuses(
        &clerk(),
        reasoned(Kind::RecallTransfer, ""),
        "reason-needed",
    );
    world.act(&clerk(), reasoned(Kind::RecallTransfer, "Unsafe there."));
    assert_eq!(world.stage(), Stage::FileCreated);
    world.act(&clerk(), Act::Transfer {});
    world.act(&officer(), Act::AcceptTransfer {});
    let case = world.case();
    assert_eq!(
        (case.holder, case.officer),
        (Some(OFFICE), Some(officer().user))
    );
    for (stamp, _) in &world.log {
        let entries = world.log.iter().take_while(|(s, _)| s.seq <= stamp.seq);
        let then = safeconduct_domain::case::Case::fold(world.id, entries.map(|(s, e)| (s, e)));
        assert!(then.holder.is_some());
        assert_ne!(
            then.holder,
            then.offer.map(|o| o.to),
            "never offered to its own holder"
        );
    }
}

#[test]
fn an_emergency_is_declared_by_unhcr_alone() {
    let world = World::new().prepared();
    let refused = world.refuses(
        &caseworker(),
        acts::urgency("emergency"),
        "emergency-is-unhcr",
    );
    assert_eq!(refused.citation.as_deref(), Some("REF-OVS-13-2"));
    assert!(
        world
            .attempt(&caseworker(), acts::urgency("urgent"))
            .is_ok()
    );
    World::new()
        .file_created()
        .refuses(&clerk(), acts::urgency("emergency"), "emergency-is-unhcr");
    let mut unhcr = World::new();
    let by = safeconduct_domain::access::Actor {
        organisation: "unhcr".into(),
        ..caseworker()
    };
    unhcr.act(&by, acts::taken_over("fld"));
    assert!(unhcr.attempt(&by, acts::urgency("emergency")).is_ok());
    let groundless = act(
        Kind::SetUrgency,
        json!({"urgency": "urgent", "grounds": ""}),
    );
    world.refuses(&caseworker(), groundless, "reason-needed");
    let calm = act(
        Kind::SetUrgency,
        json!({"urgency": "normal", "grounds": ""}),
    );
    assert!(world.attempt(&caseworker(), calm).is_ok());
}

#[test]
fn a_withdrawal_gives_a_reason_of_the_list() {
    for (world, by) in [
        (World::new().prepared(), caseworker()),
        (World::new().file_created(), clerk()),
        (World::new().assessment(), officer()),
    ] {
        let unknown = act(
            Kind::Withdraw,
            json!({"reason": "not-a-defender", "note": "x"}),
        );
        world.refuses(&by, unknown, "no-such-reason");
        assert!(world.attempt(&by, acts::withdraw()).is_ok());
    }
    let ended = World::new().submitted().withdrawn();
    assert_eq!(
        (ended.stage(), ended.case().offer.is_none()),
        (Stage::Withdrawn, true)
    );
}

#[test]
fn the_case_says_who_did_what_last() {
    let world = World::new().awaiting_approval();
    let case = world.case();
    let (first, last) = (world.log[0].0, world.log[world.log.len() - 1].0);
    assert_eq!(case.opened, Some((caseworker().user, first.at_ms)));
    assert_eq!(case.referral.asked_by, Some(caseworker().user));
    assert_eq!(case.last, Some(last));
    assert_eq!(case.stage_since_ms, last.at_ms);
}
