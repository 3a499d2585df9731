//! Accounts: invitation → passphrase → keys → certified by two key officers → admitted by a member of the group.
//!
//! An administrator can invite, and by that gains nothing: keys open only what a member has sealed to them, and a member's
//! session seals only to a certificate that two key officers have signed.

use crate::app::App;
use crate::directory::Profile;
use crate::error::{Error, Result};
use crate::once::Once;
use crate::organisation::administrator;
use crate::session::Session;
use crate::sign_in::{StepUp, kdf_column, normal};
use safeconduct_domain::access::Role;
use safeconduct_domain::directory::{Event, Purpose};
use safeconduct_domain::id::{GroupId, ItemId, OrganisationId, UserId};
use safeconduct_domain::refused::{Refused, require};
use safeconduct_store::account::{Account, AccountStatus, NewKeys};
use safeconduct_store::certificate::{CertificateState, StoredCertificate};
use safeconduct_store::invitation::{Invitation, InvitationState};
use safeconduct_store::{Read, Tx};
use safeconduct_vault::bundle::{self, UserKeys};
use safeconduct_vault::certificate::{Signer, UserCertificate};
use safeconduct_vault::kdf;
use safeconduct_vault::passphrase::{Passphrase, check_own};
use safeconduct_vault::place::Place;
use safeconduct_vault::random;
use safeconduct_vault::secret::Purpose as Blind;
use safeconduct_vault::totp::TotpSecret;
use std::sync::Arc;

/// An invitation stays open for three days.
pub const INVITATION_MS: i64 = 72 * 60 * 60 * 1000;

/// Whom to invite.
#[derive(Clone)]
pub struct NewMember {
    /// Code of the group (and so the organisation).
    pub group: String,
    /// Roles: one of the group's, the key officer's beside it or alone.
    pub roles: Vec<Role>,
    /// The name colleagues see.
    pub name: String,
    /// The name typed at sign-in.
    pub handle: String,
    /// Where "something waits for you" is sent.
    pub email: String,
}

impl std::fmt::Debug for NewMember {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("NewMember(…)")
    }
}

/// An invitation as the invited person sees it.
#[derive(Clone)]
pub struct Invited {
    /// The name colleagues will see.
    pub name: String,
    /// The name to type at sign-in.
    pub handle: String,
    /// The organisation's name.
    pub organisation: String,
    /// Roles.
    pub roles: Vec<Role>,
}

/// What the invited person brings.
pub struct Joining {
    /// The code, as typed.
    pub code: String,
    /// The passphrase: the proposed one or one's own.
    pub passphrase: Passphrase,
    /// The second factor's secret, as shown.
    pub totp: TotpSecret,
    /// A code made with it.
    pub totp_code: String,
}

macro_rules! hidden { ($($t:ty),*) => {$(impl std::fmt::Debug for $t {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str(concat!(stringify!($t), "(…)")) }
})*} }
hidden!(Invited, Joining);

/// A code: 20 letters and digits without lookalikes, in groups of five: 100 bits.
fn fresh_code() -> String {
    const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
    let drawn: [u8; 20] = random::fresh();
    let text: Vec<char> = drawn
        .iter()
        .map(|b| {
            LETTERS
                .get(usize::from(b & 31))
                .map_or('a', |l| char::from(*l))
        })
        .collect();
    text.chunks(5)
        .map(|c| c.iter().collect::<String>())
        .collect::<Vec<_>>()
        .join("-")
}

/// A code as it is looked up: case, spaces and dashes do not matter.
fn plain_code(code: &str) -> String {
    code.chars()
        .filter(|c| !c.is_whitespace() && *c != '-')
        .flat_map(char::to_lowercase)
        .collect()
}

fn roles_column(roles: &[Role]) -> String {
    roles.iter().map(|r| r.code()).collect::<Vec<_>>().join(" ")
}

fn roles_of(column: &str) -> Vec<Role> {
    column.split(' ').filter_map(Role::from_code).collect()
}

/// Digits to compare by voice: the beginning of the SHA-256 of the public keys, in groups of four.
#[must_use]
pub fn fingerprint(public: &[u8]) -> String {
    let hash = safeconduct_journal::hash::sha256(public);
    let hex: String = hash.iter().take(12).map(|b| format!("{b:02x}")).collect();
    hex.as_bytes()
        .chunks(4)
        .map(|c| String::from_utf8_lossy(c).into_owned())
        .collect::<Vec<_>>()
        .join(" ")
}

impl App {
    /// Invites somebody; gives the code, which is shown once and never stored.
    ///
    /// # Errors
    /// [`Error::Absent`] for anybody but an administrator; a refusal when roles do not fit or the handle is taken.
    pub async fn invite(&self, session: &Arc<Session>, new: NewMember) -> Result<String> {
        self.invite_once(session, new, None).await
    }

    /// The same from a form, which acts once however often it is sent: the code of the first time is not told again.
    ///
    /// # Errors
    /// As [`App::invite`]; [`Error::Repeated`] when `once` was used before.
    pub async fn invite_once(
        &self,
        session: &Arc<Session>,
        new: NewMember,
        once: Option<Once>,
    ) -> Result<String> {
        administrator(session)?;
        self.make_invitation(Some(Arc::clone(session)), new, false, once)
            .await
    }

    /// Invites a founder of an organisation, whom the root vouches for: the first key officers. From the command line,
    /// on the machine that has the root's key.
    ///
    /// # Errors
    /// [`Error::NotSetUp`] without the root's key; as [`App::invite`].
    pub async fn found(&self, mut new: NewMember) -> Result<String> {
        if self.keys.root_key.is_none() {
            return Err(Error::NotSetUp("the root's key is not on this machine"));
        }
        if !new.roles.contains(&Role::KeyOfficer) {
            new.roles.push(Role::KeyOfficer);
        }
        self.make_invitation(None, new, true, None).await
    }

    async fn make_invitation(
        &self,
        session: Option<Arc<Session>>,
        new: NewMember,
        founding: bool,
        once: Option<Once>,
    ) -> Result<String> {
        let (code, hash) = self.fresh_code_hash();
        let app = self.clone();
        self.db
            .write(move |tx| {
                if let Some(once) = &once {
                    once.claim(tx, app.now_ms(), None)?;
                }
                let group = tx
                    .group_by_code(&new.group)?
                    .ok_or_else(|| Refused::by("no-such-group"))?;
                let purpose = Purpose::from_code(&group.kind)
                    .ok_or(Error::Damaged("a group of no purpose"))?;
                let fits = !new.roles.is_empty()
                    && new
                        .roles
                        .iter()
                        .all(|r| *r == Role::KeyOfficer || purpose.roles().contains(r));
                require(fits, || Refused::by("role-does-not-fit"))?;
                let handle = normal(&new.handle);
                require(!handle.is_empty(), || Refused::by("handle-taken"))?;
                require(
                    tx.account_by_handle(&app.blind_handle(&handle))?.is_none(),
                    || Refused::by("handle-taken"),
                )?;
                let profile = Profile {
                    name: new.name.clone(),
                    handle,
                    email: new.email.clone(),
                };
                let user = UserId::from_bytes(random::fresh_id());
                app.add_invitation(
                    tx,
                    hash,
                    user,
                    session.as_deref(),
                    (group.organisation, group.id),
                    &new.roles,
                    &profile,
                    founding,
                )?;
                let invitation = ItemId::from_bytes(random::fresh_id());
                let event = Event::Invited {
                    invitation,
                    organisation: group.organisation,
                    group: Some(group.id),
                    roles: new.roles.clone(),
                    founding,
                };
                app.record(tx, session.as_deref(), &[event], ())
            })
            .await?;
        Ok(code)
    }

    /// A fresh code and what it is found by.
    pub(crate) fn fresh_code_hash(&self) -> (String, [u8; 32]) {
        let code = fresh_code();
        let hash = self
            .keys
            .pepper
            .blind(Blind::Invitation, plain_code(&code).as_bytes());
        (code, hash)
    }

    #[expect(clippy::too_many_arguments, reason = "the columns of an invitation")]
    pub(crate) fn add_invitation(
        &self,
        tx: &mut Tx<'_>,
        code_hash: [u8; 32],
        user: UserId,
        by: Option<&Session>,
        (organisation, group): (OrganisationId, GroupId),
        roles: &[Role],
        profile: &Profile,
        founding: bool,
    ) -> Result<()> {
        let plain = serde_json::to_vec(profile)
            .map_err(|_| Error::Damaged("a profile cannot be written"))?;
        Ok(tx.add_invitation(&Invitation {
            code_hash,
            user,
            made_by: by.map(|s| s.user),
            organisation,
            group: Some(group),
            roles: roles_column(roles),
            profile: self
                .directory
                .seal(&Place::Invitation { code: code_hash }, &plain)?,
            founding,
            expires_ms: self.now_ms() + INVITATION_MS,
            state: InvitationState::Open,
        })?)
    }

    fn open_invitation(&self, r: &mut Read<'_>, code: &str) -> Result<(Invitation, Profile)> {
        let hash = self
            .keys
            .pepper
            .blind(Blind::Invitation, plain_code(code).as_bytes());
        let found = r
            .invitation(&hash)?
            .filter(|i| i.state == InvitationState::Open && i.expires_ms > self.now_ms());
        let found = found.ok_or_else(|| Refused::by("invitation-not-open"))?;
        let plain = self
            .directory
            .open(&Place::Invitation { code: hash }, &found.profile)?;
        let profile =
            serde_json::from_slice(&plain).map_err(|_| Error::Damaged("a profile is none"))?;
        Ok((found, profile))
    }

    /// What an invitation says to whoever has its code.
    ///
    /// # Errors
    /// A refusal when it is unknown, used, taken back or expired: one answer.
    pub async fn invitation(&self, code: String) -> Result<Invited> {
        let app = self.clone();
        self.db
            .read(move |r| {
                let (found, profile) = app.open_invitation(r, &code)?;
                let organisation = r
                    .organisation(found.organisation)?
                    .map(|o| o.name)
                    .unwrap_or_default();
                Ok(Invited {
                    name: profile.name,
                    handle: profile.handle,
                    organisation,
                    roles: roles_of(&found.roles),
                })
            })
            .await
    }

    /// Joins: makes the key pair under the passphrase. Certificate and keys of the group come later, from others.
    ///
    /// # Errors
    /// A refusal for a weak passphrase, a wrong code of the second factor, an invitation that is not open.
    pub async fn join(&self, joining: Joining) -> Result<UserId> {
        require(check_own(joining.passphrase.expose()).is_ok(), || {
            Refused::by("passphrase-too-weak")
        })?;
        let step = joining
            .totp
            .check(&joining.totp_code, self.now_ms(), 0)
            .ok_or_else(|| Refused::by("code-does-not-fit"))?;
        let code = joining.code.clone();
        let app = self.clone();
        let (invitation, profile) = self.db.read(move |r| app.open_invitation(r, &code)).await?;
        let mut keys = UserKeys::fresh(invitation.user);
        keys.totp = joining.totp;
        let sealed = self.seal_keys(keys, joining.passphrase).await?;
        let step = i64::try_from(step).unwrap_or(i64::MAX);
        let app = self.clone();
        self.db
            .write(move |tx| app.join_in(tx, &invitation, &profile, &sealed, step))
            .await
    }

    /// Derives and seals, away from the threads that answer.
    async fn seal_keys(&self, keys: UserKeys, passphrase: Passphrase) -> Result<SealedKeys> {
        let permit = Arc::clone(&self.derivations)
            .acquire_owned()
            .await
            .map_err(|_| Error::SignInFailed)?;
        let (pepper, cost) = (self.keys.pepper.clone(), self.cost());
        let sealed = tokio::task::spawn_blocking(move || {
            let _permit = permit;
            let kek = kdf::derive(&passphrase, &cost, &pepper, keys.user)?;
            let bundle = bundle::seal(&keys, &kek)?;
            Ok::<_, safeconduct_vault::Error>(SealedKeys {
                kdf: kdf_column(&cost),
                bundle,
                public: keys.public()?,
            })
        });
        Ok(sealed.await.map_err(|_| Error::SignInFailed)??)
    }

    fn join_in(
        &self,
        tx: &mut Tx<'_>,
        invitation: &Invitation,
        profile: &Profile,
        sealed: &SealedKeys,
        step: i64,
    ) -> Result<safeconduct_store::Committed<UserId>> {
        let now = tx.at_ms(self.now_ms())?;
        let user = invitation.user;
        let used = tx.use_invitation(&invitation.code_hash, now)?;
        require(used, || Refused::by("invitation-not-open"))?;
        let public = sealed.public.to_bytes();
        if tx.account(user)?.is_some() {
            // keys were lost: whatever was sealed to the old ones is gone, and the new ones are certified anew
            let keys = NewKeys {
                kdf: &sealed.kdf,
                bundle: &sealed.bundle,
                public: &public,
                totp_step: step,
            };
            tx.set_account_keys(user, keys)?;
            tx.drop_memberships(user)?;
            tx.revoke_certificates(user)?;
            tx.set_account_status(user, AccountStatus::Waiting)?;
        } else {
            let plain = serde_json::to_vec(profile)
                .map_err(|_| Error::Damaged("a profile cannot be written"))?;
            tx.add_account(&Account {
                user,
                handle: self.blind_handle(&profile.handle).to_vec(),
                organisation: invitation.organisation,
                status: if invitation.founding {
                    AccountStatus::Active
                } else {
                    AccountStatus::Waiting
                },
                profile: self.directory.seal(&Place::Profile { user }, &plain)?,
                kdf: sealed.kdf.clone(),
                bundle: sealed.bundle.clone(),
                public,
                totp_step: step,
                epoch: 1,
                created_ms: now,
            })?;
        }
        let mut roles: Vec<String> = roles_of(&invitation.roles)
            .iter()
            .map(|r| r.code().to_owned())
            .collect();
        roles.sort();
        let organisation = invitation.organisation;
        let certificate = UserCertificate {
            user,
            organisation,
            group: invitation.group,
            roles,
            public: sealed.public.clone(),
            from_ms: now,
        };
        let mut signed = certificate.to_sign();
        let mut state = CertificateState::Waiting;
        if invitation.founding {
            let root = self
                .keys
                .root_key
                .as_ref()
                .ok_or(Error::NotSetUp("the root's key is not on this machine"))?;
            signed = signed.sign(Signer::Root, root);
            state = CertificateState::Valid;
        }
        let id = ItemId::from_bytes(random::fresh_id());
        let signatures = signed.signature_bytes();
        tx.add_certificate(&StoredCertificate {
            id,
            user,
            body: signed.body,
            signatures,
            state,
            at_ms: now,
        })?;
        self.record(
            tx,
            None,
            &[Event::Joined {
                user,
                invitation: id,
            }],
            user,
        )
    }

    /// Switches an account off: its sessions die at their next request.
    ///
    /// # Errors
    /// [`Error::Absent`] for anybody but an administrator, or when there is no such account.
    pub async fn close_account(&self, session: &Arc<Session>, user: UserId) -> Result<()> {
        administrator(session)?;
        let (app, session) = (self.clone(), Arc::clone(session));
        self.db
            .write(move |tx| {
                tx.account(user)?
                    .filter(|account| account.status != AccountStatus::Off)
                    .ok_or(Error::Absent)?;
                tx.set_account_status(user, AccountStatus::Off)?;
                tx.drop_memberships(user)?;
                tx.end_sessions_of(user)?;
                app.record(tx, Some(&session), &[Event::AccountClosed { user }], ())
            })
            .await
    }

    /// Gives oneself another passphrase. Every session ends.
    ///
    /// # Errors
    /// [`Error::SignInFailed`]; a refusal for a weak one.
    pub async fn change_passphrase(
        &self,
        session: &Arc<Session>,
        given: StepUp,
        new: Passphrase,
    ) -> Result<()> {
        require(check_own(new.expose()).is_ok(), || {
            Refused::by("passphrase-too-weak")
        })?;
        let keys = self.step_up(session.user, given).await?;
        let sealed = self.seal_keys(keys, new).await?;
        let (app, session) = (self.clone(), Arc::clone(session));
        self.db
            .write(move |tx| {
                let account = tx.account(session.user)?.ok_or(Error::SignedOut)?;
                let public = sealed.public.to_bytes();
                let keys = NewKeys {
                    kdf: &sealed.kdf,
                    bundle: &sealed.bundle,
                    public: &public,
                    totp_step: account.totp_step,
                };
                tx.set_account_keys(session.user, keys)?;
                app.record(
                    tx,
                    Some(&session),
                    &[Event::PassphraseChanged { user: session.user }],
                    (),
                )
            })
            .await
    }

    /// Everybody with an account, for the administrator's register: name, organisation, status.
    ///
    /// # Errors
    /// [`Error::Absent`] for anybody but an administrator or an auditor.
    pub async fn accounts(
        &self,
        session: &Arc<Session>,
    ) -> Result<Vec<(Account, Profile, Vec<Role>)>> {
        if !session.has(Role::Administrator) && !session.has(Role::Auditor) {
            return Err(Error::Absent);
        }
        let app = self.clone();
        self.db
            .read(move |r| {
                let mut found = Vec::new();
                for account in r.accounts()? {
                    let roles = app.certificate_of(r, account.user).ok().flatten();
                    let roles = roles
                        .map(|c| c.roles.iter().filter_map(|r| Role::from_code(r)).collect())
                        .unwrap_or_default();
                    if let Some(profile) = app.profile(&account) {
                        found.push((account, profile, roles));
                    }
                }
                found.sort_by(|a, b| a.1.name.cmp(&b.1.name));
                Ok(found)
            })
            .await
    }
}

/// New keys, ready for their columns.
struct SealedKeys {
    kdf: String,
    bundle: Vec<u8>,
    public: bundle::UserPublic,
}
