//! What every use case needs: the store, the keys, the policy, the clock.

use crate::clock::{Clock, day};
use crate::directory::Believed;
use crate::error::{Error, Result};
use crate::keys::Keys;
use jiff::civil::Date;
use safeconduct_domain::policy::Policy;
use safeconduct_journal as journal;
use safeconduct_store::{Db, Objects, Options};
use safeconduct_vault::record::RecordKey;
use std::sync::Arc;
use tokio::sync::Semaphore;

/// Where everything is kept and how much a passphrase costs.
#[derive(Debug, Clone)]
pub struct Config {
    /// `sqlite:PATH` or `postgres://…`.
    pub database: String,
    /// A folder, or an S3-compatible store by its address, for sealed documents.
    pub objects: String,
    /// Settings of that store, such as its region.
    pub object_settings: Vec<(String, String)>,
    /// Name of the journal in checkpoints: a schema-less address of this deployment.
    pub origin: String,
    /// The least cost of passphrases instead of the usual one. For tests and demonstrations.
    pub quick_passphrases: bool,
    /// Whether the accounts of a demonstration may sign in without the second factor, by the press of a button.
    pub demo: bool,
}

/// The program without its face. Cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Inner>);

/// See [`App`].
pub struct Inner {
    pub(crate) db: Db,
    pub(crate) objects: Objects,
    pub(crate) keys: Keys,
    pub(crate) directory: RecordKey,
    pub(crate) checkpoints: journal::SigningKey,
    pub(crate) policy: Policy,
    pub(crate) clock: Clock,
    pub(crate) config: Config,
    pub(crate) believed: Believed,
    /// Passphrases and letters, one at a time on each core: their memory is bounded by construction.
    pub(crate) derivations: Arc<Semaphore>,
}

impl std::ops::Deref for App {
    type Target = Inner;
    fn deref(&self) -> &Inner {
        &self.0
    }
}

impl std::fmt::Debug for App {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "App({:?})", self.db)
    }
}

impl App {
    /// Opens the stores and reads the built-in policy.
    ///
    /// # Errors
    /// A store that cannot be opened; a policy that does not load; a checkpoint name that is not one.
    pub async fn open(config: Config, keys: Keys, clock: Clock) -> Result<Self> {
        let mac = journal::MacKey::from_bytes(&keys.pepper.journal_mac());
        let db = Db::open(&config.database, Options::new(mac)).await?;
        let objects = Objects::open(&config.objects, &config.object_settings)?;
        let checkpoints =
            journal::SigningKey::from_seed(&config.origin, &keys.pepper.checkpoint_seed());
        let checkpoints = checkpoints.map_err(|_| {
            Error::NotSetUp("the name of the journal is not one a checkpoint can carry")
        })?;
        let policy = Policy::builtin().map_err(|_| Error::NotSetUp("the policy does not load"))?;
        let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        Ok(Self(Arc::new(Inner {
            db,
            objects,
            directory: RecordKey::new(&keys.pepper.directory()),
            keys,
            checkpoints,
            policy,
            clock,
            config,
            believed: Believed::default(),
            derivations: Arc::new(Semaphore::new(cores)),
        })))
    }

    /// UTC milliseconds.
    #[must_use]
    pub fn now_ms(&self) -> i64 {
        self.clock.now_ms()
    }

    /// Today, in UTC.
    #[must_use]
    pub fn today(&self) -> Date {
        day(self.now_ms())
    }

    /// The policy in force.
    #[must_use]
    pub fn policy(&self) -> &Policy {
        &self.policy
    }

    /// The database, for health checks, the bench and tests.
    #[must_use]
    pub fn db(&self) -> &Db {
        &self.db
    }

    /// The clock.
    #[must_use]
    pub fn clock(&self) -> &Clock {
        &self.clock
    }
}
