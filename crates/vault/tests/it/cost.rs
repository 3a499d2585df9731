//! Attack 3: the cost of a passphrase derivation lowered in the row.

use crate::common::{Tally, each_alteration, user};
use safeconduct_vault::bundle::{self, UserKeys};
use safeconduct_vault::kdf::{
    self, Kdf, LEAST_MEMORY_KIB, MOST_LANES, MOST_MEMORY_KIB, MOST_PASSES,
};
use safeconduct_vault::passphrase::Passphrase;
use safeconduct_vault::secret::Pepper;

fn row(memory_kib: u32, passes: u32, lanes: u32, salt: [u8; 16]) -> Vec<u8> {
    let numbers = [memory_kib, passes, lanes].map(u32::to_be_bytes).concat();
    [&[1], numbers.as_slice(), &salt].concat()
}

#[test]
fn a_cost_below_the_floor_cannot_be_read() {
    let mut tally = Tally::new("cost of the derivation lowered", "accepted");
    for passes in 0..4 {
        for lanes in 0..4 {
            for memory in (0..LEAST_MEMORY_KIB)
                .step_by(37)
                .chain([LEAST_MEMORY_KIB - 1])
            {
                tally.attempt(Kdf::from_bytes(&row(memory, passes, lanes, [9; 16])).is_ok());
                tally.attempt(Kdf::with_cost(memory, passes, lanes).is_ok());
            }
        }
    }
    for passes in [0, 1] {
        for memory in (LEAST_MEMORY_KIB..MOST_MEMORY_KIB).step_by(4096) {
            tally.attempt(Kdf::from_bytes(&row(memory, passes, 1, [9; 16])).is_ok());
        }
    }
    tally.control(Kdf::from_bytes(&row(LEAST_MEMORY_KIB, 2, 1, [9; 16])).is_ok());
    tally.finish(10_000);

    let mut raised = Tally::new("cost raised beyond what a server can bear", "accepted");
    for (memory, passes, lanes) in [
        (MOST_MEMORY_KIB + 1, 2, 1),
        (u32::MAX, 2, 1),
        (LEAST_MEMORY_KIB, MOST_PASSES + 1, 1),
        (LEAST_MEMORY_KIB, u32::MAX, 1),
        (LEAST_MEMORY_KIB, 2, MOST_LANES + 1),
        (LEAST_MEMORY_KIB, 2, u32::MAX),
        (LEAST_MEMORY_KIB, 2, 0),
    ] {
        raised.attempt(Kdf::from_bytes(&row(memory, passes, lanes, [9; 16])).is_ok());
    }
    raised
        .control(Kdf::from_bytes(&row(MOST_MEMORY_KIB, MOST_PASSES, MOST_LANES, [9; 16])).is_ok());
    raised.finish(7);
}

#[test]
fn an_altered_row_opens_nothing() {
    let (passphrase, pepper) = (Passphrase::generate(), Pepper::fresh());
    let kdf = Kdf::with_cost(LEAST_MEMORY_KIB + 1024, 3, 1).unwrap();
    let open = |kdf: &Kdf, passphrase: &Passphrase, pepper: &Pepper, owner, sealed: &[u8]| {
        let kek = kdf::derive(passphrase, kdf, pepper, owner).unwrap();
        bundle::open(&kek, sealed).is_ok()
    };
    let kek = kdf::derive(&passphrase, &kdf, &pepper, user(1)).unwrap();
    let sealed = bundle::seal(&UserKeys::fresh(user(1)), &kek).unwrap();
    let mut tally = Tally::new(
        "bundles with altered cost, salt, owner, pepper, passphrase",
        "opened",
    );
    tally.control(open(&kdf, &passphrase, &pepper, user(1), &sealed));

    let mut readable = Vec::new();
    each_alteration(&kdf.to_bytes(), |row| match Kdf::from_bytes(row) {
        Ok(altered) if altered.memory_kib() <= 64 * 1024 => readable.push(altered),
        _ => tally.attempt(false),
    });
    // What can still be read is a dearer cost or another salt; a part of them, since each takes a real derivation.
    for altered in readable.iter().step_by(8) {
        tally.attempt(open(altered, &passphrase, &pepper, user(1), &sealed));
    }
    tally.attempt(open(&Kdf::floor(), &passphrase, &pepper, user(1), &sealed));
    tally.attempt(open(&kdf, &passphrase, &Pepper::fresh(), user(1), &sealed));
    tally.attempt(open(&kdf, &passphrase, &pepper, user(2), &sealed));
    let typed = passphrase.expose();
    for wrong in [
        typed.to_uppercase(),
        format!("{typed} "),
        String::new(),
        typed[1..].to_owned(),
    ] {
        tally.attempt(open(
            &kdf,
            &Passphrase::new(wrong),
            &pepper,
            user(1),
            &sealed,
        ));
    }
    tally.finish(150);
}

#[test]
fn a_decoy_is_stable_and_costs_the_same() {
    let (usual, pepper) = (Kdf::fresh(), Pepper::fresh());
    let decoy = usual.decoy(&pepper, "nobody");
    assert_eq!(decoy, Kdf::fresh().decoy(&pepper, "nobody"));
    assert_ne!(decoy, usual.decoy(&pepper, "somebody"));
    assert_ne!(decoy, usual.decoy(&Pepper::fresh(), "nobody"));
    assert_eq!(decoy.memory_kib(), usual.memory_kib());
    assert_eq!(Kdf::from_bytes(&decoy.to_bytes()), Ok(decoy));
}
