//! A lost passphrase: two key officers agree, the person makes new keys, a colleague seals the group to them again.
//! Nothing was lost, because nothing was only theirs.

use crate::admission::key_officer;
use crate::app::App;
use crate::directory::Profile;
use crate::error::{Error, Result};
use crate::session::Session;
use safeconduct_domain::access::Role;
use safeconduct_domain::directory::Event;
use safeconduct_domain::id::{ItemId, UserId};
use safeconduct_domain::refused::{Refused, require};
use safeconduct_store::account::{Account, AccountStatus};
use safeconduct_store::regrant::{Regrant, RegrantState};
use safeconduct_store::{Read, Tx};
use safeconduct_vault::random;
use std::sync::Arc;

/// A request, as a key officer sees it.
#[derive(Clone)]
pub struct Asked {
    /// Its name.
    pub id: ItemId,
    /// Who lost their keys.
    pub user: UserId,
    /// Their name.
    pub name: String,
    /// Whether the one who looks asked it, and so cannot approve it.
    pub asked_by_me: bool,
}

impl std::fmt::Debug for Asked {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Asked(…)")
    }
}

impl App {
    /// A key officer who has checked, outside the system, that a colleague lost the passphrase.
    ///
    /// # Errors
    /// [`Error::Absent`]; a refusal for oneself.
    pub async fn ask_regrant(&self, session: &Arc<Session>, user: UserId) -> Result<()> {
        key_officer(session)?;
        let (app, session) = (self.clone(), Arc::clone(session));
        self.db
            .write(move |tx| {
                let account = tx
                    .account(user)?
                    .filter(|a| a.organisation == session.organisation)
                    .ok_or(Error::Absent)?;
                require(account.user != session.user, || Refused::by("own-keys"))?;
                let open = tx
                    .regrants_of(user)?
                    .iter()
                    .any(|r| r.state == RegrantState::Asked);
                require(!open, || Refused::by("already-asked"))?;
                let id = ItemId::from_bytes(random::fresh_id());
                let at_ms = app.now_ms();
                tx.add_regrant(&Regrant {
                    id,
                    user,
                    asked_by: session.user,
                    approved_by: None,
                    state: RegrantState::Asked,
                    at_ms,
                })?;
                app.record(tx, Some(&session), &[Event::RegrantAsked { user }], ())
            })
            .await
    }

    /// A second key officer agrees; gives the code of a new invitation, shown once. The old keys stop working at once.
    ///
    /// # Errors
    /// [`Error::Absent`]; a refusal when the same officer asked.
    pub async fn approve_regrant(&self, session: &Arc<Session>, id: ItemId) -> Result<String> {
        key_officer(session)?;
        let code = self.fresh_code_hash();
        let (app, session) = (self.clone(), Arc::clone(session));
        let hash = code.1;
        self.db
            .write(move |tx| {
                let request = tx
                    .regrant(id)?
                    .filter(|r| r.state == RegrantState::Asked)
                    .ok_or(Error::Absent)?;
                let account = tx
                    .account(request.user)?
                    .filter(|a| a.organisation == session.organisation)
                    .ok_or(Error::Absent)?;
                require(tx.approve_regrant(id, session.user)?, || {
                    Refused::by("second-officer-needed")
                })?;
                app.reinvite(tx, &session, &account, hash)?;
                tx.set_account_status(account.user, AccountStatus::Lost)?;
                tx.end_sessions_of(account.user)?;
                tx.settle_regrant(id, RegrantState::Done)?;
                app.record(
                    tx,
                    Some(&session),
                    &[Event::RegrantApproved { user: account.user }],
                    (),
                )
            })
            .await?;
        Ok(code.0)
    }

    fn reinvite(
        &self,
        tx: &mut Tx<'_>,
        session: &Session,
        account: &Account,
        hash: [u8; 32],
    ) -> Result<()> {
        let certificate = self
            .certificate_of(tx, account.user)?
            .ok_or(Error::Absent)?;
        let group = certificate.group.ok_or(Error::Absent)?;
        let roles: Vec<Role> = certificate
            .roles
            .iter()
            .filter_map(|r| Role::from_code(r))
            .collect();
        let profile = self
            .profile(account)
            .ok_or(Error::Damaged("a profile does not open"))?;
        self.add_invitation(
            tx,
            hash,
            account.user,
            Some(session),
            (account.organisation, group),
            &roles,
            &profile,
            false,
        )
    }

    /// Requests of the organisation that wait for a second officer, and colleagues whose keys could be asked for.
    ///
    /// # Errors
    /// [`Error::Absent`] for anybody but a key officer.
    pub async fn regrants(
        &self,
        session: &Arc<Session>,
    ) -> Result<(Vec<Asked>, Vec<(UserId, String)>)> {
        key_officer(session)?;
        let (app, session) = (self.clone(), Arc::clone(session));
        self.db
            .read(move |r| {
                let colleagues = app.colleagues_of(r, &session)?;
                let named = |user: UserId| {
                    colleagues
                        .iter()
                        .find(|(u, _)| *u == user)
                        .map(|(_, p)| p.name.clone())
                };
                let asked = r
                    .regrants(RegrantState::Asked)?
                    .into_iter()
                    .filter_map(|request| {
                        let name = named(request.user)?;
                        Some(Asked {
                            id: request.id,
                            user: request.user,
                            name,
                            asked_by_me: request.asked_by == session.user,
                        })
                    });
                let asked = asked.collect();
                let others = colleagues.iter().filter(|(user, _)| *user != session.user);
                Ok((
                    asked,
                    others
                        .map(|(user, profile)| (*user, profile.name.clone()))
                        .collect(),
                ))
            })
            .await
    }

    fn colleagues_of(&self, r: &mut Read<'_>, session: &Session) -> Result<Vec<(UserId, Profile)>> {
        let accounts = r.accounts_of(session.organisation)?;
        Ok(accounts
            .iter()
            .filter_map(|a| Some((a.user, self.profile(a)?)))
            .collect())
    }
}
