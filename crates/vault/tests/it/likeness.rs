//! Marks need both halves of the key: whoever has one, and every name there is, reproduces none.

use safeconduct_domain::id::GroupId;
use safeconduct_vault::group::GroupSecret;
use safeconduct_vault::likeness::RegisterKey;
use safeconduct_vault::secret::Pepper;
use std::collections::HashSet;

const GUESSES: u32 = 100_000;

fn guess(n: u32) -> String {
    format!(
        "day\u{1f}19{:02}-{}-{}\u{1f}KSN{n}",
        n % 100,
        n % 12 + 1,
        n % 28 + 1
    )
}

#[test]
fn half_a_key_marks_nothing() {
    let (register, pepper) = (RegisterKey::fresh(), Pepper::fresh());
    let marker = register.marker(&pepper);
    let stored: HashSet<[u8; 32]> = (0..1_000).map(|n| marker.mark(&guess(n))).collect();
    assert_eq!(stored.len(), 1_000);
    let with_pepper = RegisterKey::fresh().marker(&pepper);
    let with_register = register.marker(&Pepper::fresh());
    let mut reproduced = 0;
    for n in 0..GUESSES {
        for marker in [&with_pepper, &with_register] {
            reproduced += usize::from(stored.contains(&marker.mark(&guess(n))));
        }
    }
    // the planted fault: with both halves every one of them is found
    let again = register.marker(&pepper);
    let found = (0..1_000)
        .filter(|n| stored.contains(&again.mark(&guess(*n))))
        .count();
    println!("marks: {GUESSES} guesses with each half, {reproduced} reproduced; with both {found}");
    assert_eq!((reproduced, found), (0, 1_000));
}

#[test]
fn the_register_key_opens_at_home_only() {
    let group = GroupSecret::fresh(GroupId::from_bytes([1; 16]));
    let other = GroupSecret::fresh(GroupId::from_bytes([1; 16]));
    let key = RegisterKey::fresh();
    let sealed = key.seal(&group).unwrap();
    let pepper = Pepper::fresh();
    let again = RegisterKey::open(&group, &sealed).unwrap();
    assert_eq!(
        again.marker(&pepper).mark("a"),
        key.marker(&pepper).mark("a")
    );
    assert!(RegisterKey::open(&other, &sealed).is_err());
    assert!(RegisterKey::open(&group.renewed(), &sealed).is_err());
}
