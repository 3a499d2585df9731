//! One value, one spelling: headers and frontiers in bytes, and the MACs over them.

use crate::sample::{Numbers, mac_key};
use proptest::prelude::*;
use safeconduct_domain::compartment::{Class, Compartment};
use safeconduct_domain::id::{CaseId, CourierId, GroupId, UserId};
use safeconduct_journal::{
    Checkpoint, Detail, Frontier, Header, MAC_LEN, MacKey, Malformed, Scope, SigningKey, hash,
};

fn header(seed: u64, seq: u64, at_ms: i64) -> Header {
    let mut header = Numbers(seed).entry(0, at_ms).header();
    header.seq = seq >> 1;
    header.signed(&mac_key())
}

/// The header printed in `docs/formats.md`.
fn example() -> Header {
    Header {
        seq: 258,
        at_ms: 1_792_000_000_123,
        group: GroupId::from_bytes([0x11; 16]),
        actor: UserId::from_bytes([0x22; 16]),
        class: Class::Decision,
        scope: Scope::Case {
            case: CaseId::from_bytes([0x33; 16]),
            compartment: Compartment::Core,
            version: 7,
        },
        body_sha256: [0x44; 32],
        detail: Some(Detail {
            courier: CourierId::from_bytes([0x55; 16]),
            sha256: [0x66; 32],
        }),
        mac: [0; MAC_LEN],
    }
    .signed(&MacKey::from_bytes(&[0x77; 32]))
}

#[test]
fn the_examples_of_the_format_page() {
    let header = example();
    let mut frontier = Frontier::new();
    (0..3_u8).for_each(|leaf| frontier.push([leaf; 32]));
    let head = MacKey::from_bytes(&[0x77; 32]).head(&frontier);
    let key = SigningKey::from_seed("safeconduct.example/journal", &[0x88; 32]).unwrap();
    let told = [
        hex::encode(header.unsigned_bytes()),
        hex::encode(header.mac),
        hex::encode(header.leaf()),
        hex::encode(frontier.to_bytes()),
        hex::encode(head),
        key.verifying_key().to_vkey(),
        Checkpoint::sign(&frontier, &key).unwrap(),
    ];
    let page = include_str!("../../../../docs/formats.md").replace(['\n', ' '], "");
    for value in told {
        assert!(
            page.contains(&value.replace(['\n', ' '], "")),
            "not on the page:\n{value}"
        );
    }
}

#[test]
fn shortest_and_longest_header() {
    let mut header = example();
    let courier = CourierId::from_bytes([1; 16]);
    header.scope = Scope::Courier {
        courier,
        to: header.group,
        case: Some(CaseId::from_bytes([2; 16])),
    };
    assert_eq!(header.to_bytes().len(), 213);
    header.scope = Scope::Directory;
    header.detail = None;
    assert_eq!(header.to_bytes().len(), 116);
}

#[test]
fn wrong_codes_are_named() {
    let bytes = example().to_bytes();
    for (at, byte, why) in [
        (0, 0, Malformed::Format),
        (1, 0x80, Malformed::Range("position")),
        (49, 9, Malformed::Code("class")),
        (50, 0, Malformed::Code("scope")),
        (67, 6, Malformed::Code("compartment")),
        (104, 2, Malformed::Code("detail flag")),
    ] {
        let mut bad = bytes.clone();
        bad[at] = byte;
        assert_eq!(Header::from_bytes(&bad), Err(why), "byte {at}");
    }
    assert_eq!(Header::from_bytes(&[]), Err(Malformed::Short));
}

#[test]
fn frontier_bytes_are_strict() {
    for size in 0..70_u64 {
        let mut frontier = Frontier::new();
        (0..size).for_each(|leaf| frontier.push(hash::leaf(&leaf.to_be_bytes())));
        let bytes = frontier.to_bytes();
        assert_eq!(bytes.len(), 9 + 32 * size.count_ones() as usize);
        assert_eq!(Frontier::from_bytes(&bytes).unwrap(), frontier);
        for at in 0..bytes.len() {
            assert_eq!(Frontier::from_bytes(&bytes[..at]), Err(Malformed::Short));
        }
        assert_eq!(
            Frontier::from_bytes(&[&bytes[..], &[0]].concat()),
            Err(Malformed::Long)
        );
    }
    assert_eq!(Frontier::from_bytes(&[2]), Err(Malformed::Format));
    assert_eq!(
        Frontier::from_bytes(&[1, 0x80, 0, 0, 0, 0, 0, 0, 0]),
        Err(Malformed::Range("size"))
    );
    let mut largest = vec![1, 0x7f, 255, 255, 255, 255, 255, 255, 255];
    largest.extend([9; 32 * 63]);
    let mut frontier = Frontier::from_bytes(&largest).unwrap();
    frontier.push([1; 32]);
    assert_eq!(frontier.size(), 1 << 63);
}

#[test]
fn keys_do_not_print_and_do_not_mix() {
    assert_eq!(format!("{:?}", mac_key()), "MacKey(…)");
    let (ours, theirs) = (mac_key(), MacKey::from_bytes(&[1; 32]));
    let header = header(1, 2, 3);
    assert!(ours.verify_entry(&header) && !theirs.verify_entry(&header));
    let tree = Frontier::new();
    assert!(ours.verify_head(&tree, &ours.head(&tree)));
    assert!(
        !ours.verify_head(&tree, &theirs.head(&tree))
            && !ours.verify_head(&tree, &ours.head(&tree)[..31])
    );
}

proptest! {
    #[test]
    fn headers_round_trip(seed: u64, seq: u64, at_ms: i64) {
        let header = header(seed, seq, at_ms);
        let bytes = header.to_bytes();
        prop_assert_eq!(&Header::from_bytes(&bytes).unwrap(), &header);
        prop_assert_eq!(header.leaf(), hash::leaf(&bytes));
        prop_assert!(mac_key().verify_entry(&header));
        for at in 0..bytes.len() {
            prop_assert!(Header::from_bytes(&bytes[..at]).is_err());
        }
        prop_assert_eq!(Header::from_bytes(&[&bytes[..], &[0]].concat()), Err(Malformed::Long));
    }

    #[test]
    fn whatever_is_accepted_is_canonical(seed: u64, changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6)) {
        let mut bytes = header(seed, seed, 0).to_bytes();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Ok(header) = Header::from_bytes(&bytes) {
            prop_assert_eq!(header.to_bytes(), bytes);
        }
    }

    #[test]
    fn arbitrary_bytes_end_in_an_answer(mut bytes in prop::collection::vec(any::<u8>(), 0..300), format in 0..3_u8) {
        if let Some(first) = bytes.first_mut() {
            *first = format;
        }
        if let Ok(header) = Header::from_bytes(&bytes) {
            prop_assert_eq!(&header.to_bytes(), &bytes);
        }
        if let Ok(frontier) = Frontier::from_bytes(&bytes) {
            prop_assert_eq!(&frontier.to_bytes(), &bytes);
        }
    }
}
