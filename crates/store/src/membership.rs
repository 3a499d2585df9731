//! Memberships: a group's private key, sealed to one member's public key.

use crate::account::AccountStatus;
use crate::conn::value::{Row, params};
use crate::error::Result;
use crate::sql::statements;
use crate::tx::{Read, Tx};
use safeconduct_domain::id::{GroupId, UserId};

statements! {
    const PUT = "INSERT INTO membership (group_id, user_id, epoch, sealed) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT (group_id, user_id, epoch) DO UPDATE SET sealed = excluded.sealed";
    const DROP = "DELETE FROM membership WHERE group_id = ?1 AND user_id = ?2";
    const DROP_USER = "DELETE FROM membership WHERE user_id = ?1";
    const DROP_OLD = "DELETE FROM membership WHERE group_id = ?1 AND epoch < ?2";
    const OF_USER = "SELECT group_id, user_id, epoch, sealed FROM membership WHERE user_id = ?1
        ORDER BY group_id, epoch";
    const SEEN = "SELECT a.user_id, a.status, a.created_ms,
            (SELECT e.at_ms FROM entry e WHERE e.actor_id = a.user_id AND e.class = 7 ORDER BY e.seq DESC LIMIT 1)
        FROM account a WHERE a.user_id IN (SELECT user_id FROM membership WHERE group_id = ?1) ORDER BY a.user_id";
    const OF_GROUP = "SELECT group_id, user_id, epoch, sealed FROM membership WHERE group_id = ?1
        ORDER BY user_id, epoch";
}

/// A membership.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Membership {
    /// The group.
    pub group: GroupId,
    /// The member.
    pub user: UserId,
    /// Which of the group's key pairs.
    pub epoch: u32,
    /// The group's secret, sealed to the member.
    pub sealed: Vec<u8>,
}

/// A member of a group, and when something of theirs was last entered in the journal, signing in included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    /// The member.
    pub user: UserId,
    /// Whether the account can sign in.
    pub status: AccountStatus,
    /// When the account was made, UTC milliseconds.
    pub created_ms: i64,
    /// The time of their last entry, UTC milliseconds.
    pub last_ms: Option<i64>,
}

fn row(row: &Row<'_>) -> Result<Membership> {
    Ok(Membership {
        group: row.get(0)?,
        user: row.get(1)?,
        epoch: row.get(2)?,
        sealed: row.get(3)?,
    })
}

impl Read<'_> {
    /// What somebody can open.
    ///
    /// # Errors
    /// The store's own.
    pub fn memberships(&mut self, user: UserId) -> Result<Vec<Membership>> {
        self.conn.all(OF_USER, params![user], row)
    }

    /// Who can open what of a group, all epochs.
    ///
    /// # Errors
    /// The store's own.
    pub fn members(&mut self, group: GroupId) -> Result<Vec<Membership>> {
        self.conn.all(OF_GROUP, params![group], row)
    }
}

impl Read<'_> {
    /// The members of a group with the time of their last looks or sign-ins. One statement, one index entry a member.
    ///
    /// # Errors
    /// The store's own.
    pub fn members_seen(&mut self, group: GroupId) -> Result<Vec<Seen>> {
        self.conn.all(SEEN, params![group], |row| {
            Ok(Seen {
                user: row.get(0)?,
                status: row.get(1)?,
                created_ms: row.get(2)?,
                last_ms: row.get(3)?,
            })
        })
    }
}

impl Tx<'_> {
    /// Makes somebody a member, or seals their membership again.
    ///
    /// # Errors
    /// [`Error::Constraint`](crate::Error::Constraint), here or at the commit, if the group or the account is unknown.
    pub fn put_membership(&mut self, membership: &Membership) -> Result<()> {
        let Membership {
            group,
            user,
            epoch,
            sealed,
        } = membership;
        self.conn.queue(PUT, params![*group, *user, *epoch, sealed])
    }

    /// Ends a membership.
    ///
    /// # Errors
    /// The store's own.
    pub fn drop_membership(&mut self, group: GroupId, user: UserId) -> Result<()> {
        self.conn.queue(DROP, params![group, user])
    }

    /// Ends every membership of somebody: before their key pair is replaced.
    ///
    /// # Errors
    /// The store's own.
    pub fn drop_memberships(&mut self, user: UserId) -> Result<()> {
        self.conn.queue(DROP_USER, params![user])
    }

    /// Deletes what opens a group's key pairs before this epoch.
    ///
    /// # Errors
    /// The store's own.
    pub fn drop_memberships_before(&mut self, group: GroupId, epoch: u32) -> Result<()> {
        self.conn.queue(DROP_OLD, params![group, epoch])
    }
}
