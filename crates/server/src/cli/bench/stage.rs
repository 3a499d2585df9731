//! An invented stream on a store of its own, with people signed in.

use std::path::Path;
use std::sync::Arc;

use safeconduct_casework::clock::Clock;
use safeconduct_casework::demo::{self, Stream};
use safeconduct_casework::keys::Keys;
use safeconduct_casework::session::Session;
use safeconduct_casework::{App, Config};
use safeconduct_domain::act::Act;
use safeconduct_domain::id::CaseId;
use safeconduct_domain::referral::{Open, Risk};
use tempfile::TempDir;

use crate::cli::Failure;
use crate::cli::place::NAMELESS;

/// What the measurements are made on. Its folder goes with it.
pub(super) struct Stage {
    pub(super) app: App,
    stream: Stream,
    pub(super) folder: TempDir,
}

impl Stage {
    pub(super) async fn new(under: &Path, postgres: Option<&String>) -> Result<Self, Failure> {
        let folder = tempfile::Builder::new()
            .prefix("safeconduct-bench-")
            .tempdir_in(under)?;
        let embedded = || format!("sqlite:{}", folder.path().join("bench.db").display());
        let config = Config {
            database: postgres.cloned().unwrap_or_else(embedded),
            objects: folder.path().join("documents").display().to_string(),
            object_settings: Vec::new(),
            origin: NAMELESS.to_owned(),
            quick_passphrases: true,
            demo: true,
        };
        let now = Clock::System.now_ms();
        let app = App::open(config, Keys::fresh(), Clock::at(now)).await?;
        let stream = demo::found(&app).await?;
        Ok(Self {
            app,
            stream,
            folder,
        })
    }

    pub(super) fn session(&self, handle: &str) -> Result<Arc<Session>, Failure> {
        Ok(Arc::clone(self.stream.session(handle)?))
    }

    /// The people of the stream.
    pub(super) const fn stream(&self) -> &Stream {
        &self.stream
    }

    /// Lets time go by.
    pub(super) fn pass(&self, milliseconds: i64) {
        self.app.clock().set(self.app.now_ms() + milliseconds);
    }
}

/// Opens an invented case.
pub(super) async fn open_case(
    app: &App,
    session: &Arc<Session>,
    number: u32,
) -> Result<CaseId, Failure> {
    let open = Act::Open(Open {
        reference: format!("BENCH-{number:06}"),
        origin: None,
        language: "en".into(),
        unhcr_number: None,
    });
    Ok(app.act(session, None, open, None).await?.case)
}

/// Records something of a usual length, different each time.
pub(super) async fn record(
    app: &App,
    session: &Arc<Session>,
    case: CaseId,
    number: u32,
) -> Result<(), Failure> {
    let act = Act::RecordRisk(Risk {
        description: format!(
            "{number}: {}",
            "Arrested twice, released once for a ransom; a summons was left. ".repeat(4)
        ),
        in_asylum: Some("Men from home asked for her at the market.".into()),
        durable_solution: "She could go home only if she gave up her work.".into(),
        charges: "Sentenced in absence to eight years.".into(),
        interview: None,
    });
    app.act(session, Some(case), act, None).await?;
    Ok(())
}
