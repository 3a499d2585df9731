//! `safeconduct rebuild`: every projection made anew from the journal, and compared with what stood.

use clap::Args;
use safeconduct_casework::App;
use safeconduct_casework::clock::Clock;
use safeconduct_casework::rebuild::Rebuilt;

use super::terminal::grouped;
use super::{Ending, Failure, Outcome, Place, member, say};

/// Make every list, count and work queue anew from the journal, and prove that it equals what stood.
///
/// The journal is the only truth; lists, counters and queues are projections of it. Without --as this rebuilds what is
/// clear: who holds which case, letterboxes, the planners' facts, places used. With --as it also rebuilds the cards of a
/// member's group, which are sealed for that group: it asks for the member's passphrase and code as signing in does, and
/// records that it did.
///
/// What is made anew stands afterwards, whatever stood before. The command ends with 1 when something differed, because
/// somebody then touched a projection by hand or a program erred; after you have looked into it, --accept says that this
/// was expected.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  safeconduct rebuild
  safeconduct rebuild --as nairobi-officer
  safeconduct rebuild --data safeconduct-demo --demo --as fld-caseworker")]
pub struct Rebuild {
    #[command(flatten)]
    place: Place,
    /// Also rebuild the cards of this member's group; passphrase and code are asked for.
    #[arg(long = "as", value_name = "HANDLE")]
    member: Option<String>,
    /// The deployment is a demonstration: take passphrases from its accounts file.
    #[arg(long)]
    demo: bool,
    /// End with 0 even if something differed from what stood.
    #[arg(long)]
    accept: bool,
}

impl Rebuild {
    pub(crate) async fn run(self) -> Outcome {
        let app = self.place.open(self.demo, Clock::System).await?;
        let mut ending = self.judge(
            "holders, letterboxes, facts, places used",
            app.rebuild().await?,
        );
        if let Some(handle) = &self.member {
            let cards = self.cards(&app, handle).await?;
            if self.judge(&format!("cards of the group of {handle}"), cards) == Ending::Amiss {
                ending = Ending::Amiss;
            }
        }
        Ok(ending)
    }

    fn judge(&self, what: &str, found: Rebuilt) -> Ending {
        let Rebuilt { made, differed } = found;
        let mark = if differed == 0 { '✔' } else { '✘' };
        let (made, differing) = (grouped(made as u64), grouped(differed as u64));
        say(&format!(
            "{mark} {what}: {made} made anew, {differing} differed from what stood"
        ));
        if differed == 0 || self.accept {
            Ending::Well
        } else {
            Ending::Amiss
        }
    }

    async fn cards(&self, app: &App, handle: &str) -> Result<Rebuilt, Failure> {
        let session = member::sign_in(&self.place, app, handle, self.demo).await?;
        let rebuilt = app.rebuild_cards(&session).await;
        app.sign_out(&session).await?;
        Ok(rebuilt?)
    }
}
