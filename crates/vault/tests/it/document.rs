//! Documents: any size in any pieces, bounded memory, and attack 5 on them.

use crate::common::{Dice, Tally, case};
use proptest::prelude::*;
use safeconduct_domain::id::DocumentId;
use safeconduct_vault::document::{CHUNK, Opener, Sealed, Sealer};
use safeconduct_vault::place::Place;
use safeconduct_vault::secret::Key32;
use zeroize::Zeroizing;

fn place(number: u8) -> Place {
    Place::Document {
        case: case(1),
        document: DocumentId::from_bytes([number; 16]),
    }
}

fn seal(key: &Key32, plain: &[u8], piece: usize) -> (Vec<u8>, Sealed) {
    let mut sealer = Sealer::new(key, &place(1));
    let mut out = Vec::new();
    for piece in plain.chunks(piece.max(1)) {
        sealer.push(piece, &mut out).unwrap();
    }
    loop {
        if let Some(sealed) = sealer.end(&mut out).unwrap() {
            return (out, sealed);
        }
    }
}

fn open(key: &Key32, place: &Place, len: u64, sealed: &[u8], piece: usize) -> Option<Vec<u8>> {
    let mut opener = Opener::new(key, place, len);
    let mut out = Zeroizing::new(Vec::with_capacity(sealed.len()));
    for piece in sealed.chunks(piece.max(1)) {
        opener.push(piece, &mut out).ok()?;
    }
    opener.finish(&mut out).ok()?;
    Some(std::mem::take(&mut *out))
}

/// Lengths around the borders of chunks.
fn lengths() -> impl Strategy<Value = usize> {
    prop_oneof![
        0usize..3_000,
        (0usize..4, 0usize..40).prop_map(|(chunks, off)| (chunks * CHUNK + off).saturating_sub(20))
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_size_in_any_pieces(len in lengths(), write in 1usize..200_000, read in 1usize..200_000) {
        let key = Key32::fresh();
        let plain: Vec<u8> = (0..len).map(|index| (index % 253) as u8).collect();
        let (bytes, sealed) = seal(&key, &plain, write);
        prop_assert_eq!(sealed.plain_len, len as u64);
        prop_assert_eq!(sealed.sealed_len, bytes.len() as u64);
        let digest = aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, &bytes);
        prop_assert_eq!(sealed.sha256.as_slice(), digest.as_ref());
        prop_assert_eq!(open(&key, &place(1), len as u64, &bytes, read), Some(plain));
    }
}

#[test]
fn memory_is_bounded_while_a_large_document_passes() {
    let key = Key32::fresh();
    let mut sealer = Sealer::new(&key, &place(1));
    let mut opener = None;
    let total = 40 * 1024 * 1024 + 17;
    let piece = vec![3u8; 1_000_003];
    let (mut out, mut plain, mut most, mut opened) = (Vec::new(), Zeroizing::new(Vec::new()), 0, 0);
    let mut left = total;
    loop {
        let sealed = if left > 0 {
            let now = left.min(piece.len());
            sealer.push(&piece[..now], &mut out).unwrap();
            left -= now;
            None
        } else {
            sealer.end(&mut out).unwrap()
        };
        most = most.max(out.capacity());
        let opener = opener.get_or_insert_with(|| Opener::new(&key, &place(1), total as u64));
        opener.push(&out, &mut plain).unwrap();
        opened += plain.len();
        out.clear();
        plain.clear();
        if let Some(sealed) = sealed {
            assert_eq!(sealed.plain_len, total as u64);
            assert!(sealed.sealed_len < total as u64 * 112 / 100);
            break;
        }
    }
    opener.unwrap().finish(&mut plain).unwrap();
    assert_eq!(opened + plain.len(), total);
    assert!(most < 4 * 1024 * 1024, "{most}");
}

#[test]
fn altered_documents() {
    let key = Key32::fresh();
    let plain: Vec<u8> = (0..CHUNK * 2 + 5_000)
        .map(|index| (index % 249) as u8)
        .collect();
    let len = plain.len() as u64;
    let (bytes, _) = seal(&key, &plain, 10_000);
    let mut tally = Tally::new("altered documents", "accepted");
    tally.control(open(&key, &place(1), len, &bytes, CHUNK) == Some(plain.clone()));
    let mut attempt =
        |bytes: &[u8]| tally.attempt(open(&key, &place(1), len, bytes, CHUNK).is_some());

    // All of the header and of the tags, and bits drawn from the rest.
    let mut altered = bytes.clone();
    let ends = [8 + CHUNK + 16, 8 + 2 * (CHUNK + 16), bytes.len()];
    let mut dice = Dice(3);
    let drawn: Vec<usize> = (0..3_000).map(|_| dice.below(bytes.len())).collect();
    for index in (0..8)
        .chain(ends.into_iter().flat_map(|end| end - 16..end))
        .chain(drawn)
    {
        for bit in [dice.below(8), 7] {
            altered[index] ^= 1 << bit;
            attempt(&altered);
            altered[index] ^= 1 << bit;
        }
    }
    for cut in (0..40).chain(
        ends.into_iter()
            .flat_map(|end| end - 20..(end + 20).min(bytes.len())),
    ) {
        attempt(&bytes[..cut.min(bytes.len() - 1)]);
    }
    for _ in 0..500 {
        attempt(&bytes[..dice.below(bytes.len())]);
    }
    // Chunks left out, doubled, exchanged.
    let (header, body) = bytes.split_at(8);
    let chunks: Vec<&[u8]> = body.chunks(CHUNK + 16).collect();
    for order in [
        [0, 0, 2],
        [1, 0, 2],
        [0, 2, 1],
        [2, 1, 0],
        [1, 1, 2],
        [0, 1, 1],
    ] {
        attempt(&[header, &order.map(|index| chunks[index]).concat()].concat());
    }
    attempt(&[header, chunks[0], chunks[2]].concat());
    attempt(&[header, chunks[1], chunks[2]].concat());
    attempt(&[header, chunks[2]].concat());
    attempt(&[&bytes, chunks[2]].concat());
    attempt(&[&bytes, &[0][..]].concat());
    tally.finish(6_000);
}

#[test]
fn another_key_place_or_length_opens_nothing() {
    let key = Key32::fresh();
    let plain = vec![1; 100_000];
    let (bytes, _) = seal(&key, &plain, 4_000);
    let mut tally = Tally::new("documents under another key, place, length", "opened");
    tally.control(open(&key, &place(1), 100_000, &bytes, CHUNK).is_some());
    for number in 2..=255 {
        tally.attempt(open(&key, &place(number), 100_000, &bytes, CHUNK).is_some());
        tally.attempt(open(&Key32::fresh(), &place(1), 100_000, &bytes, CHUNK).is_some());
        tally.attempt(open(&key, &place(1), 100_000 - u64::from(number), &bytes, CHUNK).is_some());
        tally.attempt(
            open(
                &key,
                &place(1),
                100_000 + 4_000 + u64::from(number),
                &bytes,
                CHUNK,
            )
            .is_some(),
        );
    }
    tally.finish(1_000);
}

#[test]
fn a_sealer_takes_nothing_after_the_end() {
    let mut sealer = Sealer::new(&Key32::fresh(), &place(1));
    let mut out = Vec::new();
    assert!(sealer.end(&mut out).unwrap().is_some());
    assert!(sealer.push(b"more", &mut out).is_err());
    assert!(sealer.end(&mut out).is_err());
}
