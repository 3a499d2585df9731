//! The whole journal, checked in one pass and O(log n) memory besides the checkpoints.
//!
//! Give the checkpoints first, the entries in order of their position, the head last:
//!
//! ```
//! # use safeconduct_journal::{Checkpoint, Frontier, Head, MacKey, SigningKey, Verifier};
//! # let key = SigningKey::from_seed("safeconduct.example/journal", &[7; 32])?;
//! # let mac = MacKey::from_bytes(&[9; 32]);
//! # let note = Checkpoint::sign(&Frontier::new(), &key)?;
//! let mut verifier = Verifier::new(Some(mac.clone()), key.verifying_key().clone());
//! verifier.checkpoint(&note);
//! // for each row: if !verifier.entry(&row) { break }
//! let frontier = Frontier::new();
//! let report = verifier.finish(&Head { size: 0, frontier: &frontier.to_bytes(), mac: &mac.head(&frontier) });
//! assert_eq!(report.first, None);
//! # Ok::<(), safeconduct_journal::note::NoteError>(())
//! ```

use crate::checkpoint::Checkpoint;
use crate::frontier::Frontier;
use crate::hash::{self, Hash};
use crate::header::Header;
use crate::mac::MacKey;
use crate::note::VerifyingKey;
use crate::offence::{Column, Offence};
use std::collections::BTreeMap;

/// A row of the journal's table, as it stands there: nothing converted, so that nothing is overlooked.
#[derive(Debug, Clone, Copy)]
pub struct Stored<'a> {
    /// Column `seq`.
    pub seq: i64,
    /// Column `case_id`: the 16 bytes.
    pub case: Option<&'a [u8]>,
    /// Column `group_id`: the 16 bytes.
    pub group: &'a [u8],
    /// Column `actor_id`: the 16 bytes.
    pub actor: &'a [u8],
    /// Column `at_ms`.
    pub at_ms: i64,
    /// Column `class`: the code.
    pub class: i64,
    /// Column `header`: the canonical bytes.
    pub header: &'a [u8],
    /// Column `body`: the sealed bytes.
    pub body: &'a [u8],
    /// Column `detail`: the sealed bytes for the auditors.
    pub detail: Option<&'a [u8]>,
}

impl Stored<'_> {
    /// The header of this row, if the row is right in itself: canonical header, MAC (if a key is given), columns, body
    /// and detail. Whoever reads one entry checks this; that none is missing, only a [`Verifier`] can tell.
    pub fn check(&self, mac: Option<&MacKey>) -> Result<Header, Offence> {
        let seq = u64::try_from(self.seq).unwrap_or_default();
        let header = Header::from_bytes(self.header).map_err(|why| Offence::Header { seq, why })?;
        if let Some(column) = self.differing_column(&header) {
            return Err(Offence::Column { seq, column });
        }
        if mac.is_some_and(|key| !key.verify_entry(&header)) {
            return Err(Offence::Mac { seq });
        }
        if hash::sha256(self.body) != header.body_sha256 {
            return Err(Offence::Body { seq });
        }
        if self.detail.map(hash::sha256) != header.detail.map(|detail| detail.sha256) {
            return Err(Offence::Detail { seq });
        }
        Ok(header)
    }

    /// The first column that tells another story than the header.
    fn differing_column(&self, header: &Header) -> Option<Column> {
        let case = header.case();
        let same = [
            (Column::Seq, i64::try_from(header.seq) == Ok(self.seq)),
            (
                Column::Case,
                self.case == case.as_ref().map(|case| case.as_bytes().as_slice()),
            ),
            (Column::Group, self.group == header.group.as_bytes()),
            (Column::Actor, self.actor == header.actor.as_bytes()),
            (Column::At, self.at_ms == header.at_ms),
            (Column::Class, self.class == i64::from(header.class.code())),
        ];
        same.into_iter()
            .find_map(|(column, same)| (!same).then_some(column))
    }
}

/// The head row, as it stands there.
#[derive(Debug, Clone, Copy)]
pub struct Head<'a> {
    /// Column `size`.
    pub size: i64,
    /// Column `frontier`.
    pub frontier: &'a [u8],
    /// Column `mac`.
    pub mac: &'a [u8],
}

/// What a verification found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// How many entries were found right, from the first one on.
    pub entries: u64,
    /// The root of these entries.
    pub root: Hash,
    /// How many checkpoints were found right.
    pub checkpoints: u64,
    /// The size of the largest of them. Entries from here on are vouched for by the MACs alone.
    pub covered: u64,
    /// Whether there was a key to check the MACs with.
    pub macs: bool,
    /// The first offence, if there is one.
    pub first: Option<Offence>,
}

/// Checks a journal as it is read. After the first offence it looks at nothing more.
#[derive(Debug)]
pub struct Verifier {
    mac: Option<MacKey>,
    key: VerifyingKey,
    frontier: Frontier,
    clock: i64,
    /// Checkpoints whose entries are still to come.
    waiting: BTreeMap<u64, Waiting>,
    notes: u64,
    last_stored: Option<u64>,
    checkpoints: u64,
    covered: u64,
    first: Option<Offence>,
}

/// A root that is claimed for a size, and how many notes claim it.
#[derive(Debug)]
struct Waiting {
    root: Hash,
    notes: u64,
}

impl Verifier {
    /// Nothing read yet. Without the MAC key (an auditor outside has none) the MACs are not checked, and only
    /// checkpoints speak against whoever can rewrite the whole database.
    #[must_use]
    pub const fn new(mac: Option<MacKey>, key: VerifyingKey) -> Self {
        Self {
            mac,
            key,
            frontier: Frontier::new(),
            clock: i64::MIN,
            waiting: BTreeMap::new(),
            notes: 0,
            last_stored: None,
            checkpoints: 0,
            covered: 0,
            first: None,
        }
    }

    /// A checkpoint stored beside the journal. Give them in the order they were stored, each before the first entry it
    /// does not cover; sizes must grow. Returns false once anything is wrong.
    pub fn checkpoint(&mut self, note: &str) -> bool {
        self.step(|this| {
            let size = this.note(note)?;
            if let Some(before) = this
                .last_stored
                .replace(size)
                .filter(|before| *before >= size)
            {
                return Err(Offence::CheckpointOrder { size, before });
            }
            Ok(())
        })
    }

    /// A checkpoint somebody else has kept. In any order, each before the first entry it does not cover. Returns false
    /// once anything is wrong.
    pub fn kept_checkpoint(&mut self, note: &str) -> bool {
        self.step(|this| this.note(note).map(drop))
    }

    /// The next entry. Returns false once anything is wrong: the caller may stop reading and go to
    /// [`finish`](Self::finish).
    pub fn entry(&mut self, stored: &Stored<'_>) -> bool {
        self.step(|this| {
            let header = this.header(stored)?;
            this.frontier.push(hash::leaf(stored.header));
            this.clock = header.at_ms;
            this.arrive()
        })
    }

    /// The head, and what came of it all.
    #[must_use]
    pub fn finish(mut self, head: &Head<'_>) -> Report {
        self.step(|this| this.head(head));
        Report {
            entries: self.frontier.size(),
            root: self.frontier.root(),
            checkpoints: self.checkpoints,
            covered: self.covered,
            macs: self.mac.is_some(),
            first: self.first,
        }
    }

    /// Does one step unless something is wrong already, and remembers what it finds.
    fn step(&mut self, check: impl FnOnce(&mut Self) -> Result<(), Offence>) -> bool {
        if self.first.is_none() {
            self.first = check(self).err();
        }
        self.first.is_none()
    }

    /// Opens a note and remembers what it claims.
    fn note(&mut self, note: &str) -> Result<u64, Offence> {
        self.notes = self.notes.saturating_add(1);
        let Checkpoint { size, root, .. } =
            Checkpoint::open(note, &self.key).map_err(|why| Offence::Note {
                number: self.notes,
                why,
            })?;
        let entries = self.frontier.size();
        if size < entries {
            return Err(Offence::CheckpointLate { size, entries });
        }
        let waiting = self
            .waiting
            .entry(size)
            .or_insert(Waiting { root, notes: 0 });
        if waiting.root != root {
            return Err(Offence::Fork { size });
        }
        waiting.notes = waiting.notes.saturating_add(1);
        self.arrive()?;
        Ok(size)
    }

    /// Checks the claims about the size just reached.
    fn arrive(&mut self) -> Result<(), Offence> {
        let size = self.frontier.size();
        let Some(claim) = self
            .waiting
            .first_entry()
            .filter(|claim| *claim.key() == size)
        else {
            return Ok(());
        };
        let claim = claim.remove();
        if claim.root != self.frontier.root() {
            return Err(Offence::CheckpointRoot { size });
        }
        self.checkpoints = self.checkpoints.saturating_add(claim.notes);
        self.covered = size;
        Ok(())
    }

    /// Everything about an entry that can be told from its row, its turn and the entry before.
    fn header(&self, stored: &Stored<'_>) -> Result<Header, Offence> {
        let seq = self.frontier.size();
        if u64::try_from(stored.seq) != Ok(seq) {
            return Err(Offence::Position {
                expected: seq,
                found: stored.seq,
            });
        }
        let header = stored.check(self.mac.as_ref())?;
        if header.at_ms < self.clock {
            return Err(Offence::Clock {
                seq,
                at_ms: header.at_ms,
                before_ms: self.clock,
            });
        }
        Ok(header)
    }

    fn head(&self, head: &Head<'_>) -> Result<(), Offence> {
        let entries = self.frontier.size();
        if let Some((&size, _)) = self.waiting.first_key_value() {
            return Err(Offence::CheckpointBeyond { size, entries });
        }
        if u64::try_from(head.size) != Ok(entries) {
            return Err(Offence::HeadSize {
                entries,
                head: head.size,
            });
        }
        if head.frontier != self.frontier.to_bytes() {
            return Err(Offence::HeadFrontier { entries });
        }
        if self
            .mac
            .as_ref()
            .is_some_and(|key| !key.verify_head(&self.frontier, head.mac))
        {
            return Err(Offence::HeadMac { entries });
        }
        Ok(())
    }
}
