//! Organisations: partners, the Resettlement Operations Centre, migration offices' departments, the planning branch.

use crate::conn::value::{Row, params};
use crate::error::Result;
use crate::sql::statements;
use crate::tx::{Read, Tx};
use safeconduct_domain::id::OrganisationId;

statements! {
    const ADD = "INSERT INTO organisation (id, code, kind, name) VALUES (?1, ?2, ?3, ?4)";
    const RENAME = "UPDATE organisation SET name = ?2 WHERE id = ?1";
    const ONE = "SELECT id, code, kind, name FROM organisation WHERE id = ?1";
    const BY_CODE = "SELECT id, code, kind, name FROM organisation WHERE code = ?1";
    const EVERY = "SELECT id, code, kind, name FROM organisation ORDER BY id";
}

/// An organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organisation {
    /// Its identifier.
    pub id: OrganisationId,
    /// Its short name in policy and addresses, unique.
    pub code: String,
    /// What kind it is, in the domain's words.
    pub kind: String,
    /// Its name.
    pub name: String,
}

fn row(row: &Row<'_>) -> Result<Organisation> {
    Ok(Organisation {
        id: row.get(0)?,
        code: row.get(1)?,
        kind: row.get(2)?,
        name: row.get(3)?,
    })
}

impl Read<'_> {
    /// An organisation.
    ///
    /// # Errors
    /// The store's own.
    pub fn organisation(&mut self, id: OrganisationId) -> Result<Option<Organisation>> {
        self.conn.opt(ONE, params![id], row)
    }

    /// The organisation of that code.
    ///
    /// # Errors
    /// The store's own.
    pub fn organisation_by_code(&mut self, code: &str) -> Result<Option<Organisation>> {
        self.conn.opt(BY_CODE, params![code], row)
    }

    /// All organisations, in no meaningful order.
    ///
    /// # Errors
    /// The store's own.
    pub fn organisations(&mut self) -> Result<Vec<Organisation>> {
        self.conn.all(EVERY, &[], row)
    }
}

impl Tx<'_> {
    /// Adds an organisation.
    ///
    /// # Errors
    /// [`Error::Conflict`](crate::Error::Conflict) if its identifier or code is taken.
    pub fn add_organisation(&mut self, organisation: &Organisation) -> Result<()> {
        let Organisation {
            id,
            code,
            kind,
            name,
        } = organisation;
        self.conn
            .exec(ADD, params![*id, code, kind, name])
            .map(drop)
    }

    /// Changes an organisation's name.
    ///
    /// # Errors
    /// The store's own.
    pub fn rename_organisation(&mut self, id: OrganisationId, name: &str) -> Result<()> {
        self.conn.queue(RENAME, params![id, name])
    }
}
