//! Attack 5: every bit flipped, every byte cut, of everything that is stored.

use crate::common::{Dice, Person, Tally, World, each_alteration, record_place, user};
use safeconduct_domain::compartment::Compartment;
use safeconduct_vault::capsule::{self, Capsule, SessionSecret};
use safeconduct_vault::certificate::Signed;
use safeconduct_vault::courier::Courier;
use safeconduct_vault::group::GroupSecret;
use safeconduct_vault::kdf::{self, Kdf};
use safeconduct_vault::package::{self, PackageContents, Route};
use safeconduct_vault::passphrase::Passphrase;
use safeconduct_vault::record::RecordKey;
use safeconduct_vault::secret::{Key32, Pepper};
use safeconduct_vault::{bundle, grant};

#[test]
fn records() {
    let key = RecordKey::new(&Key32::fresh());
    let mut tally = Tally::new("altered records", "accepted");
    for len in [
        0, 1, 59, 60, 61, 100, 300, 700, 1_019, 1_020, 1_021, 1_500, 2_000, 3_000,
    ] {
        let place = record_place(u64::try_from(len).unwrap());
        let sealed = key.seal(&place, &vec![0x5a; len]).unwrap();
        tally.control(
            key.open(&place, &sealed)
                .is_ok_and(|plain| plain.len() == len),
        );
        each_alteration(&sealed, |altered| {
            tally.attempt(key.open(&place, altered).is_ok())
        });
    }
    tally.finish(100_000);
}

#[test]
fn bundles() {
    let keys = bundle::UserKeys::fresh(user(1));
    let kek = kdf::derive(
        &Passphrase::generate(),
        &Kdf::floor(),
        &Pepper::fresh(),
        user(1),
    )
    .unwrap();
    let sealed = bundle::seal(&keys, &kek).unwrap();
    let mut tally = Tally::new("altered bundles", "accepted");
    tally.control(bundle::open(&kek, &sealed).is_ok());
    each_alteration(&sealed, |altered| {
        tally.attempt(bundle::open(&kek, altered).is_ok())
    });
    tally.finish(1_500);
}

#[test]
fn grants() {
    let group = GroupSecret::fresh(crate::common::group(1));
    let slot = grant::Slot {
        case: crate::common::case(1),
        compartment: Compartment::Contact,
        version: 1,
    };
    let sealed = grant::seal(&group, &slot, &Key32::fresh()).unwrap();
    let mut tally = Tally::new("altered grants", "accepted");
    tally.control(grant::open(&group, &slot, &sealed).is_ok());
    each_alteration(&sealed, |altered| {
        tally.attempt(grant::open(&group, &slot, altered).is_ok())
    });
    tally.finish(800);
}

#[test]
fn capsules() {
    let (session, server) = (SessionSecret::fresh(), Pepper::fresh().session());
    let capsule = Capsule {
        user: user(1),
        user_epoch: 3,
        groups: (0..4)
            .map(|number| GroupSecret::fresh(crate::common::group(number)))
            .collect(),
        couriers: Vec::new(),
        created_ms: 5,
        absolute_end_ms: 6,
    };
    let sealed = capsule::seal(&session, &server, &capsule).unwrap();
    let mut tally = Tally::new("altered capsules", "accepted");
    tally.control(capsule::open(&session, &server, user(1), &sealed).is_ok());
    each_alteration(&sealed, |altered| {
        tally.attempt(capsule::open(&session, &server, user(1), altered).is_ok())
    });
    tally.finish(2_000);
}

#[test]
fn user_certificates() {
    let world = World::new();
    let genuine = &world.rows[2];
    let mut tally = Tally::new("altered certificates of persons", "accepted");
    tally.control(world.chain.verify_user(genuine).is_ok());
    each_alteration(&genuine.body, |body| {
        let signed = Signed {
            body: body.to_vec(),
            signatures: genuine.signatures.clone(),
        };
        tally.attempt(world.chain.verify_user(&signed).is_ok());
    });
    each_alteration(&genuine.signature_bytes(), |signatures| {
        let signed = Signed::from_parts(genuine.body.clone(), signatures);
        tally.attempt(signed.is_ok_and(|signed| world.chain.verify_user(&signed).is_ok()));
    });
    tally.finish(15_000);
}

#[test]
fn group_certificates() {
    let world = World::new();
    let genuine = &world.group_rows[0];
    let mut tally = Tally::new("altered certificates of groups", "accepted");
    tally.control(world.chain.verify_group(genuine).is_ok());
    each_alteration(&genuine.body, |body| {
        let signed = Signed {
            body: body.to_vec(),
            signatures: genuine.signatures.clone(),
        };
        tally.attempt(world.chain.verify_group(&signed).is_ok());
    });
    each_alteration(&genuine.signature_bytes(), |signatures| {
        let signed = Signed::from_parts(genuine.body.clone(), signatures);
        tally.attempt(signed.is_ok_and(|signed| world.chain.verify_group(&signed).is_ok()));
    });
    tally.finish(15_000);
}

/// What is sealed by HPKE costs milliseconds to open, so bits are drawn and not all tried.
fn some_alterations(sealed: &[u8], mut open: impl FnMut(&[u8]) -> bool, tally: &mut Tally) {
    let mut dice = Dice(7);
    tally.control(open(sealed));
    let mut altered = sealed.to_vec();
    for round in 0..150 {
        // A third each: the encapsulated key of ML-KEM, that of P-384, the body.
        let (start, end) = [(0, 1_569), (1_569, 1_666), (1_666, sealed.len())][round % 3];
        let index = start + dice.below(end - start);
        let bit = 1 << dice.below(8);
        altered[index] ^= bit;
        tally.attempt(open(&altered));
        altered[index] ^= bit;
        tally.attempt(open(&sealed[..dice.below(sealed.len())]));
    }
}

#[test]
fn sealed_to_public_keys() {
    let world = World::new();
    let mut tally = Tally::new("altered memberships, packages, couriers", "accepted");

    let person: &Person = &world.people[2];
    let group_certificate = world.verified_group(0);
    let membership = world.groups[0].seal_to(&world.verified_user(2)).unwrap();
    let open = |sealed: &[u8]| GroupSecret::open(&person.keys, &group_certificate, sealed).is_ok();
    some_alterations(&membership, open, &mut tally);

    let route = Route {
        transfer: safeconduct_domain::id::TransferId::from_bytes([1; 16]),
        from: crate::common::group(1),
        case: crate::common::case(1),
    };
    let contents = PackageContents {
        keys: Compartment::ALL
            .map(|compartment| (compartment, 1, Key32::fresh()))
            .into(),
        card: b"card".to_vec().into(),
    };
    let sealed = package::seal(&group_certificate, &route, &contents).unwrap();
    some_alterations(
        &sealed,
        |sealed| package::open(&world.groups[0], &route, sealed).is_ok(),
        &mut tally,
    );

    let (courier, sealed) = Courier::new(&group_certificate).unwrap();
    let take_in = |sealed: &[u8]| Courier::take_in(&world.groups[0], courier.id(), sealed).is_ok();
    some_alterations(&sealed, take_in, &mut tally);
    tally.finish(900);
}
