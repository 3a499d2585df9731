//! What can be wrong with a journal, each in one sentence that names the place.

use crate::note::NoteError;
use crate::reader::Malformed;

/// A column of the journal's table that repeats a field of the header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// The position.
    Seq,
    /// The case pseudonym.
    Case,
    /// The group pseudonym.
    Group,
    /// The actor's pseudonym.
    Actor,
    /// The moment.
    At,
    /// The class.
    Class,
}

impl std::fmt::Display for Column {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Seq => "position",
            Self::Case => "case",
            Self::Group => "group",
            Self::Actor => "actor",
            Self::At => "time",
            Self::Class => "class",
        })
    }
}

/// The first thing found wrong. A genuine journal gives none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Offence {
    /// An entry is missing, doubled, or out of order.
    #[error("entry {expected} is missing: entry {found} stands in its place")]
    Position {
        /// The position whose turn it was.
        expected: u64,
        /// The position the row gives itself.
        found: i64,
    },
    /// The header is not canonical.
    #[error("entry {seq}: the header cannot be read: {why}")]
    Header {
        /// Where.
        seq: u64,
        /// What is wrong with the bytes.
        why: Malformed,
    },
    /// A column tells another story than the header.
    #[error("entry {seq}: the column for the {column} differs from the header")]
    Column {
        /// Where.
        seq: u64,
        /// Which.
        column: Column,
    },
    /// The header does not carry the server's MAC.
    #[error("entry {seq}: the header was not written by this server (false MAC)")]
    Mac {
        /// Where.
        seq: u64,
    },
    /// An entry is older than the one before it.
    #[error("entry {seq}: the clock goes back, from {before_ms} to {at_ms}")]
    Clock {
        /// Where.
        seq: u64,
        /// Its moment, in UTC milliseconds.
        at_ms: i64,
        /// The moment of the entry before.
        before_ms: i64,
    },
    /// The sealed body is not the one the header names.
    #[error("entry {seq}: the sealed body is not the one the header names")]
    Body {
        /// Where.
        seq: u64,
    },
    /// The auditors' detail is not the one the header names, or is missing, or is there without being named.
    #[error("entry {seq}: the sealed detail is not the one the header names")]
    Detail {
        /// Where.
        seq: u64,
    },
    /// The head counts more or fewer entries than there are: the journal was cut short, or rows were added.
    #[error("the head counts {head} entries, the journal has {entries}")]
    HeadSize {
        /// How many entries were read.
        entries: u64,
        /// What the head says.
        head: i64,
    },
    /// The head's frontier is not the tree of the entries.
    #[error("the head's tree is not the tree of the {entries} entries")]
    HeadFrontier {
        /// How many entries were read.
        entries: u64,
    },
    /// The head does not carry the server's MAC.
    #[error("the head at {entries} entries was not written by this server (false MAC)")]
    HeadMac {
        /// How many entries were read.
        entries: u64,
    },
    /// A checkpoint is not a note of the expected key.
    #[error("checkpoint number {number}, in the order given: {why}")]
    Note {
        /// Which: the first one given is 1.
        number: u64,
        /// What is wrong with it.
        why: NoteError,
    },
    /// The stored checkpoints do not grow.
    #[error("the checkpoint at {size} entries is stored after the one at {before}")]
    CheckpointOrder {
        /// The later one's size.
        size: u64,
        /// The size of the one before.
        before: u64,
    },
    /// Two genuine checkpoints of one size name two roots: two journals went under one name.
    #[error("two checkpoints at {size} entries contradict each other: the journal was forked")]
    Fork {
        /// Their size.
        size: u64,
    },
    /// The entries do not have the root a checkpoint gives them.
    #[error(
        "the checkpoint at {size} entries is not of these entries: something before it was changed"
    )]
    CheckpointRoot {
        /// Its size.
        size: u64,
    },
    /// A checkpoint covers more entries than there are: the journal was cut short or set back.
    #[error("a checkpoint covers {size} entries, the journal has only {entries}")]
    CheckpointBeyond {
        /// Its size.
        size: u64,
        /// How many entries were read.
        entries: u64,
    },
    /// A checkpoint was given after its entries had gone by, so that it could not be checked.
    #[error(
        "the checkpoint at {size} entries was given after entry {entries} and could not be checked"
    )]
    CheckpointLate {
        /// Its size.
        size: u64,
        /// How many entries had been read.
        entries: u64,
    },
}
