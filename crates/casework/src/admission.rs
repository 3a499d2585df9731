//! Admission: two key officers certify a newcomer, then a member of the group seals the group's secret to them.
//!
//! Duties are split: officers say who belongs, only a member can let in. Neither can do it alone.

use crate::account::fingerprint;
use crate::app::App;
use crate::directory::Profile;
use crate::error::{Error, Result};
use crate::session::Session;
use crate::sign_in::StepUp;
use safeconduct_domain::access::Role;
use safeconduct_domain::directory::Event;
use safeconduct_domain::id::{ItemId, UserId};
use safeconduct_domain::refused::{Refused, require};
use safeconduct_store::account::AccountStatus;
use safeconduct_store::certificate::{CertificateState, StoredCertificate};
use safeconduct_vault::certificate::{Signed, Signer, UserCertificate};
use std::sync::Arc;

/// Somebody who waits to be certified or admitted.
#[derive(Clone)]
pub struct Candidate {
    /// Who.
    pub user: UserId,
    /// Their name.
    pub name: String,
    /// Their roles.
    pub roles: Vec<Role>,
    /// The certificate that waits.
    pub certificate: ItemId,
    /// Digits of their public key, to be compared by voice.
    pub fingerprint: String,
    /// How many key officers have signed.
    pub signatures: usize,
    /// Whether the one who looks has.
    pub signed_by_me: bool,
}

impl std::fmt::Debug for Candidate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Candidate(…)")
    }
}

impl App {
    /// People of the key officer's organisation who wait for signatures.
    ///
    /// # Errors
    /// [`Error::Absent`] for anybody but a key officer.
    pub async fn to_certify(&self, session: &Arc<Session>) -> Result<Vec<Candidate>> {
        key_officer(session)?;
        let (app, session) = (self.clone(), Arc::clone(session));
        self.db
            .read(move |r| {
                let waiting = r.certificates(CertificateState::Waiting)?;
                let mut found = Vec::new();
                for row in waiting {
                    let account = r
                        .account(row.user)?
                        .filter(|a| a.organisation == session.organisation);
                    if let Some(profile) = account.and_then(|a| app.profile(&a)) {
                        found.extend(candidate(&row, &profile, session.user));
                    }
                }
                Ok(found)
            })
            .await
    }

    /// Signs somebody's certificate, with passphrase and code afresh. The second different signature certifies.
    ///
    /// # Errors
    /// [`Error::Absent`]; a refusal for one's own certificate or a second signature by the same officer.
    pub async fn certify(&self, session: &Arc<Session>, id: ItemId, given: StepUp) -> Result<bool> {
        key_officer(session)?;
        let keys = self.step_up(session.user, given).await?;
        let (app, session) = (self.clone(), Arc::clone(session));
        self.db
            .write(move |tx| {
                let row = tx
                    .certificate(id)?
                    .filter(|c| c.state == CertificateState::Waiting)
                    .ok_or(Error::Absent)?;
                let account = tx
                    .account(row.user)?
                    .filter(|a| a.organisation == session.organisation)
                    .ok_or(Error::Absent)?;
                require(row.user != session.user, || Refused::by("own-certificate"))?;
                let signed = Signed::from_parts(row.body.clone(), &row.signatures)?;
                let certificate = UserCertificate::from_bytes(&signed.body)?;
                let genuine = certificate.user == row.user
                    && certificate.organisation == session.organisation;
                let genuine = genuine && certificate.public.to_bytes() == account.public;
                require(genuine, || Refused::by("certificate-does-not-fit"))?;
                let mine = signed
                    .signatures
                    .iter()
                    .any(|(signer, _)| *signer == Signer::User(session.user));
                require(!mine, || Refused::by("already-signed"))?;
                let signed = signed.sign(Signer::User(session.user), &keys.signing);
                let count = signed.signatures.len();
                let state = if count >= 2 {
                    CertificateState::Valid
                } else {
                    CertificateState::Waiting
                };
                tx.sign_certificate(id, &signed.signature_bytes(), state)?;
                if state == CertificateState::Valid {
                    // the rule that counts: two officers who can themselves be traced to the root
                    let now_valid = StoredCertificate {
                        signatures: signed.signature_bytes(),
                        state,
                        ..row.clone()
                    };
                    app.believe_user(tx, &now_valid)?;
                    tx.set_account_status(row.user, AccountStatus::Active)?;
                }
                let event = Event::Certified {
                    user: row.user,
                    signatures: u32::try_from(count).unwrap_or(u32::MAX),
                };
                app.record(
                    tx,
                    Some(&session),
                    &[event],
                    state == CertificateState::Valid,
                )
            })
            .await
    }

    /// Certified people of the session's group who have no key to it yet.
    ///
    /// # Errors
    /// [`Error::NotAdmitted`]; the store's own.
    pub async fn to_admit(&self, session: &Arc<Session>) -> Result<Vec<Candidate>> {
        let (app, session) = (self.clone(), Arc::clone(session));
        self.db
            .read(move |r| {
                let team = session.team()?;
                let members = r.members(team.id)?;
                let mut found = Vec::new();
                for row in r.certificates(CertificateState::Valid)? {
                    let held = members
                        .iter()
                        .any(|m| m.user == row.user && m.epoch == team.secret.epoch());
                    let here = UserCertificate::from_bytes(&row.body)
                        .is_ok_and(|c| c.group == Some(team.id));
                    if held || !here || app.believe_user(r, &row).is_err() {
                        continue;
                    }
                    let account = r
                        .account(row.user)?
                        .filter(|a| a.status == AccountStatus::Active);
                    if let Some(profile) = account.and_then(|a| app.profile(&a)) {
                        found.extend(candidate(&row, &profile, session.user));
                    }
                }
                Ok(found)
            })
            .await
    }

    /// Seals the group's secret to a certified newcomer.
    ///
    /// # Errors
    /// [`Error::Absent`] when nobody of that name waits for this group; [`Error::Untrusted`] for a forged certificate.
    pub async fn admit(&self, session: &Arc<Session>, user: UserId) -> Result<()> {
        let (app, session) = (self.clone(), Arc::clone(session));
        self.db
            .write(move |tx| {
                let team = session.team()?;
                let certificate = app.certificate_of(tx, user)?.ok_or(Error::Absent)?;
                let active = tx
                    .account(user)?
                    .is_some_and(|account| account.status == AccountStatus::Active);
                let held = tx
                    .memberships(user)?
                    .iter()
                    .any(|m| m.group == team.id && m.epoch == team.secret.epoch());
                if certificate.group != Some(team.id) || held || !active {
                    return Err(Error::Absent);
                }
                app.admit_in(tx, &team.secret, &certificate)?;
                tx.raise_account_epoch(user)?;
                app.record(
                    tx,
                    Some(&session),
                    &[Event::Admitted {
                        user,
                        group: team.id,
                    }],
                    (),
                )
            })
            .await
    }
}

pub(crate) fn key_officer(session: &Session) -> Result<()> {
    if session.has(Role::KeyOfficer) {
        Ok(())
    } else {
        Err(Error::Absent)
    }
}

fn candidate(row: &StoredCertificate, profile: &Profile, me: UserId) -> Option<Candidate> {
    let signed = Signed::from_parts(row.body.clone(), &row.signatures).ok()?;
    let certificate = UserCertificate::from_bytes(&signed.body).ok()?;
    Some(Candidate {
        user: row.user,
        name: profile.name.clone(),
        roles: certificate
            .roles
            .iter()
            .filter_map(|r| Role::from_code(r))
            .collect(),
        certificate: row.id,
        fingerprint: fingerprint(&certificate.public.to_bytes()),
        signatures: signed.signatures.len(),
        signed_by_me: signed
            .signatures
            .iter()
            .any(|(s, _)| *s == Signer::User(me)),
    })
}
