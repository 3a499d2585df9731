//! Letters: from what a case must hold, by whom, to whom, and how they leave.

use crate::acts::{self, letter, send};
use crate::world::{World, caseworker, clerk, decider, officer};
use proptest::prelude::*;
use safeconduct_domain::access::Actor;
use safeconduct_domain::act::Act;
use safeconduct_domain::case::Stage;
use safeconduct_domain::compartment::Compartment;
use safeconduct_domain::event::Event;
use safeconduct_domain::id::ItemId;
use safeconduct_domain::letter::Kind;
use safeconduct_domain::notice::{News, Notice};
use serde_json::{Value, json};

fn last(world: &World) -> ItemId {
    world.case().letters.last().unwrap().id
}

fn none() -> Value {
    json!({})
}

/// Planned on a day, so that somebody can be invited.
fn planned() -> World {
    let mut world = World::new().assessment();
    let plan = json!({"mode": "in-person", "safety": "A side entrance.", "on": "2026-12-01", "asylum-risk": "None known.",
        "travel": "By the partner.", "surveillance": "None seen.", "interpreter-avoid": "None known."});
    world.act(
        &officer(),
        acts::act(safeconduct_domain::act::Kind::PlanInterview, plan),
    );
    world
}

fn invitation() -> Act {
    letter(
        "invitation",
        json!({"time": "14:30", "zone": "Nairobi time", "place": "Room 4"}),
    )
}

#[test]
fn an_acknowledgement_tells_numbers_and_goes_to_the_partner() {
    let mut world = World::new().file_created();
    let by = clerk();
    world.refuses(&by, letter("acknowledgement", none()), "no-number-recorded");
    let number = acts::sample(safeconduct_domain::act::Kind::RecordNumber, &world.case());
    world.act(&by, number);
    world.act(&by, letter("acknowledgement", none()));
    world.refuses(
        &by,
        send(last(&world), "protocol"),
        "letter-is-for-the-partner",
    );
    world.act(&by, send(last(&world), "partner"));
    world.refuses(&by, send(last(&world), "partner"), "letter-already-sent");
    world.refuses(
        &by,
        send(ItemId::from_bytes([9; 16]), "partner"),
        "no-such-letter",
    );
    world.refuses(&by, letter("return", none()), "letter-goes-with-the-return");
}

#[test]
fn what_the_partner_receives_is_the_letter_and_nothing_of_the_case() {
    let mut world = World::new().file_created();
    let number = acts::sample(safeconduct_domain::act::Kind::RecordNumber, &world.case());
    world.act(&clerk(), number);
    world.act(&clerk(), letter("acknowledgement", none()));
    world.act(&clerk(), send(last(&world), "partner"));
    let (_, event) = world.log.last().unwrap();
    let case = world.case();
    let told = Notice::of(event, &case, clerk().group, world.today);
    assert_eq!(told.len(), 1);
    let (to, notice) = &told[0];
    assert_eq!(Some(*to), case.referred_by);
    assert!(matches!(
        notice.news,
        News::Letter {
            kind: Kind::Acknowledgement
        }
    ));
    assert_eq!(notice.letter.as_ref().unwrap().made, acts::made());
}

#[test]
fn a_letter_that_was_not_typeset_is_not_signed() {
    let mut world = planned();
    world.made = None;
    world.refuses(&officer(), invitation(), "letter-not-typeset");
}

#[test]
fn a_return_carries_its_letter_where_the_partner_can_read_it() {
    let mut world = World::new().submitted();
    world.act(&clerk(), acts::give_back());
    let case = world.case();
    assert_eq!(case.stage, Stage::Preparing);
    assert_eq!(case.letters.len(), 1);
    assert_eq!(case.letters[0].letter.kind, Kind::Return);
    let (_, event) = world.log.last().unwrap();
    assert_eq!(event.compartment(), Compartment::Documents);
}

#[test]
fn an_invitation_needs_a_day_an_hour_and_a_place() {
    let by = officer();
    let mut world = World::new().assessment();
    world.refuses(&by, invitation(), "interview-not-planned");
    world.act(&by, acts::waive());
    world.refuses(&by, invitation(), "interview-not-planned");
    world.act(&by, acts::plan());
    world.refuses(&by, invitation(), "interview-has-no-day");
    let mut world = planned();
    for (more, rule) in [
        (
            json!({"time": "25:00", "zone": "Z", "place": "P"}),
            "not-a-time",
        ),
        (json!({"time": "", "zone": "Z", "place": "P"}), "not-a-time"),
        (
            json!({"time": "9:05", "zone": " ", "place": "P"}),
            "text-needed",
        ),
        (json!({"time": "9:05", "zone": "Z"}), "text-needed"),
    ] {
        let act = letter("invitation", more);
        assert_eq!(world.attempt(&by, act).unwrap_err().rule, rule);
    }
    let child = world.person("Luwam");
    let to_child = json!({"time": "9:05", "zone": "Z", "place": "P", "person": child});
    world.refuses(&by, letter("invitation", to_child), "letter-to-a-child");
    let nobody = json!({"time": "9:05", "zone": "Z", "place": "P", "person": "00".repeat(16)});
    world.refuses(&by, letter("invitation", nobody), "no-such-person");
    world.act(&by, invitation());
    assert_eq!(world.case().letters.len(), 1);
}

#[test]
fn a_letter_leaves_only_by_the_safe_way() {
    let by = officer();
    let mut world = planned();
    world.act(&by, invitation());
    let id = last(&world);
    world.refuses(&by, send(id, "partner"), "letter-is-not-for-the-partner");
    for missing in ["at-its-hours", "in-its-words"] {
        let mut fields = json!({"letter": id, "by": "protocol", "on": "2026-11-22", "at-its-hours": true,
            "in-its-words": true});
        fields[missing] = json!(false);
        let act = acts::act(safeconduct_domain::act::Kind::SendLetter, fields);
        world.refuses(&by, act, "protocol-not-kept");
    }
    let early = json!({"letter": id, "by": "protocol", "on": "2026-11-23", "at-its-hours": true,
        "in-its-words": true});
    let early = acts::act(safeconduct_domain::act::Kind::SendLetter, early);
    world.refuses(&by, early, "date-in-the-future");
    world.act(&by, send(id, "protocol"));
    // nobody may guess how to reach somebody
    let mut silent = planned();
    silent
        .log
        .retain(|(_, event)| !matches!(event, Event::ContactSet(_)));
    silent.act(&by, invitation());
    silent.refuses(&by, send(last(&silent), "protocol"), "no-safe-contact");
}

#[test]
fn a_fairness_letter_puts_what_concerns_its_reader_and_gives_them_its_days() {
    let by = officer();
    let mut world = World::new().assessment();
    world.refuses(
        &by,
        letter("fairness", none()),
        "no-concern-to-put-by-letter",
    );
    let (principal, spouse, child) = (
        world.principal(),
        world.person("Yonas"),
        world.person("Luwam"),
    );
    world.act(&by, acts::put(spouse, "security"));
    // what concerns the spouse is not written to the principal applicant
    world.refuses(
        &by,
        letter("fairness", none()),
        "no-concern-to-put-by-letter",
    );
    world.act(&by, acts::put(child, "security"));
    for due in ["2026-12-21", "2026-11-22"] {
        world.refuses(
            &by,
            letter("fairness", json!({"due": due})),
            "letter-due-too-soon",
        );
    }
    world.act(&by, letter("fairness", json!({"due": "2027-01-15"})));
    let due = |world: &World, person| {
        let case = world.case();
        let concern = case.concerns.iter().find(|c| c.put.person == person);
        concern.unwrap().due.to_string()
    };
    assert_eq!(due(&world, child), "2027-01-15");
    assert_eq!(due(&world, spouse), "2026-12-22");
    world.refuses(
        &by,
        letter(
            "fairness",
            json!({"person": principal, "due": "2027-01-14"}),
        ),
        "letter-due-too-soon",
    );
    world.act(&by, letter("fairness", json!({"person": spouse})));
}

#[test]
fn time_to_answer_is_only_ever_added() {
    let by = officer();
    let mut world = World::new().assessment();
    let principal = world.principal();
    world.refuses(
        &by,
        acts::extend(ItemId::from_bytes([1; 16]), "2027-01-22"),
        "no-such-concern",
    );
    world.act(&by, acts::put(principal, "security"));
    let concern = world.case().concerns[0].id;
    for due in ["2026-12-22", "2026-11-30"] {
        world.refuses(&by, acts::extend(concern, due), "extension-not-later");
    }
    let silent = json!({"concern": concern, "due": "2027-01-22", "reason": " "});
    let silent = acts::act(safeconduct_domain::act::Kind::ExtendTime, silent);
    world.refuses(&by, silent, "reason-needed");
    world.act(&by, acts::extend(concern, "2027-01-22"));
    // silence counts from the new day only
    world.today = jiff::civil::date(2026, 12, 23);
    let silence = acts::act(
        safeconduct_domain::act::Kind::AnswerConcern,
        json!({"concern": concern, "analysis": "Nothing came."}),
    );
    let refused = world.refuses(&by, silence.clone(), "time-to-answer-still-runs");
    assert_eq!(refused.args, [("due", "2027-01-22".to_owned())]);
    world.today = jiff::civil::date(2027, 1, 23);
    world.act(&by, silence);
    world.refuses(
        &by,
        acts::extend(concern, "2027-03-22"),
        "concern-already-answered",
    );
}

#[test]
fn an_hour_is_read_the_way_each_language_writes_it() {
    let mut asked = safeconduct_domain::letter::Letter::new(
        Kind::Invitation,
        safeconduct_domain::policy::Language::Fr,
    );
    for (text, hour) in [
        ("14:30", Some((14, 30))),
        (" 9:05 ", Some((9, 5))),
        ("14 h 30", Some((14, 30))),
        ("14\u{a0}h\u{a0}30", Some((14, 30))),
        ("9h", Some((9, 0))),
        ("24:00", None),
        ("half past two", None),
        ("", None),
    ] {
        asked.time = Some(text.to_owned());
        let read = asked.hour().map(|t| (t.hour(), t.minute()));
        assert_eq!(read, hour, "{text}");
    }
}

#[test]
fn letters_of_decision_come_after_it_and_within_the_power_to_decide() {
    let world = World::new().assessed();
    for kind in ["approval", "refusal", "outcome"] {
        world.refuses(&decider(), letter(kind, none()), "not-all-decided");
    }
    let mut world = World::new().decided();
    world.refuses(&decider(), letter("refusal", none()), "nobody-decided-so");
    world.refuses(&officer(), letter("approval", none()), "outside-delegation");
    world.act(&decider(), letter("approval", none()));
    // who decided signs, whatever became of the power since
    let without = Actor {
        delegations: vec![],
        ..decider()
    };
    world.act(&without, letter("approval", none()));
    world.act(&officer(), send(last(&world), "protocol"));
}

#[test]
fn nobody_who_was_refused_is_written_that_others_were_approved() {
    let mut world = World::new().decided();
    let spouse = world.person("Yonas");
    let theirs = letter("approval", json!({ "person": spouse }));
    world.act(&decider(), theirs.clone());
    let Act::ReviewDecision(back) = acts::review(spouse, false) else {
        panic!()
    };
    world.write(&officer(), Event::DecisionReviewed(back));
    let Act::Decide(decide) = acts::refuse(spouse, &["A96"]) else {
        panic!()
    };
    let (on, policy) = (world.today, world.policy.version().to_owned());
    world.write(&decider(), Event::Decided { decide, on, policy });
    world.refuses(&decider(), theirs, "nobody-decided-so");
    world.act(&decider(), letter("refusal", json!({ "person": spouse })));
    world.act(&decider(), letter("approval", none()));
}

#[test]
fn the_partner_is_told_the_outcome_of_those_who_agreed() {
    let mut world = World::new().decided();
    world.refuses(
        &officer(),
        letter("outcome", none()),
        "no-consent-to-tell-the-partner",
    );
    let principal = world.principal();
    let consent = json!({"person": principal, "given-on": "2026-11-01", "manner": "written",
        "outcome-to-partner": true});
    let consent = acts::act(safeconduct_domain::act::Kind::RecordConsent, consent);
    let Act::RecordConsent(consent) = consent else {
        panic!()
    };
    world.write(&caseworker(), Event::ConsentRecorded(consent));
    world.act(&officer(), letter("outcome", none()));
    let case = world.case();
    let told: Vec<_> = safeconduct_domain::letter::tellable(&case, world.today)
        .map(|p| p.details.given_names.clone())
        .collect();
    // the child with the principal applicant's consent, the spouse not without his own
    assert_eq!(told, ["Selam", "Luwam"]);
}

#[test]
fn reasons_of_a_refusal_never_go_to_the_partner() {
    let mut world = World::new().decided();
    let mut refusal = safeconduct_domain::letter::Letter::new(
        Kind::Refusal,
        safeconduct_domain::policy::Language::En,
    );
    refusal.through_partner = true;
    let id = ItemId::from_bytes([7; 16]);
    world.write(
        &decider(),
        Event::LetterSigned {
            id,
            letter: refusal,
            made: acts::made(),
            puts: vec![],
        },
    );
    let refused = world.refuses(
        &officer(),
        send(id, "partner"),
        "reasons-are-not-for-the-partner",
    );
    assert_eq!(refused.citation.as_deref(), Some("REF-OVS-6-1"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]
    /// Whatever is asked for: nothing leaves by the protocol but within it, and no reasons go to the partner.
    #[test]
    fn no_letter_leaves_another_way(kind in 0_usize..3, through in any::<bool>(), partner in any::<bool>(),
        hours in any::<bool>(), words in any::<bool>())
    {
        let mut world = World::new().decided();
        let kind = [Kind::Refusal, Kind::Approval, Kind::Outcome][kind];
        let mut signed = safeconduct_domain::letter::Letter::new(kind, safeconduct_domain::policy::Language::Fr);
        signed.through_partner = through;
        let id = ItemId::from_bytes([7; 16]);
        world.write(&decider(), Event::LetterSigned { id, letter: signed, made: acts::made(), puts: vec![] });
        let fields = json!({"letter": id, "by": if partner { "partner" } else { "protocol" },
            "on": "2026-11-22", "at-its-hours": hours, "in-its-words": words});
        let act = acts::act(safeconduct_domain::act::Kind::SendLetter, fields);
        if world.attempt(&officer(), act).is_ok() {
            prop_assert!(!partner || (kind != Kind::Refusal && (through || kind == Kind::Outcome)));
            prop_assert!(partner || (hours && words && kind != Kind::Outcome));
        }
    }
}

#[test]
fn nobody_is_sent_to_an_authority_they_are_in_danger_from_by_a_slip_of_the_pen() {
    let mut world = planned();
    let at = |field: &str, text: Value, none_meant: Value| {
        let mut fields = json!({"time": "14:30", "zone": "Nairobi time", "place": "Room 4",
            "none-meant": none_meant});
        fields[field] = text;
        letter("invitation", fields)
    };
    for (field, text) in [
        ("place", json!("Eritrean embassy, side entrance")),
        ("remarks", json!("Près du consulat d’Érythrée.")),
        ("zone", json!("Asmara time")),
        ("bring", json!(["A passport", "A letter of the Eritreans"])),
    ] {
        let refused = world.refuses(
            &officer(),
            at(field, text, Value::Null),
            "adverse-country-named",
        );
        assert_eq!(refused.args, [("country", "ER".to_owned())]);
        assert!(refused.attempt.is_none(), "nothing was to be asked");
    }
    let reason = json!("The exiles' own library has that name.");
    world.act(&officer(), at("place", json!("Eritrean library"), reason));
    world.act(&officer(), invitation());
}
