//! One connection type over two engines, and the only file in which they are told apart.
//!
//! A statement is a `'static` text with `?1`, `?2` … for its parameters (never `$1`, which SQLite would number by first
//! appearance). Everything is synchronous: a transaction is a plain closure on a thread that may block.

pub(crate) mod lite;
pub(crate) mod pg;
pub(crate) mod pool;
pub(crate) mod tls;
pub(crate) mod value;

use crate::error::{Error, Result};
use crate::files::File;
use lite::Lite;
use pg::Pg;
use safeconduct_domain::id::{CaseId, GroupId};
use std::path::Path;
use std::sync::Arc;
use value::{Param, Row};

/// What a transaction may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    Read,
    Write,
}

enum Engine {
    Lite(Lite),
    Pg(Box<Pg>),
}

/// A connection, outside or inside a transaction.
pub(crate) struct Conn {
    engine: Engine,
    /// A statement of the present transaction failed. PostgreSQL then refuses the rest; so do we on both.
    failed: bool,
    /// Statements of the present transaction that were not plain reads.
    writes: u64,
    /// What of the files of cases the present transaction begins with.
    begun: Vec<(CaseId, Option<Arc<File>>)>,
    /// Entries before this position are on the disk.
    durable: u64,
}

impl Conn {
    pub(crate) fn lite(path: &Path, writer: bool) -> Result<Self> {
        Ok(Self {
            engine: Engine::Lite(Lite::open(path, writer)?),
            failed: false,
            writes: 0,
            begun: Vec::new(),
            durable: 0,
        })
    }

    pub(crate) fn pg(target: &pg::Target) -> Result<Self> {
        Ok(Self {
            engine: Engine::Pg(Box::new(Pg::open(target)?)),
            failed: false,
            writes: 0,
            begun: Vec::new(),
            durable: 0,
        })
    }

    pub(crate) fn begin(&mut self, mode: Mode) -> Result<()> {
        self.failed = false;
        self.writes = 0;
        self.begun.clear();
        // who only reads sees only what is on the disk
        self.durable = match mode {
            Mode::Read => u64::MAX,
            Mode::Write => 0,
        };
        match &mut self.engine {
            Engine::Lite(lite) => lite.begin(mode),
            Engine::Pg(pg) => {
                pg.begin(mode);
                Ok(())
            }
        }
    }

    pub(crate) fn commit(&mut self) -> Result<()> {
        if self.failed {
            self.rollback();
            return Err(Error::NotCommitted);
        }
        let outcome = match &mut self.engine {
            Engine::Lite(lite) => lite.commit(),
            Engine::Pg(pg) => pg.commit(),
        };
        if outcome.is_err() {
            self.rollback();
        }
        outcome
    }

    pub(crate) fn rollback(&mut self) {
        match &mut self.engine {
            Engine::Lite(lite) => lite.rollback(),
            Engine::Pg(pg) => pg.rollback(),
        }
    }

    /// Entries before this position are on the disk.
    pub(crate) const fn durable(&self) -> u64 {
        self.durable
    }

    /// With the head in hand, what it counts is on the disk.
    pub(crate) const fn counts(&mut self, entries: u64) {
        self.durable = entries;
    }

    /// What of a case's file this transaction begins with: the same, however often it asks.
    pub(crate) fn begun(
        &mut self,
        case: CaseId,
        kept: impl FnOnce() -> Option<Arc<File>>,
    ) -> Option<Arc<File>> {
        if let Some((_, file)) = self.begun.iter().find(|(of, _)| *of == case) {
            return file.clone();
        }
        let file = kept();
        self.begun.push((case, file.clone()));
        file
    }

    /// What was kept of a case's file is of no use.
    pub(crate) fn begin_anew(&mut self, case: CaseId) {
        self.begun.retain(|(of, _)| *of != case);
        self.begun.push((case, None));
    }

    /// Whether the connection may go back to its pool.
    pub(crate) fn usable(&self) -> bool {
        match &self.engine {
            Engine::Lite(lite) => lite.usable(),
            Engine::Pg(pg) => pg.usable(),
        }
    }

    /// Why the transaction that failed should simply be run again, if that is so.
    pub(crate) fn again(&self) -> Option<Error> {
        match &self.engine {
            Engine::Lite(_) => None,
            Engine::Pg(pg) => pg.again(),
        }
    }

    /// Whether every statement of the transaction has succeeded so far.
    pub(crate) const fn sound(&self) -> Result<()> {
        if self.failed {
            Err(Error::NotCommitted)
        } else {
            Ok(())
        }
    }

    /// How many statements that may write the present transaction has seen.
    pub(crate) const fn writes(&self) -> u64 {
        self.writes
    }

    /// Runs a statement and gives the number of rows it changed.
    pub(crate) fn exec(&mut self, sql: &'static str, params: &[Param<'_>]) -> Result<u64> {
        self.writes += 1;
        let outcome = match &mut self.engine {
            Engine::Lite(lite) => lite.exec(sql, params),
            Engine::Pg(pg) => pg.exec(sql, params),
        };
        self.watch(outcome)
    }

    /// Runs a statement whose answer nobody waits for. Its failure may surface at a later statement or at the commit.
    pub(crate) fn queue(&mut self, sql: &'static str, params: &[Param<'_>]) -> Result<()> {
        self.writes += 1;
        let outcome = match &mut self.engine {
            Engine::Lite(lite) => lite.exec(sql, params).map(drop),
            Engine::Pg(pg) => pg.queue(sql, params),
        };
        self.watch(outcome)
    }

    /// Hands every row of the answer to a closure.
    pub(crate) fn each(
        &mut self,
        sql: &'static str,
        params: &[Param<'_>],
        mut each: impl FnMut(&Row<'_>) -> Result<()>,
    ) -> Result<()> {
        self.writes += u64::from(!sql.starts_with("SELECT"));
        let outcome = match &mut self.engine {
            Engine::Lite(lite) => lite.each(sql, params, &mut each),
            Engine::Pg(pg) => pg.each(sql, params, &mut each),
        };
        self.watch(outcome)
    }

    /// Says that [`each_of`](Self::each_of) will be called with these: where an answer is a way there and back, it is
    /// fetched with the next statement's.
    pub(crate) fn ask_ahead(
        &mut self,
        sql: &'static str,
        group: GroupId,
        case: CaseId,
        from: u64,
    ) -> Result<()> {
        let outcome = match &mut self.engine {
            Engine::Lite(_) => Ok(()),
            Engine::Pg(pg) => pg.ask_ahead(sql, group, case, from),
        };
        self.watch(outcome)
    }

    /// What was fetched ahead about a case is no longer so: something it rests on was written.
    pub(crate) fn forget(&mut self, case: CaseId) {
        if let Engine::Pg(pg) = &mut self.engine {
            pg.forget(case);
        }
    }

    /// Hands every row of the answer to a closure; the parameters are the group, the case and a position.
    pub(crate) fn each_of(
        &mut self,
        sql: &'static str,
        group: GroupId,
        case: CaseId,
        from: u64,
        mut each: impl FnMut(&Row<'_>) -> Result<()>,
    ) -> Result<()> {
        let outcome = match &mut self.engine {
            Engine::Lite(lite) => {
                lite.each(sql, &[group.into(), case.into(), from.into()], &mut each)
            }
            Engine::Pg(pg) => pg.each_of(sql, group, case, from, &mut each),
        };
        self.watch(outcome)
    }

    /// Every row of the answer, read by a function.
    pub(crate) fn all<T>(
        &mut self,
        sql: &'static str,
        params: &[Param<'_>],
        read: impl Fn(&Row<'_>) -> Result<T>,
    ) -> Result<Vec<T>> {
        let mut rows = Vec::new();
        self.each(sql, params, |row| {
            rows.push(read(row)?);
            Ok(())
        })?;
        Ok(rows)
    }

    /// The first row of the answer, if there is one.
    pub(crate) fn opt<T>(
        &mut self,
        sql: &'static str,
        params: &[Param<'_>],
        read: impl Fn(&Row<'_>) -> Result<T>,
    ) -> Result<Option<T>> {
        let mut found = None;
        self.each(sql, params, |row| {
            if found.is_none() {
                found = Some(read(row)?);
            }
            Ok(())
        })?;
        Ok(found)
    }

    /// The one row of an answer that always has one.
    pub(crate) fn one<T>(
        &mut self,
        sql: &'static str,
        params: &[Param<'_>],
        read: impl Fn(&Row<'_>) -> Result<T>,
    ) -> Result<T> {
        self.opt(sql, params, read)?.ok_or(Error::Missing("row"))
    }

    /// Runs several statements without parameters: migrations.
    pub(crate) fn script(&mut self, sql: &str) -> Result<()> {
        let outcome = match &mut self.engine {
            Engine::Lite(lite) => lite.script(sql),
            Engine::Pg(pg) => pg.script(sql),
        };
        self.watch(outcome)
    }

    /// The engine's own form of a migration, which is written for both.
    pub(crate) fn dialect(&self, sql: &str) -> String {
        match &self.engine {
            // SQLite's row number becomes the key itself, which saves an index; it is spelt INTEGER there.
            Engine::Lite(_) => sql.replace("BIGINT PRIMARY KEY", "INTEGER PRIMARY KEY"),
            Engine::Pg(_) => sql.to_owned(),
        }
    }

    /// What must come before the first migration, and a lock that lets one process migrate at a time.
    pub(crate) const fn prelude(&self) -> &'static str {
        match &self.engine {
            Engine::Lite(_) => "",
            Engine::Pg(_) => {
                "SELECT pg_advisory_xact_lock(7061982311);
                 DO $$ BEGIN CREATE DOMAIN blob AS bytea; EXCEPTION WHEN duplicate_object THEN NULL; END $$;"
            }
        }
    }

    /// Whether a transaction that may write shuts out every other one from its beginning.
    pub(crate) const fn writes_alone(&self) -> bool {
        matches!(self.engine, Engine::Lite(_))
    }

    /// Copies the database into a file. PostgreSQL has its own tools for that.
    pub(crate) fn backup(&self, to: &Path) -> Result<()> {
        match &self.engine {
            Engine::Lite(lite) => lite.backup(to),
            Engine::Pg(_) => Err(Error::Address(
                "PostgreSQL is backed up with pg_dump or pg_basebackup",
            )),
        }
    }

    /// Only prepares a statement: for the test that tries all of them.
    #[cfg(test)]
    pub(crate) fn prepare(&mut self, sql: &'static str) -> Result<()> {
        match &mut self.engine {
            Engine::Lite(lite) => lite.prepare(sql),
            Engine::Pg(pg) => pg.prepare(sql),
        }
    }

    fn watch<T>(&mut self, outcome: Result<T>) -> Result<T> {
        self.failed |= outcome.is_err();
        outcome
    }
}

#[cfg(test)]
mod tests {
    use super::value::params;
    use super::{Conn, Mode};
    use crate::migrate::migrate;
    use crate::postgres::{Durability, Postgres};

    const WRITE: &str = "INSERT INTO meta (name, value) VALUES (?1, ?2)";
    const COUNT: &str = "SELECT COUNT(*) FROM meta";

    /// Runs a check on a connection that reads, and one that writes, of each engine.
    fn both(check: impl Fn(&mut Conn, &mut Conn)) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("test.db");
        let mut writer = Conn::lite(&path, true).unwrap();
        migrate(&mut writer).unwrap();
        check(&mut Conn::lite(&path, false).unwrap(), &mut writer);
        let cluster = Postgres::start(Durability::None).unwrap();
        let target = super::tls::target(&cluster.database().unwrap(), None).unwrap();
        let mut writer = Conn::pg(&target).unwrap();
        migrate(&mut writer).unwrap();
        check(&mut Conn::pg(&target).unwrap(), &mut writer);
    }

    fn count(conn: &mut Conn) -> i64 {
        conn.one(COUNT, &[], |row| row.get(0)).unwrap()
    }

    #[test]
    fn reads_cannot_write_and_failures_undo() {
        both(|reader, writer| {
            reader.begin(Mode::Read).unwrap();
            assert!(reader.exec(WRITE, params!["a", b"a"]).is_err());
            assert!(reader.commit().is_err());
            assert!(reader.usable());

            // A queued statement that fails is noticed at the next answer, or at the commit.
            for at_commit in [true, false] {
                writer.begin(Mode::Write).unwrap();
                writer.queue(WRITE, params!["a", b"a"]).unwrap();
                let mut failed = writer.queue(WRITE, params!["a", b"b"]).is_err();
                if !at_commit {
                    failed |= writer.exec(WRITE, params!["c", b"c"]).is_err();
                    assert!(failed);
                }
                assert!(writer.commit().is_err());
                assert!(writer.usable());
                assert_eq!(count(writer), 0);
            }

            // More than one load of queued statements, in order.
            writer.begin(Mode::Write).unwrap();
            for n in 0..300 {
                writer.queue(WRITE, params![&n.to_string(), b"v"]).unwrap();
            }
            assert_eq!(count(writer), 300);
            writer.commit().unwrap();
            writer.begin(Mode::Write).unwrap();
            writer.queue("DELETE FROM meta", &[]).unwrap();
            writer.rollback();
            assert_eq!(count(writer), 300);
        });
    }
}
