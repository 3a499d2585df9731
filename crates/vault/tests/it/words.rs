//! Passphrases, derivation, and that nothing secret shows in `Debug`.

use crate::common::{Person, user};
use safeconduct_vault::bundle::{self, UserKeys, UserPublic};
use safeconduct_vault::capsule::SessionSecret;
use safeconduct_vault::group::GroupSecret;
use safeconduct_vault::kdf::{self, Kdf};
use safeconduct_vault::passphrase::{Passphrase, WORDS, Weak, check_own};
use safeconduct_vault::secret::{Key32, Pepper, Purpose};
use std::collections::HashSet;

#[test]
fn proposed_passphrases_are_seven_words_of_many() {
    let mut words = HashSet::new();
    let mut phrases = HashSet::new();
    for _ in 0..2_000 {
        let passphrase = Passphrase::generate();
        assert_eq!(passphrase.expose().split(' ').count(), WORDS);
        assert_eq!(check_own(passphrase.expose()), Ok(()));
        words.extend(passphrase.expose().split(' ').map(str::to_owned));
        assert!(phrases.insert(passphrase.expose().to_owned()));
    }
    // 14,000 draws from 7,776 words miss about one word in six.
    assert!((6_200..6_700).contains(&words.len()), "{}", words.len());
}

#[test]
fn passphrases_of_ones_own() {
    assert_eq!(check_own("fourteen chars"), Err(Weak::TooShort));
    assert_eq!(check_own("fifteen  chars!"), Ok(()));
    assert_eq!(check_own("éàüöçñßøåæœłđħŋ"), Ok(()));
    assert_eq!(check_own(&"ab".repeat(20)), Err(Weak::TooPlain));
    assert_eq!(check_own(&"abcdefgh".repeat(200)), Err(Weak::TooLong));
}

#[test]
fn a_bundle_opens_with_its_passphrase() {
    let (passphrase, kdf, pepper) = (Passphrase::generate(), Kdf::floor(), Pepper::fresh());
    let keys = UserKeys::fresh(user(1));
    let sealed = bundle::seal(
        &keys,
        &kdf::derive(&passphrase, &kdf, &pepper, user(1)).unwrap(),
    )
    .unwrap();

    let stored = Kdf::from_bytes(&kdf.to_bytes()).unwrap();
    let pepper = Pepper::from_bytes(*pepper.expose());
    let typed = Passphrase::new(passphrase.expose().to_owned());
    let opened = bundle::open(
        &kdf::derive(&typed, &stored, &pepper, user(1)).unwrap(),
        &sealed,
    )
    .unwrap();
    assert_eq!(opened.public().unwrap(), keys.public().unwrap());
    assert_eq!(opened.totp.expose(), keys.totp.expose());
    let public = opened.public().unwrap();
    assert_eq!(
        UserPublic::from_bytes(&public.to_bytes()),
        Ok(public.clone())
    );
    assert!(UserPublic::from_bytes(&public.to_bytes()[1..]).is_err());

    let another = kdf::derive(&passphrase, &kdf, &pepper, user(2)).unwrap();
    assert!(bundle::seal(&keys, &another).is_err());
}

#[test]
fn the_peppers_keys_are_all_different_and_stable() {
    let pepper = Pepper::from_bytes([7; 32]);
    let mut seen = HashSet::new();
    assert!(seen.insert(pepper.journal_mac().to_vec()));
    assert!(seen.insert(pepper.checkpoint_seed().to_vec()));
    assert!(seen.insert(pepper.directory().expose().to_vec()));
    assert!(seen.insert(pepper.session().expose().to_vec()));
    for purpose in [
        Purpose::Handle,
        Purpose::Invitation,
        Purpose::Once,
        Purpose::Throttle,
        Purpose::Decoy,
    ] {
        assert!(seen.insert(pepper.blind(purpose, b"text").to_vec()));
        assert!(seen.insert(pepper.blind(purpose, b"other").to_vec()));
        assert_eq!(
            pepper.blind(purpose, b"text"),
            Pepper::from_bytes([7; 32]).blind(purpose, b"text")
        );
    }
}

#[test]
fn nothing_secret_shows() {
    let person = Person::new(1);
    let key = Key32::from_bytes(*b"ZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZ");
    let shown = [
        format!("{:?}", Passphrase::new("correct horse battery".to_owned())),
        format!("{:?}", key),
        format!("{:?}", Pepper::from_bytes(*key.expose())),
        format!("{:?}", safeconduct_vault::record::RecordKey::new(&key)),
        format!("{:?}", person.keys),
        format!("{:?}", person.keys.kem),
        format!("{:?}", person.keys.signing),
        format!("{:?}", person.keys.totp),
        format!("{:?}", SessionSecret::fresh()),
        format!("{:?}", GroupSecret::fresh(crate::common::group(1))),
    ];
    for text in shown {
        assert!(
            text.contains('…')
                && !text.contains("ZZ")
                && !text.contains("horse")
                && !text.contains("90, 90"),
            "{text}"
        );
    }
}
