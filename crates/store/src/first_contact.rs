//! First contacts: threads between somebody without an account and a partner's group. All of one can be destroyed, and
//! nothing of it is an entry of the journal.

use crate::conn::value::{Row, codes, params};
use crate::error::Result;
use crate::sql::statements;
use crate::tx::{Read, Scratch};
use safeconduct_domain::id::{CourierId, DocumentId, GroupId};
use std::collections::BTreeMap;

statements! {
    const PUT = "INSERT INTO first_contact (courier, to_group, found_by, own_key, state, until_ms)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO NOTHING";
    const FOUND = "SELECT courier, to_group, found_by, own_key, state, until_ms FROM first_contact WHERE found_by = ?1";
    const ONE = "SELECT courier, to_group, found_by, own_key, state, until_ms FROM first_contact WHERE courier = ?1";
    const THREADS = "SELECT m.courier, c.home, m.number, m.sealed FROM first_contact f
        JOIN courier c ON c.id = f.courier JOIN first_contact_message m ON m.courier = f.courier
        WHERE f.to_group = ?1 AND f.state = 1";
    const COUNT = "SELECT COUNT(*) FROM first_contact WHERE to_group = ?1 AND state = 1";
    const PAST = "SELECT courier FROM first_contact WHERE until_ms < ?1 LIMIT ?2";
    const SETTLE = "UPDATE first_contact SET state = ?2, until_ms = ?3 WHERE courier = ?1";
    const FORGET = "DELETE FROM first_contact WHERE courier = ?1";
    const FORGET_COURIER = "DELETE FROM courier WHERE id = ?1";
    const ADD = "INSERT INTO first_contact_message (courier, number, sealed) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING";
    const MESSAGES = "SELECT number, sealed FROM first_contact_message WHERE courier = ?1 ORDER BY number";
    const FORGET_MESSAGES = "DELETE FROM first_contact_message WHERE courier = ?1";
    const ADD_FILE = "INSERT INTO first_contact_file (courier, document) VALUES (?1, ?2)";
    const FILES = "SELECT document FROM first_contact_file WHERE courier = ?1 ORDER BY document";
    const FORGET_FILES = "DELETE FROM first_contact_file WHERE courier = ?1";
}

codes! {
    /// Whether a thread is still there to be read by the group.
    ContactState {
        /// It is.
        Open = 1,
        /// It was declined: nothing is left but the answer, for whoever has the code.
        Declined = 2,
    }
}

/// A thread.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredContact {
    /// Its name, and that of the courier that holds the group's copy of its key.
    pub courier: CourierId,
    /// Whom it is for.
    pub to: GroupId,
    /// The receipt code under the server's secret.
    pub found_by: [u8; 32],
    /// Its key, sealed under the receipt code.
    pub own_key: Vec<u8>,
    /// Whether it is still there to be read.
    pub state: ContactState,
    /// When it is destroyed, UTC milliseconds.
    pub until_ms: i64,
}

/// What is said in a thread, for the group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredThread {
    /// Its name.
    pub courier: CourierId,
    /// The group's copy of its key, once it was taken in.
    pub home: Option<Vec<u8>>,
    /// The messages with their numbers, oldest first.
    pub messages: Vec<(u64, Vec<u8>)>,
}

fn row(row: &Row<'_>) -> Result<StoredContact> {
    Ok(StoredContact {
        courier: row.get(0)?,
        to: row.get(1)?,
        found_by: row.get(2)?,
        own_key: row.get(3)?,
        state: row.get(4)?,
        until_ms: row.get(5)?,
    })
}

impl Read<'_> {
    /// The thread of a receipt code.
    ///
    /// # Errors
    /// The store's own.
    pub fn contact_found(&mut self, found_by: &[u8; 32]) -> Result<Option<StoredContact>> {
        self.conn.opt(FOUND, params![found_by.as_slice()], row)
    }

    /// A thread.
    ///
    /// # Errors
    /// The store's own.
    pub fn contact(&mut self, courier: CourierId) -> Result<Option<StoredContact>> {
        self.conn.opt(ONE, params![courier], row)
    }

    /// A group's threads that are there to be read, with all that is said in them, in no meaningful order.
    ///
    /// # Errors
    /// The store's own.
    pub fn contact_threads(&mut self, to: GroupId) -> Result<Vec<StoredThread>> {
        let rows = self.conn.all(THREADS, params![to], |row| {
            let message: (u64, Vec<u8>) = (row.get(2)?, row.get(3)?);
            Ok((row.get::<CourierId>(0)?, row.get(1)?, message))
        })?;
        let mut threads: BTreeMap<CourierId, StoredThread> = BTreeMap::new();
        for (courier, home, message) in rows {
            let thread = threads.entry(courier).or_insert_with(|| StoredThread {
                courier,
                home,
                messages: Vec::new(),
            });
            thread.messages.push(message);
        }
        let mut threads: Vec<_> = threads.into_values().collect();
        for thread in &mut threads {
            thread.messages.sort_unstable_by_key(|(number, _)| *number);
        }
        Ok(threads)
    }

    /// How many they are.
    ///
    /// # Errors
    /// The store's own.
    pub fn contacts_open(&mut self, to: GroupId) -> Result<u64> {
        let found = self.conn.opt(COUNT, params![to], |row| row.get::<u64>(0))?;
        Ok(found.unwrap_or_default())
    }

    /// Threads whose time is over.
    ///
    /// # Errors
    /// The store's own.
    pub fn contacts_past(&mut self, now_ms: i64, limit: u32) -> Result<Vec<CourierId>> {
        self.conn
            .all(PAST, params![now_ms, limit], |row| row.get(0))
    }

    /// The messages of a thread, oldest first, each with its number.
    ///
    /// # Errors
    /// The store's own.
    pub fn contact_messages(&mut self, courier: CourierId) -> Result<Vec<(u64, Vec<u8>)>> {
        self.conn.all(MESSAGES, params![courier], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
    }

    /// The sealed objects of a thread.
    ///
    /// # Errors
    /// The store's own.
    pub fn contact_files(&mut self, courier: CourierId) -> Result<Vec<DocumentId>> {
        self.conn.all(FILES, params![courier], |row| row.get(0))
    }
}

impl Scratch<'_> {
    /// Begins a thread; `false` where there is one of that code already.
    ///
    /// # Errors
    /// The store's own.
    pub fn put_contact(&mut self, contact: &StoredContact) -> Result<bool> {
        let StoredContact {
            courier,
            to,
            found_by,
            own_key,
            state,
            until_ms,
        } = contact;
        let found_by = found_by.as_slice();
        let put = params![*courier, *to, found_by, own_key, *state, *until_ms];
        Ok(self.conn.exec(PUT, put)? == 1)
    }

    /// Adds a message; `false` where there is one of that number already.
    ///
    /// # Errors
    /// The store's own.
    pub fn put_contact_message(
        &mut self,
        courier: CourierId,
        number: u64,
        sealed: &[u8],
    ) -> Result<bool> {
        Ok(self.conn.exec(ADD, params![courier, number, sealed])? == 1)
    }

    /// Notes a sealed object of a thread.
    ///
    /// # Errors
    /// The store's own.
    pub fn put_contact_file(&mut self, courier: CourierId, document: DocumentId) -> Result<()> {
        self.conn.queue(ADD_FILE, params![courier, document])
    }

    /// Says how far a thread is, and until when it is kept.
    ///
    /// # Errors
    /// The store's own.
    pub fn settle_contact(
        &mut self,
        courier: CourierId,
        state: ContactState,
        until_ms: i64,
    ) -> Result<()> {
        self.conn.queue(SETTLE, params![courier, state, until_ms])
    }

    /// Destroys what was said in a thread and the group's copy of its key; what is left opens for the code alone.
    ///
    /// # Errors
    /// The store's own.
    pub fn empty_contact(&mut self, courier: CourierId) -> Result<()> {
        for text in [FORGET_MESSAGES, FORGET_FILES, FORGET_COURIER] {
            self.conn.queue(text, params![courier])?;
        }
        Ok(())
    }

    /// Destroys a thread, all of it.
    ///
    /// # Errors
    /// The store's own.
    pub fn forget_contact(&mut self, courier: CourierId) -> Result<()> {
        self.empty_contact(courier)?;
        self.conn.queue(FORGET, params![courier])
    }
}
