//! Each offence by name and place, and what a clean report says.

use crate::sample::{Journal, mac_key, signer};
use safeconduct_journal::note::NoteError;
use safeconduct_journal::offence::Column;
use safeconduct_journal::{
    Checkpoint, Frontier, Head, Malformed, Offence, Report, SigningKey, Verifier, hash,
};

fn first(journal: &Journal) -> Offence {
    journal
        .verify(Some(mac_key()), &[])
        .first
        .expect("an offence")
}

/// The first offence after a change to a journal of 25 entries.
fn after(change: impl FnOnce(&mut Journal)) -> Offence {
    let mut journal = Journal::genuine(25);
    change(&mut journal);
    first(&journal)
}

#[test]
fn a_genuine_journal_is_clean() {
    for size in [0, 1, 2, 9, 10, 25, 64] {
        let journal = Journal::genuine(size);
        let report = journal.verify(Some(mac_key()), &journal.notes[..journal.notes.len() / 2]);
        let checkpoints = journal.notes.len() + journal.notes.len() / 2;
        assert_eq!(
            report,
            Report {
                entries: size as u64,
                root: journal.tree(size).root(),
                checkpoints: checkpoints as u64,
                covered: size as u64,
                macs: true,
                first: None,
            }
        );
        assert!(!journal.verify(None, &[]).macs);
    }
}

#[test]
fn offences_in_the_order_of_rows() {
    assert_eq!(
        after(|j| drop(j.rows.remove(7))),
        Offence::Position {
            expected: 7,
            found: 8
        }
    );
    assert_eq!(
        after(|j| j.rows.swap(3, 4)),
        Offence::Position {
            expected: 3,
            found: 4
        }
    );
    assert_eq!(
        after(|j| j.rows[0].seq = -1),
        Offence::Position {
            expected: 0,
            found: -1
        }
    );
    assert_eq!(
        after(|j| {
            j.notes.clear();
            j.rows.truncate(20);
        }),
        Offence::HeadSize {
            entries: 20,
            head: 25
        }
    );
    assert_eq!(
        after(|j| j.rows.truncate(20)),
        Offence::CheckpointBeyond {
            size: 25,
            entries: 20
        }
    );
}

#[test]
fn offences_in_a_row() {
    assert_eq!(
        after(|j| j.rows[5].header[0] = 2),
        Offence::Header {
            seq: 5,
            why: Malformed::Format
        }
    );
    assert_eq!(
        after(|j| j.rows[5].header.push(0)),
        Offence::Header {
            seq: 5,
            why: Malformed::Long
        }
    );
    assert_eq!(
        after(|j| j.rows[5].header[8] ^= 1),
        Offence::Column {
            seq: 5,
            column: Column::Seq
        }
    );
    assert_eq!(
        after(|j| j.rows[5].case = Some(vec![])),
        Offence::Column {
            seq: 5,
            column: Column::Case
        }
    );
    assert_eq!(
        after(|j| j.rows[5].group.truncate(15)),
        Offence::Column {
            seq: 5,
            column: Column::Group
        }
    );
    assert_eq!(
        after(|j| j.rows[5].actor[0] ^= 1),
        Offence::Column {
            seq: 5,
            column: Column::Actor
        }
    );
    assert_eq!(
        after(|j| j.rows[5].at_ms += 1),
        Offence::Column {
            seq: 5,
            column: Column::At
        }
    );
    assert_eq!(
        after(|j| j.rows[5].class += 256),
        Offence::Column {
            seq: 5,
            column: Column::Class
        }
    );
    assert_eq!(
        after(|j| j.rows[5].edit(|h| h.mac[0] ^= 1)),
        Offence::Mac { seq: 5 }
    );
    assert_eq!(after(|j| j.rows[5].body.push(0)), Offence::Body { seq: 5 });
    let named = Journal::genuine(25)
        .rows
        .iter()
        .position(|row| row.detail.is_some())
        .unwrap();
    assert_eq!(
        after(|j| j.rows[named].detail = None),
        Offence::Detail { seq: named as u64 }
    );
    let unnamed = Journal::genuine(25)
        .rows
        .iter()
        .position(|row| row.detail.is_none())
        .unwrap();
    assert_eq!(
        after(|j| j.rows[unnamed].detail = Some(vec![])),
        Offence::Detail {
            seq: unnamed as u64
        }
    );
    let backwards = after(|j| {
        let before = j.rows[4].at_ms;
        j.rows[5].edit(|h| {
            h.at_ms = before - 1;
            h.mac = mac_key().entry(h);
        });
    });
    assert!(
        matches!(backwards, Offence::Clock { seq: 5, at_ms, before_ms } if at_ms == before_ms - 1)
    );
}

#[test]
fn offences_in_the_head() {
    assert_eq!(
        after(|j| j.size = -25),
        Offence::HeadSize {
            entries: 25,
            head: -25
        }
    );
    assert_eq!(
        after(|j| j.frontier[12] ^= 1),
        Offence::HeadFrontier { entries: 25 }
    );
    assert_eq!(
        after(|j| j.frontier.clear()),
        Offence::HeadFrontier { entries: 25 }
    );
    assert_eq!(after(|j| j.mac[31] ^= 1), Offence::HeadMac { entries: 25 });
    assert_eq!(after(|j| j.mac.clear()), Offence::HeadMac { entries: 25 });
}

#[test]
fn offences_in_checkpoints() {
    let other = SigningKey::from_seed(crate::sample::ORIGIN, &[1; 32]).unwrap();
    let unsigned = Checkpoint::sign(&Frontier::new(), &other).unwrap();
    assert_eq!(
        after(|j| j.notes[1] = unsigned),
        Offence::Note {
            number: 2,
            why: NoteError::Unsigned
        }
    );
    assert_eq!(
        after(|j| j.notes.swap(0, 1)),
        Offence::CheckpointOrder {
            size: 10,
            before: 20
        }
    );
    assert_eq!(
        after(|j| j.notes.insert(0, j.notes[0].clone())),
        Offence::CheckpointOrder {
            size: 10,
            before: 10
        }
    );
    let mut strange = Frontier::new();
    (0..10).for_each(|_| strange.push(hash::leaf(b"strange")));
    let strange = Checkpoint::sign(&strange, &signer()).unwrap();
    assert_eq!(
        after(|j| j.notes[0] = strange.clone()),
        Offence::CheckpointRoot { size: 10 }
    );
    let forked = Journal::genuine(25).verify(Some(mac_key()), &[strange]);
    assert_eq!(forked.first, Some(Offence::Fork { size: 10 }));
}

#[test]
fn checkpoints_may_come_between_entries_but_not_after_theirs() {
    let journal = Journal::genuine(25);
    let run = |delay: usize| {
        let mut verifier = Verifier::new(None, signer().verifying_key().clone());
        let mut notes = journal.notes.iter();
        for (seq, row) in journal.rows.iter().enumerate() {
            if seq > delay && (seq - delay).is_multiple_of(10) {
                verifier.checkpoint(notes.next().unwrap());
            }
            verifier.entry(&row.stored());
        }
        notes.for_each(|note| _ = verifier.checkpoint(note));
        verifier.finish(&Head {
            size: journal.size,
            frontier: &journal.frontier,
            mac: &journal.mac,
        })
    };
    assert_eq!((run(0).checkpoints, run(0).first), (3, None));
    assert_eq!(
        run(1).first,
        Some(Offence::CheckpointLate {
            size: 10,
            entries: 11
        })
    );
}

#[test]
fn one_row_is_checked_by_itself() {
    let journal = Journal::genuine(3);
    let mut row = journal.rows[2].clone();
    assert_eq!(row.stored().check(Some(&mac_key())), Ok(row.header()));
    row.edit(|h| h.at_ms += 1);
    assert_eq!(row.stored().check(None), Ok(row.header()));
    assert_eq!(
        row.stored().check(Some(&mac_key())),
        Err(Offence::Mac { seq: 2 })
    );
    row.seq = -1;
    let told = Offence::Column {
        seq: 0,
        column: Column::Seq,
    };
    assert_eq!(row.stored().check(None), Err(told));
}

#[test]
fn after_an_offence_nothing_more_is_read() {
    let journal = Journal::genuine(25);
    let mut verifier = Verifier::new(Some(mac_key()), signer().verifying_key().clone());
    assert!(verifier.entry(&journal.rows[0].stored()));
    assert!(!verifier.entry(&journal.rows[2].stored()));
    assert!(!verifier.entry(&journal.rows[1].stored()));
    let report = verifier.finish(&Head {
        size: 25,
        frontier: &journal.frontier,
        mac: &journal.mac,
    });
    assert_eq!(
        (report.entries, report.first),
        (
            1,
            Some(Offence::Position {
                expected: 1,
                found: 2
            })
        )
    );
}

#[test]
fn offences_read_as_sentences() {
    let told: Vec<String> = [
        Offence::Position {
            expected: 7,
            found: 9,
        },
        Offence::Header {
            seq: 7,
            why: Malformed::Code("class"),
        },
        Offence::Column {
            seq: 7,
            column: Column::Actor,
        },
        Offence::Clock {
            seq: 7,
            at_ms: 5,
            before_ms: 6,
        },
        Offence::Note {
            number: 2,
            why: NoteError::Unsigned,
        },
    ]
    .iter()
    .map(ToString::to_string)
    .collect();
    assert_eq!(
        told,
        [
            "entry 7 is missing: entry 9 stands in its place",
            "entry 7: the header cannot be read: unknown class",
            "entry 7: the column for the actor differs from the header",
            "entry 7: the clock goes back, from 6 to 5",
            "checkpoint number 2, in the order given: not signed by the expected key",
        ]
    );
}
