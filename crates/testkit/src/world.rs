//! A whole invented stream, ready to act in.

use safeconduct_casework::case::View;
use safeconduct_casework::clock::Clock;
use safeconduct_casework::demo::{self, Ending, Story, Stream};
use safeconduct_casework::keys::Keys;
use safeconduct_casework::session::Session;
use safeconduct_casework::{App, Config, Error};
use safeconduct_domain::act::Act;
use safeconduct_domain::case::Stage;
use safeconduct_domain::id::CaseId;
use std::path::Path;
use std::sync::Arc;
use tempfile::TempDir;

/// 2 November 2026, 09:00 UTC: where the clock of a test stands at first.
pub const START_MS: i64 = 1_793_610_000_000;

/// An invented stream on a store of its own.
pub struct World {
    /// The use cases.
    pub app: App,
    /// Its accounts and their sessions.
    pub stream: Stream,
    folder: TempDir,
}

impl std::fmt::Debug for World {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "World({:?})", self.app)
    }
}

impl World {
    /// On an embedded database in a temporary folder.
    pub async fn sqlite() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let database = format!("sqlite:{}", folder.path().join("safeconduct.db").display());
        Self::on(folder, database).await
    }

    /// On a database of a PostgreSQL server, by its address.
    pub async fn postgres(address: String) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        Self::on(folder, address).await
    }

    async fn on(folder: TempDir, database: String) -> Self {
        let app = App::open(
            config(folder.path(), database),
            Keys::fresh(),
            Clock::at(START_MS),
        )
        .await
        .expect("an open program");
        let stream = demo::found(&app).await.expect("a founded stream");
        Self {
            app,
            stream,
            folder,
        }
    }

    /// Where its files are.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The session of an account.
    #[must_use]
    pub fn session(&self, handle: &str) -> Arc<Session> {
        Arc::clone(
            self.stream
                .session(handle)
                .expect("an account of the stream"),
        )
    }

    /// Plays the story of a number to its end.
    pub async fn play(&self, number: usize) -> CaseId {
        demo::play(&self.app, &self.stream, &demo::story(number))
            .await
            .expect("a story that can be played")
    }

    /// Plays a family of a partner up to a stage.
    pub async fn case_at(&self, number: usize, partner: &'static str, until: Stage) -> CaseId {
        let story = Story {
            number,
            partner,
            until,
            ending: Ending::Approved,
        };
        demo::play(&self.app, &self.stream, &story)
            .await
            .expect("a story that can be played")
    }

    /// Opens a case as somebody.
    ///
    /// # Errors
    /// As [`App::look`].
    pub async fn look(&self, handle: &str, case: CaseId) -> Result<View, Error> {
        self.app.look(&self.session(handle), case, "case").await
    }

    /// Does something to a case as somebody.
    ///
    /// # Errors
    /// As [`App::act`].
    pub async fn act(&self, handle: &str, case: CaseId, act: Act) -> Result<CaseId, Error> {
        self.app
            .act(&self.session(handle), Some(case), act, None)
            .await
            .map(|done| done.case)
    }

    /// Passphrase and a fresh code of an account, whose last code cannot be used again.
    ///
    /// # Panics
    /// Without such an account.
    #[must_use]
    pub fn factors(&self, handle: &str) -> (String, String) {
        self.pass(61_000);
        let mut accounts = self.stream.accounts.iter();
        let account = accounts.find(|a| a.handle == handle).expect("an account");
        let code = self.stream.code(handle, self.app.now_ms());
        (account.passphrase.clone(), code.expect("a second factor"))
    }

    /// Lets time go by.
    pub fn pass(&self, milliseconds: i64) {
        self.app.clock().set(self.app.now_ms() + milliseconds);
    }
}

/// A configuration for tests: everything in one folder, passphrases at the least cost.
#[must_use]
pub fn config(folder: &Path, database: String) -> Config {
    Config {
        database,
        objects: folder.join("objects").display().to_string(),
        object_settings: Vec::new(),
        origin: "test.safeconduct.invalid/journal".to_owned(),
        quick_passphrases: true,
        demo: true,
    }
}
