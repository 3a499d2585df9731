//! Attack 2: every person's key against every membership and every grant, package and courier.

use crate::common::{Tally, World, case};
use safeconduct_domain::compartment::Compartment;
use safeconduct_domain::id::TransferId;
use safeconduct_vault::courier::Courier;
use safeconduct_vault::grant::{self, Slot};
use safeconduct_vault::group::GroupSecret;
use safeconduct_vault::package::{self, PackageContents, Route};
use safeconduct_vault::record;
use safeconduct_vault::secret::Key32;

/// What each person holds after trying their keys on every membership there is.
fn held_by_each(world: &World, tally: &mut Tally) -> Vec<Vec<GroupSecret>> {
    let mut held: Vec<Vec<GroupSecret>> = world.people.iter().map(|_| Vec::new()).collect();
    for (number, secret) in world.groups.iter().enumerate() {
        for member in [number * 4 + 2, number * 4 + 3] {
            let sealed = secret.seal_to(&world.verified_user(member)).unwrap();
            let group = world.verified_group(number);
            for (person, held) in held.iter_mut().enumerate() {
                let opened = GroupSecret::open(&world.people[person].keys, &group, &sealed).ok();
                if person == member {
                    tally.control(opened.is_some())
                } else {
                    tally.attempt(opened.is_some())
                }
                held.extend(opened);
            }
        }
    }
    held
}

#[test]
fn every_person_against_every_grant() {
    let world = World::new();
    let mut tally = Tally::new(
        "every person's keys against every membership and grant",
        "wrongly opened",
    );
    let held = held_by_each(&world, &mut tally);
    let mut entitled_opened = 0;
    for number in 0..60 {
        let holder = number as usize % world.groups.len();
        for compartment in Compartment::ALL {
            let slot = Slot {
                case: case(number),
                compartment,
                version: 1,
            };
            let key = Key32::fresh();
            let sealed = grant::seal(&world.groups[holder], &slot, &key).unwrap();
            for (person, held) in held.iter().enumerate() {
                let opened = held
                    .iter()
                    .find_map(|secret| grant::open(secret, &slot, &sealed).ok());
                let entitled = person / 4 == holder && person % 4 >= 2;
                if entitled {
                    entitled_opened += 1;
                    tally.control(opened.is_some_and(|opened| opened.expose() == key.expose()));
                } else {
                    tally.attempt(opened.is_some());
                }
            }
        }
    }
    println!(
        "vault: grants opened by those entitled: {entitled_opened} of {}",
        60 * Compartment::ALL.len() * 2
    );
    assert_eq!(entitled_opened, 60 * Compartment::ALL.len() * 2);
    tally.finish(1_000);
}

#[test]
fn a_case_travels_from_group_to_group() {
    let world = World::new();
    let route = Route {
        transfer: TransferId::from_bytes([1; 16]),
        from: world.groups[0].group(),
        case: case(1),
    };
    let key = Key32::fresh();
    let place = crate::common::record_place(1);
    let body = record::seal(&key, &place, b"the claim").unwrap();
    let contents = PackageContents {
        keys: vec![(Compartment::Core, 1, key)],
        card: b"initials".to_vec().into(),
    };
    let sealed = package::seal(&world.verified_group(1), &route, &contents).unwrap();

    let taken = package::open(&world.groups[1], &route, &sealed).unwrap();
    let (compartment, version, key) = &taken.keys[0];
    assert_eq!(
        (*compartment, *version, taken.card.as_slice()),
        (Compartment::Core, 1, b"initials".as_slice())
    );
    let slot = Slot {
        case: case(1),
        compartment: *compartment,
        version: *version,
    };
    let home = grant::seal(&world.groups[1], &slot, key).unwrap();
    let key = grant::open(&world.groups[1], &slot, &home).unwrap();
    assert_eq!(
        record::open(&key, &place, &body).unwrap().as_slice(),
        b"the claim"
    );
    assert!(package::open(&world.groups[0], &route, &sealed).is_err());
}

#[test]
fn a_courier_is_taken_in_once_and_kept_at_home() {
    let world = World::new();
    let (sent, sealed) = Courier::new(&world.verified_group(1)).unwrap();
    let message = sent.seal_message(8, b"a fact for the planners").unwrap();
    let detail = sent.seal_detail(8, b"exact kind").unwrap();
    assert!(Courier::take_in(&world.groups[0], sent.id(), &sealed).is_err());

    let (_, home) = Courier::take_in(&world.groups[1], sent.id(), &sealed).unwrap();
    let kept = Courier::open_home(&world.groups[1], sent.id(), &home).unwrap();
    assert_eq!((kept.id(), kept.to()), (sent.id(), world.groups[1].group()));
    assert_eq!(
        kept.open_message(8, &message).unwrap().as_slice(),
        b"a fact for the planners"
    );
    assert_eq!(
        kept.open_detail(8, &detail).unwrap().as_slice(),
        b"exact kind"
    );
    assert!(kept.open_message(9, &message).is_err());
    assert!(kept.open_detail(8, &message).is_err());

    // When the group's keys are renewed, what is at home is sealed again.
    let next = world.groups[1].renewed();
    assert!(Courier::open_home(&next, sent.id(), &home).is_err());
    let moved = kept.seal_home(&next).unwrap();
    assert!(Courier::open_home(&next, sent.id(), &moved).is_ok());
    assert!(kept.seal_home(&world.groups[0]).is_err());
}
