//! Rechecking the whole journal from its rows: `safeconduct verify`.

use crate::app::App;
use crate::error::{Error, Result};
use safeconduct_journal::{Head, MacKey, Report, Verifier};

impl App {
    /// Rechecks every entry, the tree, the head and every checkpoint; `kept` are checkpoints others have kept.
    ///
    /// # Errors
    /// The store's own. What is wrong with the journal is in the report: the first offence.
    pub async fn verify(&self, kept: Vec<String>) -> Result<Report> {
        let mac = MacKey::from_bytes(&self.keys.pepper.journal_mac());
        let key = self.checkpoints.verifying_key().clone();
        self.db
            .read(move |r| {
                let mut verifier = Verifier::new(Some(mac.clone()), key.clone());
                for stored in r.checkpoints()? {
                    verifier.checkpoint(&stored.note);
                }
                for note in &kept {
                    verifier.kept_checkpoint(note);
                }
                r.each_entry(0, |stored| verifier.entry(stored))?;
                let head = r.head_unchecked()?;
                let size = i64::try_from(head.size).unwrap_or(-1);
                Ok::<_, Error>(verifier.finish(&Head {
                    size,
                    frontier: &head.frontier,
                    mac: &head.mac,
                }))
            })
            .await
    }

    /// The key checkpoints are verified with, as a C2SP verifier key.
    #[must_use]
    pub fn checkpoint_key(&self) -> String {
        self.checkpoints.verifying_key().to_vkey()
    }
}
