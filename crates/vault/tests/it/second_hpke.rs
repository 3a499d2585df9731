//! A second sender of HPKE, written here from RFC 9180 and draft-ietf-hpke-pq on AWS-LC alone (its ML-KEM, its P-384,
//! its SHA-3 and HMAC): what it seals, the vault has to open.

use crate::common::World;
use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, Nonce, UnboundKey};
use aws_lc_rs::agreement::{self, ECDH_P384, EphemeralPrivateKey, UnparsedPublicKey};
use aws_lc_rs::digest::{SHA3_256, digest};
use aws_lc_rs::hmac;
use aws_lc_rs::kem::{EncapsulationKey, ML_KEM_1024};
use aws_lc_rs::rand::SystemRandom;
use safeconduct_vault::hybrid;
use safeconduct_vault::place::Place;

/// "HPKE", KEM 0x0051, KDF 0x0002, AEAD 0x0002.
const SUITE_ID: &[u8] = b"HPKE\x00\x51\x00\x02\x00\x02";

fn mac(key: &[u8], parts: &[&[u8]]) -> Vec<u8> {
    hmac::sign(&hmac::Key::new(hmac::HMAC_SHA384, key), &parts.concat())
        .as_ref()
        .to_vec()
}

fn labeled_extract(salt: &[u8], label: &[u8], ikm: &[u8]) -> Vec<u8> {
    mac(salt, &[b"HPKE-v1", SUITE_ID, label, ikm])
}

/// One block of HKDF-Expand is 48 bytes, which is all that is asked for.
fn labeled_expand(prk: &[u8], label: &[u8], info: &[u8], len: u16) -> Vec<u8> {
    let mut out = mac(
        prk,
        &[&len.to_be_bytes(), b"HPKE-v1", SUITE_ID, label, info, &[1]],
    );
    out.truncate(len.into());
    out
}

fn seal(public: &[u8], place: &Place, plain: &[u8]) -> Vec<u8> {
    let (public_pq, public_t) = public.split_at(1_568);
    let (ct_pq, ss_pq) = EncapsulationKey::new(&ML_KEM_1024, public_pq)
        .unwrap()
        .encapsulate()
        .unwrap();
    let ephemeral = EphemeralPrivateKey::generate(&ECDH_P384, &SystemRandom::new()).unwrap();
    let ct_t = ephemeral.compute_public_key().unwrap().as_ref().to_vec();
    let peer = UnparsedPublicKey::new(&ECDH_P384, public_t);
    let ss_t =
        agreement::agree_ephemeral(ephemeral, peer, (), |secret| Ok(secret.to_vec())).unwrap();
    let shared = digest(
        &SHA3_256,
        &[ss_pq.as_ref(), &ss_t, &ct_t, public_t, b"MLKEM1024-P384"].concat(),
    );

    let aad = place.aad();
    let context = [
        vec![0],
        labeled_extract(b"", b"psk_id_hash", b""),
        labeled_extract(b"", b"info_hash", &aad),
    ]
    .concat();
    let secret = labeled_extract(shared.as_ref(), b"secret", b"");
    let key = labeled_expand(&secret, b"key", &context, 32);
    let nonce = labeled_expand(&secret, b"base_nonce", &context, 12);

    let mut body = (plain.len() as u32).to_be_bytes().to_vec();
    body.extend_from_slice(plain);
    body.resize(body.len().next_multiple_of(64), 0);
    let cipher = LessSafeKey::new(UnboundKey::new(&AES_256_GCM, &key).unwrap());
    let nonce = Nonce::try_assume_unique_for_key(&nonce).unwrap();
    cipher
        .seal_in_place_append_tag(nonce, Aad::from(&aad), &mut body)
        .unwrap();
    [&[1], ct_pq.as_ref(), &ct_t, &body].concat()
}

#[test]
fn what_another_sender_seals_is_opened() {
    let world = World::new();
    let mut opened = 0;
    for round in 0..40usize {
        let person = &world.people[round % world.people.len()];
        let place = Place::Profile {
            user: person.keys.user,
        };
        let plain = vec![round as u8; round * 20];
        let sealed = seal(person.public.kem.as_bytes(), &place, &plain);
        opened += u32::from(
            hybrid::open(&person.keys.kem, &place, &sealed).is_ok_and(|got| *got == plain),
        );
    }
    println!("vault: HPKE of a second implementation: 40 sealed there, {opened} opened here");
    assert_eq!(opened, 40);
}
