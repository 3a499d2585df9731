//! `safeconduct package`: a referral as one file.

use std::path::PathBuf;

use clap::Args;
use safeconduct_casework::clock::Clock;
use safeconduct_domain::id::CaseId;

use super::place::write_new;
use super::{Ending, Outcome, Place, member, say};
use crate::pages::package;
use crate::web::i18n::Lang;

/// Take out a referral as one file, for a system that has only files.
///
/// One ZIP file: the cover page with an index of the documents, what the referral says for machines, every document as it
/// was, and a signature that `safeconduct verify --package` checks without any database. A caseworker or a supervisor of
/// the partner signs in for it, before it is sent or after, or an intake officer of the Resettlement Operations Centre;
/// that it was taken out is recorded in the case. How the family is reached is not in it.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  safeconduct package --as fld-caseworker --case 0f3c…
  safeconduct package --as roc-o-intake --case 0f3c… --language fr --out 0f3c.zip
  safeconduct verify --package referral-package.zip")]
pub struct Package {
    #[command(flatten)]
    place: Place,
    /// Who takes it out; passphrase and code are asked for.
    #[arg(long = "as", value_name = "HANDLE")]
    member: String,
    /// The case, as its address in the product names it.
    #[arg(long, value_name = "CASE")]
    case: String,
    /// The language of the cover page: en or fr.
    #[arg(long, value_name = "CODE", default_value = "en")]
    language: String,
    /// The file to write. Nothing is written over.
    #[arg(long, value_name = "FILE", default_value = "referral-package.zip")]
    out: PathBuf,
    /// The deployment is a demonstration: take the passphrase from its accounts file.
    #[arg(long)]
    demo: bool,
}

impl Package {
    pub(crate) async fn run(self) -> Outcome {
        let case: CaseId = self.case.parse().map_err(|_| "that is no case")?;
        let lang = Lang::from_code(&self.language).ok_or("--language: en or fr")?;
        let app = self.place.open(self.demo, Clock::System).await?;
        let session = member::sign_in(&self.place, &app, &self.member, self.demo).await?;
        let written = match package::made(&app, &session, lang, case).await {
            Ok(pieces) => write_new(&self.out, pieces).await,
            Err(error) => Err(error.into()),
        };
        app.sign_out(&session).await?;
        say(&format!("✔ {}: {} bytes", self.out.display(), written?));
        Ok(Ending::Well)
    }
}
