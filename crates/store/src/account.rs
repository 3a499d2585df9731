//! Accounts of staff: what sign-in needs, all of it sealed, hashed or random.

use crate::conn::value::{Row, codes, params};
use crate::error::{Error, Result};
use crate::sql::statements;
use crate::tx::{Read, Scratch, Tx};
use safeconduct_domain::id::{OrganisationId, UserId};

statements! {
    const ADD = "INSERT INTO account (user_id, handle, organisation, status, profile, kdf, bundle, public_key, totp_step,
        epoch, created_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";
    const ONE = "SELECT user_id, handle, organisation, status, profile, kdf, bundle, public_key, totp_step, epoch,
        created_ms FROM account WHERE user_id = ?1";
    const BY_HANDLE = "SELECT user_id, handle, organisation, status, profile, kdf, bundle, public_key, totp_step, epoch,
        created_ms FROM account WHERE handle = ?1";
    const OF_ORGANISATION = "SELECT user_id, handle, organisation, status, profile, kdf, bundle, public_key, totp_step,
        epoch, created_ms FROM account WHERE organisation = ?1 ORDER BY user_id";
    const EVERY = "SELECT user_id, handle, organisation, status, profile, kdf, bundle, public_key, totp_step, epoch,
        created_ms FROM account ORDER BY user_id";
    const STATUS = "UPDATE account SET status = ?2, epoch = epoch + 1 WHERE user_id = ?1";
    const KEYS = "UPDATE account SET kdf = ?2, bundle = ?3, public_key = ?4, totp_step = ?5, epoch = epoch + 1
        WHERE user_id = ?1";
    const PROFILE = "UPDATE account SET profile = ?2 WHERE user_id = ?1";
    const RAISE = "UPDATE account SET epoch = epoch + 1 WHERE user_id = ?1";
    const STEP = "UPDATE account SET totp_step = ?2 WHERE user_id = ?1 AND totp_step < ?2";
}

codes! {
    /// Whether an account can sign in.
    AccountStatus {
        /// Made by an invitation, not certified yet.
        Waiting = 1,
        /// In use.
        Active = 2,
        /// Switched off.
        Off = 3,
        /// Its keys are lost; it waits to be granted them again.
        Lost = 4,
    }
}

/// An account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// The pseudonym the journal shows.
    pub user: UserId,
    /// What the sign-in name is found by: a keyed hash of it.
    pub handle: Vec<u8>,
    /// Whose member of staff.
    pub organisation: OrganisationId,
    /// Whether it can sign in.
    pub status: AccountStatus,
    /// Name and e-mail address, sealed.
    pub profile: Vec<u8>,
    /// Parameters and salt of the passphrase's derivation, as the vault writes them.
    pub kdf: String,
    /// The private keys, sealed under the passphrase.
    pub bundle: Vec<u8>,
    /// The public keys.
    pub public: Vec<u8>,
    /// The last time step whose code was used.
    pub totp_step: i64,
    /// Rises with every change of keys, roles or status; sessions of an older one are dead.
    pub epoch: u32,
    /// When it was made, UTC milliseconds.
    pub created_ms: i64,
}

/// What changes when somebody gets a new passphrase or new keys.
#[derive(Debug, Clone, Copy)]
pub struct NewKeys<'a> {
    /// As [`Account::kdf`].
    pub kdf: &'a str,
    /// As [`Account::bundle`].
    pub bundle: &'a [u8],
    /// As [`Account::public`].
    pub public: &'a [u8],
    /// As [`Account::totp_step`].
    pub totp_step: i64,
}

fn row(row: &Row<'_>) -> Result<Account> {
    Ok(Account {
        user: row.get(0)?,
        handle: row.get(1)?,
        organisation: row.get(2)?,
        status: row.get(3)?,
        profile: row.get(4)?,
        kdf: row.get(5)?,
        bundle: row.get(6)?,
        public: row.get(7)?,
        totp_step: row.get(8)?,
        epoch: row.get(9)?,
        created_ms: row.get(10)?,
    })
}

impl Read<'_> {
    /// An account.
    ///
    /// # Errors
    /// The store's own.
    pub fn account(&mut self, user: UserId) -> Result<Option<Account>> {
        self.conn.opt(ONE, params![user], row)
    }

    /// The account whose sign-in name has this keyed hash.
    ///
    /// # Errors
    /// The store's own.
    pub fn account_by_handle(&mut self, handle: &[u8]) -> Result<Option<Account>> {
        self.conn.opt(BY_HANDLE, params![handle], row)
    }

    /// An organisation's accounts, in no meaningful order.
    ///
    /// # Errors
    /// The store's own.
    pub fn accounts_of(&mut self, organisation: OrganisationId) -> Result<Vec<Account>> {
        self.conn.all(OF_ORGANISATION, params![organisation], row)
    }

    /// All accounts, in no meaningful order.
    ///
    /// # Errors
    /// The store's own.
    pub fn accounts(&mut self) -> Result<Vec<Account>> {
        self.conn.all(EVERY, &[], row)
    }
}

impl Scratch<'_> {
    /// Uses up a one-time code's time step. `false` if it, or a later one, was used before.
    ///
    /// # Errors
    /// The store's own.
    pub fn spend_totp_step(&mut self, user: UserId, step: i64) -> Result<bool> {
        Ok(self.conn.exec(STEP, params![user, step])? == 1)
    }
}

impl Tx<'_> {
    /// Adds an account.
    ///
    /// # Errors
    /// [`Error::Conflict`] if its sign-in name is taken; [`Error::Constraint`] if its organisation is unknown.
    pub fn add_account(&mut self, account: &Account) -> Result<()> {
        let a = account;
        self.conn
            .exec(
                ADD,
                params![
                    a.user,
                    &a.handle,
                    a.organisation,
                    a.status,
                    &a.profile,
                    &a.kdf,
                    &a.bundle,
                    &a.public,
                    a.totp_step,
                    a.epoch,
                    a.created_ms
                ],
            )
            .map(drop)
    }

    /// Switches an account on or off. Its sessions die at their next request.
    ///
    /// # Errors
    /// [`Error::Missing`] if there is no such account.
    pub fn set_account_status(&mut self, user: UserId, status: AccountStatus) -> Result<()> {
        let changed = self.conn.exec(STATUS, params![user, status])?;
        found(changed)
    }

    /// Gives an account a new passphrase or new keys. Its sessions die at their next request.
    ///
    /// # Errors
    /// [`Error::Missing`] if there is no such account.
    pub fn set_account_keys(&mut self, user: UserId, keys: NewKeys<'_>) -> Result<()> {
        let NewKeys {
            kdf,
            bundle,
            public,
            totp_step,
        } = keys;
        let changed = self
            .conn
            .exec(KEYS, params![user, kdf, bundle, public, totp_step])?;
        found(changed)
    }

    /// Replaces an account's sealed profile.
    ///
    /// # Errors
    /// The store's own.
    pub fn set_account_profile(&mut self, user: UserId, profile: &[u8]) -> Result<()> {
        self.conn.queue(PROFILE, params![user, profile])
    }

    /// Lets an account's sessions die at their next request: after a change of role or group.
    ///
    /// # Errors
    /// The store's own.
    pub fn raise_account_epoch(&mut self, user: UserId) -> Result<()> {
        self.conn.queue(RAISE, params![user])
    }
}

const fn found(changed: u64) -> Result<()> {
    if changed == 1 {
        Ok(())
    } else {
        Err(Error::Missing("account"))
    }
}
