//! What sealing costs, beside bare AES-256-GCM. Prints figures; run with `--ignored --nocapture`.

use crate::common::{World, case, record_place};
use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, Nonce, UnboundKey};
use safeconduct_domain::compartment::Compartment;
use safeconduct_vault::chain::Chain;
use safeconduct_vault::grant::{self, Slot};
use safeconduct_vault::group::GroupSecret;
use safeconduct_vault::kdf::{self, Kdf};
use safeconduct_vault::passphrase::Passphrase;
use safeconduct_vault::record::{self, RecordKey};
use safeconduct_vault::secret::{Key32, Pepper};
use safeconduct_vault::{courier::Courier, signing::SigningKey};
use std::hint::black_box;
use std::time::{Duration, Instant};

fn each(times: u32, mut work: impl FnMut()) -> Duration {
    let start = Instant::now();
    (0..times).for_each(|_| work());
    start.elapsed() / times
}

#[test]
#[ignore = "prints figures"]
fn figures_of_records() {
    let key = Key32::fresh();
    let (prepared, place, plain) = (RecordKey::new(&key), record_place(1), [7; 1_000]);
    let bare = LessSafeKey::new(UnboundKey::new(&AES_256_GCM, key.expose()).unwrap());
    let nonce = || Nonce::assume_unique_for_key([1; 12]);
    let mut buffer = plain.to_vec();
    bare.seal_in_place_append_tag(nonce(), Aad::from(place.aad()), &mut buffer)
        .unwrap();
    let bare_open = each(20_000, || {
        let mut copy = buffer.clone();
        black_box(
            bare.open_in_place(nonce(), Aad::from(place.aad()), &mut copy)
                .unwrap(),
        );
    });
    println!("vault: record of 1,000 bytes: bare AES-256-GCM open {bare_open:?}");
    println!(
        "vault: … seal {:?}",
        each(20_000, || drop(black_box(prepared.seal(&place, &plain))))
    );
    let sealed = prepared.seal(&place, &plain).unwrap();
    println!(
        "vault: … open {:?}",
        each(20_000, || drop(black_box(prepared.open(&place, &sealed))))
    );
    let unprepared = each(20_000, || {
        drop(black_box(record::open(&key, &place, &sealed)))
    });
    println!("vault: … open, key not made ready {unprepared:?}");
}

#[test]
#[ignore = "prints figures"]
fn figures_of_keys() {
    let key = Key32::fresh();
    let group = GroupSecret::fresh(crate::common::group(1));
    let slot = Slot {
        case: case(1),
        compartment: Compartment::Core,
        version: 1,
    };
    let granted = grant::seal(&group, &slot, &key).unwrap();
    println!(
        "vault: grant open {:?}",
        each(5_000, || drop(black_box(grant::open(
            &group, &slot, &granted
        ))))
    );

    let world = World::new();
    let to = world.verified_group(0);
    println!(
        "vault: courier to a group (HPKE seal) {:?}",
        each(50, || drop(black_box(Courier::new(&to))))
    );
    let (courier, sealed) = Courier::new(&to).unwrap();
    let take_in = each(50, || {
        drop(black_box(Courier::take_in(
            &world.groups[0],
            courier.id(),
            &sealed,
        )))
    });
    println!("vault: courier taken in (HPKE open) {take_in:?}");
    println!(
        "vault: a person's keys made {:?}",
        each(20, || drop(crate::common::Person::new(1)))
    );
    let chain = each(50, || {
        drop(black_box(Chain::new(world.root.verifying(), &world.rows)))
    });
    println!(
        "vault: chain of {} certificates {chain:?}",
        world.rows.len()
    );
    println!(
        "vault: a person verified {:?}",
        each(50, || drop(black_box(world.verified_user(2))))
    );
    let signature = each(200, || {
        black_box(SigningKey::from_seed([1; 32]).sign("d", b"m"));
    });
    println!("vault: a signature {signature:?}");
}

#[test]
#[ignore = "prints figures"]
fn figures_of_passphrases() {
    let (passphrase, pepper) = (Passphrase::generate(), Pepper::fresh());
    for (name, kdf) in [("usual", Kdf::fresh()), ("least", Kdf::floor())] {
        let derived = each(3, || {
            drop(kdf::derive(
                &passphrase,
                &kdf,
                &pepper,
                crate::common::user(1),
            ))
        });
        println!("vault: passphrase to key, {name} cost {derived:?}");
    }
}
