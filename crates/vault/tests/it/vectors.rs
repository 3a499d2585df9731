//! Kept bytes: what suite 1 sealed when this file was written has to open for ever.
//!
//! `tests/vectors/suite1.txt` has one `name = hexadecimal bytes` a line. New lines come from
//! `cargo test -p safeconduct-vault --test it -- --ignored --nocapture print_vectors`; old ones are never changed.

use crate::common::{Person, case, group, id, organisation, record_place, user};
use safeconduct_domain::compartment::Compartment;
use safeconduct_domain::id::{CourierId, DocumentId, TransferId};
use safeconduct_vault::bundle::{self, UserKeys};
use safeconduct_vault::capsule::{self, Capsule, SessionSecret};
use safeconduct_vault::certificate::{KEY_OFFICER, Signed, Signer};
use safeconduct_vault::chain::Chain;
use safeconduct_vault::document::{Opener, Sealer};
use safeconduct_vault::group::GroupSecret;
use safeconduct_vault::hybrid::{self, PrivateKey};
use safeconduct_vault::kdf::{self, Kdf};
use safeconduct_vault::passphrase::Passphrase;
use safeconduct_vault::place::Place;
use safeconduct_vault::record;
use safeconduct_vault::secret::{Key32, Pepper};
use safeconduct_vault::signing::SigningKey;
use std::collections::BTreeMap;
use zeroize::Zeroizing;

const KEPT: &str = include_str!("../vectors/suite1.txt");
const PASSPHRASE: &str = "a passphrase for the kept bytes";
const PLAIN: &[u8] = b"plaintext of the kept bytes";

fn key() -> Key32 {
    Key32::from_bytes([0x11; 32])
}

fn pepper() -> Pepper {
    Pepper::from_bytes([0x22; 32])
}

fn root() -> SigningKey {
    SigningKey::from_seed([0x33; 32])
}

fn session() -> SessionSecret {
    SessionSecret::from_cookie("AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE").unwrap()
}

fn document() -> Place {
    Place::Document {
        case: case(1),
        document: DocumentId::from_bytes(id(7, 1)),
    }
}

fn places() -> Vec<(&'static str, Place)> {
    [places_of_entries(), places_of_keys()].concat()
}

fn places_of_entries() -> Vec<(&'static str, Place)> {
    let (courier, user) = (CourierId::from_bytes(id(5, 1)), user(1));
    vec![
        ("place-record", record_place(1)),
        ("place-detail", Place::Detail { courier, seq: 2 }),
        (
            "place-message",
            Place::Message {
                courier,
                to: group(1),
                seq: 3,
            },
        ),
        ("place-directory", Place::Directory { seq: 4 }),
        ("place-profile", Place::Profile { user }),
        ("place-invitation", Place::Invitation { code: [8; 32] }),
        ("place-document", document()),
    ]
}

fn places_of_keys() -> Vec<(&'static str, Place)> {
    let (courier, transfer) = (
        CourierId::from_bytes(id(5, 1)),
        TransferId::from_bytes(id(6, 1)),
    );
    let (group, other, epoch, case, user) = (group(1), group(2), 2, case(1), user(1));
    let compartment = Compartment::Internal;
    vec![
        (
            "place-grant",
            Place::Grant {
                group,
                epoch,
                case,
                compartment,
                version: 3,
            },
        ),
        ("place-card", Place::Card { group, epoch, case }),
        (
            "place-courier-home",
            Place::CourierHome {
                group,
                epoch,
                courier,
            },
        ),
        (
            "place-package",
            Place::Package {
                transfer,
                from: group,
                to: other,
                case,
            },
        ),
        (
            "place-courier-seal",
            Place::CourierSeal {
                courier,
                to: group,
                epoch,
            },
        ),
        ("place-membership", Place::Membership { group, epoch, user }),
        ("place-bundle", Place::Bundle { user }),
        (
            "place-capsule",
            Place::Capsule {
                session: [9; 32],
                user,
            },
        ),
    ]
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn kept() -> BTreeMap<&'static str, Vec<u8>> {
    let pair = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap();
    KEPT.lines()
        .filter_map(|line| line.split_once(" = "))
        .map(|(name, hex)| (name, hex.as_bytes().chunks(2).map(pair).collect()))
        .collect()
}

#[test]
fn places_have_the_kept_bytes() {
    let kept = kept();
    let names = kept.keys().filter(|name| name.starts_with("place-"));
    assert_eq!(names.count(), places().len());
    for (name, place) in places() {
        assert_eq!(hex(&place.aad()), hex(&kept[name]), "{name}");
    }
}

#[test]
fn kept_ciphertexts_open() {
    let kept = kept();
    assert_eq!(
        record::open(&key(), &record_place(1), &kept["record"])
            .unwrap()
            .as_slice(),
        PLAIN
    );

    let mut plain = Zeroizing::new(Vec::new());
    let mut opener = Opener::new(&key(), &document(), PLAIN.len() as u64);
    opener.push(&kept["document"], &mut plain).unwrap();
    opener.finish(&mut plain).unwrap();
    assert_eq!(plain.as_slice(), PLAIN);

    let private = PrivateKey::from_bytes([0x44; 32]);
    let place = Place::Profile { user: user(1) };
    assert_eq!(
        hybrid::open(&private, &place, &kept["hybrid"])
            .unwrap()
            .as_slice(),
        PLAIN
    );
    assert_eq!(private.public().unwrap().as_bytes(), kept["hybrid-public"]);
}

#[test]
fn kept_keys_open() {
    let kept = kept();
    let kdf = Kdf::from_bytes(&kept["kdf"]).unwrap();
    let kek = kdf::derive(
        &Passphrase::new(PASSPHRASE.to_owned()),
        &kdf,
        &pepper(),
        user(1),
    )
    .unwrap();
    let keys = bundle::open(&kek, &kept["bundle"]).unwrap();
    assert_eq!(keys.public().unwrap().to_bytes(), kept["bundle-public"]);

    let capsule =
        capsule::open(&session(), &pepper().session(), user(1), &kept["capsule"]).unwrap();
    assert_eq!(
        (
            capsule.user_epoch,
            capsule.groups.len(),
            capsule.groups[0].group()
        ),
        (7, 1, group(1))
    );
    let card = capsule.groups[0].home().open(
        &Place::Card {
            group: group(1),
            epoch: 1,
            case: case(1),
        },
        &kept["card"],
    );
    assert_eq!(card.unwrap().as_slice(), PLAIN);

    let signed =
        Signed::from_parts(kept["certificate"].clone(), &kept["certificate-signatures"]).unwrap();
    let verified = Chain::new(root().verifying(), [&signed])
        .verify_user(&signed)
        .unwrap();
    assert_eq!(
        (verified.user, verified.organisation),
        (user(1), organisation(1))
    );
}

#[test]
#[ignore = "prints new kept bytes"]
fn print_vectors() {
    let show = |name: &str, bytes: &[u8]| println!("{name} = {}", hex(bytes));
    for (name, place) in places() {
        show(name, &place.aad());
    }
    show(
        "record",
        &record::seal(&key(), &record_place(1), PLAIN).unwrap(),
    );
    let (mut sealer, mut out) = (Sealer::new(&key(), &document()), Vec::new());
    sealer.push(PLAIN, &mut out).unwrap();
    sealer.end(&mut out).unwrap().unwrap();
    show("document", &out);

    let mut person = Person::new(1);
    person.keys.kem = PrivateKey::from_bytes([0x44; 32]);
    person.public = person.keys.public().unwrap();
    let signed = person
        .certificate(1, None, &[KEY_OFFICER])
        .to_sign()
        .sign(Signer::Root, &root());
    let verified = Chain::new(root().verifying(), [&signed])
        .verify_user(&signed)
        .unwrap();
    show(
        "hybrid",
        &hybrid::seal(&verified.kem(), &Place::Profile { user: user(1) }, PLAIN).unwrap(),
    );
    show("hybrid-public", verified.kem().as_bytes());
    show("certificate", &signed.body);
    show("certificate-signatures", &signed.signature_bytes());
}

#[test]
#[ignore = "prints new kept bytes"]
fn print_vectors_of_keys() {
    let show = |name: &str, bytes: &[u8]| println!("{name} = {}", hex(bytes));
    let (kdf, keys) = (Kdf::floor(), UserKeys::fresh(user(1)));
    let kek = kdf::derive(
        &Passphrase::new(PASSPHRASE.to_owned()),
        &kdf,
        &pepper(),
        user(1),
    )
    .unwrap();
    show("kdf", &kdf.to_bytes());
    show("bundle", &bundle::seal(&keys, &kek).unwrap());
    show("bundle-public", &keys.public().unwrap().to_bytes());

    let secret = GroupSecret::fresh(group(1));
    let card = secret
        .home()
        .seal(
            &Place::Card {
                group: group(1),
                epoch: 1,
                case: case(1),
            },
            PLAIN,
        )
        .unwrap();
    show("card", &card);
    let capsule = Capsule {
        user: user(1),
        user_epoch: 7,
        groups: vec![secret],
        couriers: Vec::new(),
        created_ms: 1,
        absolute_end_ms: 2,
    };
    show(
        "capsule",
        &capsule::seal(&session(), &pepper().session(), &capsule).unwrap(),
    );
}
