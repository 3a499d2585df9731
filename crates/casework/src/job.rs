//! Background work with nobody signed in, and so with no key to any case: mail that says nothing, checkpoints, sweeping.

use crate::app::App;
use crate::error::{Error, Result};
use crate::session::IDLE_MS;
use safeconduct_domain::id::GroupId;
use safeconduct_journal::{Checkpoint, Frontier};
use safeconduct_store::account::AccountStatus;
use safeconduct_store::checkpoint::StoredCheckpoint;
use safeconduct_store::job::Job;

/// "Something waits for you", to the members of a group.
pub(crate) const MAIL: &str = "mail";

/// A job is given up for another try after five minutes.
const LEASE_MS: i64 = 5 * 60 * 1000;
/// A job that failed waits a minute longer each time.
const RETRY_MS: i64 = 60 * 1000;
/// How many jobs are looked through for others that say the same.
const MOST: u32 = 1_000;
/// Tokens and throttles are forgotten after a day.
const DAY_MS: i64 = 24 * 60 * 60 * 1000;

/// A message to be sent: an address, and nothing that could say about whom.
pub struct Mail {
    job: Job,
    /// To whom.
    pub to: Vec<String>,
}

impl std::fmt::Debug for Mail {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Mail(…)")
    }
}

impl App {
    /// The next message that is due, leased to this node. A group's messages that wait together are one.
    ///
    /// # Errors
    /// The store's own.
    pub async fn next_mail(&self) -> Result<Option<Mail>> {
        let now = self.now_ms();
        let leased = self
            .db
            .scratch(move |s| {
                let leased = s.lease_job(now, now + LEASE_MS)?;
                // one message says as much as several
                if let Some(job) = &leased {
                    for other in s.jobs(MOST)? {
                        if other.id != job.id
                            && (&other.kind, &other.payload) == (&job.kind, &job.payload)
                        {
                            s.finish_job(other.id)?;
                        }
                    }
                }
                Ok::<_, Error>(leased)
            })
            .await?;
        let Some(job) = leased else { return Ok(None) };
        let group: Option<GroupId> = job.payload.parse().ok();
        let app = self.clone();
        let to = self
            .db
            .read(move |r| {
                let Some(group) = group else {
                    return Ok(Vec::new());
                };
                let mut found = Vec::new();
                for member in r.members(group)? {
                    let account = r
                        .account(member.user)?
                        .filter(|a| a.status == AccountStatus::Active);
                    let address = account
                        .and_then(|a| app.profile(&a))
                        .map(|p| p.email)
                        .filter(|e| !e.is_empty());
                    found.extend(address);
                }
                found.sort();
                found.dedup();
                Ok::<_, Error>(found)
            })
            .await?;
        Ok(Some(Mail { job, to }))
    }

    /// The message went out.
    ///
    /// # Errors
    /// The store's own.
    pub async fn mail_sent(&self, mail: Mail) -> Result<()> {
        let id = mail.job.id;
        self.db
            .scratch(move |s| s.finish_job(id).map_err(Error::from))
            .await
    }

    /// The message did not go out: it is tried again later.
    ///
    /// # Errors
    /// The store's own.
    pub async fn mail_failed(&self, mail: Mail) -> Result<()> {
        let id = mail.job.id;
        let run_ms = self.now_ms() + RETRY_MS * i64::from(mail.job.attempts.clamp(1, 60));
        self.db
            .scratch(move |s| s.postpone_job(id, run_ms).map_err(Error::from))
            .await
    }

    /// Signs the journal's head if it has moved; gives the signed note.
    ///
    /// # Errors
    /// The store's own; [`Error::Damaged`] when the head is not one.
    pub async fn checkpoint(&self) -> Result<Option<String>> {
        let (size, bytes, last) = self
            .db
            .read(|r| {
                let head = r.head()?;
                let last = r.last_checkpoint()?.map_or(0, |c| c.size);
                Ok::<_, Error>((head.size, head.frontier, last))
            })
            .await?;
        if size == last || size == 0 {
            return Ok(None);
        }
        let frontier = Frontier::from_bytes(&bytes)
            .map_err(|_| Error::Damaged("the journal's head is none"))?;
        let note = Checkpoint::sign(&frontier, &self.checkpoints)
            .map_err(|_| Error::Damaged("a checkpoint cannot be signed"))?;
        let kept = StoredCheckpoint {
            size,
            note: note.clone(),
            at_ms: self.now_ms(),
        };
        self.db
            .scratch(move |s| s.put_checkpoint(&kept).map_err(Error::from))
            .await?;
        Ok(Some(note))
    }

    /// Sweeps what has had its time: sessions, tokens, throttles, unfinished uploads, first contacts.
    ///
    /// # Errors
    /// The stores' own.
    pub async fn sweep(&self) -> Result<()> {
        let now = self.now_ms();
        self.db
            .scratch(move |s| {
                s.sweep_sessions(now - IDLE_MS, now)?;
                s.sweep_once(now - DAY_MS)?;
                s.sweep_throttles(now - DAY_MS)?;
                Ok::<_, Error>(())
            })
            .await?;
        self.objects.sweep_unfinished(now - DAY_MS).await?;
        self.forget_contacts().await?;
        Ok(())
    }
}
