//! Sessions: signing in, being recognised, signing out.
//!
//! What a session may do comes from the person's certificate, traced to the root, never from a row: an administrator of
//! the database who writes roles into tables gains nothing.

use crate::app::App;
use crate::directory::Profile;
use crate::error::{Error, Result};
use crate::pen::Pen;
use safeconduct_domain::access::{Actor, Role};
use safeconduct_domain::compartment::Class;
use safeconduct_domain::decision::Delegation;
use safeconduct_domain::directory::{Event, Purpose};
use safeconduct_domain::id::{GroupId, OrganisationId, UserId};
use safeconduct_store::account::{Account, AccountStatus};
use safeconduct_store::group::Group;
use safeconduct_store::session::Session as Row;
use safeconduct_store::{Committed, Read, Tx};
use safeconduct_vault::capsule::{self, Capsule, SessionSecret};
use safeconduct_vault::courier::Courier;
use safeconduct_vault::group::GroupSecret;
use std::sync::Arc;

/// A session ends after a quarter of an hour without a request.
pub const IDLE_MS: i64 = 15 * 60 * 1000;
/// A session ends after eight hours whatever happens.
pub const ABSOLUTE_MS: i64 = 8 * 60 * 60 * 1000;
/// `seen` is written at most once a minute.
const TOUCH_MS: i64 = 60 * 1000;

/// The group a session works for.
pub struct Team {
    /// Its pseudonym.
    pub id: GroupId,
    /// Its name.
    pub name: String,
    /// Its short name: an office's is the office's code in the policy.
    pub code: String,
    /// What it is for.
    pub purpose: Purpose,
    pub(crate) secret: GroupSecret,
}

/// Somebody signed in.
pub struct Session {
    pub(crate) secret: SessionSecret,
    /// Hash of the cookie: the name of the session's row.
    pub id_hash: [u8; 32],
    /// Who.
    pub user: UserId,
    /// The name colleagues see.
    pub name: String,
    /// The name typed at sign-in.
    pub handle: String,
    /// Where they work.
    pub organisation: OrganisationId,
    /// Its code.
    pub organisation_code: String,
    /// Roles, from the certificate; empty while it is not signed.
    pub roles: Vec<Role>,
    /// The group they work for, once admitted.
    pub team: Option<Team>,
    couriers: Vec<Courier>,
    pub(crate) auditors: Option<GroupId>,
    pub(crate) planners: Option<GroupId>,
    /// When it ends whatever happens, UTC milliseconds.
    pub ends_ms: i64,
}

impl std::fmt::Debug for Session {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Session({}, …)", self.user)
    }
}

impl Session {
    /// The token every form of this session carries.
    #[must_use]
    pub fn csrf(&self) -> String {
        self.secret.csrf_token()
    }

    /// The role in the group: the first that is not the key officer's.
    #[must_use]
    pub fn role(&self) -> Option<Role> {
        self.roles
            .iter()
            .copied()
            .find(|r| *r != Role::KeyOfficer)
            .or_else(|| self.roles.first().copied())
    }

    /// Whether the certificate gives a role.
    #[must_use]
    pub fn has(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }

    /// The group worked for.
    ///
    /// # Errors
    /// [`Error::NotAdmitted`] before a member has admitted this person.
    pub fn team(&self) -> Result<&Team> {
        self.team.as_ref().ok_or(Error::NotAdmitted)
    }

    pub(crate) fn courier_to(&self, group: Option<GroupId>) -> Option<&Courier> {
        self.couriers.iter().find(|c| Some(c.to()) == group)
    }

    /// Who acts, with the powers recorded.
    pub(crate) fn actor(&self, delegations: Vec<Delegation>) -> Result<Actor> {
        let team = self.team()?;
        let role = self.role().ok_or(Error::NotAdmitted)?;
        Ok(Actor {
            user: self.user,
            group: team.id,
            organisation: self.organisation_code.clone(),
            role,
            delegations,
        })
    }
}

/// What somebody has just unlocked, on the way to a capsule.
pub(crate) struct Unlocked {
    pub(crate) account: Account,
    pub(crate) groups: Vec<GroupSecret>,
}

impl App {
    /// Makes the session of somebody who has proved who they are; gives the cookie's value.
    pub(crate) async fn begin_session(
        &self,
        unlocked: Unlocked,
        totp_step: Option<i64>,
    ) -> Result<String> {
        let app = self.clone();
        let unlocked = Arc::new(unlocked);
        self.db
            .write(move |tx| {
                let account = &unlocked.account;
                let now = tx.at_ms(app.now_ms())?;
                if let Some(step) = totp_step
                    && !tx.spend_totp_step(account.user, step)?
                {
                    return Err(Error::SignInFailed);
                }
                let mut couriers = Vec::new();
                for purpose in [Purpose::Audit, Purpose::Planning] {
                    if let Some(group) = app.the_group(tx, purpose)? {
                        let to = app.believe_group(tx, &group)?;
                        let (courier, sealed) = Courier::new(&to)?;
                        tx.put_courier(&crate::notice::stored(&courier, to.epoch, sealed, now))?;
                        couriers.push((purpose, courier));
                    }
                }
                let secret = SessionSecret::fresh();
                let capsule = Capsule {
                    user: account.user,
                    user_epoch: u64::from(account.epoch),
                    groups: unlocked.groups.clone(),
                    couriers: couriers.iter().map(|(_, c)| c.clone()).collect(),
                    created_ms: now,
                    absolute_end_ms: now + ABSOLUTE_MS,
                };
                tx.put_session(&Row {
                    id_hash: secret.id_hash(),
                    user: account.user,
                    capsule: capsule::seal(&secret, &app.keys.pepper.session(), &capsule)?,
                    created_ms: now,
                    seen_ms: now,
                    ends_ms: now + ABSOLUTE_MS,
                    user_epoch: account.epoch,
                })?;
                let auditors = couriers
                    .iter()
                    .find(|(p, _)| *p == Purpose::Audit)
                    .map(|(_, c)| c);
                let mut pen = Pen::new(tx.next_seq(), now, account.user, auditors, &app.directory);
                let group = unlocked.groups.first().map_or(NO_GROUP, GroupSecret::group);
                pen.directory(
                    group,
                    Class::Access,
                    &Event::SignedIn { user: account.user },
                )?;
                Ok(tx.commit(pen.entries(), secret.to_cookie().to_string())?)
            })
            .await
    }

    /// The session of a cookie.
    ///
    /// # Errors
    /// [`Error::SignedOut`] when it is over, was never there, or the account has changed since.
    pub async fn session(&self, cookie: &str) -> Result<Arc<Session>> {
        let secret = SessionSecret::from_cookie(cookie).map_err(|_| Error::SignedOut)?;
        let app = self.clone();
        let (session, seen) = self.db.read(move |r| app.recognise(r, &secret)).await?;
        let now = self.now_ms();
        if now - seen > TOUCH_MS {
            let id = session.id_hash;
            self.db
                .scratch(move |s| s.touch_session(&id, now).map_err(Error::from))
                .await?;
        }
        Ok(Arc::new(session))
    }

    fn recognise(&self, r: &mut Read<'_>, secret: &SessionSecret) -> Result<(Session, i64)> {
        let id_hash = secret.id_hash();
        let row = r.session(&id_hash)?.ok_or(Error::SignedOut)?;
        let now = self.now_ms();
        if now >= row.ends_ms || now - row.seen_ms > IDLE_MS {
            return Err(Error::SignedOut);
        }
        let capsule = capsule::open(secret, &self.keys.pepper.session(), row.user, &row.capsule)
            .map_err(|_| Error::SignedOut)?;
        let account = r.account(row.user)?.ok_or(Error::SignedOut)?;
        let usable = matches!(
            account.status,
            AccountStatus::Active | AccountStatus::Waiting
        );
        let same = capsule.user_epoch == u64::from(account.epoch) && capsule.absolute_end_ms > now;
        if !usable || !same {
            return Err(Error::SignedOut);
        }
        let session = self.assemble(r, secret.clone(), capsule, &account)?;
        Ok((session, row.seen_ms))
    }

    fn assemble(
        &self,
        r: &mut Read<'_>,
        secret: SessionSecret,
        capsule: Capsule,
        account: &Account,
    ) -> Result<Session> {
        let Profile { name, handle, .. } = self
            .profile(account)
            .ok_or(Error::Damaged("a profile does not open"))?;
        let organisation = r
            .organisation(account.organisation)?
            .ok_or(Error::Damaged("an account without organisation"))?;
        let certificate = self.certificate_of(r, account.user)?;
        let roles = certificate
            .as_ref()
            .map(|c| c.roles.iter().filter_map(|r| Role::from_code(r)).collect());
        let named = certificate.as_ref().and_then(|c| c.group);
        let held = capsule
            .groups
            .into_iter()
            .find(|g| Some(g.group()) == named);
        let groups = r.groups()?;
        let team = match held {
            Some(secret) => self.team(r, &groups, secret)?,
            None => None,
        };
        // the code in a group's certificate is signed; the organisation's column is not
        let organisation_code = team.as_ref().map_or(organisation.code, |t| t.code.clone());
        let of = |purpose: Purpose| {
            groups
                .iter()
                .find(|g| g.kind == purpose.code() && g.epoch > 0)
                .map(|g| g.id)
        };
        Ok(Session {
            id_hash: secret.id_hash(),
            secret,
            user: account.user,
            name,
            handle,
            organisation: organisation.id,
            organisation_code,
            roles: roles.unwrap_or_default(),
            team,
            couriers: capsule.couriers,
            auditors: of(Purpose::Audit),
            planners: of(Purpose::Planning),
            ends_ms: capsule.absolute_end_ms,
        })
    }

    /// The group of a secret, if its certificate can be traced to the root.
    fn team(
        &self,
        r: &mut Read<'_>,
        groups: &[Group],
        secret: GroupSecret,
    ) -> Result<Option<Team>> {
        let found = groups
            .iter()
            .find(|g| g.id == secret.group() && g.epoch == secret.epoch());
        let Some(group) = found else { return Ok(None) };
        self.believe_group(r, group)?;
        let Some(purpose) = Purpose::from_code(&group.kind) else {
            return Ok(None);
        };
        let (name, code) = (group.name.clone(), group.code.clone());
        Ok(Some(Team {
            id: group.id,
            name,
            code,
            purpose,
            secret,
        }))
    }

    /// Ends a session.
    ///
    /// # Errors
    /// The store's own.
    pub async fn sign_out(&self, session: &Arc<Session>) -> Result<()> {
        let (app, session) = (self.clone(), Arc::clone(session));
        self.db
            .write(move |tx| {
                tx.end_session(&session.id_hash)?;
                let event = Event::SignedOut { user: session.user };
                app.note(tx, &session, Class::Access, &event)
            })
            .await
    }

    /// Commits one entry of the directory as the whole act.
    pub(crate) fn note(
        &self,
        tx: &mut Tx<'_>,
        session: &Session,
        class: Class,
        event: &Event,
    ) -> Result<Committed<()>> {
        self.note_with(tx, session, class, event, ())
    }

    /// The same, giving something back.
    pub(crate) fn note_with<T>(
        &self,
        tx: &mut Tx<'_>,
        session: &Session,
        class: Class,
        event: &Event,
        value: T,
    ) -> Result<Committed<T>> {
        let now = tx.at_ms(self.now_ms())?;
        let mut pen = Pen::new(
            tx.next_seq(),
            now,
            session.user,
            session.courier_to(session.auditors),
            &self.directory,
        );
        let group = session.team.as_ref().map_or(NO_GROUP, |t| t.id);
        pen.directory(group, class, event)?;
        Ok(tx.commit(pen.entries(), value)?)
    }
}

/// Stands in the header of an entry by somebody who works for no group yet.
pub(crate) const NO_GROUP: GroupId = GroupId::from_bytes([0; 16]);
/// Stands in the header of an entry that nobody signed in made: a failed sign-in, the command line.
pub(crate) const NOBODY: UserId = UserId::from_bytes([0; 16]);
