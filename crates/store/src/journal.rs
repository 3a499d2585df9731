//! The journal's rows: appending, and every way of reading them back.
//!
//! What is read for use is checked against the server's mark; what is read for the verifier is handed over as it stands.

use crate::conn::Conn;
use crate::conn::value::{Param, Row, params};
use crate::error::{Error, Result};
use crate::files::{File, Files};
use crate::sql::statements;
use crate::tx::Read;
use safeconduct_domain::compartment::{Class, Compartment};
use safeconduct_domain::id::{CaseId, CourierId, GroupId, UserId};
use safeconduct_journal::hash::sha256;
use safeconduct_journal::{Detail, Header, MAC_LEN, MacKey, Scope, Stored};
use std::sync::Arc;

statements! {
    const APPEND = "INSERT INTO entry (seq, case_id, group_id, actor_id, at_ms, class, header, body, detail)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
    const APPEND_2 = "INSERT INTO entry (seq, case_id, group_id, actor_id, at_ms, class, header, body, detail)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9),
               (?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)";
    const APPEND_3 = "INSERT INTO entry (seq, case_id, group_id, actor_id, at_ms, class, header, body, detail)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9),
               (?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18),
               (?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27)";
    const OF_CASE = "SELECT header, body FROM entry WHERE seq IN (SELECT seq FROM entry
            WHERE case_id = ?1 AND class <> 7 AND seq < ?2) ORDER BY seq";
    const FILE = "SELECT CAST(0 AS BIGINT) AS part, compartment AS place, version, sealed, sealed FROM case_grant
            WHERE group_id = ?1 AND case_id = ?2
        UNION ALL SELECT 1, seq, 0, header, body FROM entry
            WHERE case_id = ?2 AND class <> 7 AND seq >= ?3";
    const ONE = "SELECT header, body, detail FROM entry WHERE seq = ?1";
    const AUDIT = "SELECT header, body, detail FROM entry WHERE seq < ?1 ORDER BY seq DESC LIMIT ?2";
    const AUDIT_CASE = "SELECT header, body, detail FROM entry WHERE seq IN (
            SELECT seq FROM (SELECT seq FROM entry
                WHERE case_id = ?1 AND class <> 7 AND seq < ?2 ORDER BY seq DESC LIMIT ?3) AS file
            UNION ALL SELECT seq FROM (SELECT seq FROM entry
                WHERE case_id = ?1 AND class = 7 AND seq < ?2 ORDER BY seq DESC LIMIT ?3) AS looks)
        ORDER BY seq DESC LIMIT ?3";
    const AUDIT_ACTOR = "SELECT header, body, detail FROM entry WHERE actor_id = ?1 AND seq < ?2
        ORDER BY seq DESC LIMIT ?3";
    const ADMINISTRATION = "SELECT header, body, detail FROM entry WHERE class = 8 AND seq >= ?1 ORDER BY seq LIMIT ?2";
    const HEADERS = "SELECT header FROM entry WHERE seq >= ?1 AND seq < ?2 ORDER BY seq LIMIT ?3";
    const STORED = "SELECT seq, case_id, group_id, actor_id, at_ms, class, header, body, detail FROM entry
        WHERE seq >= ?1 ORDER BY seq LIMIT ?2";
}

/// Rows fetched at a time when the whole journal is read.
const BATCH: i64 = 500;

/// An entry ready to be appended: its parts are sealed for the position they say. Hashes, MAC and canonical header are
/// made by [`Tx::commit`](crate::Tx::commit).
#[derive(Debug, Clone)]
pub struct Sealed {
    /// Its position: [`Tx::next_seq`](crate::Tx::next_seq), plus its place among the act's entries.
    pub seq: u64,
    /// When, UTC milliseconds: from [`Tx::at_ms`](crate::Tx::at_ms).
    pub at_ms: i64,
    /// The group that holds the case after the act; the acting group if there is no case.
    pub group: GroupId,
    /// Who acts.
    pub actor: UserId,
    /// What it is, coarsely.
    pub class: Class,
    /// Under which key the body is sealed.
    pub scope: Scope,
    /// The sealed body.
    pub body: Vec<u8>,
    /// The auditors' sealed detail, under the key of a courier to them.
    pub detail: Option<(CourierId, Vec<u8>)>,
}

impl Sealed {
    /// The header this entry gets.
    #[must_use]
    pub fn header(&self, key: &MacKey) -> Header {
        Header {
            seq: self.seq,
            at_ms: self.at_ms,
            group: self.group,
            actor: self.actor,
            class: self.class,
            scope: self.scope,
            body_sha256: sha256(&self.body),
            detail: self.detail.as_ref().map(|(courier, bytes)| Detail {
                courier: *courier,
                sha256: sha256(bytes),
            }),
            mac: [0; MAC_LEN],
        }
        .signed(key)
    }
}

/// An entry read back; its header carries the server's mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What stands in clear.
    pub header: Header,
    /// The sealed body.
    pub body: Vec<u8>,
}

/// A key of a case, sealed for the group that reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opener {
    /// Which of the case's keys.
    pub compartment: Compartment,
    /// Which version of that key.
    pub version: u32,
    /// The key, sealed under the group's own.
    pub sealed: Vec<u8>,
}

/// An entry with what the auditors may open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Audited {
    /// What stands in clear.
    pub header: Header,
    /// The sealed body.
    pub body: Vec<u8>,
    /// The auditors' sealed detail.
    pub detail: Option<Vec<u8>>,
}

/// What [`Read::case_file`] reads is going to be read.
pub(crate) fn will_read(
    conn: &mut Conn,
    files: &Files,
    group: GroupId,
    case: CaseId,
) -> Result<()> {
    let begun = conn.begun(case, || files.of(case));
    conn.ask_ahead(FILE, group, case, from(&begun))
}

/// From which entry on a file is fetched: from the last one kept, to be compared.
fn from(begun: &Option<Arc<File>>) -> u64 {
    let last = begun.as_ref().and_then(|file| file.last());
    last.map_or(0, |entry| entry.header.seq)
}

/// Appends entries with the headers they got, up to three with one statement.
pub(crate) fn append(conn: &mut Conn, entries: &[(Header, &Sealed)]) -> Result<()> {
    for case in entries.iter().filter_map(|(header, _)| header.case()) {
        conn.forget(case);
    }
    for some in entries.chunks(3) {
        let statement = match some.len() {
            1 => APPEND,
            2 => APPEND_2,
            _ => APPEND_3,
        };
        let params: Vec<Param<'_>> = some
            .iter()
            .flat_map(|(header, entry)| columns(header, entry))
            .collect();
        conn.queue(statement, &params)?;
    }
    Ok(())
}

fn columns<'e>(header: &Header, entry: &'e Sealed) -> [Param<'e>; 9] {
    [
        header.seq.into(),
        header.case().into(),
        header.group.into(),
        header.actor.into(),
        header.at_ms.into(),
        header.class.into(),
        header.to_bytes().into(),
        (&entry.body).into(),
        entry.detail.as_ref().map(|(_, bytes)| bytes).into(),
    ]
}

/// Decodes a header and checks its MAC.
pub(crate) fn header(bytes: &[u8], key: &MacKey) -> Result<Header> {
    let header = Header::from_bytes(bytes).map_err(|_| Error::Corrupt("entry header"))?;
    if key.verify_entry(&header) {
        Ok(header)
    } else {
        Err(Error::ForgedEntry(header.seq))
    }
}

/// Reads header and body from two neighbouring columns.
pub(crate) fn entry(row: &Row<'_>, at: usize, key: &MacKey) -> Result<Entry> {
    let entry = Entry {
        header: header(&row.get::<Vec<u8>>(at)?, key)?,
        body: row.get(at + 1)?,
    };
    // The mark covers the header, the header the body: a body put in its place is found here, whoever sealed it.
    if sha256(&entry.body) == entry.header.body_sha256 {
        Ok(entry)
    } else {
        Err(Error::ForgedEntry(entry.header.seq))
    }
}

/// Whether a row holds the very entry that was checked before.
fn same(row: &Row<'_>, before: &Entry) -> Result<bool> {
    let header = row.get::<Vec<u8>>(3)? == before.header.to_bytes();
    Ok(header && row.get::<Vec<u8>>(4)? == before.body)
}

/// The columns only find the rows; what an entry belongs to is what its marked header says.
fn of_one_case(case: CaseId, entries: Vec<Entry>) -> Result<Vec<Entry>> {
    match entries
        .iter()
        .find(|entry| entry.header.case() != Some(case))
    {
        Some(stray) => Err(Error::ForgedEntry(stray.header.seq)),
        None => Ok(entries),
    }
}

fn audited(row: &Row<'_>, key: &MacKey) -> Result<Audited> {
    let Entry { header, body } = entry(row, 0, key)?;
    Ok(Audited {
        header,
        body,
        detail: row.get(2)?,
    })
}

/// The end of the journal, where a page read backwards begins.
fn before(seq: Option<u64>) -> i64 {
    seq.and_then(|seq| i64::try_from(seq).ok())
        .unwrap_or(i64::MAX)
}

impl Read<'_> {
    /// What happened in a case, oldest first, up to and without a position: everything its fold needs, and messages that
    /// name it in clear; not the looks at it (class `access`). One statement.
    ///
    /// # Errors
    /// [`Error::ForgedEntry`] if one of them does not carry the server's mark.
    pub fn case_entries(&mut self, case: CaseId, until: Option<u64>) -> Result<Vec<Entry>> {
        let key = self.mac;
        let entries = self
            .conn
            .all(OF_CASE, params![case, before(until)], |row| {
                entry(row, 0, key)
            })?;
        of_one_case(case, entries)
    }

    /// What a group can open of a case, and what happened in it, as [`grants`](Self::grants) and
    /// [`case_entries`](Self::case_entries) give them, with one statement. Nothing is given to a group without a grant.
    ///
    /// # Errors
    /// [`Error::ForgedEntry`] if an entry does not carry the server's mark or belongs to another case.
    pub fn case_file(
        &mut self,
        group: GroupId,
        case: CaseId,
    ) -> Result<(Vec<Opener>, Vec<Arc<Entry>>)> {
        let begun = self.conn.begun(case, || self.files.of(case));
        if let Some(read) = self.file_after(group, case, begun)? {
            return Ok(read);
        }
        // the journal is not the one that was read before
        self.files.forget(case);
        self.conn.begin_anew(case);
        let read = self.file_after(group, case, None)?;
        read.ok_or(Error::Corrupt("a file without a beginning"))
    }

    /// What is kept of a file and what came after it; nothing if what is kept does not stand there any more.
    #[expect(clippy::type_complexity, reason = "as case_file gives it")]
    fn file_after(
        &mut self,
        group: GroupId,
        case: CaseId,
        begun: Option<Arc<File>>,
    ) -> Result<Option<(Vec<Opener>, Vec<Arc<Entry>>)>> {
        let key = self.mac;
        let (mut openers, mut entries) = (Vec::new(), Vec::new());
        let last = begun.as_ref().and_then(|file| file.last());
        let mut stands = last.is_none();
        self.conn.each_of(FILE, group, case, from(&begun), |row| {
            if row.get::<i64>(0)? == 0 {
                openers.push(Opener {
                    compartment: row.get(1)?,
                    version: row.get(2)?,
                    sealed: row.get(3)?,
                });
                return Ok(());
            }
            let seq: u64 = row.get(1)?;
            match last.filter(|last| last.header.seq == seq) {
                Some(last) => stands = same(row, last)?,
                None => entries.push(entry(row, 3, key)?),
            }
            Ok(())
        })?;
        if openers.is_empty() {
            return Ok(Some((openers, Vec::new())));
        }
        if !stands {
            return Ok(None);
        }
        // Sorted here: an engine would carry the bodies through its own sorting.
        openers.sort_unstable_by_key(|opener| (opener.compartment, opener.version));
        entries.sort_unstable_by_key(|entry| entry.header.seq);
        let new = of_one_case(case, entries)?;
        let before = begun.as_ref().map_or(&[][..], |file| file.entries());
        let fresh = !new.is_empty();
        let all: Vec<_> = (before.iter().cloned())
            .chain(new.into_iter().map(Arc::new))
            .collect();
        if fresh {
            self.files.keep(case, &all, self.conn.durable());
        }
        Ok(Some((openers, all)))
    }

    /// The entry at a position.
    ///
    /// # Errors
    /// [`Error::ForgedEntry`] if it does not carry the server's mark.
    pub fn entry(&mut self, seq: u64) -> Result<Option<Audited>> {
        let key = self.mac;
        self.conn.opt(ONE, params![seq], |row| audited(row, key))
    }

    /// A page of the whole journal, newest first, before a position.
    ///
    /// # Errors
    /// [`Error::ForgedEntry`] if one of them does not carry the server's mark.
    pub fn audit(&mut self, until: Option<u64>, limit: u32) -> Result<Vec<Audited>> {
        let key = self.mac;
        self.conn.all(AUDIT, params![before(until), limit], |row| {
            audited(row, key)
        })
    }

    /// A page of everything about a case, looks included, newest first, before a position.
    ///
    /// # Errors
    /// [`Error::ForgedEntry`] if one of them does not carry the server's mark.
    pub fn audit_of_case(
        &mut self,
        case: CaseId,
        until: Option<u64>,
        limit: u32,
    ) -> Result<Vec<Audited>> {
        let key = self.mac;
        self.conn
            .all(AUDIT_CASE, params![case, before(until), limit], |row| {
                audited(row, key)
            })
    }

    /// A page of everything somebody did, newest first, before a position.
    ///
    /// # Errors
    /// [`Error::ForgedEntry`] if one of them does not carry the server's mark.
    pub fn audit_of_actor(
        &mut self,
        actor: UserId,
        until: Option<u64>,
        limit: u32,
    ) -> Result<Vec<Audited>> {
        let key = self.mac;
        self.conn
            .all(AUDIT_ACTOR, params![actor, before(until), limit], |row| {
                audited(row, key)
            })
    }

    /// Entries of administration from a position on, oldest first: what powers and registers are read from.
    ///
    /// # Errors
    /// [`Error::ForgedEntry`] if one of them does not carry the server's mark.
    pub fn administration(&mut self, from: u64, limit: u32) -> Result<Vec<Entry>> {
        let key = self.mac;
        self.conn.all(ADMINISTRATION, params![from, limit], |row| {
            entry(row, 0, key)
        })
    }

    /// The headers of the first entries, in order, as many as there are up to that number.
    ///
    /// # Errors
    /// [`Error::ForgedEntry`] if one of them does not carry the server's mark or does not stand where it says.
    pub fn each_header(&mut self, count: u64, mut each: impl FnMut(&Header)) -> Result<()> {
        let key = self.mac;
        let mut next = 0;
        while next < count {
            let before = next;
            self.conn
                .each(HEADERS, params![next, count, BATCH], |row| {
                    let found = header(&row.get::<Vec<u8>>(0)?, key)?;
                    if found.seq != next {
                        return Err(Error::ForgedEntry(found.seq));
                    }
                    each(&found);
                    next += 1;
                    Ok(())
                })?;
            if next == before {
                break;
            }
        }
        Ok(())
    }

    /// Every row of the journal from a position on, in order and unchecked, until the closure says `false`. Memory
    /// stays bounded however long the journal is.
    ///
    /// # Errors
    /// The store's own; negative positions and the like are handed to the closure as they stand.
    pub fn each_entry(
        &mut self,
        from: i64,
        mut each: impl FnMut(&Stored<'_>) -> bool,
    ) -> Result<()> {
        let mut next = Some(from);
        while let Some(from) = next.take() {
            let mut more = true;
            let mut rows = 0;
            let mut last = from;
            self.conn.each(STORED, params![from, BATCH], |row| {
                if more {
                    rows += 1;
                    last = row.get(0)?;
                    more = hand_over(row, &mut each)?;
                }
                Ok(())
            })?;
            if more && rows == BATCH {
                next = last.checked_add(1);
            }
        }
        Ok(())
    }
}

fn hand_over(row: &Row<'_>, each: &mut impl FnMut(&Stored<'_>) -> bool) -> Result<bool> {
    let case: Option<Vec<u8>> = row.get(1)?;
    let group: Vec<u8> = row.get(2)?;
    let actor: Vec<u8> = row.get(3)?;
    let header: Vec<u8> = row.get(6)?;
    let body: Vec<u8> = row.get(7)?;
    let detail: Option<Vec<u8>> = row.get(8)?;
    Ok(each(&Stored {
        seq: row.get(0)?,
        case: case.as_deref(),
        group: &group,
        actor: &actor,
        at_ms: row.get(4)?,
        class: row.get(5)?,
        header: &header,
        body: &body,
        detail: detail.as_deref(),
    }))
}
