//! The same bytes by other people's code: `aes-gcm` for records, `aead-stream` for documents, published vectors.

use crate::common::{Dice, case, record_place};
use aead_stream::{DecryptorBE32, EncryptorBE32};
use aes_gcm::aead::{Aead, KeyInit, Payload};
use aes_gcm::{Aes256Gcm, Nonce};
use safeconduct_domain::id::DocumentId;
use safeconduct_vault::document::{CHUNK, Opener, Sealer};
use safeconduct_vault::place::Place;
use safeconduct_vault::record;
use safeconduct_vault::secret::Key32;
use zeroize::Zeroizing;

#[test]
fn records_are_what_aes_gcm_makes() {
    let mut dice = Dice(1);
    let mut differences = 0;
    for seq in 0..500 {
        let (key, place) = (Key32::fresh(), record_place(seq));
        let plain: Vec<u8> = (0..dice.below(2_500))
            .map(|_| dice.below(256) as u8)
            .collect();
        let sealed = record::seal(&key, &place, &plain).unwrap();
        let other = Aes256Gcm::new_from_slice(key.expose()).unwrap();
        let nonce = Nonce::try_from(&sealed[1..13]).unwrap();
        let aad = place.aad();

        // Ours opened there.
        let inner = other
            .decrypt(
                &nonce,
                Payload {
                    msg: &sealed[13..],
                    aad: &aad,
                },
            )
            .unwrap();
        let prefix = (plain.len() as u32).to_be_bytes();
        differences += u32::from(inner[..4] != prefix || inner[4..4 + plain.len()] != plain);

        // Theirs opened here.
        let theirs = other
            .encrypt(
                &nonce,
                Payload {
                    msg: &inner,
                    aad: &aad,
                },
            )
            .unwrap();
        let sealed = [&[1], nonce.as_slice(), &theirs].concat();
        let opened = record::open(&key, &place, &sealed).unwrap();
        differences += u32::from(*opened != plain);
    }
    println!("vault: records against aes-gcm: 1000 compared, {differences} differences");
    assert_eq!(differences, 0);
}

/// What `aead-stream` opens of our bytes: plaintext and padding.
fn opened_there(key: &Key32, aad: &[u8], sealed: &[u8]) -> Vec<u8> {
    let cipher = Aes256Gcm::new_from_slice(key.expose()).unwrap();
    let mut theirs = DecryptorBE32::from_aead(cipher, &sealed[1..8].try_into().unwrap());
    let chunks: Vec<&[u8]> = sealed[8..].chunks(CHUNK + 16).collect();
    let (last, earlier) = chunks.split_last().unwrap();
    let mut padded = Vec::new();
    for msg in earlier {
        padded.extend(theirs.decrypt_next(Payload { msg, aad }).unwrap());
    }
    padded.extend(theirs.decrypt_last(Payload { msg: last, aad }).unwrap());
    padded
}

/// The same bytes sealed by `aead-stream` behind the same header.
fn sealed_there(key: &Key32, aad: &[u8], header: &[u8], padded: &[u8]) -> Vec<u8> {
    let cipher = Aes256Gcm::new_from_slice(key.expose()).unwrap();
    let mut theirs = EncryptorBE32::from_aead(cipher, &header[1..8].try_into().unwrap());
    let pieces: Vec<&[u8]> = padded.chunks(CHUNK).collect();
    let (last, earlier) = pieces.split_last().unwrap();
    let mut sealed = header.to_vec();
    for msg in earlier {
        sealed.extend(theirs.encrypt_next(Payload { msg, aad }).unwrap());
    }
    sealed.extend(theirs.encrypt_last(Payload { msg: last, aad }).unwrap());
    sealed
}

#[test]
fn documents_are_what_aead_stream_makes() {
    let place = Place::Document {
        case: case(1),
        document: DocumentId::from_bytes([2; 16]),
    };
    let borders = [
        CHUNK - 1,
        CHUNK,
        CHUNK + 1,
        2 * CHUNK - 3,
        2 * CHUNK,
        2 * CHUNK + 1,
    ];
    let sizes = [0, 1, 63, 64, 1_000, 200_000].into_iter().chain(borders);
    let mut differences = 0;
    for size in sizes.clone() {
        let key = Key32::fresh();
        let plain: Vec<u8> = (0..size).map(|index| (index % 251) as u8).collect();
        let mut sealed = Vec::new();
        let mut sealer = Sealer::new(&key, &place);
        sealer.push(&plain, &mut sealed).unwrap();
        while sealer.end(&mut sealed).unwrap().is_none() {}

        let padded = opened_there(&key, &place.aad(), &sealed);
        let (start, zeros) = padded.split_at(size);
        differences += u32::from(start != plain || zeros.iter().any(|byte| *byte != 0));
        differences += u32::from(sealed_there(&key, &place.aad(), &sealed[..8], &padded) != sealed);

        let mut opened = Zeroizing::new(Vec::new());
        let mut opener = Opener::new(&key, &place, size as u64);
        opener.push(&sealed, &mut opened).unwrap();
        opener.finish(&mut opened).unwrap();
        differences += u32::from(*opened != plain);
    }
    println!(
        "vault: documents against aead-stream: {} sizes, {differences} differences",
        sizes.count()
    );
    assert_eq!(differences, 0);
}
