//! `safeconduct verify`: the whole journal, a certified record or a referral package, rechecked.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::time::Instant;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use clap::{ArgGroup, Args};
use jiff::Timestamp;
use safeconduct_casework::clock::Clock;
use safeconduct_casework::package;
use safeconduct_casework::record::{self, Amiss, Checked, Edition};
use safeconduct_journal::{Report, VerifyingKey};

use super::terminal::grouped;
use super::{Ending, Failure, Outcome, Place, checkpoints, say};

/// Recheck everything that was ever recorded, and name the first thing that is wrong.
///
/// Reads the journal from its first entry to its last: that none is missing, none was changed, inserted or moved, that
/// each carries this server's mark, that the tree of all of them has the roots that were signed, and that its head is
/// the one that stands. It needs nobody's passphrase and opens nothing: what is sealed stays sealed.
///
/// Checkpoints kept elsewhere (another organisation's copy of `checkpoints.txt`, a note received by mail) speak even
/// against somebody who could rewrite this whole machine: give them with --kept. `checkpoints.txt` in the folder is
/// always read.
#[derive(Debug, Args)]
#[command(group = ArgGroup::new("archives").multiple(true))]
#[command(after_long_help = "\
Examples:
  safeconduct verify --data safeconduct-demo
  safeconduct verify --kept from-fld.txt --kept from-unhcr.txt
  safeconduct verify || echo 'somebody touched the journal' | mail -s alarm security@example.org
  safeconduct verify --record certified-record.zip --key safeconduct.example/journal+1a2b3c4d+Aa…
  safeconduct verify --package referral-package.zip --key safeconduct.example/journal+1a2b3c4d+Aa…

Ends with 1 when something is wrong.")]
pub struct Verify {
    #[command(flatten)]
    place: Place,
    /// A file of checkpoints that somebody else has kept. May be given more than once.
    #[arg(long, value_name = "FILE")]
    kept: Vec<PathBuf>,
    /// A certified record of a decision, to be checked in place of the journal. May be given more than once.
    #[arg(long, value_name = "FILE", conflicts_with = "kept", group = "archives")]
    record: Vec<PathBuf>,
    /// A referral package, to be checked in place of the journal. May be given more than once.
    #[arg(long, value_name = "FILE", conflicts_with = "kept", group = "archives")]
    package: Vec<PathBuf>,
    /// The public key of the journal the record or the package comes from, as its owner publishes it. Then nothing else is needed: no
    /// database, no folder. Without it, the key of the deployment in --data is taken.
    #[arg(long, value_name = "KEY", requires = "archives")]
    key: Option<String>,
}

impl Verify {
    pub(crate) async fn run(self) -> Outcome {
        if !self.record.is_empty() || !self.package.is_empty() {
            return self.archives().await;
        }
        let beside = self.place.data.join(checkpoints::FILE);
        let mut notes = Vec::new();
        for file in beside
            .exists()
            .then_some(&beside)
            .into_iter()
            .chain(&self.kept)
        {
            let found = read(file)?;
            say(&format!(
                "{:>9} checkpoints in {}",
                grouped(found.len() as u64),
                file.display()
            ));
            notes.extend(found);
        }
        let app = match self.place.open(self.place.is_demo(), Clock::System).await {
            Err(error) if is_forged(&error) => {
                say(&format!(
                    "✘ {error}: it was changed by somebody else, or the keys are another deployment's"
                ));
                return Ok(Ending::Amiss);
            }
            other => other?,
        };
        let begun = Instant::now();
        let report = app.verify(notes).await?;
        tell(&report, begun.elapsed().as_secs_f64());
        say(&format!(
            "Checkpoints are signed by {}",
            app.checkpoint_key()
        ));
        Ok(verdict(&report))
    }
}

impl Verify {
    /// Checks certified records and referral packages, each with what it is and what it proves.
    async fn archives(&self) -> Outcome {
        let key = match &self.key {
            Some(key) => key.clone(),
            None => {
                let app = self.place.open(self.place.is_demo(), Clock::System).await?;
                app.checkpoint_key()
            }
        };
        let key = VerifyingKey::from_vkey(&key);
        let key = key.map_err(|_| Failure::from("--key: that is no key of a journal"))?;
        let mut ending = Ending::Well;
        let mut amiss = |path: &Path, amiss: Amiss| {
            say(&format!("✘ {}: {amiss}", path.display()));
            ending = Ending::Amiss;
        };
        for path in &self.record {
            match record::check(opened(path)?, &key) {
                Ok(checked) => tell_record(path, &checked),
                Err(found) => amiss(path, found),
            }
        }
        for path in &self.package {
            match package::check(opened(path)?, &key) {
                Ok(checked) => tell_package(path, &checked),
                Err(found) => amiss(path, found),
            }
        }
        Ok(ending)
    }
}

fn opened(path: &Path) -> Result<File, Failure> {
    File::open(path).map_err(|error| format!("{}: {error}", path.display()).into())
}

fn tell_signed(path: &Path, journal: &str) {
    say(&format!(
        "✔ {}: signed by {journal}, and as it was signed",
        path.display()
    ));
}

fn tell_package(path: &Path, checked: &package::Checked) {
    tell_signed(path, &checked.journal);
    let at = Timestamp::from_millisecond(checked.at_ms).unwrap_or_default();
    say(&format!(
        "  A referral as it stood on {}; its last entry is {}, of {at}",
        checked.on,
        grouped(checked.entry)
    ));
    say(&format!(
        "  {} documents, each as it was recorded",
        grouped(checked.documents as u64)
    ));
}

fn tell_record(path: &Path, checked: &Checked) {
    tell_signed(path, &checked.journal);
    say(match checked.edition {
        Edition::Person => "  For the person: what they may not be given is left out",
        Edition::Court => "  Complete, for the Court: what the person is not given is marked",
    });
    let at = Timestamp::from_millisecond(checked.at_ms).unwrap_or_default();
    say(&format!(
        "  {} entries, each where it stands in the journal; the last is the decision, entry {}, of {at}",
        grouped(checked.entries as u64),
        grouped(checked.decision)
    ));
    say(&format!(
        "  {} files, each as it was recorded",
        grouped(checked.files as u64)
    ));
    say(&format!(
        "  Root of the journal at the decision: {}",
        STANDARD.encode(checked.root)
    ));
}

fn read(file: &Path) -> Result<Vec<String>, Failure> {
    checkpoints::read(file).map_err(|error| format!("{}: {error}", file.display()).into())
}

/// Whether a deployment could not be opened because its journal's head is not its own.
fn is_forged(error: &Failure) -> bool {
    use safeconduct_casework::Error;
    let error = error.downcast_ref::<Error>();
    matches!(
        error,
        Some(Error::Store(safeconduct_store::Error::ForgedHead))
    )
}

fn tell(report: &Report, seconds: f64) {
    let entries = report.entries;
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a rate for people"
    )]
    let rate = (entries as f64 / seconds.max(1e-9)) as u64;
    say(&format!(
        "{:>9} entries found right in {seconds:.2} s ({} a second)",
        grouped(entries),
        grouped(rate)
    ));
    say(&format!(
        "{:>9} checkpoints found right; they cover the first {} entries",
        grouped(report.checkpoints),
        grouped(report.covered)
    ));
    say(&format!(
        "Root of these entries: {}",
        STANDARD.encode(report.root)
    ));
}

fn verdict(report: &Report) -> Ending {
    match &report.first {
        None => {
            say("✔ The journal is whole.");
            Ending::Well
        }
        Some(offence) => {
            say(&format!("✘ {offence}"));
            Ending::Amiss
        }
    }
}
