//! Attack 4: ciphertexts moved to another row, column, case, version or compartment.

use crate::common::{Tally, World, case, group, id, user};
use safeconduct_domain::compartment::Compartment;
use safeconduct_domain::id::{CourierId, DocumentId, TransferId};
use safeconduct_vault::place::Place;
use safeconduct_vault::record::RecordKey;
use safeconduct_vault::secret::Key32;
use safeconduct_vault::{grant, hybrid, record};

/// Places of every kind, neighbours of each other in every field.
fn places() -> Vec<Place> {
    let mut places = Vec::new();
    for a in 1..3 {
        for b in 1..3 {
            places.extend(
                Compartment::ALL
                    .into_iter()
                    .flat_map(|compartment| of_compartments(a, b, compartment)),
            );
            places.extend(on_the_way(a, b));
            places.extend(at_home(a, b));
        }
        places.extend(of_one(a));
    }
    let mut seen = std::collections::HashSet::new();
    places.retain(|place| seen.insert(*place));
    places
}

fn of_compartments(a: u32, b: u32, compartment: Compartment) -> [Place; 4] {
    let record = |version, seq| Place::Record {
        case: case(a),
        compartment,
        version,
        seq,
    };
    let grant = |epoch, of, version| Place::Grant {
        group: group(a),
        epoch,
        case: case(of),
        compartment,
        version,
    };
    [
        record(b, 1),
        record(1, u64::from(b) + 1),
        grant(b, 1, 1),
        grant(1, b + 2, 2),
    ]
}

fn on_the_way(a: u32, b: u32) -> [Place; 7] {
    let courier = CourierId::from_bytes(id(5, a));
    let transfer = TransferId::from_bytes(id(6, a));
    [
        Place::Detail {
            courier,
            seq: u64::from(b),
        },
        Place::Message {
            courier,
            to: group(b),
            seq: 1,
        },
        Place::Message {
            courier,
            to: group(3),
            seq: u64::from(b),
        },
        Place::Package {
            transfer,
            from: group(b),
            to: group(3),
            case: case(1),
        },
        Place::Package {
            transfer,
            from: group(3),
            to: group(b),
            case: case(2),
        },
        Place::CourierSeal {
            courier,
            to: group(b),
            epoch: 1,
        },
        Place::CourierSeal {
            courier,
            to: group(3),
            epoch: b,
        },
    ]
}

fn at_home(a: u32, b: u32) -> [Place; 8] {
    let courier = CourierId::from_bytes(id(5, a));
    [
        Place::Card {
            group: group(a),
            epoch: b,
            case: case(1),
        },
        Place::Card {
            group: group(a),
            epoch: 3,
            case: case(b),
        },
        Place::CourierHome {
            group: group(b),
            epoch: 1,
            courier,
        },
        Place::CourierHome {
            group: group(3),
            epoch: b,
            courier,
        },
        Place::Membership {
            group: group(a),
            epoch: b,
            user: user(1),
        },
        Place::Membership {
            group: group(a),
            epoch: 3,
            user: user(b),
        },
        Place::Capsule {
            session: [a as u8; 32],
            user: user(b),
        },
        Place::Document {
            case: case(a),
            document: DocumentId::from_bytes(id(7, b)),
        },
    ]
}

fn of_one(a: u32) -> [Place; 4] {
    [
        Place::Directory { seq: u64::from(a) },
        Place::Bundle { user: user(a) },
        Place::Profile { user: user(a) },
        Place::Invitation {
            code: [a as u8; 32],
        },
    ]
}

#[test]
fn no_two_places_have_the_same_bytes() {
    let places = places();
    let bytes: std::collections::BTreeSet<Vec<u8>> = places.iter().map(Place::aad).collect();
    assert_eq!(bytes.len(), places.len());
}

#[test]
fn ciphertexts_open_only_at_their_place() {
    // The worst case: everything under one and the same key.
    let key = RecordKey::new(&Key32::fresh());
    let places = places();
    let mut tally = Tally::new("ciphertexts moved", "opened");
    for (own, place) in places.iter().enumerate() {
        let sealed = key
            .seal(place, b"somebody's name and where they are")
            .unwrap();
        for (other, elsewhere) in places.iter().enumerate() {
            let opened = key.open(elsewhere, &sealed).is_ok();
            if own == other {
                tally.control(opened)
            } else {
                tally.attempt(opened)
            }
        }
    }
    tally.finish(10_000);
}

#[test]
fn packages_open_only_at_their_place() {
    let world = World::new();
    let to = world.verified_user(0);
    let places: Vec<Place> = places().into_iter().step_by(10).collect();
    let mut tally = Tally::new("sealed to a public key and moved", "opened");
    for (own, place) in places.iter().enumerate() {
        let sealed = hybrid::seal(&to.kem(), place, b"keys").unwrap();
        for (other, elsewhere) in places.iter().enumerate() {
            let opened = hybrid::open(&world.people[0].keys.kem, elsewhere, &sealed).is_ok();
            if own == other {
                tally.control(opened)
            } else {
                tally.attempt(opened)
            }
        }
    }
    tally.finish(100);
}

#[test]
fn grants_open_only_in_their_group_and_slot() {
    let groups: Vec<_> = (0..6)
        .flat_map(|number| {
            let first = safeconduct_vault::group::GroupSecret::fresh(group(number));
            let next = first.renewed();
            [first, next]
        })
        .collect();
    let slots: Vec<_> = (0..5)
        .flat_map(|number| {
            Compartment::ALL.map(|compartment| grant::Slot {
                case: case(number),
                compartment,
                version: 1,
            })
        })
        .collect();
    let mut tally = Tally::new(
        "grants moved to other groups, epochs, cases, compartments",
        "opened",
    );
    for group in &groups {
        for slot in &slots {
            let sealed = grant::seal(group, slot, &Key32::fresh()).unwrap();
            for other in &groups {
                let own_group = (other.group(), other.epoch()) == (group.group(), group.epoch());
                for elsewhere in &slots {
                    let opened = grant::open(other, elsewhere, &sealed).is_ok();
                    if own_group && elsewhere == slot {
                        tally.control(opened)
                    } else {
                        tally.attempt(opened)
                    }
                }
            }
        }
    }
    tally.finish(50_000);
}

#[test]
fn other_suites_are_refused() {
    let key = Key32::fresh();
    let place = places()[0];
    let mut sealed = record::seal(&key, &place, b"plain").unwrap();
    let mut tally = Tally::new("other suite bytes", "opened");
    for suite in 0..=u8::MAX {
        sealed[0] = suite;
        let opened = record::open(&key, &place, &sealed).is_ok();
        if suite == safeconduct_vault::SUITE {
            tally.control(opened)
        } else {
            tally.attempt(opened)
        }
    }
    tally.finish(255);
}
