//! Certificates of staff: who vouches for whose public key.

use crate::conn::value::{Row, codes, params};
use crate::error::Result;
use crate::sql::statements;
use crate::tx::{Read, Tx};
use safeconduct_domain::id::{ItemId, UserId};

statements! {
    const PUT = "INSERT INTO certificate (id, user_id, body, signatures, state, at_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    const SIGN = "UPDATE certificate SET signatures = ?2, state = ?3 WHERE id = ?1";
    const REVOKE = "UPDATE certificate SET state = 3 WHERE user_id = ?1 AND state <> 3";
    const ONE = "SELECT id, user_id, body, signatures, state, at_ms FROM certificate WHERE id = ?1";
    const OF_USER = "SELECT id, user_id, body, signatures, state, at_ms FROM certificate WHERE user_id = ?1
        ORDER BY at_ms, id";
    const IN_STATE = "SELECT id, user_id, body, signatures, state, at_ms FROM certificate WHERE state = ?1
        ORDER BY at_ms, id";
}

codes! {
    /// How far a certificate is.
    CertificateState {
        /// It waits for signatures.
        Waiting = 1,
        /// It has those it needs.
        Valid = 2,
        /// It no longer counts.
        Revoked = 3,
    }
}

/// A certificate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredCertificate {
    /// Its identifier.
    pub id: ItemId,
    /// Whose it is.
    pub user: UserId,
    /// What is signed: the vault's canonical bytes.
    pub body: Vec<u8>,
    /// Who signed, and the signatures: the vault's bytes.
    pub signatures: Vec<u8>,
    /// How far it is.
    pub state: CertificateState,
    /// When it was made, UTC milliseconds.
    pub at_ms: i64,
}

fn row(row: &Row<'_>) -> Result<StoredCertificate> {
    Ok(StoredCertificate {
        id: row.get(0)?,
        user: row.get(1)?,
        body: row.get(2)?,
        signatures: row.get(3)?,
        state: row.get(4)?,
        at_ms: row.get(5)?,
    })
}

impl Read<'_> {
    /// A certificate.
    ///
    /// # Errors
    /// The store's own.
    pub fn certificate(&mut self, id: ItemId) -> Result<Option<StoredCertificate>> {
        self.conn.opt(ONE, params![id], row)
    }

    /// Somebody's certificates, oldest first, in any state.
    ///
    /// # Errors
    /// The store's own.
    pub fn certificates_of(&mut self, user: UserId) -> Result<Vec<StoredCertificate>> {
        self.conn.all(OF_USER, params![user], row)
    }

    /// All certificates in a state, oldest first.
    ///
    /// # Errors
    /// The store's own.
    pub fn certificates(&mut self, state: CertificateState) -> Result<Vec<StoredCertificate>> {
        self.conn.all(IN_STATE, params![state], row)
    }
}

impl Tx<'_> {
    /// Adds a certificate.
    ///
    /// # Errors
    /// [`Error::Conflict`](crate::Error::Conflict) if it is there; [`Error::Constraint`](crate::Error::Constraint) if
    /// the account is unknown.
    pub fn add_certificate(&mut self, certificate: &StoredCertificate) -> Result<()> {
        let StoredCertificate {
            id,
            user,
            body,
            signatures,
            state,
            at_ms,
        } = certificate;
        self.conn
            .exec(PUT, params![*id, *user, body, signatures, *state, *at_ms])
            .map(drop)
    }

    /// Replaces a certificate's signatures. `false` if there is no such certificate.
    ///
    /// # Errors
    /// The store's own.
    pub fn sign_certificate(
        &mut self,
        id: ItemId,
        signatures: &[u8],
        state: CertificateState,
    ) -> Result<bool> {
        Ok(self.conn.exec(SIGN, params![id, signatures, state])? == 1)
    }

    /// Revokes every certificate of somebody.
    ///
    /// # Errors
    /// The store's own.
    pub fn revoke_certificates(&mut self, user: UserId) -> Result<()> {
        self.conn.queue(REVOKE, params![user])
    }
}
