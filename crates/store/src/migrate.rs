//! Brings a database to the schema this program knows, one numbered text after the other.
//!
//! One folder, one text for both engines. Each text is kept in the database beside its number, so a text that was changed
//! after it was applied is noticed, and a database of a newer program is left alone.

use crate::conn::value::params;
use crate::conn::{Conn, Mode};
use crate::error::{Error, Result};
use crate::sql::statements;

/// Number and text, in order. Texts that have been released are never edited.
pub(crate) const MIGRATIONS: &[(i64, &str)] = &[
    (1, include_str!("../migrations/0001-first.sql")),
    (2, include_str!("../migrations/0002-looks-by-actor.sql")),
    (
        3,
        include_str!("../migrations/0003-file-and-looks-apart.sql"),
    ),
    (4, include_str!("../migrations/0004-first-contact.sql")),
    (5, include_str!("../migrations/0005-likeness.sql")),
];

const TABLE: &str =
    "CREATE TABLE IF NOT EXISTS migration (version BIGINT PRIMARY KEY, script TEXT NOT NULL)";

statements! {
    const APPLIED = "SELECT version, script FROM migration ORDER BY version";
    const APPLY = "INSERT INTO migration (version, script) VALUES (?1, ?2)";
}

/// How far the schema of a database is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Schema {
    /// The version the database has; 0 if it has none.
    pub found: i64,
    /// The version this program knows.
    pub known: i64,
}

/// Looks how far a database is, and changes nothing.
pub(crate) fn schema(conn: &mut Conn) -> Result<Schema> {
    conn.begin(Mode::Read)?;
    let applied = conn.all(APPLIED, &[], |row| row.get::<i64>(0));
    conn.rollback();
    let found = match applied {
        Ok(versions) => versions.last().copied().unwrap_or_default(),
        // there is no such table
        Err(Error::Database { .. }) => 0,
        Err(other) => return Err(other),
    };
    let known = MIGRATIONS.last().map_or(0, |(known, _)| *known);
    Ok(Schema { found, known })
}

/// Applies what is missing, in one transaction; nodes that start together do so one after the other.
pub(crate) fn migrate(conn: &mut Conn) -> Result<()> {
    conn.begin(Mode::Write)?;
    let outcome = apply(conn);
    match outcome {
        Ok(()) => conn.commit(),
        Err(error) => {
            conn.rollback();
            Err(error)
        }
    }
}

fn apply(conn: &mut Conn) -> Result<()> {
    let prelude = conn.prelude();
    conn.script(prelude)?;
    conn.script(&conn.dialect(TABLE))?;
    let applied = conn.all(APPLIED, &[], |row| {
        Ok((row.get::<i64>(0)?, row.get::<String>(1)?))
    })?;
    for (version, script) in &applied {
        match MIGRATIONS.iter().find(|(known, _)| known == version) {
            Some((_, text)) if text == script => {}
            Some(_) => return Err(Error::MigrationChanged(*version)),
            None => {
                let known = MIGRATIONS.last().map_or(0, |(known, _)| *known);
                return Err(Error::Newer {
                    found: *version,
                    known,
                });
            }
        }
    }
    for (version, text) in MIGRATIONS.iter().skip(applied.len()) {
        let script = conn.dialect(text);
        conn.script(&script)?;
        conn.exec(APPLY, params![*version, *text])?;
    }
    Ok(())
}
