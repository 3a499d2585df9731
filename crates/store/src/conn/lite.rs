//! A connection to SQLite.
//!
//! WAL with `synchronous=FULL`: a commit that returned survives a power cut. One connection writes, with `BEGIN
//! IMMEDIATE`; the others refuse to.

use crate::conn::Mode;
use crate::conn::value::{Param, Row};
use crate::error::Result;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, params_from_iter};
use std::path::Path;
use std::time::Duration;

/// How long a writer waits for another process (a backup, a command) to let go.
const BUSY: Duration = Duration::from_secs(10);

/// For every connection. Sealed or not, nothing is spilled to temporary files, and deleted rows are overwritten.
const PRAGMAS: &str = "
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA foreign_keys = ON;
    PRAGMA secure_delete = ON;
    PRAGMA temp_store = MEMORY;
    PRAGMA trusted_schema = OFF;
    PRAGMA cache_size = -16384;
    PRAGMA wal_autocheckpoint = 4000;";

pub(crate) struct Lite {
    conn: Connection,
}

impl Lite {
    /// Opens a database file, which a writer creates (readable by its owner alone) if it is not there.
    pub(crate) fn open(path: &Path, writer: bool) -> Result<Self> {
        if writer {
            create_private(path)?;
        }
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let conn = Connection::open_with_flags(path, flags)?;
        conn.busy_timeout(BUSY)?;
        // Plans that do not hang on what is bound: otherwise statements are prepared anew at every other call.
        conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
        conn.execute_batch(PRAGMAS)?;
        if !writer {
            conn.execute_batch("PRAGMA query_only = ON;")?;
        }
        conn.set_prepared_statement_cache_capacity(256);
        Ok(Self { conn })
    }

    pub(crate) fn begin(&mut self, mode: Mode) -> Result<()> {
        self.exec(
            match mode {
                Mode::Read => "BEGIN",
                Mode::Write => "BEGIN IMMEDIATE",
            },
            &[],
        )?;
        Ok(())
    }

    pub(crate) fn commit(&mut self) -> Result<()> {
        self.exec("COMMIT", &[]).map(drop)
    }

    pub(crate) fn rollback(&mut self) {
        if !self.conn.is_autocommit() {
            // A connection that cannot roll back is not used again: see `usable`.
            drop(self.exec("ROLLBACK", &[]));
        }
    }

    /// Whether the connection is outside any transaction and may serve again.
    pub(crate) fn usable(&self) -> bool {
        self.conn.is_autocommit()
    }

    pub(crate) fn exec(&mut self, sql: &'static str, params: &[Param<'_>]) -> Result<u64> {
        let changed = self
            .conn
            .prepare_cached(sql)?
            .execute(params_from_iter(params))?;
        Ok(u64::try_from(changed).unwrap_or(u64::MAX))
    }

    pub(crate) fn each(
        &mut self,
        sql: &'static str,
        params: &[Param<'_>],
        each: &mut dyn FnMut(&Row<'_>) -> Result<()>,
    ) -> Result<()> {
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut rows = statement.query(params_from_iter(params))?;
        while let Some(row) = rows.next()? {
            each(&Row::Lite(row))?;
        }
        Ok(())
    }

    pub(crate) fn script(&mut self, sql: &str) -> Result<()> {
        Ok(self.conn.execute_batch(sql)?)
    }

    #[cfg(test)]
    pub(crate) fn prepare(&self, sql: &str) -> Result<()> {
        self.conn.prepare(sql)?;
        Ok(())
    }

    /// Copies the whole database, as it stands at one moment, into a new file, while others go on working.
    pub(crate) fn backup(&self, to: &Path) -> Result<()> {
        create_private(to)?;
        let mut copy = Connection::open(to)?;
        rusqlite::backup::Backup::new(&self.conn, &mut copy)?.run_to_completion(
            1024,
            Duration::from_millis(2),
            None,
        )?;
        copy.close().map_err(|(_, error)| error)?;
        std::fs::File::open(to)?.sync_all()?;
        Ok(())
    }
}

fn create_private(path: &Path) -> Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options.open(path)?;
    Ok(())
}
