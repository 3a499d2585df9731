//! What a closure may do with the database, as three types: look, keep house, or act.
//!
//! [`Tx`] can do what [`Scratch`] can, and [`Scratch`] what [`Read`] can. The functions themselves stand in the file of
//! their noun.

use crate::conn::Conn;
use crate::error::{Error, Result};
use crate::files::Files;
use crate::head::Locked;
use crate::journal::{self, Sealed};
use safeconduct_journal::{Frontier, MacKey};
use std::ops::{Deref, DerefMut};

/// What every transaction of a database stands on.
pub(crate) struct Ground {
    pub(crate) mac: MacKey,
    pub(crate) files: Files,
}

/// A view of the database at one moment.
pub struct Read<'c> {
    pub(crate) conn: &'c mut Conn,
    pub(crate) mac: &'c MacKey,
    pub(crate) files: &'c Files,
}

impl<'c> Read<'c> {
    pub(crate) const fn new(conn: &'c mut Conn, ground: &'c Ground) -> Self {
        Self {
            conn,
            mac: &ground.mac,
            files: &ground.files,
        }
    }
}

/// Housekeeping: what may be written without an entry in the journal.
pub struct Scratch<'c> {
    read: Read<'c>,
}

impl<'c> Scratch<'c> {
    pub(crate) const fn new(conn: &'c mut Conn, ground: &'c Ground) -> Self {
        Self {
            read: Read::new(conn, ground),
        }
    }
}

impl<'c> Deref for Scratch<'c> {
    type Target = Read<'c>;
    fn deref(&self) -> &Read<'c> {
        &self.read
    }
}

impl DerefMut for Scratch<'_> {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.read
    }
}

/// An act: the journal's head is locked, and the way out is [`Tx::commit`].
pub struct Tx<'c> {
    scratch: Scratch<'c>,
    head: Locked,
    commits: u32,
}

impl<'c> Deref for Tx<'c> {
    type Target = Scratch<'c>;
    fn deref(&self) -> &Scratch<'c> {
        &self.scratch
    }
}

impl DerefMut for Tx<'_> {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.scratch
    }
}

/// Proof that an act's entries were written. Only [`Tx::commit`] makes one.
#[derive(Debug)]
#[must_use = "give it back from the closure, or nothing is committed"]
pub struct Committed<T> {
    value: T,
}

impl<T> Committed<T> {
    pub(crate) fn into_value(self) -> T {
        self.value
    }
}

impl<'c> Tx<'c> {
    pub(crate) const fn new(conn: &'c mut Conn, ground: &'c Ground, head: Locked) -> Self {
        Self {
            scratch: Scratch::new(conn, ground),
            head,
            commits: 0,
        }
    }

    pub(crate) fn into_head(self) -> Locked {
        self.head
    }

    /// The position the first entry of this act gets; the second one gets the next, and so on.
    #[must_use]
    pub const fn next_seq(&self) -> u64 {
        self.head.frontier.size()
    }

    /// The tree as it stands.
    #[must_use]
    pub const fn frontier(&self) -> &Frontier {
        &self.head.frontier
    }

    /// The time to write into this act's entries: the clock's, or the last entry's if the clock of another node ran a
    /// little ahead.
    ///
    /// # Errors
    /// [`Error::Clock`] if this clock is more than a minute behind the journal.
    pub const fn at_ms(&self, clock_ms: i64) -> Result<i64> {
        let behind = self.head.last_ms.saturating_sub(clock_ms);
        if behind > 60_000 {
            return Err(Error::Clock(behind));
        }
        Ok(if behind > 0 {
            self.head.last_ms
        } else {
            clock_ms
        })
    }

    /// Appends the act's entries and moves the head. The only way to succeed.
    ///
    /// The entries get their hashes and MACs here; their positions must continue the journal from
    /// [`next_seq`](Self::next_seq) and their times must not run backwards.
    ///
    /// # Errors
    /// [`Error::Entries`] if there are none or they do not continue the journal; [`Error::NotCommitted`] the second
    /// time.
    pub fn commit<T>(&mut self, entries: &[Sealed], value: T) -> Result<Committed<T>> {
        if self.commits > 0 {
            self.commits += 1;
            return Err(Error::NotCommitted);
        }
        if entries.is_empty() {
            return Err(Error::Entries);
        }
        let mut marked = Vec::with_capacity(entries.len());
        for entry in entries {
            if entry.seq != self.head.frontier.size() || entry.at_ms < self.head.last_ms {
                return Err(Error::Entries);
            }
            let header = entry.header(self.mac);
            self.head.frontier.push(header.leaf());
            self.head.last_ms = entry.at_ms;
            marked.push((header, entry));
        }
        journal::append(self.conn, &marked)?;
        self.commits += 1;
        Ok(Committed { value })
    }

    pub(crate) const fn finish(&self) -> Result<()> {
        if self.commits == 1 {
            Ok(())
        } else {
            Err(Error::NotCommitted)
        }
    }
}
