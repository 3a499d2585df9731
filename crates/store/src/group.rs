//! Groups: an office's officers, a partner's caseworkers, the planners, the auditors. The table is called `team`, because
//! `group` is a word of SQL.

use crate::conn::value::{Row, params};
use crate::error::Result;
use crate::sql::statements;
use crate::tx::{Read, Tx};
use safeconduct_domain::id::{GroupId, OrganisationId, UserId};

statements! {
    const ADD = "INSERT INTO team (id, organisation, kind, code, name, epoch, public_key, certificate)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
    const RENEW = "UPDATE team SET epoch = ?2, public_key = ?3, certificate = ?4 WHERE id = ?1 AND epoch < ?2";
    const RENAME = "UPDATE team SET name = ?2 WHERE id = ?1";
    const ONE = "SELECT id, organisation, kind, code, name, epoch, public_key, certificate FROM team WHERE id = ?1";
    const BY_CODE = "SELECT id, organisation, kind, code, name, epoch, public_key, certificate FROM team
        WHERE code = ?1";
    const EVERY = "SELECT id, organisation, kind, code, name, epoch, public_key, certificate FROM team ORDER BY id";
    const OF_ORGANISATION = "SELECT id, organisation, kind, code, name, epoch, public_key, certificate FROM team
        WHERE organisation = ?1 ORDER BY id";
    const OF_USER = "SELECT t.id, t.organisation, t.kind, t.code, t.name, t.epoch, t.public_key, t.certificate
        FROM team t JOIN membership m ON m.group_id = t.id AND m.epoch = t.epoch WHERE m.user_id = ?1 ORDER BY t.id";
}

/// A group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Its identifier.
    pub id: GroupId,
    /// Whose it is.
    pub organisation: OrganisationId,
    /// What kind it is, in the domain's words.
    pub kind: String,
    /// Its short name in policy and addresses, unique.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Which of its key pairs is in use.
    pub epoch: u32,
    /// The public key of that pair.
    pub public: Vec<u8>,
    /// The certificate that vouches for it, with its signatures.
    pub certificate: Vec<u8>,
}

fn row(row: &Row<'_>) -> Result<Group> {
    Ok(Group {
        id: row.get(0)?,
        organisation: row.get(1)?,
        kind: row.get(2)?,
        code: row.get(3)?,
        name: row.get(4)?,
        epoch: row.get(5)?,
        public: row.get(6)?,
        certificate: row.get(7)?,
    })
}

impl Read<'_> {
    /// A group.
    ///
    /// # Errors
    /// The store's own.
    pub fn group(&mut self, id: GroupId) -> Result<Option<Group>> {
        self.conn.opt(ONE, params![id], row)
    }

    /// The group of that code.
    ///
    /// # Errors
    /// The store's own.
    pub fn group_by_code(&mut self, code: &str) -> Result<Option<Group>> {
        self.conn.opt(BY_CODE, params![code], row)
    }

    /// All groups, in no meaningful order.
    ///
    /// # Errors
    /// The store's own.
    pub fn groups(&mut self) -> Result<Vec<Group>> {
        self.conn.all(EVERY, &[], row)
    }

    /// An organisation's groups, in no meaningful order.
    ///
    /// # Errors
    /// The store's own.
    pub fn groups_of_organisation(&mut self, organisation: OrganisationId) -> Result<Vec<Group>> {
        self.conn.all(OF_ORGANISATION, params![organisation], row)
    }

    /// The groups whose present key pair somebody holds, in no meaningful order.
    ///
    /// # Errors
    /// The store's own.
    pub fn groups_of_user(&mut self, user: UserId) -> Result<Vec<Group>> {
        self.conn.all(OF_USER, params![user], row)
    }
}

impl Tx<'_> {
    /// Adds a group.
    ///
    /// # Errors
    /// [`Error::Conflict`](crate::Error::Conflict) if its identifier or code is taken;
    /// [`Error::Constraint`](crate::Error::Constraint) if its organisation is unknown.
    pub fn add_group(&mut self, group: &Group) -> Result<()> {
        let Group {
            id,
            organisation,
            kind,
            code,
            name,
            epoch,
            public,
            certificate,
        } = group;
        self.conn
            .exec(
                ADD,
                params![
                    *id,
                    *organisation,
                    kind,
                    code,
                    name,
                    *epoch,
                    public,
                    certificate
                ],
            )
            .map(drop)
    }

    /// Gives a group a new key pair. `false` if its epoch is not older than this one.
    ///
    /// # Errors
    /// The store's own.
    pub fn renew_group(
        &mut self,
        id: GroupId,
        epoch: u32,
        public: &[u8],
        certificate: &[u8],
    ) -> Result<bool> {
        Ok(self
            .conn
            .exec(RENEW, params![id, epoch, public, certificate])?
            == 1)
    }

    /// Changes a group's name.
    ///
    /// # Errors
    /// The store's own.
    pub fn rename_group(&mut self, id: GroupId, name: &str) -> Result<()> {
        self.conn.queue(RENAME, params![id, name])
    }
}
