//! Signing in: handle, passphrase and code on one form; one slow path, whoever asks and whatever is wrong.

use crate::app::App;
use crate::directory::kind_and_code;
use crate::error::{Error, Result};
use crate::pen::Pen;
use crate::session::{NO_GROUP, NOBODY, Unlocked};
use safeconduct_domain::compartment::Class;
use safeconduct_domain::directory::Event;
use safeconduct_domain::id::UserId;
use safeconduct_store::account::{Account, AccountStatus};
use safeconduct_store::group::Group;
use safeconduct_store::{Read, Tx};
use safeconduct_vault::bundle::{self, UserKeys};
use safeconduct_vault::certificate::{Signer, UserCertificate};
use safeconduct_vault::chain::Verified;
use safeconduct_vault::group::GroupSecret;
use safeconduct_vault::kdf::{self, Kdf};
use safeconduct_vault::passphrase::Passphrase;
use safeconduct_vault::secret::Purpose as Blind;
use std::sync::Arc;

/// Tries before delays begin.
const FREE_TRIES: u32 = 5;
/// The longest delay: a quarter of an hour.
const LONGEST_DELAY_MS: i64 = 15 * 60 * 1000;

/// What somebody types to sign in.
pub struct Credentials {
    /// The name of the account.
    pub handle: String,
    /// The passphrase, exactly as typed.
    pub passphrase: Passphrase,
    /// Six digits from the second factor.
    pub code: String,
}

impl std::fmt::Debug for Credentials {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Credentials(…)")
    }
}

/// A handle as it is looked up: case and outer space do not matter.
pub(crate) fn normal(handle: &str) -> String {
    handle.trim().to_lowercase()
}

impl App {
    pub(crate) fn blind_handle(&self, handle: &str) -> [u8; 32] {
        self.keys
            .pepper
            .blind(Blind::Handle, normal(handle).as_bytes())
    }

    /// The cost of new passphrases.
    pub(crate) fn cost(&self) -> Kdf {
        if self.config.quick_passphrases {
            Kdf::floor()
        } else {
            Kdf::fresh()
        }
    }

    /// Derives and opens, one at a time on each core, away from the threads that answer.
    pub(crate) async fn unlock(
        &self,
        account: Account,
        passphrase: Passphrase,
    ) -> Result<UserKeys> {
        let permit = Arc::clone(&self.derivations)
            .acquire_owned()
            .await
            .map_err(|_| Error::SignInFailed)?;
        let pepper = self.keys.pepper.clone();
        let opened = tokio::task::spawn_blocking(move || {
            let _permit = permit;
            let kdf = stored_kdf(&account.kdf)?;
            let kek = kdf::derive(&passphrase, &kdf, &pepper, account.user)?;
            bundle::open(&kek, &account.bundle)
        });
        opened
            .await
            .map_err(|_| Error::SignInFailed)?
            .map_err(|_| Error::SignInFailed)
    }

    /// Signs in; gives the cookie's value.
    ///
    /// # Errors
    /// [`Error::SignInFailed`] whichever part is wrong; [`Error::Throttled`] after too many tries.
    pub async fn sign_in(&self, typed: Credentials) -> Result<String> {
        let blind = self.blind_handle(&typed.handle);
        self.throttled(blind).await?;
        match self.try_sign_in(typed, blind).await {
            Err(Error::SignInFailed) => {
                self.count_failure(blind).await?;
                Err(Error::SignInFailed)
            }
            Ok(cookie) => {
                let key = self.keys.pepper.blind(Blind::Throttle, &blind);
                self.db
                    .scratch(move |s| s.clear_throttle(&key).map_err(Error::from))
                    .await?;
                Ok(cookie)
            }
            Err(other) => Err(other),
        }
    }

    async fn try_sign_in(&self, typed: Credentials, blind: [u8; 32]) -> Result<String> {
        let found = self
            .db
            .read(move |r| r.account_by_handle(&blind).map_err(Error::from))
            .await?;
        let found =
            found.filter(|a| matches!(a.status, AccountStatus::Active | AccountStatus::Waiting));
        let Some(account) = found else {
            return self.pretend(&typed).await;
        };
        let keys = self.unlock(account.clone(), typed.passphrase).await?;
        let last = u64::try_from(account.totp_step).unwrap_or(u64::MAX);
        let step = keys
            .totp
            .check(&typed.code, self.now_ms(), last)
            .ok_or(Error::SignInFailed)?;
        let step = i64::try_from(step).map_err(|_| Error::SignInFailed)?;
        let groups = self.open_groups(&account, Arc::new(keys)).await?;
        self.begin_session(Unlocked { account, groups }, Some(step))
            .await
    }

    /// Signs in an account of a demonstration without its second factor: a button may be pressed twice within the life
    /// of a code. Everything else is as in [`App::sign_in`].
    ///
    /// # Errors
    /// [`Error::Absent`] unless the deployment is a demonstration; as [`App::sign_in`].
    pub async fn demo_sign_in(&self, handle: &str, passphrase: Passphrase) -> Result<String> {
        if !self.config.demo {
            return Err(Error::Absent);
        }
        let blind = self.blind_handle(handle);
        let account = self
            .db
            .read(move |r| r.account_by_handle(&blind).map_err(Error::from))
            .await?
            .filter(|a| matches!(a.status, AccountStatus::Active | AccountStatus::Waiting))
            .ok_or(Error::SignInFailed)?;
        let keys = self.unlock(account.clone(), passphrase).await?;
        let groups = self.open_groups(&account, Arc::new(keys)).await?;
        self.begin_session(Unlocked { account, groups }, None).await
    }

    /// The same work for a handle nobody has.
    async fn pretend(&self, typed: &Credentials) -> Result<String> {
        let permit = Arc::clone(&self.derivations)
            .acquire_owned()
            .await
            .map_err(|_| Error::SignInFailed)?;
        let kdf = self.cost().decoy(&self.keys.pepper, &normal(&typed.handle));
        let (pepper, passphrase) = (self.keys.pepper.clone(), typed.passphrase.clone());
        let work = tokio::task::spawn_blocking(move || {
            let _permit = permit;
            kdf::derive(&passphrase, &kdf, &pepper, NOBODY).map(drop)
        });
        drop(work.await);
        Err(Error::SignInFailed)
    }

    /// The secrets of the groups this person has been admitted to. The first certified member of a group that has no
    /// keys yet makes them.
    pub(crate) async fn open_groups(
        &self,
        account: &Account,
        keys: Arc<UserKeys>,
    ) -> Result<Vec<GroupSecret>> {
        let user = account.user;
        let app = self.clone();
        let reading = Arc::clone(&keys);
        let found = self
            .db
            .read(move |r| {
                let Some(certificate) = app.certificate_of(r, user)? else {
                    return Ok(Found::Nothing);
                };
                let Some(group) = certificate.group.map(|g| r.group(g)).transpose()?.flatten()
                else {
                    return Ok(Found::Nothing);
                };
                if group.epoch == 0 {
                    return Ok(Found::Unopened(group, certificate));
                }
                app.open_membership(r, &reading, &group)
                    .map(|s| s.map_or(Found::Nothing, Found::Open))
            })
            .await?;
        match found {
            Found::Nothing => Ok(Vec::new()),
            Found::Open(secret) => Ok(vec![secret]),
            Found::Unopened(group, certificate) => {
                Ok(vec![self.open_new_group(group, certificate, keys).await?])
            }
        }
    }

    fn open_membership(
        &self,
        r: &mut Read<'_>,
        keys: &UserKeys,
        group: &Group,
    ) -> Result<Option<GroupSecret>> {
        let held = r
            .memberships(keys.user)?
            .into_iter()
            .find(|m| m.group == group.id && m.epoch == group.epoch);
        let Some(held) = held else { return Ok(None) };
        let believed = self.believe_group(r, group)?;
        Ok(GroupSecret::open(keys, &believed, &held.sealed).map(Some)?)
    }

    async fn open_new_group(
        &self,
        group: Group,
        certificate: Arc<Verified<UserCertificate>>,
        keys: Arc<UserKeys>,
    ) -> Result<GroupSecret> {
        let app = self.clone();
        self.db
            .write(move |tx| {
                let now = tx.at_ms(app.now_ms())?;
                let secret = GroupSecret::fresh(group.id);
                let made = secret.certificate(group.organisation, &kind_and_code(&group), now)?;
                let public = made.public.as_bytes().to_vec();
                let signed = made.to_sign().sign(Signer::User(keys.user), &keys.signing);
                let opened = tx.renew_group(
                    group.id,
                    secret.epoch(),
                    &public,
                    &crate::directory::group_column(&signed),
                )?;
                if !opened {
                    return Err(Error::NotAdmitted);
                }
                app.admit_in(tx, &secret, &certificate)?;
                let mut pen = Pen::new(tx.next_seq(), now, keys.user, None, &app.directory);
                let event = Event::GroupOpened {
                    group: group.id,
                    epoch: secret.epoch(),
                };
                pen.directory(group.id, Class::Administration, &event)?;
                Ok(tx.commit(pen.entries(), secret)?)
            })
            .await
    }

    pub(crate) fn admit_in(
        &self,
        tx: &mut Tx<'_>,
        secret: &GroupSecret,
        member: &Verified<UserCertificate>,
    ) -> Result<()> {
        let sealed = secret.seal_to(member)?;
        let membership = safeconduct_store::membership::Membership {
            group: secret.group(),
            user: member.user,
            epoch: secret.epoch(),
            sealed,
        };
        Ok(tx.put_membership(&membership)?)
    }

    async fn throttled(&self, blind: [u8; 32]) -> Result<()> {
        let key = self.keys.pepper.blind(Blind::Throttle, &blind);
        let found = self
            .db
            .read(move |r| r.throttle(&key).map_err(Error::from))
            .await?;
        let wait = found.map_or(0, |t| t.until_ms - self.now_ms());
        if wait > 0 {
            Err(Error::Throttled {
                seconds: (wait + 999) / 1000,
            })
        } else {
            Ok(())
        }
    }

    async fn count_failure(&self, blind: [u8; 32]) -> Result<()> {
        let key = self.keys.pepper.blind(Blind::Throttle, &blind);
        let now = self.now_ms();
        let app = self.clone();
        self.db
            .write(move |tx| {
                let counted = tx.count_failure(&key, now)?;
                if counted.failures >= FREE_TRIES {
                    let doublings = (counted.failures - FREE_TRIES).min(20);
                    let delay = (1000i64 << doublings).min(LONGEST_DELAY_MS);
                    tx.delay_until(&key, now + delay)?;
                }
                let user = tx.account_by_handle(&blind)?.map(|a| a.user);
                let at = tx.at_ms(now)?;
                let mut pen = Pen::new(tx.next_seq(), at, NOBODY, None, &app.directory);
                pen.directory(NO_GROUP, Class::Access, &Event::SignInFailed { user })?;
                Ok(tx.commit(pen.entries(), ())?)
            })
            .await
    }
}

enum Found {
    Nothing,
    Open(GroupSecret),
    Unopened(Group, Arc<Verified<UserCertificate>>),
}

/// The cost and salt as the account's text column holds them: hexadecimal.
pub(crate) fn kdf_column(kdf: &Kdf) -> String {
    kdf.to_bytes().iter().map(|b| format!("{b:02x}")).collect()
}

fn stored_kdf(column: &str) -> Result<Kdf, safeconduct_vault::Error> {
    let bytes: Option<Vec<u8>> = column
        .as_bytes()
        .chunks(2)
        .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok())
        .collect();
    Kdf::from_bytes(&bytes.ok_or(safeconduct_vault::Error::Malformed)?)
}

/// A step-up: passphrase and code given afresh for an act that changes who can read.
pub struct StepUp {
    /// The passphrase.
    pub passphrase: Passphrase,
    /// Six digits.
    pub code: String,
}

impl std::fmt::Debug for StepUp {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("StepUp(…)")
    }
}

impl App {
    /// The keys of somebody signed in, unlocked afresh. The code is spent.
    pub(crate) async fn step_up(&self, user: UserId, given: StepUp) -> Result<UserKeys> {
        let account = self
            .db
            .read(move |r| r.account(user).map_err(Error::from))
            .await?
            .ok_or(Error::SignedOut)?;
        let last = u64::try_from(account.totp_step).unwrap_or(u64::MAX);
        let blind: [u8; 32] = account
            .handle
            .as_slice()
            .try_into()
            .map_err(|_| Error::SignInFailed)?;
        self.throttled(blind).await?;
        let outcome = async {
            let keys = self.unlock(account, given.passphrase).await?;
            let step = keys
                .totp
                .check(&given.code, self.now_ms(), last)
                .ok_or(Error::SignInFailed)?;
            let step = i64::try_from(step).map_err(|_| Error::SignInFailed)?;
            let spent = self
                .db
                .scratch(move |s| s.spend_totp_step(user, step).map_err(Error::from))
                .await?;
            if spent {
                Ok(keys)
            } else {
                Err(Error::SignInFailed)
            }
        };
        match outcome.await {
            Err(Error::SignInFailed) => {
                self.count_failure(blind).await?;
                Err(Error::SignInFailed)
            }
            other => other,
        }
    }
}
