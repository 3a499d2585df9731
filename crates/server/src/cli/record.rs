//! `safeconduct record`: the certified record of a decision, into a file.

use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;
use safeconduct_casework::App;
use safeconduct_casework::clock::Clock;
use safeconduct_casework::record::Edition;
use safeconduct_casework::session::Session;
use safeconduct_domain::event::Event;
use safeconduct_domain::id::CaseId;

use super::place::write_new;
use super::{Ending, Failure, Outcome, Place, member, say};
use crate::pages::record;
use crate::web::i18n::Lang;

/// Take out the certified record of a decision: everything that was before whoever made it, and nothing that came after.
///
/// One ZIP file, for the person who was decided on or, complete, for the Court: the record on paper with an index and
/// numbered pages, every document and letter as it was, and a signed proof that `safeconduct verify --record` checks
/// without any database. An officer of the office that holds the case signs in for it; that it was taken out is recorded
/// in the case.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  safeconduct record --as nairobi-officer --case 0f3c…
  safeconduct record --as nairobi-officer --case 0f3c… --decision 4711 --language fr --out record.zip
  safeconduct record --as nairobi-officer --case 0f3c… --court --out for-the-court.zip
  safeconduct verify --record record.zip")]
pub struct Record {
    #[command(flatten)]
    place: Place,
    /// The officer; passphrase and code are asked for.
    #[arg(long = "as", value_name = "HANDLE")]
    member: String,
    /// The case, as its address in the product names it.
    #[arg(long, value_name = "CASE")]
    case: String,
    /// The entry of the decision. Needed only where more than one was made.
    #[arg(long, value_name = "ENTRY")]
    decision: Option<u64>,
    /// The complete record, for the Court: with what the person is not given, each marked. Only while an application for
    /// leave is recorded.
    #[arg(long)]
    court: bool,
    /// The language of its labels: en or fr.
    #[arg(long, value_name = "CODE", default_value = "en")]
    language: String,
    /// The file to write. Nothing is written over.
    #[arg(long, value_name = "FILE", default_value = "certified-record.zip")]
    out: PathBuf,
    /// The deployment is a demonstration: take the passphrase from its accounts file.
    #[arg(long)]
    demo: bool,
}

impl Record {
    pub(crate) async fn run(self) -> Outcome {
        let case: CaseId = self.case.parse().map_err(|_| "that is no case")?;
        let lang = Lang::from_code(&self.language).ok_or("--language: en or fr")?;
        let app = self.place.open(self.demo, Clock::System).await?;
        let session = member::sign_in(&self.place, &app, &self.member, self.demo).await?;
        let written = self.write(&app, &session, lang, case).await;
        app.sign_out(&session).await?;
        say(&format!("✔ {}: {} bytes", self.out.display(), written?));
        Ok(Ending::Well)
    }

    async fn write(
        &self,
        app: &App,
        session: &Arc<Session>,
        lang: Lang,
        case: CaseId,
    ) -> Result<u64, Failure> {
        let decision = match self.decision {
            Some(decision) => decision,
            None => only_one(app, session, case).await?,
        };
        let edition = match self.court {
            true => Edition::Court,
            false => Edition::Person,
        };
        let pieces = record::made(app, session, lang, case, decision, edition).await?;
        write_new(&self.out, pieces).await
    }
}

/// The entry of the only decision there is.
async fn only_one(app: &App, session: &Arc<Session>, case: CaseId) -> Result<u64, Failure> {
    let view = app.look(session, case, "record").await?;
    let decisions = view.entries.iter();
    let decisions = decisions.filter(|(_, event)| matches!(event, Event::Decided { .. }));
    let found: Vec<_> = decisions.map(|(stamp, _)| stamp.seq.to_string()).collect();
    match found.as_slice() {
        [] => Err("nobody was decided on".into()),
        [one] => Ok(one.parse()?),
        many => Err(format!("say which --decision: {}", many.join(", ")).into()),
    }
}
