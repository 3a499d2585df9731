//! Who there is and whom to believe: certificates traced to the root, groups and their public keys, names of colleagues.
//!
//! What was verified is remembered by its content, so a row that somebody altered is another row and is verified again.

use crate::app::App;
use crate::error::{Error, Result};
use safeconduct_domain::directory::Purpose;
use safeconduct_domain::id::{GroupId, UserId};
use safeconduct_journal::hash::sha256;
use safeconduct_store::account::Account;
use safeconduct_store::certificate::{CertificateState, StoredCertificate};
use safeconduct_store::group::Group;
use safeconduct_store::{Read, account::AccountStatus};
use safeconduct_vault::certificate::{GroupCertificate, Signed, UserCertificate};
use safeconduct_vault::chain::{Chain, Verified};
use safeconduct_vault::place::Place;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::sync::{Arc, RwLock};

/// Name and address of a member of staff, sealed under the directory key.
#[derive(Clone, Serialize, Deserialize)]
pub struct Profile {
    /// The name colleagues see.
    pub name: String,
    /// The name typed at sign-in.
    pub handle: String,
    /// Where "something waits for you" is sent; nowhere if empty.
    #[serde(default)]
    pub email: String,
}

impl std::fmt::Debug for Profile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Profile(…)")
    }
}

/// What has been verified, by the hash of its bytes.
#[derive(Default)]
pub(crate) struct Believed {
    users: RwLock<HashMap<[u8; 32], Arc<Verified<UserCertificate>>>>,
    groups: RwLock<HashMap<[u8; 32], Arc<Verified<GroupCertificate>>>>,
}

fn fingerprint(signed: &Signed) -> [u8; 32] {
    sha256(&[signed.body.as_slice(), &signed.signature_bytes()].concat())
}

fn signed(stored: &StoredCertificate) -> Result<Signed> {
    Signed::from_parts(stored.body.clone(), &stored.signatures).map_err(|_| Error::Untrusted)
}

/// What a group is for and its code, as its certificate has them: whoever changes the columns sends nothing astray.
pub(crate) fn kind_and_code(group: &Group) -> String {
    format!("{} {}", group.kind, group.code)
}

/// The certificate of a group as its column holds it: the length of the body (4 bytes, big-endian), body, signatures.
pub(crate) fn group_column(signed: &Signed) -> Vec<u8> {
    let length = u32::try_from(signed.body.len()).unwrap_or(0).to_be_bytes();
    [length.as_slice(), &signed.body, &signed.signature_bytes()].concat()
}

fn group_signed(column: &[u8]) -> Result<Signed> {
    let (length, rest) = column.split_first_chunk::<4>().ok_or(Error::Untrusted)?;
    let length = usize::try_from(u32::from_be_bytes(*length)).map_err(|_| Error::Untrusted)?;
    let (body, signatures) = rest.split_at_checked(length).ok_or(Error::Untrusted)?;
    Signed::from_parts(body.to_vec(), signatures).map_err(|_| Error::Untrusted)
}

impl App {
    /// Certificates that were replaced stay in the chain: what their owners signed while they counted still counts.
    /// Rights and keys come from the one in force alone (see [`App::certificate_of`]).
    fn chain(&self, r: &mut Read<'_>) -> Result<Chain> {
        let mut rows = r.certificates(CertificateState::Valid)?;
        rows.extend(r.certificates(CertificateState::Revoked)?);
        let rows: Vec<Signed> = rows.iter().filter_map(|row| signed(row).ok()).collect();
        Ok(Chain::new(self.keys.root, &rows))
    }

    /// Whether a user certificate can be traced to the root.
    pub(crate) fn believe_user(
        &self,
        r: &mut Read<'_>,
        row: &StoredCertificate,
    ) -> Result<Arc<Verified<UserCertificate>>> {
        let signed = signed(row)?;
        let key = fingerprint(&signed);
        if let Some(known) = self
            .believed
            .users
            .read()
            .ok()
            .and_then(|known| known.get(&key).cloned())
        {
            return Ok(known);
        }
        let verified = Arc::new(self.chain(r)?.verify_user(&signed)?);
        if verified.user != row.user {
            return Err(Error::Untrusted);
        }
        if let Ok(mut known) = self.believed.users.write() {
            known.insert(key, Arc::clone(&verified));
        }
        Ok(verified)
    }

    /// Somebody's certificate in force, verified; `None` when there is none yet.
    pub(crate) fn certificate_of(
        &self,
        r: &mut Read<'_>,
        user: UserId,
    ) -> Result<Option<Arc<Verified<UserCertificate>>>> {
        let rows = r.certificates_of(user)?;
        let newest = rows
            .into_iter()
            .rev()
            .find(|row| row.state == CertificateState::Valid);
        newest.map(|row| self.believe_user(r, &row)).transpose()
    }

    /// A group's public key, verified. Nothing is sealed to any other.
    pub(crate) fn believe_group(
        &self,
        r: &mut Read<'_>,
        group: &Group,
    ) -> Result<Arc<Verified<GroupCertificate>>> {
        let signed = group_signed(&group.certificate)?;
        let key = fingerprint(&signed);
        let known = self
            .believed
            .groups
            .read()
            .ok()
            .and_then(|known| known.get(&key).cloned());
        let verified = match known {
            Some(known) => known,
            None => Arc::new(self.chain(r)?.verify_group(&signed)?),
        };
        // the columns only find the row; which group it is says the certificate
        let fits = verified.group == group.id
            && verified.epoch == group.epoch
            && verified.organisation == group.organisation
            && verified.kind == kind_and_code(group);
        if !fits {
            return Err(Error::Untrusted);
        }
        if let Ok(mut known) = self.believed.groups.write() {
            known.insert(key, Arc::clone(&verified));
        }
        Ok(verified)
    }

    /// The one group of a purpose that the stream has one of, if its keys exist.
    pub(crate) fn the_group(&self, r: &mut Read<'_>, purpose: Purpose) -> Result<Option<Group>> {
        Ok(r.groups()?
            .into_iter()
            .find(|g| g.kind == purpose.code() && g.epoch > 0))
    }

    /// The group that receives the cases of an office, by the office's code.
    pub(crate) fn office_group(&self, r: &mut Read<'_>, office: &str) -> Result<Option<Group>> {
        let found = r.group_by_code(office)?;
        Ok(found.filter(|g| g.kind == Purpose::Office.code() && g.epoch > 0))
    }

    /// A profile as its row holds it.
    pub(crate) fn profile(&self, account: &Account) -> Option<Profile> {
        let plain = self
            .directory
            .open(&Place::Profile { user: account.user }, &account.profile)
            .ok()?;
        serde_json::from_slice(&plain).ok()
    }

    /// Names of everybody, by pseudonym, for pages that say who did what.
    ///
    /// # Errors
    /// The store's own.
    pub async fn names(&self) -> Result<HashMap<UserId, String>> {
        let app = self.clone();
        let accounts = self
            .db
            .read(move |r| r.accounts().map_err(Error::from))
            .await?;
        Ok(accounts
            .iter()
            .filter_map(|a| app.profile(a).map(|p| (a.user, p.name)))
            .collect())
    }

    /// Members of a group whose account is in use, with their names.
    ///
    /// # Errors
    /// The store's own.
    pub async fn colleagues(&self, group: GroupId) -> Result<Vec<(UserId, String)>> {
        let app = self.clone();
        self.db.read(move |r| app.members_named(r, group)).await
    }

    pub(crate) fn members_named(
        &self,
        r: &mut Read<'_>,
        group: GroupId,
    ) -> Result<Vec<(UserId, String)>> {
        let mut found = Vec::new();
        for member in r.members(group)? {
            let account = r
                .account(member.user)?
                .filter(|a| a.status == AccountStatus::Active);
            if let Some(profile) = account.and_then(|a| self.profile(&a)) {
                found.push((member.user, profile.name));
            }
        }
        found.sort_by(|a, b| a.1.cmp(&b.1));
        found.dedup();
        Ok(found)
    }
}
