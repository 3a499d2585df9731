//! Attack 9: a capsule without its cookie, a cookie without its row, after the pepper has changed.

use crate::common::{Tally, World, group, user};
use safeconduct_vault::capsule::{self, Capsule, SessionSecret};
use safeconduct_vault::courier::Courier;
use safeconduct_vault::group::GroupSecret;
use safeconduct_vault::secret::{Key32, Pepper};

fn capsule_of(number: u32) -> Capsule {
    Capsule {
        user: user(number),
        user_epoch: 7,
        groups: vec![
            GroupSecret::fresh(group(number)),
            GroupSecret::fresh(group(99)).renewed(),
        ],
        couriers: Vec::new(),
        created_ms: 1_000,
        absolute_end_ms: 28_801_000,
    }
}

#[test]
fn a_capsule_holds_what_was_unlocked() {
    let world = World::new();
    let (courier, _) = Courier::new(&world.verified_group(1)).unwrap();
    let mut capsule = capsule_of(1);
    capsule.couriers.push(courier.clone());
    let (session, server) = (SessionSecret::fresh(), Pepper::fresh().session());
    let sealed = capsule::seal(&session, &server, &capsule).unwrap();
    let cookie = SessionSecret::from_cookie(&session.to_cookie()).unwrap();
    let opened = capsule::open(&cookie, &server, user(1), &sealed).unwrap();
    assert_eq!(
        (
            opened.user,
            opened.user_epoch,
            opened.created_ms,
            opened.absolute_end_ms
        ),
        (user(1), 7, 1_000, 28_801_000)
    );
    assert_eq!(
        opened
            .groups
            .iter()
            .map(|g| (g.group(), g.epoch()))
            .collect::<Vec<_>>(),
        [(group(1), 1), (group(99), 2)]
    );
    let message = courier.seal_message(5, b"fact").unwrap();
    assert_eq!(
        opened.couriers[0]
            .open_message(5, &message)
            .unwrap()
            .as_slice(),
        b"fact"
    );
}

#[test]
fn nothing_opens_a_capsule_but_all_three() {
    let pepper = Pepper::fresh();
    let server = pepper.session();
    let sessions: Vec<_> = (0..40)
        .map(|number| {
            let session = SessionSecret::fresh();
            let sealed = capsule::seal(&session, &server, &capsule_of(number)).unwrap();
            (session, user(number), sealed)
        })
        .collect();
    let mut tally = Tally::new("capsules without cookie, row or pepper", "opened");
    for (index, (_, owner, sealed)) in sessions.iter().enumerate() {
        for (other, (session, other_owner, _)) in sessions.iter().enumerate() {
            let opened = capsule::open(session, &server, *owner, sealed).is_ok();
            if index == other {
                tally.control(opened)
            } else {
                tally.attempt(opened)
            }
            if index != other {
                // The row of somebody else with the own name in it, and a row whose name was changed.
                tally.attempt(capsule::open(session, &server, *other_owner, sealed).is_ok());
                tally.attempt(
                    capsule::open(&sessions[index].0, &server, *other_owner, sealed).is_ok(),
                );
            }
        }
        // The row alone, with keys made of what stands in it.
        let guess = SessionSecret::from_cookie(&encode(&sessions[index].0.id_hash())).unwrap();
        tally.attempt(capsule::open(&guess, &server, *owner, sealed).is_ok());
        for _ in 0..100 {
            tally.attempt(capsule::open(&SessionSecret::fresh(), &server, *owner, sealed).is_ok());
            // After the pepper was changed, and without it.
            tally.attempt(
                capsule::open(
                    &sessions[index].0,
                    &Pepper::fresh().session(),
                    *owner,
                    sealed,
                )
                .is_ok(),
            );
        }
        for not_the_key in [
            Key32::from_bytes([0; 32]),
            pepper.directory(),
            Key32::from_bytes(*pepper.expose()),
        ] {
            tally.attempt(capsule::open(&sessions[index].0, &not_the_key, *owner, sealed).is_ok());
        }
    }
    tally.finish(10_000);
}

fn encode(bytes: &[u8; 32]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let bits: String = bytes.iter().map(|byte| format!("{byte:08b}")).collect();
    (0..43)
        .map(|index| {
            let end = (index * 6 + 6).min(bits.len());
            let number =
                usize::from_str_radix(&format!("{:0<6}", &bits[index * 6..end]), 2).unwrap();
            char::from(ALPHABET[number])
        })
        .collect()
}

#[test]
fn cookies_are_strict() {
    let session = SessionSecret::fresh();
    let cookie = session.to_cookie();
    assert_eq!(cookie.len(), 43);
    assert_eq!(
        SessionSecret::from_cookie(&cookie).unwrap().id_hash(),
        session.id_hash()
    );
    assert_eq!(encode(&[0xfb; 32]).len(), 43);
    let long = "A".repeat(100_000);
    for bad in [
        "",
        "A",
        &cookie[1..],
        &format!("{}=", *cookie),
        &format!("{}A", *cookie),
        &cookie.replace(&cookie[..1], "+"),
        &long,
    ] {
        assert!(SessionSecret::from_cookie(bad).is_err(), "{bad}");
    }
    // A last character with bits beyond the 256 is another spelling of the same secret.
    assert!(SessionSecret::from_cookie(&format!("{}B", "A".repeat(42))).is_err());
}

#[test]
fn the_form_token_is_the_sessions_own() {
    let (one, other) = (SessionSecret::fresh(), SessionSecret::fresh());
    assert!(one.is_csrf_token(&one.csrf_token()));
    assert!(!one.is_csrf_token(&other.csrf_token()));
    assert!(!one.is_csrf_token(""));
    assert_ne!(one.csrf_token(), *one.to_cookie());
}
