//! First contact: somebody without an account turns to a partner, and comes back with a receipt code.
//!
//! It is no case. What is written is sealed to that partner's group and stands in no journal, so that it can be destroyed:
//! when the partner declines, nothing of it stays but the answer, for whoever holds the code. What becomes of it is an
//! entry without content ([`crate::directory`]).

use crate::id::{CaseId, DocumentId};
use crate::policy::{List, Policy};
use crate::private::private;
use crate::refused::{Refused, require, worded};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The most a thread holds, so that one person cannot fill a partner's desk.
pub const MOST_MESSAGES: usize = 40;
/// The most files in a thread.
pub const MOST_FILES: usize = 10;
/// Threads of one partner that may wait at once.
pub const MOST_OPEN: u64 = 5_000;

/// What somebody tells at first.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Told {
    /// What to call them; it need not be their name.
    #[serde(default)]
    pub name: Option<String>,
    /// What they do for human rights.
    pub work: String,
    /// What they are in danger of, and why.
    pub danger: String,
    /// The country they are in.
    pub country: String,
    /// The country they left, or must leave.
    pub left: String,
    /// How many persons they are, with their family.
    #[serde(default)]
    pub persons: Option<i64>,
    /// Who can attest to the work.
    #[serde(default)]
    pub references: Option<String>,
    /// The language in which to be answered.
    pub language: String,
    /// How to reach them safely.
    #[serde(flatten)]
    pub channel: Channel,
}

/// How somebody can be reached without danger.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Channel {
    /// By what; nothing, where they will only come back here.
    #[serde(default)]
    pub reach: Option<String>,
    /// When.
    #[serde(default)]
    pub hours: Option<String>,
    /// What must never be said or done.
    #[serde(default)]
    pub never: Option<String>,
}

/// A file that came with it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct File {
    /// Its sealed object.
    pub document: DocumentId,
    /// The key it is sealed under, in hexadecimal.
    pub key: String,
    /// Its name as given.
    pub name: String,
    /// Its length in bytes.
    pub size: u64,
}

/// One message of a thread.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Message {
    /// On which day, UTC. Not when: a time of day says too much.
    pub on: Date,
    /// What it says.
    pub what: What,
}

/// What a message says.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum What {
    /// What the person told at first.
    Told(Told),
    /// What the person added.
    Added(String),
    /// A file of the person's.
    File(File),
    /// Another safe way to reach the person.
    Channel(Channel),
    /// The partner's answer.
    Answer(String),
    /// The partner has begun a referral.
    TakenUp(CaseId),
    /// The partner cannot take it further; the code of the reason.
    Declined(String),
}

private!(Told, Channel, File, Message, What);

impl What {
    /// Whether it is the partner who says it.
    #[must_use]
    pub const fn is_answer(&self) -> bool {
        matches!(self, Self::Answer(_) | Self::TakenUp(_) | Self::Declined(_))
    }
}

impl Message {
    /// The bytes that are sealed.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        serde_json::to_vec(self).unwrap_or_default()
    }

    /// Reads what was sealed.
    ///
    /// # Errors
    /// When the bytes are no message.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, crate::event::NotAnEvent> {
        serde_json::from_slice(bytes).map_err(|_| crate::event::NotAnEvent)
    }
}

/// How far a thread is, in the order in which a desk looks at them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// The partner has not answered what the person wrote last.
    Waits,
    /// The partner wrote last.
    Answered,
    /// A referral was begun.
    TakenUp,
    /// It was declined, and its content is destroyed.
    Declined,
}

impl State {
    /// Of a thread, oldest message first.
    #[must_use]
    pub fn of(thread: &[Message]) -> Self {
        let taken = thread.iter().any(|m| matches!(m.what, What::TakenUp(_)));
        match thread.last().map(|m| &m.what) {
            Some(What::Declined(_)) => Self::Declined,
            _ if taken => Self::TakenUp,
            Some(last) if last.is_answer() => Self::Answered,
            _ => Self::Waits,
        }
    }
}

/// Whether a partner takes first contacts here.
#[must_use]
pub fn takes(policy: &Policy, partner: &str, day: Date) -> bool {
    let mut says = policy.first_contact(partner, day).into_iter();
    says.any(|s| s.says == crate::policy::Says::About)
}

/// Whether a message may still be added to a thread.
///
/// # Errors
/// `text-needed` for words that say nothing, `first-contact-full`, `first-contact-ended`.
pub fn may_add(thread: &[Message], what: &What) -> Result<(), Refused> {
    require(State::of(thread) != State::Declined, || {
        Refused::by("first-contact-ended")
    })?;
    require(thread.len() < MOST_MESSAGES, || {
        Refused::by("first-contact-full")
    })?;
    let files = thread.iter().filter(|m| matches!(m.what, What::File(_)));
    let file = matches!(what, What::File(_));
    require(!file || files.count() < MOST_FILES, || {
        Refused::by("first-contact-full")
    })?;
    match what {
        What::Added(text) | What::Answer(text) => worded(text),
        _ => Ok(()),
    }
}

/// Whether a reason to decline is one of the policy's.
///
/// # Errors
/// `no-such-reason`.
pub fn reason_to_decline(policy: &Policy, reason: &str, day: Date) -> Result<(), Refused> {
    let known = policy.named(List::FirstContactDecline, reason, day);
    require(known.is_some(), || Refused::by("no-such-reason"))
}
