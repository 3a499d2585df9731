//! Invitations: a code on paper, of which only a hash is here.

use crate::conn::value::{Row, codes, params};
use crate::error::Result;
use crate::sql::statements;
use crate::tx::{Read, Tx};
use safeconduct_domain::id::{GroupId, OrganisationId, UserId};

statements! {
    const ADD = "INSERT INTO invitation (code_hash, user_id, made_by, organisation, group_id, roles, profile, founding,
        expires_ms, state) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";
    const ONE = "SELECT code_hash, user_id, made_by, organisation, group_id, roles, profile, founding, expires_ms, state
        FROM invitation WHERE code_hash = ?1";
    const OPEN = "SELECT code_hash, user_id, made_by, organisation, group_id, roles, profile, founding, expires_ms, state
        FROM invitation WHERE organisation = ?1 AND state = 1 ORDER BY expires_ms, code_hash";
    const USE = "UPDATE invitation SET state = 2, profile = ?3 WHERE code_hash = ?1 AND state = 1 AND expires_ms > ?2";
    const CANCEL = "UPDATE invitation SET state = 3, profile = ?2 WHERE code_hash = ?1 AND state = 1";
}

codes! {
    /// Whether an invitation can still be used.
    InvitationState {
        /// It can, until it expires.
        Open = 1,
        /// It was used.
        Used = 2,
        /// It was taken back.
        Cancelled = 3,
    }
}

/// An invitation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    /// The keyed hash of its code.
    pub code_hash: [u8; 32],
    /// The pseudonym the invited person gets, or has.
    pub user: UserId,
    /// Who invites; nobody for the first ones of a deployment.
    pub made_by: Option<UserId>,
    /// Into which organisation.
    pub organisation: OrganisationId,
    /// Into which group.
    pub group: Option<GroupId>,
    /// With which roles, as the use case writes them.
    pub roles: String,
    /// Name and address, sealed; empty once used or cancelled.
    pub profile: Vec<u8>,
    /// Makes one of an organisation's founders, whom the deployment's root certifies.
    pub founding: bool,
    /// Until when, UTC milliseconds.
    pub expires_ms: i64,
    /// Whether it can still be used.
    pub state: InvitationState,
}

fn row(row: &Row<'_>) -> Result<Invitation> {
    Ok(Invitation {
        code_hash: row.get(0)?,
        user: row.get(1)?,
        made_by: row.get(2)?,
        organisation: row.get(3)?,
        group: row.get(4)?,
        roles: row.get(5)?,
        profile: row.get(6)?,
        founding: row.get(7)?,
        expires_ms: row.get(8)?,
        state: row.get(9)?,
    })
}

impl Read<'_> {
    /// The invitation of a code, in any state, expired or not.
    ///
    /// # Errors
    /// The store's own.
    pub fn invitation(&mut self, code_hash: &[u8; 32]) -> Result<Option<Invitation>> {
        self.conn.opt(ONE, params![code_hash], row)
    }

    /// An organisation's unused invitations, expired ones included, the one that expires first before the others.
    ///
    /// # Errors
    /// The store's own.
    pub fn invitations_open(&mut self, organisation: OrganisationId) -> Result<Vec<Invitation>> {
        self.conn.all(OPEN, params![organisation], row)
    }
}

impl Tx<'_> {
    /// Adds an invitation.
    ///
    /// # Errors
    /// [`Error::Conflict`](crate::Error::Conflict) if the code is taken;
    /// [`Error::Constraint`](crate::Error::Constraint) if organisation or group is unknown.
    pub fn add_invitation(&mut self, invitation: &Invitation) -> Result<()> {
        let i = invitation;
        self.conn
            .exec(
                ADD,
                params![
                    &i.code_hash,
                    i.user,
                    i.made_by,
                    i.organisation,
                    i.group,
                    &i.roles,
                    &i.profile,
                    i.founding,
                    i.expires_ms,
                    i.state
                ],
            )
            .map(drop)
    }

    /// Uses an invitation up. `false` if it is unknown, used, cancelled or expired.
    ///
    /// # Errors
    /// The store's own.
    pub fn use_invitation(&mut self, code_hash: &[u8; 32], now_ms: i64) -> Result<bool> {
        Ok(self.conn.exec(USE, params![code_hash, now_ms, &[]])? == 1)
    }

    /// Takes an invitation back. `false` if it was not open.
    ///
    /// # Errors
    /// The store's own.
    pub fn cancel_invitation(&mut self, code_hash: &[u8; 32]) -> Result<bool> {
        Ok(self.conn.exec(CANCEL, params![code_hash, &[]])? == 1)
    }
}
