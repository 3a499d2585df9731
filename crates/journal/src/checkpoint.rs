//! The head of the journal as a text that other organisations can check and keep: C2SP `tlog-checkpoint`.
//!
//! Whoever keeps a checkpoint can later tell that an entry before it was changed, or that the journal was cut short.

use crate::frontier::Frontier;
use crate::hash::Hash;
use crate::note::{NoteError, SigningKey, VerifyingKey};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// The claim that a journal had this root at this size.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    /// Which journal: equal to the name of the key that signs.
    pub origin: String,
    /// How many entries.
    pub size: u64,
    /// The root of the tree of these entries.
    pub root: Hash,
}

impl Checkpoint {
    /// The signed checkpoint of a frontier, under the key's own name. Give it only frontiers that were committed: two
    /// different roots signed at one size are proof of a forked journal.
    pub fn sign(frontier: &Frontier, key: &SigningKey) -> Result<String, NoteError> {
        let origin = key.verifying_key().name().to_owned();
        key.sign(
            &Self {
                origin,
                size: frontier.size(),
                root: frontier.root(),
            }
            .to_text(),
        )
    }

    /// The checkpoint in a note of this key.
    pub fn open(note: &str, key: &VerifyingKey) -> Result<Self, NoteError> {
        let checkpoint = Self::from_text(key.open(note)?).ok_or(NoteError::Checkpoint)?;
        if checkpoint.origin == key.name() {
            Ok(checkpoint)
        } else {
            Err(NoteError::Origin)
        }
    }

    /// The three lines that are signed.
    #[must_use]
    pub fn to_text(&self) -> String {
        format!(
            "{}\n{}\n{}\n",
            self.origin,
            self.size,
            STANDARD.encode(self.root)
        )
    }

    /// The checkpoint of exactly three lines. The format allows further ones; this journal never writes any, and does
    /// not accept what it would not write.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        let mut lines = text.lines();
        let (origin, size, root) = (lines.next()?, lines.next()?, lines.next()?);
        let root = STANDARD.decode(root).ok()?.try_into().ok()?;
        let checkpoint = Self {
            origin: origin.to_owned(),
            size: size.parse().ok()?,
            root,
        };
        (!origin.is_empty() && checkpoint.to_text() == text).then_some(checkpoint)
    }
}
