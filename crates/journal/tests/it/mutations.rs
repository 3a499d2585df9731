//! A database administrator at work: every change to a journal that somebody without the right key can make is found.

use crate::sample::{Journal, Numbers, Row, mac_key, signer};
use safeconduct_domain::compartment::Class;
use safeconduct_domain::id::{GroupId, UserId};
use safeconduct_journal::{Checkpoint, Header, MAC_LEN, Offence, hash};

/// Size of the journal attacked.
const ENTRIES: usize = 40;

/// What the attacker can repair after the change.
#[derive(Clone, Copy, PartialEq)]
enum Skill {
    /// Nothing.
    Plain,
    /// Positions, columns, hashes and the head, but no MAC.
    Repairs,
    /// The MACs too (the server's pepper is stolen); the checkpoints are out of reach.
    Macs,
}

type Mutation = fn(&mut Journal, &mut Numbers);

fn some_row<'a>(journal: &'a mut Journal, numbers: &mut Numbers) -> &'a mut Row {
    let at = numbers.below(journal.rows.len());
    &mut journal.rows[at]
}

/// Changes one bit, or the length, of some bytes.
fn disturb(bytes: &mut Vec<u8>, numbers: &mut Numbers) {
    match numbers.below(6) {
        0 if !bytes.is_empty() => bytes.truncate(numbers.below(bytes.len())),
        1 => bytes.push(numbers.next() as u8),
        _ if !bytes.is_empty() => {
            let bit = numbers.below(bytes.len() * 8);
            bytes[bit / 8] ^= 1 << (bit % 8);
        }
        _ => bytes.push(0),
    }
}

fn forged(numbers: &mut Numbers, at_ms: i64) -> Row {
    let mut row = numbers.entry(0, at_ms);
    row.edit(|header| header.mac = [0; MAC_LEN]);
    row
}

/// Changes the order or the number of rows.
const ROWS: [(&str, Mutation); 6] = [
    ("delete an entry", |journal, numbers| {
        let at = numbers.below(journal.rows.len());
        journal.rows.remove(at);
    }),
    ("delete several entries", |journal, numbers| {
        let (from, count) = (numbers.below(ENTRIES - 5), 2 + numbers.below(3));
        journal.rows.drain(from..from + count);
    }),
    ("truncate", |journal, numbers| {
        let keep = numbers.below(journal.rows.len());
        journal.rows.truncate(keep);
    }),
    ("repeat an entry", |journal, numbers| {
        let (from, to) = (numbers.below(ENTRIES), numbers.below(ENTRIES + 1));
        journal.rows.insert(to, journal.rows[from].clone());
    }),
    ("insert a forged entry", |journal, numbers| {
        let at = numbers.below(ENTRIES + 1);
        let row = forged(numbers, journal.rows[at.min(ENTRIES - 1)].at_ms);
        journal.rows.insert(at, row);
    }),
    ("reorder", |journal, numbers| {
        let (one, other) = (numbers.below(ENTRIES), numbers.below(ENTRIES));
        journal.rows.swap(one, other);
    }),
];

/// Changes what a row says, keeping its columns true to its header.
const HEADERS: [(&str, Mutation); 9] = [
    ("edit the time", |journal, numbers| {
        some_row(journal, numbers).edit(|h| h.at_ms += 1)
    }),
    ("edit the group", |journal, numbers| {
        let group = GroupId::from_bytes(numbers.id());
        some_row(journal, numbers).edit(|h| h.group = group);
    }),
    ("edit the actor", |journal, numbers| {
        let actor = UserId::from_bytes(numbers.id());
        some_row(journal, numbers).edit(|h| h.actor = actor);
    }),
    ("edit the class", |journal, numbers| {
        let class = Class::ALL[numbers.below(8)];
        some_row(journal, numbers).edit(|h| h.class = class);
    }),
    ("edit the scope", |journal, numbers| {
        let scope = numbers.scope();
        some_row(journal, numbers).edit(|h| h.scope = scope);
    }),
    ("replace the body and its hash", |journal, numbers| {
        let body = numbers.bytes(60);
        let row = some_row(journal, numbers);
        row.edit(|h| h.body_sha256 = hash::sha256(&body));
        row.body = body;
    }),
    ("drop the detail and its mention", |journal, numbers| {
        let row = some_row(journal, numbers);
        row.edit(|h| h.detail = None);
        row.detail = None;
    }),
    ("edit the MAC", |journal, numbers| {
        let bit = numbers.below(8 * MAC_LEN);
        some_row(journal, numbers).edit(|h| h.mac[bit / 8] ^= 1 << (bit % 8));
    }),
    ("swap bodies with their hashes", |journal, numbers| {
        let (one, other) = (numbers.below(ENTRIES), numbers.below(ENTRIES));
        let (a, b) = (journal.rows[one].clone(), journal.rows[other].clone());
        let take = |row: &mut Row, from: &Row| {
            row.edit(|h| h.body_sha256 = hash::sha256(&from.body));
            row.body = from.body.clone();
        };
        take(&mut journal.rows[one], &b);
        take(&mut journal.rows[other], &a);
    }),
];

/// Changes single columns.
const COLUMNS: [(&str, Mutation); 11] = [
    ("column seq", |journal, numbers| {
        some_row(journal, numbers).seq ^= 1 << numbers.below(64)
    }),
    ("column case", |journal, numbers| {
        let id = numbers.id().to_vec();
        let row = some_row(journal, numbers);
        row.case = match row.case.take() {
            Some(_) if numbers.below(2) == 0 => None,
            Some(mut case) => {
                disturb(&mut case, numbers);
                Some(case)
            }
            None => Some(id),
        };
    }),
    ("column group", |journal, numbers| {
        disturb(&mut some_row(journal, numbers).group, numbers)
    }),
    ("column actor", |journal, numbers| {
        disturb(&mut some_row(journal, numbers).actor, numbers)
    }),
    ("column time", |journal, numbers| {
        some_row(journal, numbers).at_ms ^= 1 << numbers.below(64)
    }),
    ("column class", |journal, numbers| {
        some_row(journal, numbers).class ^= 1 << numbers.below(64)
    }),
    ("column header", |journal, numbers| {
        disturb(&mut some_row(journal, numbers).header, numbers)
    }),
    ("column body", |journal, numbers| {
        disturb(&mut some_row(journal, numbers).body, numbers)
    }),
    ("column detail", |journal, numbers| {
        let bytes = numbers.bytes(45);
        let row = some_row(journal, numbers);
        row.detail = match row.detail.take() {
            Some(_) if numbers.below(3) == 0 => None,
            Some(mut detail) => {
                disturb(&mut detail, numbers);
                Some(detail)
            }
            None => Some(bytes),
        };
    }),
    ("swapped bodies", |journal, numbers| {
        let (one, other) = (numbers.below(ENTRIES), numbers.below(ENTRIES));
        let body = journal.rows[one].body.clone();
        journal.rows[one].body = std::mem::replace(&mut journal.rows[other].body, body);
    }),
    ("swapped headers", |journal, numbers| {
        let (one, other) = (numbers.below(ENTRIES), numbers.below(ENTRIES));
        let header = journal.rows[one].header.clone();
        journal.rows[one].header = std::mem::replace(&mut journal.rows[other].header, header);
    }),
];

/// Changes the head and the stored checkpoints.
const HEADS: [(&str, Mutation); 7] = [
    ("head size", |journal, numbers| {
        journal.size ^= 1 << numbers.below(64)
    }),
    ("head frontier", |journal, numbers| {
        disturb(&mut journal.frontier, numbers)
    }),
    ("head MAC", |journal, numbers| {
        disturb(&mut journal.mac, numbers)
    }),
    ("checkpoint byte", |journal, numbers| {
        let at = numbers.below(journal.notes.len());
        let mut bytes = journal.notes[at].clone().into_bytes();
        disturb(&mut bytes, numbers);
        journal.notes[at] = String::from_utf8_lossy(&bytes).into_owned();
    }),
    ("checkpoint order", |journal, numbers| {
        let (one, other) = (
            numbers.below(journal.notes.len()),
            numbers.below(journal.notes.len()),
        );
        journal.notes.swap(one, other);
    }),
    ("checkpoint repeated", |journal, numbers| {
        let (from, to) = (
            numbers.below(journal.notes.len()),
            numbers.below(journal.notes.len()),
        );
        journal.notes.insert(to, journal.notes[from].clone());
    }),
    ("checkpoint by another key", |journal, numbers| {
        let seed = std::array::from_fn(|_| numbers.next() as u8);
        let key = safeconduct_journal::SigningKey::from_seed(crate::sample::ORIGIN, &seed).unwrap();
        let at = numbers.below(journal.notes.len());
        journal.notes[at] = Checkpoint::sign(&journal.tree(numbers.below(ENTRIES)), &key).unwrap();
    }),
];

/// One family of changes by one attacker.
struct Attack<'a> {
    mutations: &'a [(&'static str, Mutation)],
    skill: Skill,
    /// Without it the verifier has no MAC key.
    sees_macs: bool,
    /// Without them the attacker has removed the stored checkpoints and nobody kept any.
    checkpoints: bool,
    each: usize,
}

/// How many real changes were tried, and how many the verifier passed over.
fn attack(genuine: &Journal, attack: &Attack<'_>, seed: u64) -> (usize, usize) {
    let mut numbers = Numbers(seed);
    let kept: &[String] = if attack.checkpoints {
        &genuine.notes
    } else {
        &[]
    };
    let (mut tried, mut missed) = (0, 0);
    for (name, mutate) in attack.mutations {
        for _ in 0..attack.each {
            let mut journal = genuine.clone();
            mutate(&mut journal, &mut numbers);
            if attack.skill != Skill::Plain {
                journal.repair((attack.skill == Skill::Macs).then(mac_key).as_ref());
                journal.notes.clear();
            }
            let same =
                journal == *genuine || attack.skill != Skill::Plain && journal.rows == genuine.rows;
            // What is only added after the last checkpoint no checkpoint can show: see the test below.
            if same || attack.checkpoints && journal.rows.starts_with(&genuine.rows) {
                continue;
            }
            tried += 1;
            if journal
                .verify(attack.sees_macs.then(mac_key), kept)
                .first
                .is_none()
            {
                missed += 1;
                if missed <= 3 {
                    println!("missed: {name}");
                }
            }
        }
    }
    (tried, missed)
}

#[test]
fn no_change_to_a_journal_is_missed() {
    let genuine = Journal::genuine(ENTRIES);
    assert_eq!(genuine.verify(Some(mac_key()), &genuine.notes).first, None);
    let all = |mutations, skill, sees_macs, checkpoints| Attack {
        mutations,
        skill,
        sees_macs,
        checkpoints,
        each: 150,
    };
    let attacks = [
        // The administrator of the database, with the server's own key and no checkpoint to help.
        all(&ROWS[..], Skill::Plain, true, false),
        all(&HEADERS[..], Skill::Plain, true, false),
        all(&COLUMNS[..], Skill::Plain, true, false),
        all(&HEADS[..], Skill::Plain, true, false),
        all(&ROWS[..], Skill::Repairs, true, false),
        all(&HEADERS[..], Skill::Repairs, true, false),
        // An auditor outside, who has checkpoints but no MAC key.
        all(&ROWS[..], Skill::Repairs, false, true),
        all(&HEADERS[..], Skill::Repairs, false, true),
        // Whoever stole the server's key, against checkpoints kept elsewhere.
        all(&ROWS[..], Skill::Macs, true, true),
        all(&HEADERS[..], Skill::Macs, true, true),
    ];
    let (mut tried, mut missed) = (0, 0);
    for (seed, one) in attacks.iter().enumerate() {
        let (more_tried, more_missed) = attack(&genuine, one, seed as u64);
        tried += more_tried;
        missed += more_missed;
    }
    println!("changes to a journal: tried {tried}, missed {missed}");
    assert!(tried >= 10_000, "only {tried} tried");
    assert_eq!(missed, 0);
}

#[test]
fn control_a_verifier_without_keys_misses_what_only_keys_can_show() {
    let genuine = Journal::genuine(ENTRIES);
    let blind = Attack {
        mutations: &ROWS,
        skill: Skill::Macs,
        sees_macs: true,
        checkpoints: false,
        each: 20,
    };
    let (tried, missed) = attack(&genuine, &blind, 1);
    println!("control, MAC key stolen and no checkpoint kept: tried {tried}, missed {missed}");
    assert!(missed > tried / 2, "the count of misses does not count");
    let blind = Attack {
        mutations: &HEADERS,
        skill: Skill::Repairs,
        sees_macs: false,
        checkpoints: false,
        each: 20,
    };
    let (tried, missed) = attack(&genuine, &blind, 2);
    println!("control, no MAC key and no checkpoint: tried {tried}, missed {missed}");
    assert!(missed > tried / 2, "the count of misses does not count");
}

#[test]
fn a_journal_set_back_to_an_earlier_genuine_state_is_found_by_any_later_checkpoint() {
    let genuine = Journal::genuine(ENTRIES);
    let (mut tried, mut missed) = (0, 0);
    for keep in 0..ENTRIES {
        let mut earlier = genuine.clone();
        earlier.rows.truncate(keep);
        earlier.repair_head(Some(&mac_key()));
        earlier.notes.clear();
        assert_eq!(
            earlier.verify(Some(mac_key()), &[]).first,
            None,
            "it was genuine once"
        );
        for note in &genuine.notes {
            if Checkpoint::open(note, signer().verifying_key())
                .unwrap()
                .size
                > keep as u64
            {
                tried += 1;
                missed += usize::from(
                    earlier
                        .verify(Some(mac_key()), std::slice::from_ref(note))
                        .first
                        .is_none(),
                );
            }
        }
    }
    println!("journals set back: tried {tried}, missed {missed}");
    assert!(tried > 50);
    assert_eq!(missed, 0);
}

#[test]
fn after_the_last_checkpoint_the_macs_alone_speak_and_the_report_says_where_that_begins() {
    let genuine = Journal::genuine(ENTRIES);
    let mut longer = genuine.clone();
    let last = longer.rows[ENTRIES - 1].at_ms;
    longer.rows.push(forged(&mut Numbers(1), last));
    longer.repair(None);
    let report = longer.verify(None, &genuine.notes);
    assert_eq!(
        (report.first, report.entries, report.covered),
        (None, 41, 40)
    );
    let report = longer.verify(Some(mac_key()), &genuine.notes);
    assert_eq!(report.first, Some(Offence::Mac { seq: 40 }));
}

#[test]
fn every_bit_of_every_header_counts() {
    let genuine = Journal::genuine(12);
    let (mut tried, mut missed) = (0, 0);
    for at in 0..genuine.rows.len() {
        for bit in 0..genuine.rows[at].header.len() * 8 {
            let mut journal = genuine.clone();
            journal.rows[at].header[bit / 8] ^= 1 << (bit % 8);
            // Everything that needs no key follows, so that only the format and the MAC can tell.
            if let Ok(header) = Header::from_bytes(&journal.rows[at].header) {
                let row = &journal.rows[at];
                journal.rows[at] = Row::new(&header, row.body.clone(), row.detail.clone());
            }
            journal.repair_head(None);
            journal.notes.clear();
            tried += 1;
            missed += usize::from(journal.verify(Some(mac_key()), &[]).first.is_none());
        }
    }
    println!("bits of headers flipped: tried {tried}, missed {missed}");
    assert!(tried > 10_000);
    assert_eq!(missed, 0);
}
