//! Emptying the projections, so that they can be written again from the journal.

use crate::conn::value::params;
use crate::error::Result;
use crate::sql::statements;
use crate::tx::Tx;
use safeconduct_domain::id::GroupId;

statements! {
    const CASE_STATES = "DELETE FROM case_state";
    const LETTERS = "DELETE FROM letterbox";
    const FACTS = "DELETE FROM fact";
    const CARDS = "DELETE FROM card WHERE group_id = ?1";
    const CARD_COUNTS = "DELETE FROM card_count WHERE group_id = ?1";
    const SPACES = "DELETE FROM space";
}

impl Tx<'_> {
    /// Empties the projections that need no key: states of cases, letterboxes, facts.
    ///
    /// # Errors
    /// The store's own.
    pub fn clear_projections(&mut self) -> Result<()> {
        [CASE_STATES, LETTERS, FACTS]
            .into_iter()
            .try_for_each(|sql| self.conn.queue(sql, &[]))
    }

    /// Deletes a group's cards: before somebody with its key writes them again.
    ///
    /// # Errors
    /// The store's own.
    pub fn clear_cards(&mut self, group: GroupId) -> Result<()> {
        self.conn.queue(CARDS, params![group])?;
        self.conn.queue(CARD_COUNTS, params![group])
    }

    /// Deletes the counts of persons: before they are counted again.
    ///
    /// # Errors
    /// The store's own.
    pub fn clear_spaces(&mut self) -> Result<()> {
        self.conn.queue(SPACES, &[])
    }
}
