//! Where somebody stands on the way from joining to work, and who can move them on.

use crate::account::fingerprint;
use crate::app::App;
use crate::error::{Error, Result};
use crate::session::Session;
use safeconduct_domain::access::Role;
use safeconduct_domain::id::{GroupId, OrganisationId, UserId};
use safeconduct_store::Read;
use safeconduct_store::account::AccountStatus;
use safeconduct_store::certificate::CertificateState;
use safeconduct_vault::certificate::{Signed, UserCertificate};
use std::sync::Arc;

/// Signatures of key officers that make a certificate valid.
pub const OFFICERS_NEEDED: usize = 2;

/// Where somebody stands.
#[derive(Clone)]
pub struct Standing {
    /// Digits of their public key, to be compared by voice.
    pub fingerprint: String,
    /// Whether the certificate is valid.
    pub certified: bool,
    /// How many key officers have signed it so far.
    pub signatures: usize,
    /// Names of the key officers who can sign and have not.
    pub officers: Vec<String>,
    /// The name of the group the certificate is for.
    pub group: Option<String>,
    /// Whether that group has keys: its first certified member makes them by signing in.
    pub opened: bool,
    /// Whether the group's secret has been sealed to them.
    pub admitted: bool,
    /// Names of the members who can do that.
    pub members: Vec<String>,
}

impl std::fmt::Debug for Standing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Standing(…)")
    }
}

impl App {
    /// Where the session's person stands.
    ///
    /// # Errors
    /// The store's own.
    pub async fn standing(&self, session: &Arc<Session>) -> Result<Standing> {
        self.standing_of(session.user).await
    }

    /// Where somebody stands who has just joined.
    ///
    /// # Errors
    /// [`Error::Absent`] when there is no such account.
    pub async fn standing_of(&self, user: UserId) -> Result<Standing> {
        let app = self.clone();
        self.db.read(move |r| app.stand(r, user)).await
    }

    fn stand(&self, r: &mut Read<'_>, user: UserId) -> Result<Standing> {
        let account = r.account(user)?.ok_or(Error::Absent)?;
        let rows = r.certificates_of(user)?;
        let newest = rows
            .iter()
            .rev()
            .find(|row| row.state != CertificateState::Revoked);
        let signed =
            newest.and_then(|row| Signed::from_parts(row.body.clone(), &row.signatures).ok());
        let certificate = signed
            .as_ref()
            .and_then(|signed| UserCertificate::from_bytes(&signed.body).ok());
        let group = certificate
            .as_ref()
            .and_then(|c| c.group)
            .map(|id| r.group(id))
            .transpose()?
            .flatten();
        let epoch = group.as_ref().map_or(0, |g| g.epoch);
        let admitted = group.as_ref().map(|g| g.id).is_some_and(|id| {
            r.memberships(user)
                .is_ok_and(|held| held.iter().any(|m| m.group == id && m.epoch == epoch))
        });
        let members = match &group {
            Some(group) => self.names_of_members(r, group.id, user)?,
            None => Vec::new(),
        };
        Ok(Standing {
            fingerprint: fingerprint(&account.public),
            certified: self.certificate_of(r, user)?.is_some(),
            signatures: signed.as_ref().map_or(0, |s| s.signatures.len()),
            officers: self.officers(r, account.organisation, user, signed.as_ref())?,
            group: group.as_ref().map(|g| g.name.clone()),
            opened: epoch > 0,
            admitted,
            members,
        })
    }

    fn names_of_members(
        &self,
        r: &mut Read<'_>,
        group: GroupId,
        but: UserId,
    ) -> Result<Vec<String>> {
        let members = self.members_named(r, group)?;
        Ok(members
            .into_iter()
            .filter(|(user, _)| *user != but)
            .map(|(_, name)| name)
            .collect())
    }

    /// Key officers of an organisation in use who have not signed.
    fn officers(
        &self,
        r: &mut Read<'_>,
        organisation: OrganisationId,
        but: UserId,
        signed: Option<&Signed>,
    ) -> Result<Vec<String>> {
        use safeconduct_vault::certificate::Signer;
        let mut found = Vec::new();
        for account in r.accounts_of(organisation)? {
            let signer = Signer::User(account.user);
            let has_signed =
                signed.is_some_and(|s| s.signatures.iter().any(|(by, _)| *by == signer));
            if account.user == but || has_signed || account.status != AccountStatus::Active {
                continue;
            }
            let certificate = self.certificate_of(r, account.user).ok().flatten();
            let officer = certificate.is_some_and(|c| c.has_role(Role::KeyOfficer.code()));
            if let Some(profile) = self.profile(&account).filter(|_| officer) {
                found.push(profile.name);
            }
        }
        found.sort();
        Ok(found)
    }
}
