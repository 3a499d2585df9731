//! Who has the next move, what is due, and on what nobody works.

use crate::acts;
use crate::world::{COLLEAGUES, World, caseworker, decider, officer};
use safeconduct_domain::act::Act;
use safeconduct_domain::card::Card;
use safeconduct_domain::stranded::{self, Colleague, Stranded};
use safeconduct_domain::waiting::{DueFor, WaitsOn};
use std::collections::HashMap;

fn card(world: &World) -> Card {
    Card::of(&world.policy, &world.case())
}

fn waits(world: &World) -> Vec<WaitsOn> {
    card(world).waits_on()
}

#[test]
fn at_every_stage_somebody_has_the_move_until_it_has_ended() {
    use WaitsOn as W;
    let w = World::new;
    for (world, on) in [
        (w().prepared(), Some(W::Partner)),
        (w().awaiting_approval(), Some(W::Supervisor)),
        (w().attested(), Some(W::Partner)),
        (w().submitted(), Some(W::Centre)),
        (w().held(), Some(W::Partner)),
        (w().file_created(), Some(W::Centre)),
        (w().in_transfer(), Some(W::Office)),
        (w().assessment(), Some(W::Officer)),
        (w().assessed(), Some(W::DesignatedOfficer)),
        (w().decided(), None),
        (w().attested().withdrawn(), None),
    ] {
        assert_eq!(waits(&world), Vec::from_iter(on));
    }
}

#[test]
fn a_case_being_assessed_waits_on_whoever_was_asked() {
    let mut world = World::new().assessed();
    let person = world.principal();
    world.act(
        &officer(),
        acts::check(person, "security-screening", "pending"),
    );
    assert!(waits(&world).contains(&WaitsOn::SecurityPartner));
    world.act(
        &officer(),
        acts::check(person, "medical-examination", "pending"),
    );
    assert!(waits(&world).contains(&WaitsOn::Result));
    world.act(&officer(), acts::query());
    assert!(waits(&world).contains(&WaitsOn::Consulted));
    assert!(!waits(&world).contains(&WaitsOn::DesignatedOfficer));
    let mut world = World::new().assessed();
    let person = world.principal();
    world.act(&officer(), acts::check(person, "security", "concern"));
    assert!(
        waits(&world).contains(&WaitsOn::Officer),
        "what stands against somebody is put to them first"
    );
    world.act(&officer(), acts::put(person, "security"));
    assert!(waits(&world).contains(&WaitsOn::Applicant));
    assert_eq!(card(&world).due_for, Some(DueFor::Answer));
}

#[test]
fn a_due_day_says_what_it_is_for() {
    assert_eq!(card(&World::new().held()).due_for, Some(DueFor::Deficiency));
    let mut world = World::new().assessment();
    assert_eq!((card(&world).due, card(&world).due_for), (None, None));
    let person = world.principal();
    world.act(
        &officer(),
        acts::expiring(person, "medical-examination", "2027-01-10"),
    );
    let said = card(&world);
    assert_eq!(said.due, Some("2027-01-10".parse().unwrap()));
    assert_eq!(said.due_for, Some(DueFor::Expiry));
}

#[test]
fn a_card_of_before_is_read_and_says_what_it_can() {
    let new = card(&World::new().assessment());
    let mut old = serde_json::to_value(&new).unwrap();
    let members = old.as_object_mut().unwrap();
    for later in ["asked", "received_ms", "referred", "due_for", "waits"] {
        members.remove(later);
    }
    let old: Card = serde_json::from_value(old).unwrap();
    assert_eq!(old.waits_on(), vec![WaitsOn::Officer]);
    assert_eq!(old.asked, None);
    assert_eq!((old.received_ms, old.referred), (None, None));
}

#[test]
fn age_is_counted_from_the_day_the_case_came() {
    let world = World::new().in_transfer();
    let offered = world.case().offer.unwrap().at_ms;
    let theirs = Card::of_offered(&world.policy, &world.case());
    assert_eq!(theirs.received_ms, Some(offered));
    let mut taken = world.clone();
    taken.act(&officer(), Act::AcceptTransfer {});
    assert_eq!(card(&taken).received_ms, Some(offered));
    assert!(card(&taken).referred.is_some());
    assert!(card(&world).received_ms < Some(offered), "the centre's own");
    let opened = World::new().prepared();
    assert_eq!(card(&opened).owner, Some(caseworker().user));
    assert_eq!(card(&opened.withdrawn()).owner, Some(caseworker().user));
    assert_eq!(card(&world).owner, None, "no author of the partner's");
}

#[test]
fn a_case_is_stranded_when_its_officer_is_gone_or_away() {
    const DAY: i64 = 24 * 60 * 60 * 1000;
    let world = World::new().assessment();
    let card = card(&world);
    let of = |members: &HashMap<_, _>| stranded::of(&card, members, 100 * DAY, 30);
    let seen = |active, days: i64| {
        let last_ms = (100 - days) * DAY;
        HashMap::from([(COLLEAGUES[0], Colleague { active, last_ms })])
    };
    assert_eq!(of(&seen(true, 29)), None);
    assert_eq!(of(&seen(true, 30)), Some(Stranded::Away { days: 30 }));
    assert_eq!(of(&seen(false, 0)), Some(Stranded::SwitchedOff));
    assert_eq!(of(&HashMap::new()), Some(Stranded::Left));
    let nobodys = Card {
        owner: None,
        ..card.clone()
    };
    let found = stranded::of(&nobodys, &seen(true, 0), 100 * DAY, 30);
    assert_eq!(found, Some(Stranded::NoOfficer));
    let mut decided = World::new().decided();
    assert_eq!(
        stranded::of(&self::card(&decided), &HashMap::new(), 0, 30),
        None
    );
    decided = World::new().in_transfer();
    let offered = Card::of_offered(&decided.policy, &decided.case());
    assert_eq!(stranded::of(&offered, &HashMap::new(), 0, 30), None);
    assert_ne!(decider().user, officer().user);
}
