//! A group's cards: one line of its work list each, sealed under the group's own key.
//!
//! A page is one indexed statement that continues after the last card seen, so it costs the same on page 1 and page 100
//! and at 100 and 10,000 cases.

use crate::conn::value::{Row, params};
use crate::error::Result;
use crate::sql::statements;
use crate::tx::{Read, Tx};
use safeconduct_domain::compartment::Class;
use safeconduct_domain::id::{CaseId, GroupId};

statements! {
    const PUT = "INSERT INTO card (group_id, case_id, class, due_ms, changed_ms, sealed) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        ON CONFLICT (group_id, case_id) DO UPDATE SET class = excluded.class, due_ms = excluded.due_ms,
            changed_ms = excluded.changed_ms, sealed = excluded.sealed";
    const COUNT_PUT = "INSERT INTO card_count (group_id, class, cards)
        SELECT ?1, class, CAST(SUM(cards) AS BIGINT) FROM (
            SELECT class, -1 AS cards FROM card WHERE group_id = ?1 AND case_id = ?2
            UNION ALL SELECT ?3, 1) AS change
        GROUP BY class HAVING SUM(cards) <> 0
        ON CONFLICT (group_id, class) DO UPDATE SET cards = card_count.cards + excluded.cards";
    const COUNT_DROP = "UPDATE card_count SET cards = cards - 1 WHERE group_id = ?1
        AND class = (SELECT class FROM card WHERE group_id = ?1 AND case_id = ?2)";
    const DROP = "DELETE FROM card WHERE group_id = ?1 AND case_id = ?2";
    const ONE = "SELECT group_id, case_id, class, due_ms, changed_ms, sealed FROM card
        WHERE group_id = ?1 AND case_id = ?2";
    const BY_DUE = "SELECT group_id, case_id, class, due_ms, changed_ms, sealed FROM card
        WHERE group_id = ?1 AND (due_ms, case_id) > (?2, ?3) ORDER BY due_ms, case_id LIMIT ?4";
    const BY_DUE_OF_CLASS = "SELECT group_id, case_id, class, due_ms, changed_ms, sealed FROM card
        WHERE group_id = ?1 AND class = ?5 AND (due_ms, case_id) > (?2, ?3) ORDER BY due_ms, case_id LIMIT ?4";
    const BY_CHANGE = "SELECT group_id, case_id, class, due_ms, changed_ms, sealed FROM card
        WHERE group_id = ?1 AND (changed_ms, case_id) < (?2, ?3) ORDER BY changed_ms DESC, case_id DESC LIMIT ?4";
    const BY_CHANGE_OF_CLASS = "SELECT group_id, case_id, class, due_ms, changed_ms, sealed FROM card
        WHERE group_id = ?1 AND class = ?5 AND (changed_ms, case_id) < (?2, ?3)
        ORDER BY changed_ms DESC, case_id DESC LIMIT ?4";
    const COUNT = "SELECT class, cards FROM card_count WHERE group_id = ?1 AND cards > 0 ORDER BY class";
    const EVERY = "SELECT group_id, case_id, class, due_ms, changed_ms, sealed FROM card
        WHERE group_id = ?1 AND case_id > ?2 ORDER BY case_id LIMIT 500";
}

/// Stands for "no date" in the column, so that such cards sort last on both engines.
const NEVER: i64 = i64::MAX;

/// A card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// The group whose card it is.
    pub group: GroupId,
    /// The case.
    pub case: CaseId,
    /// The coarse class of its stage.
    pub class: Class,
    /// When something is due for this group, UTC milliseconds.
    pub due_ms: Option<i64>,
    /// When it last changed, UTC milliseconds.
    pub changed_ms: i64,
    /// Reference, initials, stage and the rest, sealed under the group's key.
    pub sealed: Vec<u8>,
}

/// In which order a list of cards is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// What is due first comes first; what has no date comes last.
    #[default]
    Due,
    /// What changed last comes first.
    Changed,
}

/// Which cards of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page {
    /// Only those of this class.
    pub class: Option<Class>,
    /// In this order.
    pub order: Order,
    /// Only those after this one: [`Card::place`] of the last card of the page before.
    pub after: Option<Place>,
    /// At most so many.
    pub limit: u32,
}

/// Where a card stands in a list: the sort key's number, then the case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Due or changed, as the order says, as the column holds it.
    pub ms: i64,
    /// The case.
    pub case: CaseId,
}

impl Card {
    /// Where this card stands in a list of that order.
    #[must_use]
    pub fn place(&self, order: Order) -> Place {
        let ms = match order {
            Order::Due => self.due_ms.unwrap_or(NEVER),
            Order::Changed => self.changed_ms,
        };
        Place {
            ms,
            case: self.case,
        }
    }
}

fn row(row: &Row<'_>) -> Result<Card> {
    let due: i64 = row.get(3)?;
    Ok(Card {
        group: row.get(0)?,
        case: row.get(1)?,
        class: row.get(2)?,
        due_ms: (due != NEVER).then_some(due),
        changed_ms: row.get(4)?,
        sealed: row.get(5)?,
    })
}

impl Read<'_> {
    /// A group's card of a case.
    ///
    /// # Errors
    /// The store's own.
    pub fn card(&mut self, group: GroupId, case: CaseId) -> Result<Option<Card>> {
        self.conn.opt(ONE, params![group, case], row)
    }

    /// A page of a group's cards. One statement.
    ///
    /// # Errors
    /// The store's own.
    pub fn cards(&mut self, group: GroupId, page: &Page) -> Result<Vec<Card>> {
        let (statement, of_class, ms, case) = match page.order {
            Order::Due => (
                BY_DUE,
                BY_DUE_OF_CLASS,
                i64::MIN,
                CaseId::from_bytes([0; 16]),
            ),
            Order::Changed => (
                BY_CHANGE,
                BY_CHANGE_OF_CLASS,
                i64::MAX,
                CaseId::from_bytes([255; 16]),
            ),
        };
        let Place { ms, case } = page.after.unwrap_or(Place { ms, case });
        match page.class {
            None => self
                .conn
                .all(statement, params![group, ms, case, page.limit], row),
            Some(class) => {
                self.conn
                    .all(of_class, params![group, ms, case, page.limit, class], row)
            }
        }
    }

    /// How many cards a group has, by class; classes without any are left out. One statement that reads at most eight
    /// rows: the counts are kept with the cards.
    ///
    /// # Errors
    /// The store's own.
    pub fn card_counts(&mut self, group: GroupId) -> Result<Vec<(Class, u64)>> {
        self.conn
            .all(COUNT, params![group], |row| Ok((row.get(0)?, row.get(1)?)))
    }

    /// Every card of a group, by case: for searching them in memory.
    ///
    /// # Errors
    /// The store's own, and the closure's.
    pub fn each_card(
        &mut self,
        group: GroupId,
        mut each: impl FnMut(Card) -> Result<()>,
    ) -> Result<()> {
        let mut after = Vec::new();
        loop {
            let batch = self.conn.all(EVERY, params![group, &after], row)?;
            let Some(last) = batch.last() else {
                return Ok(());
            };
            after = last.case.as_bytes().to_vec();
            batch.into_iter().try_for_each(&mut each)?;
        }
    }
}

impl Tx<'_> {
    /// Writes a card, new or changed.
    ///
    /// # Errors
    /// The store's own.
    pub fn put_card(&mut self, card: &Card) -> Result<()> {
        let Card {
            group,
            case,
            class,
            due_ms,
            changed_ms,
            sealed,
        } = card;
        let due = due_ms.unwrap_or(NEVER);
        self.conn.queue(COUNT_PUT, params![*group, *case, *class])?;
        self.conn.queue(
            PUT,
            params![*group, *case, *class, due, *changed_ms, sealed],
        )
    }

    /// Removes a card.
    ///
    /// # Errors
    /// The store's own.
    pub fn drop_card(&mut self, group: GroupId, case: CaseId) -> Result<()> {
        self.conn.queue(COUNT_DROP, params![group, case])?;
        self.conn.queue(DROP, params![group, case])
    }
}
