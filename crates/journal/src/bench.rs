//! How fast a journal verifies, as a ratio to hashing the same bytes: a figure that means the same on any machine.

use crate::checkpoint::Checkpoint;
use crate::frontier::Frontier;
use crate::hash::{self, sha256};
use crate::header::{Detail, Header, Scope};
use crate::mac::{MAC_LEN, MacKey};
use crate::note::{NoteError, SigningKey};
use crate::verify::{Head, Report, Stored, Verifier};
use safeconduct_domain::compartment::{Class, Compartment};
use safeconduct_domain::id::{CaseId, CourierId, GroupId, UserId};
use std::hint::black_box;
use std::time::Duration;

/// Sealed body of a typical entry: 512 bytes of padded content and 29 of suite, nonce and tag.
const BODY: usize = 541;
/// Sealed detail of a typical entry.
const DETAIL: usize = 157;
/// Every how many entries there is a checkpoint.
const CHECKPOINT_EVERY: u64 = 1_000;
const CASE: CaseId = CaseId::from_bytes([3; 16]);

/// The result of one run.
#[derive(Debug, Clone)]
pub struct Speed {
    /// What the verifier says of the made-up journal: no offence, unless this crate is at fault.
    pub report: Report,
    /// How many bytes the entries have: headers, bodies and details.
    pub bytes: usize,
    /// How long the verifier took, MACs and checkpoints included.
    pub verifying: Duration,
    /// How long SHA-256 took over the same bytes, once each.
    pub hashing: Duration,
}

impl Speed {
    /// Entries verified in a second.
    #[must_use]
    pub fn per_second(&self) -> f64 {
        self.report.entries as f64 / self.verifying.as_secs_f64()
    }

    /// Verifying time over hashing time: 1 would be as fast as hashing alone.
    #[must_use]
    pub fn ratio(&self) -> f64 {
        self.verifying.as_secs_f64() / self.hashing.as_secs_f64()
    }
}

/// An entry in memory.
struct Row {
    header: Header,
    bytes: Vec<u8>,
    body: Vec<u8>,
    detail: Vec<u8>,
}

impl Row {
    fn made_up(seq: u32, key: &MacKey) -> Self {
        let fill = |len| {
            seq.to_be_bytes()
                .into_iter()
                .cycle()
                .take(len)
                .collect::<Vec<u8>>()
        };
        let (body, detail) = (fill(BODY), fill(DETAIL));
        let header = Header {
            seq: seq.into(),
            at_ms: seq.into(),
            group: GroupId::from_bytes([1; 16]),
            actor: UserId::from_bytes([2; 16]),
            class: Class::Assessment,
            scope: Scope::Case {
                case: CASE,
                compartment: Compartment::Core,
                version: 1,
            },
            body_sha256: sha256(&body),
            detail: Some(Detail {
                courier: CourierId::from_bytes([4; 16]),
                sha256: sha256(&detail),
            }),
            mac: [0; MAC_LEN],
        }
        .signed(key);
        Self {
            bytes: header.to_bytes(),
            header,
            body,
            detail,
        }
    }

    fn stored(&self) -> Stored<'_> {
        Stored {
            seq: self.header.at_ms,
            case: Some(CASE.as_bytes()),
            group: self.header.group.as_bytes(),
            actor: self.header.actor.as_bytes(),
            at_ms: self.header.at_ms,
            class: self.header.class.code().into(),
            header: &self.bytes,
            body: &self.body,
            detail: Some(&self.detail),
        }
    }
}

/// Verifies a made-up journal of so many entries, and hashes the same bytes. `now` reads a clock that never goes back;
/// the caller brings it. The journal is held in memory: about 1.2 kB an entry. Fails only if the library cannot sign.
pub fn speed(entries: u32, now: impl Fn() -> Duration) -> Result<Speed, NoteError> {
    let signer = SigningKey::from_seed("safeconduct.example/bench", &[5; 32])?;
    let key = MacKey::from_bytes(&[6; 32]);
    let rows: Vec<Row> = (0..entries).map(|seq| Row::made_up(seq, &key)).collect();
    let (mut frontier, mut notes) = (Frontier::new(), Vec::new());
    for row in &rows {
        frontier.push(hash::leaf(&row.bytes));
        if frontier.size().is_multiple_of(CHECKPOINT_EVERY) {
            notes.push(Checkpoint::sign(&frontier, &signer)?);
        }
    }
    let (tree, mac) = (frontier.to_bytes(), key.head(&frontier));

    let start = now();
    let mut verifier = Verifier::new(Some(key), signer.verifying_key().clone());
    for note in &notes {
        verifier.checkpoint(note);
    }
    for row in &rows {
        verifier.entry(&row.stored());
    }
    let report = verifier.finish(&Head {
        size: entries.into(),
        frontier: &tree,
        mac: &mac,
    });
    let verifying = now().saturating_sub(start);

    let start = now();
    for row in &rows {
        black_box((sha256(&row.bytes), sha256(&row.body), sha256(&row.detail)));
    }
    let hashing = now().saturating_sub(start);

    let bytes = rows
        .iter()
        .map(|row| row.bytes.len() + row.body.len() + row.detail.len())
        .sum();
    Ok(Speed {
        report,
        bytes,
        verifying,
        hashing,
    })
}
