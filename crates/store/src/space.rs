//! Spaces: persons counted against a year's limit. The limit is policy and comes with the question.

use crate::conn::value::params;
use crate::error::Result;
use crate::sql::statements;
use crate::tx::{Read, Tx};
use safeconduct_domain::id::OrganisationId;

statements! {
    const START = "INSERT INTO space (organisation, year, persons) VALUES (?1, ?2, 0) ON CONFLICT DO NOTHING";
    const TAKE = "UPDATE space SET persons = persons + ?3
        WHERE organisation = ?1 AND year = ?2 AND persons + ?3 <= ?4 RETURNING persons";
    const GIVE_BACK = "UPDATE space SET persons = persons - ?3
        WHERE organisation = ?1 AND year = ?2 AND persons >= ?3 RETURNING persons";
    const SET = "INSERT INTO space (organisation, year, persons) VALUES (?1, ?2, ?3)
        ON CONFLICT (organisation, year) DO UPDATE SET persons = excluded.persons";
    const ONE = "SELECT persons FROM space WHERE organisation = ?1 AND year = ?2";
    const OF_YEAR = "SELECT organisation, persons FROM space WHERE year = ?1 ORDER BY organisation";
}

impl Read<'_> {
    /// How many persons an organisation has counted in a year.
    ///
    /// # Errors
    /// The store's own.
    pub fn persons_counted(&mut self, organisation: OrganisationId, year: i16) -> Result<u32> {
        let found = self
            .conn
            .opt(ONE, params![organisation, i64::from(year)], |row| {
                row.get(0)
            })?;
        Ok(found.unwrap_or(0))
    }

    /// How many persons each organisation has counted in a year; those without any may be missing.
    ///
    /// # Errors
    /// The store's own.
    pub fn persons_counted_in(&mut self, year: i16) -> Result<Vec<(OrganisationId, u32)>> {
        self.conn.all(OF_YEAR, params![i64::from(year)], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
    }
}

impl Tx<'_> {
    /// Counts persons if the limit allows all of them; gives the new count, or nothing if it does not. Whoever asks at
    /// the same time waits, so a limit is never passed.
    ///
    /// # Errors
    /// The store's own.
    pub fn count_persons(
        &mut self,
        organisation: OrganisationId,
        year: i16,
        persons: u32,
        limit: u32,
    ) -> Result<Option<u32>> {
        let year = i64::from(year);
        self.conn.queue(START, params![organisation, year])?;
        self.conn
            .opt(TAKE, params![organisation, year, persons, limit], |row| {
                row.get(0)
            })
    }

    /// Gives persons back; gives the new count, or nothing if fewer were counted.
    ///
    /// # Errors
    /// The store's own.
    pub fn uncount_persons(
        &mut self,
        organisation: OrganisationId,
        year: i16,
        persons: u32,
    ) -> Result<Option<u32>> {
        let year = i64::from(year);
        self.conn
            .opt(GIVE_BACK, params![organisation, year, persons], |row| {
                row.get(0)
            })
    }

    /// Sets a count: for a rebuild.
    ///
    /// # Errors
    /// The store's own.
    pub fn set_persons_counted(
        &mut self,
        organisation: OrganisationId,
        year: i16,
        persons: u32,
    ) -> Result<()> {
        self.conn
            .queue(SET, params![organisation, i64::from(year), persons])
    }
}
