//! `safeconduct doctor`: what is well, what is not, and how to mend it.

mod around;
mod database;
mod files;

use std::net::SocketAddr;

use clap::Args;
use safeconduct_casework::clock::Clock;
use safeconduct_casework::keys::Keys;

use super::{Ending, Outcome, Place, say};
use crate::mail::Mailing;

/// Look at everything a deployment stands on, and say how to mend what is not well.
///
/// The folder and who can look into it, the keys, the database and its schema, the clock, the mark on the journal's
/// head, the documents' folder, mail, the policy, the fonts of letters, the name of the journal, the space on the disk. It changes nothing but
/// one row of housekeeping, with which it proves that the database can be written. It can be run beside a server.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  safeconduct doctor
  safeconduct doctor --data /srv/safeconduct --keys /etc/safeconduct/keys --address https://hrd.example.org \\
      --smtp starttls://mail.example.org --mail-from safeconduct@example.org
  safeconduct doctor --data safeconduct-demo

✔ is well, – is worth knowing, ✘ needs mending and makes the command end with 1.")]
pub struct Doctor {
    #[command(flatten)]
    pub(crate) place: Place,
    #[command(flatten)]
    pub(crate) mailing: Mailing,
    /// The address the server listens on.
    #[arg(
        long,
        env = "SAFECONDUCT_LISTEN",
        default_value = "127.0.0.1:8484",
        value_name = "IP:PORT"
    )]
    listen: SocketAddr,
}

/// How something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// As it should be.
    Well,
    /// Worth knowing.
    Note,
    /// Needs mending.
    Amiss,
}

/// One thing the doctor looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// How it is.
    pub mark: Mark,
    /// What was looked at, in one or two words.
    pub what: &'static str,
    /// What was seen.
    pub seen: String,
    /// How to mend it.
    pub mend: Option<String>,
}

impl Finding {
    fn well(what: &'static str, seen: impl Into<String>) -> Self {
        Self {
            mark: Mark::Well,
            what,
            seen: seen.into(),
            mend: None,
        }
    }

    fn note(what: &'static str, seen: impl Into<String>) -> Self {
        Self {
            mark: Mark::Note,
            what,
            seen: seen.into(),
            mend: None,
        }
    }

    fn amiss(what: &'static str, seen: impl Into<String>, mend: impl Into<String>) -> Self {
        Self {
            mark: Mark::Amiss,
            what,
            seen: seen.into(),
            mend: Some(mend.into()),
        }
    }
}

impl Doctor {
    /// A doctor for one folder, without mail.
    #[must_use]
    pub fn of(place: Place, mailing: Mailing) -> Self {
        let listen = SocketAddr::from(([127, 0, 0, 1], 8484));
        Self {
            place,
            mailing,
            listen,
        }
    }

    pub(crate) async fn run(self) -> Outcome {
        let found = self.examine(&Clock::System).await;
        for finding in &found {
            tell(finding);
        }
        let amiss = found.iter().filter(|f| f.mark == Mark::Amiss).count();
        say("");
        if amiss == 0 {
            say("Nothing needs mending.");
            Ok(Ending::Well)
        } else {
            say(&format!("{amiss} to be mended."));
            Ok(Ending::Amiss)
        }
    }

    /// Looks at everything, in the order in which one thing rests on another.
    pub async fn examine(&self, clock: &Clock) -> Vec<Finding> {
        let mut found = vec![files::folder(&self.place)];
        found.extend(files::keys(&self.place));
        if let Ok(keys) = Keys::read(&self.place.key_folder()) {
            found.extend(database::database(&self.place, &keys, clock).await);
        }
        found.push(files::documents(&self.place).await);
        found.extend(files::space(&self.place));
        found.push(around::mail(&self.mailing).await);
        found.push(around::policy());
        found.push(around::fonts().await);
        found.push(around::origin(&self.place));
        found.push(around::address(&self.place, &self.mailing, self.listen));
        found
    }
}

fn tell(finding: &Finding) {
    let mark = match finding.mark {
        Mark::Well => '✔',
        Mark::Note => '–',
        Mark::Amiss => '✘',
    };
    say(&format!("{mark} {:<12} {}", finding.what, finding.seen));
    if let Some(mend) = &finding.mend {
        say(&format!("  {:<12} → {mend}", ""));
    }
}
